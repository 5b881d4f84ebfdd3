"""The item before the house, and whether the sitting goes on."""

from typing import assert_never

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.instant import asked_instant, read_instant, written
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import known, said
from kurultai.procedure.sitting.room import Room
from kurultai.procedure.sitting.speakers import ended

ItemCommand = c.TakeItem | c.SuspendSitting | c.ResumeSitting


def decide_item(room: Room, command: ItemCommand) -> list[a.SittingAct]:
    """The acts that follow from taking an item up, suspending or resuming."""
    match command:
        case c.TakeItem(item=item):
            return [_taken(room, item)]
        case c.SuspendSitting(until=until, reason=reason):
            return suspended(room, _until(room, until), said(reason))
        case c.ResumeSitting():
            if not room.sitting.suspended:
                raise Refused("sitting.not_suspended")
            return [a.SittingResumed()]
        case _:
            assert_never(command)


def _taken(room: Room, item: str) -> a.ItemTaken:
    if item:
        known(item, room.meeting.items, "meeting.item_unknown")
    if item == room.sitting.item:
        raise Refused("sitting.item_taken")
    return a.ItemTaken(item)


def suspended(room: Room, until: str = "", reason: a.Words | None = None) -> list[a.SittingAct]:
    """The sitting is suspended; who had the floor has it no longer."""
    return [*ended(room.sitting), a.SittingSuspended(until, reason or {})]


def _until(room: Room, until: str) -> str:
    if not until:
        return ""
    at = asked_instant(until)
    if at < read_instant(room.now):
        raise Refused("sitting.until_past", {"until": written(at)})
    return written(at)
