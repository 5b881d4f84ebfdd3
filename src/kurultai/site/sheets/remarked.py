"""Lines that were not right, as they came, each with what is wrong with it."""

from collections.abc import Mapping

from kurultai.language.columns import heading
from kurultai.papers.sheets import Column, Grid, Line, Table
from kurultai.site.sheets.cells import columns_of
from kurultai.site.tongue import say


def remarked(
    grid: Grid,
    remarks: Mapping[int, str],
    language: str,
    columns: tuple[Column, ...] = (),
    lines: tuple[Line, ...] | None = None,
) -> Table:
    """The lines that have a remark; ``columns`` and ``lines`` take the place of those that came."""
    head = columns or tuple(Column(words, 20) for words in heads(grid))
    place = columns_of(grid, ("remark",)).get("remark", len(head))
    if place == len(head):
        head = (*head, Column(heading(language, "remark"), 50))
    rows = (
        _with(line, place, remarks[line.line], len(head))
        for line in (grid.body if lines is None else lines)
        if line.line in remarks
    )
    return Table(say("Remarks"), head, tuple(rows))


def heads(grid: Grid) -> tuple[str, ...]:
    """The heading of every column in which anything stands."""
    widest = max(len(line.cells) for line in grid.lines)
    return tuple(grid.head.cell(place) for place in range(widest))


def _with(line: Line, place: int, remark: str, width: int) -> tuple[str, ...]:
    cells = [*line.cells, *[""] * (width - len(line.cells))]
    cells[place] = remark
    return tuple(cells)
