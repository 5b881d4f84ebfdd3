"""Acts put straight into the tables, as the record would hand them over."""

import sqlite3
from dataclasses import dataclass, field
from typing import Any

import msgspec

from kurultai.gate.viewer import Viewer, seat
from kurultai.procedure import acts as a
from kurultai.record.act import Act
from kurultai.tables.project import project
from kurultai.tables.rebuild import fold

DOCUMENT = "document:d"
EN = {"en": "Words"}
TABLED = a.DocumentTabled(
    DOCUMENT, "recommendation", "REC/1", {"en": "A text"}, ("party:az",), None, None, ("en", "tr")
)


@dataclass
class Folding:
    """Tables in memory, and the acts that made them."""

    db: sqlite3.Connection = field(default_factory=lambda: fold([]))
    acts: list[Act] = field(default_factory=list)

    def did(
        self,
        *bodies: a.ActBody,
        stream: str = DOCUMENT,
        audience: str = "public",
        on: str = "2026-11-25",
        actor: str = "person:clerk",
    ) -> int:
        """Take acts of a stream into the tables; the position of the last."""
        for body in bodies:
            plain: Any = msgspec.json.decode(msgspec.json.encode(a.body_of(body)))
            position = len(self.acts) + 1
            at = f"2026-11-25T08:00:00.{position:06}Z"
            version = sum(act.stream == stream for act in self.acts) + 1
            kind = type(body).__name__
            act = Act(position, at, stream, version, kind, actor, audience, "", on, plain)
            project(self.db, act)
            self.acts.append(act)
        return len(self.acts)

    def cells(self, sql: str, *values: str) -> list[Any]:
        """The rows of a query, a row of one cell as that cell."""
        found = self.db.execute(sql, values).fetchall()
        return [row[0] if len(row) == 1 else row for row in found]

    def viewer(self, person: str | None = None) -> Viewer:
        """Somebody who reads these tables."""
        return seat(self.db, person, "en")


def version(language: str, *units: a.Unit, standing: str = "authentic") -> a.VersionDistributed:
    """A language version."""
    return a.VersionDistributed(language, standing, units)


def par(unit: str, words: str, *below: a.Unit, kind: str = "operative") -> a.Unit:
    """An operative paragraph, or a unit of another kind, in one language."""
    return a.Unit(unit, kind, words, below)
