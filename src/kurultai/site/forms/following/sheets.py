"""A parliament's spreadsheet that comes back: checked line by line, shown, recorded together."""

import hashlib
from dataclasses import dataclass
from typing import Any, Self

from kurultai.gate import sheets as gate
from kurultai.gate.coordinators import reports_for
from kurultai.gate.sheets import Kept
from kurultai.gate.viewer import Viewer
from kurultai.language.refusals import say_refusal
from kurultai.papers.sheets import Grid, Table
from kurultai.procedure import commands as c
from kurultai.procedure.refusal import Refused
from kurultai.site.forms import fields
from kurultai.site.forms.distribution import every_language
from kurultai.site.forms.following.kept_file import SheetStep
from kurultai.site.house import house
from kurultai.site.known import called
from kurultai.site.paths import path_of
from kurultai.site.sheets.returned import Returned, returned, to_be_seen
from kurultai.site.tongue import lazy as _


@dataclass(frozen=True, slots=True)
class Wrong:
    """A fault as it is shown."""

    line: int
    cell: str
    says: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What is found in the file, for a person to confirm."""

    found: Returned
    wrong: tuple[Wrong, ...]
    language: str


class ReturnSheet(SheetStep):
    """The reports of a spreadsheet, all that are right at once."""

    title = _("Report by spreadsheet")
    lead = _("Every line is checked and shown first. What is wrong comes back with remarks.")
    button = _("Record these reports")
    preview_button = _("Check the file")
    preview_page = "following/returned.html"
    kind = c.ReportOnCommitment
    is_wide = True
    page: Kept
    language = fields.choice(_("Language"), hint=_("In which the reports are written."))

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> Kept:
        """The party's commitments and reports."""
        return gate.of_party(viewer, f"party:{name}")

    def allowed(self) -> bool:
        """Only who reports for the party."""
        return reports_for(self.viewer, self.page.party.party)

    def start(self) -> dict[str, Any]:
        """In the viewer's language."""
        return {"language": self.viewer.language}

    def prepare(self) -> None:
        """Lead back to what is followed up with the parliament."""
        super().prepare()
        party = self.page.party.party
        self.back = f"{path_of(party)}/follow-up"
        self.back_label = called(self.viewer, party)
        self.offer("language", every_language(self))

    def previewed(self) -> Self:
        """What would be recorded, what not, and what is wrong."""
        found = self._found(self.grid())
        sheet = self.again(found.entries[-1].id if found.entries else "")
        sheet.preview = _shown(found, self.viewer.language)
        sheet.can_confirm = bool(found.entries)
        return sheet

    def _found(self, grid: Grid) -> Returned:
        return returned(grid, self.page, house().today(), self.viewer.language)

    @property
    def seen(self) -> str:
        """Just these reports, in this language."""
        ids = [entry.id for entry in self._found(self.grid()).entries]
        said = repr((self.given("language"), ids))
        return hashlib.sha256(said.encode()).hexdigest()[:32]

    def commands(self) -> tuple[c.ReportOnCommitment, ...]:
        """Every line that is right."""
        entries = self._found(self.grid()).entries
        if not entries:
            raise Refused("sheet.nothing_new")
        return tuple(entry.command(self.given("language")) for entry in entries)

    def remarks(self) -> Table:
        """The lines that are not right, with what is wrong with each."""
        grid = self.grid()
        return to_be_seen(grid, self.page, self._found(grid), self.viewer.language)


def _shown(found: Returned, language: str) -> Shown:
    wrong = (
        Wrong(fault.line, fault.cell, say_refusal(fault.rule, fault.facts, language))
        for fault in found.faults
    )
    return Shown(found, tuple(wrong), language)
