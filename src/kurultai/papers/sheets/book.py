"""A table as a workbook: days are days, choices are offered, nothing is a formula."""

import io
from collections.abc import Iterator
from datetime import date, datetime

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from kurultai.papers.sheets.guarded import guarded, kept
from kurultai.papers.sheets.table import LONGEST, Column, Table, letters

_WORDS = "words"  # the sheet, out of sight, on which the words stand that are offered
_ASKED = PatternFill("solid", fgColor="FFF7E0")
_TITLE = 31  # characters of a sheet's name
_BEYOND = 200  # lines below the last in which the choices are offered too
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def write_xlsx(table: Table) -> bytes:
    """The table, its headings always in sight, the columns to be filled in marked."""
    book = openpyxl.Workbook()
    book.properties.creator = "Kurultai"
    sheet = book.active
    sheet.title = kept(table.name).translate(_FORBIDDEN).strip()[:_TITLE] or "1"
    sheet.freeze_panes = "A2"
    for at, column in enumerate(table.columns):
        sheet.column_dimensions[letters(at)].width = column.width
    for validation in _offered(table):
        sheet.add_data_validation(validation)
    sheet.append([_heading(sheet, column) for column in table.columns])
    for row in table.rows:
        pairs = zip(table.columns, row, strict=True)
        sheet.append([_cell(sheet, column, words) for column, words in pairs])
    _list_words(book, table)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _offered(table: Table) -> Iterator[DataValidation]:
    lists = [at for at, column in enumerate(table.columns) if column.choices]
    for place, at in enumerate(lists):
        there, last = letters(place), len(table.columns[at].choices)
        words = f"{_WORDS}!${there}$1:${there}${last}"
        end = len(table.rows) + 1 + _BEYOND
        where = f"{letters(at)}2:{letters(at)}{end}"
        yield DataValidation(type="list", formula1=words, allow_blank=True, sqref=where)


def _list_words(book: openpyxl.Workbook, table: Table) -> None:
    lists = [column.choices for column in table.columns if column.choices]
    if not lists:
        return
    sheet = book.create_sheet(_WORDS)
    sheet.sheet_state = "hidden"
    for number in range(max(map(len, lists))):
        words = (choices[number] if number < len(choices) else "" for choices in lists)
        sheet.append([_text(sheet, each) for each in words])


def _heading(sheet: object, column: Column) -> WriteOnlyCell:
    cell = _text(sheet, column.heading)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if column.is_asked:
        cell.fill = _ASKED
    return cell


def _cell(sheet: object, column: Column, words: str) -> WriteOnlyCell:
    day = _day(words) if column.kind == "day" else None
    cell = _text(sheet, words) if day is None else WriteOnlyCell(sheet, day)
    if column.kind == "day":
        cell.number_format = "yyyy-mm-dd"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if column.is_asked:
        cell.fill = _ASKED
    return cell


def _text(sheet: object, words: str) -> WriteOnlyCell:
    """A cell of words, whatever they begin with."""
    safe = kept(words)[:LONGEST]
    cell = WriteOnlyCell(sheet, safe or None)
    if safe:
        cell.data_type = "s"
    if guarded(safe) != safe:
        cell.quotePrefix = True
    return cell


def _day(words: str) -> datetime | None:
    """The day, if it is one that a spreadsheet knows; a month alone is written as words."""
    try:
        found = date.fromisoformat(words)
    except ValueError:
        return None
    return datetime(found.year, found.month, found.day) if found.year >= 1901 else None  # noqa: DTZ001, PLR2004
