"""Bringing together what a move of one author and a change of another's have parted."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from kurultai.papers.docx.flat import Flat
from kurultai.papers.docx.structure import Structure
from kurultai.texts.base import Base


@dataclass(frozen=True, slots=True)
class Places:
    """Where each unit belongs: below which, and behind which others of the same level."""

    text: Base
    added: dict[str, tuple[str, str]] = field(default_factory=dict)  # unit -> parent, after

    @classmethod
    def of(cls, text: Base, structure: Structure) -> "Places":
        """Units of the text where the text has them, added ones where the file says."""
        added = {
            one.unit: (one.parent, one.after) for one in structure.units if one.unit not in text
        }
        return cls(text, added)

    def parent(self, unit: str) -> str:
        """The unit above it; "" for none, or where nobody says."""
        if unit in self.text:
            return self.text.parent[unit] or ""
        return self.added.get(unit, ("", ""))[0]

    def before(self, unit: str) -> list[str]:
        """The units of its level before it, the nearest first."""
        if unit in self.text:
            siblings = [one.unit for one in self.text.below(self.text.parent[unit])]
            return siblings[: siblings.index(unit)][::-1]
        after = self.added[unit][1]
        if not after:
            return []
        return [after, *(self.before(after) if after in self.text or after in self.added else ())]


def gathered(row: list[Flat], places: Places, moved: AbstractSet[str]) -> list[Flat]:
    """The row with each unit below its parent, wherever that stands.

    Where an author moves a paragraph of which another strikes a part, the part still stands at
    the old place: for the first it goes along. Where another adds a part to it, that stands at
    the new place: for the other it comes back. ``moved`` are the units that the author moves.
    """
    kept: list[Flat] = []
    parted: list[_Parted] = []
    path: list[Flat] = []
    for one in row:
        parent = places.parent(one.unit)
        if parted and parted[-1].holds(one, parent):
            parted[-1].row.append(one)
            continue
        del path[one.depth :]
        above = path[-1].unit if path else ""
        if parent and above != parent and one.unit not in moved:
            parted.append(_Parted(parent, one.depth, [one]))
            continue
        kept.append(one)
        path.append(one)
    for group in parted:
        _insert(kept, group, places)
    return kept


@dataclass(slots=True)
class _Parted:
    """A unit with all below it that does not stand below its parent."""

    parent: str
    depth: int
    row: list[Flat]
    closed: bool = False

    def holds(self, one: Flat, parent: str) -> bool:
        """Whether the next of the row still stands below the unit."""
        inside = not parent or any(parent == other.unit for other in self.row)
        self.closed = self.closed or one.depth <= self.depth or not inside
        return not self.closed


def _insert(kept: list[Flat], group: _Parted, places: Places) -> None:
    """Put the group below its parent, behind the nearest that it stood behind."""
    at = next((n for n, one in enumerate(kept) if one.unit == group.parent), None)
    if at is None:
        return  # the parent is gone, and its parts with it
    depth = kept[at].depth + 1
    end = next((n for n in range(at + 1, len(kept)) if kept[n].depth < depth), len(kept))
    level = {kept[n].unit: n for n in range(at + 1, end) if kept[n].depth == depth}
    behind = next((level[one] for one in places.before(group.row[0].unit) if one in level), at)
    while behind + 1 < end and kept[behind + 1].depth > depth:
        behind += 1
    for one in group.row:
        one.depth += depth - group.depth
    kept[behind + 1 : behind + 1] = group.row
