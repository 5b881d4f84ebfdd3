"""Spreadsheets both ways: tables out, lines with the addresses of their cells in."""

from kurultai.papers.sheets.days import written_day
from kurultai.papers.sheets.read import read
from kurultai.papers.sheets.separated import write_csv
from kurultai.papers.sheets.table import Column, Grid, Line, Table, address, letters

__all__ = [
    "Column",
    "Grid",
    "Line",
    "Table",
    "address",
    "letters",
    "read",
    "write_csv",
    "written_day",
]
