"""Motions on procedure: moved, seconded, ruled on."""

from kurultai.language.terms import term
from kurultai.procedure import commands as c
from kurultai.procedure.motions import motions_of
from kurultai.site.forms import fields
from kurultai.site.forms.sitting.step import DelegationStep, SittingStep
from kurultai.site.forms.step import Choices
from kurultai.site.house import house
from kurultai.site.tongue import lazy as _

RULINGS = ("in_order", "out_of_order", "withdrawn")


def motion_name(kind: str, language: str) -> str:
    """What a motion is called; a rulebook may have motions of its own."""
    return term(language, "motion", kind).replace("_", " ")


def motions_of_sitting(step: SittingStep) -> Choices:
    """The motions before the house, the one that goes first first."""
    language = step.viewer.language
    return [
        (one.motion, f"{motion_name(one.kind, language)} · {step.name(one.party)}")
        for one in step.page.motions
    ]


class MoveMotion(DelegationStep):
    """A delegation moves a motion on procedure."""

    title = _("Move a motion")
    button = title
    kind = c.MoveMotion
    preset = ("party", "motion")
    motion = fields.choice(_("Motion"))
    words = fields.words(_("In the mover’s words"), required=False, rows=2, longest=2000)

    def prepare(self) -> None:
        """Offer the motions that the body's rules know, by their rank."""
        super().prepare()
        part, book = self.book()
        kinds = motions_of(book, part, on=house().today()) if book else ()
        self.offer_one_of("motion", [(k, motion_name(k, self.viewer.language)) for k in kinds])

    def command(self) -> c.MoveMotion:
        """Move it."""
        return c.MoveMotion(
            **self.asked(),
            kind=self.given("motion"),
            party=self.given("party"),
            words=self.given("words"),
        )


class SecondMotion(DelegationStep):
    """A delegation seconds a motion."""

    title = _("Second a motion")
    button = title
    kind = c.SecondMotion
    preset = ("party", "motion")
    motion = fields.choice(_("Motion"))

    def prepare(self) -> None:
        """Offer the motions before the house."""
        super().prepare()
        self.offer_one_of("motion", motions_of_sitting(self))

    def command(self) -> c.SecondMotion:
        """Second it."""
        motion, party = self.given("motion"), self.given("party")
        return c.SecondMotion(**self.asked(), motion=motion, party=party)


class RuleOnMotion(SittingStep):
    """The chair rules on a motion."""

    title = _("Rule on a motion")
    button = _("Enter the ruling")
    kind = c.RuleOnMotion
    preset = ("motion", "ruling")
    motion = fields.choice(_("Motion"))
    ruling = fields.radio(_("Ruling"))
    reason = fields.words(_("Why"), required=False, rows=2, longest=2000)

    def prepare(self) -> None:
        """Offer the motions before the house, and the rulings."""
        super().prepare()
        self.offer_one_of("motion", motions_of_sitting(self))
        self.offer("ruling", self.terms("motion_state", *RULINGS))

    def command(self) -> c.RuleOnMotion:
        """Rule on it."""
        return c.RuleOnMotion(
            **self.asked(),
            motion=self.given("motion"),
            ruling=self.given("ruling"),
            reason=self.given("reason"),
        )
