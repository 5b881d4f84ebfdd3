"""From an edited text back to what was changed: members edit a paragraph and never see offsets."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from kurultai.texts.amendment import Faulty
from kurultai.texts.base import Base, Point
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.unit import Unit
from kurultai.texts.wording import differences, nfc


def edits(unit: str, language: str, old: str, new: str) -> tuple[Edit, ...]:
    """The edits, word by word, that turn one wording of a unit into another."""
    return tuple(
        Edit(unit, language, start, end, words)
        for start, end, words in differences(nfc(old), nfc(new))
    )


def derive(
    base: Base, edited_units: Iterable[Unit], languages: Iterable[str] | None = None
) -> tuple[Change, ...]:
    """The changes that turn the base into the edited text, in the order of the text.

    The same identity is the same unit. With ``languages`` only the wordings in those count, and
    added units carry no others; a wording that is empty or not there is the same thing.
    Raises Faulty "amendment.kind_changed" where a unit kept its identity and not its kind, and
    "amendment.unit_twice" where the edited text has an identity twice.
    """
    edited = Base(edited_units)
    among = base.languages | edited.languages if languages is None else frozenset(languages)
    changes = [
        *_dropped(base, edited),
        *_edited(base, edited, sorted(among)),
        *_placed(base, edited, among),
    ]
    return tuple(sorted(changes, key=lambda change: _arrives(base, change)))


def _arrives(base: Base, change: Change) -> Point:
    """The point at which the change shows in the text that results."""
    if isinstance(change, Move):
        return base.gap(change.parent, change.after)
    return base.point(change)


def _dropped(base: Base, edited: Base) -> Iterator[Drop]:
    """Units that are gone, without those that went with the one above them."""
    for name, parent in base.parent.items():
        if name not in edited and (parent is None or parent in edited):
            yield Drop(name)


def _edited(base: Base, edited: Base, languages: Sequence[str]) -> Iterator[Edit]:
    for name, new in edited.unit.items():
        if (old := base.unit.get(name)) is None:
            continue
        if old.kind != new.kind:
            raise Faulty("amendment.kind_changed", unit=name)
        if old.words != new.words:
            for language in languages:
                yield from edits(
                    name, language, old.words.get(language, ""), new.words.get(language, "")
                )


def _placed(base: Base, edited: Base, among: frozenset[str]) -> Iterator[Add | Move]:
    """Units that are new or stand elsewhere, level by level."""
    yield from _level(base, edited, None, among)
    for name in edited.unit:
        if name in base:
            yield from _level(base, edited, name, among)
        else:
            yield from _taken_in(base, edited, name)


def _level(
    base: Base, edited: Base, parent: str | None, among: frozenset[str]
) -> Iterator[Add | Move]:
    old = [unit.unit for unit in base.below(parent)]
    new = [unit.unit for unit in edited.below(parent)]
    keep = _kept([name for name in new if base.parent.get(name, "") == parent], base.place)
    after: str | None = None
    for name in new:
        if name in keep:
            after = name
        else:
            gap = _behind_dropped(old, after, edited)
            yield _arrival(base, edited, name, parent, gap, among)


def _behind_dropped(old: list[str], after: str | None, edited: Base) -> str | None:
    """The place behind the dropped units that follow: what replaces them stands there."""
    for name in old[0 if after is None else old.index(after) + 1 :]:
        if name in edited:
            break
        after = name
    return after


def _taken_in(base: Base, edited: Base, parent: str) -> Iterator[Add | Move]:
    """Old units that now stand below a new one: the new ones among them came with it."""
    after: str | None = None
    for unit in edited.unit[parent].below:
        if unit.unit in base:
            yield Move(unit.unit, parent, after)
        else:
            after = unit.unit


def _arrival(
    base: Base,
    edited: Base,
    name: str,
    parent: str | None,
    after: str | None,
    among: frozenset[str],
) -> Add | Move:
    if name in base:
        return Move(name, parent, after)
    return Add(parent, after, (_new(base, edited.unit[name], among),))


def _new(base: Base, unit: Unit, among: frozenset[str]) -> Unit:
    """A new unit, without the old ones that were moved below it."""
    words = {language: text for language, text in unit.words.items() if text and language in among}
    below = tuple(_new(base, child, among) for child in unit.below if child.unit not in base)
    return Unit(unit.unit, unit.kind, words, below)


def _kept(names: list[str], place: dict[str, int]) -> frozenset[str]:
    """Of these, the most that stand in their old order: they stay, the others move."""
    tails: list[int] = []
    ends: list[str] = []
    before: dict[str, str | None] = {}
    for name in names:
        at = bisect_left(tails, place[name])
        before[name] = ends[at - 1] if at else None
        tails[at:] = [place[name], *tails[at + 1 :]]
        ends[at:] = [name, *ends[at + 1 :]]
    kept: set[str] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return frozenset(kept)
