"""Reading documents and adopted texts."""

from kurultai.gate.clause import one, rows
from kurultai.gate.commitments import of_document
from kurultai.gate.shapes import (
    DecisionRow,
    DocumentPage,
    DocumentRow,
    Paragraph,
    Version,
)
from kurultai.gate.standing import standing_at
from kurultai.gate.viewer import Viewer
from kurultai.procedure.acts import Attachment, ParagraphTags
from kurultai.texts.number import labels
from kurultai.texts.unit import Unit, deep

# A text may be for more than the meeting it came from; they are then not told which it was.
_ROW = """SELECT document, kind, symbol, names, tabled_by, here.meeting, authentic, link,
          document.sources, document.state, tabled_on, adopted_on, there.meeting,
          iif(there.meeting IS NULL, NULL, decision), audience.name FROM document
          JOIN audience USING (audience_id)
          LEFT JOIN meeting here ON here.meeting = document.meeting AND [here]
          LEFT JOIN meeting there ON there.meeting = document.adopted_at AND [there]"""


def documents(viewer: Viewer, state: str | None = None) -> tuple[DocumentRow, ...]:
    """Documents, all or of one state, latest first."""
    sql = f"""{_ROW} WHERE (:state IS NULL OR document.state = :state) AND [document]
              ORDER BY coalesce(adopted_on, tabled_on) DESC, document.rowid DESC"""
    return rows(viewer, DocumentRow, sql, state=state)


def tabled_for(viewer: Viewer, meeting: str) -> tuple[DocumentRow, ...]:
    """The documents of a meeting, as tabled."""
    sql = f"{_ROW} WHERE document.meeting = :meeting AND [document] ORDER BY document.rowid"
    return rows(viewer, DocumentRow, sql, meeting=meeting)


def adopted_at(viewer: Viewer, meeting: str) -> tuple[DocumentRow, ...]:
    """The texts that a meeting adopted."""
    sql = f"{_ROW} WHERE adopted_at = :meeting AND [document] ORDER BY document.rowid"
    return rows(viewer, DocumentRow, sql, meeting=meeting)


def document_row(viewer: Viewer, name: str) -> DocumentRow:
    """A document as a list shows it."""
    sql = f"{_ROW} WHERE document = :document AND [document]"
    return one(viewer, DocumentRow, sql, document=name)


def document(viewer: Viewer, name: str) -> DocumentPage:
    """A document in all its languages, with decisions and commitments."""
    row = document_row(viewer, name)
    return DocumentPage(
        row,
        versions(viewer, name),
        _paragraphs(standing_at(viewer, name), _tags(viewer, name)),
        _decisions(viewer, name),
        of_document(viewer, name),
    )


def versions(viewer: Viewer, name: str) -> tuple[Version, ...]:
    """The language versions, the first distributed first."""
    sql = """SELECT language, standing, units, file, on_day, units <> '[]' FROM version
             JOIN document USING (document) WHERE document = :document AND [document]
             ORDER BY place"""
    return rows(viewer, Version, sql, document=name)


def _tags(viewer: Viewer, name: str) -> dict[str, ParagraphTags]:
    sql = """SELECT unit, tags, due FROM paragraph JOIN document USING (document)
             WHERE document = :document AND [document]"""
    return {tags.unit: tags for tags in rows(viewer, ParagraphTags, sql, document=name)}


def _paragraphs(
    units: tuple[Unit, ...],
    tags: dict[str, ParagraphTags],
) -> tuple[Paragraph, ...]:
    """Every unit that has words, in the order of the text; what stands below another follows it."""
    named = labels(units)
    none = ParagraphTags("", ())
    return tuple(
        Paragraph(
            unit.unit,
            unit.kind,
            named[unit.unit].numbers[-1] if unit.kind == "operative" else 0,
            dict(unit.words),
            tags.get(unit.unit, none).tags,
            tags.get(unit.unit, none).due,
            depth,
            named[unit.unit],
        )
        for unit, depth in deep(units)
        if unit.words
    )


def _decisions(viewer: Viewer, name: str) -> tuple[DecisionRow, ...]:
    sql = """SELECT decision, decision.meeting, question, document, item, rule, entitled, result,
             finding, put_on, decided_on, position, decided_at, amendments, units, departure
             FROM decision JOIN meeting USING (meeting)
             WHERE document = :document AND [decision] AND [meeting] ORDER BY position"""
    return rows(viewer, DecisionRow, sql, document=name)


def file(viewer: Viewer, name: str, language: str) -> Attachment:
    """The file of a language version; NotFound unless the viewer may see the document."""
    sql = """SELECT blob, name, media_type, size FROM blob JOIN document USING (document)
             WHERE document = :document AND language = :language AND [document]"""
    return one(viewer, Attachment, sql, document=name, language=language)
