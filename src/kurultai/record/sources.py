"""Sources: what verify reads, a data directory or an exported copy, both without writing.

A source says by ``fault(position, what)`` what it finds wrong while it reads.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

import msgspec

from kurultai.record.checkpoint import Checkpoint
from kurultai.record.codec import Head
from kurultai.record.highwater import mark_path, read_mark
from kurultai.record.keys import vkey_path
from kurultai.record.note import BadNote, Verifier
from kurultai.record.stored import FORMAT, SCHEMA, TRIGGERS, Opening
from kurultai.record.tiles import ENTRIES, WIDTH, Tile, tiles_of

Fault = Callable[[int | None, str], None]
HASH = 32  # bytes


# A damaged file may give a value of any type, whatever its table says: the casts keep to one.
_ENTRIES = """SELECT CAST(entry.position AS INTEGER), payload.position, CAST(entry AS BLOB),
    CAST(head_salt AS BLOB), CAST(head AS BLOB), CAST(body_salt AS BLOB), CAST(body AS BLOB)
    FROM entry LEFT JOIN payload USING (position) ORDER BY entry.position"""
_INDEX = """SELECT CAST(position AS INTEGER), CAST(stream AS BLOB), CAST(version AS INTEGER),
    CAST(command AS BLOB) FROM act ORDER BY position"""
_HASHES = """SELECT CAST(level AS INTEGER), CAST(number AS INTEGER), CAST(hash AS BLOB)
    FROM hash ORDER BY level, number"""
_NOTES = "SELECT CAST(size AS INTEGER), CAST(note AS BLOB) FROM checkpoint ORDER BY size"


class Source(Protocol):
    """Something to verify."""

    vkey: Path
    blobs: Path
    fault: Fault

    def notes(self) -> Sequence[bytes]:
        """The signed checkpoints, by size."""

    def marks(self, verifier: Verifier) -> Sequence[Checkpoint]:
        """Checkpoints kept elsewhere, which the record must reach."""

    def rows(self) -> Iterator[tuple[bytes, Opening]]:
        """Every entry in order."""

    def check_head(self, position: int, head: Head) -> None:
        """Compare what else is kept about an act with its head."""

    def check_hashes(self, levels: Sequence[bytes]) -> None:
        """Compare the hashes kept, level by level, with those of the entries."""

    def close(self) -> None:
        """Close what was opened."""


class Kept:
    """A data directory."""

    def __init__(self, directory: Path, fault: Fault) -> None:
        """Read the record in that directory as it is now."""
        self.vkey, self.blobs, self.fault = vkey_path(directory), directory / "blobs", fault
        self._directory = directory
        self._read = 0
        self._index: Iterator[tuple[Any, ...]] = iter(())
        # Read before the snapshot below: what is marked later may be missing from it.
        self._mark = mark_path(directory).is_file() and mark_path(directory).read_bytes()
        self._db = open_for_reading(directory / "record.db")

    def notes(self) -> Sequence[bytes]:
        """Every checkpoint in the database."""
        found = []
        for size, note in self._rows(_NOTES):
            found.append(note)
            if note.split(b"\n", 2)[1:2] != [b"%d" % size]:
                self.fault(None, f"the checkpoint of {size} acts is of another size")
        return found

    def marks(self, verifier: Verifier) -> Sequence[Checkpoint]:
        """The high-water mark."""
        try:
            return [read_mark(self._directory, verifier)]
        except (FileNotFoundError, BadNote) as error:
            self.fault(None, f"the high-water mark is missing or damaged: {error}")
            return []

    def rows(self) -> Iterator[tuple[bytes, Opening]]:
        """The entries with their payloads."""
        self._check_database()
        self._index = self._rows(_INDEX)
        for expected, (position, payload, *rest) in enumerate(self._rows(_ENTRIES), 1):
            if position != expected:
                self.fault(expected, "the entry is missing")
                return
            if payload is None:
                self.fault(position, "the row of its payloads is missing")
            self._read = position
            yield rest[0], Opening(*rest[1:])

    def check_head(self, position: int, head: Head) -> None:
        """The index by which streams and commands are found must say what the head says."""
        said = (position, head.stream.encode(), head.version, head.command.encode())
        for found in self._index:
            if found[0] < position:
                continue  # its head was withheld
            if found != said:
                self.fault(position, "its stream, version or command is not what its head says")
            return
        self.fault(position, "it is missing from the index of streams")

    def check_hashes(self, levels: Sequence[bytes]) -> None:
        """The table of hashes."""
        kept = {(level, number): found for level, number, found in self._rows(_HASHES)}
        for level, hashes in enumerate(levels):
            for number in range(len(hashes) // HASH):
                if kept.pop((level, number), None) != _nth(hashes, number):
                    self.fault(
                        (number + 1) * WIDTH**level,
                        f"the hash kept of it (level {level}, number {number}) is another",
                    )
        for level, number in kept:
            self.fault(None, f"a hash of nothing is kept (level {level}, number {number})")

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def _check_database(self) -> None:
        """The database must be whole, and guard what is recorded as it was made to."""
        for (said,) in self._rows("PRAGMA integrity_check(10)"):
            if said != b"ok":
                self.fault(None, f"the database is damaged: {said.decode(errors='replace')}")
        if [row[0] for row in self._rows("PRAGMA user_version")] != [FORMAT]:
            self.fault(None, "the database is of another format")
        made = {row[0] for row in self._rows("SELECT sql FROM sqlite_master")}
        if not made:
            return  # it cannot be read, which has been said
        for statement in (*SCHEMA.strip().rstrip(";").split(";\n"), *TRIGGERS):
            if statement.strip().encode() not in made:
                name = statement.split("(")[0].split(" BEFORE")[0].strip()
                self.fault(None, f"the database is not made as it should be: {name}")

    def _rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._db.execute(sql)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # messages can be damaged too
            self.fault(None, f"the database cannot be read after position {self._read}: {error}")


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A line of acts.jsonl: what the entry at a position commits to. Salts are in hexadecimal."""

    position: int
    body: str | None = None
    body_salt: str | None = None
    head: str | None = None
    head_salt: str | None = None


