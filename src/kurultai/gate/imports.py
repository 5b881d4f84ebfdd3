"""What was taken over from files, and what there is that lines of a file may name."""

from dataclasses import dataclass

from kurultai.gate.clause import rows
from kurultai.gate.viewer import Viewer
from kurultai.procedure.acts import Words


@dataclass(frozen=True)
class Import:
    """Lines of a file that were taken over under one text."""

    imported: str
    document: str
    symbol: str
    document_names: Words
    name: str
    digest: str
    lines: int
    on: str
    undone_on: str | None
    at: str  # the moment at which it was taken over; ``on`` is the day of the text's adoption


@dataclass(frozen=True)
class Text:
    """A text that lines may stand under."""

    document: str
    symbol: str
    names: Words
    state: str
    adopted_on: str | None


@dataclass(frozen=True)
class Held:
    """A meeting at which a text may have been adopted."""

    meeting: str
    first_day: str
    last_day: str


@dataclass(frozen=True)
class Stands:
    """What was taken over and stands: a line that says just this would be there twice."""

    document: str
    party: str
    number: int
    words: Words
    proposed_by: Words


def imports(viewer: Viewer, document: str | None = None) -> tuple[Import, ...]:
    """Everything that was taken over, or what stands under one text; the last first."""
    sql = """SELECT imported, document.document, symbol, names, name, digest, lines, import.on_day,
             undone_on, at
             FROM import JOIN document USING (document) JOIN minute USING (position)
             WHERE (:document IS NULL OR document.document = :document) AND [document]
             ORDER BY position DESC"""
    return rows(viewer, Import, sql, document=document)


def texts(viewer: Viewer) -> tuple[Text, ...]:
    """Every text that the viewer may see, withdrawn ones left out."""
    sql = """SELECT document, symbol, names, state, adopted_on FROM document
             WHERE state <> 'withdrawn' AND [document] ORDER BY rowid"""
    return rows(viewer, Text, sql)


def standing(viewer: Viewer) -> tuple[Stands, ...]:
    """Every commitment that was taken over from a file and not taken back."""
    sql = """SELECT document, party, number, words, proposed_by FROM commitment
             WHERE imported <> '' AND NOT struck AND [commitment]"""
    return rows(viewer, Stands, sql)


def held(viewer: Viewer) -> tuple[Held, ...]:
    """Every meeting that the viewer may see, with its days."""
    sql = "SELECT meeting, first_day, last_day FROM meeting WHERE [meeting] ORDER BY first_day"
    return rows(viewer, Held, sql)
