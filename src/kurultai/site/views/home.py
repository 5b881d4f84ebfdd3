"""The first page: the assembly, what is next, what is open."""

from dataclasses import dataclass

from kurultai.gate import commitments, documents, meetings, register
from kurultai.gate.shapes import (
    Assembly,
    CommitmentRow,
    DocumentRow,
    MeetingRow,
    Party,
    SeriesPage,
)
from kurultai.procedure.commitment import OPEN_STATES
from kurultai.site.matrix import by_tag
from kurultai.site.views.shown import Asking, Shown

_LATEST = 6


@dataclass(frozen=True, slots=True)
class HomePage:
    """The assembly at a glance."""

    assembly: Assembly
    chair: str | None
    parties: tuple[Party, ...]
    series: tuple[SeriesPage, ...]
    coming: tuple[MeetingRow, ...]
    latest: tuple[MeetingRow, ...]
    adopted: tuple[DocumentRow, ...]
    commitments: tuple[CommitmentRow, ...]


def home(asking: Asking) -> Shown:
    """The assembly at a glance."""
    viewer = asking.viewer
    every = meetings.meetings(viewer)
    coming = tuple(m for m in reversed(every) if m.state != "closed")
    chairs = register.chairmanships(viewer)
    page = HomePage(
        register.assembly(viewer),
        chairs[0].party if chairs else None,
        register.parties(viewer),
        meetings.series_list(viewer, asking.day),
        coming,
        tuple(m for m in every if m.state == "closed")[:_LATEST],
        documents.documents(viewer, "adopted")[:_LATEST],
        commitments.commitments(viewer),
    )
    still = tuple(c for c in page.commitments if c.state in OPEN_STATES)
    return Shown("home.html", page, "assembly", {"matrix": by_tag(still, register.tags(viewer))})
