"""Where quoted words stand in a wording, and which spaces are understood without being said.

People quote words and leave the space beside them out: "delete the words “and again”". What is
called words is therefore found as whole words, and the space goes or comes with them. What is
quoted bare stands exactly as it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kurultai.texts.wording import pieces

_MOST = 8  # words that are named before a place; then the occurrence is named
_FEW = 3  # words that are named together with the occurrence
_LETTER = re.compile(r"[^\W\d_]")
_OPENS = "([{«“„‘"


@dataclass(frozen=True, slots=True)
class Spot:
    """Words in a wording: how they are called, which, and the how-manyeth, if there are more."""

    level: str
    words: str
    nth: int | None


def cuts(wording: str) -> list[int]:
    """Where the wording's words and signs begin, and where the last ends."""
    at = [0]
    for piece in pieces(wording):
        at.append(at[-1] + len(piece))
    return at


def level_of(words: str) -> str:
    """How words are called: one or many if they are words, else bare."""
    if words.strip() != words or not _LETTER.search(words):
        return "bare"
    return "one" if len(words.split()) == 1 else "many"


def found(wording: str, words: str, level: str) -> Iterator[int]:
    """Every place at which the words stand: whole words and signs, unless letters are meant."""
    at = wording.find(words)
    ends = () if level == "letters" else frozenset(cuts(wording))
    while words and at >= 0:
        if level == "letters" or (at in ends and at + len(words) in ends):
            yield at
        at = wording.find(words, at + 1)


def spot(wording: str, start: int, end: int, level: str) -> Spot:
    """The words from start to end, told from the same words elsewhere."""
    words = wording[start:end]
    places = list(found(wording, words, level))
    if start not in places:
        level, places = "letters", list(found(wording, words, "letters"))
    return Spot(level, words, places.index(start) + 1 if len(places) > 1 else None)


def exact(wording: str, start: int, end: int) -> Spot:
    """The same, of words that are called words if they are."""
    return spot(wording, start, end, level_of(wording[start:end]))


def before(wording: str, at: int) -> Spot:
    """The words directly before a place: as many as make it clear, else with the occurrence."""
    starts = [cut for cut in cuts(wording) if cut < at]
    tried = [exact(wording, start, at) for start in reversed(starts) if _begins(wording, start)]
    worded = [one for one in tried[: 2 * _MOST] if one.level in ("one", "many")]
    clear = (one for one in worded if one.nth is None)
    return next(clear, worded[:_FEW][-1] if worded else (tried or [exact(wording, 0, at)])[0])


def _begins(wording: str, start: int) -> bool:
    return not wording[start].isspace()


def without(wording: str, start: int, end: int) -> tuple[int, int]:
    """What goes when the words from start to end go: one space beside them goes with them."""
    if wording[end : end + 1] == " " and (start == 0 or wording[start - 1] == " "):
        return start, end + 1
    if start > 0 and wording[start - 1] == " ":
        return start - 1, end
    return start, end


def joined(wording: str, at: int, words: str) -> tuple[int, str]:
    """Where words that are put after a place go, and with which space."""
    if not words or not (words[0].isalnum() or words[0] in _OPENS):
        return at, words
    if at == 0:
        return (0, f"{words} ") if wording and not wording[0].isspace() else (0, words)
    if wording[at : at + 1] == " ":
        return at + 1, f"{words} "
    return at, f" {words}"
