"""Tokens: what another system shows in place of a password, for as much as its holder allowed.

Of a token only its SHA-256 is kept. A token may never do more than its person may at that moment.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kurultai.followers.store import looking, now, outward

SCOPES = ("read:public", "read:mine", "report")
VERSIONS = ("2026-11",)  # of the interface, the newest last; a token keeps that of its making
_BEGINS = "kur_"  # so that one is found in what was published by mistake


@dataclass(frozen=True, slots=True)
class Token:
    """A token that was made, without what its holder keeps."""

    id: int
    person: str
    name: str
    scopes: tuple[str, ...]
    version: str
    made_at: str
    until: str  # the last day on which it is good
    used_on: str


def make(directory: Path, person: str, name: str, scopes: Iterable[str], until: str) -> str:
    """A new token for that person; what is given back stands nowhere else."""
    secret = _BEGINS + secrets.token_urlsafe(32)
    row = (_digest(secret), person, name, json.dumps(list(scopes)), VERSIONS[-1], now(), until)
    with outward(directory) as db:
        db.execute(
            """INSERT INTO token (digest, person, name, scopes, version, made_at, until)
               VALUES (?, ?, ?, ?, ?, ?, ?)""",
            row,
        )
    return secret


def found(directory: Path, secret: str) -> Token | None:
    """The token that is good today, if it is one; it is noted on which day it was used last."""
    today = datetime.now(UTC).date().isoformat()
    with looking(directory) as db:
        sql = f"{_TOKEN} WHERE digest = ? AND revoked_at = '' AND until >= ?"
        token = next(map(_token, db.execute(sql, (_digest(secret), today))), None)
    if token and token.used_on != today:
        with outward(directory) as db:
            db.execute("UPDATE token SET used_on = ? WHERE token = ?", (today, token.id))
    return token


def of(directory: Path, person: str) -> tuple[Token, ...]:
    """The tokens of a person that were not revoked, the latest first."""
    with looking(directory) as db:
        sql = f"{_TOKEN} WHERE person = ? AND revoked_at = '' ORDER BY token DESC"
        return tuple(map(_token, db.execute(sql, (person,))))


def revoke(directory: Path, person: str, number: int) -> bool:
    """End a token of that person at once; False if it is none, or has ended."""
    with outward(directory) as db:
        sql = """UPDATE token SET revoked_at = ?
                 WHERE token = ? AND person = ? AND revoked_at = ''"""
        return db.execute(sql, (now(), number, person)).rowcount == 1


def revoke_all(directory: Path, person: str) -> None:
    """End every token of that person at once."""
    for token in of(directory, person):
        revoke(directory, person, token.id)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


_TOKEN = "SELECT token, person, name, scopes, version, made_at, until, used_on FROM token"  # noqa: S105


def _token(row: Iterable[object]) -> Token:
    number, person, name, scopes, version, *rest = row
    return Token(number, person, name, tuple(json.loads(scopes)), version, *rest)  # type: ignore[arg-type]
