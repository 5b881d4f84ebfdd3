"""Elections and ballots, written shortly."""

from typing import Any, Literal

from kurultai.procedure.counting.election import ballot
from kurultai.procedure.counting.finding import ElectionFinding, Number
from kurultai.procedure.counting.poll import OTHERWISE, Poll
from kurultai.procedure.rulebook import Election, Round

Majority = Literal["absolute", "fraction", "relative"]


def absolute(**parts: Any) -> Round:  # noqa: ANN401 - parts of a round
    return Round(majority="absolute", **parts)


def relative(**parts: Any) -> Round:  # noqa: ANN401 - parts of a round
    return Round(majority="relative", **parts)


def election(*rounds: Round, **parts: Any) -> Election:  # noqa: ANN401 - parts of an election
    return Election(
        since="2000-01-01",
        confidence="C",
        part="plenary",
        election="president",
        article="Art. 1",
        link="https://example.org/rules",
        book="body",
        rounds=rounds,
        **parts,
    )


def cast(votes: dict[str, int], ballots: int | None = None, **sums: int) -> Poll:
    """So many votes for each; every one on a ballot of its own if nothing else is said."""
    number = sum(votes.values()) + sums.get("no", 0) if ballots is None else ballots
    assert set(sums) <= set(OTHERWISE)
    return Poll(dict(votes), dict(sums), number)


def held(by: Election, poll: Poll, number: int = 1, **parts: Any) -> ElectionFinding:  # noqa: ANN401 - parts of a ballot
    return ballot(by, poll, number=number, **{"places": by.places, **parts})


def led_to(found: ElectionFinding) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    """Result and reason, the elected, and who stands in the next ballot."""
    return found.result, found.reason, found.elected, found.next


def votes_of(found: ElectionFinding) -> dict[str, Number]:
    return {each.candidate: each.votes for each in found.standing}
