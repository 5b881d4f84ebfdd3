"""Numbers that stand in the words themselves, as the source had them."""

import re

NUMBER = re.compile(r"\A(?P<open>\()?(?P<number>\d{1,3})[.)](?:\s+|\Z)")
POINT = re.compile(r"\A(?:\((?P<letter>[^\W_]{1,5})\)|(?P<bare>[^\W\d_])\))(?:\s+|\Z)")
BULLET = re.compile(r"\A[-–—•*·]\s+")
SECTION = re.compile(r"\A(?:[IVXLC]+|[A-ZА-Я])(?:[.)](?:\s+|\Z)|\Z)")


def has_own(kind: str, words: str, annex: re.Pattern[str]) -> bool:
    """Whether the words bring a number of their own, so that none is to be added."""
    match kind:
        case "operative":
            return bool(NUMBER.match(words))
        case "point":
            return bool(POINT.match(words) or BULLET.match(words))
        case "section":
            return bool(SECTION.match(words))
        case "annex":
            return bool(annex.match(words))
        case _:
            return False
