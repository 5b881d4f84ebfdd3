"""What happened in a meeting, entry by entry, as its minutes tell one viewer."""

from dataclasses import dataclass

from kurultai.gate.clause import rows
from kurultai.gate.meetings import meeting_row
from kurultai.gate.shapes import Happening
from kurultai.gate.viewer import Viewer
from kurultai.procedure.acts import Words

_SUBJECTS = ("motion", "decision", "election")
_SHOWN = " OR ".join(
    f"EXISTS (SELECT 1 FROM {table} WHERE {table}.{table} = subject AND [{table}])"  # noqa: S608 - tables of ours
    for table in _SUBJECTS
)
_HAPPENINGS = f"""
    SELECT position, at, on_day, happening.kind, about, corrects
    FROM happening JOIN minute USING (position)
    WHERE meeting = :meeting AND [minute]
    AND (subject IS NULL OR {_SHOWN}
         OR EXISTS (SELECT 1 FROM speech WHERE request = subject AND [speech]))
    AND (corrects IS NULL OR EXISTS
         (SELECT 1 FROM minute AS wrong WHERE wrong.position = corrects AND [wrong]))
    ORDER BY position"""  # noqa: S608 - as above


@dataclass(frozen=True)
class _Titled:
    item: str
    title: Words


def happenings(viewer: Viewer, name: str) -> tuple[Happening, ...]:
    """The entries of a meeting's minutes in order; NotFound if the viewer may not see it.

    An entry about a thing that the viewer may not see is not among them, nor is the correction
    of an act that the viewer may not see.
    """
    meeting_row(viewer, name)
    return rows(viewer, Happening, _HAPPENINGS, meeting=name)


def titles(viewer: Viewer, name: str) -> dict[str, Words]:
    """The title of each item that ever stood on the meeting's agenda, as last worded."""
    sql = """SELECT item, title FROM agenda_item JOIN agenda_issue USING (meeting, issue)
             WHERE meeting = :meeting AND [agenda_issue] ORDER BY issue"""
    return {row.item: row.title for row in rows(viewer, _Titled, sql, meeting=name)}
