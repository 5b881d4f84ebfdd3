"""The meetings' tables: meetings, agenda, attendance, statements, matters, decisions."""

import sqlite3

from kurultai.procedure import acts as a
from kurultai.procedure.when import read_when
from kurultai.record.act import Act
from kurultai.tables.happenings import happened
from kurultai.tables.rows import audience_id, insert, json, one, update, upsert
from kurultai.tables.sittings import project_sitting, touch


def project_meeting(db: sqlite3.Connection, recorded: Act, act: a.ActBody) -> None:  # noqa: C901 - one case a kind
    """Write what an act of a meeting changes."""
    touch(db, recorded, act)
    happened(db, recorded, act)
    meeting = recorded.stream
    match act:
        case a.MeetingConvened():
            _convene(db, recorded, act)
        case a.MeetingMoved():
            _move(db, recorded, act)
        case a.DelegationRegistered(party=party, head=head, members=members):
            key = {"meeting": meeting, "party": party}
            upsert(db, "meeting_party", key, head=head, delegates=json(members), credentials=None)
        case a.CredentialsDecided(party=party, accepted=accepted, reason=reason):
            key = {"meeting": meeting, "party": party}
            decided = "accepted" if accepted else "refused"
            update(db, "meeting_party", key, credentials=decided, reason=json(reason))
        case a.MatterRaised():
            _raise(db, recorded, act)
        case a.MatterSettled(matter=matter, how=how):
            settled = {"settled_on": recorded.on, "settled_at": meeting, "how": json(how)}
            update(db, "matter", {"matter": matter}, **settled)
        case a.AgendaIssued():
            _issue(db, recorded, act)
        case a.MeetingOpened():
            update(db, "meeting", {"meeting": meeting}, state="open")
        case a.AttendanceTaken():
            _attend(db, meeting, act)
        case a.StatementMade():
            _state(db, recorded, act)
        case a.QuestionPut() | a.PositionGiven() | a.QuestionDecided():
            _project_question(db, recorded, act)
        case a.MinutesApproved(position=position):
            key = {"meeting": meeting}
            update(db, "meeting", key, minutes_position=position, minutes_on=recorded.on)
        case a.MeetingClosed():
            update(db, "meeting", {"meeting": meeting}, state="closed", closed_on=recorded.on)
        case _:
            project_sitting(db, recorded, act)


def _convene(db: sqlite3.Connection, recorded: Act, act: a.MeetingConvened) -> None:
    when = read_when(act.when)
    insert(
        db,
        "meeting",
        meeting=act.meeting,
        series=act.series,
        ordinal=act.ordinal,
        state="convened",
        when_text=act.when,
        first_day=when.first.isoformat(),
        last_day=when.last.isoformat(),
        place=json(act.place),
        host=act.host,
        theme=json(act.theme),
        example=int(act.example),
        after_the_fact=int(act.after_the_fact),
        deadlines=json(act.deadlines),
        notes=json(act.notes),
        sources=json(act.sources),
        convened_on=recorded.on,
        audience_id=audience_id(db, recorded.audience),
    )
    for party in act.invited:
        insert(db, "meeting_party", meeting=act.meeting, party=party, invited=1)


def _move(db: sqlite3.Connection, recorded: Act, act: a.MeetingMoved) -> None:
    meeting = recorded.stream
    was_when = one(db, "SELECT when_text FROM meeting WHERE meeting = ?", meeting)
    was_place = one(db, "SELECT place FROM meeting WHERE meeting = ?", meeting)
    insert(
        db,
        "meeting_move",
        position=recorded.position,
        meeting=meeting,
        on_day=recorded.on,
        was_when=was_when,
        was_place=was_place,
        sources=json(act.sources),
    )
    when = read_when(act.when)
    update(
        db,
        "meeting",
        {"meeting": meeting},
        when_text=act.when,
        first_day=when.first.isoformat(),
        last_day=when.last.isoformat(),
        place=json(act.place),
        host=act.host,
    )


def _raise(db: sqlite3.Connection, recorded: Act, act: a.MatterRaised) -> None:
    series = one(db, "SELECT series FROM meeting WHERE meeting = ?", recorded.stream)
    insert(
        db,
        "matter",
        matter=act.matter,
        meeting=recorded.stream,
        series=series,
        title=json(act.title),
        raised_by=act.raised_by,
        raised_on=recorded.on,
        tags=json(act.tags),
        sources=json(act.sources),
        audience_id=audience_id(db, recorded.audience),
    )


def _issue(db: sqlite3.Connection, recorded: Act, act: a.AgendaIssued) -> None:
    insert(
        db,
        "agenda_issue",
        meeting=recorded.stream,
        issue=act.issue,
        status=act.status,
        on_day=recorded.on,
        position=recorded.position,
        audience_id=audience_id(db, recorded.audience),
    )
    for number, item in enumerate(act.items, start=1):
        insert(
            db,
            "agenda_item",
            meeting=recorded.stream,
            issue=act.issue,
            number=number,
            item=item.item,
            title=json(item.title),
            origin=item.origin,
            matter=item.matter,
            document=item.document,
            commitments=json(item.commitments),
        )


def _attend(db: sqlite3.Connection, meeting: str, act: a.AttendanceTaken) -> None:
    update(db, "meeting_party", {"meeting": meeting}, present=0, members=0)
    for presence in act.present:
        key = {"meeting": meeting, "party": presence.party}
        upsert(db, "meeting_party", key, present=1, members=presence.members)
    update(db, "meeting", {"meeting": meeting}, quorum=json(act.quorum))


def _state(db: sqlite3.Connection, recorded: Act, act: a.StatementMade) -> None:
    insert(
        db,
        "statement",
        statement=act.statement,
        meeting=recorded.stream,
        item=act.item,
        speaker=json(act.speaker),
        on_behalf=act.on_behalf,
        summary=json(act.summary),
        tags=json(act.tags),
        on_day=recorded.on,
        sources=json(act.sources),
        position=recorded.position,
        audience_id=audience_id(db, recorded.audience),
    )


def _project_question(
    db: sqlite3.Connection,
    recorded: Act,
    act: a.QuestionPut | a.PositionGiven | a.QuestionDecided,
) -> None:
    match act:
        case a.QuestionPut():
            insert(
                db,
                "decision",
                decision=act.decision,
                meeting=recorded.stream,
                question=json(act.question),
                document=act.document,
                item=act.item,
                rule=act.rule,
                entitled=json(act.entitled),
                finding="{}",
                put_on=recorded.on,
                position=recorded.position,
                amendments=json(act.amendments),
                units=json(act.units),
                departure=json(act.departure),
                method=act.method,
                roll=json(act.roll),
                seed=act.seed,
                motion=act.motion,
                audience_id=audience_id(db, recorded.audience),
            )
        case a.PositionGiven(decision=decision, party=party, choice=choice):
            upsert(
                db,
                "decision_position",
                {"decision": decision, "party": party},
                choice=choice,
                given_by=recorded.actor,
                position=recorded.position,
            )
        case a.QuestionDecided(decision=decision, finding=finding):
            update(
                db,
                "decision",
                {"decision": decision},
                result=str(finding["result"]),
                finding=json(finding),
                decided_on=recorded.on,
                decided_at=recorded.position,
            )
    db.execute(_CONCERNS, {"decision": act.decision, "position": recorded.position})


_CONCERNS = """
UPDATE minute SET document = (SELECT document FROM decision WHERE decision = :decision)
WHERE position = :position
"""
