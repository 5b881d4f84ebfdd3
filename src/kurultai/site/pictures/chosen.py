"""What of the commitments a page is about, as its address says it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlencode

from kurultai.gate.shapes.following import EVERY, NO_AREA, NONE, Chosen

_NAMES = {  # in the address
    "series": "series",
    "party": "party",
    "area": "tag",
    "state": "state",
    "strategy": "strategy",
    "since": "since",
    "until": "until",
}
_YEAR = re.compile(r"[0-9]{4}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def chosen_in(filters: Mapping[str, str]) -> Chosen:
    """What the address asks for; a year that is none asks for nothing."""
    given = {field: filters.get(name, "") for field, name in _NAMES.items()}
    for year in ("since", "until"):
        given[year] = given[year] if _YEAR.fullmatch(given[year]) else ""
    return Chosen(**given)


def day_in(filters: Mapping[str, str], today: str) -> str:
    """The day for which what was open is asked, up to today."""
    day = filters.get("day", "")
    return min(day, today) if _DAY.fullmatch(day) else today


def query(chosen: Chosen, **more: str) -> str:
    """The address's own part for what is chosen, with "?" before it; nothing if all is."""
    asked = {name: getattr(chosen, field) for field, name in _NAMES.items()}
    given = {name: value for name, value in {**asked, **more}.items() if value}
    return f"?{urlencode(given)}" if given else ""


def to_list(chosen: Chosen) -> str:
    """Where the chosen are listed one by one."""
    return f"/commitments/list{query(chosen)}"


class Narrowed:
    """Where a party's commitments under a heading are listed, within what is chosen."""

    def __init__(self, chosen: Chosen) -> None:
        """The address begins with the rest of what is chosen."""
        rest = query(replace(chosen, party="", area=""))
        self._start = f"/commitments/list{rest}{'&' if rest else '?'}"

    def to(self, party: str) -> str:
        """Under all headings."""
        return f"{self._start}{_part('party', party)}"


def under(heading: str) -> str:
    """What is put behind the address of a party for those under a heading."""
    if heading == EVERY:
        return ""
    return f"&{_part('tag', NO_AREA if heading == NONE else heading)}"


@lru_cache(maxsize=4096)
def _part(name: str, value: str) -> str:
    return urlencode({name: value})
