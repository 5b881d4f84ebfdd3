"""The sitting as a viewer may see it, read once for all who see the same of it.

In a burst hundreds ask for the same sitting at the same position of the record. What it is for a
viewer follows from that position and from the viewer's audiences, as far as they matter there.
"""

from dataclasses import dataclass, field
from threading import Lock

from kurultai.gate.screens import around
from kurultai.gate.shapes.sitting import SittingPage
from kurultai.gate.sitting import audiences, sitting
from kurultai.gate.viewer import Viewer
from kurultai.handle import House
from kurultai.site.house import house

_POSITIONS = 4  # that are kept: readers who began a moment ago are some commits behind


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was read of a record at a position and on a day, by whose rules speakers are ranked.

    ``around`` are the audiences that matter.
    """

    house: House
    position: int
    day: str
    around: dict[str, frozenset[int]] = field(default_factory=dict)
    pages: dict[tuple[str, frozenset[int]], SittingPage] = field(default_factory=dict)
    turn: Lock = field(default_factory=Lock)  # who reads; the others wait for what is read


_kept: list[_Kept] = []  # the latest last


def page_of(viewer: Viewer, meeting: str) -> SittingPage:
    """The sitting; NotFound if the viewer may not see the meeting."""
    kept = _at(viewer.position, viewer.today)
    if meeting not in kept.around:
        kept.around[meeting] = around(viewer.db, meeting)
    key = meeting, audiences(viewer) & kept.around[meeting]
    with kept.turn:
        if key not in kept.pages:
            kept.pages[key] = sitting(viewer, meeting)
    return kept.pages[key]


def _at(position: int, day: str) -> _Kept:
    here = house()
    for kept in tuple(_kept):
        if kept.house is here and (kept.position, kept.day) == (position, day):
            return kept
    made = _Kept(here, position, day)
    _kept[:] = [*_kept[1 - _POSITIONS :], made]
    return made
