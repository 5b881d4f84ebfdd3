"""How few voters would have turned a vote, where they are not all worth the same.

Each condition that fails lacks something, and each voter who turns supplies some of it. The
fewest are found by going through the voters bloc by bloc and keeping, for every number of them,
only what no choice of as many or fewer outdoes: exact, unless it would take too long.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import product
from math import prod

from kurultai.procedure.counting.condition import against, least, reckon
from kurultai.procedure.counting.finding import Number
from kurultai.procedure.counting.tally import PLACE, Bloc, Sums, Tally, fewest_of, said_by
from kurultai.procedure.rulebook import Base, Condition

LONGEST = 20_000  # steps of a search
MOST_BLOCS = 100  # that a search goes through, unless only one thing is lacking
MOST_WAYS = 256  # in which conditions can be met or waived

Vector = tuple[Number, ...]
Reached = dict[int, set[Vector]]  # by how many voters: what is still lacking

_IN: dict[Base, tuple[str, ...]] = {
    "cast": ("yes", "no"),
    "given": ("yes", "no", "abstain"),
    "present": ("yes", "no", "abstain", "silent"),
}
_TURNED = ("no", "abstain", "silent", "written", "absent")
_GONE = ("abstain",)


class TooLong(Exception):  # noqa: N818 - an answer, not an error
    """The search would take too long."""


def fewest_in_favour(conditions: Sequence[Condition], tally: Tally) -> int | None:
    """The fewest voters who, in favour instead, would have met all conditions; None if unknown."""
    return _fewest(conditions, tally, _TURNED)


def fewest_gone(conditions: Sequence[Condition], tally: Tally) -> int | None:
    """The fewest abstaining voters without whom all conditions would have been met."""
    return _fewest(conditions, tally, _GONE)


def _fewest(conditions: Sequence[Condition], tally: Tally, turning: tuple[str, ...]) -> int | None:
    """A condition that can be waived may be met in two ways: all combinations are tried."""
    failing = [
        (condition, found.group if condition.each_group else None)
        for condition in conditions
        for found in reckon(condition, tally)
        if not found.met
    ]
    ways = [
        ((*each, False), (*each, True)) if each[0].waived_below else ((*each, False),)
        for each in failing
    ]
    if prod(map(len, ways)) > MOST_WAYS:
        return None
    try:
        found = [_Search(tally, turning).fewest(way) for way in product(*ways)]
    except TooLong:
        return None
    return min((number for number in found if number is not None), default=None)


@dataclass(frozen=True, slots=True)
class _Lack:
    """What a condition lacks: of its ``share``, otherwise of its least number in favour.

    ``waived``: voters in favour until it is waived. ``group``: in that group only. ``flips``:
    votes until the group as a whole is in favour, which it ``must`` be or which helps only.
    """

    condition: Condition
    amount: Number
    share: Fraction | None = None
    waived: bool = False
    group: str | None = None
    flips: bool = False
    must: bool = True


@dataclass(slots=True)
class _Search:
    tally: Tally
    turning: tuple[str, ...]
    lacks: list[_Lack] = field(default_factory=list)
    steps: int = 0

    def fewest(self, way: Sequence[tuple[Condition, str | None, bool]]) -> int | None:
        """The fewest voters who must turn so that nothing is lacking; None if all do not do."""
        self.lacks = [
            lack
            for condition, group, waived in way
            for lack in self._lacks(condition, group, waived=waived)
        ]
        everywhere = [lack for lack in self.lacks if lack.group is None]
        turning = [bloc for bloc in self.tally.blocs if bloc[0] in self.turning]
        if len(self.lacks) == 1 == len(everywhere):
            return self._weightiest(self.lacks[0], turning)
        if len(turning) > MOST_BLOCS and self.lacks:
            raise TooLong
        reached: Reached = {0: {tuple(lack.amount for lack in everywhere)}}
        for group in dict.fromkeys(bloc[1] for bloc in self.tally.blocs):
            reached = self._stage(reached, everywhere, group)
        enough = (number for number, vectors in reached.items() if not all(map(any, vectors)))
        return min(enough, default=None)

    def _weightiest(self, lack: _Lack, turning: Iterable[Bloc]) -> int | None:
        """Where one thing is lacking, those first who supply most of it."""
        gains = ((self._gain(lack, bloc), self.tally.blocs[bloc]) for bloc in turning)
        return fewest_of(gains, lack.amount)

    # --- what is lacking

    def _lacks(self, condition: Condition, group: str | None, *, waived: bool) -> Iterable[_Lack]:
        if waived:
            many = against(self.tally, condition.role, group) - condition.waived_below + 1
            found = [_Lack(condition, many, waived=True, group=group)]
        else:
            found = self._lacking(condition, group)
            if condition.measure == "groups":
                found = self._in_groups(condition, group, found)
        return (lack for lack in found if lack.amount > 0)

    def _lacking(self, condition: Condition, group: str | None) -> list[_Lack]:
        sums = self.tally.sums(condition.measure, condition.role, group)
        unit = self.tally.unit(condition.measure)
        base = self.tally.base(condition, sums)
        found = [_Lack(condition, max(unit, condition.least) - sums.yes, group=group)]
        if condition.fraction is not None:
            above, below = condition.fraction.numerator, condition.fraction.denominator
            over = below * sums.yes - above * base
            strictly = unit if condition.more_than else 0
            found.append(_Lack(condition, strictly - over, condition.fraction, group=group))
        return found

    def _in_groups(
        self, condition: Condition, group: str | None, found: list[_Lack]
    ) -> list[_Lack]:
        """What groups lack to be in favour; of one that must be, nothing else is asked."""
        if group is None:
            return [*found, *self._flips(condition)]
        weight = self.tally.groups[group]
        if self.turning == _GONE or least(condition, weight, self.tally.unit("groups")) > weight:
            return found  # it can never be
        flips = (flip for flip in self._flips(condition) if flip.group == group)
        return [replace(flip, must=True) for flip in flips]

    def _flips(self, condition: Condition) -> list[_Lack]:
        """For each group what it lacks to be in favour, or to have no abstention any more."""
        unit = self.tally.unit("votes")
        return [
            _Lack(condition, amount, group=group, flips=True, must=False)
            for group, sums in self.tally.by_group(condition.role).items()
            for amount in self._flip(condition, sums, unit)
        ]

    def _flip(self, condition: Condition, sums: Sums, unit: Number) -> tuple[Number, ...]:
        if self.turning == _TURNED:
            return (sums.no - sums.yes + unit,)
        stays = condition.of == "present" and sums.silent
        return () if said_by(sums) != "abstain" or stays else (sums.abstain,)

    # --- what voters supply

    def _gain(self, lack: _Lack, bloc: Bloc) -> Number:
        """What a voter of the bloc supplies who turns."""
        condition, (choice, _, roles, worth) = lack.condition, bloc
        if condition.role and condition.role not in roles:
            return 0
        if lack.waived:
            return worth[1] if self.turning == _TURNED else 0
        if lack.flips:
            return 2 * worth[0] if choice == "no" else worth[0]
        if condition.measure == "groups":
            return 0
        return self._supplied(lack, worth[PLACE[condition.measure]], choice)

    def _supplied(self, lack: _Lack, much: Number, choice: str) -> Number:
        in_favour = self.turning == _TURNED
        if lack.share is None:
            return much if in_favour else 0
        within = _IN.get(lack.condition.of)
        joins = within is not None and in_favour and choice not in within
        leaves = within is not None and not in_favour and choice in within
        gain = lack.share.denominator * much if in_favour else 0
        return gain + lack.share.numerator * much * (leaves - joins)

    # --- the search

    def _stage(self, reached: Reached, everywhere: list[_Lack], group: str) -> Reached:
        """With any voters of one group."""
        within = [lack for lack in self.lacks if lack.group == group]
        amounts = tuple(lack.amount for lack in within)
        reached = {k: {vector + amounts for vector in vectors} for k, vectors in reached.items()}
        for bloc, number in self.tally.blocs.items():
            if bloc[0] in self.turning and bloc[1] == group:
                gains = tuple(self._gain(lack, bloc) for lack in (*everywhere, *within))
                reached = self._with(reached, number, gains)
        if not within:
            return reached
        return self._closed(reached, everywhere, within)

    def _with(self, reached: Reached, number: int, gains: Vector) -> Reached:
        """With any number of voters of one bloc."""
        if not any(gains):
            return reached
        found: Reached = {}
        for count, vectors in reached.items():
            for vector in vectors:
                for more in range(number + 1):
                    left = tuple(max(0, v - more * g) for v, g in zip(vector, gains, strict=True))
                    found.setdefault(count + more, set()).add(left)
                    self._step()
                    if not any(v and g for v, g in zip(left, gains, strict=True)):
                        break
        return self._best(found)

    def _best(self, reached: Reached) -> Reached:
        """What no other choice of as many or fewer voters outdoes."""
        kept: list[Vector] = []
        best: Reached = {}
        for count in sorted(reached):
            for vector in sorted(reached[count]):
                self._step(len(kept))
                if not any(all(map(_at_most, other, vector)) for other in kept):
                    kept.append(vector)
                    best.setdefault(count, set()).add(vector)
        return best

    def _closed(self, reached: Reached, everywhere: list[_Lack], within: list[_Lack]) -> Reached:
        """Past a group: what it lacked for itself is supplied, and what it says as one counts."""
        found: Reached = {}
        for count, vectors in reached.items():
            for vector in vectors:
                own = tuple(zip(within, vector[len(everywhere) :], strict=True))
                if any(left for lack, left in own if lack.must):
                    continue
                flipped = [lack for lack, left in own if lack.flips and not left]
                shared = zip(everywhere, vector, strict=False)
                left = tuple(max(0, v - self._weighs(lack, flipped)) for lack, v in shared)
                found.setdefault(count, set()).add(left)
        return self._best(found)

    def _weighs(self, lack: _Lack, flipped: Iterable[_Lack]) -> Number:
        """What a group supplies to a condition on groups when it comes to be in favour."""
        for flip in flipped:
            if flip.condition is lack.condition and not lack.waived and flip.group is not None:
                sums: Sums = self.tally.sums("votes", flip.condition.role, flip.group)
                return self._supplied(lack, self.tally.groups[flip.group], said_by(sums))
        return 0

    def _step(self, steps: int = 1) -> None:
        self.steps += steps
        if self.steps > LONGEST:
            raise TooLong


def _at_most(one: Number, other: Number) -> bool:
    return one <= other
