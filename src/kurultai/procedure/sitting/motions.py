"""Motions on procedure: moved, seconded, ruled on, put in their order, and what they lead to."""

from typing import assert_never

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from kurultai.procedure.motions import Made, Turn, in_turn, motions_of
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import known, said
from kurultai.procedure.sitting.items import suspended
from kurultai.procedure.sitting.room import Room
from kurultai.procedure.sitting.state import Moved
from kurultai.procedure.toml import nearest

RULINGS = ("in_order", "out_of_order", "withdrawn")
WAITING = ("moved", "in_order")

MotionCommand = c.MoveMotion | c.SecondMotion | c.RuleOnMotion


def decide_motion(room: Room, command: MotionCommand) -> list[a.SittingAct]:
    """The acts that follow from moving a motion, seconding it or ruling on it."""
    match command:
        case c.MoveMotion():
            return [_moved(room, command)]
        case c.SecondMotion():
            return [_seconded(room, command)]
        case c.RuleOnMotion():
            return [_ruled(room, command)]
        case _:
            assert_never(command)


def _moved(room: Room, command: c.MoveMotion) -> a.MotionMoved:
    kinds = motions_of(room.book, room.part, on=room.on)
    if command.kind not in kinds:
        facts = {"name": command.kind, "known": nearest(command.kind, kinds)}
        raise Refused("motion.unknown", facts)
    if not room.may(command.party, "propose"):
        raise Refused("motion.may_not_move")
    if any(m.kind == command.kind and _alive(room, m) for m in room.sitting.motions.values()):
        raise Refused("motion.pending")
    motion = new_id("motion", command.id)
    needed = kinds[command.kind].seconders
    return a.MotionMoved(motion, command.kind, command.party, said(command.words), needed)


def _alive(room: Room, motion: Moved) -> bool:
    """Whether it can still be put, or is being decided."""
    if motion.state != "put":
        return motion.state in WAITING
    questions = room.meeting.questions.values()
    return any(q.motion == motion.motion and q.result is None for q in questions)


def _waiting(room: Room, motion: str) -> Moved:
    """The motion; Refused if there is none, or if it was put or settled."""
    known(motion, room.sitting.motions, "motion.none")
    found = room.sitting.motions[motion]
    if found.state not in WAITING:
        raise Refused("motion.settled")
    return found


def _seconded(room: Room, command: c.SecondMotion) -> a.MotionSeconded:
    motion = _waiting(room, command.motion)
    if not room.may(command.party, "propose"):
        raise Refused("motion.may_not_move")
    if command.party == motion.party:
        raise Refused("motion.own")
    if command.party in motion.seconders:
        raise Refused("motion.seconded_already")
    return a.MotionSeconded(command.motion, command.party)


def _ruled(room: Room, command: c.RuleOnMotion) -> a.MotionRuled:
    known(command.ruling, RULINGS, "motion.ruling_unknown")
    motion = _waiting(room, command.motion)
    if motion.state == command.ruling:
        raise Refused("motion.ruled_already")
    return a.MotionRuled(command.motion, command.ruling, said(command.reason))


def to_be_put(room: Room) -> tuple[Turn, ...]:
    """The motions found in order, the one that goes before the others first."""
    ready = [m for m in room.sitting.motions.values() if m.state == "in_order"]
    made = [Made(m.kind, m.party, m.seconders) for m in ready]
    return in_turn(room.book, room.part, made, on=room.on)


def check_motion(room: Room, command: c.PutQuestion) -> str:
    """The name of the rule that decides the motion that is put, "part.rule".

    Refused unless it was found in order, has its seconders, and no other goes before it; the
    house may depart from the order, if it says why.
    """
    motion = _waiting(room, command.motion or "")
    if command.document or command.amendments or command.units:
        raise Refused("motion.by_itself")
    if motion.state != "in_order":
        raise Refused("motion.unruled")
    missing = motion.needed - len(motion.seconders)
    if missing > 0:
        raise Refused("motion.seconders_missing", {"missing": str(missing)})
    turns = to_be_put(room)
    if turns[0].motion != motion.kind and not said(command.departure):
        raise Refused("motion.out_of_turn", {"next": turns[0].motion})
    rule = next(turn.rule for turn in turns if turn.motion == motion.kind)
    return rule if room.book.has(rule, on=room.on) else f"{room.part}.default"


def effects(room: Room, motion: str) -> list[a.SittingAct]:
    """What the adoption of a motion brings about at once.

    An adjournment of the meeting is for the chair to carry out, by closing it.
    """
    sitting = room.sitting
    match sitting.motions[motion].kind:
        case "suspend_meeting" if not sitting.suspended:
            return suspended(room)
        case "adjourn_debate" if sitting.item:
            return [a.ItemTaken("")]
        case "close_debate" if sitting.list_open:
            return [a.SpeakersListClosed()]
        case _:
            return []
