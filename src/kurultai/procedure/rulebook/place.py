"""Where an entry stands in the file, so that what is wrong with it can be pointed at."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace

_HEADER = re.compile(r"\s*\[\[?\s*([\w.\-]+)\s*\]\]?\s*(?:#.*)?")
_INLINE = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*|\{')
SINGULAR = {"conditions": "condition", "rounds": "round"}  # each written in either way


@dataclass(frozen=True, slots=True)
class Place:
    """The third ``[[rule]]``, perhaps the second of its conditions; numbers from 1."""

    table: str
    number: int
    inner: str = ""
    inner_number: int = 0

    def within(self, inner: str, number: int) -> "Place":
        """The place of a table inside this one."""
        return replace(self, inner=inner, inner_number=number)

    def __str__(self) -> str:
        """``[[rule]] number 3, conditions number 2``."""
        own = f"[[{self.table}]] number {self.number}" if self.number else f"[[{self.table}]]"
        return f"{own}, {self.inner} number {self.inner_number}" if self.inner else own


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a key of an entry, or with the entry; as a refusal names it."""

    place: Place
    key: str
    rule: str
    facts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a line, from 1; ``rule`` and ``facts`` are those of a refusal."""

    line: int
    where: str
    rule: str
    facts: dict[str, str]


class Lines:
    """The lines of a file, looked over once."""

    def __init__(self, text: str) -> None:
        """Note every header."""
        self._rows = text.splitlines()
        self._headers: dict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(self._rows, start=1):
            if found := _HEADER.fullmatch(row):
                self._headers[found[1]].append(number)

    def table(self, name: str) -> int:
        """The first line of a table of that name, or of the key; 1 if there is none."""
        headers = self._headers.get(name)
        return headers[0] if headers else self._key(1, name) or 1

    def of(self, place: Place, key: str = "") -> int:
        """The line of the key there; of the table itself if it has none."""
        start, end = self._block(place)
        if not place.inner:
            return self._found(place.table, key, start, end)
        header = self._nth(f"{place.table}.{place.inner}", place.inner_number, start, end)
        if header:
            return self._key(header + 1, key) or header
        return self._inline(place, start, end, key)

    def fault(self, flaw: Flaw) -> Fault:
        """The flaw with its line."""
        at = self.of(flaw.place, flaw.key) if flaw.place.number else self.table(flaw.place.table)
        return Fault(at, str(flaw.place), flaw.rule, flaw.facts)

    def _block(self, place: Place) -> tuple[int, int]:
        """From the header of the table to the line before the next of its name."""
        headers = self._headers.get(place.table, [])
        if len(headers) < place.number:
            return 1, len(self._rows)
        start = headers[place.number - 1]
        return start, next(iter(headers[place.number :]), len(self._rows) + 1) - 1

    def _found(self, table: str, key: str, start: int, end: int) -> int:
        """``key = ...`` or ``key.x = ...`` under the header, or ``[table.key]`` further down."""
        names = (key, SINGULAR.get(key, key))
        lines = (self._key(start + 1, n) or self._nth(f"{table}.{n}", 1, start, end) for n in names)
        return next(filter(None, lines), start)

    def _nth(self, name: str, number: int, start: int, end: int) -> int:
        """The header of that name with that number between the lines; 0 if there is none."""
        for written in (name, re.sub(r"s$", "", name)):
            between = [line for line in self._headers.get(written, ()) if start < line <= end]
            if len(between) >= number:
                return between[number - 1]
        return 0

    def _inline(self, place: Place, start: int, end: int, key: str) -> int:
        """The line of a table in braces: ``conditions = [{...}, {...}]``."""
        first = self._found(place.table, place.inner, start, end)
        text = "\n".join(self._rows[first - 1 : end])
        opened = [found.start() for found in _INLINE.finditer(text) if found[0] == "{"]
        if len(opened) < place.inner_number:
            return first
        at = opened[place.inner_number - 1]
        named = re.compile(rf"\b{re.escape(key)}\s*=").search(text, at, text.find("}", at))
        return first + text.count("\n", 0, named.start() if key and named else at)

    def _key(self, start: int, key: str) -> int:
        """The line of the key before the next header; 0 if it is not there."""
        written = re.compile(rf"\s*{re.escape(key)}\s*[.=]")
        for number, row in enumerate(self._rows[start - 1 :], start=start):
            if key and written.match(row):
                return number
            if _HEADER.fullmatch(row):
                break
        return 0
