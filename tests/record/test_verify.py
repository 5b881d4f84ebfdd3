"""Whatever is changed is found and named."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kurultai.record.export import export
from kurultai.record.keys import read_vkey, vkey_path
from kurultai.record.note import Verifier
from kurultai.record.sqlite import Record
from kurultai.record.stored import TABLES
from kurultai.record.verify import Fault, verify

from .conftest import Make, noon, put, said

ROWS = "SELECT * FROM {} ORDER BY 1, 2"


@pytest.fixture
def copy(data: Path, tmp_path: Path) -> Path:
    export(data, tmp_path / "copy")
    return tmp_path / "copy"


@pytest.fixture
def key(data: Path) -> Verifier:
    return read_vkey(vkey_path(data))


def said_of(directory: Path, key: Verifier | None = None) -> list[str]:
    return [str(fault) for fault in verify(directory, key).faults]


def test_an_untouched_record_and_its_copy_are_intact(data: Path, copy: Path, key: Verifier) -> None:
    for directory in (data, copy):
        report = verify(directory, key)
        assert (report.size, report.files, report.faults) == (4, 1, ())
        assert report.verifier == key


def test_verifying_needs_no_framework_and_changes_nothing(data: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in data.rglob("*")}
    code = (
        "import sys; from kurultai.cli.main import main; "
        f"code = main(['verify', {str(data)!r}]); "
        "print('django' in sys.modules, 'kurultai.procedure' in sys.modules); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False False"
    assert {path: path.stat().st_mtime_ns for path in data.rglob("*")} == before


def test_a_record_is_verified_while_it_is_written(data: Path) -> None:
    record = Record.open(data, noon)
    put(record, said("just now"), command="just now")
    assert verify(data).size == 5
    assert verify(data).faults == ()
    record.close()


def test_where_nothing_is_nothing_is_verified(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="neither a record nor"):
        verify(tmp_path)


def test_every_flipped_byte_of_a_copy_is_found(copy: Path, key: Verifier) -> None:
    for path in sorted(path for path in copy.rglob("*") if path.is_file()):
        whole = path.read_bytes()
        for at in range(len(whole)):
            flipped = bytearray(whole)
            flipped[at] ^= 1 << at % 8
            path.write_bytes(bytes(flipped))
            found = verify(copy, key).faults
            assert found, f"{path.name}, byte {at}"
            if path.name == "acts.jsonl":
                line = whole[:at].count(b"\n") + 1
                assert line in {fault.position for fault in found}, (at, found)
        path.write_bytes(whole)
    assert verify(copy, key).faults == ()


def test_every_byte_missing_from_the_end_of_a_file_is_found(copy: Path, key: Verifier) -> None:
    for path in sorted(path for path in copy.rglob("*") if path.is_file()):
        whole = path.read_bytes()
        for length in range(0, len(whole), 5):
            path.write_bytes(whole[:length])
            assert verify(copy, key).faults, f"{path.name} cut to {length}"
        path.unlink()
        if path.name != "checkpoint":
            assert verify(copy, key).faults or path.name == "vkey", f"{path.name} gone"
        path.write_bytes(whole)
    assert verify(copy, key).faults == ()


def swapped(lines: list[bytes]) -> list[bytes]:
    return [lines[1], lines[0], *lines[2:]]


def doubled(lines: list[bytes]) -> list[bytes]:
    return [lines[0], *lines]


def without_one(lines: list[bytes]) -> list[bytes]:
    return [lines[0], *lines[2:]]


@pytest.mark.parametrize("change", [swapped, doubled, without_one])
def test_lines_swapped_doubled_or_left_out_are_found(
    copy: Path, change: Callable[[list[bytes]], list[bytes]]
) -> None:
    path = copy / "acts.jsonl"
    path.write_bytes(b"".join(change(path.read_bytes().splitlines(keepends=True))))
    positions = {fault.position for fault in verify(copy).faults}
    assert positions & {1, 2}


@pytest.mark.parametrize("change", [swapped, doubled, without_one])
def test_entries_swapped_doubled_or_left_out_are_found(
    copy: Path, change: Callable[[list[bytes]], list[bytes]]
) -> None:
    path = copy / "tile/entries/000.p/4"
    whole = path.read_bytes()
    length = 2 + int.from_bytes(whole[:2], "big")
    entries = [whole[at : at + length] for at in range(0, len(whole), length)]
    path.write_bytes(b"".join(change(entries)))
    assert {fault.position for fault in verify(copy).faults} & {1, 2}


def test_a_file_that_does_not_belong_among_the_tiles_is_named(copy: Path) -> None:
    (copy / "tile/0/000.p/3").write_bytes(b"")
    assert said_of(copy) == ["tile/0/000.p/3 is no tile of a record of 4 acts"]


def test_another_key_than_the_one_given_is_named(copy: Path, make: Make) -> None:
    other = read_vkey(vkey_path(make("other", 0)))
    assert "the verifier key kept beside the record is not the one given" in said_of(copy, other)


def test_a_record_that_does_not_go_on_from_a_checkpoint_kept_elsewhere_is_found(
    data: Path, tmp_path: Path
) -> None:
    shutil.copytree(data, tmp_path / "fork")
    for directory, text in ((data, "this"), (tmp_path / "fork", "that")):
        record = Record.open(directory, noon)
        put(record, said(text), command="later")
        record.close()
    export(data, tmp_path / "ours")
    kept = (tmp_path / "ours" / "checkpoint").read_bytes()
    assert verify(data, since=[kept]).faults == ()
    assert verify(tmp_path / "fork", since=[kept]).faults == (
        Fault(None, "the first 5 acts have another root than the checkpoint kept elsewhere says"),
    )


@pytest.fixture
def opened(data: Path) -> Iterator[sqlite3.Connection]:
    """The database as someone with the file in hand may change it: without its triggers."""
    db = sqlite3.connect(data / "record.db", isolation_level=None)
    db.execute("PRAGMA journal_mode = DELETE")
    db.execute("PRAGMA synchronous = OFF")
    db.execute("PRAGMA foreign_keys = OFF")
    yield db
    db.close()


def unguarded(db: sqlite3.Connection) -> list[str]:
    rows = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in rows:
        db.execute(f"DROP TRIGGER {name}")
    return [sql for _, sql in rows]


def guarded(db: sqlite3.Connection, triggers: list[str]) -> None:
    for sql in triggers:
        db.execute(sql)


CELLS = [
    ("entry", "entry"),
    ("payload", "head_salt"),
    ("payload", "head"),
    ("payload", "body_salt"),
    ("payload", "body"),
    ("act", "stream"),
    ("act", "command"),
    ("hash", "hash"),
    ("checkpoint", "note"),
]


@pytest.mark.parametrize(("table", "column"), CELLS)
def test_every_flipped_byte_of_a_stored_value_is_found(
    data: Path, opened: sqlite3.Connection, table: str, column: str
) -> None:
    key = "rowid" if table != "hash" else "number"
    triggers = unguarded(opened)
    rows = opened.execute(f"SELECT {key}, CAST({column} AS BLOB) FROM {table}").fetchall()  # noqa: S608
    as_stored = "TEXT" if table == "act" else "BLOB"
    change = f"UPDATE {table} SET {column} = CAST(? AS {as_stored}) WHERE {key} = ?"  # noqa: S608
    guarded(opened, triggers)
    for row, whole in rows:
        for at in range(len(whole)):
            flipped = bytearray(whole)
            flipped[at] ^= 1 << at % 8
            unguarded(opened)
            opened.execute(change, (bytes(flipped), row))
            guarded(opened, triggers)
            found = verify(data).faults
            assert found, f"{table}.{column} of row {row}, byte {at}"
            if table in ("entry", "payload", "act"):
                assert row in {fault.position for fault in found}, (row, at, found)
        unguarded(opened)
        opened.execute(change, (whole, row))
        guarded(opened, triggers)
    assert verify(data).faults == ()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE act SET version = 9 WHERE position = 3",
        "DELETE FROM entry WHERE position = 2",
        "DELETE FROM act WHERE position = 2",
        "DELETE FROM payload WHERE position = 2",
        "DELETE FROM hash WHERE number = 1",
        "INSERT INTO hash SELECT 0, 4, hash FROM hash WHERE number = 1",
        "DELETE FROM checkpoint",
        "DELETE FROM checkpoint WHERE size = 4",
        "UPDATE checkpoint SET size = 3 WHERE size = 2",
        "UPDATE payload SET body = NULL WHERE position = 2",
        "UPDATE payload SET position = 9 WHERE position = 2",
        "UPDATE entry SET position = 9 WHERE position = 4",
        "INSERT INTO entry SELECT 5, entry FROM entry WHERE position = 4",
        """UPDATE payload SET (head, head_salt) =
           (SELECT head, head_salt FROM payload WHERE position = 4) WHERE position = 2""",
        "PRAGMA user_version = 2",
    ],
)
def test_rows_changed_added_or_gone_are_found(
    data: Path, opened: sqlite3.Connection, change: str
) -> None:
    triggers = unguarded(opened)
    opened.execute(change)
    guarded(opened, triggers)
    assert verify(data).faults


def test_a_missing_guard_is_named(data: Path, opened: sqlite3.Connection) -> None:
    opened.execute("DROP TRIGGER entry_is_final_update")
    opened.close()
    assert said_of(data) == [
        "the database is not made as it should be: CREATE TRIGGER entry_is_final_update"
    ]


def test_acts_taken_off_the_end_are_missed_because_of_the_mark(
    data: Path, opened: sqlite3.Connection
) -> None:
    triggers = unguarded(opened)
    for table in ("hash", "act", "payload", "entry", "checkpoint"):
        column = {"hash": "number + 1", "checkpoint": "size"}.get(table, "position")
        opened.execute(f"DELETE FROM {table} WHERE {column} > 2")  # noqa: S608
    guarded(opened, triggers)
    assert said_of(data) == ["act 3: it is missing: there are 4 acts, the high-water mark says"]


def kept_rows(data: Path) -> list[object]:
    db = sqlite3.connect(f"file:{data}/record.db?immutable=1", uri=True)
    db.text_factory = bytes
    rows = [db.execute(ROWS.format(table)).fetchall() for table in TABLES]
    db.close()
    return [row for table in rows for row in table]


def test_a_flipped_byte_of_the_file_is_found_or_changes_nothing(data: Path) -> None:
    path, before = data / "record.db", kept_rows(data)
    whole = path.read_bytes()
    without_effect = 0
    for at in range(0, len(whole), 211):
        with path.open("r+b") as file:
            file.seek(at)
            file.write(bytes([whole[at] ^ 1 << at % 8]))
        if not verify(data).faults:
            assert kept_rows(data) == before, f"byte {at}"
            without_effect += 1
        with path.open("r+b") as file:
            file.seek(at)
            file.write(whole[at : at + 1])
    assert verify(data).faults == ()
    assert without_effect < len(whole) // 211


def test_without_a_key_nothing_passes(data: Path, copy: Path) -> None:
    for key in (vkey_path(data), copy / "vkey"):
        key.write_text("no key", encoding="utf-8")
    for directory in (data, copy):
        found = said_of(directory)
        assert "the verifier key kept beside the record cannot be read: not a key" in found
        assert "act 1: no checkpoint covers it, nor what follows (4 acts)" in found


def test_a_missing_mark_is_named(data: Path) -> None:
    (data / "high-water").unlink()
    (found,) = said_of(data)
    assert found.startswith("the high-water mark is missing or damaged: ")


def test_more_faults_than_are_named_are_counted(make: Make, tmp_path: Path) -> None:
    export(make("many", 1200), tmp_path / "copy-of-many")
    (tmp_path / "copy-of-many" / "acts.jsonl").write_bytes(b"")
    report = verify(tmp_path / "copy-of-many")
    assert (len(report.faults), report.fault_count) == (1000, 1200)


def test_a_record_with_a_log_is_verified_where_nobody_can_write(
    data: Path, tmp_path: Path, need: Callable[[str], str]
) -> None:
    left = tmp_path / "left"
    record = Record.open(data, noon)
    put(record, said("in the log alone"), command="later")
    shutil.copytree(data, left)  # as a killed process leaves it
    record.close()
    (left / "record.db-shm").unlink()
    verifying = f"{sys.executable} -m kurultai.cli.main verify {left}"
    mounting = f"mount --bind {left} {left} && mount -o remount,ro,bind {left}"
    own = ["--mount"] if os.geteuid() == 0 else ["--mount", "--user", "--map-root-user"]
    unshare = [need("unshare"), *own, "sh", "-c"]
    if subprocess.run([*unshare, mounting], capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    done = subprocess.run(
        [*unshare, f"{mounting} && {verifying}"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Checked 5 acts" in done.stdout
