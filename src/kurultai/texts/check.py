"""Whether the changes of one amendment can be made to a text, each and all together."""

from collections.abc import Sequence
from itertools import combinations

from kurultai.texts.amendment import Faulty
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.unit import walk
from kurultai.texts.wording import follows, splits


def check(base: Base, changes: Sequence[Change]) -> None:
    """Nothing, if the changes can be made.

    Raises Faulty, with the unit in its facts: "amendment.empty" (it changes nothing),
    "amendment.unit_unknown", "amendment.unit_twice" (an added unit has an identity in use),
    "amendment.out_of_range", "amendment.splits_letter", "amendment.into_itself" (a unit moved
    below itself), "amendment.overlaps" (two changes to the same words or units).

    New units and moved ones may go below a unit that the amendment itself adds.
    """
    if not changes:
        raise Faulty("amendment.empty", unit="")
    own = _added(base, changes)
    for change in changes:
        _alone(base, own, change)
    _together(changes)
    _Fates(base, changes).check()


def _added(base: Base, changes: Sequence[Change]) -> dict[str, tuple[str, ...]]:
    """The units that the changes add, with the identities directly below each."""
    own: dict[str, tuple[str, ...]] = {}
    for change in changes:
        if isinstance(change, Add):
            for unit, _ in walk(change.units):
                if unit.unit in base or unit.unit in own:
                    raise Faulty("amendment.unit_twice", unit=unit.unit)
                own[unit.unit] = tuple(below.unit for below in unit.below)
    return own


def _alone(base: Base, own: dict[str, tuple[str, ...]], change: Change) -> None:
    """What one change needs, whatever the others are."""
    if not isinstance(change, Add):
        _known(base, change.unit)
    match change:
        case Edit():
            _edit(base, change)
        case Move() | Add():
            if isinstance(change, Add) and not change.units:
                raise Faulty("amendment.empty", unit=change.parent or "")
            _gap(base, own, change)
        case Drop():
            return


def _known(base: Base, unit: str) -> None:
    if unit not in base:
        raise Faulty("amendment.unit_unknown", unit=unit)


def _edit(base: Base, edit: Edit) -> None:
    words = base.words(edit.unit, edit.language)
    where = {"unit": edit.unit, "language": edit.language}
    if not 0 <= edit.start <= edit.end <= len(words):
        raise Faulty("amendment.out_of_range", **where)
    if words[edit.start : edit.end] == edit.new:
        raise Faulty("amendment.empty", **where)
    parted = splits(words, edit.end) or (edit.start > 0 and splits(words, edit.start))
    if parted or _clings(edit, len(words)):
        raise Faulty("amendment.splits_letter", **where)


def _clings(edit: Edit, length: int) -> bool:
    """Whether the new words would become part of a letter that stands beside them."""
    return bool(edit.new) and (
        follows(edit.new[0]) or (edit.end < length and splits(edit.new + "x", len(edit.new)))
    )


def _gap(base: Base, own: dict[str, tuple[str, ...]], change: Add | Move) -> None:
    if change.parent in own:
        known = change.after is None or change.after in own[change.parent]
    else:
        known = base.has_gap(change.parent, change.after)
    if not known:
        unknown = change.parent if change.after is None else change.after
        raise Faulty("amendment.unit_unknown", unit=unknown or "")
    if isinstance(change, Move):
        _moved(base, change)


def _moved(base: Base, move: Move) -> None:
    if move.after == move.unit:
        raise Faulty("amendment.into_itself", unit=move.unit)
    if base.gap_of(move.unit) == (move.parent, move.after):
        raise Faulty("amendment.empty", unit=move.unit)


def _together(changes: Sequence[Change]) -> None:
    """No two changes concern the same words or say where the same unit goes."""
    seen: dict[tuple[str, str], list[Edit]] = {}
    settled: set[str] = set()
    for change in changes:
        match change:
            case Edit():
                seen.setdefault((change.unit, change.language), []).append(change)
            case Drop() | Move():
                if change.unit in settled:
                    raise Faulty("amendment.overlaps", unit=change.unit)
                settled.add(change.unit)
            case Add():
                continue
    for edits in seen.values():
        for one, other in combinations(edits, 2):
            if one == other or crosses(one, other):
                raise Faulty("amendment.overlaps", unit=one.unit, language=one.language)


def crosses(one: Edit, other: Edit) -> bool:
    """Whether two edits of one wording concern the same words.

    An insertion concerns those that it stands between, so it crosses what replaces both.
    """
    return one.start < other.end and other.start < one.end


class _Fates:
    """Where every unit is once all the changes of one amendment are made."""

    def __init__(self, base: Base, changes: Sequence[Change]) -> None:
        self.base = base
        self.changes = changes
        self.dropped = {change.unit for change in changes if isinstance(change, Drop)}
        self.to = {change.unit: change.parent for change in changes if isinstance(change, Move)}
        for change in changes:
            if isinstance(change, Add):
                for unit, parent in walk(change.units, change.parent):
                    self.to[unit.unit] = parent

    def check(self) -> None:
        """Every change concerns something that is still there."""
        for change in self.changes:
            match change:
                case Edit():
                    self._stays(change.unit, change.unit)
                case Drop():
                    self._stays(self._above(change.unit), change.unit)
                case Add():
                    self._stays(change.parent, change.parent or "")
                case Move():
                    self._stays(change.parent, change.unit)

    def _above(self, unit: str) -> str | None:
        return self.to[unit] if unit in self.to else self.base.parent[unit]

    def _stays(self, unit: str | None, of: str) -> None:
        passed: set[str] = set()
        while unit is not None:
            if unit in self.dropped:
                raise Faulty("amendment.overlaps", unit=of)
            if unit in passed:
                raise Faulty("amendment.into_itself", unit=of)
            passed.add(unit)
            unit = self._above(unit)
