"""The record in its file: what it refuses to change, and from where it refuses to go on."""

import shutil
import sqlite3
import stat
from pathlib import Path

import pytest

from kurultai.record.codec import TooLarge, Unencodable, commitment, read_entry
from kurultai.record.database import SETTINGS, take_lock
from kurultai.record.keys import key_path, vkey_path
from kurultai.record.note import Signer
from kurultai.record.sqlite import Damaged, InUse, NoKey, NoRecord, Record, RolledBack
from kurultai.record.stored import TABLES, Stored
from kurultai.record.tiles import bundle
from kurultai.record.tree import leaf_hash
from kurultai.record.verify import verify

from .conftest import ORIGIN, Make, noon, put, said


def test_acts_are_read_as_they_were_recorded(tmp_path: Path) -> None:
    record = Record.create(tmp_path / "data", ORIGIN, noon)
    assert put(record, said("a"), said("b"), said("c", "meeting:two"), command="one") == 3
    assert put(record, said("d"), command="two") == 4
    acts = list(record.acts())
    assert [(act.position, act.stream, act.version) for act in acts] == [
        (1, "meeting:one", 1),
        (2, "meeting:one", 2),
        (3, "meeting:two", 1),
        (4, "meeting:one", 3),
    ]
    assert acts[3].body == {"text": "d"}
    assert {act.at for act in acts} == {"2026-11-25T08:00:00.000000Z"}
    assert list(record.stream("meeting:one", 1)) == [acts[1], acts[3]]
    assert (record.results_of("one"), record.results_of("two")) == (3, 4)
    assert record.results_of("three") is None
    record.close()


def test_a_record_goes_on_where_it_was_closed(data: Path) -> None:
    record = Record.open(data, noon)
    assert record.size == 4
    assert put(record, said("later"), command="later") == 5
    record.close()
    assert verify(data).faults == ()


def test_every_setting_that_durability_rests_on_is_set(data: Path) -> None:
    record = Record.open(data, noon)
    found = {name: record.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in SETTINGS}
    record.close()
    assert found == SETTINGS
    assert found["synchronous"] == 2  # FULL
    assert found["journal_mode"] == "wal"


@pytest.mark.parametrize("table", TABLES)
def test_nothing_recorded_can_be_deleted(data: Path, table: str) -> None:
    record = Record.open(data, noon)
    with pytest.raises(sqlite3.IntegrityError, match="stands"):
        record.connection.execute(f"DELETE FROM {table}")  # noqa: S608
    record.close()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE entry SET entry = x'00'",
        "UPDATE act SET stream = 'meeting:other'",
        "UPDATE hash SET number = number + 1000",
        "UPDATE checkpoint SET note = x'00'",
        "UPDATE payload SET position = position + 1000",
        "UPDATE payload SET body = x'7b7d'",
        "UPDATE payload SET body = NULL",
        "UPDATE payload SET head_salt = NULL",
    ],
)
def test_nothing_recorded_can_be_changed(data: Path, change: str) -> None:
    record = Record.open(data, noon)
    with pytest.raises(sqlite3.IntegrityError, match=r"stands|erased"):
        record.connection.execute(change)
    record.close()


def test_a_body_can_be_erased_with_its_salt_and_the_record_still_verifies(data: Path) -> None:
    record = Record.open(data, noon)
    record.connection.execute("UPDATE payload SET body = NULL, body_salt = NULL WHERE position = 2")
    assert [act.position for act in record.acts()] == [1, 3, 4]
    record.close()
    report = verify(data)
    assert (report.faults, report.withheld_heads, report.withheld_bodies) == ((), 0, 1)


def test_an_erased_body_leaves_no_bytes_in_the_file(tmp_path: Path) -> None:
    record = Record.create(tmp_path / "data", ORIGIN, noon)
    put(record, said("unforgettable"), said("kept"), command="one")
    record.connection.execute("UPDATE payload SET body = NULL, body_salt = NULL WHERE position = 1")
    record.close()
    assert b"unforgettable" not in (tmp_path / "data" / "record.db").read_bytes()


