"""Majorities: the vectors that the rules of real bodies give, and the laws that all must keep."""

from dataclasses import replace
from fractions import Fraction
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.procedure.counting.finding import Finding, kept
from kurultai.procedure.counting.majority import CONSENSUS, Vote, base_of, decide_by
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Condition, Rule, RuleKind, Voter

KINDS: tuple[RuleKind, ...] = get_args(RuleKind)


def rule(kind: RuleKind, **parts: Any) -> Rule:  # noqa: ANN401 - parts of a rule
    return Rule(
        since="2000-01-01",
        confidence="C",
        part="plenary",
        kind=kind,
        article="Art. 1",
        link="https://example.org/rules",
        book="body",
        **parts,
    )


def voting(kind: Rule, yes: int, no: int, abstain: int = 0, absent: int = 0) -> Finding:
    """So many of each; all are entitled."""
    choices = ["yes"] * yes + ["no"] * no + ["abstain"] * abstain + ["absent"] * absent
    votes = [Vote(f"p{n:03}", choice) for n, choice in enumerate(choices)]
    entitled = [vote.party for vote in votes]
    present = [vote.party for vote in votes if vote.choice != "absent"]
    return decide_by(kind, votes, entitled=entitled, present=present)


TWO_THIRDS = rule("fraction_cast", fraction=Fraction(2, 3))
FOUR_FIFTHS = rule("fraction_present", fraction=Fraction(4, 5))
THREE_QUARTERS = rule("fraction_entitled", fraction=Fraction(3, 4))
PACE = rule("fraction_cast_and_floor", fraction=Fraction(2, 3), floor=Fraction(1, 3))


@pytest.mark.parametrize(
    ("kind", "votes", "result", "reason", "needed"),
    [
        (rule("majority_cast"), (10, 10, 5), "rejected", "tie", 11),
        (rule("majority_cast"), (11, 10, 5), "adopted", "majority_reached", 11),
        (rule("majority_cast"), (0, 0, 5), "rejected", "majority_not_reached", 1),
        (TWO_THIRDS, (66, 33, 40), "adopted", "majority_reached", 66),
        (TWO_THIRDS, (65, 33), "rejected", "majority_not_reached", 66),
        (TWO_THIRDS, (0, 0, 3), "rejected", "majority_not_reached", 1),
        (PACE, (101, 10, 0, 195), "rejected", "floor_not_reached", 102),
        (PACE, (102, 51, 0, 153), "adopted", "majority_reached", 102),
        (PACE, (102, 52, 0, 152), "rejected", "majority_not_reached", 103),
        (rule("majority_present"), (5, 1, 4), "rejected", "majority_not_reached", 6),
        (rule("majority_present"), (6, 1, 3), "adopted", "majority_reached", 6),
        (FOUR_FIFTHS, (4, 0, 1, 5), "adopted", "majority_reached", 4),
        (THREE_QUARTERS, (3, 0, 0, 1), "adopted", "majority_reached", 3),
        (THREE_QUARTERS, (2, 0, 0, 2), "rejected", "majority_not_reached", 3),
        (rule("all_voters_yes"), (2, 0, 1), "rejected", "not_all_in_favour", 3),
        (rule("all_voters_yes"), (3, 0, 0, 1), "rejected", "not_all_in_favour", 4),
        (rule("all_voters_yes"), (4, 0), "adopted", "all_in_favour", 4),
        (rule("all_present_yes"), (3, 0, 0, 1), "adopted", "all_in_favour", 3),
        (rule("all_present_yes"), (3, 0, 1), "rejected", "not_all_in_favour", 4),
        (rule("no_objection", on_failure="dropped"), (9, 1), "dropped", "objected", 0),
        (rule("no_objection"), (1, 0, 2, 3), "adopted", "no_objection", 0),
        (rule("no_objection_present"), (0, 0, 1), "adopted", "no_objection", 0),
        (rule("no_objection_present"), (5, 1), "rejected", "objected", 0),
        (rule("consensus_minus", n=1), (9, 1), "adopted", "objections_within_limit", 1),
        (rule("consensus_minus", n=1), (9, 0), "adopted", "no_objection", 1),
        (rule("consensus_minus", n=1), (9, 2), "rejected", "objections_over_limit", 1),
    ],
)  # fmt: skip
def test_what_real_rules_make_of_votes(
    kind: Rule, votes: tuple[int, ...], result: str, reason: str, needed: int
) -> None:
    found = voting(kind, *votes)
    assert (found.result, found.reason, found.needed) == (result, reason, needed)


