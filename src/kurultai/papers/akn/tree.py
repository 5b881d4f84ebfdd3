"""Units as elements, in the UN's manner: preface, preamble, main body, conclusions, attachments.

A text that is not in that order, or has units where the UN has none, goes into the main body,
each unit there as an ``hcontainer`` named by its kind. Every unit is in every language's file:
one that has no wording there has the status "incomplete". So languages can be joined again.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kurultai.papers.akn.names import coded
from kurultai.papers.akn.xml import Element, make, write_words
from kurultai.papers.plain.numerals import shown
from kurultai.texts.unit import Unit

GAP = "incomplete"
NOTHING = "none"  # the name of a block that only fills a place which the schema wants filled

_SHORT = {
    "paragraph": "para",
    "section": "sec",
    "crossHeading": "crossHeading",
    "blockList": "list",
    "attachment": "att",
}
_ONLY = frozenset(("content", "intro"))  # an element has no more than one of these
_TITLED = frozenset(("heading", "section", "annex"))


@dataclass(slots=True)
class Names:
    """Positional names (`eId`) given so far: no two alike in one document."""

    start: str = ""
    counts: dict[str, int] = field(default_factory=dict)

    def give(self, parent: str, name: str, number: str = "") -> str:
        """As "para_2__point_a": by the number the unit shows, else by its place among its like."""
        said = re.sub(r"[^A-Za-z0-9]", "", number)
        if name in _ONLY:
            return f"{parent}__{name}"
        stem = f"{parent}__" if parent else self.start
        wanted = f"{stem}{_SHORT.get(name, name)}_{said}"
        if said and wanted not in self.counts:
            self.counts[wanted] = 1
            return wanted
        key = f"{stem}{_SHORT.get(name, name)}"
        while True:
            self.counts[key] = self.counts.get(key, 0) + 1
            made = f"{key}_{self.counts[key]}"
            if made not in self.counts:
                self.counts[made] = 1
                return made


@dataclass(slots=True)
class Page:
    """What is needed to write units: the language, the numbers they show, the names given."""

    language: str
    marks: Mapping[str, str]
    names: Names = field(default_factory=Names)
    places: dict[str, str] = field(default_factory=dict)  # unit -> its eId

    def element(self, parent: Element, name: str, unit: Unit, extra: Mapping[str, str]) -> Element:
        """The unit's element, with both of its names."""
        at = self.names.give(parent.get("eId", ""), name, self.marks.get(unit.unit, ""))
        self.places[unit.unit] = at
        gap = {} if self.language in unit.words else {"status": GAP}
        return make(parent, name, {**extra, "eId": at, "wId": coded(unit.unit), **gap})

    def plain(self, parent: Element, name: str, extra: Mapping[str, str] | None = None) -> Element:
        """An element that is no unit."""
        at = self.names.give(parent.get("eId", ""), name)
        return make(parent, name, {**(extra or {}), "eId": at})

    def words(self, unit: Unit) -> str:
        """The unit's wording."""
        return unit.words.get(self.language, "")

    def paragraph(self, parent: Element, unit: Unit) -> None:
        """The wording as a block."""
        make(parent, "p", {}, self.words(unit))


def page(units: tuple[Unit, ...], language: str, start: str = "") -> Page:
    """A page for these units; ``start`` begins all names."""
    return Page(language, shown(units, language), Names(start))


@dataclass(frozen=True, slots=True)
class Parts:
    """The units by where they go; joined in this order they are the text."""

    preface: Sequence[Unit]
    formula: Sequence[Unit]  # one, or none
    preamble: Sequence[Unit]
    body: Sequence[Unit]
    closings: Sequence[Unit]
    annexes: Sequence[Unit]


def parts(units: tuple[Unit, ...], language: str) -> Parts:
    """Where each unit at the top goes."""
    head = _run(units, 0, lambda unit: unit.kind == "heading" and not unit.below)
    said = _run(units, head, lambda unit: unit.kind == "preamble" and _only_points(unit.below))
    formula = bool(head and said > head and units[head - 1].words.get(language, "").endswith(","))
    annexes = len(units)
    while annexes > said and units[annexes - 1].kind == "annex":
        annexes -= 1
    closings = annexes
    while (
        closings > said and units[closings - 1].kind == "closing" and not units[closings - 1].below
    ):
        closings -= 1
    return Parts(
        units[: head - formula],
        units[head - formula : head],
        units[head:said],
        units[said:closings],
        units[closings:annexes],
        units[annexes:],
    )


