"""The register's tables: assembly, organs, parties, people, and from them the audiences."""

import sqlite3

from kurultai.procedure import acts as a
from kurultai.procedure.register import SECRETARIAT
from kurultai.record.act import Act
from kurultai.tables.rows import audience_id, insert, json, one, update, upsert

_MOVES_AUDIENCES = (
    a.OrganEstablished
    | a.PartyRegistered
    | a.StatusGiven
    | a.StatusEnded
    | a.OfficeTaken
    | a.OfficeLeft
    | a.GroupComposed
)


def project_register(db: sqlite3.Connection, recorded: Act, act: a.ActBody) -> None:
    """Write what an act of the register changes."""
    if isinstance(act, a.RulebookSigned):
        _sign(db, recorded, act)
        return
    _project(db, recorded.position, recorded.on, act)
    if isinstance(act, _MOVES_AUDIENCES):
        _seat_in_audiences(db)


def _sign(db: sqlite3.Connection, recorded: Act, act: a.RulebookSigned) -> None:
    insert(
        db,
        "rulebook_signature",
        position=recorded.position,
        rulebook=act.rulebook,
        digest=act.digest,
        person=recorded.actor,
        signed_on=recorded.on,
        remark=json(act.remark),
    )


def _project(db: sqlite3.Connection, position: int, on: str, act: a.ActBody) -> None:
    match act:
        case a.OrganEstablished() | a.OrganRenamed() | a.OrganDissolved():
            _project_organ(db, position, on, act)
        case a.PartyRegistered() | a.StatusGiven() | a.StatusEnded():
            _project_party(db, position, on, act)
        case a.PersonRegistered() | a.OfficeTaken() | a.OfficeLeft() | a.GroupComposed():
            _project_person(db, position, on, act)
        case a.SeriesOpened() | a.CadenceSet() | a.TagDefined() | a.TagEnded():
            _project_series(db, on, act)
        case _:
            _project_assembly(db, position, on, act)


def _project_assembly(db: sqlite3.Connection, position: int, on: str, act: a.ActBody) -> None:
    match act:
        case a.AssemblyFounded():
            _found(db, on, act)
        case a.AssemblyRenamed(names=names, sources=sources):
            insert(db, "assembly_name", since=on, names=json(names), sources=json(sources))
            db.execute("UPDATE assembly SET names = ?", (json(names),))
        case a.RulebookAdopted(rulebook=name, text=text):
            insert(db, "rulebook", position=position, rulebook=name, since=on, text=text)
        case a.ChairPassed(party=party, sources=sources):
            cells = {"party": party, "since": on, "sources": json(sources)}
            insert(db, "chairmanship", position=position, **cells)
        case _:
            raise ValueError(f"no act of the register: {act}")


def _project_organ(
    db: sqlite3.Connection,
    position: int,
    on: str,
    act: a.OrganEstablished | a.OrganRenamed | a.OrganDissolved,
) -> None:
    match act:
        case a.OrganEstablished():
            insert(
                db,
                "organ",
                organ=act.organ,
                kind=act.kind,
                rules=act.rules,
                names=json(act.names),
                mandate=json(act.mandate),
                established=on,
            )
            _name_organ(db, position, on, act)
        case a.OrganRenamed(organ=organ, names=names, mandate=mandate):
            update(db, "organ", {"organ": organ}, names=json(names), mandate=json(mandate))
            _name_organ(db, position, on, act)
        case a.OrganDissolved(organ=organ):
            update(db, "organ", {"organ": organ}, until=on)


def _project_party(
    db: sqlite3.Connection,
    position: int,
    on: str,
    act: a.PartyRegistered | a.StatusGiven | a.StatusEnded,
) -> None:
    match act:
        case a.PartyRegistered(party=party, names=names, state=state, sources=sources):
            cells = {"names": json(names), "state": json(state), "sources": json(sources)}
            insert(db, "party", party=party, **cells)
        case a.StatusGiven(party=party, status=status, sources=sources):
            _end_status(db, party, on)
            cells = {"status": status, "since": on, "sources": json(sources)}
            insert(db, "party_status", position=position, party=party, **cells)
            update(db, "party", {"party": party}, status=status, status_since=on)
        case a.StatusEnded(party=party):
            _end_status(db, party, on)
            update(db, "party", {"party": party}, status=None, status_since=on)


