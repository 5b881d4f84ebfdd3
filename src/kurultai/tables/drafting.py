"""The tables of circulation, silence procedures, separate votes, and what stands beside a text."""

import sqlite3

from kurultai.procedure import acts as a
from kurultai.record.act import Act
from kurultai.tables.rows import Cell, insert, json, one, update, upsert


def project_drafting(db: sqlite3.Connection, recorded: Act, act: a.ActBody) -> None:
    """Write what an act changes in what is said of a text; ValueError if it is no such act."""
    match act:
        case a.DraftCirculated():
            _circulate(db, recorded, act)
        case a.AnswersGiven(party=party, answers=answers):
            _answer(db, recorded, party, answers)
        case a.SilenceOpened():
            _open(db, recorded, act)
        case a.SilenceBroken():
            _break(db, act)
        case a.SilenceKept(silence=silence):
            update(db, "silence", {"silence": silence}, state="kept")
        case a.ParagraphsDecided(decision=decision, units=units, kept=kept):
            for unit in units:
                _vote(db, recorded, {"unit": unit, "decision": decision}, kept=kept)
        case a.ReservationEntered(reservation=name, party=party, words=words, unit=unit):
            _put_beside(db, recorded, name, "reservation", party, words, unit)
        case a.VoteExplained(explanation=name, party=party, words=words):
            _put_beside(db, recorded, name, "explanation", party, words, None)
        case _:
            raise ValueError(f"no act of a document: {act}")


def _circulate(db: sqlite3.Connection, recorded: Act, act: a.DraftCirculated) -> None:
    insert(
        db,
        "circulation",
        position=recorded.position,
        document=recorded.stream,
        on_day=recorded.on,
        until=act.until,
        parties=json(act.parties),
        reading=act.reading,
        languages=json(act.languages),
        note=json(act.note),
    )


def _answer(
    db: sqlite3.Connection,
    recorded: Act,
    party: str,
    answers: tuple[a.ParagraphAnswer, ...],
) -> None:
    """Answers belong to the last circulation; a later one to the same paragraph replaces it."""
    sql = "SELECT max(position) FROM circulation WHERE document = ?"
    circulation = one(db, sql, recorded.stream) or 0
    said: dict[str, Cell] = {
        "document": recorded.stream,
        "on_day": recorded.on,
        "position": recorded.position,
    }
    for given in answers:
        key = {"circulation": circulation, "party": party, "unit": given.unit}
        upsert(db, "answer", key, answer=given.answer, words=json(given.words), **said)


def _open(db: sqlite3.Connection, recorded: Act, act: a.SilenceOpened) -> None:
    insert(
        db,
        "silence",
        silence=act.silence,
        document=recorded.stream,
        meeting=act.meeting,
        until=act.until,
        title=json(act.title),
        parties=json(act.parties),
        reading=act.reading,
        article=act.article,
        link=act.link,
        confidence=act.confidence,
        state="running",
        opened_on=recorded.on,
        position=recorded.position,
    )


def _break(db: sqlite3.Connection, act: a.SilenceBroken) -> None:
    update(
        db,
        "silence",
        {"silence": act.silence},
        state="broken",
        broken_by=act.party,
        how=act.how,
        broken_at=act.at,
        reason=json(act.reason),
        amendment=act.amendment,
    )


def _vote(db: sqlite3.Connection, recorded: Act, key: dict[str, Cell], *, kept: bool) -> None:
    reading = one(db, "SELECT reading FROM document WHERE document = ?", recorded.stream)
    key = {"document": recorded.stream, **key}
    cells = {"reading": reading, "kept": int(kept), "position": recorded.position}
    upsert(db, "separate_vote", key, **cells)


def _put_beside(
    db: sqlite3.Connection,
    recorded: Act,
    name: str,
    kind: str,
    party: str,
    words: a.Words,
    unit: str | None,
) -> None:
    insert(
        db,
        "beside",
        beside=name,
        document=recorded.stream,
        kind=kind,
        party=party,
        words=json(words),
        unit=unit,
        on_day=recorded.on,
        position=recorded.position,
    )
