"""The tally: what was said, as exact sums by choice, group and role.

Sums are whole numbers as long as every weight is one; nothing is rounded.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm
from typing import assert_never

from kurultai.procedure.counting.finding import Number
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Condition, Measure

Worth = tuple[Number, Number, Number]  # of one voter, in votes, voters, population
Bloc = tuple[str, str, tuple[str, ...], Worth]  # a choice, a group, roles, what each is worth
ONE: Worth = (1, 1, 0)

CHOICES = ("yes", "no", "abstain", "silent", "written", "absent", "recused")


@dataclass(frozen=True, slots=True)
class Sums:
    """How much said what, in one measure.

    ``silent`` were present and gave no vote; ``written`` objected without being present. Who
    recused themselves stands in no sum.
    """

    yes: Number = 0
    no: Number = 0
    abstain: Number = 0
    silent: Number = 0
    written: Number = 0
    absent: Number = 0

    @property
    def cast(self) -> Number:
        """Votes for and against."""
        return self.yes + self.no

    @property
    def given(self) -> Number:
        """Votes for and against, and abstentions."""
        return self.yes + self.no + self.abstain

    @property
    def present(self) -> Number:
        """All that is present."""
        return self.given + self.silent

    @property
    def entitled(self) -> Number:
        """All that may vote."""
        return self.present + self.written + self.absent


@dataclass(frozen=True, slots=True)
class Tally:
    """What was said, once and for all conditions: how many voters there are in each bloc.

    ``names`` has the voters by choice, sorted; empty where only sums are known. ``groups`` has
    the weight of each group. ``component`` is the number of seats, 0 if the rulebook does not say.
    ``anonymous``: who voted is not known, so nothing is known of voters, population or roles.
    ``unlisted``: the voters are on no roll, so nothing is known of their population.
    ``vague``: so many are present, and ``loose``: so many more or fewer are entitled, of whom it
    is not known who they are.
    """

    blocs: Mapping[Bloc, int]
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    groups: Mapping[str, Number] = field(default_factory=dict)
    component: int = 0
    vetoed_by: tuple[str, ...] = ()
    anonymous: bool = False
    unlisted: bool = False
    weighted: bool = False
    vague: int = 0
    loose: int = 0
    strangers: tuple[str, ...] = ()
    _summed: dict[tuple[int, str], dict[str | None, Sums]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def sums(self, measure: Measure = "votes", role: str = "", group: str | None = None) -> Sums:
        """The sums of a measure: of all, or of one role, of one group; Refused if not known."""
        match measure:
            case "votes":
                return self._sums(0, role, group)
            case "voters":
                if self.anonymous and self.weighted:
                    raise Refused("count.voters_unknown", {"measure": measure})
                return self._sums(1, role, group)
            case "population":
                if self.anonymous or self.unlisted:
                    raise Refused("count.voters_unknown", {"measure": measure})
                return self._sums(2, role, group)
            case "groups":
                return _by_group(self, role, group)
            case _:
                assert_never(measure)

    def heads(self) -> Sums:
        """How many voters there are, or votes if nothing else is known of them."""
        return self._sums(0 if self.anonymous else 1, "", None)

    def by_group(self, role: str = "", *, heads: bool = False) -> dict[str, Sums]:
        """The votes of each group, or its voters; of one role only."""
        place = 1 if heads and not self.anonymous else 0
        return {group: self._sums(place, role, group) for group in self.groups}

    def base(self, condition: Condition, sums: Sums, *, part: bool = False) -> Number:
        """The condition's base in those sums; ``part``: they are of a role or a group only.

        Refused if the base is not known.
        """
        match condition.of:
            case "cast":
                return sums.cast
            case "given":
                return sums.given
            case "present":
                self._check_named(self.vague, condition, part=part)
                return sums.present
            case "entitled":
                if condition.measure != "groups":
                    self._check_named(self.loose, condition, part=part)
                return sums.entitled
            case "component":
                if part or condition.measure == "groups":
                    raise Refused("count.seats_unknown")
                return self.seats()
            case _:
                assert_never(condition.of)

    def seats(self) -> int:
        """The seats of the part; Refused if the rulebook does not say."""
        if not self.component:
            raise Refused("count.seats_unknown")
        return self.component

    def _check_named(self, unnamed: int, condition: Condition, *, part: bool) -> None:
        """Refused if it matters who those are of whom only the number is known."""
        plain = self.anonymous or not self.weighted
        alike = condition.measure == "voters" or (condition.measure == "votes" and plain)
        if unnamed and (part or not alike):
            raise Refused("count.voters_unknown", {"measure": condition.of})

    def _sums(self, place: int, role: str, group: str | None) -> Sums:
        if role and self.anonymous:
            raise Refused("count.voters_unknown", {"measure": role})
        if (place, role) not in self._summed:
            self._summed[place, role] = self._sum(place, role)
        return self._summed[place, role].get(group, Sums())

    def _sum(self, place: int, role: str) -> dict[str | None, Sums]:
        """The sums of all, under None, and of each group, in one go."""
        found: dict[str | None, dict[str, Number]] = {None: dict.fromkeys(CHOICES, 0)}
        for (choice, group, roles, worth), number in self.blocs.items():
            if not role or role in roles:
                much = number * worth[place]
                found[None][choice] += much
                if group not in found:
                    found[group] = dict.fromkeys(CHOICES, 0)
                found[group][choice] += much
        return {group: _sums(sums) for group, sums in found.items()}

    def worths(self, measure: Measure) -> list[tuple[Number, int]]:
        """What voters who take part are worth in votes, voters or population, and how many are."""
        place = PLACE[measure]
        return [(bloc[3][place], n) for bloc, n in self.blocs.items() if bloc[0] != "recused"]

    def unit(self, measure: Measure) -> Number:
        """The smallest part of a vote that occurs in the measure: 1 where all are whole."""
        if measure == "groups":
            return _unit(self.groups.values())
        return _unit(bloc[3][PLACE[measure]] for bloc in self.blocs)


PLACE: dict[Measure, int] = {"votes": 0, "voters": 1, "population": 2}


def _unit(numbers: Iterable[Number]) -> Number:
    return whole(Fraction(1, lcm(*{number.denominator for number in numbers})))


def whole(number: Number) -> Number:
    """The same number, as a whole one if it is one."""
    return number.numerator if number.denominator == 1 else number


def _sums(found: dict[str, Number]) -> Sums:
    return Sums(**{choice: whole(found[choice]) for choice in CHOICES if choice != "recused"})


def _by_group(tally: Tally, role: str, only: str | None) -> Sums:
    """Each group's weight under what the majority of its votes cast says; a tie is a no."""
    found: dict[str, Number] = dict.fromkeys(CHOICES, 0)
    for group in check_groups(tally) if only is None else (only,):
        found[said_by(tally.sums("votes", role, group))] += tally.groups[group]
    return _sums(found)


def said_by(sums: Sums) -> str:
    """What a group says as one."""
    if sums.cast:
        return "yes" if sums.yes > sums.no else "no"
    return "abstain" if sums.abstain else "silent" if sums.silent else "absent"


def check_groups(tally: Tally) -> Mapping[str, Number]:
    """The groups with their weights; Refused if there are none or a vote stands in none."""
    loose = any(
        number and not group and choice in ("yes", "no", "abstain")
        for (choice, group, _, _), number in tally.blocs.items()
    )
    if loose or not tally.groups:
        raise Refused("count.groups_unknown")
    return tally.groups


def fewest_of(worth: Iterable[tuple[Number, int]], much: Number) -> int | None:
    """The fewest voters, the weightiest first, that are worth so much together."""
    fewest, left = 0, much
    for each, number in sorted(worth, reverse=True):
        if left <= 0 or not each:
            break
        turned = min(number, _steps(left, each))
        fewest, left = fewest + turned, left - turned * each
    return fewest if left <= 0 else None


def _steps(left: Number, each: Number) -> int:
    """How many of each it takes: at least so much."""
    return -(-left // each)
