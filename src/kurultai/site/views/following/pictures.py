"""Commitments: the pictures of all that follows from texts, and the list behind them."""

from kurultai.gate import following as gate
from kurultai.gate import meetings, register
from kurultai.gate.shapes import Tag
from kurultai.gate.viewer import Viewer
from kurultai.procedure.following.commitment import STATES
from kurultai.site.drafts.paging import near, number, turning
from kurultai.site.pages_environment import term
from kurultai.site.pictures.cells import bar_of, cells_of, numbers_of
from kurultai.site.pictures.chosen import chosen_in, day_in, query, to_list
from kurultai.site.pictures.overview import following, pictures
from kurultai.site.pictures.words import line_word, linked, part_said
from kurultai.site.timeline import overview
from kurultai.site.views.shown import Asking, Shown


def every(asking: Asking) -> Shown:
    """What became of every text: pictures, with the numbers behind them."""
    viewer = asking.viewer
    chosen = chosen_in(asking.filters)
    day = day_in(asking.filters, asking.today)
    page = following(viewer, chosen, day, asking.today)
    tags = register.tags(viewer)
    series = meetings.series_list(viewer, asking.day)
    shown = tuple(s for s in series if chosen.series in ("", s.series.series))
    more = {
        **_filters(viewer, tags),
        "series": tuple(s.series for s in series),
        "chosen": chosen,
        "day": day,
        "pictures": pictures(viewer, page, tags),
        "overview": overview(shown, asking.day),
        "linked": linked(viewer, {m.meeting: m for one in series for m in one.meetings}),
        "examples": gate.of_examples(viewer, chosen),
        "state_words": {state: term("commitment_state", state) for state in STATES},
        "bar_of": bar_of,
        "cells_of": cells_of,
        "numbers_of": numbers_of,
        "to_list": to_list,
        "query": query,
        "line_word": line_word,
        "part_said": part_said,
    }
    return Shown("following/overview.html", page, "commitments", more)


def listing(asking: Asking) -> Shown:
    """The commitments one by one, fifty on a page."""
    viewer = asking.viewer
    chosen = chosen_in(asking.filters)
    page = gate.listed(viewer, chosen, number(asking.filters.get("page", ""), 1))
    more = {
        **_filters(viewer, register.tags(viewer)),
        "series": meetings.every_series(viewer),
        "chosen": chosen,
        "examples": meetings.examples(viewer),
        "query": query,
        "link": turning("/commitments/list", asking.several),
        "near": near(page.page, page.pages),
    }
    return Shown("following/list.html", page, "commitments", more)


def _filters(viewer: Viewer, tags: tuple[Tag, ...]) -> dict[str, object]:
    """What there is to choose from."""
    return {
        "parties": register.parties(viewer),
        "states": STATES,
        "areas": tuple(t for t in tags if t.scheme == "area"),
        "strategies": tuple(t for t in tags if t.scheme == "strategy"),
    }
