"""Reading back the HTML that `write` makes, and no other."""

from collections.abc import Iterator

from lxml import etree

from kurultai.papers.draft import Draft, Structured, Unreadable
from kurultai.papers.strict import strict_parser
from kurultai.texts.unit import KINDS, Unit, walk
from kurultai.texts.wording import nfc

LARGEST = 25_000_000  # bytes
_BEGINNING = b"<!DOCTYPE html>\n<html xmlns="
_X = "{http://www.w3.org/1999/xhtml}"


def read(data: bytes) -> Draft:
    """The text of a paper in all its languages, with its identities.

    Raises Unreadable: paper.too_large, paper.not_ours, paper.broken_xml.
    """
    body = _body(data)
    main = body.find(f"{_X}main")
    if main is None or body.get("data-languages") is None:
        raise Unreadable("paper.not_ours")
    units = tuple(_unit(element) for element in _units(main))
    if len({unit.unit for unit, _ in walk(units)}) < sum(1 for _ in walk(units)):
        raise Unreadable("paper.not_ours")
    return Draft(
        units=units,
        languages=tuple(body.get("data-languages", "").split()),
        structured=_structured(units),
        symbol=_symbol(body),
        has_identities=True,
    )


def _body(data: bytes) -> etree._Element:
    if len(data) > LARGEST:
        raise Unreadable("paper.too_large", {"limit": "25 MB"})
    if not data.startswith(_BEGINNING):  # so that there is no room for entities
        raise Unreadable("paper.not_ours")
    try:
        root = etree.fromstring(data, strict_parser(remarks=True))
    except etree.XMLSyntaxError as fault:
        raise Unreadable("paper.broken_xml", {"line": str(fault.lineno or 0)}) from fault
    body = root.find(f"{_X}body")
    if body is None:
        raise Unreadable("paper.not_ours")
    return body


def _units(element: etree._Element) -> Iterator[etree._Element]:
    return (one for one in element.iterchildren(f"{_X}div") if one.get("data-unit") is not None)


def _unit(element: etree._Element) -> Unit:
    kind = element.get("data-kind", "")
    if kind not in KINDS or len(element) == 0:
        raise Unreadable("paper.not_ours")
    words = {
        cell.get("lang", ""): _words(said)
        for cell in element[0]
        for said in cell
        if said.get("class") == "words"
    }
    below = tuple(_unit(one) for one in _units(element))
    return Unit(element.get("data-unit", ""), kind, words, below)


def _words(said: etree._Element) -> str:
    parts = [said.text or ""]
    for child in said:
        parts.append(_character(child))
        parts.append(child.tail or "")
    return nfc("".join(parts))


def _character(child: etree._Element) -> str:
    if child.tag == f"{_X}br":
        return "\n"
    try:
        return chr(int(child.get("data-character", ""), 16))
    except (ValueError, OverflowError) as fault:
        raise Unreadable("paper.not_ours") from fault


def _symbol(body: etree._Element) -> str:
    found = body.find(f".//{_X}p[@property='legislationIdentifier']")
    return "" if found is None else found.text or ""


def _structured(units: tuple[Unit, ...]) -> Structured:
    return "fully" if any(unit.kind == "operative" for unit, _ in walk(units)) else "not"
