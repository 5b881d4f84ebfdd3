"""Say what state this installation is in."""

import argparse
import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from kurultai.followers import hooks, outbox
from kurultai.record.blobs import DRAFT
from kurultai.record.checkpoint import Checkpoint, open_checkpoint
from kurultai.record.database import SETTINGS, InUse, take_lock
from kurultai.record.highwater import read_mark
from kurultai.record.keys import key_path, read_vkey, vkey_path
from kurultai.record.note import BadNote
from kurultai.record.sources import open_for_reading
from kurultai.record.stored import Stored
from kurultai.tables.rebuild import current

MIB = 1 << 20
LITTLE_SPACE = 512 * MIB
WAL_RESET_FIXED = (3, 51, 3)

Finding = tuple[str, str, bool]  # of what, what is so, whether that is well


def add(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    data = Path(os.environ.get("KURULTAI_DATA", "data"))
    parser.add_argument("--data", type=Path, default=data, help="where the record is kept")


def run(args: argparse.Namespace) -> int:
    """Tell what is so; 0 if all is well, 1 if something wants attention."""
    found = list(findings(args.data))
    for name, says, well in found:
        sys.stdout.write(f"{'  ' if well else '! '}{name:12} {says}\n")
    unwell = sum(not well for _, _, well in found)
    sys.stdout.write(
        f"{unwell} of these want attention.\n" if unwell else "Nothing wants attention.\n"
    )
    return 1 if unwell else 0


def findings(data: Path) -> Iterator[Finding]:
    """What can be told about a data directory and the machine under it."""
    yield _sqlite()
    yield "durability", _durability(), True
    if not (data / "record.db").is_file():
        yield "record", f"there is none in {data}", False
        return
    yield _space(data)
    yield _server(data)
    yield _key(data)
    try:
        yield from _record(data)
    except (sqlite3.DatabaseError, BadNote, OSError) as error:
        yield "record", f"cannot be read: {error}; `kurultai verify` tells more", False
    yield _blobs(data)
    yield from _outward(data)


def _sqlite() -> Finding:
    version = sqlite3.sqlite_version
    if sqlite3.sqlite_version_info >= WAL_RESET_FIXED:
        return "SQLite", version, True
    said = (
        f"{version}; before 3.51.3 two connections that checkpoint at once could damage a "
        "database. Here one connection does, so that it cannot happen."
    )
    return "SQLite", said, True


def _durability() -> str:
    assert SETTINGS["synchronous"] == 2  # noqa: S101, PLR2004 - FULL
    return "synchronous = FULL; an act is acknowledged once it is on the disk"


def _space(data: Path) -> Finding:
    free = shutil.disk_usage(data).free
    return "disk", f"{free // MIB:,} MiB free", free > LITTLE_SPACE


def _server(data: Path) -> Finding:
    try:
        os.close(take_lock(data))
    except InUse:
        return "server", "running: it holds the lock of the record", True
    return "server", "not running", True


def _key(data: Path) -> Finding:
    path = key_path(data)
    if not path.is_file():
        return "signing key", f"{path} is missing: the record cannot be continued", False
    mode = stat.S_IMODE(path.stat().st_mode)
    said = f"{path}, mode {mode:04o}"
    return "signing key", said, not mode & 0o077


def _record(data: Path) -> Iterator[Finding]:
    verifier = read_vkey(vkey_path(data))
    mark = read_mark(data, verifier)  # before the snapshot, which may only be further on
    db = open_for_reading(data / "record.db")
    db.text_factory = str
    try:
        head = open_checkpoint(Stored(db).checkpoint(), verifier)
        yield "record", _size(data, Stored(db).size()), Stored(db).size() == head.size
        yield "tables", *_tables(db)
    finally:
        db.close()
    yield "checkpoint", f"{head.size:,} acts, root {head.root.hex()}", True
    yield "high water", *_mark(mark, head)
    yield "verifier key", str(verifier), True


def _size(data: Path, acts: int) -> str:
    size = (data / "record.db").stat().st_size
    log = data / "record.db-wal"
    beside = f" and {log.stat().st_size // MIB:,} MiB of log" if log.exists() else ""
    return f"{acts:,} acts in {size // MIB:,} MiB{beside}"


def _tables(db: sqlite3.Connection) -> tuple[str, bool]:
    if current(db):
        return "of this release", True
    return "not made yet, or of another release: the next start makes them", True


def _mark(mark: Checkpoint, head: Checkpoint) -> tuple[str, bool]:
    if mark.size > head.size:
        return f"{mark.size:,} acts were acknowledged: the record was rolled back", False
    return f"{mark.size:,} acts", True


def _blobs(data: Path) -> Finding:
    files = [path for path in (data / "blobs").rglob("*") if path.is_file()]
    drafts = sum(path.name.startswith(DRAFT) for path in files)
    size = sum(path.stat().st_size for path in files)
    said = f"{len(files) - drafts:,} in {size // MIB:,} MiB"
    return "files", said + (f"; {drafts} were never finished" if drafts else ""), True


def _outward(data: Path) -> Iterator[Finding]:
    """Letters and calls to other systems; what a person has to look at is not well."""
    failed = len(outbox.letters(data, "failed"))
    waiting = len(outbox.letters(data, "waiting"))
    yield "letters", f"{waiting} wait to be read, {failed} could not be sent", not failed
    for hook in hooks.hooks(data):
        trouble = f"; {hook.trouble}, {hook.tries} times" if hook.trouble else ""
        said = f"{hook.url}: {hook.state}, told up to {hook.position:,}{trouble}"
        yield f"hook {hook.id}", said, hook.state == "active" and not hook.trouble
