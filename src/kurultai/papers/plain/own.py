"""Numbers that stand in the words themselves, as the source had them."""

import re

NUMBER = re.compile(
    r"\A(?P<open>\()?(?P<number>\d{1,3})(?:[.)](?:\s+|\Z|(?=[^\W\d_]))|,\s+(?=[^\W\d_a-zа-я]))"
)
# A number that was misread: "l." for "1.", "S." for "8.", "i9." for "19.".
MISREAD = re.compile(r"\A[\dlIiSZLOo]{1,3}[.,)]\s+(?=[^\W\d_])")
POINT = re.compile(r"\A(?:\((?P<letter>[^\W\d_]{1,5}|\d{1,2})\)|(?P<bare>[^\W\d_])\))(?:\s+|\Z)")
BULLET = re.compile(r"\A[-–—•*·]\s+")
SECTION = re.compile(r"\A(?:[IVXLC]+|[A-ZА-Я])(?:[.)](?:\s+|\Z)|\Z)")


def has_own(kind: str, words: str, annex: re.Pattern[str]) -> bool:
    """Whether the words bring a number of their own, so that none is to be added."""
    match kind:
        case "operative":
            return bool(NUMBER.match(words) or MISREAD.match(words))
        case "point":
            return any(own.match(words) for own in (POINT, BULLET, NUMBER))
        case "section":
            return bool(SECTION.match(words))
        case "annex":
            return bool(annex.match(words))
        case _:
            return False
