"""One commitment: how it is carried, what takes its place, and that it was a mistake."""

from typing import Any

from django.core.exceptions import ValidationError

from kurultai.gate import commitments
from kurultai.gate.shapes import CommitmentRow
from kurultai.procedure import commands as c
from kurultai.site.forms import fields
from kurultai.site.forms.following.about import AboutCommitment
from kurultai.site.forms.following.undertaking import IN_SIGHT, PARTS, Carrying, undertaking_of
from kurultai.site.forms.sheet import Passage, Section
from kurultai.site.forms.units import begin
from kurultai.site.paths import path_of
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say

_LATEST = 300  # commitments of a party that may be named


class CommitmentStep(AboutCommitment):
    """A step about a commitment that was not struck."""

    def allowed(self) -> bool:
        """True for those who may, while it counts."""
        return not self.row.struck and super().allowed()

    def prepare(self) -> None:
        """Lead back to the commitment."""
        self.back, self.back_label = path_of(self.row.commitment), self.called(self.row)

    def called(self, row: CommitmentRow) -> str:
        """Whose it is, and under which paragraph of which text."""
        text = row.symbol or self.pick(row.document_names)
        number = f", § {row.number}" if row.number else ""
        return f"{self.name(row.party)} · {text}{number}"

    def said(self) -> Section:
        """What it says."""
        language = next(iter(self.row.words), self.viewer.language)
        passage = Passage(
            self.viewer.language if self.viewer.language in self.row.words else language,
            self.pick(self.row.words),
        )
        return Section("", (), passages=(passage,))

    def sections(self) -> tuple[Section, ...]:
        """What it says, then the fields."""
        return (self.said(), *super().sections())


class DescribeCommitment(CommitmentStep):
    """How a commitment is to be carried."""

    title = _("Say how it is to be carried")
    lead = _("What the assembly proposes. The parliament answers as it likes.")
    kind = c.DescribeCommitment

    def prepare(self) -> None:
        """Every part of the undertaking, as it stands."""
        super().prepare()
        self.before = undertaking_of(self.row)
        self.carrying = Carrying(self, self.row.series)
        self.carrying.lay(self.before)

    def sections(self) -> tuple[Section, ...]:
        """What, when; who, by which steps; under which tags."""
        others = tuple(part for part in PARTS if part not in (*IN_SIGHT, "tags"))
        return (
            self.said(),
            self.section("", IN_SIGHT),
            self.section(_("Who, and by which steps"), others),
            self.section(_("Under what it falls"), ("tags",)),
        )

    def command(self) -> c.DescribeCommitment:
        """Describe it."""
        return c.DescribeCommitment(
            id=self.id,
            commitment=self.row.commitment,
            undertaking=self.carrying.entered(self.before),
        )


class SupersedeCommitment(CommitmentStep):
    """Another commitment takes its place, or something else does."""

    title = _("Another one takes its place")
    lead = _("It is not followed up any more. Its reports stay.")
    kind = c.SupersedeCommitment
    by = fields.choice(_("The commitment that takes its place"), required=False)
    reason = fields.words(
        _("Reason"),
        required=False,
        rows=2,
        longest=2000,
        hint=_("Needed if no commitment of this parliament takes its place."),
    )

    def allowed(self) -> bool:
        """True for those who may, unless it was done before."""
        return self.row.state != "superseded" and super().allowed()

    def prepare(self) -> None:
        """Offer the other commitments of the same party, the latest first."""
        super().prepare()
        every = commitments.commitments(self.viewer, party=self.row.party)
        others = [
            row
            for row in reversed(every)
            if row.commitment != self.row.commitment and row.state != "superseded"
        ]
        label = {row.commitment: self._label(row) for row in others[:_LATEST]}
        self.offer("by", list(label.items()), _("None of these"))

    def _label(self, row: CommitmentRow) -> str:
        text = row.symbol or self.pick(row.document_names)
        return f"{text}, § {row.number} · {begin(self.pick(row.words))}"

    def clean(self) -> dict[str, Any]:
        """One of the two is needed."""
        given: dict[str, Any] = super().clean()
        if not (given.get("by") or given.get("reason")):
            self.add_error("reason", ValidationError(_("This is needed.")))
        return given

    def command(self) -> c.SupersedeCommitment:
        """Enter it."""
        return c.SupersedeCommitment(
            id=self.id,
            commitment=self.row.commitment,
            by=self.given("by"),
            reason=self.given("reason"),
        )


class StrikeCommitment(CommitmentStep):
    """It was entered by mistake."""

    title = _("Strike the commitment")
    button = title
    kind = c.StrikeCommitment
    reason = fields.words(_("Reason"), rows=2, longest=2000)

    def prepare(self) -> None:
        """Say what it is for, and what there is to lose."""
        super().prepare()
        self.lead = say("Only what was entered by mistake. It stays readable and counts nowhere.")
        if self.page.reports:
            self.lead += " " + say("There are reports on it already.")

    def command(self) -> c.StrikeCommitment:
        """Strike it."""
        return c.StrikeCommitment(
            id=self.id, commitment=self.row.commitment, reason=self.given("reason")
        )
