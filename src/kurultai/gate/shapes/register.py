"""Shapes of the register, and of the record's own lists."""

from dataclasses import dataclass
from typing import Any

from kurultai.procedure.acts import Sources, Words


@dataclass(frozen=True)
class Assembly:
    """The assembly."""

    assembly: str
    names: Words
    short: str
    languages: tuple[str, ...]
    timezone: str
    seat: Words
    founded: str
    sources: Sources


@dataclass(frozen=True)
class Dated:
    """A name, or what else held from a day on."""

    since: str
    names: Words
    sources: Sources
    until: str | None = None


@dataclass(frozen=True)
class Party:
    """A parliament or organisation with its present status."""

    party: str
    names: Words
    state: Words
    status: str | None
    status_since: str | None
    sources: Sources


@dataclass(frozen=True)
class StatusSpan:
    """A dated class of participation."""

    status: str
    since: str
    until: str | None
    sources: Sources


@dataclass(frozen=True)
class Organ:
    """An organ under its present name."""

    organ: str
    kind: str
    rules: str
    names: Words
    mandate: Words
    established: str
    until: str | None


@dataclass(frozen=True)
class OrganName:
    """An organ's name and mandate from a day on."""

    since: str
    names: Words
    mandate: Words
    sources: Sources


@dataclass(frozen=True)
class Office:
    """A dated office of a person."""

    person: str
    names: Words
    office: str
    of: str
    since: str
    until: str | None
    sources: Sources


@dataclass(frozen=True)
class Tag:
    """A challenge, area, kind of effort, strategy or goal; with the days of its use."""

    tag: str
    scheme: str
    names: Words
    under: str = ""  # of a goal: its strategy
    due: str | None = None
    since: str = ""
    until: str | None = None  # from then on it is not given any more


@dataclass(frozen=True)
class Group:
    """A named group of persons, who may be an audience of their own."""

    group: str
    names: Words
    members: tuple[str, ...]


@dataclass(frozen=True)
class Minute:
    """An act in the record's list."""

    position: int
    at: str
    on: str
    stream: str
    kind: str
    actor: str
    audience: str


@dataclass(frozen=True)
class Happening:
    """An entry of a meeting's minutes: what happened, and what it corrects.

    ``about`` has what the tables hold of each kind of act; ``at`` is an instant in UTC.
    """

    position: int
    at: str
    on: str
    kind: str
    about: dict[str, Any]
    corrects: int | None


@dataclass(frozen=True)
class Signature:
    """Somebody read the rulebook whose text has that SHA-256, and signed it as right."""

    position: int
    rulebook: str
    digest: str
    person: str
    signed_on: str
    remark: Words


@dataclass(frozen=True)
class Rulebook:
    """A rulebook in force from a day on, as text."""

    position: int
    rulebook: str
    since: str
    text: str
