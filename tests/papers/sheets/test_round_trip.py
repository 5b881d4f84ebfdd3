"""What was written is read back unchanged, whatever it begins with and whoever opens it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.language import LANGUAGES
from kurultai.papers.sheets import Column, Table, read, write_csv
from kurultai.papers.sheets.book import write_xlsx
from kurultai.papers.sheets.guarded import guarded, kept, unguarded

WORDS = st.text(max_size=60).map(lambda words: kept(words).strip())
DANGEROUS = st.sampled_from(
    ["=1+1", "+994 12", "-5", "@SUM(A1)", "'=x", "''-", "=cmd|' /C calc'!A0"]
)
CELLS = WORDS | DANGEROUS | st.sampled_from(["007", "1e5", "3/4", "a;b,c\td", 'say "no"', "a\nb"])
DAYS = st.dates(min_value=date(1901, 1, 1)).map(lambda day: day.isoformat())
ROWS = st.lists(st.tuples(CELLS, DAYS | st.just(""), CELLS), max_size=6)
COLUMNS = (
    Column("Text", 40),
    Column("Due", 12, "day"),
    Column("State", 14, "choice", ("Done", "In progress, slowly", "=not")),
)


def lines(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows in which anything stands, as cells without empty ones at the end."""
    return [_cut(row) for row in rows if any(row)]


def _cut(row: tuple[str, ...]) -> tuple[str, ...]:
    cells = list(row)
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


@given(ROWS)
def test_a_workbook_says_what_was_written(rows: list[tuple[str, str, str]]) -> None:
    written = write_xlsx(Table("Follow-up", COLUMNS, tuple(rows)))
    grid = read("x.xlsx", written, "en")
    assert grid.head.cells == ("Text", "Due", "State")
    assert [line.cells for line in grid.body] == lines(list(rows))
    assert not any(line.formulas for line in grid.lines)


@given(ROWS, st.sampled_from(LANGUAGES))
def test_a_plain_table_says_what_was_written(
    rows: list[tuple[str, str, str]], language: str
) -> None:
    written = write_csv(Table("Follow-up", COLUMNS, tuple(rows)), language)
    grid = read("x.csv", written, language)
    assert grid.head.cells == ("Text", "Due", "State")
    assert [_cut(line.cells) for line in grid.body] == lines(list(rows))


@given(CELLS)
def test_nothing_written_is_taken_for_a_formula(words: str) -> None:
    assert not guarded(words).startswith(("=", "+", "-", "@", "\t"))
    assert unguarded(guarded(words)) == words


@given(st.lists(st.integers(0, 30), min_size=1, max_size=6))
def test_lines_have_the_numbers_that_a_spreadsheet_shows(gaps: list[int]) -> None:
    rows: list[tuple[str, str, str]] = []
    expected = []
    for gap in gaps:
        rows += [("", "", "")] * gap + [("x", "", "")]
        expected.append(len(rows) + 1)
    table = Table("T", COLUMNS, tuple(rows))
    assert [line.line for line in read("a", write_xlsx(table), "en").body] == expected
    assert [line.line for line in read("a", write_csv(table, "tr"), "tr").body] == expected


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_plain_table_of_any_country_is_read(separator: str, encoding: str) -> None:
    rows = [["Текст", "Due", "State"], ['"a;b,c"', "15.04.2025", "Done"]]
    data = "\r\n".join(separator.join(row) for row in rows).encode(encoding)
    grid = read("x.csv", data, "ru")
    assert grid.head.cells == ("Текст", "Due", "State")
    assert grid.body[0].cells == ("a;b,c", "15.04.2025", "Done")


def test_the_first_line_may_name_the_separator() -> None:
    grid = read("x.csv", b"sep=,\r\nA,B;C\r\n1,2\r\n", "tr")
    assert [line.cells for line in grid.lines] == [("A", "B;C"), ("1", "2")]
