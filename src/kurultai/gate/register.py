"""Reading the register: assembly, organs, parties, people, vocabulary, rulebooks."""

from dataclasses import dataclass
from typing import TypeVar

from kurultai.gate.clause import NotFound, cells, one, rows
from kurultai.gate.shapes import (
    Assembly,
    Dated,
    Group,
    Office,
    Organ,
    OrganName,
    Party,
    Rulebook,
    Signature,
    StatusSpan,
    Tag,
)
from kurultai.gate.viewer import Viewer
from kurultai.procedure.register import Span, first_day

_PARTY = "SELECT party, names, state, status, status_since, sources FROM party"
_ORGAN = "SELECT organ, kind, rules, names, mandate, established, until FROM organ"
_OFFICE = (
    "SELECT person, names, office, of, since, until, sources FROM office JOIN person USING (person)"
)


@dataclass(frozen=True)
class Chairmanship:
    """A party in the chair from a day on."""

    party: str
    since: str


@dataclass(frozen=True)
class PartyPage:
    """A party, its history and its people."""

    party: Party
    spans: tuple[StatusSpan, ...]
    people: tuple[Office, ...]


@dataclass(frozen=True)
class OrganPage:
    """An organ, its names and its offices."""

    organ: Organ
    names: tuple[OrganName, ...]
    offices: tuple[Office, ...]


def assembly(viewer: Viewer) -> Assembly:
    """The assembly; NotFound before one was founded."""
    sql = """SELECT assembly, names, short, languages, timezone, seat, founded, sources
             FROM assembly"""
    return one(viewer, Assembly, sql)


def former_names(viewer: Viewer) -> tuple[Dated, ...]:
    """The assembly's names, oldest first."""
    return rows(
        viewer, Dated, "SELECT since, names, sources, NULL FROM assembly_name ORDER BY rowid"
    )


def parties(viewer: Viewer) -> tuple[Party, ...]:
    """Every party, members first, then as registered."""
    order = """CASE status WHEN 'member' THEN 0 WHEN 'observer' THEN 1
               WHEN 'guest_of_honour' THEN 2 WHEN 'invited_organisation' THEN 3 ELSE 4 END"""
    return rows(viewer, Party, f"{_PARTY} ORDER BY {order}, rowid")


def party(viewer: Viewer, name: str) -> PartyPage:
    """A party with its dated status and those who hold its offices."""
    spans = """SELECT status, since, until, sources FROM party_status WHERE party = :party
               ORDER BY position"""
    return PartyPage(
        one(viewer, Party, f"{_PARTY} WHERE party = :party", party=name),
        rows(viewer, StatusSpan, spans, party=name),
        rows(viewer, Office, f"{_OFFICE} WHERE of = :of ORDER BY position", of=name),
    )


def own_people(viewer: Viewer, party: str) -> tuple[str, ...]:
    """Those who now hold offices of that party and of nothing else, in the order of taking them."""
    sql = """SELECT DISTINCT person FROM office AS own WHERE of = :of AND until IS NULL
             AND NOT EXISTS (SELECT 1 FROM office WHERE office.person = own.person
                             AND office.of <> :of AND office.until IS NULL) ORDER BY own.position"""
    return cells(viewer, sql, of=party)


def statuses_on(viewer: Viewer, day: str) -> dict[str, str]:
    """The class of participation that each party had on the ISO day."""
    sql = "SELECT party, status, since, until FROM party_status ORDER BY position"
    spans = rows(viewer, _Dated, sql)
    return {s.party: s.status for s in spans if Span(s.status, s.since, s.until).covers(day)}


@dataclass(frozen=True)
class _Dated:
    party: str
    status: str
    since: str
    until: str | None


def chairmanships(viewer: Viewer) -> tuple[Chairmanship, ...]:
    """Who took the chair when, latest first."""
    sql = "SELECT party, since FROM chairmanship ORDER BY position DESC"
    return _latest_first(rows(viewer, Chairmanship, sql))


