"""Sub-amendments: parallel patches on the text as their parent would make it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeGuard

from kurultai.texts.amendment import Amendment, Faulty
from kurultai.texts.apply import apply, spliced
from kurultai.texts.base import Base, Gap
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.check import check
from kurultai.texts.derive import derive
from kurultai.texts.patch import lost, patch
from kurultai.texts.unit import Unit, walk


def ground(base: Base, parent: Amendment) -> Base:
    """The text that sub-amendments to ``parent`` are against: the base as the parent makes it."""
    return Base(apply(base, [parent]))


def check_sub(base: Base, parent: Amendment, changes: Sequence[Change]) -> None:
    """Nothing, if the changes can be made to the parent's text and touch only what it touches.

    Raises Faulty as `check` does, and "amendment.outside_parent" with the unit in its facts.
    """
    text = ground(base, parent)
    check(text, changes)
    reach = _Reach.of(base, text, parent)
    for change in changes:
        if not reach.holds(change):
            unit = change.after or change.parent if isinstance(change, Add) else change.unit
            raise Faulty("amendment.outside_parent", unit=unit or "")


@dataclass(frozen=True, slots=True)
class _Reach:
    """What an amendment touches, in the text as it makes it."""

    text: Base
    units: frozenset[str]  # that it edits, adds or moves
    gaps: frozenset[Gap]  # where it adds, takes out or moves

    @classmethod
    def of(cls, base: Base, text: Base, parent: Amendment) -> "_Reach":
        units: set[str] = set()
        arrived: set[str] = set()
        for change in parent.changes:
            match change:
                case Edit():
                    units.add(change.unit)
                case Move():
                    arrived.add(change.unit)
                case Add():
                    units.update(unit.unit for unit, _ in walk(change.units))
                    arrived.update(unit.unit for unit in change.units)
                case Drop():
                    continue
        gone = {change.unit for change in parent.changes if isinstance(change, Drop | Move)}
        gaps = {*_beside(text, arrived), *(base.gap_of(name) for name in gone)}
        return cls(text, frozenset(units | arrived), frozenset(gaps))

    def holds(self, change: Change) -> bool:
        match change:
            case Edit():
                return change.unit in self.units
            case Drop():
                return all(
                    unit.unit in self.units for unit, _ in walk((self.text.unit[change.unit],))
                )
            case Add():
                return self._open(change.parent, change.after)
            case Move():
                return change.unit in self.units and self._open(change.parent, change.after)

    def _open(self, parent: str | None, after: str | None) -> bool:
        """Whether a place is one that the amendment touches."""
        return (parent, after) in self.gaps


def _beside(text: Base, units: Iterable[str]) -> Iterator[Gap]:
    """The places before and after units that arrived, and all below them."""
    for name in units:
        parent = text.parent[name]
        siblings = [None, *(unit.unit for unit in text.below(parent))]
        yield parent, siblings[siblings.index(name) - 1]
        yield parent, name
        for unit, _ in walk((text.unit[name],)):
            yield unit.unit, None
            yield from ((unit.unit, below.unit) for below in unit.below)


def with_subs(base: Base, parent: Amendment, subs: Iterable[Amendment]) -> Amendment:
    """The parent as its adopted sub-amendments make it; it still takes in what it took in.

    It is complete in the languages in which it and they are complete.
    """
    subs = tuple(subs)
    if not subs:
        return parent
    text = ground(base, parent)
    final = Base(apply(text, subs))
    edits = list(_composed(base, text, parent, subs))
    if all(isinstance(change, Edit) for sub in subs for change in sub.changes):
        placed: list[Change] = [_reworded(change, final) for change in _placed(parent.changes)]
    else:
        derived = derive(base, final.units)
        placed = _placed(derived)
        edits += (change for change in derived if _restores(change, text, final))
    kept = frozenset(final.unit) - lost(base, placed)
    edits = [edit for edit in edits if edit.unit in kept]
    return replace(parent, changes=(*edits, *placed), languages=_complete(parent, subs))


def _restores(change: Change, text: Base, final: Base) -> TypeGuard[Edit]:
    """Whether the edit words a unit that the parent drops and a sub-amendment puts back."""
    return (
        isinstance(change, Edit)
        and change.unit not in text
        and change.language in final.unit[change.unit].words
    )


def _placed(changes: Iterable[Change]) -> list[Change]:
    """What is done beside edits."""
    return [change for change in changes if not isinstance(change, Edit)]


def _reworded(change: Change, final: Base) -> Change:
    """An addition in the words that it has in the end."""
    if not isinstance(change, Add):
        return change
    return Add(change.parent, change.after, tuple(_as_in(unit, final) for unit in change.units))


def _as_in(unit: Unit, final: Base) -> Unit:
    below = tuple(_as_in(child, final) for child in unit.below)
    return replace(unit, words=final.unit[unit.unit].words, below=below)


def _complete(parent: Amendment, subs: Iterable[Amendment]) -> frozenset[str]:
    spoken = [found for a in (parent, *subs) if (found := a.complete_in()) is not None]
    return frozenset.intersection(*spoken) if spoken else parent.languages


def _composed(
    base: Base, text: Base, parent: Amendment, subs: Iterable[Amendment]
) -> Iterator[Edit]:
    """The edits of the parent and then of its sub-amendments, as edits of the base."""
    first, second = patch(base, [parent]).edits, patch(text, subs).edits
    for unit in dict.fromkeys([*first, *second]):
        if unit in base:
            one, other = first.get(unit, {}), second.get(unit, {})
            for language in dict.fromkeys([*one, *other]):
                words = base.words(unit, language)
                own = [edit for edit, _ in one.get(language, ())]
                later = [edit for edit, _ in other.get(language, ())]
                yield from composed(unit, language, words, own, later)


def composed(
    unit: str, language: str, words: str, first: Sequence[Edit], second: Sequence[Edit]
) -> Iterator[Edit]:
    """Edits of ``words`` that do what ``first`` does and then ``second`` to the outcome.

    Each of the first is kept, with the later ones that touch it worked in; both are in order.
    """
    outcome = spliced(words, first)
    spans = list(_spans(first))
    for group in _groups(spans, second):
        start, end = (at - group.shift for at in (group.start, group.end))
        new = spliced(
            outcome[group.start : group.end],
            (_shifted(edit, -group.start) for edit in group.second),
        )
        end -= sum(span.grows for span in group.first)
        if words[start:end] != new:
            yield Edit(unit, language, start, end, new)


@dataclass(frozen=True, slots=True)
class _Span:
    """An edit's words in the outcome, and how many more they are than before."""

    start: int
    end: int
    grows: int


