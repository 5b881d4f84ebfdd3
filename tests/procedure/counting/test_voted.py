"""Votes by name: what each voter may say, and where it is when it says it."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from kurultai.procedure.counting.event import Ballot, Count
from kurultai.procedure.counting.majority import Vote, decide_by
from kurultai.procedure.rulebook import Condition, Rule
from tests.procedure.counting.sittings import (
    DAY,
    Member,
    body,
    counts,
    decided,
    quorum,
    rule,
    shown,
)

GROUPS = rule(
    "conditions",
    conditions=(Condition(measure="groups", of="entitled", fraction=Fraction(1, 2)),),
)
PRESENT = rule("majority_present")


def test_nobody_casts_more_votes_than_one_may() -> None:
    book = body(rule("majority_cast", cap=1), members=[Member("a", weight=Fraction(2))])
    outcome = decided(book, votes=(Ballot("a", "yes"),))
    assert outcome.arithmetic["refused"] == "vote.over_cap"


def test_a_stated_role_takes_none_away() -> None:
    members = [Member("a", roles=("elder",)), Member("b"), Member("c")]
    book = body(rule("majority_cast", veto="elder"), members=members)
    said = (Ballot("a", "no", role="scribe"), Ballot("b", "yes"), Ballot("c", "yes"))
    assert decided(book, votes=said).result == "vetoed"


def test_groups_speak_by_votes_though_no_roll_is_known() -> None:
    said = (Ballot("a", "yes", group_id="north"), Ballot("b", "no", group_id="south"))
    outcome = decided(body(GROUPS), votes=said)
    assert shown(outcome, "numerator", "base_count") == ("adopted", 1, 2)


def test_a_stated_role_leaves_a_voter_in_its_group() -> None:
    members = [Member("a", group="north"), Member("b", group="south")]
    said = (Ballot("a", "yes", role="elder"), Ballot("b", "no"))
    outcome = decided(body(GROUPS, members=members), votes=said, present=("a", "b"))
    assert shown(outcome, "numerator", "base_count") == ("adopted", 1, 2)


def test_what_the_absent_leave_unused_is_absent() -> None:
    members = [Member("a", weight=Fraction(3)), Member("b")]
    book = body(rule("majority_present", split=True), members=members)
    said = (Ballot("a", "absent", weight=1), Ballot("b", "yes"))
    outcome = decided(book, votes=said, present=("b",))
    assert shown(outcome, "base_count", "absent") == ("adopted", 1, ("a",))


def test_in_writing_only_an_objection_is_heard() -> None:
    said = (Ballot("a", "yes"), Ballot("b", "yes"))
    outcome = decided(body(rule("no_objection")), votes=said, present=("b",))
    assert shown(outcome, "absent", "no") == ("adopted", ("a",), ())


def test_who_is_only_a_number_is_a_head_for_a_quorum() -> None:
    book = body(rule("majority_cast"), quorums=(quorum("number", least=4),))
    said = (Ballot("a", "yes", weight=2), Ballot("b", "no"))
    found = decided(book, votes=said, present=4).arithmetic["quorum"]
    assert (found["reached"], found["have"]) == (True, 4)


def test_a_stated_weight_of_one_is_one_vote() -> None:
    outcome = decided(body(PRESENT), votes=(Ballot("a", "yes", weight=1),), present=3)
    assert shown(outcome, "base_count") == ("rejected", 3)


def test_who_of_the_others_is_absent_is_not_said_where_some_of_them_are_there() -> None:
    book = body(PRESENT, members=[Member("a"), Member("b"), Member("c")])
    outcome = decided(book, votes=(Ballot("a", "yes"),), present=2)
    assert shown(outcome, "base_count", "absent") == ("rejected", 2, ())


WEIGHED = [
    Member("a", group="north", population=5, weight=Fraction(2)),
    Member("b", group="south", population=7),
    Member("c", group="south", population=9),
]


def of_all(**parts: Any) -> Rule:  # noqa: ANN401 - parts of a condition
    """A half of all who are entitled."""
    asked = Condition(of="entitled", fraction=Fraction(1, 2), **parts)
    return rule("conditions", conditions=(asked,))


def test_of_all_on_the_roll_it_does_not_matter_who_is_there() -> None:
    for by, result, base in (
        (of_all(), "adopted", 4),
        (of_all(measure="population"), "rejected", 21),
        (of_all(measure="voters"), "rejected", 3),
        (of_all(each_group=True), "rejected", 2),
    ):
        book = body(by, members=WEIGHED)
        for present in (None, 1, 2, 3):
            outcome = decided(book, votes=(Ballot("a", "yes"),), present=present)
            assert shown(outcome, "base_count") == (result, base)
            assert outcome.arithmetic["sums"]["silent"] == 0  # votes that nobody knows of


def test_half_a_vote_weighs_too() -> None:
    said = (Ballot("a", "yes", weight="1/2"), Ballot("b", "yes"))
    assert decided(body(PRESENT), votes=said, present=2).result == "adopted"
    unknown = decided(body(PRESENT), votes=said, present=3)
    assert unknown.arithmetic["refused"] == "count.voters_unknown"


def test_where_votes_weigh_a_half_voters_are_turned_one_by_one() -> None:
    by = of_all(measure="voters")
    members = [Member(n, weight=Fraction(w, 2)) for n, w in (("a", 2), ("b", 1), ("c", 1))]
    book = body(by, members=members)
    said = (Ballot("a", "yes"), Ballot("b", "no"), Ballot("c", "no"))
    for entitled in (None, ("a", "b", "c")):
        outcome = decided(book, votes=said, entitled=entitled)
        assert shown(outcome, "would_change") == ("rejected", {"more_yes": 1})


def test_a_group_without_an_entry_is_one_of_sums_too() -> None:
    members = [Member("a", group="north"), Member("b", group="south")]
    book = body(GROUPS, members=members, groups={"north": Fraction(2)})
    sums = (Count("yes", 1, "north"), Count("no", 1, "south"))
    assert shown(decided(book, counts=sums), "numerator", "base_count") == ("adopted", 2, 3)


def test_a_divided_voter_has_the_role_that_its_first_vote_states() -> None:
    members = [Member("a", weight=Fraction(2)), Member("b", weight=Fraction(9))]
    book = body(rule("majority_cast", veto="elder", split=True), members=members)
    for roles, result in ((("elder", ""), "vetoed"), (("", "elder"), "adopted")):
        said = [Ballot("a", "no", weight=1, role=role) for role in roles]
        outcome = decided(book, votes=(*said, Ballot("b", "yes")))
        assert outcome.result == result


def test_the_people_of_a_divided_voter_are_divided_too() -> None:
    asked = Condition(measure="population", fraction=Fraction(1, 2))
    book = body(
        rule("conditions", conditions=(asked,), split=True),
        members=[Member("a", weight=Fraction(2), population=10)],
    )
    said = (Ballot("a", "yes", weight=1), Ballot("a", "no", weight=1))
    assert shown(decided(book, votes=said), "numerator", "base_count") == ("adopted", 5, 10)


def test_who_is_said_to_be_absent_is_though_it_is_not_known_of_all() -> None:
    book = body(PRESENT, members=[Member(name) for name in "abcd"])
    said = (Ballot("a", "yes"), Ballot("b", "absent"))
    assert shown(decided(book, votes=said, present=2), "absent") == ("rejected", ("b",))


def test_guests_in_the_room_are_named_in_order() -> None:
    guests = tuple(f"guest-{number}" for number in range(9))
    members = [Member("a", weight=Fraction(3)), Member("z", weight=Fraction(2), population=50)]
    present = ("z", "a", *guests[::-1])
    by_people = Condition(measure="population", of="present", least=1)
    for by, base in ((PRESENT, 5), (rule("conditions", conditions=(by_people,)), 50)):
        book = body(by, members=members)
        outcome = decided(book, votes=(Ballot("a", "yes"),), present=present)
        found = outcome.arithmetic
        assert (found["not_counted"], found["silent"], found["base_count"]) == (
            guests,
            ("z",),
            base,
        )


def test_those_of_whom_only_the_number_is_known_are_in_no_group() -> None:
    outcome = decided(body(GROUPS), votes=(Ballot("a", "yes", group_id="north"),), present=3)
    assert shown(outcome, "base_count") == ("adopted", 1)


def test_it_matters_where_not_all_on_the_roll_are_entitled_or_there_is_none() -> None:
    of_one_vote = [replace(member, weight=Fraction(1)) for member in WEIGHED]
    book = body(of_all(measure="population"), members=of_one_vote)
    outcome = decided(book, votes=(Ballot("a", "yes"),), entitled=2)
    assert outcome.arithmetic["refused"] == "count.voters_unknown"
    said = (Ballot("a", "yes", weight=2), Ballot("b", "no"))
    for parts in ({"present": 3}, {"entitled": 3}, {"present": 3, "entitled": 3}):
        outcome = decided(body(of_all()), votes=said, **parts)
        assert outcome.arithmetic["refused"] == "count.voters_unknown"
    assert shown(decided(body(of_all()), votes=said, present=2), "base_count") == ("adopted", 3)


def test_whether_votes_weigh_is_asked_of_those_entitled_alone() -> None:
    members = [Member("a", weight=Fraction(2)), Member("b"), Member("c")]
    book = body(PRESENT, members=members)
    alone = decided(book, counts=counts(yes=2), entitled=("a",))
    assert shown(alone, "base_count") == ("adopted", 2)
    others = decided(book, counts=counts(yes=1), entitled=("b", "c"), present=2)
    assert shown(others, "base_count") == ("rejected", 2)


def test_in_the_record_two_votes_of_one_voter_turn_together() -> None:
    by = rule("majority_cast", veto="elder")
    members = [Member(name, weight=Fraction(2)) for name in "abc"]
    found = decide_by(
        by,
        [Vote("a", "yes"), Vote("b", "no"), Vote("c", "no")],
        entitled="abc",
        present="abc",
        electorate=body(by, members=members).electorate(on=DAY),
    )
    assert (found.result, found.would_change) == ("rejected", {"more_yes": 1})
