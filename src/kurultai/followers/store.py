"""outward.db: what is to go out, to whom, and how far each follower has come.

It lies beside the record and is no part of it: no act says a person's address. Its journal is
rolled back, not written ahead, since pages, commands and the followers' thread all write it and
none of them often.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

NAME = "outward.db"
VERSION = 1
TABLES = """
CREATE TABLE letter (
    letter INTEGER PRIMARY KEY, kind TEXT NOT NULL, person TEXT NOT NULL, party TEXT NOT NULL,
    language TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL,
    to_address TEXT NOT NULL, -- of a subscriber; of a person it is looked up when it is sent
    unsubscribe TEXT NOT NULL, -- where a subscriber ends it, if it is to one
    state TEXT NOT NULL, made_at TEXT NOT NULL, decided_by TEXT NOT NULL DEFAULT '',
    decided_at TEXT NOT NULL DEFAULT '', sent_at TEXT NOT NULL DEFAULT '',
    tries INTEGER NOT NULL DEFAULT 0, next_at TEXT NOT NULL DEFAULT '',
    trouble TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX letter_state ON letter (state, next_at);
CREATE TABLE address (
    person TEXT PRIMARY KEY, address TEXT NOT NULL, set_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE token (
    token INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, -- SHA-256 of what its holder keeps
    person TEXT NOT NULL, name TEXT NOT NULL, scopes TEXT NOT NULL, version TEXT NOT NULL,
    made_at TEXT NOT NULL, until TEXT NOT NULL, used_on TEXT NOT NULL DEFAULT '',
    revoked_at TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX token_person ON token (person);
CREATE TABLE subscriber (
    subscriber INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE, language TEXT NOT NULL,
    series TEXT NOT NULL, areas TEXT NOT NULL, kinds TEXT NOT NULL, -- JSON; empty: all
    secret TEXT NOT NULL UNIQUE, state TEXT NOT NULL, asked_at TEXT NOT NULL,
    position INTEGER NOT NULL -- of the record, up to which they were told
) STRICT;
CREATE TABLE hook (
    hook INTEGER PRIMARY KEY, url TEXT NOT NULL, base TEXT NOT NULL, secret TEXT NOT NULL,
    kinds TEXT NOT NULL, state TEXT NOT NULL, made_by TEXT NOT NULL, made_at TEXT NOT NULL,
    position INTEGER NOT NULL, -- of the record, up to which it was told
    tries INTEGER NOT NULL DEFAULT 0, next_at TEXT NOT NULL DEFAULT '',
    trouble TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE call (
    call INTEGER PRIMARY KEY, hook INTEGER NOT NULL, position INTEGER NOT NULL,
    kind TEXT NOT NULL, at TEXT NOT NULL, status INTEGER NOT NULL, -- 0: nobody answered
    trouble TEXT NOT NULL
) STRICT;
CREATE INDEX call_hook ON call (hook, call);
"""


@contextmanager
def outward(directory: Path) -> Iterator[sqlite3.Connection]:
    """The database, in one transaction that is kept unless an error leaves it."""
    db = _opened(directory / NAME)
    try:
        db.execute("BEGIN IMMEDIATE")
        if db.execute("PRAGMA user_version").fetchone()[0] == 0:
            _make(db)
        yield db
        db.execute("COMMIT")
    finally:
        db.close()  # which takes back what was not kept


@contextmanager
def looking(directory: Path) -> Iterator[sqlite3.Connection]:
    """The database as it is, for reading: empty as long as nothing was kept in it."""
    path = directory / NAME
    db = _connected(path) if path.exists() else _connected(":memory:")
    try:
        if db.execute("PRAGMA user_version").fetchone()[0] == 0:
            _make(db)
        db.execute("PRAGMA query_only = ON")
        db.execute("BEGIN")
        yield db
    finally:
        db.close()


def now() -> str:
    """This instant, as it is kept."""
    return written(datetime.now(UTC))


def written(at: datetime) -> str:
    """An instant in UTC, such that instants sort as texts."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _opened(path: Path) -> sqlite3.Connection:
    if not path.exists():
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))  # it holds people's addresses
    return _connected(path)


def _connected(path: Path | str) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=10, isolation_level=None)
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA synchronous = FULL")
    return db


def _make(db: sqlite3.Connection) -> None:
    for statement in TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)
    db.execute(f"PRAGMA user_version = {VERSION}")
