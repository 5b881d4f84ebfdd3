"""Laws of a sitting, whatever is asked for in whatever order."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.acts import act_of, body_of
from kurultai.procedure.meeting import Meeting, evolve_meeting
from kurultai.procedure.refusal import Refused
from tests.procedure.minutes import MEMBERS, STRICT, Minutes
from tests.procedure.sitting.rules import ELECTION, EN, HERE, MAJORITY, MOTIONS, QUORUM

KINDS = ("speech", "point_of_order", "right_of_reply", "explanation", "motion")
RANKS = {"suspend_meeting": 1, "adjourn_meeting": 2, "adjourn_debate": 3, "close_debate": 4}
NAMES = ("candidate:a", "candidate:b", "candidate:c")
CANDIDATES = tuple(a.Candidate(name, EN) for name in NAMES)
PARTY = st.sampled_from((*MEMBERS, "party:hu"))
CHOICE = st.sampled_from(("yes", "no", "abstain"))
SMALL = st.integers(0, 2)


def opened() -> Minutes:
    """A meeting of four that has just been opened, with two items on its agenda."""
    minutes = Minutes()
    book = STRICT + MAJORITY + MOTIONS + ELECTION + QUORUM
    minutes.given(
        a.AssemblyFounded("x", EN, "X", ("en",), "UTC"),
        a.RulebookAdopted("test", book),
        a.OrganEstablished("organ:defence", "chairs", "chairs_meeting", EN),
        *(a.PartyRegistered(party, EN, EN) for party in (*MEMBERS, "party:hu")),
        *(a.StatusGiven(party, "member") for party in MEMBERS),
        a.StatusGiven("party:hu", "observer"),
        a.SeriesOpened("series:defence", "organ:defence", EN, 12, core=()),
        on="2008-11-21",
    )
    items = tuple(a.AgendaItem(name, EN, "core") for name in ("item:1", "item:2"))
    return minutes.given(
        a.MeetingConvened("meeting:defence-3", "series:defence", 3, "2026-05-20", {}, None, {}, ()),
        a.AgendaIssued(1, "adopted", items),
        a.MeetingOpened(),
        a.AttendanceTaken(tuple(a.Presence(party, 1) for party in MEMBERS)),
        on="2026-05-20",
    )


class Sitting(RuleBasedStateMachine):
    """A sitting in which anybody asks for anything; what is refused changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.minutes = opened()
        self.asked = 0
        self.again: Meeting = self.minutes.meeting  # folded from what the record would hold
        self.requests: dict[str, str] = {}
        self.speaking: list[str] = []
        self.motions: list[str] = []
        self.decisions: list[str] = []
        self.elections: list[str] = []

    @initialize()
    def begin(self) -> None:
        """The list is open, three questions are put, a motion is moved, an election opened."""
        self.ask(c.OpenSpeakersList)
        for method in ("open", "hands", "roll_call"):
            self.ask(c.PutQuestion, question=EN, method=method, seed="7", rule="motion")
        self.ask(c.MoveMotion, kind="close_debate", party=MEMBERS[0])
        self.ask(c.OpenElection, office=EN, rule="president", candidates=CANDIDATES)
        self.ask(c.OpenBallot, election=self.elections[0])

    def ask(self, kind: type[Any], /, **parts: Any) -> None:  # noqa: ANN401 - parts of a command
        """Ask for something; what follows is entered, and the law on it held."""
        self.asked += 1
        command = kind(**HERE, id=f"c{self.asked}", **parts)
        try:
            acts = self.minutes.when(command)
        except Refused:
            return
        for act in acts:
            self.hold_precedence(act)
            self.minutes.given(act, on="2026-05-20")
            kept = act_of(type(act).__name__, body_of(act))
            self.again = evolve_meeting(self.again, "public", kept)
            self.note(act)

    def note(self, act: a.ActBody) -> None:
        match act:
            case a.FloorRequested(request=request):
                assert request not in self.requests
                self.requests[request] = "waiting"
            case a.FloorRequestWithdrawn(request=request):
                self.move(request, ("waiting",), "withdrawn")
            case a.FloorGiven(request=request):
                assert not self.speaking
                self.move(request, ("waiting", "spoken"), "speaking")
                self.speaking.append(request)
            case a.FloorEnded(request=request):
                self.move(request, ("speaking",), "spoken")
                self.speaking.remove(request)
            case a.MotionMoved(motion=motion):
                self.motions.append(motion)
            case a.QuestionPut(decision=decision):
                self.decisions.append(decision)
            case a.ElectionOpened(election=election):
                self.elections.append(election)
            case _:
                pass

    def move(self, request: str, old: tuple[str, ...], new: str) -> None:
        assert self.requests[request] in old
        self.requests[request] = new

    def hold_precedence(self, act: a.ActBody) -> None:
        """A motion is put only if none of a higher rank is in order, or with a reason."""
        if not isinstance(act, a.QuestionPut) or act.motion is None or act.departure:
            return
        motions = self.minutes.meeting.sitting.motions
        put = motions[act.motion]
        ready = [m for m in motions.values() if m.state == "in_order"]
        assert put in ready
        assert len(put.seconders) >= put.needed
        assert RANKS[put.kind] == min(RANKS[m.kind] for m in ready)

    # --- what may be asked for

    @rule(item=st.sampled_from(("item:1", "item:2", "item:3", "")))
    def take_item(self, item: str) -> None:
        self.ask(c.TakeItem, item=item)

    @rule(go_on=st.sampled_from((True, True, False)))
    def suspend_or_resume(self, *, go_on: bool) -> None:
        self.ask(c.ResumeSitting if go_on else c.SuspendSitting)

    @rule(party=PARTY, present=st.booleans(), members=SMALL)
    def change_attendance(self, party: str, *, present: bool, members: int) -> None:
        self.ask(c.ChangeAttendance, party=party, present=present, members=members)

    @rule(seconds=st.none() | SMALL, opens=st.booleans())
    def open_or_close_list(self, seconds: int | None, *, opens: bool) -> None:
        if opens:
            self.ask(c.OpenSpeakersList, seconds=seconds)
        else:
            self.ask(c.CloseSpeakersList)

    @rule(party=PARTY, kind=st.sampled_from(KINDS))
    def request_floor(self, party: str, kind: str) -> None:
        self.ask(c.RequestFloor, party=party, kind=kind)

    @precondition(lambda self: self.requests)
    @rule(data=st.data(), party=PARTY | st.just(""))
    def withdraw_request(self, data: st.DataObject, party: str) -> None:
        request = data.draw(st.sampled_from(list(self.requests)))
        self.ask(c.WithdrawFloorRequest, request=request, party=party)

    @rule(data=st.data(), seconds=st.none() | SMALL)
    def give_floor(self, data: st.DataObject, seconds: int | None) -> None:
        request = data.draw(st.sampled_from(["", "", "", *self.requests]))
        self.ask(c.GiveFloor, request=request, seconds=seconds)

    @precondition(lambda self: self.speaking)
    @rule()
    def end_floor(self) -> None:
        self.ask(c.EndFloor)

    @rule(kind=st.sampled_from((*RANKS, "song")), party=PARTY)
    def move_motion(self, kind: str, party: str) -> None:
        self.ask(c.MoveMotion, kind=kind, party=party)

    @precondition(lambda self: self.motions)
    @rule(data=st.data(), party=PARTY)
    def second_motion(self, data: st.DataObject, party: str) -> None:
        motion = data.draw(st.sampled_from(self.motions))
        self.ask(c.SecondMotion, motion=motion, party=party)

    @precondition(lambda self: self.motions)
    @rule(data=st.data(), ruling=st.sampled_from(("in_order", "in_order", "withdrawn")))
    def rule_on_motion(self, data: st.DataObject, ruling: str) -> None:
        motion = data.draw(st.sampled_from(self.motions))
        self.ask(c.RuleOnMotion, motion=motion, ruling=ruling)

    @precondition(lambda self: self.motions)
    @rule(data=st.data(), departure=st.sampled_from(({}, {}, EN)))
    def put_motion(self, data: st.DataObject, departure: dict[str, str]) -> None:
        motion = data.draw(st.sampled_from(self.motions))
        self.ask(c.RuleOnMotion, motion=motion, ruling="in_order")
        self.ask(c.PutQuestion, question=EN, motion=motion, departure=departure)

    @precondition(lambda self: len(self.decisions) < 6)
    @rule(method=st.sampled_from(("open", "hands", "roll_call")), seed=st.sampled_from(("", "7")))
    def put_question(self, method: str, seed: str) -> None:
        self.ask(c.PutQuestion, question=EN, method=method, seed=seed, rule="motion")

    def question(self, data: st.DataObject) -> str:
        return str(data.draw(st.sampled_from(self.decisions)))

    @rule(data=st.data(), party=PARTY, choice=CHOICE)
    def give_position(self, data: st.DataObject, party: str, choice: str) -> None:
        self.ask(c.GivePosition, decision=self.question(data), party=party, choice=choice)

    @rule(data=st.data(), party=PARTY, choice=CHOICE)
    def correct_position(self, data: st.DataObject, party: str, choice: str) -> None:
        said = {"decision": self.question(data), "party": party, "choice": choice}
        self.ask(c.CorrectPosition, **said, reason=EN)

    @rule(data=st.data(), yes=SMALL, no=SMALL, abstain=SMALL)
    def count_hands(self, data: st.DataObject, yes: int, no: int, abstain: int) -> None:
        self.ask(c.CountHands, decision=self.question(data), yes=yes, no=no, abstain=abstain)

    @rule(data=st.data(), party=PARTY)
    def close_or_contest(self, data: st.DataObject, party: str) -> None:
        decision = self.question(data)
        self.ask(c.CloseVoting, decision=decision)
        self.ask(c.ContestResult, decision=decision, party=party)

    @rule(data=st.data(), casting=st.sampled_from(("", "yes", "no")))
    def decide_question(self, data: st.DataObject, casting: str) -> None:
        self.ask(c.DecideQuestion, decision=self.question(data), casting=casting)

    def election(self, data: st.DataObject) -> str:
        return str(data.draw(st.sampled_from(self.elections)))

    @precondition(lambda self: len(self.elections) < 3)
    @rule()
    def open_election(self) -> None:
        self.ask(c.OpenElection, office=EN, rule="president", candidates=CANDIDATES)

    @rule(data=st.data())
    def open_ballot(self, data: st.DataObject) -> None:
        self.ask(c.OpenBallot, election=self.election(data))

    @rule(data=st.data(), name=st.sampled_from(NAMES))
    def withdraw_candidate(self, data: st.DataObject, name: str) -> None:
        self.ask(c.WithdrawCandidate, election=self.election(data), candidate=name)

    @rule(
        data=st.data(),
        votes=st.dictionaries(st.sampled_from(NAMES), SMALL, min_size=1),
        blank=SMALL,
        lot=st.sampled_from(("", "7")),
    )
    def count_papers(
        self, data: st.DataObject, votes: dict[str, int], blank: int, lot: str
    ) -> None:
        protocol = {"counts": votes, "blank": blank, "tellers": MEMBERS[:2], "lot": lot}
        issued = sum(votes.values()) + blank
        self.ask(c.CountPapers, election=self.election(data), issued=issued, **protocol)

    @rule()
    def ask_for_what_is_not_there(self) -> None:
        self.ask(c.WithdrawFloorRequest, request="request:none")
        self.ask(c.SecondMotion, motion="motion:none", party=MEMBERS[1])
        self.ask(c.DecideQuestion, decision="decision:none")
        self.ask(c.OpenBallot, election="election:none")

    # --- what holds at any time

    @invariant()
    def the_floor_is_anybodys_only_once(self) -> None:
        sitting = self.minutes.meeting.sitting
        standing = {
            **{one.request: "waiting" for one in sitting.waiting},
            **{one.request: "spoken" for one in sitting.spoken},
            **({sitting.speaking.request: "speaking"} if sitting.speaking else {}),
        }
        known = {r: state for r, state in self.requests.items() if state != "withdrawn"}
        assert standing == known
        assert len(standing) == len(sitting.waiting) + len(sitting.spoken) + len(self.speaking)
        assert not (sitting.suspended and sitting.speaking)

    @invariant()
    def what_the_record_holds_leads_to_the_same_sitting(self) -> None:
        assert self.again == self.minutes.meeting

    @invariant()
    def no_more_are_elected_than_there_are_places(self) -> None:
        for contest in self.minutes.meeting.sitting.contests.values():
            assert len(contest.elected) <= contest.places
            assert not set(contest.elected) & set(contest.standing)
            assert not (contest.over and contest.running)

    @invariant()
    def only_who_may_vote_has_a_position(self) -> None:
        for question in self.minutes.meeting.questions.values():
            assert set(question.positions) <= set(question.entitled)
            assert not (question.positions and question.method == "hands")


TestSitting = Sitting.TestCase
TestSitting.settings = settings(max_examples=100, stateful_step_count=60)
