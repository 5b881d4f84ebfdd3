"""The quorum of those who are there now, for each purpose that the rules name."""

from collections.abc import Mapping
from typing import Any

from kurultai.procedure.counting.finding import kept
from kurultai.procedure.counting.quorum import check_quorum
from kurultai.procedure.register import Register


def quorum_found(
    register: Register, series: str, day: str, present: Mapping[str, int], purpose: str = "decide"
) -> dict[str, Any]:
    """The finding for the purpose at a meeting of the series; empty if no rule asks for one.

    ``present`` are the delegations with their numbers, 0 where the number is not stated.
    """
    part = register.organs[register.series[series].organ]
    rule = register.rulebook(day).quorum(part, on=day, purpose=purpose)
    if rule is None:
        return {}
    voters = register.with_right("vote", day)
    there = {party: number for party, number in present.items() if party in voters}
    return kept(check_quorum(rule, entitled=voters, present=there, purpose=purpose))


def quorum_now(
    register: Register, series: str, day: str, present: Mapping[str, int]
) -> dict[str, Any]:
    """The finding for deciding; under "purposes" those for which a rule of their own asks."""
    part = register.organs[register.series[series].organ]
    book = register.rulebook(day)
    decide = book.quorum(part, on=day)
    named = sorted({p for rule in book.quorums if rule.part == part for p in rule.purposes})
    own = (p for p in named if book.quorum(part, on=day, purpose=p) not in (None, decide))
    others = {p: quorum_found(register, series, day, present, p) for p in own}
    found = quorum_found(register, series, day, present)
    return {**found, "purposes": others} if others else found
