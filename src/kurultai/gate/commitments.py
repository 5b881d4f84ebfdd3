"""Reading commitments and reports."""

from collections.abc import Iterable

from kurultai.gate.clause import one, rows
from kurultai.gate.shapes import AgendaItem, CommitmentPage, CommitmentRow, Course, Reminder, Report
from kurultai.gate.viewer import Viewer

# Who may see the text and not the meeting that adopted it is not told which meeting it was.
ROW = """SELECT commitment, commitment.document, unit, number, party,
          coalesce(there.meeting, ''), commitment.series, words, due, tags, commitment.state,
          made_on, reported_on, symbol, names, action, lead, owner, review, until, indicator,
          milestones, reached, proposed_by,
          iif(superseded_by = '', '', coalesce((SELECT taking.commitment FROM commitment taking
              WHERE taking.commitment = commitment.superseded_by AND [taking]), '')),
          commitment.reason, struck, reminded_on, commitment.imported
          FROM commitment JOIN document USING (document)
          LEFT JOIN meeting there ON there.meeting = commitment.meeting AND [there]"""
ORDER = """ORDER BY document.rowid, number,
            (SELECT rowid FROM party WHERE party.party = commitment.party)"""

_BESIDE = 60  # of others, on the page of one


def commitments(
    viewer: Viewer,
    *,
    series: str | None = None,
    party: str | None = None,
    state: str | None = None,
) -> tuple[CommitmentRow, ...]:
    """Commitments, all or of a series, a party or a state."""
    sql = f"""{ROW} WHERE [commitment] AND [document] AND NOT struck
              AND (:series IS NULL OR commitment.series = :series)
              AND (:party IS NULL OR party = :party)
              AND (:state IS NULL OR commitment.state = :state) {ORDER}"""
    return rows(viewer, CommitmentRow, sql, series=series, party=party, state=state)


def of_meeting(viewer: Viewer, meeting: str) -> tuple[CommitmentRow, ...]:
    """The commitments that follow from a meeting."""
    sql = f"{ROW} WHERE commitment.meeting = :meeting AND NOT struck AND [commitment] {ORDER}"
    return rows(viewer, CommitmentRow, sql, meeting=meeting)


def of_document(viewer: Viewer, document: str) -> tuple[CommitmentRow, ...]:
    """The commitments that follow from a text."""
    sql = f"{ROW} WHERE commitment.document = :document AND NOT struck AND [commitment] {ORDER}"
    return rows(viewer, CommitmentRow, sql, document=document)


def open_of_meeting_agenda(
    viewer: Viewer,
    items: Iterable[AgendaItem],
) -> tuple[CommitmentRow, ...]:
    """The commitments an agenda names, with the state they have now."""
    named = {commitment for item in items for commitment in item.commitments}
    texts = {item.document for item in items if item.commitments and item.document}
    found = (row for text in sorted(texts) for row in of_document(viewer, text))
    return tuple(row for row in found if row.commitment in named)


def commitment(viewer: Viewer, name: str) -> CommitmentPage:
    """A commitment and what was reported on it."""
    sql = f"{ROW} WHERE commitment = :commitment AND [commitment]"
    row = one(viewer, CommitmentRow, sql, commitment=name)
    reports = """SELECT report, report.state, report.words, evidence, report.links, files,
                 happened, report.milestones, made_by, on_day, position
                 FROM report JOIN commitment USING (commitment)
                 WHERE commitment = :commitment AND [commitment] ORDER BY position"""
    return CommitmentPage(
        row,
        rows(viewer, Report, reports, commitment=name),
        rows(viewer, Course, _COURSE, commitment=name),
        rows(viewer, Reminder, _REMINDERS, commitment=name),
        _beside(viewer, row),
    )


_COURSE = """SELECT commitment_state.state, since, commitment_state.until, position
FROM commitment_state JOIN commitment USING (commitment)
WHERE commitment = :commitment AND [commitment] ORDER BY position"""
_REMINDERS = """SELECT on_day, position FROM reminder JOIN commitment USING (commitment)
WHERE commitment = :commitment AND [commitment] ORDER BY position"""


def _beside(viewer: Viewer, row: CommitmentRow) -> tuple[CommitmentRow, ...]:
    """What the same paragraph asks of others; nothing where it is not known which one it is."""
    if not row.unit:
        return ()
    sql = f"""{ROW} WHERE commitment.document = :document AND number = :number AND unit = :unit
              AND party <> :party AND NOT struck AND [commitment] {ORDER} LIMIT {_BESIDE}"""
    return rows(
        viewer,
        CommitmentRow,
        sql,
        document=row.document,
        number=row.number,
        unit=row.unit,
        party=row.party,
    )
