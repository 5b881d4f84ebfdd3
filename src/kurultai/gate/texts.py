"""Reading texts in all their languages, as they stand and as they stood."""

from collections.abc import Iterable
from dataclasses import dataclass

from kurultai.gate.clause import cells, rows
from kurultai.gate.documents import document_row
from kurultai.gate.shapes import DocumentRow, Revision, TextPage
from kurultai.gate.standing import standing_at
from kurultai.gate.viewer import Viewer
from kurultai.texts.unit import Unit, walk

_REVISIONS = """
SELECT position, on_day, revision.kind, language, revision.reading
FROM revision JOIN document USING (document)
WHERE document = :document AND [document] ORDER BY position
"""
_STANDINGS = """
SELECT standings FROM revision JOIN document USING (document)
WHERE document = :document AND [document] AND position = :at
"""
_BEHIND = """
SELECT language, unit FROM behind JOIN document USING (document)
WHERE document = :document AND [document]
AND since <= :at AND (until IS NULL OR until > :at) ORDER BY language
"""
_STRUCK = """
SELECT unit FROM separate_vote JOIN document USING (document)
WHERE document = :document AND [document] AND separate_vote.reading = :reading AND NOT kept
AND position <= :at ORDER BY position, unit
"""


@dataclass(frozen=True, slots=True)
class Revised:
    """A document and how its text changed up to a position of the record."""

    document: DocumentRow
    at: int  # the last revision's position
    reading: int
    standings: dict[str, str]  # language -> authentic, translation or unofficial
    revisions: tuple[Revision, ...]  # all of them, oldest first


def revised(viewer: Viewer, name: str, at: int | None = None) -> Revised:
    """What is known of a text without reading it; NotFound if hidden."""
    row = document_row(viewer, name)
    revisions = rows(viewer, Revision, _REVISIONS, document=name)
    limit = viewer.position if at is None else at
    last = next((r for r in reversed(revisions) if r.position <= limit), None)
    position, reading = (last.position, last.reading) if last else (0, 0)
    found = rows(viewer, _Standings, _STANDINGS, document=name, at=position)
    standings = dict(found[0].standings) if found else {}
    return Revised(row, position, reading, standings, revisions)


def text(viewer: Viewer, name: str, at: int | None = None) -> TextPage:
    """The text as it stands, or as it stood at a position of the record; NotFound if hidden."""
    past = revised(viewer, name, at)
    limit = viewer.position if at is None else at
    units = standing_at(viewer, name, past.at)
    return TextPage(
        past.document,
        past.at,
        past.reading,
        units,
        past.standings,
        _behind(viewer, name, limit, units, past.standings),
        past.revisions,
        cells(viewer, _STRUCK, document=name, reading=past.reading, at=limit),
    )


@dataclass(frozen=True, slots=True)
class _Standings:
    standings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    language: str
    unit: str


def _behind(
    viewer: Viewer,
    name: str,
    at: int,
    units: Iterable[Unit],
    languages: Iterable[str],
) -> dict[str, tuple[str, ...]]:
    """By language, what is missing there or does not follow, in the order of the text."""
    marks = rows(viewer, _Mark, _BEHIND, document=name, at=at)
    marked = {(mark.language, mark.unit) for mark in marks}
    named = [unit.unit for unit, _ in walk(units)]
    found = {
        language: tuple(unit for unit in named if (language, unit) in marked)
        for language in languages
    }
    return {language: behind for language, behind in found.items() if behind}
