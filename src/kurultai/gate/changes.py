"""How often and when a thing was changed, by what a viewer may see of its acts."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from kurultai.gate.clause import rows
from kurultai.gate.viewer import Viewer


@dataclass(frozen=True)
class Changes:
    """So many acts of the kinds asked about, and the instant at which the last was recorded."""

    stream: str
    count: int
    last_at: str


def changes(
    viewer: Viewer, streams: Iterable[str], made: str, kinds: Iterable[str]
) -> dict[str, Changes]:
    """Of each stream that the viewer may see something of: how it was changed since ``made``.

    ``made`` is the kind of act with which it began; it is no change, but the instant may be its.
    """
    sql = """SELECT stream, sum(kind <> :made), max(at) FROM minute
             WHERE stream IN (SELECT value FROM json_each(:streams)) AND [minute]
             AND (kind = :made OR kind IN (SELECT value FROM json_each(:kinds)))
             GROUP BY stream"""
    asked = {"streams": json.dumps(list(streams)), "kinds": json.dumps(list(kinds))}
    return {found.stream: found for found in rows(viewer, Changes, sql, made=made, **asked)}
