"""What a screen that stays open needs to know beside the page: how new it is, and for whom."""

import sqlite3

from kurultai.gate.clause import cells, plain
from kurultai.gate.sitting import concerned
from kurultai.gate.viewer import Viewer
from kurultai.procedure.register import STREAM


def ages(viewer: Viewer, meeting: str) -> dict[str, int]:
    """The position before which no part of the sitting last changed, whoever may see what did.

    What the register says stands in every part, so that an act of it changes them all.
    """
    sql = "SELECT part, max(position) FROM sitting_part WHERE meeting = :meeting GROUP BY part"
    register = register_position(viewer)
    found = plain(viewer, sql, meeting=meeting)
    return {part: max(register, position) for part, position in found}


def register_position(viewer: Viewer) -> int:
    """The position of the register's latest act: rights and names are as of then."""
    sql = "SELECT coalesce(max(position), 0) FROM minute WHERE stream = :stream"
    return int(cells(viewer, sql, stream=STREAM)[0])


def around(db: sqlite3.Connection, meeting: str) -> frozenset[int]:
    """The audiences for which anything stands in a meeting: numbers, which nobody is shown.

    Viewers who belong to the same ones of them see the same on every screen of it.
    """
    sql = "SELECT DISTINCT audience_id FROM minute WHERE stream = ?"
    return concerned(db, meeting) | {row[0] for row in db.execute(sql, (meeting,))}
