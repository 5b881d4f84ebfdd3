"""Who asks: a person or nobody, with the audiences and offices that the record gives them."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field

from kurultai.procedure.register import SECRETARIAT, STREAM

PUBLIC = 1


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who reads; ``person`` is None for the public.

    ``db`` is a reading connection in one transaction: all that this viewer reads was true
    together, at ``position``, on the day ``today``.
    """

    db: sqlite3.Connection = field(repr=False, compare=False)
    person: str | None = None
    language: str = "en"
    offices: tuple[tuple[str, str], ...] = ()  # (office, of), held now
    position: int = 0
    today: str = ""  # the ISO day at the assembly's seat

    @property
    def secretariat(self) -> bool:
        """True for the secretariat's own people, who keep the register and the minutes."""
        return any(of == STREAM and office in SECRETARIAT for office, of in self.offices)

    def holds(self, office: str, of: str) -> bool:
        """True if the viewer holds the office of that party or organ."""
        return (office, of) in self.offices

    def parties(self, *offices: str) -> tuple[str, ...]:
        """The parties for which the viewer holds one of the offices."""
        return tuple(
            of for office, of in self.offices if of.startswith("party:") and office in offices
        )


def seat(
    db: sqlite3.Connection,
    person: str | None,
    language: str,
    day: Callable[[str | None], str] = lambda _: "",
) -> Viewer:
    """The viewer as the record now has them; a person unknown to it is the public.

    ``day`` says which day it is in a time zone; None before there is an assembly.
    """
    now = "SELECT coalesce(max(position), 0), (SELECT timezone FROM assembly) FROM minute"
    position, timezone = db.execute(now).fetchone()
    today = day(timezone)
    known = person and db.execute("SELECT 1 FROM person WHERE person = ?", (person,)).fetchone()
    if not known:
        return Viewer(db, None, language, (), position, today)
    held = db.execute(
        "SELECT office, of FROM office WHERE person = ? AND until IS NULL ORDER BY position",
        (person,),
    )
    return Viewer(db, person, language, tuple(held), position, today)