def test_a_finding_says_who_said_what_and_what_was_missing() -> None:
    votes = [Vote("tr", "no"), Vote("az", "yes"), Vote("kz", "abstain"), Vote("xx", "yes")]
    strict = rule("majority_present", unconfirmed=("absence",))
    found = decide_by(
        strict, votes, entitled=["tr", "kz", "az", "uz", "kg"], present=["az", "kz", "tr", "kg"]
    )
    assert found == Finding(
        result="rejected",
        rule="body/plenary.default",
        kind="majority_present",
        article="Art. 1",
        link="https://example.org/rules",
        confidence="C",
        unconfirmed=("absence",),
        base="present",
        base_count=4,
        yes=("az",),
        no=("tr",),
        abstain=("kz",),
        absent=("uz",),
        not_counted=("uz", "xx"),
        numerator=1,
        needed=3,
        fraction="",
        reason="majority_not_reached",
        would_change={"more_yes": 2},
        silent=("kg",),
        sums={"yes": 1, "no": 1, "abstain": 1, "silent": 1, "absent": 1},
    )  # fmt: skip


def test_a_written_objection_of_an_absent_party_counts_only_where_the_rule_says_so() -> None:
    votes = [Vote("a", "no"), Vote("b", "no"), Vote("c", "yes")]
    minus_one = rule("consensus_minus", n=1)
    ignored = decide_by(minus_one, votes, entitled="abc", present="bc")
    assert (ignored.result, ignored.no, ignored.absent) == ("adopted", ("b",), ("a",))
    counting = replace(minus_one, absent_objections=True)
    counted = decide_by(counting, votes, entitled="abc", present="bc")
    assert (counted.result, counted.no, counted.absent) == ("rejected", ("a", "b"), ())
    assert (ignored.base, counted.base) == ("present", "entitled")


def test_an_objection_in_absence_stops_a_consensus_of_all() -> None:
    votes = [Vote("a", "no"), Vote("b", "yes")]
    found = decide_by(rule("no_objection"), votes, entitled="ab", present="b")
    assert (found.result, found.would_change) == ("rejected", {"fewer_objections": 1})


def test_a_vote_of_an_absent_party_counts_as_its_absence() -> None:
    votes = [Vote("a", "yes"), Vote("b", "yes")]
    found = decide_by(rule("all_voters_yes"), votes, entitled="ab", present="b")
    assert (found.result, found.yes, found.absent) == ("rejected", ("b",), ("a",))


@pytest.mark.parametrize("kind", KINDS)
def test_where_nobody_is_or_the_quorum_is_missing_nothing_is_decided(kind: RuleKind) -> None:
    filled = with_parts(kind)
    nobody = decide_by(filled, [], entitled="ab", present="")
    assert (nobody.result, nobody.reason) == ("no_quorum", "quorum_missing")
    everybody = [Vote("a", "yes"), Vote("b", "yes")]
    missing = decide_by(filled, everybody, entitled="ab", present="ab", quorum=False)
    assert (missing.result, missing.would_change) == ("no_quorum", {})


def test_two_votes_of_one_party_are_refused() -> None:
    votes = [Vote("a", "yes"), Vote("a", "no")]
    with pytest.raises(Refused, match=r"^vote\.twice: name a$"):
        decide_by(rule("majority_cast"), votes, entitled="a", present="a")


# --- laws


