"""The entries of a rulebook: each dated, with its article, its source and how sure we are of it.

One kind of table in the file for each class here. What differs in kind is a function of
`counting` or `texts`; data names it. Fractions are exact, numbers are whole.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, get_args

Confidence = Literal["C", "S", "R", "?"]
SURENESS: tuple[Confidence, ...] = get_args(Confidence)  # the surest first
UNSURE: tuple[Confidence, ...] = ("R", "?")  # the body's own text was not read
Status = Literal["member", "observer", "guest_of_honour", "invited_organisation"]
Act = Literal["speak", "propose", "vote"]
Doubt = Literal["threshold", "absence", "abstention", "quorum"]
Order = Literal["furthest", "text", "strike_first", "perfect_first"]
Stage = Literal["debate", "silence", "adoption"]
Open = Literal[
    "order",
    "rivals",
    "signatures",
    "deadline",
    "languages_before",
    "notice",
    "silence",
    "sub_amendments",
]
RuleKind = Literal[
    "all_voters_yes",
    "all_present_yes",
    "all_cast_yes",
    "no_objection",
    "no_objection_present",
    "consensus_minus",
    "majority_cast",
    "fraction_cast",
    "majority_present",
    "fraction_present",
    "fraction_entitled",
    "fraction_cast_and_floor",
    "conditions",
    "silence",
]
QuorumKind = Literal[
    "not_found",
    "none",
    "number",
    "fraction_of_entitled",
    "fraction_of_component",
    "fraction_of_delegations",
    "fraction_of_each_delegation",
]
Measure = Literal["votes", "voters", "population", "groups"]
Base = Literal["cast", "given", "present", "entitled", "component"]
Tie = Literal["rejected", "adopted", "chair", "revote", "lot"]
Stay = Literal["all", "top_two", "twice_places", "drop_last"]

WHOLE = "assembly"  # the part that holds in every part of the body


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every entry carries; ``says`` is the rule in words, by language."""

    since: str
    article: str = ""
    link: str = ""
    confidence: Confidence
    says: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Entry):
    """What the body is called: its words are its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Right(Entry):
    """What a class of participation may do."""

    status: Status
    may: tuple[Act, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One thing that must hold for adoption: so much of a measure, reckoned on a base.

    ``measure`` is what is summed: votes (by weight), voters (by head), population, or groups
    (each says what the majority of its votes cast says, and counts with its weight). ``of`` is
    the base: ``cast`` yes and no; ``given`` those and abstentions; ``present``; ``entitled``;
    ``component`` the seats of the part, whether filled or not. Adoption needs ``fraction`` of it
    (with ``more_than``: more than that), and ``least``, where both are set the greater.
    """

    measure: Measure = "votes"
    of: Base = "cast"
    fraction: Fraction | None = None
    more_than: bool = False
    least: int = 0
    role: str = ""  # reckoned among the voters of this role only
    each_group: bool = False  # it must hold in every group for itself
    on_request: bool = False  # reckoned only if somebody asks
    waived_below: int = 0  # holds anyway if fewer voters than so many are not in favour
    one_more_to_block: bool = False  # waived below one more than the fewest who can prevent it


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Entry):
    """How a part of the body decides; ``unconfirmed`` names what the source leaves open.

    Kinds other than ``conditions`` are names of frequent ones.
    """

    part: str
    rule: str = "default"
    kind: RuleKind
    unconfirmed: tuple[Doubt, ...] = ()
    fraction: Fraction | None = None
    floor: Fraction | None = None  # of those entitled
    conditions: tuple[Condition, ...] = ()  # of the kind "conditions": all must hold
    n: int = 0  # objections that do not yet stop a consensus
    absent_objections: bool = False  # whether objections of absent parties count
    veto: str = ""  # the role of those whose "no" prevents adoption: "permanent"
    tie: Tie = "rejected"
    split: bool = False  # whether a voter of several votes may divide them
    cap: int = 0  # most votes that one person may cast; 0: no limit
    purpose: str = "decide"  # which quorum it needs
    on_failure: Literal["rejected", "dropped"] = "rejected"
    book: str = ""

    @property
    def name(self) -> str:
        """The rule's full name: "turkpa/plenary.default"."""
        return f"{self.book}/{self.part}.{self.rule}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One kind of ballot of an election, held at most ``ballots`` times (0: until it elects).

    ``absolute`` is more than half of the base, ``fraction`` so much of it, ``relative`` more
    votes than others. ``stay`` is who stands in the next ballot, of those not elected: ``all``;
    the ``top_two``; ``twice_places``, so many as twice the places left; each with whoever has
    as many votes as the last of them; ``drop_last``, all but the one with the fewest votes.
    """

    majority: Literal["absolute", "fraction", "relative"]
    of: Base = "cast"
    fraction: Fraction | None = None
    ballots: int = 1
    stay: Stay = "all"  # who stands in the next ballot


@dataclass(frozen=True, slots=True, kw_only=True)
class Election(Entry):
    """How a part elects: its rounds in turn, and what a tie for the last place leads to.

    A tie leads to a ``lot``, to a ``repeat`` among those who stay by the round, or to a ballot
    ``restricted`` to those tied. Places are filled one by one, by whoever reaches the
    majority; ``together``: nobody is elected before all places can be.
    """

    part: str
    election: str = "election"
    places: int = 1
    rounds: tuple[Round, ...]
    acclamation: bool = False  # no ballot if there are no more candidates than places
    tie: Literal["lot", "repeat", "restricted"] = "repeat"
    together: bool = False
    secret: bool = True
    purpose: str = "elect"
    unconfirmed: tuple[Doubt, ...] = ()
    book: str = ""

    @property
    def name(self) -> str:
        """The election's full name: "pace/assembly.president"."""
        return f"{self.book}/{self.part}.{self.election}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum(Entry):
    """Who must be there; with ``more_than`` the fraction itself is not enough.

    Those who may challenge it: ``askers`` (a fraction of those entitled) from at least
    ``asking_groups`` groups.
    """

    part: str
    kind: QuorumKind
    fraction: Fraction | None = None
    more_than: bool = False
    least: int = 0  # of the kind "number"
    size: tuple[int, int] = (0, 0)  # fewest and most members of a delegation
    on_challenge: bool = False  # counted only if somebody asks
    askers: Fraction | None = None
    asking_groups: int = 0
    purposes: tuple[str, ...] = ("open", "decide")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats(Entry):
    """How many members a part consists of by law, whether the seats are filled or not."""

    part: str
    seats: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voter(Entry):
    """A voter of the body from a day to its last day, with what it counts for.

    ``weight`` is in votes, ``population`` in whatever unit the body's rule reckons in.
    """

    voter: str
    until: str = ""
    names: dict[str, str] = field(default_factory=dict)
    weight: Fraction = Fraction(1)
    population: int = 0
    group: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion(Entry):
    """A motion on procedure: its rank before others (1 first), who is heard, how it is decided."""

    part: str
    motion: str
    rank: int
    speakers_for: int = 0
    speakers_against: int = 0
    seconders: int = 0
    rule: str = "default"


