"""Words that a spreadsheet would take for a formula, made harmless and found again."""

import re

from kurultai.texts.wording import nfc

_TAKEN = re.compile(r"'*[=+\-@\t]")
_MARKED = re.compile(r"'+[=+\-@\t]")
_NOT_KEPT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def kept(words: str) -> str:
    """The words as every format keeps them: composed, every line ended in one way."""
    return nfc(_NOT_KEPT.sub("", words.replace("\r\n", "\n").replace("\r", "\n")))


def guarded(words: str) -> str:
    """An apostrophe before what begins like a formula, and before what looks guarded."""
    return f"'{words}" if _TAKEN.match(words) else words


def unguarded(words: str) -> str:
    """What was guarded so."""
    return words[1:] if _MARKED.match(words) else words
