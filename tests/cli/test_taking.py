"""``kurultai import``: shown first, recorded with --record, every fault with line and cell."""

from pathlib import Path

import pytest

from kurultai.cli.main import main
from kurultai.gate import commitments
from kurultai.handle import House

HEAD = "Text;Adopted;Paragraph;Wording;Parliament;State;Answered;Reply\n"
GOOD = "REC/2019/3;2019-12-18;1;Asks for a list;Azerbaijan;Accepted;2020-03-01;Gladly\n"


@pytest.fixture
def data(turkpa: Path, tmp_path: Path) -> Path:
    import shutil

    return Path(shutil.copytree(turkpa, tmp_path / "data"))


def taken(data: Path, text: str, *more: str) -> int:
    file = data.parent / "past.csv"
    file.write_text(text, encoding="utf-8")
    return main(["import", str(file), "--data", str(data), *more])


def states(data: Path) -> list[tuple[str, str]]:
    house = House(data)
    with house.viewing(None, "en") as viewer:
        found = commitments.commitments(viewer)
    house.close()
    return [(row.party, row.state) for row in found if row.imported]


def test_it_is_shown_and_not_recorded(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert taken(data, HEAD + GOOD) == 0
    said = capsys.readouterr().out
    assert "1 lines can be taken over." in said
    assert "REC/2019/3 (new here)" in said
    assert "--record does it" in said
    assert states(data) == []


def test_it_is_recorded_when_that_is_asked(data: Path) -> None:
    assert taken(data, HEAD + GOOD, "--record") == 0
    assert states(data) == [("party:az", "accepted")]


def test_recorded_again_nothing_changes(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert taken(data, HEAD + GOOD, "--record") == 0
    assert taken(data, HEAD + GOOD, "--record") == 1
    assert "This was taken over from a file before." in capsys.readouterr().err
    assert states(data) == [("party:az", "accepted")]


def test_every_fault_is_named_and_nothing_is_recorded(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = GOOD.replace("Azerbaijan", "Atlantis").replace("2020-03-01", "soon")
    assert taken(data, HEAD + GOOD + wrong + wrong.replace("Atlantis", "kz"), "--record") == 1
    said = capsys.readouterr().err
    assert "past.csv, line 3, cell E3: No parliament of this name" in said
    assert "past.csv, line 4, cell G4: soon is not a day" in said
    assert states(data) == []


def test_a_column_may_be_named(data: Path) -> None:
    text = (HEAD + GOOD).replace("Parliament", "Who?")
    assert taken(data, text, "--record") == 1
    assert taken(data, text, "--record", "--column", "Who?=party") == 0
    assert states(data) == [("party:az", "accepted")]


def test_only_in_the_name_of_the_secretariat(data: Path) -> None:
    assert taken(data, HEAD + GOOD, "--record", "--person", "person:office-az-head") == 1
    assert states(data) == []


def test_it_is_for_whom_it_is_said_to_be(data: Path) -> None:
    assert taken(data, HEAD + GOOD, "--record", "--audience", "secretariat") == 0
    assert states(data) == []  # the public sees nothing of it


@pytest.mark.parametrize("text", ["", "\0\1\2" * 30, "PK\x03\x04"])
def test_what_is_no_spreadsheet_is_refused(data: Path, text: str) -> None:
    assert taken(data, text, "--record") == 1
