"""Who is whose rival: amendments that cannot all be adopted form groups."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from kurultai.texts.amendment import Amendment
from kurultai.texts.base import Base
from kurultai.texts.relation import (
    TURNED,
    Footprint,
    Relation,
    footprint,
    related,
    skeleton,
    untranslated,
)

_HARMLESS = frozenset({"free", "point"})


class Rivals:
    """The amendments of one level, with the relations between them; names are in tabling order."""

    def __init__(self, base: Base, amendments: Sequence[Amendment]) -> None:
        self.base = base
        self.amendment = {amendment.amendment: amendment for amendment in amendments}
        self.prints = {name: footprint(base, one) for name, one in self.amendment.items()}
        self._known: dict[tuple[str, str], Relation] = {}
        self._root = {name: name for name in self.amendment}
        self._join()
        self.untranslated = frozenset(self._untranslated())

    def relation(self, one: str, other: str) -> Relation:
        """How one stands to the other."""
        found = self._known.get((one, other))
        if found is None:
            found = related(self.base, self.prints[one], self.prints[other])
            self._known[one, other] = found
            self._known[other, one] = TURNED.get(found, found)
        return found

    def rival(self, one: str, other: str) -> bool:
        """Whether the two cannot both be made without loss."""
        return self.relation(one, other) not in _HARMLESS

    def groups(self) -> list[tuple[str, ...]]:
        """The groups of rivals, each in tabling order; one that has no rival is its own."""
        found: dict[str, list[str]] = {}
        for name in self.amendment:
            found.setdefault(self._find(name), []).append(name)
        return [tuple(group) for group in found.values()]

    def twins(self, group: Iterable[str]) -> dict[str, str]:
        """Of the group, each that is identical to one tabled before it, with that one."""
        kinds: dict[object, list[str]] = {}
        found: dict[str, str] = {}
        for name in group:
            firsts = kinds.setdefault(skeleton(self.prints[name]), [])
            same = (one for one in firsts if self.relation(one, name) == "identical")
            first = next(same, None)
            if first is None:
                firsts.append(name)
            else:
                found[name] = first
        return found

    def _join(self) -> None:
        """Bring rivals into one group, and what a compromise takes the place of with it."""
        meeting = Meeting(self.base)
        for name, tread in self.prints.items():
            for other in meeting.of(tread):
                if self._find(name) != self._find(other) and self.rival(name, other):
                    self._root[self._find(name)] = self._find(other)
            meeting.add(name, tread)
        for name, amendment in self.amendment.items():
            for replaced in amendment.replaces:
                if replaced in self.amendment:
                    self._root[self._find(name)] = self._find(replaced)

    def _find(self, name: str) -> str:
        while self._root[name] != name:
            self._root[name] = self._root[self._root[name]]
            name = self._root[name]
        return name

    def _untranslated(self) -> Iterator[str]:
        """Those that word a unit with another that no language has in common with them."""
        wording: dict[str, dict[object, list[str]]] = {}
        for name, tread in self.prints.items():
            for unit in tread.edited:
                wording.setdefault(unit, {}).setdefault(tread.languages, []).append(name)
        for spoken in wording.values():
            for ours, theirs in combinations(spoken.values(), 2):
                if untranslated(self.prints[ours[0]], self.prints[theirs[0]]):
                    yield from (*ours, *theirs)


class Meeting:
    """Amendments by what they touch: those that have nothing in common with one are free of it."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self._touching: dict[tuple[str, object], list[str]] = {}

    def add(self, name: str, tread: Footprint) -> None:
        """Take one in."""
        for key in _keys(self.base, tread):
            self._touching.setdefault(key, []).append(name)

    def of(self, tread: Footprint) -> frozenset[str]:
        """Those taken in that the amendment may have to do with."""
        found: set[str] = set()
        for how, what in _keys(self.base, tread):
            found.update(self._touching.get((_MEETS.get(how, how), what), ()))
        return frozenset(found)


_MEETS = {"takes": "needs", "needs": "takes"}


def _keys(base: Base, tread: Footprint) -> Iterator[tuple[str, object]]:
    """What an amendment touches and how, so that any two that are not free have one in common.

    What takes a unit away meets what needs it to be there; all else meets its like.
    """
    yield from (("edits", unit) for unit in tread.edited)
    yield from (("adds", gap) for gap in tread.added)
    yield from (("takes", unit) for unit in tread.lost)
    yield from (("needs", unit) for unit in tread.sites | tread.drops)
    moves: set[str] = set(tread.moves)
    for move in tread.moves.values():
        moves.update(base.upwards(move.parent))
    yield from (("moves", unit) for unit in moves)
