"""The picture of a decision: delegations in a half-circle, and the line they had to reach."""

from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any

from kurultai.procedure.counting.majority import CONSENSUS

WIDTH, HEIGHT = 560, 300
_CENTRE = (280, 262)
_RADIUS = 205
_LINE = (140, 258)  # where the threshold begins and ends, from the centre
_SEAT = 34  # largest radius of a seat
_STEP = 0.62  # largest angle between neighbours, so that a few delegations sit together
CHOICES = ("yes", "abstain", "silent", "absent", "no")  # from left to right


@dataclass(frozen=True, slots=True)
class Seat:
    """A delegation, what it said, and whether the rule counted it."""

    party: str
    choice: str
    counted: bool
    x: int
    y: int

    @property
    def code(self) -> str:
        """The short name that fits into the seat."""
        return self.party.rpartition(":")[2][:4].upper()


@dataclass(frozen=True, slots=True)
class Line:
    """The threshold, between the seats it divides."""

    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True, slots=True)
class Hemicycle:
    """Where every delegation sits."""

    seats: tuple[Seat, ...]
    radius: int
    line: Line | None

    def of(self, choice: str) -> tuple[Seat, ...]:
        """The delegations that said so."""
        return tuple(seat for seat in self.seats if seat.choice == choice)


def hemicycle(finding: dict[str, Any]) -> Hemicycle | None:
    """The decision as a picture; None if nobody was entitled."""
    not_counted = set(finding.get("not_counted", ()))
    voiced = [(party, choice) for choice in CHOICES for party in finding.get(choice, ())]
    counted = [pair for pair in voiced if pair[0] not in not_counted]
    ordered = counted + [pair for pair in voiced if pair[0] in not_counted]
    if not ordered:
        return None
    arc = _Arc(len(ordered))
    seats = tuple(
        Seat(party, choice, party not in not_counted, *arc.at(index, _RADIUS))
        for index, (party, choice) in enumerate(ordered)
    )
    return Hemicycle(seats, arc.seat, _line(finding, len(counted), arc))


def pending(entitled: tuple[str, ...]) -> Hemicycle | None:
    """The delegations before the question is decided: what they said is not shown."""
    arc = _Arc(len(entitled))
    seats = tuple(
        Seat(party, "pending", True, *arc.at(index, _RADIUS))
        for index, party in enumerate(entitled)
    )
    return Hemicycle(seats, arc.seat, None) if seats else None


@dataclass(frozen=True, slots=True)
class _Arc:
    seats: int

    @property
    def step(self) -> float:
        return min(pi / max(self.seats, 1), _STEP)

    @property
    def seat(self) -> int:
        return max(2, min(_SEAT, int(_RADIUS * self.step / 2) - 3))

    def at(self, index: float, radius: int) -> tuple[int, int]:
        """Where the seat of that index stands, from left to right, about the middle."""
        angle = pi / 2 + self.step * ((self.seats - 1) / 2 - index)
        return round(_CENTRE[0] + radius * cos(angle)), round(_CENTRE[1] - radius * sin(angle))


def _line(finding: dict[str, Any], counted: int, arc: _Arc) -> Line | None:
    """After the last seat that was needed in favour, or before the last objection allowed."""
    needed, in_favour = finding.get("needed", 0), len(finding.get("yes", ()))
    weighed = finding.get("sums", {}).get("yes", in_favour) != in_favour
    if weighed or not isinstance(needed, int) or finding.get("measure", "votes") != "votes":
        return None  # a line between heads would say what no head stands for
    after = counted - needed if finding.get("kind") in CONSENSUS else needed
    if not 0 <= after <= counted or finding.get("result") == "no_quorum":
        return None
    return Line(*arc.at(after - 0.5, _LINE[0]), *arc.at(after - 0.5, _LINE[1]))
