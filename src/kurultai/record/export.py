"""Export and restore: the whole record as plain files that anyone can check, and back.

A copy holds ``checkpoint`` and ``tile/`` byte for byte as C2SP tlog-tiles lays them out, ``vkey``,
``acts.jsonl`` with what each entry commits to, and ``blobs/``. It never holds the signing key.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from kurultai.record.blobs import blob_path, keep_blob, sync_directory, write_durably
from kurultai.record.codec import Head, files_in, read_body, read_head
from kurultai.record.database import enter, make_database, take_lock
from kurultai.record.highwater import make_mark
from kurultai.record.keys import keep_keys, keep_verifier, read_key, read_vkey, vkey_path
from kurultai.record.note import Signer, Verifier
from kurultai.record.sources import Exported, open_for_reading, write_line
from kurultai.record.stored import Opening, Stored
from kurultai.record.tiles import tile_bytes, tiles_of
from kurultai.record.tree import Frontier
from kurultai.record.verify import Report, verify

_WITHHELD = Opening(None, None, None, None)


class Refuted(Exception):  # noqa: N818 - an answer: what was found speaks against the record
    """The record or copy has faults, so that nothing was made from it."""

    def __init__(self, report: Report) -> None:
        """Refuse because of that report."""
        super().__init__(f"{report.fault_count} faults, the first: {report.faults[0]}")
        self.report = report


class NotWhole(Exception):  # noqa: N818
    """A copy from which heads are withheld cannot become a record."""


def export(directory: Path, target: Path, shown: Callable[[Head], bool] = lambda _: True) -> Report:
    """Write a copy of the record into a new directory, check it, and say what was found.

    Of acts for whose head ``shown`` is false the copy holds the entry alone: whoever has it sees
    that something was recorded, and when. Refuted if what was written does not verify.
    """
    db = open_for_reading(directory / "record.db")
    try:
        _must_be_new(target)
        target.mkdir(mode=0o700, parents=True)  # what is not for everyone stands in it
        stored = Stored(db)
        _write_acts(db, target, directory, shown)
        for tile in tiles_of(stored.size()):
            data = tile_bytes(stored, tile)
            if data is not None:  # else its hashes are missing, and the check below says so
                _write(target / tile.path, data)
        _write(target / "vkey", vkey_path(directory).read_bytes())
        write_durably(target / "checkpoint", stored.checkpoint())
        (target / "checkpoint").chmod(0o644)
    finally:
        db.close()
    sync_directory(target)
    return _sound(verify(target))


def restore(
    source: Path, directory: Path, key: Path | None = None, verifier: Verifier | None = None
) -> Report:
    """Make a record in a new directory from a copy that verifies.

    With the signing key it can be continued under its origin. Without it, it can be verified,
    exported and read; no other key takes its place, for that would be another origin. Refuted if
    the copy has faults, NotWhole if heads are withheld, ValueError if the key is of another record.
    """
    report = _sound(verify(source, verifier))
    if report.withheld_heads:
        raise NotWhole(f"{report.withheld_heads} heads are withheld from this copy.")
    public = report.verifier or read_vkey(source / "vkey")
    signer = read_key(key) if key else None
    if signer and signer.verifier != public:
        raise ValueError(f"the key signs as {signer.verifier}, the copy is signed by {public}")
    _must_be_new(directory)
    directory.mkdir(mode=0o700, parents=True)
    sync_directory(directory.parent)
    try:
        _fill(source, directory, public, signer)
    except BaseException:
        shutil.rmtree(directory)  # we made it just now: half a record is of no use
        raise
    return _sound(verify(directory, public))


def _must_be_new(directory: Path) -> None:
    if directory.exists():
        raise FileExistsError(f"{directory} is there already; name a directory that is not.")


def _write_acts(
    db: sqlite3.Connection, target: Path, directory: Path, shown: Callable[[Head], bool]
) -> None:
    """The lines of acts.jsonl, and the files that the bodies in it name."""
    sql = "SELECT position, head_salt, head, body_salt, body FROM payload ORDER BY position"
    with (target / "acts.jsonl").open("wb") as out:
        for position, *parts in db.execute(sql):
            opening = Opening(*parts)
            if opening.head is None or not shown(read_head(opening.head)):
                opening = _WITHHELD
            out.write(write_line(position, opening))
            for name in _files(opening):
                _copy(blob_path(directory, name), blob_path(target, name))
        out.flush()
        os.fsync(out.fileno())


def _files(opening: Opening) -> Iterator[str]:
    if opening.body is not None and b'"blob"' in opening.body:
        yield from files_in(read_body(opening.body))


def _copy(source: Path, target: Path) -> None:
    """Copy a file; one that is missing is named by the check that follows."""
    if source.is_file() and not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _fill(source: Path, directory: Path, public: Verifier, signer: Signer | None) -> None:
    """The database last: dying before it is whole leaves no record in the directory."""
    lock = take_lock(directory)
    for path in sorted((source / "blobs").rglob("*")):
        if path.is_file():
            keep_blob(directory, path.read_bytes())
    if signer:
        keep_keys(directory, signer)
    else:
        keep_verifier(directory, public)
    note = (source / "checkpoint").read_bytes()
    make_mark(directory, note)
    db = make_database(directory, note, lambda db: _fill_database(source, db))
    db.close()
    os.close(lock)


def _fill_database(source: Path, db: sqlite3.Connection) -> None:
    frontier = Frontier()
    for entry, opening in Exported(source, _unheard).rows():
        frontier = enter(db, frontier, entry, read_head(opening.head or b""), opening)


def _unheard(position: int | None, what: str) -> None:
    """No fault can come up in a copy that was just verified, unless somebody is changing it."""
    raise OSError(f"the copy changed while it was read: act {position}: {what}")


def _sound(report: Report) -> Report:
    if report.faults:
        raise Refuted(report)
    return report
