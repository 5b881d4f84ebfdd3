"""Findings as the record keeps them: whole numbers and texts."""

from dataclasses import replace
from fractions import Fraction

import pytest

from kurultai.procedure.counting.finding import Finding
from kurultai.procedure.sitting.recorded import recorded

FOUND = Finding(
    *("adopted", "x/part.default", "majority_cast", "", "", "C", (), "cast", 3),
    *(("az",), (), (), (), (), 2, 2, "", "majority_reached"),
)


def test_a_fraction_is_written_as_text_and_a_whole_one_as_a_number() -> None:
    halves = replace(FOUND, numerator=Fraction(5, 2), needed=Fraction(4, 2))
    kept = recorded(halves)
    assert (kept["numerator"], kept["needed"], kept["yes"]) == ("5/2", 2, ("az",))


def test_nothing_else_is_kept() -> None:
    with pytest.raises(NotImplementedError):
        recorded(replace(FOUND, departure={"found": object()}))
