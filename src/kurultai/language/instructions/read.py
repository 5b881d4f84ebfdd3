"""From the formal sentence back to the change, by the same templates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import count
from string import Formatter

from kurultai.language import ENDONYMS
from kurultai.language.instructions.grammar import LEVELS, Grammar
from kurultai.language.instructions.places import chains, worded
from kurultai.language.instructions.quotes import TOKEN, unquote
from kurultai.language.instructions.say import CASES, capital, phrase
from kurultai.language.instructions.spots import Spot, found, joined, without
from kurultai.language.instructions.tongues import grammar_of
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.unit import Unit
from kurultai.texts.wording import nfc

_EDITING = ("replace", "delete", "insert", "start", "end", "reword", "blank")


class Unclear(Exception):  # noqa: N818 - a finding about a sentence
    """The sentence is none that a change is said by, or names what the text does not have."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a frame was filled with: units by case, words by role, new units."""

    units: dict[str, str] = field(default_factory=dict)
    words: dict[str, Spot] = field(default_factory=dict)
    new: tuple[Unit, ...] = ()
    kind: str | None = None
    wording: str = ""

    def with_unit(self, case: str, unit: str) -> "Heard":
        """Also a place."""
        return replace(self, units={**self.units, case: unit})

    def with_words(self, role: str, words: Spot) -> "Heard":
        """Also quoted words."""
        return replace(self, words={**self.words, role: words})


def parse(base: Base, sentence: str, language: str) -> Change:
    """The change that the sentence says; units that it adds are named "new-1", "new-2" ...

    Raises Unclear.
    """
    spoken, sentence = _spoken(sentence.strip(), language)
    grammar = grammar_of(language)
    try:
        text, quoted = unquote(sentence, grammar.quotes)
    except ValueError:
        raise Unclear(sentence) from None
    for name, frame in grammar.frames.items():
        listener = _Listener(base, language, text, tuple(quoted), name)
        for heard in listener.listen(tuple(Formatter().parse(frame)), 0, Heard()):
            if (change := _change(base, name, heard, spoken)) is not None:
                return change
    raise Unclear(sentence)


def _spoken(sentence: str, language: str) -> tuple[str, str]:
    """The language whose wording the sentence concerns, and the sentence without its name."""
    for spoken, name in ENDONYMS.items():
        if sentence.startswith(f"{name}: "):
            return spoken, sentence.removeprefix(f"{name}: ")
    return language, sentence


@lru_cache(maxsize=64)
def _phrases(base: Base, language: str, *, editing: bool) -> dict[str, dict[str, str]]:
    """By case: each place as it is said, also at the beginning of a sentence; and its unit."""
    grammar = grammar_of(language)
    said: dict[str, dict[str, str]] = {case: {} for case in CASES}
    for unit, chain in chains(base).items():
        way = worded(base, unit) if editing else chain
        for case in CASES:
            name = phrase(grammar, way, case)
            said[case][name] = unit
            said[case][capital(name, language)] = unit
    return said


