"""The wording of a unit: where it may be cut, its words, and how two wordings differ.

A cut is never made inside a letter as a reader sees it, which may be several code points: a base
letter with its marks, signs bound by a joiner, a flag.
"""

import re
import unicodedata
from collections.abc import Iterator

from rapidfuzz.distance import Indel

_PIECES = re.compile(r"\w+(?:['’‘]\w+)*|\s+|[^\w\s]")
_BINDS = "\u200d"  # zero-width joiner: what follows belongs to what stands before
_BOUND = frozenset("\u200c\u200d")
_COMPARED = 100_000_000  # pieces of one wording times those of the other: some 10 MB, 0.2 s
_MARKS = frozenset({"Mn", "Mc", "Me"})  # variation selectors are among them

Difference = tuple[int, int, str]
"""From and to, in the old wording, and what stands there in the new one."""


def nfc(words: str) -> str:
    """The wording in Unicode's normal form C."""
    return words if unicodedata.is_normalized("NFC", words) else unicodedata.normalize("NFC", words)


def follows(char: str) -> bool:
    """Whether the character belongs to the letter that stands before it, whichever that is."""
    return (
        unicodedata.category(char) in _MARKS
        or char in _BOUND
        or "\u1160" <= char <= "\u11ff"  # vowels and finals of a Korean syllable
        or "\ud7b0" <= char <= "\ud7fb"
        or "\U0001f3fb" <= char <= "\U0001f3ff"  # tones of a skin
        or "\U000e0020" <= char <= "\U000e007f"  # the tags of a flag
    )


def splits(words: str, at: int) -> bool:
    """Whether a cut before ``words[at]`` would part a letter."""
    if at >= len(words):
        return False
    return follows(words[at]) or words[at - 1 : at] == _BINDS or _halves_flag(words, at)


def _halves_flag(words: str, at: int) -> bool:
    """Whether the cut falls between the two signs that make a flag."""
    before = at
    while before > 0 and _of_flag(words[before - 1]):
        before -= 1
    return _of_flag(words[at]) and (at - before) % 2 == 1


def _of_flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def pieces(words: str) -> list[str]:
    """Words, spaces and signs, which joined give the wording again; none begins in a letter."""
    plain: list[str] = _PIECES.findall(words)
    return plain if words.isascii() else _bound(words, plain)


def _bound(words: str, plain: list[str]) -> list[str]:
    """The pieces, with what belongs to the same letter or word put together again."""
    found: list[list[str]] = []
    at, bound, flags = 0, False, 0  # flags: how many of their signs stand directly before
    for piece in plain:
        first = piece[0]
        inside = at > 0 and _may_follow(first) and _goes_on(words[at - 1], first, flags)
        flags = flags + 1 if _of_flag(first) else 0
        if inside or (bound and first.isalnum()):
            found[-1].append(piece)
        else:
            found.append([piece])
        bound = follows(first)
        at += len(piece)
    return ["".join(parts) for parts in found]


def _goes_on(before: str, first: str, flags: int) -> bool:
    """As `splits` has it, without walking back over all the flags before each."""
    return follows(first) or before == _BINDS or (flags % 2 == 1 and _of_flag(first))


def _may_follow(char: str) -> bool:
    """False of nearly all that begins a word, which spares asking."""
    return char >= "\u1160" or not char.isalnum()


def tokens(words: str) -> list[str]:
    """The pieces without the spaces between them: what a distance counts."""
    return [piece for piece in pieces(words) if not piece.isspace()]


def differences(old: str, new: str) -> list[Difference]:
    """How the new wording departs from the old, word by word and in order.

    Changes that only a space or one word parts are told as one: people replace a phrase.
    """
    joined: list[Difference] = []
    for start, end, words in _changed(pieces(old), pieces(new)):
        if joined and _of_one_phrase(between := old[joined[-1][1] : start]):
            before = joined.pop()
            joined.append((before[0], end, before[2] + between + words))
        else:
            joined.append((start, end, words))
    return joined


def _of_one_phrase(between: str) -> bool:
    """Whether what parts two changes is a space or one word, and no sign."""
    parts = tokens(between)
    return not parts or (len(parts) == 1 and parts[0][0].isalnum())


def _changed(left: list[str], right: list[str]) -> Iterator[Difference]:
    """The changed stretches between runs of equal pieces."""
    starts, ends = _offsets(left), _offsets(right)
    whole = "".join(right)
    if len(left) * len(right) > _COMPARED:
        yield from _middle(left, right)
        return
    for code in Indel.opcodes(left, right):
        if code.tag != "equal":
            new = whole[ends[code.dest_start] : ends[code.dest_end]]
            yield starts[code.src_start], starts[code.src_end], new


def _middle(left: list[str], right: list[str]) -> Iterator[Difference]:
    """All between the first piece that differs and the last: wordings too long to compare."""
    same = min(len(left), len(right))
    head = next((n for n in range(same) if left[n] != right[n]), same)
    tail = next((n for n in range(same - head) if left[-1 - n] != right[-1 - n]), same - head)
    new = "".join(right[head : len(right) - tail])
    start = sum(map(len, left[:head]))
    end = start + sum(map(len, left[head : len(left) - tail]))
    if start < end or new:
        yield start, end, new


def _offsets(of: list[str]) -> list[int]:
    """Where each piece begins, and where the last ends."""
    at = [0]
    for piece in of:
        at.append(at[-1] + len(piece))
    return at
