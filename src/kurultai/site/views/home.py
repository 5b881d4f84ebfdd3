"""The first page: the assembly, what is next, what is open."""

from dataclasses import dataclass

from kurultai.gate import documents, meetings, register
from kurultai.gate.coordinators import PARTS, counted
from kurultai.gate.following import open_of_examples, open_on
from kurultai.gate.may import REPORTERS
from kurultai.gate.shapes import (
    Assembly,
    DocumentRow,
    MeetingRow,
    Party,
    SeriesPage,
)
from kurultai.gate.shapes.following import Chosen, Open
from kurultai.site.pictures.cells import bar_of
from kurultai.site.pictures.overview import still_open
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
    open: Open


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
        open_on(viewer, Chosen(), asking.today, asking.today),
    )
    of_examples = open_of_examples(viewer, asking.today)
    examples = meetings.examples(viewer)
    more = {
        "waits": still_open(page.open),
        "bar_of": bar_of,
        "own": {party: _waiting(asking, party) for party in viewer.parties(*REPORTERS)},
        "examples": examples,
        "overview": overview(series, asking.day),
        "held": sum(not m.example for m in held),
        "adopted": sum((d.adopted_at or d.meeting) not in examples for d in adopted),
        "waiting": sum(len(s.open_matters) for s in series),
        "mixed": of_examples > 0,
        "pledged": page.open.count - of_examples,
    }
    return Shown("home.html", page, "assembly", more)


def _waiting(asking: Asking, party: str) -> dict[str, int]:
    """What waits for a parliament for which the viewer reports."""
    return {**dict.fromkeys(PARTS, 0), **counted(asking.viewer, party, asking.today)}
