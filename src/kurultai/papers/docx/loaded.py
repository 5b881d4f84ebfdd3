"""A document as it was taken in: its paragraphs, its structure if it is ours, what is left."""

import posixpath
from dataclasses import dataclass

from lxml import etree

from kurultai.papers.docx import structure
from kurultai.papers.docx.left import Outside
from kurultai.papers.docx.names import w
from kurultai.papers.docx.package import Package, opened
from kurultai.papers.docx.paragraphs import Paragraph, Reader
from kurultai.papers.docx.shapes import shapes
from kurultai.papers.docx.structure import Structure, digest
from kurultai.papers.docx.views import Seen
from kurultai.papers.draft import Left, Unreadable

_NOT_OURS = Structure("", 0, "", "", "", "")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A DOCX in memory."""

    paragraphs: tuple[Paragraph, ...]
    structure: Structure  # empty if the file is not ours
    left: tuple[Left, ...]
    language: str  # in which most of it is said to be written; "" if it does not say

    @property
    def is_ours(self) -> bool:
        """Whether it carries the structure of a paper."""
        return bool(self.structure.document)

    def is_matter(self, seen: Seen) -> bool:
        """Whether a paragraph stands around the text: we wrote it, and nobody changed it."""
        return seen.paragraph.shape.is_matter and digest(seen.words) in self.structure.around


def loaded(data: bytes) -> Loaded:
    """The document. Raises Unreadable as `package.opened` does."""
    package = opened(data)
    body = package.xml(package.document).find(w("body"))
    if body is None:
        raise Unreadable("paper.no_document", {"part": package.document})
    kept = _structure(package)
    outside = Outside(package)
    reader = Reader(package, shapes(package), outside)
    reader.body(body)
    outside.around(kept.around)
    language = kept.language or _language(package, body)
    return Loaded(tuple(reader.paragraphs), kept, tuple(outside.found), language)


def _structure(package: Package) -> Structure:
    for name in package.zip.namelist():
        folder, item = posixpath.split(name)
        if folder == "customXml" and item.startswith("item") and item.endswith(".xml"):
            found = structure.parsed(package.xml(name))
            if found is not None:
                return found
    return _NOT_OURS


def _language(package: Package, body: etree._Element) -> str:
    """What most runs say, else the document's default."""
    said: dict[str, int] = {}
    for mark in body.iter(w("lang")):
        name = _primary(mark)
        run = mark.getparent()
        run = None if run is None else run.getparent()
        weight = 0 if run is None else len("".join(str(one) for one in run.itertext()))
        said[name] = said.get(name, 0) + weight
    if said and (most := max(said, key=lambda name: said[name])):
        return most
    styles = package.part("styles")
    default = None if styles is None else styles.find(f"{w('docDefaults')}//{w('lang')}")
    return "" if default is None else _primary(default)


def _primary(mark: etree._Element) -> str:
    return mark.get(w("val"), "").partition("-")[0].lower()
