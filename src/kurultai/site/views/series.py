"""Series: what meets how often, what is due, what is open."""

from dataclasses import dataclass

from kurultai.gate import meetings
from kurultai.gate.following import by_meeting
from kurultai.gate.shapes import MeetingRow, Series, SeriesPage
from kurultai.gate.shapes.following import Chosen
from kurultai.gate.slipping import overdue
from kurultai.procedure.cadence import Due
from kurultai.procedure.following.commitment import STATES
from kurultai.site.pages_environment import term
from kurultai.site.pictures.cells import bar_of
from kurultai.site.pictures.course import course
from kurultai.site.timeline import overview, timeline
from kurultai.site.views.shown import Asking, Shown


@dataclass(frozen=True, slots=True)
class Coming:
    """What is next in a series: a meeting convened and not yet held, or only its number."""

    series: Series
    ordinal: int
    meeting: MeetingRow | None
    due: Due
    open_matters: int
    open_commitments: int


def coming(pages: tuple[SeriesPage, ...]) -> tuple[Coming, ...]:
    """What is next: the convened by date, then the overdue and those due soon."""
    nexts = [following(page) for page in pages]
    convened = sorted((n for n in nexts if n.meeting), key=lambda n: n.meeting.first_day)  # type: ignore[union-attr]
    late = [n for n in nexts if not n.meeting and n.due.state == "overdue"]
    soon = [n for n in nexts if not n.meeting and n.due.state == "due"]
    return (*convened, *late, *soon)


def following(page: SeriesPage) -> Coming:
    """The first meeting of the series that was not held yet, or the number it will have."""
    waiting = next((m for m in page.meetings if m.state != "closed"), None)
    return Coming(
        page.series,
        waiting.ordinal if waiting else page.next_ordinal,
        waiting,
        page.due,
        len(page.open_matters),
        page.open_commitments,
    )


def every(asking: Asking) -> Shown:
    """Every series with what is due in it."""
    page = meetings.series_list(asking.viewer, asking.day)
    more = {
        "overview": overview(page, asking.day),
        "slipping": overdue(page, asking.day),
    }
    return Shown("series_list.html", page, "series", more)


def one(asking: Asking, name: str) -> Shown:
    """A series with its meetings on a line."""
    series = f"series:{name}"
    page = meetings.series(asking.viewer, series, asking.day)
    met = by_meeting(asking.viewer, Chosen(series=series))
    shown = {meeting.meeting for meeting in page.meetings}
    more = {
        "coming": following(page),
        "examples": frozenset(m.meeting for m in page.meetings if m.example),
        "timeline": timeline(page, asking.day),
        "course": course(page.meetings, met),
        "others": sum(sum(own.values()) for name, own in met.items() if name not in shown),
        "state_words": {state: term("commitment_state", state) for state in STATES},
        "bar_of": bar_of,
    }
    return Shown("series.html", page, series, more)
