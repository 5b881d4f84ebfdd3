"""One ballot of an election: what it takes, who is elected, who stands again."""

from fractions import Fraction
from typing import Any

import pytest

from kurultai.procedure.counting.election import acclaimed, ballot, round_of
from kurultai.procedure.counting.finding import ElectionFinding, Number, Standing
from kurultai.procedure.counting.lot import draw
from kurultai.procedure.counting.poll import Poll
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Election, Round
from tests.procedure.counting.polls import (
    absolute,
    cast,
    election,
    held,
    led_to,
    relative,
    votes_of,
)

SEED = "2026-03-14: 7 12 19"


def test_the_number_of_a_ballot_finds_its_round() -> None:
    first, second, third = absolute(ballots=2), relative(ballots=3), relative(ballots=1)
    rounds = election(first, second, third)
    found = [round_of(rounds, number) for number in range(8)]
    assert found == [None, first, first, second, second, second, third, None]


def test_a_round_without_a_number_of_ballots_lasts_until_it_elects() -> None:
    first, second = absolute(), relative(ballots=0)
    assert round_of(election(first, second), 1) == first
    assert round_of(election(first, second), 2000) == second


@pytest.mark.parametrize("number", [0, -1, 3])
def test_a_ballot_that_the_rules_do_not_know_is_refused(number: int) -> None:
    with pytest.raises(Refused, match=rf"^election\.over: number {number}"):
        held(election(absolute(), relative()), cast({"a": 1}), number)


def test_a_finding_says_by_what_rule_and_arithmetic() -> None:
    by = election(absolute(of="given"), places=2, unconfirmed=("quorum",))
    votes = Poll({"b": 5, "a": 6}, {"abstain": 1, "blank": 2, "absent": 3}, 9)
    found = ballot(by, votes, places=2, candidates=["a", "b", "c"], quorum={"reached": True})
    assert found == ElectionFinding(
        result="rejected",
        rule="body/plenary.president",
        article="Art. 1",
        link="https://example.org/rules",
        confidence="C",
        unconfirmed=("quorum",),
        ballot=1,
        majority="absolute",
        base="given",
        base_count=12,
        needed=7,
        fraction="",
        places=2,
        standing=(Standing("a", 6), Standing("b", 5), Standing("c", 0)),
        elected=(),
        next=(),
        tied=(),
        reason="no_ballot_left",
        sums={"abstain": 1, "blank": 2, "absent": 3},
        drawn={},
        quorum={"reached": True},
        would_change={"a": 1, "b": 2, "c": 7},
    )


VOTES = Poll({"a": 5}, {"no": 4, "abstain": 1, "blank": 1, "invalid": 1, "not voting": 1}, 9)


@pytest.mark.parametrize(
    ("held_by", "numbers", "base", "needed"),
    [
        (absolute(), {}, 9, 5),
        (absolute(of="given"), {}, 11, 6),
        (absolute(of="present"), {}, 13, 7),
        (absolute(of="present"), {"present": 16}, 16, 9),
        (absolute(of="present"), {"present": 12}, 13, 7),
        (absolute(of="entitled"), {"entitled": 20}, 20, 11),
        (absolute(of="component"), {"component": 21}, 21, 11),
        (Round(majority="fraction", fraction=Fraction(2, 3)), {}, 9, 6),
        (Round(majority="fraction", fraction=Fraction(1, 2)), {}, 9, 5),
        (Round(majority="fraction"), {}, 9, 9),
        (Round(majority="fraction", fraction=Fraction(1, 10)), {}, 9, 1),
        (relative(), {}, 9, 1),
    ],
)
def test_the_majority_is_reckoned_on_the_base_of_the_round(
    held_by: Round, numbers: dict[str, Any], base: int, needed: int
) -> None:
    found = ballot(election(held_by), VOTES, **numbers)
    assert (found.base, found.base_count, found.needed) == (held_by.of, base, needed)
    assert isinstance(found.needed, int)
    assert (found.result == "elected") == (needed <= 5)


@pytest.mark.parametrize("of", ["entitled", "component"])
def test_a_base_that_nobody_stated_is_refused(of: Any) -> None:  # noqa: ANN401 - a base
    with pytest.raises(Refused, match=rf"^election\.base_unknown: base {of}"):
        ballot(election(absolute(of=of)), VOTES)


@pytest.mark.parametrize("of", ["cast", "given", "present"])
def test_votes_for_several_places_say_nothing_of_the_ballots(of: Any) -> None:  # noqa: ANN401 - a base
    unknown = Poll({"a": 5, "b": 4}, {"abstain": 1}, None)
    if of != "present":
        with pytest.raises(Refused, match=rf"^election\.base_unknown: base {of}"):
            ballot(election(absolute(of=of)), unknown, present=None)
    found = ballot(election(relative(of=of)), unknown)
    assert (found.base, found.base_count, found.elected) == ("", 0, ("a",))


