"""What follows from a command while a meeting is open."""

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.meeting import Meeting, audience_in, exists
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import Register


def decide_sitting(
    register: Register, meeting: Meeting, now: str, command: c.SittingCommand
) -> list[a.Acted]:
    """The acts that follow; Refused unless the meeting is open and the rules allow it."""
    exists(meeting)
    if meeting.state != "open":
        raise Refused("meeting.not_open")
    acts = _acts(register, meeting, now, command)
    audience = audience_in(meeting, command.audience)
    return [a.Acted(meeting.meeting, audience, command.on, act) for act in acts]


def _acts(
    register: Register, meeting: Meeting, now: str, command: c.SittingCommand
) -> list[a.SittingAct]:
    raise Refused("meeting.not_open")
