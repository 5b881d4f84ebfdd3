"""How few voters, against instead of in favour, would have undone an adoption.

It is enough that one condition fails, and no base changes when a vote in favour turns against.
"""

from collections.abc import Sequence

from kurultai.procedure.counting.condition import against, least
from kurultai.procedure.counting.finding import Number
from kurultai.procedure.counting.tally import PLACE, Tally, check_groups, fewest_of
from kurultai.procedure.rulebook import Condition, Measure


def fewest_against(conditions: Sequence[Condition], tally: Tally) -> int | None:
    """The fewest voters whose turning against makes one condition fail; None if none can."""
    found = [
        _failing(condition, tally, group)
        for condition in conditions
        for group in (check_groups(tally) if condition.each_group else (None,))
    ]
    return min((number for number in found if number is not None), default=None)


def _failing(condition: Condition, tally: Tally, group: str | None) -> int | None:
    sums = tally.sums(condition.measure, condition.role, group)
    unit = tally.unit(condition.measure)
    needed = least(condition, tally.base(condition, sums), unit)
    drop = sums.yes - needed + unit
    fewest: int | None
    if condition.measure == "groups":
        fewest = _groups_turned(condition, tally, group, drop)
    else:
        worth = _worth(condition.measure, tally, condition.role, group)
        fewest = fewest_of(worth, drop)
    if fewest is None or not condition.waived_below:
        return fewest
    enough = condition.waived_below - against(tally, condition.role, group)
    heads = fewest_of(_worth("voters", tally, condition.role, group), enough)
    return None if heads is None else max(fewest, heads)


def _worth(
    measure: Measure, tally: Tally, role: str, group: str | None
) -> list[tuple[Number, int]]:
    """What each voter in favour is worth, and how many are worth as much."""
    return [
        (worth[PLACE[measure]], number)
        for (choice, own, roles, worth), number in tally.blocs.items()
        if choice == "yes" and (not role or role in roles) and group in (None, own)
    ]


def _groups_turned(condition: Condition, tally: Tally, only: str | None, drop: Number) -> int:
    """The fewest voters who turn groups that weigh so much together; equal votes do it."""
    costs: dict[Number, int] = {0: 0}  # by the weight turned: the fewest voters
    for group in check_groups(tally) if only is None else (only,):
        sums, weight = tally.sums("votes", condition.role, group), tally.groups[group]
        if sums.yes <= sums.no:
            continue
        worth = _worth("votes", tally, condition.role, group)
        voters = fewest_of(((2 * each, number) for each, number in worth), sums.yes - sums.no)
        if voters is not None:
            turned = {had + weight: cost + voters for had, cost in costs.items()}
            costs = {
                w: min(c for c in (costs.get(w), turned.get(w)) if c is not None)
                for w in {**costs, **turned}
            }
    return min(cost for weight, cost in costs.items() if weight >= drop)
