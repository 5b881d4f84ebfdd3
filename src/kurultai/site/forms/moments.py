"""Instants: asked for as a day and a time by the clock of the assembly's seat, kept in UTC."""

from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError

from kurultai.gate.viewer import Viewer
from kurultai.site.forms import fields
from kurultai.site.known import known
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say


def zone(viewer: Viewer) -> str:
    """The time zone of the assembly's seat."""
    assembly = known(viewer).assembly
    return assembly.timezone if assembly else "UTC"


def instant(day: date, at: time, timezone: str) -> str:
    """The instant as it is kept; ValueError if the clocks skip that time on that day."""
    local = datetime.combine(day, at, ZoneInfo(timezone))
    there = local.astimezone(UTC)
    if there.astimezone(ZoneInfo(timezone)).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise ValueError(at)
    return there.strftime("%Y-%m-%dT%H:%MZ")


def local(moment: str, timezone: str) -> datetime:
    """The kept instant by the clock of that zone."""
    return datetime.fromisoformat(moment).astimezone(ZoneInfo(timezone))


def zone_said(timezone: str, day: date) -> str:
    """The zone with its distance from UTC on that day: "Asia/Baku, UTC+4"."""
    distance = datetime.combine(day, time(12), ZoneInfo(timezone)).utcoffset()
    minutes = int(distance.total_seconds()) // 60 if distance else 0
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes >= 0 else "−"
    return f"{timezone}, UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


class Until(forms.Form):
    """A day and a time until which something is awaited, for steps with a deadline."""

    viewer: Viewer
    until_day = fields.day(_("Until"), required=True)
    until_time = fields.clock(_("At"))

    def until_note(self, day: date) -> str:
        """By which clock the time is."""
        there = zone_said(zone(self.viewer), day)
        return say("Times are by the clock of the assembly's seat: %(zone)s.") % {"zone": there}

    def clean(self) -> dict[str, Any]:
        """A time that the clocks have on that day."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("until_day") and given.get("until_time"):
            try:
                given["until"] = instant(given["until_day"], given["until_time"], zone(self.viewer))
            except (ValueError, OverflowError):
                self.add_error(
                    "until_time", ValidationError(_("The clocks skip this time on that day."))
                )
        return given
