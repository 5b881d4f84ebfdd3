"""Decisions: the result in words, the arithmetic, who said what."""

from kurultai.gate import meetings
from kurultai.site.hemicycle import hemicycle, pending
from kurultai.site.known import finding_said
from kurultai.site.views.shown import Asking, Shown


def one(asking: Asking, name: str) -> Shown:
    """A decision with what it needs to be checked by hand."""
    page = meetings.decision(asking.viewer, f"decision:{name}")
    row = page.decision
    picture = hemicycle(row.finding) if row.result else pending(row.entitled)
    said = finding_said(asking.viewer, row.finding)
    more = {
        "picture": picture,
        "said": said.plain,
        "doubts": said.doubts,
        "positions": {position.party: position for position in page.positions},
    }
    return Shown("decision.html", page, row.decision, more)
