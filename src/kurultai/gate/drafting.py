"""Reading what is said of a draft: circulation, answers, silence, and what stands beside it."""

from kurultai.gate.amendments import amendment, amendment_row, amendments, pending
from kurultai.gate.clause import rows
from kurultai.gate.documents import document_row
from kurultai.gate.shapes import (
    AdoptionPage,
    Answer,
    BoardPage,
    CirculationRow,
    Corrigendum,
    SilenceRow,
    TextStatement,
    Wording,
)
from kurultai.gate.texts import text
from kurultai.gate.viewer import Viewer

__all__ = [
    "amendment",
    "amendment_row",
    "amendments",
    "beside",
    "board",
    "circulations",
    "pending",
    "silences",
    "text",
    "wordings",
]

_CIRCULATIONS = """
SELECT position, on_day, until, parties, circulation.reading, languages, note
FROM circulation JOIN document USING (document)
WHERE document = :document AND [document] ORDER BY position
"""
_ANSWERS = """
SELECT party, unit, answer, words, on_day, position FROM answer JOIN document USING (document)
WHERE document = :document AND [document] AND circulation = :circulation ORDER BY position, unit
"""
_WORDINGS = """
SELECT unit, amendment, amendment.tabled_by, sponsors
FROM amendment JOIN document USING (document) JOIN amendment_unit USING (amendment)
WHERE document = :document AND [document] AND amendment.reading = :reading AND parent IS NULL
AND amendment.state IN ('tabled', 'adopted') ORDER BY amendment.place, number
"""
# A text may be for more than the meeting at which the silence began; it is then not named.
_SILENCES = """
SELECT silence, coalesce(meeting.meeting, ''), until, title, parties, silence.reading, article,
       silence.link, confidence, silence.state, opened_on, broken_by, how, broken_at,
       silence.reason, amendment, document
FROM silence JOIN document USING (document)
LEFT JOIN meeting ON meeting.meeting = silence.meeting AND [meeting]
WHERE [document] AND (:document IS NULL OR document = :document) ORDER BY position
"""
_BESIDE = """
SELECT party, words, unit, on_day, position FROM beside JOIN document USING (document)
WHERE document = :document AND [document] AND beside.kind = :kind ORDER BY position
"""
_CORRIGENDA = """
SELECT corrigendum, language, corrigendum.reason, on_day, position
FROM corrigendum JOIN document USING (document)
WHERE document = :document AND [document] ORDER BY corrigendum
"""


def board(viewer: Viewer, name: str) -> BoardPage:
    """What the delegations answered to the last circulation and propose in the reading."""
    page = text(viewer, name)
    circulated = circulations(viewer, name)
    last = circulated[-1] if circulated else None
    asked = {"document": name, "circulation": last.position if last else 0}
    silent = silences(viewer, name)
    return BoardPage(
        page,
        last,
        rows(viewer, Answer, _ANSWERS, **asked),
        wordings(viewer, name, page.reading),
        silent[-1] if silent else None,
    )


def wordings(viewer: Viewer, name: str, reading: int) -> tuple[Wording, ...]:
    """What is proposed for each unit in a reading, in the order of the list; or was adopted."""
    return rows(viewer, Wording, _WORDINGS, document=name, reading=reading)


def circulations(viewer: Viewer, name: str) -> tuple[CirculationRow, ...]:
    """To whom the draft went and until when, the first first."""
    return rows(viewer, CirculationRow, _CIRCULATIONS, document=name)


def silences(viewer: Viewer, name: str | None = None) -> tuple[SilenceRow, ...]:
    """The silence procedures of a document, or all there were, the first first."""
    return rows(viewer, SilenceRow, _SILENCES, document=name)


def beside(viewer: Viewer, name: str) -> AdoptionPage:
    """Reservations, explanations of vote and corrigenda, as they came in."""
    document_row(viewer, name)
    return AdoptionPage(
        rows(viewer, TextStatement, _BESIDE, document=name, kind="reservation"),
        rows(viewer, TextStatement, _BESIDE, document=name, kind="explanation"),
        rows(viewer, Corrigendum, _CORRIGENDA, document=name),
    )
