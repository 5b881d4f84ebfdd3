"""When a thing happened, as far as it is known.

Four written forms, a small part of EDTF (ISO 8601-2): a day ``2025-04-15``, days
``2009-09-28/2009-09-29``, a month ``2024-05`` or a year ``2026``, and "somewhere between"
``[2015-12..2018-11]`` for a date that no source confirms.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_FIRST_YEAR, _LAST_YEAR = 1000, 2999  # room on both sides for what is counted from a date
_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class When:
    """First and last possible day; ``form`` is day, days, month, year or between."""

    first: date
    last: date
    form: str


def read_when(text: str) -> When:
    """Read one of the four forms; ValueError says what was expected."""
    try:
        return _read(text)
    except ValueError as reason:
        raise ValueError(
            f"{text!r} is not a date: write 2025-04-15, 2009-09-28/2009-09-29, 2024-05, 2026 "
            "or [2015-12..2018-11]",
        ) from reason


def _read(text: str) -> When:
    if text.startswith("[") and text.endswith("]"):
        start, end = text[1:-1].split("..")
        return _ordered(When(_point(start).first, _point(end).last, "between"))
    if "/" in text:
        start, end = text.split("/")
        return _ordered(When(_day(start), _day(end), "days"))
    return _point(text)


def _ordered(when: When) -> When:
    if when.first > when.last:
        raise ValueError("the end is before the beginning")
    return when


def _day(text: str) -> date:
    point = _point(text)
    if point.form != "day":
        raise ValueError(text)
    return point.first


def _point(text: str) -> When:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(text)
    if day:
        return When(date(year, month, day), date(year, month, day), "day")
    if month:
        end = calendar.monthrange(year, month)[1]
        return When(date(year, month, 1), date(year, month, end), "month")
    return When(date(year, 1, 1), date(year, 12, 31), "year")


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def months_between(start: date, end: date) -> int:
    """The whole months from one day to a later one."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (months_after(start, months) > end)
