"""Dates as far as they are known, and when a series is due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.procedure.cadence import Due, next_due
from kurultai.procedure.when import months_after, read_when


@pytest.mark.parametrize(
    ("text", "first", "last", "form"),
    [
        ("2025-04-15", (2025, 4, 15), (2025, 4, 15), "day"),
        ("2009-09-28/2009-09-29", (2009, 9, 28), (2009, 9, 29), "days"),
        ("2024-02", (2024, 2, 1), (2024, 2, 29), "month"),
        ("2026", (2026, 1, 1), (2026, 12, 31), "year"),
        ("[2015-12..2018-11]", (2015, 12, 1), (2018, 11, 30), "between"),
        ("[2015-12-05..2018]", (2015, 12, 5), (2018, 12, 31), "between"),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int], form: str
) -> None:
    when = read_when(text)
    assert (when.first, when.last, when.form) == (date(*first), date(*last), form)


@pytest.mark.parametrize(
    "text",
    ["", "15.4.2025", "2025-13", "2025-02-30", "25-04-15", "[2018..2015]", "2025-2/2025-3",
     "2025-04-16/2025-04-15", "[2015..2016..2017]", "[2015]", "２０２５",
     "0000", "20250415/20250416"],
)  # fmt: skip
def test_what_is_no_date_is_answered_with_what_is(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date: write 2025-04-15"):
        read_when(text)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2025-04-15", 12, "2026-04-15"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2025-12-31", 2, "2026-02-28"),
        ("2025-12-01", 13, "2027-01-01"),
    ],
)
def test_months_later_is_the_same_day_or_the_last(day: str, months: int, then: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(then)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 120), st.integers(1, 60))
def test_more_months_are_never_earlier(day: date, months: int, more: int) -> None:
    assert months_after(day, months) < months_after(day, months + more)


HELD = "2025-04-15"


@pytest.mark.parametrize(
    ("today", "due"),
    [
        ("2025-06-01", Due("ahead", "2026-04-15")),
        ("2026-02-13", Due("ahead", "2026-04-15")),
        ("2026-02-14", Due("due", "2026-04-15")),
        ("2026-04-15", Due("due", "2026-04-15")),
        ("2026-04-16", Due("overdue", "2026-04-15", 1)),
        ("2026-11-25", Due("overdue", "2026-04-15", 224)),
    ],
)
def test_a_yearly_series_is_due_a_year_after_its_last_meeting(today: str, due: Due) -> None:
    assert next_due(HELD, 12, date.fromisoformat(today)) == due


def test_nothing_is_due_where_nothing_says_how_often_or_nothing_was_held() -> None:
    today = date(2026, 11, 25)
    assert next_due(HELD, None, today) == Due("unset")
    assert next_due(None, 12, today) == Due("unset")


def test_a_meeting_of_several_days_counts_from_its_last() -> None:
    due = next_due("2025-06-11/2025-06-12", 12, date(2025, 7, 1))
    assert due.day == "2026-06-12"


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(1, 60), st.integers(0, 4000))
def test_a_series_that_is_overdue_stays_so(last: date, months: int, days: int) -> None:
    then = last + timedelta(days=days)
    if next_due(last.isoformat(), months, then).state == "overdue":
        after = next_due(last.isoformat(), months, then + timedelta(days=1))
        assert after.state == "overdue"
