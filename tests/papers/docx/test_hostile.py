"""Files that are no DOCX, or mean harm, are refused with a rule that says what they are."""

import io
import struct
import zipfile
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.papers import docx
from kurultai.papers.draft import Unreadable
from tests.papers.docx import files
from tests.papers.papers import RESOLUTION, UNITS

BODY = files.document(files.p("Words"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def changed(**parts: str | bytes) -> bytes:
    """An honest file with some parts changed; by their names' endings."""
    names = {"document": "word/document.xml", "rels": "_rels/.rels"}
    content = files.PARTS | {"word/document.xml": BODY}
    return files.packed(content | {names.get(key, key): part for key, part in parts.items()})


def encrypted_entry() -> bytes:
    """A zip whose entries say that they are encrypted."""
    data = bytearray(changed())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(sign, at + 4)
    return bytes(data)


def twice() -> bytes:
    """A zip with two parts of one name, of which programs read either."""
    out = io.BytesIO(changed())
    with zipfile.ZipFile(out, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("word/document.xml", BODY)
    return out.getvalue()


def lying() -> bytes:
    """A zip that says a part is smaller than it unpacks to."""
    data = bytearray(files.packed({"[Content_Types].xml": "x" * 5_000_000}))
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


LAUGHS = "".join(
    (
        "<!DOCTYPE d [<!ENTITY a 'ha'>",
        *(f"<!ENTITY {n} '{f'&{m};' * 10}'>" for m, n in pairwise("abcdefghij")),
        "]><d>&j;</d>",
    )
)


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "paper.not_docx"),
        (b"Recalling,", "paper.not_docx"),
        (b"%PDF-1.7", "paper.pdf"),
        (b"{\\rtf1", "paper.rtf"),
        (OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "paper.doc"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "paper.encrypted"),
        (encrypted_entry(), "paper.encrypted"),
        (b"PK\x03\x04 and no more", "paper.broken_zip"),
        (files.packed({"a.txt": "no document"}), "paper.not_docx"),
        (files.packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "paper.odt"),
        (files.packed({"[Content_Types].xml": "<Types/>"}), "paper.no_document"),
        (changed(rels=files.RELATED % ""), "paper.no_document"),
        (files.packed(files.PARTS), "paper.no_document"),
        (changed(document="<w:document"), "paper.broken_xml"),
        (changed(document="<html/>"), "paper.not_docx"),
        (changed(document=files.document("").replace("w:body", "w:bodies")), "paper.no_document"),
        (changed(document=LAUGHS), "paper.entities"),
        (
            changed(document='<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>'),
            "paper.entities",
        ),
        (changed(document="<!DOCTYPE d><d/>".encode("utf-16")), "paper.entities"),
        (changed(document="<a>" * 5_000 + "</a>" * 5_000), "paper.broken_xml"),
        (changed(**{"../../etc/passwd": "root"}), "paper.paths"),
        (changed(**{"/etc/passwd": "root"}), "paper.paths"),
        (changed(**{"C:\\word.xml": "root"}), "paper.paths"),
        (changed(**{"word/large.xml": b" " * 50_000_000}), "paper.bomb"),
        (changed(**{f"word/{n}.xml": "" for n in range(5_001)}), "paper.bomb"),
        (twice(), "paper.broken_zip"),
        (lying(), "paper.no_document"),
        (b"PK" + b"\0" * 25_000_000, "paper.too_large"),
    ],
)
def test_it_is_refused(data: bytes, rule: str) -> None:
    with pytest.raises(Unreadable) as refused:
        docx.read(data)
    assert refused.value.rule == rule
    with pytest.raises(Unreadable):
        docx.read_tracked(data, UNITS, "en")


def test_a_target_outside_the_package_is_not_followed() -> None:
    outside = files.PARTS["_rels/.rels"].replace("word/document.xml", "../../../etc/passwd")
    with pytest.raises(Unreadable) as refused:
        docx.read(changed(rels=outside))
    assert refused.value.rule == "paper.no_document"


@given(st.integers(0, 100_000), st.integers(0, 255))
def test_one_wrong_byte_is_read_or_refused_and_nothing_else(at: int, byte: int) -> None:
    data = bytearray(docx.write(RESOLUTION, "en", tracked=True))
    data[at % len(data)] = byte
    with suppress(Unreadable):
        docx.read(bytes(data))
        docx.read_tracked(bytes(data), UNITS, "en")
