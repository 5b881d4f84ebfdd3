"""The elections of the shipped rulebooks, from the first ballot to the last."""

from random import Random

import pytest

from kurultai import rulebooks
from kurultai.procedure.counting.decide import decide
from kurultai.procedure.counting.event import Count, VoteEvent
from kurultai.procedure.rulebook import Election, Rulebook, load

MOST = 40  # ballots: where a majority is needed, nobody may ever have it
BOOKS = {name: load(rulebooks.text(name), name) for name in rulebooks.names()}
ELECTIONS = tuple((book, election) for book in BOOKS.values() for election in book.elections)


def test_there_are_elections_to_hold() -> None:
    held = {election.name for _, election in ELECTIONS}
    assert {"pace/plenary.president", "unga/plenary.one_place"} <= held


def ballot(chance: Random, standing: tuple[str, ...], places: int) -> dict[str, int]:
    """Forty voters, each naming as many as there are places; a few name nobody."""
    votes = dict.fromkeys(standing, 0)
    for _ in range(40):
        for name in chance.sample(standing, min(places, len(standing))):
            votes[name] += 1
    return votes


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("book", "by"), ELECTIONS, ids=[by.name for _, by in ELECTIONS])
def test_every_election_goes_on_until_it_is_over(book: Rulebook, by: Election, seed: int) -> None:
    chance, seeded = Random(seed), seed % 2 == 0  # noqa: S311 - votes that anybody can cast again
    standing = tuple(f"candidate {number:02}" for number in range(by.places + 3))
    elected: list[str] = []
    for number in range(1, MOST):
        places = by.places - len(elected)
        votes = ballot(chance, standing, places)
        event = VoteEvent(
            "e",
            max(by.since, "2025-12-02"),
            rule=f"{by.part}.{by.election}",
            candidates=standing,
            counts=(*(Count(name, of) for name, of in votes.items()), Count("ballots", 40)),
            places=places,
            round=number,
            lot=f"ballot {number}" if seeded else "",
            present=40,
        )
        found = decide(book, event)
        assert found.result in ("elected", "next_round", "tied", "rejected", "no_quorum"), found
        now, following = found.arithmetic["elected"], found.arithmetic["next"]
        assert set(now) | set(following) <= set(standing)
        assert not set(now) & set(following)
        assert len(now) <= places
        elected += now
        if found.result != "next_round":
            break
        assert following
        standing = following
    assert len(set(elected)) == len(elected) <= by.places
    if by.tie == "lot" and seeded:
        assert found.result != "tied"
