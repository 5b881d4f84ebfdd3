"""What a viewer may do now on a page: only links, and only those that lead somewhere."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from kurultai.gate import meetings
from kurultai.gate.clause import NotFound
from kurultai.gate.register import OrganPage, PartyPage
from kurultai.gate.shapes import (
    AgendaPage,
    CommitmentPage,
    DecisionPage,
    DocumentPage,
    MeetingPage,
    SeriesPage,
)
from kurultai.gate.viewer import Viewer
from kurultai.site.forms import (
    agenda,
    commitments,
    convening,
    documents,
    organs,
    parties,
    putting,
    register,
    sign_ins,
    sittings,
    voting,
)
from kurultai.site.forms import meetings as prepared
from kurultai.site.forms.step import Step
from kurultai.site.house import house
from kurultai.site.paths import path_of
from kurultai.site.tongue import say
from kurultai.site.trial import may_try


@dataclass(frozen=True, slots=True)
class Action:
    """A link to the form of a step."""

    label: str
    url: str
    primary: bool = False


@dataclass(frozen=True, slots=True)
class _Open:
    """A step that fits the state of the page; whether the viewer may try it is another matter."""

    step: type[Step]
    address: str
    about: dict[str, object]
    first: bool = True  # worth a button when it is the first that is open to the viewer


def actions_for(viewer: Viewer, subject: str, page: object) -> tuple[Action, ...]:
    """The steps open to the viewer on the page of the subject, the next one first."""
    if viewer.person is None:
        return ()
    steps = [o for o in _open(viewer, subject, page) if may_try(viewer, o.step.kind, **o.about)]
    offered = tuple(
        Action(str(o.step.title), o.address, primary=o.first and n == 0)
        for n, o in enumerate(steps)
    )
    return (*offered, *_register(viewer, subject))


def _register(viewer: Viewer, subject: str) -> tuple[Action, ...]:
    if subject == "assembly" and may_try(viewer, register.RenameAssembly.kind):
        return (Action(say("Register"), "/register/"),)
    return ()


def _open(viewer: Viewer, subject: str, page: object) -> Iterator[_Open]:  # noqa: C901 - one case a kind
    match page:
        case SeriesPage():
            yield from _series(page)
        case MeetingPage():
            yield from _meeting(viewer, page)
        case AgendaPage(meeting=meeting):
            about: dict[str, object] = {"meeting": meeting.meeting}
            if meeting.state != "closed":
                yield _at(agenda.IssueAgenda, meeting.meeting, "agenda/new", about)
        case DecisionPage():
            yield from _decision(viewer, page)
        case DocumentPage():
            yield from _document(viewer, page)
        case CommitmentPage(commitment=row):
            about = {"commitment": row.commitment}
            yield _at(commitments.ReportOnCommitment, row.commitment, "reports/new", about)
        case PartyPage():
            yield from _party(page)
        case OrganPage(organ=organ):
            about = {"organ": organ.organ}
            yield _at(organs.RenameOrgan, organ.organ, "names/new", about, first=False)
            if organ.until is None:
                yield _at(organs.DissolveOrgan, organ.organ, "end", about)
        case _:
            yield from _list(subject)


def _at(
    step: type[Step],
    subject: str,
    part: str,
    about: dict[str, object],
    *,
    first: bool = True,
) -> _Open:
    return _Open(step, f"{path_of(subject)}/{part}", about, first)


def _list(subject: str) -> Iterator[_Open]:
    steps: dict[str, tuple[tuple[type[Step], str], ...]] = {
        "documents": ((documents.TableDocument, "/documents/new"),),
        "parties": ((register.RegisterParty, "/register/parties/new"),),
        "organs": ((organs.EstablishOrgan, "/register/organs/new"),),
        "series": ((register.OpenSeries, "/register/series/new"),),
        "people": (
            (register.RegisterPerson, "/register/persons/new"),
            (register.TakeOffice, "/register/offices/new"),
            (register.LeaveOffice, "/register/offices/end"),
        ),
    }
    for step, address in steps.get(subject, ()):
        yield _Open(step, address, {}, first=False)


def _series(page: SeriesPage) -> Iterator[_Open]:
    series = page.series.series
    about: dict[str, object] = {"series": series}
    yield _at(convening.Convene, series, "meetings/new", about)
    yield _at(convening.EnterPast, series, "meetings/past", about)
    yield _at(convening.SetCadence, series, "cadence", about)


def _meeting(viewer: Viewer, page: MeetingPage) -> Iterator[_Open]:
    match page.meeting.state:
        case "convened":
            yield from _convened(viewer, page)
        case "open":
            yield from _sitting(viewer, page)
        case _:
            yield from _closed(viewer, page)


def _convened(viewer: Viewer, page: MeetingPage) -> Iterator[_Open]:
    meeting = page.meeting.meeting
    about: dict[str, object] = {"meeting": meeting}
    opening = _at(sittings.OpenMeeting, meeting, "opening", about)
    has_come = page.meeting.first_day <= house().today()
    if has_come:
        yield opening
    yield _at(prepared.RegisterDelegation, meeting, "delegations/new", _own(viewer, about, "party"))
    if any(party.head and not party.credentials for party in page.parties):
        yield _at(prepared.DecideCredentials, meeting, "credentials/new", about)
    yield from _papers(viewer, page)
    if not has_come:
        yield opening
    yield _at(prepared.Move, meeting, "move", about)


def _papers(viewer: Viewer, page: MeetingPage) -> Iterator[_Open]:
    meeting = page.meeting.meeting
    about: dict[str, object] = {"meeting": meeting}
    yield _at(documents.TableForMeeting, meeting, "documents/new", about)
    yield _at(agenda.IssueAgenda, meeting, "agenda/new", about)
    yield _at(prepared.RaiseMatter, meeting, "matters/new", _own(viewer, about, "raised_by"))
    if meetings.open_matters(viewer, page.series.series):
        yield _at(prepared.SettleMatter, meeting, "matters/settlement", about)


def _sitting(viewer: Viewer, page: MeetingPage) -> Iterator[_Open]:
    meeting = page.meeting.meeting
    about: dict[str, object] = {"meeting": meeting}
    pending = [decision for decision in page.decisions if decision.result is None]
    attendance = _at(sittings.TakeAttendance, meeting, "attendance/new", about)
    is_counted = any(party.present for party in page.parties)
    if not is_counted:
        yield attendance
    for decision in pending:
        asked = _own(viewer, {**about, "decision": decision.decision}, "party")
        yield _at(voting.GivePosition, decision.decision, "positions/new", asked)
    yield _at(putting.PutQuestion, meeting, "questions/new", about)
    yield _at(sittings.RecordStatement, meeting, "statements/new", about)
    if is_counted:
        yield attendance
    yield from _papers(viewer, page)
    yield _at(sittings.ApproveMinutes, meeting, "minutes/approval", about)
    if not pending:
        yield _at(sittings.CloseMeeting, meeting, "closing", about)


def _closed(viewer: Viewer, page: MeetingPage) -> Iterator[_Open]:
    meeting = page.meeting.meeting
    about: dict[str, object] = {"meeting": meeting}
    if page.meeting.minutes_on is None and not page.meeting.after_the_fact:
        yield _at(sittings.ApproveMinutes, meeting, "minutes/approval", about)
    if page.after is None:
        following = {"series": page.series.series}
        yield _at(convening.Convene, page.series.series, "meetings/new", dict(following))
    if page.meeting.after_the_fact:
        yield _at(sittings.RecordStatement, meeting, "statements/new", about, first=False)
        yield _at(sittings.TakeAttendance, meeting, "attendance/new", about, first=False)
        for paper in _papers(viewer, page):
            yield replace(paper, first=False)


def _decision(viewer: Viewer, page: DecisionPage) -> Iterator[_Open]:
    decision = page.decision
    about: dict[str, object] = {"meeting": decision.meeting, "decision": decision.decision}
    if decision.result is None and page.meeting.state == "open":
        own = _own(viewer, about, "party")
        is_whole = len(page.positions) == len(decision.entitled)
        close = _at(voting.DecideQuestion, decision.decision, "closing", about)
        if is_whole:
            yield close
        yield _at(voting.GivePosition, decision.decision, "positions/new", own)
        if not is_whole:
            yield close


def _document(viewer: Viewer, page: DocumentPage) -> Iterator[_Open]:
    document = page.document.document
    about: dict[str, object] = {"document": document}
    if page.document.state == "draft":
        has_text = any(paragraph.kind == "operative" for paragraph in page.paragraphs)
        if has_text:
            yield from _put(viewer, page)
        yield _at(documents.DistributeVersion, document, "versions/new", about)
        if has_text:
            yield _at(documents.TagParagraphs, document, "tags/new", about)
        yield _at(documents.RecordAdoption, document, "adoption/new", about)
        yield _at(documents.WithdrawDocument, document, "withdrawal/new", about)
    yield _at(documents.ChangeMarking, document, "marking/new", about, first=False)


def _put(viewer: Viewer, page: DocumentPage) -> Iterator[_Open]:
    """Put the text to the vote, if the meeting it was tabled for sits."""
    if page.document.meeting is None:
        return
    try:
        meeting = meetings.meeting_row(viewer, page.document.meeting)
    except NotFound:
        return
    if meeting.state == "open":
        part = f"questions/new?document={page.document.document}"
        yield _at(putting.PutQuestion, meeting.meeting, part, {"meeting": meeting.meeting})


def _party(page: PartyPage) -> Iterator[_Open]:
    party = page.party.party
    about: dict[str, object] = {"party": party}
    yield _at(parties.AppointPerson, party, "people/new", about, first=False)
    if any(office.until is None for office in page.people):
        yield _at(sign_ins.SignInForOwn, party, "people/sign-ins/new", about)
        yield _at(parties.LeaveOffice, party, "people/leaving", {"of": party})
    yield _at(parties.GiveStatus, party, "status/new", about)
    if page.party.status == "member":
        yield _at(parties.PassChair, party, "chair/new", about)


def _own(viewer: Viewer, about: dict[str, object], field: str) -> dict[str, Any]:
    """The same, in the name of the delegation that the viewer heads, if any."""
    own = viewer.parties("head_of_delegation")
    return {**about, field: own[0]} if own else {**about}
