"""Adopted amendments laid over one base: what each does where, and what supersedes what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from kurultai.texts.amendment import Amendment, Faulty
from kurultai.texts.base import Base, Gap
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.check import crosses
from kurultai.texts.unit import Unit, walk


@dataclass(slots=True)
class Patch:
    """Who changes what: each change with the amendment it comes from.

    Where one amendment takes away what another changes, the larger change stands. Amendments that
    clash are refused: Faulty "amendment.clash", with both in its facts.
    """

    base: Base
    edits: dict[str, dict[str, list[tuple[Edit, str]]]] = field(default_factory=dict)
    drops: dict[str, str] = field(default_factory=dict)
    moves: dict[str, tuple[Move, str]] = field(default_factory=dict)
    gaps: dict[Gap, list[tuple[Add | Move, str]]] = field(default_factory=dict)
    touched: set[str | None] = field(default_factory=set)  # to be built anew

    def lay(self, change: Change, by: str) -> None:
        """Take one change in."""
        match change:
            case Edit():
                spans = self.edits.setdefault(change.unit, {})
                spans.setdefault(change.language, []).append((change, by))
            case Drop():
                self.drops.setdefault(change.unit, by)
            case Move():
                self._move(change, by)
            case Add():
                arriving = self.gaps.setdefault((change.parent, change.after), [])
                if not any(whose != by and _same(change, other) for other, whose in arriving):
                    arriving.append((change, by))

    def _move(self, move: Move, by: str) -> None:
        known, whose = self.moves.setdefault(move.unit, (move, by))
        if known != move:
            raise Faulty("amendment.clash", amendment=by, other=whose, unit=move.unit)
        if whose == by:
            self.gaps.setdefault((move.parent, move.after), []).append((move, by))

    def settle(self) -> None:
        """Bring the edits in order, and mark all that is to be built anew."""
        for languages in self.edits.values():
            for language, spans in languages.items():
                languages[language] = _settled(spans)
        for unit in [*self.edits, *self.drops, *self.moves]:
            self._mark(unit)
        for (parent, _), arriving in self.gaps.items():
            self._mark(parent)
            for change, _ in arriving:
                if isinstance(change, Add):
                    self.touched.update(unit.unit for unit, _ in walk(change.units))

    def _mark(self, unit: str | None) -> None:
        self.touched.update(self.base.upwards(unit))


def _same(one: Add, other: Add | Move) -> bool:
    """Whether both add the same, which two that share a change may be adopted to do."""
    return isinstance(other, Add) and [*map(content, one.units)] == [*map(content, other.units)]


def content(unit: Unit, languages: frozenset[str] | None = None) -> object:
    """All that a new unit says, whatever its identity."""
    words = {
        (language, words)
        for language, words in unit.words.items()
        if words and (languages is None or language in languages)
    }
    return unit.kind, frozenset(words), tuple(content(child, languages) for child in unit.below)


def patch(base: Base, amendments: Iterable[Amendment]) -> Patch:
    """The amendments laid over the base; at one point in the order of tabling."""
    ordered = sorted(amendments, key=lambda amendment: amendment.order)
    laid = Patch(base)
    gone = frozenset[str]().union(*(lost(base, one.changes) for one in ordered))
    for amendment in ordered:
        for change in _left(base, gone, amendment):
            laid.lay(change, amendment.amendment)
    laid.settle()
    return laid


def _left(base: Base, gone: frozenset[str], amendment: Amendment) -> tuple[Change, ...]:
    """What others leave of the amendment; of its moves all or none, for they rest on each other.

    What it takes away itself, none of its own changes needs.
    """
    taken = [change for change in amendment.changes if not gone.isdisjoint(sites(base, change))]
    moves = any(isinstance(change, Move) for change in taken)
    return tuple(
        change
        for change in amendment.changes
        if change not in taken and not (moves and isinstance(change, Move))
    )


def lost(base: Base, changes: Iterable[Change]) -> frozenset[str]:
    """The units that go with those that the changes drop, those that they move out excepted."""
    dropped = [change.unit for change in changes if isinstance(change, Drop)]
    if not dropped:
        return frozenset()
    moved = {change.unit for change in changes if isinstance(change, Move)}
    found: set[str] = set()
    for unit in dropped:
        _fall(base, unit, moved, found)
    return frozenset(found)


def _fall(base: Base, unit: str, moved: set[str], found: set[str]) -> None:
    found.add(unit)
    for below in base.below(unit):
        if below.unit not in moved:
            _fall(base, below.unit, moved, found)


def sites(base: Base, change: Change) -> Iterator[str]:
    """The units that must be in the text for the change to be made."""
    if isinstance(change, Edit | Move):
        yield change.unit
    parent = None if isinstance(change, Edit) else _parent(base, change)
    if parent is not None:
        yield parent


def _parent(base: Base, change: Drop | Add | Move) -> str | None:
    """Below which unit the change is made."""
    return base.parent[change.unit] if isinstance(change, Drop) else change.parent


def _settled(spans: list[tuple[Edit, str]]) -> list[tuple[Edit, str]]:
    """In order; without the edits that a larger one takes in, or that are made twice."""
    standing: list[tuple[Edit, str]] = []
    for edit, by in sorted(spans, key=lambda span: (span[0].start, span[0].end)):
        again = any(edit == other for other, _ in standing)
        if not again and not any(takes_in(other, edit) for other, _ in spans):
            standing.append((edit, by))
    for (one, by), (other, whose) in pairwise(standing):
        if crosses(one, other):
            raise Faulty("amendment.clash", amendment=by, other=whose, unit=one.unit)
    return standing


def takes_in(larger: Edit, smaller: Edit) -> bool:
    """Whether the one edit replaces all that the other changes, and more."""
    if (larger.start, larger.end) == (smaller.start, smaller.end):
        return False
    if smaller.start == smaller.end:
        return larger.start < smaller.start < larger.end
    return larger.start <= smaller.start and smaller.end <= larger.end
