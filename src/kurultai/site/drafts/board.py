"""The board: what each delegation says to each paragraph, and what that comes to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kurultai.gate.shapes.drafting import Answer, Wording
from kurultai.site.drafts.lines import Line

_WORDLESS = ("heading", "closing")  # what nobody is asked about


@dataclass(frozen=True, slots=True)
class Cell:
    """A delegation on a paragraph: its answer, or "silent"; the wordings that it proposes."""

    party: str
    answer: str  # agree, object, reserve, ask or silent; propose where it has a wording
    said: Answer | None
    wordings: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph with its cells in the order of the parties."""

    line: Line
    cells: tuple[Cell, ...]
    verdict: str  # compete, objected, worded, reserved, asked, agreed, missing or open
    silent: tuple[str, ...]
    wordings: tuple[Wording, ...]

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
    wordings: Iterable[Wording],
) -> Board:
    """The board of a circulated text."""
    said = {(answer.party, answer.unit): answer for answer in answers}
    proposed = _by_unit(wordings)
    rows = tuple(
        _row(line, parties, said, proposed.get(line.unit, ()))
        for line in lines
        if line.kind not in _WORDLESS
    )
    counted = {verdict: sum(row.verdict == verdict for row in rows) for verdict in VERDICTS}
    silent = {party: sum(party in row.silent for row in rows) for party in parties}
    unheard = tuple(party for party in parties if silent[party] == len(rows))
    return Board(parties, rows, counted, silent, unheard)


def _by_unit(wordings: Iterable[Wording]) -> dict[str, tuple[Wording, ...]]:
    found: dict[str, list[Wording]] = {}
    for wording in wordings:
        found.setdefault(wording.unit, []).append(wording)
    return {unit: tuple(several) for unit, several in found.items()}


def _row(
    line: Line,
    parties: tuple[str, ...],
    said: Mapping[tuple[str, str], Answer],
    wordings: tuple[Wording, ...],
) -> Row:
    cells = tuple(_cell(party, said.get((party, line.unit)), wordings) for party in parties)
    silent = tuple(cell.party for cell in cells if cell.answer == "silent")
    return Row(line, cells, _verdict(cells, wordings), silent, wordings)


def _cell(party: str, said: Answer | None, wordings: tuple[Wording, ...]) -> Cell:
    own = tuple(w for w in wordings if party in w.by or party in w.sponsors)
    answer = "propose" if own else said.answer if said else "silent"
    return Cell(party, answer, said, own)


def _verdict(cells: tuple[Cell, ...], wordings: tuple[Wording, ...]) -> str:
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
