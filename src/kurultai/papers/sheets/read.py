"""Reading whatever table a person uploads: by what is in it, not by its name."""

from kurultai.papers.draft import Unreadable
from kurultai.papers.reading import of_file
from kurultai.papers.sheets.separated import read_csv
from kurultai.papers.sheets.table import Grid


def read(name: str, data: bytes, language: str) -> Grid:
    """The lines of the file, headings first.

    Raises Unreadable: paper.too_large, paper.empty, paper.sheet_empty, and what the format's own
    reading raises; every refusal names the file.
    """
    with of_file(name, data):
        return _read(data, language)


def _read(data: bytes, language: str) -> Grid:
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        from kurultai.papers.sheets.xlsx import read_xlsx  # noqa: PLC0415 - a large library

        grid = read_xlsx(data)
    else:
        grid = read_csv(data, language)
    if not grid.lines:
        raise Unreadable("paper.sheet_empty")
    return grid
