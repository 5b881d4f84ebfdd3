"""Decisions: the result in words, the arithmetic, who said what."""

from collections.abc import Mapping
from dataclasses import dataclass

from kurultai.gate import drafting, meetings
from kurultai.gate.amendments import of_reading
from kurultai.gate.clause import NotFound
from kurultai.gate.shapes import AmendmentRow, DecisionRow
from kurultai.gate.tracked import numbering
from kurultai.gate.viewer import Viewer
from kurultai.language import instructions
from kurultai.site.bar import weighed
from kurultai.site.hemicycle import hemicycle, pending
from kurultai.site.known import finding_said
from kurultai.site.views.shown import Asking, Shown
from kurultai.texts.number import labels


@dataclass(frozen=True, slots=True)
class Concerned:
    """What a question was about, other than a text as a whole."""

    amendments: tuple[AmendmentRow, ...]
    fallen: tuple[AmendmentRow, ...]  # with what was decided
    units: Mapping[str, str]  # unit -> its label
    numbers: Mapping[str, str]  # amendment -> its label


def one(asking: Asking, name: str) -> Shown:
    """A decision with what it needs to be checked by hand."""
    page = meetings.decision(asking.viewer, f"decision:{name}")
    row = page.decision
    picture = hemicycle(row.finding) if row.result else pending(row.entitled)
    said = finding_said(asking.viewer, row.finding)
    more = {
        "picture": picture,
        "weighed": weighed(row.finding) if row.result else None,
        "said": said.plain,
        "doubts": said.doubts,
        "positions": {position.party: position for position in page.positions},
        "concerned": _concerned(asking.viewer, row),
    }
    return Shown("decision.html", page, row.decision, more)


def _concerned(viewer: Viewer, row: DecisionRow) -> Concerned | None:
    """None if the question was on no part of a text, or on one that this viewer may not see."""
    if row.document is None or not (row.amendments or row.units):
        return None
    try:
        units = _labels(viewer, row)
        put = tuple(drafting.amendment_row(viewer, name) for name in row.amendments)
    except NotFound:
        return None
    fallen = _fallen(viewer, row, put) if row.result else ()
    return Concerned(put, fallen, units, numbering(viewer, row.document))


def _labels(viewer: Viewer, row: DecisionRow) -> dict[str, str]:
    """The paragraphs voted on, as they were numbered when they were."""
    if row.document is None or not row.units:
        return {}
    named = labels(drafting.text(viewer, row.document, row.position).units)
    known = (unit for unit in row.units if unit in named)
    return {unit: instructions.label(named[unit], viewer.language) for unit in known}


def _fallen(
    viewer: Viewer, row: DecisionRow, put: tuple[AmendmentRow, ...]
) -> tuple[AmendmentRow, ...]:
    if row.document is None or not put:
        return ()
    every = of_reading(viewer, row.document, put[0].reading)
    return tuple(a for a in every if a.state == "fallen" and a.decision == row.decision)
