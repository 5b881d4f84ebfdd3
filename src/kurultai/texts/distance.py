"""How far an amendment goes from the text: what "furthest removed" can be measured by.

Words struck and words added, against all words of the old text and the new, over the whole region
that rivals concern, so that they are comparable. It is a proposal: substance is for people.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from rapidfuzz.distance import Indel

from kurultai.texts.amendment import Amendment
from kurultai.texts.apply import apply, spliced
from kurultai.texts.base import Base
from kurultai.texts.change import Edit
from kurultai.texts.patch import patch
from kurultai.texts.relation import Footprint
from kurultai.texts.unit import Unit, walk
from kurultai.texts.wording import tokens


class Region:
    """The units that a group of rivals concerns, in one language."""

    def __init__(self, base: Base, rivals: Iterable[Footprint], language: str) -> None:
        self.base = base
        self.language = language
        self.units = sorted(_concerned(base, rivals), key=base.place.__getitem__)
        self._at = {unit: at for at, unit in enumerate(self.units)}
        self._words = [tokens(base.words(unit, language)) for unit in self.units]
        self._length = sum(map(len, self._words))

    def figure(self, amendment: Amendment) -> Fraction:
        """0: the region as it stands; 1: nothing of it is left."""
        if amendment.changes and all(isinstance(change, Edit) for change in amendment.changes):
            old, new = self._edited(amendment)
        else:
            old, new = _joined(self._words), self._placed(amendment)
        length = 2 * self._length - len(old) + len(new)
        return Fraction(Indel.distance(old, new), length) if length else Fraction(0)

    def _edited(self, amendment: Amendment) -> tuple[list[str], list[str]]:
        """The old and the new words from the first unit that is edited to the last.

        What stands before and after is equal, and adds nothing to the distance.
        """
        edits = patch(self.base, [amendment]).edits
        here = {unit: edits[unit].get(self.language, []) for unit in edits}
        first, last = min(self._at[unit] for unit in here), max(self._at[unit] for unit in here)
        new = [
            tokens(spliced(self.base.words(unit, self.language), (edit for edit, _ in here[unit])))
            if unit in here
            else self._words[self._at[unit]]
            for unit in self.units[first : last + 1]
        ]
        return _joined(self._words[first : last + 1]), _joined(new)

    def _placed(self, amendment: Amendment) -> list[str]:
        """The region's words as the amendment makes them, in the order of the new text."""
        return _joined(
            self._worded(unit)
            for unit, _ in walk(apply(self.base, [amendment]))
            if unit.unit in self._at or unit.unit not in self.base
        )

    def _worded(self, unit: Unit) -> list[str]:
        if self.base.unit.get(unit.unit) is unit:
            return self._words[self._at[unit.unit]]
        return tokens(unit.words.get(self.language, ""))


def figures(base: Base, rivals: Sequence[Footprint]) -> dict[str, Fraction]:
    """How far each of the rivals goes, by its name.

    In the first language, by the alphabet, in which all can be read; else each in the first it is
    written in.
    """
    spoken = [rival.languages for rival in rivals if rival.languages is not None]
    common = frozenset.intersection(*spoken) if spoken else base.languages
    regions: dict[str, Region] = {}
    found: dict[str, Fraction] = {}
    for rival in rivals:
        own = rival.amendment.written_in() or base.languages
        language = min(common or own, default="")
        if language not in regions:
            regions[language] = Region(base, rivals, language)
        found[rival.amendment.amendment] = regions[language].figure(rival.amendment)
    return found


def _concerned(base: Base, rivals: Iterable[Footprint]) -> set[str]:
    """The units that any of them edits, drops or moves."""
    found: set[str] = set()
    for rival in rivals:
        found |= rival.edited | rival.lost
        for moved in rival.moves:
            found.update(unit.unit for unit, _ in walk((base.unit[moved],)))
    return found


def _joined(words: Iterable[Sequence[str]]) -> list[str]:
    return [word for unit in words for word in unit]
