"""What would have elected a candidate: the fewest votes from others, found by trying all."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

import pytest

from kurultai.procedure.counting.finding import Standing
from kurultai.procedure.counting.gain import CROWD, gains
from kurultai.procedure.rulebook import Election, Round
from tests.procedure.counting.polls import absolute, cast, election, held, relative


def short(by: Election, votes: dict[str, int], ballots: int | None = None) -> dict[str, int]:
    return held(by, cast(votes, ballots=ballots)).would_change


@pytest.mark.parametrize(
    ("votes", "would_change"),
    [
        ({"a": 60, "b": 40}, {"b": 11}),
        ({"a": 51, "b": 50}, {"b": 1}),
        ({"a": 50, "b": 50}, {"a": 1, "b": 1}),
        ({"a": 45, "b": 30, "c": 25}, {"a": 6, "b": 21, "c": 26}),
        ({"a": 5}, {}),
    ],
)
def test_an_absolute_majority_is_short_of_so_many(
    votes: dict[str, int], would_change: dict[str, int]
) -> None:
    assert short(election(absolute(ballots=0)), votes) == would_change


def test_most_votes_need_no_more_than_half_of_the_lead() -> None:
    assert short(election(relative()), {"a": 10, "b": 7, "c": 0}) == {"b": 2, "c": 7}


def test_for_several_places_only_the_last_of_them_must_be_passed() -> None:
    by = election(relative(), places=2)
    assert short(by, {"a": 10, "b": 7, "c": 4, "d": 1}, ballots=11) == {"c": 2, "d": 4}


def test_a_hundred_candidates_are_compared_and_no_more() -> None:
    assert CROWD == 100
    standing = [Standing(f"c{n}", n) for n in range(101)]
    assert len(gains(standing[1:], needed=1, places=1)) == 100
    assert gains(standing, needed=1, places=1) == {}


def test_it_does_not_matter_who_is_named_first() -> None:
    standing = [Standing(*each) for each in (("d", 1), ("a", 10), ("c", 4), ("b", 7))]
    assert gains(standing, needed=1, places=2) == {"a": 0, "b": 0, "c": 2, "d": 4}


def test_whom_all_votes_could_not_elect_is_left_out() -> None:
    by = election(absolute(of="entitled"))
    for entitled, would_change in ((30, {}), (18, {}), (17, {"a": 4, "b": 5})):
        found = held(by, cast({"a": 5, "b": 4}), entitled=entitled)
        assert found.would_change == would_change


def test_nothing_is_said_without_a_quorum_or_of_places_filled_together() -> None:
    by = election(absolute(ballots=0))
    assert held(by, cast({"a": 5, "b": 4}), quorum={"reached": False}).would_change == {}
    assert short(election(absolute(ballots=0), together=True), {"a": 5, "b": 4}) == {}


def test_nothing_is_said_where_a_vote_can_be_a_part_of_one() -> None:
    standing = (Standing("a", Fraction(5, 2)), Standing("b", 2))
    assert gains(standing, needed=Fraction(5, 2), places=1) == {}


def test_nothing_is_said_of_a_crowd() -> None:
    crowd = {f"candidate {number:03}": number for number in range(CROWD)}
    assert len(short(election(relative()), crowd)) == CROWD - 1
    assert short(election(relative()), {**crowd, "another": 3}) == {}


def ways(votes: dict[str, int], to: str, number: int) -> Iterator[dict[str, int]]:
    """Every way in which so many votes can go to one from the others."""
    others = [name for name in votes if name != to]
    for taken in product(*(range(votes[name] + 1) for name in others)):
        if sum(taken) == number:
            left = {name: votes[name] - less for name, less in zip(others, taken, strict=True)}
            yield {**left, to: votes[to] + number}


@pytest.mark.parametrize("places", [1, 2])
@pytest.mark.parametrize("held_by", [absolute(ballots=0), relative(ballots=0)])
def test_no_fewer_votes_would_have_elected(held_by: Round, places: int) -> None:
    by = election(held_by, places=places)
    for spread in product(range(4), repeat=4):
        votes = dict(zip("abcd", spread, strict=True))
        ballots = max(*spread, -(-sum(spread) // places), 1)
        found = held(by, cast(votes, ballots=ballots))
        for name in set(votes) - set(found.elected):
            enough = (
                number
                for number in range(sum(spread) + 1)
                for given in ways(votes, name, number)
                if name in held(by, cast(given, ballots=max(ballots, *given.values()))).elected
            )
            assert found.would_change.get(name) == next(enough, None), (votes, name)
