"""The text's structure beside its words: which bookmark is which unit, of what kind, how deep.

It is kept in a part of its own that programs which write DOCX carry along, in the namespace
urn:kurultai:paper:1. What stands around the text is kept there by its digest, so that a reader
knows it again, and notices where it was changed.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from kurultai.papers.docx.names import OURS
from kurultai.papers.docx.xml import HEADER, attribute


@dataclass(frozen=True, slots=True)
class Kept:
    """A unit at its bookmark, below ``parent`` and behind ``after``; "" for none."""

    bookmark: str
    unit: str
    kind: str
    depth: int
    parent: str = ""
    after: str | None = None  # None: nobody said


@dataclass(frozen=True, slots=True)
class Structure:
    """What the part says; digests are of `digest`."""

    document: str
    version: int
    language: str
    symbol: str
    title: str
    gap: str  # the words that stand where there are none
    units: tuple[Kept, ...] = ()
    around: frozenset[str] = field(default_factory=frozenset)


def digest(words: str) -> str:
    """Of words that stand around the text, white space apart."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:16]


def part(structure: Structure) -> str:
    """customXml/item1.xml."""
    units = "".join(
        f"<unit bookmark={attribute(one.bookmark)} unit={attribute(one.unit)}"
        f" kind={attribute(one.kind)} depth={attribute(str(one.depth))}"
        f" parent={attribute(one.parent)} after={attribute(one.after or '')}/>"
        for one in structure.units
    )
    around = "".join(f'<around digest="{one}"/>' for one in sorted(structure.around))
    return (
        f"{HEADER}<paper xmlns={attribute(OURS)} document={attribute(structure.document)}"
        f" version={attribute(str(structure.version))} language={attribute(structure.language)}"
        f" symbol={attribute(structure.symbol)} title={attribute(structure.title)}"
        f" gap={attribute(structure.gap)}>{units}{around}</paper>"
    )


def parsed(root: etree._Element) -> Structure | None:
    """The structure that the part holds, or None if it is another's."""
    if root.tag != f"{{{OURS}}}paper":
        return None
    return Structure(
        document=root.get("document", ""),
        version=_number(root.get("version")),
        language=root.get("language", ""),
        symbol=root.get("symbol", ""),
        title=root.get("title", ""),
        gap=root.get("gap", ""),
        units=tuple(_kept(root.iterchildren(f"{{{OURS}}}unit"))),
        around=frozenset(one.get("digest", "") for one in root.iterchildren(f"{{{OURS}}}around")),
    )


def in_order(units: Iterable[Kept]) -> Iterator[Kept]:
    """The units, in the order of the file, each with the one above it and the one before it."""
    path: list[str] = []
    last: dict[str, str] = {}
    for one in units:
        del path[one.depth :]
        parent = path[-1] if path else ""
        after = last.get(parent, "") if one.after is None else one.after
        yield replace(one, parent=parent, after=after)
        last[parent] = one.unit
        last.pop(one.unit, None)
        path.append(one.unit)


def _kept(elements: Iterable[etree._Element]) -> Iterable[Kept]:
    for one in elements:
        yield Kept(
            one.get("bookmark", ""),
            one.get("unit", ""),
            one.get("kind", ""),
            _number(one.get("depth")),
            one.get("parent", ""),
            one.get("after", ""),
        )


def _number(words: str | None) -> int:
    return int(words) if words and words.isascii() and words.isdigit() else 0
