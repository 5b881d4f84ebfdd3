"""Reading the tables of a rulebook's file, one by one, with all that is wrong with them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from fractions import Fraction
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from kurultai.procedure.rulebook.entries import (
    Body,
    Condition,
    Dated,
    Drafting,
    Election,
    Motion,
    Quorum,
    Right,
    Round,
    Rule,
    Seats,
    Speaking,
    Value,
    Voter,
)
from kurultai.procedure.rulebook.place import SINGULAR, Flaw, Place
from kurultai.procedure.rulebook.sense import DAY, FRACTION, wrong_values
from kurultai.procedure.toml import nearest

Placed = tuple[Place, Dated]

TABLES: dict[str, type[Dated]] = {
    "body": Body,
    "right": Right,
    "rule": Rule,
    "election": Election,
    "quorum": Quorum,
    "seats": Seats,
    "voter": Voter,
    "motion": Motion,
    "speaking": Speaking,
    "drafting": Drafting,
    "value": Value,
}
_INNER: dict[str, type] = {"conditions": Condition, "rounds": Round}
_PLURAL = {one: many for many, one in SINGULAR.items()}
_AMOUNT = re.compile(r"\d{1,18}(?:/\d{1,18}|\.\d{1,18})?")
_WORDS: dict[object, str] = {
    str: "text in quotation marks",
    int: "a whole number",
    bool: "true or false",
    dict: 'words by language: { en = "..." }',
}


@dataclass(frozen=True, slots=True)
class Read:
    """The entries that could be read, kind by kind in the order of the file, and what is wrong."""

    entries: tuple[Placed, ...]
    flaws: tuple[Flaw, ...]

    def of(self, kind: type) -> tuple[Any, ...]:
        """The entries of a kind."""
        return tuple(entry for _, entry in self.entries if isinstance(entry, kind))


def read_tables(tables: Mapping[str, Any]) -> Read:
    """Every entry of the tables; one that is wrong is left out, and its flaws are named."""
    flaws = [_unknown(Place(key, 0), key, TABLES) for key in tables if not _known(tables, key)]
    entries = []
    for table, kind in TABLES.items():
        rows = tables.get(table, ()) if _known(tables, table) else ()
        for number, row in enumerate(rows, start=1):
            place = Place(table, number)
            entry = _entry(place, kind, row, flaws)
            if entry is not None:
                entries.append((place, entry))
    return Read(tuple(entries), tuple(flaws))


def _known(tables: Mapping[str, Any], key: str) -> bool:
    """True for a list of tables of a kind that there is."""
    rows = tables.get(key)
    return key in TABLES and isinstance(rows, list) and all(isinstance(row, dict) for row in rows)


def _entry(place: Place, kind: type[Dated], row: dict[str, Any], flaws: list[Flaw]) -> Dated | None:
    """The entry; None if it is wrong, and its flaws are added to those known."""
    found = [*_key_flaws(place, kind, row)]
    given = {_PLURAL.get(key, key): value for key, value in row.items()}
    for inner, number, table in _inner_tables(given):
        found += _key_flaws(place.within(inner, number), _INNER[inner], table)
    if not found:
        try:
            entry: Dated = msgspec.convert(_since(given), kind, dec_hook=_amount)
        except msgspec.ValidationError as reason:
            found = [_of_type(place, kind, str(reason))]
        else:
            found = [*_of_sense(place, entry)]
    flaws += found
    return None if found else entry


def _since(row: dict[str, Any]) -> dict[str, Any]:
    return {"since" if key == "from" else key: value for key, value in row.items()}


def _inner_tables(row: dict[str, Any]) -> Iterator[tuple[str, int, dict[str, Any]]]:
    for inner in _INNER.keys() & row.keys():
        if isinstance(row[inner], list):
            tables = enumerate(row[inner], start=1)
            yield from ((inner, n, table) for n, table in tables if isinstance(table, dict))


def _key_flaws(place: Place, kind: type, row: Mapping[str, Any]) -> Iterator[Flaw]:
    """Keys that are not known, and keys that must be there and are not."""
    known, needed = _keys(kind)
    for key in row:
        if key not in known and _PLURAL.get(key) not in known:
            yield _unknown(place, key, known)
        elif key not in known and _PLURAL[key] in row:
            yield Flaw(place, key, "rulebook.key_twice", {"key": key, "known": _PLURAL[key]})
    for key in needed:
        if key not in row and SINGULAR.get(key) not in row:
            yield Flaw(place, "", "toml.key_missing", {"key": key})


def _unknown(place: Place, key: str, known: Any) -> Flaw:  # noqa: ANN401 - names in whatever holds them
    return Flaw(place, key, "toml.key_unknown", {"key": key, "known": nearest(key, known)})


@cache
def _keys(kind: type) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of a table as they are written, and those among them that must be there."""
    own = [part for part in fields(kind) if part.name != "book"]
    needed = [p for p in own if p.default is MISSING and p.default_factory is MISSING]
    return tuple(_written(p.name) for p in own), tuple(_written(p.name) for p in needed)


