"""Connections for reading: one a thread, unable to write, one transaction a reading."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Readers:
    """The reading connections to a record's tables."""

    def __init__(self, directory: Path) -> None:
        """Read the record in that directory."""
        self._path = directory / "record.db"
        self._here = threading.local()
        self._all: list[sqlite3.Connection] = []

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection on which everything read until the end was true together."""
        db = self._connection()
        if db.in_transaction:  # a reading within a reading sees what the outer one sees
            yield db
            return
        db.execute("BEGIN")
        try:
            yield db
        finally:
            db.execute("ROLLBACK")

    def close(self) -> None:
        """Close every connection."""
        for db in self._all:
            db.close()

    def _connection(self) -> sqlite3.Connection:
        db: sqlite3.Connection | None = getattr(self._here, "db", None)
        if db is None:
            db = sqlite3.connect(
                f"{self._path.absolute().as_uri()}?mode=ro",
                uri=True,
                isolation_level=None,
                check_same_thread=False,
            )
            # Only the writer checkpoints: two connections that do can meet SQLite's WAL-reset bug.
            for pragma in ("query_only = ON", "wal_autocheckpoint = 0", "busy_timeout = 5000"):
                db.execute(f"PRAGMA {pragma}")
            self._here.db = db
            self._all.append(db)
        return db
