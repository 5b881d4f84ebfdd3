"""The matrix: what each party does under each heading, counted by state."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kurultai.gate.shapes import Organ, Party, Tag
from kurultai.gate.shapes.following import NONE, Chosen, Count
from kurultai.procedure.following.commitment import STATES
from kurultai.site.pictures.chosen import Narrowed, under

Counts = tuple[tuple[str, int], ...]  # by state, in the order of the states


class Cell(NamedTuple):
    """What a party has under a heading, and where it is listed; a page may have a thousand."""

    counts: Counts
    href: str

    @property
    def sum(self) -> int:
        """All of it."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True)
class Row:
    """A party: a cell for each column, and one for all of them, where each counts once."""

    party: str
    cells: tuple[Cell, ...]
    every: Cell


Line = tuple[str, tuple[int, ...], int]  # what it is about, how many in each state, and in all


@dataclass(frozen=True, slots=True)
class Matrix:
    """Parties down, headings across, and the states that there are."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    states: tuple[str, ...]

    def by_party(self) -> tuple[Line, ...]:
        """Each party, how many in each state."""
        return tuple(self._line(row.party, (row.every,)) for row in self.rows)

    def by_heading(self) -> tuple[Line, ...]:
        """Each column, how many in each state."""
        return tuple(
            self._line(heading, (row.cells[place] for row in self.rows))
            for place, heading in enumerate(self.columns)
        )

    def of_all(self) -> Line:
        """All parties together, each commitment once."""
        return self._line("", (row.every for row in self.rows))

    def _line(self, of: str, cells: Iterable[Cell]) -> Line:
        sums = dict.fromkeys(self.states, 0)
        for cell in cells:
            for state, count in cell.counts:
                sums[state] += count
        return of, tuple(sums.values()), sum(sums.values())


def matrix(
    found: Iterable[Count],
    chosen: Chosen,
    whole: str,
    parties: tuple[str, ...],
    areas: Iterable[str],
) -> Matrix:
    """Who has something at all, in the order of the register; never by how much it is."""
    counts = _grouped(found)
    used = {heading for own in counts.values() for heading in own}
    columns = tuple(heading for heading in _columns(chosen, areas) if heading in used)
    links, tails = Narrowed(chosen), tuple(under(heading) for heading in columns)
    rows = tuple(
        _row(party, counts[party], columns, whole, links.to(party), tails)
        for party in parties
        if party in counts
    )
    there = {state for row in rows for state, _ in row.every.counts}
    return Matrix(columns, rows, tuple(state for state in STATES if state in there))


def _grouped(found: Iterable[Count]) -> dict[str, dict[str, list[tuple[str, int]]]]:
    """By party, then by heading."""
    counts: dict[str, dict[str, list[tuple[str, int]]]] = {}
    for party, heading, state, number in found:
        counts.setdefault(party, {}).setdefault(heading, []).append((state, number))
    return counts


def _columns(chosen: Chosen, areas: Iterable[str]) -> tuple[str, ...]:
    headings = (*areas, NONE)
    return headings if not chosen.area or chosen.area in headings else (chosen.area, NONE)


def _row(
    party: str,
    own: Mapping[str, list[tuple[str, int]]],
    columns: tuple[str, ...],
    whole: str,
    href: str,
    tails: tuple[str, ...],
) -> Row:
    cells = [
        _cell(own[heading], href + tail) if heading in own else _NOTHING
        for heading, tail in zip(columns, tails, strict=True)
    ]
    every = _cell(own[whole], href + under(whole)) if whole in own else _NOTHING
    return Row(party, tuple(cells), every)


def _cell(counts: list[tuple[str, int]], href: str) -> Cell:
    return Cell(tuple(sorted(counts, key=_place)), href)


_NOTHING = Cell((), "")
_PLACES = {state: place for place, state in enumerate(STATES)}


def _place(counted: tuple[str, int]) -> int:
    return _PLACES[counted[0]]


def in_order(parties: tuple[Party, ...], organs: tuple[Organ, ...]) -> tuple[str, ...]:
    """Who can have commitments, in the order of the register: parties, then organs."""
    return (*(party.party for party in parties), *(organ.organ for organ in organs))


def areas_of(tags: Iterable[Tag]) -> tuple[str, ...]:
    """The areas, in the order of the register; those of the past too."""
    return tuple(tag.tag for tag in tags if tag.scheme == "area")
