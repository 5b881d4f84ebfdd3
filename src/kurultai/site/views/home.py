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
    every = meetings.meetings(viewer)
    series = meetings.series_list(viewer, asking.day)
    chairs = register.chairmanships(viewer)
    page = HomePage(
        register.assembly(viewer),
        chairs[0].party if chairs else None,
        register.parties(viewer),
        series,
        coming(series),
        tuple(m for m in every if m.state == "closed")[:_LATEST],
        documents.documents(viewer, "adopted")[:_LATEST],
        commitments.commitments(viewer),
    )
    still = tuple(c for c in page.commitments if c.state in OPEN_STATES)
    more = {
        "matrix": by_tag(still, register.tags(viewer), page.parties),
        "examples": meetings.examples(viewer),
        "overview": overview(series, asking.day),
    }
    return Shown("home.html", page, "assembly", more)
