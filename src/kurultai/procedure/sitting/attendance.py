"""Who is there, as they come and go."""

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import known
from kurultai.procedure.sitting.quorum import quorum_now
from kurultai.procedure.sitting.room import Room


def changed(room: Room, command: c.ChangeAttendance) -> a.AttendanceChanged:
    """A delegation came, left or is there with another number, and the quorum since then."""
    meeting, party = room.meeting, command.party
    known(party, room.register.parties, "register.party_unknown")
    if command.members < 0:
        raise Refused("meeting.members_negative")
    members = command.members if command.present else 0
    there = {one: number for one, number in meeting.members.items() if one != party}
    if command.present:
        there[party] = members
    if there == meeting.members:
        raise Refused("attendance.unchanged")
    found = {}
    if not meeting.after_the_fact:
        found = quorum_now(room.register, meeting.series, room.on, there)
    return a.AttendanceChanged(party, command.present, members, found)
