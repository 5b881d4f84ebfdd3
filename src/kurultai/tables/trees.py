"""A text's units from all languages to one, and back: the tables keep a row a language."""

from collections.abc import Iterable, Mapping

from kurultai.procedure import acts as a
from kurultai.texts.unit import Unit

Wordings = Mapping[str, tuple[a.Unit, ...]]  # language -> the whole text in it, gaps and all


def in_language(units: Iterable[Unit], language: str) -> tuple[a.Unit, ...]:
    """Every unit in that language, without words where it has none."""
    return tuple(
        a.Unit(
            unit.unit, unit.kind, unit.words.get(language, ""), in_language(unit.below, language)
        )
        for unit in units
    )


def merged(wordings: Wordings) -> tuple[Unit, ...]:
    """The text in all its languages; what has no words in a language is not there in it."""
    words = {language: _spoken(units) for language, units in wordings.items()}
    any_of_them = next(iter(wordings.values()), ())
    return tuple(_in_all(unit, words) for unit in any_of_them)


def _in_all(unit: a.Unit, words: Mapping[str, Mapping[str, str]]) -> Unit:
    name = unit.unit
    own = {language: said[name] for language, said in words.items() if name in said}
    return Unit(name, unit.kind, own, tuple(_in_all(below, words) for below in unit.below))


def _spoken(units: Iterable[a.Unit]) -> dict[str, str]:
    said: dict[str, str] = {}
    for unit in units:
        if unit.words:
            said[unit.unit] = unit.words
        said |= _spoken(unit.below)
    return said


def without_gaps(units: Iterable[a.Unit]) -> tuple[a.Unit, ...]:
    """The units that have words in this language, or something below them that has."""
    kept = (a.Unit(u.unit, u.kind, u.words, without_gaps(u.below)) for u in units)
    return tuple(unit for unit in kept if unit.words or unit.below)
