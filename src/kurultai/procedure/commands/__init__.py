"""The commands: what a form, a call or a loaded folder asks for, in the imperative.

``id`` makes a repeated request harmless: the second is answered, not repeated. ``on`` is the
day it happens, or happened (see `when`); handle fills in today. ``audience`` is who may see
what follows from it: "public", "members", "secretariat", "organ:...", "party:..." or
"group:...".
"""

from typing import get_args

from kurultai.procedure.commands.asked import Asked
from kurultai.procedure.commands.document import (
    ChangeMarking,
    DistributeVersion,
    DocumentCommand,
    RecordAdoption,
    ReportOnCommitment,
    TableDocument,
    TagParagraphs,
    WithdrawDocument,
)
from kurultai.procedure.commands.drafting import (
    BreakSilence,
    CirculateDraft,
    CloseSilence,
    ConsolidateText,
    CorrectText,
    DraftingCommand,
    EnterReservation,
    ExplainVote,
    GiveAnswers,
    MarshalAmendments,
    OpenSilence,
    SponsorAmendment,
    TableAmendment,
    TranslateAmendment,
    WithdrawAmendment,
)
from kurultai.procedure.commands.meeting import (
    ApproveMinutes,
    CloseMeeting,
    ConveneMeeting,
    DecideCredentials,
    DecideQuestion,
    GivePosition,
    IssueAgenda,
    MeetingCommand,
    MoveMeeting,
    OpenMeeting,
    PutQuestion,
    QuestionCommand,
    RaiseMatter,
    RecordStatement,
    RegisterDelegation,
    SettleMatter,
    TakeAttendance,
)
from kurultai.procedure.commands.register import (
    AdoptRulebook,
    AppointPerson,
    ComposeGroup,
    DefineTag,
    DissolveOrgan,
    EndStatus,
    EstablishOrgan,
    FoundAssembly,
    GiveStatus,
    LeaveOffice,
    OpenSeries,
    PassChair,
    RegisterCommand,
    RegisterParty,
    RegisterPerson,
    RenameAssembly,
    RenameOrgan,
    SetCadence,
    SignRulebook,
    TakeOffice,
)

__all__ = [
    "COMMANDS",
    "AdoptRulebook",
    "AppointPerson",
    "ApproveMinutes",
    "Asked",
    "BreakSilence",
    "ChangeMarking",
    "CirculateDraft",
    "CloseMeeting",
    "CloseSilence",
    "Command",
    "ComposeGroup",
    "ConsolidateText",
    "ConveneMeeting",
    "CorrectText",
    "DecideCredentials",
    "DecideQuestion",
    "DefineTag",
    "DissolveOrgan",
    "DistributeVersion",
    "DocumentCommand",
    "DraftingCommand",
    "EndStatus",
    "EnterReservation",
    "EstablishOrgan",
    "ExplainVote",
    "FoundAssembly",
    "GiveAnswers",
    "GivePosition",
    "GiveStatus",
    "IssueAgenda",
    "LeaveOffice",
    "MarshalAmendments",
    "MeetingCommand",
    "MoveMeeting",
    "OpenMeeting",
    "OpenSeries",
    "OpenSilence",
    "PassChair",
    "PutQuestion",
    "QuestionCommand",
    "RaiseMatter",
    "RecordAdoption",
    "RecordStatement",
    "RegisterCommand",
    "RegisterDelegation",
    "RegisterParty",
    "RegisterPerson",
    "RenameAssembly",
    "RenameOrgan",
    "ReportOnCommitment",
    "SetCadence",
    "SettleMatter",
    "SignRulebook",
    "SponsorAmendment",
    "TableAmendment",
    "TableDocument",
    "TagParagraphs",
    "TakeAttendance",
    "TakeOffice",
    "TranslateAmendment",
    "WithdrawAmendment",
    "WithdrawDocument",
]

Command = (
    RegisterCommand
    | MeetingCommand
    | QuestionCommand
    | DocumentCommand
    | DraftingCommand
    | ReportOnCommitment
)
COMMANDS: dict[str, type[Asked]] = {kind.__name__: kind for kind in get_args(Command)}
