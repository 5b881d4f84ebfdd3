"""Two versions as one marked text: what changed is found for all of it, and worded for a page."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kurultai.site.drafts.kept import Units
from kurultai.texts.base import Base
from kurultai.texts.redline import Run, Traced, compare, redline
from kurultai.texts.unit import Unit

_SAME, _WAS, _IS = "=", "-", "+"  # in place of words: finding which of them changed costs most


def compared(old: Base, new: Base, language: str) -> tuple[Traced, ...]:
    """Every unit and what became of it, with signs in place of its words."""
    return compare(
        _signed(old.units, old, new, language, _WAS), _signed(new.units, new, old, language, _IS)
    )


def _signed(units: Units, here: Base, there: Base, language: str, sign: str) -> Units:
    return tuple(
        Unit(
            unit.unit,
            unit.kind,
            _sign(here, there, unit.unit, language, sign),
            _signed(unit.below, here, there, language, sign),
        )
        for unit in units
    )


def _sign(here: Base, there: Base, unit: str, language: str, sign: str) -> Mapping[str, str]:
    said = here.words(unit, language)
    if not said:
        return {}
    return {language: _SAME if unit in there and there.words(unit, language) == said else sign}


def worded(rows: Sequence[Traced], old: Base, new: Base, language: str) -> tuple[Traced, ...]:
    """The same with the words."""
    return tuple(replace(row, runs={language: _runs(row, old, new, language)}) for row in rows)


def _runs(row: Traced, old: Base, new: Base, language: str) -> tuple[Run, ...]:
    match row.what:
        case "added":
            said = new.words(row.unit, language)
            return (Run(said, "inserted"),) if said else ()
        case "dropped" | "moved_away":
            said = old.words(row.unit, language)
            return (Run(said, "deleted"),) if said else ()
        case _:
            return redline(old.words(row.unit, language), new.words(row.unit, language))
