"""The text of a document: one tree of units, with the wording of every language in it.

The first language that was distributed as a text gives the structure; a version in another
language puts its words beside it, unit by unit. Where a language has no words for a unit, or
words that no longer follow, it is behind there, and that is shown.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kurultai.procedure import acts as a
from kurultai.texts.amendment import Amendment
from kurultai.texts.apply import apply
from kurultai.texts.base import Base
from kurultai.texts.number import labels
from kurultai.texts.unit import Unit, walk
from kurultai.texts.wording import nfc


@dataclass(frozen=True, slots=True)
class Text:
    """A text as the acts so far have made it.

    ``reading`` counts from 1: a new structure, or a consolidation, begins the next one.
    ``stale`` names by language the units whose words there do not follow the text.
    """

    units: tuple[Unit, ...] = ()
    reading: int = 0
    languages: tuple[str, ...] = ()  # the one that gives the structure first
    standings: Mapping[str, str] = field(default_factory=dict)
    stale: Mapping[str, frozenset[str]] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)  # language -> instant of distribution

    @property
    def first(self) -> str:
        """The language that gives the structure; empty while there is no text."""
        return self.languages[0] if self.units else ""

    @property
    def base(self) -> Base:
        """The text with its index."""
        return Base(self.units)

    @property
    def worded(self) -> tuple[str, ...]:
        """The languages that have words in the text, and are not there as a file alone."""
        here = {language for unit, _ in walk(self.units) for language in unit.words}
        return tuple(language for language in self.languages if language in here)

    def behind(self, language: str) -> tuple[str, ...]:
        """The units that are missing in the language or do not follow in it, in text order."""
        stale = self.stale.get(language, frozenset())
        return tuple(
            unit.unit
            for unit, _ in walk(self.units)
            if unit.unit in stale or (unit.words and not unit.words.get(language))
        )

    def languages_behind(self) -> dict[str, tuple[str, ...]]:
        """Each language that has words in the text and is behind somewhere, with where."""
        found = {language: self.behind(language) for language in self.worded}
        return {language: units for language, units in found.items() if units}

    def words(self, unit: str) -> a.Words:
        """The unit's wording in every language that has it."""
        found = next((u for u, _ in walk(self.units) if u.unit == unit), None)
        return self.ordered(found.words) if found else {}

    def ordered(self, words: Mapping[str, str]) -> a.Words:
        """The words in the order of the languages."""
        order = {language: number for number, language in enumerate(self.languages)}
        return dict(sorted(words.items(), key=lambda w: order.get(w[0], len(order))))


def parallel(language: str, units: Iterable[a.Unit]) -> tuple[Unit, ...]:
    """Units of one language as units of a text in many, their words in NFC."""
    return tuple(
        Unit(
            unit.unit,
            unit.kind,
            {language: nfc(unit.words)} if unit.words.strip() else {},
            parallel(language, unit.below),
        )
        for unit in units
    )


def shape(units: Iterable[Unit]) -> tuple[tuple[str, str, str | None], ...]:
    """What makes a structure: which units, of which kind, where."""
    return tuple((unit.unit, unit.kind, parent) for unit, parent in walk(units))


def operative(units: Iterable[Unit]) -> Iterator[tuple[int, Unit]]:
    """The operative paragraphs with their numbers; those of an annex are the annex's own."""
    units = tuple(units)
    numbers = labels(units)
    for unit in _outside_annexes(units):
        if unit.kind == "operative":
            yield numbers[unit.unit].numbers[-1], unit


def _outside_annexes(units: Iterable[Unit]) -> Iterator[Unit]:
    for unit in units:
        if unit.kind != "annex":
            yield unit
            yield from _outside_annexes(unit.below)


def with_version(text: Text, act: a.VersionDistributed, at: str = "") -> Text:
    """The text after a language version was distributed at an instant."""
    language = act.language
    others = tuple(lang for lang in text.languages if lang != language)
    leads = bool(act.units) and text.first in ("", language)
    text = replace(
        text,
        languages=(language, *others) if leads else (*others, language),
        standings={**text.standings, language: act.standing},
        given={**text.given, language: at},
    )
    if not act.units:
        return text
    units = parallel(language, act.units)
    return _restructured(text, language, units) if leads else _beside(text, language, units)


def _restructured(text: Text, language: str, units: tuple[Unit, ...]) -> Text:
    old = {unit.unit: unit.words for unit, _ in walk(text.units)}
    merged = _merged(units, old, language)
    moved_on = shape(text.units) != shape(units)
    return replace(
        text,
        units=merged,
        reading=text.reading + 1 if moved_on else text.reading,
        stale=_stale_after(text, language, old, merged),
    )


def _merged(
    units: Iterable[Unit], words: Mapping[str, Mapping[str, str]], language: str
) -> tuple[Unit, ...]:
    """The units with the words that the other languages have for them."""
    return tuple(
        replace(
            unit,
            words={**_without(words.get(unit.unit, {}), language), **unit.words},
            below=_merged(unit.below, words, language),
        )
        for unit in units
    )


def _without(words: Mapping[str, str], language: str) -> dict[str, str]:
    return {lang: wording for lang, wording in words.items() if lang != language}


def _stale_after(
    text: Text, language: str, old: Mapping[str, Mapping[str, str]], units: tuple[Unit, ...]
) -> dict[str, frozenset[str]]:
    """Where the leading language was reworded the others no longer follow.

    Not where it was itself behind: there it is the one that catches up.
    """
    caught_up = text.stale.get(language, frozenset())
    reworded = {
        unit.unit
        for unit, _ in walk(units)
        if unit.unit in old
        and unit.unit not in caught_up
        and old[unit.unit].get(language, "") != unit.words.get(language, "")
        and language in old[unit.unit]
    }
    here = {unit.unit: unit.words for unit, _ in walk(units)}
    return {
        lang: frozenset(
            unit
            for unit in text.stale.get(lang, frozenset()) | reworded
            if unit in here and lang in here[unit]
        )
        for lang in text.languages
        if lang != language
    }


def _beside(text: Text, language: str, units: tuple[Unit, ...]) -> Text:
    words = {unit.unit: unit.words for unit, _ in walk(units)}
    stale = {lang: units for lang, units in text.stale.items() if lang != language}
    return replace(text, units=_worded(text.units, words, language), stale=stale)


def _worded(
    units: Iterable[Unit], words: Mapping[str, Mapping[str, str]], language: str
) -> tuple[Unit, ...]:
    return tuple(
        replace(
            unit,
            words={**_without(unit.words, language), **words.get(unit.unit, {})},
            below=_worded(unit.below, words, language),
        )
        for unit in units
    )


def with_consolidation(text: Text, act: a.TextConsolidated) -> Text:
    """The text as the consolidation says it."""
    here = {unit.unit for unit, _ in walk(act.units)}
    languages = {*text.stale, *act.behind}
    stale = {
        lang: (text.stale.get(lang, frozenset()) | frozenset(act.behind.get(lang, ()))) & here
        for lang in languages
    }
    return replace(text, units=act.units, reading=act.reading, stale=stale)


def with_correction(text: Text, act: a.TextCorrected) -> Text:
    """The text after a corrigendum."""
    correction = Amendment(f"corrigendum:{act.corrigendum}", act.edits)
    return replace(text, units=apply(text.base, (correction,)))
