"""The catalogue: every kind of act, one frozen dataclass each.

An act is what a clerk would minute: past tense, final, with its conclusion inside it. Its body
is plain data; `body_of` and `act_of` turn one into the other. The day it happened, who acted,
who may see it and when it was recorded stand in the record's envelope, not here.
"""

from dataclasses import dataclass, field
from typing import Any, get_args

import msgspec

Words = dict[str, str]  # language -> wording


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read; confidence C, S, R or ? as in docs/words.md."""

    confidence: str
    link: str = ""
    note: str = ""


Sources = tuple[Source, ...]


# --- the register: the assembly, its organs, parties and people --------------------------------


@dataclass(frozen=True, slots=True)
class AssemblyFounded:
    """An assembly came to be."""

    assembly: str
    names: Words
    short: str
    languages: tuple[str, ...]
    timezone: str
    seat: Words = field(default_factory=dict)
    symbols: dict[str, str] = field(default_factory=dict)
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class AssemblyRenamed:
    """The assembly took another name."""

    names: Words
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class RulebookAdopted:
    """A rulebook came into force; ``text`` is all of it, as TOML."""

    rulebook: str
    text: str


@dataclass(frozen=True, slots=True)
class OrganEstablished:
    """An organ came to be; ``rules`` names the part of the rulebook it decides by."""

    organ: str
    kind: str
    rules: str
    names: Words
    mandate: Words = field(default_factory=dict)
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class OrganRenamed:
    """An organ took another name or mandate."""

    organ: str
    names: Words
    mandate: Words = field(default_factory=dict)
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class OrganDissolved:
    """An organ ceased to be."""

    organ: str


@dataclass(frozen=True, slots=True)
class PartyRegistered:
    """A parliament or an organisation entered the register."""

    party: str
    names: Words
    state: Words
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class StatusGiven:
    """A party took part from then on as member, observer, guest or invited organisation."""

    party: str
    status: str
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class StatusEnded:
    """A party's status ended."""

    party: str


@dataclass(frozen=True, slots=True)
class PersonRegistered:
    """A person, or an office whose holder is not named, entered the register."""

    person: str
    names: Words


@dataclass(frozen=True, slots=True)
class OfficeTaken:
    """A person took an office ``of`` "assembly", "organ:..." or "party:..."."""

    person: str
    office: str
    of: str
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class OfficeLeft:
    """A person left an office."""

    person: str
    office: str
    of: str


@dataclass(frozen=True, slots=True)
class ChairPassed:
    """The chair of the assembly passed to a party."""

    party: str
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class SeriesOpened:
    """A series of an organ's meetings began; ``core`` stands on every agenda."""

    series: str
    organ: str
    names: Words
    cadence_months: int | None = None
    cadence_sources: Sources = ()
    core: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class CadenceSet:
    """The interval at which the series is to meet was set, in months."""

    series: str
    cadence_months: int | None
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class TagDefined:
    """A challenge, an area, a kind of effort or a strategy entered the vocabulary."""

    tag: str
    scheme: str
    names: Words


@dataclass(frozen=True, slots=True)
class GroupComposed:
    """A named group has these members from now on."""

    group: str
    names: Words
    members: tuple[str, ...]


# --- meetings ------------------------------------------------------------------------------------


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
    """A question was put to the delegations entitled to decide it."""

    decision: str
    question: Words
    document: str | None
    item: str | None
    rule: str
    entitled: tuple[str, ...]


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


# --- documents and texts -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DocumentTabled:
    """A document was tabled; one symbol for all its languages."""

    document: str
    kind: str
    symbol: str
    names: Words
    by: tuple[str, ...]
    meeting: str | None
    item: str | None
    authentic: tuple[str, ...]
    link: str = ""
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph; the same ``unit`` in every language; kind heading, preamble or operative."""

    unit: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file kept beside the record under its SHA-256."""

    blob: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class VersionDistributed:
    """A language version was distributed: authentic, translation or unofficial."""

    language: str
    standing: str
    units: tuple[Unit, ...]
    file: Attachment | None = None


@dataclass(frozen=True, slots=True)
class ParagraphTags:
    """Under what an operative paragraph falls, and by when it is to be done."""

    unit: str
    tags: tuple[str, ...]
    due: str | None = None


@dataclass(frozen=True, slots=True)
class ParagraphsTagged:
    """The operative paragraphs were put under challenges, areas, efforts and strategies."""

    paragraphs: tuple[ParagraphTags, ...]


@dataclass(frozen=True, slots=True)
class TextAdopted:
    """The document was adopted as it stood, under its final symbol."""

    meeting: str
    decision: str | None
    symbol: str


@dataclass(frozen=True, slots=True)
class MarkingChanged:
    """Who may see the document was changed; the envelope's audience is the new one."""


@dataclass(frozen=True, slots=True)
class DocumentWithdrawn:
    """The document was withdrawn by those who tabled it."""

    reason: Words = field(default_factory=dict)


# --- commitments ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CommitmentMade:
    """A member parliament took on an operative paragraph: a pledge, never an obligation."""

    commitment: str
    document: str
    unit: str
    number: int  # of the paragraph
    party: str
    meeting: str
    series: str
    words: Words
    due: str | None
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportMade:
    """A parliament reported what was done: pledged, in_progress, done or not_pursued."""

    report: str
    state: str
    words: Words
    evidence: str = ""


ActBody = (
    AssemblyFounded
    | AssemblyRenamed
    | RulebookAdopted
    | OrganEstablished
    | OrganRenamed
    | OrganDissolved
    | PartyRegistered
    | StatusGiven
    | StatusEnded
    | PersonRegistered
    | OfficeTaken
    | OfficeLeft
    | ChairPassed
    | SeriesOpened
    | CadenceSet
    | TagDefined
    | GroupComposed
    | MeetingConvened
    | MeetingMoved
    | DelegationRegistered
    | CredentialsDecided
    | MatterRaised
    | MatterSettled
    | AgendaIssued
    | MeetingOpened
    | AttendanceTaken
    | StatementMade
    | QuestionPut
    | PositionGiven
    | QuestionDecided
    | MinutesApproved
    | MeetingClosed
    | DocumentTabled
    | VersionDistributed
    | ParagraphsTagged
    | TextAdopted
    | MarkingChanged
    | DocumentWithdrawn
    | CommitmentMade
    | ReportMade
)

KINDS: dict[str, type[Any]] = {kind.__name__: kind for kind in get_args(ActBody)}


@dataclass(frozen=True, slots=True)
class Acted:
    """An act that follows from a command: in which stream, for whom, when it happened."""

    stream: str
    audience: str
    on: str
    act: ActBody


def body_of(act: ActBody) -> dict[str, Any]:
    """The act as plain data: dictionaries, lists, strings, whole numbers."""
    body: dict[str, Any] = msgspec.to_builtins(act)
    return body


def act_of(kind: str, body: dict[str, Any]) -> ActBody:
    """The act of that kind; ValueError if this release knows no such kind or shape."""
    if kind not in KINDS:
        raise ValueError(f"this release knows no act of kind {kind}")
    act: ActBody = msgspec.convert(body, KINDS[kind])
    return act
