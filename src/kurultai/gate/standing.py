"""A text's units in all languages as they stood at a position of the record."""

from dataclasses import dataclass
from functools import lru_cache

import msgspec

from kurultai.gate.clause import cells, rows
from kurultai.gate.viewer import Viewer
from kurultai.procedure import acts as a
from kurultai.tables.trees import merged
from kurultai.texts.unit import Unit

_WORDINGS = """
SELECT language, units FROM wording JOIN document USING (document)
WHERE document = :document AND [document] AND wording.position = (
    SELECT max(position) FROM wording latest WHERE latest.document = :document
    AND latest.language = wording.language AND latest.position <= :at
) ORDER BY language
"""
_END_OF_READING = """
SELECT coalesce(max(position), 0) FROM revision JOIN document USING (document)
WHERE document = :document AND [document] AND revision.reading = :reading
AND revision.kind <> 'TextCorrected'
"""


_UNITS = msgspec.json.Decoder(tuple[a.Unit, ...])


@dataclass(frozen=True, slots=True)
class _Wording:
    language: str
    units: str  # as it is kept


def standing_at(viewer: Viewer, name: str, at: int | None = None) -> tuple[Unit, ...]:
    """The text as it stands, or stood; empty if this viewer may not see the document."""
    limit = viewer.position if at is None else at
    found = rows(viewer, _Wording, _WORDINGS, document=name, at=limit)
    return _text(tuple((wording.language, wording.units) for wording in found))


@lru_cache(maxsize=8)
def _text(wordings: tuple[tuple[str, str], ...]) -> tuple[Unit, ...]:
    """The same wordings are the same text, whoever was found to be allowed to read them."""
    return merged({language: _UNITS.decode(units) for language, units in wordings})


def standing_in(viewer: Viewer, name: str, reading: int) -> tuple[Unit, ...]:
    """The text that the changes of a reading are against."""
    (end,) = cells(viewer, _END_OF_READING, document=name, reading=reading)
    return standing_at(viewer, name, end)
