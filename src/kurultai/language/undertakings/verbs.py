"""How the data of a language's verbs is written, and what it is matched against.

A pattern is the beginnings of words, one after the other. ``..`` lets up to six words stand
between, ``^`` begins the paragraph, ``$`` ends a word, ``(a|b)`` is either. The text is in small
letters, without the apostrophes that are written in many ways.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kurultai.language.case import lower

_APOSTROPHES = re.compile("[\u02bb\u02bc\u2018\u2019'`]")
_GAP = r"\w*\W+(?:[\w-]+\W+){0,6}?"


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is matched, and where each of its letters stands in the text itself."""

    text: str
    places: tuple[int, ...]

    def original(self, words: str, start: int, end: int) -> str:
        """The stretch as it was written."""
        return words[self.places[start] : self.places[end - 1] + 1]


def folded(words: str, language: str) -> Folded:
    """The words in small letters, without apostrophes; ё is е, as many write it."""
    kept: list[tuple[str, int]] = []
    for place, sign in enumerate(words):
        if not _APOSTROPHES.match(sign):
            small = lower(sign, language).replace("ё", "е")
            kept += [(letter, place) for letter in small]
    return Folded("".join(letter for letter, _ in kept), tuple(place for _, place in kept))


def pattern(written: str) -> re.Pattern[str]:
    """The pattern as a regular expression."""
    words = written.removeprefix("^").split(" ")
    parts = [r"\A\W*" if written.startswith("^") else r"\b"]
    for at, word in enumerate(words):
        if word == "..":
            parts.append(_GAP)
        elif at and words[at - 1] != "..":
            parts.append(rf"\w*\W+{_word(word)}")
        else:
            parts.append(_word(word))
    return re.compile("".join(parts))


def _word(word: str) -> str:
    return (rf"{word[:-1]}\b" if word.endswith("$") else word).replace("(", "(?:")


@dataclass(frozen=True)
class Verbs:
    """The words of one language that tell what is asked, and of whom."""

    language: str
    asks: tuple[str, ...]  # somebody to do something
    rests: tuple[str, ...]  # with what is said: welcomes, notes, recalls
    office: tuple[str, ...]  # the Secretariat or its head, in the form of one who is asked
    subject: tuple[str, ...]  # the same at the beginning of a sentence, who will do it
    actions: Mapping[str, tuple[str, ...]]  # those before others come first
    is_last: bool = True  # the verb that governs stands at the end

    @cached_property
    def compiled(self) -> Mapping[str, tuple[re.Pattern[str], ...]]:
        """The patterns of each list and each action, by its name."""
        lists = {
            "asks": self.asks,
            "rests": self.rests,
            "office": self.office,
            "subject": self.subject,
            **{f"action {action}": written for action, written in self.actions.items()},
        }
        return {name: tuple(map(pattern, written)) for name, written in lists.items()}