SpeechKind = Literal["speech", "point_of_order", "right_of_reply", "explanation", "motion"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking(Entry):
    """A kind of speech: how long it is, whom it goes before, how often a delegation may ask."""

    part: str
    kind: SpeechKind
    seconds: int = 0  # 0: no limit
    rank: int = 9  # the smallest is heard first
    each: int = 0  # at most so many of one delegation wait; 0: no limit
    unconfirmed: tuple[Literal["seconds", "rank", "each"], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafting(Entry):
    """How a part amends texts and adopts them by silence; ``unconfirmed`` is what no source says.

    What stands here if nothing is written is the practice of the United Nations: the amendment
    furthest from the text first, and one that cannot stand beside an adopted one is not put.
    """

    part: str
    order: Order = "furthest"
    rivals: Literal["fall", "put"] = "fall"  # what becomes of those that an adopted one excludes
    signatures: int = 1  # parties that must stand behind an amendment before it is put
    deadline: str = ""  # so long before the meeting's first day, in whole days: "P1D"
    languages_before: tuple[Stage, ...] = ()  # before what the languages must all be complete
    languages: tuple[str, ...] = ()  # which ones; none named: the authentic ones
    notice: str = ""  # distributed so long before a debate or a silence: "PT12H", "P45D"
    silence: int = 0  # the fewest hours that a silence lasts
    sub_amendments: bool = True
    unconfirmed: tuple[Open, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Value(Entry):
    """A value for reading: a deadline (P2M: two months before), languages, how often."""

    part: str
    key: str
    value: str | int | tuple[str, ...]


Dated = (
    Body | Right | Rule | Election | Quorum | Seats | Voter | Motion | Speaking | Drafting | Value
)
