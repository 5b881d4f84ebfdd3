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


def picture_of(finding: Mapping[str, Any]) -> Picture | None:
    """The picture of a finding; None if there is nothing to draw."""
    seats = hemicycle(dict(finding))
    drawn = None if seats else bar(finding)
    return Picture(seats, drawn) if seats or drawn else None