@dataclass(slots=True)
class _Group:
    """Edits that touch one another, with the stretch of the outcome that they concern."""

    start: int
    end: int
    shift: int
    first: list[_Span] = field(default_factory=list)
    second: list[Edit] = field(default_factory=list)

    def take(self, part: _Span | Edit) -> None:
        if isinstance(part, _Span):
            self.first.append(part)
        else:
            self.second.append(part)
        self.end = max(self.end, part.end)


def _spans(first: Sequence[Edit]) -> Iterator[_Span]:
    shift = 0
    for edit in first:
        grows = len(edit.new) - (edit.end - edit.start)
        yield _Span(edit.start + shift, edit.end + shift + grows, grows)
        shift += grows


def _groups(spans: Sequence[_Span], second: Sequence[Edit]) -> Iterator[_Group]:
    """The edits in the order of the outcome; two of one kind never touch by themselves."""
    parts: list[_Span | Edit] = sorted([*spans, *second], key=lambda part: (part.start, part.end))
    shift = 0
    group: _Group | None = None
    for part in parts:
        if group is None or not _touches(group, part):
            if group is not None:
                yield group
            group = _Group(part.start, part.end, shift)
        group.take(part)
        if isinstance(part, _Span):
            shift += part.grows
    if group is not None:
        yield group


def _touches(group: _Group, part: _Span | Edit) -> bool:
    """Whether the part stands at or in what one of the other kind concerns."""
    others: Sequence[_Span | Edit] = group.second if isinstance(part, _Span) else group.first
    return any(part.start <= other.end for other in others)  # none of them begins after it


def _shifted(edit: Edit, by: int) -> Edit:
    return Edit(edit.unit, edit.language, edit.start + by, edit.end + by, edit.new)
