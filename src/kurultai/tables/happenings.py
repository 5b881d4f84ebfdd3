"""What the minutes of a meeting tell of each act, as things stood when it happened.

An entry may name a thing that has an audience of its own, its ``subject``: who may not see that
does not see the entry either.
"""

import sqlite3
from dataclasses import dataclass, field
from typing import Any

import msgspec

from kurultai.procedure import acts as a
from kurultai.record.act import Act
from kurultai.tables.rows import insert, json, one

About = dict[str, Any]

_PLAIN = (
    a.MeetingConvened
    | a.MeetingOpened
    | a.MinutesApproved
    | a.MeetingClosed
    | a.SittingResumed
    | a.SpeakersListClosed
)
_MOTION = a.MotionMoved | a.MotionSeconded | a.MotionRuled
_VOTE = a.VotingClosed | a.HandsCounted | a.ResultContested | a.PositionCorrected
_ELECTION = a.CandidateWithdrew | a.BallotOpened | a.PapersCounted | a.BallotFound


@dataclass(frozen=True, slots=True)
class _Told:
    """What an entry says, the thing it is about, and the entry that it corrects."""

    about: About = field(default_factory=dict)
    subject: str | None = None
    corrects: int | None = None


def happened(db: sqlite3.Connection, recorded: Act, act: a.ActBody) -> None:
    """Write the entry of an act; before the other tables know of it, so that changes are seen.

    Asking for the floor has none, nor has a position given; the end of a speech is told with it.
    """
    if isinstance(act, a.FloorEnded):
        _end(db, recorded, act.request)
        return
    told = _told(db, recorded, act)
    if told is None:
        return
    insert(
        db,
        "happening",
        position=recorded.position,
        meeting=recorded.stream,
        kind=recorded.kind,
        about=json(told.about),
        subject=told.subject,
        corrects=told.corrects,
    )


def _end(db: sqlite3.Connection, recorded: Act, request: str) -> None:
    sql = """UPDATE happening SET about = json_set(about, '$.ended_at', ?)
             WHERE position = (SELECT max(position) FROM happening
                               WHERE meeting = ? AND kind = 'FloorGiven' AND subject = ?)"""
    db.execute(sql, (recorded.at, recorded.stream, request))


def _told(db: sqlite3.Connection, recorded: Act, act: a.ActBody) -> _Told | None:
    if isinstance(act, _PLAIN):
        return _Told()
    if isinstance(act, _MOTION):
        return _of_motion(db, act)
    if isinstance(act, _VOTE):
        return _of_vote(db, act)
    if isinstance(act, _ELECTION):
        return _of_election(db, act)
    return _of_room(db, recorded, act) or _of_meeting(db, recorded, act)


def _of_meeting(db: sqlite3.Connection, recorded: Act, act: a.ActBody) -> _Told | None:
    match act:
        case a.MeetingMoved():
            sql = "SELECT when_text, place FROM meeting WHERE meeting = ?"
            when, place = db.execute(sql, (recorded.stream,)).fetchone()
            return _Told({"was_when": when, "was_place": msgspec.json.decode(place)})
        case a.AgendaIssued(issue=issue):
            return _Told({"issue": issue})
        case a.StatementMade(statement=statement):
            return _Told({"statement": statement})
        case a.MatterRaised(matter=matter) | a.MatterSettled(matter=matter):
            return _Told({"matter": matter})
        case a.QuestionPut(decision=decision, method=method, roll=roll, motion=motion):
            about: About = {"decision": decision, "method": method, "first": "".join(roll[:1])}
            return _Told({**about, **_motion(db, motion)}, motion or decision)
        case a.QuestionDecided(decision=decision):
            asked = one(db, "SELECT motion FROM decision WHERE decision = ?", decision)
            return _Told({"decision": decision, **_motion(db, asked)}, asked or decision)
        case a.ElectionOpened(office=office, places=places, candidates=candidates):
            names = [{"names": c.names, "party": c.party} for c in candidates]
            return _Told({"office": office, "places": places, "candidates": names}, act.election)
        case a.MinuteCorrected(position=position, words=words):
            return _Told({"words": words}, corrects=position)
        case _:
            return None


