"""What a viewer may do now on a page: only links, and only those that lead somewhere."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote

from kurultai.gate import drafting, meetings
from kurultai.gate.coordinators import FollowUpPage
from kurultai.gate.may import DELEGATES, presides
from kurultai.gate.press import is_told
from kurultai.gate.register import OrganPage, PartyPage
from kurultai.gate.shapes import (
    AgendaPage,
    AmendmentPage,
    AmendmentsPage,
    BoardPage,
    CommitmentPage,
    CommitmentRow,
    DecisionPage,
    DocumentPage,
    MeetingPage,
    SeriesPage,
    Tag,
)
from kurultai.gate.strategies import StrategyPage, TagPage
from kurultai.gate.viewer import Viewer
from kurultai.site import draft_actions
from kurultai.site.forms import (
    agenda,
    convening,
    distribution,
    documents,
    entry,
    organs,
    parties,
    putting,
    register,
    rulebooks,
    sign_ins,
    sittings,
    voting,
)
from kurultai.site.forms import meetings as prepared
from kurultai.site.forms.following import compose, describe
from kurultai.site.forms.following import tags as tag_forms
from kurultai.site.forms.following.communique import Communique
from kurultai.site.forms.following.imports import TakeOver
from kurultai.site.forms.following.plan import ComposePlan
from kurultai.site.forms.following.reminding import RemindParty
from kurultai.site.forms.following.reporting import ReportOnCommitment, ReportOnSeveral
from kurultai.site.house import house
from kurultai.site.offers import Offer, at, own
from kurultai.site.paths import path_of
from kurultai.site.tongue import say
from kurultai.site.trial import may_try


@dataclass(frozen=True, slots=True)
class Action:
    """A link to the form of a step."""

    label: str
    url: str
    primary: bool = False


def actions_for(viewer: Viewer, subject: str, page: object) -> tuple[Action, ...]:
    """The steps open to the viewer on the page of the subject, the next one first."""
    if viewer.person is None:
        return ()
    steps = [o for o in _open(viewer, subject, page) if may_try(viewer, o.step.kind, **o.about)]
    offered = tuple(
        Action(str(o.step.title), o.address, primary=o.first and n == 0)
        for n, o in enumerate(steps)
    )
    screens = tuple(_screens(viewer, page)) if isinstance(page, MeetingPage) else ()
    return (*offered[:1], *screens, *offered[1:], *_register(viewer, subject))


def _screens(viewer: Viewer, page: MeetingPage) -> Iterator[Action]:
    """The screens of the sitting that are the viewer's own; the public one is linked for all."""
    meeting = page.meeting.meeting
    if page.meeting.state != "open":
        return
    there = {party.party for party in page.parties}
    if viewer.secretariat or presides(viewer, meeting):
        yield Action(say("Chair"), f"{path_of(meeting)}/sitting/chair")
    if viewer.secretariat:
        yield Action(say("Clerk"), f"{path_of(meeting)}/sitting/clerk")
    if not there.isdisjoint(viewer.parties(*DELEGATES)):
        yield Action(say("Delegation"), f"{path_of(meeting)}/sitting/delegate")


def _register(viewer: Viewer, subject: str) -> tuple[Action, ...]:
    if subject == "assembly" and may_try(viewer, register.RenameAssembly.kind):
        return (Action(say("Register"), "/register/"),)
    if subject == "commitments" and may_try(viewer, RemindParty.kind, commitments=()):
        return (
            Action(say("Reminders"), "/reminders/"),
            Action(str(TakeOver.title), "/import/"),
        )
    return ()


def _open(viewer: Viewer, subject: str, page: object) -> Iterator[Offer]:  # noqa: C901 - one case a kind
    match page:
        case SeriesPage():
            yield from _series(page)
        case MeetingPage():
            yield from _meeting(viewer, page)
        case AgendaPage(meeting=meeting):
            about: dict[str, object] = {"meeting": meeting.meeting}
            if meeting.state != "closed":
                yield at(agenda.IssueAgenda, meeting.meeting, "agenda/new", about)
        case DecisionPage():
            yield from _decision(viewer, page)
        case DocumentPage():
            yield from _document(viewer, page)
        case BoardPage(text=text) if text.document.state == "draft":
            yield from draft_actions.on_draft(viewer, page)
        case AmendmentsPage(document=row) if row.state == "draft":
            yield from draft_actions.on_text(viewer, row.document)
        case AmendmentPage():
            yield from draft_actions.on_amendment(viewer, page)
        case CommitmentPage(commitment=row) if not row.struck:
            yield from _commitment(row)
        case PartyPage():
            yield from _party(page)
        case FollowUpPage():
            yield from _follow_up(page)
        case StrategyPage(whole=whole) if not whole.tag.until:
            yield from _strategy(whole.tag.tag)
        case TagPage(tag=tag) if not tag.until:
            yield from _tag(tag)
        case OrganPage(organ=organ):
            about = {"organ": organ.organ}
            yield at(organs.RenameOrgan, organ.organ, "names/new", about, first=False)
            if organ.until is None:
                yield at(organs.DissolveOrgan, organ.organ, "end", about)
        case _:
            yield from _list(subject)


