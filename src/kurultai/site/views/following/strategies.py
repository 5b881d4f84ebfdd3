"""Strategies and the vocabulary: what carries them, what is done, what nobody took up."""

from kurultai.gate import meetings, register
from kurultai.gate import strategies as gate
from kurultai.procedure.register import SCHEMES
from kurultai.site.views.shown import Asking, Shown


def every(asking: Asking) -> Shown:
    """Every strategy with how it stands."""
    return Shown("following/strategies.html", gate.strategies(asking.viewer), "strategies")


def one(asking: Asking, name: str) -> Shown:
    """A strategy: its goals, the texts and commitments that carry it."""
    page = gate.strategy(asking.viewer, f"tag:{name}")
    more = {"examples": meetings.examples(asking.viewer)}
    return Shown("following/strategy.html", page, f"strategy:{name}", more)


def tags(asking: Asking) -> Shown:
    """The whole vocabulary, those of the past too."""
    page = register.tags(asking.viewer)
    schemes = tuple((s, tuple(t for t in page if t.scheme == s)) for s in SCHEMES)
    return Shown("following/tags.html", page, "tags", {"schemes": schemes})


def tag(asking: Asking, name: str) -> Shown:
    """What was said and proposed under a tag."""
    viewer = asking.viewer
    page = gate.tag(viewer, f"tag:{name}")
    held = {m.meeting: m for m in meetings.meetings(viewer)}
    more = {"meetings": held, "examples": frozenset(m for m in held if held[m].example)}
    return Shown("tag.html", page, page.tag.tag, more)
