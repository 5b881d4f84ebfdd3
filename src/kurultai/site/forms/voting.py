"""Giving a position, closing the question."""

from kurultai.gate import meetings
from kurultai.gate.may import DELEGATES
from kurultai.gate.shapes import DecisionPage
from kurultai.gate.viewer import Viewer
from kurultai.procedure import commands as c
from kurultai.procedure.question import ANNOUNCED, CHOICES
from kurultai.site.forms import fields
from kurultai.site.forms.step import Step
from kurultai.site.paths import path_of
from kurultai.site.tongue import lazy as _


class DecisionStep(Step):
    """A step about a question that was put."""

    page: DecisionPage

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> DecisionPage:
        """The question of that name."""
        return meetings.decision(viewer, f"decision:{name}")

    def about(self) -> dict[str, object]:
        """The question and its meeting."""
        decision = self.page.decision
        return {"meeting": decision.meeting, "decision": decision.decision}

    def prepare(self) -> None:
        """Lead back to the question."""
        self.back = path_of(self.page.decision.decision)
        self.back_label = self.pick(self.page.decision.question)


class GivePosition(DecisionStep):
    """What a delegation says to the question."""

    title = _("Give a position")
    lead = _("It can be changed until the question is closed.")
    kind = c.GivePosition
    preset = ("party",)
    party = fields.choice(_("Delegation of"))
    choice = fields.radio(_("Position"))

    def about(self) -> dict[str, object]:
        """The question, and a party for which the viewer may act."""
        own = self.viewer.parties(*DELEGATES)
        return {**super().about(), "party": own[0] if own else ""}

    def prepare(self) -> None:
        """Offer the viewer's own delegation, or all to the secretariat."""
        super().prepare()
        own = self.viewer.parties(*DELEGATES)
        offered = self.page.decision.entitled if self.viewer.secretariat else own
        self.offer_one_of("party", self.named(*offered))
        self.offer("choice", self.terms("choice", *CHOICES))

    def command(self) -> c.GivePosition:
        """Give it."""
        return c.GivePosition(
            id=self.id,
            meeting=self.page.decision.meeting,
            decision=self.page.decision.decision,
            party=self.given("party"),
            choice=self.given("choice"),
        )


class DecideQuestion(DecisionStep):
    """Close the question; the rule gives the result."""

    title = _("Close the question")
    lead = _("No position can be given or changed after this. The rule gives the result.")
    button = _("Close and find the result")
    kind = c.DecideQuestion
    casting = fields.choice(
        _("The chair's casting vote"),
        required=False,
        hint=_("Counts only if the votes are equal and the rule gives the chair a casting vote."),
    )
    announced = fields.choice(
        _("The house decided otherwise than by the rule"),
        required=False,
        hint=_("What the rule finds stays on the record beside it."),
    )
    departure = fields.words(_("Why the rule was left"), required=False, rows=2, longest=2000)

    def prepare(self) -> None:
        """Offer the casting vote and the results that the house may announce."""
        super().prepare()
        self.offer("casting", self.terms("choice", "yes", "no"), _("None"))
        self.offer(
            "announced", self.terms("result", *ANNOUNCED), _("No: the rule gives the result")
        )

    def command(self) -> c.DecideQuestion:
        """Close it."""
        return c.DecideQuestion(
            id=self.id,
            meeting=self.page.decision.meeting,
            decision=self.page.decision.decision,
            casting=self.given("casting"),
            announced=self.given("announced"),
            departure=self.cleaned_data.get("departure") or {},
        )
