"""The floor: who asks for it, who has it, for how long, and who is heard next."""

from collections.abc import Iterable
from typing import assert_never

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import known
from kurultai.procedure.rulebook import Rulebook
from kurultai.procedure.sitting.room import Room
from kurultai.procedure.sitting.state import Request, Sitting

LONGEST = 86_400  # seconds of a speech: a day

FloorCommand = (
    c.OpenSpeakersList
    | c.CloseSpeakersList
    | c.RequestFloor
    | c.WithdrawFloorRequest
    | c.GiveFloor
    | c.EndFloor
)


def decide_floor(room: Room, command: FloorCommand) -> list[a.SittingAct]:
    """The acts that follow from asking for the floor, giving or ending it."""
    match command:
        case c.OpenSpeakersList(seconds=seconds):
            return [_opened(room, seconds)]
        case c.CloseSpeakersList():
            if not room.sitting.list_open:
                raise Refused("floor.list_closed")
            return [a.SpeakersListClosed()]
        case c.RequestFloor():
            return [_requested(room, command)]
        case c.WithdrawFloorRequest(request=request, party=party):
            waiting = _asked(room.sitting.waiting, request)
            if party not in ("", waiting.party):
                raise Refused("floor.of_another")
            return [a.FloorRequestWithdrawn(request)]
        case c.GiveFloor():
            return _given(room, command)
        case c.EndFloor():
            if room.sitting.speaking is None:
                raise Refused("floor.nobody_speaking")
            return ended(room.sitting)
        case _:
            assert_never(command)


def heard(book: Rulebook, part: str, waiting: Iterable[Request], *, on: str) -> tuple[Request, ...]:
    """Those who wait, in the order in which they will be heard: by rank, then by asking."""
    all_of_them = tuple(waiting)
    rank = {kind: book.speech(part, kind, on=on).rank for kind in {w.kind for w in all_of_them}}
    return tuple(sorted(all_of_them, key=lambda w: (rank[w.kind], w.order)))


def ended(sitting: Sitting) -> list[a.SittingAct]:
    """The speech of whoever has the floor ends."""
    return [] if sitting.speaking is None else [a.FloorEnded(sitting.speaking.request)]


def _opened(room: Room, asked: int | None) -> a.SpeakersListOpened:
    seconds = _seconds(room.book.speech(room.part, "speech", on=room.on).seconds, asked)
    if room.sitting.list_open and seconds == room.sitting.seconds:
        raise Refused("floor.list_open")
    return a.SpeakersListOpened(seconds)


def _seconds(usual: int, asked: int | None) -> int:
    seconds = usual if asked is None else asked
    if not 0 <= seconds <= LONGEST:
        raise Refused("floor.seconds_wrong", {"seconds": str(seconds)})
    return seconds


def _requested(room: Room, command: c.RequestFloor) -> a.FloorRequested:
    kind, party, person = command.kind, command.party, command.person
    speech = room.book.speech(room.part, kind, on=room.on)
    if not room.may(party, "speak"):
        raise Refused("floor.may_not_speak")
    if person:
        known(person, room.register.persons, "register.person_unknown")
    if kind == "speech" and not room.sitting.list_open:
        raise Refused("floor.list_closed")
    alike = [w for w in room.sitting.waiting if (w.party, w.kind) == (party, kind)]
    if any(waiting.person == person for waiting in alike):
        raise Refused("floor.asked_already")
    if speech.each and len(alike) >= speech.each:
        raise Refused("floor.too_many_wait", {"most": str(speech.each)})
    return a.FloorRequested(new_id("request", command.id), person, party, kind)


def _asked(among: Iterable[Request], request: str) -> Request:
    found = next((one for one in among if one.request == request), None)
    if found is None:
        raise Refused("floor.request_unknown")
    return found


def _given(room: Room, command: c.GiveFloor) -> list[a.SittingAct]:
    """The floor for who waits, or again for who was heard: a point of order interrupts them."""
    asked = (*room.sitting.waiting, *room.sitting.spoken)
    speaker = _asked(asked, command.request) if command.request else _next(room)
    seconds = _seconds(_usual(room, speaker.kind), command.seconds)
    return [*ended(room.sitting), a.FloorGiven(speaker.request, seconds)]


def _next(room: Room) -> Request:
    order = heard(room.book, room.part, room.sitting.waiting, on=room.on)
    if not order:
        raise Refused("floor.nobody_waiting")
    return order[0]


def _usual(room: Room, kind: str) -> int:
    """A speech has the time for which the list was opened, all else that of the rulebook."""
    if kind == "speech":
        return room.sitting.seconds
    return room.book.speech(room.part, kind, on=room.on).seconds
