"""From lines to paragraphs: wrapped lines joined, words broken at line ends made whole."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kurultai.papers.plain.speech import BODIES, Tongue

_FULL = re.compile(
    r"[.,;:?!…][\"”»’)\]]*(?:\s*\d{1,3}(?:,\s?\d{1,3})*)?\Z"
)  # a note's number may follow
_NUMBERED = re.compile(r"\A(?:\d{1,3}[.)]|\((?:[^\W\d_]{1,5}|\d{1,2})\))\s+\S")
_SYMBOL_LINE = re.compile(r"\A[\[(]\S*/\S*[\])]\Z")
_FORMULA_WORDS = 6
_LETTER = re.compile(r"\A(?:[A-Z]|[IVX]+)\Z")  # of a section, alone on its line
_WORD = re.compile(r"\w+(?:-\w+)*")
_BROKEN = re.compile(r"(?<!\w)(?P<before>\w++)-\n(?P<after>[^\W\d_]+)")
# Beginnings that keep their hyphen: "non-aligned", "self-determination".
_KEEP_HYPHEN = frozenset(
    ("all", "co", "ex", "inter", "mid", "multi", "non", "post", "pre", "pro", "re", "self", "sub")
)
_PAGE_HEAD = re.compile(r"\Apage\s+\d+\Z", re.IGNORECASE)
_PAGE = re.compile(
    r"\A(?:[-–—\s]*\d{1,3}[-–—\s]*|page\s+\d+(?:\s+of\s+\d+)?|\d{1,3}/\d{1,3})\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as it stood: the line it began on, and its words in one line."""

    line: int
    first: str  # its first line
    words: str
    page: bool = False  # a page's number, head or foot


def parted(text: str, tongue: Tongue) -> tuple[Block, ...]:
    """The paragraphs of a text, in order, with all of its words."""
    clean = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    clean = clean.replace("\f", "\n\n").replace("\ufeff", "")
    spelled = frozenset(_WORD.findall(clean.casefold()))
    groups = list(_joined(list(_groups(clean.split("\n"), tongue))))
    return tuple(_block(group, spelled) for group in groups)


Group = list[tuple[int, str]]  # lines with their numbers


def _groups(lines: list[str], tongue: Tongue) -> Iterator[Group]:
    group: Group = []
    for number, raw in enumerate(lines, 1):
        line = raw.strip()
        if group and (not line or _begins(line, group[-1][1], len(group), tongue)):
            yield group
            group = []
        if line:
            group.append((number, line))
    if group:
        yield group


def _begins(line: str, before: str, count: int, tongue: Tongue) -> bool:
    """Whether a paragraph begins here although no empty line stands before it."""
    if _PAGE_HEAD.match(line) and not _FULL.search(before):
        return True
    if _SYMBOL_LINE.match(line) or (count == 1 and _SYMBOL_LINE.match(before)):
        return True
    if count == 1 and _LETTER.match(before):
        return True
    if line[:1].isupper() and line.endswith(",") and BODIES.search(line):
        return len(line.split()) <= _FORMULA_WORDS
    if not _FULL.search(before):
        return False
    return bool(_NUMBERED.match(line)) or _speaks(line, tongue)


def _speaks(line: str, tongue: Tongue) -> bool:
    return line[:1].isupper() and bool(
        tongue.annex.match(line)
        or tongue.starts_preamble.match(line)
        or tongue.starts_operative.match(line)
        or tongue.starts_closing.match(line)
    )


def _joined(groups: list[Group]) -> Iterator[Group]:
    """A paragraph that an empty line or a page's end broke in the middle of a sentence."""
    pending: Group = []
    for group in groups:
        first = group[0][1]
        goes_on = first[:1].islower() and not re.match(r"\A\w{1,3}\)", first)
        if pending and goes_on and not _FULL.search(pending[-1][1]):
            pending = [*pending, *group]
            continue
        if pending:
            yield pending
        pending = group
    if pending:
        yield pending


def _block(group: Group, spelled: frozenset[str]) -> Block:
    text = "\n".join(line for _, line in group)
    whole = _BROKEN.sub(lambda found: _mended(found, spelled), text)
    words = " ".join(whole.split())
    return Block(group[0][0], group[0][1], words, bool(_PAGE.match(words)))


def _mended(found: re.Match[str], spelled: frozenset[str]) -> str:
    """A word broken at a line's end: as it is spelled elsewhere in the text, else in one."""
    before, after = found["before"], found["after"]
    if f"{before}{after}".casefold() in spelled:
        return f"{before}{after}"
    keeps = (
        f"{before}-{after}".casefold() in spelled
        or before.casefold() in _KEEP_HYPHEN
        or not after[0].islower()
        or before[-1].isdigit()
    )
    return f"{before}-{after}" if keeps else f"{before}{after}"
