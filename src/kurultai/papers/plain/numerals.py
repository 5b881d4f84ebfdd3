"""The numbers a plain text shows: derived from the order of the units, never kept.

Operative paragraphs run through all sections; an annex begins anew. Points go by depth:
(a), then (i), then (1), then (A). Sections are I, II; those inside them A, B; then 1, 2.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kurultai.texts.unit import Unit

ANNEX: Mapping[str, str] = {
    "az": "Əlavə",
    "en": "Annex",
    "hu": "Melléklet",
    "kk": "Қосымша",
    "ky": "Тиркеме",
    "ru": "Приложение",
    "tk": "Goşundy",
    "tr": "Ek",
    "uz": "Ilova",
}
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"  # as lists have it, without ё, й, ъ, ы, ь
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def roman(number: int) -> str:
    """I, II, III, IV ... for a number from 1."""
    digits = ""
    for value, letters in _ROMAN:
        digits += letters * (number // value)
        number %= value
    return digits


def letters(number: int) -> str:
    """The letters a to z, then aa, ab ... for a number from 1."""
    word = ""
    while number:
        number, rest = divmod(number - 1, 26)
        word = chr(ord("a") + rest) + word
    return word


def latin(mark: str) -> str:
    """A point's letter in the Latin alphabet: the third, "в", is "c", as the UN has it."""
    at = _CYRILLIC.find(mark)
    return letters(at + 1) if len(mark) == 1 and at >= 0 else mark


def point(depth: int, number: int) -> str:
    """The mark of a point: (a), below it (i), then (1), then (A), and so on again."""
    match depth % 4:
        case 0:
            return f"({letters(number)})"
        case 1:
            return f"({roman(number).lower()})"
        case 2:
            return f"({number})"
        case _:
            return f"({letters(number).upper()})"


def section(depth: int, number: int) -> str:
    """The mark of a section: I., inside it A., inside that 1., and so on again."""
    match depth % 3:
        case 0:
            return f"{roman(number)}."
        case 1:
            return f"{letters(number).upper()}."
        case _:
            return f"{number}."


def annex(number: int, language: str, *, only: bool) -> str:
    """The mark of an annex: "Annex", or "Annex II" where there are several."""
    word = ANNEX.get(language, ANNEX["en"])
    return word if only else f"{word} {roman(number)}"


@dataclass(slots=True)
class _Run:
    """Operative paragraphs counted so far, in the text or in one annex."""

    operative: int = 0


@dataclass(slots=True)
class Counting:
    """Marks for units met in the order of the text; an annex has its own run."""

    language: str
    annexes: int  # how many there are altogether
    seen: int = 0
    runs: list[_Run] = field(default_factory=lambda: [_Run()])

    def marks(self, units: Iterable[Unit], kinds: tuple[str, ...] = ()) -> Iterator[str]:
        """The mark of each unit in order of the text; empty where the kind has none."""
        counts = {"section": 0, "point": 0}
        for unit in units:
            yield self._mark(unit.kind, kinds, counts)
            if unit.kind == "annex":
                self.runs.append(_Run())
            yield from self.marks(unit.below, (*kinds, unit.kind))
            if unit.kind == "annex":
                self.runs.pop()

    def _mark(self, kind: str, kinds: tuple[str, ...], counts: dict[str, int]) -> str:
        match kind:
            case "operative":
                self.runs[-1].operative += 1
                return f"{self.runs[-1].operative}."
            case "annex":
                self.seen += 1
                return annex(self.seen, self.language, only=self.annexes == 1)
            case "section" | "point":
                counts[kind] += 1
                depth = kinds.count(kind)
                made = section if kind == "section" else point
                return made(depth, counts[kind])
            case _:
                return ""


def marks(units: tuple[Unit, ...], language: str) -> tuple[str, ...]:
    """The mark of each unit, with those below, in the order of the text."""
    return tuple(Counting(language, _annexes(units)).marks(units))


def _annexes(units: Iterable[Unit]) -> int:
    return sum((unit.kind == "annex") + _annexes(unit.below) for unit in units)
