"""The record in one SQLite file, written by one process over one connection.

What is true if we die, step by step of a commit:

1. ``begin`` ... ``append``: nothing has happened. SQLite forgets the transaction.
2. ``commit`` signs the new size and root in the same transaction, then COMMIT syncs the log of
   the database. Before the sync is done, nothing has happened; after it, everything has, and
   nobody was told. A repeated command is then known by its id and answered, not repeated.
3. ``raise_mark`` syncs the high-water mark. Before it is done the mark is behind the record, which
   only means that going back to exactly there would not be noticed; opening raises it. It is
   never ahead of what is durable, so a sound record is never refused.
4. Only then are those who wait told. So what was acknowledged is in the database and under the
   mark.
"""

import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import msgspec

from kurultai.record.act import Act, Draft
from kurultai.record.blobs import sync_directory
from kurultai.record.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from kurultai.record.codec import (
    SALT_SIZE,
    Head,
    commitment,
    entry_of,
    payload_of,
    read_act,
    time_of,
)
from kurultai.record.database import (
    CannotOpen,
    Damaged,
    InUse,
    NoKey,
    NoRecord,
    RolledBack,
    connect,
    enter,
    make_database,
    settle,
    take_lock,
)
from kurultai.record.highwater import ORIGIN_LIMIT, HighWater, make_mark, mark_path, read_mark
from kurultai.record.keys import key_path, make_keys, read_key
from kurultai.record.note import BadNote, Signer
from kurultai.record.stored import Opening, Stored
from kurultai.record.tree import EMPTY_ROOT, Frontier

__all__ = ["CannotOpen", "Damaged", "InUse", "NoKey", "NoRecord", "Record", "RolledBack"]

Clock = Callable[[], datetime]
_TIDY_AFTER = 1000  # pages


