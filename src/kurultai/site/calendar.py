"""What has a day, as iCalendar (RFC 5545), so that a delegation's own calendar shows it.

An entry keeps its UID for ever; moved or cancelled it has a higher SEQUENCE, by which a calendar
knows which of two copies is the later. Nothing of it depends on when it is fetched.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from kurultai.gate.changes import Changes
from kurultai.gate.shapes import Assembly, MeetingRow
from kurultai.procedure.when import read_when
from kurultai.site.paths import path_of
from kurultai.site.tongue import say

KNOWN = ("day", "days", "month")  # a year, or "somewhere between", is no entry in a calendar
STATES = ("convened", "open", "closed")  # of a meeting, in their order
CHANGE = ("MeetingMoved", "MeetingOpened", "MeetingClosed")
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: whole days from the first to the last, or an instant if it begins at one."""

    identity: str  # of the thing itself, such as meeting:defence-3: the site may move
    title: str
    begins: date | datetime
    last: date | None = None  # the last day of whole days, if there are several
    place: str = ""
    path: str = ""  # of its page here
    note: str = ""
    status: str = "CONFIRMED"  # or TENTATIVE, CANCELLED
    sequence: int = 0
    changed: datetime = _LONG_AGO


def calendar(
    assembly: Assembly, entries: Iterable[Entry], base: str, *, title: str = "", left_out: int = 0
) -> bytes:
    """The entries, by the clock of the assembly's seat; ``base`` is the site's address.

    ``left_out`` is how many have dates that are known less well than a calendar needs.
    """
    zone = ZoneInfo(assembly.timezone)
    made = Calendar()
    made.add("prodid", "-//Kurultai//Meetings//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", f"{assembly.short}: {title}" if title else assembly.short)
    made.add("x-wr-timezone", assembly.timezone)
    if left_out:
        made.add("x-wr-caldesc", f"{say('Day not known')}: {left_out}")
    for entry in entries:
        made.add_component(_event(entry, f"{entry.identity}@{assembly.assembly}", base, zone))
    made.add_missing_timezones()
    if not made.subcomponents:  # a calendar in which nothing stands would be none (3.6)
        made.add_component(Timezone.from_tzinfo(zone))
    content: bytes = made.to_ical()
    return content


def _event(entry: Entry, uid: str, base: str, zone: ZoneInfo) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", entry.changed)
    event.add("last-modified", entry.changed)
    event.add("sequence", entry.sequence)
    if isinstance(entry.begins, datetime):
        event.add("dtstart", entry.begins.astimezone(zone))
    else:
        event.add("dtstart", entry.begins)
        event.add("dtend", (entry.last or entry.begins) + timedelta(days=1))
    event.add("summary", entry.title)
    event.add("status", entry.status)
    event.add("transp", "TRANSPARENT")
    for name, said in (("location", entry.place), ("description", entry.note)):
        if said:
            event.add(name, said)
    if entry.path:
        event.add("url", base + entry.path)
    return event


def of_meeting(meeting: MeetingRow, title: str, place: str, moved: int) -> Entry | None:
    """A meeting's entry; a month stands as that whole month. None if it is known less well."""
    if read_when(meeting.when).form not in KNOWN:
        return None
    return Entry(
        identity=meeting.meeting,
        title=title,
        begins=date.fromisoformat(meeting.first_day),
        last=date.fromisoformat(meeting.last_day),
        place=place,
        path=path_of(meeting.meeting),
        status="TENTATIVE" if meeting.state == "convened" else "CONFIRMED",
        sequence=moved + STATES.index(meeting.state),
    )


def changed(entry: Entry, by: Changes | None) -> Entry:
    """The entry, last changed when it was."""
    return replace(entry, changed=datetime.fromisoformat(by.last_at)) if by else entry
