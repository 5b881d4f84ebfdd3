"""The tables of what follows from adopted texts: commitments, reports, imports, and counts."""

import sqlite3
from collections.abc import Iterable

import msgspec

from kurultai.procedure import acts as a
from kurultai.procedure.following.commitment import reported_state
from kurultai.procedure.register import first_day
from kurultai.record.act import Act
from kurultai.tables.rows import Cell, audience_id, insert, json, one, update

_NAMES = msgspec.json.Decoder(tuple[str, ...])


def project_commitment(db: sqlite3.Connection, recorded: Act, act: a.ActBody) -> None:
    """Write what an act of a commitment changes."""
    name = recorded.stream
    match act:
        case a.CommitmentMade():
            _make(db, recorded, act)
        case a.CommitmentDescribed(undertaking=undertaking):
            _count(db, name, -1)
            update(db, "commitment", {"commitment": name}, **_carried(undertaking))
            _tag(db, name, undertaking.tags)
            _count(db, name, 1)
        case a.ReportMade():
            _report(db, recorded, act)
        case a.CommitmentSuperseded(by=by, reason=reason):
            _pass(db, recorded, "superseded", superseded_by=by, reason=json(reason))
        case a.CommitmentStruck(reason=reason):
            _strike(db, recorded, json(reason))
        case a.CommitmentReminded(party=party):
            key: dict[str, Cell] = {"position": recorded.position, "commitment": name}
            insert(db, "reminder", **key, party=party, on_day=recorded.on)
            update(db, "commitment", {"commitment": name}, reminded_on=recorded.on)
        case _:
            raise ValueError(f"no act of a commitment: {act}")


def project_import(
    db: sqlite3.Connection, recorded: Act, act: a.CommitmentsImported | a.ImportUndone
) -> None:
    """Write that lines of a file were taken over under a text, or taken back."""
    match act:
        case a.CommitmentsImported():
            insert(
                db,
                "import",
                imported=act.imported,
                document=recorded.stream,
                name=act.name,
                digest=act.digest,
                lines=act.lines,
                on_day=recorded.on,
                made_by=recorded.actor,
                position=recorded.position,
            )
        case a.ImportUndone(imported=imported, reason=reason):
            key: dict[str, Cell] = {"imported": imported}
            update(db, "import", key, undone_on=recorded.on, reason=json(reason))


def mark_commitments(db: sqlite3.Connection, document: str, audience: int) -> None:
    """What follows from a text is for those whom the text is for."""
    named = db.execute("SELECT commitment FROM commitment WHERE document = ?", (document,))
    names = [name for (name,) in named]
    for name in names:
        _count(db, name, -1)
    update(db, "commitment", {"document": document}, audience_id=audience)
    for name in names:
        _count(db, name, 1)


def _make(db: sqlite3.Connection, recorded: Act, act: a.CommitmentMade) -> None:
    carried = act.undertaking or a.Undertaking(due=act.due, tags=act.tags)
    insert(
        db,
        "commitment",
        commitment=act.commitment,
        document=act.document,
        unit=act.unit,
        number=act.number,
        party=act.party,
        meeting=act.meeting,
        series=act.series,
        words=json(act.words),
        state=act.state,
        made_on=recorded.on,
        proposed_by=json(act.proposed_by),
        imported=act.imported,
        audience_id=audience_id(db, recorded.audience),
        **_carried(carried),
    )
    _tag(db, act.commitment, carried.tags)
    _span(db, recorded, act.state)
    _count(db, act.commitment, 1)


def _carried(undertaking: a.Undertaking) -> dict[str, Cell]:
    return {
        "action": undertaking.action,
        "lead": undertaking.lead,
        "owner": json(undertaking.owner),
        "due": undertaking.due,
        "review": undertaking.review,
        "until": undertaking.until,
        "indicator": json(undertaking.indicator),
        "milestones": json(undertaking.milestones),
        "tags": json(undertaking.tags),
    }


