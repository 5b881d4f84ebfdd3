"""The floor: the speakers' list, who asks, who has it."""

from typing import get_args

from kurultai.gate.may import presides
from kurultai.gate.shapes.sitting import Speech
from kurultai.procedure import commands as c
from kurultai.procedure.rulebook import SpeechKind
from kurultai.site.forms import fields
from kurultai.site.forms.sitting.step import DelegationStep, SittingStep
from kurultai.site.forms.step import Choices
from kurultai.site.tongue import lazy as _

_LONGEST = 86_400  # seconds: a day


def called(step: SittingStep, speeches: tuple[Speech, ...]) -> Choices:
    """Those who wait, by name, delegation and what for."""
    kinds = dict(step.terms("speech_kind", *get_args(SpeechKind)))
    return [
        (
            one.request,
            " · ".join(
                part
                for part in (step.name(one.party), step.name(one.person), kinds[one.kind])
                if part
            ),
        )
        for one in speeches
    ]


class OpenSpeakersList(SittingStep):
    """The speakers' list is opened, or opened again with another time."""

    title = _("Open the speakers’ list")
    button = title
    kind = c.OpenSpeakersList
    preset = ("seconds",)
    seconds = fields.number(
        _("Seconds for each"),
        least=0,
        most=_LONGEST,
        required=False,
        hint=_("Empty: what the rulebook gives. 0: no limit."),
    )

    def command(self) -> c.OpenSpeakersList:
        """Open it."""
        return c.OpenSpeakersList(**self.asked(), seconds=self.given("seconds"))


class CloseSpeakersList(SittingStep):
    """Nobody more may enter the speakers' list."""

    title = _("Close the speakers’ list")
    button = title
    kind = c.CloseSpeakersList

    def command(self) -> c.CloseSpeakersList:
        """Close it."""
        return c.CloseSpeakersList(**self.asked())


class RequestFloor(DelegationStep):
    """A delegation asks for the floor; who asks is who is signed in for it."""

    title = _("Ask for the floor")
    button = title
    kind = c.RequestFloor
    preset = ("party", "speech_kind")
    speech_kind = fields.radio(_("What for"))

    def prepare(self) -> None:
        """Offer what one may ask for."""
        super().prepare()
        self.offer("speech_kind", self.terms("speech_kind", *get_args(SpeechKind)))
        self.initial.setdefault("speech_kind", "speech")

    def command(self) -> c.RequestFloor:
        """Ask for it."""
        party = self.given("party")
        person = (self.viewer.person or "") if party in self.own else ""
        kind = self.given("speech_kind")
        return c.RequestFloor(**self.asked(), party=party, kind=kind, person=person)


class WithdrawFloorRequest(DelegationStep):
    """Who had asked for the floor does so no longer, or is struck off by the chair."""

    title = _("Withdraw a request for the floor")
    button = _("Withdraw")
    kind = c.WithdrawFloorRequest
    preset = ("request",)
    party = None  # it follows from the request
    request = fields.choice(_("Request"))

    def offer_own(self) -> None:
        """Offer the viewer's own requests, or all to the chair."""
        is_chair = self.viewer.secretariat or presides(self.viewer, self.meeting)
        own = (one for one in self.page.waiting if is_chair or one.party in self.own)
        self.offer_one_of("request", called(self, tuple(own)))

    def command(self) -> c.WithdrawFloorRequest:
        """Withdraw it."""
        request = self.given("request")
        party = next(one.party for one in self.page.waiting if one.request == request)
        return c.WithdrawFloorRequest(**self.asked(), request=request, party=party)


class GiveFloor(SittingStep):
    """The chair gives the floor: to the next, or to whom it will."""

    title = _("Give the floor")
    button = title
    kind = c.GiveFloor
    preset = ("request", "seconds")
    request = fields.choice(_("To"), required=False)
    seconds = fields.number(
        _("Seconds"),
        least=0,
        most=_LONGEST,
        required=False,
        hint=_("Empty: what the list or the rulebook gives. 0: no limit."),
    )

    def prepare(self) -> None:
        """Offer those who wait, in the order in which they will be heard, and who was heard."""
        super().prepare()
        heard = (*self.page.waiting, *self.page.spoken)
        self.offer("request", called(self, heard), _("Whoever is next"))

    def command(self) -> c.GiveFloor:
        """Give it."""
        request, seconds = self.given("request"), self.given("seconds")
        return c.GiveFloor(**self.asked(), request=request, seconds=seconds)


class EndFloor(SittingStep):
    """A speech ends."""

    title = _("End the speech")
    button = title
    kind = c.EndFloor

    def command(self) -> c.EndFloor:
        """End it."""
        return c.EndFloor(**self.asked())
