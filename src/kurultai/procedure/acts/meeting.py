"""Acts of a meeting: convened, prepared, opened, minuted, decided, closed."""

from dataclasses import dataclass, field
from typing import Any

from kurultai.procedure.acts.words import Sources, Words


@dataclass(frozen=True, slots=True)
class Deadline:
    """What is due by which day: registration, documents or proposals."""

    kind: str
    day: str


@dataclass(frozen=True, slots=True)
class MeetingConvened:
    """A meeting of a series was convened, or entered after the fact."""

    meeting: str
    series: str
    ordinal: int
    when: str
    place: Words
    host: str | None
    theme: Words
    invited: tuple[str, ...]
    deadlines: tuple[Deadline, ...] = ()
    example: bool = False
    after_the_fact: bool = False
    notes: Words = field(default_factory=dict)
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class MeetingMoved:
    """Date, place or host changed after they had been decided."""

    when: str
    place: Words
    host: str | None
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class DelegationRegistered:
    """A party named its delegation to the meeting."""

    party: str
    head: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CredentialsDecided:
    """The credentials of a delegation were accepted, or not, and why."""

    party: str
    accepted: bool
    reason: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MatterRaised:
    """A question was raised that stays open in the series until it is settled."""

    matter: str
    title: Words
    raised_by: str
    tags: tuple[str, ...] = ()
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class MatterSettled:
    """An open question of the series was settled at this meeting."""

    matter: str
    how: Words = field(default_factory=dict)
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item; ``origin`` is core, open, commitments, proposed, added or reported."""

    item: str
    title: Words
    origin: str
    matter: str | None = None
    document: str | None = None
    commitments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaIssued:
    """An issue of the agenda was released: provisional, adopted, or as reported."""

    issue: int
    status: str
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class Presence:
    """A party's delegation was present, with so many members (0: not stated)."""

    party: str
    members: int = 0


@dataclass(frozen=True, slots=True)
class MeetingOpened:
    """The meeting was opened."""


@dataclass(frozen=True, slots=True)
class AttendanceTaken:
    """These delegations were present; ``quorum`` is the finding, if the rules know one."""

    present: tuple[Presence, ...]
    quorum: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StatementMade:
    """A statement was made; ``on_behalf`` is "assembly", "organ:...", "party:..." or ""."""

    statement: str
    item: str | None
    speaker: Words
    on_behalf: str
    summary: Words
    tags: tuple[str, ...] = ()
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class QuestionPut:
    """A question was put to the delegations entitled to decide it.

    On a document it is the text as a whole, or ``amendments`` to it (several: en bloc), or a
    separate vote on ``units``. ``departure`` says why it was put out of the marshalled order.
    It is answered by ``method``: "open" (each delegation gives its position), "hands" (they are
    counted) or "roll_call", called in the order of ``roll``, which begins with the name drawn
    first from the ``seed``. ``motion`` is the motion on procedure that it decides.
    """

    decision: str
    question: Words
    document: str | None
    item: str | None
    rule: str
    entitled: tuple[str, ...]
    amendments: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    departure: Words = field(default_factory=dict)
    method: str = "open"
    roll: tuple[str, ...] = ()
    seed: str = ""
    motion: str | None = None


@dataclass(frozen=True, slots=True)
class PositionGiven:
    """A delegation said yes, no, or that it abstains."""

    decision: str
    party: str
    choice: str


@dataclass(frozen=True, slots=True)
class QuestionDecided:
    """The question was decided; ``finding`` holds rule, article, arithmetic and who counted."""

    decision: str
    finding: dict[str, Any]


@dataclass(frozen=True, slots=True)
class MinutesApproved:
    """The minutes drawn from the acts up to a position were approved."""

    position: int


@dataclass(frozen=True, slots=True)
class MeetingClosed:
    """The meeting was closed, with what it adopted and what it left open."""

    adopted: tuple[str, ...]
    left_open: tuple[str, ...]
    reported_after: bool = False
