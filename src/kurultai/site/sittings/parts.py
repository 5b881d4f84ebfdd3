"""The parts of a sitting's screens: rendered alike for a whole page and for a live screen.

A part depends on the page, the view and the language alone, never on who looks: so it is rendered
once for all who may see the same. What is of a person stands outside of the parts.
"""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from django.template.loader import select_template

from kurultai.gate.shapes.sitting import SittingPage
from kurultai.gate.viewer import Viewer
from kurultai.site.sittings.picture import Picture, picture_of
from kurultai.site.tongue import LANGUAGE

PARTS = ("item", "floor", "attendance", "motions", "vote", "result", "elections")
VIEWS = ("public", "chair", "delegate", "clerk", "projector")
SHOWN: dict[str, tuple[str, ...]] = {  # the parts of each view, in order
    "public": PARTS,
    "chair": PARTS,
    "delegate": PARTS,
    "clerk": PARTS,
    "projector": ("item", "floor", "vote", "result", "attendance"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part as it stands at a position: what the element ``part-<name>`` holds."""

    name: str
    position: int
    html: str


@dataclass(frozen=True, slots=True)
class Form:
    """What a form in a part needs of the page it stands on; empty in a live message.

    A live screen fills both in from its own page: they are of a session, not of the sitting.
    """

    token: str = ""
    ids: list[str] = field(default_factory=list)


def render(
    viewer: Viewer, page: SittingPage, view: str, name: str, form: Form | None = None
) -> str:
    """The part's HTML in the viewer's language."""
    template = select_template([f"sitting/{view}/{name}.html", f"sitting/parts/{name}.html"])
    before = LANGUAGE.get()
    LANGUAGE.set(viewer.language)
    try:
        return str(template.render(_context(viewer, page, view, form or Form())))
    finally:
        LANGUAGE.set(before)


def parts(viewer: Viewer, page: SittingPage, view: str, form: Form | None = None) -> list[Part]:
    """Every part of the view."""
    return [
        Part(name, page.changed.get(name, 0), render(viewer, page, view, name, form))
        for name in SHOWN[view]
    ]


def _context(viewer: Viewer, page: SittingPage, view: str, form: Form) -> dict[str, Any]:
    return {
        "request": SimpleNamespace(viewer=viewer),
        "page": page,
        "view": view,
        "form": form,
        "base": f"/meetings/{page.meeting.meeting.partition(':')[2]}/sitting",
        "picture": _picture(page),
    }


def _picture(page: SittingPage) -> Picture | None:
    return picture_of(page.last.decision.finding) if page.last else None
