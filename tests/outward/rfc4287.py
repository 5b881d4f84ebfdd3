"""What RFC 4287 says a feed must be, checked one by one."""

import re
from collections.abc import Iterator

from lxml import etree

_A = "{http://www.w3.org/2005/Atom}"
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_IRI = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]+")


def faults(raw: bytes) -> list[str]:
    """What is wrong with the feed; nothing of one that is as it must be."""
    root = etree.fromstring(raw)
    if root.tag != f"{_A}feed":
        return ["no feed"]
    return [*_common(root), *_of_feed(root), *(f for e in root.iter(f"{_A}entry") for f in _of(e))]


def _common(node: etree._Element) -> Iterator[str]:
    """4.1: of a feed as of an entry, exactly one id, title and updated."""
    for name in ("id", "title", "updated"):
        if len(node.findall(_A + name)) != 1:
            yield f"{name} is not there once"
    if not _IRI.fullmatch(node.findtext(f"{_A}id") or ""):
        yield "an id that is no IRI"
    for name in ("updated", "published"):
        for found in node.findall(_A + name):
            if not _INSTANT.fullmatch(found.text or ""):
                yield f"{name} is no instant: {found.text}"
    yield from _links(node)


def _links(node: etree._Element) -> Iterator[str]:
    told = []
    for link in node.findall(f"{_A}link"):
        if not _IRI.fullmatch(link.get("href", "")):
            yield "a link without an address"
        if link.get("rel", "alternate") == "alternate":
            told.append((link.get("type"), link.get("hreflang")))
    if len(told) != len(set(told)):
        yield "two alternates of one type and language"


def _of_feed(root: etree._Element) -> Iterator[str]:
    has_author = root.find(f"{_A}author") is not None
    if not has_author and any(e.find(f"{_A}author") is None for e in root.iter(f"{_A}entry")):
        yield "nobody is the author"
    for author in root.iter(f"{_A}author"):
        if len(author.findall(f"{_A}name")) != 1:
            yield "an author without a name"
    if sum(link.get("rel") == "self" for link in root.findall(f"{_A}link")) != 1:
        yield "not one link to itself"
    told = [(e.findtext(f"{_A}id"), e.findtext(f"{_A}updated")) for e in root.iter(f"{_A}entry")]
    if len(told) != len(set(told)):
        yield "an entry twice"


def _of(entry: etree._Element) -> Iterator[str]:
    yield from _common(entry)
    alternates = [one for one in entry.findall(f"{_A}link") if one.get("rel") == "alternate"]
    if entry.find(f"{_A}content") is None and not alternates:
        yield "an entry with neither content nor a link"
    for category in entry.findall(f"{_A}category"):
        if not category.get("term"):
            yield "a category without a term"


def entries(raw: bytes) -> dict[str, dict[str, str]]:
    """The entries by identity."""
    root = etree.fromstring(raw)
    return {
        e.findtext(f"{_A}id") or "": {
            "title": e.findtext(f"{_A}title") or "",
            "updated": e.findtext(f"{_A}updated") or "",
            "link": next(one.get("href", "") for one in e.findall(f"{_A}link")),
        }
        for e in root.iter(f"{_A}entry")
    }