def test_only_one_process_writes(data: Path) -> None:
    record = Record.open(data, noon)
    with pytest.raises(InUse, match="Another process"):
        Record.open(data, noon)
    record.close()
    Record.open(data, noon).close()


def test_a_failed_opening_gives_the_lock_back(data: Path) -> None:
    key_path(data).rename(data / "key")
    with pytest.raises(NoKey, match="signing key"):
        Record.open(data, noon)
    (data / "key").rename(key_path(data))
    Record.open(data, noon).close()


def test_no_second_record_is_made_over_a_first(data: Path) -> None:
    with pytest.raises(FileExistsError, match="there already"):
        Record.create(data, ORIGIN, noon)
    (data / "record.db").unlink()
    with pytest.raises(FileExistsError, match="there already"):
        Record.create(data, ORIGIN, noon)


def test_an_origin_that_cannot_be_signed_makes_no_record(tmp_path: Path) -> None:
    for origin in ("", "with space", "with+plus", "x" * 201):
        with pytest.raises(ValueError, match=r"origin|name"):
            Record.create(tmp_path / "data", origin, noon)
        assert not (tmp_path / "data" / "record.db").exists()


def test_where_there_is_no_record_none_is_opened(tmp_path: Path) -> None:
    with pytest.raises(NoRecord, match="There is no record"):
        Record.open(tmp_path, noon)
    (tmp_path / "record.db").touch()
    with pytest.raises(NoRecord, match="never finished"):
        Record.open(tmp_path, noon)


def test_the_signing_key_is_for_its_owner_alone(data: Path) -> None:
    assert stat.S_IMODE(key_path(data).stat().st_mode) == 0o600
    assert stat.S_IMODE(vkey_path(data).stat().st_mode) == 0o644
    assert stat.S_IMODE((data / "record.db").stat().st_mode) == 0o600
    assert "PRIVATE" not in vkey_path(data).read_text(encoding="utf-8")


def test_another_key_does_not_continue_the_record(data: Path) -> None:
    other = Signer.generate(ORIGIN)
    key_path(data).write_text(other.encode(), encoding="utf-8")
    with pytest.raises(Damaged, match="not by our key"):
        Record.open(data, noon)
    key_path(data).write_text("no key", encoding="utf-8")
    with pytest.raises(NoKey, match="damaged"):
        Record.open(data, noon)


def test_a_record_put_back_from_a_backup_is_refused(make: Make, tmp_path: Path) -> None:
    data = make("data", 4)
    shutil.copy(data / "record.db", tmp_path / "backup")
    record = Record.open(data, noon)
    put(record, said("later"), command="later")
    record.close()
    shutil.copy(tmp_path / "backup", data / "record.db")
    with pytest.raises(RolledBack, match=r"has 4 acts, but 5 were acknowledged .*kurultai restore"):
        Record.open(data, noon)
    assert [str(fault) for fault in verify(data).faults] == [
        "act 5: it is missing: there are 5 acts, the high-water mark says"
    ]


def test_a_record_that_went_another_way_is_refused(make: Make, tmp_path: Path) -> None:
    data = make("data", 4)
    shutil.copytree(data, tmp_path / "fork")
    for directory, text in ((data, "this"), (tmp_path / "fork", "that")):
        record = Record.open(directory, noon)
        put(record, said(text), command="later")
        record.close()
    shutil.copy(tmp_path / "fork" / "record.db", data / "record.db")
    with pytest.raises(RolledBack, match="first 5 acts are not those"):
        Record.open(data, noon)


