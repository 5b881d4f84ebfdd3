"""Decide: from a command, and how things stand, to the acts that follow or a refusal."""

from dataclasses import dataclass, field
from typing import assert_never

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.distribution import decide_document
from kurultai.procedure.document import Document
from kurultai.procedure.drafting import decide_drafting
from kurultai.procedure.facts import Facts
from kurultai.procedure.following.commitment import Commitment
from kurultai.procedure.following.decide import decide_following
from kurultai.procedure.meeting import Meeting, decide_meeting
from kurultai.procedure.question import decide_question
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import Register, decide_register
from kurultai.procedure.sitting.decide import decide_sitting
from kurultai.procedure.standstill import check_standstill
from kurultai.procedure.when import read_when


@dataclass(frozen=True, slots=True)
class Situation:
    """How things stand for a command: the streams it concerns, folded, and the facts."""

    today: str  # ISO day, in the assembly's time zone
    register: Register = field(default_factory=Register)
    meeting: Meeting = field(default_factory=Meeting)
    document: Document = field(default_factory=Document)
    commitment: Commitment = field(default_factory=Commitment)
    facts: Facts = field(default_factory=Facts)
    now: str = ""  # the instant, "2026-11-25T08:00Z"; none given: the beginning of the day

    @property
    def instant(self) -> str:
        """The instant at which it is decided."""
        return self.now or f"{self.today}T00:00Z"


def decide(situation: Situation, command: c.Command) -> list[a.Acted]:
    """The acts that follow from the command; Refused names the rule that forbids it."""
    _check_day(situation.today, command.on)
    s = situation
    check_standstill(s.document, s.facts, command)
    match command:
        case c.PutQuestion() | c.GivePosition() | c.DecideQuestion():
            return decide_question(s.register, s.meeting, s.document, s.facts, s.instant, command)
        case (
            c.ReportOnCommitment()
            | c.DescribeCommitment()
            | c.SupersedeCommitment()
            | c.StrikeCommitment()
            | c.DrawCommitments()
            | c.RemindParty()
            | c.ImportCommitments()
            | c.UndoImport()
        ):
            return decide_following(s.register, s.commitment, s.document, s.facts, command)
        case (
            c.TableDocument()
            | c.DistributeVersion()
            | c.TagParagraphs()
            | c.RecordAdoption()
            | c.ChangeMarking()
            | c.WithdrawDocument()
        ):
            return decide_document(s.register, s.document, s.facts, command)
        case (
            c.CirculateDraft()
            | c.GiveAnswers()
            | c.OpenSilence()
            | c.BreakSilence()
            | c.CloseSilence()
            | c.TableAmendment()
            | c.TranslateAmendment()
            | c.SponsorAmendment()
            | c.WithdrawAmendment()
            | c.MarshalAmendments()
            | c.ConsolidateText()
            | c.EnterReservation()
            | c.ExplainVote()
            | c.CorrectText()
        ):
            return decide_drafting(s.register, s.meeting, s.document, s.facts, s.instant, command)
        case (
            c.ConveneMeeting()
            | c.MoveMeeting()
            | c.RegisterDelegation()
            | c.DecideCredentials()
            | c.RaiseMatter()
            | c.SettleMatter()
            | c.IssueAgenda()
            | c.OpenMeeting()
            | c.TakeAttendance()
            | c.RecordStatement()
            | c.ApproveMinutes()
            | c.CloseMeeting()
        ):
            return decide_meeting(s.register, s.meeting, s.facts, command)
        case (
            c.FoundAssembly()
            | c.RenameAssembly()
            | c.AdoptRulebook()
            | c.SignRulebook()
            | c.EstablishOrgan()
            | c.RenameOrgan()
            | c.DissolveOrgan()
            | c.RegisterParty()
            | c.GiveStatus()
            | c.EndStatus()
            | c.RegisterPerson()
            | c.TakeOffice()
            | c.LeaveOffice()
            | c.AppointPerson()
            | c.PassChair()
            | c.OpenSeries()
            | c.SetCadence()
            | c.DefineTag()
            | c.EndTag()
            | c.ComposeGroup()
        ):
            return decide_register(s.register, command)
        case (
            c.TakeItem()
            | c.SuspendSitting()
            | c.ResumeSitting()
            | c.ChangeAttendance()
            | c.OpenSpeakersList()
            | c.CloseSpeakersList()
            | c.RequestFloor()
            | c.WithdrawFloorRequest()
            | c.GiveFloor()
            | c.EndFloor()
            | c.MoveMotion()
            | c.SecondMotion()
            | c.RuleOnMotion()
            | c.CloseVoting()
            | c.CountHands()
            | c.ContestResult()
            | c.CorrectPosition()
            | c.OpenElection()
            | c.WithdrawCandidate()
            | c.OpenBallot()
            | c.CountPapers()
            | c.CorrectMinute()
        ):
            return decide_sitting(s.register, s.meeting, s.document, s.facts, s.instant, command)
        case _:
            assert_never(command)


def _check_day(today: str, on: str) -> None:
    """What has happened has a date, and it is not in the future."""
    try:
        when = read_when(on)
    except ValueError as reason:
        raise Refused("act.when", {"when": on}) from reason
    if when.first.isoformat() > today:
        raise Refused("act.in_the_future", {"when": on})
