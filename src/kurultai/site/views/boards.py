"""The board: what the delegations say to each paragraph of a circulated draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kurultai.gate import drafting as gate
from kurultai.gate.amendments import touching
from kurultai.gate.shapes import AmendmentRow, Answer, BoardPage, Wording
from kurultai.gate.tracked import numbering
from kurultai.gate.viewer import Viewer
from kurultai.site.drafts.board import Board, Cell, Row, board
from kurultai.site.drafts.kept import based
from kurultai.site.drafts.lines import Line, lines, shorts
from kurultai.site.drafts.paging import Paged, number, paged, turning
from kurultai.site.drafts.touched import Touched, touched
from kurultai.site.views.shown import Asking, Shown

PAGE = 40  # paragraphs, each with its wordings and remarks


@dataclass(frozen=True, slots=True)
class Worded:
    """A wording that was proposed, as a redline of what it touches."""

    amendment: AmendmentRow
    label: str
    language: str
    touched: tuple[Touched, ...]


@dataclass(frozen=True, slots=True)
class About:
    """A row of the board with what there is to read about it."""

    row: Row
    begins: Mapping[str, str]  # the first words, by language
    worded: tuple[Worded, ...]

    @property
    def line(self) -> Line:
        """The paragraph."""
        return self.row.line

    @property
    def cells(self) -> tuple[Cell, ...]:
        """What each delegation says."""
        return self.row.cells

    @property
    def remarks(self) -> tuple[Answer, ...]:
        """What was said in words."""
        return self.row.remarks

    @property
    def detailed(self) -> bool:
        """True if there is more to read than the marks."""
        return bool(self.worded or self.row.remarks)


def one(asking: Asking, name: str) -> Shown:
    """The board of the last circulation."""
    now = gate.board(asking.viewer, f"document:{name}")
    page = _as_circulated(asking.viewer, now)
    found = _board(asking, page)
    only_open = asking.filters.get("show") == "open"
    rows = [row for row in found.rows if not (only_open and row.verdict == "agreed")]
    here = paged(rows, number(asking.filters.get("page", ""), 1), PAGE)
    page = _with_amendments(asking.viewer, page, here)
    more = {
        "board": found,
        "rows": here.of(_abouts(asking, page, here.rows)),
        "labels": shorts(page.text.units, asking.viewer.language),
        "only_open": only_open,
        "gone_on": page.text.reading != now.text.reading,
        "link": turning(f"/documents/{name}/board", asking.several),
    }
    return Shown("board.html", page, page.text.document.document, more)


def _as_circulated(viewer: Viewer, page: BoardPage) -> BoardPage:
    """The board with the text that was answered, where the text has gone on since."""
    text, sent = page.text, page.circulation
    if sent is None or sent.reading == text.reading:
        return page
    document = text.document.document
    end = max(r.position for r in text.revisions if r.reading == sent.reading)
    answered = gate.text(viewer, document, end)
    return replace(page, text=answered, wordings=gate.wordings(viewer, document, sent.reading))


def _with_amendments(viewer: Viewer, page: BoardPage, here: Paged[Row]) -> BoardPage:
    """The board with the amendments to the paragraphs that are shown."""
    shown = (row.line.unit for row in here.rows)
    found = touching(viewer, page.text.document.document, page.text.reading, shown)
    return replace(page, amendments=found, page=here.page, pages=here.pages)


def _board(asking: Asking, page: BoardPage) -> Board:
    parties = page.circulation.parties if page.circulation else ()
    shown = lines(page.text.units, asking.viewer.language)
    return board(shown, parties, page.answers, page.wordings)


def _abouts(asking: Asking, page: BoardPage, rows: Sequence[Row]) -> list[About]:
    base, rows_of = based(page.text.units), {a.amendment: a for a in page.amendments}
    labels = numbering(asking.viewer, page.text.document.document) if page.amendments else {}

    def worded(wording: Wording) -> Worded:
        amendment = rows_of[wording.amendment]
        own = asking.viewer.language
        language = own if own in amendment.languages else amendment.language
        found = touched(base, amendment.changes, language)
        return Worded(amendment, labels[amendment.amendment], language, found)

    return [
        About(row, _begins(row.line.words), tuple(worded(w) for w in row.wordings)) for row in rows
    ]


_BEGINS = 60  # characters


def _begins(words: Mapping[str, str]) -> dict[str, str]:
    return {
        language: said if len(said) <= _BEGINS else said[:_BEGINS].rsplit(" ", 1)[0] + " …"
        for language, said in words.items()
    }
