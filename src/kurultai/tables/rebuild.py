"""Rebuild: the tables from the acts alone, beside the present ones, compared or swapped in."""

import sqlite3
from collections.abc import Iterable, Iterator

from kurultai.record.act import Act
from kurultai.tables.project import make_tables, project, table_names
from kurultai.tables.schema import VERSION


def current(db: sqlite3.Connection) -> bool:
    """True if the read tables are there and of this release's version."""
    made = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'table_version'").fetchone()
    return bool(made) and db.execute("SELECT version FROM table_version").fetchone()[0] == VERSION


def fold(acts: Iterable[Act]) -> sqlite3.Connection:
    """The tables that the acts make, in memory."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("BEGIN")
    make_tables(db)
    for act in acts:
        project(db, act)
    db.execute("COMMIT")
    return db


def swap(db: sqlite3.Connection, acts: Iterable[Act]) -> int:
    """Drop the tables and fold them anew in the caller's transaction; how many acts.

    If we crash before the commit, the old tables stand as they were.
    """
    for name in _present(db):
        db.execute(f"DROP TABLE {name}")
    make_tables(db)
    count = 0
    for act in acts:
        project(db, act)
        count += 1
    return count


def _present(db: sqlite3.Connection) -> list[str]:
    """Ours and those of an earlier version: every table that is not the record's."""
    rows = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return [name for (name,) in rows if name in table_names()]


def differences(shown: sqlite3.Connection, folded: sqlite3.Connection) -> Iterator[str]:
    """A line for each row in which the tables shown are not what the acts make."""
    for table in table_names():
        here, there = _rows(shown, table), _rows(folded, table)
        yield from (f"{table}: shown, but no act says so: {row}" for row in sorted(here - there))
        yield from (
            f"{table}: an act says so, but not shown: {row}" for row in sorted(there - here)
        )


def _rows(db: sqlite3.Connection, table: str) -> set[str]:
    return {repr(row) for row in db.execute(f"SELECT * FROM {table}")}  # noqa: S608
