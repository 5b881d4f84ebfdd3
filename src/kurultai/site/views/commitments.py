"""Commitments: what each parliament pledged, and what came of it."""

from kurultai.gate import commitments as gate
from kurultai.gate import documents, meetings, register
from kurultai.language.words import pick
from kurultai.procedure.following.commitment import STATES
from kurultai.site.matrix import by_tag
from kurultai.site.views.shown import Asking, Shown


def every(asking: Asking) -> Shown:
    """Commitments as a matrix and as a list, all or as filtered."""
    viewer, chosen = asking.viewer, asking.filters
    found = gate.commitments(
        viewer,
        series=chosen.get("series") or None,
        party=chosen.get("party") or None,
        state=chosen.get("state") or None,
    )
    tag = chosen.get("tag", "")
    page = tuple(c for c in found if not tag or tag in c.tags)
    tags, parties = register.tags(viewer), register.parties(viewer)
    more = {
        "matrix": by_tag(page, tags, parties),
        "series": tuple(s.series for s in meetings.series_list(viewer, asking.day)),
        "parties": tuple(p for p in parties if p.status == "member"),
        "states": STATES,
        "examples": meetings.examples(viewer),
        "areas": tuple(t for t in tags if t.scheme == "area"),
    }
    return Shown("commitments.html", page, "commitments", more)


def one(asking: Asking, name: str) -> Shown:
    """A commitment and what was reported on it."""
    page = gate.commitment(asking.viewer, f"commitment:{name}")
    row = page.commitment
    seen = row.meeting and meetings.meeting_row(asking.viewer, row.meeting)
    more = {
        "document": documents.document_row(asking.viewer, row.document),
        "meeting": seen,
        "review": _review(asking, row.review),
    }
    return Shown("commitment.html", page, row.commitment, more)


def _review(asking: Asking, meeting: str) -> str:
    """What the meeting that looks at it is called, as far as the reader may know of it."""
    found = next((m for m in meetings.meetings(asking.viewer) if m.meeting == meeting), None)
    if found is None:
        return ""
    return f"{pick(found.series_names, asking.viewer.language)[0]} {found.ordinal}"
