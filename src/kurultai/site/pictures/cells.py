"""The cells of a matrix as they stand on a page: by the thousand, so they are written directly."""

from collections.abc import Mapping

from markupsafe import Markup, escape

from kurultai.procedure.following.commitment import STATES
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