def _run(units: Sequence[Unit], start: int, belongs: Callable[[Unit], bool]) -> int:
    while start < len(units) and belongs(units[start]):
        start += 1
    return start


def _only_points(units: Iterable[Unit]) -> bool:
    return all(unit.kind == "point" and _only_points(unit.below) for unit in units)


def write_preface(document: Element, units: Sequence[Unit], to: Page) -> None:
    """Titles."""
    if units:
        preface = make(document, "preface", {"eId": "preface"})
        for unit in units:
            block = to.element(preface, "p", unit, {})
            make(block, "docTitle", {}, to.words(unit))


def write_preamble(document: Element, parted: Parts, to: Page) -> None:
    """The opening formula, and a container for each preambular paragraph."""
    if not parted.preamble:
        return
    preamble = make(document, "preamble", {"eId": "preamble"})
    for unit in parted.formula:
        to.paragraph(to.element(preamble, "formula", unit, {"name": "enactingFormula"}), unit)
    for unit in parted.preamble:
        container = to.element(preamble, "container", unit, {"name": "preambular"})
        to.paragraph(container, unit)
        _items(container, unit.below, to)


def _items(parent: Element, units: Sequence[Unit], to: Page) -> None:
    if not units:
        return
    row = to.plain(parent, "blockList")
    for unit in units:
        item = to.element(row, "item", unit, {})
        make(item, "num", {}, to.marks.get(unit.unit, ""))
        to.paragraph(item, unit)
        _items(item, unit.below, to)


def write_body(document: Element, units: Sequence[Unit], to: Page) -> None:
    """The main body; the schema wants something in it."""
    body = make(document, "mainBody")  # without a name, so that names inside do not begin with it
    for unit in units:
        write_unit(body, unit, to, top=True)
    if not units:
        make(body, "block", {"name": NOTHING})


def write_unit(parent: Element, unit: Unit, to: Page, *, top: bool) -> None:
    """A unit of the main body, with all below it."""
    match unit.kind:
        case "operative":
            _numbered(to.element(parent, "paragraph", unit, {}), unit, to)
        case "point":
            _numbered(to.element(parent, "point", unit, {}), unit, to)
        case "section":
            _titled(to.element(parent, "section", unit, {}), unit, to)
        case "heading" if not top and not unit.below:
            crossing = to.element(parent, "crossHeading", unit, {})
            write_words(crossing, to.words(unit))
        case _:
            element = to.element(parent, "hcontainer", unit, {"name": unit.kind})
            (_titled if unit.kind in _TITLED else _numbered)(element, unit, to)


def _titled(element: Element, unit: Unit, to: Page) -> None:
    mark = to.marks.get(unit.unit, "")
    if mark:
        make(element, "num", {}, mark)
    if to.language in unit.words:
        make(element, "heading", {}, to.words(unit))
    for child in unit.below:
        write_unit(element, child, to, top=False)


def _numbered(element: Element, unit: Unit, to: Page) -> None:
    mark = to.marks.get(unit.unit, "")
    if mark:
        make(element, "num", {}, mark)
    if not unit.below:
        to.paragraph(to.plain(element, "content"), unit)
        return
    listed = all(child.kind == "point" for child in unit.below)
    holder = to.plain(element, "list") if listed else element
    to.paragraph(to.plain(holder, "intro"), unit)
    for child in unit.below:
        write_unit(holder, child, to, top=False)


def write_closings(document: Element, units: Sequence[Unit], to: Page) -> None:
    """Result, place, day, signatures."""
    if units:
        conclusions = make(document, "conclusions", {"eId": "conclusions"})
        for unit in units:
            write_words(to.element(conclusions, "p", unit, {}), to.words(unit))
