"""The paragraphs of a document, each word with whoever inserted, deleted or moved it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from kurultai.papers.docx.left import Outside, plain_words
from kurultai.papers.docx.names import MARKUP, w
from kurultai.papers.docx.package import Package
from kurultai.papers.docx.runs import UNPRINTED, Author
from kurultai.papers.docx.shapes import Shape, Shapes

_REVISIONS = {w("ins"): "ins", w("del"): "gone", w("moveTo"): "to", w("moveFrom"): "away"}
_THROUGH = frozenset(map(w, ("hyperlink", "smartTag", "customXml", "dir", "bdo", "sdtContent")))
_SIGNS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "\N{NON-BREAKING HYPHEN}",
    w("softHyphen"): "\N{SOFT HYPHEN}",
}
_WORDS = (w("t"), w("delText"))
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
_PICTURES = (w("drawing"), w("pict"), w("object"))
# What says nothing that a reader would miss.
_SILENT = frozenset(
    map(
        w,
        (
            *("pPr", "rPr", "sdtPr", "sdtEndPr", "proofErr", "bookmarkEnd", "permStart", "permEnd"),
            *("commentRangeStart", "commentRangeEnd", "lastRenderedPageBreak", "sectPr"),
            *("commentReference", "footnoteRef", "endnoteRef", "annotationRef", "separator"),
            *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
            *("continuationSeparator", "smartTagPr", "customXmlPr", "customXmlInsRangeStart"),
            *("customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd"),
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Revised:
    """Who inserted, deleted, moved here or moved away; None for nobody."""

    ins: Author | None = None
    gone: Author | None = None
    to: Author | None = None
    away: Author | None = None

    def authors(self) -> Iterator[Author]:
        """Everybody who did anything."""
        return (one for one in (self.ins, self.gone, self.to, self.away) if one is not None)

    def by(self, field_: str, author: Author) -> "Revised":
        """With one more revision around it; the innermost counts."""
        parts = {"ins": self.ins, "gone": self.gone, "to": self.to, "away": self.away}
        return Revised(**{**parts, field_: author})


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one kind; ``is_gap`` where they only say that there is no wording."""

    words: str
    revised: Revised = Revised()
    is_gap: bool = False


@dataclass(slots=True)
class Paragraph:
    """A paragraph as it stands in the file; ``end`` is what was done to its end."""

    number: int
    shape: Shape
    pieces: list[Piece] = field(default_factory=list)
    end: Revised = Revised()
    bookmarks: list[str] = field(default_factory=list)
    formatted: bool = False  # its look was changed with changes tracked


