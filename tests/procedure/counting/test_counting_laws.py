"""Laws that hold of every way of counting, whatever the rule and whoever votes."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from kurultai.procedure.counting.event import Ballot, Count, Outcome
from kurultai.procedure.rulebook import Condition, Rule, RuleKind, Tie
from tests.procedure.counting.sittings import Member, body, counts, decided, rule, votes

KINDS: tuple[RuleKind, ...] = get_args(RuleKind)
FRACTIONS = st.fractions(Fraction(1, 7), Fraction(1), max_denominator=7)
OPTIONS = ("yes", "no", "abstain", "not voting", "absent", "recused")
GROUPS = ("north", "south")


def conditions(*, constant: bool = True, heads: bool = True) -> st.SearchStrategy[Condition]:
    """Of any kind; without a constant, or without heads: what scaling and splitting leave alone."""
    return st.builds(
        Condition,
        measure=st.sampled_from(
            ["votes", "votes", "voters", "population", "groups"][: 5 if heads else 2]
        ),
        of=st.sampled_from(["cast", "given", "present", "entitled"]),
        fraction=FRACTIONS,
        more_than=st.booleans(),
        least=st.integers(0, 3) if constant else st.just(0),
        role=st.sampled_from(["", "", "elder"]),
        each_group=st.sampled_from([False, False, True]),
        waived_below=st.sampled_from([0, 0, 2]) if constant and heads else st.just(0),
    )


@st.composite
def rules(draw: st.DrawFn, *, constant: bool = True, heads: bool = True) -> Rule:
    kind = draw(st.sampled_from([k for k in KINDS if heads or k == "conditions" or "cast" in k]))
    asked = draw(st.lists(conditions(constant=constant, heads=heads), min_size=1, max_size=2))
    return rule(
        kind,
        fraction=draw(FRACTIONS),
        floor=draw(FRACTIONS),
        n=draw(st.integers(0, 2)),
        conditions=tuple(asked),
        absent_objections=draw(st.booleans()),
        tie=draw(st.sampled_from(get_args(Tie))),
        veto=draw(st.sampled_from(["", "", "elder"])) if constant else "",
    )


MEMBERS = st.lists(
    st.builds(
        Member,
        name=st.just(""),
        option=st.sampled_from(OPTIONS),
        weight=st.sampled_from([Fraction(1), Fraction(2), Fraction(1, 2)]),
        population=st.integers(1, 5),
        group=st.sampled_from(GROUPS),
        roles=st.sampled_from([(), ("elder",)]),
    ),
    min_size=1,
    max_size=8,
).map(lambda members: [replace(m, name=f"m{n}") for n, m in enumerate(members)])
ORDER = ("rejected", "vetoed", "tied", "adopted")  # worst first


def result(by: Rule, members: list[Member], **how: Any) -> Outcome:  # noqa: ANN401 - parts of an event
    return decided(body(by, members=members), votes=votes(members), **how)


def core(outcome: Outcome) -> tuple[Any, ...]:
    """The result and its numbers, without names."""
    keys = ("base_count", "numerator", "needed", "sums", "conditions", "would_change", "reason")
    return (outcome.result, *(outcome.arithmetic[key] for key in keys))


@settings(max_examples=300)
@given(rules(), MEMBERS, st.data())
def test_a_vote_turned_to_yes_never_makes_it_worse(
    by: Rule, members: list[Member], data: st.DataObject
) -> None:
    """But for who was not there: coming makes the base greater, and may fill a quorum."""
    present = [n for n, m in enumerate(members) if m.option not in ("absent", "recused")]
    if not present:
        return
    turned = data.draw(st.sampled_from(present))
    better = [m.says("yes") if n == turned else m for n, m in enumerate(members)]
    before, after = result(by, members), result(by, better)
    if before.result == "adopted" and not (by.tie == "lot" and before.reason == "lot"):
        assert after.result == "adopted"


@given(rules(), MEMBERS, st.data())
def test_a_vote_turned_to_no_never_adopts(
    by: Rule, members: list[Member], data: st.DataObject
) -> None:
    present = [n for n, m in enumerate(members) if m.option in ("yes", "abstain", "not voting")]
    if not present:
        return
    turned = data.draw(st.sampled_from(present))
    worse = [m.says("no") if n == turned else m for n, m in enumerate(members)]
    if result(by, members).result != "adopted" and members[turned].option == "yes":
        assert result(by, worse).result != "adopted"


@given(rules(), MEMBERS, st.data())
def test_names_and_their_order_change_nothing(
    by: Rule, members: list[Member], data: st.DataObject
) -> None:
    names = data.draw(st.permutations([m.name for m in members]))
    shuffled = data.draw(st.permutations(members))
    renamed = {m.name: f"x{name}" for m, name in zip(members, names, strict=True)}
    other = [replace(m, name=renamed[m.name]) for m in shuffled]
    assert core(result(by, other)) == core(result(by, members))


@given(rules(heads=False), MEMBERS, st.integers(2, 4))
def test_a_bloc_of_votes_counts_as_much_divided(
    by: Rule, members: list[Member], parts: int
) -> None:
    by = replace(by, veto="")
    divided = [
        replace(m, name=f"{m.name}.{part}", weight=m.weight / parts)
        for m in members
        for part in range(parts)
    ]
    assert result(by, divided).result == result(by, members).result
    once, twice = (result(by, each).arithmetic for each in (members, divided))
    assert [once[k] for k in ("base_count", "numerator", "sums")] == [
        twice[k] for k in ("base_count", "numerator", "sums")
    ]


@given(rules(heads=False), MEMBERS, st.integers(2, 4))
def test_a_voter_may_divide_its_votes_and_say_the_same(
    by: Rule, members: list[Member], parts: int
) -> None:
    by = replace(by, split=True)
    divided = tuple(
        Ballot(m.name, m.option, str(m.weight / parts)) for m in members for _ in range(parts)
    )
    once = result(by, members)
    twice = decided(body(by, members=members), votes=divided)
    assert (once.result, once.arithmetic["sums"]) == (twice.result, twice.arithmetic["sums"])
    assert once.arithmetic["yes"] == twice.arithmetic["yes"]


@given(rules(constant=False), MEMBERS, st.integers(2, 5))
def test_only_shares_matter_where_no_number_is_fixed(
    by: Rule, members: list[Member], times: int
) -> None:
    if by.kind == "consensus_minus":
        return
    larger = [replace(m, name=f"{m.name}.{copy}") for m in members for copy in range(times)]
    assert result(by, larger).result == result(by, members).result


@given(rules(), MEMBERS)
def test_sums_come_to_the_same_as_names(by: Rule, members: list[Member]) -> None:
    plain = [replace(m, weight=Fraction(1), group="", roles=()) for m in members]
    asked = tuple(replace(c, role="", each_group=False, measure="votes") for c in by.conditions)
    by = replace(by, conditions=asked, veto="")
    named = decided(body(by), votes=votes(plain))
    number = Counter(m.option for m in plain)
    summed = decided(body(by), counts=tuple(Count(o, n) for o, n in number.items()))
    assert core(summed) == core(named)


@given(rules(), MEMBERS)
def test_what_was_needed_is_the_least_that_suffices(by: Rule, members: list[Member]) -> None:
    for each in result(by, members).arithmetic["conditions"]:
        assert each["met"] == (each["waived"] or each["numerator"] >= each["needed"])
        if not each["fraction"]:
            continue
        share = Fraction(each["fraction"]) * each["base_count"]
        floor = max(Fraction(each["least"]), Fraction(1, 2))
        if each["more_than"]:
            assert each["needed"] > share
        else:
            assert each["needed"] >= share
        below = each["needed"] - 1
        enough = below > share if each["more_than"] else below >= share
        assert not (enough and below >= max(floor, 1))


@given(st.integers(1, 300), FRACTIONS, st.integers(0, 300), st.booleans())
def test_a_threshold_is_met_at_exactly_its_fraction(
    base: int,
    fraction: Fraction,
    yes: int,
    more_than: bool,  # noqa: FBT001 - a case
) -> None:
    by = rule("conditions", conditions=(Condition(fraction=fraction, more_than=more_than),))
    yes = min(yes, base)
    outcome = decided(body(by), counts=counts(yes=yes, no=base - yes))
    over = yes * fraction.denominator - base * fraction.numerator
    assert (outcome.result == "adopted") == (yes > 0 and (over > 0 if more_than else over >= 0))
    needed = outcome.arithmetic["needed"]
    for votes_, expected in ((needed, "adopted"), (needed - 1, "rejected")):
        if 0 <= votes_ <= base:
            again = decided(body(by), counts=counts(yes=votes_, no=base - votes_))
            assert again.result == expected


@given(rules(), MEMBERS)
def test_everybody_stands_in_one_place_and_is_counted_or_not(
    by: Rule, members: list[Member]
) -> None:
    found = result(by, members).arithmetic
    places = [
        name
        for key in ("yes", "no", "abstain", "silent", "absent", "recused")
        for name in found[key]
    ]
    assert sorted(places) == sorted(m.name for m in members)
    assert not set(found["not_counted"]) & set(found["recused"])
    if not found["conditions"] and by.kind != "conditions":
        counted = {m.name: m.weight for m in members}
        consensus = found["kind"] in (
            "no_objection",
            "no_objection_present",
            "consensus_minus",
            "silence",
        )
        outside = {*found["not_counted"], *found["recused"]}
        worth = [1 if consensus else w for name, w in counted.items() if name not in outside]
        assert sum(worth) == found["base_count"]
