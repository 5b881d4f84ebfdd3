"""What a document holds beside its paragraphs: listed with its words, never dropped."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from kurultai.papers.docx.names import MARKUP, w
from kurultai.papers.docx.package import Package
from kurultai.papers.docx.structure import digest
from kurultai.papers.draft import Left, LeftOut

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FALLBACK = f"{{{MARKUP}}}Fallback"
_LONGEST = 2_000  # characters of one entry


@dataclass(slots=True)
class Outside:
    """What was not understood so far; ``number`` is of the paragraph at hand."""

    package: Package
    number: int = 0
    found: list[Left] = field(default_factory=list)
    _notes: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, what: LeftOut, words: str, where: str = "") -> None:
        """One more."""
        words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]} …"
        self.found.append(Left(where or f"paragraph {self.number}", what, words))

    def note(self, part: str, identity: str) -> None:
        """A footnote or an endnote, with its words."""
        if part not in self._notes:
            root = self.package.part(part)
            notes = () if root is None else root
            self._notes[part] = {note.get(w("id"), ""): plain_words(note) for note in notes}
        self.add("footnote", self._notes[part].get(identity, ""))

    def picture(self, element: etree._Element) -> None:
        """A drawing: the words of its text boxes, or what describes the image."""
        boxes = [plain_words(box) for box in _boxes(element)]
        if boxes:
            self.add("textbox", "\n".join(boxes))
            return
        described = element.find(f".//{_DRAWING}")
        self.add("image", "" if described is None else described.get("descr") or "")

    def around(self, known: frozenset[str]) -> None:
        """Headers, footers and comments, without those that are ours, and what would be run.

        ``known`` are the digests of what a paper of ours said there.
        """
        for kind in ("header", "footer"):
            for part in self.package.parts(kind):
                words = plain_words(part)
                if any(map(str.isalpha, words)) and digest(words) not in known:
                    self.add("header", words, kind)
        comments = self.package.part("comments")
        for comment in () if comments is None else comments:
            said = plain_words(comment)
            author = comment.get(w("author"), "")
            if digest(said) not in known:
                self.add("comment", f"{author}: {said}" if author else said, "comment")
        if self.package.has("vbaproject.bin"):
            self.add("macro", "", "vbaProject.bin")


def plain_words(element: etree._Element) -> str:
    """The words under an element, what is deleted not counted; paragraphs in lines."""
    paragraphs = [element] if element.tag == w("p") else list(element.iter(w("p"))) or [element]
    lines = ("".join(_texts(paragraph)) for paragraph in paragraphs)
    return "\n".join(line.strip() for line in lines if line.strip())


def _texts(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == w("p") or child.tag in (w("del"), w("moveFrom"), _FALLBACK):
            continue
        if etree.QName(child).localname == "t":
            yield child.text or ""
        elif child.tag == w("tab"):
            yield " "
        else:
            yield from _texts(child)


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """Text boxes, each once, though older programs are given it twice."""
    for child in element:
        if child.tag == w("txbxContent"):
            yield child
        elif child.tag != _FALLBACK:
            yield from _boxes(child)
