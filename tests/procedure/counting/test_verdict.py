"""From a tally to a finding: which numbers are shown, what is a tie, and who stands where."""

from dataclasses import replace
from fractions import Fraction
from typing import get_args

import pytest

from kurultai.procedure.counting.event import Ballot, Outcome
from kurultai.procedure.counting.finding import Finding
from kurultai.procedure.counting.majority import Vote, decide_by
from kurultai.procedure.counting.verdict import base_of, hears_absent
from kurultai.procedure.rulebook import Condition, Rule, RuleKind
from tests.procedure.counting.sittings import (
    Member,
    body,
    counts,
    decided,
    rule,
    shown,
    votes,
)

HALF = Fraction(1, 2)
HALF_CAST = Condition(fraction=HALF, more_than=True)
TWO_THIRDS = Condition(fraction=Fraction(2, 3))
PACE = rule("fraction_cast_and_floor", fraction=Fraction(2, 3), floor=Fraction(1, 3))


def of(*conditions: Condition, **parts: str) -> Rule:
    return rule("conditions", conditions=conditions, **parts)


def on_sums(by: Rule, yes: int, no: int = 0, absent: int = 0) -> Outcome:
    return decided(body(by), counts=counts(yes=yes, no=no, absent=absent))


# --- of whom it is reckoned

BASES: dict[RuleKind, str] = {
    "no_objection": "entitled",
    "silence": "entitled",
    "no_objection_present": "present",
    "consensus_minus": "present",
    "all_voters_yes": "entitled",
    "all_present_yes": "present",
    "all_cast_yes": "cast",
    "majority_cast": "cast",
    "majority_present": "present",
    "fraction_cast": "cast",
    "fraction_present": "present",
    "fraction_entitled": "entitled",
    "fraction_cast_and_floor": "cast",
    "conditions": "cast",
}
CONSENSUS = ("no_objection", "silence", "no_objection_present", "consensus_minus")


@pytest.mark.parametrize("kind", get_args(RuleKind))
def test_every_kind_is_reckoned_of_somebody(kind: RuleKind) -> None:
    by = rule(kind, fraction=HALF, floor=HALF)
    assert base_of(by) == BASES[kind]
    assert hears_absent(by) == (kind in CONSENSUS and BASES[kind] == "entitled")


def test_an_absent_objection_may_count_where_the_rule_says_so() -> None:
    by = rule("consensus_minus", absent_objections=True)
    assert (base_of(by), hears_absent(by)) == ("entitled", True)
    assert base_of(of(Condition(of="given"), HALF_CAST)) == "given"


# --- consensus


def test_an_objection_is_one_whatever_its_votes() -> None:
    members = [Member("a", "no", weight=Fraction(3)), Member("b", "yes")]
    outcome = decided(body(rule("consensus_minus", n=1), members=members), votes=votes(members))
    assert shown(outcome, "numerator", "needed", "base_count") == ("adopted", 1, 1, 2)


def test_a_consensus_counts_heads_also_of_those_who_are_not_known() -> None:
    said = (Ballot("a", "yes", weight=2), Ballot("b", "yes"))
    outcome = decided(body(rule("no_objection_present")), votes=said, present=3)
    assert shown(outcome, "base_count") == ("adopted", 3)


def test_only_consensus_minus_bears_an_objection() -> None:
    said = (Ballot("a", "no"), Ballot("b", "yes"))
    results: dict[RuleKind, str] = {"no_objection": "rejected", "consensus_minus": "adopted"}
    for kind, result in results.items():
        assert shown(decided(body(rule(kind, n=2)), votes=said))[0] == result


@pytest.mark.parametrize(
    ("against", "changed"), [("a", {}), ("ab", {}), ("abc", {"fewer_objections": 1})]
)
def test_so_many_objections_fewer_would_have_been_borne(
    against: str, changed: dict[str, int]
) -> None:
    said = tuple(Ballot(name, "no" if name in against else "yes") for name in "abcd")
    outcome = decided(body(rule("consensus_minus", n=2)), votes=said)
    assert outcome.arithmetic["would_change"] == changed


# --- which condition is shown


def test_a_rule_of_no_condition_decides_nothing() -> None:
    refused = decided(body(of()), counts=counts(yes=1)).arithmetic["refused"]
    assert refused == "count.rule_empty"


def test_shown_is_the_first_condition_that_failed_of_those_asked_for() -> None:
    requested = replace(TWO_THIRDS, measure="voters", of="entitled", on_request=True)
    by = of(HALF_CAST, requested, Condition(least=9))
    for challenged, needed, fraction in ((False, 9, ""), (True, 4, "2/3")):
        outcome = decided(body(by), counts=counts(yes=3, no=2), challenged=challenged)
        assert shown(outcome, "needed", "fraction") == ("rejected", needed, fraction)


def test_shown_is_the_first_where_all_are_met() -> None:
    by = of(Condition(measure="voters", least=1), HALF_CAST)
    found = shown(on_sums(by, 3, 2), "measure", "needed", "fraction", "base")
    assert found == ("adopted", "voters", 1, "", "cast")


