"""Workbooks: what a spreadsheet program writes, read as if an enemy had made it."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import openpyxl
from lxml import etree
from openpyxl.utils.exceptions import InvalidFileException

from kurultai.papers.docx.package import bounded as bounded_zip
from kurultai.papers.draft import Unreadable
from kurultai.papers.sheets.guarded import kept
from kurultai.papers.sheets.separated import bounded
from kurultai.papers.sheets.table import COLUMNS, LINES, Grid, Line

_PART = 20_000_000  # bytes of a part, unpacked: five seconds of the processor
_OLE = b"\xd0\xcf\x11\xe0"
_BROKEN = (  # what the library says of files that no program wrote
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    etree.XMLSyntaxError,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RuntimeError,
    OSError,
    EOFError,
)


def read_xlsx(data: bytes) -> Grid:
    """The lines of the first sheet that is in sight; far beyond the last column nobody looks.

    Raises Unreadable: paper.broken_zip, paper.bomb, paper.paths, paper.encrypted, paper.entities,
    paper.not_a_sheet, paper.sheet_empty, paper.too_many_lines, paper.too_many_columns,
    paper.cell_too_long.
    """
    _harmless(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what the library leaves out
            return Grid(tuple(_lines(data)))
    except _BROKEN as fault:
        raise Unreadable("paper.not_a_sheet") from fault


def _harmless(data: bytes) -> None:
    """A zip as large as it says, in which no part brings entities of its own."""
    if data.startswith(_OLE):
        raise Unreadable("paper.not_a_sheet")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        bounded_zip(archive)
        if "[Content_Types].xml" not in archive.namelist():
            raise Unreadable("paper.not_a_sheet")
        for one in archive.infolist():
            if one.filename.endswith((".xml", ".rels")):
                _check_part(archive, one)
    except _BROKEN as fault:
        raise Unreadable("paper.broken_zip") from fault


def _check_part(archive: zipfile.ZipFile, one: zipfile.ZipInfo) -> None:
    if one.file_size > _PART:
        raise Unreadable("paper.bomb")
    if b"<!DOCTYPE" in archive.read(one).replace(b"\0", b""):  # in UTF-16 too
        raise Unreadable("paper.entities", {"part": one.filename})


def _lines(data: bytes) -> Iterator[Line]:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    try:
        seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if not seen:
            raise Unreadable("paper.sheet_empty")
        rows = seen[0].iter_rows(max_row=LINES + 1, max_col=COLUMNS + 1)
        for number, row in enumerate(rows, 1):
            line = _line(number, row)
            if line.formulas or any(line.cells):
                yield line
    finally:
        book.close()


def _line(number: int, row: tuple[Any, ...]) -> Line:
    formulas = frozenset(at for at, cell in enumerate(row) if cell.data_type == "f")
    cells = ["" if at in formulas else _words(cell.value) for at, cell in enumerate(row)]
    if formulas or any(cells):
        bounded(number, cells)
    while cells and not cells[-1]:
        cells.pop()
    return Line(number, tuple(cells), formulas)


def _words(value: object) -> str:
    """A cell's value as it is written."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case _:
            return kept(str(value)).strip()
