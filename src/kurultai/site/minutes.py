"""The minutes of a meeting, drafted from its acts: what happened, one entry after another."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kurultai.gate.shapes import MeetingPage, Minute

_PLAIN = ("MeetingConvened", "MeetingOpened", "AttendanceTaken", "MeetingClosed", "MinutesApproved")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened; ``about`` is what the page holds about it."""

    kind: str
    on: str
    position: int
    about: Any = None


def minutes(page: MeetingPage, acts: tuple[Minute, ...]) -> tuple[Entry, ...]:
    """The entries in the order of the record.

    Acts and page were read together under the same clause, so the n-th act of a kind is the n-th
    thing of that kind on the page.
    """
    things = _things(page)
    return tuple(entry for act in acts for entry in _entry(act, things))


def _things(page: MeetingPage) -> dict[str, Iterator[Any]]:
    return {
        "MeetingMoved": iter(page.moves),
        "AgendaIssued": iter(page.issues),
        "StatementMade": iter(page.statements),
        "QuestionPut": iter(page.decisions),
        "QuestionDecided": iter(sorted(_decided(page), key=lambda d: d.decided_on or "")),
        "MatterRaised": iter(m for m in page.matters if m.meeting == page.meeting.meeting),
        "MatterSettled": iter(
            sorted(
                (m for m in page.matters if m.settled_at == page.meeting.meeting),
                key=lambda m: m.settled_on or "",
            )
        ),
    }


def _decided(page: MeetingPage) -> Iterator[Any]:
    return (decision for decision in page.decisions if decision.result)


def _entry(act: Minute, things: dict[str, Iterator[Any]]) -> Iterator[Entry]:
    if act.kind in _PLAIN:
        yield Entry(act.kind, act.on, act.position)
    elif act.kind in things:
        yield from (
            Entry(act.kind, act.on, act.position, about)
            for about in (next(things[act.kind], None),)
            if about is not None
        )
