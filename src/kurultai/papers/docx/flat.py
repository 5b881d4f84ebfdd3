"""From a row of paragraphs with depths to a tree of units."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kurultai.texts.unit import Unit


@dataclass(slots=True)
class Flat:
    """A paragraph that is a unit: ``words`` is None where it has none in the language."""

    unit: str
    kind: str
    depth: int
    words: str | None
    level: int = 0  # of a point in its list
    below: list["Flat"] = field(default_factory=list)


def grown(row: Iterable[Flat], language: str) -> tuple[Unit, ...]:
    """The tree; a depth of which nothing is open is the deepest there is."""
    top: list[Flat] = []
    path: list[Flat] = []
    for one in row:
        del path[one.depth :]
        one.depth = len(path)
        one.below = []
        (path[-1].below if path else top).append(one)
        path.append(one)
    return tuple(_unit(one, language) for one in top)


def _unit(one: Flat, language: str) -> Unit:
    words = {language: one.words} if one.words else {}
    return Unit(one.unit, one.kind, words, tuple(_unit(child, language) for child in one.below))


def usual_depth(row: list[Flat], kind: str, level: int) -> int:
    """How deep a paragraph of that kind stands behind these: as the last like it that is open."""
    open_at = None
    for one in reversed(row):
        if open_at is not None and one.depth >= open_at:
            continue
        open_at = one.depth
        if one.kind == kind and (kind != "point" or one.level == level):
            return one.depth
        if _holds(one, kind, level):
            return one.depth + 1
    return 0


def _holds(above: Flat, kind: str, level: int) -> bool:
    """Whether such a paragraph commonly stands below that one."""
    match kind:
        case "annex":
            return False
        case "point":
            in_list = above.kind == "point" and above.level < level
            return in_list or above.kind in {"operative", "preamble"}
        case "section" | "closing":
            return above.kind == "annex"
        case _:
            return above.kind in {"annex", "section"}
