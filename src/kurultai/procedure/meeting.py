"""A meeting: convened, prepared, opened, minuted, closed, and what it hands to the next."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from kurultai.procedure import acts as a
from kurultai.procedure import agenda
from kurultai.procedure import commands as c
from kurultai.procedure.facts import Facts, new_id
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import Register, absent, asked_day, known, worded
from kurultai.procedure.sitting.quorum import quorum_now
from kurultai.procedure.sitting.state import Sitting, evolve_sitting
from kurultai.procedure.when import read_when


@dataclass(frozen=True, slots=True)
class Question:
    """A question put, and what each delegation said to it so far."""

    document: str | None
    rule: str
    entitled: tuple[str, ...]
    positions: Mapping[str, str] = field(default_factory=dict)
    result: str | None = None
    amendments: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    method: str = "open"
    roll: tuple[str, ...] = ()
    motion: str | None = None
    closed: bool = False  # to positions; the result is not yet announced
    counts: Mapping[str, int] = field(default_factory=dict)  # hands, as last counted
    contested: tuple[str, ...] = ()  # by whom, before it was announced


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as the acts so far have made it; ``state`` is none, convened, open or closed."""

    meeting: str = ""
    series: str = ""
    state: str = "none"
    when: str = ""
    audience: str = "public"
    invited: tuple[str, ...] = ()
    after_the_fact: bool = False
    issue: int = 0
    items: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    quorum: bool | None = None  # as last found; None if no rule asks or the numbers do not say
    delegations: frozenset[str] = frozenset()
    matters: tuple[str, ...] = ()  # raised here and not settled here
    questions: Mapping[str, Question] = field(default_factory=dict)
    members: Mapping[str, int] = field(default_factory=dict)  # present, by party; 0: not stated
    sitting: Sitting = field(default_factory=Sitting)


def meeting_id(series: str, ordinal: int) -> str:
    """The meeting's identity: "series:defence", 3 -> "meeting:defence-3"."""
    return f"meeting:{series.removeprefix('series:')}-{ordinal}"


def decide_meeting(
    register: Register,
    meeting: Meeting,
    facts: Facts,
    command: c.MeetingCommand,
) -> list[a.Acted]:
    """The acts that follow from a command on a meeting."""
    if isinstance(command, c.ConveneMeeting):
        return _convened(register, facts, command)
    exists(meeting)
    acts = _acts(register, meeting, facts, command)
    audience = audience_in(meeting, command.audience)
    return [a.Acted(meeting.meeting, audience, command.on, act) for act in acts]


def exists(meeting: Meeting) -> None:
    """Refused unless the meeting was convened."""
    if meeting.state == "none":
        raise Refused("meeting.unknown")


def audience_in(meeting: Meeting, asked: str) -> str:
    """Who may see an act of the meeting: never more than may see the meeting."""
    if asked in ("public", meeting.audience):
        return meeting.audience
    if meeting.audience != "public":
        raise Refused("meeting.audience_wider")
    return asked


def audience_of(meeting: Meeting, document: str) -> str:
    """Who may see what the meeting does on a text: who may see both, as they are marked now."""
    if meeting.audience == "public":
        return document
    if document not in ("public", meeting.audience):
        raise Refused("meeting.audience_wider")
    return meeting.audience


def _convened(register: Register, facts: Facts, command: c.ConveneMeeting) -> list[a.Acted]:
    known(command.series, register.series, "register.series_unknown")
    _check_ordinal(facts, command)
    day = _held_on(command)
    invited = command.invited or ((), _invited(register, day))[not command.after_the_fact]
    for party in (*invited, *((command.host,) if command.host else ())):
        known(party, register.parties, "register.party_unknown")
    for deadline in command.deadlines:
        _check_deadline(deadline, command.when)
    meeting = meeting_id(command.series, command.ordinal)
    convened = a.MeetingConvened(
        meeting,
        command.series,
        command.ordinal,
        command.when,
        command.place,
        command.host,
        command.theme,
        tuple(invited),
        command.deadlines,
        command.example,
        command.after_the_fact,
        command.notes,
        command.sources,
    )
    acts: list[a.ActBody] = [convened]
    if not command.after_the_fact:
        core = register.series[command.series].core
        acts.append(agenda.provisional(meeting, core, facts.fit_for(command.audience)))
    return [a.Acted(meeting, command.audience, command.on, act) for act in acts]


def _invited(register: Register, day: str) -> tuple[str, ...]:
    return tuple(p for p in sorted(register.parties) if register.status_of(p, day))


def _check_ordinal(facts: Facts, command: c.ConveneMeeting) -> None:
    if command.ordinal < 1:
        raise Refused("meeting.ordinal_range")
    absent(command.ordinal, facts.ordinals, "meeting.ordinal_taken")
    following = max(facts.ordinals, default=0) + 1
    if not command.after_the_fact and command.ordinal != following:
        raise Refused("meeting.ordinal_next", {"next": str(following)})


