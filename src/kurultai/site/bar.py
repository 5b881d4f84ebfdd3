"""The picture of a decision by numbers: a bar of the votes, and the line they had to reach."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from kurultai.procedure.counting.majority import CONSENSUS

WIDTH = 600
CHOICES = ("yes", "abstain", "silent", "absent", "no")  # from left to right
BASES = {  # what the base consists of: the rest is drawn beside it
    "cast": ("yes", "no"),
    "given": ("yes", "abstain", "no"),
    "present": ("yes", "abstain", "silent", "no"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the bar, in its units of width."""

    choice: str
    count: str
    x: int
    width: int
    counted: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """The pieces from left to right, and where the line stands; None if there is none to draw."""

    pieces: tuple[Piece, ...]
    line: int | None
    needed: str


def bar(finding: Mapping[str, Any]) -> Bar | None:
    """The decision as a bar; None if no votes are known by number."""
    sums = {choice: Fraction(finding.get("sums", {}).get(choice, 0)) for choice in CHOICES}
    counted = BASES.get(str(finding.get("base")), CHOICES)
    ordered = [c for c in CHOICES if c in counted] + [c for c in CHOICES if c not in counted]
    whole = sum(sums.values())
    if not whole:
        return None
    pieces, at = [], Fraction(0)
    for choice in ordered:
        if sums[choice]:
            x, end = _at(at, whole), _at(at + sums[choice], whole)
            piece = Piece(choice, str(sums[choice]), x, max(end - x, 2), choice in counted)
            pieces.append(piece)
        at += sums[choice]
    return Bar(tuple(pieces), _line(finding, whole), str(finding.get("needed", "")))


def weighed(finding: Mapping[str, Any]) -> Bar | None:
    """The bar of votes that are not one a head: where a head alone would mislead."""
    sums = finding.get("sums", {})
    heads = all(sums.get(c, 0) in (0, len(finding.get(c, ()))) for c in CHOICES)
    return None if heads else bar(finding)


def _at(count: Fraction, whole: Fraction | int) -> int:
    return round(count * WIDTH / whole)


def _line(finding: Mapping[str, Any], whole: Fraction | int) -> int | None:
    """Where the votes in favour had to reach; of a consensus there is no such place."""
    if finding.get("kind") in CONSENSUS or finding.get("result") == "no_quorum":
        return None
    if finding.get("measure", "votes") != "votes":
        return None
    needed = Fraction(finding.get("needed", 0))
    return _at(needed, whole) if 0 < needed <= whole else None
