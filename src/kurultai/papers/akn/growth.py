"""Elements as units, before numbers and identities are settled.

Akoma Ntoso has some 300 elements; a text has seven kinds of unit. What has hierarchy and a title
is a section, what has hierarchy and none above it that is a paragraph is one, what is inside a
paragraph is a point; blocks of the main body that stand in no hierarchy are unnumbered
paragraphs. Elements of debates, judgments and lists are taken for the blocks they hold, and named.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from kurultai.papers.akn.names import AKN
from kurultai.papers.akn.prose import BLOCKS, Prose, flat
from kurultai.papers.akn.tree import GAP, NOTHING
from kurultai.papers.akn.xml import Element, local
from kurultai.texts.unit import KINDS


def _named(names: str) -> frozenset[str]:
    return frozenset(names.split())


DOCUMENTS = _named(
    "act amendment amendmentList bill debate debateRecord debateReport doc documentCollection "
    "judgement judgment officialGazette portion statement"
)
_PARTS = _named("book chapter division part subchapter subdivision subpart subtitle title tome")
_PARAGRAPHS = _named("article clause level paragraph rule section transitional")
_POINTS = _named("alinea indent item li point proviso subclause subparagraph subrule subsection")
_HIERARCHY = _PARTS | _PARAGRAPHS | _POINTS | {"hcontainer"}
_ROWS = _named("blockList list ol sublist ul")
_HOLDERS = _named("blockContainer content intro tblock wrapUp")
_TITLES = frozenset(("heading", "subheading"))
_HEADS = _named("coverPage header preface")
_FEET = frozenset(("conclusions",))
_BODIES = _named(
    "amendmentBody body collectionBody debateBody judgementBody judgmentBody mainBody portionBody"
)
_TIED = _named("annexes attachments components")
_TIES = _named("annex attachment component")
_RECITALS = _named("citation citations container formula recital recitals")
# Known to hold blocks, and nothing of their own: taken for what they hold, without a word.
_TRANSPARENT = _named("container div formula longTitle")
_WITHOUT_TEXT = (
    DOCUMENTS
    | _HIERARCHY - {"li"}
    | _ROWS
    | _HOLDERS
    | _BODIES
    | _TIED
    | _named("akomaNtoso annex attachment component preamble table toc tr")
)
_SHOWN = 100  # characters of an element's words, where it is named


@dataclass(slots=True)
class Grown:
    """A unit to be: its number as printed, its words if it has any, its names in the file."""

    kind: str
    words: str = ""
    number: str = ""
    permanent: str = ""  # wId
    positional: str = ""  # eId; id in version 2
    gap: bool = False
    below: list["Grown"] = field(default_factory=list)


def grow(root: Element, prose: Prose, *, ours: bool) -> Iterator[Grown]:
    """The units at the top, in order; in a file of ours an element's name is its unit's kind."""
    grower = _Grower(prose, ours)
    _wrap_strays(root)
    for child in root:
        yield from grower.within(child)


@dataclass(slots=True)
class _Held:
    """What an element holds: its number, its titles, its text, and units below, in order."""

    number: str = ""
    titles: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    below: list[Grown] = field(default_factory=list)

    def text(self, words: str) -> None:
        """Text after units is a unit too, so that the order stays."""
        if self.below and words:
            self.below.append(Grown("preamble", words))
        elif not self.below:
            self.texts.append(words)


@dataclass(frozen=True, slots=True)
class _Grower:
    prose: Prose
    ours: bool

    def within(self, element: Element) -> Iterator[Grown]:
        """A document, or what stands beside one."""
        if local(element) in DOCUMENTS:
            for child in element:
                yield from self._division(child)
        else:
            yield from self._division(element)

    def _division(self, element: Element) -> Iterator[Grown]:
        name = local(element)
        if name in _HEADS:
            yield from self._leaves(element, "heading")
        elif name == "preamble":
            yield from self._preamble(element)
        elif name in _FEET:
            yield from self._leaves(element, "closing")
        elif name in _TIED:
            yield from self.tied(element)
        elif name in _BODIES:
            yield from self._body(element)
        elif name != "meta":
            yield from self._one(element, inside=False)

    # Head, foot, preamble

    def _leaves(self, element: Element, kind: str) -> Iterator[Grown]:
        """A unit for each innermost block."""
        if _is_leaf(element):
            yield self._unit(element, kind, self.prose.words(element))
            return
        if local(element) == "table":
            yield self._table(element, kind)
            return
        for child in element:
            yield from self._leaves(child, kind)

    def _preamble(self, preamble: Element) -> Iterator[Grown]:
        for child in preamble:
            name = local(child)
            if name == "formula":
                yield self._of_blocks(child, "heading")
            elif name in _RECITALS and any(local(one) in _RECITALS for one in child):
                yield from self._preamble(child)
            elif name in _TITLES:
                yield self._unit(child, "heading", self.prose.words(child))
            elif name in _RECITALS or name in BLOCKS:
                yield self._of_blocks(child, "preamble")
            else:
                yield from self._other(child)

    def _of_blocks(self, element: Element, kind: str) -> Grown:
        if _is_leaf(element):
            return self._unit(element, kind, self.prose.words(element))
        return self._made(element, kind, self._held(element, inside=True))

    # Main body

    def _body(self, body: Element) -> Iterator[Grown]:
        for child in body:
            yield from self._one(child, inside=False)

    def _one(self, element: Element, *, inside: bool) -> Iterator[Grown]:
        name = local(element)
        if name in _HIERARCHY:
            yield self._hierarchical(element, inside=inside)
        elif name in {"crossHeading", *_TITLES}:
            yield self._unit(element, "heading", self.prose.words(element))
        elif name in BLOCKS:
            if not _is_filler(element):
                yield self._unit(element, "preamble", self.prose.words(element))
        elif name in _ROWS or name in _HOLDERS:
            held = self._held(element, inside=inside)
            yield from self._opened(held)
        elif name in _TRANSPARENT and not _is_leaf(element):
            yield from self._body(element)
        else:
            yield from self._other(element)

    def _opened(self, held: _Held) -> Iterator[Grown]:
        for words in (held.number, *held.titles, *held.texts):
            if words:
                yield Grown("preamble", words)
        yield from held.below

    def _hierarchical(self, element: Element, *, inside: bool) -> Grown:
        kind = (_own_kind if self.ours else _kind)(element, inside=inside)
        if _has_text(element):
            return self._unit(element, kind, self.prose.words(element))
        held = self._held(element, inside=inside or kind in {"operative", "point", "preamble"})
        return self._made(element, kind, held)

    def _made(self, element: Element, kind: str, held: _Held) -> Grown:
        if kind in {"section", "annex"} and held.titles:
            held.below[:0] = [Grown("preamble", words) for words in held.texts if words]
            held.texts = []
        unit = self._unit(element, kind, "\n".join([*held.titles, *held.texts]))
        unit.number, unit.below = held.number, held.below
        return unit

    def _held(self, element: Element, *, inside: bool) -> _Held:
        held = _Held()
        self._hold(element, held, inside=inside)
        return held

    def _hold(self, element: Element, held: _Held, *, inside: bool) -> None:
        for child in element:
            name = local(child)
            if name == "num":
                held.number = " ".join(filter(None, (held.number, self.prose.words(child))))
            elif name in _TITLES and not held.below:
                held.titles.append(self.prose.words(child))
            elif name in BLOCKS and name != "li":
                held.text(self.prose.words(child))
            elif name in _ROWS or name in _HOLDERS or name == "toc":
                self._hold(child, held, inside=inside)
            else:
                held.below.extend(self._one(child, inside=inside))

    # The rest

    def tied(self, row: Element) -> Iterator[Grown]:
        """Annexes, and the documents of a collection."""
        for child in row:
            if local(child) in _TIES | DOCUMENTS:
                yield self._annex(child)
            else:
                yield from self.within(child)

    def _annex(self, element: Element) -> Grown:
        held = _Held()
        for child in element:
            name = local(child)
            if name == "num":
                held.number = self.prose.words(child)
            elif name in _TITLES:
                held.titles.append(self.prose.words(child))
            elif name.endswith("Ref") or name in {"interstitial", "toc"}:
                held.below.extend(self._other(child))
            else:
                held.below.extend(self.within(child))
        return self._made(element, "annex", held)

    def _other(self, element: Element) -> Iterator[Grown]:
        """An element of which only the words are understood."""
        name = local(element)
        if name == "table":
            yield self._table(element, "preamble")
        elif name in _TIES:
            yield self._annex(element)
        else:
            said = element.get("showAs") or element.get("href") or flat(element)[:_SHOWN]
            self.prose.name(element, "image" if name == "img" else "element", said)
            if _is_leaf(element):
                yield self._unit(element, "preamble", self.prose.words(element))
            else:
                yield from self._opened(self._held(element, inside=False))

    def _table(self, table: Element, kind: str) -> Grown:
        """A table is one unit: a line a row, its cells parted by strokes."""
        self.prose.name(table, "table", flat(table)[:_SHOWN])
        said = [
            " | ".join(self.prose.words(cell) for cell in row)
            if local(row) == "tr"
            else self.prose.words(row)
            for row in table
        ]
        return self._unit(table, kind, "\n".join(said))

    def _unit(self, element: Element, kind: str, words: str) -> Grown:
        return Grown(
            kind,
            words,
            permanent=element.get("wId", ""),
            positional=element.get("eId") or element.get("id") or "",
            gap=element.get("status") == GAP,
        )


def _own_kind(element: Element, *, inside: bool) -> str:
    """As `tree.write_unit` has it."""
    del inside
    names = {"paragraph": "operative", "item": "point"}
    name = local(element)
    return element.get("name", "") if name == "hcontainer" else names.get(name, name)


def _kind(element: Element, *, inside: bool) -> str:
    name = local(element)
    named = element.get("name", "")
    if name == "hcontainer" and named in KINDS:
        return named
    if inside or name in _POINTS:
        return "point"
    if name in _PARTS or _has_paragraphs(element):
        return "section"
    plain = any(local(one) in {"content", "intro"} for one in element)
    return "section" if name == "section" and not plain else "operative"


def _has_paragraphs(element: Element) -> bool:
    name = local(element)
    return name != "paragraph" and any(local(child) in _PARAGRAPHS | _PARTS for child in element)


def _is_leaf(element: Element) -> bool:
    """Whether it holds a line of words, and not blocks."""
    if local(element) in BLOCKS - {"li", "th", "td"}:
        return True
    if _has_text(element):
        return True
    return not any(
        local(one) in BLOCKS | _HIERARCHY | _ROWS | _HOLDERS | _TRANSPARENT or local(one) == "table"
        for one in element.iter()
        if one is not element
    )


def _has_text(element: Element) -> bool:
    """Whether words stand straight inside."""
    return any((text or "").strip() for text in (element.text, *(child.tail for child in element)))


def _wrap_strays(root: Element) -> None:
    """Text straight inside what should hold elements only becomes a block there."""
    for element in list(root.iter()):
        if local(element) in _WITHOUT_TEXT:
            for child in list(element):
                _wrap(element, child.tail, element.index(child) + 1)
                child.tail = None
            _wrap(element, element.text, 0)
            element.text = None


def _wrap(element: Element, text: str | None, at: int) -> None:
    if text and text.strip():
        block = etree.Element(f"{{{AKN}}}p")
        block.text = text
        element.insert(at, block)


def _is_filler(element: Element) -> bool:
    return element.get("name") == NOTHING and not flat(element)
