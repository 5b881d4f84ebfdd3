"""The minutes of a meeting, drafted from its acts: what happened, one entry after another."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kurultai.gate.shapes import Happening, MeetingPage
from kurultai.procedure.acts import Words


@dataclass(frozen=True, slots=True)
class Correction:
    """What is right, by a later entry."""

    position: int
    words: Words


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened; ``about`` is what the page holds about it, ``told`` the entry's own.

    ``corrects`` is the position of the act that this entry puts right; ``corrected`` are the
    entries that put this one right.
    """

    kind: str
    on: str
    at: str
    position: int
    about: Any = None
    told: Mapping[str, Any] = field(default_factory=dict)
    corrects: int | None = None
    corrected: tuple[Correction, ...] = ()


_NAMED = ("issue", "statement", "matter", "decision", "item")  # what an entry tells of by its name


def minutes(
    page: MeetingPage, happened: tuple[Happening, ...], titles: Mapping[str, Words]
) -> tuple[Entry, ...]:
    """The entries in the order of the record; none about what the page does not hold."""
    held = _held(page, titles)
    corrections = _corrections(happened)
    return tuple(
        Entry(h.kind, h.on, h.at, h.position, about, h.about, h.corrects, corrections[h.position])
        for h in happened
        for about in _abouts(h, held)
    )


def _abouts(happened: Happening, held: Mapping[tuple[str, Any], Any]) -> tuple[Any, ...]:
    """What the page holds about it: one thing, None if it names none, nothing if it is not held."""
    named = next(((kind, happened.about[kind]) for kind in _NAMED if kind in happened.about), None)
    if named is None:
        return (None,)
    return (held[named],) if named in held else ()


def _held(page: MeetingPage, titles: Mapping[str, Words]) -> dict[tuple[str, Any], Any]:
    """The things of the page by kind and name; an item is its title, none is an empty one."""
    return {
        **{("issue", issue.issue): issue for issue in page.issues},
        **{("statement", statement.statement): statement for statement in page.statements},
        **{("matter", matter.matter): matter for matter in page.matters},
        **{("decision", decision.decision): decision for decision in page.decisions},
        **{("item", item): title for item, title in titles.items()},
        ("item", ""): {},
    }


def _corrections(happened: tuple[Happening, ...]) -> Mapping[int, tuple[Correction, ...]]:
    found: defaultdict[int, tuple[Correction, ...]] = defaultdict(tuple)
    for h in happened:
        if h.corrects is not None:
            found[h.corrects] += (Correction(h.position, h.about["words"]),)
    return found
