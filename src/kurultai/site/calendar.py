"""Meetings as iCalendar, so that a delegation's own calendar shows them."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from kurultai.gate.shapes import Assembly, MeetingRow
from kurultai.procedure.when import read_when
from kurultai.site.paths import path_of
from kurultai.site.tongue import say

_KNOWN = ("day", "days", "month")  # a year, or "somewhere between", is no entry in a calendar


def calendar(
    assembly: Assembly,
    meetings: tuple[tuple[MeetingRow, str, str], ...],
    base: str,
    at: datetime,
) -> bytes:
    """The meetings, each with its title and place in words; ``base`` is the site's address.

    A month stands as that whole month. Dates known less well are left out, and the calendar's
    description says how many.
    """
    made = Calendar()
    made.add("prodid", "-//Kurultai//Meetings//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", assembly.short)
    dated = [m for m in meetings if read_when(m[0].when).form in _KNOWN]
    if len(dated) < len(meetings):
        made.add("x-wr-caldesc", f"{say('Day not known')}: {len(meetings) - len(dated)}")
    for meeting, title, place in dated:
        # Not the address: the site may move, and the meeting stays the same.
        uid = f"{meeting.meeting}@{assembly.assembly}"
        made.add_component(_event(meeting, uid, title, place, base, at))
    content: bytes = made.to_ical()
    return content


def _event(meeting: MeetingRow, uid: str, title: str, place: str, base: str, at: datetime) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", at)
    event.add("dtstart", date.fromisoformat(meeting.first_day))
    event.add("dtend", date.fromisoformat(meeting.last_day) + timedelta(days=1))
    event.add("summary", title)
    event.add("location", place)
    event.add("url", base + path_of(meeting.meeting))
    event.add("status", "CONFIRMED" if meeting.state != "convened" else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    return event


def moment(day: str) -> datetime:
    """The beginning of an ISO day, as the stamp of what was true on it."""
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)
