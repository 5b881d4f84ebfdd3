"""Series that meet later than they are due: said aloud, on pages, in feeds and on agendas."""

from dataclasses import dataclass
from datetime import date

from kurultai.gate.meetings import series as one_series
from kurultai.gate.meetings import series_list
from kurultai.gate.shapes import MeetingRow, Series, SeriesPage
from kurultai.gate.viewer import Viewer
from kurultai.procedure.cadence import Due
from kurultai.procedure.when import months_after, months_between, read_when


@dataclass(frozen=True)
class SeriesDue:
    """A series, and how it stands with its next meeting on a day.

    ``last`` is the last meeting held; ``months`` is by how many whole months the next is overdue.
    """

    series: Series
    last: MeetingRow | None
    ordinal: int  # of the meeting that is due
    due: Due
    months: int
    is_convened: bool
    open_matters: int
    open_commitments: int


@dataclass(frozen=True)
class Late:
    """A meeting convened for a day after the one on which it was due."""

    due: str
    months: int  # whole ones
    days: int  # all of them
    before: MeetingRow


def series_due(viewer: Viewer, day: date) -> tuple[SeriesDue, ...]:
    """Every series with what is due in it."""
    return tuple(_due(page, day) for page in series_list(viewer, day))


def slipping(viewer: Viewer, day: date) -> tuple[SeriesDue, ...]:
    """The series whose next meeting is overdue, the longest overdue first."""
    return overdue(series_list(viewer, day), day)


def overdue(pages: tuple[SeriesPage, ...], day: date) -> tuple[SeriesDue, ...]:
    """The same of series that were read as of that day."""
    found = [_due(page, day) for page in pages if page.due.state == "overdue"]
    return tuple(sorted(found, key=lambda one: -one.due.late_days))


def _due(page: SeriesPage, day: date) -> SeriesDue:
    held = [meeting for meeting in page.meetings if meeting.state != "convened"]
    since = page.due.day if page.due.state == "overdue" else None
    return SeriesDue(
        page.series,
        max(held, key=lambda meeting: meeting.last_day) if held else None,
        page.due_ordinal,
        page.due,
        months_between(date.fromisoformat(since), day) if since else 0,
        any(meeting.ordinal == page.due_ordinal for meeting in page.meetings),
        len(page.open_matters),
        page.open_commitments,
    )


def convened_late(viewer: Viewer, meeting: MeetingRow) -> Late | None:
    """By how much the meeting comes later than it was due; None if it does not, or nobody knows.

    It was due so many months after the one before it in its series, by the cadence known now.
    """
    page = one_series(viewer, meeting.series, read_when(meeting.when).first)
    months = page.series.cadence_months
    before = next((m for m in reversed(page.meetings) if m.ordinal < meeting.ordinal), None)
    if months is None or before is None:
        return None
    due = months_after(read_when(before.when).last, months)
    first = read_when(meeting.when).first
    if first <= due:
        return None
    return Late(due.isoformat(), months_between(due, first), (first - due).days, before)
