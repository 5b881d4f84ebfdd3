"""The first page: the assembly, what is next, what is open."""

from dataclasses import dataclass

from kurultai.gate import commitments, documents, meetings, register
from kurultai.gate.coordinators import PARTS, counted
from kurultai.gate.may import REPORTERS
from kurultai.gate.shapes import (
    Assembly,
    CommitmentRow,
    DocumentRow,
    MeetingRow,
    Party,
    SeriesPage,
)
from kurultai.procedure.following.commitment import OPEN_STATES
from kurultai.site.matrix import by_tag
from kurultai.site.timeline import overview
from kurultai.site.views.series import Coming, coming
from kurultai.site.views.shown import Asking, Shown

_LATEST = 6


@dataclass(frozen=True, slots=True)
class HomePage:
    """The assembly at a glance."""

    assembly: Assembly
    chair: str | None
    parties: tuple[Party, ...]
    series: tuple[SeriesPage, ...]
    coming: tuple[Coming, ...]
    latest: tuple[MeetingRow, ...]
    adopted: tuple[DocumentRow, ...]
    commitments: tuple[CommitmentRow, ...]


def home(asking: Asking) -> Shown:
    """The assembly at a glance."""
    viewer = asking.viewer
    series = meetings.series_list(viewer, asking.day)
    held = tuple(m for m in meetings.meetings(viewer) if m.state == "closed")
    adopted = documents.documents(viewer, "adopted")
    chairs = register.chairmanships(viewer)
    page = HomePage(
        register.assembly(viewer),
        chairs[0].party if chairs else None,
        register.parties(viewer),
        series,
        coming(series),
        held[:_LATEST],
        adopted[:_LATEST],
        commitments.commitments(viewer),
    )
    still = tuple(c for c in page.commitments if c.state in OPEN_STATES)
    examples = meetings.examples(viewer)
    more = {
        "matrix": by_tag(still, register.tags(viewer), page.parties),
        "own": {party: _waiting(asking, party) for party in viewer.parties(*REPORTERS)},
        "examples": examples,
        "overview": overview(series, asking.day),
        "held": sum(not m.example for m in held),
        "adopted": sum((d.adopted_at or d.meeting) not in examples for d in adopted),
        "waiting": sum(len(s.open_matters) for s in series),
        "mixed": any(c.meeting in examples for c in still),
        "pledged": sum(c.meeting not in examples for c in still),
    }
    return Shown("home.html", page, "assembly", more)


def _waiting(asking: Asking, party: str) -> dict[str, int]:
    """What waits for a parliament for which the viewer reports."""
    return {**dict.fromkeys(PARTS, 0), **counted(asking.viewer, party, asking.today)}