def _commitment(row: CommitmentRow) -> Iterator[Offer]:
    """Report on it, say how it is carried; what took its place; that it was a mistake."""
    about: dict[str, object] = {"commitment": row.commitment}
    if row.state != "superseded":
        yield at(ReportOnCommitment, row.commitment, "reports/new", about)
        yield at(describe.DescribeCommitment, row.commitment, "describe", about)
        yield at(describe.SupersedeCommitment, row.commitment, "superseded", about, first=False)
    yield at(describe.StrikeCommitment, row.commitment, "struck", about, first=False)


def _strategy(plan: str) -> Iterator[Offer]:
    """A draft composed of what stands under a strategy, and another goal for it."""
    yield Offer(compose.ComposeStrategy, f"/strategies/compose?strategy={quote(plan)}", {})
    goal = f"/strategies/{plan.partition(':')[2]}/goals/new"
    yield Offer(tag_forms.DefineGoal, goal, {}, first=False)


def _tag(tag: Tag) -> Iterator[Offer]:
    """What may be done with a tag in use; a strategy is given goals on its own page."""
    about: dict[str, object] = {"tag": tag.tag}
    yield at(tag_forms.RenameTag, tag.tag, "rename", about, first=False)
    yield at(tag_forms.EndTag, tag.tag, "end", about, first=False)


def _list(subject: str) -> Iterator[Offer]:
    steps = {
        "documents": (
            (documents.TableDocument, "/documents/new"),
            (ComposePlan, "/working-plan/new"),
        ),
        "hand-over": ((ComposePlan, "/working-plan/new"),),
        "rulebook": (
            (rulebooks.SignRulebook, "/register/rulebooks/signatures/new"),
            (register.AdoptRulebook, "/register/rulebooks/new"),
        ),
        "parties": ((register.RegisterParty, "/register/parties/new"),),
        "tags": ((register.DefineTag, "/register/tags/new"),),
        "strategies": (
            (compose.ComposeStrategy, "/strategies/compose"),
            (register.DefineTag, "/register/tags/new?scheme=strategy"),
        ),
        "organs": ((organs.EstablishOrgan, "/register/organs/new"),),
        "series": ((register.OpenSeries, "/register/series/new"),),
        "people": (
            (register.RegisterPerson, "/register/persons/new"),
            (register.TakeOffice, "/register/offices/new"),
            (register.LeaveOffice, "/register/offices/end"),
        ),
    }
    for step, address in steps.get(subject, ()):
        yield Offer(step, address, {}, first=False)


def _series(page: SeriesPage) -> Iterator[Offer]:
    series = page.series.series
    about: dict[str, object] = {"series": series}
    yield at(convening.Convene, series, "meetings/new", about)
    yield at(convening.EnterPast, series, "meetings/past", about)
    yield at(convening.SetCadence, series, "cadence", about)


def _meeting(viewer: Viewer, page: MeetingPage) -> Iterator[Offer]:
    match page.meeting.state:
        case "convened":
            yield from _convened(viewer, page)
        case "open":
            yield from _sitting(viewer, page)
        case _:
            yield from _closed(viewer, page)


def _convened(viewer: Viewer, page: MeetingPage) -> Iterator[Offer]:
    meeting = page.meeting.meeting
    about: dict[str, object] = {"meeting": meeting}
    opening = at(sittings.OpenMeeting, meeting, "opening", about)
    has_come = page.meeting.first_day <= house().today()
    if has_come:
        yield opening
    yield at(prepared.RegisterDelegation, meeting, "delegations/new", own(viewer, about, "party"))
    if any(party.head and not party.credentials for party in page.parties):
        yield at(prepared.DecideCredentials, meeting, "credentials/new", about)
    yield from _papers(viewer, page)
    if not has_come:
        yield opening
    yield at(prepared.Move, meeting, "move", about)


def _papers(viewer: Viewer, page: MeetingPage) -> Iterator[Offer]:
    meeting = page.meeting.meeting
    about: dict[str, object] = {"meeting": meeting}
    yield at(documents.TableForMeeting, meeting, "documents/new", about)
    yield at(agenda.IssueAgenda, meeting, "agenda/new", about)
    yield at(prepared.RaiseMatter, meeting, "matters/new", own(viewer, about, "raised_by"))
    if meetings.open_matters(viewer, page.series.series):
        yield at(prepared.SettleMatter, meeting, "matters/settlement", about)