class Exported:
    """An exported copy."""

    def __init__(self, directory: Path, fault: Fault) -> None:
        """Read the copy in that directory."""
        self.vkey, self.blobs, self.fault = directory / "vkey", directory / "blobs", fault
        self._directory = directory
        self._size = 0

    def notes(self) -> Sequence[bytes]:
        """The one checkpoint."""
        return [(self._directory / "checkpoint").read_bytes()]

    def marks(self, verifier: Verifier) -> Sequence[Checkpoint]:
        """None: a copy knows only itself."""
        del verifier
        return []

    def rows(self) -> Iterator[tuple[bytes, Opening]]:
        """The entries of the bundles, each with its line."""
        path = self._directory / "acts.jsonl"
        if not path.is_file():
            self.fault(None, "acts.jsonl is missing, so that no act could be read")
            for entry in self._entries():
                self._size += 1
                yield entry, _WITHHELD
            return
        with path.open("rb") as lines:
            for entry in self._entries():
                self._size += 1
                yield entry, self._opening(self._size, lines.readline())
            if lines.read(1):
                self.fault(None, f"acts.jsonl has more lines than there are acts ({self._size})")

    def check_head(self, position: int, head: Head) -> None:
        """Nothing else is kept about an act in a copy."""

    def check_hashes(self, levels: Sequence[bytes]) -> None:
        """The tiles, and that no file stands among them that is none."""
        expected = {tile.path for tile in tiles_of(self._size)}
        for tile in tiles_of(self._size):
            if tile.level != ENTRIES:
                self._check_tile(tile, levels[tile.level])
        for path in sorted((self._directory / "tile").rglob("*")):
            name = path.relative_to(self._directory).as_posix()
            if path.is_file() and name not in expected:
                self.fault(None, f"{name} is no tile of a record of {self._size} acts")

    def close(self) -> None:
        """Nothing is open."""

    def _entries(self) -> Iterator[bytes]:
        for tile in tiles_of(self._claimed_size()):
            if tile.level != ENTRIES:
                return
            start = tile.number * WIDTH
            try:
                entries = _unbundled((self._directory / tile.path).read_bytes())
            except (OSError, ValueError) as error:
                self.fault(start + 1, f"{tile.path} cannot be read: {error}")
                return
            yield from entries
            if len(entries) != tile.width:
                self.fault(start + 1, f"{tile.path} holds {len(entries)} entries")
                return

    def _claimed_size(self) -> int:
        """The size in the checkpoint; whether it is signed is checked elsewhere."""
        try:
            return int((self._directory / "checkpoint").read_bytes().split(b"\n", 2)[1])
        except (IndexError, ValueError):
            self.fault(None, "the checkpoint names no size, so that no act could be checked")
            return 0

    def _opening(self, position: int, data: bytes) -> Opening:
        """What a line says, strictly: one form of line for one opening."""
        try:
            line = _line.decode(data)
            opening = Opening(
                _unhex(line.head_salt),
                None if line.head is None else line.head.encode(),
                _unhex(line.body_salt),
                None if line.body is None else line.body.encode(),
            )
        except ValueError as error:
            self.fault(position, f"its line in acts.jsonl cannot be read: {error}")
            return _WITHHELD
        if line.position != position:
            self.fault(position, f"in its place acts.jsonl has act {line.position}")
            return _WITHHELD
        if write_line(position, opening) != data:
            self.fault(position, "its line in acts.jsonl is not in the canonical form")
        return opening

    def _check_tile(self, tile: Tile, hashes: bytes) -> None:
        start = tile.number * WIDTH * HASH
        due = hashes[start : start + tile.width * HASH]
        try:
            found = (self._directory / tile.path).read_bytes()
        except OSError as error:
            self.fault(None, f"{tile.path} cannot be read: {error}")
            return
        if found != due:
            number = next((n for n in range(tile.width) if _nth(found, n) != _nth(due, n)), 0)
            position = (tile.number * WIDTH + number + 1) * WIDTH**tile.level
            self.fault(position, f"{tile.path} is not what the entries make (hash {number})")


