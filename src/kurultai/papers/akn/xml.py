"""Making elements, and writing words so that they come back letter for letter.

A reader of XML may fold spaces and cannot hold control characters. So a line break is written as
``eol``; a space beside another or at an edge, and any character that XML does not hold, as an
empty ``inline`` that names it.
"""

import re
import sys
from collections.abc import Mapping
from typing import Any

from lxml import etree

from kurultai.papers.akn.names import AKN, OURS
from kurultai.texts.wording import nfc

Element = etree._Element  # noqa: SLF001 - lxml's elements have no public type

_PREFIXES: dict[Any, str] = {None: AKN, "k": OURS}  # the stubs of lxml know no default prefix
_FRAGILE = re.compile(
    r"\n|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]|\t"
    r"|\A |(?<= ) | \Z| (?=\n)|(?<=\n) "
)
_UNHELD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_CHARACTER = re.compile(r"\AU\+([0-9A-F]{4,6})\Z")
_SPACES = re.compile(r"[ \t\r\n]+")
_BREAK = re.compile(" ?\x00a; ?")
_HELD = re.compile("\x00([0-9a-f]+);")


def make(
    parent: Element | None, name: str, attributes: Mapping[str, str] | None = None, text: str = ""
) -> Element:
    """An element of Akoma Ntoso, the last one of its parent."""
    tag = f"{{{AKN}}}{name}"
    given = {key: held(value) for key, value in (attributes or {}).items()}
    if parent is None:
        made = etree.Element(tag, given, nsmap=_PREFIXES)
    else:
        made = etree.SubElement(parent, tag, given)
    if text:
        write_words(made, text)
    return made


def ours(parent: Element, name: str, attributes: Mapping[str, str], text: str = "") -> Element:
    """An element of our own namespace."""
    given = {key: held(value) for key, value in attributes.items()}
    made = etree.SubElement(parent, f"{{{OURS}}}{name}", given)
    made.text = held(text) or None
    return made


def held(words: str) -> str:
    """Words for an attribute: what XML does not hold becomes the replacement character."""
    return _UNHELD.sub("\ufffd", words)


def write_words(element: Element, words: str) -> None:
    """Put words at the end of an element."""
    at = 0
    for found in _FRAGILE.finditer(words):
        _append(element, words[at : found.start()])
        if found[0] == "\n":
            etree.SubElement(element, f"{{{AKN}}}eol")
        else:
            named = {"name": "character", "class": f"U+{ord(found[0]):04X}"}
            etree.SubElement(element, f"{{{AKN}}}inline", named)
        at = found.end()
    _append(element, words[at:])


def _append(element: Element, text: str) -> None:
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return etree.QName(element).localname


def folded(raw: str) -> str:
    """Raw words as they are read: spaces folded, named characters in their place, in NFC."""
    flat = _BREAK.sub("\x00a;", _SPACES.sub(" ", raw).strip(" "))
    return nfc(_HELD.sub(lambda one: chr(int(one[1], 16)), flat))


def kept(character: str) -> str:
    """A character in raw words that is not to be folded."""
    return f"\x00{ord(character):x};"


def named_character(element: Element) -> str | None:
    """The character that an empty inline element names, if it is one of ours."""
    if local(element) != "inline" or element.get("name") != "character":
        return None
    found = _CHARACTER.match(element.get("class", ""))
    return chr(int(found[1], 16)) if found and int(found[1], 16) <= sys.maxunicode else None
