"""What a candidate was short of: the fewest votes that would have had to go to it from others."""

from bisect import bisect_left
from collections.abc import Sequence

from kurultai.procedure.counting.finding import Number, Standing

CROWD = 100  # so many candidates are compared each with all others; it takes the square of them


def gains(standing: Sequence[Standing], *, needed: Number, places: int) -> dict[str, int]:
    """For each candidate the fewest votes that, given to it instead of to others, elect it.

    As many votes are counted as before; those ahead give them away, so that the candidate reaches
    ``needed`` and fewer than ``places`` others have as many as it then has. 0: elected as it is.
    A candidate whom all the votes of the others could not elect is left out; all are where a
    vote can be a part of one, or where more than `CROWD` stand.
    """
    votes = {each.candidate: each.votes for each in standing}
    found: dict[str, int] = {}
    if len(votes) > CROWD or any(number.denominator != 1 for number in votes.values()):
        return found
    for name, own in votes.items():
        others = sorted((int(n) for one, n in votes.items() if one != name), reverse=True)
        short = _least(int(own), others, needed, places)
        if short is not None:
            found[name] = short
    return found


def _least(own: int, others: Sequence[int], needed: Number, places: int) -> int | None:
    """The least number that is enough; what is enough with some is with more."""

    def enough(more: int) -> bool:
        return own + more >= needed and _given(others, own + more, places) <= more

    most = sum(others)
    short = bisect_left(range(most + 1), True, key=enough)
    return short if short <= most else None


def _given(others: Sequence[int], own: int, places: int) -> int:
    """How many votes others must lose, so that fewer than ``places`` of them have ``own``."""
    return sum(max(0, number - own + 1) for number in others[places - 1 :])