def with_parts(kind: RuleKind, fraction: Fraction = Fraction(2, 3), n: int = 1) -> Rule:
    conditions = (Condition(fraction=fraction), Condition(of="entitled", least=n))
    return rule(kind, fraction=fraction, floor=Fraction(1, 3), n=n, conditions=conditions)


RULES = st.builds(
    with_parts,
    st.sampled_from(KINDS),
    st.fractions(Fraction(1, 7), Fraction(1), max_denominator=7),
    st.integers(0, 3),
)
CHOICES = st.lists(st.sampled_from(["yes", "no", "abstain", "absent"]), min_size=1, max_size=12)


def deciding(kind: Rule, choices: list[str], order: list[int] | None = None) -> Finding:
    """Each choice of a party of its own; the first, and who voted, are present."""
    votes = [Vote(f"p{n:02}", choice) for n, choice in enumerate(choices)]
    present = [v.party for n, v in enumerate(votes) if n == 0 or v.choice != "absent"]
    shuffled = [votes[n] for n in order] if order else votes
    return decide_by(kind, shuffled, entitled=[v.party for v in votes], present=present)


@given(RULES, CHOICES)
def test_the_number_needed_is_exact(kind: Rule, choices: list[str]) -> None:
    found = deciding(kind, choices)
    within = found.numerator <= found.needed
    enough = within if kind.kind in CONSENSUS else found.numerator >= found.needed
    assert (found.result == "adopted") == enough


@given(RULES, CHOICES, st.data())
def test_the_result_does_not_depend_on_the_order(
    kind: Rule, choices: list[str], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(choices))))
    assert deciding(kind, choices, order) == deciding(kind, choices)


@given(RULES, CHOICES, st.data())
def test_a_vote_changed_to_yes_never_undoes_an_adoption(
    kind: Rule, choices: list[str], data: st.DataObject
) -> None:
    changed = data.draw(st.integers(0, len(choices) - 1))
    better = [*choices[:changed], "yes", *choices[changed + 1 :]]
    if deciding(kind, choices).result == "adopted" and choices[changed] != "absent":
        assert deciding(kind, better).result == "adopted"


@given(RULES, CHOICES, st.data())
def test_a_vote_changed_to_no_never_adopts(
    kind: Rule, choices: list[str], data: st.DataObject
) -> None:
    changed = data.draw(st.integers(0, len(choices) - 1))
    worse = [*choices[:changed], "no", *choices[changed + 1 :]]
    if deciding(kind, choices).result != "adopted" and choices[changed] != "absent":
        assert deciding(kind, worse).result != "adopted"


@given(RULES, CHOICES)
def test_what_would_have_changed_the_result_would_have(kind: Rule, choices: list[str]) -> None:
    found = deciding(kind, choices)
    objectors = [n for n, choice in enumerate(choices) if choice == "no"]
    for number in objectors[: int(found.would_change.get("fewer_objections", 0))]:
        choices[number] = "yes"
    more = int(found.would_change.get("more_yes", 0))
    if len(objectors) >= more:  # the number counted stays the same
        for number in objectors[:more]:
            choices[number] = "yes"
        if found.would_change:
            assert deciding(kind, choices).result == "adopted"


@given(RULES, CHOICES)
def test_everyone_entitled_stands_in_one_place(kind: Rule, choices: list[str]) -> None:
    found = deciding(kind, choices)
    places = (*found.yes, *found.no, *found.abstain, *found.silent, *found.absent)
    assert sorted(places) == [f"p{n:02}" for n in range(len(choices))]
    assert found.base_count + len(found.not_counted) == len(choices)


def test_every_kind_has_a_base() -> None:
    assert {base_of(rule(kind)) for kind in KINDS} == {"cast", "present", "entitled"}


# --- votes that weigh more than one


def voter(name: str, weight: Fraction = Fraction(1), *roles: str, population: int = 0) -> Voter:
    return Voter(
        since="2000-01-01",
        confidence="C",
        voter=name,
        weight=weight,
        roles=roles,
        population=population,
    )


