"""What an author, a clerk or an operator is told of a rulebook."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kurultai import rulebooks
from kurultai.cli.columns import table, width
from kurultai.cli.main import main

Output = pytest.CaptureFixture[str]

BOOK = """
[[rule]]
part = "genel_kurul"
from = "2000-01-01"
kind = "fraction_cast"
fraction = "2/3"
article = "Madde 7"
link = "https://example.org"
confidence = "C"

[[rule]]
part = "genel_kurul"
from = "2010-01-01"
kind = "majority_cast"
unconfirmed = ["threshold"]
confidence = "R"

[[quorum]]
part = "genel_kurul"
from = "2000-01-01"
kind = "number"
least = 2
confidence = "?"

[[value]]
part = "assembly"
key = "languages"
from = "2000-01-01"
value = ["tr", "kk"]
confidence = "?"
says = { en = "Turkish and Kazakh." }

[[voter]]
voter = "議会"
from = "2000-01-01"
weight = 2
roles = ["founder"]
article = "Art. 1"
confidence = "R"

[[voter]]
voter = "b"
from = "2000-01-01"
until = "2009-12-31"
confidence = "?"
"""


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    file = tmp_path / "body.toml"
    file.write_text(BOOK, encoding="utf-8")
    return file


def test_a_good_rulebook_is_shown_as_it_was_understood(book: Path, capsys: Output) -> None:
    assert main(["rulebook", "check", str(book)]) == 0
    said = capsys.readouterr().out
    assert said.endswith(f"\n{book}: no faults, 5 notes.\n")
    rows = [re.split(r" {2,}", line) for line in said.splitlines()]
    assert rows[0] == ["rule", "since", "what it demands", "article", "sure"]
    two_thirds, later = (row for row in rows if row[0] == "default")
    assert (two_thirds[1], two_thirds[3:]) == ("2000-01-01", ["Madde 7", "C"])
    assert "2/3" in two_thirds[2]
    assert (later[1], later[3:]) == ("2010-01-01", ["R !"])
    assert later[2].endswith("(not confirmed: threshold)")
    assert ["languages", "2000-01-01", "tr, kk", "?"] in rows


def test_who_votes_is_shown_for_each_day_on_which_it_changes(book: Path, capsys: Output) -> None:
    main(["rulebook", "show", str(book)])
    rows = [re.split(r" {2,}", line) for line in capsys.readouterr().out.splitlines()]
    assert [row[1:] for row in rows if row[0] == "voters"] == [
        ["2000-01-01", "2 voters with 3 votes; 1 with the role founder", "Art. 1", "R?"],
        ["2010-01-01", "1 voter with 2 votes; 1 with the role founder"],
    ]


def test_what_was_in_force_on_a_day_is_shown_with_every_voter(book: Path, capsys: Output) -> None:
    assert main(["rulebook", "show", str(book), "--on", "2009-12-31"]) == 0
    said = capsys.readouterr().out
    assert "voter b" in said
    assert "2/3" in said
    assert "議会" in said
    assert main(["rulebook", "show", str(book), "--on", "2010-01-01"]) == 0
    said = capsys.readouterr().out
    assert "voter b" not in said
    assert "議会" in said
    assert "2/3" not in said


def test_a_day_that_is_none_is_refused(book: Path, capsys: Output) -> None:
    assert main(["rulebook", "show", str(book), "--on", "2010"]) == 2
    assert capsys.readouterr().err == "2010 is not a day. Write it so: --on 2014-11-01\n"


def test_every_fault_of_every_file_is_named_by_file_and_line(
    book: Path, tmp_path: Path, capsys: Output
) -> None:
    other = tmp_path / "other.toml"
    other.write_text("[[rule]\n", encoding="utf-8")
    wrong = BOOK.replace("least = 2", "least = 3").replace('kind = "fraction_cast"', 'kind = "x"')
    book.write_text(wrong, encoding="utf-8")
    assert main(["rulebook", "check", "--quiet", str(book), str(other), "pace"]) == 1
    first, second, third, rest = capsys.readouterr().out.split("\n", 3)
    assert first.startswith(f"{book}:5: [[rule]] number 1: kind is not right. Expected: one of")
    assert second == (
        f"{book}:22: [[quorum]] number 1: this is never reached: 3 are needed, and there are at"
        " most 2."
    )
    assert third == f"{book}: 2 faults."
    assert rest.splitlines()[0].startswith(f"{other}:1: {other.stem}.toml cannot be read: ")
    assert rest.splitlines()[1:] == [f"{other}: 1 fault.", "pace.toml: no faults."]


def test_what_is_worth_a_look_is_noted_and_is_no_fault(book: Path, capsys: Output) -> None:
    condition = '\n[[rule.conditions]]\nof = "present"\nfraction = "1/2"\neach_group = true\n'
    rule = '[[rule]]\npart = "p"\nfrom = "2000-01-01"\nkind = "conditions"\nconfidence = "S"'
    book.write_text(BOOK + rule + condition, encoding="utf-8")
    assert main(["rulebook", "check", str(book)]) == 1
    said = capsys.readouterr().out
    notes = [line for line in said.splitlines() if line.startswith(f"note: {book}:")]
    assert any(note.endswith("no source confirms: threshold.") for note in notes)
    assert any("reckoned by groups" in note for note in notes)
    assert said.endswith(f"{book}: 1 fault, {len(notes)} notes.\n")
    main(["rulebook", "check", "--quiet", str(book)])
    assert "note: " not in capsys.readouterr().out


def test_a_rulebook_that_is_wrong_is_not_shown_but_its_faults_are(
    book: Path, capsys: Output
) -> None:
    book.write_text(BOOK.replace("2/3", "two thirds"), encoding="utf-8")
    assert main(["rulebook", "show", str(book)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"{book}:6: [[rule]] number 1: fraction is not right.")


def test_the_rulebooks_that_come_along_are_listed_with_how_sure_they_are(capsys: Output) -> None:
    assert main(["rulebook", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["rulebook", "parts", "rules", "elections", "C", "S", "R", "?"]
    named = [line.split()[0] for line in lines[2:] if not line.startswith(" ")]
    assert [*rulebooks.names(), "sure:"] == named


@pytest.mark.parametrize("command", [("check",), ("show",), ("show", "--on", "2010-01-01")])
def test_a_rulebook_that_there_is_not_is_answered_with_those_nearest(
    command: tuple[str, ...], capsys: Output
) -> None:
    assert main(["rulebook", *command, "turkpaa"]) == 2
    said = capsys.readouterr().err
    assert said == ("turkpaa: neither a file nor a rulebook that comes along. Those are: turkpa\n")


@pytest.mark.parametrize("columns", [64, 80, 132])
@pytest.mark.parametrize("name", rulebooks.names())
def test_no_line_is_wider_than_the_screen(
    name: str, columns: int, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert main(["rulebook", "check", name]) == 0
    said = capsys.readouterr().out
    rows = said[: said.index("sure: ")].splitlines()
    assert [line for line in rows if width(line) > columns] == []


def test_a_table_is_aligned_by_what_letters_take_on_the_screen() -> None:
    rows = [
        ("議会", "a b c d e f g"),
        ("e\u0301t\u0301", "x"),
        ("the whole",),
        ("\x1b[31mred", "y\nz"),
    ]
    said = table(("name", "words"), rows, to=22, wrap=1, cap=8)
    assert said.splitlines() == [
        "name     words",
        "-------  -------------",
        "議会     a b c d e f g",
        "e\u0301t\u0301       x",
        "",
        "the whole",
        "[31mred  y z",
    ]


def test_a_name_without_a_space_is_divided_after_a_joint() -> None:
    rows = [("standing_committee", "x"), ("abcdefghijklmnop", "y")]
    said = table(("name", "words"), rows, to=40, wrap=1, cap=12)
    assert [line.split()[0] for line in said.splitlines()[2:]] == [
        "standing_",
        "committee",
        "abcdefghijkl",
        "mnop",
    ]


def test_who_pipes_the_table_elsewhere_gets_eighty_columns() -> None:
    command = (sys.executable, "-m", "kurultai.cli.main", "rulebook", "check", "turkpa")
    environment = {key: value for key, value in os.environ.items() if key != "COLUMNS"}
    ran = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert max(map(width, ran.stdout.decode().split("sure: ")[0].splitlines())) == 80
