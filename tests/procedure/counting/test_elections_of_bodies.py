"""How bodies elect: their rounds, written as data, on ballots of our own."""

from fractions import Fraction

import pytest

from kurultai.procedure.counting.lot import draw
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Round
from tests.procedure.counting.polls import absolute, cast, election, held, led_to, relative

# The Parliamentary Assembly of the Council of Europe, Rule 41.1.c
PACE = election(absolute(), relative(ballots=0), tie="repeat", acclamation=True)
# The UN General Assembly, one place and several
UN_ONE = election(absolute(stay="top_two"), relative(), tie="lot")
UN_SEVERAL = election(
    Round(majority="absolute", ballots=0, stay="twice_places"), places=3, tie="restricted"
)
# The North Atlantic Assembly of the 1970s, Art. 25
ATLANTIC = election(absolute(ballots=2), relative(), tie="lot")
# The President of the Council of the Inter-Parliamentary Union, Rules 7-8
IPU = election(absolute(ballots=0))
# The President of the Parliamentary Assembly of the Mediterranean, if consensus fails
PAM = election(Round(majority="fraction", fraction=Fraction(4, 5)), acclamation=True)
# A city council that fills a committee: all places at once or none, the last leave
COUNCIL = election(relative(ballots=0, stay="drop_last"), places=11, tie="repeat", together=True)


@pytest.mark.parametrize(
    ("number", "votes", "led"),
    [
        (1, {"a": 101, "b": 60, "c": 40}, ("elected", "majority_reached", ("a",), ())),
        (
            1,
            {"a": 100, "b": 60, "c": 40},
            ("next_round", "majority_not_reached", (), ("a", "b", "c")),
        ),
        (2, {"a": 90, "b": 60, "c": 50}, ("elected", "most_votes", ("a",), ())),
        (2, {"a": 75, "b": 75, "c": 50}, ("next_round", "tie", (), ("a", "b", "c"))),
        (7, {"a": 76, "b": 75, "c": 49}, ("elected", "most_votes", ("a",), ())),
    ],
)
def test_pace_elects_absolutely_then_relatively_and_repeats_a_tie(
    number: int, votes: dict[str, int], led: tuple[object, ...]
) -> None:
    assert led_to(held(PACE, cast(votes, abstain=30, invalid=4), number)) == led


def test_the_un_holds_a_run_off_of_two() -> None:
    first = held(UN_ONE, cast({"a": 90, "b": 60, "c": 40}))
    assert led_to(first) == ("next_round", "majority_not_reached", (), ("a", "b"))
    assert (first.needed, first.base, first.base_count) == (96, "cast", 190)
    second = held(UN_ONE, cast({"a": 94, "b": 95}), 2, candidates=first.next)
    assert led_to(second) == ("elected", "most_votes", ("b",), ())


def test_the_un_draws_lots_if_the_run_off_is_a_tie() -> None:
    even = cast({"a": 95, "b": 95})
    waiting = held(UN_ONE, even, 2)
    assert (*led_to(waiting), waiting.tied) == ("tied", "lot_missing", (), (), ("a", "b"))
    drawn = held(UN_ONE, even, 2, lot="7 12 19")
    first, second = draw("7 12 19", ["a", "b"])
    assert led_to(drawn) == ("elected", "lot", (first,), ())
    assert drawn.drawn == {"seed": "7 12 19", "order": (first, second)}


def test_in_the_run_off_a_majority_may_be_needed_too() -> None:
    strict = election(absolute(stay="top_two"), absolute(), tie="lot")
    drawn = held(strict, cast({"a": 95, "b": 95}), 2, lot="7 12 19")
    assert drawn.elected == draw("7 12 19", ["a", "b"])[:1]
    unpublished = held(strict, cast({"a": 95, "b": 95}), 2)
    assert (unpublished.result, unpublished.tied) == ("tied", ("a", "b"))


def test_the_un_restricts_the_next_ballot_to_twice_the_places_left() -> None:
    votes = {"a": 120, "b": 110, "c": 90, "d": 80, "e": 70, "f": 60, "g": 20, "h": 10}
    first = held(UN_SEVERAL, cast(votes, ballots=190))
    assert led_to(first) == ("next_round", "places_left", ("a", "b"), ("c", "d"))
    tied = {**votes, "e": 80}
    assert held(UN_SEVERAL, cast(tied, ballots=190)).next == ("c", "d", "e")


def test_the_un_holds_a_ballot_among_those_tied_for_the_last_place() -> None:
    votes = {"a": 130, "b": 120, "c": 100, "d": 100, "e": 40}
    first = held(UN_SEVERAL, cast(votes, ballots=190))
    assert led_to(first) == ("next_round", "tie", ("a", "b"), ("c", "d"))
    special = held(UN_SEVERAL, cast({"c": 99, "d": 91}), 2, places=1, candidates=first.next)
    assert led_to(special) == ("elected", "majority_reached", ("c",), ())


def test_the_un_elects_those_with_most_votes_if_more_than_needed_have_the_majority() -> None:
    votes = {"a": 130, "b": 120, "c": 110, "d": 100}
    found = held(UN_SEVERAL, cast(votes, ballots=190))
    assert led_to(found) == ("elected", "majority_reached", ("a", "b", "c"), ())


def test_the_north_atlantic_assembly_draws_lots_in_the_third_ballot() -> None:
    votes = cast({"a": 40, "b": 40, "c": 30})
    for number in (1, 2):
        assert held(ATLANTIC, votes, number, lot="seed").next == ("a", "b", "c")
    third = held(ATLANTIC, votes, 3, lot="seed")
    assert (third.elected, third.tied) == (draw("seed", ["a", "b"])[:1], ("a", "b"))
    with pytest.raises(Refused, match=r"election\.over: number 4"):
        held(ATLANTIC, votes, 4)


def test_the_ipu_votes_until_somebody_has_more_than_half() -> None:
    assert held(IPU, cast({"a": 50, "b": 50}), 12).next == ("a", "b")
    assert held(IPU, cast({"a": 51, "b": 50}, abstain=200), 13).elected == ("a",)


def test_pam_wants_four_fifths() -> None:
    assert held(PAM, cast({"a": 80}, no=20)).elected == ("a",)
    short = held(PAM, cast({"a": 79}, no=20))
    assert led_to(short) == ("rejected", "no_ballot_left", (), ())
    assert (short.needed, short.fraction) == (80, "4/5")


def test_a_council_fills_all_places_of_a_committee_at_once_or_none() -> None:
    sure = {f"c{number:02}": 14 - number for number in range(9)}
    tied = {**sure, "t1": 5, "t2": 5, "t3": 5, "u": 3, "v": 1, "w": 1}
    first = held(COUNCIL, cast(tied, ballots=14))
    assert (first.result, first.reason, first.elected) == ("next_round", "tie", ())
    assert first.next == (*sure, "t1", "t2", "t3", "u")
    again = held(COUNCIL, cast({**sure, "t1": 5, "t2": 5, "t3": 4}, ballots=14), 2)
    assert (again.result, len(again.elected)) == ("elected", 11)


def test_a_council_may_draw_for_the_last_place_of_a_committee() -> None:
    by_lot = election(relative(), places=3, tie="lot")
    votes = cast({"a": 13, "b": 7, "c": 6, "d": 6, "e": 6}, ballots=15)
    found = held(by_lot, votes, lot="2025-04-01")
    drawn = draw("2025-04-01", ["c", "d", "e"])
    assert found.elected == ("a", "b", drawn[0])
    assert (found.tied, found.drawn["order"]) == (("c", "d", "e"), drawn)
