"""Shapes of series and meetings."""

from dataclasses import dataclass
from typing import Any

from kurultai.gate.shapes.document import CommitmentRow, DecisionRow, DocumentRow, Position
from kurultai.gate.shapes.register import Organ
from kurultai.procedure.acts import Deadline, Sources, Words
from kurultai.procedure.cadence import Due


@dataclass(frozen=True)
class Series:
    """A series of meetings."""

    series: str
    organ: str
    names: Words
    cadence_months: int | None
    cadence_sources: Sources
    opened: str


@dataclass(frozen=True)
class MeetingRow:
    """A meeting in a list or on a timeline."""

    meeting: str
    series: str
    series_names: Words
    ordinal: int
    state: str
    when: str
    first_day: str
    last_day: str
    place: Words
    host: str | None
    theme: Words
    example: bool
    after_the_fact: bool


@dataclass(frozen=True)
class Matter:
    """A question left open, or settled."""

    matter: str
    meeting: str
    title: Words
    raised_by: str
    raised_on: str
    tags: tuple[str, ...]
    sources: Sources
    settled_on: str | None
    settled_at: str | None
    how: Words


@dataclass(frozen=True)
class SeriesPage:
    """A series: its meetings, what is due, what is open.

    ``due_ordinal`` is the meeting that is due: convened already, or ``next_ordinal``, the next to
    be convened.
    """

    series: Series
    organ: Organ
    meetings: tuple[MeetingRow, ...]
    due: Due
    due_ordinal: int
    next_ordinal: int
    open_matters: tuple[Matter, ...]
    open_commitments: int


@dataclass(frozen=True)
class MeetingFacts:
    """What stands about a meeting itself."""

    meeting: str
    series: str
    ordinal: int
    state: str
    when: str
    first_day: str
    last_day: str
    place: Words
    host: str | None
    theme: Words
    example: bool
    after_the_fact: bool
    deadlines: tuple[Deadline, ...]
    notes: Words
    sources: Sources
    convened_on: str
    quorum: dict[str, Any]
    minutes_position: int | None
    minutes_on: str | None
    closed_on: str | None


@dataclass(frozen=True)
class Move:
    """When and where the meeting was to be before it moved."""

    on: str
    was_when: str
    was_place: Words
    sources: Sources


@dataclass(frozen=True)
class Participation:
    """A party at a meeting."""

    party: str
    state: Words
    status: str | None  # its class today
    invited: bool
    present: bool
    members: int
    head: str | None
    delegates: tuple[str, ...]
    credentials: str | None
    reason: Words


@dataclass(frozen=True)
class AgendaIssue:
    """A frozen release of the agenda."""

    issue: int
    status: str
    on: str
    position: int


@dataclass(frozen=True)
class AgendaItem:
    """An item of an issue."""

    number: int
    item: str
    title: Words
    origin: str
    matter: str | None
    document: str | None
    commitments: tuple[str, ...]


@dataclass(frozen=True)
class AgendaChange:
    """An item of two issues side by side: kept, moved, reworded, added or removed."""

    change: str
    item: AgendaItem
    was: AgendaItem | None


@dataclass(frozen=True)
class AgendaPage:
    """An issue, and what changed since the one before."""

    meeting: MeetingRow
    issue: AgendaIssue
    items: tuple[AgendaItem, ...]
    issues: tuple[AgendaIssue, ...]
    changes: tuple[AgendaChange, ...]
    open_commitments: "tuple[CommitmentRow, ...]"


@dataclass(frozen=True)
class Statement:
    """A statement on the record."""

    statement: str
    meeting: str
    item: str | None
    speaker: Words
    on_behalf: str
    summary: Words
    tags: tuple[str, ...]
    on: str
    sources: Sources


@dataclass(frozen=True)
class DecisionPage:
    """A decision with what it needs to be checked by hand."""

    decision: DecisionRow
    meeting: MeetingRow
    positions: tuple[Position, ...]
    document: DocumentRow | None


@dataclass(frozen=True)
class MeetingPage:
    """Everything about a meeting that this viewer may see."""

    meeting: MeetingFacts
    series: Series
    organ: Organ
    moves: tuple[Move, ...]
    parties: tuple[Participation, ...]
    agenda: tuple[AgendaItem, ...]
    issues: tuple[AgendaIssue, ...]
    documents: tuple[DocumentRow, ...]
    statements: tuple[Statement, ...]
    matters: tuple[Matter, ...]
    decisions: tuple[DecisionRow, ...]
    adopted: tuple[DocumentRow, ...]
    commitments: tuple[CommitmentRow, ...]
    before: MeetingRow | None
    after: MeetingRow | None
