"""Reading whatever file a clerk uploads: by what is in it, not by its name."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from kurultai.papers.draft import Draft, Unreadable
from kurultai.papers.letters import decoded

LARGEST = 25_000_000  # bytes

# A zip, an OLE file, a PDF, an RTF: reading DOCX knows each by its first bytes, and says what to
# do about those that it does not read.
_OFFICE = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")
_XML = re.compile(r"\A\s*(?:<\?xml\b|<!DOCTYPE\b|<(?:\w+:)?(?:akomaNtoso|html)\b)", re.IGNORECASE)
_HTML = re.compile(r"<html\b", re.IGNORECASE)
_BEGINNING = 2_000  # bytes in which a file says what it is


def read(name: str, data: bytes, language: str) -> Draft:
    """The text of a file, or of several languages if it holds them.

    ``language`` is that of the text, where the file does not say. Raises Unreadable: paper.empty,
    paper.too_large, paper.binary, paper.encoding, and what the format's own reading raises; every
    refusal names the file.
    """
    with of_file(name, data):
        return _read(data, language)


@contextmanager
def of_file(name: str, data: bytes) -> Iterator[None]:
    """Whatever is refused within is refused of that file, one too large or empty at once."""
    try:
        _check_size(data)
        yield
    except Unreadable as fault:
        raise Unreadable(fault.rule, {**fault.facts, "file": name}) from fault


def _check_size(data: bytes) -> None:
    if len(data) > LARGEST:
        raise Unreadable("paper.too_large", {"limit": "25 MB"})
    if not data.strip():
        raise Unreadable("paper.empty")


def _read(data: bytes, language: str) -> Draft:
    if data.startswith(_OFFICE):
        from kurultai.papers import docx  # noqa: PLC0415 - large libraries, for papers alone

        return docx.read(data, language)
    beginning = _beginning(data)
    if _XML.match(beginning):
        return _xml(data, beginning)
    from kurultai.papers import plain  # noqa: PLC0415 - as above

    return plain.read(decoded(data, language), language)


def _xml(data: bytes, beginning: str) -> Draft:
    from kurultai.papers import akn, web  # noqa: PLC0415 - as above

    return web.read(data) if _HTML.search(beginning) else akn.read(data)


def _beginning(data: bytes) -> str:
    """The first letters of a file, whether in UTF-8 or UTF-16, without what marks the encoding."""
    return data[:_BEGINNING].replace(b"\0", b"").decode("ascii", "ignore")
