"""What a paragraph's look says of it: its style, its level as a title, its number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from kurultai.papers.docx.names import GAP, MATTER, STYLES, TITLE, w
from kurultai.papers.docx.package import Package

_KINDS = {name.lower(): kind for kind, (_, name) in STYLES.items()} | {
    identity.lower(): kind for kind, (identity, _) in STYLES.items()
}
_MATTER = frozenset(one.lower() for pair in MATTER.values() for one in pair)
_HEADING = re.compile(r"heading (\d)")
_FIGURES = "decimal", "decimalZero", "ordinal", "cardinalText", "ordinalText"


@dataclass(frozen=True, slots=True)
class Shape:
    """A paragraph's look: empty strings and None where it says nothing."""

    kind: str = ""  # where the style is one of ours
    is_matter: bool = False  # one of our styles of what stands around the text
    is_title: bool = False
    outline: int | None = None  # 0 for the highest titles
    listed: str = ""  # the list that numbers it
    level: int = 0
    form: str = ""  # decimal, lowerLetter, bullet ...
    centred: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str
    properties: etree._Element | None


@dataclass(slots=True)
class Shapes:
    """The styles and lists of a document."""

    styles: dict[str, _Style] = field(default_factory=dict)
    forms: dict[tuple[str, int], str] = field(default_factory=dict)  # (list, level) -> form

    def is_gap(self, style: str) -> bool:
        """Whether a run's style says that there is no wording."""
        named = self.styles[style].name if style in self.styles else style
        return style == GAP[0] or named.lower() == GAP[1].lower()

    def of(self, properties: etree._Element | None) -> Shape:
        """The look of a paragraph with these w:pPr."""
        style = _value(properties, "pStyle")
        chain = [properties, *(one.properties for one in self._chain(style))]
        name = self.styles[style].name.lower() if style in self.styles else style.lower()
        listed, level = self._numbering(chain)
        return Shape(
            kind=_KINDS.get(name, "heading" if name == TITLE[1].lower() else ""),
            is_matter=name in _MATTER,
            is_title=name in {"title", "subtitle"},
            outline=_outline(name, chain),
            listed=listed,
            level=level,
            form=self.forms.get((listed, level), "") if listed else "",
            centred=next((v for one in chain if (v := _value(one, "jc"))), "") == "center",
        )

    def _chain(self, style: str) -> Iterator[_Style]:
        """The style and those it is based on."""
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            yield self.styles[style]
            style = self.styles[style].based_on

    def _numbering(self, chain: list[etree._Element | None]) -> tuple[str, int]:
        for properties in chain:
            numbering = None if properties is None else properties.find(w("numPr"))
            if numbering is not None:
                listed, level = _value(numbering, "numId"), _value(numbering, "ilvl")
                return ("" if listed == "0" else listed), int(level) if level.isdigit() else 0
        return "", 0


def shapes(package: Package) -> Shapes:
    """The looks that a package knows."""
    found = Shapes()
    styles = package.part("styles")
    for style in () if styles is None else styles.iterchildren(w("style")):
        name = _value(style, "name")
        based_on = _value(style, "basedOn")
        found.styles[style.get(w("styleId"), "")] = _Style(name, based_on, style.find(w("pPr")))
    numbering = package.part("numbering")
    if numbering is not None:
        found.forms = dict(_forms(numbering))
    return found


def _forms(numbering: etree._Element) -> Iterator[tuple[tuple[str, int], str]]:
    """How each level of each list is numbered."""
    kinds = {
        one.get(w("abstractNumId"), ""): {
            level.get(w("ilvl"), ""): _value(level, "numFmt") for level in one.iter(w("lvl"))
        }
        for one in numbering.iterchildren(w("abstractNum"))
    }
    for number in numbering.iterchildren(w("num")):
        for level, form in kinds.get(_value(number, "abstractNumId"), {}).items():
            if level.isdigit():
                yield (number.get(w("numId"), ""), int(level)), form


def is_figure(form: str) -> bool:
    """Whether a list of that form counts 1, 2, 3."""
    return form in _FIGURES


def _outline(name: str, chain: list[etree._Element | None]) -> int | None:
    if found := _HEADING.fullmatch(name):
        return int(found[1]) - 1
    for properties in chain:
        level = _value(properties, "outlineLvl")
        if level.isdigit():
            return int(level) if int(level) < 9 else None  # noqa: PLR2004 - 9 is running text
    return None


def _value(element: etree._Element | None, name: str) -> str:
    found = None if element is None else element.find(w(name))
    return "" if found is None else found.get(w("val"), "")
