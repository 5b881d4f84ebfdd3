"""Reading a rulebook from its file; Refused says where it is wrong and what is expected there.

TOML of nine kinds of table, each entry in force from its ``from`` day until the next of its kind:
``[[right]]`` what a class of participation may do, ``[[rule]]`` how a part of the body decides,
``[[election]]`` how it elects, ``[[quorum]]`` who must be there, ``[[seats]]`` of how many it
consists, ``[[voter]]`` who votes with what weight, ``[[motion]]`` which motion goes first,
``[[drafting]]`` how a part amends texts and adopts them by silence, ``[[value]]`` anything else a
reader should find (deadlines, languages, how often).
"""

from dataclasses import MISSING, fields, replace
from fractions import Fraction
from typing import Any, get_args, get_type_hints

import msgspec

from kurultai.procedure.instant import is_span
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook.book import Rulebook
from kurultai.procedure.rulebook.entries import (
    Drafting,
    Election,
    Entry,
    Motion,
    Quorum,
    Right,
    Rule,
    Seats,
    Value,
    Voter,
)
from kurultai.procedure.toml import header_line, key_line, nearest, read_toml
from kurultai.procedure.when import read_when

_TABLES: dict[str, type[Entry]] = {
    "right": Right,
    "rule": Rule,
    "election": Election,
    "quorum": Quorum,
    "seats": Seats,
    "voter": Voter,
    "motion": Motion,
    "drafting": Drafting,
    "value": Value,
}


def load(text: str, name: str) -> Rulebook:
    """The rulebook of that name; Refused says where the text is wrong and what is expected."""
    file = f"{name}.toml"
    tables = read_toml(text, file)
    for table, rows in tables.items():
        if table not in _TABLES or not isinstance(rows, list):
            facts = {"where": file, "key": table, "known": nearest(table, _TABLES)}
            raise Refused("toml.key_unknown", facts)
    found = {
        table: tuple(
            _entry(text, file, (table, number), row)
            for number, row in enumerate(tables.get(table, ()), start=1)
        )
        for table in _TABLES
    }
    return Rulebook(
        name,
        rights=found["right"],
        rules=tuple(replace(rule, book=name) for rule in found["rule"]),
        quorums=found["quorum"],
        values=found["value"],
        draftings=found["drafting"],
        elections=tuple(replace(election, book=name) for election in found["election"]),
        seats=found["seats"],
        voters=found["voter"],
        motions=found["motion"],
    )


def _entry(text: str, file: str, at: tuple[str, int], row: dict[str, Any]) -> Any:  # noqa: ANN401 - of the table's type
    kind = _TABLES[at[0]]
    _check_keys(text, file, at, row)
    given = {"since" if key == "from" else key: value for key, value in row.items()}
    try:
        entry = msgspec.convert(given, kind, dec_hook=_decoded)
    except msgspec.ValidationError as reason:
        key = _key_in(str(reason))
        facts = {"where": _where(text, file, at, key), "key": key, "expected": _expected(kind, key)}
        raise Refused("toml.value_wrong", facts) from reason
    _check_sense(text, file, at, entry)
    return entry


def _check_keys(text: str, file: str, at: tuple[str, int], row: dict[str, Any]) -> None:
    known = {_written(f.name): f for f in fields(_TABLES[at[0]]) if f.name != "book"}
    for key in row:
        if key not in known:
            facts = {"where": _where(text, file, at, key), "key": key}
            raise Refused("toml.key_unknown", {**facts, "known": nearest(key, known)})
    for key, part in known.items():
        if key not in row and part.default is MISSING and part.default_factory is MISSING:
            raise Refused("toml.key_missing", {"where": _where(text, file, at), "key": key})


def _check_sense(text: str, file: str, at: tuple[str, int], entry: Entry) -> None:
    """What types cannot say: dates that are days, fractions where a kind needs them."""
    key = expected = ""
    if not _is_day(entry.since):
        key, expected = "from", "a day: 2008-11-21"
    elif "fraction" in getattr(entry, "kind", "") and getattr(entry, "fraction", None) is None:
        key, expected = "fraction", "a fraction such as 2/3"
    elif getattr(entry, "kind", "").endswith("_floor") and getattr(entry, "floor", None) is None:
        key, expected = "floor", "a fraction such as 1/3"
    elif isinstance(entry, Drafting):
        key, expected = _drafting_fault(entry)
    if expected:
        facts = {"where": _where(text, file, at, key), "key": key, "expected": expected}
        raise Refused("toml.value_wrong", facts)


def _drafting_fault(entry: Drafting) -> tuple[str, str]:
    """The key that is not right and what is expected there; both empty if nothing is wrong."""
    if entry.signatures < 1:
        return "signatures", "a number of parties, at least 1"
    if entry.silence < 0:
        return "silence", "a number of hours"
    if entry.notice and not is_span(entry.notice):
        return "notice", "a span of time such as PT12H or P14D"
    if entry.deadline and (not is_span(entry.deadline) or "T" in entry.deadline):
        return "deadline", "whole days, weeks or months such as P1D"
    return "", ""


def _is_day(text: str) -> bool:
    try:
        return read_when(text).form == "day"
    except ValueError:
        return False


def _decoded(kind: type, value: object) -> object:
    """A fraction from its text: more than nothing, not more than all."""
    fraction = Fraction(str(value)) if kind is Fraction else None
    if fraction is None or not 0 < fraction <= 1:
        raise ValueError(value)
    return fraction


def _where(text: str, file: str, at: tuple[str, int], key: str = "") -> str:
    line = header_line(text, (at,))
    table, number = at
    return f"{file}, line {key_line(text, line, key) if key else line}, [[{table}]] number {number}"


def _key_in(reason: str) -> str:
    """The key that msgspec complains of, as it is written in the file."""
    path = reason.rpartition("`$.")[2].partition("`")[0] if "`$." in reason else ""
    return _written(path.partition("[")[0])


def _written(name: str) -> str:
    return "from" if name == "since" else name


def _expected(kind: type[Entry], key: str) -> str:
    """What stands rightly under the key, in words."""
    hint = get_type_hints(kind).get("since" if key == "from" else key)
    inner = next((arg for arg in get_args(hint) if get_args(arg)), hint)
    choices = [str(choice) for choice in get_args(inner) if isinstance(choice, str)]
    if choices:
        return "one of " + ", ".join(choices)
    if Fraction in (*get_args(hint), hint):
        return "a fraction such as 2/3"
    return str(getattr(hint, "__name__", hint))
