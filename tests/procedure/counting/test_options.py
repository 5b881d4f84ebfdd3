"""What a number may be: where it begins, where it ends, how it is written."""

from fractions import Fraction

import pytest

from kurultai.procedure.counting.options import number_of, weight_of
from kurultai.procedure.refusal import Refused

BILLION_THOUSANDS = 1_000_000_000_000


@pytest.mark.parametrize("number", [0, 1, BILLION_THOUSANDS])
def test_numbers_go_from_nothing_to_a_million_millions(number: int) -> None:
    assert number_of(number, "round") == number
    assert weight_of(number, "a") == number


@pytest.mark.parametrize("number", [-1, BILLION_THOUSANDS + 1])
def test_a_number_beyond_is_refused_by_its_key(number: int) -> None:
    with pytest.raises(Refused) as told:
        number_of(number, "round")
    assert (told.value.rule, told.value.facts) == (
        "count.number_wrong",
        {"key": "round", "value": str(number)},
    )
    with pytest.raises(Refused) as told:
        weight_of(number, "a")
    assert (told.value.rule, told.value.facts) == (
        "vote.weight_wrong",
        {"name": "a", "weight": str(number)},
    )


@pytest.mark.parametrize(
    ("written", "weight"),
    [("2", 2), ("0.5", Fraction(1, 2)), ("1/3", Fraction(1, 3)), ("4/2", 2), ("0", 0)],
)
def test_a_weight_may_be_written_out(written: str, weight: Fraction) -> None:
    assert weight_of(written, "a") == weight


@pytest.mark.parametrize("written", ["", "-1", "1/0", ".5", "1.", "1e3", " 1", "1/2/3", "٣"])
def test_what_is_no_weight_is_refused(written: str) -> None:
    with pytest.raises(Refused) as told:
        weight_of(written, "a")
    assert told.value.facts["weight"] == written
