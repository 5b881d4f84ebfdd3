"""How far a text was understood."""

from collections.abc import Iterable

from kurultai.papers.draft import Structured
from kurultai.papers.plain.tree import Standing
from kurultai.texts.unit import Unit, walk


def measured(units: tuple[Unit, ...], row: Iterable[Standing]) -> Structured:
    """Fully: operative paragraphs were found and nothing is left over; not: none was found."""
    if not any(unit.kind == "operative" for unit, _ in walk(units)):
        return "not"
    return "partly" if any(one.left for one in row) else "fully"
