"""Calendars of what a parliament is asked: due days, milestones, meetings that will look at it.

A calendar goes to whoever keeps it. What everybody may read stands in it by name; of the rest,
which only those signed in and the owner of a secret address are given, no more than the day.
"""

import hashlib
import secrets
from collections.abc import Iterator
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kurultai.gate import coordinators, meetings
from kurultai.gate.changes import changes
from kurultai.gate.clause import NotFound
from kurultai.gate.commitments import commitments
from kurultai.gate.outward import has_account
from kurultai.gate.register import party as read_party
from kurultai.gate.shapes import CommitmentRow
from kurultai.gate.viewer import Viewer
from kurultai.procedure.facts import new_id
from kurultai.procedure.register import OWN_OFFICES
from kurultai.procedure.when import read_when
from kurultai.site import deadlines
from kurultai.site.accounts.models import Account
from kurultai.site.calendar import CHANGE, KNOWN, Entry, changed, of_meeting
from kurultai.site.forms.following.calendars import OwnCalendar
from kurultai.site.house import house
from kurultai.site.known import called
from kurultai.site.pages_environment import ordinal, plain
from kurultai.site.paths import path_of
from kurultai.site.reports.models import CalendarAddress
from kurultai.site.tongue import say
from kurultai.site.views.calendars import answered
from kurultai.site.views.errors import not_found
from kurultai.site.views.following.own import for_whom
from kurultai.site.views.writing.answer import SeeOther, show


@require_safe
def of_party(request: HttpRequest, name: str) -> HttpResponse:
    """What a parliament is asked, as far as the viewer may see it."""
    viewer, party = request.viewer, f"party:{name}"
    try:
        read_party(viewer, party)
    except NotFound:
        return not_found(request)
    return answered(request, entries(viewer, party), title=called(viewer, party))


@require_safe
def private(request: HttpRequest, secret: str) -> HttpResponse:
    """The same for the parliaments of whoever was given the address, as they may see it today."""
    found = CalendarAddress.objects.filter(digest=_digest(secret)).first()
    if not found or not Account.objects.filter(person=found.person, is_active=True).exists():
        return not_found(request)
    with house().viewing(found.person, request.viewer.language) as owner:
        shown = [entry for party in owner.parties(*OWN_OFFICES) for entry in entries(owner, party)]
    response = answered(request, {entry.identity: entry for entry in shown}.values())
    response.headers["Cache-Control"] = "no-store"
    return response


@for_whom(has_account)
def own(request: HttpRequest) -> HttpResponse:
    """One's own secret address: made, made anew, or revoked."""
    person = has_account(request.viewer)
    if request.method != "POST":
        return show(request, _sheet(person))
    CalendarAddress.objects.filter(person=person).delete()  # whoever had it has it no more
    if "revoke" in request.POST:
        return SeeOther("/account/calendar")
    secret = secrets.token_urlsafe(32)
    CalendarAddress.objects.create(person=person, digest=_digest(secret))
    path = f"/calendar/{secret}.ics?lang={request.viewer.language}"
    shown = {"form": _sheet(person), "address": request.build_absolute_uri(path)}
    return render(request, "following/own_calendar.html", shown)


def _sheet(person: str) -> OwnCalendar:
    return OwnCalendar(has_one=CalendarAddress.objects.filter(person=person).exists())


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def entries(viewer: Viewer, party: str) -> tuple[Entry, ...]:
    """What the viewer sees of the party; what is not for everybody without its name."""
    everybody = replace(viewer, person=None, offices=())
    named = tuple(_entries(everybody, party))
    said = {entry.identity for entry in named}
    others = (entry for entry in _entries(viewer, party) if entry.identity not in said)
    return (*named, *(_unnamed(viewer, party, e) for e in others if _is_of_commitment(e)))


def _is_of_commitment(entry: Entry) -> bool:
    """A meeting that is not for everybody stands in no calendar that may lie anywhere."""
    return entry.identity.startswith("commitment:")


def _unnamed(viewer: Viewer, party: str, entry: Entry) -> Entry:
    return replace(entry, title=f"{say('Due')}: {called(viewer, party)}", note="")


def _entries(viewer: Viewer, party: str) -> Iterator[Entry]:
    day = house().today()
    found = tuple(c for c in commitments(viewer, party=party) if _is_of_now(c, day))
    yield from deadlines.of_commitments(viewer, found, day)
    yield from _milestones(viewer, found, day)
    reviews = coordinators.reviews(viewer, party, day)
    last = changes(viewer, (r.meeting for r in reviews), "MeetingConvened", CHANGE)
    for review in reviews:
        if review.when and (entry := _review(viewer, review.meeting)):
            yield changed(entry, last.get(review.meeting))


def _is_of_now(commitment: CommitmentRow, day: str) -> bool:
    """Open, or not over for so long that no calendar needs to be told."""
    latest = max(commitment.due or "", commitment.reported_on or "", commitment.made_on)
    return commitment.is_open(day) or latest[:4] >= f"{int(day[:4]) - 1}"


def _milestones(viewer: Viewer, found: tuple[CommitmentRow, ...], day: str) -> Iterator[Entry]:
    """Those with a day; cancelled once they are reached, or nothing is awaited."""
    with_any = [commitment for commitment in found if commitment.milestones]
    names = (commitment.commitment for commitment in with_any)
    last = changes(viewer, names, "CommitmentMade", deadlines.OF_COMMITMENT)
    for commitment in with_any:
        by, whose = last.get(commitment.commitment), called(viewer, commitment.party)
        for milestone in commitment.milestones:
            if milestone.due and read_when(milestone.due).form in KNOWN:
                is_over = milestone.milestone in commitment.reached or not commitment.is_open(day)
                entry = Entry(
                    identity=milestone_id(commitment.commitment, milestone.milestone),
                    title=f"{say('Milestone')}: {plain(milestone.words)} · {whose}",
                    begins=read_when(milestone.due).first,
                    last=read_when(milestone.due).last,
                    path=path_of(commitment.commitment),
                    status="CANCELLED" if is_over else "CONFIRMED",
                    sequence=by.count if by else 0,
                )
                yield changed(entry, by)


def milestone_id(commitment: str, milestone: str) -> str:
    """What the entry goes by: the key of a milestone is a word, and says something."""
    return f"{commitment}:{new_id('milestone', commitment, milestone).partition(':')[2]}"


def _review(viewer: Viewer, meeting: str) -> Entry | None:
    """The meeting that will look at commitments; the same entry as in the calendar of meetings."""
    row = meetings.meeting_row(viewer, meeting)
    title = f"{ordinal(row.ordinal)} {plain(row.series_names)}"
    moved = len(meetings.moves(viewer, meeting))
    entry = of_meeting(row, title, plain(row.place), moved)
    return replace(entry, note=say("Looks at commitments of this parliament.")) if entry else None
