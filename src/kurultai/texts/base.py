"""The text that amendments are against, indexed: it never changes while they wait."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kurultai.texts.amendment import Faulty
from kurultai.texts.change import Add, Change, Edit
from kurultai.texts.unit import Unit, walk
from kurultai.texts.wording import nfc

Gap = tuple[str | None, str | None]
"""A place: below which unit, and after which."""

Point = tuple[int, int, int]
"""A point of the text: a unit's place; before, in or after it; the offset."""


class Base:
    """A frozen text. Its wordings are in NFC; offsets of changes count their code points.

    Raises Faulty "amendment.unit_twice" where two units have one identity.
    """

    __slots__ = ("_last", "_siblings", "languages", "parent", "place", "unit", "units")

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units = in_nfc(units)
        self.unit: dict[str, Unit] = {}
        self.parent: dict[str, str | None] = {}
        self.place: dict[str, int] = {}
        for number, (unit, parent) in enumerate(walk(self.units)):
            if unit.unit in self.unit:
                raise Faulty("amendment.unit_twice", unit=unit.unit)
            self.unit[unit.unit] = unit
            self.parent[unit.unit] = parent
            self.place[unit.unit] = number
        self.languages = frozenset(
            language for unit in self.unit.values() for language in unit.words
        )
        self._last = self._ends()
        self._siblings = {
            key: {unit.unit: at for at, unit in enumerate(below)}
            for key, below in [(None, self.units)]
            + [(unit.unit, unit.below) for unit in self.unit.values()]
        }

    def _ends(self) -> dict[str, int]:
        """The place of the last unit at or below each."""
        last: dict[str, int] = {}
        for name in reversed(self.unit):
            below = self.unit[name].below
            last[name] = last[below[-1].unit] if below else self.place[name]
        return last

    def __contains__(self, unit: object) -> bool:
        return unit in self.unit

    def inside(self, unit: str, ancestor: str) -> bool:
        """Whether the unit is the ancestor or stands below it; False of an unknown one."""
        place, above = self.place.get(unit), self.place.get(ancestor)
        return place is not None and above is not None and above <= place <= self._last[ancestor]

    def upwards(self, unit: str | None) -> Iterator[str]:
        """The unit, its parent, and so on to the top; nothing of an unknown one."""
        while unit is not None and unit in self.unit:
            yield unit
            unit = self.parent[unit]

    def below(self, parent: str | None) -> tuple[Unit, ...]:
        """The units directly below ``parent``; None: those at the top."""
        return self.units if parent is None else self.unit[parent].below

    def has_gap(self, parent: str | None, after: str | None) -> bool:
        """Whether there is such a place: below ``parent``, directly after ``after``."""
        children = self._siblings.get(parent)
        return children is not None and (after is None or after in children)

    def gap_of(self, unit: str) -> Gap:
        """The place where the unit stands: its parent, and what it follows there."""
        parent = self.parent[unit]
        at = self._siblings[parent][unit]
        return parent, self.below(parent)[at - 1].unit if at else None

    def words(self, unit: str, language: str) -> str:
        """The unit's wording in a language, empty where it has none."""
        return self.unit[unit].words.get(language, "")

    def point(self, change: Change) -> Point:
        """Where in the text the change begins; those in units that it adds itself come last."""
        match change:
            case Edit():
                return self.place[change.unit], 1, change.start
            case Add():
                return self.gap(change.parent, change.after)
            case _:
                return self.place[change.unit], 0, 0

    def gap(self, parent: str | None, after: str | None) -> Point:
        """The place below ``parent`` and after ``after``, as a point."""
        if after is not None:
            return self._last.get(after, len(self.place)), 2, 0
        return (-1 if parent is None else self.place.get(parent, len(self.place))), 2, 0


def in_nfc(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """The units with their wordings in NFC."""
    return tuple(_settled(unit) for unit in units)


def _settled(unit: Unit) -> Unit:
    """The unit itself where nothing is to be done."""
    below = in_nfc(unit.below)
    words = {language: nfc(words) for language, words in unit.words.items()}
    if words == unit.words and all(a is b for a, b in zip(below, unit.below, strict=True)):
        return unit
    return replace(unit, words=words, below=below)
