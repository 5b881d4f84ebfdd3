"""Reading a pasted text: paragraphs to units, with identities that all languages share.

Paragraphs are parted by empty lines. The first is the heading; so is any that begins with #.
One that begins with a number (``1.`` or ``1)``) is operative. All others are preamble.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from kurultai.procedure.acts import Unit
from kurultai.procedure.facts import new_id

_GAP = re.compile(r"\n[ \t]*\n")
_NUMBER = re.compile(r"\A\d{1,3}[.)][ \t\n]*(?=\S)")
_MARK = re.compile(r"\A#+[ \t]*(?=\S)")

Paragraph = tuple[str, str]  # kind, words


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a pasted text, each with its kind."""
    blocks = (" ".join(block.split()) for block in _GAP.split(text.replace("\r\n", "\n")))
    return tuple(_read(block, n) for n, block in enumerate(filter(None, blocks)))


def _read(block: str, n: int) -> Paragraph:
    if _NUMBER.match(block):
        return "operative", _NUMBER.sub("", block)
    if _MARK.match(block) or n == 0:
        return "heading", _MARK.sub("", block)
    return "preamble", block


def written(units: tuple[Unit, ...]) -> str:
    """A version as it would be pasted."""
    return "\n\n".join(_written(units))


def _written(units: tuple[Unit, ...]) -> Iterator[str]:
    number = 0
    for n, unit in enumerate(units):
        if unit.kind == "operative":
            number += 1
            yield f"{number}. {unit.words}"
        elif unit.kind == "heading" and n:
            yield f"# {unit.words}"
        else:
            yield unit.words


def first_version(found: tuple[Paragraph, ...], command: str) -> tuple[Unit, ...]:
    """The units of a document's first version, with new identities."""
    return tuple(
        Unit(new_id("unit", command, str(n)), kind, words) for n, (kind, words) in enumerate(found)
    )


def reworded(
    found: tuple[Paragraph, ...],
    before: tuple[Unit, ...],
    command: str,
) -> tuple[Unit, ...]:
    """The first version anew: a paragraph that stayed, or was only reworded, is the same one."""
    fresh = first_version(found, command)
    same = dict(_pairs(found, before))
    return tuple(
        Unit(same.get(n, unit.unit), unit.kind, unit.words) for n, unit in enumerate(fresh)
    )


def _pairs(found: tuple[Paragraph, ...], before: tuple[Unit, ...]) -> Iterator[tuple[int, str]]:
    old = [(unit.kind, unit.words) for unit in before]
    matcher = SequenceMatcher(None, old, list(found), autojunk=False)
    for tag, a, b, m, n in matcher.get_opcodes():
        if tag == "equal" or (tag == "replace" and b - a == n - m):
            for here, there in zip(range(m, n), range(a, b), strict=True):
                if found[here][0] == before[there].kind:
                    yield here, before[there].unit


def parallel(found: tuple[Paragraph, ...], first: tuple[Unit, ...]) -> tuple[Unit, ...] | None:
    """The same paragraphs in another language, by order; None if they do not match in kind."""
    kinds = [unit.kind for unit in first]
    if kinds != [kind for kind, _words in found]:
        return None
    return tuple(
        Unit(unit.unit, unit.kind, words) for unit, (_kind, words) in zip(first, found, strict=True)
    )
