"""Flaws of elections: rounds that are never reached."""

from collections.abc import Iterator

from kurultai.procedure.rulebook.entries import Election, Round
from kurultai.procedure.rulebook.flaws.known import Known, flaw
from kurultai.procedure.rulebook.place import Flaw


def of_elections(known: Known) -> Iterator[Flaw]:
    """Of each round of each election."""
    for place, election in known.of(Election):
        for number, each in enumerate(election.rounds, start=1):
            at = place.within("rounds", number)
            if each.fraction and each.majority != "fraction":
                yield flaw(at, "not_of_kind", "fraction", kind=each.majority)
            if number > 1 and _elects(election.rounds[number - 2]):
                yield flaw(at, "round_unreachable", "majority")


def _elects(before: Round) -> bool:
    """True if no other round follows: somebody always has most votes, or it goes on until then."""
    return before.majority == "relative" or before.ballots == 0
