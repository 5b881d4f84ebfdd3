"""The state-by-area matrix: what each parliament does under each heading."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kurultai.gate.shapes import CommitmentRow, Party, Tag
from kurultai.procedure.following.commitment import STATES

OTHER = ""  # the column of what stands under none


@dataclass(frozen=True, slots=True)
class Count:
    """So many commitments in a state; ``only`` is the one, if there is one alone."""

    state: str
    count: int
    only: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A party with its cells in the order of the columns."""

    party: str
    cells: tuple[tuple[Count, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Parties down, columns across."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def by_tag(
    commitments: tuple[CommitmentRow, ...],
    tags: tuple[Tag, ...],
    parties: tuple[Party, ...],
) -> Matrix:
    """Parties by area; a commitment under several areas stands in each, under none in other."""
    areas = [tag.tag for tag in tags if tag.scheme == "area"]

    def headings(commitment: CommitmentRow) -> list[str]:
        return [area for area in areas if area in commitment.tags] or [OTHER]

    return _matrix(commitments, headings, (*areas, OTHER), parties)


def by_paragraph(commitments: tuple[CommitmentRow, ...], parties: tuple[Party, ...]) -> Matrix:
    """Parties by operative paragraph of one text."""
    numbers = sorted({commitment.number for commitment in commitments})
    return _matrix(commitments, lambda c: [str(c.number)], tuple(map(str, numbers)), parties)


def _matrix(
    commitments: tuple[CommitmentRow, ...],
    headings: Callable[[CommitmentRow], Iterable[str]],
    columns: tuple[str, ...],
    parties: tuple[Party, ...],
) -> Matrix:
    cells: dict[tuple[str, str], list[CommitmentRow]] = {}
    for commitment in commitments:
        for heading in headings(commitment):
            cells.setdefault((commitment.party, heading), []).append(commitment)
    used = tuple(column for column in columns if any(key[1] == column for key in cells))
    pledging = {commitment.party for commitment in commitments}
    known = [party.party for party in parties if party.party in pledging]
    organs = [c.party for c in commitments if c.party not in known]  # such as the Secretariat
    named = dict.fromkeys((*known, *organs))
    return Matrix(
        used,
        tuple(Row(p, tuple(_counts(cells.get((p, c), ())) for c in used)) for p in named),
    )


def _counts(commitments: Iterable[CommitmentRow]) -> tuple[Count, ...]:
    names: dict[str, list[str]] = {}
    for commitment in commitments:
        names.setdefault(commitment.state, []).append(commitment.commitment)
    return tuple(
        Count(state, len(names[state]), names[state][0] if len(names[state]) == 1 else None)
        for state in STATES
        if state in names
    )
