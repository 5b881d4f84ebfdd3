"""Project: what an act changes in the read tables. It asks no rule and no clock."""

import sqlite3

from kurultai.procedure.acts import act_of
from kurultai.record.act import Act
from kurultai.tables.documents import project_document
from kurultai.tables.following import project_commitment
from kurultai.tables.meetings import project_meeting
from kurultai.tables.people import project_register
from kurultai.tables.rows import audience_id, insert
from kurultai.tables.schema import TABLES, VERSION

_SUBJECTS = {
    "assembly": project_register,
    "meeting": project_meeting,
    "document": project_document,
    "commitment": project_commitment,
}


def project(db: sqlite3.Connection, recorded: Act) -> None:
    """Write what follows from one act, in the transaction that records it."""
    insert(
        db,
        "minute",
        position=recorded.position,
        at=recorded.at,
        on_day=recorded.on,
        stream=recorded.stream,
        kind=recorded.kind,
        actor=recorded.actor,
        audience_id=audience_id(db, recorded.audience),
    )
    subject = recorded.stream.partition(":")[0]
    _SUBJECTS[subject](db, recorded, act_of(recorded.kind, recorded.body))


def make_tables(db: sqlite3.Connection) -> None:
    """Make the read tables, empty; in the caller's transaction if there is one."""
    for statement in TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)
    db.execute("CREATE TABLE table_version (version INTEGER NOT NULL) STRICT")
    db.execute("INSERT INTO table_version VALUES (?)", (VERSION,))


def table_names() -> tuple[str, ...]:
    """Every read table, in the order of making."""
    made = (line.split()[2] for line in TABLES.splitlines() if line.startswith("CREATE TABLE"))
    return (*made, "table_version")
