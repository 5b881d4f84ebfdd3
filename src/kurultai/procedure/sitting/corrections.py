"""Corrections of what was entered wrongly: the act stays, and what is right stands beside it."""

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import Facts
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import worded
from kurultai.procedure.sitting.room import Room


def minute_corrected(room: Room, facts: Facts, command: c.CorrectMinute) -> a.MinuteCorrected:
    """What is right, in words; Refused unless the act at the position is of this meeting.

    Possible after the meeting was closed too: minutes are read when they are to be approved.
    """
    if room.meeting.state == "convened":
        raise Refused("meeting.not_open")
    if command.position < 1 or facts.stream not in (None, room.meeting.meeting):
        raise Refused("minutes.not_of_meeting", {"position": str(command.position)})
    return a.MinuteCorrected(command.position, worded(command.words))