def test_nobody_is_elected_without_a_vote() -> None:
    part = Round(majority="fraction", fraction=Fraction(1, 3), ballots=2)
    for by in (absolute(ballots=2), relative(ballots=2), part):
        found = held(election(by), Poll({}, {"blank": 9}, 0), candidates=["a", "b"])
        assert led_to(found) == ("next_round", "majority_not_reached", (), ("a", "b"))


def test_a_weight_may_be_a_fraction_and_the_majority_stays_exact() -> None:
    half = Fraction(1, 2)
    votes: dict[str, Number] = {"a": Fraction(5, 2), "b": 2 + half - half}
    found = held(election(absolute()), Poll(votes, {}, Fraction(9, 2)))
    assert (found.needed, found.elected) == (Fraction(5, 2), ("a",))
    even: dict[str, Number] = {"a": Fraction(5, 2), "b": Fraction(5, 2)}
    even_found = held(election(absolute(ballots=2)), Poll(even, {}, 5))
    assert (even_found.needed, even_found.elected) == (3, ())


def test_the_majority_is_of_the_finest_shares_in_which_votes_are_cast() -> None:
    """Of two votes three halves are more than half; and of five halves, were there a half."""
    halves: dict[str, Number] = {"a": Fraction(3, 2), "b": Fraction(1, 2)}
    found = held(election(absolute()), Poll(halves, {}, 2))
    assert (found.needed, found.elected) == (Fraction(3, 2), ("a",))
    for by, needed in (
        (Round(majority="fraction", fraction=Fraction(2, 3)), Fraction(3, 2)),
        (relative(), Fraction(1, 2)),
    ):
        assert held(election(by), Poll(halves, {}, 2)).needed == needed
    found = held(election(absolute(of="present")), cast({"a": 2}), present=Fraction(5, 2))
    assert (found.needed, found.base_count) == (Fraction(3, 2), Fraction(5, 2))


def test_the_majority_of_any_number_is_exact() -> None:
    many = 10**17
    found = held(election(absolute()), cast({"a": many, "b": many - 1}))
    assert (found.needed, found.elected) == (many, ("a",))


def test_without_a_quorum_nothing_is_decided_and_all_still_stand() -> None:
    by = election(absolute(), acclamation=True)
    found = held(by, cast({"a": 9, "b": 1}), quorum={"reached": False, "needed": 20})
    assert led_to(found) == ("no_quorum", "quorum_missing", (), ("a", "b"))
    assert found.quorum == {"reached": False, "needed": 20}


def test_a_quorum_that_nobody_challenged_stops_nothing() -> None:
    assert held(election(absolute()), cast({"a": 1}), quorum={"reached": None}).elected == ("a",)


# --- acclamation


def test_no_more_candidates_than_places_are_elected_by_acclamation() -> None:
    by = election(absolute(), acclamation=True, places=3)
    found = acclaimed(by, ["c", "a"], places=3)
    assert found is not None
    assert led_to(found) == ("elected", "acclamation", ("a", "c"), ())
    assert (found.majority, found.base, found.base_count, found.needed) == ("acclamation", "", 0, 0)
    assert votes_of(found) == {"a": 0, "c": 0}


@pytest.mark.parametrize(
    ("by", "candidates"),
    [
        (election(absolute()), ("a",)),
        (election(absolute(), acclamation=True), ("a", "b")),
        (election(absolute(), acclamation=True), ()),
    ],
)
def test_otherwise_a_ballot_is_held(by: Election, candidates: tuple[str, ...]) -> None:
    assert acclaimed(by, candidates, places=1) is None


def test_who_is_acclaimed_has_no_numbers() -> None:
    found = acclaimed(election(absolute(), acclamation=True), ["a"], places=2)
    assert found is not None
    assert (found.places, found.ballot, found.would_change) == (2, 1, {})
    assert (found.sums, found.quorum, found.drawn, found.tied) == ({}, {}, {}, ())


def test_acclamation_comes_not_after_the_last_ballot() -> None:
    with pytest.raises(Refused, match=r"^election\.over: number 2"):
        acclaimed(election(absolute(), acclamation=True), ["a"], places=1, number=2)


# --- several places, ties


def test_who_has_the_majority_is_elected_and_the_rest_go_on() -> None:
    by = election(absolute(ballots=0), places=3)
    found = held(by, cast({"a": 9, "b": 6, "c": 5, "d": 3}, ballots=10))
    assert led_to(found) == ("next_round", "places_left", ("a", "b"), ("c", "d"))


