"""The matrix: what each party does under each heading, counted by state."""

from collections.abc import Iterable
from dataclasses import dataclass

from kurultai.gate.shapes import Organ, Party, Tag
from kurultai.gate.shapes.following import NONE, Chosen, Count
from kurultai.procedure.following.commitment import STATES
from kurultai.site.pictures.chosen import Narrowed

Counts = tuple[tuple[str, int], ...]  # by state, in the order of the states


@dataclass(frozen=True, slots=True)
class Cell:
    """What a party has under a heading, and where it is listed."""

    counts: Counts
    href: str

    @property
    def count(self) -> int:
        """All of it."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True)
class Row:
    """A party: a cell for each column, and one for all of them, where each counts once."""

    party: str
    cells: tuple[Cell, ...]
    every: Cell


@dataclass(frozen=True, slots=True)
class Matrix:
    """Parties down, headings across, and the states that there are."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    states: tuple[str, ...]

    def of_column(self, place: int) -> dict[str, int]:
        """How many there are by state in one column."""
        return _summed(row.cells[place] for row in self.rows)

    @property
    def of_all(self) -> dict[str, int]:
        """How many there are by state, each counted once."""
        return _summed(row.every for row in self.rows)


def matrix(
    found: Iterable[Count],
    chosen: Chosen,
    whole: str,
    parties: tuple[str, ...],
    areas: Iterable[str],
) -> Matrix:
    """Who has something at all, in the order of the register; never by how much it is."""
    cells: dict[tuple[str, str], dict[str, int]] = {}
    for one in found:
        cells.setdefault((one.party, one.heading), {})[one.state] = one.number
    links = Narrowed(chosen)
    used = {heading for _, heading in cells}
    columns = tuple(heading for heading in _columns(chosen, areas) if heading in used)
    named = [party for party in parties if (party, whole) in cells]
    rows = tuple(
        Row(
            party,
            tuple(_cell(cells, links, party, heading) for heading in columns),
            _cell(cells, links, party, whole),
        )
        for party in named
    )
    there = {state for row in rows for state, _ in row.every.counts}
    return Matrix(columns, rows, tuple(state for state in STATES if state in there))


def _columns(chosen: Chosen, areas: Iterable[str]) -> tuple[str, ...]:
    headings = (*areas, NONE)
    return headings if not chosen.area or chosen.area in headings else (chosen.area, NONE)


def _cell(
    cells: dict[tuple[str, str], dict[str, int]], links: Narrowed, party: str, heading: str
) -> Cell:
    own = cells.get((party, heading))
    if not own:
        return _NOTHING
    counts = tuple((state, own[state]) for state in STATES if state in own)
    return Cell(counts, links.to(party, heading))


_NOTHING = Cell((), "")


def _summed(cells: Iterable[Cell]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for cell in cells:
        for state, count in cell.counts:
            sums[state] = sums.get(state, 0) + count
    return {state: sums[state] for state in STATES if state in sums}


def in_order(parties: tuple[Party, ...], organs: tuple[Organ, ...]) -> tuple[str, ...]:
    """Who can have commitments, in the order of the register: parties, then organs."""
    return (*(party.party for party in parties), *(organ.organ for organ in organs))


def areas_of(tags: Iterable[Tag]) -> tuple[str, ...]:
    """The areas, in the order of the register; those of the past too."""
    return tuple(tag.tag for tag in tags if tag.scheme == "area")
