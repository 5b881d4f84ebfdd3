"""Reporting what a parliament did."""

from typing import Any

from kurultai.gate import commitments
from kurultai.gate.shapes import CommitmentPage
from kurultai.gate.viewer import Viewer
from kurultai.procedure import commands as c
from kurultai.procedure.following.commitment import ANSWERS
from kurultai.site.forms import fields
from kurultai.site.forms.step import Step
from kurultai.site.paths import path_of
from kurultai.site.tongue import lazy as _


class ReportOnCommitment(Step):
    """What was done about a commitment."""

    title = _("Report on a commitment")
    lead = _("Not to pursue it is an answer like any other.")
    button = title
    kind = c.ReportOnCommitment
    page: CommitmentPage
    state = fields.radio(_("State"))
    done = fields.words(_("What was done"), rows=5, longest=20_000)
    evidence = fields.link(_("Evidence"), hint=_("A link to a law, a decision or a report."))

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> CommitmentPage:
        """The commitment of that name."""
        return commitments.commitment(viewer, f"commitment:{name}")

    def about(self) -> dict[str, object]:
        """The commitment."""
        return {"commitment": self.page.commitment.commitment}

    def start(self) -> dict[str, Any]:
        """The state it is in, if a parliament said so."""
        state = self.page.commitment.state
        return {"state": state} if state in ANSWERS else {}

    def prepare(self) -> None:
        """Lead back to the commitment, and offer its states."""
        row = self.page.commitment
        self.back = path_of(row.commitment)
        self.back_label = f"{row.symbol or self.pick(row.document_names)} · {row.number}"
        self.offer("state", self.terms("commitment_state", *ANSWERS))

    def command(self) -> c.ReportOnCommitment:
        """Report it."""
        return c.ReportOnCommitment(
            id=self.id,
            commitment=self.page.commitment.commitment,
            state=self.given("state"),
            words=self.given("done"),
            evidence=self.given("evidence"),
        )