@cache
def _patterns(language: str, role: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    grammar = grammar_of(language)
    nth = re.escape(grammar.nth).replace(r"\{n\}", r"(?P<n>[^\0]+?)")
    found = []
    for level, pattern in zip(LEVELS, grammar.said[role], strict=True):
        written = re.escape(pattern).replace(r"\{q\}", TOKEN)
        written = written.replace(r"\{n\}", f"(?:{nth})?").replace(r"\{a\}", "az?")
        found.append((level, re.compile(written)))
    return tuple(found)


Pieces = tuple[tuple[str, str | None, str | None, str | None], ...]


@dataclass(frozen=True, slots=True)
class _Listener:
    """One sentence, its quotations taken out, held against one frame."""

    base: Base
    language: str
    text: str
    quoted: tuple[str, ...]
    frame: str

    @property
    def grammar(self) -> Grammar:
        return grammar_of(self.language)

    def listen(self, pieces: Pieces, at: int, heard: Heard) -> Iterator[Heard]:
        """Every way in which the rest of the frame fits the rest of the text."""
        if not pieces:
            if at == len(self.text):
                yield heard
            return
        (literal, slot, _, _), *rest = pieces
        if not self.text.startswith(literal, at):
            return
        at += len(literal)
        filled = self._fill(slot, at, heard) if slot else iter([(at, heard)])
        for end, more in filled:
            yield from self.listen(tuple(rest), end, more)

    def _fill(self, slot: str, at: int, heard: Heard) -> Iterator[tuple[int, Heard]]:
        if slot in CASES:
            yield from self._place(slot, at, heard)
        elif slot in self.grammar.said:
            yield from self._words(slot, at, heard)
        elif slot == "words" and self.text.startswith(TOKEN, at):
            yield at + 1, replace(heard, wording=self._quoted(at))
        elif slot == "new":
            yield from self._new(at, heard)
        elif slot == "units":
            yield from _Units(self.language, self.text, self.quoted).read(at, heard)

    def _place(self, case: str, at: int, heard: Heard) -> Iterator[tuple[int, Heard]]:
        known = _phrases(self.base, self.language, editing=self.frame in _EDITING)[case]
        for end in range(at + 1, len(self.text) + 1):
            if (unit := known.get(self.text[at:end])) is not None:
                yield end, heard.with_unit(case, unit)

    def _words(self, role: str, at: int, heard: Heard) -> Iterator[tuple[int, Heard]]:
        for level, pattern in _patterns(self.language, role):
            if match := pattern.match(self.text, at):
                words = self._quoted(match.start() + match[0].index(TOKEN))
                nth = self._nth(match.groupdict().get("n"))
                yield match.end(), heard.with_words(role, Spot(level, words, nth))

    def _nth(self, written: str | None) -> int | None:
        if written is None:
            return None
        most = max(map(len, self._wordings()), default=0)
        numbers = (n for n in range(1, most + 1) if self.grammar.ordinal(n) == written)
        return next(numbers, None)

    def _wordings(self) -> Iterator[str]:
        for unit in self.base.unit.values():
            yield from unit.words.values()

    def _new(self, at: int, heard: Heard) -> Iterator[tuple[int, Heard]]:
        for kind, name in (*self.grammar.new.items(), (None, self.grammar.following)):
            if self.text.startswith(name, at):
                yield at + len(name), replace(heard, kind=kind)

    def _quoted(self, at: int) -> str:
        return self.quoted[self.text[:at].count(TOKEN)]


@dataclass(slots=True)
class _Units:
    """New units as they are listed, read from the left."""

    language: str
    text: str
    quoted: tuple[str, ...]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def read(self, at: int, heard: Heard) -> Iterator[tuple[int, Heard]]:
        """Those of a sentence: one whose kind was said before, or several with theirs."""
        try:
            if heard.kind is not None:
                end, unit = self._unit(at, heard.kind)
                yield end, replace(heard, new=(unit,))
            else:
                end, units = self._list(at)
                yield end, replace(heard, new=units)
        except Unclear:
            return

    def _list(self, at: int) -> tuple[int, tuple[Unit, ...]]:
        units: list[Unit] = []
        while True:
            kind, at = self._kind(at)
            at, unit = self._unit(at, kind)
            units.append(unit)
            if not self.text.startswith("; ", at):
                return at, tuple(units)
            at += 2

    def _kind(self, at: int) -> tuple[str, int]:
        for kind, name in grammar_of(self.language).kinds.items():
            if self.text.startswith(f"{name} ", at):
                return kind, at + len(name) + 1
        raise Unclear(self.text[at:])

    def _unit(self, at: int, kind: str) -> tuple[int, Unit]:
        grammar = grammar_of(self.language)
        name = f"new-{next(self.numbers)}"
        words: dict[str, str] = {}
        if self.text.startswith(TOKEN, at):
            words[self.language] = nfc(self.quoted[self.text[:at].count(TOKEN)])
            at += 1
        elif self.text.startswith(grammar.unworded, at):
            at += len(grammar.unworded)
        else:
            raise Unclear(self.text[at:])
        below: tuple[Unit, ...] = ()
        if self.text.startswith(opening := f" ({grammar.below} ", at):
            at, below = self._list(at + len(opening))
            at += 1
        return at, Unit(name, kind, words, below)


def _change(base: Base, frame: str, heard: Heard, spoken: str) -> Change | None:
    """What the frame says, filled so; None if the text does not have it."""
    units = heard.units
    match frame:
        case "drop":
            return Drop(units["acc"])
        case "add" | "add_first" | "add_top":
            return Add(*_gap(base, frame, units), heard.new)
        case "move" | "move_first" | "move_top":
            return Move(units["acc"], *_gap(base, frame, units))
        case _:
            (unit,) = units.values()
            span = _span(base.words(unit, spoken), frame, heard)
            return span and Edit(unit, spoken, *span)


def _gap(base: Base, frame: str, units: dict[str, str]) -> tuple[str | None, str | None]:
    if frame.endswith("_top"):
        return None, None
    if frame.endswith("_first"):
        return units["of"], None
    return base.parent[units["after"]], units["after"]


Span = tuple[int, int, str]


def _span(wording: str, frame: str, heard: Heard) -> Span | None:
    """From where to where, and what stands there then."""
    words = heard.words
    match frame:
        case "reword" | "blank":
            return 0, len(wording), heard.wording
        case "start":
            return _put(wording, 0, words["put"])
        case "end":
            return _put(wording, len(wording), words["put"])
        case "insert":
            at = _find(wording, words["anchor"])
            return None if at is None else _put(wording, at[1], words["put"])
        case "delete":
            at = _find(wording, words["cut"])
            plain = words["cut"].level in ("one", "many")
            return at and (*(without(wording, *at) if plain else at), "")
        case _:
            at = _find(wording, words["old"])
            return at and (*at, words["with"].words)


def _put(wording: str, at: int, put: Spot) -> Span:
    new = put.words
    if put.level in ("one", "many"):
        at, new = joined(wording, at, new)
    return at, at, new


def _find(wording: str, words: Spot) -> tuple[int, int] | None:
    for number, at in enumerate(found(wording, words.words, words.level), 1):
        if number == (words.nth or 1):
            return at, at + len(words.words)
    return None
