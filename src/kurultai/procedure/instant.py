"""Instants and spans of time as rules and deadlines name them.

An instant is UTC to the minute, ``2026-12-01T15:00Z``. A span is the part of ISO 8601 that rules
of procedure need: hours ``PT12H``, days ``P14D``, weeks ``P2W`` or months ``P1M``.
"""

import re
from datetime import UTC, date, datetime, time, timedelta

from kurultai.procedure.refusal import Refused
from kurultai.procedure.when import months_after, read_when

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z", re.ASCII)
_SPAN = re.compile(r"P(?:(\d{1,3})M|(\d{1,3})W|(\d{1,4})D|T(\d{1,4})H)", re.ASCII)


def read_instant(text: str) -> datetime:
    """The instant, its seconds left out; ValueError if it is not written as one."""
    if not _INSTANT.fullmatch(text):
        raise ValueError(text)
    return datetime.fromisoformat(text).replace(second=0, microsecond=0)


def asked_instant(text: str) -> datetime:
    """An instant that somebody wrote; Refused if it is none."""
    try:
        return read_instant(text)
    except ValueError as reason:
        raise Refused("act.instant", {"when": text}) from reason


def written(instant: datetime) -> str:
    """The instant as it is kept."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")


def distributed_at(on: str, recorded: str) -> str:
    """When what was recorded at an instant took place, to the minute.

    What was entered later took place by the end of the last day it may have been on.
    """
    last = read_when(on).last.isoformat() if on else recorded[:10]
    at = f"{last}T23:59Z" if last < recorded[:10] else recorded
    return written(read_instant(at))


def is_span(text: str) -> bool:
    """True if the text is a span of time."""
    return _SPAN.fullmatch(text) is not None


def after(instant: datetime, span: str) -> datetime:
    """The instant so much later."""
    months, rest = _parts(span)
    day = months_after(instant.date(), months) if months else instant.date()
    return datetime.combine(day, instant.timetz()) + rest


def days_before(day: date, span: str) -> date:
    """The day so many whole days, weeks or months earlier."""
    months, rest = _parts(span)
    start = datetime.combine(months_after(day, -months), time(), UTC)
    return (start - rest).date()


def _parts(span: str) -> tuple[int, timedelta]:
    found = _SPAN.fullmatch(span)
    if found is None:
        raise ValueError(span)
    months, weeks, days, hours = (int(part or 0) for part in found.groups())
    return months, timedelta(weeks=weeks, days=days, hours=hours)