def _sitting(viewer: Viewer, page: MeetingPage) -> Iterator[Offer]:
    meeting = page.meeting.meeting
    about: dict[str, object] = {"meeting": meeting}
    pending = [decision for decision in page.decisions if decision.result is None]
    attendance = at(sittings.TakeAttendance, meeting, "attendance/new", about)
    is_counted = any(party.present for party in page.parties)
    if not is_counted:
        yield attendance
    for decision in pending:
        asked = own(viewer, {**about, "decision": decision.decision}, "party")
        yield at(voting.GivePosition, decision.decision, "positions/new", asked)
    yield at(putting.PutQuestion, meeting, "questions/new", about)
    yield at(sittings.RecordStatement, meeting, "statements/new", about)
    if is_counted:
        yield attendance
    yield from _papers(viewer, page)
    yield at(sittings.ApproveMinutes, meeting, "minutes/approval", about)
    if is_told(viewer, meeting):
        yield at(Communique, meeting, "communique", about, first=False)
    if not pending:
        yield at(sittings.CloseMeeting, meeting, "closing", about)


def _closed(viewer: Viewer, page: MeetingPage) -> Iterator[Offer]:
    meeting = page.meeting.meeting
    about: dict[str, object] = {"meeting": meeting}
    if page.meeting.minutes_on is None and not page.meeting.after_the_fact:
        yield at(sittings.ApproveMinutes, meeting, "minutes/approval", about)
    if is_told(viewer, meeting):
        yield at(Communique, meeting, "communique", about, first=False)
    if page.after is None:
        following = {"series": page.series.series}
        yield at(convening.Convene, page.series.series, "meetings/new", dict(following))
    if page.meeting.after_the_fact:
        yield at(sittings.RecordStatement, meeting, "statements/new", about, first=False)
        yield at(sittings.TakeAttendance, meeting, "attendance/new", about, first=False)
        for paper in _papers(viewer, page):
            yield replace(paper, first=False)


def _decision(viewer: Viewer, page: DecisionPage) -> Iterator[Offer]:
    decision = page.decision
    about: dict[str, object] = {"meeting": decision.meeting, "decision": decision.decision}
    if decision.result is None and page.meeting.state == "open":
        mine = own(viewer, about, "party")
        is_whole = len(page.positions) == len(decision.entitled)
        close = at(voting.DecideQuestion, decision.decision, "closing", about)
        if is_whole:
            yield close
        yield at(voting.GivePosition, decision.decision, "positions/new", mine)
        if not is_whole:
            yield close


def _document(viewer: Viewer, page: DocumentPage) -> Iterator[Offer]:
    document = page.document.document
    about: dict[str, object] = {"document": document}
    if (page.document.kind, page.document.state) == ("communique", "draft"):
        yield at(entry.EnterText, document, "entry/new", about, first=False)
        yield at(documents.WithdrawDocument, document, "withdrawal/new", about)
    elif page.document.state == "draft":
        has_text = any(paragraph.kind == "operative" for paragraph in page.paragraphs)
        silent = next(reversed(drafting.silences(viewer, document)), None)
        yield from draft_actions.on_text(viewer, document)
        if not (silent and silent.state == "running"):
            yield at(entry.EnterText, document, "entry/new", about)
            yield at(distribution.DistributeVersion, document, "versions/new", about, first=False)
            if has_text:
                yield at(documents.TagParagraphs, document, "tags/new", about)
            yield at(documents.RecordAdoption, document, "adoption/new", about)
        yield at(documents.WithdrawDocument, document, "withdrawal/new", about)
    elif page.document.state == "adopted":
        yield from draft_actions.on_adopted(viewer, document)
    yield at(documents.ChangeMarking, document, "marking/new", about, first=False)


def _follow_up(page: FollowUpPage) -> Iterator[Offer]:
    party = page.party.party
    for part in page.parts:
        if part.part != "over" and part.rows:
            about: dict[str, object] = {"commitment": part.rows[0].commitment}
            yield at(ReportOnSeveral, party, "reports/new", about)
            asked: dict[str, object] = {"party": party, "commitments": ()}
            yield at(RemindParty, party, "remind", asked, first=False)
            return


def _party(page: PartyPage) -> Iterator[Offer]:
    party = page.party.party
    about: dict[str, object] = {"party": party}
    yield at(parties.AppointPerson, party, "people/new", about, first=False)
    if any(office.until is None for office in page.people):
        yield at(sign_ins.SignInForOwn, party, "people/sign-ins/new", about)
        yield at(parties.LeaveOffice, party, "people/leaving", {"of": party})
    yield at(parties.GiveStatus, party, "status/new", about)
    if page.party.status == "member":
        yield at(parties.PassChair, party, "chair/new", about)
