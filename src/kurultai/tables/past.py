"""The tables as of a day: what had happened by then, under the markings and rights of now."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import get_args

from kurultai.procedure.register import first_day
from kurultai.record.act import Act
from kurultai.tables.amendments import Amending
from kurultai.tables.project import make_tables, project
from kurultai.tables.schema import TABLES

_first_day = lru_cache(maxsize=4096)(first_day)  # of one day there are many acts
_COUNT_ANEW = """
INSERT INTO commitment_count (audience_id, series, party, tag, state, count)
SELECT audience_id, series, party, heading.tag, state, count(*)
FROM commitment JOIN (
    SELECT commitment, '*' AS tag FROM commitment
    UNION ALL SELECT commitment, tag FROM commitment_tag
    UNION ALL SELECT commitment, '' FROM commitment one WHERE NOT EXISTS (
        SELECT 1 FROM commitment_tag JOIN tag USING (tag)
        WHERE commitment_tag.commitment = one.commitment AND scheme = 'area')
) heading USING (commitment)
WHERE NOT struck GROUP BY 1, 2, 3, 4, 5
"""


def fold_until(acts: Iterable[Act], day: date, now: sqlite3.Connection) -> sqlite3.Connection:
    """The tables, in memory, that those acts make which had happened by the end of the day.

    Who may see each row, and who belongs to which audience, is as in the tables of ``now``: what
    was open then and is closed now stays closed, and what is not in them any more is not shown.
    """
    db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    db.execute("BEGIN")
    make_tables(db)
    audiences = now.execute("SELECT audience_id, name FROM audience WHERE audience_id > 3")
    db.executemany("INSERT INTO audience VALUES (?, ?)", audiences.fetchall())
    for act in _happened(acts, day.isoformat()):
        project(db, act)
    for marked in _MARKED:
        _mark(db, marked, now)
    db.execute("DELETE FROM commitment_count")
    db.execute(_COUNT_ANEW)
    _give_rights(db, now)
    db.execute("COMMIT")
    return db


def _happened(acts: Iterable[Act], day: str) -> Iterator[Act]:
    """Nothing happened yet to what was not yet made, whatever day its acts were dated back to.

    What amends a text follows, of all that was done to the text, what was recorded before it.
    """
    begun: set[str] = set()
    held: set[str] = set()  # texts of which something had not happened yet
    for act in acts:
        if act.kind in _AMENDING and act.stream in held:
            continue
        if _first_day(act.on) <= day and (act.version == 1 or act.stream in begun):
            begun.add(act.stream)
            yield act
        elif act.kind in _OF_TEXT:
            held.add(act.stream)


_AMENDING = frozenset(kind.__name__ for kind in get_args(Amending))
_OF_TEXT = _AMENDING | {"VersionDistributed", "TextConsolidated", "TextCorrected"}


@dataclass(frozen=True, slots=True)
class _Marked:
    """A table whose rows have an audience each, and by what a row is known."""

    table: str
    key: tuple[str, ...]


def _marked() -> Iterator[_Marked]:
    """Every table with an audience of its rows; not the audiences, and not counts by audience."""
    db = sqlite3.connect(":memory:")
    db.executescript(TABLES)
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in names:
        columns = db.execute(f"PRAGMA table_info({table})").fetchall()
        key = tuple(column[1] for column in columns if column[5])
        if any(column[1] == "audience_id" for column in columns) and "audience_id" not in key:
            yield _Marked(table, key)
    db.close()


_MARKED = tuple(_marked())


def _mark(db: sqlite3.Connection, marked: _Marked, now: sqlite3.Connection) -> None:
    """Each row is for those whom it is for now."""
    key = ", ".join(marked.key)
    sql = f"SELECT audience_id, {key} FROM {marked.table}"  # noqa: S608 - a table of ours
    then = {tuple(row): audience for audience, *row in db.execute(sql)}
    present = {tuple(row): audience for audience, *row in now.execute(sql)}
    where = " AND ".join(f"{name} = ?" for name in marked.key)
    gone = [row for row in then if row not in present]
    moved = [
        (present[r], *r) for r, audience in then.items() if present.get(r, audience) != audience
    ]
    db.executemany(f"DELETE FROM {marked.table} WHERE {where}", gone)  # noqa: S608 - as above
    db.executemany(f"UPDATE {marked.table} SET audience_id = ? WHERE {where}", moved)  # noqa: S608


def _give_rights(db: sqlite3.Connection, now: sqlite3.Connection) -> None:
    db.execute("DELETE FROM person_audience")
    held = now.execute("SELECT person, audience_id FROM person_audience").fetchall()
    db.executemany("INSERT INTO person_audience VALUES (?, ?)", held)
