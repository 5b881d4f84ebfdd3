"""What follows from a command while a meeting is open."""

from typing import assert_never

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.document import Document
from kurultai.procedure.facts import Facts
from kurultai.procedure.meeting import Meeting, audience_in, audience_of, exists
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import Register
from kurultai.procedure.sitting.attendance import changed
from kurultai.procedure.sitting.corrections import minute_corrected
from kurultai.procedure.sitting.elections import decide_election
from kurultai.procedure.sitting.items import decide_item
from kurultai.procedure.sitting.motions import decide_motion
from kurultai.procedure.sitting.room import Room
from kurultai.procedure.sitting.speakers import decide_floor
from kurultai.procedure.sitting.voting import VotingCommand, decide_voting

WHILE_SUSPENDED = (c.ResumeSitting, c.ChangeAttendance, c.CorrectMinute, c.CorrectPosition)


def decide_sitting(
    register: Register,
    meeting: Meeting,
    document: Document,
    facts: Facts,
    now: str,
    command: c.SittingCommand,
) -> list[a.Acted]:
    """The acts that follow; Refused unless the sitting goes on and the rules allow it.

    ``document`` is the one on which the command's question is put.
    """
    exists(meeting)
    if meeting.state != "open" and not isinstance(command, c.CorrectMinute):
        raise Refused("meeting.not_open")
    if meeting.sitting.suspended and not isinstance(command, WHILE_SUSPENDED):
        raise Refused("sitting.suspended")
    room = Room(register, meeting, command.on, now)
    acts = _acts(room, facts, command)
    audience = _audience(meeting, document, command)
    return [a.Acted(meeting.meeting, audience, command.on, act) for act in acts]


def _audience(meeting: Meeting, document: Document, command: c.SittingCommand) -> str:
    """Who may see it: what happens in the room, whoever may see the meeting, and no fewer.

    A screen shows one room, so that an act on it for a few would show to the others by its effect.
    """
    if isinstance(command, VotingCommand):
        return audience_of(meeting, document.audience)
    if isinstance(command, c.CorrectMinute):
        return audience_in(meeting, command.audience)
    return meeting.audience


def _acts(room: Room, facts: Facts, command: c.SittingCommand) -> list[a.SittingAct]:
    match command:
        case c.TakeItem() | c.SuspendSitting() | c.ResumeSitting():
            return decide_item(room, command)
        case c.ChangeAttendance():
            return [changed(room, command)]
        case (
            c.OpenSpeakersList()
            | c.CloseSpeakersList()
            | c.RequestFloor()
            | c.WithdrawFloorRequest()
            | c.GiveFloor()
            | c.EndFloor()
        ):
            return decide_floor(room, command)
        case c.MoveMotion() | c.SecondMotion() | c.RuleOnMotion():
            return decide_motion(room, command)
        case c.CloseVoting() | c.CountHands() | c.ContestResult() | c.CorrectPosition():
            return decide_voting(room, command)
        case c.OpenElection() | c.WithdrawCandidate() | c.OpenBallot() | c.CountPapers():
            return decide_election(room, command)
        case c.CorrectMinute():
            return [minute_corrected(room, facts, command)]
        case _:
            assert_never(command)
