"""Every step of a sitting, by the address of its form."""

from kurultai.site.forms.sitting import (
    course,
    elections,
    floor,
    minutes,
    motions,
    putting,
    voting,
)
from kurultai.site.forms.step import Step

_STEPS: dict[str, type[Step]] = {
    "items": course.TakeItem,
    "suspensions": course.SuspendSitting,
    "resumptions": course.ResumeSitting,
    "arrivals": course.ChangeAttendance,
    "lists": floor.OpenSpeakersList,
    "list-closings": floor.CloseSpeakersList,
    "floor-requests": floor.RequestFloor,
    "floor-withdrawals": floor.WithdrawFloorRequest,
    "turns": floor.GiveFloor,
    "turn-ends": floor.EndFloor,
    "motions": motions.MoveMotion,
    "seconders": motions.SecondMotion,
    "rulings": motions.RuleOnMotion,
    "questions": putting.PutInSitting,
    "positions": voting.GiveInSitting,
    "closings": voting.CloseVoting,
    "hands": voting.CountHands,
    "contests": voting.ContestResult,
    "corrections": voting.CorrectPosition,
    "results": voting.Announce,
    "elections": elections.OpenElection,
    "candidate-withdrawals": elections.WithdrawCandidate,
    "ballots": elections.OpenBallot,
    "papers": elections.CountPapers,
    "minutes-corrections": minutes.CorrectMinute,
}
SITTING = {f"meetings/<name>/sitting/{noun}/new": step for noun, step in _STEPS.items()}
