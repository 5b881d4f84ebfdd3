"""A text's units in all languages as they stood at a position of the record."""

from collections import OrderedDict
from dataclasses import replace

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
) AND (:languages IS NULL OR language IN (SELECT value FROM json_each(:languages)))
ORDER BY language
"""
_END_OF_READING = """
SELECT coalesce(max(position), 0) FROM revision JOIN document USING (document)
WHERE document = :document AND [document] AND revision.reading = :reading
AND revision.kind <> 'TextCorrected'
"""
_UNITS = msgspec.json.Decoder(tuple[a.Unit, ...])
_KEPT = 32  # texts
_kept: OrderedDict[tuple[tuple[str, str], ...], tuple[Unit, ...]] = OrderedDict()


def standing_at(viewer: Viewer, name: str, at: int | None = None) -> tuple[Unit, ...]:
    """The text as it stands, or stood; empty if this viewer may not see the document.

    The same wordings are the same object while they are kept, whoever was found to be allowed to
    read them: each is known by its digest.
    """
    return _made(viewer, name, at, _digests(viewer, name, at))


def alone_at(viewer: Viewer, name: str, at: int, language: str) -> tuple[Unit, ...]:
    """The same with no other words than those in the language, and read as quickly."""
    digests = _digests(viewer, name, at)
    own = tuple(digest for digest in digests if digest[0] == language)
    return _made(viewer, name, at, own) if own else _wordless(_made(viewer, name, at, digests[:1]))


def alone_in(viewer: Viewer, name: str, reading: int, language: str) -> tuple[Unit, ...]:
    """The text that the changes of a reading are against, in the language alone."""
    return alone_at(viewer, name, _end(viewer, name, reading), language)


def _wordless(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    return tuple(replace(unit, words={}, below=_wordless(unit.below)) for unit in units)


def _digests(viewer: Viewer, name: str, at: int | None) -> tuple[tuple[str, str], ...]:
    """By language, what is known of the wording without reading it."""
    here = {"document": name, "at": viewer.position if at is None else at}
    return tuple(plain(viewer, _WORDINGS.format("digest"), **here, languages=None))


def _made(
    viewer: Viewer, name: str, at: int | None, digests: tuple[tuple[str, str], ...]
) -> tuple[Unit, ...]:
    found = _kept.get(digests)
    if found is None:
        here = {"document": name, "at": viewer.position if at is None else at}
        languages = msgspec.json.encode([language for language, _ in digests]).decode()
        wordings = plain(viewer, _WORDINGS.format("units"), **here, languages=languages)
        found = merged({language: _UNITS.decode(units) for language, units in wordings})
        _kept[digests] = found
        while len(_kept) > _KEPT:
            _kept.popitem(last=False)
    return found


def standing_in(viewer: Viewer, name: str, reading: int) -> tuple[Unit, ...]:
    """The text that the changes of a reading are against."""
    return standing_at(viewer, name, _end(viewer, name, reading))


def _end(viewer: Viewer, name: str, reading: int) -> int:
    (end,) = cells(viewer, _END_OF_READING, document=name, reading=reading)
    return int(end)
