"""A parliament's own page: what it is asked, what it answered, what the others did."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse

from kurultai.gate import coordinators as gate
from kurultai.gate import meetings
from kurultai.gate.clause import NotFound
from kurultai.gate.coordinators import FollowUpPage, Review
from kurultai.gate.shapes import CommitmentRow
from kurultai.gate.viewer import Viewer
from kurultai.procedure.acts import Words
from kurultai.procedure.register import last_day
from kurultai.site.known import known
from kurultai.site.reports import drafts
from kurultai.site.reports.drafts import Kept
from kurultai.site.views.attached import attached
from kurultai.site.views.errors import not_found
from kurultai.site.views.shown import Asking, Shown


@dataclass(frozen=True, slots=True)
class Awaiting:
    """A meeting that is to look at commitments, by its series and number."""

    review: Review
    series: Words
    ordinal: int


def follow_up(asking: Asking, name: str) -> Shown:
    """Everything that is followed up with a parliament, or one part of it by pages."""
    viewer, party, day = asking.viewer, f"party:{name}", asking.today
    only = asking.filters.get("only", "")
    only = only if only in gate.PARTS else ""
    at = _number(asking.filters.get("page", ""))
    page = gate.follow_up(viewer, party, day, only=only, page=at)
    names = known(viewer).names
    reports = gate.reports_for(viewer, party)
    more = {
        "only": only,
        "at": at,
        "most": gate.SHOWN,
        "counts": gate.counted(viewer, party, day),
        "late_by": {row.commitment: _days_late(row, asking.day) for row in _rows(page)},
        "beside": {row.commitment: _beside(page, row) for row in _rows(page)},
        "awaiting": tuple(_awaiting(review, names) for review in page.reviews),
        "drafts": _drafts(viewer, party) if reports else {},
        "reports": reports,
        "examples": meetings.examples(viewer),
    }
    return Shown("following/follow_up.html", page, party, more)


def _drafts(viewer: Viewer, party: str) -> dict[str, Kept]:
    """By their commitment, of those that can be seen today; under no name that of several."""
    found = {kept.place.commitment: kept for kept in drafts.of_party(party)}
    seen = {row.commitment for row in gate.named(viewer, party, found)}
    return {of: kept for of, kept in found.items() if not of or of in seen}


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and 0 < len(text) < 6 and int(text) else 1  # noqa: PLR2004


def _rows(page: FollowUpPage) -> tuple[CommitmentRow, ...]:
    return tuple(row for part in page.parts for row in part.rows)


def _beside(page: FollowUpPage, row: CommitmentRow) -> tuple[gate.Beside, ...]:
    return tuple(other for other in page.beside if other.of == row.commitment)


def _days_late(row: CommitmentRow, today: date) -> int:
    """How many days ago it was due; 0 if it is not late."""
    if not row.is_late(today.isoformat()):
        return 0
    return (today - date.fromisoformat(last_day(row.due or ""))).days


def _awaiting(review: Review, names: dict[str, Words]) -> Awaiting:
    """A meeting is called by its series and number, which it has before it is convened."""
    series, _dash, number = review.meeting.removeprefix("meeting:").rpartition("-")
    return Awaiting(review, names.get(f"series:{series}", {}), _number(number))


def reminders(asking: Asking) -> Shown:
    """Every party with what is late or unanswered: for the Secretariat."""
    page = gate.awaited(asking.viewer, asking.today)
    return Shown("following/reminders.html", page, "reminders")


def file(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """A file of a report, for whom the report is."""
    try:
        return attached(gate.file(request.viewer, f"report:{name}", number))
    except NotFound:
        return not_found(request)
