"""A reading's text with all its amendments, and what amendments are called."""

from dataclasses import dataclass

from kurultai.gate.amendments import of_reading
from kurultai.gate.clause import cells, plain, rows
from kurultai.gate.shapes import AmendmentRow
from kurultai.gate.standing import standing_in
from kurultai.gate.viewer import Viewer
from kurultai.texts.change import Change
from kurultai.texts.unit import Unit

_NUMBERS = """
SELECT amendment, label FROM amendment JOIN document USING (document)
WHERE document = :document AND [document] ORDER BY number
"""
_DRAWN = """
SELECT amendment.amendment, number, amendment.tabled_by, sponsors,
       coalesce(worded.changes, other.changes), parent, amendment.state
FROM amendment JOIN document USING (document)
JOIN amendment_wording other ON other.amendment = amendment.amendment AND other.language = ''
LEFT JOIN amendment_wording worded
    ON worded.amendment = amendment.amendment AND worded.language = :language
WHERE document = :document AND [document] AND amendment.reading = :reading
ORDER BY amendment.place, number
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
    number = amended_reading(viewer, document)
    found = of_reading(viewer, document, number)
    return Tracked(number, standing_in(viewer, document, number), found)


def readings(viewer: Viewer, document: str) -> tuple[int, ...]:
    """The readings to which there are amendments, the first first."""
    return cells(viewer, _READINGS, document=document)


@dataclass(frozen=True, slots=True)
class Drawn:
    """As much of an amendment as a redline in one language shows."""

    amendment: str
    number: int
    by: tuple[str, ...]
    sponsors: tuple[str, ...]
    changes: tuple[Change, ...]  # without the edits in other languages
    of: str | None
    state: str


def drawn_in(viewer: Viewer, document: str, reading: int, language: str) -> tuple[Drawn, ...]:
    """All amendments to the reading, in the order of the list, as they are in the language."""
    here = {"document": document, "reading": reading}
    return rows(viewer, Drawn, _DRAWN, **here, language=language)


def amended_reading(viewer: Viewer, document: str) -> int:
    """The last reading to which there are amendments; the first if there are none."""
    return next(reversed(readings(viewer, document)), 1)


def numbering(viewer: Viewer, document: str) -> dict[str, str]:
    """Every amendment, of whichever reading, and its label: "3", "3.1" the first one to it."""
    return dict(plain(viewer, _NUMBERS, document=document))
