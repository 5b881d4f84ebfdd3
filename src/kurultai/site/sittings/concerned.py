"""The text before the house in the reader's language, and what of it is being voted on."""

from dataclasses import dataclass, replace

from kurultai.gate import drafting
from kurultai.gate.clause import NotFound
from kurultai.gate.shapes import DocumentRow
from kurultai.gate.shapes.document import DecisionRow
from kurultai.gate.shapes.sitting import SittingPage
from kurultai.gate.standing import standing_in
from kurultai.gate.tracked import numbering
from kurultai.gate.viewer import Viewer
from kurultai.site.drafts.lines import Line, lines
from kurultai.site.drafts.reader import Entry, Reader

_WHOLE = 60  # paragraphs up to which all of the text is shown; a longer one has its own page


@dataclass(frozen=True, slots=True)
class Concerned:
    """A document; ``put`` are the units that are voted on, ``entries`` the amendments.

    ``lines`` are all of the text, or of a long one what is voted on alone.
    """

    document: DocumentRow
    lines: tuple[Line, ...]
    put: frozenset[str]
    entries: tuple[Entry, ...]
    is_whole: bool  # the text as a whole is voted on
    is_short: bool

    @property
    def voted(self) -> tuple[Line, ...]:
        """The paragraphs that are voted on by themselves."""
        return tuple(line for line in self.lines if line.unit in self.put)


def concerned(viewer: Viewer, page: SittingPage) -> Concerned | None:
    """The text of the question, or of the item; None if there is none that the viewer may see."""
    question = page.vote.decision if page.vote else None
    document = (question and question.document) or (page.item and page.item.document)
    if not document:
        return None
    on_text = question if question and question.document else None
    try:
        return _read(viewer, document, on_text)
    except NotFound:
        return None


def _read(viewer: Viewer, document: str, question: DecisionRow | None) -> Concerned:
    text = drafting.text(viewer, document)
    every = lines(text.units, viewer.language)
    entries = _entries(viewer, document, question) if question else ()
    changed = {t.unit for entry in entries for t in entry.touched if t.what != "added"}
    put = frozenset({*(question.units if question else ()), *changed})
    is_short = len(every) <= _WHOLE
    shown = every if is_short else tuple(line for line in every if line.unit in put)
    is_whole = question is not None and not (question.units or question.amendments)
    return Concerned(text.document, shown, put, entries, is_whole, is_short)


def _entries(viewer: Viewer, document: str, question: DecisionRow) -> tuple[Entry, ...]:
    rows = tuple(drafting.amendment_row(viewer, name) for name in question.amendments)
    if not rows:
        return ()
    reader = Reader(
        viewer.language,
        numbering(viewer, document),
        standing_in(viewer, document, rows[0].reading),
        "",
        lambda parent: drafting.amendment_row(viewer, parent),
    )
    return tuple(reader.entry(replace(row, place=None)) for row in rows)  # why there is no matter
