"""What a language needs to say a change: sentences, quotation marks, names of places."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kurultai.language.ordinals import roman

LEVELS = ("one", "many", "bare", "letters")
ROLES = ("old", "cut", "anchor", "with", "put")

Case = str
"""How a place is meant: "nom" (it is there), "acc" (it is taken), "in", "after", "of"."""


@dataclass(frozen=True, slots=True)
class Part:
    """One step to a place: a kind with its number, or of a point the numbers down to it.

    ``again`` tells apart what a faulty text numbers alike.
    """

    kind: str
    numbers: tuple[int, ...] = ()
    again: int = 1


Chain = tuple[Part, ...]
"""The way to a place, from the outermost part to the place itself."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language's templates.

    ``frames`` are whole sentences; their slots are places by case, and quoted words by role.
    ``said`` gives by role how quoted words are called: one word, several, anything as it stands,
    letters inside a word. ``nth`` writes which of several occurrences is meant.
    """

    place: Callable[[Chain, Case], str]
    quotes: tuple[tuple[str, str], ...]
    frames: Mapping[str, str]
    said: Mapping[str, tuple[str, str, str, str]]
    nth: str
    ordinal: Callable[[int], str]
    new: Mapping[str, str]  # "a new paragraph", as the frames of adding have it
    following: str  # in its place, where several units are added
    kinds: Mapping[str, str]
    below: str
    unworded: str  # in place of a wording that is not there in the language
    stranger: Mapping[str, str]  # by case: a unit that the amendment itself adds
    article: Callable[[str], str] = field(default=lambda _: "")  # before what begins so


def great(numbers: tuple[int, ...]) -> str:
    """The number of a section or an annex: a Roman figure, of one inside another II.1."""
    return ".".join([roman(numbers[0]), *map(str, numbers[1:])])


def letter(number: int) -> str:
    """The letter of a point: a to z, then aa, bb ..."""
    times, at = divmod(number - 1, 26)
    return chr(ord("a") + at) * (times + 1)


def steps(numbers: tuple[int, ...]) -> list[str]:
    """A point's signs from the outermost: a letter, a small Roman figure, then figures."""
    signs: list[Callable[[int], str]] = [letter, lambda n: roman(n).lower(), str]
    return [signs[min(depth, 2)](number) for depth, number in enumerate(numbers)]
