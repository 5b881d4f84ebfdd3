"""Bringing together what a move of one author and a change of another's have parted."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kurultai.papers.docx.flat import Flat
from kurultai.texts.base import Base


def gathered(row: list[Flat], text: Base, moved: AbstractSet[str]) -> list[Flat]:
    """The row with each unit below its parent, wherever that was moved to.

    Where an author moves a paragraph of which another strikes a part, the part still stands at
    the old place: for the first it goes along. ``moved`` are the units that move themselves.
    """
    kept: list[Flat] = []
    parted: list[_Parted] = []
    path: list[Flat] = []
    for one in row:
        del path[one.depth :]
        parent = text.parent.get(one.unit)
        stays = one.unit not in text or one.unit in moved
        above = path[-1].unit if path else None
        if parted and parted[-1].holds(one):
            parted[-1].row.append(one)
            continue
        if not stays and parent is not None and above != parent:
            parted.append(_Parted(one.unit, parent, one.depth, [one]))
            continue
        kept.append(one)
        path.append(one)
    for group in parted:
        _insert(kept, group, text)
    return kept


@dataclass(slots=True)
class _Parted:
    """A unit with all below it that does not stand below its parent."""

    unit: str
    parent: str
    depth: int
    row: list[Flat]
    closed: bool = False

    def holds(self, one: Flat) -> bool:
        """Whether the next of the row still stands below the unit."""
        self.closed = self.closed or one.depth <= self.depth
        return not self.closed


def _insert(kept: list[Flat], group: _Parted, text: Base) -> None:
    """Put the group below its parent, behind the sibling that it stood behind."""
    at = next((n for n, one in enumerate(kept) if one.unit == group.parent), None)
    if at is None:
        return  # the parent is gone, and its parts with it
    siblings = [one.unit for one in text.below(group.parent)]
    before = set(siblings[: siblings.index(group.unit)])
    depth = kept[at].depth + 1
    last = at
    for n in range(at + 1, len(kept)):
        if kept[n].depth < depth:
            break
        if kept[n].depth == depth and kept[n].unit not in before:
            break
        last = n
    for one in group.row:
        one.depth += depth - group.depth
    kept[last + 1 : last + 1] = group.row
