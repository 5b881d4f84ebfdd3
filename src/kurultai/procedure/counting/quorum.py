"""Quorum: whether enough are there, as far as it can be known."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import floor
from typing import assert_never

from kurultai.procedure.counting.tally import Sums, Tally
from kurultai.procedure.rulebook import Quorum


@dataclass(frozen=True, slots=True)
class QuorumFinding:
    """Whether the quorum is reached; None if nobody asked or the numbers do not say.

    ``needed`` and ``have`` count delegations, or members where the rule counts members;
    ``missing`` are the delegations that are not shown to be sufficiently present.
    """

    reached: bool | None
    kind: str
    article: str
    link: str
    confidence: str
    needed: int
    have: int
    missing: tuple[str, ...]


def check_quorum(
    rule: Quorum,
    *,
    entitled: Iterable[str],
    present: Mapping[str, int],
    purpose: str,
    challenged: bool = False,
) -> QuorumFinding:
    """Who of those entitled is there, against the rule; 0 members means: number not stated."""
    voters = tuple(sorted(set(entitled)))
    if rule.kind == "fraction_of_each_delegation":
        verdicts = {party: _enough(rule, present.get(party)) for party in voters}
        missing = tuple(party for party, enough in verdicts.items() if not enough)
        reached = _all(verdicts.values())
        needed, have = len(voters), len(voters) - len(missing)
    else:
        missing = tuple(party for party in voters if party not in present)
        needed, have = least(rule, len(voters)), len(voters) - len(missing)
        reached = have >= needed
    if purpose not in rule.purposes or (rule.on_challenge and not challenged):
        reached = None
    ground = (rule.article, rule.link, rule.confidence)
    return QuorumFinding(reached, rule.kind, *ground, needed, have, missing)


def least(rule: Quorum, of: int) -> int:
    """The least number of so many that makes a quorum."""
    part = (rule.fraction or 1) * of
    return floor(part) + 1 if rule.more_than else -(-part.numerator // part.denominator)


def _enough(rule: Quorum, members: int | None) -> bool | None:
    """Whether a delegation is sufficiently present; None if its size or number leaves it open."""
    if members is None:
        return False
    fewest, most = rule.size
    if members >= least(rule, most) and members:
        return True
    return None if members == 0 or members >= least(rule, fewest) else False


def _all(verdicts: Collection[bool | None]) -> bool | None:
    """False if any is false, else None if any is open."""
    return False if False in verdicts else None if None in verdicts else True


def quorum_of(rule: Quorum, tally: Tally, *, challenged: bool) -> QuorumFinding:
    """Whether those in the tally are a quorum; None if nobody asked or it cannot be known."""
    sums = tally.heads()
    have = int(sums.present)
    match rule.kind:
        case "number":
            needed = rule.least
        case "fraction_of_entitled":
            needed = least(rule, int(sums.entitled))
        case "fraction_of_component" if tally.component:
            needed = least(rule, tally.component)
        case "fraction_of_delegations" | "fraction_of_each_delegation" if tally.groups:
            return _delegations(rule, tally, challenged=challenged)
        case "fraction_of_delegations":
            needed = least(rule, int(sums.entitled))
        case "fraction_of_component" | "fraction_of_each_delegation" | "none" | "not_found":
            return _quorum(rule, 0, have, reached=None)
        case _:
            assert_never(rule.kind)
    asked = challenged or not rule.on_challenge
    known = not (tally.anonymous and tally.weighted)
    return _quorum(rule, needed, have, reached=have >= needed if asked and known else None)


def _quorum(
    rule: Quorum, needed: int, have: int, missing: tuple[str, ...] = (), *, reached: bool | None
) -> QuorumFinding:
    ground = (rule.article, rule.link, rule.confidence)
    return QuorumFinding(reached, rule.kind, *ground, needed, have, missing)


def _delegations(rule: Quorum, tally: Tally, *, challenged: bool) -> QuorumFinding:
    """The quorum of delegations, each reckoned by its members in the tally."""
    each = tally.by_group(heads=True)
    if rule.kind == "fraction_of_delegations":
        verdicts: dict[str, bool | None] = {g: sums.present > 0 for g, sums in each.items()}
        needed = least(rule, len(each))
    else:
        verdicts = {group: _enough_of(rule, tally, sums) for group, sums in each.items()}
        needed = len(each)
    missing = tuple(sorted(group for group, enough in verdicts.items() if not enough))
    have = len(each) - len(missing)
    reached = _all(verdicts.values()) if rule.kind != "fraction_of_delegations" else have >= needed
    if tally.vague or (rule.on_challenge and not challenged):
        reached = None
    return _quorum(rule, needed, have, missing, reached=reached)


def _enough_of(rule: Quorum, tally: Tally, sums: Sums) -> bool | None:
    """Whether a delegation is sufficiently present, by its size in the rulebook or its roll."""
    if rule.size != (0, 0):
        return _enough(rule, int(sums.present) or None)
    if tally.anonymous or tally.unlisted:
        return None if sums.present else False
    return sums.present >= max(1, least(rule, int(sums.entitled)))