@dataclass(slots=True)
class Reader:
    """Goes through a document once; what is no paragraph goes to ``outside``."""

    package: Package
    shapes: Shapes
    outside: Outside
    paragraphs: list[Paragraph] = field(default_factory=list)
    _bookmarks: list[str] = field(default_factory=list)  # of the next paragraph
    _fields: list[bool] = field(default_factory=list)  # of each open field: its result has begun

    def body(self, body: etree._Element) -> None:
        """All paragraphs under an element, in order."""
        for child in body:
            self._block(child)

    def _block(self, child: etree._Element) -> None:
        match child.tag:
            case tag if tag == w("p"):
                self._paragraph(child)
            case tag if tag == w("tbl"):
                self._table(child)
            case tag if tag == w("sdt"):
                self._control(child)
            case tag if tag == w("bookmarkStart"):
                self._bookmarks.append(child.get(w("name"), ""))
            case tag if tag in _THROUGH or tag in _REVISIONS:
                self.body(child)
            case tag if tag == f"{{{MARKUP}}}AlternateContent":
                self.body(_choice(child))
            case tag if tag not in _SILENT:
                self.outside.add("element", plain_words(child) or etree.QName(tag).localname)
            case _:
                return

    def _table(self, table: etree._Element) -> None:
        """A box around paragraphs is read through; a real table is listed with its words."""
        cells = list(table.iter(w("tc")))
        if len(cells) == 1:
            self.body(cells[0])
            return
        rows = (
            " | ".join(plain_words(cell) for cell in row.iter(w("tc")))
            for row in table.iterchildren(w("tr"))
        )
        self.outside.add("table", "\n".join(rows))

    def _control(self, control: etree._Element) -> None:
        """A content control: a table of contents is made anew, all else is read through."""
        content = control.find(w("sdtContent"))
        gallery = control.find(f".//{w('docPartGallery')}")
        if content is None:
            return
        if gallery is not None and gallery.get(w("val")) == "Table of Contents":
            self.outside.add("field", plain_words(content))
            return
        self.body(content)

    def _paragraph(self, element: etree._Element) -> None:
        self.outside.number += 1
        properties = element.find(w("pPr"))
        paragraph = Paragraph(self.outside.number, self.shapes.of(properties))
        paragraph.bookmarks, self._bookmarks = self._bookmarks, []
        if properties is not None:
            paragraph.end = _end(properties)
            paragraph.formatted = properties.find(w("pPrChange")) is not None
        self.paragraphs.append(paragraph)
        self._inline(element, paragraph, Revised())

    def _inline(self, parent: etree._Element, into: Paragraph, revised: Revised) -> None:
        for child in parent:
            tag = child.tag
            if tag == w("r"):
                self._run(child, into, revised)
            elif tag in _REVISIONS:
                self._inline(child, into, revised.by(_REVISIONS[tag], _author(child)))
            elif tag == w("bookmarkStart"):
                into.bookmarks.append(child.get(w("name"), ""))
            elif tag in _THROUGH:
                self._inline(child, into, revised)
            else:
                self._unusual(child, into, revised)

    def _unusual(self, child: etree._Element, into: Paragraph, revised: Revised) -> None:
        """What stands in a paragraph and is neither run nor revision."""
        tag = child.tag
        if tag == w("sdt"):
            content = child.find(w("sdtContent"))
            if content is not None:
                self._inline(content, into, revised)
        elif tag == w("fldSimple"):
            self.outside.add("field", child.get(w("instr"), "").strip())
            self._inline(child, into, revised)
        elif tag == f"{{{MARKUP}}}AlternateContent":
            self._inline(_choice(child), into, revised)
        elif tag not in _SILENT:
            self.outside.add("element", plain_words(child) or etree.QName(tag).localname)

    def _run(self, run: etree._Element, into: Paragraph, revised: Revised) -> None:
        properties = run.find(w("rPr"))
        style = None if properties is None else properties.find(w("rStyle"))
        is_gap = style is not None and self.shapes.is_gap(style.get(w("val"), ""))
        words = "".join(self._in_run(child) for child in run)
        if not words:
            return
        if properties is not None and _is_on(properties.find(w("vanish"))):
            self.outside.add("hidden", words)
            return
        into.pieces.append(Piece(words, revised, is_gap))

    def _in_run(self, child: etree._Element) -> str:
        """The words that a run's child gives."""
        tag = child.tag
        if tag in (w("fldChar"), w("instrText"), w("delInstrText")):
            self._field(child)
        elif self._fields and not self._fields[-1]:
            return ""  # between a field's beginning and its result
        elif tag in _WORDS:
            return child.text or ""
        elif tag in _SIGNS:
            return _SIGNS[tag]
        elif tag == w("br"):
            return "\n" if child.get(w("type"), "textWrapping") == "textWrapping" else ""
        elif tag == w("sym"):
            return self._symbol(child)
        else:
            return self._object(child)
        return ""

    def _object(self, child: etree._Element) -> str:
        tag = child.tag
        if tag in _NOTES:
            self.outside.note(_NOTES[tag], child.get(w("id"), ""))
        elif tag in _PICTURES:
            self.outside.picture(child)
        elif tag == f"{{{MARKUP}}}AlternateContent":
            return "".join(self._in_run(one) for one in _choice(child))
        elif tag == w("ruby"):
            base, over = child.find(w("rubyBase")), child.find(w("rt"))
            if over is not None:
                self.outside.add("element", plain_words(over))
            return "" if base is None else plain_words(base)
        elif tag not in _SILENT:
            self.outside.add("element", plain_words(child) or etree.QName(tag).localname)
        return ""

    def _symbol(self, child: etree._Element) -> str:
        code = child.get(w("char"), "")
        try:
            character = chr(int(code, 16))
        except ValueError:
            character = ""
        if child.get(w("font")) == UNPRINTED:
            return character
        self.outside.add("element", f"{child.get(w('font'), '')} {code}".strip())
        return ""

    def _field(self, child: etree._Element) -> None:
        kind = child.get(w("fldCharType"))
        if child.tag != w("fldChar"):
            self.outside.add("field", (child.text or "").strip())
        elif kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def _end(properties: etree._Element) -> Revised:
    """What was done to a paragraph's end."""
    revised = Revised()
    for mark in properties.iterfind(f"{w('rPr')}/*"):
        if mark.tag in _REVISIONS:
            revised = revised.by(_REVISIONS[str(mark.tag)], _author(mark))
    return revised


def _author(revision: etree._Element) -> Author:
    return Author(revision.get(w("author"), "").strip(), revision.get(w("date"), "")[:10])


def _is_on(switch: etree._Element | None) -> bool:
    return switch is not None and switch.get(w("val"), "true") not in {"0", "false", "off"}


def _choice(alternatives: etree._Element) -> etree._Element:
    """The first of what says the same thing in several ways."""
    return alternatives[0] if len(alternatives) else alternatives
