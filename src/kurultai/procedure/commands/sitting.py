"""Commands of a sitting: what chair, delegations and clerk ask for while it lasts."""

from dataclasses import dataclass, field

from kurultai.procedure.acts.sitting import Candidate
from kurultai.procedure.acts.words import Words
from kurultai.procedure.commands.asked import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeItem(Asked):
    """Take up an item of the agenda, or none."""

    meeting: str
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspendSitting(Asked):
    """Suspend the sitting, until an instant if one is said ("2026-05-20T14:00Z")."""

    meeting: str
    until: str = ""
    reason: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeSitting(Asked):
    """Go on with the sitting."""

    meeting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeAttendance(Asked):
    """Enter that a delegation came, left, or is there with another number."""

    meeting: str
    party: str
    present: bool
    members: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSpeakersList(Asked):
    """Open the speakers' list, or open it again; None: the time that the rulebook gives."""

    meeting: str
    seconds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseSpeakersList(Asked):
    """Close the speakers' list."""

    meeting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFloor(Asked):
    """Ask for the floor in the name of a delegation; the person is who asks, if nobody is named."""

    meeting: str
    party: str
    kind: str = "speech"
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawFloorRequest(Asked):
    """Ask for the floor no longer; ``party`` is whose request it is."""

    meeting: str
    request: str
    party: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveFloor(Asked):
    """Give the floor: to the next by the rulebook, or to whom is named; whoever speaks ends.

    Who was interrupted, or was heard before, may be given it again by the same request.
    """

    meeting: str
    request: str = ""
    seconds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndFloor(Asked):
    """End the speech of whoever has the floor."""

    meeting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveMotion(Asked):
    """Move a motion on procedure in the name of a delegation."""

    meeting: str
    kind: str
    party: str
    words: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondMotion(Asked):
    """Second a motion."""

    meeting: str
    motion: str
    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleOnMotion(Asked):
    """Rule a motion in_order or out_of_order, or find it withdrawn."""

    meeting: str
    motion: str
    ruling: str
    reason: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseVoting(Asked):
    """Take no more positions on the question."""

    meeting: str
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountHands(Asked):
    """Enter the hands counted."""

    meeting: str
    decision: str
    yes: int
    no: int
    abstain: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestResult(Asked):
    """Contest what was counted, before it is announced."""

    meeting: str
    decision: str
    party: str
    reason: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectPosition(Asked):
    """Put a position right that was recorded wrongly, before the result is announced."""

    meeting: str
    decision: str
    party: str
    choice: str
    reason: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenElection(Asked):
    """Open an election by a rule of the part ("president")."""

    meeting: str
    office: Words
    rule: str
    candidates: tuple[Candidate, ...]
    places: int | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawCandidate(Asked):
    """Enter that a candidate no longer stands."""

    meeting: str
    election: str
    candidate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenBallot(Asked):
    """Open the next ballot."""

    meeting: str
    election: str
    method: str = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountPapers(Asked):
    """Enter the tellers' protocol of the ballot that is open, and find what it came to."""

    meeting: str
    election: str
    issued: int
    counts: dict[str, int]
    tellers: tuple[str, ...]
    blank: int = 0
    spoiled: int = 0
    lot: str = ""  # the seed of a draw, where the lot decides


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectMinute(Asked):
    """Say what is right where an act of this meeting was entered wrongly."""

    meeting: str
    position: int
    words: Words


SittingCommand = (
    TakeItem
    | SuspendSitting
    | ResumeSitting
    | ChangeAttendance
    | OpenSpeakersList
    | CloseSpeakersList
    | RequestFloor
    | WithdrawFloorRequest
    | GiveFloor
    | EndFloor
    | MoveMotion
    | SecondMotion
    | RuleOnMotion
    | CloseVoting
    | CountHands
    | ContestResult
    | CorrectPosition
    | OpenElection
    | WithdrawCandidate
    | OpenBallot
    | CountPapers
    | CorrectMinute
)
