"""What the steps of a sitting have in common."""

import re
from typing import Any, ClassVar

from kurultai.gate.may import DELEGATES
from kurultai.gate.rules import book_of
from kurultai.gate.shapes.sitting import SittingPage
from kurultai.gate.viewer import Viewer
from kurultai.procedure.rulebook import Rulebook
from kurultai.site.forms import fields
from kurultai.site.forms.step import Choices, Step
from kurultai.site.house import house
from kurultai.site.paths import path_of
from kurultai.site.sittings.reading import page_of
from kurultai.site.tongue import lazy as _

_SCREEN = re.compile(r"(/(chair|delegate|clerk|projector))?")


def screen(meeting: str, came: str) -> str:
    """The screen of that meeting's sitting from which one came; empty if it was none."""
    base = f"{path_of(meeting)}/sitting"
    return came if came.startswith(base) and _SCREEN.fullmatch(came.removeprefix(base)) else ""


class SittingStep(Step):
    """A step about a sitting: it leads back to the screen that it was taken from."""

    page: SittingPage
    named_for: ClassVar[tuple[str, ...]] = ()  # offices in which one acts for a delegation

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> SittingPage:
        """The sitting of the meeting of that name."""
        return page_of(viewer, f"meeting:{name}")

    @property
    def meeting(self) -> str:
        """The meeting's identity."""
        return self.page.meeting.meeting

    @property
    def own(self) -> tuple[str, ...]:
        """The delegations at the meeting for which the viewer acts."""
        there = {one.party for one in self.page.parties}
        return tuple(p for p in self.viewer.parties(*self.named_for) if p in there)

    def about(self) -> dict[str, object]:
        """The meeting, and a delegation of the viewer's where one acts for a delegation."""
        of = {"party": self.own[0] if self.own else ""} if self.named_for else {}
        return {"meeting": self.meeting, **of}

    def prepare(self) -> None:
        """Lead back to the screen; only a screen of this sitting is led back to."""
        came = screen(self.meeting, next(iter(self.came_with("back")), ""))
        self.back, self.back_label = came or f"{path_of(self.meeting)}/sitting", _("Sitting")
        self.fields["back"] = fields.hidden()
        self.initial["back"] = self.back
        if self.named_for:
            self.offer_own()

    def offer_own(self) -> None:
        """Offer the delegations for which the viewer acts: all to the secretariat."""
        own = self.own
        if self.viewer.secretariat:
            own = tuple(one.party for one in self.page.parties)
        self.offer_one_of("party", self.named(*own))

    def asked(self) -> dict[str, Any]:
        """What every command about the sitting carries."""
        return {"id": self.id, "meeting": self.meeting}

    def items(self) -> Choices:
        """The items of the agenda."""
        return [(i.item, f"{i.number}. {self.pick(i.title)}") for i in self.page.agenda]

    def book(self) -> tuple[str, Rulebook | None]:
        """The part by whose rules the meeting sits, and the rulebook in force today."""
        return book_of(self.viewer, self.meeting, house().today())


class DelegationStep(SittingStep):
    """A step in the name of a delegation."""

    named_for = DELEGATES
    preset: ClassVar[tuple[str, ...]] = ("party",)
    party = fields.choice(_("Delegation of"))
