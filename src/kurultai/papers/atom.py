"""Atom feeds (RFC 4287): what happened, in one language, with identities that stay."""

import re
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

_ATOM = "http://www.w3.org/2005/Atom"
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that happened; ``updated`` is an instant as RFC 3339 has it."""

    name: str  # its identity within the assembly, which stays wherever the site moves
    title: str
    updated: str
    link: str
    summary: str = ""
    categories: tuple[tuple[str, str], ...] = ()  # term and what it is called


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed in one language; ``alternates`` are the languages in which it is there too."""

    name: str
    assembly: str
    title: str
    author: str
    language: str
    own: str  # its address
    page: str  # of what it tells of
    updated: str  # where it has no entries
    entries: tuple[FeedEntry, ...]
    alternates: tuple[tuple[str, str], ...] = ()  # language and address


def identity(assembly: str, name: str) -> str:
    """The same for the same thing, for ever, and another for anything else."""
    return uuid5(NAMESPACE_URL, f"urn:kurultai:{assembly}:{name}").urn


def write(feed: Feed) -> bytes:
    """The feed as a document."""
    root = etree.Element(f"{{{_ATOM}}}feed", {_LANG: feed.language}, nsmap={None: _ATOM})  # type: ignore[dict-item]
    latest = max((entry.updated for entry in feed.entries), default=feed.updated)
    _texts(root, id=identity(feed.assembly, f"feed:{feed.name}"), title=feed.title, updated=latest)
    author = etree.SubElement(root, f"{{{_ATOM}}}author")
    _texts(author, name=feed.author)
    _link(root, "self", feed.own, "application/atom+xml", feed.language)
    _link(root, "alternate", feed.page, "text/html", feed.language)
    for language, address in feed.alternates:
        _link(root, "alternate", address, "application/atom+xml", language)
    for entry in feed.entries:
        _entry(root, feed, entry)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8"))


def _entry(root: etree._Element, feed: Feed, entry: FeedEntry) -> None:
    made = etree.SubElement(root, f"{{{_ATOM}}}entry")
    _texts(made, id=identity(feed.assembly, entry.name), title=entry.title, updated=entry.updated)
    _link(made, "alternate", entry.link, "text/html", feed.language)
    if entry.summary:
        _texts(made, summary=entry.summary)
    for term, label in entry.categories:
        etree.SubElement(made, f"{{{_ATOM}}}category", {"term": term, "label": clean(label)})


def _texts(parent: etree._Element, **told: str) -> None:
    for name, text in told.items():
        etree.SubElement(parent, f"{{{_ATOM}}}{name}").text = clean(text)


def clean(text: str) -> str:
    """The text without what no XML may hold."""
    return _NO_XML.sub("", text)


def _link(parent: etree._Element, rel: str, href: str, kind: str, language: str) -> None:
    attributes = {"rel": rel, "href": href, "type": kind, "hreflang": language}
    etree.SubElement(parent, f"{{{_ATOM}}}link", attributes)
