"""Before anything is counted: what the chair found, whether the house departs, who is entitled."""

from fractions import Fraction

from kurultai.procedure.counting.event import Ballot, Departure
from tests.procedure.counting.sittings import Member, body, counts, decided, rule, shown

HALF = Fraction(1, 2)
LINK = "https://example.org/rules"
MAJORITY = rule("majority_cast")


def test_what_was_not_counted_says_by_which_rule_all_the_same() -> None:
    by = rule("majority_cast", link=LINK, confidence="S", unconfirmed=("absence",))
    outcome = decided(body(by), stated="rejected")
    ground = ("rule", "kind", "article", "link", "confidence", "unconfirmed", "reason", "lapsed")
    assert shown(outcome, *ground) == (
        "rejected",
        "body/plenary.default",
        "majority_cast",
        "Art. 1",
        LINK,
        "S",
        ("absence",),
        "stated_by_chair",
        {},
    )


# --- whether the house departs

OTHER = rule("majority_cast", "other")


def test_who_is_there_when_a_departure_is_asked_for_is_said_with_it() -> None:
    book = body(MAJORITY, OTHER, rule("majority_present", "departure"))
    for present, agreed in ((3, True), (4, False)):
        asked = Departure("plenary.other", counts(yes=2, no=1), present=present)
        outcome = decided(book, counts=counts(yes=2, no=1), present=9, departure=asked)
        said = outcome.arithmetic["departure"]
        assert (said["agreed"], said["base_count"]) == (agreed, present)


def test_the_casting_vote_is_on_the_question_and_not_on_departing() -> None:
    book = body(MAJORITY, OTHER, rule("majority_cast", "departure", tie="chair"))
    asked = Departure("plenary.other", counts(yes=1, no=1))
    outcome = decided(book, counts=counts(yes=2), chair_vote="yes", departure=asked)
    said = outcome.arithmetic["departure"]
    assert (outcome.rule, said["result"]) == ("body/plenary.default", "tied")


# --- who is entitled


def test_a_voter_who_is_named_as_a_group_is_a_voter_still() -> None:
    book = body(rule("fraction_entitled", fraction=HALF), members=[Member(n) for n in "abc"])
    said = (Ballot("a", "yes", group_id="b"), Ballot("b", "no"))
    assert shown(decided(book, votes=said), "base_count") == ("rejected", 3)