def write_line(position: int, opening: Opening) -> bytes:
    """The line of acts.jsonl for an act."""
    return (
        _encoder.encode(
            Line(
                position=position,
                body=_text(opening.body),
                body_salt=_hex(opening.body_salt),
                head=_text(opening.head),
                head_salt=_hex(opening.head_salt),
            )
        )
        + b"\n"
    )


def open_for_reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, on which everything read was true together."""
    if not path.is_file():
        raise FileNotFoundError(f"There is no record in {path.parent}.")
    log = path.with_name(path.name + "-wal")
    if not (log.exists() and log.stat().st_size):
        # The file is all there is, and it may lie where nobody can write.
        return _reading(path, "mode=ro&immutable=1")
    db = _reading(path, "mode=ro")
    try:
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _NO_INDEX:
            db.close()
            return _reading_a_copy(path, log)
    return db


def _reading(path: Path, how: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{how}"
    db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    db.text_factory = bytes
    db.execute("PRAGMA query_only = ON")
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("BEGIN")
    return db


def _reading_a_copy(path: Path, log: Path) -> sqlite3.Connection:
    """To read a log SQLite needs an index beside it, which it cannot make where none may write."""
    with TemporaryDirectory() as directory:
        copy = Path(directory) / path.name
        shutil.copyfile(path, copy)
        shutil.copyfile(log, copy.with_name(log.name))
        db = _reading(copy, "mode=ro")
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()  # now it holds its files open
    return db


_NO_INDEX = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
_line = msgspec.json.Decoder(Line)
_encoder = msgspec.json.Encoder()
_WITHHELD = Opening(None, None, None, None)


def _unbundled(data: bytes) -> list[bytes]:
    """The entries of a bundle; ValueError if it ends in the middle of one."""
    entries, at = [], 0
    while at < len(data):
        end = at + 2 + int.from_bytes(data[at : at + 2], "big")
        if end > len(data):
            raise ValueError("it ends in the middle of an entry")
        entries.append(data[at + 2 : end])
        at = end
    return entries


def _nth(hashes: bytes, number: int) -> bytes:
    return hashes[number * HASH : (number + 1) * HASH]


def _hex(data: bytes | None) -> str | None:
    return None if data is None else data.hex()


def _unhex(text: str | None) -> bytes | None:
    return None if text is None else bytes.fromhex(text)


def _text(data: bytes | None) -> str | None:
    return None if data is None else data.decode()
