"""The picture of a decision: delegations in a half-circle, and the line they had to reach.

A few sit in one row, each with its short name. Many sit in several rows, and are drawn as dots:
one line of dots for all who sit beside each other in a row and said the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import cos, pi, sin, sqrt
from typing import Any

from kurultai.procedure.counting.majority import CONSENSUS

WIDTH, HEIGHT = 560, 300
_CENTRE = (280, 262)
_RADIUS = 205
_LINE = (140, 258)  # where the threshold begins and ends, from the centre
_SEAT = 34  # largest radius of a seat
_STEP = 0.62  # largest angle between neighbours, so that a few delegations sit together
_ONE_ROW = 28  # delegations up to which they sit in one
_DEPTH = 76  # of the bench, about the radius
MANY = 60  # delegations above which they are dots, and are named beside the picture no more
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
class Dots:
    """Neighbours in a row who said the same: an arc, of which only the ``length`` dots are seen.

    ``width`` is of a dot; ``hole`` of what is left open in it, so that nobody needs the colour.
    """

    choice: str
    counted: bool
    arc: str
    length: float
    width: int
    hole: int


@dataclass(frozen=True, slots=True)
class Hemicycle:
    """Where every delegation sits; ``dots`` are how many of them are drawn."""

    seats: tuple[Seat, ...]
    radius: int
    line: Line | None
    dots: tuple[Dots, ...] = ()

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
    bench = _bench(len(ordered))
    seats = tuple(
        Seat(party, choice, party not in not_counted, *place.whole)
        for (party, choice), place in zip(ordered, bench.places, strict=True)
    )
    line = _line(finding, len(counted), bench)
    return Hemicycle(seats, bench.seat, line, _dots(seats, bench))


def pending(entitled: tuple[str, ...]) -> Hemicycle | None:
    """The delegations before the question is decided: what they said is not shown."""
    if not entitled:
        return None
    bench = _bench(len(entitled))
    seats = tuple(
        Seat(party, "pending", True, *place.whole)
        for party, place in zip(entitled, bench.places, strict=True)
    )
    return Hemicycle(seats, bench.seat, None, _dots(seats, bench))


@dataclass(frozen=True, slots=True)
class _Place:
    row: int
    angle: float
    radius: float

    @property
    def whole(self) -> tuple[int, int]:
        x, y = _at(self.angle, self.radius)
        return round(x), round(y)


@dataclass(frozen=True, slots=True)
class _Bench:
    """Places from left to right, whatever their row; ``steps``: angles between neighbours."""

    places: tuple[_Place, ...]
    steps: tuple[float, ...]
    seat: int

    def between(self, index: int) -> float:
        """The angle before the seat of that index."""
        angles = [place.angle for place in self.places]
        angles = [angles[0] + self.steps[0], *angles, angles[-1] - self.steps[-1]]
        return (angles[index] + angles[index + 1]) / 2


def _bench(seats: int) -> _Bench:
    return _row(seats) if seats <= _ONE_ROW else _rows(seats)


def _row(seats: int) -> _Bench:
    """One row about the middle."""
    step = min(pi / seats, _STEP)
    angles = (pi / 2 + step * ((seats - 1) / 2 - index) for index in range(seats))
    size = max(2, min(_SEAT, int(_RADIUS * step / 2) - 3))
    return _Bench(tuple(_Place(0, angle, _RADIUS) for angle in angles), (step,), size)


def _rows(seats: int) -> _Bench:
    """As many rows as leave the same room beside a seat and behind it; longer ones hold more."""
    number = max(2, round(sqrt(seats * _DEPTH / (pi * _RADIUS))))
    depth = _DEPTH / number
    radii = [_RADIUS + _DEPTH / 2 - depth * (row + 0.5) for row in range(number)]
    ends = [round(seats * sum(radii[:row]) / sum(radii)) for row in range(number + 1)]
    steps = tuple(pi / (end - start) for start, end in pairwise(ends))
    places = (
        _Place(row, pi - step * (index + 0.5), radius)
        for row, (step, radius) in enumerate(zip(steps, radii, strict=True))
        for index in range(round(pi / step))
    )
    narrowest = min(step * radius for step, radius in zip(steps, radii, strict=True))
    ordered = tuple(sorted(places, key=lambda place: (-place.angle, place.row)))
    return _Bench(ordered, steps, max(2, int(min(depth, narrowest) * 0.4)))


def _at(angle: float, radius: float) -> tuple[float, float]:
    return _CENTRE[0] + radius * cos(angle), _CENTRE[1] - radius * sin(angle)


def _dots(seats: tuple[Seat, ...], bench: _Bench) -> tuple[Dots, ...]:
    """Row by row; none where the seats are few enough to be drawn one by one."""
    if len(seats) <= MANY:
        return ()
    seated = list(zip(seats, bench.places, strict=True))
    rows = ([one for one in seated if one[1].row == row] for row in range(len(bench.steps)))
    return tuple(dots for row in rows for dots in _dots_of(row, bench))


def _dots_of(row: list[tuple[Seat, _Place]], bench: _Bench) -> Iterator[Dots]:
    for (choice, counted), found in groupby(row, lambda one: (one[0].choice, one[0].counted)):
        places = [place for _, place in found]
        width, hole = (round(2 * bench.seat * part) for part in _DRAWN.get(choice, (0.4, 0)))
        arc = _arc(places, bench.steps[places[0].row] / 2)
        yield Dots(choice, counted, arc, len(places) - 0.5, width, hole)


_DRAWN = {"yes": (1, 0), "no": (1, 0.55), "abstain": (0.6, 0)}  # parts of a seat's width


def _arc(places: list[_Place], beyond: float) -> str:
    """From the first dot to half a step beyond the last, so that none stands at the very end."""
    radius = places[0].radius
    start, end = _at(places[0].angle, radius), _at(places[-1].angle - beyond, radius)
    x1, y1, r, x2, y2 = (f"{value:.1f}" for value in (*start, radius, *end))
    return f"M{x1} {y1}A{r} {r} 0 0 1 {x2} {y2}"


def _line(finding: dict[str, Any], counted: int, bench: _Bench) -> Line | None:
    """After the last seat that was needed in favour, or before the last objection allowed."""
    needed, in_favour = finding.get("needed", 0), len(finding.get("yes", ()))
    weighed = finding.get("sums", {}).get("yes", in_favour) != in_favour
    if weighed or not isinstance(needed, int) or finding.get("measure", "votes") != "votes":
        return None  # a line between heads would say what no head stands for
    after = counted - needed if finding.get("kind") in CONSENSUS else needed
    if not 0 <= after <= counted or finding.get("result") == "no_quorum":
        return None
    angle = bench.between(after)
    return Line(*(round(value) for radius in _LINE for value in _at(angle, radius)))