def test_a_place_may_stay_empty() -> None:
    by = election(relative(ballots=0), places=3)
    found = held(by, cast({"a": 9, "b": 6}, ballots=10))
    assert led_to(found) == ("elected", "places_unfilled", ("a", "b"), ())
    last = held(election(absolute(), places=3), cast({"a": 9, "b": 3, "c": 1}, ballots=10))
    assert led_to(last) == ("elected", "no_ballot_left", ("a",), ())


def test_a_tie_that_no_ballot_and_no_lot_can_break_stays_one() -> None:
    found = held(election(relative(), places=2), cast({"a": 5, "b": 4, "c": 4, "d": 1}, ballots=7))
    assert led_to(found) == ("tied", "no_ballot_left", ("a",), ())
    assert found.tied == ("b", "c")


def test_equal_votes_are_no_tie_if_there_is_a_place_for_each() -> None:
    found = held(election(relative(), places=2), cast({"a": 4, "b": 4, "c": 3}, ballots=6))
    assert (found.elected, found.tied) == (("a", "b"), ())


def test_a_tie_at_the_top_of_the_cut_leaves_all_places_to_those_tied() -> None:
    by = election(relative(ballots=0), places=2)
    found = held(by, cast({"a": 4, "b": 4, "c": 4, "d": 1}, ballots=7))
    assert led_to(found) == ("next_round", "tie", (), ("a", "b", "c", "d"))
    assert found.tied == ("a", "b", "c")


def test_a_lot_fills_as_many_places_as_are_left() -> None:
    by = election(relative(), places=3, tie="lot")
    found = held(by, cast({"a": 9, "b": 4, "c": 4, "d": 4, "e": 1}, ballots=9), lot=SEED)
    drawn = draw(SEED, ["b", "c", "d"])
    assert led_to(found) == ("elected", "lot", ("a", *drawn[:2]), ())
    assert (found.tied, found.drawn) == (("b", "c", "d"), {"seed": SEED, "order": drawn})


def test_without_a_seed_those_above_the_tie_are_elected_all_the_same() -> None:
    votes = cast({"a": 9, "b": 4, "c": 4}, ballots=9)
    for_each = election(relative(), places=2, tie="lot")
    assert led_to(held(for_each, votes)) == ("tied", "lot_missing", ("a",), ())
    at_once = election(relative(), places=2, tie="lot", together=True)
    assert led_to(held(at_once, votes)) == ("tied", "lot_missing", (), ())
    assert len(held(at_once, votes, lot=SEED).elected) == 2


def test_a_seed_is_not_used_where_the_rule_has_no_lot() -> None:
    by = election(relative(ballots=0))
    found = held(by, cast({"a": 4, "b": 4}), lot=SEED)
    assert (found.result, found.drawn) == ("next_round", {})


def test_the_lot_does_not_stand_in_for_a_majority_before_the_last_ballot() -> None:
    by = election(absolute(ballots=2), tie="lot")
    even = cast({"a": 4, "b": 4})
    assert held(by, even, 1, lot=SEED).result == "next_round"
    assert held(by, even, 2, lot=SEED).reason == "lot"


@pytest.mark.parametrize("votes", [{"a": 4, "b": 4, "c": 1}, {"a": 4, "b": 3}, {"a": 0, "b": 0}])
def test_nor_where_not_all_have_the_same_votes(votes: dict[str, int]) -> None:
    by = election(absolute(of="entitled"), tie="lot")
    found = held(by, cast(votes), lot=SEED, entitled=20)
    assert led_to(found) == ("rejected", "no_ballot_left", (), ())


def test_nor_where_a_place_is_there_for_each() -> None:
    by = election(absolute(of="entitled"), tie="lot", places=2)
    found = held(by, cast({"a": 4, "b": 4}), lot=SEED, entitled=20)
    assert (found.result, found.drawn) == ("rejected", {})


def test_nor_where_more_places_are_there_than_candidates() -> None:
    by = election(absolute(of="entitled"), tie="lot", places=3)
    found = held(by, cast({"a": 4, "b": 4}), lot=SEED, entitled=20)
    assert (found.result, found.drawn) == ("rejected", {})


def test_equal_votes_without_the_majority_are_no_tie_where_there_is_no_lot() -> None:
    found = held(election(absolute()), cast({"a": 4, "b": 4}), lot=SEED)
    assert (*led_to(found), found.tied) == ("rejected", "no_ballot_left", (), (), ())


