"""Votes by name: what each voter may say, and where it is when it says it."""

from fractions import Fraction

from kurultai.procedure.counting.event import Ballot
from kurultai.procedure.counting.majority import Vote, decide_by
from kurultai.procedure.rulebook import Condition
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