def weighing(kind: Rule, *voters: Voter, **choices: str) -> Finding:
    votes = [Vote(name, choice) for name, choice in choices.items()]
    return decide_by(
        kind,
        votes,
        entitled=list(choices),
        present=[vote.party for vote in votes if vote.choice != "absent"],
        electorate={each.voter: each for each in voters},
    )


def test_a_vote_weighs_what_the_rulebook_says() -> None:
    three = (voter("a", Fraction(3)), voter("b"), voter("c"))
    found = weighing(rule("majority_cast"), *three, a="yes", b="no", c="no")
    assert (found.result, found.numerator, found.base_count) == ("adopted", 3, 5)
    assert (found.yes, found.no) == (("a",), ("b", "c"))
    halves = (voter("a", Fraction(1, 2)), voter("b"))
    found = weighing(rule("majority_cast"), *halves, a="yes", b="no")
    assert (found.result, found.numerator) == ("rejected", Fraction(1, 2))


def test_who_has_the_role_prevents_what_the_others_want() -> None:
    council = rule("majority_cast", veto="permanent")
    five = (voter("a", Fraction(1), "permanent"), voter("b"), voter("c"), voter("d"))
    found = weighing(council, *five, a="no", b="yes", c="yes", d="yes")
    assert (found.result, found.vetoed_by) == ("vetoed", ("a",))
    found = weighing(council, *five, a="abstain", b="yes", c="yes", d="no")
    assert (found.result, found.vetoed_by) == ("adopted", ())


def test_populations_count_where_the_rule_asks_for_them() -> None:
    half = Fraction(1, 2)
    both = (Condition(fraction=half), Condition(measure="population", of="entitled", fraction=half))
    double = rule("conditions", conditions=both)
    two = (voter("a", population=10), voter("b", population=90))
    assert weighing(double, *two, a="yes", b="abstain").result == "rejected"
    assert weighing(double, *two, a="abstain", b="yes").result == "adopted"


# --- kept in the record


def test_a_finding_is_kept_without_a_number_that_json_cannot_say() -> None:
    groups = rule("conditions", conditions=(Condition(measure="groups", of="entitled", least=2),))
    half = {
        name: Voter(since="2000-01-01", confidence="C", voter=name, weight=weight, group=group)
        for name, weight, group in (
            ("a", Fraction(1), "north"),
            ("b", Fraction(1), "south"),
            ("north", Fraction(1), ""),
            ("south", Fraction(1, 2), ""),
        )
    }
    votes = [Vote("a", "yes"), Vote("b", "yes")]
    found = decide_by(groups, votes, entitled="ab", present="ab", electorate=half)
    assert (found.result, found.numerator, found.needed) == ("rejected", Fraction(3, 2), 2)
    plain = kept(found)
    assert (plain["numerator"], plain["needed"], plain["yes"]) == ("3/2", 2, ("a", "b"))
    assert plain["conditions"][0]["base_count"] == "3/2"
    assert plain["sums"] == {"yes": 2, "no": 0, "abstain": 0, "silent": 0, "absent": 0}
    assert kept(voting(rule("majority_cast"), 1, 0))["conditions"] == ()


def test_a_casting_vote_carries_nothing_over_a_veto() -> None:
    council = rule("majority_cast", veto="permanent", tie="chair")
    known = {one.voter: one for one in (voter("a", Fraction(1), "permanent"), voter("b"))}
    votes = (Vote("a", "no"), Vote("b", "yes"))
    both = ("a", "b")
    found = decide_by(council, votes, entitled=both, present=both, electorate=known, casting="yes")
    assert (found.result, found.vetoed_by) == ("vetoed", ("a",))
    plain = rule("majority_cast", tie="chair")
    found = decide_by(plain, votes, entitled=both, present=both, casting="yes")
    assert (found.result, found.reason, found.casting) == ("adopted", "casting_vote", "yes")
