"""Calendars of meetings and of deadlines, for a delegation's own calendar."""

from collections.abc import Iterable
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kurultai.gate import calendar as gate
from kurultai.gate import meetings, register
from kurultai.gate.changes import changes
from kurultai.gate.clause import NotFound
from kurultai.gate.shapes import MeetingRow
from kurultai.site import deadlines as due
from kurultai.site.calendar import CHANGE, Entry, calendar, changed, of_meeting
from kurultai.site.house import house
from kurultai.site.pages_environment import ordinal, plain
from kurultai.site.tongue import say
from kurultai.site.views.errors import not_found


@require_safe
def every(request: HttpRequest) -> HttpResponse:
    """Every meeting."""
    return _meetings(request, meetings.meetings(request.viewer))


@require_safe
def of_series(request: HttpRequest, name: str) -> HttpResponse:
    """The meetings of a series."""
    today = date.fromisoformat(house().today())
    try:
        page = meetings.series(request.viewer, f"series:{name}", today)
    except NotFound:
        return not_found(request)
    return _meetings(request, page.meetings, plain(page.series.names))


@require_safe
def one(request: HttpRequest, name: str) -> HttpResponse:
    """One meeting."""
    try:
        return _meetings(request, (meetings.meeting_row(request.viewer, f"meeting:{name}"),))
    except NotFound:
        return not_found(request)


@require_safe
def deadlines(request: HttpRequest) -> HttpResponse:
    """What is due when: before meetings, on drafts, of commitments open or due in the last year."""
    viewer, today = request.viewer, house().today()
    last_year = f"{int(today[:4]) - 1}{today[4:]}"  # a half-known day sorts before its days
    entries = (
        *due.of_meetings(viewer),
        *due.of_drafts(viewer),
        *due.of_commitments(viewer, gate.due_since(viewer, last_year), today),
    )
    return answered(request, entries, title=say("Deadlines"))


def _meetings(request: HttpRequest, found: tuple[MeetingRow, ...], title: str = "") -> HttpResponse:
    moved = gate.moved(request.viewer)
    last = changes(request.viewer, (m.meeting for m in found), "MeetingConvened", CHANGE)
    entries = [
        changed(entry, last.get(meeting.meeting))
        for meeting in found
        if (entry := _entry(meeting, moved.get(meeting.meeting, 0)))
    ]
    return answered(request, entries, title=title, left_out=len(found) - len(entries))


def _entry(meeting: MeetingRow, moved: int) -> Entry | None:
    example = f" ({say('Example')})" if meeting.example else ""
    title = f"{ordinal(meeting.ordinal)} {plain(meeting.series_names)}{example}"
    return of_meeting(meeting, title, plain(meeting.place), moved)


def answered(
    request: HttpRequest, entries: Iterable[Entry], *, title: str = "", left_out: int = 0
) -> HttpResponse:
    """The calendar; a program that has it already is told so, since it says nothing of now."""
    base = request.build_absolute_uri("/").rstrip("/")
    assembly = register.assembly(request.viewer)
    content = calendar(assembly, entries, base, title=title, left_out=left_out)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response
