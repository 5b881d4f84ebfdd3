"""Calls to other systems when something public was recorded: to whom, and how far each has come.

Each is called in the order of the record, at least once for each act; what does not answer is
called again later, and in the end waits for a person.
"""

import base64
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from kurultai.followers.store import looking, now, outward, written

TRIES = 20  # without an answer, over some three days; then a person has to look
_FIRST_PAUSE, _LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=6)
_CALLS = 200  # of a hook that are remembered


@dataclass(frozen=True, slots=True)
class Hook:
    """Who is called, for acts of which kinds (none: of all), and up to where they were told."""

    id: int
    url: str
    base: str  # the address of this site, for what the calls refer to
    secret: str
    kinds: tuple[str, ...]
    state: str  # active or paused
    made_by: str
    made_at: str
    position: int
    tries: int
    next_at: str
    trouble: str


@dataclass(frozen=True, slots=True)
class Call:
    """One call: of which act, when, and what was answered (0: nothing)."""

    position: int
    kind: str
    at: str
    status: int
    trouble: str


def make(directory: Path, url: str, base: str, kinds: Iterable[str], by: str, position: int) -> int:
    """Call that address from the position on; its number."""
    secret = "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
    row = (url, base, secret, json.dumps(list(kinds)), "active", by, now(), position)
    with outward(directory) as db:
        sql = """INSERT INTO hook (url, base, secret, kinds, state, made_by, made_at, position)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
        return int(db.execute(sql, row).lastrowid or 0)


def hooks(directory: Path) -> tuple[Hook, ...]:
    """Everyone who is called, as they were made."""
    with looking(directory) as db:
        return tuple(map(_hook, db.execute(f"{_HOOK} ORDER BY hook")))


def hook(directory: Path, number: int) -> Hook | None:
    """The one of that number."""
    with looking(directory) as db:
        return next(map(_hook, db.execute(f"{_HOOK} WHERE hook = ?", (number,))), None)


def due(directory: Path, at: datetime) -> tuple[Hook, ...]:
    """Those that may be called now."""
    with looking(directory) as db:
        sql = f"{_HOOK} WHERE state = 'active' AND next_at <= ? ORDER BY hook"
        return tuple(map(_hook, db.execute(sql, (written(at),))))


def calls(directory: Path, number: int) -> tuple[Call, ...]:
    """The latest calls, newest first."""
    with looking(directory) as db:
        sql = "SELECT position, kind, at, status, trouble FROM call WHERE hook = ?"
        return tuple(Call(*row) for row in db.execute(f"{sql} ORDER BY call DESC", (number,)))


def came_to(directory: Path, number: int, position: int) -> None:
    """It was told all that concerns it up to there."""
    _change(directory, number, position=position, tries=0, next_at="", trouble="")


def failed(directory: Path, hook: Hook, trouble: str, at: datetime) -> None:
    """It did not answer: it is called again later, each time later, and in the end not any more."""
    tries = hook.tries + 1
    pause = min(_FIRST_PAUSE * 2 ** min(tries - 1, 16), _LONGEST_PAUSE)
    _change(directory, hook.id, tries=tries, next_at=written(at + pause), trouble=trouble[:300])
    if tries >= TRIES:
        pause_hook(directory, hook.id)


def pause_hook(directory: Path, number: int) -> None:
    """Do not call it until a person says so."""
    _change(directory, number, state="paused")


def resume(directory: Path, number: int) -> None:
    """Call it again, from where it had come to."""
    _change(directory, number, state="active", tries=0, next_at="", trouble="")


def end(directory: Path, number: int) -> None:
    """Do not call it any more, and forget it."""
    with outward(directory) as db:
        db.execute("DELETE FROM call WHERE hook = ?", (number,))
        db.execute("DELETE FROM hook WHERE hook = ?", (number,))


def called(directory: Path, number: int, call: Call) -> None:
    """Remember a call, and forget those long ago."""
    with outward(directory) as db:
        db.execute(
            """INSERT INTO call (hook, position, kind, at, status, trouble)
               VALUES (?, ?, ?, ?, ?, ?)""",
            (number, call.position, call.kind, call.at, call.status, call.trouble[:300]),
        )
        db.execute(
            """DELETE FROM call WHERE hook = :hook AND call NOT IN
               (SELECT call FROM call WHERE hook = :hook ORDER BY call DESC LIMIT :most)""",
            {"hook": number, "most": _CALLS},
        )


def _change(directory: Path, number: int, **to: object) -> None:
    sets = ", ".join(f"{name} = ?" for name in to)
    with outward(directory) as db:
        db.execute(f"UPDATE hook SET {sets} WHERE hook = ?", (*to.values(), number))  # noqa: S608


_HOOK = """SELECT hook, url, base, secret, kinds, state, made_by, made_at, position, tries,
           next_at, trouble FROM hook"""


def _hook(row: Iterable[object]) -> Hook:
    number, url, base, secret, kinds, *rest = row
    return Hook(number, url, base, secret, tuple(json.loads(kinds)), *rest)  # type: ignore[arg-type]
