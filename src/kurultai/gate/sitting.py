"""Reading a sitting: what is before the house, as one viewer may see it."""

import sqlite3
from dataclasses import dataclass, replace

from kurultai.gate.clause import cells, plain, rows
from kurultai.gate.meetings import (
    DECISION,
    agenda_issues,
    agenda_items,
    meeting_facts,
    meeting_row,
    organ_of,
    participation,
    positions,
)
from kurultai.gate.rules import book_of
from kurultai.gate.shapes.document import DecisionRow
from kurultai.gate.shapes.meeting import AgendaItem
from kurultai.gate.shapes.sitting import Ballot, ElectionRow, MotionRow, SittingPage, Speech, Vote
from kurultai.gate.viewer import PUBLIC, Viewer
from kurultai.procedure.acts import Candidate, Words
from kurultai.procedure.motions import motions_of
from kurultai.procedure.rulebook import Rulebook

_SPOKEN = 30  # speeches that a screen still shows


_SPEECH = """SELECT request, person, party, kind, state, place, 0, seconds, given_at, ended_at,
             position FROM speech WHERE meeting = :meeting AND [speech]"""
_LATEST = f"""{_SPEECH} AND state = 'done' ORDER BY ended_at DESC, position LIMIT {_SPOKEN}"""


@dataclass(frozen=True)
class _Room:
    item: str
    suspended: bool
    resumes_at: str
    list_open: bool
    seconds: int


@dataclass(frozen=True)
class _Asked:
    """How a question is answered; beside its row."""

    decision: str
    method: str
    roll: tuple[str, ...]
    seed: str
    closed: bool
    counts: dict[str, int]
    contested: tuple[str, ...]
    motion: str | None


@dataclass(frozen=True)
class _Election:
    election: str
    office: Words
    rule: str
    places: int
    candidates: tuple[Candidate, ...]
    withdrawn: tuple[str, ...]
    elected: tuple[str, ...]
    entitled: tuple[str, ...]
    over: bool
    position: int


def sitting(viewer: Viewer, name: str) -> SittingPage:
    """The sitting as it stands, by the rules of today, as it is decided by them.

    NotFound if the viewer may not see the meeting.
    """
    meeting = meeting_row(viewer, name)
    facts = meeting_facts(viewer, name)
    room = _room(viewer, name)
    agenda = _agenda(viewer, name)
    part, book = book_of(viewer, name, viewer.today)
    speeches = _speeches(viewer, name, part, book, viewer.today)
    waiting = (speech for speech in speeches if speech.state == "waiting")
    done = (speech for speech in speeches if speech.state == "done")
    vote, last = _votes(viewer, name)
    return SittingPage(
        meeting=meeting,
        organ=organ_of(viewer, name),
        position=viewer.position,
        changed=changed(viewer, name),
        suspended=room.suspended,
        resumes_at=room.resumes_at,
        item=next((item for item in agenda if item.item == room.item), None),
        agenda=agenda,
        list_open=room.list_open,
        seconds=room.seconds,
        speaking=next((speech for speech in speeches if speech.state == "speaking"), None),
        waiting=tuple(sorted(waiting, key=lambda speech: (speech.rank, speech.order))),
        spoken=tuple(done),
        parties=participation(viewer, name),
        quorum=facts.quorum,
        motions=_motions(viewer, name, part, book, viewer.today),
        vote=vote,
        last=last,
        elections=_elections(viewer, name),
    )


def attending(viewer: Viewer, name: str, party: str) -> bool:
    """Whether the party is one of the meeting's, and the viewer may see that."""
    sql = """SELECT 1 FROM meeting_party JOIN meeting USING (meeting)
             WHERE meeting = :meeting AND party = :party AND [meeting]"""
    return bool(cells(viewer, sql, meeting=name, party=party))


def changed(viewer: Viewer, name: str) -> dict[str, int]:
    """When each part of the sitting last changed, as far as the viewer may know."""
    sql = """SELECT part, max(position) FROM sitting_part
             WHERE meeting = :meeting AND [sitting_part] GROUP BY part ORDER BY part"""
    return dict(plain(viewer, sql, meeting=name))


def audiences(viewer: Viewer) -> frozenset[int]:
    """The audiences to which the viewer belongs, as numbers."""
    sql = "SELECT audience_id FROM person_audience WHERE person = :viewer"
    return frozenset({PUBLIC, *(row[0] for row in plain(viewer, sql))})


