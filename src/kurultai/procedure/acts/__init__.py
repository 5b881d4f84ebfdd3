"""The catalogue: every kind of act, one frozen dataclass each.

An act is what a clerk would minute: past tense, final, with its conclusion inside it. Its body
is plain data; `body_of` and `act_of` turn one into the other. The day it happened, who acted,
who may see it and when it was recorded stand in the record's envelope, not here.
"""

from dataclasses import dataclass
from typing import Any, get_args

import msgspec

from kurultai.procedure.acts.document import (
    Attachment,
    DocumentTabled,
    DocumentWithdrawn,
    MarkingChanged,
    ParagraphsTagged,
    ParagraphTags,
    TextAdopted,
    Unit,
    VersionDistributed,
)
from kurultai.procedure.acts.drafting import (
    AmendmentsMarshalled,
    AmendmentSponsored,
    AmendmentsSettled,
    AmendmentTabled,
    AmendmentTranslated,
    AmendmentWithdrawn,
    AnswersGiven,
    DraftCirculated,
    Fallen,
    ParagraphAnswer,
    ParagraphsDecided,
    Place,
    ReservationEntered,
    SilenceBroken,
    SilenceKept,
    SilenceOpened,
    TextConsolidated,
    TextCorrected,
    VoteExplained,
)
from kurultai.procedure.acts.following import (
    CommitmentDescribed,
    CommitmentMade,
    CommitmentReminded,
    CommitmentsImported,
    CommitmentStruck,
    CommitmentSuperseded,
    ImportUndone,
    Milestone,
    ReportMade,
    Undertaking,
)
from kurultai.procedure.acts.meeting import (
    AgendaIssued,
    AgendaItem,
    AttendanceTaken,
    CredentialsDecided,
    Deadline,
    DelegationRegistered,
    MatterRaised,
    MatterSettled,
    MeetingClosed,
    MeetingConvened,
    MeetingMoved,
    MeetingOpened,
    MinutesApproved,
    PositionGiven,
    Presence,
    QuestionDecided,
    QuestionPut,
    StatementMade,
)
from kurultai.procedure.acts.register import (
    AssemblyFounded,
    AssemblyRenamed,
    CadenceSet,
    ChairPassed,
    GroupComposed,
    OfficeLeft,
    OfficeTaken,
    OrganDissolved,
    OrganEstablished,
    OrganRenamed,
    PartyRegistered,
    PersonRegistered,
    RulebookAdopted,
    RulebookSigned,
    SeriesOpened,
    StatusEnded,
    StatusGiven,
    TagDefined,
    TagEnded,
)
from kurultai.procedure.acts.sitting import (
    AttendanceChanged,
    BallotFound,
    BallotOpened,
    Candidate,
    CandidateWithdrew,
    ElectionOpened,
    FloorEnded,
    FloorGiven,
    FloorRequested,
    FloorRequestWithdrawn,
    HandsCounted,
    ItemTaken,
    MinuteCorrected,
    MotionMoved,
    MotionRuled,
    MotionSeconded,
    PapersCounted,
    PositionCorrected,
    ResultContested,
    SittingAct,
    SittingResumed,
    SittingSuspended,
    SpeakersListClosed,
    SpeakersListOpened,
    VotingClosed,
)
from kurultai.procedure.acts.words import (
    Source,
    Sources,
    Words,
)

__all__ = [
    "KINDS",
    "ActBody",
    "Acted",
    "AgendaIssued",
    "AgendaItem",
    "AmendmentSponsored",
    "AmendmentTabled",
    "AmendmentTranslated",
    "AmendmentWithdrawn",
    "AmendmentsMarshalled",
    "AmendmentsSettled",
    "AnswersGiven",
    "AssemblyFounded",
    "AssemblyRenamed",
    "Attachment",
    "AttendanceChanged",
    "AttendanceTaken",
    "BallotFound",
    "BallotOpened",
    "CadenceSet",
    "Candidate",
    "CandidateWithdrew",
    "ChairPassed",
    "CommitmentDescribed",
    "CommitmentMade",
    "CommitmentReminded",
    "CommitmentStruck",
    "CommitmentSuperseded",
    "CommitmentsImported",
    "CredentialsDecided",
    "Deadline",
    "DelegationRegistered",
    "DocumentTabled",
    "DocumentWithdrawn",
    "DraftCirculated",
    "ElectionOpened",
    "Fallen",
    "FloorEnded",
    "FloorGiven",
    "FloorRequestWithdrawn",
    "FloorRequested",
    "GroupComposed",
    "HandsCounted",
    "ImportUndone",
    "ItemTaken",
    "MarkingChanged",
    "MatterRaised",
    "MatterSettled",
    "MeetingClosed",
    "MeetingConvened",
    "MeetingMoved",
    "MeetingOpened",
    "Milestone",
    "MinuteCorrected",
    "MinutesApproved",
    "MotionMoved",
    "MotionRuled",
    "MotionSeconded",
    "OfficeLeft",
    "OfficeTaken",
    "OrganDissolved",
    "OrganEstablished",
    "OrganRenamed",
    "PapersCounted",
    "ParagraphAnswer",
    "ParagraphTags",
    "ParagraphsDecided",
    "ParagraphsTagged",
    "PartyRegistered",
    "PersonRegistered",
    "Place",
    "PositionCorrected",
    "PositionGiven",
    "Presence",
    "QuestionDecided",
    "QuestionPut",
    "ReportMade",
    "ReservationEntered",
    "ResultContested",
    "RulebookAdopted",
    "RulebookSigned",
    "SeriesOpened",
    "SilenceBroken",
    "SilenceKept",
    "SilenceOpened",
    "SittingAct",
    "SittingResumed",
    "SittingSuspended",
    "Source",
    "Sources",
    "SpeakersListClosed",
    "SpeakersListOpened",
    "StatementMade",
    "StatusEnded",
    "StatusGiven",
    "TagDefined",
    "TagEnded",
    "TextAdopted",
    "TextConsolidated",
    "TextCorrected",
    "Undertaking",
    "Unit",
    "VersionDistributed",
    "VoteExplained",
    "VotingClosed",
    "Words",
    "act_of",
    "body_of",
]

ActBody = (
    AssemblyFounded
    | AssemblyRenamed
    | RulebookAdopted
    | RulebookSigned
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
    | TagEnded
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
    | SittingAct
    | MinutesApproved
    | MeetingClosed
    | DocumentTabled
    | VersionDistributed
    | ParagraphsTagged
    | TextAdopted
    | MarkingChanged
    | DocumentWithdrawn
    | DraftCirculated
    | AnswersGiven
    | SilenceOpened
    | SilenceBroken
    | SilenceKept
    | AmendmentTabled
    | AmendmentTranslated
    | AmendmentSponsored
    | AmendmentWithdrawn
    | AmendmentsMarshalled
    | AmendmentsSettled
    | ParagraphsDecided
    | TextConsolidated
    | ReservationEntered
    | VoteExplained
    | TextCorrected
    | CommitmentMade
    | CommitmentDescribed
    | ReportMade
    | CommitmentSuperseded
    | CommitmentStruck
    | CommitmentReminded
    | CommitmentsImported
    | ImportUndone
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
