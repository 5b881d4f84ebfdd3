"""A parliament's commitments as a spreadsheet to be filled in, away from any network."""

import hashlib

from kurultai.gate.shapes import CommitmentRow
from kurultai.gate.sheets import Kept, Told
from kurultai.language.columns import heading
from kurultai.language.terms import term
from kurultai.language.words import pick
from kurultai.papers.sheets import Column, Table
from kurultai.procedure.following.commitment import ANSWERS
from kurultai.site.tongue import say

_WIDTHS = {
    "commitment": 25,
    "seen": 12,
    "text": 28,
    "paragraph": 10,
    "words": 60,
    "due": 12,
    "state_now": 14,
    "new_state": 16,
    "done": 50,
    "happened": 12,
    "links": 32,
    "milestones": 32,
    "reached": 22,
}
COLUMNS = tuple(_WIDTHS)
ASKED = ("new_state", "done", "happened", "links", "reached")


def given(kept: Kept, language: str) -> Table:
    """One line for each commitment; what is to be filled in is empty."""
    columns = tuple(column(name, language) for name in COLUMNS)
    rows = tuple(_row(row, kept.told.get(row.commitment, ()), language) for row in kept.rows)
    return Table(say("Follow-up"), columns, rows)


def column(name: str, language: str) -> Column:
    """The column with its heading and, of a choice, the words to choose from."""
    choices = states(language) if name == "new_state" else ()
    return Column(
        heading(language, name),
        _WIDTHS[name],
        "day" if name in ("due", "happened") else "text",
        choices,
        name in ASKED,
    )


def states(language: str) -> tuple[str, ...]:
    """What a parliament may say, in words."""
    return tuple(term(language, "commitment_state", state) for state in ANSWERS)


def stand(row: CommitmentRow, told: tuple[Told, ...]) -> str:
    """A sign for how the commitment stands; another one when anything about it has changed."""
    parts = (
        row.state,
        row.due or "",
        row.until or "",
        sorted(row.words.items()),
        [milestone.milestone for milestone in row.milestones],
        [report.report for report in told],
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:10]


def _row(row: CommitmentRow, told: tuple[Told, ...], language: str) -> tuple[str, ...]:
    cells = {
        "commitment": row.commitment,
        "seen": stand(row, told),
        "text": row.symbol or pick(row.document_names, language)[0],
        "paragraph": str(row.number or ""),
        "words": pick(row.words, language)[0],
        "due": row.due or "",
        "state_now": term(language, "commitment_state", row.state),
        "milestones": _milestones(row, language),
    }
    return tuple(cells.get(name, "") for name in COLUMNS)


def _milestones(row: CommitmentRow, language: str) -> str:
    """Each by its key, which is what is to be written beside when it is reached."""
    lines = (
        " · ".join(filter(None, (m.milestone, pick(m.words, language)[0], m.due)))
        + (" ✓" if m.milestone in row.reached else "")
        for m in row.milestones
    )
    return "\n".join(lines)
