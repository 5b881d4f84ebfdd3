"""Reading a folder: every file decoded and every name looked up before anything is recorded."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints
from zoneinfo import available_timezones

import msgspec

from kurultai import rulebooks
from kurultai.cli import folder as f
from kurultai.language.refusals import say_refusal
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Rulebook
from kurultai.procedure.rulebook import load as load_rulebook
from kurultai.procedure.toml import header_line, key_line, nearest, read_toml
from kurultai.procedure.when import read_when

_ASSEMBLY = "assembly"
_TABLES: dict[str, type[msgspec.Struct]] = {
    "assembly": f.AssemblyTable,
    "party": f.PartyTable,
    "organ": f.OrganTable,
    "person": f.PersonTable,
    "chairmanship": f.ChairTable,
    "tag": f.TagTable,
    "series": f.SeriesTable,
    "meeting": f.MeetingTable,
    "sign_in": f.SignInTable,
}
_DATES = ("since", "until", "founded", "opened", "when", "decided", "settled", "due")
_STEP = re.compile(r"(\w+)(?:\[(\d+|\.\.\.)\])?")

Path_ = tuple[tuple[str, int], ...]  # (("meeting", 3), ("statement", 1)): numbers from 1


class Faulty(Exception):  # noqa: N818 - what is wrong with a folder, all of it
    """The folder is wrong; ``faults`` are one line each: where, and what is expected."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        """Say all that is wrong."""
        self.faults = faults
        super().__init__("\n".join(faults))


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the folder a table stands."""

    file: str
    text: str
    path: Path_

    def within(self, key: str, number: int) -> "Place":
        """The place of a table inside this one."""
        return Place(self.file, self.text, (*self.path, (key, number)))

    def fault(self, key: str, said: str) -> str:
        """A line that says where, and what is wrong there."""
        line = key_line(self.text, header_line(self.text, self.path), key)
        name = ".".join(part for part, _ in self.path)
        number = f" number {self.path[0][1]}" if self.path[0][0] != _ASSEMBLY else ""
        header = f"[[{name}]]" if number else f"[{name}]"
        return f"{self.file}, line {line}, {header}{number}: {said}"


@dataclass(frozen=True, slots=True)
class Read:
    """A folder that is right in itself, and the rulebook it names."""

    folder: f.Folder
    rulebook: Rulebook
    rulebook_text: str
    places: dict[int, Place]  # by identity of the table

    def where(self, table: object) -> str:
        """The file and table, for a message about it."""
        place = self.places[id(table)]
        return place.fault("", "").removesuffix(": ")


def read_folder(directory: Path) -> Read:
    """The folder, decoded and checked; Faulty says everything that is wrong with it."""
    files = sorted(directory.glob("*.toml"))
    if not files:
        what = "there are no .toml files in this folder" if directory.is_dir() else "no such folder"
        raise Faulty((f"{directory}: {what}",))
    placed: list[tuple[str, Any, Place]] = []
    faults: list[str] = []
    for file in files:
        _read_file(file, placed, faults)
    founded = [row for table, row, _ in placed if table == _ASSEMBLY]
    if len(founded) != 1 and not faults:
        faults.append(f"{directory}: [assembly] must stand once, but stands {len(founded)} times")
    if faults:
        raise Faulty(tuple(faults))
    rulebook, text = _rulebook(directory, founded[0], placed)
    folder = _merged(placed)
    faults += _faults_of(folder, rulebook, placed)
    if faults:
        raise Faulty(tuple(faults))
    return Read(folder, rulebook, text, {id(row): place for _, row, place in placed})


def _read_file(file: Path, placed: list[tuple[str, Any, Place]], faults: list[str]) -> None:
    try:
        text = file.read_text(encoding="utf-8")
        tables = read_toml(text, str(file))
    except UnicodeDecodeError as error:
        faults.append(f"{file}: this is not UTF-8 from byte {error.start} on")
        return
    except Refused as refused:
        faults.append(f"{file}: this is not TOML: {refused.facts['reason']}")
        return
    for table, rows in tables.items():
        if table not in _TABLES:
            faults.append(f"{file}: unknown table [[{table}]]; known are {nearest(table, _TABLES)}")
            continue
        for number, row in enumerate(rows if isinstance(rows, list) else [rows], start=1):
            place = Place(str(file), text, ((table, number),))
            try:
                placed.append((table, msgspec.convert(row, _TABLES[table]), place))
            except msgspec.ValidationError as error:
                faults.append(_wrong_shape(place, _TABLES[table], str(error)))


