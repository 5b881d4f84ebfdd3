"""Rulebooks: a body's own with its history and signatures, those of other bodies, and what if."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from kurultai import rulebooks
from kurultai.gate import register as gate
from kurultai.gate.clause import NotFound
from kurultai.gate.shapes import Rulebook, Signature
from kurultai.procedure.register import digest_of, loaded
from kurultai.procedure.rulebook import SURENESS, UNSURE, Body, Dated, Row, Voter
from kurultai.procedure.rulebook import Rulebook as Rules
from kurultai.procedure.rulebook.rows import thing_of
from kurultai.site.views.shown import Asking, Shown


@dataclass(frozen=True, slots=True)
class Standing:
    """One thing that a rulebook says: as it stands on a day, and as it stood or will stand."""

    key: str
    now: Row | None
    others: tuple[Row, ...]  # by day, the latest first


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a body with what is said of it; "assembly" is the whole."""

    part: str
    rows: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class RulebookPage:
    """A rulebook as it stands on a day, with who signed it as read."""

    rulebook: Rulebook
    names: dict[str, str]  # of the body
    on: str
    parts: tuple[Part, ...]
    electorate: tuple[Voter, ...]
    signatures: tuple[Signature, ...]
    unconfirmed: int  # how many entries no source confirms


@dataclass(frozen=True, slots=True)
class Described:
    """A body whose rulebook comes with the product."""

    name: str
    rows: int
    confidence: dict[str, int]  # how many entries are how sure
    names: dict[str, str]


def rulebook(asking: Asking) -> Shown:
    """The assembly's own rulebooks, the one in force first."""
    on = asked_day(asking)
    signed = gate.signatures(asking.viewer)
    found = gate.rulebooks(asking.viewer)
    page = tuple(_page(book, on, signed) for book in found)
    bodies: dict[str, tuple[str, ...]] = {}
    for organ in gate.organs(asking.viewer):
        bodies[organ.rules] = (*bodies.get(organ.rules, ()), organ.organ)
    return Shown("rulebook.html", page, "rulebook", {"bodies": bodies, "on": on, "own": True})


def others(asking: Asking) -> Shown:  # noqa: ARG001 - the same for everybody
    """The bodies whose rulebooks come with the product."""
    return Shown("rulebooks.html", tuple(body(name) for name in rulebooks.names()))


def other(asking: Asking, name: str) -> Shown:
    """The rulebook of another body."""
    if name not in rulebooks.names():
        raise NotFound
    on = asked_day(asking)
    text = rulebooks.text(name)
    page = (_page(Rulebook(0, name, "", text), on, ()),)
    more = {"bodies": {}, "on": on, "own": False, "body": body(name)}
    return Shown("rulebook.html", page, "", more)


def asked_day(asking: Asking) -> str:
    """The day of which the page is asked to speak; today if it is none."""
    try:
        return date.fromisoformat(asking.filters.get("on", "")).isoformat()
    except ValueError:
        return asking.today


@cache
def body(name: str) -> Described:
    """What there is to say of a rulebook that comes with the product."""
    book = shipped(name)
    rows = book.parts
    sure = [row.confidence for row in rows]
    counts: dict[str, int] = {mark: sure.count(mark) for mark in SURENESS}
    return Described(name, len(rows), counts, book.called(on="9999-12-31"))


@cache
def shipped(name: str) -> Rules:
    """The rulebook of that name that comes with the product, read once."""
    return loaded(rulebooks.text(name), name)


def _page(book: Rulebook, on: str, signed: Iterable[Signature]) -> RulebookPage:
    rules = loaded(book.text, book.rulebook)
    digest = digest_of(book.text)
    voters = rules.electorate(on=on).values()
    return RulebookPage(
        book,
        rules.called(on=on),
        on,
        tuple(_parts(rules, on)),
        tuple(sorted(voters, key=lambda voter: (-voter.weight, voter.voter))),
        tuple(s for s in signed if (s.rulebook, s.digest) == (book.rulebook, digest)),
        sum(_is_open(entry) for entry in rules.entries),
    )


def _is_open(entry: Dated) -> bool:
    return entry.confidence in UNSURE or bool(getattr(entry, "unconfirmed", ()))


def _parts(rules: Rules, on: str) -> Iterator[Part]:
    rows = [row for row in rules.parts if not isinstance(row.entry, Voter | Body)]
    for part in dict.fromkeys(row.part for row in rows):
        things: dict[tuple[str, ...], list[Row]] = {}
        for row in rows:
            if row.part == part:
                things.setdefault(thing_of(row.entry), []).append(row)
        yield Part(part, tuple(_standing(about, on) for about in things.values()))


def _standing(about: list[Row], on: str) -> Standing:
    """The rows are all about one thing."""
    dated = sorted(about, key=lambda row: row.since, reverse=True)
    now = next((row for row in dated if row.since <= on), None)
    return Standing(about[0].key, now, tuple(row for row in dated if row is not now))
