"""Copies and what is made from them."""

import resource
import shutil
import sqlite3
from pathlib import Path

import pytest

from kurultai.record.export import NotWhole, Refuted, export, restore
from kurultai.record.keys import key_path
from kurultai.record.note import Signer
from kurultai.record.sqlite import NoKey, Record
from kurultai.record.verify import verify

from .conftest import ORIGIN, Make, noon, put, said


def contents(directory: Path) -> dict[str, bytes]:
    return {
        path.relative_to(directory).as_posix(): path.read_bytes()
        for path in directory.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def copy(data: Path, tmp_path: Path) -> Path:
    export(data, tmp_path / "copy")
    return tmp_path / "copy"


def test_a_copy_holds_what_is_needed_to_check_and_no_secret(data: Path, copy: Path) -> None:
    files = contents(copy)
    blob = next(name for name in files if name.startswith("blobs/"))
    assert sorted(files) == [
        "acts.jsonl",
        blob,
        "checkpoint",
        "tile/0/000.p/4",
        "tile/entries/000.p/4",
        "vkey",
    ]
    secret = key_path(data).read_bytes().strip().split(b"+", 4)[4]  # base64 has a + of its own
    assert all(secret not in held for held in files.values())


def test_a_copy_is_the_same_each_time(data: Path, copy: Path, tmp_path: Path) -> None:
    export(data, tmp_path / "again")
    assert contents(tmp_path / "again") == contents(copy)


def test_a_copy_of_nothing_verifies(make: Make, tmp_path: Path) -> None:
    report = export(make("empty", 0), tmp_path / "empty-copy")
    assert (report.size, report.faults) == (0, ())


def test_a_copy_is_made_beside_a_running_writer(data: Path, tmp_path: Path) -> None:
    record = Record.open(data, noon)
    put(record, said("just now"), command="just now")
    assert export(data, tmp_path / "copy").size == 5
    record.close()


def test_no_copy_is_written_over_something(data: Path, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    with pytest.raises(FileExistsError):
        export(data, tmp_path / "there")


def test_a_record_made_from_a_copy_goes_on_with_the_key(
    data: Path, copy: Path, tmp_path: Path
) -> None:
    before = Record.open(data, noon)
    acts = list(before.acts())
    before.close()
    restore(copy, tmp_path / "new", key_path(data))
    record = Record.open(tmp_path / "new", noon)
    assert list(record.acts()) == acts
    assert put(record, said("later"), command="later") == 5
    record.close()
    since = (copy / "checkpoint").read_bytes()
    assert verify(tmp_path / "new", since=[since]).faults == ()


def test_a_copy_of_a_record_made_from_a_copy_is_that_copy(
    data: Path, copy: Path, tmp_path: Path
) -> None:
    restore(copy, tmp_path / "new", key_path(data))
    export(tmp_path / "new", tmp_path / "second")
    assert contents(tmp_path / "second") == contents(copy)


def test_without_the_key_a_record_verifies_and_does_not_go_on(copy: Path, tmp_path: Path) -> None:
    restore(copy, tmp_path / "new")
    assert verify(tmp_path / "new").faults == ()
    assert not key_path(tmp_path / "new").exists()
    with pytest.raises(NoKey):
        Record.open(tmp_path / "new", noon)


def test_another_key_is_refused(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "other").write_text(Signer.generate(ORIGIN).encode(), encoding="utf-8")
    with pytest.raises(ValueError, match="the key signs as"):
        restore(copy, tmp_path / "new", tmp_path / "other")
    assert not (tmp_path / "new").exists()


def test_nothing_is_made_from_a_damaged_copy(copy: Path, tmp_path: Path) -> None:
    tile = copy / "tile/entries/000.p/4"
    tile.write_bytes(tile.read_bytes().replace(b"2026", b"2027", 1))
    with pytest.raises(Refuted) as refuted:
        restore(copy, tmp_path / "new")
    assert refuted.value.report.faults[0].position == 1
    assert not (tmp_path / "new").exists()


def test_nothing_is_made_over_a_record(data: Path, copy: Path) -> None:
    with pytest.raises(FileExistsError):
        restore(copy, data)


def test_what_is_withheld_from_a_copy_is_counted_and_proved(data: Path, tmp_path: Path) -> None:
    report = export(data, tmp_path / "public", lambda head: head.audience == "public")
    assert (report.faults, report.withheld_heads, report.withheld_bodies) == ((), 2, 2)
    assert not (tmp_path / "public" / "blobs").exists()
    assert b"Attached" not in (tmp_path / "public" / "acts.jsonl").read_bytes()
    with pytest.raises(NotWhole, match="2 heads"):
        restore(tmp_path / "public", tmp_path / "new")


def test_an_erased_body_stays_erased_through_a_copy(data: Path, tmp_path: Path) -> None:
    record = Record.open(data, noon)
    record.connection.execute("UPDATE payload SET body = NULL, body_salt = NULL WHERE position = 1")
    record.close()
    export(data, tmp_path / "copy")
    restore(tmp_path / "copy", tmp_path / "new", key_path(data))
    record = Record.open(tmp_path / "new", noon)
    assert [act.position for act in record.acts()] == [2, 3, 4]
    assert put(record, said("later"), command="later") == 5
    record.close()


def test_a_faulty_record_gives_a_copy_and_a_warning(data: Path, tmp_path: Path) -> None:
    shutil.rmtree(data / "blobs")
    with pytest.raises(Refuted, match=r"act 2: the file [0-9a-f]{64} is missing"):
        export(data, tmp_path / "copy")


def test_a_record_that_cannot_be_finished_is_not_begun(copy: Path, tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))  # bytes of any one file
    try:
        with pytest.raises(sqlite3.OperationalError):
            restore(copy, tmp_path / "new")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not (tmp_path / "new").exists()
