"""Adopted amendments worked into the text, all at once, with the provenance of every word."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from kurultai.texts.amendment import Amendment
from kurultai.texts.base import Base, in_nfc
from kurultai.texts.change import Add, Edit
from kurultai.texts.patch import Patch, patch
from kurultai.texts.unit import Unit
from kurultai.texts.wording import nfc


@dataclass(frozen=True, slots=True)
class Run:
    """Words that were kept, inserted or deleted, and by which amendment."""

    words: str
    what: Literal["kept", "inserted", "deleted"]
    amendment: str | None = None


What = Literal["kept", "added", "dropped", "moved_here", "moved_away"]


@dataclass(frozen=True, slots=True)
class Traced:
    """A unit of the old text, the new one or both, with what became of it.

    A moved unit stands in both its places. Units kept, added or moved here, with their words kept
    or inserted, are the new text; units kept, dropped or moved away, with their words kept or
    deleted, are the old one.
    """

    unit: str
    kind: str
    depth: int  # 0 at the top
    parent: str | None
    runs: Mapping[str, tuple[Run, ...]]  # language -> its words
    amendment: str | None = None
    what: What = "kept"


def apply(base: Base, amendments: Iterable[Amendment]) -> tuple[Unit, ...]:
    """The text as the amendments make it together; at one point the first tabled stands first.

    Where one takes away what another changes, the larger change stands. Raises Faulty
    "amendment.clash" for two that cannot both be made.
    """
    laid = patch(base, amendments)
    return tuple(_level(laid, None, base.units))


def _level(laid: Patch, parent: str | None, units: tuple[Unit, ...]) -> Iterator[Unit]:
    """What stands below ``parent``, in order."""
    yield from _arriving(laid, parent, None)
    for unit in units:
        if unit.unit not in laid.drops and unit.unit not in laid.moves:
            yield _built(laid, unit)
        yield from _arriving(laid, parent, unit.unit)


def _arriving(laid: Patch, parent: str | None, after: str | None) -> Iterator[Unit]:
    for change, _ in laid.gaps.get((parent, after), ()):
        if isinstance(change, Add):
            for unit in in_nfc(change.units):
                yield _built(laid, unit)
        else:
            yield _built(laid, laid.base.unit[change.unit])


def _built(laid: Patch, unit: Unit) -> Unit:
    """The unit as amended; itself where nothing concerns it."""
    if unit.unit not in laid.touched:
        return unit
    words = dict(unit.words)
    for language, spans in laid.edits.get(unit.unit, {}).items():
        words[language] = spliced(words.get(language, ""), (edit for edit, _ in spans))
        if not words[language]:
            del words[language]
    return Unit(unit.unit, unit.kind, words, tuple(_level(laid, unit.unit, unit.below)))


def spliced(words: str, edits: Iterable[Edit]) -> str:
    """The wording with edits made that are in order and do not cross."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += words[at : edit.start], nfc(edit.new)
        at = edit.end
    return "".join(parts) + words[at:]


def trace(base: Base, amendments: Iterable[Amendment]) -> tuple[Traced, ...]:
    """Every unit of the old text and the new in the order of the text: who did what to it.

    Raises as `apply` does.
    """
    laid = patch(base, amendments)
    return tuple(_Trace(laid).level(None, base.units, 0))


@dataclass(frozen=True, slots=True)
class _Trace:
    """The walk through both texts."""

    laid: Patch

    def level(
        self, parent: str | None, units: tuple[Unit, ...], depth: int, here: str | None = None
    ) -> Iterator[Traced]:
        """What stands below ``parent``; ``here`` moved it, if it was moved."""
        yield from self._arriving(parent, None, depth)
        for unit in units:
            gone = self._gone(unit.unit)
            if gone is None:
                yield self._standing(unit, parent, depth, here)
                yield from self.level(unit.unit, unit.below, depth + 1, here)
            elif here is None:
                yield from self._leaving(unit, parent, depth, gone)
            yield from self._arriving(parent, unit.unit, depth)

    def _arriving(self, parent: str | None, after: str | None, depth: int) -> Iterator[Traced]:
        for change, by in self.laid.gaps.get((parent, after), ()):
            if isinstance(change, Add):
                for unit in in_nfc(change.units):
                    yield from self._added(unit, parent, depth, by)
            else:
                unit = self.laid.base.unit[change.unit]
                yield self._standing(unit, parent, depth, by)
                yield from self.level(unit.unit, unit.below, depth + 1, by)

    def _added(self, unit: Unit, parent: str | None, depth: int, by: str) -> Iterator[Traced]:
        runs = {
            language: (Run(words, "inserted", by or None),)
            for language, words in unit.words.items()
            if words
        }
        yield Traced(unit.unit, unit.kind, depth, parent, runs, by or None, "added")
        yield from self._arriving(unit.unit, None, depth + 1)
        for below in unit.below:
            yield from self._added(below, unit.unit, depth + 1, by)
            yield from self._arriving(unit.unit, below.unit, depth + 1)

    def _gone(self, name: str) -> tuple[str, What] | None:
        """Who moved or dropped the unit itself, and which of the two."""
        if name in self.laid.moves:
            return self.laid.moves[name][1], "moved_away"
        return (self.laid.drops[name], "dropped") if name in self.laid.drops else None

    def _leaving(
        self, unit: Unit, parent: str | None, depth: int, gone: tuple[str, What]
    ) -> Iterator[Traced]:
        """A unit at its old place, with all that stood below it and went with it."""
        name, (by, what) = unit.unit, gone
        runs = {
            language: (Run(words, "deleted", by or None),)
            for language, words in unit.words.items()
            if words
        }
        yield Traced(name, unit.kind, depth, parent, runs, by or None, what)
        for below in unit.below:
            yield from self._leaving(below, name, depth + 1, self._gone(below.unit) or gone)

    def _standing(self, unit: Unit, parent: str | None, depth: int, here: str | None) -> Traced:
        edits = self.laid.edits.get(unit.unit, {})
        runs = {
            language: runs_of(unit.words.get(language, ""), edits.get(language, ()))
            for language in dict.fromkeys([*unit.words, *edits])
        }
        runs = {language: found for language, found in runs.items() if found}
        if here is None:
            return Traced(unit.unit, unit.kind, depth, parent, runs)
        return Traced(unit.unit, unit.kind, depth, parent, runs, here or None, "moved_here")


def runs_of(words: str, edits: Iterable[tuple[Edit, str]]) -> tuple[Run, ...]:
    """The wording with its edits, as runs; nothing of it is left out."""
    runs: list[Run] = []
    at = 0
    for edit, by in edits:
        runs += (
            Run(words[at : edit.start], "kept"),
            Run(words[edit.start : edit.end], "deleted", by or None),
            Run(nfc(edit.new), "inserted", by or None),
        )
        at = edit.end
    runs.append(Run(words[at:], "kept"))
    return tuple(run for run in runs if run.words)