def _merged(placed: list[tuple[str, Any, Place]]) -> f.Folder:
    tables: dict[str, Any] = {}
    for table, row, _ in placed:
        if table == _ASSEMBLY:
            tables[table] = row
        else:
            tables[table] = (*tables.get(table, ()), row)
    return f.Folder(**tables)


def _rulebook(
    directory: Path,
    assembly: f.AssemblyTable,
    placed: list[tuple[str, Any, Place]],
) -> tuple[Rulebook, str]:
    place = next(place for table, _, place in placed if table == _ASSEMBLY)
    if assembly.rulebook in rulebooks.names():
        text = rulebooks.text(assembly.rulebook)
        return load_rulebook(text, assembly.rulebook), text
    path = (directory / assembly.rulebook).resolve()
    if not path.is_file():
        known = ", ".join(rulebooks.names())
        said = f"there is no rulebook at {path}, and none that comes with Kurultai: {known}"
        raise Faulty((place.fault("rulebook", said),))
    text = path.read_text(encoding="utf-8")
    try:
        return load_rulebook(text, path.stem), text
    except Refused as refused:
        said = say_refusal(refused.rule, refused.facts, "en")
        raise Faulty((f"{path}: {said}",)) from refused


# --- shapes --------------------------------------------------------------------------------------


def _wrong_shape(place: Place, kind: type[Any], said: str) -> str:
    """What msgspec complains of, said by file, line, table and key."""
    what, _, where = said.partition(" - at `$")
    where = where.rstrip("`").lstrip(".")
    key = ""
    for name, index in _STEP.findall(where):
        inner = _table_in(kind, name)
        if inner is None:
            key = name
            break
        kind = inner
        place = place.within(name, _number(index))
    if unknown := re.search(r"unknown field `(\w+)`", what):
        near = nearest(unknown[1], kind.__struct_fields__)
        return place.fault(unknown[1], f"unknown key {unknown[1]}; known are {near}")
    if missing := re.search(r"required field `(\w+)`", what):
        return place.fault("", f"the key {missing[1]} is missing")
    return place.fault(key, f"{key}: {what[:1].lower()}{what[1:]}{_choices(kind, key)}")


def _number(index: str) -> int:
    return int(index) + 1 if index.isdigit() else 1


def _table_in(kind: type[Any], name: str) -> type[Any] | None:
    """The table type under a key, if tables stand there."""
    hint = get_type_hints(kind).get(name)
    return next((arg for arg in (hint, *get_args(hint)) if _is_table(arg)), None)


