"""Bars: lines of one scale, each in pieces; what nobody answered is a piece like any other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

SCALE = 1000  # of the longest line


@dataclass(frozen=True, slots=True)
class Piece:
    """So many of a kind, and where its rectangle stands."""

    kind: str
    count: int
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``of`` is what it is about, ``href`` where its commitments are listed."""

    of: str
    pieces: tuple[Piece, ...]
    href: str = ""

    @property
    def count(self) -> int:
        """All of its pieces."""
        return sum(piece.count for piece in self.pieces)

    def counted(self, kind: str) -> int:
        """How many of that kind."""
        return sum(piece.count for piece in self.pieces if piece.kind == kind)


@dataclass(frozen=True, slots=True)
class Bars:
    """Lines of one scale, and the kinds of pieces that there are, in their order."""

    kinds: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def count(self) -> int:
        """All of all lines."""
        return sum(line.count for line in self.lines)


Counted = tuple[str, Mapping[str, int], str]  # what it is about, how many by kind, where


def bars(kinds: Iterable[str], counted: Iterable[Counted], most: int = 0) -> Bars:
    """The picture; the longest line, or one of ``most``, goes over the whole width."""
    lines = tuple(counted)
    longest = max([most, *(sum(own.values()) for _, own, _ in lines)], default=0)
    drawn = tuple(Line(of, _pieces(kinds, own, longest), href) for of, own, href in lines)
    there = {piece.kind for line in drawn for piece in line.pieces}
    return Bars(tuple(kind for kind in kinds if kind in there), drawn)


def _pieces(kinds: Iterable[str], own: Mapping[str, int], longest: int) -> tuple[Piece, ...]:
    """Each from where the one before ends; what there is one of can be seen."""
    pieces = []
    before = 0
    for kind in kinds:
        if count := own.get(kind, 0):
            x, end = before * SCALE // longest, (before + count) * SCALE // longest
            pieces.append(Piece(kind, count, x, max(end - x, 2)))
            before += count
    return tuple(pieces)
