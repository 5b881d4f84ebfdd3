"""Silence procedures: one is opened at a meeting, broken in writing, or kept."""

from datetime import date, timedelta
from typing import Any

from kurultai.gate import meetings
from kurultai.gate.may import DELEGATES
from kurultai.gate.rules import drafting_rule
from kurultai.language.dates import say_moment
from kurultai.procedure import commands as c
from kurultai.site.forms import fields
from kurultai.site.forms.amending import own
from kurultai.site.forms.drafts import DraftStep
from kurultai.site.forms.moments import Until, local, zone
from kurultai.site.forms.sheet import Section
from kurultai.site.house import house
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say

_HOURS = 72  # proposed where no rule says how long a silence lasts


class OpenSilence(Until, DraftStep):
    """A meeting lets the text be adopted unless somebody objects before an instant."""

    title = _("Open a silence procedure")
    lead = _("The text is adopted at the instant unless a delegation breaks the silence before.")
    button = title
    kind = c.OpenSilence
    meeting = fields.choice(_("Announced at the meeting"))
    names = fields.words(
        _("Temporary title"), hint=_("The text goes by it while the silence runs.")
    )
    objecting = fields.several(
        _("Delegations that object to the procedure"), hint=_("Empty: nobody objects.")
    )
    field_order = ("meeting", "names", "until_day", "until_time", "objecting")

    def start(self) -> dict[str, Any]:
        """As long as the rule asks for, under the title of the text."""
        rule = drafting_rule(self.viewer, self.document, house().today())
        hours = timedelta(hours=(rule.silence or _HOURS) + 1)
        until = local((house().now() + hours).isoformat(), zone(self.viewer))
        return {
            "names": self.page.text.document.names,
            "until_day": until.date(),
            "until_time": until.time().replace(minute=0),
        }

    def prepare(self) -> None:
        """Offer the meetings that sit, and the members."""
        super().prepare()
        sitting = [m for m in meetings.meetings(self.viewer) if m.state == "open"]
        offered = [
            (m.meeting, f"{self.pick(m.series_names)} {m.ordinal} · {m.when}") for m in sitting
        ]
        self.offer_one_of("meeting", offered)
        self.offer("objecting", self.named(*own(self)))

    def sections(self) -> tuple[Section, ...]:
        """Where and what; until when by its clock; who objects."""
        clock = ("until_day", "until_time")
        note = self.until_note(date.fromisoformat(house().today()))
        return (
            self.section("", ("meeting", "names")),
            self.section(say("Deadline"), clock, in_row=True, note=note),
            self.section("", ("objecting",)),
        )

    def command(self) -> c.OpenSilence:
        """Open it."""
        return c.OpenSilence(
            id=self.id,
            document=self.document,
            meeting=self.given("meeting"),
            until=self.given("until"),
            title=self.given("names"),
            objecting=tuple(self.given("objecting")),
        )


class SilenceStep(DraftStep):
    """A step about a silence that runs."""

    def sections(self) -> tuple[Section, ...]:
        """Until when it runs, then the fields."""
        silence = self.page.silence
        if silence is None:
            return super().sections()
        until = say_moment(silence.until, self.viewer.language, zone(self.viewer))
        note = say("The silence runs until %(when)s.") % {"when": until}
        return (self.section("", (), note=note), *super().sections())


class BreakSilence(SilenceStep):
    """A delegation objects in writing."""

    title = _("Break the silence")
    lead = _("The text is then not adopted. An amendment breaks the silence too.")
    button = title
    kind = c.BreakSilence
    party = fields.choice(_("Delegation of"))
    reason = fields.words(_("Reason"), rows=4, longest=5000)

    def about(self) -> dict[str, object]:
        """The document, and a party for which the viewer may act."""
        return {**super().about(), "party": next(iter(self.viewer.parties(*DELEGATES)), "")}

    def prepare(self) -> None:
        """Offer those that may break it."""
        super().prepare()
        asked = self.page.silence.parties if self.page.silence else ()
        self.offer_one_of("party", self.named(*(p for p in own(self) if p in asked)))

    def command(self) -> c.BreakSilence:
        """Break it."""
        return c.BreakSilence(
            id=self.id,
            document=self.document,
            party=self.given("party"),
            reason=self.given("reason"),
        )


class CloseSilence(SilenceStep):
    """The instant passed and nobody broke the silence."""

    title = _("Establish that the silence was kept")
    lead = _("The text is adopted by it; the next meeting is to announce it.")
    button = title
    kind = c.CloseSilence

    def command(self) -> c.CloseSilence:
        """Establish it."""
        return c.CloseSilence(id=self.id, document=self.document)
