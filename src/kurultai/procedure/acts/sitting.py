"""Acts of a sitting: items taken up, the floor, attendance, motions, counts, elections."""

from dataclasses import dataclass, field
from typing import Any

from kurultai.procedure.acts.words import Words


@dataclass(frozen=True, slots=True)
class ItemTaken:
    """The chair took up an item of the agenda; empty: none is before the house."""

    item: str


@dataclass(frozen=True, slots=True)
class SittingSuspended:
    """The sitting was suspended, until an instant if one was said."""

    until: str = ""
    reason: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SittingResumed:
    """The sitting went on."""


@dataclass(frozen=True, slots=True)
class AttendanceChanged:
    """A delegation came, left, or is there with another number (0: not stated).

    ``quorum`` is the finding on all who are there now, if the rules know one.
    """

    party: str
    present: bool
    members: int = 0
    quorum: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SpeakersListOpened:
    """The speakers' list was opened, or opened again; each has so many seconds (0: no limit)."""

    seconds: int = 0


@dataclass(frozen=True, slots=True)
class SpeakersListClosed:
    """Nobody more may enter the speakers' list; points of order and replies are always heard."""


@dataclass(frozen=True, slots=True)
class FloorRequested:
    """Somebody asked for the floor: for a speech, a point_of_order, a right_of_reply ..."""

    request: str
    person: str
    party: str
    kind: str


@dataclass(frozen=True, slots=True)
class FloorRequestWithdrawn:
    """Who had asked for the floor did so no longer, or was struck off by the chair."""

    request: str


@dataclass(frozen=True, slots=True)
class FloorGiven:
    """The chair gave the floor, for so many seconds (0: no limit)."""

    request: str
    seconds: int


@dataclass(frozen=True, slots=True)
class FloorEnded:
    """A speech ended."""

    request: str


@dataclass(frozen=True, slots=True)
class MotionMoved:
    """A motion on procedure was moved; so many seconders are needed before it is put."""

    motion: str
    kind: str
    party: str
    words: Words = field(default_factory=dict)
    seconders_needed: int = 0


@dataclass(frozen=True, slots=True)
class MotionSeconded:
    """A delegation seconded a motion."""

    motion: str
    party: str


@dataclass(frozen=True, slots=True)
class MotionRuled:
    """The chair ruled a motion in order or not, or found it withdrawn, and said why."""

    motion: str
    ruling: str  # in_order, out_of_order or withdrawn
    reason: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VotingClosed:
    """No position can be given any more on a question; the result is not yet announced."""

    decision: str


@dataclass(frozen=True, slots=True)
class HandsCounted:
    """Hands were counted, or counted again; nobody is named."""

    decision: str
    counts: dict[str, int]  # yes, no, abstain


@dataclass(frozen=True, slots=True)
class ResultContested:
    """A delegation contested a result before it was announced."""

    decision: str
    party: str
    reason: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PositionCorrected:
    """A position that had been recorded wrongly was put right; what it was stays on the record."""

    decision: str
    party: str
    was: str
    choice: str
    reason: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who stands in an election; ``party`` put the candidate forward, or nobody did."""

    candidate: str
    names: Words
    party: str = ""


@dataclass(frozen=True, slots=True)
class ElectionOpened:
    """An election was opened by a rule of the rulebook: "part.election"."""

    election: str
    office: Words
    rule: str
    places: int
    candidates: tuple[Candidate, ...]
    entitled: tuple[str, ...]
    item: str | None = None


@dataclass(frozen=True, slots=True)
class CandidateWithdrew:
    """A candidate no longer stands."""

    election: str
    candidate: str


@dataclass(frozen=True, slots=True)
class BallotOpened:
    """A ballot was opened for those who stand in it, by "paper" (secret) or "roll_call"."""

    election: str
    ballot: int
    method: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PapersCounted:
    """The tellers' protocol: papers handed out, votes by candidate, blank and spoiled papers."""

    election: str
    ballot: int
    issued: int
    counts: dict[str, int]
    blank: int
    spoiled: int
    tellers: tuple[str, ...]  # parties whose members counted, at least two


@dataclass(frozen=True, slots=True)
class BallotFound:
    """What a ballot came to; ``finding`` is as of an election, and says who is elected."""

    election: str
    ballot: int
    finding: dict[str, Any]


@dataclass(frozen=True, slots=True)
class MinuteCorrected:
    """The act at a position was entered wrongly; the words say what is right."""

    position: int
    words: Words


SittingAct = (
    ItemTaken
    | SittingSuspended
    | SittingResumed
    | AttendanceChanged
    | SpeakersListOpened
    | SpeakersListClosed
    | FloorRequested
    | FloorRequestWithdrawn
    | FloorGiven
    | FloorEnded
    | MotionMoved
    | MotionSeconded
    | MotionRuled
    | VotingClosed
    | HandsCounted
    | ResultContested
    | PositionCorrected
    | ElectionOpened
    | CandidateWithdrew
    | BallotOpened
    | PapersCounted
    | BallotFound
    | MinuteCorrected
)
