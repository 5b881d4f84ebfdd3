"""A vote in the sitting: positions, hands, closing, contests, corrections, the result."""

from typing import Any, ClassVar

from kurultai.gate.may import DELEGATES
from kurultai.gate.shapes.document import DecisionRow
from kurultai.procedure import commands as c
from kurultai.procedure.question import ANNOUNCED, CHOICES
from kurultai.site.forms import fields
from kurultai.site.forms.sitting.step import SittingStep
from kurultai.site.tongue import lazy as _


class VoteStep(SittingStep):
    """A step about the question that is before the house."""

    preset: ClassVar[tuple[str, ...]] = ("decision",)
    decision = fields.choice(_("Question"))

    @property
    def row(self) -> DecisionRow | None:
        """The question; None if nothing is being voted on."""
        return self.page.vote.decision if self.page.vote else None

    def about(self) -> dict[str, object]:
        """The meeting and the question."""
        row = self.row
        return {**super().about(), "decision": row.decision if row else ""}

    def prepare(self) -> None:
        """The question there is."""
        super().prepare()
        row = self.row
        self.offer("decision", [(row.decision, self.pick(row.question))] if row else [])

    def asked(self) -> dict[str, Any]:
        """The meeting and the question."""
        return {**super().asked(), "decision": self.given("decision")}

    def offer_entitled(self) -> None:
        """Offer every delegation that is entitled to answer."""
        self.offer_one_of("party", self.named(*(self.row.entitled if self.row else ())))


class CloseVoting(VoteStep):
    """No more positions are taken."""

    title = _("Close the vote")
    lead = _("No more positions are taken. The result can be contested until it is announced.")
    button = title
    kind = c.CloseVoting

    def command(self) -> c.CloseVoting:
        """Close it."""
        return c.CloseVoting(**self.asked())


class GiveInSitting(VoteStep):
    """What a delegation says to the question."""

    title = _("Give a position")
    kind = c.GivePosition
    named_for = DELEGATES
    preset = ("decision", "party", "choice")
    party = fields.choice(_("Delegation of"))
    choice = fields.radio(_("Position"))

    def prepare(self) -> None:
        """Offer the answers."""
        super().prepare()
        self.offer("choice", self.terms("choice", *CHOICES))

    def offer_own(self) -> None:
        """Offer the viewer's own delegation, or all those entitled to the secretariat."""
        if self.viewer.secretariat:
            self.offer_entitled()
        else:
            self.offer_one_of("party", self.named(*self.own))

    def command(self) -> c.GivePosition:
        """Give it."""
        party, choice = self.given("party"), self.given("choice")
        return c.GivePosition(**self.asked(), party=party, choice=choice)


class CountHands(VoteStep):
    """The hands counted."""

    title = _("Enter the hands counted")
    kind = c.CountHands
    yes = fields.number(_("In favour"), least=0, most=99_999)
    no = fields.number(_("Against"), least=0, most=99_999)
    abstain = fields.number(_("Abstain"), least=0, most=99_999)

    def start(self) -> dict[str, int]:
        """What was counted before."""
        counts = self.page.vote.counts if self.page.vote else {}
        return {choice: counts.get(choice, 0) for choice in CHOICES} if counts else {}

    def command(self) -> c.CountHands:
        """Enter them."""
        counts = {choice: self.given(choice) for choice in CHOICES}
        return c.CountHands(**self.asked(), **counts)


class ContestResult(VoteStep):
    """A delegation contests what was counted, before it is announced."""

    title = _("Contest the result")
    button = title
    kind = c.ContestResult
    named_for = DELEGATES
    preset = ("decision", "party")
    party = fields.choice(_("Delegation of"))
    reason = fields.words(_("Why"), required=False, rows=2, longest=2000)

    def command(self) -> c.ContestResult:
        """Contest it."""
        party, reason = self.given("party"), self.given("reason")
        return c.ContestResult(**self.asked(), party=party, reason=reason)


class CorrectPosition(VoteStep):
    """A position that was recorded wrongly is put right; what it was stays on the record."""

    title = _("Correct a position")
    button = title
    kind = c.CorrectPosition
    preset = ("decision", "party")
    party = fields.choice(_("Delegation of"))
    choice = fields.radio(_("What it said"))
    reason = fields.words(_("Why it is put right"), rows=2, longest=2000)

    def prepare(self) -> None:
        """Offer delegations and answers."""
        super().prepare()
        self.offer_entitled()
        self.offer("choice", self.terms("choice", *CHOICES))

    def command(self) -> c.CorrectPosition:
        """Put it right."""
        return c.CorrectPosition(
            **self.asked(),
            party=self.given("party"),
            choice=self.given("choice"),
            reason=self.given("reason"),
        )


class Announce(VoteStep):
    """The result: by the rule, or by the house where it left the rule."""

    title = _("Announce the result")
    button = title
    kind = c.DecideQuestion
    preset = ("decision", "casting")
    casting = fields.choice(
        _("The chair’s casting vote"),
        required=False,
        hint=_("Counts only if the votes are equal and the rule gives the chair a casting vote."),
    )
    announced = fields.choice(_("The house decided otherwise than by the rule"), required=False)
    departure = fields.words(_("Why the rule was left"), required=False, rows=2, longest=2000)

    def prepare(self) -> None:
        """Offer the casting vote and the results that the house may announce."""
        super().prepare()
        self.offer("casting", self.terms("choice", "yes", "no"), _("None"))
        by_rule = _("No: the rule gives the result")
        self.offer("announced", self.terms("result", *ANNOUNCED), by_rule)

    def command(self) -> c.DecideQuestion:
        """Announce it."""
        return c.DecideQuestion(
            **self.asked(),
            casting=self.given("casting"),
            announced=self.given("announced"),
            departure=self.given("departure"),
        )
