"""Plain tables: UTF-8 with a mark, separated as spreadsheets of the country do it."""

import csv
import io
from collections.abc import Iterator

from kurultai.papers.draft import Unreadable
from kurultai.papers.letters import decoded
from kurultai.papers.sheets.guarded import guarded, kept, unguarded
from kurultai.papers.sheets.table import COLUMNS, LINES, LONGEST, Grid, Line, Table

_MARK = "\ufeff"
_COMMA = ("en",)  # where a decimal is written with a point, cells are parted by a comma
_SEPARATORS = ";,\t"


def separator(language: str) -> str:
    """What parts the cells in files of that language."""
    return "," if language in _COMMA else ";"


def write_csv(table: Table, language: str) -> bytes:
    """The table, so that a spreadsheet opens it without asking."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator(language), lineterminator="\r\n")
    writer.writerow(guarded(kept(column.heading)) for column in table.columns)
    for row in table.rows:
        writer.writerow(guarded(kept(words)) for words in row)
    return (_MARK + out.getvalue()).encode()


def read_csv(data: bytes, language: str) -> Grid:
    """The lines of the file.

    Raises Unreadable: paper.binary, paper.encoding, paper.too_many_lines, paper.too_many_columns,
    paper.cell_too_long.
    """
    text = decoded(data, language)
    said, text = _said(text)
    return Grid(tuple(_lines(text, said or _parted_by(text))))


def _said(text: str) -> tuple[str, str]:
    """What the first line says of the separator, as some spreadsheets write it; and the rest."""
    first, _, rest = text.partition("\n")
    named = first.rstrip("\r").removeprefix("sep=")
    return (named, rest) if first.startswith("sep=") and named in tuple(_SEPARATORS) else ("", text)


def _parted_by(text: str) -> str:
    """The separator that the first line has most of, outside of quotation marks."""
    heading = text.lstrip("\r\n").partition("\n")[0]
    outside = "".join(heading.split('"')[::2])
    return max(_SEPARATORS, key=outside.count)


def _lines(text: str, separated: str) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separated)
    try:
        for number, cells in enumerate(reader, 1):
            if any(cells):
                bounded(number, cells)
                yield Line(number, tuple(unguarded(kept(cell)).strip() for cell in cells))
    except csv.Error as fault:
        raise Unreadable("paper.cell_too_long", {"line": str(reader.line_num)}) from fault


def bounded(number: int, cells: list[str]) -> None:
    """Nothing larger than anything honest."""
    if number > LINES:
        raise Unreadable("paper.too_many_lines", {"limit": str(LINES)})
    if len(cells) > COLUMNS and any(cells[COLUMNS:]):
        raise Unreadable("paper.too_many_columns", {"limit": str(COLUMNS)})
    if any(len(cell) > LONGEST for cell in cells):
        raise Unreadable("paper.cell_too_long", {"line": str(number)})
