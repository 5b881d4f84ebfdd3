"""Reading an assembly's text: what each paragraph is, by number, by words and by its place."""

import re
from dataclasses import dataclass, field
from typing import Literal

from kurultai.language.ordinals import roman
from kurultai.papers.draft import Draft, Left, LeftOut
from kurultai.papers.plain import numerals
from kurultai.papers.plain.blocks import Block, parted
from kurultai.papers.plain.marked import GAP
from kurultai.papers.plain.measure import measured
from kurultai.papers.plain.own import BULLET, MISREAD, NUMBER, POINT, SECTION
from kurultai.papers.plain.speech import BODIES, Tongue, tongue
from kurultai.papers.plain.tree import Path, Standing, grown
from kurultai.papers.signs import sign
from kurultai.texts.number import Label

Zone = Literal["head", "preamble", "operative", "end"]

_SYMBOL = re.compile(r"(?<![\w/])[A-ZА-ЯӘ]{1,8}(?:[/.][\w().-]+)+(?:\s\(\d{4}\))?")
_NOTE = re.compile(r"\A(?:\d{1,3}\s*/?|\*+)\s+(?=[^\W\d_]|[\"“«*])")
_SAYS = re.compile(r"\A(?:the|a)\s+(?:\w+\s+){1,6}?(?=\w+s\b)", re.IGNORECASE)
_BODY = re.compile(r"\AThe(?:\s(?:of|the|and|for|[A-Z]\w+)){1,8},?\Z")
_FORMULA_WORDS, _TITLE_WORDS, _CLOSING_WORDS = 15, 14, 80


def read(text: str, language: str) -> Draft:
    """The text as a tree; every word of it is in a unit, and what is unclear is named too."""
    reader = _Reader(tongue(language), language)
    blocks = parted(text, reader.tongue)
    for n, block in enumerate(blocks):
        reader.take(block, blocks[n + 1 : n + 2])
    units = grown(reader.row, language)
    left = tuple(
        Left(f"line {one.line}", one.left, one.words or "") for one in reader.row if one.left
    )
    return Draft(units, (language,), measured(units, reader.row), reader.symbol, left=left)


