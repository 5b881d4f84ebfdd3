"""The paragraphs of a view of a file, as units in a row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from kurultai.papers.docx.alone import moved_by
from kurultai.papers.docx.flat import Flat, usual_depth
from kurultai.papers.docx.identity import Identities, Known
from kurultai.papers.docx.loaded import Loaded
from kurultai.papers.docx.paragraphs import Paragraph
from kurultai.papers.docx.read import added, nfc
from kurultai.papers.docx.views import Seen, Sees, view
from kurultai.papers.draft import Left
from kurultai.texts.base import Base
from kurultai.texts.unit import Unit, deep


@dataclass(slots=True)
class Standings:
    """A file against a text: every view of it gives a row of units."""

    found: Loaded
    who: Identities
    text: Base
    seed: str  # of the file: new units of two files are not one
    depth: dict[str, int] = field(default_factory=dict)  # of each unit of the text
    named: dict[int, str] = field(default_factory=dict)  # new paragraphs, by number

    def __post_init__(self) -> None:
        self.depth = {unit.unit: depth for unit, depth in deep(self.text.units)}

    def row(self, paragraphs: Iterable[Paragraph], sees: Sees) -> list[Flat]:
        """The units of a view; a unit that was emptied is not there."""
        row: list[Flat] = []
        met: set[str] = set()
        for one in view(paragraphs, sees):
            known = self.who.known.get(one.paragraph.number)
            if known is not None and known.unit not in met:
                if one.words or one.is_gap:
                    met.add(known.unit)
                    row.append(self._known(one, known, row))
            elif one.words.strip() and not one.paragraph.shape.is_matter:
                row.append(added(one, row, self._name(one.paragraph)))
        return row

    def _known(self, one: Seen, known: Known, row: list[Flat]) -> Flat:
        level = one.paragraph.shape.level
        words = None if one.is_gap else nfc(one.words)
        depth = known.depth
        if known.unit in self.depth and not known.is_moved:
            depth = self.depth[known.unit]
        if depth is None:
            depth = usual_depth(row, known.kind, level)
        return Flat(known.unit, known.kind, depth, words, level)

    def _name(self, paragraph: Paragraph) -> str:
        """A new paragraph's identity, the same in every view."""
        if paragraph.number not in self.named:
            taken = {*self.named.values(), *(one.unit for one in self.who.known.values())}
            numbers = (f"new-{self.seed}-{number}" for number in count(1))
            self.named[paragraph.number] = next(
                name for name in numbers if name not in self.text and name not in taken
            )
        return self.named[paragraph.number]

    def find_moved(self, row: list[Flat], base: Base, author: str) -> set[str]:
        """Take for moved what went at one place and came, word for word, at another.

        Word keeps no bookmark there. Returns the units of the base that the author moved.
        """
        here = {one.unit for one in row}
        moved = set(moved_by(self.who, author))
        gone = {_worded(base.unit[name]): name for name in base.unit if name not in here}
        for one in row:
            name = gone.get(one.words or "")
            if one.unit in self.named.values() and name is not None:
                del gone[one.words or ""]
                one.unit, one.kind = name, base.unit[name].kind
                moved.add(name)
        return moved

    def strangers(self, base: Base) -> Iterator[Left]:
        """Paragraphs that stood in the file before any change, and are not of the text."""
        if self.who.by_words or self.who.missing:
            for name, unit in base.unit.items():
                if name not in self.text:
                    yield Left("document", "paragraph", _worded(unit))
        for one in self.who.paragraphs:
            words = "".join(piece.words for piece in one.pieces)
            seen = Seen(one, words, is_gap=False)
            if one.shape.is_matter and words.strip() and not self.found.is_matter(seen):
                yield Left(f"paragraph {one.number}", "header", words)


def _worded(unit: Unit) -> str:
    return next(iter(unit.words.values()), "")
