"""Corrections of the minutes: the act stays, and what is right stands beside it."""

from kurultai.gate import meetings
from kurultai.language.terms import term
from kurultai.procedure import commands as c
from kurultai.site.forms import fields
from kurultai.site.forms.sitting.step import SittingStep
from kurultai.site.tongue import lazy as _


class CorrectMinute(SittingStep):
    """What is right where an act of the meeting was entered wrongly."""

    title = _("Correct the minutes")
    lead = _("What was entered stays on the record. What is right stands beside it.")
    button = _("Enter the correction")
    kind = c.CorrectMinute
    preset = ("position",)
    position = fields.choice(_("What was entered"))
    words = fields.words(_("What is right"), rows=3, longest=5000)

    def prepare(self) -> None:
        """Offer the acts of the meeting, the latest first."""
        super().prepare()
        acts = reversed(meetings.minutes(self.viewer, self.meeting))
        language = self.viewer.language
        named = [(str(a.position), f"{a.position} · {term(language, 'act', a.kind)}") for a in acts]
        self.offer_one_of("position", named)
        if named:
            self.initial.setdefault("position", named[0][0])

    def command(self) -> c.CorrectMinute:
        """Enter it."""
        position, words = int(self.given("position")), self.given("words")
        return c.CorrectMinute(**self.asked(), position=position, words=words)
