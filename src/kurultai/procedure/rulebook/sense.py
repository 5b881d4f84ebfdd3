"""What types cannot say of an entry: days that are days, fractions where a kind needs them."""

import re
from collections.abc import Iterator
from dataclasses import fields
from fractions import Fraction

from kurultai.procedure.instant import is_span
from kurultai.procedure.rulebook.entries import (
    Condition,
    Drafting,
    Election,
    Entry,
    Quorum,
    Round,
    Rule,
    Value,
)
from kurultai.procedure.when import read_when

DAY = 'a day in quotation marks: "2008-11-21"'
FRACTION = "a fraction such as 2/3"
Wrong = tuple[str, str]  # a key, and what is expected there
Table = Entry | Condition | Round

_NAMED = re.compile(r"[\w\-]+")
_KEY = re.compile(r"[\w.\-]+")
_NAMES = {"part", "rule", "election", "motion"}
_FEWEST = {"places": 1, "rank": 1, "seats": 1, "signatures": 1}  # of others none


def wrong_values(entry: Table) -> Iterator[Wrong]:
    """Each key of the table that is not right; nested tables are asked for themselves."""
    if isinstance(entry, Entry) and not is_day(entry.since):
        yield "from", DAY
    for part in fields(entry):
        if expected := _expected(entry, part.name, getattr(entry, part.name)):
            yield part.name, expected
    match entry:
        case Rule() | Quorum() | Round():
            yield from _missing(entry)
        case Election() if not entry.rounds:
            yield "rounds", "at least one round"
        case Drafting():
            yield from _of_drafting(entry)
        case Condition(one_more_to_block=True) if not _of_all(entry):
            yield "one_more_to_block", 'of = "entitled", and no groups, role or other waiver'
        case _:
            pass


def _expected(entry: Table, key: str, value: object) -> str:
    """What is expected under the key; empty if the value is right."""
    match value:
        case Fraction() if value > 1 and key != "weight":
            return FRACTION
        case int() if value < _FEWEST.get(key, 0) and not isinstance(entry, Value | Drafting):
            return f"a whole number, {_FEWEST.get(key, 0)} or more"
        case (int(), int()) if min(value) < 0:
            return "two whole numbers: fewest and most"
        case str():
            return _expected_text(key, value)
        case _:
            return ""


def _expected_text(key: str, text: str) -> str:
    if key == "until" and text and not is_day(text):
        return DAY
    if key in _NAMES and not _NAMED.fullmatch(text):
        return "a name of letters, digits, - and _"
    if key == "key" and not _KEY.fullmatch(text):
        return "a name of letters, digits, dots, - and _"
    return "a name" if key == "voter" and not text.strip() else ""


def _missing(entry: Rule | Quorum | Round) -> Iterator[Wrong]:
    """What the kind needs and the entry does not have."""
    kind = entry.majority if isinstance(entry, Round) else entry.kind
    if kind.startswith("fraction") and entry.fraction is None:
        yield "fraction", FRACTION
    if isinstance(entry, Rule) and kind.endswith("_floor") and entry.floor is None:
        yield "floor", "a fraction such as 1/3"
    if isinstance(entry, Rule) and kind == "conditions" and not entry.conditions:
        yield "conditions", "at least one condition"
    if isinstance(entry, Quorum) and kind == "number" and not entry.least:
        yield "least", "a whole number, 1 or more"


def _of_all(condition: Condition) -> bool:
    """Whether it is reckoned on all voters, so that some of them can be said to block it."""
    whole = condition.of == "entitled" and condition.measure != "groups"
    return whole and not (condition.role or condition.each_group or condition.waived_below)


def _of_drafting(entry: Drafting) -> Iterator[Wrong]:
    if entry.signatures < 1:
        yield "signatures", "a number of parties, at least 1"
    if entry.silence < 0:
        yield "silence", "a number of hours"
    if entry.notice and not is_span(entry.notice):
        yield "notice", "a span of time such as PT12H or P14D"
    if entry.deadline and (not is_span(entry.deadline) or "T" in entry.deadline):
        yield "deadline", "whole days, weeks or months such as P1D"


def is_day(text: str) -> bool:
    """True if the text is an ISO day."""
    try:
        return read_when(text).form == "day"
    except ValueError:
        return False