class Record:
    """The record of one data directory, open for writing."""

    def __init__(
        self, directory: Path, clock: Clock, lock: int, db: sqlite3.Connection, signer: Signer
    ) -> None:
        """Use ``open`` or ``create``."""
        self.directory, self.connection = directory, db
        self._clock, self._lock, self._signer = clock, lock, signer
        self._signed = self._pages = self._rows = 0
        self._stored = Stored(db)
        self._frontier = self._signed_frontier()
        # The name of the log must be durable too, and SQLite passes over it if that fails.
        sync_directory(directory)
        self._mark = self._marked()

    @classmethod
    def create(cls, directory: Path, origin: str, clock: Clock = lambda: datetime.now(UTC)) -> Self:
        """A new, empty record with a key of its own.

        FileExistsError if a record was begun here before: to sign another under an old key, or
        to lose an old key under a new one, must not happen by mistake.
        """
        if len(origin.encode()) > ORIGIN_LIMIT:
            raise ValueError(f"an origin has at most {ORIGIN_LIMIT} bytes")
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = take_lock(directory)
        try:
            signer, note = _begin(directory, origin)
            # Dying before here leaves no record.db: `open` finds no record, the directory may go.
            return cls(directory, clock, lock, make_database(directory, note), signer)
        except BaseException:
            os.close(lock)
            raise

    @classmethod
    def open(cls, directory: Path, clock: Clock = lambda: datetime.now(UTC)) -> Self:
        """The record of a directory; CannotOpen, with what to do, if it must not be written."""
        path = directory / "record.db"
        if not path.is_file():
            raise NoRecord(f"There is no record in {directory}. `kurultai load` makes one.")
        lock = take_lock(directory)
        db = connect(path, "rw")
        try:
            settle(db)
            return cls(directory, clock, lock, db, _signer(directory))
        except BaseException as error:
            db.close()
            os.close(lock)
            if isinstance(error, sqlite3.DatabaseError):
                raise Damaged(f"{path} is damaged: {error}. {_RESTORE}") from error
            raise

    def append(self, drafts: Sequence[Draft], *, actor: str, command: str) -> list[Act]:
        """Record acts in the transaction that is open; TooLarge or Unencodable if one cannot be."""
        at = time_of(self._clock())
        return [self._append(draft, at, actor, command) for draft in drafts]

    def stream(self, stream: str, after_version: int = 0) -> Iterator[Act]:
        """The acts of a stream in order, after a version."""
        return self._stored.stream(stream, after_version)

    def acts(self) -> Iterator[Act]:
        """Every act in order."""
        return self._stored.acts()

    def results_of(self, command: str) -> int | None:
        """The position of the last act that followed from a command; None if none did."""
        row = self.connection.execute(
            "SELECT max(position) FROM act WHERE command = ?", (command,)
        ).fetchone()
        return None if row[0] is None else int(row[0])

    @property
    def size(self) -> int:
        """How many acts there are, those of the open transaction included."""
        return self._frontier.size

    def begin(self) -> None:
        """Open the transaction."""
        self.connection.execute("BEGIN IMMEDIATE")

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """What is recorded inside stands or falls together, and nothing else with it."""
        before = self._frontier
        self.connection.execute("SAVEPOINT command")
        try:
            yield
        except BaseException:
            # Where the disk is full SQLite has already rolled back everything.
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK TO command")
                self.connection.execute("RELEASE command")
            self._frontier = before
            raise
        self.connection.execute("RELEASE command")

    def commit(self) -> bytes | None:
        """Sign what was appended and make it durable; the note signed, or None if none was."""
        note = None
        if self._frontier.size > self._signed:
            checkpoint = Checkpoint(self._signer.name, self._frontier.size, self._frontier.root())
            note = sign_checkpoint(checkpoint, self._signer)
            self.connection.execute("INSERT INTO checkpoint VALUES (?, ?)", (checkpoint.size, note))
        self.connection.execute("COMMIT")
        self._signed = self._frontier.size
        return note

    def raise_mark(self, note: bytes) -> None:
        """Make durable that the record has come so far."""
        self._mark.raise_to(self._frontier.size, note)

    def tidy(self) -> None:
        """Move the log of the database into the database, once it is much.

        No other connection does: two that do can meet the WAL-reset bug of SQLite before 3.51.3.
        """
        self._pages += 8 + (self.connection.total_changes - self._rows) // 8  # about so many
        self._rows = self.connection.total_changes
        if self._pages > _TIDY_AFTER:
            self._pages = 0
            self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()

    def roll_back(self) -> None:
        """Forget the open transaction, and read again how far the record has come."""
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")
        self._frontier = self._signed_frontier()

    def close(self) -> None:
        """Close the record and let another process have it."""
        # Readers may still be there; then SQLite would leave the log as it is. If a disk fails here
        # nothing is lost: all of it is still in the log.
        with suppress(sqlite3.Error):
            self.connection.execute("PRAGMA busy_timeout = 0")
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        self.connection.close()
        self._mark.close()
        os.close(self._lock)

    def _append(self, draft: Draft, at: str, actor: str, command: str) -> Act:
        version = self._version(draft.stream) + 1
        head = Head(
            stream=draft.stream,
            version=version,
            kind=draft.kind,
            actor=actor,
            audience=draft.audience,
            command=command,
            on=draft.on,
        )
        head_bytes, body = payload_of(msgspec.structs.asdict(head)), payload_of(draft.body)
        head_salt, body_salt = secrets.token_bytes(SALT_SIZE), secrets.token_bytes(SALT_SIZE)
        entry = entry_of(at, commitment(head_salt, head_bytes), commitment(body_salt, body))
        opening = Opening(head_salt, head_bytes, body_salt, body)
        self._frontier = enter(self.connection, self._frontier, entry, head, opening)
        # Read back from the bytes, so that what follows now is what would follow from a rebuild.
        return read_act(self._frontier.size, entry, head_bytes, body)

    def _version(self, stream: str) -> int:
        sql = "SELECT coalesce(max(version), 0) FROM act WHERE stream = ?"
        return int(self.connection.execute(sql, (stream,)).fetchone()[0])

    def _signed_frontier(self) -> Frontier:
        """Where the record stands; Damaged unless the latest checkpoint says the same."""
        try:
            signed = open_checkpoint(self._stored.checkpoint(), self._signer.verifier)
        except BadNote as error:
            raise Damaged(
                f"The latest checkpoint is not by our key: {error}. {_RESTORE}"
            ) from error
        frontier = self._frontier_at(signed.size)
        if (self._stored.size(), frontier.root()) != (signed.size, signed.root):
            raise Damaged(
                f"The record is not what its checkpoint of {signed.size} acts says. {_RESTORE}"
            )
        self._signed = signed.size
        return frontier

    def _frontier_at(self, size: int) -> Frontier:
        try:
            return self._stored.frontier(size)
        except (IndexError, ValueError) as error:
            raise Damaged(f"Hashes of the first {size} acts are missing. {_RESTORE}") from error

    def _marked(self) -> HighWater:
        """The high-water mark, raised to where we are; RolledBack if we are below or beside it."""
        try:
            mark = read_mark(self.directory, self._signer.verifier)
        except (FileNotFoundError, BadNote) as error:
            raise RolledBack(
                f"The high-water mark {mark_path(self.directory)} is missing or damaged, so that "
                f"nobody can tell whether this is the newest record. {_OLDER}"
            ) from error
        if mark.size > self.size:
            raise RolledBack(
                f"This record has {self.size} acts, but {mark.size} were acknowledged here. "
                f"{_OLDER}"
            )
        if self._frontier_at(mark.size).root() != mark.root:
            raise RolledBack(
                f"The first {mark.size} acts are not those that were acknowledged here. {_OLDER}"
            )
        high = HighWater.open(self.directory, self._signer.verifier)
        if mark.size < self.size:
            high.raise_to(self.size, self._stored.checkpoint())
        return high


_RESTORE = (
    "`kurultai verify` names what is wrong; `kurultai restore` makes a record from an export."
)
_OLDER = (
    "Going on from it would sign a second history. Put the newer record.db back, or restore the "
    "newest export into a new directory with `kurultai restore`."
)


def _begin(directory: Path, origin: str) -> tuple[Signer, bytes]:
    """The keys of a new record and its first mark, each where nothing was before."""
    for path in (directory / "record.db", key_path(directory), mark_path(directory)):
        if path.exists():
            raise FileExistsError(f"{path} is there already; choose an empty directory")
    sync_directory(directory.parent)
    signer = make_keys(directory, origin)
    note = sign_checkpoint(Checkpoint(origin, 0, EMPTY_ROOT), signer)
    make_mark(directory, note)
    return signer, note


def _signer(directory: Path) -> Signer:
    try:
        return read_key(key_path(directory))
    except FileNotFoundError as error:
        raise NoKey(
            f"This record can be verified, exported and read, but not continued: the signing key "
            f"{key_path(directory)} is missing. Put it there."
        ) from error
    except BadNote as error:
        raise NoKey(f"The signing key {key_path(directory)} is damaged: {error}.") from error
