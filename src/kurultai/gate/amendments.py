"""Reading amendments: a page of them in the marshalled order, and each by itself."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from kurultai.gate.clause import NotFound, cells, one, rows
from kurultai.gate.documents import document_row
from kurultai.gate.shapes import (
    AmendmentPage,
    AmendmentRow,
    AmendmentsPage,
    DecisionRow,
    Marshalled,
)
from kurultai.gate.standing import standing_in
from kurultai.gate.viewer import Viewer
from kurultai.tables.amendments import LAST
from kurultai.texts.amendment import Amendment
from kurultai.texts.base import Base
from kurultai.texts.sub import ground
from kurultai.texts.unit import Unit

PAGE = 50

# Who may see the text and not the meeting that voted is not told which decision it was.
_ROW = """
SELECT amendment.amendment, amendment.document, amendment.number, amendment.tabled_by, sponsors,
       amendment.language, languages, amendment.reading, changes, tabled_changes,
       amendment.reason, parent, replaces, linguistic, amendment.state, because, why,
       iif(sat.meeting IS NULL, NULL, taken.decision), amendment.tabled_on,
       amendment.position, listed.place, rivals,
       coalesce(figure, ''), coalesce(relation, ''), related, coalesce(flags, json_array()),
       withdrawal
FROM amendment JOIN document USING (document) JOIN amendment_change USING (amendment)
LEFT JOIN decision taken ON taken.decision = amendment.decision AND [taken]
LEFT JOIN meeting sat ON sat.meeting = taken.meeting AND [sat]
LEFT JOIN marshalled_place listed
    ON listed.document = amendment.document AND listed.amendment = amendment.amendment
    AND listed.issue = (
        SELECT max(issue) FROM marshalled
        WHERE marshalled.document = amendment.document AND marshalled.reading = amendment.reading
    )
WHERE [document]"""
_IN_READING = "AND amendment.document = :document AND amendment.reading = :reading"
_ONE_PAGE = """
SELECT rowid FROM amendment WHERE document = :document AND reading = :reading
ORDER BY place LIMIT :size OFFSET :start
"""  # found in the index alone
_ORDER = "ORDER BY amendment.place, amendment.number"
_MARSHALLED = """
SELECT issue, on_day, position, policy, article, marshalled.link, confidence, proposed,
       marshalled.reason
FROM marshalled JOIN document USING (document)
WHERE document = :document AND [document] AND marshalled.reading = :reading
ORDER BY issue DESC LIMIT 1
"""
_STATES = """
SELECT amendment.state, count(*) FROM amendment JOIN document USING (document)
WHERE document = :document AND [document] AND amendment.reading = :reading GROUP BY amendment.state
"""
_TOUCHING = """
AND +amendment.document = :document AND +amendment.reading = :reading
AND amendment.parent IS NULL AND amendment.state IN ('tabled', 'adopted')
AND amendment.amendment IN (
    SELECT amendment FROM amendment_unit WHERE unit IN (SELECT value FROM json_each(:units))
)
"""  # found by the units: with a plus, a column is looked at and not looked up
_PROGRESS = """
SELECT count(*) FILTER (WHERE amendment.state = 'tabled'),
       count(*) FILTER (WHERE amendment.state = 'tabled' AND amendment.place > :last),
       count(*) FILTER (WHERE amendment.state = 'adopted')
FROM amendment JOIN document USING (document)
WHERE document = :document AND [document] AND amendment.reading = document.reading
"""
_READING = "SELECT reading FROM document WHERE document = :document AND [document]"


def amendments(
    viewer: Viewer, name: str, page: int = 1, size: int = PAGE, reading: int | None = None
) -> AmendmentsPage:
    """A page of the amendments to a reading, else the present; NotFound if there is none such."""
    document = document_row(viewer, name)
    reading = reading or _reading(viewer, name)
    states = _states(viewer, name, reading)
    count = sum(states.values())
    pages = max(1, -(-count // size))
    if not 1 <= page <= pages:
        raise NotFound
    here = {"document": name, "reading": reading}
    sql = f"{_ROW} AND amendment.rowid IN ({_ONE_PAGE}) {_ORDER}"
    listed = rows(viewer, AmendmentRow, sql, **here, size=size, start=(page - 1) * size)
    marshalled = rows(viewer, Marshalled, _MARSHALLED, **here)
    units = standing_in(viewer, name, reading)
    last = marshalled[0] if marshalled else None
    return AmendmentsPage(document, reading, last, listed, units, count, page, pages, states)


def of_reading(viewer: Viewer, name: str, reading: int | None = None) -> tuple[AmendmentRow, ...]:
    """All amendments to a reading, else the present, in the list's order."""
    sql = f"{_ROW} {_IN_READING} {_ORDER}"
    here = {"document": name, "reading": reading or _reading(viewer, name)}
    return rows(viewer, AmendmentRow, sql, **here)


