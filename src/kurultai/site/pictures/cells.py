"""Cells and bars as they stand on a page: by the thousand, so they are written directly."""

from collections.abc import Mapping

from markupsafe import Markup, escape

from kurultai.procedure.following.commitment import STATES
from kurultai.site.pictures.bars import SCALE, Line
from kurultai.site.pictures.matrix import Cell, Row


def cells_of(row: Row, words: Mapping[str, str], nothing: str, *, every: bool) -> Markup:
    """A row's cells, and the one for all of them behind; ``words`` are the states'."""
    chips = {
        state: f'<b class="is-{state}"><i class="vh">{escape(words[state])} </i>'
        for state in STATES
    }
    none = f'<td><span class="none"><i class="vh">{escape(nothing)}</i></span></td>'
    told = [f"<td>{_linked(cell, chips)}</td>" if cell.counts else none for cell in row.cells]
    if every:
        told.append(f'<td class="every">{_linked(row.every, chips)}</td>')
    return Markup("".join(told))  # noqa: S704 - of our own, and what is not was escaped


def _linked(cell: Cell, chips: Mapping[str, str]) -> str:
    inside = "".join([f"{chips[state]}{count}</b>" for state, count in cell.counts])
    return f'<a class="cell" href="{cell.href.replace("&", "&amp;")}">{inside}</a>'


def numbers_of(counts: tuple[int, ...]) -> Markup:
    """A cell for each number."""
    cells = [f'<td class="number">{number}</td>' for number in counts]
    return Markup("".join(cells))  # noqa: S704 - numbers


def bar_of(line: Line) -> Markup:
    """The line's bar; whoever does not see it has the numbers beside it."""
    pieces = [
        f'<rect class="seg is-{p.kind}" x="{p.x}" y="1" width="{p.width}" height="18"/>'
        for p in line.pieces
    ]
    return Markup(  # noqa: S704 - numbers, and kinds of our own
        f'<svg viewBox="0 0 {SCALE} 20" width="{SCALE}" height="20" preserveAspectRatio="none"'
        f' aria-hidden="true">{"".join(pieces)}</svg>'
    )
