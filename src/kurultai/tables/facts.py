"""Facts for a decision, read from the tables in the transaction that will record it."""

import sqlite3
from dataclasses import replace
from typing import Any

import msgspec

from kurultai.procedure import commands as c
from kurultai.procedure.acts import Milestone, Undertaking
from kurultai.procedure.facts import Facts, OpenMatter, OpenText, Standing
from kurultai.procedure.following.commitment import OPEN_STATES
from kurultai.procedure.meeting import meeting_id
from kurultai.tables.rows import json

_MATTERS = """
SELECT matter, title, audience.name FROM matter JOIN audience USING (audience_id)
WHERE series = ? AND settled_on IS NULL ORDER BY matter.rowid
"""
_TEXTS = f"""
SELECT document.document, symbol, names, audience.name, commitment
FROM commitment JOIN document USING (document)
JOIN audience ON audience.audience_id = document.audience_id
WHERE (series = :series OR (review = :meeting AND review <> ''))
  AND NOT struck AND commitment.state IN {OPEN_STATES}
  AND (until IS NULL OR until > :on)
ORDER BY document.rowid, number, party
"""  # noqa: S608 - states of ours
_STANDING = """
SELECT commitment, unit, party, state, audience.name, struck, action, lead, owner, due, review,
       until, indicator, milestones, tags
FROM commitment JOIN audience USING (audience_id)
"""
_OPEN = "SELECT amendments FROM decision WHERE document = ? AND result IS NULL ORDER BY position"
_NAMES = msgspec.json.Decoder(tuple[str, ...])


def facts_for(db: sqlite3.Connection, command: c.Command) -> Facts:
    """What deciding this command needs to know beyond the streams it concerns."""
    match command:
        case c.ConveneMeeting(series=series, ordinal=ordinal):
            return _of_series(db, series, meeting_id(series, ordinal), command.on)
        case c.CloseMeeting(meeting=meeting) | c.SettleMatter(meeting=meeting):
            return _of_meeting(db, meeting, command.on)
        case c.TableDocument() | c.DecideQuestion() | c.RecordAdoption() | c.CloseSilence():
            return Facts(symbols=_symbols(db))
        case (
            c.DistributeVersion(document=document)
            | c.PutQuestion(document=document)
            | c.OpenSilence(document=document)
            | c.ConsolidateText(document=document)
            | c.TableAmendment(document=document)
            | c.TranslateAmendment(document=document)
            | c.WithdrawAmendment(document=document)
        ):
            return Facts(open_questions=_open_questions(db, document))
        case c.DrawCommitments(document=document) | c.ImportCommitments(document=document):
            return _of_text(db, document)
        case c.UndoImport(document=document, imported=imported):
            where = "WHERE document = ? AND imported = ? AND imported <> ''"
            return Facts(commitments=_standing(db, where, document, imported))
        case c.RemindParty(commitments=names):
            where = "WHERE commitment IN (SELECT value FROM json_each(?))"
            return Facts(commitments=_standing(db, where, json(names)))
        case c.CorrectMinute(position=position):
            return Facts(stream=_stream(db, position))
        case _:
            return Facts()


def _of_meeting(db: sqlite3.Connection, meeting: str, on: str) -> Facts:
    row = db.execute("SELECT series FROM meeting WHERE meeting = ?", (meeting,)).fetchone()
    facts = _of_series(db, row[0], meeting, on) if row else Facts()
    adopted = db.execute(
        "SELECT document FROM document WHERE adopted_at = ? ORDER BY rowid", (meeting,)
    )
    return replace(facts, adopted_here=tuple(d for (d,) in adopted))


def _of_series(db: sqlite3.Connection, series: str, meeting: str, on: str) -> Facts:
    ordinals = db.execute("SELECT ordinal FROM meeting WHERE series = ? ORDER BY 1", (series,))
    matters = db.execute(_MATTERS, (series,)).fetchall()
    return Facts(
        ordinals=tuple(ordinal for (ordinal,) in ordinals),
        open_matters=tuple(OpenMatter(m, msgspec.json.decode(t), who) for m, t, who in matters),
        open_texts=_open_texts(db, series, meeting, on),
    )


def _open_texts(db: sqlite3.Connection, series: str, meeting: str, on: str) -> tuple[OpenText, ...]:
    """Those of the series, and those of any other whose review is named for the meeting."""
    texts: dict[str, OpenText] = {}
    asked = {"series": series, "meeting": meeting, "on": on}
    for document, symbol, names, audience, commitment in db.execute(_TEXTS, asked):
        text = texts.get(document)
        so_far = text.commitments if text else ()
        words = msgspec.json.decode(names)
        texts[document] = OpenText(document, symbol, words, (*so_far, commitment), audience)
    return tuple(texts.values())


def _of_text(db: sqlite3.Connection, document: str) -> Facts:
    """What follows from an adopted text so far, and where it belongs."""
    series = db.execute(
        "SELECT series FROM document JOIN meeting ON meeting.meeting = adopted_at"
        " WHERE document.document = ?",
        (document,),
    ).fetchone()
    digests = db.execute(
        "SELECT digest FROM import WHERE document = ? AND undone_on IS NULL", (document,)
    )
    return Facts(
        commitments=_standing(db, "WHERE document = ?", document),
        series=series[0] if series else "",
        digests=frozenset(digest for (digest,) in digests),
    )


def _standing(db: sqlite3.Connection, where: str, *values: str) -> tuple[Standing, ...]:
    found = db.execute(f"{_STANDING} {where} ORDER BY commitment.rowid", values)
    return tuple(_stands(row) for row in found)


def _stands(row: tuple[Any, ...]) -> Standing:
    """The commitment of that row; what it is carried by stands in the columns at its end."""
    commitment, unit, party, state, audience, struck, *carried = row
    return Standing(commitment, unit, party, state, audience, bool(struck), _carried(*carried))


def _carried(*cells: Any) -> Undertaking:  # noqa: ANN401 - a cell is what its column is
    action, lead, owner, due, review, until, indicator, milestones, tags = cells
    return Undertaking(
        action,
        lead,
        msgspec.json.decode(owner),
        due,
        review,
        until,
        msgspec.json.decode(indicator),
        msgspec.json.decode(milestones, type=tuple[Milestone, ...]),
        _NAMES.decode(tags),
    )


def _open_questions(db: sqlite3.Connection, document: str | None) -> tuple[tuple[str, ...], ...]:
    return tuple(_NAMES.decode(amendments) for (amendments,) in db.execute(_OPEN, (document,)))


def _stream(db: sqlite3.Connection, position: int) -> str:
    """The stream of the act at the position; nothing if there is no such act."""
    row = db.execute("SELECT stream FROM minute WHERE position = ?", (position,)).fetchone()
    return str(row[0]) if row else ""


def _symbols(db: sqlite3.Connection) -> frozenset[str]:
    return frozenset(symbol for (symbol,) in db.execute("SELECT symbol FROM symbol"))
