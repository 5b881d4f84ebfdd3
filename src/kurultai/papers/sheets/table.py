"""The shape of a spreadsheet: lines with cells, each with the address by which people find it."""

from dataclasses import dataclass, field
from typing import Literal

LINES = 20_000  # of a file; more than any assembly keeps, and read in seconds
COLUMNS = 100
LONGEST = 32_767  # characters of a cell, as spreadsheets have it

Kind = Literal["text", "day", "choice"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it is written: its heading, and of a choice the words that it offers."""

    heading: str
    width: int = 16  # characters
    kind: Kind = "text"
    choices: tuple[str, ...] = ()
    is_asked: bool = False  # to be filled in by whoever gets it


@dataclass(frozen=True, slots=True)
class Table:
    """What is written: a day as an ISO day, everything else as it is."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file: its number as a spreadsheet shows it, and its cells.

    A cell that holds a formula is empty: what it came to was reckoned elsewhere.
    """

    line: int
    cells: tuple[str, ...]
    formulas: frozenset[int] = field(default_factory=frozenset)

    def cell(self, column: int | None) -> str:
        """What stands in the column; nothing if there is no such column."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Grid:
    """What was read: the lines in which anything stands."""

    lines: tuple[Line, ...]

    @property
    def head(self) -> Line:
        """The line of headings: the first one."""
        return self.lines[0]

    @property
    def body(self) -> tuple[Line, ...]:
        """The lines below it."""
        return self.lines[1:]


def address(column: int, line: int) -> str:
    """What the cell is called: the third column of line 7 is C7."""
    return f"{letters(column)}{line}"


def letters(column: int) -> str:
    """What the column is called: 0 is A, 26 is AA."""
    before, own = divmod(column, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + own)
