"""A rulebook's entries as a reader meets them."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from typing import assert_never

from kurultai.procedure.rulebook.entries import (
    WHOLE,
    Body,
    Dated,
    Drafting,
    Election,
    Entry,
    Motion,
    Quorum,
    Right,
    Rule,
    Seats,
    Speaking,
    Value,
    Voter,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One dated entry as a reader meets it.

    ``key`` is "right.member", "rule.default", "quorum" or a value's key; ``values`` are pairs of
    name and text in the order to show; ``part`` is "assembly" for what holds in the whole body.
    """

    part: str
    key: str
    since: str
    kind: str
    values: tuple[tuple[str, str], ...]
    article: str
    link: str
    confidence: str
    unconfirmed: tuple[str, ...]
    says: dict[str, str]
    entry: Dated


def row_of(entry: Dated) -> Row:
    """The entry with its key, its kind and what else it sets."""
    part, key, kind = _named(entry)
    doubts: tuple[str, ...] = getattr(entry, "unconfirmed", ())
    ground = (entry.article, entry.link, entry.confidence)
    values = tuple(_values(entry))
    return Row(part, key, entry.since, kind, values, *ground, doubts, entry.says, entry)


def thing_of(entry: Dated) -> tuple[str, ...]:  # noqa: C901 - one case a kind
    """What the entry is about: of those about one thing the latest holds."""
    match entry:
        case Body():
            return ("body",)
        case Right():
            return ("right", entry.status)
        case Rule():
            return ("rule", entry.part, entry.rule)
        case Election():
            return ("election", entry.part, entry.election)
        case Quorum():
            return ("quorum", entry.part, *sorted(entry.purposes))
        case Seats():
            return ("seats", entry.part)
        case Voter():
            return ("voter", entry.voter)
        case Motion():
            return ("motion", entry.part, entry.motion)
        case Speaking():
            return ("speaking", entry.part, entry.kind)
        case Drafting():
            return ("drafting", entry.part)
        case Value():
            return ("value", entry.part, entry.key)
        case _:
            assert_never(entry)


def _named(entry: Dated) -> tuple[str, str, str]:  # noqa: C901 - one case a kind
    match entry:
        case Body():
            return WHOLE, "body", ""
        case Right(status=status):
            return WHOLE, f"right.{status}", ""
        case Rule():
            return entry.part, f"rule.{entry.rule}", entry.kind
        case Election():
            return entry.part, f"election.{entry.election}", ""
        case Quorum():
            return entry.part, "quorum", entry.kind
        case Seats():
            return entry.part, "seats", ""
        case Voter():
            return WHOLE, f"voter.{entry.voter}", ""
        case Motion():
            return entry.part, f"motion.{entry.motion}", ""
        case Speaking(kind=speech):
            return entry.part, f"speaking.{speech}", ""
        case Drafting():
            return entry.part, "drafting", ""
        case Value():
            return entry.part, entry.key, ""
        case _:
            assert_never(entry)


_SHOWN = (
    *("may", "value", "fraction", "floor", "conditions", "n", "more_than", "least", "size"),
    *("on_challenge", "askers", "asking_groups", "purposes", "veto", "tie", "split", "cap"),
    *("deadline", "languages_before", "languages", "notice", "seats", "until", "weight"),
    *("population", "group", "roles", "rank", "speakers_for", "speakers_against", "seconders"),
    *("places", "rounds", "acclamation", "seconds", "each"),
)
_ALWAYS = ("order", "rivals", "signatures", "silence", "sub_amendments")  # of drafting


def _values(entry: Entry) -> Iterable[tuple[str, str]]:
    """What the entry sets apart from its kind, as texts; defaults are left out."""
    for part in fields(entry):
        value = getattr(entry, part.name)
        if part.name in _ALWAYS or (part.name in _SHOWN and value != part.default):
            yield part.name, _shown(value)


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value))
    if is_dataclass(value):
        set_here = ((f.name, getattr(value, f.name), f.default) for f in fields(value))
        return " ".join(f"{name}={_shown(here)}" for name, here, usual in set_here if here != usual)
    return str(value)