def _project_person(
    db: sqlite3.Connection,
    position: int,
    on: str,
    act: a.PersonRegistered | a.OfficeTaken | a.OfficeLeft | a.GroupComposed,
) -> None:
    match act:
        case a.PersonRegistered(person=person, names=names):
            insert(db, "person", person=person, names=json(names))
        case a.OfficeTaken(person=person, office=office, of=of, sources=sources):
            cells = {"office": office, "of": of, "since": on, "sources": json(sources)}
            insert(db, "office", position=position, person=person, **cells)
        case a.OfficeLeft(person=person, office=office, of=of):
            db.execute(
                "UPDATE office SET until = ? WHERE person = ? AND office = ? AND of = ?"
                " AND until IS NULL",
                (on, person, office, of),
            )
        case a.GroupComposed(group=group, names=names, members=members):
            upsert(db, "named_group", {"group_id": group}, names=json(names))
            db.execute("DELETE FROM group_member WHERE group_id = ?", (group,))
            for person in members:
                insert(db, "group_member", group_id=group, person=person)


def _project_series(
    db: sqlite3.Connection,
    on: str,
    act: a.SeriesOpened | a.CadenceSet | a.TagDefined | a.TagEnded,
) -> None:
    match act:
        case a.SeriesOpened():
            insert(
                db,
                "series",
                series=act.series,
                organ=act.organ,
                names=json(act.names),
                cadence_months=act.cadence_months,
                cadence_sources=json(act.cadence_sources),
                core=json(act.core),
                opened=on,
            )
        case a.CadenceSet(series=series, cadence_months=months, sources=sources):
            cadence = {"cadence_months": months, "cadence_sources": json(sources)}
            update(db, "series", {"series": series}, **cadence)
        case a.TagDefined():
            _define(db, on, act)
        case a.TagEnded(tag=tag):
            update(db, "tag", {"tag": tag}, until=on)


def _define(db: sqlite3.Connection, on: str, act: a.TagDefined) -> None:
    since = one(db, "SELECT since FROM tag WHERE tag = ?", act.tag) or on
    cells = {"scheme": act.scheme, "names": json(act.names), "under": act.under, "due": act.due}
    upsert(db, "tag", {"tag": act.tag}, **cells, since=since, until=None)


def _found(db: sqlite3.Connection, on: str, act: a.AssemblyFounded) -> None:
    insert(
        db,
        "assembly",
        assembly=act.assembly,
        names=json(act.names),
        short=act.short,
        languages=json(act.languages),
        timezone=act.timezone,
        seat=json(act.seat),
        founded=on,
        sources=json(act.sources),
    )
    insert(db, "assembly_name", since=on, names=json(act.names), sources=json(act.sources))


def _name_organ(
    db: sqlite3.Connection,
    position: int,
    on: str,
    act: a.OrganEstablished | a.OrganRenamed,
) -> None:
    insert(
        db,
        "organ_name",
        position=position,
        organ=act.organ,
        since=on,
        names=json(act.names),
        mandate=json(act.mandate),
        sources=json(act.sources),
    )


def _end_status(db: sqlite3.Connection, party: str, on: str) -> None:
    db.execute("UPDATE party_status SET until = ? WHERE party = ? AND until IS NULL", (on, party))


def _seat_in_audiences(db: sqlite3.Connection) -> None:
    """Take everybody's audiences anew: rights change at the act that changes an office."""
    for (name,) in db.execute(_OWN_AUDIENCE).fetchall():
        audience_id(db, name)
    db.execute("DELETE FROM person_audience")
    db.execute(_SEATING)


_OWN_AUDIENCE = """
SELECT organ FROM organ UNION ALL SELECT party FROM party
UNION ALL SELECT group_id FROM named_group
"""

# Whoever holds an office of a delegation or organ sees what is marked for it; a member
# parliament's people also what is for members; the secretariat what is for members and for the
# organs it serves, but no delegation's or group's own papers.
_SEATING = f"""
INSERT OR IGNORE INTO person_audience
SELECT office.person, audience.audience_id FROM office
JOIN audience ON audience.name = office.of WHERE office.until IS NULL
UNION
SELECT office.person, 2 FROM office JOIN party ON party.party = office.of
WHERE office.until IS NULL AND party.status = 'member'
UNION
SELECT office.person, audience.audience_id FROM office JOIN audience
ON audience.name IN ('members', 'secretariat') OR audience.name LIKE 'organ:%'
WHERE office.until IS NULL AND office.of = 'assembly' AND office.office IN {SECRETARIAT}
UNION
SELECT group_member.person, audience.audience_id FROM group_member
JOIN audience ON audience.name = group_member.group_id
"""  # noqa: S608 - of constants alone
