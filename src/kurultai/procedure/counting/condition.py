"""Conditions: what must hold for adoption, and whether it does.

Every majority is one of these or several at once. Nothing is divided: ``needed`` is the least
number in favour that suffices, and it is compared with what was counted.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import assert_never

from kurultai.procedure.counting.finding import Number, Reckoned
from kurultai.procedure.counting.tally import Sums, Tally, check_groups, fewest_of, whole
from kurultai.procedure.rulebook import Base, Condition, Rule, RuleKind

CONSENSUS: tuple[RuleKind, ...] = (
    "no_objection",
    "no_objection_present",
    "consensus_minus",
    "silence",
)
_ALL, _HALF = Fraction(1), Fraction(1, 2)


_OF: dict[RuleKind, Base] = {
    "all_voters_yes": "entitled",
    "all_present_yes": "present",
    "all_cast_yes": "cast",
    "majority_cast": "cast",
    "majority_present": "present",
    "fraction_cast": "cast",
    "fraction_present": "present",
    "fraction_entitled": "entitled",
}


def conditions_of(rule: Rule) -> tuple[Condition, ...]:
    """The conditions that the rule stands for; none for a consensus, which counts objections."""
    match rule.kind:
        case "all_voters_yes" | "all_present_yes" | "all_cast_yes":
            return (Condition(of=_OF[rule.kind], fraction=_ALL),)
        case "majority_cast" | "majority_present":
            return (Condition(of=_OF[rule.kind], fraction=_HALF, more_than=True),)
        case "fraction_cast" | "fraction_present" | "fraction_entitled":
            return (Condition(of=_OF[rule.kind], fraction=rule.fraction),)
        case "fraction_cast_and_floor":
            floor = Condition(of="entitled", fraction=rule.floor)
            return (Condition(of="cast", fraction=rule.fraction), floor)
        case "conditions":
            return rule.conditions
        case "no_objection" | "no_objection_present" | "consensus_minus" | "silence":
            return ()
        case _:
            assert_never(rule.kind)


def settled(rule: Rule, tally: Tally) -> Rule:
    """The rule with every number in it, also those that depend on who takes part."""
    if not any(condition.one_more_to_block for condition in rule.conditions):
        return rule
    conditions = (
        replace(condition, waived_below=fewest_to_block(condition, tally) + 1)
        if condition.one_more_to_block
        else condition
        for condition in rule.conditions
    )
    return replace(rule, conditions=tuple(conditions))


def fewest_to_block(condition: Condition, tally: Tally) -> int:
    """The fewest of the voters without whom the others cannot meet the condition."""
    unit = tally.unit(condition.measure)
    base = tally.base(condition, tally.sums(condition.measure))
    over = base - least(condition, base, unit) + unit
    everybody = int(tally.heads().entitled)
    found = fewest_of(tally.worths(condition.measure), over)
    return everybody if found is None else found


def reckon(condition: Condition, tally: Tally, *, asked: bool = True) -> tuple[Reckoned, ...]:
    """The condition reckoned: once, or for each group where it must hold in each for itself."""
    return tuple(
        _reckoned(condition, tally, group, asked=asked) for group in _where(condition, tally)
    )


def _where(condition: Condition, tally: Tally) -> Iterator[str | None]:
    if condition.each_group:
        yield from sorted(check_groups(tally))
    else:
        yield None


def _reckoned(condition: Condition, tally: Tally, group: str | None, *, asked: bool) -> Reckoned:
    sums = tally.sums(condition.measure, condition.role, group)
    part = bool(condition.role) or group is not None
    base = tally.base(condition, sums, part=part)
    needed = least(condition, base, tally.unit(condition.measure))
    waived = sums.yes < needed and _waived(condition, tally, group)
    return Reckoned(
        measure=condition.measure,
        of=condition.of,
        base_count=base,
        numerator=sums.yes,
        needed=needed,
        met=waived or sums.yes >= needed,
        fraction=str(condition.fraction or ""),
        more_than=condition.more_than,
        least=condition.least,
        role=condition.role,
        group=group or "",
        waived=waived,
        asked=asked or not condition.on_request,
    )


def least(condition: Condition, base: Number, unit: Number) -> Number:
    """The least number in favour that suffices, and never nothing at all."""
    return max(_part(condition, base, unit), unit, condition.least)


def _part(condition: Condition, base: Number, unit: Number) -> Number:
    if condition.fraction is None:
        return 0
    if isinstance(base, int) and unit == 1:
        above, below = condition.fraction.numerator * base, condition.fraction.denominator
        return above // below + 1 if condition.more_than else -(-above // below)
    parts = condition.fraction * base / unit
    steps = parts.__floor__() + 1 if condition.more_than else parts.__ceil__()
    return whole(steps * unit)


def _waived(condition: Condition, tally: Tally, group: str | None) -> bool:
    below = condition.waived_below
    return below > 0 and against(tally, condition.role, group) < below


def against(tally: Tally, role: str = "", group: str | None = None) -> Number:
    """How many voters were not in favour, whatever else they said or did."""
    sums: Sums = tally.sums("voters", role, group)
    return sums.entitled - sums.yes


def halves(condition: Condition | Reckoned) -> bool:
    """True if it asks for more votes in favour than against."""
    plain = condition.measure == "votes" and not condition.role and condition.more_than
    return plain and condition.of == "cast" and str(condition.fraction) == "1/2"
