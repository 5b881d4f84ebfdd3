"""From a text as it was read to a language version: identities that all languages share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from kurultai.procedure import acts as a
from kurultai.procedure.facts import new_id
from kurultai.texts.align import align
from kurultai.texts.unit import Unit, deep, walk


@dataclass(frozen=True, slots=True)
class Proposal:
    """Where the words of another language seem to belong, and those that found no place."""

    words: Mapping[str, str]  # unit -> words
    left: tuple[str, ...]


Shape = tuple[str, int]  # a unit's kind, and how deep it stands


def shapes(units: Iterable[Unit]) -> tuple[Shape, ...]:
    """The kinds of a text in its order, with their depths."""
    return tuple((unit.kind, depth) for unit, depth in deep(units))


def every(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """All units in the order of the text."""
    return tuple(unit for unit, _parent in walk(units))


def version(
    units: Iterable[Unit],
    words: Mapping[str, str],
    *,
    whole: bool = False,
) -> tuple[a.Unit, ...]:
    """The text in one language.

    A unit without words there is left out, unless some stand below it or ``whole`` is asked for.
    """
    made = (
        a.Unit(u.unit, u.kind, words.get(u.unit, ""), version(u.below, words, whole=whole))
        for u in units
    )
    return tuple(unit for unit in made if whole or unit.words or unit.below)


def in_language(units: Iterable[Unit], language: str) -> dict[str, str]:
    """The words of each unit in that language, where there are any."""
    found = ((unit.unit, unit.words.get(language, "")) for unit, _parent in walk(units))
    return {unit: words for unit, words in found if words}


def identified(
    found: tuple[Unit, ...],
    command: str,
    same: Mapping[str, str] | None = None,
) -> tuple[Unit, ...]:
    """The text with identities of its own; ``same`` are those that it keeps from an earlier one."""
    known = same or {}
    return tuple(
        Unit(
            known.get(unit.unit) or new_id("unit", command, unit.unit),
            unit.kind,
            unit.words,
            identified(unit.below, command, known),
        )
        for unit in found
    )


def kept(found: tuple[Unit, ...], before: tuple[Unit, ...], language: str) -> dict[str, str]:
    """Which units of the new text are units of the earlier one, only reworded or not at all."""
    new, old = every(found), every(before)
    was, now = _said(before, language), _said(found, language)
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    return {
        new[here].unit: old[there].unit
        for tag, i, j, m, n in matcher.get_opcodes()
        if tag == "equal" or (tag == "replace" and j - i == n - m)
        for here, there in zip(range(m, n), range(i, j), strict=True)
        if now[here][0] == was[there][0]
    }


def _said(units: tuple[Unit, ...], language: str) -> list[tuple[Shape, str]]:
    words = (unit.words.get(language, "") for unit in every(units))
    return list(zip(shapes(units), words, strict=True))


def proposed(
    found: tuple[Unit, ...],
    first: tuple[Unit, ...],
    language: str,
    *,
    has_identities: bool = False,
) -> Proposal:
    """Where the words belong: by identity, by order if the kinds match, or by their lengths."""
    words = in_language(found, language)
    known = {unit.unit for unit in every(first)}
    if has_identities and words.keys() & known:
        left = tuple(text for unit, text in words.items() if unit not in known)
        return Proposal({unit: text for unit, text in words.items() if unit in known}, left)
    if shapes(found) == shapes(first):
        pairs = zip(every(first), every(found), strict=True)
        return Proposal({there.unit: words.get(here.unit, "") for there, here in pairs}, ())
    return _aligned([text for text in words.values() if text], first)


def _aligned(texts: list[str], first: tuple[Unit, ...]) -> Proposal:
    spoken = [unit for unit in every(first) if unit.words]
    beads = align([next(iter(unit.words.values())) for unit in spoken], texts)
    words = {
        spoken[bead.left[0]].unit: " ".join(texts[n] for n in bead.right)
        for bead in beads
        if bead.left and bead.right
    }
    left = tuple(texts[n] for bead in beads if not bead.left for n in bead.right)
    return Proposal(words, left)
