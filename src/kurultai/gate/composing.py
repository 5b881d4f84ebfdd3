"""What a new text may be composed of: adopted paragraphs, what is open, what was proposed."""

import json
from dataclasses import dataclass
from itertools import groupby

from kurultai.gate import commitments, documents, drafting
from kurultai.gate.clause import rows
from kurultai.gate.shapes import CommitmentRow, DocumentRow
from kurultai.gate.viewer import Viewer
from kurultai.procedure.acts import Words
from kurultai.procedure.following.commitment import OPEN_STATES
from kurultai.procedure.text import operative
from kurultai.texts.unit import Unit

_TEXTS = 20  # of the latest adopted texts
_ROWS = 2000  # open commitments, to be grouped by their paragraphs
_MOST = 200  # open paragraphs; and so many proposals of each kind


@dataclass(frozen=True)
class Taken:
    """An operative paragraph of an adopted text, with the tags that it carries."""

    document: DocumentRow
    number: int
    unit: Unit
    tags: tuple[str, ...]


@dataclass(frozen=True)
class Open:
    """A paragraph that somebody has still to answer or to carry out."""

    document: DocumentRow
    rows: tuple[CommitmentRow, ...]  # of one paragraph


@dataclass(frozen=True)
class Proposal:
    """What a delegation raised and nobody settled, or what was said on its behalf."""

    proposal: str  # the matter or the statement
    words: Words
    by: str
    on: str
    audience: str
    tags: tuple[str, ...]


def adopted_paragraphs(viewer: Viewer, tags: tuple[str, ...]) -> tuple[Taken, ...]:
    """Those of the latest adopted texts; only those under one of the tags, if any is named."""
    latest = documents.documents(viewer, "adopted")
    found = [taken for row in latest[:_TEXTS] for taken in _paragraphs(viewer, row)]
    return tuple(t for t in found if not tags or not set(tags).isdisjoint(t.tags))


def _paragraphs(viewer: Viewer, row: DocumentRow) -> list[Taken]:
    page = documents.document(viewer, row.document)
    tags = {p.unit: p.tags for p in page.paragraphs}
    for made in page.commitments:
        tags[made.unit] = (*tags.get(made.unit, ()), *made.tags)
    units = drafting.text(viewer, row.document).units
    return [Taken(row, n, unit, tags.get(unit.unit, ())) for n, unit in operative(units)]


def open_paragraphs(viewer: Viewer, day: str, tags: tuple[str, ...]) -> tuple[Open, ...]:
    """The paragraphs under which a commitment is open on the ISO day, by their texts."""
    texts = {row.document: row for row in documents.documents(viewer, "adopted")}
    sql = f"""{commitments.ROW} WHERE [commitment] AND [document] AND NOT struck
              AND commitment.state IN {OPEN_STATES} AND (until IS NULL OR until > :day)
              AND (:tags = '[]' OR commitment IN (SELECT commitment FROM commitment_tag
                   WHERE tag IN (SELECT value FROM json_each(:tags))))
              {commitments.ORDER} LIMIT {_ROWS}"""  # noqa: S608 - words of ours
    found = rows(viewer, CommitmentRow, sql, day=day, tags=json.dumps(tags))
    known = (row for row in found if row.is_open(day) and row.document in texts)
    grouped = groupby(known, key=lambda row: (row.document, row.number, row.words))
    return tuple(Open(texts[key[0]], tuple(group)) for key, group in grouped)[:_MOST]


def proposals(viewer: Viewer, tags: tuple[str, ...]) -> tuple[Proposal, ...]:
    """Open questions that parties raised, then statements on their behalf; the latest first."""
    found = (*rows(viewer, Proposal, _MATTERS), *rows(viewer, Proposal, _STATEMENTS))
    return tuple(p for p in found if not tags or not set(tags).isdisjoint(p.tags))


_MATTERS = """
SELECT matter, title, raised_by, raised_on, audience.name, tags FROM matter
JOIN audience ON audience.audience_id = matter.audience_id
WHERE settled_on IS NULL AND raised_by LIKE 'party:%' AND [matter]
ORDER BY matter.rowid DESC LIMIT 200
"""
_STATEMENTS = """
SELECT statement, summary, on_behalf, on_day, audience.name, statement.tags FROM statement
JOIN meeting ON meeting.meeting = statement.meeting
JOIN audience ON audience.audience_id = statement.audience_id
WHERE on_behalf LIKE 'party:%' AND [statement] AND [meeting]
ORDER BY statement.position DESC LIMIT 200
"""
