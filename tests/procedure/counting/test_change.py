"""What would have changed a result, against trying every smaller change."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kurultai.procedure.rulebook import Condition, Rule, Rulebook
from tests.procedure.counting.sittings import (
    Member,
    body,
    decided,
    rule,
    votes,
)

MOST = 3
OPTIONS = ("yes", "no", "abstain", "not voting", "absent")


def conditions(*, plain: bool) -> st.SearchStrategy[Condition]:
    """Conditions about votes of all, or of any kind."""
    return st.builds(
        Condition,
        measure=st.sampled_from(
            ["votes", "voters"] if plain else ["votes", "voters", "population", "groups"]
        ),
        of=st.sampled_from(["cast", "given", "present", "entitled"]),
        fraction=st.sampled_from([None, Fraction(1, 2), Fraction(2, 3), Fraction(3, 5)]),
        more_than=st.booleans(),
        least=st.integers(0, 4),
        role=st.just("") if plain else st.sampled_from(["", "", "elder"]),
        each_group=st.just(False) if plain else st.sampled_from([False, False, True]),
        waived_below=st.just(0) if plain else st.sampled_from([0, 0, 2, 3]),
    )


def within_reach(asked: list[Condition]) -> bool:
    """Three waived group by group could be met in 512 ways: more than are tried."""
    return sum(bool(each.each_group and each.waived_below) for each in asked) < MOST


def rules(*, plain: bool) -> st.SearchStrategy[Rule]:
    return st.builds(
        lambda asked, tie, veto: rule("conditions", conditions=tuple(asked), tie=tie, veto=veto),
        st.lists(conditions(plain=plain), min_size=1, max_size=3).filter(within_reach),
        st.sampled_from(["rejected", "adopted", "chair"]),
        st.sampled_from(["", "", "elder"]),
    )


def assemblies(*, weighted: bool, most: int = 6) -> st.SearchStrategy[list[Member]]:
    return st.lists(
        st.builds(
            Member,
            name=st.just(""),
            option=st.sampled_from(OPTIONS),
            weight=st.integers(1, 3 if weighted else 1).map(Fraction),
            population=st.integers(1, 5),
            group=st.sampled_from(["north", "south", "west"]),
            roles=st.sampled_from([(), ("elder",)]),
        ),
        min_size=1,
        max_size=most,
    ).map(lambda members: [replace(m, name=f"m{n}") for n, m in enumerate(members)])


def result(book: Rulebook, members: list[Member]) -> str:
    return decided(book, votes=votes(members), chair_vote="no").result


def divided(members: Iterable[Member]) -> Iterator[Member]:
    """As many voters of one vote each."""
    for member in members:
        for part in range(int(member.weight)):
            yield replace(member, name=f"{member.name}.{part}", weight=Fraction(1))


def fewest_of(book: Rulebook, members: list[Member], turned: str, to: str, ends: Any) -> int | None:  # noqa: ANN401 - a test of the result
    """The fewest of those who said so that, saying the other, lead to such a result."""
    those = [n for n, m in enumerate(members) if (m.option == turned) == (turned != "not yes")]
    those = [n for n in those if turned != "not yes" or members[n].option != "yes"]
    for number in range(1, len(those) + 1):
        for chosen in combinations(those, number):
            changed = [m.says(to) if n in chosen else m for n, m in enumerate(members)]
            if ends(result(book, changed)):
                return number
    return None


def is_of_votes(condition: Condition) -> bool:
    alone = not condition.role and not condition.each_group and not condition.waived_below
    return condition.measure == "votes" and alone


GROUPS = {"north": Fraction(1, 2), "south": Fraction(1)}


def weights(members: list[Member]) -> dict[str, Fraction]:
    """Of the groups that somebody is in: another name would be a voter's."""
    return {
        group: weight for group, weight in GROUPS.items() if group in {m.group for m in members}
    }


def check(by: Rule, members: list[Member]) -> None:
    """Voters of several votes are tried vote by vote where all conditions are about votes."""
    book = body(by, members=members, groups=weights(members))
    outcome = decided(book, votes=votes(members), chair_vote="no")
    if all(is_of_votes(condition) for condition in by.conditions):
        members = [*divided(members)] if not by.veto else members
        book = body(by, members=members, groups=weights(members))
    found = outcome.arithmetic["would_change"]
    if outcome.result == "no_quorum":
        assert found == {}
        return
    if outcome.result == "adopted":
        undone = fewest_of(book, members, "yes", "no", lambda to: to != "adopted")
        assert found == ({} if undone is None else {"fewer_yes": undone})
        return
    expected = {
        "more_yes": fewest_of(book, members, "not yes", "yes", lambda to: to == "adopted"),
        "fewer_abstentions": fewest_of(
            book, members, "abstain", "absent", lambda to: to == "adopted"
        ),
    }
    if outcome.result == "vetoed":
        expected["fewer_objections"] = len(outcome.arithmetic["vetoed_by"])
    assert found == {key: number for key, number in expected.items() if number is not None}


@settings(max_examples=300)
@given(rules(plain=True), assemblies(weighted=False))
def test_of_votes_alone_it_is_the_least(by: Rule, members: list[Member]) -> None:
    check(by, members)


@settings(max_examples=600)
@given(rules(plain=False), assemblies(weighted=True))
def test_of_voters_of_any_kind_it_is_the_fewest(by: Rule, members: list[Member]) -> None:
    check(by, members)


def waived_in(groups: str, times: int) -> Any:  # noqa: ANN401 - numbers by what would change
    """What would have changed a vote in which everybody, two of each group, is against."""
    asked = Condition(of="cast", each_group=True, waived_below=2)
    members = [Member(f"{g}{n}", "no", group=g) for g in groups for n in "ab"]
    book = body(rule("conditions", conditions=(asked,) * times), members=members)
    return decided(book, votes=votes(members)).arithmetic["would_change"]


def test_nothing_is_said_where_it_could_be_met_in_more_ways_than_are_tried() -> None:
    assert waived_in("nsew", 2) == {"more_yes": 4}
    assert waived_in("nsw", 3) == {}