def concerned(db: sqlite3.Connection, name: str) -> frozenset[int]:
    """The audiences for which anything stands in the sitting: numbers, which nobody is shown.

    Viewers who belong to the same ones of these see the same sitting.
    """
    sql = """SELECT audience_id FROM sitting_part WHERE meeting = :meeting
             UNION SELECT audience_id FROM meeting WHERE meeting = :meeting
             UNION SELECT document.audience_id FROM document
             JOIN decision USING (document) WHERE decision.meeting = :meeting
             UNION SELECT audience_id FROM document WHERE meeting = :meeting
             UNION SELECT document.audience_id FROM document
             JOIN agenda_item USING (document) WHERE agenda_item.meeting = :meeting"""
    return frozenset(row[0] for row in db.execute(sql, {"meeting": name}))


def _room(viewer: Viewer, name: str) -> _Room:
    sql = """SELECT item, suspended, resumes_at, list_open, seconds FROM sitting
             JOIN meeting USING (meeting) WHERE meeting = :meeting AND [meeting]"""
    return next(iter(rows(viewer, _Room, sql, meeting=name)), _Room("", False, "", False, 0))


def _agenda(viewer: Viewer, name: str) -> tuple[AgendaItem, ...]:
    issues = agenda_issues(viewer, name)
    return agenda_items(viewer, name, issues[-1].issue) if issues else ()


def _speeches(
    viewer: Viewer, name: str, part: str, book: Rulebook | None, day: str
) -> tuple[Speech, ...]:
    found = (
        *rows(viewer, Speech, f"{_SPEECH} AND state IN ('waiting', 'speaking')", meeting=name),
        *rows(viewer, Speech, _LATEST, meeting=name),
    )
    if book is None:
        return found
    kinds = {speech.kind for speech in found}
    rank = {kind: book.speech(part, kind, on=day).rank for kind in kinds}
    return tuple(replace(speech, rank=rank[speech.kind]) for speech in found)


def _motions(
    viewer: Viewer, name: str, part: str, book: Rulebook | None, day: str
) -> tuple[MotionRow, ...]:
    sql = """SELECT motion, kind, party, words, seconders, needed, 0, state, reason,
             (SELECT decision FROM decision WHERE decision.motion = motion.motion
              AND decision.meeting = motion.meeting AND [decision]), position
             FROM motion WHERE meeting = :meeting AND state IN ('moved', 'in_order') AND [motion]"""
    known = motions_of(book, part, on=day) if book else {}
    rank = {kind: motion.rank for kind, motion in known.items()}
    found = (
        replace(row, rank=rank.get(row.kind, 99))
        for row in rows(viewer, MotionRow, sql, meeting=name)
        if row.decision is None
    )
    return tuple(sorted(found, key=lambda row: (row.rank, row.position)))


def _votes(viewer: Viewer, name: str) -> tuple[Vote | None, Vote | None]:
    """The question that is open, and the latest announced."""
    pending = f"{DECISION} WHERE meeting = :meeting AND result IS NULL AND [decision]"
    announced = f"{DECISION} WHERE meeting = :meeting AND result IS NOT NULL AND [decision]"
    latest = " ORDER BY {} DESC LIMIT 1"
    now = rows(viewer, DecisionRow, pending + latest.format("position"), meeting=name)
    last = rows(viewer, DecisionRow, announced + latest.format("decided_at"), meeting=name)
    return _vote(viewer, now), _vote(viewer, last)


def _vote(viewer: Viewer, found: tuple[DecisionRow, ...]) -> Vote | None:
    if not found:
        return None
    row = found[0]
    sql = """SELECT decision, method, roll, seed, closed, counts, contested, motion FROM decision
             WHERE decision = :decision AND [decision]"""
    (asked,) = rows(viewer, _Asked, sql, decision=row.decision)
    shown = row.result is not None or asked.closed or asked.method == "roll_call"
    return Vote(
        row,
        asked.method,
        asked.roll,
        asked.seed,
        asked.closed,
        asked.counts,
        positions(viewer, row.decision) if shown else (),
        asked.contested,
        asked.motion,
    )


def _elections(viewer: Viewer, name: str) -> tuple[ElectionRow, ...]:
    sql = """SELECT election, office, rule, places, candidates, withdrawn, elected, entitled, over,
             position FROM election WHERE meeting = :meeting AND [election] ORDER BY position"""
    return tuple(_election(viewer, row) for row in rows(viewer, _Election, sql, meeting=name))


def _election(viewer: Viewer, row: _Election) -> ElectionRow:
    sql = """SELECT ballot, method, ballot.candidates, issued, counts, blank, spoiled, tellers,
             finding FROM ballot JOIN election USING (election)
             WHERE election = :election AND [election] ORDER BY ballot"""
    return ElectionRow(
        row.election,
        row.office,
        row.rule,
        row.places,
        row.candidates,
        row.withdrawn,
        row.elected,
        row.entitled,
        row.over,
        rows(viewer, Ballot, sql, election=row.election),
        row.position,
    )
