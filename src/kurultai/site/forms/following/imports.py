"""Taking over what an assembly kept before, from a file; and taking it back."""

from dataclasses import dataclass
from typing import Any, Self

from django.core.exceptions import ValidationError

from kurultai.gate import imports as gate
from kurultai.gate import register
from kurultai.gate.imports import Import
from kurultai.gate.shapes import DocumentPage
from kurultai.language.columns import heading
from kurultai.language.dates import say_moment
from kurultai.language.refusals import say_refusal
from kurultai.language.terms import TERMS
from kurultai.papers.sheets import Grid, Table, letters
from kurultai.procedure import commands as c
from kurultai.procedure.following.commitment import STATES
from kurultai.procedure.refusal import Refused
from kurultai.site.forms import fields
from kurultai.site.forms.audiences import audiences
from kurultai.site.forms.distribution import every_language
from kurultai.site.forms.documents import DocumentStep
from kurultai.site.forms.following.kept_file import SheetStep
from kurultai.site.forms.following.sheets import Wrong
from kurultai.site.forms.moments import zone
from kurultai.site.forms.sheet import Section
from kurultai.site.house import house
from kurultai.site.paths import path_of
from kurultai.site.sheets.cells import columns_of, needed
from kurultai.site.sheets.named import named
from kurultai.site.sheets.past import COLUMNS, NEEDED, Past, past
from kurultai.site.sheets.plan import Sums, Taking, plan, sums
from kurultai.site.sheets.remarked import remarked
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say

_SHOWN = 40  # characters of a cell, in a hint
_NOT_TAKEN = "-"


@dataclass(frozen=True, slots=True)
class Shown:
    """What is found in the file, for a person to confirm."""

    lines: int
    sums: Sums
    wrong: tuple[Wrong, ...]


class TakeOver(SheetStep):
    """Past recommendations and replies become commitments and reports."""

    title = _("Take over past recommendations")
    lead = _(
        "A spreadsheet with one recommendation to one parliament in each line. What would be"
        " recorded is shown first; it can be taken back."
    )
    button = _("Take over these lines")
    preview_button = _("Read the file")
    preview_page = "following/import.html"
    template = "following/imports.html"
    kind = c.ImportCommitments
    is_wide = True
    audience = fields.choice(_("Who may see it"), hint=_("Of texts that are not here yet."))
    document_kind = fields.choice(_("Kind"), hint=_("Of texts that are not here yet."))
    language = fields.choice(_("Language"), hint=_("Where the line itself names none."))

    def start(self) -> dict[str, Any]:
        """Recommendations for everyone, in the viewer's language."""
        return {
            "audience": "public",
            "document_kind": "recommendation",
            "language": self.viewer.language,
        }

    def prepare(self) -> None:
        """Offer the choices; of a file that was read, what each of its columns is."""
        super().prepare()
        self.back, self.back_label = "/commitments/", _("Commitments")
        self.offer("audience", audiences(self))
        self.offer("document_kind", self.terms("document_kind", *TERMS["document_kind"]))
        self.offer("language", every_language(self))
        self.imports = gate.imports(self.viewer)
        self.places = tuple(
            int(name.removeprefix("column-"))
            for name in self.came
            if name.startswith("column-") and name.removeprefix("column-").isdecimal()
        )
        for place in sorted(self.places)[:100]:
            self._ask(place)

    def _ask(self, place: int) -> None:
        self.fields[f"column-{place}"] = fields.choice(letters(place))
        called = [(name, heading(self.viewer.language, name)) for name in COLUMNS]
        self.offer(f"column-{place}", [(_NOT_TAKEN, _("Not taken over")), *called])

    def sections(self) -> tuple[Section, ...]:
        """The file and what holds for all of it; then each column, as it was understood."""
        whole = self.section("", ("file", "audience", "document_kind", "language"))
        if not self.places:
            return (whole,)
        columns = tuple(f"column-{place}" for place in sorted(self.places))
        return (whole, self.section(say("Columns"), columns, in_row=True))

    def clean(self) -> dict[str, Any]:
        """No two columns may be the same thing."""
        given = super().clean()
        chosen = [given.get(f"column-{place}") for place in self.places]
        said = [name for name in chosen if name not in (None, _NOT_TAKEN)]
        if len(set(said)) < len(said):
            raise ValidationError(_("Two columns are said to be the same. Change one of them."))
        return given

    def previewed(self) -> Self:
        """How many lines there are of what, and each that is wrong."""
        grid = self.grid()
        chosen = self._chosen(grid, self._columns(grid))
        try:
            found = self._past(grid)
        except Refused as refused:  # a column is missing: which one it is can be said
            sheet = self.again("", **chosen)
            sheet.refused(refused)
        else:
            commands = plan(found.lines, self._taking())
            sheet = self.again(commands[-1].id if commands else "", **chosen)
            sheet.preview = self._shown(found)
            sheet.can_confirm = bool(found.lines) and not found.faults
        sheet.label(grid)
        return sheet

    def label(self, grid: Grid) -> None:
        """Each column by its letter and what stands over it, with its first words as a hint."""
        for place in self.places:
            field = self[f"column-{place}"]
            over = grid.head.cell(place)
            field.label = " · ".join(filter(None, (letters(place), over[:_SHOWN])))
            first = next((line.cell(place) for line in grid.body if line.cell(place)), "")
            field.help_text = first if len(first) <= _SHOWN else f"{first[:_SHOWN]}..."

    def _chosen(self, grid: Grid, columns: dict[str, int]) -> dict[str, str]:
        """What each column is, by the form's names; also those that are not taken over."""
        at = {place: name for name, place in columns.items()}
        widest = max(len(line.cells) for line in grid.lines)
        return {f"column-{place}": at.get(place, _NOT_TAKEN) for place in range(widest)}

    def _columns(self, grid: Grid) -> dict[str, int]:
        """As they were chosen; by their headings while nobody has chosen, or of another file."""
        if self.places and not self.given("file"):
            chosen = {self.given(f"column-{place}"): place for place in self.places}
            columns = {name: place for name, place in chosen.items() if name != _NOT_TAKEN}
        else:
            columns = columns_of(grid, COLUMNS)
        return columns

    def _past(self, grid: Grid) -> Past:
        columns = self._columns(grid)
        needed(columns, NEEDED, self.viewer.language)
        today = house().today()
        return past(grid, columns, named(self.viewer), self.given("language"), today)

    def _taking(self) -> Taking:
        return Taking(
            self.name_of_file,
            self.digest,
            self.given("audience"),
            self.given("document_kind"),
            self.given("command_id"),
        )

    def _shown(self, found: Past) -> Shown:
        parties = tuple(party.party for party in register.parties(self.viewer))
        wrong = tuple(
            Wrong(f.line, f.cell, say_refusal(f.rule, f.facts, self.viewer.language))
            for f in found.faults
        )
        return Shown(len(found.lines), sums(found.lines, parties, STATES), wrong)

    @property
    def seen(self) -> str:
        """Just these lines, taken over in this way; nothing while a column is missing."""
        try:
            commands = plan(self._past(self.grid()).lines, self._taking())
        except Refused:
            return ""
        return commands[-1].id.removeprefix("sheet:") if commands else ""

    def commands(self) -> tuple[c.Command, ...]:
        """All lines, or none."""
        found = self._past(self.grid())
        if found.faults:
            raise Refused("sheet.faults")
        if not found.lines:
            raise Refused("import.empty")
        return plan(found.lines, self._taking())

    def remarks(self) -> Table:
        """The lines that are not right, with what is wrong with each."""
        grid, language = self.grid(), self.viewer.language
        said = {
            fault.line: f"{fault.cell}: {say_refusal(fault.rule, fault.facts, language)}"
            for fault in self._past(grid).faults
        }
        return remarked(grid, said, language)


