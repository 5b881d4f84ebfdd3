"""Steps about a meeting that has been convened."""

from typing import Any

from kurultai.gate import meetings, register
from kurultai.gate.shapes import MeetingPage, Participation
from kurultai.gate.viewer import Viewer
from kurultai.language.ordinals import ordinal
from kurultai.procedure import commands as c
from kurultai.procedure.when import read_when
from kurultai.site.forms import fields
from kurultai.site.forms.convening import span
from kurultai.site.forms.step import Choices, Sourced, Step
from kurultai.site.paths import path_of
from kurultai.site.tongue import lazy as _


class MeetingStep(Step):
    """A step about a meeting. One entered after the fact asks on which day it happened."""

    page: MeetingPage

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> MeetingPage:
        """The meeting of that name."""
        return meetings.meeting(viewer, f"meeting:{name}")

    @property
    def meeting(self) -> str:
        """The meeting's identity."""
        return self.page.meeting.meeting

    def about(self) -> dict[str, object]:
        """The meeting."""
        return {"meeting": self.meeting}

    def prepare(self) -> None:
        """Lead back to the meeting."""
        number = ordinal(self.page.meeting.ordinal, self.viewer.language)
        self.back = path_of(self.meeting)
        self.back_label = f"{number} · {self.pick(self.page.series.names)}"
        if self.page.meeting.after_the_fact:
            self.fields["on"] = fields.line(
                _("When it happened"), required=False, hint=_("Empty: today.")
            )
            self.initial["on"] = self.page.meeting.when

    def asked(self) -> dict[str, Any]:
        """What every command about the meeting carries."""
        on = self.cleaned_data.get("on", "")
        return {"id": self.id, "on": on, "meeting": self.meeting}

    def offer_tags(self) -> None:
        """Offer the whole vocabulary, by scheme."""
        self.fields["tags"].choices = tags_by_scheme(self)

    def offer_items(self) -> None:
        """Offer the items of the latest issue of the agenda."""
        items = [(i.item, f"{i.number}. {self.pick(i.title)}") for i in self.page.agenda]
        self.offer("item", items, _("None"))

    def parties(self) -> tuple[Participation, ...]:
        """The parties in whose name the viewer may act: all for the secretariat, or their own."""
        own = self.viewer.parties("head_of_delegation")
        return tuple(p for p in self.page.parties if self.viewer.secretariat or p.party in own)


def tags_by_scheme(step: Step) -> list[tuple[str, Choices]]:
    """The vocabulary of challenges, areas, efforts and strategies as groups of choices."""
    found = register.tags(step.viewer)
    schemes = dict.fromkeys(tag.scheme for tag in found)
    return [
        (label, [(tag.tag, step.pick(tag.names)) for tag in found if tag.scheme == scheme])
        for scheme, label in step.terms("scheme", *schemes)
    ]


class Move(Sourced, MeetingStep):
    """Another date, place or host."""

    title = _("Move the meeting")
    lead = _("The earlier date and place stay in the record.")
    button = title
    kind = c.MoveMeeting
    first_day = fields.day(_("First day"), required=True)
    last_day = fields.day(_("Last day"), hint=_("Only if it lasts more than one day."))
    place = fields.words(_("Place"), required=False)
    host = fields.choice(_("Host"), required=False)
    field_order = ("first_day", "last_day", "place", "host", "source_link", "source_note")

    def start(self) -> dict[str, Any]:
        """As it stands."""
        when = read_when(self.page.meeting.when)
        last = when.last if when.last != when.first else None
        facts = self.page.meeting
        return {
            "first_day": when.first,
            "last_day": last,
            "place": facts.place,
            "host": facts.host,
        }

    def prepare(self) -> None:
        """Offer hosts."""
        super().prepare()
        parties = register.parties(self.viewer)
        self.offer("host", self.named(*(party.party for party in parties)), _("Nobody named"))

    def command(self) -> c.MoveMeeting:
        """Move it."""
        return c.MoveMeeting(
            **self.asked(),
            when=span(self.day("first_day"), self.day("last_day")),
            place=self.given("place"),
            host=self.given("host") or None,
            sources=self.sources(),
        )


