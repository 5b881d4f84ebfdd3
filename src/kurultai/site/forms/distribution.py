"""Distributing a language version: a text in the form in which it is edited, a file, or both."""

import mimetypes
import re
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from kurultai.gate import drafting
from kurultai.language import ENDONYMS, LANGUAGES
from kurultai.papers.plain import structured, written
from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.document import STANDINGS
from kurultai.procedure.refusal import Refused
from kurultai.site.forms import fields, versions
from kurultai.site.forms.documents import DocumentStep, languages
from kurultai.site.forms.step import Choices, Step
from kurultai.site.house import house
from kurultai.site.tongue import lazy as _
from kurultai.texts.unit import Unit

LONGEST = 500_000  # characters of a pasted text
_PARAGRAPHS = 1000  # comparing two versions takes the square of it
_GAP = re.compile(r"\n[ \t]*\n")


class VersionStep(DocumentStep):
    """A step that distributes a text of the document in one language."""

    kind = c.DistributeVersion
    is_wide = True
    preset = ("language",)

    def start(self) -> dict[str, Any]:
        """The first language that is missing, authentic ones before others."""
        there = {version.language for version in self.page.versions}
        authentic = self.page.document.authentic
        missing = [code for code, _label in languages(self) if code not in there]
        missing.sort(key=lambda code: code not in authentic)
        language = missing[0] if missing else ""
        is_authentic = not authentic or language in authentic
        return {
            "language": language,
            "standing": "authentic" if is_authentic else "translation",
        }

    def prepare(self) -> None:
        """Offer languages and standings; know the text as it is, and which language leads."""
        super().prepare()
        self.offer("language", every_language(self))
        self.offer("standing", self.terms("standing", *STANDINGS))
        self.first = drafting.text(self.viewer, self.document).units
        self.leading = next((v.language for v in self.page.versions if v.worded), "")

    def clean_text(self) -> str:
        """A text of so many paragraphs as can be compared and tagged."""
        text: str = self.cleaned_data["text"]
        if len(_GAP.split(text)) > _PARAGRAPHS:
            raise ValidationError(_("This is too long."))
        return text

    def leads(self, language: str) -> bool:
        """True if the language gives the structure of the text."""
        return language == self.leading or not self.first

    def as_led(self, found: tuple[Unit, ...], language: str) -> tuple[a.Unit, ...]:
        """A text in the language that leads: what stayed, or was only reworded, is the same."""
        same = versions.kept(found, self.first, language)
        units = versions.identified(found, self.id, same)
        words = versions.in_language(units, language)
        return versions.version(units, words, whole=bool(words))


class DistributeVersion(VersionStep):
    """A language version: a text, a file, or both."""

    title = _("Distribute a language version")
    button = title
    language = fields.choice(_("Language"))
    standing = fields.choice(_("Standing"))
    text = fields.text(
        _("Text"),
        required=False,
        rows=18,
        longest=LONGEST,
        hint=_(
            "An empty line between paragraphs. The title stands first. Before any other heading"
            " stands #, before a section ##,"
            " before an annex ###, before a closing line --. A paragraph that begins with 1. is"
            " operative, with (a) a point. All others are preamble. [...] has no words yet."
        ),
    )
    file = fields.upload(_("File"), hint=_("At most 25 MB."))

    def prepare(self) -> None:
        """What is already distributed comes back to be edited."""
        super().prepare()
        language = self.initial["language"]
        self.initial["text"] = written(self.first, language)
        for version in self.page.versions:
            if version.language == language:
                self.initial["standing"] = version.standing

    def command(self) -> c.DistributeVersion:
        """Distribute it; the file is kept first, for an act may name only what is there."""
        units = self._units()
        sent = self.given("file")
        return c.DistributeVersion(
            id=self.id,
            document=self.document,
            language=self.given("language"),
            standing=self.given("standing"),
            units=units,
            file=a.Attachment(*keep(sent)) if sent else None,
        )

    def _units(self) -> tuple[a.Unit, ...]:
        language = self.given("language")
        found = self._titled(structured(self.given("text"), language).units)
        if self.leads(language):
            return self.as_led(found, language)
        if not versions.in_language(found, language):
            return ()
        if versions.shapes(found) != versions.shapes(self.first):
            here, there = versions.every(found), versions.every(self.first)
            facts = {"here": str(len(here)), "there": str(len(there))}
            raise Refused("document.not_aligned", facts)
        words = versions.proposed(found, self.first, language).words
        return versions.version(self.first, words)

    def _titled(self, found: tuple[Unit, ...]) -> tuple[Unit, ...]:
        """The title stands first, and few write a mark before it: a preamble ends in a comma."""
        has_title = not self.first or self.first[0].kind == "heading"
        if not (found and has_title and found[0].kind == "preamble"):
            return found
        goes_on = any(words.rstrip()[-1:] in ",;:" for words in found[0].words.values())
        return found if goes_on else (replace(found[0], kind="heading"), *found[1:])


def keep(sent: UploadedFile) -> tuple[str, str, str, int]:
    """The file, kept beside the record: its digest, name, kind and size."""
    name = sent.name or ""
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return house().keep(sent.read()), name, media_type, sent.size or 0


def every_language(step: Step) -> Choices:
    """The assembly's languages, then the others in which texts are known here."""
    spoken = languages(step)
    others = (code for code in LANGUAGES if code not in dict(spoken))
    return [*spoken, *((code, ENDONYMS[code]) for code in others)]
