"""Majorities: the closed set of ways in which a body decides, in whole numbers.

Nothing is ever divided: ``needed`` is the least number in favour that adopts (for a consensus
the most objections that still adopt), and it is compared with what was counted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from kurultai.procedure.counting.finding import Finding
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Rule

CONSENSUS = ("no_objection", "no_objection_present", "consensus_minus")


@dataclass(frozen=True, slots=True)
class Vote:
    """What a party said: yes, no, abstain, or absent if it said nothing."""

    party: str
    choice: str


@dataclass(frozen=True, slots=True)
class _Count:
    """The parties by what they said, sorted."""

    yes: tuple[str, ...]
    no: tuple[str, ...]
    abstain: tuple[str, ...]
    silent: tuple[str, ...]
    absent: tuple[str, ...]
    strangers: tuple[str, ...]  # who voted without being entitled
    present: tuple[str, ...]


def decide_by(
    rule: Rule,
    votes: Iterable[Vote],
    *,
    entitled: Iterable[str],
    present: Iterable[str],
    quorum: bool | None = None,
) -> Finding:
    """What the rule makes of the votes; ``quorum`` is False if the quorum was found missing."""
    voters = tuple(sorted(set(entitled)))
    count = _count(rule, tuple(votes), voters, frozenset(present))
    base = base_of(rule)
    by_base = {"entitled": voters, "present": count.present, "cast": (*count.yes, *count.no)}
    counted = by_base[base]
    needed = least(rule, len(counted), len(voters))
    consensus = rule.kind in CONSENSUS
    result, reason = _outcome(rule, count, needed, quorum=quorum)
    return Finding(
        result=result,
        rule=rule.name,
        kind=rule.kind,
        article=rule.article,
        link=rule.link,
        confidence=rule.confidence,
        unconfirmed=rule.unconfirmed,
        base=base,
        base_count=len(counted),
        yes=count.yes,
        no=count.no,
        abstain=count.abstain,
        absent=count.absent,
        not_counted=tuple(p for p in (*voters, *count.strangers) if p not in counted),
        numerator=len(count.no) if consensus else len(count.yes),
        needed=needed,
        fraction=str(rule.fraction or ""),
        reason=reason,
        would_change=_would_change(rule, count, needed, result),
        silent=count.silent,
        floor=str(rule.floor or ""),
    )


def base_of(rule: Rule) -> str:
    """Of whom a majority is reckoned: those who cast yes or no, those present, those entitled."""
    match rule.kind:
        case "majority_cast" | "fraction_cast" | "fraction_cast_and_floor":
            return "cast"
        case "majority_present" | "fraction_present" | "all_present_yes" | "no_objection_present":
            return "present"
        case "all_cast_yes" | "conditions":
            return "cast"
        case "all_voters_yes" | "no_objection" | "fraction_entitled" | "silence":
            return "entitled"
        case "consensus_minus":
            return "entitled" if rule.absent_objections else "present"
        case _:
            assert_never(rule.kind)


def least(rule: Rule, base: int, entitled: int) -> int:
    """The least number in favour that adopts; for a consensus the most objections that do."""
    match rule.kind:
        case "all_voters_yes" | "all_present_yes" | "all_cast_yes" | "conditions":
            return max(base, 1)
        case "majority_cast" | "majority_present":
            return base // 2 + 1
        case "fraction_cast" | "fraction_present" | "fraction_entitled":
            return _part(rule.fraction, base)
        case "fraction_cast_and_floor":
            return max(_part(rule.fraction, base), _part(rule.floor, entitled))
        case "no_objection" | "no_objection_present" | "silence":
            return 0
        case "consensus_minus":
            return rule.n
        case _:
            assert_never(rule.kind)


def _part(fraction: Fraction | None, of: int) -> int:
    """The least whole number that is at least the fraction of so many, and at least one."""
    whole = fraction or Fraction(1)
    return max(1, -(-whole.numerator * of // whole.denominator))


def _count(
    rule: Rule,
    votes: tuple[Vote, ...],
    voters: tuple[str, ...],
    present: frozenset[str],
) -> _Count:
    said: dict[str, str] = {}
    for vote in votes:
        if vote.party in said:
            raise Refused("vote.twice", {"name": vote.party})
        said[vote.party] = vote.choice
    heard = {party: said.get(party, "absent") for party in voters if party in present}
    written = frozenset(said if _hears_absent(rule) else ()) - present
    objectors = {party: "no" for party in voters if party in written and said[party] == "no"}
    return _Count(
        yes=_who(heard, "yes"),
        no=_who({**heard, **objectors}, "no"),
        abstain=_who(heard, "abstain"),
        silent=_who(heard, "absent"),
        absent=tuple(p for p in voters if p not in present and p not in objectors),
        strangers=tuple(sorted(set(said) - set(voters))),
        present=tuple(sorted(heard)),
    )


def _hears_absent(rule: Rule) -> bool:
    """True where an objection counts though its party is not present."""
    return rule.kind == "no_objection" or (rule.kind in CONSENSUS and rule.absent_objections)


def _who(said: dict[str, str], choice: str) -> tuple[str, ...]:
    return tuple(sorted(party for party, chosen in said.items() if chosen == choice))


def _outcome(rule: Rule, count: _Count, needed: int, *, quorum: bool | None) -> tuple[str, str]:
    """Result and reason."""
    if quorum is False or not count.present:
        return "no_quorum", "quorum_missing"
    passed = _passed(rule, count, needed)
    return ("adopted" if passed else rule.on_failure), _reason(rule, count, passed=passed)


def _passed(rule: Rule, count: _Count, needed: int) -> bool:
    if rule.kind in CONSENSUS:
        return len(count.no) <= needed
    return len(count.yes) >= needed


def _reason(rule: Rule, count: _Count, *, passed: bool) -> str:
    match rule.kind:
        case "all_voters_yes" | "all_present_yes":
            return "all_in_favour" if passed else "not_all_in_favour"
        case "no_objection" | "no_objection_present":
            return "no_objection" if passed else "objected"
        case "consensus_minus":
            within = "objections_within_limit" if count.no else "no_objection"
            return within if passed else "objections_over_limit"
        case "fraction_cast_and_floor" if not passed and _cast_enough(rule, count):
            return "floor_not_reached"
        case "majority_cast" if count.yes and len(count.yes) == len(count.no):
            return "tie"
        case _:
            return "majority_reached" if passed else "majority_not_reached"


def _cast_enough(rule: Rule, count: _Count) -> bool:
    return len(count.yes) >= _part(rule.fraction, len(count.yes) + len(count.no))


def _would_change(rule: Rule, count: _Count, needed: int, result: str) -> dict[str, int]:
    """What was missing, the number counted being the same."""
    if result in ("adopted", "no_quorum"):
        return {}
    if rule.kind in CONSENSUS:
        return {"fewer_objections": len(count.no) - needed}
    return {"more_yes": needed - len(count.yes)}
