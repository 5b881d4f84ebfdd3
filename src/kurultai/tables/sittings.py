"""The sittings' tables: the floor, motions, counts and elections, and which part last changed."""

import sqlite3
from collections.abc import Mapping
from typing import get_args

import msgspec

from kurultai.procedure import acts as a
from kurultai.record.act import Act
from kurultai.tables.rows import Cell, audience_id, insert, json, one, update, upsert

Key = Mapping[str, Cell]
PARTS = ("item", "floor", "attendance", "motions", "vote", "result", "elections")  # of a screen

_ROOM = (
    a.ItemTaken
    | a.SittingSuspended
    | a.SittingResumed
    | a.AttendanceChanged
    | a.SpeakersListOpened
    | a.SpeakersListClosed
)
_FLOOR = a.FloorRequested | a.FloorRequestWithdrawn | a.FloorGiven | a.FloorEnded
_MOTION = a.MotionMoved | a.MotionSeconded | a.MotionRuled
_VOTE = a.VotingClosed | a.HandsCounted | a.ResultContested | a.PositionCorrected
_ELECTION = (
    a.ElectionOpened | a.CandidateWithdrew | a.BallotOpened | a.PapersCounted | a.BallotFound
)


def project_sitting(db: sqlite3.Connection, recorded: Act, act: a.ActBody) -> None:
    """Write what an act of a sitting changes."""
    if isinstance(act, _ROOM):
        _project_room(db, recorded, act)
    elif isinstance(act, _FLOOR):
        _project_floor(db, recorded, act)
    elif isinstance(act, _MOTION):
        _project_motion(db, recorded, act)
    elif isinstance(act, _VOTE):
        _project_vote(db, recorded, act)
    elif isinstance(act, _ELECTION):
        _project_election(db, recorded, act)
    elif not isinstance(act, a.MinuteCorrected):  # stands among the happenings only
        raise ValueError(f"no act of a meeting: {act}")  # noqa: TRY004 - as of other streams


def touch(db: sqlite3.Connection, recorded: Act, act: a.ActBody) -> None:
    """Note which parts of the sitting's screens the act changes, for who may see it."""
    audience = audience_id(db, recorded.audience)
    for part in _changed(db, act):
        key: Key = {"meeting": recorded.stream, "part": part, "audience_id": audience}
        upsert(db, "sitting_part", key, position=recorded.position)


def _changed(db: sqlite3.Connection, act: a.ActBody) -> tuple[str, ...]:
    """The parts; while all may answer at once only who has is shown, and that to delegations."""
    if isinstance(act, a.PositionGiven):
        sql = "SELECT method FROM decision WHERE decision = ?"
        return ("answers",) if one(db, sql, act.decision) == "open" else ("vote",)
    return _CHANGES.get(type(act), ())


_CHANGES: dict[type, tuple[str, ...]] = {
    a.AgendaIssued: ("item",),
    a.MeetingOpened: PARTS,
    a.MeetingClosed: PARTS,
    a.AttendanceTaken: ("attendance",),
    a.QuestionPut: ("vote", "motions"),
    a.QuestionDecided: ("vote", "result"),
    a.ItemTaken: ("item",),
    a.SittingSuspended: ("item", "floor"),
    a.SittingResumed: ("item", "floor"),
    a.AttendanceChanged: ("attendance",),
    a.SpeakersListOpened: ("floor",),
    a.SpeakersListClosed: ("floor",),
    **dict.fromkeys(get_args(_FLOOR), ("floor",)),
    **dict.fromkeys(get_args(_MOTION), ("motions",)),
    **dict.fromkeys(get_args(_VOTE), ("vote",)),
    **dict.fromkeys(get_args(_ELECTION), ("elections",)),
}


def _project_room(db: sqlite3.Connection, recorded: Act, act: _ROOM) -> None:
    key: Key = {"meeting": recorded.stream}
    match act:
        case a.ItemTaken(item=item):
            upsert(db, "sitting", key, item=item)
        case a.SittingSuspended(until=until):
            upsert(db, "sitting", key, suspended=1, resumes_at=until)
        case a.SittingResumed():
            upsert(db, "sitting", key, suspended=0, resumes_at="")
        case a.AttendanceChanged(party=party, present=present, members=members):
            there: Key = {**key, "party": party}
            upsert(db, "meeting_party", there, present=int(present), members=members)
            update(db, "meeting", key, quorum=json(act.quorum))
        case a.SpeakersListOpened(seconds=seconds):
            upsert(db, "sitting", key, list_open=1, seconds=seconds)
        case a.SpeakersListClosed():
            upsert(db, "sitting", key, list_open=0)


