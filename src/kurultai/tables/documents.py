"""The documents' tables."""

import sqlite3

from kurultai.procedure import acts as a
from kurultai.record.act import Act
from kurultai.tables.amendments import Amending, complete_anew, project_amendment
from kurultai.tables.drafting import project_drafting
from kurultai.tables.following import mark_commitments, project_import
from kurultai.tables.rows import audience_id, insert, json, one, update, upsert
from kurultai.tables.wordings import project_text


def project_document(db: sqlite3.Connection, recorded: Act, act: a.ActBody) -> None:  # noqa: C901 - one case a kind
    """Write what an act of a document changes."""
    key = {"document": recorded.stream}
    match act:
        case a.DocumentTabled():
            _table(db, recorded, act)
        case a.VersionDistributed():
            project_text(db, recorded, act)
            complete_anew(db, recorded.stream)
        case a.TextConsolidated() | a.TextCorrected():
            project_text(db, recorded, act)
        case a.ParagraphsTagged(paragraphs=paragraphs):
            for paragraph in paragraphs:
                unit = {**key, "unit": paragraph.unit}
                upsert(db, "paragraph", unit, tags=json(paragraph.tags), due=paragraph.due)
        case a.TextAdopted(meeting=meeting, decision=decision, symbol=symbol):
            adopted = {"adopted_on": recorded.on, "adopted_at": meeting, "decision": decision}
            update(db, "document", key, state="adopted", symbol=symbol, **adopted)
            _reserve(db, symbol, recorded.stream)
        case a.MarkingChanged():
            _mark(db, recorded.stream, audience_id(db, recorded.audience))
        case a.DocumentWithdrawn(reason=reason):
            update(db, "document", key, state="withdrawn", reason=json(reason))
        case a.CommitmentsImported() | a.ImportUndone():
            project_import(db, recorded, act)
        case _ if isinstance(act, Amending):
            project_amendment(db, recorded, act)
        case _:
            project_drafting(db, recorded, act)


def _table(db: sqlite3.Connection, recorded: Act, act: a.DocumentTabled) -> None:
    insert(
        db,
        "document",
        document=act.document,
        kind=act.kind,
        symbol=act.symbol,
        names=json(act.names),
        tabled_by=json(act.by),
        meeting=act.meeting,
        item=act.item,
        authentic=json(act.authentic),
        link=act.link,
        sources=json(act.sources),
        state="draft",
        tabled_on=recorded.on,
        audience_id=audience_id(db, recorded.audience),
    )
    _reserve(db, act.symbol, act.document)


def _reserve(db: sqlite3.Connection, symbol: str, document: str) -> None:
    """A symbol belongs to one document for ever, the draft's as well as the final one."""
    if symbol:
        kind = one(db, "SELECT kind FROM document WHERE document = ?", document)
        upsert(db, "symbol", {"symbol": symbol}, document=document, kind=kind)


def _mark(db: sqlite3.Connection, document: str, audience: int) -> None:
    """A document's marking covers what was decided on it and what followed from it."""
    update(db, "document", {"document": document}, audience_id=audience)
    update(db, "decision", {"document": document}, audience_id=audience)
    mark_commitments(db, document, audience)
    db.execute(_MARK_MINUTES, {"audience": audience, "document": document})


# What a meeting did about the document is never told to more than may see the meeting.
_MARK_MINUTES = """
UPDATE minute SET audience_id = :audience
WHERE stream = :document
   OR stream IN (SELECT commitment FROM commitment WHERE document = :document)
   OR (document = :document AND stream IN (SELECT meeting FROM meeting WHERE audience_id = 1))
"""
