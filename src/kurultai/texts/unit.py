"""A text: a tree of units, each with one permanent identity and its wording in every language.

Numbers are derived from the order and never kept (see `number`). A unit that has no wording in
a language is simply not there in it; the gap is shown.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

Kind = Literal[
    "heading",  # the title, or a title inside the text
    "preamble",  # a preambular paragraph
    "operative",  # a numbered paragraph
    "point",  # a numbered part of a paragraph, below it
    "section",  # a part with a title of its own and units below it
    "annex",  # what follows the text, with a title and units below it
    "closing",  # place, date, signatures
]
KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with all that stands below it; ``words`` by language, in NFC."""

    unit: str  # permanent, the same in every version and every language
    kind: str
    words: Mapping[str, str] = field(default_factory=dict)
    below: tuple["Unit", ...] = ()


def walk(units: Iterable[Unit], parent: str | None = None) -> Iterator[tuple[Unit, str | None]]:
    """Every unit with its parent's identity, in the order of the text."""
    for unit in units:
        yield unit, parent
        yield from walk(unit.below, unit.unit)


def deep(units: Iterable[Unit], depth: int = 0) -> Iterator[tuple[Unit, int]]:
    """Every unit with how many stand above it, in the order of the text."""
    for unit in units:
        yield unit, depth
        yield from deep(unit.below, depth + 1)
