"""Lists by the page, for other systems: so many from a place on, and how many there are."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from kurultai.gate.clause import cells, rows
from kurultai.gate.commitments import ORDER, ROW
from kurultai.gate.meetings import DECISION
from kurultai.gate.shapes import CommitmentRow, DecisionRow
from kurultai.gate.viewer import Viewer

T = TypeVar("T")


@dataclass(frozen=True)
class Part(Generic[T]):
    """A part of a list."""

    total: int
    rows: tuple[T, ...]


_CHOSEN = """[commitment] AND NOT struck
             AND (:series IS NULL OR commitment.series = :series)
             AND (:party IS NULL OR commitment.party = :party)
             AND (:state IS NULL OR commitment.state = :state)"""
_COUNT = f"""SELECT count(*) FROM commitment JOIN document USING (document)
             WHERE {_CHOSEN} AND [document]"""  # noqa: S608 - of our own parts
_DECIDED = "FROM decision WHERE decision.result IS NOT NULL AND [decision]"


def commitments(
    viewer: Viewer,
    offset: int,
    limit: int,
    *,
    series: str | None = None,
    party: str | None = None,
    state: str | None = None,
) -> Part[CommitmentRow]:
    """Commitments, all or of a series, a party or a state."""
    chosen = {"series": series, "party": party, "state": state}
    sql = f"{ROW} WHERE {_CHOSEN} AND [document] {ORDER} LIMIT :limit OFFSET :offset"
    found = rows(viewer, CommitmentRow, sql, **chosen, limit=limit, offset=offset)
    return Part(cells(viewer, _COUNT, **chosen)[0], found)


def decisions(viewer: Viewer, offset: int, limit: int) -> Part[DecisionRow]:
    """What was decided, in the order of the record."""
    select = DECISION.partition("FROM")[0]
    sql = f"{select} {_DECIDED} ORDER BY position LIMIT :limit OFFSET :offset"
    found = rows(viewer, DecisionRow, sql, limit=limit, offset=offset)
    return Part(cells(viewer, f"SELECT count(*) {_DECIDED}")[0], found)
