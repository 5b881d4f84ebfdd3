"""Entering a text: a file or a pasted text becomes a structured draft, is shown, and confirmed.

The first language gives the paragraphs; every other one is laid beside them for correction.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from django.core import signing
from django.core.exceptions import ValidationError

from kurultai.language import ENDONYMS
from kurultai.papers.draft import Draft, Left, Unreadable
from kurultai.papers.plain import read as plain
from kurultai.papers.plain import structured, written
from kurultai.papers.reading import read
from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.refusal import Refused
from kurultai.site.forms import fields, versions
from kurultai.site.forms.distribution import LONGEST, VersionStep, keep
from kurultai.site.forms.left import said_of
from kurultai.site.forms.sheet import Passage, Section
from kurultai.site.forms.units import Names
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say

_SALT = "kurultai.entry.file"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the draft as it is shown: what it is called, how deep it stands."""

    label: str
    kind: str
    depth: int
    words: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The structured draft for a person to confirm."""

    language: str
    lines: tuple[Line, ...]
    counts: tuple[tuple[str, int], ...]  # kind, how many
    left: tuple[Left, ...]
    file: str
    others: tuple[str, ...]  # languages that the file holds too


class EnterText(VersionStep):
    """A text of the document, in one language, from a file or pasted."""

    title = _("Enter the text")
    lead = _("What is recognised is shown first. It is distributed when you confirm it.")
    button = _("Distribute this text")
    preview_button = _("Show the text as it was understood")
    preview_page = "forms/entry.html"
    language = fields.choice(_("Language"))
    standing = fields.choice(_("Standing"))
    file = fields.upload(
        _("File"),
        hint=_("Plain text, DOCX or Akoma Ntoso. At most 25 MB."),
        accept=".txt,.docx,.xml",
    )
    text = fields.text(_("Or the text itself"), required=False, rows=18, longest=LONGEST)
    file_kept = fields.hidden()
    not_understood = fields.hidden()
    understood = fields.hidden()
    aligned = fields.hidden()

    def prepare(self) -> None:
        """Beside another language, a field for each paragraph."""
        super().prepare()
        if self.came_with("aligned"):
            self._prepare_beside()

    def _prepare_beside(self) -> None:
        self.preview_page = ""  # all that would be recorded is in sight
        del self.fields["text"], self.fields["file"]
        self.names = Names(self.first)
        for unit in versions.every(self.first):
            rows = 2 + len(unit.words.get(self.leading, "")) // 60
            self.fields[f"unit-{unit.unit}"] = fields.text(
                self.names.called(unit.unit), required=False, rows=rows, longest=LONGEST
            )
        self.fields["no_place"] = fields.text(
            _("Words that found no place"),
            required=False,
            longest=LONGEST,
            hint=_("Put each of them where it belongs, and empty this field."),
        )

    def sections(self) -> tuple[Section, ...]:
        """The text and how it is to be distributed; or each paragraph beside the first language."""
        head = self.section("", ("language", "standing"), in_row=True)
        if "text" in self.fields:
            return (head, *self._not_understood(), self.section("", ("file", "text")))
        units = (
            self.section(
                self.names.called(unit.unit),
                (f"unit-{unit.unit}",),
                passages=(Passage(self.leading, unit.words.get(self.leading, "")),),
                is_beside=True,
            )
            for unit in versions.every(self.first)
        )
        return (head, *self._not_understood(), *units, self.section("", ("no_place",)))

    def _not_understood(self) -> Iterator[Section]:
        """What was not understood stays in sight until the text is confirmed."""
        words = self["not_understood"].value() or ""
        if words and not self.preview:
            passage = Passage(self.viewer.language, words)
            yield Section(say("Not understood"), (), passages=(passage,))

    def clean_no_place(self) -> str:
        """Nothing may be left without a place."""
        if self.cleaned_data["no_place"]:
            raise ValidationError(_("These words are in no paragraph yet."))
        return ""

    def clean(self) -> dict[str, Any]:
        """A text needs a file or words."""
        given: dict[str, Any] = super().clean()
        if "text" in self.fields and not (given.get("text") or given.get("file")):
            self.add_error("text", _("Choose a file or write the text."))
        return given

    def previewed(self) -> Self:
        """The draft as it was understood, or laid beside the first language."""
        draft = self._read()
        language = self.given("language")
        if draft.languages and language not in draft.languages:
            other = {"names": ", ".join(ENDONYMS.get(code, code) for code in draft.languages)}
            said = say("The file says that it is in another language: %(names)s.") % other
            self.wrong(said, "language")
            return self
        changed = self.data.copy()
        changed["file_kept"] = self._kept()
        changed["not_understood"] = changed.get("not_understood") or "\n".join(said_of(draft.left))
        if not self.leads(language):
            return self._beside(draft, changed)
        changed["text"], changed["understood"] = written(draft.units, language), "1"
        sheet = self._again(changed)
        sheet.preview = sheet._shown(draft)  # noqa: SLF001 - of the same class
        return sheet

    def _again(self, changed: Any) -> Self:  # noqa: ANN401 - as Django keeps it
        sheet = type(self)(self.viewer, self.page, changed, {})
        sheet.is_valid()
        return sheet

    def _beside(self, draft: Draft, changed: Any) -> Self:  # noqa: ANN401
        language = self.given("language")
        found = versions.proposed(
            draft.units, self.first, language, has_identities=draft.has_identities
        )
        changed["aligned"] = "1"
        changed.pop("text", None)
        for unit in versions.every(self.first):
            changed[f"unit-{unit.unit}"] = found.words.get(unit.unit, "")
        changed["no_place"] = "\n\n".join(found.left)
        return type(self)(self.viewer, self.page, turned=changed)

    def _read(self) -> Draft:
        sent, language = self.given("file"), self.given("language")
        if sent is None:
            form = structured if self.given("understood") else plain
            return form(self.given("text"), language)
        try:
            data = sent.read()
            sent.seek(0)
            return read(sent.name, data, language)
        except Unreadable as unreadable:
            raise Refused(unreadable.rule, unreadable.facts) from None

    def _kept(self) -> str:
        """The file that was sent, kept for the act to name: the browser sends it only once."""
        sent = self.given("file")
        if sent is None:
            return str(self.given("file_kept"))
        return str(signing.dumps(keep(sent), salt=_SALT))

    def _attachment(self) -> a.Attachment | None:
        try:
            return a.Attachment(*signing.loads(self.given("file_kept"), salt=_SALT))
        except signing.BadSignature:
            return None

    def _shown(self, draft: Draft) -> Shown:
        language = self.given("language")
        flat, names = versions.every(draft.units), Names(draft.units)
        lines = tuple(
            Line(names.called(unit.unit), kind, depth, unit.words.get(language, ""))
            for unit, (kind, depth) in zip(flat, versions.shapes(draft.units), strict=True)
        )
        counts = tuple(Counter(unit.kind for unit in flat).items())
        file = self._attachment()
        others = tuple(code for code in draft.languages if code != language)
        return Shown(language, lines, counts, draft.left, file.name if file else "", others)

    def refused(self, refused: Refused) -> None:
        """What is wrong with a file is said at the file."""
        super().refused(refused)
        if refused.rule.startswith("paper."):
            self.alert_field = next((f for f in ("file", "text") if f in self.fields), "")

    def command(self) -> c.DistributeVersion:
        """Distribute it."""
        return c.DistributeVersion(
            id=self.id,
            document=self.document,
            language=self.given("language"),
            standing=self.given("standing"),
            units=self._units(),
            file=self._attachment(),
        )

    def _units(self) -> tuple[a.Unit, ...]:
        """The text's paragraphs in this language, their identities those of the whole text."""
        language = self.given("language")
        if self.given("aligned"):
            units = versions.every(self.first)
            words = {unit.unit: self.given(f"unit-{unit.unit}") for unit in units}
            return versions.version(self.first, words)
        return self.as_led(structured(self.given("text"), language).units, language)
