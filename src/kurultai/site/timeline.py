"""The picture of a series: its meetings on a line of years, the gaps, and what is due."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kurultai.gate.shapes import MeetingRow, SeriesPage

WIDTH = 960
LEFT, RIGHT = 24, 936
_SPACE = 26  # least distance of two marks on one level
_GAP_DAYS = 730  # from two years on, a pause is marked
_TICKS = 12  # at most, or the years run into each other
_LEVELS = 3
_LANE = 52
_VAGUE_DAYS = 25


@dataclass(frozen=True, slots=True)
class Mark:
    """A meeting on the line; ``level`` is how far it is lifted to stand clear of its neighbour."""

    x: int
    level: int
    meeting: MeetingRow
    vague: bool  # the day is not known


@dataclass(frozen=True, slots=True)
class Gap:
    """A long pause between two meetings, or the ordinals of those that nobody has entered."""

    x1: int
    x2: int
    years: int
    missing: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Tick:
    """A year's beginning."""

    x: int
    year: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Where everything stands on a line from ``LEFT`` to ``RIGHT``."""

    marks: tuple[Mark, ...]
    gaps: tuple[Gap, ...]
    ticks: tuple[Tick, ...]
    today: int
    due: int | None


@dataclass(frozen=True, slots=True)
class Lane:
    """One series of many, on a line of its own."""

    y: int
    page: SeriesPage
    marks: tuple[Mark, ...]
    due: int | None


@dataclass(frozen=True, slots=True)
class Overview:
    """Every series that has met, on one scale."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    today: int
    height: int


@dataclass(frozen=True, slots=True)
class _Scale:
    start: date
    end: date

    def at(self, day: date) -> int:
        share = (day - self.start).days / (self.end - self.start).days
        return round(LEFT + share * (RIGHT - LEFT))


def timeline(page: SeriesPage, today: date) -> Timeline | None:
    """The series as a picture; None if nothing has a place on it yet."""
    if not page.meetings:
        return None
    scale = _scale((page,), today)
    return Timeline(
        _marks(scale, page.meetings),
        _gaps(scale, page.meetings),
        _ticks(scale),
        scale.at(today),
        _due(scale, page),
    )


def overview(pages: tuple[SeriesPage, ...], today: date) -> Overview | None:
    """Every series that has met, one under another; None if none has."""
    met = tuple(page for page in pages if page.meetings)
    if not met:
        return None
    scale = _scale(met, today)
    lanes = tuple(
        Lane(_LANE * (n + 1), page, _marks(scale, page.meetings), _due(scale, page))
        for n, page in enumerate(met)
    )
    return Overview(lanes, _ticks(scale), scale.at(today), _LANE * (len(met) + 1))


def _scale(pages: tuple[SeriesPage, ...], today: date) -> _Scale:
    """From the year of the first meeting to the end of the last year that is shown."""
    days = [today, *(_middle(meeting) for page in pages for meeting in page.meetings)]
    days += [date.fromisoformat(page.due.day) for page in pages if page.due.day]
    return _Scale(date(min(days).year, 1, 1), date(max(days).year + 1, 1, 1))


def _due(scale: _Scale, page: SeriesPage) -> int | None:
    return scale.at(date.fromisoformat(page.due.day)) if page.due.day else None


def _middle(meeting: MeetingRow) -> date:
    """The day in the middle of what is known of the date."""
    first, last = map(date.fromisoformat, (meeting.first_day, meeting.last_day))
    return first + (last - first) / 2


def _marks(scale: _Scale, meetings: tuple[MeetingRow, ...]) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    for meeting in sorted(meetings, key=_middle):
        x = scale.at(_middle(meeting))
        near = bool(marks) and x - marks[-1].x < _SPACE
        level = (marks[-1].level + 1) % _LEVELS if near else 0
        days = date.fromisoformat(meeting.last_day) - date.fromisoformat(meeting.first_day)
        marks.append(Mark(x, level, meeting, days.days > _VAGUE_DAYS))
    return tuple(marks)


def _gaps(scale: _Scale, meetings: tuple[MeetingRow, ...]) -> tuple[Gap, ...]:
    found = (_gap(scale, *pair) for pair in pairwise(sorted(meetings, key=_middle)))
    return tuple(gap for gap in found if gap is not None)


def _gap(scale: _Scale, before: MeetingRow, after: MeetingRow) -> Gap | None:
    found = pause(before, after)
    return found and Gap(scale.at(_middle(before)), scale.at(_middle(after)), *found)


def pause(before: MeetingRow, after: MeetingRow) -> tuple[int, tuple[int, int] | None] | None:
    """So many years between two meetings, and the ordinals that are missing; None if it is short.

    Meetings that are not entered are no pause: the record cannot say that none was held.
    """
    days = (_middle(after) - _middle(before)).days
    between = (before.ordinal + 1, after.ordinal - 1)
    missing = between if between[0] <= between[1] else None
    if missing is None and days < _GAP_DAYS:
        return None
    return round(days / 365.25), missing


def _ticks(scale: _Scale) -> tuple[Tick, ...]:
    years = range(scale.start.year, scale.end.year + 1)
    step = -(-len(years) // _TICKS)
    return tuple(Tick(scale.at(date(year, 1, 1)), year) for year in years[::step])
