"""Deciding for the record: what is taken from the meeting, and what from the rulebook."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from kurultai.procedure.counting.finding import Finding, kept
from kurultai.procedure.counting.majority import Vote, decide_by
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Condition, Rule
from tests.procedure.counting.sittings import DAY, Member, body, rule

HALF = Fraction(1, 2)


def of(*conditions: Condition, **parts: Any) -> Rule:  # noqa: ANN401 - parts of a rule
    return rule("conditions", conditions=conditions, **parts)


def decide(by: Rule, members: list[Member], **parts: Any) -> Finding:  # noqa: ANN401 - parts of a decision
    """All of them are entitled and there, if nothing else is said."""
    names = [member.name for member in members]
    said = [Vote(member.name, member.option) for member in members if member.option]
    how: dict[str, Any] = {
        "entitled": names,
        "present": names,
        "electorate": body(by, members=members).electorate(on=DAY),
        **parts,
    }
    return decide_by(by, said, **how)


def test_a_guest_alone_makes_no_meeting() -> None:
    found = decide(rule("majority_cast"), [Member("a", "yes")], present=["guest"])
    assert (found.result, found.absent) == ("no_quorum", ("a",))


def test_seats_are_those_that_are_stated() -> None:
    by = of(Condition(of="component", fraction=HALF))
    members = [Member("a", "yes"), Member("b", "yes")]
    assert decide(by, members, seats=3).base_count == 3
    with pytest.raises(Refused, match=r"^count\.seats_unknown$"):
        decide(by, members)


def test_nobody_against_vetoes_nothing() -> None:
    by = rule("majority_cast", veto="elder")
    found = decide(by, [Member("a", "yes", roles=("elder",))])
    assert (found.result, found.vetoed_by) == ("adopted", ())


def test_of_voters_of_no_electorate_no_population_is_known() -> None:
    by = of(Condition(measure="population", of="entitled", fraction=HALF))
    people = [Member("a", "yes", population=3), Member("b", "no", population=2)]
    assert decide(by, people).base_count == 5
    with pytest.raises(Refused, match=r"^count\.voters_unknown"):
        decide(by, people, electorate=None)


VOTERS = Condition(measure="voters", of="entitled", fraction=Fraction(2, 3))


def test_half_a_vote_weighs_and_a_population_does_not() -> None:
    """Where votes weigh voters are turned one by one, which may be too many to look at."""
    halves = [Member("a", "yes"), *(Member(name, "no", weight=HALF) for name in "bc")]
    assert decide(of(VOTERS), halves).would_change == {"more_yes": 1}
    many = [Member(f"m{n}", "no", population=n + 1) for n in range(101)]
    both = of(VOTERS, Condition(fraction=HALF))
    assert decide(both, many).would_change == {"more_yes": 68}
    weighing = [*many[1:], replace(many[0], weight=HALF)]
    assert decide(both, weighing).would_change == {}


def test_who_objected_in_writing_might_have_come_in_favour() -> None:
    by = of(Condition(measure="population", of="entitled", fraction=HALF))
    members = [Member("a", "yes", population=1), Member("b", "no", population=2)]
    assert decide(by, members, present=["a"]).would_change == {"more_yes": 1}


def test_who_is_in_no_group_makes_none() -> None:
    by = of(Condition(measure="groups", of="entitled", fraction=HALF))
    members = [Member("a", "yes", group="north"), Member("b", "no", group="south"), Member("c")]
    found = decide(by, members)
    assert (found.result, found.base_count) == ("adopted", 2)
    with pytest.raises(Refused, match=r"^count\.groups_unknown$"):
        decide(by, [*members[:2], Member("c", "yes")])
    known = body(by, members=members[:2]).electorate(on=DAY)
    with pytest.raises(Refused, match=r"^count\.groups_unknown$"):
        decide(by, [*members[:2], Member("d", "yes")], electorate=known)


def test_what_the_record_keeps_is_plain() -> None:
    found = decide(rule("majority_cast"), [Member("a", "yes")])
    order: Any = ["a", Fraction(4, 2), {"b": Fraction(1, 2)}]
    kept_ = kept(replace(found, numerator=Fraction(6, 2), needed=HALF, drawn={"order": order}))
    assert kept_["drawn"] == {"order": ("a", 2, {"b": "1/2"})}
    assert (kept_["numerator"], kept_["needed"]) == (3, "1/2")
    assert (type(kept_["numerator"]), type(kept_["drawn"]["order"][1])) == (int, int)
