"""From a record to a copy to a record, as an operator does it."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from kurultai.cli.main import main
from kurultai.record.keys import vkey_path
from kurultai.record.sqlite import Record

Output = pytest.CaptureFixture[str]


@pytest.fixture
def copy(turkpa: Path, tmp_path: Path, capsys: Output) -> Path:
    assert main(["export", "--data", str(turkpa), str(tmp_path / "copy")]) == 0
    capsys.readouterr()
    return tmp_path / "copy"


def key_of(data: Path) -> str:
    return vkey_path(data).read_text(encoding="utf-8").strip()


def test_a_record_is_intact(turkpa: Path, capsys: Output) -> None:
    assert main(["verify", str(turkpa)]) == 0
    said = capsys.readouterr().out
    assert "All is intact." in said
    assert f"Key       {key_of(turkpa)}" in said
    assert "Compare it with the key you were given" in said


def test_a_copy_is_intact_by_the_key_given_as_text_or_as_a_file(
    turkpa: Path, copy: Path, capsys: Output
) -> None:
    for key in (key_of(turkpa), str(vkey_path(turkpa))):
        assert main(["verify", str(copy), "--key", key]) == 0
        assert "Compare it" not in capsys.readouterr().out


def test_a_copy_goes_on_from_the_checkpoint_that_was_kept(copy: Path) -> None:
    assert main(["verify", str(copy), "--since", str(copy / "checkpoint")]) == 0


def test_one_changed_byte_is_named(copy: Path, capsys: Output) -> None:
    path = copy / "acts.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    lines[6] = lines[6].replace(b"TURKPA", b"TURKPB", 1).replace(b"2", b"3", 1)
    path.write_bytes(b"".join(lines))
    assert main(["verify", str(copy)]) == 1
    said = capsys.readouterr().out
    assert "act 7: " in said
    assert "intact" not in said


def test_more_faults_than_anyone_reads_are_counted(copy: Path, capsys: Output) -> None:
    (copy / "acts.jsonl").write_bytes(b"")
    assert main(["verify", str(copy)]) == 1
    assert "  and " in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [["nowhere"], ["nowhere", "--key", "a+b+c"], ["nowhere", "--key", "nowhere"]]
)
def test_where_nothing_can_be_checked_it_says_so(arguments: list[str], capsys: Output) -> None:
    assert main(["verify", *arguments]) == 2
    assert "Nothing was checked: " in capsys.readouterr().err


def test_a_public_copy_withholds_the_rest(turkpa: Path, tmp_path: Path, capsys: Output) -> None:
    public = tmp_path / "public"
    assert main(["export", "--data", str(turkpa), "--public", str(public)]) == 0
    assert "All is intact." in capsys.readouterr().out


def test_no_copy_is_made_of_nothing_or_over_something(
    copy: Path, tmp_path: Path, turkpa: Path, capsys: Output
) -> None:
    assert main(["export", "--data", str(tmp_path / "nothing"), str(tmp_path / "new")]) == 2
    assert main(["export", "--data", str(turkpa), str(copy)]) == 2
    assert capsys.readouterr().err.count("No copy was made: ") == 2
    assert not (tmp_path / "new").exists()


def test_a_copy_of_a_damaged_record_says_that_it_is_one(
    turkpa: Path, tmp_path: Path, capsys: Output
) -> None:
    data = shutil.copytree(turkpa, tmp_path / "data")
    db = sqlite3.connect(data / "record.db")
    db.execute("DROP TRIGGER payload_may_only_go")
    db.execute("UPDATE payload SET body = x'7b7d' WHERE position = 3")
    db.commit()
    db.close()
    assert main(["export", "--data", str(data), str(tmp_path / "copy")]) == 1
    said = capsys.readouterr().out
    assert "act 3: the body is not what the entry commits to" in said
    assert "has the faults of the record" in said


def test_a_record_made_from_a_copy_is_continued_with_its_key(
    turkpa: Path, copy: Path, tmp_path: Path, capsys: Output
) -> None:
    new, key = tmp_path / "new", str(turkpa / "keys" / "record.key")
    assert main(["restore", str(copy), "--data", str(new), "--signing-key", key]) == 0
    assert "can be continued" in capsys.readouterr().out
    record = Record.open(new)
    assert record.size > 200
    record.close()


def test_a_record_made_without_the_key_is_for_reading(
    copy: Path, tmp_path: Path, capsys: Output
) -> None:
    assert main(["restore", str(copy), "--data", str(tmp_path / "new")]) == 0
    assert "cannot be continued\nwithout its signing key" in capsys.readouterr().out


def test_nothing_is_restored_from_a_damaged_copy_or_over_a_record(
    turkpa: Path, copy: Path, tmp_path: Path, capsys: Output
) -> None:
    assert main(["restore", str(copy), "--data", str(turkpa)]) == 2
    assert "Nothing was restored: " in capsys.readouterr().err
    (copy / "checkpoint").write_bytes(b"x")
    assert main(["restore", str(copy), "--data", str(tmp_path / "new")]) == 1
    assert "Nothing was restored from it." in capsys.readouterr().out
    assert not (tmp_path / "new").exists()


def test_a_part_of_a_copy_that_is_missing_is_named_once(copy: Path, capsys: Output) -> None:
    (copy / "acts.jsonl").unlink()
    assert main(["verify", str(copy)]) == 1
    said = capsys.readouterr().out
    assert "One fault:\n  acts.jsonl is missing, so that no act could be read\n" in said
    (copy / "vkey").unlink()
    assert main(["verify", str(copy)]) == 1
    said = capsys.readouterr().out
    assert f"there is no verifier key at {copy / 'vkey'}" in said
    assert said.endswith("Without a key no signature can be checked. Give it: --key KEY.\n")


def test_a_whole_copy_is_for_its_owner_and_a_public_one_for_everyone(
    copy: Path, turkpa: Path, tmp_path: Path
) -> None:
    public = tmp_path / "public"
    main(["export", "--data", str(turkpa), str(public), "--public"])
    assert [path.stat().st_mode & 0o777 for path in (copy, public)] == [0o700, 0o755]
