"""Calendars of meetings, for a delegation's own calendar."""

from collections.abc import Iterable
from datetime import date

from django.http import HttpRequest, HttpResponse

from kurultai.gate import meetings, register
from kurultai.gate.clause import NotFound
from kurultai.gate.shapes import MeetingRow
from kurultai.site.calendar import calendar, moment
from kurultai.site.house import house
from kurultai.site.pages_environment import ordinal, plain
from kurultai.site.tongue import say
from kurultai.site.views.errors import not_found


def every(request: HttpRequest) -> HttpResponse:
    """Every meeting."""
    return _calendar(request, meetings.meetings(request.viewer))


def of_series(request: HttpRequest, name: str) -> HttpResponse:
    """The meetings of a series."""
    today = date.fromisoformat(house().today())
    try:
        return _calendar(request, meetings.series(request.viewer, f"series:{name}", today).meetings)
    except NotFound:
        return not_found(request)


def one(request: HttpRequest, name: str) -> HttpResponse:
    """One meeting."""
    try:
        return _calendar(request, (meetings.meeting_row(request.viewer, f"meeting:{name}"),))
    except NotFound:
        return not_found(request)


def _calendar(request: HttpRequest, found: Iterable[MeetingRow]) -> HttpResponse:
    titled = tuple((m, _title(m), plain(m.place)) for m in found)
    base = request.build_absolute_uri("/").rstrip("/")
    at = moment(house().today())
    content = calendar(register.assembly(request.viewer), titled, base, at)
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")


def _title(meeting: MeetingRow) -> str:
    example = f" ({say('Example')})" if meeting.example else ""
    return f"{ordinal(meeting.ordinal)} {plain(meeting.series_names)}{example}"
