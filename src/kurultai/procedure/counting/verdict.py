"""From a tally to a finding: what a rule makes of it, and by what arithmetic."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import assert_never

from kurultai.procedure.counting.change import Question, changes, conditions_asked
from kurultai.procedure.counting.condition import (
    CONSENSUS,
    conditions_of,
    halves,
    reckon,
    settled,
)
from kurultai.procedure.counting.finding import Finding, Number, Reckoned
from kurultai.procedure.counting.lot import draw
from kurultai.procedure.counting.tally import Tally
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Base, Condition, Rule

Verdict = tuple[str, str]  # a result and its reason


@dataclass(frozen=True, slots=True)
class Sitting:
    """What else bears on the result; ``there`` is False if nobody was present, or no quorum."""

    there: bool = True
    challenged: bool = False
    chair_vote: str = ""
    round: int = 1
    lot: str = ""
    needed: int = 0  # how many the quorum needs, where it was reckoned in voters
    quorum: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """The numbers that a finding shows: of the condition that decided."""

    base: Base
    base_count: Number
    numerator: Number
    needed: Number
    measure: str = "votes"
    fraction: str = ""
    conditions: tuple[Reckoned, ...] = ()


def find(rule: Rule, tally: Tally, sitting: Sitting) -> Finding:
    """What the rule makes of the tally; Refused if the tally does not tell what it asks for."""
    rule = settled(rule, tally)
    if rule.kind in CONSENSUS:
        shown = objections(rule, tally)
        verdict = _consensus(rule, shown)
    else:
        shown = majority(rule, tally, sitting)
        verdict = _majority(rule, tally, sitting, shown)
    if not sitting.there:
        verdict = ("no_quorum", "quorum_missing")
    return _finding(rule, tally, sitting, shown, verdict)


def base_of(rule: Rule) -> Base:
    """Of whom a majority is reckoned, by the first condition; of whom a consensus asks."""
    match rule.kind:
        case "no_objection" | "silence":
            return "entitled"
        case "no_objection_present":
            return "present"
        case "consensus_minus":
            return "entitled" if rule.absent_objections else "present"
        case _:
            return next((condition.of for condition in conditions_of(rule)), "cast")


def hears_absent(rule: Rule) -> bool:
    """True where an objection counts though its party is not present."""
    return rule.kind in CONSENSUS and base_of(rule) == "entitled"


def objections(rule: Rule, tally: Tally) -> Arithmetic:
    """The objections to a consensus, and the most that it bears."""
    sums = tally.sums("voters")
    base = base_of(rule)
    against = sums.no + (sums.written if hears_absent(rule) else 0)
    most = rule.n if rule.kind == "consensus_minus" else 0
    shown = tally.base(Condition(measure="voters", of=base), sums)
    return Arithmetic(base, shown, against, most)


def majority(rule: Rule, tally: Tally, sitting: Sitting) -> Arithmetic:
    """The conditions reckoned; shown is the first that is not met, else the first.

    Of a share of the votes with a floor the share is shown, with what both of them need.
    """
    each = [
        (condition, found)
        for condition in conditions_of(rule)
        for found in reckon(condition, tally, asked=sitting.challenged)
    ]
    if not each:
        raise Refused("count.rule_empty", {"name": rule.name})
    failing = (pair for pair in each if pair[1].asked and not pair[1].met)
    condition, shown = next(failing, each[0])
    needed = shown.needed
    if rule.kind == "fraction_cast_and_floor":
        condition, shown = each[0]
        needed = max(found.needed for _, found in each)
    return Arithmetic(
        condition.of,
        shown.base_count,
        shown.numerator,
        needed,
        shown.measure,
        shown.fraction,
        tuple(found for _, found in each),
    )


def _consensus(rule: Rule, shown: Arithmetic) -> Verdict:
    passed = shown.numerator <= shown.needed
    if rule.kind != "consensus_minus":
        reason = "no_objection" if passed else "objected"
    elif shown.numerator:
        reason = "objections_within_limit" if passed else "objections_over_limit"
    else:
        reason = "no_objection"
    return ("adopted" if passed else rule.on_failure), reason


def _majority(rule: Rule, tally: Tally, sitting: Sitting, shown: Arithmetic) -> Verdict:
    """The result of a majority; a veto prevents only what would be adopted without it."""
    passed = _all_met(shown.conditions)
    verdict: Verdict = (
        ("adopted" if passed else rule.on_failure),
        _reason(rule, shown, passed=passed),
    )
    if _is_tie(tally, shown):
        verdict = _tie(rule, sitting)
    if verdict[0] != "adopted" or not rule.veto:
        return verdict
    if not _roles_known(tally, rule.veto) and tally.sums().no:
        raise Refused("count.voters_unknown", {"measure": rule.veto})
    return ("vetoed", "vetoed") if tally.vetoed_by else verdict


def _roles_known(tally: Tally, role: str) -> bool:
    """Whether it is known who has the role: by the roll, or since the event names somebody."""
    named = any(role in roles for _, _, roles, _ in tally.blocs)
    return named or not (tally.anonymous or tally.unlisted)


def _all_met(found: Sequence[Reckoned]) -> bool:
    return all(each.met for each in found if each.asked)


def _reason(rule: Rule, shown: Arithmetic, *, passed: bool) -> str:
    if rule.kind.startswith("all_"):
        return "all_in_favour" if passed else "not_all_in_favour"
    if rule.kind == "fraction_cast_and_floor" and not passed and shown.conditions[0].met:
        return "floor_not_reached"
    return "majority_reached" if passed else "majority_not_reached"


def _is_tie(tally: Tally, shown: Arithmetic) -> bool:
    """True if all that fails is a majority of the votes cast, and these are equal.

    It is none if the condition also asks for a number in favour that was not reached.
    """
    failing = [each for each in shown.conditions if each.asked and not each.met]
    sums = tally.sums()
    equal = sums.yes == sums.no != 0
    tied = (halves(f) and not f.group and f.numerator >= f.least for f in failing)
    return equal and bool(failing) and all(tied)


def _tie(rule: Rule, sitting: Sitting) -> Verdict:
    match rule.tie:
        case "adopted":
            return "adopted", "tie_adopted"
        case "chair" if sitting.chair_vote in ("yes", "no"):
            adopted = sitting.chair_vote == "yes"
            return ("adopted" if adopted else rule.on_failure), "casting_vote"
        case "lot" if sitting.lot:
            adopted = _drawn(sitting)[0] == "yes"
            return ("adopted" if adopted else rule.on_failure), "lot"
        case "revote" if sitting.round > 1:
            return rule.on_failure, "tie"
        case "chair" | "lot" | "revote":
            return "tied", "tie"
        case "rejected":
            return rule.on_failure, "tie"
        case _:
            assert_never(rule.tie)


def _drawn(sitting: Sitting) -> tuple[str, ...]:
    """For and against in the order in which the seed draws them: the first one wins."""
    return draw(sitting.lot, ("yes", "no"))


def _finding(
    rule: Rule, tally: Tally, sitting: Sitting, shown: Arithmetic, verdict: Verdict
) -> Finding:
    names = dict(tally.names)
    written = names.pop("written", ())
    heard = "no" if hears_absent(rule) else "absent"
    names[heard] = tuple(sorted((*names.get(heard, ()), *written)))
    sums = tally.sums()
    several = len(shown.conditions) > 1 or shown.measure != "votes"
    return Finding(
        result=verdict[0],
        rule=rule.name,
        kind=rule.kind,
        article=rule.article,
        link=rule.link,
        confidence=rule.confidence,
        unconfirmed=rule.unconfirmed,
        base=shown.base,
        base_count=shown.base_count,
        yes=names.get("yes", ()),
        no=names.get("no", ()),
        abstain=names.get("abstain", ()),
        absent=names.get("absent", ()),
        not_counted=_not_counted(shown.base, names, tally.strangers),
        numerator=shown.numerator,
        needed=shown.needed,
        fraction=shown.fraction if rule.kind == "conditions" else str(rule.fraction or ""),
        reason=verdict[1],
        would_change=_would_change(rule, tally, sitting, shown, verdict),
        silent=names.get("silent", ()),
        floor=str(rule.floor or ""),
        measure=shown.measure,
        conditions=shown.conditions if several else (),
        sums={
            "yes": sums.yes,
            "no": sums.no,
            "abstain": sums.abstain,
            "silent": sums.silent,
            "absent": sums.absent + sums.written,
        },
        recused=names.get("recused", ()),
        vetoed_by=tally.vetoed_by if verdict[0] == "vetoed" else (),
        casting=sitting.chair_vote if verdict[1] == "casting_vote" else "",
        drawn={"seed": sitting.lot, "order": _drawn(sitting)} if verdict[1] == "lot" else {},
        quorum=sitting.quorum,
    )


_COUNTED = {
    "cast": ("yes", "no"),
    "given": ("yes", "no", "abstain"),
    "present": ("yes", "no", "abstain", "silent"),
    "entitled": ("yes", "no", "abstain", "silent", "absent"),
    "component": ("yes", "no", "abstain", "silent", "absent"),
}


def _not_counted(
    base: Base, names: dict[str, tuple[str, ...]], strangers: tuple[str, ...]
) -> tuple[str, ...]:
    """Who does not stand in the base, and who voted without being entitled."""
    counted = (*_COUNTED[base], "recused")
    outside = [name for choice, who in names.items() if choice not in counted for name in who]
    return (*sorted(outside), *strangers)


def _would_change(
    rule: Rule, tally: Tally, sitting: Sitting, shown: Arithmetic, verdict: Verdict
) -> dict[str, Number]:
    """What else would have changed the result, each alone; what cannot be said is left out."""
    if verdict[0] == "no_quorum":
        return {}
    if rule.kind in CONSENSUS:
        over = shown.numerator - shown.needed
        return {"fewer_objections": over} if over > 0 else {}
    carries = _tie(rule, sitting)[0] == "adopted"
    asked = conditions_asked(rule, asked=sitting.challenged, ties_carry=carries)
    return changes(Question(asked, tally, sitting.needed, rule.veto), verdict[0])