def test_a_repeated_tie_is_among_those_who_stay_by_the_round() -> None:
    votes = cast({"a": 5, "b": 5, "c": 3, "d": 1})
    assert held(election(relative(ballots=0, stay="top_two")), votes).next == ("a", "b")
    assert held(election(relative(ballots=0, stay="drop_last")), votes).next == ("a", "b", "c")


def test_a_restricted_ballot_is_among_those_tied_only() -> None:
    votes = cast({"a": 5, "b": 5, "c": 3, "d": 1})
    found = held(election(relative(ballots=0), tie="restricted"), votes)
    assert found.next == found.tied == ("a", "b")
    at_once = election(relative(ballots=0), tie="restricted", together=True)
    assert held(at_once, votes).next == ("a", "b", "c", "d")


# --- who stays


@pytest.mark.parametrize(
    ("votes", "stay"),
    [
        ((5, 4, 3, 2), "ab"),
        ((5, 4, 4, 2), "abc"),
        ((5, 5, 4, 2), "ab"),
        ((5, 5, 5, 2), "abc"),
        ((0, 0, 0, 0), "abcd"),
    ],
)
def test_the_top_two_stay_with_whoever_is_tied_for_second(
    votes: tuple[int, ...], stay: str
) -> None:
    by = election(absolute(ballots=2, stay="top_two"))
    found = held(by, cast(dict(zip("abcd", votes, strict=True)), abstain=30), entitled=40)
    assert found.next == tuple(stay)


def test_twice_as_many_stay_as_there_are_places_left() -> None:
    by = election(absolute(ballots=2, stay="twice_places", of="entitled"), places=2)
    votes = {"a": 9, "b": 5, "c": 4, "d": 3, "e": 3, "f": 1}
    assert held(by, cast(votes), entitled=40).next == ("a", "b", "c", "d", "e")
    assert held(by, cast(votes), entitled=17).next == ("b", "c")


@pytest.mark.parametrize(
    ("votes", "stay"),
    [
        ((5, 4, 3, 2), "abc"),
        ((5, 4, 2, 2), "ab"),
        ((5, 2, 2, 2), "a"),
        ((3, 3, 3, 3), "abcd"),
    ],
)
def test_the_last_leave_unless_nobody_would_stay(votes: tuple[int, ...], stay: str) -> None:
    by = election(absolute(ballots=2, stay="drop_last", of="entitled"))
    found = held(by, cast(dict(zip("abcd", votes, strict=True))), entitled=40)
    assert found.next == tuple(stay)


def test_the_last_leave_only_while_there_are_enough_for_the_places() -> None:
    by = election(absolute(ballots=2, stay="drop_last", of="entitled"), places=3)
    found = held(by, cast({"a": 5, "b": 4, "c": 2, "d": 2}), entitled=40)
    assert found.next == ("a", "b", "c", "d")


def test_of_those_tied_for_last_the_lot_takes_one_away() -> None:
    by = election(absolute(ballots=2, stay="drop_last", of="entitled"), tie="lot")
    votes = cast({"a": 5, "b": 2, "c": 2, "d": 2})
    found = held(by, votes, entitled=40, lot=SEED)
    drawn = draw(SEED, ["b", "c", "d"])
    assert found.next == ("a", *sorted(drawn[:2]))
    assert found.drawn == {"seed": SEED, "order": drawn}
    assert held(by, votes, entitled=40).next == ("a",)
    without = election(absolute(ballots=2, stay="drop_last", of="entitled"))
    assert held(without, votes, entitled=40, lot=SEED).next == ("a",)


def test_of_two_tied_for_last_one_leaves_by_lot() -> None:
    by = election(absolute(ballots=2, stay="drop_last", of="entitled"), tie="lot")
    found = held(by, cast({"a": 5, "b": 2, "c": 2}), entitled=40, lot=SEED)
    assert found.next == ("a", draw(SEED, ["b", "c"])[0])


def test_no_lot_is_shown_where_one_alone_was_last() -> None:
    by = election(absolute(ballots=2, stay="drop_last"), tie="lot")
    found = held(by, cast({"a": 5, "b": 5, "c": 2}), lot=SEED)
    assert (found.next, found.drawn) == (("a", "b"), {})


def test_a_candidate_stated_twice_is_refused() -> None:
    with pytest.raises(Refused, match=r"^election\.candidate_twice: name a"):
        held(election(absolute()), cast({"a": 5}), candidates=iter(["b", "a", "a"]))


def test_votes_for_somebody_who_does_not_stand_are_not_lost() -> None:
    with pytest.raises(Refused, match=r"^election\.candidate_unknown: name c, known a, b$"):
        held(election(absolute()), cast({"a": 5, "c": 1}), candidates=["a", "b"])
