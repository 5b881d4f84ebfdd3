"""Opening a DOCX that anybody may have made: bounded, and nothing outside it is ever asked for."""

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass, field

from lxml import etree

from kurultai.papers.docx.names import OFFICE, PACKAGE, W, w
from kurultai.papers.draft import Unreadable
from kurultai.papers.strict import strict_parser

LARGEST = 25_000_000  # bytes of the file
_UNPACKED = 300_000_000  # of all parts together
_PART = 40_000_000  # of a part that is read
_RATIO = 300  # unpacked to packed, of a part of any size
_SMALL = 1_000_000  # a part below this may pack as it likes
_ENTRIES = 5_000
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError)

# What Word writes where it is told to be strict, in the terms it uses otherwise.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", OFFICE.encode()),
)
_SIGNS = (
    (b"%PDF", "paper.pdf"),
    (b"{\\rtf", "paper.rtf"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


@dataclass(slots=True)
class Package:
    """A DOCX whose parts can be read."""

    zip: zipfile.ZipFile
    document: str  # the name of its main part
    related: dict[str, tuple[str, str]] = field(default_factory=dict)  # rId -> (kind, target)

    def part(self, kind: str) -> etree._Element | None:
        """The first part of that kind beside the document, if there is one."""
        for relation, target in self.related.values():
            if relation == f"{OFFICE}/{kind}" and target in self.zip.namelist():
                return self.xml(target)
        return None

    def parts(self, kind: str) -> list[etree._Element]:
        """All parts of that kind."""
        return [
            self.xml(target)
            for relation, target in self.related.values()
            if relation == f"{OFFICE}/{kind}" and target in self.zip.namelist()
        ]

    def xml(self, name: str) -> etree._Element:
        """A part as XML."""
        return parse(_content(self.zip, name), name)

    def has(self, ending: str) -> bool:
        """Whether a part's name ends so."""
        return any(name.lower().endswith(ending) for name in self.zip.namelist())


def opened(data: bytes) -> Package:
    """The package.

    Raises Unreadable: paper.too_large, paper.encrypted, paper.doc, paper.pdf, paper.rtf,
    paper.odt, paper.not_docx, paper.broken_zip, paper.bomb, paper.paths, paper.no_document,
    paper.broken_xml, paper.entities.
    """
    if len(data) > LARGEST:
        raise Unreadable("paper.too_large", {"limit": "25 MB"})
    _refuse_others(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as fault:
        raise Unreadable("paper.broken_zip") from fault
    bounded(archive)
    names = archive.namelist()
    if "[Content_Types].xml" not in names:
        raise Unreadable("paper.odt" if _is_odt(archive) else "paper.not_docx")
    document = _main(archive)
    related = _related(archive, document)
    return Package(archive, document, related)


def _refuse_others(data: bytes) -> None:
    """Files that are no zip, by their first bytes."""
    if data.startswith(_OLE):
        raise Unreadable("paper.encrypted" if _ENCRYPTED in data else "paper.doc")
    for sign, rule in _SIGNS:
        if data.startswith(sign):
            raise Unreadable(rule)
    if not data.startswith(b"PK"):
        raise Unreadable("paper.not_docx")


def bounded(archive: zipfile.ZipFile) -> None:
    """What the zip says of itself; reading a part holds it to that."""
    entries = archive.infolist()
    if len(entries) > _ENTRIES or sum(one.file_size for one in entries) > _UNPACKED:
        raise Unreadable("paper.bomb")
    if len({one.filename for one in entries}) < len(entries):
        raise Unreadable("paper.broken_zip")
    for one in entries:
        if one.file_size > _SMALL and one.file_size > _RATIO * max(one.compress_size, 1):
            raise Unreadable("paper.bomb")
        if one.flag_bits & 1:
            raise Unreadable("paper.encrypted")
        if _is_trick(one.filename):
            raise Unreadable("paper.paths", {"name": one.filename[:100]})


def _is_trick(name: str) -> bool:
    """A name that leads out of the package."""
    return (
        name.startswith("/")
        or "\\" in name
        or ".." in name.split("/")
        or bool(re.match("[A-Za-z]:", name))
    )


def _is_odt(archive: zipfile.ZipFile) -> bool:
    return "mimetype" in archive.namelist() and _content(archive, "mimetype").startswith(
        b"application/vnd.oasis.opendocument"
    )


def _content(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        if archive.getinfo(name).file_size > _PART:
            raise Unreadable("paper.bomb")
        return archive.read(name)
    except KeyError as fault:
        raise Unreadable("paper.no_document", {"part": name}) from fault
    except _BROKEN as fault:
        raise Unreadable("paper.broken_zip", {"part": name}) from fault


def parse(data: bytes, name: str) -> etree._Element:
    """XML without entities, and not deeper than anything honest."""
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    if b"<!DOCTYPE" in data:
        raise Unreadable("paper.entities", {"part": name})
    try:
        root = etree.fromstring(data, strict_parser())
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise Unreadable("paper.broken_xml", {"part": name}) from fault
    if root.getroottree().docinfo.internalDTD is not None:  # in UTF-16, say
        raise Unreadable("paper.entities", {"part": name})
    return root


def _main(archive: zipfile.ZipFile) -> str:
    """The name of the part that holds the text."""
    for kind, target in _targets(archive, "_rels/.rels", ""):
        if kind == f"{OFFICE}/officeDocument":
            if parse(_content(archive, target), target).tag != w("document"):
                raise Unreadable("paper.not_docx")
            return target
    raise Unreadable("paper.no_document", {"part": "word/document.xml"})


def _related(archive: zipfile.ZipFile, document: str) -> dict[str, tuple[str, str]]:
    folder, name = posixpath.split(document)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in archive.namelist():
        return {}
    root = parse(_content(archive, rels), rels)
    return {
        one.get("Id", ""): (one.get("Type", ""), _target(one, folder))
        for one in root.iterchildren(f"{{{PACKAGE}}}Relationship")
    }


def _targets(archive: zipfile.ZipFile, rels: str, folder: str) -> list[tuple[str, str]]:
    root = parse(_content(archive, rels), rels)
    return [
        (one.get("Type", ""), _target(one, folder))
        for one in root.iterchildren(f"{{{PACKAGE}}}Relationship")
    ]


def _target(relation: etree._Element, folder: str) -> str:
    """A part's name, or an address outside, which is told and never followed."""
    target = relation.get("Target", "")
    if relation.get("TargetMode") == "External":
        return target
    joined = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(joined)
