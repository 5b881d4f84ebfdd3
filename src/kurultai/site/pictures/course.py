"""What followed from each meeting of a series, and the gaps between them."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from kurultai.gate.shapes import MeetingRow
from kurultai.procedure.following.commitment import STATES
from kurultai.site.pictures.bars import Bars, Line, bars
from kurultai.site.timeline import pause


@dataclass(frozen=True, slots=True)
class Stage:
    """A meeting with what followed from it; and the gap before it, if there is one."""

    meeting: MeetingRow
    line: Line
    years: int  # of the gap; 0 if there is none
    missing: tuple[int, int] | None  # ordinals that nobody has entered


@dataclass(frozen=True, slots=True)
class Course:
    """The meetings, the latest first, and what their bars are drawn of."""

    stages: tuple[Stage, ...]
    picture: Bars


def course(meetings: tuple[MeetingRow, ...], met: Mapping[str, Mapping[str, int]]) -> Course:
    """Every meeting, also those from which nothing followed."""
    ordered = sorted(meetings, key=lambda meeting: (meeting.first_day, meeting.ordinal))
    picture = bars(STATES, ((m.meeting, met.get(m.meeting, {}), "") for m in ordered))
    gaps = [None, *(pause(*pair) for pair in pairwise(ordered))]
    stages = tuple(
        Stage(meeting, line, *(gap or (0, None)))
        for meeting, line, gap in zip(ordered, picture.lines, gaps, strict=False)
    )
    return Course(stages[::-1], picture)