@dataclass(slots=True)
class _Reader:
    """The reading so far: where in the text it is, and what was numbered last."""

    tongue: Tongue
    language: str
    zone: Zone = "head"
    symbol: str = ""
    row: list[Standing] = field(default_factory=list)
    path: Path = field(default_factory=Path)
    operative: list[int] = field(default_factory=lambda: [0])  # the text's run, then the annex's
    sections: list[int] = field(default_factory=lambda: [0])
    annexes: int = 0
    numbers: str = ""  # the form in which operative paragraphs are numbered, if they are
    inner: int = 0  # the next number of a list inside a paragraph

    def take(self, block: Block, following: tuple[Block, ...]) -> None:
        """Put a paragraph where it belongs."""
        if block.page:
            self._put(block, "heading", left="header")
        elif block.words == GAP:
            self._put(block, "preamble", None)
        elif not (self._by_mark(block) or self._by_words(block, following)):
            self._by_place(block)

    def _put(
        self,
        block: Block,
        kind: str,
        words: str | None = "",
        *,
        mark: str = "",
        left: LeftOut | None = None,
        zone: Zone | None = None,
        depth: int | None = None,
    ) -> bool:
        depth = self.path.usual(kind, mark) if depth is None else depth
        said = block.words if words == "" else words
        self.row.append(Standing(depth, kind, said, mark, left, block.line))
        self.path.enter(depth, kind)
        self.zone = zone or self.zone
        return True

    # By a number, a letter or a title of its own

    def _by_mark(self, block: Block) -> bool:
        return self._annex(block) or self._number(block) or self._point(block) or self._part(block)

    def _annex(self, block: Block) -> bool:
        found = self.tongue.annex.match(block.first)
        if (
            not found
            or self.zone in {"head", "preamble"}
            or len(block.first.split()) > _TITLE_WORDS
        ):
            return False
        if block.first.endswith((",", ";")) or block.first[0].islower():
            return False
        self.annexes += 1
        self.operative[1:], self.numbers, self.sections = [0], "", [0]
        expected = sign(Label("annex", (self.annexes,)), self.language)
        title = block.words.removeprefix(expected).strip() if block.first == expected else ""
        return self._put(block, "annex", title or block.words, zone="preamble")

    def _number(self, block: Block) -> bool:
        found = NUMBER.match(block.words)
        if not found:
            return self._misread(block)
        number, expected = int(found["number"]), self.operative[-1] + 1
        if self.zone == "head" and number != 1:
            return False
        if found["open"] and (self._in_list() or number != expected):
            return False
        if number != expected and number == (1 if self._leads() else self.inner):
            self.inner = number + 1
            mark = f"({number})"
            words = block.words[found.end() :] if self._follows(mark) else block.words
            return self._put(block, "point", words, mark=mark)
        self.numbers = "(1)" if found["open"] else "1."
        self.operative[-1], self.inner = expected, 0
        if number != expected:
            return self._put(block, "operative", left="numbering", zone="operative")
        return self._put(block, "operative", block.words[found.end() :], zone="operative")

    def _in_list(self) -> bool:
        """Whether a number in parentheses can only be a point's."""
        if self.numbers == "(1)":
            return False
        return bool(self.numbers) or self._leads() or self.path.kinds[-1:] == ["point"]

    def _leads(self) -> bool:
        """Whether what was read last announces a list."""
        return bool(self.row) and (self.row[-1].words or "").endswith(":")

    def _misread(self, block: Block) -> bool:
        found = MISREAD.match(block.words)
        if not found or not self.tongue.starts_operative.match(block.words[found.end() :]):
            return False
        self.operative[-1] += 1
        return self._put(block, "operative", left="numbering", zone="operative")

    def _point(self, block: Block) -> bool:
        if self.zone in {"head", "end"}:
            return False
        if BULLET.match(block.words):
            return self._put(block, "point")
        found = POINT.match(block.words)
        if not found:
            return False
        mark = f"({numerals.latin(found['letter'] or found['bare'])})"
        if not self._follows(mark):
            return self._put(block, "point", mark=mark, left="numbering")
        return self._put(block, "point", block.words[found.end() :], mark=mark)

    def _follows(self, mark: str) -> bool:
        """Whether a point's mark is what follows from its place."""
        depth = self.path.usual("point", mark)
        before = self.path.points[min(depth, len(self.path.kinds))]
        return mark == numerals.point(self.path.kinds[:depth].count("point"), before + 1)

    def _part(self, block: Block) -> bool:
        found = SECTION.match(block.words)
        if not found or len(block.words.split()) > _TITLE_WORDS or block.words[-1] in ",;":
            return False
        if self.zone == "end":
            self.path = Path()
        self.sections[-1] += 1
        expected = f"{roman(self.sections[-1])}."
        title = block.words[found.end() :]
        words = title if found[0].strip() == expected and title else block.words
        return self._put(block, "section", words, zone="preamble")

    # By what the paragraph says

    def _by_words(self, block: Block, following: tuple[Block, ...]) -> bool:
        words = block.words
        if self.tongue.closing.search(words) and self.zone != "head":
            return len(words.split()) <= _CLOSING_WORDS and self._put(block, "closing", zone="end")
        if self._is_formula(words):
            return self._put(block, "heading", zone="preamble")
        if self._announces(words, following):
            return self._put(block, "heading")
        if self._is_operative(words):
            self.operative[-1] += 1
            left: LeftOut | None = "numbering" if self.numbers else None
            return self._put(block, "operative", left=left, zone="operative")
        if self._is_preamble(words):
            return self._put(block, "preamble", zone="preamble")
        return False

    def _announces(self, words: str, following: tuple[Block, ...]) -> bool:
        """Whether it is "Decides:" before paragraphs that then begin with "To"."""
        found = NUMBER.match(following[0].words) if following else None
        return (
            found is not None
            and not found["open"]
            and int(found["number"]) == self.operative[-1] + 1
            and words.endswith(":")
            and len(words.split()) <= _TITLE_WORDS
        )

    def _is_formula(self, words: str) -> bool:
        """Whether it is "The Assembly,": what stands between the title and the paragraphs."""
        return self.zone == "head" and (
            bool(_BODY.match(words))
            or (
                words.endswith(",")
                and len(words.split()) <= _FORMULA_WORDS
                and (bool(BODIES.search(words)) or not self.tongue.preamble.search(words))
            )
        )

    def _is_operative(self, words: str) -> bool:
        if self.tongue.operative.search(words):
            return True
        subject = _SAYS.match(words)
        return bool(subject and self.tongue.starts_operative.match(words[subject.end() :]))

    def _is_preamble(self, words: str) -> bool:
        if self.zone == "end" and not words.endswith(","):
            return False
        return bool(self.tongue.preamble.search(words)) and (
            self.zone in {"head", "preamble"} or words.endswith(",")
        )

    # By where it stands

    def _by_place(self, block: Block) -> None:
        words = block.words
        short = len(words.split()) <= _TITLE_WORDS and words[-1] not in ".,;"
        match self.zone:
            case "head":
                self.symbol = self.symbol or _symbol(words)
                self._put(block, "heading")
            case "end":
                note = _NOTE.match(words)
                is_clear = short or len(words.split()) <= _TITLE_WORDS
                unclear: LeftOut | None = None if is_clear else "paragraph"
                self._put(block, "closing", left="footnote" if note else unclear)
            case _ if _NOTE.match(words):
                self._put(block, "closing", left="footnote", depth=self.path.usual("preamble"))
            case "preamble" if words.endswith(","):
                self._put(block, "preamble")
            case _ if short:
                self._put(block, "heading")
            case _:
                self._put(block, "preamble", left="paragraph")


def _symbol(words: str) -> str:
    found = _SYMBOL.search(words)
    return found[0] if found else ""
