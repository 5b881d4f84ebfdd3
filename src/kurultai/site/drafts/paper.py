"""A paper of a document, made of what the viewer may read."""

from kurultai.gate import documents as gate
from kurultai.gate import drafting, meetings, register
from kurultai.gate.clause import NotFound
from kurultai.gate.shapes import AmendmentRow, DocumentRow, MeetingRow, TextPage
from kurultai.gate.tracked import numbering, tracked
from kurultai.gate.viewer import Viewer
from kurultai.language.ordinals import ordinal
from kurultai.papers.paper import Paper, PaperAmendment, Remark, Words
from kurultai.site.known import known, said_everywhere

_NOT_SHOWN = ("withdrawn",)  # amendments that no paper carries


def text_paper(viewer: Viewer, document: str) -> Paper:
    """The text as it stands; NotFound if there is none that this viewer may see."""
    text = drafting.text(viewer, document)
    if not text.units:
        raise NotFound
    return _paper(viewer, text, ())


def amended_paper(viewer: Viewer, document: str) -> Paper:
    """The text of the last reading that has amendments, with these; else as it stands."""
    text = drafting.text(viewer, document)
    found = tracked(viewer, document)
    if found.amendments and found.reading != text.reading:
        ends = (r.position for r in text.revisions if r.reading == found.reading)
        text = drafting.text(viewer, document, max(ends))
    if not text.units:
        raise NotFound
    return _paper(viewer, text, found.amendments)


def _paper(viewer: Viewer, text: TextPage, amendments: tuple[AmendmentRow, ...]) -> Paper:
    row = text.document
    assembly = register.assembly(viewer)
    meeting = _meeting(viewer, row)
    return Paper(
        document=row.document,
        assembly=assembly.assembly,
        assembly_names=assembly.names,
        kind=row.kind,
        symbol=row.symbol,
        names=row.names,
        units=text.units,
        standings=text.standings,
        state=row.state,
        on=row.adopted_on or next((r.on for r in text.revisions if r.position == text.at), ""),
        version=text.at,
        tabled_by=_called(viewer, row.tabled_by),
        meeting=_titles(meeting) if meeting else {},
        place=meeting.place if meeting else {},
        amendments=_amendments(viewer, row.document, amendments),
        remarks=_remarks(viewer, row.document),
        decision=_decision(viewer, row),
        behind=text.behind,
    )


def _called(viewer: Viewer, identities: tuple[str, ...]) -> tuple[Words, ...]:
    names = known(viewer).names
    return tuple(names.get(identity, {"en": identity}) for identity in identities)


def _meeting(viewer: Viewer, row: DocumentRow) -> MeetingRow | None:
    held = row.adopted_at or row.meeting
    try:
        return meetings.meeting_row(viewer, held) if held else None
    except NotFound:
        return None


def _titles(meeting: MeetingRow) -> Words:
    return {
        language: f"{ordinal(meeting.ordinal, language)} {name}"
        for language, name in meeting.series_names.items()
    }


def _amendments(
    viewer: Viewer, document: str, rows: tuple[AmendmentRow, ...]
) -> tuple[PaperAmendment, ...]:
    labels = numbering(viewer, document) if rows else {}
    return tuple(
        PaperAmendment(
            row.amendment,
            labels[row.amendment],
            _called(viewer, (*row.by, *row.sponsors)),
            row.language,
            row.changes,
            row.reason,
            row.state,
            row.tabled_on,
        )
        for row in rows
        if row.state not in _NOT_SHOWN
    )


def _remarks(viewer: Viewer, document: str) -> tuple[Remark, ...]:
    page = drafting.beside(viewer, document)
    said = [("reservation", s) for s in page.reservations]
    said += [("explanation", s) for s in page.explanations]
    return tuple(Remark(kind, _called(viewer, (s.party,))[0], s.words, s.unit) for kind, s in said)


def _decision(viewer: Viewer, row: DocumentRow) -> Words:
    """The result with its arithmetic, in every language."""
    if row.state != "adopted" or row.decision is None:
        return {}
    found = (d for d in gate.document(viewer, row.document).decisions if d.decision == row.decision)
    decision = next(found, None)
    return said_everywhere(viewer, decision.finding) if decision else {}
