"""The sitting as the acts so far have made it. It asks no rule: what was decided, happened."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kurultai.procedure import acts as a


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody who asked for the floor; ``order`` is the place in which they asked."""

    request: str
    person: str
    party: str
    kind: str
    order: int


@dataclass(frozen=True, slots=True)
class Moved:
    """A motion on procedure; ``state`` is moved, in_order, out_of_order, withdrawn or put."""

    motion: str
    kind: str
    party: str
    needed: int
    seconders: tuple[str, ...] = ()
    state: str = "moved"


@dataclass(frozen=True, slots=True)
class Held:
    """One ballot of an election; ``result`` is None until it was counted.

    ``awaits_lot``: it is tied, and the rules have the lot decide as soon as a seed is published.
    """

    ballot: int
    method: str
    candidates: tuple[str, ...]
    result: str | None = None
    elected: tuple[str, ...] = ()
    awaits_lot: bool = False


@dataclass(frozen=True, slots=True)
class Contest:
    """An election; ``standing`` are those who may still be elected."""

    election: str
    rule: str
    places: int
    entitled: tuple[str, ...]
    standing: tuple[str, ...]
    ballots: tuple[Held, ...] = ()
    over: bool = False

    @property
    def running(self) -> Held | None:
        """The ballot whose papers, or whose lot, are awaited."""
        last = self.ballots[-1] if self.ballots else None
        open_still = last is not None and (last.result is None or last.awaits_lot)
        return last if open_still else None

    @property
    def elected(self) -> tuple[str, ...]:
        """Those elected so far, in the order in which they were."""
        return tuple(name for held in self.ballots for name in held.elected)

    @property
    def vacant(self) -> int:
        """The places for which the ballot that runs, or is to follow, is held."""
        settled = (held for held in self.ballots if held is not self.running)
        return self.places - sum(len(held.elected) for held in settled)

    @property
    def number(self) -> int:
        """Which ballot by the rules that one is, from 1: one without a quorum was none."""
        settled = (held for held in self.ballots if held is not self.running)
        return 1 + sum(held.result != "no_quorum" for held in settled)


@dataclass(frozen=True, slots=True)
class Sitting:
    """What is before the house, who waits for the floor, what was moved, who is elected."""

    item: str = ""
    suspended: bool = False
    list_open: bool = False
    seconds: int = 0  # of a speech by the list that was opened
    asked: int = 0  # how many have asked for the floor so far
    waiting: tuple[Request, ...] = ()
    speaking: Request | None = None
    spoken: tuple[Request, ...] = ()  # who was heard: the floor may be given back to them
    motions: Mapping[str, Moved] = field(default_factory=dict)
    contests: Mapping[str, Contest] = field(default_factory=dict)


def evolve_sitting(sitting: Sitting, act: a.ActBody) -> Sitting:  # noqa: C901 - one case a kind
    """The sitting after the act."""
    match act:
        case a.ItemTaken(item=item):
            return replace(sitting, item=item)
        case a.SittingSuspended():
            return replace(sitting, suspended=True)
        case a.SittingResumed():
            return replace(sitting, suspended=False)
        case a.SpeakersListOpened(seconds=seconds):
            return replace(sitting, list_open=True, seconds=seconds)
        case a.SpeakersListClosed():
            return replace(sitting, list_open=False)
        case a.FloorRequested():
            asked = Request(act.request, act.person, act.party, act.kind, sitting.asked + 1)
            return replace(sitting, asked=asked.order, waiting=(*sitting.waiting, asked))
        case a.FloorRequestWithdrawn(request=request):
            return replace(sitting, waiting=_without(sitting.waiting, request))
        case a.FloorGiven(request=request):
            return _given(sitting, request)
        case a.FloorEnded():
            heard = () if sitting.speaking is None else (sitting.speaking,)
            return replace(sitting, speaking=None, spoken=(*sitting.spoken, *heard))
        case a.MotionMoved() | a.MotionSeconded() | a.MotionRuled():
            return _with_motion(sitting, act)
        case a.QuestionPut(motion=str(motion)):
            put = replace(sitting.motions[motion], state="put")
            return replace(sitting, motions={**sitting.motions, motion: put})
        case a.ElectionOpened() | a.CandidateWithdrew() | a.BallotOpened() | a.BallotFound():
            return _with_contest(sitting, act)
        case _:
            return sitting


def _given(sitting: Sitting, request: str) -> Sitting:
    asked = (*sitting.waiting, *sitting.spoken)
    return replace(
        sitting,
        waiting=_without(sitting.waiting, request),
        spoken=_without(sitting.spoken, request),
        speaking=next((one for one in asked if one.request == request), None),
    )


def _without(requests: tuple[Request, ...], request: str) -> tuple[Request, ...]:
    return tuple(one for one in requests if one.request != request)


def _with_motion(
    sitting: Sitting, act: a.MotionMoved | a.MotionSeconded | a.MotionRuled
) -> Sitting:
    match act:
        case a.MotionMoved():
            moved = Moved(act.motion, act.kind, act.party, act.seconders_needed)
        case a.MotionSeconded():
            earlier = sitting.motions[act.motion]
            moved = replace(earlier, seconders=(*earlier.seconders, act.party))
        case a.MotionRuled():
            moved = replace(sitting.motions[act.motion], state=act.ruling)
    return replace(sitting, motions={**sitting.motions, act.motion: moved})


def _with_contest(
    sitting: Sitting,
    act: a.ElectionOpened | a.CandidateWithdrew | a.BallotOpened | a.BallotFound,
) -> Sitting:
    match act:
        case a.ElectionOpened():
            standing = tuple(candidate.candidate for candidate in act.candidates)
            contest = Contest(act.election, act.rule, act.places, act.entitled, standing)
        case a.CandidateWithdrew():
            contest = sitting.contests[act.election]
            left = tuple(one for one in contest.standing if one != act.candidate)
            contest = replace(contest, standing=left)
        case a.BallotOpened():
            contest = sitting.contests[act.election]
            held = Held(act.ballot, act.method, act.candidates)
            contest = replace(contest, ballots=(*contest.ballots, held))
        case a.BallotFound():
            contest = _found(sitting.contests[act.election], act)
    return replace(sitting, contests={**sitting.contests, act.election: contest})


def _found(contest: Contest, act: a.BallotFound) -> Contest:
    """The ballot counted: those elected leave the contest, and the next is between who stands."""
    result, lot = str(act.finding["result"]), act.finding["reason"] == "lot_missing"
    elected = tuple(act.finding["elected"])
    ballots = tuple(
        replace(held, result=result, elected=elected, awaits_lot=lot)
        if held.ballot == act.ballot
        else held
        for held in contest.ballots
    )
    over = result not in ("next_round", "no_quorum") and not lot
    return replace(contest, ballots=ballots, standing=tuple(act.finding["next"]), over=over)
