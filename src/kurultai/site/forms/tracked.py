"""Amendments from a DOCX with tracked changes: one for each author, tabled together."""

from collections.abc import Iterator
from typing import Any, Self

import msgspec
from django.core import signing
from django.core.exceptions import ValidationError

from kurultai.gate.may import DELEGATES
from kurultai.language import ENDONYMS
from kurultai.language.instructions import sentences
from kurultai.papers.draft import Unreadable
from kurultai.procedure import commands as c
from kurultai.procedure.refusal import Refused
from kurultai.site.drafts.touched import touched
from kurultai.site.forms import fields
from kurultai.site.forms.amending import own
from kurultai.site.forms.drafts import DraftStep
from kurultai.site.forms.left import said_of
from kurultai.site.forms.sheet import Passage, Section
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say
from kurultai.texts.base import Base
from kurultai.texts.change import Change

_SALT = "kurultai.tracked"
_LONGEST = 1_000_000  # characters of what was found in a file


class _Found(msgspec.Struct, frozen=True):
    """What one author changed."""

    author: str
    on: str
    changes: tuple[Change, ...]


class _File(msgspec.Struct, frozen=True):
    """What a file holds, against which reading, and what in it is no amendment."""

    reading: int
    language: str
    found: tuple[_Found, ...]
    left: tuple[str, ...]


class AmendFromFile(DraftStep):
    """Each author's tracked changes become an amendment of a delegation."""

    title = _("Amendments from a DOCX file")
    lead = _("Each author's tracked changes are one amendment. They are shown first.")
    button = _("Table these amendments")
    preview_button = _("Read the file")
    preview_page = "forms/amendment.html"
    kind = c.TableAmendment
    is_wide = True
    language = fields.choice(_("Language"))
    file = fields.upload(_("File"), hint=_("A DOCX with tracked changes."), accept=".docx")
    kept = fields.hidden()

    def about(self) -> dict[str, object]:
        """The document, and the parties for which the viewer may act."""
        return {**super().about(), "by": self.viewer.parties(*DELEGATES)}

    def start(self) -> dict[str, Any]:
        """In the viewer's language if the text has it."""
        self.base = Base(self.page.text.units)
        spoken = sorted(self.base.languages, key=lambda code: (code != self.viewer.language, code))
        return {"language": next(iter(spoken), "")}

    def prepare(self) -> None:
        """Offer the languages of the text; of a file that was read, whose each amendment is."""
        super().prepare()
        spoken = sorted(self.base.languages)
        self.offer("language", [(code, ENDONYMS.get(code, code)) for code in spoken])
        self.fields["kept"].max_length = _LONGEST
        self.fields["kept"].validators = []
        self.read_file = _opened(next(iter(self.came_with("kept")), ""))
        if self.read_file:
            self.preview_page = ""  # all that would be recorded is in sight
            del self.fields["language"], self.fields["file"]
            for n, found in enumerate(self.read_file.found):
                self._ask(n, found)

    def _ask(self, n: int, found: _Found) -> None:
        mine = self.named(*own(self))
        self.fields[f"by-{n}"] = fields.choice(_("Tabled by"), required=False)
        self.offer(f"by-{n}", mine, _("It is not tabled"))
        same = [party for party, name in mine if name == found.author or len(mine) == 1]
        self.initial[f"by-{n}"] = next(iter(same), "")
        self.fields[f"reason-{n}"] = fields.words(_("Reason"), required=False, rows=3, longest=5000)

    def sections(self) -> tuple[Section, ...]:
        """The file; or each amendment found in it, and what is none."""
        if self.read_file is None:
            return super().sections()
        return (*self._left(self.read_file), *self._amendments(self.read_file))

    def _left(self, file: _File) -> Iterator[Section]:
        if file.left:
            passages = tuple(Passage(self.viewer.language, words) for words in file.left)
            yield Section(say("Not understood"), (), passages=passages)

    def _amendments(self, file: _File) -> Iterator[Section]:
        for n, found in enumerate(file.found):
            said = sentences(self.base, found.changes, file.language)
            marked = touched(self.base, found.changes)
            passages = (
                *(Passage(file.language, sentence) for sentence in said),
                *(
                    Passage(file.language, runs=tuple(each.runs.get(file.language, ())))
                    for each in marked
                    if each.runs.get(file.language)
                ),
            )
            author = found.author or say("Changed without tracking")
            legend = " · ".join(filter(None, (author, found.on)))
            yield self.section(legend, (f"by-{n}", f"reason-{n}"), passages=passages)

    def clean(self) -> dict[str, Any]:
        """A file at first; then at least one amendment to be tabled."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if self.read_file is None and not given.get("file") and "file" not in self.errors:
            self.add_error("file", _("Choose a file."))
        if self.read_file and not any(self._tabled(given)):
            raise ValidationError(_("Say by whom at least one amendment is tabled."))
        return given

    def _tabled(self, given: dict[str, Any]) -> Iterator[tuple[int, _Found]]:
        if self.read_file:
            for n, found in enumerate(self.read_file.found):
                if given.get(f"by-{n}"):
                    yield n, found

    def previewed(self) -> Self:
        """The amendments of the file, each to be given to a delegation."""
        found = self._read()
        if not found.found:
            self.wrong(say("No tracked change was found in the file."), "file")
            return self
        changed = self.data.copy()
        changed["kept"] = signing.dumps(msgspec.json.encode(found).decode(), salt=_SALT)
        return type(self)(self.viewer, self.page, turned=changed)

    def _read(self) -> _File:
        from kurultai.papers.docx import read_tracked  # noqa: PLC0415 - lxml, only for papers

        language = self.given("language")
        try:
            read = read_tracked(self.given("file").read(), self.base.units, language)
        except Unreadable as unreadable:
            raise Refused(unreadable.rule, unreadable.facts) from None
        found = tuple(_Found(one.author, one.on, one.changes) for one in read.amendments)
        return _File(self.page.text.reading, language, found, said_of(read.left))

    def refused(self, refused: Refused) -> None:
        """What is wrong with a file is said at the file."""
        super().refused(refused)
        if refused.rule.startswith("paper.") and "file" in self.fields:
            self.alert_field = "file"

    def commands(self) -> tuple[c.TableAmendment, ...]:
        """Table them together, or none."""
        tabled = tuple(self._tabled(self.cleaned_data))
        return tuple(
            self._command(n, found, self.id if found is tabled[0][1] else f"{self.id}-{n}")
            for n, found in tabled
        )

    def _command(self, n: int, found: _Found, identity: str) -> c.TableAmendment:
        file = self.read_file
        return c.TableAmendment(
            id=identity,
            document=self.document,
            by=(self.given(f"by-{n}"),),
            language=file.language if file else "",
            reading=file.reading if file else 0,
            changes=found.changes,
            reason=self.given(f"reason-{n}"),
        )

    def goes_to(self) -> str:
        """The amendments."""
        return f"{self.back}/amendments"


def _opened(kept: str) -> _File | None:
    """What was read before, if it comes from us."""
    try:
        return msgspec.json.decode(signing.loads(kept, salt=_SALT), type=_File) if kept else None
    except (signing.BadSignature, msgspec.MsgspecError):
        return None
