"""The cells of a line under the columns that were recognised; what is wrong is said at its cell."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kurultai.language.columns import column_of, heading
from kurultai.papers.sheets import Grid, Line, address, written_day
from kurultai.procedure.refusal import Refused

Columns = Mapping[str, int]  # what a column is -> where it stands
_PARTS = re.compile(r"[\n;,]+")
_LINKS = re.compile(r"[\s;]+")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line, at which cell, by which rule."""

    line: int
    cell: str
    rule: str
    facts: Mapping[str, str] = field(default_factory=dict)


def columns_of(grid: Grid, known: Iterable[str]) -> dict[str, int]:
    """Where the known columns stand; of two with one heading, the first."""
    known = tuple(known)
    found: dict[str, int] = {}
    for place, words in enumerate(grid.head.cells):
        column = column_of(words, known)
        if column:
            found.setdefault(column, place)
    return found


def needed(columns: Columns, names: Iterable[str], language: str) -> None:
    """Refused if one of these columns is not there."""
    for name in names:
        if name not in columns:
            raise Refused("sheet.column_missing", {"name": heading(language, name)})


class Cells:
    """One line, read cell by cell; ``at`` is the cell that was read last."""

    def __init__(self, line: Line, columns: Columns) -> None:
        """Of that line."""
        self.line, self._columns = line, columns
        self.at = address(0, line.line)

    def text(self, column: str) -> str:
        """What stands in the cell; Refused if a formula does."""
        place = self._columns.get(column)
        if place is not None:
            self.at = address(place, self.line.line)
            if place in self.line.formulas:
                raise Refused("sheet.formula")
        return self.line.cell(place)

    def day(self, column: str) -> str:
        """The day in the cell, or nothing."""
        words = self.text(column)
        try:
            return written_day(words) if words else ""
        except ValueError as reason:
            raise Refused("sheet.day", {"words": words}) from reason

    def several(self, column: str) -> tuple[str, ...]:
        """What stands in the cell, parted by commas, semicolons or lines."""
        return tuple(filter(None, (part.strip() for part in _PARTS.split(self.text(column)))))

    def links(self, column: str) -> tuple[str, ...]:
        """The addresses in the cell, parted by spaces, semicolons or lines."""
        return tuple(filter(None, _LINKS.split(self.text(column))))

    def fault(self, refused: Refused) -> Fault:
        """What was refused, at the cell that was read last."""
        return Fault(self.line.line, self.at, refused.rule, dict(refused.facts))
