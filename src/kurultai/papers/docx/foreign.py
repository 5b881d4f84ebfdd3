"""A document that others made: what each paragraph is, by its look, its number and its words."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from kurultai.papers.docx.paragraphs import Paragraph
from kurultai.papers.docx.shapes import is_figure
from kurultai.papers.docx.views import Seen
from kurultai.papers.draft import Draft, Left, LeftOut
from kurultai.papers.plain.measure import measured
from kurultai.papers.plain.own import BULLET, NUMBER, POINT
from kurultai.papers.plain.speech import Tongue, tongue
from kurultai.papers.plain.tree import Path, Standing, grown

_SHORT = 14  # words of a title
_CLOSING = 80


def read(seen: Iterable[Seen], language: str) -> Draft:
    """The paragraphs as a tree; all their words are in it."""
    reader = _Reader(tongue(language))
    for one in seen:
        reader.take(one.paragraph, unicodedata.normalize("NFC", one.words).strip())
    left = tuple(
        Left(f"paragraph {one.line}", one.left, one.words or "") for one in reader.row if one.left
    )
    units = grown(reader.row, language)
    return Draft(units, (language,), measured(units, reader.row), left=left)


@dataclass(slots=True)
class _Reader:
    """The reading so far."""

    tongue: Tongue
    row: list[Standing] = field(default_factory=list)
    path: Path = field(default_factory=Path)
    numbered: int = 0  # the last number of an operative paragraph
    begun: bool = False  # a preamble or a numbered paragraph was met
    ended: bool = False  # the closing was met
    outlines: list[int] = field(default_factory=list)  # of the sections that are open
    lists: list[str] = field(default_factory=list)  # of operative paragraphs, then of their points

    def take(self, paragraph: Paragraph, words: str) -> None:
        """Put a paragraph where it belongs."""
        ways = (self._by_outline, self._by_list, self._by_number, self._by_words)
        if not any(way(paragraph, words) for way in ways):
            self._by_place(paragraph, words)

    def _put(
        self,
        paragraph: Paragraph,
        kind: str,
        words: str,
        depth: int | None = None,
        left: LeftOut | None = None,
    ) -> bool:
        depth = self.path.usual(kind) if depth is None else depth
        self.row.append(Standing(depth, kind, words, left=left, line=paragraph.number))
        self.path.enter(depth, kind)
        self.begun = self.begun or kind in {"preamble", "operative", "section"}
        self.ended = kind == "closing" or (self.ended and kind not in {"annex", "section"})
        return True

    def _by_outline(self, paragraph: Paragraph, words: str) -> bool:
        """A title by its style."""
        shape = paragraph.shape
        if self.begun and self.tongue.annex.match(words) and len(words.split()) <= _SHORT:
            self.numbered, self.outlines = 0, []
            return self._put(paragraph, "annex", words)
        if shape.is_title or (shape.outline is not None and not self.row):
            return self._put(paragraph, "heading", words)
        if shape.outline is None or (shape.listed and len(words.split()) > _SHORT):
            return False
        while self.outlines and self.outlines[-1] >= shape.outline:
            self.outlines.pop()
        depth = len(self.outlines) + ("annex" in self.path.kinds)
        self.outlines.append(shape.outline)
        return self._put(paragraph, "section", words, depth)

    def _by_list(self, paragraph: Paragraph, words: str) -> bool:
        """A paragraph that Word numbers."""
        shape = paragraph.shape
        if not shape.listed or shape.form == "none":
            return False
        if shape.level == 0 and is_figure(shape.form) and not self._inside(shape.listed):
            self.numbered += 1
            return self._put(paragraph, "operative", words)
        return self._point(paragraph, words, shape.level)

    def _inside(self, listed: str) -> bool:
        """Whether this is a second list, which begins behind a colon."""
        if not self.lists:
            self.lists.append(listed)
        if listed == self.lists[0]:
            return False
        return bool(self.row) and (
            (self.row[-1].words or "").endswith(":") or self.row[-1].kind == "point"
        )

    def _point(self, paragraph: Paragraph, words: str, level: int) -> bool:
        holder = next(
            (n for n in reversed(range(len(self.path.kinds))) if self.path.kinds[n] != "point"), -1
        )
        starts = 1 if self.path.kinds[holder : holder + 1] == ["operative"] else 0
        first = paragraph.shape.form != "decimal" or level > 0
        depth = holder + 1 + max(0, level - (starts if first else 0))
        return self._put(paragraph, "point", words, min(depth, len(self.path.kinds)))

    def _by_number(self, paragraph: Paragraph, words: str) -> bool:
        """A number that was typed."""
        if found := NUMBER.match(words):
            number = int(found["number"])
            if number == self.numbered + 1:
                self.numbered = number
                return self._put(paragraph, "operative", words[found.end() :])
            return self.begun and self._put(paragraph, "operative", words, left="numbering")
        if not self.begun:
            return False
        if found := POINT.match(words):
            mark = f"({found['letter'] or found['bare']})"
            depth = self.path.usual("point", mark)
            return self._put(paragraph, "point", words[found.end() :], depth)
        return bool(BULLET.match(words)) and self._put(paragraph, "point", words)

    def _by_words(self, paragraph: Paragraph, words: str) -> bool:
        if self.begun and self.tongue.closing.search(words) and len(words.split()) <= _CLOSING:
            return self._put(paragraph, "closing", words)
        if self.ended:
            return False
        if self.tongue.operative.search(words):
            self.numbered += 1
            return self._put(paragraph, "operative", words)
        if self.tongue.preamble.search(words) and words[-1:] in ",;":
            return self._put(paragraph, "preamble", words)
        return False

    def _by_place(self, paragraph: Paragraph, words: str) -> None:
        short = len(words.split()) <= _SHORT and words[-1:] not in ".,;:"
        if self.ended:
            self._put(paragraph, "closing", words)
        elif not self.begun or short:
            self._put(paragraph, "heading", words)
        else:
            left: LeftOut | None = None if words.endswith(",") else "paragraph"
            self._put(paragraph, "preamble", words, left=left)