def _is_table(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _choices(kind: type[Any], key: str) -> str:
    choices = [arg for arg in get_args(get_type_hints(kind).get(key)) if isinstance(arg, str)]
    return f"; one of {', '.join(choices)} is expected" if choices else ""


# --- names and dates -----------------------------------------------------------------------------


def _faults_of(
    folder: f.Folder,
    rulebook: Rulebook,
    placed: list[tuple[str, Any, Place]],
) -> Iterator[str]:
    known = _Known(folder, rulebook)
    for table, row, place in placed:
        yield from _dates(row, place)
        yield from _repeated(known, table, row, place)
        yield from _CHECKS.get(table, _nothing)(known, row, place)


class _Known:
    """Every name that the folder gives, by kind."""

    def __init__(self, folder: f.Folder, rulebook: Rulebook) -> None:
        self.party = {row.id for row in folder.party}
        self.organ = {row.id for row in folder.organ}
        self.person = {row.id for row in folder.person}
        self.tag = {row.id for row in folder.tag}
        self.strategy = {row.id for row in folder.tag if row.scheme == "strategy"}
        self.series = {row.id for row in folder.series}
        self.part = {rule.part for rule in rulebook.rules}
        self.meetings = {(row.series, row.ordinal): row for row in folder.meeting}
        self.seen: set[tuple[str, str]] = set()

    def owners(self) -> set[str]:
        return {
            "assembly",
            *(f"organ:{name}" for name in self.organ),
            *(f"party:{name}" for name in self.party),
        }


def _dates(row: msgspec.Struct, place: Place) -> Iterator[str]:
    for key in row.__struct_fields__:
        value = getattr(row, key)
        if key in _DATES and value is not None:
            try:
                read_when(value)
            except ValueError as reason:
                yield place.fault(key, f"{key}: {reason}")
        for number, inner in enumerate(value if isinstance(value, tuple) else (), start=1):
            if isinstance(inner, msgspec.Struct):
                yield from _dates(inner, place.within(key, number))


def _repeated(known: _Known, table: str, row: Any, place: Place) -> Iterator[str]:  # noqa: ANN401 - any table
    name, key = _named(table, row)
    if name and (table, name) in known.seen:
        yield place.fault(key, f"{name} stands twice")
    known.seen.add((table, name))


def _named(table: str, row: Any) -> tuple[str, str]:  # noqa: ANN401 - any table
    """What the row is known by, and the key it stands under."""
    if table == "meeting":
        return f"{row.series} {row.ordinal}", "ordinal"
    key = "name" if table == "sign_in" else "id"
    return getattr(row, key, ""), key


def _unknown(place: Place, key: str, name: str | None, known: set[str]) -> Iterator[str]:
    if name is not None and name not in known:
        yield place.fault(key, f"{key}: unknown {name!r}; known are {nearest(name, known)}")


def _nothing(_: _Known, __: Any, ___: Place) -> Iterator[str]:  # noqa: ANN401 - any table
    yield from ()


def _check_assembly(_: _Known, row: f.AssemblyTable, place: Place) -> Iterator[str]:
    yield from _unknown(place, "timezone", row.timezone, available_timezones())
    for kind, pattern in row.symbols.items():
        try:
            pattern.format(number=1, year="2026", symbol="REC/001/2026")
        except (KeyError, ValueError, IndexError, AttributeError) as error:
            said = (
                f"symbols: {pattern!r} for {kind} is no pattern such as REC/{{number:03}}/{{year}}"
            )
            yield place.fault("symbols", f"{said} ({error})")


def _check_organ(known: _Known, row: f.OrganTable, place: Place) -> Iterator[str]:
    yield from _unknown(place, "rules", row.rules, known.part)
    if not row.name:
        yield place.fault("", "an organ needs at least one [[organ.name]]")


def _check_person(known: _Known, row: f.PersonTable, place: Place) -> Iterator[str]:
    for number, office in enumerate(row.office, start=1):
        yield from _unknown(place.within("office", number), "of", office.of, known.owners())


def _check_chair(known: _Known, row: f.ChairTable, place: Place) -> Iterator[str]:
    yield from _unknown(place, "party", row.party, known.party)


def _check_tag(known: _Known, row: f.TagTable, place: Place) -> Iterator[str]:
    if row.scheme == "goal":
        yield from _unknown(place, "under", row.under or "", known.strategy)
    elif row.under or row.due:
        yield place.fault("", "only a goal stands `under` a strategy and is `due`")


def _check_series(known: _Known, row: f.SeriesTable, place: Place) -> Iterator[str]:
    yield from _unknown(place, "organ", row.organ, known.organ)


def _check_sign_in(known: _Known, row: f.SignInTable, place: Place) -> Iterator[str]:
    yield from _unknown(place, "person", row.person, known.person)


def _check_meeting(known: _Known, row: f.MeetingTable, place: Place) -> Iterator[str]:
    yield from _unknown(place, "series", row.series, known.series)
    yield from _unknown(place, "host", row.host, known.party)
    for party in row.present:
        yield from _unknown(place, "present", party, known.party)
    for number, moved in enumerate(row.moved, start=1):
        yield from _unknown(place.within("moved", number), "host", moved.host, known.party)
    for number, statement in enumerate(row.statement, start=1):
        here = place.within("statement", number)
        yield from _unknown(here, "on_behalf", statement.on_behalf or None, known.owners())
        for tag in statement.tags:
            yield from _unknown(here, "tags", tag, known.tag)
    for number, matter in enumerate(row.matter, start=1):
        for tag in matter.tags:
            yield from _unknown(place.within("matter", number), "tags", tag, known.tag)
    before = (row.series, row.ordinal - 1)
    if row.state == "planned" and not row.decided and before not in known.meetings:
        yield place.fault("", "a planned meeting needs `decided`: the day on which it was planned")


_CHECKS: dict[str, Callable[[_Known, Any, Place], Iterator[str]]] = {
    "assembly": _check_assembly,
    "organ": _check_organ,
    "person": _check_person,
    "chairmanship": _check_chair,
    "tag": _check_tag,
    "series": _check_series,
    "sign_in": _check_sign_in,
    "meeting": _check_meeting,
}
