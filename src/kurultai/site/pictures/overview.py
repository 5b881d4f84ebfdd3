"""All pictures of the commitments that are chosen, and the numbers from which they are drawn."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kurultai.gate import following as gate
from kurultai.gate import register
from kurultai.gate.shapes import Tag
from kurultai.gate.shapes.following import BANDS, Chosen, Count, Funnel, Open, Rate, Rates
from kurultai.gate.viewer import Viewer
from kurultai.procedure.following.commitment import OPEN_STATES, STATES
from kurultai.site.pictures.bars import Bars, bars
from kurultai.site.pictures.chosen import to_list
from kurultai.site.pictures.matrix import Matrix, areas_of, in_order, matrix

ANSWERED = ("answered", "silent")
_REACHED = {  # the further, the fewer
    "answered": ("accepted", "noted", "in_progress", "done", "not_pursued"),
    "accepted": ("accepted", "in_progress", "done"),
    "begun": ("in_progress", "done"),
    "done": ("done",),
}
_BESIDE = {"silent": "proposed", **{s: s for s in ("noted", "not_pursued", "superseded")}}


@dataclass(frozen=True, slots=True)
class Following:
    """What is counted."""

    chosen: Chosen
    counts: tuple[Count, ...]
    funnel: Funnel
    open: Open
    rates: Rates


@dataclass(frozen=True, slots=True)
class Pictures:
    """What is drawn of it."""

    paragraphs: Bars | None  # None where texts are not what is asked about
    steps: Bars
    beside: Bars
    matrix: Matrix
    ages: Bars
    by_meeting: Bars
    by_party: Bars
    by_area: Bars


def following(viewer: Viewer, chosen: Chosen, day: str, today: str) -> Following:
    """What the viewer may know of the chosen. How many answered is told of every state."""
    found = gate.counts(viewer, chosen)
    every = replace(chosen, state="")
    of_every = gate.counts(viewer, every) if chosen.state else found
    return Following(
        chosen,
        found,
        gate.funnel(viewer, every, of_every),
        gate.open_on(viewer, chosen, day, today),
        gate.rates(viewer, every, of_every),
    )


def pictures(viewer: Viewer, page: Following, tags: tuple[Tag, ...]) -> Pictures:
    """The pictures, parties and areas in the order of the register: nobody is ranked."""
    parties = in_order(register.parties(viewer), register.organs(viewer))
    areas = areas_of(tags)
    whole = gate.heading_of_all(page.chosen)
    rates = page.rates
    return Pictures(
        _paragraphs(page.funnel),
        _steps(page),
        _beside(page),
        matrix(page.counts, page.chosen, whole, parties, areas),
        _ages(page.open),
        _answered(rates.meetings),
        _answered(_ordered(rates.parties, parties)),
        _answered(_ordered(rates.areas, (*areas, *(() if page.chosen.area else ("",))))),
    )


def _paragraphs(funnel: Funnel) -> Bars | None:
    if funnel.paragraphs is None:
        return None
    counted = (
        ("texts", {"paragraph": funnel.paragraphs}, ""),
        ("carried", {"paragraph": funnel.carried}, ""),
    )
    return bars(("paragraph",), counted)


def _steps(page: Following) -> Bars:
    states = page.funnel.states
    every = replace(page.chosen, state="")
    reached = ((key, _only(states, among), "") for key, among in _REACHED.items())
    return bars(STATES, (("proposed", states, to_list(every)), *reached))


def _beside(page: Following) -> Bars:
    """What went another way, and what nobody has answered."""
    states = page.funnel.states
    counted = (
        (key, _only(states, (state,)), to_list(replace(page.chosen, state=state)))
        for key, state in _BESIDE.items()
        if state in states
    )
    return bars(STATES, counted, page.funnel.proposed)


def _only(states: dict[str, int], among: Iterable[str]) -> dict[str, int]:
    return {state: states[state] for state in among if state in states}


def _ages(still: Open) -> Bars:
    own = {band: {a.state: a.count for a in still.ages if a.band == band} for band in BANDS}
    return bars(OPEN_STATES, ((band, states, "") for band, states in own.items()))


def still_open(still: Open) -> Bars:
    """What is open, a line for each state, with the way to its commitments."""
    counted = (
        (state, {state: still.states[state]}, to_list(Chosen(state=state)))
        for state in OPEN_STATES
        if state in still.states
    )
    return bars(OPEN_STATES, counted)


def _answered(rates: Iterable[Rate]) -> Bars:
    return bars(
        ANSWERED,
        ((r.of, {"answered": r.answered, "silent": r.asked - r.answered}, "") for r in rates),
    )


def _ordered(rates: tuple[Rate, ...], order: Iterable[str]) -> tuple[Rate, ...]:
    by_name = {rate.of: rate for rate in rates}
    return tuple(by_name[name] for name in order if name in by_name)
