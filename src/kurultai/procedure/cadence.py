"""When a series is next due: so many months after its last meeting ended."""

from dataclasses import dataclass
from datetime import date, timedelta

from kurultai.procedure.when import months_after, read_when

SOON = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Due:
    """When the meeting after the last one held is due.

    ``state`` is ahead, due (within 60 days), overdue, convened when the next one has been and its
    day has not passed, or unset when nothing says how often.
    """

    state: str
    day: str | None = None  # ISO
    late_days: int = 0


def next_due(
    last: str | None,
    cadence_months: int | None,
    today: date,
    convened: str | None = None,
) -> Due:
    """When the meeting after the one held at ``last`` is due; ``convened`` is its date, if any.

    Both dates are as `when` reads them.
    """
    if convened is not None and read_when(convened).last >= today:
        return Due("convened", read_when(convened).first.isoformat())
    if last is None or cadence_months is None:
        return Due("unset")
    day = months_after(read_when(last).last, cadence_months)
    if today > day:
        return Due("overdue", day.isoformat(), (today - day).days)
    return Due("due" if day - today <= SOON else "ahead", day.isoformat())