class RegisterDelegation(MeetingStep):
    """Who comes for a party."""

    title = _("Register a delegation")
    button = title
    kind = c.RegisterDelegation
    preset = ("party",)
    party = fields.choice(_("Delegation of"))
    head = fields.line(_("Head of delegation"))
    members = fields.text(_("Members"), required=False, rows=5, hint=_("One name a line."))

    def about(self) -> dict[str, object]:
        """The meeting, and a party for which the viewer may act."""
        own = self.viewer.parties("head_of_delegation")
        return {**super().about(), "party": own[0] if own else ""}

    def prepare(self) -> None:
        """Offer the invited parties."""
        super().prepare()
        self.offer_one_of("party", self.named(*(p.party for p in self.parties() if p.invited)))

    def command(self) -> c.RegisterDelegation:
        """Register it."""
        members = tuple(self.given("members").splitlines())
        party, head = self.given("party"), self.given("head")
        return c.RegisterDelegation(**self.asked(), party=party, head=head, members=members)


class DecideCredentials(MeetingStep):
    """Whether a delegation's credentials are in order."""

    title = _("Decide on credentials")
    kind = c.DecideCredentials
    preset = ("party",)
    party = fields.choice(_("Delegation of"))
    accepted = fields.radio(_("Credentials"))
    reason = fields.words(_("Reason"), required=False, rows=2, longest=2000)

    def prepare(self) -> None:
        """Offer the registered delegations."""
        super().prepare()
        self.offer_one_of("party", self.named(*(p.party for p in self.page.parties if p.head)))
        self.offer("accepted", self.terms("credentials", "accepted", "refused"))

    def command(self) -> c.DecideCredentials:
        """Accept them, or not."""
        return c.DecideCredentials(
            **self.asked(),
            party=self.given("party"),
            accepted=self.given("accepted") == "accepted",
            reason=self.given("reason"),
        )


class RaiseMatter(MeetingStep):
    """A question that stays open in the series until it is settled."""

    title = _("Raise a matter")
    lead = _("It stays on the agenda of the series until it is settled.")
    kind = c.RaiseMatter
    matter = fields.words(_("Matter"))
    raised_by = fields.choice(_("Raised by"), required=False)
    tags = fields.several(_("About"))

    def about(self) -> dict[str, object]:
        """The meeting, and a party for which the viewer may act."""
        own = self.viewer.parties("head_of_delegation")
        return {**super().about(), "raised_by": own[0] if own else ""}

    def prepare(self) -> None:
        """Offer parties and tags."""
        super().prepare()
        blank = _("The secretariat") if self.viewer.secretariat else None
        self.offer("raised_by", self.named(*(p.party for p in self.parties())), blank)
        self.offer_tags()

    def command(self) -> c.RaiseMatter:
        """Raise it."""
        return c.RaiseMatter(
            **self.asked(),
            title=self.given("matter"),
            raised_by=self.given("raised_by"),
            tags=tuple(self.given("tags")),
        )


class SettleMatter(MeetingStep):
    """An open question of the series is settled here."""

    title = _("Settle a matter")
    kind = c.SettleMatter
    preset = ("matter",)
    matter = fields.choice(_("Matter"))
    how = fields.words(_("How it was settled"), required=False, rows=3, longest=5000)

    def prepare(self) -> None:
        """Offer what is open in the series."""
        super().prepare()
        found = meetings.open_matters(self.viewer, self.page.series.series)
        self.offer_one_of("matter", [(m.matter, self.pick(m.title)) for m in found])

    def command(self) -> c.SettleMatter:
        """Settle it."""
        return c.SettleMatter(**self.asked(), matter=self.given("matter"), how=self.given("how"))
