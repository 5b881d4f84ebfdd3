"""What is the viewer's own in a sitting: what their delegation asked for and what it said.

It is read from the record, so that two devices of one person, and two persons of one delegation,
are shown the same.
"""

from dataclasses import dataclass

from kurultai.gate.may import DELEGATES
from kurultai.gate.meetings import position_of
from kurultai.gate.rules import book_of
from kurultai.gate.shapes import Position
from kurultai.gate.shapes.sitting import MotionRow, SittingPage, Speech, Vote
from kurultai.gate.viewer import Viewer
from kurultai.procedure.motions import motions_of
from kurultai.site.sittings.next import next_on_roll


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request for the floor, and its place among all that wait: 1 is heard next."""

    place: int
    speech: Speech


@dataclass(frozen=True, slots=True)
class Own:
    """One delegation for which the viewer acts.

    ``answer`` is what it said to the question before the house and ``last`` to the one announced
    last; ``turn`` is its place on the roll, 0 where none is called; ``seconding`` are the motions
    that it may second.
    """

    party: str
    present: bool
    speaking: Speech | None
    waiting: tuple[Waiting, ...]
    entitled: bool
    answer: Position | None
    last: Position | None
    turn: int
    called: bool
    contested: bool
    seconding: tuple[MotionRow, ...]

    def waits_for(self, kind: str) -> bool:
        """Whether it asked for the floor for that."""
        return any(one.speech.kind == kind for one in self.waiting)


@dataclass(frozen=True, slots=True)
class Mine:
    """The viewer's delegations, and the motions that the body's rules know, by their rank."""

    own: tuple[Own, ...]
    motions: tuple[str, ...]


def parties(viewer: Viewer, page: SittingPage) -> tuple[str, ...]:
    """The delegations at the meeting for which the viewer acts, as head or as delegate."""
    there = {participation.party for participation in page.parties}
    return tuple(party for party in viewer.parties(*DELEGATES) if party in there)


def mine(viewer: Viewer, page: SittingPage) -> Mine:
    """What is the viewer's own."""
    part, book = book_of(viewer, page.meeting.meeting, viewer.today)
    known = motions_of(book, part, on=viewer.today) if book else {}
    return Mine(tuple(_own(viewer, page, one) for one in parties(viewer, page)), tuple(known))


def _own(viewer: Viewer, page: SittingPage, party: str) -> Own:
    vote = page.vote
    speaking = page.speaking
    return Own(
        party,
        any(one.present for one in page.parties if one.party == party),
        speaking if speaking and speaking.party == party else None,
        _waiting(page, party),
        vote is not None and party in vote.decision.entitled,
        _answer(viewer, vote, party),
        _answer(viewer, page.last, party),
        vote.roll.index(party) + 1 if vote and party in vote.roll else 0,
        next_on_roll(page) == party,
        vote is not None and party in vote.contested_by,
        _seconding(page, party),
    )


def _waiting(page: SittingPage, party: str) -> tuple[Waiting, ...]:
    placed = (Waiting(place, speech) for place, speech in enumerate(page.waiting, start=1))
    return tuple(one for one in placed if one.speech.party == party)


def _answer(viewer: Viewer, vote: Vote | None, party: str) -> Position | None:
    return position_of(viewer, vote.decision.decision, party) if vote else None


def _seconding(page: SittingPage, party: str) -> tuple[MotionRow, ...]:
    return tuple(m for m in page.motions if party not in (m.party, *m.seconders))
