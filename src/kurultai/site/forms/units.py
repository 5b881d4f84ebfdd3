"""What the paragraphs of a text are called on a form."""

from collections.abc import Iterable

from kurultai.language.instructions import label
from kurultai.site.tongue import LANGUAGE
from kurultai.texts.number import labels
from kurultai.texts.unit import Unit, walk

_WORDS = 60  # characters of a paragraph that tell which one it is


class Names:
    """What the units of one text are called, in the language of the request."""

    def __init__(self, units: Iterable[Unit]) -> None:
        """Of these units."""
        units = tuple(units)
        self.units = {unit.unit: unit for unit, _parent in walk(units)}
        self._labels = labels(units)

    def called(self, unit: str) -> str:
        """Its label with a capital letter: "Paragraph 4 (a)"."""
        said = label(self._labels[unit], LANGUAGE.get())
        return said[:1].upper() + said[1:]

    def named(self, unit: str) -> str:
        """The same with its first words."""
        start = begin(self.words(unit))
        return f"{self.called(unit)} · {start}" if start else self.called(unit)

    def words(self, unit: str) -> str:
        """Its words in the language of the request, or in whichever there are any."""
        words = self.units[unit].words
        return words.get(LANGUAGE.get()) or next(iter(words.values()), "")


def begin(words: str) -> str:
    """The first words."""
    return words if len(words) <= _WORDS else f"{words[:_WORDS].rsplit(' ', 1)[0]} ..."
