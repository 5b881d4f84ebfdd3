"""Days as spreadsheets of many countries write them."""

import re
from datetime import date

from kurultai.procedure.when import read_when

_FOREMOST = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})\.?(?:[ T]00:00(?::00)?)?")
_LAST = re.compile(r"(\d{1,2})([./-])(\d{1,2})[./-](\d{4})\.?(?: ?г\.?)?(?:[ T]00:00(?::00)?)?")
_MONTHS = 12


def written_day(words: str) -> str:
    """The ISO day, or a month or a year as it is; ValueError if it may mean two, or none.

    What has the year last has the day first, but for 04/15/2025; of 04/05/2025 nobody knows.
    """
    plain = words.replace(" ", "") if words.count(".") > 1 else words.strip()
    if found := _FOREMOST.fullmatch(plain):
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    if found := _LAST.fullmatch(plain):
        day, month = _in_order(int(found[1]), int(found[3]), found[2])
        return date(int(found[4]), month, day).isoformat()
    read_when(plain)
    return plain


def _in_order(first: int, second: int, separator: str) -> tuple[int, int]:
    """The day and the month."""
    if separator != "/":
        return first, second
    if first <= _MONTHS and second <= _MONTHS and first != second:
        raise ValueError("either may be the month")
    return (first, second) if first > _MONTHS else (second, first)
