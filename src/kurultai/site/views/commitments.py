"""Commitments: what each parliament pledged, and what came of it."""

from kurultai.gate import commitments as gate
from kurultai.gate import documents, meetings
from kurultai.language.words import pick
from kurultai.site.views.shown import Asking, Shown


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
