"""Numbers and identities of units that were read: what follows from the order is not kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from kurultai.papers.akn.growth import Grown
from kurultai.papers.akn.names import decoded
from kurultai.papers.plain.numerals import shown
from kurultai.texts.unit import Unit


def settled(grown: Iterable[Grown], language: str, *, ours: bool) -> tuple[tuple[Unit, ...], bool]:
    """The tree, and whether every unit in it brought a permanent identity.

    A number that is not the one which follows from the order stands in the words.
    """
    row = list(grown) if ours else _filled(grown)
    settling = _Settling(language, ours=ours)
    bare = tuple(settling.unit(one) for one in row)
    signs = shown(bare, language)
    units = tuple(_numbered(unit, signs, settling) for unit in bare)
    return units, settling.named and bool(row)


def _filled(grown: Iterable[Grown]) -> list[Grown]:
    """Without units that hold nothing, such as an empty line between paragraphs."""
    row = [replace(one, below=_filled(one.below)) for one in grown]
    return [one for one in row if one.words or one.number or one.below]


@dataclass(slots=True)
class _Settling:
    language: str
    ours: bool
    named: bool = True
    taken: set[str] = field(default_factory=set)
    numbers: dict[str, str] = field(default_factory=dict)

    def unit(self, grown: Grown) -> Unit:
        """The unit with the words it has besides its number."""
        name = self._identity(grown)
        self.numbers[name] = grown.number
        absent = (grown.gap if self.ours else True) and not grown.words
        words = {} if absent else {self.language: grown.words}
        return Unit(name, grown.kind, words, tuple(self.unit(one) for one in grown.below))

    def _identity(self, grown: Grown) -> str:
        self.named = self.named and bool(grown.permanent)
        wanted = grown.permanent or grown.positional
        if self.ours and grown.permanent:
            wanted = decoded(grown.permanent)
        name = next(one for one in _choices(wanted, len(self.taken)) if one not in self.taken)
        self.taken.add(name)
        return name


def _choices(wanted: str, count: int) -> Iterator[str]:
    if wanted:
        yield wanted
    stem = f"{wanted}-" if wanted else ""
    number = 1 if wanted else count + 1
    while True:
        yield f"{stem}{number}"
        number += 1


def _numbered(unit: Unit, signs: dict[str, str], settling: _Settling) -> Unit:
    number, language = settling.numbers[unit.unit], settling.language
    words = unit.words
    if number and _letters(number) != _letters(signs[unit.unit]):
        words = {language: f"{number} {unit.words.get(language, '')}".strip()}
    below = tuple(_numbered(one, signs, settling) for one in unit.below)
    return Unit(unit.unit, unit.kind, words, below)


def _letters(number: str) -> str:
    return "".join(one for one in number if one.isalnum()).casefold()
