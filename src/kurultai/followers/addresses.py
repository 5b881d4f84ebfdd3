"""E-mail addresses of people: set by themselves or by the Secretariat, never on the record."""

import re
from pathlib import Path

from kurultai.followers.store import looking, now, outward

LONGEST = 254  # characters, by RFC 5321
# Of letters and signs that mean themselves in the head of a letter, and nothing else.
_ADDRESS = re.compile(
    r"[\w!#$%&'*+/=?^`{|}~-][\w!#$%&'*+/=?^`{|}~.-]{0,63}@"
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W_](?:[\w-]{0,61}[^\W_])"
)
_ENCODED = "=?"  # what begins so is read in a head as what it stands for: line breaks and all


def looks_right(address: str) -> bool:
    """True of what may be an address; whether somebody reads there only a letter can show."""
    is_one = len(address) <= LONGEST and _ADDRESS.fullmatch(address) is not None
    return is_one and _ENCODED not in address


def address_of(directory: Path, person: str) -> str:
    """Where the person is written to; empty if nobody said."""
    with looking(directory) as db:
        sql = "SELECT address FROM address WHERE person = ?"
        found = db.execute(sql, (person,)).fetchone()
        return str(found[0]) if found else ""


def set_address(directory: Path, person: str, address: str) -> None:
    """Write to the person there from now on; an empty address: not any more."""
    with outward(directory) as db:
        db.execute("DELETE FROM address WHERE person = ?", (person,))
        if address:
            db.execute("INSERT INTO address VALUES (?, ?, ?)", (person, address, now()))


def known(directory: Path) -> dict[str, str]:
    """Every person to whom one can write, with the address."""
    with looking(directory) as db:
        return dict(map(tuple, db.execute("SELECT person, address FROM address ORDER BY person")))
