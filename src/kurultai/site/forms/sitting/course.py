"""The course of a sitting: the item taken up, suspensions, who is there."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from kurultai.procedure import commands as c
from kurultai.site.forms import fields
from kurultai.site.forms.moments import instant, zone
from kurultai.site.forms.sitting.step import SittingStep
from kurultai.site.house import house
from kurultai.site.tongue import lazy as _


class TakeItem(SittingStep):
    """The chair takes up an item, or closes it."""

    title = _("Take up an item")
    button = title
    kind = c.TakeItem
    preset = ("item",)
    item = fields.choice(_("Agenda item"), required=False)

    def prepare(self) -> None:
        """Offer the items of the agenda."""
        super().prepare()
        self.offer("item", self.items(), _("None"))

    def command(self) -> c.TakeItem:
        """Take it up."""
        return c.TakeItem(**self.asked(), item=self.given("item"))


class SuspendSitting(SittingStep):
    """The sitting is suspended, until a time if one is said."""

    title = _("Suspend the sitting")
    button = title
    kind = c.SuspendSitting
    until_time = fields.clock(_("Until"))
    until_day = fields.day(_("On another day"))
    reason = fields.words(_("Why"), required=False, rows=2, longest=2000)

    def prepare(self) -> None:
        """The time may be left out."""
        super().prepare()
        self.fields["until_time"].required = False

    def clean(self) -> dict[str, Any]:
        """A time that the clocks have on that day: today, if none is named."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        at = given.get("until_time")
        if at is None and given.get("until_day"):
            self.add_error("until_time", ValidationError(_("Write the time as 18:00.")))
        if at is not None:
            day = given.get("until_day") or date.fromisoformat(house().today())
            try:
                given["until"] = instant(day, at, zone(self.viewer))
            except (ValueError, OverflowError):
                skipped = ValidationError(_("The clocks skip this time on that day."))
                self.add_error("until_time", skipped)
        return given

    def command(self) -> c.SuspendSitting:
        """Suspend it."""
        until = self.cleaned_data.get("until", "")
        return c.SuspendSitting(**self.asked(), until=until, reason=self.given("reason"))


class ResumeSitting(SittingStep):
    """The sitting goes on."""

    title = _("Resume the sitting")
    button = title
    kind = c.ResumeSitting

    def command(self) -> c.ResumeSitting:
        """Go on."""
        return c.ResumeSitting(**self.asked())


class ChangeAttendance(SittingStep):
    """A delegation came, left, or is there with another number."""

    title = _("A delegation came or left")
    kind = c.ChangeAttendance
    preset = ("party",)
    party = fields.choice(_("Delegation of"))
    present = fields.check(_("Present"))
    members = fields.number(
        _("Members present"), least=0, most=999, required=False, hint=_("Empty: not stated.")
    )

    def prepare(self) -> None:
        """Offer every delegation."""
        super().prepare()
        self.offer_one_of("party", self.named(*(one.party for one in self.page.parties)))

    def command(self) -> c.ChangeAttendance:
        """Enter it."""
        return c.ChangeAttendance(
            **self.asked(),
            party=self.given("party"),
            present=self.given("present"),
            members=self.given("members") or 0,
        )
