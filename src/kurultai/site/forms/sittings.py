"""Steps while a meeting sits: opening, attendance, statements, minutes, closing."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError

from kurultai.gate import meetings, register
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Presence
from kurultai.site.forms import fields
from kurultai.site.forms.meetings import MeetingStep
from kurultai.site.forms.sheet import Section
from kurultai.site.tongue import lazy as _


class OpenMeeting(MeetingStep):
    """The chair opens the meeting."""

    title = _("Open the meeting")
    button = title
    kind = c.OpenMeeting

    def command(self) -> c.OpenMeeting:
        """Open it."""
        return c.OpenMeeting(**self.asked())


class TakeAttendance(MeetingStep):
    """Which delegations are present, with how many members."""

    title = _("Take attendance")
    lead = _("Taken again, it replaces the earlier one for what follows.")
    kind = c.TakeAttendance

    def prepare(self) -> None:
        """A line for each party."""
        super().prepare()
        for party in self.page.parties:
            self.fields[f"present-{party.party}"] = fields.check(_("Present"))
            self.fields[f"members-{party.party}"] = fields.number(
                _("Members present"), least=0, most=999, required=False
            )
            self.initial[f"present-{party.party}"] = party.present
            self.initial[f"members-{party.party}"] = party.members or None

    def sections(self) -> tuple[Section, ...]:
        """Each party, and on which day if that is asked."""
        on = [self.section("", ["on"])] if "on" in self.fields else []
        return (*on, *self._parties())

    def _parties(self) -> Iterator[Section]:
        for party in self.page.parties:
            names = (f"present-{party.party}", f"members-{party.party}")
            yield self.section(self.pick(party.state), names, in_row=True)

    def command(self) -> c.TakeAttendance:
        """Record who is present."""
        present = tuple(
            Presence(p.party, self.given(f"members-{p.party}") or 0)
            for p in self.page.parties
            if self.given(f"present-{p.party}")
        )
        return c.TakeAttendance(**self.asked(), present=present)


class RecordStatement(MeetingStep):
    """What was said, by whom and on whose behalf."""

    title = _("Record a statement")
    kind = c.RecordStatement
    preset = ("item",)
    speaker = fields.words(_("Speaker"))
    on_behalf = fields.choice(_("On behalf of"), required=False)
    item = fields.choice(_("Agenda item"), required=False)
    summary = fields.words(_("Summary"), rows=6, longest=20_000)
    tags = fields.several(_("About"))

    def prepare(self) -> None:
        """Offer parties, organs, items and tags."""
        super().prepare()
        parties = (party.party for party in register.parties(self.viewer))
        organs = (organ.organ for organ in register.organs(self.viewer))
        behalf = self.named("assembly", *parties, *organs)
        self.offer("on_behalf", behalf, _("The speaker alone"))
        self.offer_items()
        self.offer_tags()

    def command(self) -> c.RecordStatement:
        """Record it."""
        return c.RecordStatement(
            **self.asked(),
            speaker=self.given("speaker"),
            on_behalf=self.given("on_behalf"),
            summary=self.given("summary"),
            item=self.given("item") or None,
            tags=tuple(self.given("tags")),
        )


class ApproveMinutes(MeetingStep):
    """The minutes are drawn from the acts up to a position."""

    title = _("Approve the minutes")
    lead = _("The minutes are drawn from the acts of the meeting up to this position.")
    button = title
    kind = c.ApproveMinutes
    position = fields.number(_("Position in the record"), least=1, most=2**53)

    def start(self) -> dict[str, int]:
        """The meeting's latest act."""
        minutes = meetings.minutes(self.viewer, self.meeting)
        return {"position": minutes[-1].position if minutes else self.viewer.position}

    def clean_position(self) -> int:
        """A position that the record has."""
        position: int = self.cleaned_data["position"]
        if position > self.viewer.position:
            raise ValidationError(_("This number is too large."))
        return position

    def command(self) -> c.ApproveMinutes:
        """Approve them."""
        return c.ApproveMinutes(**self.asked(), position=self.given("position"))


class CloseMeeting(MeetingStep):
    """The meeting ends; what it leaves open goes to the next."""

    title = _("Close the meeting")
    lead = _("What stays open comes back on the agenda of the next meeting.")
    button = title
    kind = c.CloseMeeting

    def command(self) -> c.CloseMeeting:
        """Close it."""
        return c.CloseMeeting(**self.asked())