def _held_on(command: c.ConveneMeeting) -> str:
    try:
        when = read_when(command.when)
    except ValueError as reason:
        raise Refused("meeting.when", {"when": command.when}) from reason
    if not command.after_the_fact and when.last.isoformat() < command.on:
        raise Refused("meeting.in_the_past")
    return when.first.isoformat()


def _check_deadline(deadline: a.Deadline, when: str) -> None:
    if asked_day(deadline.day) > read_when(when).last.isoformat():
        raise Refused("meeting.deadline_after", {"kind": deadline.kind})


def _acts(  # noqa: C901 - one case a kind
    register: Register,
    meeting: Meeting,
    facts: Facts,
    command: c.MeetingCommand,
) -> list[a.ActBody]:
    match command:
        case c.MoveMeeting():
            return [_moved(register, meeting, command)]
        case c.RegisterDelegation():
            return [_registered(register, meeting, command)]
        case c.DecideCredentials(party=party, accepted=accepted, reason=reason):
            known(party, meeting.delegations, "meeting.delegation_unregistered")
            return [a.CredentialsDecided(party, accepted, reason)]
        case c.RaiseMatter():
            return [_raised(register, meeting, command)]
        case c.SettleMatter(matter=matter, how=how):
            still_open = (*meeting.matters, *(m.matter for m in facts.open_matters))
            known(matter, still_open, "meeting.matter_not_open")
            return [a.MatterSettled(matter, how)]
        case c.IssueAgenda(status=status, items=items):
            not_closed(meeting)
            return [agenda.issued(meeting.meeting, meeting.issue, status, items, command.id)]
        case c.OpenMeeting():
            if meeting.state != "convened":
                raise Refused("meeting.not_to_be_opened")
            return [a.MeetingOpened()]
        case c.TakeAttendance(present=present):
            return [_attended(register, meeting, command, present)]
        case c.RecordStatement():
            return [_stated(register, meeting, command)]
        case c.ApproveMinutes(position=position):
            if meeting.state == "convened":
                raise Refused("meeting.not_open")
            return [a.MinutesApproved(position)]
        case c.CloseMeeting():
            return _closed(meeting, facts)
        case c.ConveneMeeting():
            raise AssertionError(command)
        case _:
            assert_never(command)


def not_closed(meeting: Meeting) -> None:
    """Refused if the meeting is over, unless it is being entered after the fact."""
    if meeting.state == "closed" and not meeting.after_the_fact:
        raise Refused("meeting.closed")


def _moved(register: Register, meeting: Meeting, command: c.MoveMeeting) -> a.ActBody:
    if meeting.state != "convened":
        raise Refused("meeting.not_to_be_moved")
    try:
        read_when(command.when)
    except ValueError as reason:
        raise Refused("meeting.when", {"when": command.when}) from reason
    if command.host:
        known(command.host, register.parties, "register.party_unknown")
    return a.MeetingMoved(command.when, command.place, command.host, command.sources)


def _registered(
    register: Register,
    meeting: Meeting,
    command: c.RegisterDelegation,
) -> a.ActBody:
    not_closed(meeting)
    known(command.party, register.parties, "register.party_unknown")
    known(command.party, meeting.invited, "meeting.not_invited")
    if not command.head.strip():
        raise Refused("meeting.head_missing")
    members = tuple(member.strip() for member in command.members if member.strip())
    return a.DelegationRegistered(command.party, command.head.strip(), members)


def _raised(register: Register, meeting: Meeting, command: c.RaiseMatter) -> a.ActBody:
    not_closed(meeting)
    for tag in command.tags:
        known(tag, register.tags, "register.tag_unknown")
    if command.raised_by.startswith("party:") and not meeting.after_the_fact:
        proposers = register.with_right("propose", command.on)
        known(command.raised_by, proposers, "meeting.may_not_propose")
    matter = new_id("matter", command.id)
    return a.MatterRaised(
        matter, worded(command.title), command.raised_by, command.tags, command.sources
    )


def _attended(
    register: Register,
    meeting: Meeting,
    command: c.TakeAttendance,
    present: tuple[a.Presence, ...],
) -> a.ActBody:
    not_closed(meeting)
    for presence in present:
        known(presence.party, register.parties, "register.party_unknown")
        if presence.members < 0:
            raise Refused("meeting.members_negative")
    if meeting.after_the_fact:
        return a.AttendanceTaken(present)
    counts = {presence.party: presence.members for presence in present}
    found = quorum_now(register, meeting.series, command.on, counts)
    return a.AttendanceTaken(present, found)


