"""Reading the record itself, under the same clause as everything else."""

from kurultai.gate.clause import NotFound, one, rows
from kurultai.gate.shapes import Minute
from kurultai.gate.viewer import Viewer
from kurultai.record import proof as proofs
from kurultai.record.stored import Stored

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


def checkpoint(viewer: Viewer) -> bytes:
    """The signed head of the record: for everyone, since it tells only size and root."""
    return Stored(viewer.db).checkpoint()


def tile(viewer: Viewer, path: str) -> bytes:
    """A tile of the tree at its C2SP path: hashes and salted commitments, for everyone."""
    found = Stored(viewer.db).tile(path)
    if found is None:
        raise NotFound
    return found


def proof(viewer: Viewer, position: int) -> bytes:
    """Shows that the act at a position is on the record; NotFound if the viewer may not see it."""
    act(viewer, position)
    return proofs.proof(viewer.db, position)


def acts_after(viewer: Viewer, position: int, limit: int) -> tuple[Minute, ...]:
    """The acts after a position, oldest first: for whoever follows the record."""
    sql = f"{_MINUTE} WHERE [minute] AND position > :position ORDER BY position LIMIT :limit"
    return rows(viewer, Minute, sql, position=position, limit=limit)
