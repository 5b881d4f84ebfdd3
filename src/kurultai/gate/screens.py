"""What a screen that stays open needs to know beside the page: how new it is, and for whom."""

import sqlite3
from dataclasses import dataclass

from kurultai.gate.clause import cells, plain
from kurultai.gate.sitting import concerned
from kurultai.gate.viewer import Viewer
from kurultai.procedure.register import STREAM


@dataclass(frozen=True, slots=True)
class Age:
    """Positions after which a part did not change: ``of`` for anybody, ``seen`` for the viewer.

    Nothing that follows from ``of`` alone is told to the viewer: it may be of a hidden act.
    """

    of: int
    seen: int


def ages(viewer: Viewer, meeting: str) -> dict[str, Age]:
    """How old each part of the sitting is, and under "text" how old its texts are.

    What the register says stands in every part, so that an act of it changes them all; so does
    a new marking of a text, for what was decided on it is marked with it.
    """
    sql = """SELECT part, max(position), max(iif([sitting_part], position, 0)) FROM sitting_part
             WHERE meeting = :meeting GROUP BY part"""
    least = max(register_position(viewer), _marked(viewer, meeting))
    found = [*plain(viewer, sql, meeting=meeting), ("text", *_written(viewer, meeting))]
    return {part: Age(max(least, of), max(least, seen)) for part, of, seen in found}


_TEXTS = """stream IN (SELECT document FROM decision WHERE meeting = :meeting
                        UNION SELECT document FROM document WHERE meeting = :meeting
                        UNION SELECT document FROM agenda_item WHERE meeting = :meeting)"""


def _marked(viewer: Viewer, meeting: str) -> int:
    """The position of the latest act that changed who may see a text of the meeting."""
    sql = f"""SELECT coalesce(max(position), 0) FROM minute
              WHERE kind = 'MarkingChanged' AND {_TEXTS}"""  # noqa: S608 - ours
    return int(cells(viewer, sql, meeting=meeting)[0])


def _written(viewer: Viewer, meeting: str) -> tuple[int, int]:
    """The positions of the latest act on a text of the meeting: of any, and of one to be seen."""
    sql = f"""SELECT coalesce(max(position), 0), coalesce(max(iif([minute], position, 0)), 0)
              FROM minute WHERE {_TEXTS}"""  # noqa: S608 - ours
    ((of, seen),) = plain(viewer, sql, meeting=meeting)
    return int(of), int(seen)


def register_position(viewer: Viewer) -> int:
    """The position of the register's latest act: rights and names are as of then."""
    sql = "SELECT coalesce(max(position), 0) FROM minute WHERE stream = :stream"
    return int(cells(viewer, sql, stream=STREAM)[0])


def said_to(db: sqlite3.Connection, meeting: str) -> dict[str, frozenset[int]]:
    """For each part the audiences of the acts that changed it: numbers, which nobody is shown."""
    found: dict[str, set[int]] = {}
    sql = "SELECT part, audience_id FROM sitting_part WHERE meeting = ?"
    for part, audience in db.execute(sql, (meeting,)):
        found.setdefault(part, set()).add(audience)
    return {part: frozenset(audiences) for part, audiences in found.items()}


def around(db: sqlite3.Connection, meeting: str) -> frozenset[int]:
    """The audiences for which anything stands in a meeting: numbers, which nobody is shown.

    Viewers who belong to the same ones of them see the same on every screen of it.
    """
    sql = "SELECT DISTINCT audience_id FROM minute WHERE stream = ?"
    return concerned(db, meeting) | {row[0] for row in db.execute(sql, (meeting,))}