def _stated(register: Register, meeting: Meeting, command: c.RecordStatement) -> a.ActBody:
    if meeting.state == "convened":
        raise Refused("meeting.not_open")
    not_closed(meeting)
    for tag in command.tags:
        known(tag, register.tags, "register.tag_unknown")
    if command.on_behalf.startswith("party:"):
        known(command.on_behalf, register.parties, "register.party_unknown")
    if command.on_behalf.startswith("organ:"):
        known(command.on_behalf, register.organs, "register.organ_unknown")
    if command.item:
        known(command.item, meeting.items, "meeting.item_unknown")
    return a.StatementMade(
        new_id("statement", command.id),
        command.item,
        worded(command.speaker),
        command.on_behalf,
        worded(command.summary),
        command.tags,
        command.sources,
    )


def _closed(meeting: Meeting, facts: Facts) -> list[a.ActBody]:
    if meeting.state != "open":
        raise Refused("meeting.not_open")
    if any(question.result is None for question in meeting.questions.values()):
        raise Refused("meeting.question_pending")
    if any(contest.running for contest in meeting.sitting.contests.values()):
        raise Refused("meeting.ballot_open")
    fit = facts.fit_for(meeting.audience)
    left_open = tuple(matter.matter for matter in fit.open_matters)
    speaking = meeting.sitting.speaking
    ended = [a.FloorEnded(speaking.request)] if speaking else []
    return [*ended, a.MeetingClosed(facts.adopted_here, left_open, meeting.after_the_fact)]


def evolve_meeting(meeting: Meeting, audience: str, act: a.ActBody) -> Meeting:  # noqa: C901 - one case a kind
    """The meeting after an act of its stream. It asks no rule: what was decided, happened."""
    match act:
        case a.MeetingConvened():
            return Meeting(
                meeting=act.meeting,
                series=act.series,
                state="convened",
                when=act.when,
                audience=audience,
                invited=act.invited,
                after_the_fact=act.after_the_fact,
            )
        case a.MeetingMoved(when=when):
            return replace(meeting, when=when)
        case a.DelegationRegistered(party=party):
            return replace(meeting, delegations=meeting.delegations | {party})
        case a.MatterRaised(matter=matter):
            return replace(meeting, matters=(*meeting.matters, matter))
        case a.MatterSettled(matter=matter):
            return replace(meeting, matters=tuple(m for m in meeting.matters if m != matter))
        case a.AgendaIssued(issue=issue, items=items):
            return replace(meeting, issue=issue, items=tuple(item.item for item in items))
        case a.MeetingOpened():
            return replace(meeting, state="open")
        case a.AttendanceTaken(present=present, quorum=quorum):
            members = {p.party: p.members for p in present}
            return replace(
                meeting, present=tuple(members), members=members, quorum=quorum.get("reached")
            )
        case a.AttendanceChanged(party=party, members=number, quorum=quorum):
            there = {one: n for one, n in meeting.members.items() if one != party}
            members = {**there, party: number} if act.present else there
            return replace(
                meeting, present=tuple(members), members=members, quorum=quorum.get("reached")
            )
        case a.QuestionPut(decision=decision):
            put = Question(
                act.document,
                act.rule,
                act.entitled,
                amendments=act.amendments,
                units=act.units,
                method=act.method,
                roll=act.roll,
                motion=act.motion,
            )
            sitting = evolve_sitting(meeting.sitting, act)
            return _with(replace(meeting, sitting=sitting), decision, put)
        case a.PositionGiven(decision=decision, party=party, choice=choice):
            question = meeting.questions[decision]
            positions = {**question.positions, party: choice}
            return _with(meeting, decision, replace(question, positions=positions))
        case a.QuestionDecided(decision=decision, finding=finding):
            decided = replace(meeting.questions[decision], result=str(finding["result"]))
            return _with(meeting, decision, decided)
        case a.PositionCorrected(decision=decision, party=party, choice=choice):
            question = meeting.questions[decision]
            positions = {**question.positions, party: choice}
            return _with(meeting, decision, replace(question, positions=positions))
        case a.VotingClosed(decision=decision):
            return _with(meeting, decision, replace(meeting.questions[decision], closed=True))
        case a.HandsCounted(decision=decision, counts=counts):
            return _with(meeting, decision, replace(meeting.questions[decision], counts=counts))
        case a.ResultContested(decision=decision, party=party):
            question = meeting.questions[decision]
            contested = replace(question, contested=(*question.contested, party))
            return _with(meeting, decision, contested)
        case a.MeetingClosed():
            return replace(meeting, state="closed")
        case _:
            return replace(meeting, sitting=evolve_sitting(meeting.sitting, act))


def _with(meeting: Meeting, decision: str, question: Question) -> Meeting:
    return replace(meeting, questions={**meeting.questions, decision: question})
