"""Elections counted twice: by the counting, and by the plain loops of `naive_election`."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations_with_replacement, product
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.procedure.counting.election import ballot, round_of
from kurultai.procedure.counting.poll import Poll
from kurultai.procedure.rulebook import Election, Round, Stay
from tests.procedure.counting.naive_election import Led, led, the_round
from tests.procedure.counting.polls import election
from tests.procedure.counting.test_election_laws import elections

SEEDS = ("", "7 12 19")


def counted(
    by: Election, number: int, votes: dict[str, int], ballots: int, places: int, seed: str
) -> tuple[Led, Led]:
    """What the counting says, and what the loops say."""
    stated = {"present": ballots + 5, "entitled": ballots + 7, "component": 15}
    bases = {"cast": ballots, "given": ballots + 2, **stated}
    poll = Poll(dict(votes), {"abstain": 2, "invalid": 1}, ballots)
    found = ballot(by, poll, number=number, places=places, lot=seed, **stated)  # type: ignore[arg-type]
    first = Led(found.result, frozenset(found.elected), frozenset(found.next))
    return first, led(by, number, votes, bases, places, seed)


MAJORITIES = (
    Round(majority="absolute"),
    Round(majority="absolute", of="entitled"),
    Round(majority="fraction", fraction=Fraction(2, 3)),
    Round(majority="relative"),
)


def every_election() -> Iterator[Election]:
    """Every way of one or two ballots: majority, who stays, tie, one by one or together."""
    ties = ("lot", "repeat", "restricted")
    for held, stay, tie, together, ballots in product(
        MAJORITIES, get_args(Stay), ties, (False, True), (1, 2)
    ):
        parts = Round(
            majority=held.majority, of=held.of, fraction=held.fraction, stay=stay, ballots=ballots
        )
        yield election(parts, tie=tie, together=together)


@pytest.mark.parametrize("places", [1, 2, 3])
def test_every_small_election_comes_out_the_same(places: int) -> None:
    for by in every_election():
        for number in range(1, 5):
            for spread in combinations_with_replacement(range(4), number):
                votes = dict(zip("abcd", spread, strict=False))
                ballots = max(*spread, -(-sum(spread) // places))
                for seed in SEEDS:
                    first, second = counted(by, 1, votes, ballots, places, seed)
                    assert first == second, (by, votes, ballots, places, seed)


@given(
    elections(),
    st.integers(1, 4),
    st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 9), min_size=1),
    st.integers(0, 9),
    st.integers(1, 4),
    st.sampled_from(SEEDS),
)
def test_elections_come_out_the_same(
    by: Election, number: int, votes: dict[str, int], more: int, places: int, seed: str
) -> None:
    assert round_of(by, number) == the_round(by, number)
    if the_round(by, number) is None:
        return
    ballots = max(votes.values()) + more
    first, second = counted(by, number, votes, ballots, places, seed)
    assert first == second
