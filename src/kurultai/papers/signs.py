"""What stands before a unit on paper, such as "4.", "(a)", "I.2." or "Annex II"."""

from kurultai.language.case import upper
from kurultai.language.instructions import label as named
from kurultai.language.instructions.grammar import steps
from kurultai.language.ordinals import roman
from kurultai.texts.number import Label

_LONG = 888  # an annex's number that stands nowhere else in its name
_POINTS = {"hu": "%s)", "ru": "%s)"}


def sign(label: Label, language: str) -> str:
    """The sign before the unit; "" for what is not numbered on paper."""
    match label.kind:
        case "operative":
            return f"{label.numbers[0]}."
        case "point":
            return point(language) % steps(label.numbers)[-1]
        case "section":
            return f"{path(label.numbers)}."
        case "annex":
            return annex(language) % path(label.numbers)
        case _:
            return ""


def point(language: str) -> str:
    """How a point's sign is written, with %s for its letter."""
    return _POINTS.get(language, "(%s)")


def annex(language: str) -> str:
    """How an annex is numbered, with %s for the number: "Annex %s", "%s. melléklet"."""
    name = named(Label("annex", (_LONG,)), language)
    name = name.replace("%", "%%").replace(roman(_LONG), "%s")
    return name if name.startswith("%s") else upper(name[0], language) + name[1:]


def path(numbers: tuple[int, ...]) -> str:
    """I, and I.2 inside it."""
    return ".".join([roman(numbers[0]), *map(str, numbers[1:])])
