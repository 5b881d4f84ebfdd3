"""The picture of a decision: delegations in a half-circle, and the line they had to reach."""

from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any

WIDTH, HEIGHT = 560, 300
_CENTRE = (280, 270)
_RADIUS = 215
_LINE = (150, 262)  # where the threshold begins and ends, from the centre
_SEAT = 24  # largest radius of a seat
CHOICES = ("yes", "abstain", "absent", "no")  # from left to right


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
    seats = tuple(
        Seat(party, choice, party not in not_counted, *_at(index, len(ordered), _RADIUS))
        for index, (party, choice) in enumerate(ordered)
    )
    return Hemicycle(seats, _radius(len(seats)), _line(finding, len(counted), len(seats)))


def pending(entitled: tuple[str, ...]) -> Hemicycle | None:
    """The delegations before the question is decided: what they said is not shown."""
    seats = tuple(
        Seat(party, "pending", True, *_at(index, len(entitled), _RADIUS))
        for index, party in enumerate(entitled)
    )
    return Hemicycle(seats, _radius(len(seats)), None) if seats else None


def _radius(seats: int) -> int:
    return min(_SEAT, int(pi * _RADIUS / max(seats, 1) / 2) - 1)


def _line(finding: dict[str, Any], counted: int, seats: int) -> Line | None:
    """After the last seat that was needed in favour, or before the last objection allowed."""
    needed = int(finding.get("needed", 0))
    consensus = str(finding.get("kind", "")).startswith(("no_objection", "consensus"))
    after = counted - needed if consensus else needed
    if not 0 <= after <= counted or finding.get("result") == "no_quorum":
        return None
    inner, outer = (_at(after - 0.5, seats, radius) for radius in _LINE)
    return Line(*inner, *outer)


def _at(index: float, seats: int, radius: int) -> tuple[int, int]:
    """Where the seat of that index stands, from left to right."""
    angle = pi * (1 - (index + 0.5) / seats)
    return round(_CENTRE[0] + radius * cos(angle)), round(_CENTRE[1] - radius * sin(angle))