def test_a_mark_behind_the_record_is_raised(make: Make, tmp_path: Path) -> None:
    """So it is when we die between the commit and the mark."""
    data = make("data", 4)
    shutil.copy(data / "high-water", tmp_path / "behind")
    record = Record.open(data, noon)
    put(record, said("later"), command="later")
    record.close()
    shutil.copy(data / "record.db", tmp_path / "newer")
    shutil.copy(tmp_path / "behind", data / "high-water")
    Record.open(data, noon).close()
    (data / "high-water").rename(tmp_path / "raised")
    shutil.copy(tmp_path / "raised", data / "high-water")
    assert verify(data).faults == ()
    assert b"\n5\n" in (data / "high-water").read_bytes()


def test_a_mark_whose_writing_was_broken_off_leaves_the_one_before(data: Path) -> None:
    record = Record.open(data, noon)
    put(record, said("later"), command="later")
    record.close()
    mark = (data / "high-water").read_bytes()
    newest = 0 if b"\n5\n" in mark[:1024] else 1024
    (data / "high-water").write_bytes(mark[: newest + 100] + bytes(924) + mark[newest + 1024 :])
    Record.open(data, noon).close()
    assert verify(data).faults == ()


@pytest.mark.parametrize("mark", [None, b"", b"\0" * 2048])
def test_a_record_without_its_mark_is_refused(data: Path, mark: bytes | None) -> None:
    (data / "high-water").unlink()
    if mark is not None:
        (data / "high-water").write_bytes(mark)
    with pytest.raises(RolledBack, match="missing or damaged"):
        Record.open(data, noon)


def test_a_record_that_contradicts_its_checkpoint_is_refused(data: Path) -> None:
    db = sqlite3.connect(data / "record.db")
    db.execute("DROP TRIGGER entry_is_final_delete")
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("DELETE FROM entry WHERE position = 4")
    db.commit()
    db.close()
    with pytest.raises(Damaged, match="not what its checkpoint of 4 acts says"):
        Record.open(data, noon)


def test_a_file_that_is_no_database_is_refused(data: Path) -> None:
    (data / "record.db").write_bytes(b"x" * 8192)
    with pytest.raises(Damaged, match="kurultai restore"):
        Record.open(data, noon)


def test_what_cannot_be_written_is_refused_and_nothing_of_it_stays(data: Path) -> None:
    record = Record.open(data, noon)
    for drafts, refusal in (
        ((said("good"), said("x" * (1 << 20))), TooLarge),
        ((said("good"), said("\ud800")), Unencodable),
    ):
        with pytest.raises(refusal):
            put(record, *drafts, command="refused")
        record.roll_back()
    assert put(record, said("good"), command="good") == 5
    record.close()
    assert verify(data).faults == ()


def test_hashes_of_full_tiles_are_kept(make: Make) -> None:
    data = make("data", 514)
    report = verify(data)
    assert (report.size, report.faults) == (514, ())
    Record.open(data, noon).close()


def test_a_lock_is_held_until_it_is_closed(tmp_path: Path) -> None:
    take_lock(tmp_path)
    with pytest.raises(InUse):
        take_lock(tmp_path)


def test_a_record_whose_hashes_are_missing_is_refused(data: Path) -> None:
    db = sqlite3.connect(data / "record.db")
    db.execute("DROP TRIGGER hash_is_final_delete")
    db.execute("DELETE FROM hash")
    db.commit()
    db.close()
    with pytest.raises(Damaged, match="Hashes of the first 4 acts are missing"):
        Record.open(data, noon)


def test_the_database_gives_tiles_and_openings_without_a_copy(data: Path) -> None:
    db = sqlite3.connect(data / "record.db")
    stored = Stored(db)
    entries = stored.entries(0, 4)
    assert stored.tile("tile/entries/000.p/4") == bundle(entries)
    assert stored.tile("tile/0/000.p/4") == b"".join(leaf_hash(entry) for entry in entries)
    assert stored.tile("tile/0/000") is None
    assert stored.tile("tile/0/../000") is None
    opening = stored.opening(1)
    db.close()
    assert opening.head_salt is not None
    assert opening.head is not None
    assert commitment(opening.head_salt, opening.head) == read_entry(entries[0]).head
