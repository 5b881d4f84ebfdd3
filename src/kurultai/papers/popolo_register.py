"""Popolo's persons, organizations and memberships, given out of the register.

https://www.popoloproject.com/specs/. A day is given as far as it is known, and where it lies
between two others not at all, since Popolo has no word for that.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kurultai.papers.popolo import Plain

_KNOWN = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A person or an organization: its identity, its name in one language and in the others."""

    id: str
    name: str
    names: Words
    classification: str = ""  # of an organization
    parent: str = ""
    founded: str = ""
    dissolved: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A person in an office of an organization, or an organization within another."""

    member: str
    organization: str
    role: str
    since: str
    until: str


def person(named: Named) -> Plain:
    """A person, or an office whose holder is not named."""
    return _told(named)


def organization(named: Named) -> Plain:
    """The assembly, one of its organs, or a party."""
    more = {
        "classification": named.classification,
        "parent_id": named.parent,
        "founding_date": _day(named.founded),
        "dissolution_date": _day(named.dissolved),
    }
    return {**_told(named), **{key: value for key, value in more.items() if value}}


def membership(told: Membership) -> Plain:
    """Who was what, where, from when until when."""
    who: Plain = {"person_id": told.member}
    if not told.member.startswith("person:"):
        who = {"member": {"@type": "Organization", "id": told.member}}
    more = {
        "organization_id": told.organization,
        "role": told.role,
        "start_date": _day(told.since),
        "end_date": _day(told.until),
    }
    return {**who, **{key: value for key, value in more.items() if value}}


def motion(event: Plain) -> Plain:
    """The motion of a vote event, as a thing of its own."""
    return {
        "id": f"motion-of-{event['id']}",
        "legislative_session_id": event["legislative_session_id"],
        "organization": event["organization"],
        **event["motion"],
        "vote_events": [{"id": event["id"]}],
        "sources": event["sources"],
    }


def _told(named: Named) -> Plain:
    others = [
        {"name": name, "note": language}
        for language, name in named.names.items()
        if name != named.name
    ]
    told = {"id": named.id, "name": named.name, "other_names": others}
    sources = [{"url": url} for url in named.sources]
    return {key: value for key, value in {**told, "sources": sources}.items() if value}


def _day(when: str) -> str:
    return when if _KNOWN.fullmatch(when) else ""