def touching(
    viewer: Viewer, name: str, reading: int, units: Iterable[str]
) -> tuple[AmendmentRow, ...]:
    """The main amendments to a reading that would change one of the units, or have changed it."""
    sql = f"{_ROW} {_TOUCHING} {_ORDER}"
    here = {"document": name, "reading": reading}
    named = msgspec.json.encode(tuple(units)).decode()
    return rows(viewer, AmendmentRow, sql, **here, units=named)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many amendments to the present reading are pending, of these not listed, and adopted."""

    pending: int
    unlisted: int
    adopted: int


def progress(viewer: Viewer, name: str) -> Progress:
    """How far the present reading is; nothing is, if this viewer may not see the document."""
    return one(viewer, Progress, _PROGRESS, document=name, last=LAST)


def pending(viewer: Viewer, name: str) -> tuple[AmendmentRow, ...]:
    """The amendments to the present reading that are not settled, in the order of the list."""
    sql = f"{_ROW} {_IN_READING} AND amendment.state = 'tabled' {_ORDER}"
    here = {"document": name, "reading": _reading(viewer, name)}
    return rows(viewer, AmendmentRow, sql, **here)


def amendment_row(viewer: Viewer, name: str) -> AmendmentRow:
    """An amendment as a list shows it; NotFound unless the viewer may see its document."""
    sql = f"{_ROW} AND amendment.amendment = :amendment"
    return one(viewer, AmendmentRow, sql, amendment=name)


def amendment(viewer: Viewer, name: str) -> AmendmentPage:
    """An amendment with the text that it amends and all that was said of it."""
    row = amendment_row(viewer, name)
    parent = amendment_row(viewer, row.of) if row.of else None
    subs = f"{_ROW} AND parent = :amendment {_ORDER}"
    rivals = f"""{_ROW} {_IN_READING} AND rivals = :rivals
                 AND amendment.amendment <> :amendment {_ORDER}"""
    here = {"document": row.document, "reading": row.reading}
    return AmendmentPage(
        row,
        document_row(viewer, row.document),
        _amended(viewer, row, parent),
        parent,
        rows(viewer, AmendmentRow, subs, amendment=name),
        rows(viewer, AmendmentRow, rivals, **here, amendment=name, rivals=row.group),
        _decisions(viewer, row),
    )


def _amended(viewer: Viewer, row: AmendmentRow, parent: AmendmentRow | None) -> tuple[Unit, ...]:
    units = standing_in(viewer, row.document, row.reading)
    if parent is None:
        return units
    tabled = Amendment(parent.amendment, parent.tabled_changes, parent.number)
    return ground(Base(units), tabled).units


def _decisions(viewer: Viewer, row: AmendmentRow) -> tuple[DecisionRow, ...]:
    sql = """SELECT decision, decision.meeting, question, document, item, rule, entitled, result,
             finding, put_on, decided_on, position, decided_at, amendments, units, departure
             FROM decision JOIN meeting USING (meeting)
             WHERE document = :document AND [decision] AND [meeting]
             AND :amendment IN (SELECT value FROM json_each(amendments)) ORDER BY position"""
    return rows(viewer, DecisionRow, sql, document=row.document, amendment=row.amendment)


def _reading(viewer: Viewer, name: str) -> int:
    found = cells(viewer, _READING, document=name)
    if not found:
        raise NotFound
    return int(found[0])


@dataclass(frozen=True, slots=True)
class _State:
    state: str
    count: int


def _states(viewer: Viewer, name: str, reading: int) -> dict[str, int]:
    found = rows(viewer, _State, _STATES, document=name, reading=reading)
    return {row.state: row.count for row in found}
