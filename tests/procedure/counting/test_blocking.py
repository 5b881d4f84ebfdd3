"""Where who takes part decides how many it takes to block."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.procedure.counting.decide import decide
from kurultai.procedure.counting.event import Ballot, VoteEvent
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Condition, Rule, Rulebook, Voter, load

DAY = "2020-01-01"
PART = Fraction(65, 100)
POPULATION = Condition(measure="population", of="entitled", fraction=PART, one_more_to_block=True)


def book(people: list[int]) -> Rulebook:
    rule = Rule(
        since=DAY, confidence="C", part="council", kind="conditions", conditions=(POPULATION,)
    )
    voters = tuple(
        Voter(since=DAY, confidence="C", voter=str(n), population=number)
        for n, number in enumerate(people)
    )
    return Rulebook("union", (), (rule,), (), (), voters=voters)


def result(people: list[int], against: set[int], recused: int = -1) -> str:
    said = {str(n): "no" if n in against else "yes" for n in range(len(people))}
    said |= {str(recused): "recused"} if recused >= 0 else {}
    votes = tuple(Ballot(voter_id=name, option=option) for name, option in said.items())
    return decide(book(people), VoteEvent(identifier="1", start_date=DAY, votes=votes)).result


def test_those_who_could_block_need_one_more() -> None:
    """Of 100 people 65 are needed: two members with 40 could block, and three do."""
    people = [20, 20, 15, 15, 10, 10, 5, 5]
    assert result(people, {0, 1}) == "adopted"
    assert result(people, {0, 1, 7}) == "rejected"
    assert result(people, {5, 6, 7}) == "adopted"  # 20 cannot block however many they are


def test_one_that_could_block_alone_needs_a_second() -> None:
    assert result([60, 20, 20], {0}) == "adopted"
    assert result([60, 20, 20], {0, 1}) == "rejected"


def test_exactly_the_share_that_is_left_does_not_block() -> None:
    assert result([35, 35, 30], {0}) == "adopted"
    assert result([36, 34, 30], {0, 1}) == "rejected"


def test_who_is_recused_does_not_count_among_those_who_could_block() -> None:
    """Without the member with 60 people it takes two of three to block, and then all three."""
    people = [60, 10, 10, 10]
    assert result(people, {1, 2}, recused=0) == "adopted"
    assert result(people, {1, 2, 3}, recused=0) == "rejected"


@given(st.lists(st.integers(1, 40), min_size=1, max_size=6), st.data())
def test_it_is_as_all_choices_of_members_tried_one_by_one_say(
    people: list[int], data: st.DataObject
) -> None:
    everybody = range(len(people))
    against = data.draw(st.sets(st.sampled_from([*everybody]), max_size=len(people)))

    def short(away: tuple[int, ...]) -> bool:
        return sum(people[n] for n in everybody if n not in away) < PART * sum(people)

    fewest = min(
        size for size in range(len(people) + 1) if any(map(short, combinations(everybody, size)))
    )
    blocked = short(tuple(against)) and len(against) > fewest
    assert result(people, against) == ("rejected" if blocked else "adopted")


BOOK = """
[[rule]]
part = "council"
from = "2020-01-01"
kind = "conditions"
conditions = [ { %s, fraction = "65/100", one_more_to_block = true } ]
confidence = "C"
"""


@pytest.mark.parametrize(
    "condition",
    [
        'of = "cast"',
        'of = "entitled", measure = "groups"',
        'of = "entitled", role = "elder"',
        'of = "entitled", each_group = true',
        'of = "entitled", waived_below = 4',
    ],
)
def test_only_of_all_voters_can_it_be_said_how_many_block(condition: str) -> None:
    assert load(BOOK % 'of = "entitled"', "union").rules
    with pytest.raises(Refused, match="value_wrong") as refused:
        load(BOOK % condition, "union")
    assert refused.value.facts["key"] == "one_more_to_block"
