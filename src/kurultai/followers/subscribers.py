"""Subscribers of what is public: who asked by letter, said yes by letter, and may end it at once.

Nobody is written to who did not answer the first letter; who ends it is forgotten.
"""

import json
import secrets
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kurultai.followers.store import looking, now, outward, written

_WAITS = timedelta(days=7)  # for an answer to the first letter
_AGAIN = timedelta(hours=12)  # no second letter before that, however often it is asked for


@dataclass(frozen=True, slots=True)
class Choice:
    """Of what somebody wants to hear, in which language; what is empty means all."""

    language: str
    topics: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subscriber:
    """Somebody who asked; ``state`` is asked or confirmed."""

    id: int
    address: str
    choice: Choice
    secret: str
    state: str
    position: int


def ask(directory: Path, address: str, choice: Choice, position: int) -> Subscriber | None:
    """Note that somebody asked; None if a letter went to that address a little while ago.

    Who is a subscriber already stays one as they were: only the letter leads to a change.
    """
    at = datetime.now(UTC)
    with outward(directory) as db:
        _forget_silent(db, written(at - _WAITS))
        if _was_asked(db, address, written(at - _AGAIN)):
            return None
        known = db.execute("SELECT 1 FROM subscriber WHERE address = ?", (address,)).fetchone()
        if known is None:
            row = (address, secrets.token_urlsafe(24), "asked", now(), position, *_columns(choice))
            db.execute(
                """INSERT INTO subscriber (address, secret, state, asked_at, position, language,
                   kinds, series, areas) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                row,
            )
        else:
            sql = "UPDATE subscriber SET asked_at = ? WHERE address = ?"
            db.execute(sql, (now(), address))
        return next(map(_subscriber, db.execute(f"{_ROW} WHERE address = ?", (address,))))


def by_secret(directory: Path, secret: str) -> Subscriber | None:
    """Whose letter it was."""
    with looking(directory) as db:
        return next(map(_subscriber, db.execute(f"{_ROW} WHERE secret = ?", (secret,))), None)


def confirmed(directory: Path) -> tuple[Subscriber, ...]:
    """Those who are written to."""
    with looking(directory) as db:
        sql = f"{_ROW} WHERE state = 'confirmed' ORDER BY subscriber"
        return tuple(map(_subscriber, db.execute(sql)))


def choose(directory: Path, secret: str, choice: Choice) -> None:
    """Say yes, or choose otherwise."""
    with outward(directory) as db:
        db.execute(
            """UPDATE subscriber SET state = 'confirmed', language = ?, kinds = ?, series = ?,
               areas = ? WHERE secret = ?""",
            (*_columns(choice), secret),
        )


def end(directory: Path, secret: str) -> None:
    """Forget who it was, and every letter that was to go there or has gone."""
    with outward(directory) as db:
        db.execute(
            """DELETE FROM letter WHERE to_address IN
               (SELECT address FROM subscriber WHERE secret = ?)""",
            (secret,),
        )
        db.execute("DELETE FROM subscriber WHERE secret = ?", (secret,))


def told(directory: Path, numbers: Iterable[int], position: int) -> None:
    """They were told of all that concerns them up to there."""
    with outward(directory) as db:
        sql = "UPDATE subscriber SET position = ? WHERE subscriber = ?"
        db.executemany(sql, ((position, number) for number in numbers))


def _was_asked(db: sqlite3.Connection, address: str, since: str) -> bool:
    """Whether whoever reads there got a first letter since, under whichever spelling."""
    found = db.execute("SELECT address FROM subscriber WHERE asked_at > ?", (since,))
    return _reader(address) in {_reader(other) for (other,) in found}


def _reader(address: str) -> str:
    """One box has many spellings: capitals, and what follows a plus, lead nowhere else."""
    name, _at, host = address.casefold().rpartition("@")
    return f"{name.partition('+')[0] or name}@{host}"


def _forget_silent(db: sqlite3.Connection, before: str) -> None:
    silent = "SELECT address FROM subscriber WHERE state = 'asked' AND asked_at < ?"
    db.execute(f"DELETE FROM letter WHERE to_address IN ({silent})", (before,))  # noqa: S608
    db.execute(f"DELETE FROM subscriber WHERE address IN ({silent})", (before,))  # noqa: S608


def _columns(choice: Choice) -> tuple[str, str, str, str]:
    topics, series, areas = map(json.dumps, (choice.topics, choice.series, choice.areas))
    return choice.language, topics, series, areas


_ROW = """SELECT subscriber, address, language, kinds, series, areas, secret, state, position
          FROM subscriber"""


def _subscriber(row: Iterable[object]) -> Subscriber:
    number, address, language, topics, series, areas, *rest = row
    listed = (tuple(json.loads(str(part))) for part in (topics, series, areas))
    return Subscriber(number, address, Choice(str(language), *listed), *rest)  # type: ignore[arg-type]
