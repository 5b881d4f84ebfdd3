r"""The text as a clerk edits it in a text box, and back, exactly.

Paragraphs are parted by an empty line; a line break inside one is a space. What a paragraph is,
its beginning says: ``# `` a heading, ``1. `` an operative paragraph (any number), ``(a) `` a
point, ``## `` a section, ``### `` an annex, ``-- `` a closing line; all else is preamble. The
place in the tree follows from the kinds (see `tree.usual`); where it does not, ``>`` stands
before the paragraph as often as it is deep, or ``<`` if it is at the top. ``[...]`` is a
paragraph that has no wording in this language yet. A backslash takes away what the next
character would mean; ``\n`` is a line break in the wording, ``\s`` a space at its edge, ``\e``
an empty wording, ``\x1f;`` the character with this number.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from kurultai.papers.draft import Draft
from kurultai.papers.plain import numerals
from kurultai.papers.plain.measure import measured
from kurultai.papers.plain.tree import DEEPEST, Path, Standing, grown
from kurultai.texts.unit import Unit, deep

GAP = "[...]"
_BLOCK = re.compile(
    r"(?P<place>>+|<)?[ \t]*"
    r"(?:(?:(?P<annex>###)|(?P<section>##)|(?P<heading>#)|(?P<closing>--)"
    r"|(?P<operative>[0-9]{1,4}[.)])|(?P<point>\([^\W_]{1,9}\)))(?=[ \t]|\Z))?"
    r"(?P<words>.*)",
    re.DOTALL,
)
_KINDS = ("annex", "section", "heading", "closing", "operative", "point")
_MEANT = re.compile(r"\\(?:x([0-9a-f]{1,6});|(.)|\Z)", re.DOTALL)
_MARKS = {"heading": "#", "section": "##", "annex": "###", "closing": "--", "preamble": ""}
# What would not come back as it is: control characters, and what ends a line for anyone.
_STRANGE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_ESCAPES = {"n": "\n", "s": " ", "e": ""}


def written(units: tuple[Unit, ...], language: str) -> str:
    """The text in one language; `structured` gives the same tree, identities apart.

    What stands more than `DEEPEST` levels deep comes back at that level.
    """
    return "\n\n".join(_blocks(units, language))


def _blocks(units: tuple[Unit, ...], language: str) -> Iterator[str]:
    path, marks = Path(), numerals.marks(units)
    for unit, depth in deep(units):
        mark = _MARKS.get(unit.kind, marks[unit.unit])
        place = ""
        if path.usual(unit.kind, mark) != depth:
            place = ">" * depth + " " if depth else "< "
        yield place + _block(unit, mark, language)
        path.enter(depth, unit.kind)


def _block(unit: Unit, mark: str, language: str) -> str:
    words = unit.words.get(language)
    said = GAP if words is None else _guarded(words)
    if mark:
        return f"{mark} {said}"
    return said if words is None else _unmistaken(said)


def _guarded(words: str) -> str:
    if not words:
        return r"\e"
    words = words.replace("\\", r"\\")
    if words == GAP:
        return "\\" + words
    words = _STRANGE.sub(lambda found: f"\\x{ord(found[0]):x};", words).replace("\n", r"\n")
    inner = words.strip()
    before, after = words.split(inner, 1) if inner else (words, "")
    return _edge(before) + inner + _edge(after)


def _edge(space: str) -> str:
    return "".join(r"\s" if one == " " else f"\\x{ord(one):x};" for one in space)


def _unmistaken(said: str) -> str:
    """A preambular paragraph that begins like something else says that it does not."""
    found = _BLOCK.match(said)
    mistaken = found is not None and any(found[one] for one in ("place", *_KINDS))
    return "\\" + said if mistaken else said


def structured(text: str, language: str) -> Draft:
    """The tree that a text in this form describes; any text describes one."""
    row: list[Standing] = []
    path = Path()
    for line, block in _parted(text):
        one = _standing(block, path)
        one.line = line
        path.enter(one.depth, one.kind)
        row.append(one)
    units = grown(row, language)
    return Draft(units, (language,), measured(units, row))


def _parted(text: str) -> Iterator[tuple[int, str]]:
    lines = [one.strip(" \t") for one in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    ends = [-1, *(n for n, line in enumerate(lines) if not line), len(lines)]
    for before, after in pairwise(ends):
        if after - before > 1:
            yield before + 2, " ".join(lines[before + 1 : after])


def _standing(block: str, path: Path) -> Standing:
    found = _BLOCK.match(block)
    if found is None:  # the expression matches anything
        raise AssertionError(block)
    kind = next((one for one in _KINDS if found[one]), "preamble")
    place = found["place"]
    mark = found[kind] if kind == "point" else ""
    depth = min(place.count(">"), DEEPEST) if place else path.usual(kind, mark)
    words = found["words"].strip(" \t")
    return Standing(depth, kind, None if words == GAP else _meant(words))


def _meant(words: str) -> str:
    return unicodedata.normalize("NFC", _MEANT.sub(_one_meant, words))


def _one_meant(found: re.Match[str]) -> str:
    if found[1]:
        number = int(found[1], 16)
        return chr(number) if number <= sys.maxunicode else found[0]
    one: str = found[2] or "\\"
    return _ESCAPES.get(one, one)
