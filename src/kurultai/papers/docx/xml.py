"""Writing XML by hand: text that is well-formed whatever people wrote."""

import re
from xml.sax.saxutils import escape, quoteattr

HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# What XML 1.0 cannot hold at all.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def text(words: str) -> str:
    """Words as character data; a character that XML cannot hold becomes U+FFFD."""
    return escape(_IMPOSSIBLE.sub("�", words), {"\r": "&#13;"})


def attribute(words: str) -> str:
    """Words as an attribute's value, with its quotation marks."""
    return quoteattr(_IMPOSSIBLE.sub("�", words), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def attributes(**values: str) -> str:
    """Attributes of WordprocessingML that have a value, each behind a space."""
    return "".join(f" w:{name}={attribute(value)}" for name, value in values.items() if value)


def instant(on: str) -> str:
    """An ISO day as files of Office write it; "" for a day that is only half known."""
    return f"{on}T00:00:00Z" if _DAY.fullmatch(on) else ""
