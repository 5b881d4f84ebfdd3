"""The next reading: all that was adopted, in the text at once, and what does not follow yet."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kurultai.texts.amendment import Amendment
from kurultai.texts.apply import apply
from kurultai.texts.base import Base
from kurultai.texts.change import Edit
from kurultai.texts.unit import Unit, walk


@dataclass(frozen=True, slots=True)
class Consolidated:
    """The text with the adopted amendments in it.

    ``behind`` names by language the units whose wording there does not follow: edited in another
    language and not translated, or without words there while there are some elsewhere.
    """

    units: tuple[Unit, ...]
    behind: Mapping[str, tuple[str, ...]]  # only languages that are behind; units in text order


def consolidate(base: Base, adopted: Iterable[Amendment], languages: Iterable[str]) -> Consolidated:
    """The adopted amendments worked in; Faulty as of `apply` for two that clash."""
    adopted = tuple(adopted)
    units = apply(base, adopted)
    late = {language: _not_translated(adopted, language) for language in languages}
    behind = {language: tuple(_behind(units, language, late[language])) for language in late}
    return Consolidated(units, {language: names for language, names in behind.items() if names})


def _not_translated(adopted: Iterable[Amendment], language: str) -> frozenset[str]:
    """The units that an amendment edits which cannot be read in the language."""
    return frozenset(
        change.unit
        for amendment in adopted
        if language not in (amendment.complete_in() or {language})
        for change in amendment.changes
        if isinstance(change, Edit)
    )


def _behind(units: Iterable[Unit], language: str, late: Container[str]) -> Iterator[str]:
    for unit, _ in walk(units):
        missing = bool(unit.words) and not unit.words.get(language)
        if missing or unit.unit in late:
            yield unit.unit


def strike(units: Iterable[Unit], ids: Container[str]) -> tuple[Unit, ...]:
    """The text without these units and what stands below them: not kept in a separate vote."""
    return tuple(
        replace(unit, below=strike(unit.below, ids)) for unit in units if unit.unit not in ids
    )
