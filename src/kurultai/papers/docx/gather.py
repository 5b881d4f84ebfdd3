"""Bringing together what a move of one author and a change of another's have parted."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from kurultai.papers.docx.flat import Flat
from kurultai.papers.docx.names import MOVED
from kurultai.papers.docx.structure import Structure
from kurultai.texts.base import Base


@dataclass(frozen=True, slots=True)
class Places:
    """Where each unit belongs: below which, and behind which others of the same level."""

    text: Base
    added: dict[str, tuple[str, str]] = field(default_factory=dict)  # unit -> parent, after
    moved: dict[str, str] = field(default_factory=dict)  # unit -> after, where it was moved to

    @classmethod
    def of(cls, text: Base, structure: Structure) -> "Places":
        """Units of the text where the text has them, added ones where the file says."""
        added = {
            one.unit: (one.parent, one.after or "")
            for one in structure.units
            if one.unit not in text
        }
        moved = {
            one.unit: one.after or ""
            for one in structure.units
            if one.unit in text and one.bookmark.startswith(MOVED)
        }
        return cls(text, added, moved)

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
        return self.behind(self.added.get(unit, ("", ""))[1])

    def behind(self, after: str) -> list[str]:
        """That unit, and those of its level before it."""
        known = after in self.text or after in self.added
        return [after, *self.before(after)] if known else []

    def arrived(self, unit: str) -> list[str]:
        """The units before it at the place where it was added or moved to, the nearest first."""
        return self.behind(self.moved[unit]) if unit in self.moved else self.before(unit)


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
    while waiting := [group for group in parted if not _insert(kept, group, places)]:
        if len(waiting) == len(parted):
            break  # what they stood below is gone, and they with it
        parted = waiting
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
        above = next((other for other in reversed(self.row) if other.depth < one.depth), None)
        inside = not parent or (above is not None and above.unit == parent)
        self.closed = self.closed or one.depth <= self.depth or not inside
        return not self.closed


def _insert(kept: list[Flat], group: _Parted, places: Places) -> bool:
    """Put the group below its parent, behind the nearest that it stood behind.

    False if the parent is not there.
    """
    at = next((n for n, one in enumerate(kept) if one.unit == group.parent), None)
    if at is None:
        return False
    depth = kept[at].depth + 1
    end = next((n for n in range(at + 1, len(kept)) if kept[n].depth < depth), len(kept))
    unit = group.row[0].unit
    level = {kept[n].unit: n for n in range(at + 1, end) if kept[n].depth == depth}
    behind = next((level[one] for one in places.before(unit) if one in level), at)
    while behind + 1 < end and _goes_before(kept[behind + 1], unit, depth, places):
        behind += 1
    for one in group.row:
        one.depth += depth - group.depth
    kept[behind + 1 : behind + 1] = group.row
    return True


def _goes_before(one: Flat, unit: str, depth: int, places: Places) -> bool:
    """Whether the next of the row belongs to what stands before the unit.

    That is what stands below it, and, before a unit of the text, what came to its place.
    """
    if one.depth > depth:
        return True
    text = places.text
    came = one.unit not in text or text.parent[one.unit] != text.parent.get(unit)
    if one.depth < depth or unit not in text or not came:
        return False
    return unit not in places.arrived(one.unit)
