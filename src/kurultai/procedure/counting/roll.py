"""The roll: who may vote on a day, and with what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kurultai.procedure.counting.finding import Number
from kurultai.procedure.counting.tally import Worth, whole
from kurultai.procedure.rulebook import Rulebook, Voter


@dataclass(frozen=True, slots=True)
class Member:
    """A voter as it counts: votes, population, its group, its roles; ``part`` is all of it."""

    weight: Number = 1
    population: int = 0
    group: str = ""
    roles: tuple[str, ...] = ()
    part: tuple[str, tuple[str, ...], Worth] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        worth: Worth = (self.weight, 1, self.population)
        object.__setattr__(self, "part", (self.group, self.roles, worth))


@dataclass(frozen=True, slots=True)
class Roll:
    """The voters on a day, and the weight of each group that the rulebook names.

    Without voters the roll is not known: then whoever is named may vote, with one vote each.
    """

    voters: Mapping[str, Member] = field(default_factory=dict)
    groups: Mapping[str, Number] = field(default_factory=dict)
    weighted: bool = False

    @property
    def total(self) -> Number:
        """All votes of all voters."""
        return whole(sum(member.weight for member in self.voters.values()))


def roll_of(book: Rulebook, day: str) -> Roll:
    """The roll by the rulebook on the ISO day.

    An entry that others name as their group is that group with its weight, and no voter.
    """
    entries = book.electorate(on=day)
    groups = {entry.group for entry in entries.values() if entry.group}
    voters = {name: _member(v) for name, v in entries.items() if name not in groups}
    weights: dict[str, Number] = dict.fromkeys(sorted(groups), 1)
    weights |= {name: whole(v.weight) for name, v in entries.items() if name in groups}
    return Roll(voters, weights, any(member.weight != 1 for member in voters.values()))


def _member(voter: Voter) -> Member:
    return Member(whole(voter.weight), voter.population, voter.group, voter.roles)


def of_groups(roll: Roll, named: Iterable[str]) -> Roll:
    """The roll of a body whose rulebook names groups only; ``named`` are groups in the event.

    If a group in the event is a voter by the rulebook, and no voter stands in a group, then what
    the rulebook names are the groups, and who their voters are is not known.
    """
    if roll.groups or not any(name in roll.voters for name in named):
        return roll
    return Roll({}, {name: member.weight for name, member in roll.voters.items()})


def restricted(roll: Roll, entitled: Iterable[str]) -> Roll:
    """The roll of those named only; where none is known, one vote each."""
    voters = {name: roll.voters.get(name, _ONE) for name in sorted(entitled)}
    weighted = any(member.weight != 1 for member in voters.values())
    groups = {member.group for member in voters.values()}
    kept = {name: weight for name, weight in roll.groups.items() if name in groups}
    return Roll(voters, kept, weighted)


_ONE = Member()
