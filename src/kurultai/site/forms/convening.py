"""Convening a meeting, entering a past one, and how often a series meets."""

from datetime import date
from typing import Any

from kurultai.gate import meetings, register
from kurultai.gate.shapes import SeriesPage
from kurultai.gate.viewer import Viewer
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Deadline
from kurultai.procedure.meeting import meeting_id
from kurultai.site.forms import fields
from kurultai.site.forms.audiences import audiences
from kurultai.site.forms.sheet import Section
from kurultai.site.forms.step import Sourced, Step
from kurultai.site.house import house
from kurultai.site.paths import path_of
from kurultai.site.tongue import lazy as _

_DEADLINES = ("registration", "documents", "proposals")


class SeriesStep(Step):
    """A step about a series."""

    page: SeriesPage

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> SeriesPage:
        """The series of that name."""
        today = date.fromisoformat(house().today())
        return meetings.series(viewer, f"series:{name}", today)

    def about(self) -> dict[str, object]:
        """The series."""
        return {"series": self.page.series.series}

    def prepare(self) -> None:
        """Lead back to the series."""
        self.back = path_of(self.page.series.series)
        self.back_label = self.pick(self.page.series.names)
        parties = register.parties(self.viewer)
        if "host" in self.fields:
            self.offer("host", self.named(*(party.party for party in parties)), _("Nobody named"))
        if "invited" in self.fields:
            self.offer("invited", self.named(*(party.party for party in parties)))


class Convene(SeriesStep):
    """The next meeting of the series."""

    title = _("Convene a meeting")
    lead = _("The agenda begins with the standing items and what earlier meetings left open.")
    button = title
    kind = c.ConveneMeeting
    ordinal = fields.number(_("Number of the meeting"), least=1, most=9999)
    first_day = fields.day(_("First day"), required=True)
    last_day = fields.day(_("Last day"), hint=_("Only if it lasts more than one day."))
    place = fields.words(_("Place"), required=False)
    host = fields.choice(_("Host"), required=False)
    theme = fields.words(_("Theme"), required=False, rows=2)
    invited = fields.several(_("Invited"), required=True)
    registration = fields.day(_("Register delegations by"))
    documents = fields.day(_("Send documents by"))
    proposals = fields.day(_("Send proposals by"))
    audience = fields.choice(_("Who may see it"))
    example = fields.check(_("This is an example, not history"))

    def start(self) -> dict[str, Any]:
        """The next number, and everybody who has a status."""
        parties = register.parties(self.viewer)
        invited = [party.party for party in parties if party.status]
        return {"ordinal": self.page.next_ordinal, "invited": invited, "audience": "public"}

    def prepare(self) -> None:
        """Offer parties and audiences."""
        super().prepare()
        self.offer("audience", audiences(self))

    def sections(self) -> tuple[Section, ...]:
        """The meeting, and what is due before it."""
        names = [name for name in self.fields if name not in (*_DEADLINES, "command_id")]
        before, after = names[: names.index("audience")], names[names.index("audience") :]
        return (
            self.section("", before),
            self.section(_("Deadlines"), _DEADLINES, in_row=True),
            self.section("", after),
        )

    def command(self) -> c.ConveneMeeting:
        """Convene it."""
        return c.ConveneMeeting(
            id=self.id,
            audience=self.given("audience"),
            series=self.page.series.series,
            ordinal=self.given("ordinal"),
            when=span(self.day("first_day"), self.day("last_day")),
            place=self.given("place"),
            host=self.given("host") or None,
            theme=self.given("theme"),
            invited=tuple(self.given("invited")),
            deadlines=tuple(Deadline(k, self.day(k)) for k in _DEADLINES if self.day(k)),
            example=self.given("example"),
        )

    def goes_to(self) -> str:
        """The new meeting."""
        return path_of(meeting_id(self.page.series.series, self.given("ordinal")))


class EnterPast(Sourced, SeriesStep):
    """A meeting that took place before the record began."""

    title = _("Enter a past meeting")
    lead = _("Enter only what a source says. What is not known stays empty.")
    kind = c.ConveneMeeting
    ordinal = fields.number(_("Number of the meeting"), least=1, most=9999)
    when = fields.line(
        _("When"),
        hint=_("2025-04-15, 2009-09-28/2009-09-29, 2024-05, 2026 or [2015-12..2018-11]"),
    )
    place = fields.words(_("Place"), required=False)
    host = fields.choice(_("Host"), required=False)
    theme = fields.words(_("Theme"), required=False, rows=2)
    invited = fields.several(_("Invited"))
    notes = fields.words(_("Notes"), required=False, rows=3, longest=5000)
    example = fields.check(_("This is an example, not history"))
    field_order = ("ordinal", "when", "place", "host", "theme", "invited", "notes")

    def start(self) -> dict[str, Any]:
        """The first number that is free."""
        taken = {meeting.ordinal for meeting in self.page.meetings}
        return {"ordinal": min(set(range(1, len(taken) + 2)) - taken)}

    def command(self) -> c.ConveneMeeting:
        """Enter it, as of the day it took place."""
        return c.ConveneMeeting(
            id=self.id,
            on=self.given("when"),
            series=self.page.series.series,
            ordinal=self.given("ordinal"),
            when=self.given("when"),
            place=self.given("place"),
            host=self.given("host") or None,
            theme=self.given("theme"),
            invited=tuple(self.given("invited")),
            example=self.given("example"),
            after_the_fact=True,
            notes=self.given("notes"),
            sources=self.sources(),
        )

    def goes_to(self) -> str:
        """The meeting entered."""
        return path_of(meeting_id(self.page.series.series, self.given("ordinal")))


class SetCadence(Sourced, SeriesStep):
    """How often the series is to meet."""

    title = _("How often it meets")
    kind = c.SetCadence
    months = fields.months()
    field_order = ("months", "source_link", "source_note")

    def start(self) -> dict[str, Any]:
        """As it is now."""
        return {"months": self.page.series.cadence_months}

    def command(self) -> c.SetCadence:
        """Set it."""
        return c.SetCadence(
            id=self.id,
            series=self.page.series.series,
            cadence_months=self.given("months"),
            sources=self.sources(),
        )


def span(first: str, last: str) -> str:
    """The day or days, as `kurultai.procedure.when` writes them."""
    return f"{first}/{last}" if last and last != first else first
