"""Meetings: the list, the meeting itself, its agenda, its minutes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import groupby

from kurultai.gate import meetings as gate
from kurultai.gate import register
from kurultai.gate.happenings import happenings, titles
from kurultai.gate.inherited import waiting
from kurultai.gate.shapes import AgendaPage, MeetingPage, Statement, Tag
from kurultai.gate.slipping import convened_late
from kurultai.procedure.register import SCHEMES
from kurultai.site.forms.moments import zone
from kurultai.site.known import finding_said, quorum_said
from kurultai.site.matrix import by_tag
from kurultai.site.minutes import Entry
from kurultai.site.minutes import minutes as drafted
from kurultai.site.sittings.parts import clock_at
from kurultai.site.views.shown import Asking, Shown


@dataclass(frozen=True, slots=True)
class MinutesPage:
    """A meeting and what happened in it, one entry after another."""

    meeting: MeetingPage
    entries: tuple[Entry, ...]


def every(asking: Asking) -> Shown:
    """Every meeting, year by year, latest first."""
    page = gate.meetings(asking.viewer)
    years = [(year, tuple(held)) for year, held in groupby(page, lambda m: m.first_day[:4])]
    return Shown("meetings.html", page, "meetings", {"years": years})


def one(asking: Asking, name: str) -> Shown:
    """A meeting."""
    page = gate.meeting(asking.viewer, f"meeting:{name}")
    tags = register.tags(asking.viewer)
    more = {
        "statuses": register.statuses_on(asking.viewer, page.meeting.first_day),
        "headings": under_headings(page.statements, tags),
        "numbers": {s.statement: n for n, s in enumerate(page.statements, start=1)},
        "matrix": by_tag(page.commitments, tags, register.parties(asking.viewer)),
        "quorum": quorum_said(asking.viewer, page.meeting.quorum),
    }
    return Shown("meeting.html", page, page.meeting.meeting, more)


def agenda(asking: Asking, name: str, issue: int | None = None) -> Shown:
    """A release of the agenda, compared with the one before."""
    page = gate.agenda(asking.viewer, f"meeting:{name}", issue)
    is_last = page.issue == page.issues[-1] and page.meeting.state != "closed"
    items = page.items if is_last else ()
    more = {
        "late": convened_late(asking.viewer, page.meeting),
        "reviews": reviews(page),
        "waiting": waiting(asking.viewer, page.meeting.meeting, items, asking.today)
        if is_last
        else None,
    }
    return Shown("agenda.html", page, page.meeting.meeting, more)


def reviews(page: AgendaPage) -> frozenset[str]:
    """The commitments on the agenda because this meeting is named to review them."""
    meeting = page.meeting.meeting
    return frozenset(row.commitment for row in page.open_commitments if row.review == meeting)


def minutes(asking: Asking, name: str) -> Shown:
    """The minutes, drafted from the acts."""
    found = gate.meeting(asking.viewer, f"meeting:{name}")
    happened = happenings(asking.viewer, f"meeting:{name}")
    entries = drafted(found, happened, titles(asking.viewer, f"meeting:{name}"))
    lasted = {e.position: _lasted(e.told) for e in entries if e.told.get("ended_at")}
    quorums = ((e.position, e.told["quorum"]) for e in entries if e.told.get("quorum"))
    more = {
        "lasted": lasted,
        "clock_at": partial(clock_at, zone(asking.viewer)),
        "quorums": {at: quorum_said(asking.viewer, quorum) for at, quorum in quorums},
        "findings": {d.decision: finding_said(asking.viewer, d.finding) for d in found.decisions},
    }
    return Shown("minutes.html", MinutesPage(found, entries), "", more)


def _lasted(speech: Mapping[str, str]) -> int:
    """Whole seconds from the giving of the floor to its end."""
    given, ended = (datetime.fromisoformat(speech[at]) for at in ("given_at", "ended_at"))
    return int((ended - given).total_seconds())


Headings = tuple[tuple[str, tuple[tuple[str, tuple[Statement, ...]], ...]], ...]


def under_headings(statements: tuple[Statement, ...], tags: tuple[Tag, ...]) -> Headings:
    """Each scheme with its tags that were used, and the statements under each."""
    schemes = ((scheme, tuple(_used(statements, tags, scheme))) for scheme in SCHEMES)
    return tuple(heading for heading in schemes if heading[1])


def _used(
    statements: tuple[Statement, ...],
    tags: tuple[Tag, ...],
    scheme: str,
) -> Iterator[tuple[str, tuple[Statement, ...]]]:
    for tag in (t.tag for t in tags if t.scheme == scheme):
        if under := tuple(s for s in statements if tag in s.tags):
            yield tag, under
