"""From a row of units with depths to a tree, and back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kurultai.papers.draft import LeftOut
from kurultai.papers.plain.numerals import point
from kurultai.texts.unit import Unit

DEEPEST = 40  # levels below the top; no text has more, and a hostile one gets no more


@dataclass(slots=True)
class Standing:
    """A unit as it was met in a row: how deep it stands, its kind, and its words if it has any."""

    depth: int
    kind: str
    words: str | None
    mark: str = ""
    left: LeftOut | None = None  # if it was not understood
    line: int = 0
    below: list["Standing"] = field(default_factory=list)


@dataclass(slots=True)
class Path:
    """The units from the top down to the one met last, and how many points each has so far."""

    kinds: list[str] = field(default_factory=list)
    points: list[int] = field(default_factory=lambda: [0])

    def enter(self, depth: int, kind: str) -> None:
        """Go on to a unit at this depth; deeper than anything open is as deep as can be."""
        depth = min(depth, len(self.kinds))
        self.kinds[depth:] = [kind]
        self.points[depth + 1 :] = [0]
        self.points[depth] += kind == "point"

    def usual(self, kind: str, mark: str = "") -> int:
        """How deep a unit of this kind stands next if nothing else is said."""
        parts = [n for n, one in enumerate(self.kinds) if one in {"section", "annex"}]
        annexes = [n for n in parts if self.kinds[n] == "annex"]
        match kind:
            case "annex":
                return 0
            case "section":
                sections = [n for n in parts if self.kinds[n] == "section"]
                return sections[0] if sections else (annexes[-1] + 1 if annexes else 0)
            case "closing":
                return annexes[-1] + 1 if annexes else 0
            case "point":
                return min(self._point(mark), DEEPEST)
            case _:
                return parts[-1] + 1 if parts else 0

    def _point(self, mark: str) -> int:
        """Where a point with this mark goes on a list, else on the innermost list, else below."""
        last = len(self.kinds) - 1
        lists = [n for n in range(last, -1, -1) if self.kinds[n] == "point"]
        for depth in lists:
            if mark == point(self.kinds[:depth].count("point"), self.points[depth] + 1):
                return depth
        if mark == point(self.kinds.count("point"), 1):
            return last + 1
        return lists[0] if lists and lists[0] == last else last + 1


def grown(row: Iterable[Standing], language: str) -> tuple[Unit, ...]:
    """The tree, with identities "1", "2" ... in the order of the text.

    A depth of which nothing is open is taken as the deepest there is.
    """
    top: list[Standing] = []
    path: list[Standing] = []
    for one in row:
        del path[one.depth :]
        one.depth = len(path)
        (path[-1].below if path else top).append(one)
        path.append(one)
    numbers = iter(range(1, 1 << 62))
    return _units(top, numbers, language)


def _units(row: list[Standing], numbers: Iterator[int], language: str) -> tuple[Unit, ...]:
    return tuple(_unit(one, numbers, language) for one in row)


def _unit(one: Standing, numbers: Iterator[int], language: str) -> Unit:
    unit = str(next(numbers))
    words = {} if one.words is None else {language: one.words}
    return Unit(unit, one.kind, words, _units(one.below, numbers, language))