class UndoImport(DocumentStep):
    """What was taken over from a file is struck."""

    title = _("Take back what was taken over")
    lead = _("Its commitments stay readable and count nowhere.")
    button = title
    kind = c.UndoImport
    page: DocumentPage
    imported = fields.radio(_("File"))
    everywhere = fields.check(_("Also what was taken over from the same file under other texts"))
    reason = fields.words(_("Reason"), rows=2, longest=2000)

    def prepare(self) -> None:
        """Offer the files whose lines stand under this text."""
        super().prepare()
        self.standing = tuple(one for one in gate.imports(self.viewer) if one.undone_on is None)
        here = [one for one in self.standing if one.document == self.document]
        self.offer("imported", [(one.imported, self._said(one)) for one in here])
        if len(here) == 1:
            self.initial["imported"] = here[0].imported

    def allowed(self) -> bool:
        """Only where there is something to be taken back."""
        return super().allowed() and any(one.document == self.document for one in self.standing)

    def start(self) -> dict[str, Any]:
        """All of the file."""
        return {"everywhere": True}

    def _said(self, one: Import) -> str:
        return say("%(name)s of %(day)s: %(lines)s lines") % {
            "name": one.name,
            "day": say_moment(one.at, self.viewer.language, zone(self.viewer)),
            "lines": one.lines,
        }

    def commands(self) -> tuple[c.UndoImport, ...]:
        """Under this text, and under the others if that is asked."""
        chosen = next(one for one in self.standing if one.imported == self.given("imported"))
        others = (
            one
            for one in self.standing
            if one.digest == chosen.digest and one.imported != chosen.imported
        )
        together = (*(others if self.given("everywhere") else ()), chosen)
        last = len(together) - 1
        return tuple(
            c.UndoImport(
                id=self.id if number == last else f"{self.id}-{number}",
                document=one.document,
                imported=one.imported,
                reason=self.given("reason"),
            )
            for number, one in enumerate(together)
        )

    def goes_to(self) -> str:
        """The text."""
        return path_of(self.document)
