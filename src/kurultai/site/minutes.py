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
    """The entries in the order of the record."""
    return tuple(
        Entry(act.kind, act.on, act.position, about)
        for act, about in zip(acts, _abouts(page, acts), strict=True)
        if about is not None
    )


def _abouts(page: MeetingPage, acts: tuple[Minute, ...]) -> Iterator[Any]:
    """What the page holds about each act; None if it needs no entry of its own.

    Where the page does not tell the position of a thing: acts and page were read together under
    the same clause, so the n-th act of a kind is the n-th thing of that kind.
    """
    placed, ordered = _placed(page), _ordered(page)
    for act in acts:
        if act.kind in _PLAIN:
            yield page.meeting.meeting
        elif act.kind in ordered:
            yield next(ordered[act.kind], None)
        else:
            yield placed.get(act.position)


def _placed(page: MeetingPage) -> dict[int, Any]:
    put = {decision.position: decision for decision in page.decisions}
    decided = {decision.decided_at: decision for decision in page.decisions}
    issued = {issue.position: issue for issue in page.issues}
    return {**put, **issued, **{at: d for at, d in decided.items() if at is not None}}


def _ordered(page: MeetingPage) -> dict[str, Iterator[Any]]:
    here = page.meeting.meeting
    settled = [matter for matter in page.matters if matter.settled_at == here]
    return {
        "MeetingMoved": iter(page.moves),
        "StatementMade": iter(page.statements),
        "MatterRaised": (matter for matter in page.matters if matter.meeting == here),
        "MatterSettled": iter(sorted(settled, key=lambda matter: matter.settled_on or "")),
    }
