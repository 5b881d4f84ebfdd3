"""Series: what meets how often, what is due, what is open."""

from kurultai.gate import commitments, meetings
from kurultai.site.timeline import timeline
from kurultai.site.views.shown import Asking, Shown


def every(asking: Asking) -> Shown:
    """Every series with what is due in it."""
    return Shown("series_list.html", meetings.series_list(asking.viewer, asking.day), "series")


def one(asking: Asking, name: str) -> Shown:
    """A series with its meetings on a line."""
    series = f"series:{name}"
    page = meetings.series(asking.viewer, series, asking.day)
    more = {
        "timeline": timeline(page, asking.day),
        "commitments": commitments.commitments(asking.viewer, series=series),
    }
    return Shown("series.html", page, series, more)
