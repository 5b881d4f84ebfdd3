"""The board: what each delegation says to each paragraph, and what that comes to."""

from collections import Counter
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
    """A paragraph with what the parties say, in their order."""

    line: Line
    parties: tuple[str, ...]
    said: tuple[Answer | None, ...]
    answers: tuple[str, ...]  # of a cell each
    wordings: tuple[Wording, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """A cell for each party."""
        given = zip(self.parties, self.answers, self.said, strict=True)
        return tuple(Cell(*cell, _own(cell[0], self.wordings)) for cell in given)

    @property
    def remarks(self) -> tuple[Answer, ...]:
        """What was said in words."""
        return tuple(said for said in self.said if said is not None and said.words)

    @property
    def silent(self) -> tuple[str, ...]:
        """Who has said nothing and proposes nothing."""
        pairs = zip(self.parties, self.answers, strict=True)
        return tuple(party for party, answer in pairs if answer == "silent")

    @property
    def verdict(self) -> str:
        """What it comes to: compete, objected, worded, reserved, asked, agreed, missing or open.

        The gravest thing said decides; then whether all have answered.
        """
        if len(self.wordings) > 1:
            return "compete"
        if "object" in self.answers:
            return "objected"
        if self.wordings:
            return "worded"
        for answer, verdict in (("reserve", "reserved"), ("ask", "asked")):
            if answer in self.answers:
                return verdict
        silent = self.answers.count("silent")
        return "agreed" if silent == 0 else "missing" if silent == 1 else "open"


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
    counted = Counter(row.verdict for row in rows)
    silences = Counter(party for row in rows for party in row.silent)
    silent = {party: silences[party] for party in parties}
    unheard = tuple(party for party in parties if silent[party] == len(rows))
    return Board(parties, rows, {v: counted[v] for v in VERDICTS}, silent, unheard)


def _by_unit(wordings: Iterable[Wording]) -> dict[str, tuple[Wording, ...]]:
    found: dict[str, list[Wording]] = {}
    for wording in wordings:
        found.setdefault(wording.unit, []).append(wording)
    return {unit: tuple(several) for unit, several in found.items()}


def _row(
    line: Line,
    parties: tuple[str, ...],
    answers: Mapping[tuple[str, str], Answer],
    wordings: tuple[Wording, ...],
) -> Row:
    said = tuple(answers.get((party, line.unit)) for party in parties)
    given = tuple(
        "propose" if _own(party, wordings) else answer.answer if answer else "silent"
        for party, answer in zip(parties, said, strict=True)
    )
    return Row(line, parties, said, given, wordings)


def _own(party: str, wordings: tuple[Wording, ...]) -> tuple[Wording, ...]:
    """Those that the party proposes."""
    return tuple(w for w in wordings if party in w.by or party in w.sponsors) if wordings else ()
