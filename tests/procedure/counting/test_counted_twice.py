"""Questions counted twice: by the counting, and by the plain loops of `naive`.

Consensus, silence and departure have no large sets of real votes; so every small case is built
and counted here, and larger ones at random.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations_with_replacement, product
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.procedure.counting.decide import decide
from kurultai.procedure.counting.event import Ballot, Count, Departure, Outcome, VoteEvent
from kurultai.procedure.counting.options import OPTIONS
from kurultai.procedure.rulebook import (
    Base,
    Condition,
    Quorum,
    Rule,
    Rulebook,
    RuleKind,
    Seats,
    Tie,
    Voter,
)
from tests.procedure.counting import naive
from tests.procedure.counting.naive import Person

NAMES = "abcdefghij"
BEFORE, END, AFTER = "2026-03-14T11:59:59Z", "2026-03-14T12:00:00Z", "2026-03-14T15:00:01+03:00"


def rule(kind: RuleKind, name: str = "default", **parts: Any) -> Rule:  # noqa: ANN401 - parts of a rule
    given = {"fraction": Fraction(2, 3) if "fraction" in kind else None, **parts}
    return Rule(
        since="2000-01-01", confidence="C", part="plenary", rule=name, kind=kind, book="b", **given
    )


def book(*rules: Rule) -> Rulebook:
    return Rulebook("b", (), rules, (), ())


def ballots(persons: Iterable[Person]) -> tuple[Ballot, ...]:
    """Who is there and says nothing gives no ballot; nor does who stays away and writes nothing."""
    return tuple(
        Ballot(one.name, one.said, one.weight, one.group, one.role, one.at)
        for one in persons
        if one.said
    )


def event(persons: list[Person], **parts: Any) -> VoteEvent:  # noqa: ANN401 - parts of an event
    stated = {
        "rule": "plenary.default",
        "votes": ballots(persons),
        "entitled": tuple(one.name for one in persons),
        "present": tuple(one.name for one in persons if one.there),
        **parts,
    }
    return VoteEvent("e", "2026-03-14", **stated)


def sums(persons: list[Person], **parts: Any) -> VoteEvent:  # noqa: ANN401 - parts of an event
    """The same as numbers; who is there without a word is known from the number present."""
    words = Counter(one.said for one in persons)
    stated = {
        "rule": "plenary.default",
        "counts": tuple(Count(word, words[word]) for word in OPTIONS),
        "entitled": len(persons),
        "present": len([one for one in persons if one.there and one.said != "recused"]),
        **parts,
    }
    return VoteEvent("e", "2026-03-14", **stated)


def named(states: Iterable[Person]) -> list[Person]:
    return [
        Person(name, one.said, one.there, one.weight, one.people, one.group, one.role, one.at)
        for name, one in zip(NAMES, states, strict=False)
    ]


def up_to(most: int, states: tuple[Person, ...]) -> Iterator[list[Person]]:
    """Every way in which one to so many voters can stand in these states."""
    for number in range(1, most + 1):
        for each in combinations_with_replacement(states, number):
            yield named(each)


def said(answer: Outcome) -> str:
    assert answer.result != "invalid", answer.reason
    return answer.result


# --- consensus

IN_ROOM = tuple(Person("", choice) for choice in ("yes", "no", "abstain", ""))
AWAY = (
    Person("", there=False),
    Person("", "no", there=False),
    Person("", "no", there=False, at=BEFORE),
    Person("", "no", there=False, at=END),
    Person("", "recused", there=False),
)
CONSENSUS = (
    *(rule("consensus_minus", n=n) for n in range(4)),
    *(rule("consensus_minus", n=n, absent_objections=True) for n in range(4)),
    rule("no_objection", on_failure="dropped"),
    rule("no_objection_present", on_failure="dropped"),
)


@pytest.mark.parametrize("by", CONSENSUS, ids=lambda by: f"{by.kind}{by.n}{by.absent_objections}")
def test_every_small_consensus_comes_out_the_same(by: Rule) -> None:
    rules = book(by)
    for persons in up_to(5, (*IN_ROOM, *AWAY)):
        answer = decide(rules, event(persons, expires=END))
        assert said(answer) == naive.consensus(by, persons, END), persons
        objectors = tuple(naive.objections(by, persons, END))
        assert answer.arithmetic["numerator"] == len(objectors), persons
        assert answer.arithmetic["no"] == objectors, persons


HEARD = (*IN_ROOM[:3], Person("", "not voting"), Person("", "absent", there=False))


@pytest.mark.parametrize("by", CONSENSUS, ids=lambda by: f"{by.kind}{by.n}{by.absent_objections}")
def test_where_no_roll_was_called_those_are_there_who_spoke(by: Rule) -> None:
    rules = book(by)
    for persons in up_to(5, HEARD):
        again = naive.consensus(by, persons)
        answer = decide(rules, event(persons, present=None))
        assert said(answer) == ("adopted" if again == "no_quorum" else again), persons
        summed = decide(rules, sums(persons, present=None))
        assert said(summed) == said(answer), persons


# --- silence


def test_every_small_silence_comes_out_the_same() -> None:
    moments = ("", BEFORE, END, AFTER)
    broken = tuple(Person("", word, at=at) for word in ("no", "amendment") for at in moments)
    states = (*broken, Person("", "yes"), Person("", "abstain"), Person(""))
    for by in (rule("silence"), rule("silence", on_failure="dropped")):
        for persons, end in product(up_to(3, states), ("", END)):
            answer = decide(book(by), event(persons, expires=end, present=None))
            assert said(answer) == naive.silence(by, persons, end), (persons, end)


# --- majorities

STATES = (
    *(Person("", choice) for choice in ("yes", "no", "abstain", "not voting", "")),
    Person("", "absent", there=False),
    Person("", "recused"),
)
TIES: tuple[Tie, ...] = get_args(Tie)
PARTS = ("1/2", "2/3", "3/4", "4/5", "1")
PLAIN: tuple[Rule, ...] = (
    *(rule(kind) for kind in ("all_voters_yes", "all_present_yes", "all_cast_yes")),
    *(rule("majority_cast", tie=tie) for tie in TIES),
    rule("majority_cast", on_failure="dropped"),
    rule("majority_present"),
    *(rule("fraction_cast", fraction=Fraction(part)) for part in PARTS),
    *(rule("fraction_present", fraction=Fraction(part)) for part in PARTS),
    *(rule("fraction_entitled", fraction=Fraction(part)) for part in PARTS),
    *(
        rule("fraction_cast_and_floor", fraction=Fraction(2, 3), floor=Fraction(part))
        for part in ("1/4", "1/3", "1/2")
    ),
)


@pytest.mark.parametrize("by", PLAIN, ids=lambda by: f"{by.kind}-{by.fraction}-{by.floor}-{by.tie}")
def test_every_small_majority_comes_out_the_same(by: Rule) -> None:
    rules = book(by)
    chairs = ("", "yes", "no", "abstain") if by.tie == "chair" else ("",)
    turns = (1, 2) if by.tie == "revote" else (1,)
    for persons, chair, turn in product(up_to(5, STATES), chairs, turns):
        answer = decide(rules, event(persons, chair_vote=chair, round=turn))
        again = naive.majority(by, persons, chair=chair, ballot=turn)
        if any(one.said for one in persons):
            assert said(answer) == again, (persons, chair, turn)
        else:
            assert (answer.result, answer.reason) == ("invalid", "count.nothing")
        summed = decide(rules, sums(persons, chair_vote=chair, round=turn))
        assert said(summed) == again, (persons, chair, turn)


@st.composite
def assemblies(draw: st.DrawFn) -> list[Person]:
    """Up to ten voters of three groups with weights and populations."""
    number = draw(st.integers(1, 10))
    people = [
        Person(
            name,
            draw(st.sampled_from(["yes", "yes", "no", "abstain", "not voting", "recused"])),
            weight=draw(st.integers(0, 4)),
            people=draw(st.integers(1, 9)),
            group=draw(st.sampled_from(["north", "south", "west"])),
            role=draw(st.sampled_from(["", "elder"])),
        )
        for name in NAMES[:number]
    ]
    away = draw(st.sets(st.sampled_from(NAMES[:number])))
    return [replace(one, said="absent", there=False) if one.name in away else one for one in people]


def body(rules: Iterable[Rule], persons: list[Person], seats: int) -> Rulebook:
    """A rulebook with these voters and so many seats."""
    voters = tuple(
        Voter(
            since="2000-01-01",
            confidence="C",
            voter=one.name,
            weight=Fraction(one.weight),
            population=one.people,
            group=one.group,
            roles=(one.role,) if one.role else (),
        )
        for one in persons
    )
    of_law = Seats(since="2000-01-01", confidence="C", part="plenary", seats=seats)
    return Rulebook("b", (), tuple(rules), (), (), seats=(of_law,), voters=voters)


WHOLE_BASES: tuple[Base, ...] = get_args(Base)
PART_BASES: tuple[Base, ...] = ("cast", "given", "present", "entitled")
FRACTIONS = st.none() | st.fractions(Fraction(1, 7), Fraction(1), max_denominator=7)
ROOM: dict[str, st.SearchStrategy[Any]] = {
    "fraction": FRACTIONS,
    "more_than": st.booleans(),
    "least": st.integers(0, 5),
    "on_request": st.booleans(),
    "waived_below": st.sampled_from([0, 0, 0, 1, 3]),
}
CONDITIONS = st.one_of(
    st.builds(
        Condition,
        measure=st.sampled_from(["votes", "voters", "population"]),
        of=st.sampled_from(WHOLE_BASES),
        **ROOM,
    ),
    st.builds(
        Condition,
        measure=st.sampled_from(["votes", "voters", "population"]),
        of=st.sampled_from(PART_BASES),
        role=st.sampled_from(["", "elder"]),
        each_group=st.booleans(),
        **ROOM,
    ),
    st.builds(Condition, measure=st.just("groups"), of=st.sampled_from(PART_BASES), **ROOM),
)


@given(
    assemblies(),
    st.lists(CONDITIONS, min_size=1, max_size=3),
    st.booleans(),
    st.sampled_from(["", "elder"]),
    st.integers(1, 30),
)
def test_conditions_come_out_the_same(
    persons: list[Person],
    conditions: list[Condition],
    asked: bool,  # noqa: FBT001 - drawn
    veto: str,
    seats: int,
) -> None:
    by = rule("conditions", conditions=tuple(conditions), veto=veto)
    votes = tuple(Ballot(one.name, one.said) for one in persons)
    given = event(persons, votes=votes, challenged=asked, entitled=None)
    answer = decide(body([by], persons, seats), given)
    assert said(answer) == naive.majority(by, persons, seats=seats, asked=asked)


HALF = Condition(of="cast", fraction=Fraction(1, 2), more_than=True)


@given(assemblies(), st.lists(CONDITIONS, max_size=2), st.sampled_from(TIES), st.integers(1, 2))
def test_ties_under_conditions_come_out_the_same(
    persons: list[Person], conditions: list[Condition], tie: Tie, turn: int
) -> None:
    by = rule("conditions", conditions=(HALF, *conditions), tie=tie)
    votes = tuple(Ballot(one.name, one.said) for one in persons)
    given = event(persons, votes=votes, entitled=None, chair_vote="yes", round=turn)
    answer = decide(body([by], persons, 20), given)
    assert said(answer) == naive.majority(by, persons, seats=20, chair="yes", ballot=turn)


QUORUMS = st.builds(
    Quorum,
    since=st.just("2000-01-01"),
    confidence=st.just("C"),
    part=st.just("plenary"),
    kind=st.sampled_from(
        [
            "number",
            "fraction_of_entitled",
            "fraction_of_component",
            "fraction_of_delegations",
            "fraction_of_each_delegation",
        ]
    ),
    fraction=st.sampled_from([Fraction(1, 4), Fraction(1, 3), Fraction(1, 2), Fraction(2, 3)]),
    more_than=st.booleans(),
    least=st.integers(0, 8),
    on_challenge=st.booleans(),
)
ANY_RULE = st.sampled_from(
    (rule("majority_cast"), rule("consensus_minus", n=1), rule("no_objection"))
)


@given(assemblies(), ANY_RULE, QUORUMS, st.booleans(), st.integers(1, 12))
def test_quorums_come_out_the_same(
    persons: list[Person],
    by: Rule,
    quorum: Quorum,
    asked: bool,  # noqa: FBT001 - drawn
    seats: int,
) -> None:
    light = [replace(one, weight=1) for one in persons]
    rules = replace(body([by], light, seats), quorums=(quorum,))
    answer = decide(rules, event(light, entitled=None, challenged=asked))
    if naive.quorate(quorum, light, seats, asked=asked):
        assert said(answer) == naive.question(by, light)
    else:
        assert said(answer) == "no_quorum"


@given(assemblies(), st.sampled_from(PLAIN))
def test_weighted_majorities_come_out_the_same(persons: list[Person], by: Rule) -> None:
    answer = decide(book(by), event(persons))
    assert said(answer) == naive.majority(by, persons)


# --- departure

LEAVE = rule("fraction_cast", "departure", fraction=Fraction(2, 3))
OWN = (rule("all_voters_yes"), rule("majority_cast"), rule("consensus_minus", n=1))
OTHER = (rule("majority_cast", "other"), rule("no_objection", "other"))
SIMPLE = (Person("", "yes"), Person("", "no"), Person("", "abstain"))


@pytest.mark.parametrize(("own", "other"), tuple(product(OWN, OTHER)))
def test_every_small_departure_comes_out_the_same(own: Rule, other: Rule) -> None:
    rules = book(own, other, LEAVE)
    for asked, persons in product(up_to(3, SIMPLE), up_to(3, SIMPLE)):
        if len(asked) == len(persons):
            leaving = Departure("plenary.other", votes=ballots(asked))
            answer = decide(rules, event(persons, departure=leaving))
            assert said(answer) == naive.departing(own, other, LEAVE, asked, persons)
            agreed = naive.question(LEAVE, asked) == "adopted"
            assert answer.arithmetic["departure"]["agreed"] == agreed
            assert answer.rule == (other if agreed else own).name
