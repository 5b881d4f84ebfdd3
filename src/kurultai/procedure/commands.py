"""The commands: what a form, a call or a loaded folder asks for, in the imperative.

``id`` makes a repeated request harmless: the second is answered, not repeated. ``on`` is the
day it happens, or happened (see `when`); handle fills in today. ``audience`` is who may see
what follows from it: "public", "members", "secretariat", "organ:...", "party:..." or
"group:...".
"""

from dataclasses import dataclass, field
from typing import get_args

from kurultai.procedure.acts import (
    AgendaItem,
    Attachment,
    Deadline,
    ParagraphTags,
    Presence,
    Sources,
    Unit,
    Words,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What every command carries."""

    id: str
    on: str = ""
    audience: str = "public"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAssembly(Asked):
    """Enter the assembly itself: the first act of a record."""

    assembly: str
    names: Words
    short: str
    languages: tuple[str, ...]
    timezone: str
    seat: Words = field(default_factory=dict)
    symbols: dict[str, str] = field(default_factory=dict)
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameAssembly(Asked):
    """Enter another name of the assembly."""

    names: Words
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptRulebook(Asked):
    """Put a rulebook into force."""

    rulebook: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EstablishOrgan(Asked):
    """Enter an organ."""

    organ: str
    kind: str
    rules: str
    names: Words
    mandate: Words = field(default_factory=dict)
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameOrgan(Asked):
    """Enter another name or mandate of an organ."""

    organ: str
    names: Words
    mandate: Words = field(default_factory=dict)
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DissolveOrgan(Asked):
    """Enter the end of an organ."""

    organ: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterParty(Asked):
    """Enter a parliament or an organisation."""

    party: str
    names: Words
    state: Words
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveStatus(Asked):
    """Give a party a class of participation from a day on."""

    party: str
    status: str
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EndStatus(Asked):
    """End a party's status."""

    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPerson(Asked):
    """Enter a person or an office."""

    person: str
    names: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOffice(Asked):
    """Enter that a person took an office."""

    person: str
    office: str
    of: str
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveOffice(Asked):
    """Enter that a person left an office."""

    person: str
    office: str
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointPerson(Asked):
    """A parliament's administrator appoints one of its own people."""

    names: Words
    office: str
    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassChair(Asked):
    """Pass the chair of the assembly to a party."""

    party: str
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSeries(Asked):
    """Begin a series of an organ's meetings."""

    series: str
    organ: str
    names: Words
    cadence_months: int | None = None
    cadence_sources: Sources = ()
    core: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCadence(Asked):
    """Set how often a series is to meet."""

    series: str
    cadence_months: int | None
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineTag(Asked):
    """Add a challenge, area, effort or strategy to the vocabulary."""

    tag: str
    scheme: str
    names: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposeGroup(Asked):
    """Say who belongs to a named group."""

    group: str
    names: Words
    members: tuple[str, ...]


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
    """Put a question, with or without a text, to the delegations."""

    meeting: str
    question: Words
    document: str | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivePosition(Asked):
    """Give a delegation's position on the question put."""

    meeting: str
    decision: str
    party: str
    choice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideQuestion(Asked):
    """Close the question and find the result."""

    meeting: str
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveMinutes(Asked):
    """Approve the minutes drawn from the acts up to a position."""

    meeting: str
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseMeeting(Asked):
    """Close the meeting."""

    meeting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableDocument(Asked):
    """Table a document; without a symbol the next free one of its kind is given.

    One that is entered after the fact keeps the symbol it had, or none if none is known.
    """

    kind: str
    names: Words
    symbol: str = ""
    after_the_fact: bool = False
    by: tuple[str, ...] = ()
    meeting: str | None = None
    item: str | None = None
    authentic: tuple[str, ...] = ()
    link: str = ""
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DistributeVersion(Asked):
    """Distribute a language version of a document."""

    document: str
    language: str
    standing: str
    units: tuple[Unit, ...]
    file: Attachment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TagParagraphs(Asked):
    """Put operative paragraphs under challenges, areas, efforts and strategies."""

    document: str
    paragraphs: tuple[ParagraphTags, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAdoption(Asked):
    """Enter after the fact that a meeting adopted a text."""

    document: str
    meeting: str
    symbol: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMarking(Asked):
    """Change who may see a document; ``audience`` is the new one."""

    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawDocument(Asked):
    """Withdraw a document that has not been adopted."""

    document: str
    reason: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOnCommitment(Asked):
    """Report what a parliament did about a commitment."""

    commitment: str
    state: str
    words: Words
    evidence: str = ""


RegisterCommand = (
    FoundAssembly
    | RenameAssembly
    | AdoptRulebook
    | EstablishOrgan
    | RenameOrgan
    | DissolveOrgan
    | RegisterParty
    | GiveStatus
    | EndStatus
    | RegisterPerson
    | TakeOffice
    | LeaveOffice
    | AppointPerson
    | PassChair
    | OpenSeries
    | SetCadence
    | DefineTag
    | ComposeGroup
)
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
DocumentCommand = (
    TableDocument
    | DistributeVersion
    | TagParagraphs
    | RecordAdoption
    | ChangeMarking
    | WithdrawDocument
)
Command = RegisterCommand | MeetingCommand | QuestionCommand | DocumentCommand | ReportOnCommitment
COMMANDS: dict[str, type[Asked]] = {kind.__name__: kind for kind in get_args(Command)}
