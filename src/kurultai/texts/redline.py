"""Two versions as one marked text."""

from collections.abc import Iterable
from dataclasses import replace

from kurultai.texts.amendment import Amendment
from kurultai.texts.apply import Run, Traced, runs_of, trace
from kurultai.texts.base import Base
from kurultai.texts.derive import derive, edits
from kurultai.texts.unit import Unit
from kurultai.texts.wording import nfc

__all__ = ["Run", "Traced", "compare", "redline"]


def redline(old: str, new: str) -> tuple[Run, ...]:
    """Two wordings as runs kept, deleted and inserted, word by word."""
    return runs_of(nfc(old), [(edit, "") for edit in edits("", "", old, new)])


def compare(old_units: Iterable[Unit], new_units: Iterable[Unit]) -> tuple[Traced, ...]:
    """Two versions of a text as one; the same identity is the same unit, of the new kind."""
    old, new = Base(old_units), Base(new_units)
    base = Base(_of_kind(unit, new) for unit in old.units)
    return trace(base, [Amendment("", derive(base, new.units))])


def _of_kind(unit: Unit, new: Base) -> Unit:
    kind = new.unit[unit.unit].kind if unit.unit in new else unit.kind
    return replace(unit, kind=kind, below=tuple(_of_kind(child, new) for child in unit.below))
