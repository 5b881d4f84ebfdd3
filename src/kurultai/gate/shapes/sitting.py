"""Shapes of a sitting, as its screens show it while it lasts."""

from dataclasses import dataclass
from typing import Any

from kurultai.gate.shapes.document import DecisionRow, Position
from kurultai.gate.shapes.meeting import AgendaItem, MeetingRow, Participation
from kurultai.procedure.acts import Candidate, Words


@dataclass(frozen=True)
class Speech:
    """A request for the floor and what became of it.

    ``state`` is waiting, speaking, done or withdrawn; ``given_at`` and ``ended_at`` are instants
    in UTC; ``order`` is by asking.
    """

    request: str
    person: str
    party: str
    kind: str
    state: str
    order: int
    rank: int  # by the rulebook: the smallest is heard first
    seconds: int  # given; 0: no limit
    given_at: str | None
    ended_at: str | None
    position: int


@dataclass(frozen=True)
class MotionRow:
    """A motion on procedure; ``state`` is moved, in_order, out_of_order, withdrawn or put."""

    motion: str
    kind: str
    party: str
    words: Words
    seconders: tuple[str, ...]
    needed: int
    rank: int  # 1 goes before all others
    state: str
    reason: Words
    decision: str | None
    position: int


@dataclass(frozen=True)
class Vote:
    """A question that is before the house, or was: how it is answered, and what was counted.

    ``positions`` are empty where nobody is named, and while a vote runs in which what was said
    is not shown. ``closed`` to positions; announced when the decision has a result.
    """

    decision: DecisionRow
    method: str
    roll: tuple[str, ...]
    seed: str
    closed: bool
    counts: dict[str, int]
    positions: tuple[Position, ...]
    contested_by: tuple[str, ...]
    motion: str | None


@dataclass(frozen=True)
class Ballot:
    """One ballot of an election; ``finding`` is empty until it was counted."""

    ballot: int
    method: str
    candidates: tuple[str, ...]
    issued: int | None
    counts: dict[str, int]
    blank: int
    spoiled: int
    tellers: tuple[str, ...]
    finding: dict[str, Any]


@dataclass(frozen=True)
class ElectionRow:
    """An election with its ballots."""

    election: str
    office: Words
    rule: str
    places: int
    candidates: tuple[Candidate, ...]
    withdrawn: tuple[str, ...]
    elected: tuple[str, ...]
    entitled: tuple[str, ...]
    over: bool
    ballots: tuple[Ballot, ...]
    position: int


@dataclass(frozen=True)
class SittingPage:
    """A sitting at a position of the record, as one audience may see it.

    ``changed`` has, for each part of a screen ("item", "floor", "attendance", "motions", "vote",
    "result", "elections"), the position at which it last changed.
    """

    meeting: MeetingRow
    organ: str
    position: int
    changed: dict[str, int]
    suspended: bool
    resumes_at: str
    item: AgendaItem | None
    agenda: tuple[AgendaItem, ...]
    list_open: bool
    seconds: int  # of a speech by the list; 0: no limit
    speaking: Speech | None
    waiting: tuple[Speech, ...]  # in the order in which they will be heard
    spoken: tuple[Speech, ...]  # done, the latest first
    parties: tuple[Participation, ...]
    quorum: dict[str, Any]
    motions: tuple[MotionRow, ...]  # not settled, the one that goes first first
    vote: Vote | None  # not yet announced
    last: Vote | None  # the latest announced
    elections: tuple[ElectionRow, ...]
