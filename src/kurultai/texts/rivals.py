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
        for one, other in self._meeting():
            if self._find(one) != self._find(other) and self.rival(one, other):
                self._root[self._find(one)] = self._find(other)
        for name, amendment in self.amendment.items():
            for replaced in amendment.replaces:
                if replaced in self.amendment:
                    self._root[self._find(name)] = self._find(replaced)

    def _find(self, name: str) -> str:
        while self._root[name] != name:
            self._root[name] = self._root[self._root[name]]
            name = self._root[name]
        return name

    def _meeting(self) -> Iterator[tuple[str, str]]:
        """Pairs that have a unit or a place in common: all others are free."""
        index: dict[object, list[str]] = {}
        for name, tread in self.prints.items():
            for key in _keys(self.base, tread):
                index.setdefault(key, []).append(name)
        for names in index.values():
            yield from combinations(names, 2)
        standing: dict[str, list[str]] = {}
        for name, tread in self.prints.items():
            for unit in {*tread.sites, *tread.drops}:
                standing.setdefault(unit, []).append(name)
        for name, tread in self.prints.items():
            for unit in tread.lost:
                yield from ((name, other) for other in standing.get(unit, ()) if other != name)

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


def _keys(base: Base, tread: Footprint) -> Iterator[object]:
    """What two that edit, move or add have in common where they are not free."""
    yield from (("edit", unit) for unit in tread.edited)
    yield from (("gap", gap) for gap in tread.added)
    into: set[str] = set(tread.moves)
    for move in tread.moves.values():
        into.update(base.upwards(move.parent))
    yield from (("move", unit) for unit in into)
