"""What the gate hands out: frozen rows and pages of them, in the order a reader needs them."""

from dataclasses import dataclass
from typing import Any

from kurultai.procedure.acts import Attachment, Deadline, Source, Unit, Words
from kurultai.procedure.cadence import Due

Sources = tuple[Source, ...]


@dataclass(frozen=True)
class Assembly:
    """The assembly."""

    assembly: str
    names: Words
    short: str
    languages: tuple[str, ...]
    timezone: str
    seat: Words
    founded: str
    sources: Sources


@dataclass(frozen=True)
class Dated:
    """A name, or what else held from a day on."""

    since: str
    names: Words
    sources: Sources
    until: str | None = None


@dataclass(frozen=True)
class Party:
    """A parliament or organisation with its present status."""

    party: str
    names: Words
    state: Words
    status: str | None
    status_since: str | None
    sources: Sources


@dataclass(frozen=True)
class StatusSpan:
    """A dated class of participation."""

    status: str
    since: str
    until: str | None
    sources: Sources


@dataclass(frozen=True)
class Organ:
    """An organ under its present name."""

    organ: str
    kind: str
    rules: str
    names: Words
    mandate: Words
    established: str
    until: str | None


@dataclass(frozen=True)
class OrganName:
    """An organ's name and mandate from a day on."""

    since: str
    names: Words
    mandate: Words
    sources: Sources


@dataclass(frozen=True)
class Office:
    """A dated office of a person."""

    person: str
    names: Words
    office: str
    of: str
    since: str
    until: str | None
    sources: Sources


@dataclass(frozen=True)
class Tag:
    """A challenge, area, kind of effort or strategy."""

    tag: str
    scheme: str
    names: Words


@dataclass(frozen=True)
class Group:
    """A named group of persons, who may be an audience of their own."""

    group: str
    names: Words
    members: tuple[str, ...]


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
class DocumentRow:
    """A document in a list."""

    document: str
    kind: str
    symbol: str
    names: Words
    tabled_by: tuple[str, ...]
    meeting: str | None
    authentic: tuple[str, ...]
    link: str
    sources: Sources
    state: str
    tabled_on: str
    adopted_on: str | None
    adopted_at: str | None
    decision: str | None
    audience: str


@dataclass(frozen=True)
class Version:
    """A language version."""

    language: str
    standing: str
    units: tuple[Unit, ...]
    file: Attachment | None
    on: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in all its languages, with its tags; number of an operative one, else 0."""

    unit: str
    kind: str
    number: int
    words: Words
    tags: tuple[str, ...]
    due: str | None


@dataclass(frozen=True)
class DecisionRow:
    """A question and its result, None while it is being decided."""

    decision: str
    meeting: str
    question: Words
    document: str | None
    item: str | None
    rule: str
    entitled: tuple[str, ...]
    result: str | None
    finding: dict[str, Any]
    put_on: str
    decided_on: str | None
    position: int  # at which it was put
    decided_at: int | None  # the position at which it was decided


@dataclass(frozen=True)
class Position:
    """What a delegation said to a question; ``given_by`` is who entered it."""

    party: str
    choice: str
    given_by: str
    position: int


@dataclass(frozen=True)
class DecisionPage:
    """A decision with what it needs to be checked by hand."""

    decision: DecisionRow
    meeting: MeetingRow
    positions: tuple[Position, ...]
    document: DocumentRow | None


@dataclass(frozen=True)
class CommitmentRow:
    """A pledge of a parliament."""

    commitment: str
    document: str
    unit: str
    number: int
    party: str
    meeting: str
    series: str
    words: Words
    due: str | None
    tags: tuple[str, ...]
    state: str
    made_on: str
    reported_on: str | None
    symbol: str
    document_names: Words


@dataclass(frozen=True)
class Report:
    """What a parliament said it did."""

    report: str
    state: str
    words: Words
    evidence: str
    made_by: str
    on: str
    position: int


@dataclass(frozen=True)
class CommitmentPage:
    """A pledge and its reports."""

    commitment: CommitmentRow
    reports: tuple[Report, ...]


@dataclass(frozen=True)
class DocumentPage:
    """A document with all its languages and what followed from it."""

    document: DocumentRow
    versions: tuple[Version, ...]
    paragraphs: tuple[Paragraph, ...]
    decisions: tuple[DecisionRow, ...]
    commitments: tuple[CommitmentRow, ...]


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


@dataclass(frozen=True)
class Minute:
    """An act in the record's list."""

    position: int
    at: str
    on: str
    stream: str
    kind: str
    actor: str
    audience: str


@dataclass(frozen=True)
class Rulebook:
    """A rulebook in force from a day on, as text."""

    position: int
    rulebook: str
    since: str
    text: str
