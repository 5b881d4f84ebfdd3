"""What a unit is called: numbers follow from the order of the text and are never kept."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kurultai.texts.unit import Unit


@dataclass(frozen=True, slots=True)
class Label:
    """What a unit is called in its text.

    ``numbers`` is (0,) of what has no number: headings and the closing. A preambular paragraph
    has one number, for reference; an operative paragraph one that runs on through all sections; a
    section or annex one for each level it lies below others of its kind. A point has one for each
    level of points, outermost first: (2, 3) is (b)(iii). All begin anew in an annex.

    ``within`` is what has to be named first, outermost first: the annexes it stands in; for a
    point its paragraph; for a heading or the closing its sections.
    """

    kind: str
    numbers: tuple[int, ...]
    within: tuple["Label", ...] = ()


def labels(units: Iterable[Unit]) -> dict[str, Label]:
    """The label of every unit, in the order of the text."""
    found: dict[str, Label] = {}
    _number(found, units, _Count(), _Place())
    return found


@dataclass(slots=True)
class _Count:
    """The last number given, through the whole text or annex."""

    preamble: int = 0
    operative: int = 0


@dataclass(frozen=True, slots=True)
class _Place:
    """Where numbering has come to: what stands above."""

    annexes: tuple[Label, ...] = ()
    sections: tuple[Label, ...] = ()
    above: tuple[Label, ...] = ()  # the paragraph that points belong to
    points: tuple[int, ...] = field(default=())


def _number(found: dict[str, Label], units: Iterable[Unit], count: _Count, place: _Place) -> None:
    """Number the units of one level, each with what stands below it."""
    so_far: dict[str, int] = {}
    for unit in units:
        so_far[unit.kind] = so_far.get(unit.kind, 0) + 1
        label = _label(unit.kind, so_far[unit.kind], count, place)
        found[unit.unit] = label
        inner = _Count() if unit.kind == "annex" else count
        _number(found, unit.below, inner, _below(label, place))


def _label(kind: str, ordinal: int, count: _Count, place: _Place) -> Label:
    match kind:
        case "preamble":
            count.preamble += 1
            return Label(kind, (count.preamble,), place.annexes)
        case "operative":
            count.operative += 1
            return Label(kind, (count.operative,), place.annexes)
        case "point":
            return Label(kind, (*place.points, ordinal), place.annexes + place.above)
        case "section":
            return Label(kind, (*_path(place.sections), ordinal), place.annexes)
        case "annex":
            return Label(kind, (*_path(place.annexes), ordinal), place.annexes)
        case _:  # headings, the closing, and kinds that a later edition may bring
            return Label(kind, (0,), place.annexes + place.sections)


def _path(above: tuple[Label, ...]) -> tuple[int, ...]:
    """The numbers of the innermost of these."""
    return above[-1].numbers if above else ()


def _below(label: Label, place: _Place) -> _Place:
    """Where numbering goes on below a unit."""
    match label.kind:
        case "annex":
            return _Place(annexes=(*place.annexes, label))
        case "section":
            return _Place(place.annexes, (*place.sections, label))
        case "point":
            return _Place(place.annexes, place.sections, place.above, label.numbers)
        case _:
            return _Place(place.annexes, place.sections, (Label(label.kind, label.numbers),))
