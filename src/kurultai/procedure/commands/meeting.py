"""Commands on a meeting and on the questions put at it."""

from dataclasses import dataclass, field

from kurultai.procedure.acts import (
    AgendaItem,
    Deadline,
    Presence,
    Sources,
    Words,
)
from kurultai.procedure.commands.asked import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class ConveneMeeting(Asked):
    """Convene the next meeting of a series, or enter a past one."""

    series: str
    ordinal: int
    when: str
    place: Words = field(default_factory=dict)
    host: str | None = None
    theme: Words = field(default_factory=dict)
    invited: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    example: bool = False
    after_the_fact: bool = False
    notes: Words = field(default_factory=dict)
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveMeeting(Asked):
    """Change date, place or host of a meeting that has not been opened."""

    meeting: str
    when: str
    place: Words
    host: str | None = None
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterDelegation(Asked):
    """Name a party's delegation to a meeting."""

    meeting: str
    party: str
    head: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideCredentials(Asked):
    """Accept a delegation's credentials, or not."""

    meeting: str
    party: str
    accepted: bool
    reason: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseMatter(Asked):
    """Raise a question that is to stay open until it is settled."""

    meeting: str
    title: Words
    raised_by: str = ""
    tags: tuple[str, ...] = ()
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleMatter(Asked):
    """Say that an open question of the series is settled."""

    meeting: str
    matter: str
    how: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueAgenda(Asked):
    """Release an issue of the agenda."""

    meeting: str
    status: str
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMeeting(Asked):
    """Open the meeting."""

    meeting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeAttendance(Asked):
    """Record which delegations are present, with how many members."""

    meeting: str
    present: tuple[Presence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordStatement(Asked):
    """Record a statement, by whom and on whose behalf."""

    meeting: str
    speaker: Words
    on_behalf: str
    summary: Words
    item: str | None = None
    tags: tuple[str, ...] = ()
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PutQuestion(Asked):
    """Put a question to the delegations: of its own, on a text, on amendments or paragraphs."""

    meeting: str
    question: Words
    document: str | None = None
    item: str | None = None
    amendments: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    departure: Words = field(default_factory=dict)  # why out of the marshalled order
    rule: str = ""  # of the part: "important"; empty: the one that it decides by otherwise
    method: str = "open"  # open, hands or roll_call
    seed: str = ""  # of a roll call: from which the first name is drawn
    motion: str | None = None
    order: tuple[str, ...] = ()  # of a roll call: all those entitled, alphabetically


@dataclass(frozen=True, slots=True, kw_only=True)
class GivePosition(Asked):
    """Give a delegation's position on the question put."""

    meeting: str
    decision: str
    party: str
    choice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideQuestion(Asked):
    """Close the question and find the result.

    ``casting`` is what the chair says where votes are equal and its vote decides. The house may
    decide otherwise than the rule: ``announced`` is then its result, ``departure`` says why.
    """

    meeting: str
    decision: str
    casting: str = ""
    announced: str = ""
    departure: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveMinutes(Asked):
    """Approve the minutes drawn from the acts up to a position."""

    meeting: str
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseMeeting(Asked):
    """Close the meeting."""

    meeting: str


MeetingCommand = (
    ConveneMeeting
    | MoveMeeting
    | RegisterDelegation
    | DecideCredentials
    | RaiseMatter
    | SettleMatter
    | IssueAgenda
    | OpenMeeting
    | TakeAttendance
    | RecordStatement
    | ApproveMinutes
    | CloseMeeting
)


QuestionCommand = PutQuestion | GivePosition | DecideQuestion
