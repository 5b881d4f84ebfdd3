"""The folder of TOML files from which an assembly is loaded: its shape, typed.

Every file of the folder may hold any of the tables below; together they are one assembly.
Every date is written as `kurultai.procedure.when` reads it. ``names`` and the like are
words by language: ``{ en = "Plenary Session", tr = "Genel Kurul" }``.
"""

from typing import Literal

import msgspec

Words = dict[str, str]
Confidence = Literal["C", "S", "R", "?"]


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class SourceTable(_Table, frozen=True):
    """Where a fact was read, and how sure of it we are."""

    confidence: Confidence
    link: str = ""
    note: str = ""


Sources = tuple[SourceTable, ...]


class RenamedTable(_Table, frozen=True):
    """A later name of the assembly."""

    since: str
    names: Words
    sources: Sources = ()


class AssemblyTable(_Table, frozen=True):
    """``[assembly]``: once in the folder.

    ``rulebook`` names one that comes with the product, or is a path beside this file.
    """

    id: str
    names: Words
    short: str
    languages: tuple[str, ...]  # of its documents
    timezone: str
    founded: str
    rulebook: str
    seat: Words = {}
    symbols: dict[str, str] = {}  # kind of text -> "REC/{number:03}/{year}"
    renamed: tuple[RenamedTable, ...] = ()
    sources: Sources = ()


class StatusTable(_Table, frozen=True):
    """``[[party.status]]``: one dated class of participation."""

    status: Literal["member", "observer", "guest_of_honour", "invited_organisation"]
    since: str
    until: str | None = None
    sources: Sources = ()


class PartyTable(_Table, frozen=True):
    """``[[party]]``: a parliament or an organisation that takes part."""

    id: str  # "az"
    names: Words  # of the parliament
    state: Words  # of the state, short
    status: tuple[StatusTable, ...] = ()
    sources: Sources = ()


class OrganNameTable(_Table, frozen=True):
    """``[[organ.name]]``: the organ's name and mandate from a day on."""

    since: str
    names: Words
    mandate: Words = {}
    sources: Sources = ()


class OrganTable(_Table, frozen=True):
    """``[[organ]]``: ``rules`` names the part of the rulebook that the organ decides by."""

    id: str  # "plenary"
    kind: Literal["plenary", "council", "commission", "chairs", "group", "secretariat", "other"]
    rules: str
    name: tuple[OrganNameTable, ...]
    until: str | None = None


class OfficeTable(_Table, frozen=True):
    """``[[person.office]]``: ``of`` is "assembly", "organ:ID" or "party:ID"."""

    office: Literal[
        "secretary_general",
        "deputy_secretary_general",
        "secretariat_officer",
        "chair",
        "vice_chair",
        "head_of_delegation",
        "delegate",
        "national_coordinator",
        "administrator",
    ]
    of: str
    since: str
    until: str | None = None
    sources: Sources = ()


class PersonTable(_Table, frozen=True):
    """``[[person]]``: named only where a public source names them in that office."""

    id: str
    names: Words
    office: tuple[OfficeTable, ...] = ()


class ChairTable(_Table, frozen=True):
    """``[[chairmanship]]``: the party that took the chair of the assembly on a day."""

    party: str
    since: str
    sources: Sources = ()


class TagTable(_Table, frozen=True):
    """``[[tag]]``: a challenge, an area, a kind of joint effort, a strategy, or a goal of one."""

    id: str
    scheme: Literal["challenge", "area", "effort", "strategy", "goal"]
    names: Words
    under: str | None = None  # of a goal: its strategy
    due: str | None = None  # of a goal: the day by which it is to be reached


class SeriesTable(_Table, frozen=True):
    """``[[series]]``: meetings I, II, III ... of an organ."""

    id: str  # "defence"
    organ: str
    names: Words
    opened: str
    cadence_months: int | None = None
    cadence_sources: Sources = ()
    core: tuple[Words, ...] = ()  # items that stand on every agenda


class StatementTable(_Table, frozen=True):
    """``[[meeting.statement]]``: what was said, in our own words."""

    speaker: Words
    on_behalf: str  # "assembly", "organ:ID", "party:ID" or "" for the speaker alone
    summary: Words
    tags: tuple[str, ...] = ()
    sources: Sources = ()


class MatterTable(_Table, frozen=True):
    """``[[meeting.matter]]``: a question the meeting left open."""

    id: str
    title: Words
    tags: tuple[str, ...] = ()
    settled: str | None = None
    sources: Sources = ()


class TextTable(_Table, frozen=True):
    """``[[meeting.text]]``: a text the meeting adopted."""

    id: str
    kind: str  # declaration, recommendation, appeal, decision, model_law ...
    names: Words
    symbol: str = ""
    link: str = ""
    sources: Sources = ()


class MovedTable(_Table, frozen=True):
    """``[[meeting.moved]]``: date or place changed after it had been decided."""

    decided: str  # the day of the change, as far as known
    when: str
    place: Words
    host: str | None = None
    sources: Sources = ()


class MeetingTable(_Table, frozen=True):
    """``[[meeting]]``: ``when`` and ``place`` as first decided; ``moved`` says what changed."""

    series: str
    ordinal: int
    when: str
    state: Literal["held", "planned"]
    place: Words = {}
    host: str | None = None
    theme: Words = {}
    decided: str | None = None  # when it was decided to hold it, if known
    present: tuple[str, ...] = ()  # parties reported present
    agenda: tuple[Words, ...] = ()  # items reported, if any
    moved: tuple[MovedTable, ...] = ()
    statement: tuple[StatementTable, ...] = ()
    matter: tuple[MatterTable, ...] = ()
    text: tuple[TextTable, ...] = ()
    notes: Words = {}
    sources: Sources = ()


class SignInTable(_Table, frozen=True):
    """``[[sign_in]]``: an example account; its password is made at loading and printed."""

    name: str
    person: str


class Folder(_Table, frozen=True):
    """All tables of a folder."""

    assembly: AssemblyTable
    party: tuple[PartyTable, ...] = ()
    organ: tuple[OrganTable, ...] = ()
    person: tuple[PersonTable, ...] = ()
    chairmanship: tuple[ChairTable, ...] = ()
    tag: tuple[TagTable, ...] = ()
    series: tuple[SeriesTable, ...] = ()
    meeting: tuple[MeetingTable, ...] = ()
    sign_in: tuple[SignInTable, ...] = ()
