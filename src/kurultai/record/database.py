"""The database file of a record: how it is locked, made, set, and given entries."""

import fcntl
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from kurultai.record.blobs import sync_directory
from kurultai.record.codec import Head
from kurultai.record.stored import FORMAT, SCHEMA, TRIGGERS, Opening, Stored
from kurultai.record.tiles import WIDTH
from kurultai.record.tree import Frontier, leaf_hash, perfect_root

SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: NORMAL loses acknowledged acts when the power fails
    "foreign_keys": 1,
    "busy_timeout": 5000,  # ms
    "cache_size": -16000,  # KiB
    "temp_store": 2,  # memory
    "trusted_schema": 0,
    "secure_delete": 1,  # an erased payload leaves no bytes behind
    "wal_autocheckpoint": 0,  # `tidy` does it: SQLite's own would pass over a failing disk
}


class CannotOpen(Exception):  # noqa: N818 - an answer to the operator, as Refused is to a clerk
    """The record cannot be written to now; the message says what to do."""


class NoRecord(CannotOpen):
    """There is no record in the directory."""


class NoKey(CannotOpen):
    """The record is there and can be verified; the key to go on with it is not."""


class InUse(CannotOpen):
    """Another process writes this record."""


class Damaged(CannotOpen):
    """The record contradicts itself."""


class RolledBack(CannotOpen):
    """The record is shorter than, or other than, what was acknowledged here before."""


def take_lock(directory: Path) -> int:
    """The lock of a directory, held until it is closed or the process ends; InUse if it is held."""
    handle = os.open(directory / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        raise InUse(f"Another process writes the record in {directory}. Stop it first.") from error
    return handle


def make_database(
    directory: Path, note: bytes, fill: Callable[[sqlite3.Connection], None] = lambda _: None
) -> sqlite3.Connection:
    """A database with a record in it whose checkpoint is the note; all of it or nothing.

    If we die on the way, the file stays without a format, and is taken for no record.
    """
    path = directory / "record.db"
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    db = connect(path, "rw")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("BEGIN IMMEDIATE")
    for statement in (*SCHEMA.strip().split(";\n"), *TRIGGERS):
        db.execute(statement)
    fill(db)
    db.execute("INSERT INTO checkpoint VALUES ((SELECT count(*) FROM entry), ?)", (note,))
    db.execute(f"PRAGMA user_version = {FORMAT}")
    db.execute("COMMIT")
    sync_directory(directory)
    settle(db)
    return db


def enter(
    db: sqlite3.Connection, frontier: Frontier, entry: bytes, head: Head, opening: Opening
) -> Frontier:
    """The frontier with an entry more, once its rows and the hashes it completes are written."""
    position, leaf = frontier.size + 1, leaf_hash(entry)
    db.execute("INSERT INTO entry VALUES (?, ?)", (position, entry))
    db.execute(
        "INSERT INTO act VALUES (?, ?, ?, ?)",
        (position, head.stream, head.version, head.command),
    )
    db.execute("INSERT INTO payload VALUES (?, ?, ?, ?, ?)", (position, *opening))
    db.execute("INSERT INTO hash VALUES (0, ?, ?)", (frontier.size, leaf))
    level, size = 0, position
    while size % WIDTH == 0:
        below = Stored(db).hashes(level, size - WIDTH, size)
        level, size = level + 1, size // WIDTH
        db.execute("INSERT INTO hash VALUES (?, ?, ?)", (level, size - 1, perfect_root(below)))
    return frontier.append(leaf)


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection whose transactions begin and end where we say, in SQLite's mode of opening."""
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )


def settle(db: sqlite3.Connection) -> None:
    """Set what the record relies on, and see that it is set; Damaged if it is no record."""
    if db.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
        raise NoRecord("This record was never finished, or is of another format.")
    for name, value in SETTINGS.items():
        db.execute(f"PRAGMA {name} = {value}")
    for name, value in SETTINGS.items():
        found = db.execute(f"PRAGMA {name}").fetchone()[0]
        if found != value:
            raise CannotOpen(f"SQLite does not take {name} = {value}: it says {found}.")
