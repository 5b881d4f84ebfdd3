"""What stands in a calendar beside the meetings: deadlines, due dates, ends of silence."""

from dataclasses import dataclass

from kurultai.gate.clause import rows
from kurultai.gate.commitments import ORDER, ROW
from kurultai.gate.shapes import CommitmentRow
from kurultai.gate.viewer import Viewer
from kurultai.procedure.acts import Deadline, Words
from kurultai.procedure.following.commitment import OPEN_STATES


@dataclass(frozen=True)
class Moved:
    """How often a meeting moved."""

    meeting: str
    times: int


@dataclass(frozen=True)
class Deadlines:
    """What is due before a meeting, by which days."""

    meeting: str
    deadlines: tuple[Deadline, ...]


@dataclass(frozen=True)
class Until:
    """An instant until which delegations may speak on a draft.

    ``state`` is running, kept or broken; withdrawn if the draft was. ``changed`` is the instant
    since which it is so.
    """

    identity: str
    document: str
    names: Words
    until: str
    state: str
    changed: str


def moved(viewer: Viewer) -> dict[str, int]:
    """How often each meeting moved, as its page tells."""
    sql = """SELECT meeting, count(*) FROM meeting_move JOIN meeting USING (meeting)
             WHERE [meeting] GROUP BY meeting"""
    return {found.meeting: found.times for found in rows(viewer, Moved, sql)}


def deadlines(viewer: Viewer) -> dict[str, tuple[Deadline, ...]]:
    """What is due before each meeting."""
    sql = "SELECT meeting, deadlines FROM meeting WHERE deadlines <> '[]' AND [meeting]"
    return {found.meeting: found.deadlines for found in rows(viewer, Deadlines, sql)}


def due_since(viewer: Viewer, day: str) -> tuple[CommitmentRow, ...]:
    """The commitments that have a day by which they are due, without those over before the day."""
    sql = f"""{ROW} WHERE [commitment] AND [document] AND NOT struck AND due IS NOT NULL
              AND (commitment.state IN {OPEN_STATES} OR due >= :day) {ORDER}"""
    return rows(viewer, CommitmentRow, sql, day=day)


def silences(viewer: Viewer) -> tuple[Until, ...]:
    """The ends of silence procedures on drafts, oldest first."""
    sql = """SELECT silence, document.document, names, until,
             iif(document.state = 'withdrawn', 'withdrawn', silence.state),
             coalesce(broken_at, minute.at)
             FROM silence JOIN document USING (document) JOIN minute USING (position)
             WHERE [document] ORDER BY position"""
    return rows(viewer, Until, sql)


def circulations(viewer: Viewer) -> tuple[Until, ...]:
    """The instants until which drafts that circulate may be answered, oldest first."""
    sql = """SELECT 'circulation:' || position, document.document, names, until,
             iif(document.state = 'withdrawn', 'withdrawn', 'running'), minute.at
             FROM circulation JOIN document USING (document) JOIN minute USING (position)
             WHERE [document] ORDER BY position"""
    return rows(viewer, Until, sql)
