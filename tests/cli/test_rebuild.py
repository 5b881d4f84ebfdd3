"""The tables follow from the acts, and a table that does not is named and put right."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kurultai.cli.main import main
from kurultai.record.sqlite import Record
from kurultai.record.verify import verify

Output = pytest.CaptureFixture[str]


@pytest.fixture
def data(turkpa: Path, tmp_path: Path) -> Path:
    return shutil.copytree(turkpa, tmp_path / "data")


SPEAKING = """
import sys
from pathlib import Path
from kurultai.handle import House
from kurultai.procedure import commands as c
house = House(Path(sys.argv[1]))
for number in range(1_000_000):
    command = c.RecordStatement(
        id=f"command-{number}", meeting="meeting:plenary-1", speaker={"en": "Chair"},
        on_behalf="assembly", summary={"en": f"Statement {number}."},
    )
    print(house.submit("test", command).result(), flush=True)
"""


def change(data: Path, sql: str) -> None:
    db = sqlite3.connect(data / "record.db")
    db.execute(sql)
    db.commit()
    db.close()


def test_the_tables_are_what_the_acts_make(data: Path, capsys: Output) -> None:
    assert main(["rebuild", "--data", str(data)]) == 0
    assert "The tables are the same." in capsys.readouterr().out


def test_a_changed_table_is_named_and_put_right(data: Path, capsys: Output) -> None:
    change(data, "UPDATE meeting SET state = 'convened' WHERE meeting = 'meeting:plenary-1'")
    assert main(["rebuild", "--data", str(data)]) == 1
    said = capsys.readouterr().out
    assert "meeting: shown, but no act says so: ('meeting:plenary-1'" in said
    assert "kurultai rebuild --swap" in said
    assert main(["rebuild", "--data", str(data), "--swap"]) == 0
    assert "The new tables are in place." in capsys.readouterr().out
    assert main(["rebuild", "--data", str(data)]) == 0
    assert verify(data).faults == ()


def test_many_differences_are_cut_short(data: Path, capsys: Output) -> None:
    change(data, "UPDATE minute SET actor = 'somebody'")
    assert main(["rebuild", "--data", str(data)]) == 1
    assert "  and more\n" in capsys.readouterr().out


def test_tables_of_another_version_are_not_compared(data: Path, capsys: Output) -> None:
    change(data, "UPDATE table_version SET version = 0")
    assert main(["rebuild", "--data", str(data)]) == 1
    assert "another version" in capsys.readouterr().out


def test_nothing_is_rebuilt_where_there_is_nothing(tmp_path: Path, capsys: Output) -> None:
    assert main(["rebuild", "--data", str(tmp_path)]) == 2
    assert main(["rebuild", "--data", str(tmp_path), "--swap"]) == 2
    assert capsys.readouterr().err.count("Nothing was rebuilt: ") == 2


def test_the_tables_are_what_the_acts_make_after_the_process_was_killed(
    data: Path, capsys: Output
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SPEAKING, str(data)], stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout is not None
        told = [int(process.stdout.readline()) for _ in range(100)]
        process.kill()
    assert main(["rebuild", "--data", str(data)]) == 0
    assert main(["verify", str(data)]) == 0
    record = Record.open(data)
    assert record.results_of("command-99") == told[-1]
    record.close()
    assert "The tables are the same." in capsys.readouterr().out
