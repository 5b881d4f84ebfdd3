"""How two amendments to one text stand to each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Flag, auto
from typing import Literal

from kurultai.texts.amendment import Amendment
from kurultai.texts.base import Base, Gap
from kurultai.texts.change import Add, Drop, Edit, Move
from kurultai.texts.check import crosses
from kurultai.texts.patch import content, lost, sites, takes_in

Relation = Literal["free", "point", "identical", "pre_empts", "pre_empted", "clash"]
"""free: both can be made, in any order. point: both, at one place. identical: one vote on both.
pre_empts: the first takes away or replaces what the second changes. pre_empted: the other way
round. clash: adopting one kills the other."""

TURNED: dict[Relation, Relation] = {"pre_empts": "pre_empted", "pre_empted": "pre_empts"}


class _Found(Flag):
    """What pairs of changes of two amendments have to do with each other."""

    NOTHING = 0
    POINT = auto()
    SAME = auto()
    OVER = auto()  # the first takes in a change of the second
    UNDER = auto()
    CLASH = auto()


@dataclass(frozen=True, slots=True)
class Footprint:
    """Where an amendment treads, laid out so that two can be compared at once."""

    amendment: Amendment
    languages: frozenset[str] | None  # in which it can be read; None: all
    edits: dict[tuple[str, str], tuple[Edit, ...]]
    edited: frozenset[str]
    drops: frozenset[str]
    lost: frozenset[str]
    moves: dict[str, Move]
    added: dict[Gap, tuple[Add, ...]]
    sites: frozenset[str]  # units that must be there for its changes to be made


def footprint(base: Base, amendment: Amendment) -> Footprint:
    """Where the amendment treads."""
    edits: dict[tuple[str, str], tuple[Edit, ...]] = {}
    added: dict[Gap, tuple[Add, ...]] = {}
    moves: dict[str, Move] = {}
    for change in amendment.changes:
        match change:
            case Edit():
                key = (change.unit, change.language)
                edits[key] = (*edits.get(key, ()), change)
            case Add():
                gap = (change.parent, change.after)
                added[gap] = (*added.get(gap, ()), change)
            case Move():
                moves[change.unit] = change
            case Drop():
                continue
    return Footprint(
        amendment,
        amendment.complete_in(),
        edits,
        frozenset(unit for unit, _ in edits),
        frozenset(change.unit for change in amendment.changes if isinstance(change, Drop)),
        lost(base, amendment.changes),
        moves,
        added,
        frozenset(unit for change in amendment.changes for unit in sites(base, change)),
    )


def relate(base: Base, a: Amendment, b: Amendment) -> Relation:
    """How ``a`` stands to ``b``; the strongest over all languages."""
    return related(base, footprint(base, a), footprint(base, b))


def untranslated(a: Footprint, b: Footprint) -> bool:
    """Whether both word one unit and there is no language in which both can be read."""
    return bool(a.edited & b.edited) and not shared(a, b)


def shared(a: Footprint, b: Footprint) -> frozenset[str]:
    """The languages in which both can be read, where either has words."""
    if a.languages is None or b.languages is None:
        return a.languages or b.languages or frozenset()
    return a.languages & b.languages


def related(base: Base, a: Footprint, b: Footprint) -> Relation:
    """How one amendment stands to another, from where they tread."""
    if _identical(a, b):
        return "identical"
    found = _edits(a, b) | _units(base, a, b) | _gaps(a, b)
    if _Found.SAME in found:
        found |= _sharing(a, b)
    both_ways = _Found.OVER in found and _Found.UNDER in found
    if both_ways or _Found.CLASH in found or untranslated(a, b):
        return "clash"
    if _Found.OVER in found:
        return "pre_empts"
    if _Found.UNDER in found:
        return "pre_empted"
    return "point" if _Found.POINT in found else "free"


def _identical(a: Footprint, b: Footprint) -> bool:
    """Whether both do the same, in the languages in which both can be read."""
    if skeleton(a) != skeleton(b):
        return False
    both = shared(a, b)
    comparable = bool(both) or a.languages is None
    return comparable and _said(a, both) == _said(b, both)


def skeleton(of: Footprint) -> tuple[object, ...]:
    """All of an amendment but its words: identical amendments have one in common."""
    moves = frozenset((move.unit, move.parent, move.after) for move in of.moves.values())
    return of.edited, of.drops, moves, frozenset(of.added)


def _said(of: Footprint, languages: frozenset[str]) -> object:
    edits = {
        (unit, language, edit.start, edit.end, edit.new)
        for (unit, language), edits in of.edits.items()
        if language in languages
        for edit in edits
    }
    added = {
        gap: tuple(content(unit, languages) for add in adds for unit in add.units)
        for gap, adds in of.added.items()
    }
    return edits, added


def _edits(a: Footprint, b: Footprint) -> _Found:
    """What the edits of the same wordings have to do with each other."""
    found = _Found.NOTHING
    for key in a.edits.keys() & b.edits.keys():
        for one in a.edits[key]:
            for other in b.edits[key]:
                found |= _pair(one, other)
    return found


def _pair(one: Edit, other: Edit) -> _Found:
    if one == other:
        return _Found.SAME
    if one.start == one.end == other.start == other.end:
        return _Found.POINT
    if not crosses(one, other):
        return _Found.NOTHING
    if takes_in(one, other):
        return _Found.OVER
    return _Found.UNDER if takes_in(other, one) else _Found.CLASH


def _units(base: Base, a: Footprint, b: Footprint) -> _Found:
    """What dropping and moving units has to do with what the other does."""
    found = _Found.SAME if a.drops & b.drops else _Found.NOTHING
    if _takes(a, b):
        found |= _Found.OVER
    if _takes(b, a):
        found |= _Found.UNDER
    if a.moves.keys() & b.moves.keys():
        found |= _Found.SAME
    if _into(base, a, b) or _into(base, b, a):
        found |= _Found.CLASH
    return found


def _takes(a: Footprint, b: Footprint) -> bool:
    """Whether the first takes away what must be there for the second's changes to be made."""
    return not a.lost.isdisjoint(b.sites)


