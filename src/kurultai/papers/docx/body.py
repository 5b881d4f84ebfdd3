"""The document itself: what stands around the text, and the text, as paragraphs of Word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kurultai.papers.docx import fixed, runs
from kurultai.papers.docx.comments import Comment, beside
from kurultai.papers.docx.names import KEPT, MATTER, R, W, bookmark
from kurultai.papers.docx.numbering import Numbers
from kurultai.papers.docx.outline import Place, laid_out
from kurultai.papers.docx.structure import Kept
from kurultai.papers.docx.xml import HEADER
from kurultai.papers.face import Face
from kurultai.texts.unit import Unit, deep

_END = "* * *"


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of the text: what is in it, and the revision of its end, if it has one."""

    place: Place
    content: str
    end: str = ""
    prefix: str = KEPT  # of its bookmark
    after: str | None = None  # behind which unit it was added, where an amendment says

    @property
    def bookmark(self) -> str:
        """The name by which the file keeps which unit this is."""
        return bookmark(self.place.unit, self.prefix)

    @property
    def kept(self) -> Kept:
        """The row as the structure keeps it."""
        return Kept(
            self.bookmark, self.place.unit, self.place.kind, self.place.depth, after=self.after
        )


def plain_rows(units: Iterable[Unit], face: Face, behind: tuple[str, ...]) -> Iterator[Row]:
    """The text as it stands."""
    for unit, depth in deep(units):
        words = unit.words.get(face.language, "")
        content = runs.run(words) if words else runs.gap(face.gap)
        if words and unit.unit in behind:
            content += runs.gap(f" {face.behind}")
        yield Row(Place(unit.unit, unit.kind, depth), content)


def commented(rows: list[Row], comments: Sequence[Comment]) -> list[Row]:
    """The rows with the comments beside them, those of no unit beside the first."""
    placed = {row.place.unit: at for at, row in enumerate(rows) if row.prefix == KEPT}
    for number, comment in enumerate(comments):
        at = placed.get(comment.unit, 0)
        if rows:
            rows[at] = replace(rows[at], content=beside(number, rows[at].content))
    return rows


def before(face: Face, units: tuple[Unit, ...]) -> list[tuple[str, str]]:
    """What stands before the text: pairs of the kind of matter and its words."""
    lines = [
        ("assembly", face.assembly),
        ("symbol", face.symbol),
        ("kind", face.kind),
        ("title", "" if units and units[0].kind == "heading" else face.title),
        *(("line", line) for line in (face.state, face.standing, face.tabled_by, face.meeting)),
    ]
    return [(kind, words) for kind, words in lines if words]


def after(face: Face) -> list[tuple[str, str]]:
    """What stands after the text; its end is always there, so that no change ends the file."""
    lines = [("end", _END), ("note", face.decision)]
    for note in face.notes:
        lines += [("note_title", note.title), ("note", note.words)]
    return [(kind, words) for kind, words in lines if words]


def document(
    face: Face, units: tuple[Unit, ...], rows: Iterable[Row], numbers: Numbers, ids: runs.Ids
) -> str:
    """word/document.xml."""
    body = "".join(
        (
            *_matter(before(face, units)),
            *_text(rows, numbers, ids),
            *_matter(after(face)),
        )
    )
    return (
        f'{HEADER}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{_section()}</w:body>'
        "</w:document>"
    )


def _text(rows: Iterable[Row], numbers: Numbers, ids: runs.Ids) -> Iterator[str]:
    listed = list(rows)
    places = laid_out((row.place for row in listed), numbers)
    for row, (_, style, numbered) in zip(listed, places, strict=True):
        content = runs.around_bookmark(row.bookmark, row.content, ids)
        yield runs.paragraph(style, content, end=row.end, more=numbered)


def _matter(lines: Iterable[tuple[str, str]]) -> Iterator[str]:
    for kind, words in lines:
        yield runs.paragraph(MATTER[kind][0], runs.run(words))


def _section() -> str:
    """A4, no header on the first page."""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{fixed.relationship("header")}"/>'
        f'<w:footerReference w:type="default" r:id="{fixed.relationship("footer")}"/>'
        f'<w:footerReference w:type="first" r:id="{fixed.relationship("footer")}"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418"'
        ' w:left="1418" w:header="709" w:footer="709" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