def test_of_a_share_with_a_floor_the_share_is_shown() -> None:
    keys = ("base", "base_count", "numerator", "needed", "fraction", "floor")
    numbers = {
        (2, 0, 7): ("rejected", "cast", 2, 2, 3, "2/3", "1/3"),
        (3, 3, 0): ("rejected", "cast", 6, 3, 4, "2/3", "1/3"),
        (3, 1, 5): ("adopted", "cast", 4, 3, 3, "2/3", "1/3"),
        (4, 0, 8): ("adopted", "cast", 4, 4, 4, "2/3", "1/3"),
        (2, 2, 8): ("rejected", "cast", 4, 2, 4, "2/3", "1/3"),
    }
    assert {said: shown(on_sums(PACE, *said), *keys) for said in numbers} == numbers
    assert shown(on_sums(rule("majority_cast"), 1), *keys[4:]) == ("adopted", "", "")


def test_a_floor_is_missed_only_where_there_is_one() -> None:
    assert on_sums(PACE, 2, 0, 7).reason == "floor_not_reached"
    assert on_sums(of(HALF_CAST, Condition(least=9)), 2).reason == "majority_not_reached"


# --- ties


def test_equal_votes_are_a_tie_though_something_failed_that_nobody_asked_for() -> None:
    requested = Condition(least=9, on_request=True)
    by = of(HALF_CAST, requested, tie="adopted")
    assert (on_sums(by, 2, 2).result, on_sums(by, 2, 2).reason) == ("adopted", "tie_adopted")
    asked = decided(body(by), counts=counts(yes=2, no=2), challenged=True)
    assert (asked.result, asked.reason) == ("rejected", "majority_not_reached")


def test_equal_votes_within_a_group_are_no_tie() -> None:
    members = [Member("a", "yes", group="north"), Member("b", "no", group="north")]
    by = of(replace(HALF_CAST, each_group=True), tie="adopted")
    outcome = decided(body(by, members=members), votes=votes(members))
    assert (outcome.result, outcome.reason) == ("rejected", "majority_not_reached")


@pytest.mark.parametrize(("tie", "more"), [("rejected", 2), ("adopted", 1), ("chair", 2)])
def test_a_tie_would_have_been_enough_where_it_carries(tie: str, more: int) -> None:
    outcome = on_sums(replace(rule("majority_cast"), tie=tie), 1, 3)  # type: ignore[arg-type]
    assert outcome.arithmetic["would_change"] == {"more_yes": more}


def test_a_tie_would_have_been_enough_where_the_chair_would_have_carried_it() -> None:
    for vote, more in (("yes", 1), ("no", 2), ("", 2)):
        book = body(rule("majority_cast", tie="chair"))
        outcome = decided(book, counts=counts(yes=1, no=3), chair_vote=vote)
        assert outcome.arithmetic["would_change"] == {"more_yes": more}


# --- who stands where


def in_record(by: Rule, there: str, **said: str) -> Finding:
    votes_ = [Vote(party, choice) for party, choice in said.items()]
    return decide_by(by, votes_, entitled=said, present=there)


def test_an_absent_no_is_an_absence_where_a_majority_decides() -> None:
    by = rule("fraction_entitled", fraction=HALF)
    found = in_record(by, "c", b="no", a="absent", c="yes")
    assert (found.no, found.absent) == ((), ("a", "b"))
    assert found.sums == {"yes": 1, "no": 0, "abstain": 0, "silent": 0, "absent": 2}


def test_an_absent_objection_stands_with_the_others() -> None:
    found = in_record(rule("no_objection"), "bd", a="no", b="no", c="absent", d="yes")
    assert (found.no, found.absent, found.numerator) == (("a", "b"), ("c",), 2)
    assert (found.sums["no"], found.sums["absent"]) == (1, 2)


def test_where_nobody_said_so_nobody_stands() -> None:
    found = in_record(rule("majority_cast"), "a", a="abstain")
    assert (found.yes, found.no, found.abstain) == ((), (), ("a",))
    found = in_record(rule("majority_cast"), "a", a="no")
    assert (found.yes, found.no, found.abstain) == ((), ("a",), ())
    assert (found.absent, found.silent, found.recused, found.vetoed_by) == ((), (), (), ())


def test_not_counted_are_those_outside_the_base_by_name_and_then_who_may_not_vote() -> None:
    said = {
        "f": "yes",
        "e": "abstain",
        "d": "silent",
        "c": "absent",
        "b": "recused",
        "a": "yes",
        "g": "no",
    }
    kinds: dict[RuleKind, tuple[str, ...]] = {
        "majority_cast": ("c", "d", "e", "a"),
        "majority_present": ("c", "a"),
        "fraction_entitled": ("a",),
    }
    parties = [Vote(party, choice) for party, choice in said.items() if choice != "silent"]
    for kind, outside in kinds.items():
        found = decide_by(rule(kind, fraction=HALF), parties, entitled="bcdefg", present="bdefg")
        assert found.not_counted == outside
    found = in_record(rule("majority_cast"), "acd", a="abstain", b="yes", c="abstain", d="yes")
    assert found.not_counted == ("a", "b", "c")
    for of_base, outside in (("given", ("c", "d", "a")), ("component", ("a",))):
        by = of(Condition(of=of_base))  # type: ignore[arg-type]
        found = decide_by(by, parties, entitled="bcdefg", present="bdefg", seats=9)
        assert found.not_counted == outside
