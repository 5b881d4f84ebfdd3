"""Instants and spans of time, as deadlines and rules name them."""

from datetime import UTC, date, datetime

import pytest

from kurultai.procedure.instant import (
    after,
    days_before,
    distributed_at,
    is_span,
    read_instant,
    written,
)

NOON = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)


def test_an_instant_is_kept_to_the_minute() -> None:
    assert read_instant("2026-01-31T12:00Z") == NOON
    assert read_instant("2026-01-31T12:00:59.999999Z") == NOON
    assert written(NOON) == "2026-01-31T12:00Z"


@pytest.mark.parametrize(
    "text",
    ["", "2026-01-31", "2026-01-31T12:00", "2026-02-30T12:00Z", "2026-01-31T25:00Z", "٢٠٢٦"],
)
def test_what_is_no_instant_is_not_read(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the message is for nobody
        read_instant(text)


@pytest.mark.parametrize(
    ("span", "then"),
    [
        ("PT12H", "2026-02-01T00:00Z"),
        ("P14D", "2026-02-14T12:00Z"),
        ("P2W", "2026-02-14T12:00Z"),
        ("P1M", "2026-02-28T12:00Z"),
    ],
)
def test_an_instant_so_much_later(span: str, then: str) -> None:
    assert written(after(NOON, span)) == then


def test_a_day_so_many_days_earlier() -> None:
    assert days_before(date(2026, 3, 31), "P1D") == date(2026, 3, 30)
    assert days_before(date(2026, 3, 31), "P2W") == date(2026, 3, 17)
    assert days_before(date(2026, 3, 31), "P1M") == date(2026, 2, 28)


@pytest.mark.parametrize("text", ["P", "1D", "P1Y", "PT", "P-1D", "P1D2H"])
def test_other_spans_are_not_known(text: str) -> None:
    assert not is_span(text)
    with pytest.raises(ValueError, match=text):
        after(NOON, text)


def test_what_was_distributed_and_entered_at_once_has_the_instant_of_its_entry() -> None:
    assert distributed_at("2026-01-31", "2026-01-31T12:00:00.000001Z") == "2026-01-31T12:00Z"
    assert distributed_at("", "2026-01-31T12:00:00.000001Z") == "2026-01-31T12:00Z"


def test_what_was_entered_later_took_place_by_the_end_of_its_last_possible_day() -> None:
    entered = "2026-03-01T12:00:00.000001Z"
    assert distributed_at("2026-01-31", entered) == "2026-01-31T23:59Z"
    assert distributed_at("2026-02", entered) == "2026-02-28T23:59Z"
