"""TOML as people write it: where a table stands, so that a fault can be pointed at."""

import re
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from kurultai.procedure.refusal import Refused

_LONGEST = 5000  # signs of a line: a key of many parts takes the square of its length to read
_HEADER = re.compile(r"\s*\[\[?\s*([\w.\-]+)\s*\]\]?\s*(?:#.*)?")


def read_toml(text: str, file: str) -> dict[str, Any]:
    """The tables of the text; Refused names the file, line and column of a slip."""
    longest = max(map(len, text.splitlines()), default=0)
    if longest > _LONGEST:
        raise Refused("toml.unreadable", {"file": file, "reason": f"a line of {longest} signs"})
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as reason:
        end = f"at line {len(text.splitlines())}, the end"
        said = str(reason).replace("at end of document", end)
        raise Refused("toml.unreadable", {"file": file, "reason": said}) from reason


def header_line(text: str, path: Iterable[tuple[str, int]]) -> int:
    """The line of a table: ``(("meeting", 3), ("statement", 1))`` is a part of the third meeting.

    0 if the text has no such header; numbers count from 1.
    """
    name, line, found = "", 0, list(enumerate(text.splitlines(), start=1))
    for part, number in path:
        name = f"{name}.{part}" if name else part
        start = line
        headers = [n for n, row in found if n > start and _names(row, name)]
        if len(headers) < number:
            return line
        line = headers[number - 1]
    return line


def key_line(text: str, line: int, key: str) -> int:
    """The line of a key in the table whose header stands at ``line``; that line if not found."""
    rows = text.splitlines()[line:]
    for number, row in enumerate(rows, start=line + 1):
        if re.match(rf"\s*{re.escape(key)}\s*=", row):
            return number
        if _HEADER.fullmatch(row):
            break
    return line


def _names(row: str, name: str) -> bool:
    match = _HEADER.fullmatch(row)
    return match is not None and match[1] == name


def nearest(word: str, known: Iterable[str]) -> str:
    """The known words most like this one, or all of them if none is near."""
    words = sorted(set(known))
    return ", ".join(get_close_matches(word, words, n=3, cutoff=0.6) or words)
