"""What an amendment does to each unit it touches, as a redline of that unit alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kurultai.texts.apply import Run, runs_of
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.unit import Unit, deep

_Became = Literal["kept", "inserted", "deleted"]


@dataclass(frozen=True, slots=True)
class Touched:
    """A unit that changes: edited, dropped, added or moved; its words as runs by language.

    ``after`` is the unit that one added or moved comes to stand after, None if it is the first.
    """

    unit: str
    kind: str
    what: str
    depth: int
    runs: Mapping[str, tuple[Run, ...]]
    after: str | None = None


def touched(
    base: Base, changes: Sequence[Change], language: str | None = None
) -> tuple[Touched, ...]:
    """Every unit that the changes touch, edits of one unit together; worded in one language alone.

    None: in every language. What is edited in other languages only has then no runs.
    """
    return tuple(_edited(base, changes, language)) + tuple(
        touch for change in changes for touch in _of(base, change)
    )


def _edited(base: Base, changes: Iterable[Change], wanted: str | None) -> Iterator[Touched]:
    edits = [change for change in changes if isinstance(change, Edit)]
    for name in dict.fromkeys(edit.unit for edit in edits):
        unit = base.unit.get(name)
        if unit is not None:
            here = [edit for edit in edits if edit.unit == name]
            runs = {
                language: runs_of(unit.words.get(language, ""), _in(language, here))
                for language in dict.fromkeys(edit.language for edit in here)
                if wanted in (None, language)
            }
            yield Touched(unit.unit, unit.kind, "edited", 0, runs)


def _in(language: str, edits: Iterable[Edit]) -> list[tuple[Edit, str]]:
    """Those of the language in the order of the words; they are nobody's, being all of one."""
    own = (edit for edit in edits if edit.language == language)
    return [(edit, "") for edit in sorted(own, key=lambda edit: (edit.start, edit.end))]


def _of(base: Base, change: Change) -> Iterator[Touched]:
    match change:
        case Drop(unit=name) if name in base:
            yield from _whole(base.unit[name], "dropped", "deleted")
        case Add(after=after, units=units):
            for unit in units:
                yield from _whole(unit, "added", "inserted", after)
        case Move(unit=name, after=after) if name in base:
            yield from _whole(base.unit[name], "moved", "kept", after)
        case _:
            pass


def _whole(unit: Unit, what: str, run: _Became, after: str | None = None) -> Iterator[Touched]:
    for each, depth in deep((unit,)):
        runs = {language: (Run(said, run, None),) for language, said in each.words.items()}
        yield Touched(each.unit, each.kind, what, depth, runs, after)
