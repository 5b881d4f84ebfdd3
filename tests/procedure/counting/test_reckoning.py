"""Conditions reckoned: how many are needed, of whom, and when that is waived."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from kurultai.procedure.counting.condition import (
    against,
    conditions_of,
    fewest_to_block,
    halves,
    least,
    reckon,
    settled,
)
from kurultai.procedure.counting.finding import Reckoned
from kurultai.procedure.counting.tally import ONE, Bloc, Tally, Worth
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Condition
from tests.procedure.counting.sittings import rule

HALF = Fraction(1, 2)
MORE = Condition(fraction=HALF, more_than=True)
TWO_THIRDS = Condition(fraction=Fraction(2, 3))


def bloc(choice: str, group: str = "", *roles: str, worth: Worth = ONE) -> Bloc:
    return choice, group, roles, worth


@pytest.mark.parametrize(
    ("condition", "base", "unit", "needed"),
    [
        (MORE, 4, 1, 3),
        (MORE, 5, 1, 3),
        (TWO_THIRDS, 6, 1, 4),
        (TWO_THIRDS, 7, 1, 5),
        (TWO_THIRDS, 0, 1, 1),
        (replace(TWO_THIRDS, least=4), 6, 1, 4),
        (replace(TWO_THIRDS, least=5), 6, 1, 5),
        (Condition(least=3), 9, 1, 3),
        (Condition(), 9, 1, 1),
        (Condition(), 9, HALF, HALF),
        (MORE, 2, HALF, Fraction(3, 2)),
        (MORE, Fraction(5, 2), HALF, Fraction(3, 2)),
        (TWO_THIRDS, 2, HALF, Fraction(3, 2)),
        (TWO_THIRDS, Fraction(3, 2), HALF, 1),
        (TWO_THIRDS, 0, HALF, HALF),
    ],
)
def test_the_least_that_suffices(condition: Condition, base: Any, unit: Any, needed: Any) -> None:  # noqa: ANN401 - numbers
    found = least(condition, base, unit)
    assert (found, isinstance(found, int)) == (needed, needed == int(needed))


def test_only_more_of_the_votes_for_than_against_is_a_half_of_them() -> None:
    assert halves(MORE)
    for other in (
        {"measure": "voters"},
        {"of": "given"},
        {"role": "elder"},
        {"more_than": False},
        {"fraction": Fraction(2, 3)},
        {"fraction": None},
    ):
        assert not halves(replace(MORE, **other))


# --- reckoned

SPOKEN = Tally(
    {
        bloc("yes", "south", "elder"): 2,
        bloc("no", "south"): 1,
        bloc("yes", "north"): 1,
        bloc("no", "north", "elder"): 1,
        bloc("absent", "north"): 1,
    },
    groups={"south": 1, "north": 1},
)


def test_a_condition_is_reckoned_once() -> None:
    asked = replace(TWO_THIRDS, measure="voters", least=3)
    assert reckon(asked, SPOKEN) == (
        Reckoned(
            measure="voters",
            of="cast",
            base_count=5,
            numerator=3,
            needed=4,
            met=False,
            fraction="2/3",
            least=3,
        ),
    )


def test_or_in_each_group_by_name() -> None:
    each = replace(MORE, each_group=True)
    said = [(c.group, c.base_count, c.numerator, c.needed, c.met) for c in reckon(each, SPOKEN)]
    assert said == [("north", 2, 1, 2, False), ("south", 3, 2, 2, True)]
    assert all((c.more_than, c.fraction, c.role) == (True, "1/2", "") for c in reckon(each, SPOKEN))


def test_or_of_a_role_only() -> None:
    (found,) = reckon(Condition(role="elder", least=1), SPOKEN)
    assert (found.role, found.base_count, found.numerator, found.needed) == ("elder", 3, 2, 1)
    assert (found.group, found.fraction, found.met, found.waived) == ("", "", True, False)


def test_a_condition_on_request_counts_if_it_is_asked_for() -> None:
    requested = replace(MORE, on_request=True)
    asked = [
        reckon(condition, SPOKEN, asked=said)[0].asked
        for condition in (MORE, requested)
        for said in (True, False)
    ]
    assert asked == [True, True, True, False]
    assert reckon(requested, SPOKEN)[0].asked


# --- waived


@pytest.mark.parametrize(
    ("condition", "waived"),
    [
        (Condition(least=9), False),
        (Condition(least=9, waived_below=3), False),
        (Condition(least=9, waived_below=4), True),
        (Condition(least=3, waived_below=4), False),
        (Condition(least=1, waived_below=4), False),
        (Condition(least=9, role="elder", waived_below=1), False),
        (Condition(least=9, role="elder", waived_below=2), True),
    ],
)
def test_a_condition_is_waived_where_too_few_are_not_in_favour(
    condition: Condition,
    waived: bool,  # noqa: FBT001 - a case
) -> None:
    (found,) = reckon(condition, SPOKEN)
    assert (found.waived, found.met) == (waived, waived or condition.least <= 3)


def test_it_is_waived_group_by_group_and_where_nobody_is_against() -> None:
    each = Condition(least=9, each_group=True, waived_below=2)
    assert [c.waived for c in reckon(each, SPOKEN)] == [False, True]
    everybody = Tally({bloc("yes"): 2})
    assert reckon(Condition(least=9, waived_below=1), everybody)[0].waived


def test_who_is_against_is_not_asked_where_nothing_is_waived() -> None:
    unknown = Tally({bloc("no"): 2}, anonymous=True, weighted=True)
    assert [c.met for c in reckon(Condition(of="entitled", least=1), unknown)] == [False]


def test_against_are_all_who_are_not_in_favour() -> None:
    assert against(SPOKEN) == 3
    assert against(SPOKEN, "elder") == 1
    assert against(SPOKEN, "", "north") == 2
    assert against(SPOKEN, "elder", "south") == 0


# --- how many block

PEOPLE = Tally({bloc("yes", worth=(1, 1, 60)): 1, bloc("absent", worth=(1, 1, 10)): 4})
UNION = Condition(
    measure="population", of="entitled", fraction=Fraction(65, 100), one_more_to_block=True
)


def test_the_fewest_who_block_are_the_greatest_without_whom_the_rest_is_too_little() -> None:
    assert fewest_to_block(UNION, PEOPLE) == 1
    assert fewest_to_block(replace(UNION, fraction=Fraction(2, 5)), PEOPLE) == 2
    assert fewest_to_block(replace(UNION, fraction=Fraction(30, 100)), PEOPLE) == 3
    assert fewest_to_block(replace(UNION, fraction=Fraction(1)), PEOPLE) == 1
    seats = replace(UNION, measure="votes", of="component")
    assert fewest_to_block(seats, replace(PEOPLE, component=90)) == 5


def test_who_has_half_a_vote_blocks_with_it() -> None:
    halves = Tally({bloc("yes", worth=(HALF, 1, 0)): 5})
    of_votes = Condition(of="entitled", fraction=Fraction(60, 100), one_more_to_block=True)
    assert fewest_to_block(of_votes, halves) == 3


def test_seats_are_not_of_a_role_nor_of_a_group() -> None:
    seats = Condition(of="component", least=1)
    tally = replace(SPOKEN, component=9)
    assert reckon(seats, tally)[0].base_count == 9
    for part in (replace(seats, role="elder"), replace(seats, each_group=True)):
        with pytest.raises(Refused, match=r"^count\.seats_unknown$"):
            reckon(part, tally)


def test_a_rule_is_settled_by_who_takes_part() -> None:
    by = rule("conditions", conditions=(MORE, UNION, replace(UNION, one_more_to_block=False)))
    found = settled(by, PEOPLE)
    assert [c.waived_below for c in found.conditions] == [0, 2, 0]
    assert found.conditions[0] == MORE
    plain = rule("conditions", conditions=(MORE,))
    assert settled(plain, PEOPLE) is plain


def test_a_consensus_has_no_conditions_and_a_floor_is_of_all() -> None:
    for kind in ("no_objection", "no_objection_present", "consensus_minus", "silence"):
        assert conditions_of(rule(kind)) == ()
    by = rule("fraction_cast_and_floor", fraction=Fraction(2, 3), floor=Fraction(1, 3))
    assert conditions_of(by) == (TWO_THIRDS, Condition(of="entitled", fraction=Fraction(1, 3)))
