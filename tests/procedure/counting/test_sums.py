"""Votes of which only sums are known, and sums that stand beside votes."""

from fractions import Fraction
from typing import Any

import pytest

from kurultai.procedure.counting.event import Ballot, Count
from kurultai.procedure.rulebook import Condition, Rule
from tests.procedure.counting.sittings import Member, body, counts, decided, rule, shown

HALF = Fraction(1, 2)
NORTH_SOUTH = (Count("yes", 2, "north"), Count("no", 1, "south"))


def of(base: Any, **parts: Any) -> Rule:  # noqa: ANN401 - parts of a condition
    return rule("conditions", conditions=(Condition(of=base, fraction=HALF, **parts),))


def refused(book: Any, **parts: Any) -> str:  # noqa: ANN401 - parts of an event
    return str(decided(book, **parts).arithmetic["refused"])


@pytest.mark.parametrize("parts", [{"entitled": 4}, {"present": 4}, {"entitled": 5, "present": 4}])
def test_in_which_group_somebody_is_who_is_a_number_is_not_known(parts: dict[str, int]) -> None:
    each = body(of("entitled", each_group=True))
    assert decided(each, counts=NORTH_SOUTH).result == "rejected"
    assert refused(each, counts=NORTH_SOUTH, **parts) == "count.voters_unknown"


def test_of_groups_that_are_present_it_matters_who_is() -> None:
    groups = body(of("present", measure="groups"))
    for entitled in (3, 4):
        outcome = decided(groups, counts=NORTH_SOUTH, present=3, entitled=entitled)
        assert shown(outcome, "base_count") == ("adopted", 2)
    assert refused(groups, counts=NORTH_SOUTH, present=4) == "count.voters_unknown"


def test_who_is_a_number_is_in_no_group_of_its_own() -> None:
    groups = body(of("entitled", measure="groups"))
    for parts in ({"present": 4}, {"entitled": 5}, {"counts": (*NORTH_SOUTH, Count("absent", 2))}):
        outcome = decided(groups, **{"counts": NORTH_SOUTH, **parts})
        assert shown(outcome, "base_count") == ("adopted", 2)


def test_a_part_of_a_vote_that_is_left_is_nobody_knows_whose() -> None:
    members = [
        Member("a", weight=Fraction(2), group="north"),
        Member("b", weight=HALF, group="south"),
    ]
    each = body(of("entitled", each_group=True), members=members)
    assert refused(each, counts=(Count("yes", 2, "north"),)) == "count.voters_unknown"
    at_all = body(of("entitled"), members=members)
    outcome = decided(at_all, counts=(Count("yes", 2, "north"),))
    assert shown(outcome, "base_count") == ("adopted", Fraction(5, 2))


def test_a_vote_and_a_part_that_are_left_are_two_of_whom_it_is_not_known() -> None:
    members = [
        Member(n, weight=Fraction(w, 2), group=g) for n, w, g in (("a", 4, "n"), ("b", 3, "s"))
    ]
    each = body(of("entitled", each_group=True), members=members)
    assert refused(each, counts=(Count("yes", 2, "n"),)) == "count.voters_unknown"


def test_a_part_of_a_vote_that_is_left_makes_no_group() -> None:
    members = [Member("a", weight=Fraction(2)), Member("b", weight=HALF)]
    groups = body(of("entitled", measure="groups"), members=members)
    outcome = decided(groups, counts=(Count("yes", 2, "north"),))
    assert shown(outcome, "base_count") == ("adopted", 1)


def test_who_is_named_twice_is_present_once() -> None:
    outcome = decided(body(of("present")), counts=counts(yes=1), present=("a", "b", "a"))
    assert shown(outcome, "base_count") == ("adopted", 2)


def test_sums_beside_votes_are_added_up_and_have_options_of_their_own() -> None:
    said = (Ballot("a", "yes"), Ballot("b", "yes"))
    book = body(rule("majority_cast"))
    twice = (Count("yes", 1, "north"), Count("yes", 1, "south"))
    assert decided(book, votes=said, counts=twice).result == "adopted"
    assert refused(book, votes=said, counts=counts(maybe=1)) == "vote.option_unknown"


def test_groups_that_the_rulebook_has_for_voters_are_groups_of_those_who_vote_too() -> None:
    members = [Member("north", weight=Fraction(2)), Member("south")]
    said = (Ballot("a", "yes", group_id="north"), Ballot("b", "no", group_id="south"))
    outcome = decided(body(of("entitled", measure="groups"), members=members), votes=said)
    assert shown(outcome, "numerator", "base_count") == ("adopted", 2, 3)
