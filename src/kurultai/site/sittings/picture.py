"""The picture of a result: delegations in a half-circle, or a bar where nobody is named."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kurultai.site.bar import Bar, bar
from kurultai.site.hemicycle import Hemicycle, hemicycle


@dataclass(frozen=True, slots=True)
class Picture:
    """One of the two."""

    hemicycle: Hemicycle | None
    bar: Bar | None


_last: list[tuple[Mapping[str, Any], Picture | None]] = []  # at most one


def picture_of(finding: Mapping[str, Any]) -> Picture | None:
    """The picture of a finding, drawn once for all languages; None if there is nothing to draw."""
    for known, picture in _last:
        if known is finding:
            return picture
    _last[:] = [(finding, _drawn(finding))]
    return _last[0][1]


def _drawn(finding: Mapping[str, Any]) -> Picture | None:
    seats = hemicycle(dict(finding))
    drawn = None if seats else bar(finding)
    return Picture(seats, drawn) if seats or drawn else None
