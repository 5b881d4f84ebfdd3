"""What an operator is told about an installation."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from kurultai.cli.doctor import findings
from kurultai.cli.main import main
from kurultai.record.act import Draft
from kurultai.record.blobs import keep_blob
from kurultai.record.sqlite import Record

Output = pytest.CaptureFixture[str]


@pytest.fixture
def data(turkpa: Path, tmp_path: Path) -> Path:
    return shutil.copytree(turkpa, tmp_path / "data")


def unwell(data: Path) -> dict[str, str]:
    return {name: says for name, says, well in findings(data) if not well and name != "disk"}


def told(data: Path) -> dict[str, str]:
    return {name: says for name, says, _ in findings(data)}


def test_a_sound_installation_wants_no_attention(data: Path) -> None:
    assert unwell(data) == {}
    said = told(data)
    assert said["SQLite"].startswith(sqlite3.sqlite_version)
    assert said["server"] == "not running"
    assert said["tables"] == "of this release"
    assert said["signing key"].endswith("mode 0600")
    assert "acknowledged once it is on the disk" in said["durability"]


def test_a_running_server_is_seen(data: Path) -> None:
    record = Record.open(data)
    assert told(data)["server"] == "running: it holds the lock of the record"
    record.close()


def test_a_key_that_others_can_read_or_that_is_missing_is_named(data: Path) -> None:
    (data / "keys" / "record.key").chmod(0o644)
    assert unwell(data)["signing key"].endswith("mode 0644")
    (data / "keys" / "record.key").unlink()
    assert "cannot be continued" in unwell(data)["signing key"]


def test_files_and_drafts_of_files_are_counted(data: Path) -> None:
    keep_blob(data, b"x" * (2 << 20))
    (data / "blobs" / ".draft-1").touch()
    assert told(data)["files"] == "1 in 2 MiB; 1 were never finished"


def test_a_record_put_back_from_a_backup_is_named(data: Path, tmp_path: Path) -> None:
    backup = shutil.copy(data / "record.db", tmp_path / "backup")
    record = Record.open(data)
    record.begin()

    record.append([Draft("meeting:x", "Said", "public", "2026", {})], actor="", command="x")
    note = record.commit()
    assert note is not None
    record.raise_mark(note)
    record.close()
    shutil.copy(backup, data / "record.db")
    assert "rolled back" in unwell(data)["high water"]


def test_a_damaged_record_is_named(data: Path, capsys: Output) -> None:
    (data / "record.db").write_bytes(b"x" * 10_000)
    assert main(["doctor", "--data", str(data)]) == 1
    said = capsys.readouterr().out
    assert "! record       cannot be read: " in said
    assert "want attention" in said


def test_where_there_is_no_record_it_says_so(tmp_path: Path, capsys: Output) -> None:
    assert main(["doctor", "--data", str(tmp_path)]) == 1
    assert f"! record       there is none in {tmp_path}" in capsys.readouterr().out
