"""Reading the record itself, under the same clause as everything else."""

from kurultai.gate.clause import one, rows
from kurultai.gate.shapes import Minute
from kurultai.gate.viewer import Viewer

_MINUTE = """SELECT position, at, on_day, stream, kind, actor, audience.name FROM minute
             JOIN audience USING (audience_id)"""
PAGE = 50


def acts(viewer: Viewer, before: int | None = None) -> tuple[Minute, ...]:
    """The latest acts before a position (or the latest), newest first, 50 at most."""
    sql = f"""{_MINUTE} WHERE [minute] AND (:before IS NULL OR position < :before)
              ORDER BY position DESC LIMIT {PAGE}"""
    return rows(viewer, Minute, sql, before=before)


def act(viewer: Viewer, position: int) -> Minute:
    """One act's place in the record."""
    return one(
        viewer, Minute, f"{_MINUTE} WHERE position = :position AND [minute]", position=position
    )


def of_stream(viewer: Viewer, stream: str) -> tuple[Minute, ...]:
    """The acts of one stream, oldest first."""
    sql = f"{_MINUTE} WHERE stream = :stream AND [minute] ORDER BY position"
    return rows(viewer, Minute, sql, stream=stream)