def _written(name: str) -> str:
    return "from" if name == "since" else name


def _amount(_: type, value: object) -> Fraction:
    """A fraction, or a number of votes, as written: more than nothing."""
    written = str(value)
    if isinstance(value, bool) or not _AMOUNT.fullmatch(written):
        raise ValueError(value)
    try:
        amount = Fraction(written)
    except ZeroDivisionError as reason:
        raise ValueError(value) from reason
    if not amount:
        raise ValueError(value)
    return amount


def _of_type(place: Place, kind: type[Dated], reason: str) -> Flaw:
    """What msgspec complains of: a key, perhaps of a table within."""
    path = reason.rpartition("`$.")[2].partition("`")[0] if "`$." in reason else ""
    inner = re.fullmatch(r"(\w+)\[(\d+)\]\.(\w+).*", path)
    if inner and inner[1] in _INNER:
        place, key = place.within(inner[1], int(inner[2]) + 1), inner[3]
        return _wrong(place, key, _expected(_INNER[inner[1]], key))
    key = _written(re.split(r"[\[.]", path)[0])
    return _wrong(place, key, _expected(kind, key))


def _of_sense(place: Place, entry: Dated) -> Iterator[Flaw]:
    yield from (_wrong(place, key, expected) for key, expected in wrong_values(entry))
    for inner in _INNER:
        for number, table in enumerate(getattr(entry, inner, ()), start=1):
            at = place.within(inner, number)
            yield from (_wrong(at, key, expected) for key, expected in wrong_values(table))


def _wrong(place: Place, key: str, expected: str) -> Flaw:
    return Flaw(place, key, "toml.value_wrong", {"key": key, "expected": expected})


def _expected(kind: type, key: str) -> str:
    """What stands rightly under the key, in words."""
    hint = get_type_hints(kind).get(key, str)
    inner = next((arg for arg in get_args(hint) if get_args(arg)), hint)
    choices = [str(choice) for choice in get_args(inner) if isinstance(choice, str)]
    if key in ("from", "until"):
        return DAY
    if key in _INNER:
        return f"a list of tables, each under [[{kind.__name__.lower()}.{key}]]"
    if choices:
        return "one of " + ", ".join(choices)
    if Fraction in (*get_args(hint), hint):
        return FRACTION if key != "weight" else "a number of votes such as 3 or 1/2"
    return _in_words(hint)


def _in_words(hint: object) -> str:
    if get_origin(hint) is tuple:
        return "two whole numbers" if int in get_args(hint) else 'a list of texts: ["...", "..."]'
    several = [_WORDS[arg] for arg in get_args(hint) if arg in _WORDS]
    return _WORDS.get(get_origin(hint) or hint) or " or ".join(several) or str(hint)
