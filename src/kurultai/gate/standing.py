"""A text's units in all languages as they stood at a position of the record."""

from collections import OrderedDict

import msgspec

from kurultai.gate.clause import cells, plain
from kurultai.gate.viewer import Viewer
from kurultai.procedure import acts as a
from kurultai.tables.trees import merged
from kurultai.texts.unit import Unit

_WORDINGS = """
SELECT language, {} FROM wording JOIN document USING (document)
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
_KEPT = 16  # texts
_kept: OrderedDict[tuple[tuple[str, str], ...], tuple[Unit, ...]] = OrderedDict()


def standing_at(viewer: Viewer, name: str, at: int | None = None) -> tuple[Unit, ...]:
    """The text as it stands, or stood; empty if this viewer may not see the document.

    The same wordings are the same object while they are kept, whoever was found to be allowed to
    read them: each is known by its digest.
    """
    here = {"document": name, "at": viewer.position if at is None else at}
    digests = tuple(plain(viewer, _WORDINGS.format("digest"), **here))
    found = _kept.get(digests)
    if found is None:
        wordings = plain(viewer, _WORDINGS.format("units"), **here)
        found = merged({language: _UNITS.decode(units) for language, units in wordings})
        _kept[digests] = found
        while len(_kept) > _KEPT:
            _kept.popitem(last=False)
    return found


def standing_in(viewer: Viewer, name: str, reading: int) -> tuple[Unit, ...]:
    """The text that the changes of a reading are against."""
    (end,) = cells(viewer, _END_OF_READING, document=name, reading=reading)
    return standing_at(viewer, name, end)
