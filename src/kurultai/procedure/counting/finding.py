"""What was found: a result with all that a reader needs to check it without this program.

Kept in the record for ever as plain data: what is added here later has a default. Numbers are
whole, or fractions where a weight is one.
"""

from dataclasses import asdict, dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Number = int | Fraction


@dataclass(frozen=True, slots=True)
class Reckoned:
    """One condition reckoned: ``numerator`` of ``base_count``, and the least that was needed.

    ``measure``, ``of``, ``role`` and ``fraction`` are the condition's; ``group`` is the one in
    which it was reckoned, where it must hold in each. ``waived``: held though not reached, since
    too few were not in favour. ``asked``: False if nobody asked for it, so that it did not count.
    """

    measure: str
    of: str
    base_count: Number
    numerator: Number
    needed: Number
    met: bool
    fraction: str = ""
    more_than: bool = False
    least: int = 0
    role: str = ""
    group: str = ""
    waived: bool = False
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """The result; where several conditions were reckoned the numbers are of the one that decided.

    ``yes`` to ``not_counted`` name the voters; they are empty where only sums are known, and
    ``sums`` then has the votes by choice. ``silent`` were present and gave no position; ``absent``
    were not present; ``recused`` took no part. ``needed`` is the least number in favour that
    adopts, for a consensus the most objections that still do.

    ``would_change`` holds what else would have changed the result, each alone and as few as can
    be: ``more_yes`` (votes in favour instead of against or of silence, as many being counted),
    ``fewer_objections``, ``fewer_abstentions`` (given by nobody at all), ``fewer_yes`` (of an
    adopted question: votes against instead of in favour), ``more_present``.
    """

    result: str  # adopted, rejected, dropped, no_quorum, tied, vetoed or lapsed
    rule: str
    kind: str
    article: str
    link: str
    confidence: str
    unconfirmed: tuple[str, ...]
    base: str  # cast, given, present, entitled or component
    base_count: Number
    yes: tuple[str, ...]
    no: tuple[str, ...]
    abstain: tuple[str, ...]
    absent: tuple[str, ...]
    not_counted: tuple[str, ...]
    numerator: Number
    needed: Number
    fraction: str
    reason: str
    would_change: dict[str, Number] = field(default_factory=dict)
    silent: tuple[str, ...] = ()
    floor: str = ""
    measure: str = "votes"
    conditions: tuple[Reckoned, ...] = ()  # where there are several, or one of another measure
    sums: dict[str, Number] = field(default_factory=dict)  # votes by choice
    recused: tuple[str, ...] = ()
    vetoed_by: tuple[str, ...] = ()
    casting: str = ""  # what the chair's casting vote said, where it decided
    quorum: dict[str, object] = field(default_factory=dict)  # where one was reckoned
    departure: dict[str, object] = field(default_factory=dict)  # from which rule, how agreed
    lapsed: dict[str, str] = field(default_factory=dict)  # with which question, by its result
    late: tuple[str, ...] = ()  # who objected too late
    drawn: dict[str, object] = field(default_factory=dict)  # the lot that decided, and its seed


@dataclass(frozen=True, slots=True)
class Standing:
    """A candidate and its votes in one ballot."""

    candidate: str
    votes: Number


@dataclass(frozen=True, slots=True)
class ElectionFinding:
    """One ballot of an election: who is elected, who stands in the next, and by what arithmetic.

    ``result`` is elected, next_round, tied, no_quorum, or rejected where nobody is elected and
    the rules know no further ballot. ``next`` stand in the next ballot, ``tied`` are those of
    whom some only could have a place (or stay), ``elected`` may be some for fewer than the
    places. ``base`` is empty where nobody said how many ballots were given and a relative
    majority did not need to know. ``drawn`` is the lot, where one decided: the seed that was
    published, and the tied candidates in the order in which they were drawn. ``would_change`` has
    for those not elected the fewest votes that would have elected them, given to them instead of
    to others; empty where places are filled together.
    """

    result: str
    rule: str
    article: str
    link: str
    confidence: str
    unconfirmed: tuple[str, ...]
    ballot: int  # which one this was, from 1
    majority: str  # absolute, fraction, relative or acclamation
    base: str
    base_count: Number
    needed: Number
    fraction: str
    places: int
    standing: tuple[Standing, ...]  # most votes first
    elected: tuple[str, ...]
    next: tuple[str, ...]
    tied: tuple[str, ...]
    reason: str
    sums: dict[str, Number] = field(default_factory=dict)  # abstain, blank and the like
    drawn: dict[str, object] = field(default_factory=dict)
    quorum: dict[str, object] = field(default_factory=dict)
    would_change: dict[str, int] = field(default_factory=dict)


def kept(finding: "DataclassInstance") -> dict[str, Any]:
    """The finding as the record keeps it: plain data, a number that is not whole as text."""
    return {key: _plain(value) for key, value in asdict(finding).items()}


def _plain(value: object) -> object:
    match value:
        case Fraction():
            return value.numerator if value.denominator == 1 else str(value)
        case tuple() | list():
            return tuple(map(_plain, value))
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case _:
            return value