def _into(base: Base, a: Footprint, b: Footprint) -> bool:
    """Whether the first moves something into what the second moves.

    Two such moves may be harmless, three may close a circle and lose the text; so all clash.
    """
    return any(
        move.parent is not None and base.inside(move.parent, unit)
        for move in a.moves.values()
        for unit in b.moves
    )


def _gaps(a: Footprint, b: Footprint) -> _Found:
    """What arrives at the same places."""
    found = _Found.NOTHING
    for gap in _filled(a) & _filled(b):
        found |= _Found.POINT
        if _contents(a.added.get(gap, ())) & _contents(b.added.get(gap, ())):
            found |= _Found.SAME
    return found


def _filled(of: Footprint) -> set[Gap]:
    return {*of.added, *((move.parent, move.after) for move in of.moves.values())}


def _contents(adds: Iterable[Add]) -> set[object]:
    return {tuple(content(unit) for unit in add.units) for add in adds}


def _sharing(a: Footprint, b: Footprint) -> _Found:
    """Two that share a change: the one that does all that the other does takes it in.

    But to strike a unit and to replace it are rivals, whichever is adopted.
    """
    ours, theirs = _all(a), _all(b)
    both = a.drops & b.drops
    rest = {after for _, after in _filled(a) ^ _filled(b)}
    if both & rest or not (ours < theirs or theirs < ours):
        return _Found.CLASH
    return _Found.OVER if theirs < ours else _Found.UNDER


def _all(of: Footprint) -> set[object]:
    """Every change, so that equal ones are equal whatever identities new units have."""
    return {
        *(
            (key, edit.start, edit.end, edit.new)
            for key, edits in of.edits.items()
            for edit in edits
        ),
        *of.drops,
        *((move.unit, move.parent, move.after) for move in of.moves.values()),
        *((gap, content) for gap, adds in of.added.items() for content in _contents(adds)),
    }
