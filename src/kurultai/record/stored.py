"""Stored: a record's rows read over any connection, and what is made from them on demand."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kurultai.record.act import Act
from kurultai.record.codec import read_act
from kurultai.record.tiles import Tile, read_path, subtrees, tile_bytes
from kurultai.record.tree import Frontier, frontier_at

FORMAT = 1  # of the tables below; stands in the file as user_version

SCHEMA = """
CREATE TABLE entry (position INTEGER PRIMARY KEY, entry BLOB NOT NULL) STRICT;
CREATE TABLE act (
    position INTEGER PRIMARY KEY REFERENCES entry, stream TEXT NOT NULL,
    version INTEGER NOT NULL, command TEXT NOT NULL, UNIQUE (stream, version)
) STRICT;
CREATE INDEX act_of_command ON act (command, position);
CREATE TABLE payload (
    position INTEGER PRIMARY KEY REFERENCES entry,
    head_salt BLOB, head BLOB, body_salt BLOB, body BLOB
) STRICT;
CREATE TABLE hash (
    level INTEGER NOT NULL, number INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32), PRIMARY KEY (level, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE checkpoint (size INTEGER PRIMARY KEY, note BLOB NOT NULL) STRICT;
"""
TABLES = ("entry", "act", "payload", "hash", "checkpoint")
# The triggers guard against mistakes. Against whoever owns the file, the copies others hold do.
_FINAL = ("entry", "act", "hash", "checkpoint")
TRIGGERS = (
    *(
        f"""CREATE TRIGGER {table}_is_final_{event.lower()} BEFORE {event} ON {table}
            BEGIN SELECT raise(ABORT, 'what is on the record stands'); END"""
        for table in _FINAL
        for event in ("UPDATE", "DELETE")
    ),
    """CREATE TRIGGER payload_is_kept BEFORE DELETE ON payload
       BEGIN SELECT raise(ABORT, 'what is on the record stands'); END""",
    # A payload may be erased where the law asks for it, salt and all; it may not be changed.
    """CREATE TRIGGER payload_may_only_go BEFORE UPDATE ON payload WHEN
         NEW.position IS NOT OLD.position
         OR NOT ((NEW.head IS OLD.head AND NEW.head_salt IS OLD.head_salt)
                 OR (NEW.head IS NULL AND NEW.head_salt IS NULL))
         OR NOT ((NEW.body IS OLD.body AND NEW.body_salt IS OLD.body_salt)
                 OR (NEW.body IS NULL AND NEW.body_salt IS NULL))
       BEGIN SELECT raise(ABORT, 'a payload can be erased, not changed'); END""",
)
_ACTS = """SELECT position, entry, head, body FROM {} JOIN entry USING (position)
           JOIN payload USING (position) WHERE head IS NOT NULL AND body IS NOT NULL"""


class Opening(NamedTuple):
    """What an entry commits to; None where it is withheld."""

    head_salt: bytes | None
    head: bytes | None
    body_salt: bytes | None
    body: bytes | None


class Stored:
    """A record in a database that somebody else opened and will close."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Read over that connection."""
        self._db = db

    def size(self) -> int:
        """How many entries there are."""
        row = self._db.execute("SELECT coalesce(max(position), 0) FROM entry").fetchone()
        return int(row[0])

    def entries(self, start: int, stop: int) -> Sequence[bytes]:
        """The entries with index start to before stop (an index is a position less one)."""
        sql = "SELECT entry FROM entry WHERE position > ? AND position <= ? ORDER BY position"
        return [row[0] for row in self._db.execute(sql, (start, stop))]

    def hashes(self, level: int, start: int, stop: int) -> Sequence[bytes]:
        """The hashes of a level of tiles numbered start to before stop."""
        sql = "SELECT hash FROM hash WHERE level = ? AND number >= ? AND number < ? ORDER BY number"
        return [row[0] for row in self._db.execute(sql, (level, start, stop))]

    def frontier(self, size: int) -> Frontier:
        """The frontier over the first entries; their hashes must be there."""
        return frontier_at(size, subtrees(self.hashes))

    def checkpoint(self) -> bytes:
        """The latest signed checkpoint."""
        sql = "SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1"
        return bytes(self._db.execute(sql).fetchone()[0])

    def tile(self, path: str) -> bytes | None:
        """The file that C2SP tlog-tiles lays at a path; None if there is none."""
        tile: Tile | None = read_path(path)
        return None if tile is None else tile_bytes(self, tile)

    def opening(self, position: int) -> Opening:
        """What the entry at a position commits to."""
        sql = "SELECT head_salt, head, body_salt, body FROM payload WHERE position = ?"
        return Opening(*self._db.execute(sql, (position,)).fetchone())

    def acts(self) -> Iterator[Act]:
        """Every act in order; one whose payload was erased can be told no more."""
        for row in self._db.execute(f"{_ACTS.format('act')} ORDER BY position"):
            yield read_act(*row)

    def stream(self, stream: str, after_version: int) -> Iterator[Act]:
        """The acts of a stream in order, after a version."""
        sql = f"{_ACTS.format('act')} AND stream = ? AND version > ? ORDER BY version"
        for row in self._db.execute(sql, (stream, after_version)):
            yield read_act(*row)