def _project_floor(db: sqlite3.Connection, recorded: Act, act: _FLOOR) -> None:
    key = {"request": act.request}
    match act:
        case a.FloorRequested():
            place = "SELECT count(*) + 1 FROM speech WHERE meeting = ?"
            insert(
                db,
                "speech",
                **key,
                meeting=recorded.stream,
                person=act.person,
                party=act.party,
                kind=act.kind,
                state="waiting",
                place=one(db, place, recorded.stream),
                position=recorded.position,
                audience_id=audience_id(db, recorded.audience),
            )
        case a.FloorRequestWithdrawn():
            update(db, "speech", key, state="withdrawn")
        case a.FloorGiven(seconds=seconds):
            update(db, "speech", key, state="speaking", seconds=seconds, given_at=recorded.at)
        case a.FloorEnded():
            update(db, "speech", key, state="done", ended_at=recorded.at)


def _project_motion(db: sqlite3.Connection, recorded: Act, act: _MOTION) -> None:
    key = {"motion": act.motion}
    match act:
        case a.MotionMoved():
            insert(
                db,
                "motion",
                **key,
                meeting=recorded.stream,
                kind=act.kind,
                party=act.party,
                words=json(act.words),
                needed=act.seconders_needed,
                state="moved",
                position=recorded.position,
                audience_id=audience_id(db, recorded.audience),
            )
        case a.MotionSeconded(party=party):
            seconders = _names(db, "SELECT seconders FROM motion WHERE motion = ?", act.motion)
            update(db, "motion", key, seconders=json((*seconders, party)))
        case a.MotionRuled(ruling=ruling, reason=reason):
            update(db, "motion", key, state=ruling, reason=json(reason))


def _project_vote(db: sqlite3.Connection, recorded: Act, act: _VOTE) -> None:
    key = {"decision": act.decision}
    match act:
        case a.VotingClosed():
            update(db, "decision", key, closed=1)
        case a.HandsCounted(counts=counts):
            update(db, "decision", key, counts=json(counts))
        case a.ResultContested(party=party):
            by = _names(db, "SELECT contested FROM decision WHERE decision = ?", act.decision)
            update(db, "decision", key, contested=json((*by, party)))
        case a.PositionCorrected(party=party, choice=choice):
            there = {**key, "party": party}
            upsert(
                db,
                "decision_position",
                there,
                choice=choice,
                given_by=recorded.actor,
                position=recorded.position,
            )


def _project_election(db: sqlite3.Connection, recorded: Act, act: _ELECTION) -> None:
    key = {"election": act.election}
    match act:
        case a.ElectionOpened():
            insert(
                db,
                "election",
                **key,
                meeting=recorded.stream,
                office=json(act.office),
                rule=act.rule,
                places=act.places,
                candidates=json(act.candidates),
                entitled=json(act.entitled),
                position=recorded.position,
                audience_id=audience_id(db, recorded.audience),
            )
        case a.CandidateWithdrew(candidate=candidate):
            gone = _names(db, "SELECT withdrawn FROM election WHERE election = ?", act.election)
            update(db, "election", key, withdrawn=json((*gone, candidate)))
        case a.BallotOpened() | a.PapersCounted() | a.BallotFound():
            _project_ballot(db, act)


def _project_ballot(
    db: sqlite3.Connection, act: a.BallotOpened | a.PapersCounted | a.BallotFound
) -> None:
    key: dict[str, Cell] = {"election": act.election, "ballot": act.ballot}
    match act:
        case a.BallotOpened(method=method, candidates=candidates):
            insert(db, "ballot", **key, method=method, candidates=json(candidates))
        case a.PapersCounted():
            update(
                db,
                "ballot",
                key,
                issued=act.issued,
                counts=json(act.counts),
                blank=act.blank,
                spoiled=act.spoiled,
                tellers=json(act.tellers),
            )
        case a.BallotFound(finding=finding):
            update(db, "ballot", key, finding=json(finding))
            elected = _names(db, "SELECT elected FROM election WHERE election = ?", act.election)
            places = one(db, "SELECT places FROM election WHERE election = ?", act.election)
            now = (*elected, *finding["elected"])
            over = int(len(now) >= places)
            update(db, "election", {"election": act.election}, elected=json(now), over=over)


def _names(db: sqlite3.Connection, sql: str, name: str) -> tuple[str, ...]:
    found: tuple[str, ...] = msgspec.json.decode(one(db, sql, name) or "[]", type=tuple[str, ...])
    return found
