"""What can be done with a draft, its amendments and an adopted text; the next step first."""

from collections.abc import Iterator

from kurultai.gate import amendments as gate
from kurultai.gate import drafting, meetings
from kurultai.gate.clause import NotFound
from kurultai.gate.may import DELEGATES
from kurultai.gate.shapes import (
    AmendmentPage,
    AmendmentRow,
    BoardPage,
    CirculationRow,
    DocumentRow,
    SilenceRow,
    TextPage,
)
from kurultai.gate.viewer import Viewer
from kurultai.site.forms import (
    adopted,
    amendments,
    circulation,
    marshalling,
    putting,
    silence,
    tracked,
    translating,
)
from kurultai.site.forms.following import draw
from kurultai.site.house import house
from kurultai.site.offers import Offer, at, own


def on_draft(viewer: Viewer, page: BoardPage) -> Iterator[Offer]:
    """The steps of drafting that are open on a draft with a text."""
    yield from _on_text(viewer, page.text, page.circulation, page.silence)


def on_text(viewer: Viewer, document: str) -> Iterator[Offer]:
    """The same on the other pages of the draft, which do not read the answers."""
    sent = next(reversed(drafting.circulations(viewer, document)), None)
    silent = next(reversed(drafting.silences(viewer, document)), None)
    yield from _on_text(viewer, drafting.text(viewer, document), sent, silent)


def _on_text(
    viewer: Viewer,
    text: TextPage,
    sent: CirculationRow | None,
    silent: SilenceRow | None,
) -> Iterator[Offer]:
    document = text.document.document
    about: dict[str, object] = {"document": document}
    if silent and silent.state == "running":
        yield from _silent(viewer, silent, about)
    elif text.units:
        if sent and sent.until[:10] >= house().today():
            named = own(viewer, about, "party", *DELEGATES)
            yield at(circulation.GiveAnswers, document, "answers/new", named)
        yield from _decided(viewer, text.document)
        yield _amend(viewer, document)
        by: dict[str, object] = {**about, "by": viewer.parties(*DELEGATES)}
        yield at(tracked.AmendFromFile, document, "amendments/file", by, first=False)
        yield at(circulation.CirculateDraft, document, "circulation/new", about)
        if _sits(viewer, text.document) or text.document.meeting is None:
            yield at(silence.OpenSilence, document, "silence/new", about, first=False)


def _amend(viewer: Viewer, document: str) -> Offer:
    about: dict[str, object] = {"document": document, "by": viewer.parties(*DELEGATES)}
    return at(amendments.AmendText, document, "amendments/new", about)


def _silent(viewer: Viewer, running: SilenceRow, about: dict[str, object]) -> Iterator[Offer]:
    document, today = str(about["document"]), house().today()
    # Pages are kept for a day: on the last one both are offered, and the clock decides.
    if running.until[:10] <= today:
        yield at(silence.CloseSilence, document, "silence/closing", about)
    if running.until[:10] >= today:
        named = own(viewer, about, "party", *DELEGATES)
        yield at(silence.BreakSilence, document, "silence/objection", named)
        yield _amend(viewer, document)


def _sits(viewer: Viewer, row: DocumentRow) -> bool:
    """True if the meeting for which the text was tabled sits."""
    if row.meeting is None:
        return False
    try:
        return meetings.meeting_row(viewer, row.meeting).state == "open"
    except NotFound:
        return False


def _decided(viewer: Viewer, row: DocumentRow) -> Iterator[Offer]:
    """Put in order, put to the vote, worked into the text: whichever is next."""
    about: dict[str, object] = {"document": row.document}
    now = gate.progress(viewer, row.document)
    order = at(marshalling.MarshalAmendments, row.document, "marshalling/new", about)
    if now.unlisted:
        yield order
    elif now.adopted and not now.pending:
        yield at(marshalling.ConsolidateText, row.document, "consolidation/new", about)
    yield from _put(viewer, row)
    if now.pending and not now.unlisted:
        yield order


def _put(viewer: Viewer, row: DocumentRow) -> Iterator[Offer]:
    """Put what is next to the vote, if the meeting sits."""
    if row.meeting and _sits(viewer, row):
        part = f"questions/new?document={row.document}"
        yield at(putting.PutQuestion, row.meeting, part, {"meeting": row.meeting})


def on_amendment(viewer: Viewer, page: AmendmentPage) -> Iterator[Offer]:
    """The steps that are open on an amendment that is still to be decided."""
    row = page.amendment
    if row.state != "tabled" or page.document.state != "draft":
        return
    about: dict[str, object] = {"document": row.document, "amendment": row.amendment}
    named = own(viewer, about, "party", *DELEGATES)
    if named.get("party") not in (*row.by, *row.sponsors):
        yield at(amendments.JoinSponsors, row.amendment, "sponsors/new", named)
    if row.of is None:
        by: dict[str, object] = {"document": row.document, "by": viewer.parties(*DELEGATES)}
        yield at(amendments.AmendAmendment, row.amendment, "sub/new", by)
    if _is_translated(page):
        yield at(translating.TranslateAmendment, row.amendment, "translations/new", about)
    yield from _put(viewer, page.document)
    if viewer.secretariat or _is_mover(viewer, row):
        yield at(amendments.WithdrawAmendment, row.amendment, "withdrawal/new", named, first=False)


def _is_translated(page: AmendmentPage) -> bool:
    """True if it has words, and the text another language to say them in."""
    row = page.amendment
    spoken = {code for unit in page.units for code in unit.words} - {row.language}
    has_words = any(getattr(change, "new", getattr(change, "units", ())) for change in row.changes)
    return bool(spoken) and has_words and not row.linguistic


def _is_mover(viewer: Viewer, row: AmendmentRow) -> bool:
    return not set(row.by).isdisjoint(viewer.parties(*DELEGATES))


def on_adopted(viewer: Viewer, document: str) -> Iterator[Offer]:
    """What is entered beside an adopted text."""
    about: dict[str, object] = {"document": document}
    named = own(viewer, about, "party", *DELEGATES)
    yield at(draw.DrawCommitments, document, "commitments", about)
    yield at(adopted.EnterReservation, document, "reservations/new", named, first=False)
    yield at(adopted.ExplainVote, document, "explanations/new", named, first=False)
    yield at(adopted.CorrectText, document, "corrigenda/new", about, first=False)
