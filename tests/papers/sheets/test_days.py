"""A day is read as its country writes it, and never guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.papers.sheets import written_day

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))


@given(DAYS)
def test_a_day_is_the_same_however_it_is_written(day: date) -> None:
    y, m, d = f"{day.year:04}", day.month, day.day
    for written in (
        day.isoformat(),
        f"{d}.{m}.{y}",
        f"{d:02}.{m:02}.{y}",
        f"{d:02}. {m:02}. {y}.",
        f"{y}. {m:02}. {d:02}.",
        f"{y}/{m:02}/{d:02}",
        f"{d}-{m}-{y}",
        f"{d:02}.{m:02}.{y} г.",
    ):
        assert written_day(written) == day.isoformat(), written


@given(DAYS)
def test_with_strokes_a_day_is_read_only_where_one_reading_is_possible(day: date) -> None:
    written = f"{day.month}/{day.day}/{day.year:04}"
    if day.day > 12 or day.day == day.month:
        assert written_day(written) == day.isoformat()
    else:
        with pytest.raises(ValueError, match="month"):
            written_day(written)


@pytest.mark.parametrize("written", ["2019", "2019-12", "2009-09-28/2009-09-29"])
def test_what_is_half_known_stays_as_it_is(written: str) -> None:
    assert written_day(written) == written


@pytest.mark.parametrize("written", ["", "soon", "31.02.2020", "2020-13-01", "1/2", "45000"])
def test_what_is_no_day_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        written_day(written)
