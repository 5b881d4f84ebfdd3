"""The parts of a sitting's screens: rendered alike for a whole page and for a live screen.

A part depends on the page, the view and the language alone, never on who looks: so it is rendered
once for all who may see the same. What is of a person stands outside of the parts.
"""

import secrets
from dataclasses import dataclass
from functools import partial
from types import SimpleNamespace
from typing import Any

from django.template.loader import select_template

from kurultai.gate.meetings import minutes, positions
from kurultai.gate.shapes.sitting import ElectionRow, SittingPage
from kurultai.gate.viewer import Viewer
from kurultai.site.forms.moments import local, zone
from kurultai.site.hemicycle import MANY
from kurultai.site.known import Said, election_said, finding_said, quorum_said
from kurultai.site.sittings.concerned import concerned
from kurultai.site.sittings.next import hints, next_on_roll
from kurultai.site.sittings.picture import Picture, picture_of
from kurultai.site.tongue import LANGUAGE

PARTS = ("item", "floor", "attendance", "motions", "vote", "result", "elections")
VIEWS = ("public", "chair", "delegate", "clerk", "projector")
SHOWN: dict[str, tuple[str, ...]] = {  # the parts of each view, in order
    "public": PARTS,
    "chair": ("next", *PARTS),
    "delegate": ("text", *PARTS),
    "clerk": (*PARTS, "minutes"),
    "projector": ("item", "floor", "vote", "result", "attendance"),
}
_DRAWN = {"text": ("item", "vote", "result")}  # a part that is none of the sitting's; else of all
_FROM = {  # a part of a view that is drawn from others too
    ("delegate", "text"): ("text", "item", "vote", "result"),
    ("delegate", "vote"): ("vote", "answers"),
    ("clerk", "attendance"): ("attendance", "item"),  # nothing is entered while suspended
}
_NAMED = ("yes", "no", "abstain", "silent", "absent", "recused", "not_counted", "late")
_NAMES = 10  # of so many at most, where a finding is pushed to the screens of a large house
_LATEST = 15  # acts that the clerk sees of the minutes


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

    @property
    def command_id(self) -> str:
        """Another identity for each form of a page that is whole."""
        return secrets.token_hex(16) if self.token else ""


def render(
    viewer: Viewer, page: SittingPage, view: str, name: str, form: Form | None = None
) -> str:
    """The part's HTML in the viewer's language."""
    template = select_template([f"sitting/{view}/{name}.html", f"sitting/parts/{name}.html"])
    before = LANGUAGE.get()
    LANGUAGE.set(viewer.language)
    try:
        context = _context(viewer, page, view, form or Form())
        return str(template.render({**context, **_own(viewer, page, name)}))
    finally:
        LANGUAGE.set(before)


def changed(page: SittingPage, name: str) -> int:
    """The position at which the part, or any that it is drawn from, last changed."""
    drawn = (name,) if name in PARTS else _DRAWN.get(name, PARTS)
    return max(page.changed.get(one, 0) for one in drawn)


def drawn_from(view: str, name: str) -> tuple[str, ...]:
    """The parts of the sitting that the part shows, each of a known age; empty if it shows more.

    What may be done next follows from everything, and stands in every part of who presides.
    """
    is_dated = name in PARTS and view not in ("chair", "clerk")
    return _FROM.get((view, name), (name,) if is_dated else ())


def parts(viewer: Viewer, page: SittingPage, view: str, form: Form | None = None) -> list[Part]:
    """Every part of the view."""
    return [
        Part(name, changed(page, name), render(viewer, page, view, name, form))
        for name in SHOWN[view]
    ]


def _context(viewer: Viewer, page: SittingPage, view: str, form: Form) -> dict[str, Any]:
    return {
        "request": SimpleNamespace(viewer=viewer),
        "page": page,
        "view": view,
        "is_large": len(page.parties) > MANY,  # whom to name is then asked for, not pushed
        "form": form,
        "clock_at": partial(clock_at, zone(viewer)),
        "base": f"/meetings/{page.meeting.meeting.partition(':')[2]}/sitting",
    }


def clock_at(timezone: str, at: str) -> str:
    """The hour and minute of an instant by the clock of the assembly's seat."""
    return local(at, timezone).strftime("%H:%M")


def _own(viewer: Viewer, page: SittingPage, name: str) -> dict[str, Any]:
    """What only that part shows."""
    match name:
        case "next":
            return {"hints": hints(viewer, page)}
        case "text":
            return {"concerned": concerned(viewer, page)}
        case "vote":
            return {"called": next_on_roll(page), "answered": _answered(viewer, page)}
        case "result":
            return {"picture": _picture(page), "said": _said(viewer, page)}
        case "attendance":
            return {"quorum": quorum_said(viewer, page.quorum)}
        case "elections":
            return {"found": {one.election: _found(viewer, one) for one in page.elections}}
        case "minutes":
            acts = minutes(viewer, page.meeting.meeting)
            return {"latest": tuple(reversed(acts[-_LATEST:])), "abouts": _abouts(page)}
        case _:
            return {}


def _found(viewer: Viewer, election: ElectionRow) -> Said:
    """What the latest ballot that was counted led to."""
    findings = [ballot.finding for ballot in election.ballots if ballot.finding]
    names = {one.candidate: one.names for one in election.candidates}
    return election_said(viewer, findings[-1] if findings else {}, names)


def _abouts(page: SittingPage) -> dict[int, Any]:
    """What was recorded at a position, as far as it still stands before the house."""
    speeches = (one for one in (page.speaking, *page.waiting, *page.spoken) if one)
    votes = [vote.decision for vote in (page.vote, page.last) if vote]
    return {
        **{one.position: {"party": one.party} for one in speeches},
        **{one.position: {"party": one.party, "motion": one.kind} for one in page.motions},
        **{row.position: {"words": row.question} for row in votes},
        **{row.decided_at: {"words": row.question} for row in votes if row.decided_at},
        **{one.position: {"words": one.office} for one in page.elections},
    }


def _answered(viewer: Viewer, page: SittingPage) -> dict[str, int]:
    """Who answered the question before the house, by which entry of the record; not what."""
    given = positions(viewer, page.vote.decision.decision) if page.vote else ()
    return {one.party: one.position for one in given}


def _said(viewer: Viewer, page: SittingPage) -> Said:
    """How it was decided; of many it is told how many they were, the decision's page names them."""
    finding = page.last.decision.finding if page.last else {}
    if len(page.parties) > MANY:
        finding = {key: _few(key, value) for key, value in finding.items()}
    return finding_said(viewer, finding)


def _few(key: str, value: Any) -> Any:  # noqa: ANN401 - parts of a stored finding
    return () if key in _NAMED and len(value) > _NAMES else value


def _picture(page: SittingPage) -> Picture | None:
    return picture_of(page.last.decision.finding) if page.last else None
