"""What is open and belongs before a meeting, whether its agenda names it yet or not."""

from collections.abc import Iterable
from dataclasses import dataclass

from kurultai.gate.clause import rows
from kurultai.gate.commitments import ORDER, ROW
from kurultai.gate.shapes import AgendaItem, CommitmentRow, Matter
from kurultai.gate.viewer import Viewer

# Nothing that those who may see the meeting may not all see: an agenda would tell them of it.
_FIT = """audience_id IN (1, (SELECT audience_id FROM meeting WHERE meeting = :meeting))"""
_COMMITMENTS = f"""
{ROW} WHERE [commitment] AND [document] AND NOT struck AND commitment.{_FIT}
AND (commitment.review = :meeting
     OR commitment.series = (SELECT series FROM meeting WHERE meeting = :meeting)) {ORDER}
"""  # noqa: S608 - columns and a clause of ours
_MATTERS = f"""
SELECT matter, meeting, title, raised_by, raised_on, tags, sources, settled_on, settled_at, how
FROM matter WHERE [matter] AND settled_on IS NULL AND matter.{_FIT}
AND series = (SELECT series FROM meeting WHERE meeting = :meeting) ORDER BY rowid
"""  # noqa: S608 - a clause of ours


@dataclass(frozen=True)
class Waiting:
    """Open questions and commitments that the agenda does not name."""

    matters: tuple[Matter, ...]
    commitments: tuple[CommitmentRow, ...]


def waiting(viewer: Viewer, meeting: str, items: Iterable[AgendaItem], day: str) -> Waiting:
    """What a meeting to come has to take up and its agenda does not name, as of the ISO day."""
    items = tuple(items)
    named = {commitment for item in items for commitment in item.commitments}
    taken = {item.matter for item in items}
    pledged = rows(viewer, CommitmentRow, _COMMITMENTS, meeting=meeting)
    raised = rows(viewer, Matter, _MATTERS, meeting=meeting)
    return Waiting(
        tuple(one for one in raised if one.matter not in taken),
        tuple(row for row in pledged if row.is_open(day) and row.commitment not in named),
    )
