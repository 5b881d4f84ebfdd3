"""The numbers a text shows: derived from the order of the units, never kept."""

from collections.abc import Mapping

from kurultai.language.instructions.grammar import letter, steps
from kurultai.papers.signs import sign
from kurultai.texts.number import labels
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


def shown(units: tuple[Unit, ...], language: str) -> dict[str, str]:
    """What stands before each unit on paper in this language; empty where nothing does."""
    return {unit: sign(label, language) for unit, label in labels(units).items()}


def marks(units: tuple[Unit, ...]) -> dict[str, str]:
    """The marks of the form that a clerk edits, the same in every language: "4.", "(a)"."""
    return {
        unit: f"({steps(label.numbers)[-1]})" if label.kind == "point" else f"{label.numbers[0]}."
        for unit, label in labels(units).items()
    }


def point(depth: int, number: int) -> str:
    """The mark of a point so deep in points: (a), below it (i), then (1)."""
    return f"({steps((*(1 for _ in range(depth)), number))[-1]})"


def latin(mark: str) -> str:
    """A point's letter in the Latin alphabet: the third, "в", is "c", as the UN has it."""
    at = _CYRILLIC.find(mark)
    return letter(at + 1) if len(mark) == 1 and at >= 0 else mark
