"""Which paragraphs of two language versions belong together, by their lengths and numbers.

Gale and Church (1993): a translation is about as long as the original. Numbers and references,
which translations keep, anchor it. It is done once, when a version comes in; people confirm.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, log, sqrt

# How often so many paragraphs on the left become so many on the right, as Gale and Church found.
_SHAPES = {(1, 1): 0.89, (1, 0): 0.005, (0, 1): 0.005, (2, 1): 0.045, (1, 2): 0.045, (2, 2): 0.011}
_COSTS = {shape: -log(share) for shape, share in _SHAPES.items()}
_VARIANCE = 6.8  # of a translation's length, for each character
_LOSS = 3.0  # what a paragraph without a counterpart costs beyond its rarity
_ANCHOR = 4.0  # what numbers in common are worth
_EQUAL = 1000  # characters for which the two sides are taken to be of equal length
_BAND = 30  # how far from the diagonal counterparts are looked for, beyond what is missing
_NUMBERS = re.compile(r"\d+(?:[./]\d+)*")


@dataclass(frozen=True, slots=True)
class Bead:
    """Paragraphs, by their positions on each side, that say the same; one side may be empty."""

    left: tuple[int, ...]
    right: tuple[int, ...]


def align(left: Sequence[str], right: Sequence[str]) -> tuple[Bead, ...]:
    """All paragraphs of both sides in order, each in one bead; at most two on a side."""
    best = _Costs(left, right).best()
    beads: list[Bead] = []
    i, j = len(left), len(right)
    while i or j:
        di, dj = best[i][j][1]
        beads.append(Bead(tuple(range(i - di, i)), tuple(range(j - dj, j))))
        i, j = i - di, j - dj
    return tuple(reversed(beads))


Shape = tuple[int, int]


class _Costs:
    """The cheapest way to every pair of positions, within a band along the diagonal."""

    def __init__(self, left: Sequence[str], right: Sequence[str]) -> None:
        self.lengths = _sums(left), _sums(right)
        self.numbers = [_numbers(text) for text in left], [_numbers(text) for text in right]
        self.ratio = (self.lengths[1][-1] + _EQUAL) / (self.lengths[0][-1] + _EQUAL)

    def best(self) -> list[dict[int, tuple[float, Shape]]]:
        """For each position on the left, those on the right with their cost and last shape."""
        n, m = (len(sums) - 1 for sums in self.lengths)
        band = abs(n - m) + _BAND
        best: list[dict[int, tuple[float, Shape]]] = [{} for _ in range(n + 1)]
        best[0][0] = (0.0, (0, 0))
        for i in range(n + 1):
            middle = i * m // max(n, 1)
            for j in range(max(0, middle - band), min(m, middle + band) + 1):
                if found := self._cheapest(best, i, j):
                    best[i][j] = found
        return best

    def _cheapest(
        self, best: list[dict[int, tuple[float, Shape]]], i: int, j: int
    ) -> tuple[float, Shape] | None:
        ways = (
            (best[i - di][j - dj][0] + self._cost(i, j, di, dj), (di, dj))
            for di, dj in _SHAPES
            if di <= i and (j - dj) in best[i - di]
        )
        return min(ways, default=None)

    def _cost(self, i: int, j: int, di: int, dj: int) -> float:
        """How unlikely it is that these belong together."""
        if not di or not dj:
            return _COSTS[di, dj] + _LOSS
        lefts, rights = self.lengths
        ours, theirs = lefts[i] - lefts[i - di], rights[j] - rights[j - dj]
        mean = (ours + theirs / self.ratio) / 2
        off = abs(theirs - ours * self.ratio) / sqrt(max(mean, 1) * _VARIANCE)
        unlikely = -log(max(erfc(off / sqrt(2)), 1e-300))
        return _COSTS[di, dj] + unlikely + self._anchored(i, j, di, dj)

    def _anchored(self, i: int, j: int, di: int, dj: int) -> float:
        ours = frozenset[str]().union(*self.numbers[0][i - di : i])
        theirs = frozenset[str]().union(*self.numbers[1][j - dj : j])
        numbers = ours | theirs
        return _ANCHOR * (0.5 - len(ours & theirs) / len(numbers)) if numbers else 0.0


def _sums(texts: Sequence[str]) -> list[int]:
    """The lengths of the texts, added up from the first."""
    sums = [0]
    for text in texts:
        sums.append(sums[-1] + len(text))
    return sums


def _numbers(text: str) -> frozenset[str]:
    return frozenset(_NUMBERS.findall(text))
