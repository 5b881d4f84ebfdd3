"""Letters that are to go out: a person reads each of them before it goes."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kurultai.followers.store import looking, now, outward, written

STATES = ("waiting", "approved", "sent", "failed", "discarded")
NO_ADDRESS = "no address is known"  # why it could not go; anything else the mail server told
TRIES = 8  # after which a letter has failed and waits for a person
_FIRST_PAUSE = timedelta(minutes=2)  # which each further try doubles


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to a person of the record, or to an address where nobody's name is known.

    It goes over open wires and is kept by others: nothing stands in it that is not for everyone.
    """

    kind: str  # reminder, digest, confirmation, ...
    person: str
    party: str
    language: str
    subject: str
    body: str
    to: str = ""  # an e-mail address, of a subscriber; a person's own is looked up
    unsubscribe: str = ""  # the page on which a subscriber ends it with one press


@dataclass(frozen=True, slots=True)
class Kept:
    """A letter with what became of it."""

    id: int
    letter: Letter
    state: str
    made_at: str
    decided_by: str
    sent_at: str
    tries: int
    trouble: str
    address: str  # to which it goes; empty while none is known

    @property
    def is_unaddressed(self) -> bool:
        """It could not go because nobody had said where to."""
        return self.trouble == NO_ADDRESS


def put(directory: Path, letter: Letter, *, approved_by: str = "", at_once: bool = False) -> int:
    """Lay a letter out for a person to read, or approved by one who just has; its number.

    ``at_once`` goes what somebody asked for a moment ago and nobody worded: the question to a
    subscriber whether it was they.
    """
    at = now()
    is_read = bool(approved_by) or at_once
    with outward(directory) as db:
        row = _row(letter, at, "approved" if is_read else "waiting", approved_by)
        return int(db.execute(_PUT, row).lastrowid or 0)


def put_all(directory: Path, letters: Iterable[Letter]) -> None:
    """Lay many letters out for a person to read, all or none."""
    at = now()
    with outward(directory) as db:
        db.executemany(_PUT, (_row(letter, at, "waiting", "") for letter in letters))


_PUT = """INSERT INTO letter (kind, person, party, language, subject, body, to_address,
          unsubscribe, state, made_at, decided_by, decided_at, next_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def _row(letter: Letter, at: str, state: str, by: str) -> tuple[str, ...]:
    return (
        *(letter.kind, letter.person, letter.party, letter.language),
        *(_line(letter.subject), letter.body, letter.to, letter.unsubscribe),
        *(state, at, by, at if by else "", at),
    )


def letters(directory: Path, *states: str, limit: int = 500) -> tuple[Kept, ...]:
    """Those in one of the states, or all: the latest first."""
    wanted = states or STATES
    marks = ", ".join("?" * len(wanted))
    with looking(directory) as db:
        found = db.execute(
            f"{_KEPT} WHERE state IN ({marks}) ORDER BY letter DESC LIMIT ?", (*wanted, limit)
        )
        return tuple(map(_kept, found))


def letter(directory: Path, number: int) -> Kept | None:
    """The letter of that number, if there is one."""
    with looking(directory) as db:
        found = db.execute(f"{_KEPT} WHERE letter = ?", (number,)).fetchone()
        return _kept(found) if found else None


def reword(directory: Path, number: int, subject: str, body: str) -> bool:
    """Other words for a letter that waits; False if it does not wait any more."""
    sql = "UPDATE letter SET subject = ?, body = ? WHERE letter = ? AND state = 'waiting'"
    return _changed(directory, sql, _line(subject), body, number)


def approve(directory: Path, number: int, by: str) -> bool:
    """Let it go, or try again what failed; False if it neither waits nor failed."""
    sql = """UPDATE letter SET state = 'approved', decided_by = ?, decided_at = ?, next_at = ?,
             tries = 0, trouble = '' WHERE letter = ? AND state IN ('waiting', 'failed')"""
    at = now()
    return _changed(directory, sql, by, at, at, number)


def discard(directory: Path, number: int, by: str) -> bool:
    """Do not send it; False if it has gone, or is on its way."""
    sql = """UPDATE letter SET state = 'discarded', decided_by = ?, decided_at = ?
             WHERE letter = ? AND state IN ('waiting', 'failed')"""
    return _changed(directory, sql, by, now(), number)


def alike(directory: Path, kept: Kept) -> tuple[int, ...]:
    """The digests that wait and say the same in the same language, this one among them.

    They are read once. Any other letter is alone.
    """
    if kept.letter.kind != "digest" or kept.state != "waiting":
        return (kept.id,)
    sql = """SELECT letter FROM letter WHERE kind = 'digest' AND state = 'waiting'
             AND language = ? AND subject = ? AND body = ? ORDER BY letter"""
    said = (kept.letter.language, kept.letter.subject, kept.letter.body)
    with looking(directory) as db:
        return tuple(row[0] for row in db.execute(sql, said))


def due(directory: Path, at: datetime) -> tuple[Kept, ...]:
    """The approved letters whose turn has come, oldest first."""
    with looking(directory) as db:
        sql = f"{_KEPT} WHERE state = 'approved' AND next_at <= ? ORDER BY letter LIMIT 100"
        return tuple(map(_kept, db.execute(sql, (written(at),))))


def went(directory: Path, number: int, how: str) -> None:
    """It was handed over; ``how`` says to what, if that is not a mail server."""
    sql = "UPDATE letter SET state = 'sent', sent_at = ?, trouble = ? WHERE letter = ?"
    _changed(directory, sql, now(), how, number)


def stuck(directory: Path, kept: Kept, trouble: str, at: datetime | None = None) -> Kept:
    """It could not be handed over: it is tried again later, and fails in the end."""
    tries = kept.tries + 1
    state = "failed" if tries >= TRIES else "approved"
    again = (at or datetime.now(UTC)) + _FIRST_PAUSE * 2 ** (tries - 1)
    sql = """UPDATE letter SET state = ?, tries = ?, next_at = ?, trouble = ? WHERE letter = ?"""
    _changed(directory, sql, state, tries, written(again), trouble[:300], kept.id)
    return replace(kept, state=state, tries=tries, trouble=trouble[:300])


def _changed(directory: Path, sql: str, *values: object) -> bool:
    with outward(directory) as db:
        return db.execute(sql, values).rowcount == 1


def _line(text: str) -> str:
    """One line: what follows a line break in a head would be a line of its own."""
    return " ".join(text.split())


_KEPT = """SELECT letter, kind, person, party, language, subject, body, to_address, unsubscribe,
           state, made_at, decided_by, sent_at, tries, trouble,
           iif(to_address <> '', to_address, coalesce(
               (SELECT address FROM address WHERE address.person = letter.person), '')) AS goes_to
           FROM letter"""


def _kept(row: sqlite3.Row) -> Kept:
    return Kept(
        id=row["letter"],
        letter=Letter(
            kind=row["kind"],
            person=row["person"],
            party=row["party"],
            language=row["language"],
            subject=row["subject"],
            body=row["body"],
            to=row["to_address"],
            unsubscribe=row["unsubscribe"],
        ),
        state=row["state"],
        made_at=row["made_at"],
        decided_by=row["decided_by"],
        sent_at=row["sent_at"],
        tries=row["tries"],
        trouble=row["trouble"],
        address=row["goes_to"],
    )