def _report(db: sqlite3.Connection, recorded: Act, act: a.ReportMade) -> None:
    state = reported_state(act.state)
    insert(
        db,
        "report",
        report=act.report,
        commitment=recorded.stream,
        state=state,
        words=json(act.words),
        evidence=act.evidence,
        links=json(act.links),
        files=json(act.files),
        happened=act.happened,
        milestones=json(act.milestones),
        made_by=recorded.actor,
        on_day=recorded.on,
        position=recorded.position,
    )
    kept = one(db, "SELECT reached FROM commitment WHERE commitment = ?", recorded.stream)
    reached = json(tuple(dict.fromkeys((*_NAMES.decode(kept), *act.milestones))))
    _pass(db, recorded, state, reported_on=recorded.on, reached=reached)


def _pass(db: sqlite3.Connection, recorded: Act, state: str, **cells: Cell) -> None:
    """The commitment passes into a state, from the day of the act."""
    db.execute(_MOVE, {"commitment": recorded.stream, "to": state})
    db.execute(_NONE_LEFT)
    update(db, "commitment", {"commitment": recorded.stream}, state=state, **cells)
    _span(db, recorded, state)


def _strike(db: sqlite3.Connection, recorded: Act, reason: str) -> None:
    _count(db, recorded.stream, -1)
    key: dict[str, Cell] = {"commitment": recorded.stream}
    update(db, "commitment", key, struck=1, reason=reason)
    db.execute("DELETE FROM commitment_state WHERE commitment = ?", (recorded.stream,))


def _span(db: sqlite3.Connection, recorded: Act, state: str) -> None:
    """The state from the act's day on; what was before ends there.

    So it is with one that is entered late and was earlier: what is entered last holds.
    """
    day = first_day(recorded.on)
    db.execute(_END, {"commitment": recorded.stream, "day": day})
    key: dict[str, Cell] = {"commitment": recorded.stream, "position": recorded.position}
    insert(db, "commitment_state", **key, state=state, since=day)


_END = """
UPDATE commitment_state SET until = :day
WHERE commitment = :commitment AND (until IS NULL OR until > :day)
"""


def _tag(db: sqlite3.Connection, commitment: str, tags: Iterable[str]) -> None:
    db.execute("DELETE FROM commitment_tag WHERE commitment = ?", (commitment,))
    for tag in dict.fromkeys(tags):
        insert(db, "commitment_tag", tag=tag, commitment=commitment)


_HEADINGS = """(
    SELECT '*' AS tag
    UNION ALL SELECT tag FROM commitment_tag WHERE commitment = :commitment
    UNION ALL SELECT '' WHERE NOT EXISTS (
        SELECT 1 FROM commitment_tag JOIN tag USING (tag)
        WHERE commitment = :commitment AND scheme = 'area')
)"""
_COUNT = f"""
INSERT INTO commitment_count (audience_id, series, party, tag, state, count)
SELECT audience_id, series, party, heading.tag, state, :by
FROM commitment JOIN {_HEADINGS} heading
WHERE commitment = :commitment AND NOT struck
ON CONFLICT DO UPDATE SET count = count + :by
"""  # noqa: S608 - of constants alone
_MOVE = f"""
INSERT INTO commitment_count (audience_id, series, party, tag, state, count)
SELECT audience_id, series, party, heading.tag, iif(step.by < 0, state, :to), step.by
FROM commitment JOIN {_HEADINGS} heading JOIN (SELECT -1 AS by UNION ALL SELECT 1) step
WHERE commitment = :commitment AND NOT struck AND state <> :to
ON CONFLICT DO UPDATE SET count = count + excluded.count
"""  # noqa: S608 - of constants alone
_NONE_LEFT = "DELETE FROM commitment_count WHERE count = 0"


def _count(db: sqlite3.Connection, commitment: str, by: int) -> None:
    """Count the commitment, as it stands, under each of its headings, or take it out again."""
    db.execute(_COUNT, {"commitment": commitment, "by": by})
    if by < 0:
        db.execute(_NONE_LEFT)