S_ = TypeVar("S_", Chairmanship, Office)


def _latest_first(found: tuple[S_, ...]) -> tuple[S_, ...]:
    """By the first day on which it can have begun; a half-known date does not sort as text."""
    return tuple(sorted(found, key=lambda row: first_day(row.since), reverse=True))


def organs(viewer: Viewer) -> tuple[Organ, ...]:
    """Every organ, as established."""
    return rows(viewer, Organ, f"{_ORGAN} ORDER BY rowid")


def organ(viewer: Viewer, name: str) -> OrganPage:
    """An organ with its dated names and offices."""
    names = """SELECT since, names, mandate, sources FROM organ_name WHERE organ = :organ
               ORDER BY since"""
    return OrganPage(
        one(viewer, Organ, f"{_ORGAN} WHERE organ = :organ", organ=name),
        rows(viewer, OrganName, names, organ=name),
        rows(viewer, Office, f"{_OFFICE} WHERE of = :of ORDER BY position", of=name),
    )


def offices_of_assembly(viewer: Viewer) -> tuple[Office, ...]:
    """Secretaries general and the other offices of the assembly itself, latest first."""
    found = rows(viewer, Office, f"{_OFFICE} WHERE of = 'assembly' ORDER BY position DESC")
    return _latest_first(found)


def person_names(viewer: Viewer, person: str) -> dict[str, str]:
    """How a person, or an office standing for one, is called; NotFound if unknown."""
    found = rows(viewer, _Named, "SELECT names FROM person WHERE person = :p", p=person)
    if not found:
        raise NotFound
    return found[0].names


@dataclass(frozen=True)
class _Named:
    names: dict[str, str]


def tags(viewer: Viewer) -> tuple[Tag, ...]:
    """The vocabulary: challenges, areas, efforts, strategies, goals; those of the past too."""
    sql = "SELECT tag, scheme, names, under, due, since, until FROM tag ORDER BY scheme, rowid"
    return rows(viewer, Tag, sql)


def audiences(viewer: Viewer) -> tuple[str, ...]:
    """The audiences to which the viewer belongs."""
    return cells(viewer, "SELECT name FROM audience WHERE [audience] ORDER BY audience_id")


def groups(viewer: Viewer) -> tuple[Group, ...]:
    """The named groups with their members: for the secretariat, which composes them."""
    if not viewer.secretariat:
        return ()
    sql = """SELECT group_id, names, (SELECT json_group_array(person) FROM group_member
             WHERE group_member.group_id = named_group.group_id)
             FROM named_group ORDER BY rowid"""
    return rows(viewer, Group, sql)


def rulebooks(viewer: Viewer) -> tuple[Rulebook, ...]:
    """Every rulebook adopted, latest first."""
    sql = "SELECT position, rulebook, since, text FROM rulebook ORDER BY since DESC, position DESC"
    return rows(viewer, Rulebook, sql)


def signatures(viewer: Viewer) -> tuple[Signature, ...]:
    """Who signed which rulebook as read, in the order of signing."""
    sql = """SELECT position, rulebook, digest, person, signed_on, remark FROM rulebook_signature
    ORDER BY position"""
    return rows(viewer, Signature, sql)


def names(viewer: Viewer) -> dict[str, dict[str, str]]:
    """The words for every party, organ, series, person and tag, by identity."""
    sql = """
    SELECT party, state FROM party UNION ALL SELECT organ, names FROM organ
    UNION ALL SELECT series, names FROM series UNION ALL SELECT person, names FROM person
    UNION ALL SELECT tag, names FROM tag UNION ALL SELECT 'assembly', names FROM assembly
    """
    return {name.key: name.names for name in rows(viewer, _Name, sql)}


@dataclass(frozen=True)
class _Name:
    key: str
    names: dict[str, str]
