"""A reading's text with all its amendments, and what amendments are called."""

from collections import Counter
from dataclasses import dataclass

from kurultai.gate.amendments import of_reading
from kurultai.gate.clause import cells, rows
from kurultai.gate.shapes import AmendmentRow
from kurultai.gate.standing import standing_in
from kurultai.gate.viewer import Viewer
from kurultai.texts.unit import Unit

_NUMBERS = """
SELECT amendment, number, parent FROM amendment JOIN document USING (document)
WHERE document = :document AND [document] ORDER BY number
"""
_READINGS = """
SELECT DISTINCT amendment.reading FROM amendment JOIN document USING (document)
WHERE document = :document AND [document] ORDER BY amendment.reading
"""


@dataclass(frozen=True, slots=True)
class Tracked:
    """The text of a reading, and what was proposed to change in it."""

    reading: int
    units: tuple[Unit, ...]
    amendments: tuple[AmendmentRow, ...]


def tracked(viewer: Viewer, document: str) -> Tracked:
    """The last reading to which there are amendments; the first if there are none."""
    number = next(reversed(readings(viewer, document)), 1)
    found = of_reading(viewer, document, number)
    return Tracked(number, standing_in(viewer, document, number), found)


def readings(viewer: Viewer, document: str) -> tuple[int, ...]:
    """The readings to which there are amendments, the first first."""
    return cells(viewer, _READINGS, document=document)


@dataclass(frozen=True, slots=True)
class _Numbered:
    amendment: str
    number: int
    parent: str | None


def numbering(viewer: Viewer, document: str) -> dict[str, str]:
    """Every amendment, of whichever reading, and its label: "3", "3.1" the first one to it."""
    found: dict[str, str] = {}
    subs: Counter[str] = Counter()
    for row in rows(viewer, _Numbered, _NUMBERS, document=document):
        if row.parent is None:
            found[row.amendment] = str(row.number)
        else:
            subs[row.parent] += 1
            found[row.amendment] = f"{found[row.parent]}.{subs[row.parent]}"
    return found
