"""What is wanted of a text, paragraph by paragraph, and the text as it would then be."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kurultai.procedure.acts import Words
from kurultai.procedure.facts import new_id
from kurultai.texts.unit import Unit

_AFTER = {  # what may come after a unit of a kind, the likeliest first
    "heading": ("preamble", "operative", "heading"),
    "preamble": ("preamble", "operative", "heading"),
    "operative": ("operative", "heading"),
    "point": ("point",),
    "section": ("section",),
    "annex": ("annex",),
    "closing": ("closing",),
}
_BELOW = {
    "operative": ("point",),
    "point": ("point",),
    "section": ("operative", "preamble"),
    "annex": ("operative", "preamble", "section"),
}


@dataclass(frozen=True, slots=True)
class Insertion:
    """A new paragraph: of what kind, and below the unit or after it."""

    words: Words
    kind: str
    below: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants of a text, unit by unit; of the words only in those languages."""

    languages: tuple[str, ...]
    words: Mapping[str, Words] = field(default_factory=dict)
    struck: frozenset[str] = frozenset()
    inserted: Mapping[str, Insertion] = field(default_factory=dict)


def places(kind: str) -> tuple[tuple[str, str], ...]:
    """Where something can be inserted at a unit of that kind: after or below it, and what."""
    after = (("after", new) for new in _AFTER.get(kind, ("preamble",)))
    below = (("below", new) for new in _BELOW.get(kind, ()))
    return (*after, *below)


def wanted_text(units: Iterable[Unit], wanted: Wanted, seed: str) -> tuple[Unit, ...]:
    """The text as somebody wants it; new units are the same for the same ``seed``."""
    return tuple(_built(units, wanted, seed))


def _built(units: Iterable[Unit], wanted: Wanted, seed: str) -> Iterator[Unit]:
    for unit in units:
        new = wanted.inserted.get(unit.unit)
        if unit.unit not in wanted.struck:
            below = tuple(_built(unit.below, wanted, seed))
            if new and new.below:
                below = (*below, _new(unit, new, seed))
            words = {**unit.words, **_reworded(unit, wanted)}
            yield replace(unit, words=words, below=below)
        if new and not new.below:
            yield _new(unit, new, seed)


def _reworded(unit: Unit, wanted: Wanted) -> Words:
    found = wanted.words.get(unit.unit, {})
    return {code: words for code, words in found.items() if code in wanted.languages}


def _new(beside: Unit, new: Insertion, seed: str) -> Unit:
    return Unit(new_id("unit", seed, beside.unit), new.kind, new.words)
