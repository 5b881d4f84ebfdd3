"""The board: what each delegation says to each paragraph, and what that comes to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kurultai.gate.shapes.drafting import AmendmentRow, Answer
from kurultai.site.drafts.lines import Line
from kurultai.texts.change import Add, Drop, Edit, Move

AMENDING = ("tabled", "adopted")  # states of an amendment whose wording still stands for something
_WORDLESS = ("heading", "closing")  # what nobody is asked about


@dataclass(frozen=True, slots=True)
class Cell:
    """A delegation on a paragraph: its answer, or "silent"; the wordings that it proposes."""

    party: str
    answer: str  # agree, object, reserve, ask or silent; propose where it has a wording
    said: Answer | None
    wordings: tuple[AmendmentRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph with its cells in the order of the parties."""

    line: Line
    cells: tuple[Cell, ...]
    verdict: str  # compete, objected, worded, reserved, asked, agreed, missing or open
    silent: tuple[str, ...]
    wordings: tuple[AmendmentRow, ...]

    @property
    def remarks(self) -> tuple[Answer, ...]:
        """What was said in words."""
        return tuple(c.said for c in self.cells if c.said is not None and c.said.words)


@dataclass(frozen=True, slots=True)
class Board:
    """The rows; and of all of them: how many with each verdict, and who is silent."""

    parties: tuple[str, ...]
    rows: tuple[Row, ...]
    verdicts: Mapping[str, int]
    silent: Mapping[str, int]  # party -> paragraphs that it has not answered
    unheard: tuple[str, ...]  # who has answered nothing


VERDICTS = ("agreed", "missing", "open", "asked", "reserved", "worded", "objected", "compete")


def board(
    lines: Iterable[Line],
    parties: tuple[str, ...],
    answers: Iterable[Answer],
    amendments: Iterable[AmendmentRow],
) -> Board:
    """The board of a circulated text."""
    said = {(answer.party, answer.unit): answer for answer in answers}
    wordings = _by_unit(a for a in amendments if a.state in AMENDING and a.of is None)
    rows = tuple(
        _row(line, parties, said, wordings.get(line.unit, ()))
        for line in lines
        if line.kind not in _WORDLESS
    )
    counted = {verdict: sum(row.verdict == verdict for row in rows) for verdict in VERDICTS}
    silent = {party: sum(party in row.silent for row in rows) for party in parties}
    unheard = tuple(party for party in parties if silent[party] == len(rows))
    return Board(parties, rows, counted, silent, unheard)


def units_of(amendment: AmendmentRow) -> tuple[str, ...]:
    """The units of the text that an amendment touches; of an addition, what it stands behind."""
    found: list[str | None] = []
    for change in amendment.changes:
        match change:
            case Edit(unit=unit) | Drop(unit=unit) | Move(unit=unit):
                found.append(unit)
            case Add(parent=parent, after=after):
                found.append(after or parent)
    return tuple(dict.fromkeys(unit for unit in found if unit is not None))


def _by_unit(amendments: Iterable[AmendmentRow]) -> dict[str, tuple[AmendmentRow, ...]]:
    found: dict[str, tuple[AmendmentRow, ...]] = {}
    for amendment in amendments:
        for unit in units_of(amendment):
            found[unit] = (*found.get(unit, ()), amendment)
    return found


def _row(
    line: Line,
    parties: tuple[str, ...],
    said: Mapping[tuple[str, str], Answer],
    wordings: tuple[AmendmentRow, ...],
) -> Row:
    cells = tuple(_cell(party, said.get((party, line.unit)), wordings) for party in parties)
    silent = tuple(cell.party for cell in cells if cell.answer == "silent")
    return Row(line, cells, _verdict(cells, wordings), silent, wordings)


def _cell(party: str, said: Answer | None, wordings: tuple[AmendmentRow, ...]) -> Cell:
    own = tuple(a for a in wordings if party in a.by or party in a.sponsors)
    answer = "propose" if own else said.answer if said else "silent"
    return Cell(party, answer, said, own)


def _verdict(cells: tuple[Cell, ...], wordings: tuple[AmendmentRow, ...]) -> str:
    """The gravest thing said decides; then whether all have answered."""
    if len(wordings) > 1:
        return "compete"
    given = [cell.answer for cell in cells]
    if "object" in given:
        return "objected"
    if wordings:
        return "worded"
    for answer, verdict in (("reserve", "reserved"), ("ask", "asked")):
        if answer in given:
            return verdict
    silent = given.count("silent")
    return "agreed" if silent == 0 else "missing" if silent == 1 else "open"