def _of_room(db: sqlite3.Connection, recorded: Act, act: a.ActBody) -> _Told | None:
    match act:
        case a.AttendanceTaken(present=present, quorum=quorum):
            there = [{"party": one.party, "members": one.members} for one in present]
            return _Told({"present": there, "quorum": quorum})
        case a.AttendanceChanged():
            return _Told(_attendance(db, recorded.stream, act))
        case a.ItemTaken(item=item):
            return _Told({"item": item})
        case a.SittingSuspended(until=until, reason=reason):
            return _Told({"until": until, "reason": reason})
        case a.SpeakersListOpened(seconds=seconds):
            return _Told({"seconds": seconds})
        case a.FloorGiven(request=request, seconds=seconds):
            sql = "SELECT person, party, kind FROM speech WHERE request = ?"
            person, party, kind = db.execute(sql, (request,)).fetchone() or ("", "", "speech")
            about: About = {"person": person, "party": party, "kind": kind, "seconds": seconds}
            return _Told({**about, "given_at": recorded.at, "ended_at": ""}, request)
        case _:
            return None


def _attendance(db: sqlite3.Connection, meeting: str, act: a.AttendanceChanged) -> About:
    """Who came or left; with the quorum only if it is reached now and was not, or the reverse."""
    sql = "SELECT present FROM meeting_party WHERE meeting = ? AND party = ?"
    was = bool(one(db, sql, meeting, act.party))
    change = "number" if was and act.present else "came" if act.present else "left"
    before = _read(db, "SELECT quorum FROM meeting WHERE meeting = ?", meeting)
    same = act.quorum.get("reached") == before.get("reached")
    about: About = {"party": act.party, "change": change, "members": act.members}
    return {**about, "quorum": {} if same else act.quorum}


def _motion(db: sqlite3.Connection, motion: str | None) -> About:
    """What is moved, and by whom; nothing if there is no motion."""
    found = db.execute("SELECT kind, party FROM motion WHERE motion = ?", (motion,)).fetchone()
    return {"motion": found[0], "mover": found[1]} if found else {}


def _of_motion(db: sqlite3.Connection, act: _MOTION) -> _Told:
    match act:
        case a.MotionMoved(kind=kind, party=party, words=words):
            return _Told({"motion": kind, "mover": party, "words": words}, act.motion)
        case a.MotionSeconded(party=party):
            return _Told({**_motion(db, act.motion), "party": party}, act.motion)
        case a.MotionRuled(ruling=ruling, reason=reason):
            ruled = {"ruling": ruling, "reason": reason}
            return _Told({**_motion(db, act.motion), **ruled}, act.motion)


def _of_vote(db: sqlite3.Connection, act: _VOTE) -> _Told:
    sql = "SELECT question FROM decision WHERE decision = ?"
    about: About = {"decision": act.decision, "question": _read(db, sql, act.decision)}
    match act:
        case a.VotingClosed():
            pass
        case a.HandsCounted(counts=counts):
            about["counts"] = counts
        case a.ResultContested(party=party, reason=reason):
            about |= {"party": party, "reason": reason}
        case a.PositionCorrected(party=party, was=was, choice=choice, reason=reason):
            about |= {"party": party, "was": was, "choice": choice, "reason": reason}
    return _Told(about, act.decision)


def _of_election(db: sqlite3.Connection, act: _ELECTION) -> _Told:
    office = _read(db, "SELECT office FROM election WHERE election = ?", act.election)
    stand = _read(db, "SELECT candidates FROM election WHERE election = ?", act.election)
    names = {one["candidate"]: one["names"] for one in stand}
    about: About = {"office": office}
    match act:
        case a.CandidateWithdrew(candidate=candidate):
            about["names"] = names.get(candidate, {})
        case a.BallotOpened(method=method, candidates=candidates):
            standing = [names.get(one, {}) for one in candidates]
            about |= {"ballot": act.ballot, "method": method, "candidates": standing}
        case a.PapersCounted():
            about |= _protocol(act, names)
        case a.BallotFound(finding=finding):
            elected = [names.get(one, {}) for one in finding["elected"]]
            about |= {"ballot": act.ballot, "result": finding["result"], "elected": elected}
    return _Told(about, act.election)


def _protocol(act: a.PapersCounted, names: dict[str, Any]) -> About:
    """The tellers' protocol, the candidate with most votes first."""
    most = sorted(act.counts.items(), key=lambda one: (-one[1], one[0]))
    return {
        "ballot": act.ballot,
        "issued": act.issued,
        "counts": [{"names": names.get(one, {}), "votes": votes} for one, votes in most],
        "blank": act.blank,
        "spoiled": act.spoiled,
        "tellers": act.tellers,
    }


def _read(db: sqlite3.Connection, sql: str, name: str) -> Any:  # noqa: ANN401 - JSON of that column
    return msgspec.json.decode(one(db, sql, name) or "{}")
