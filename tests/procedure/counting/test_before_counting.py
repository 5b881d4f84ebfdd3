"""Before anything is counted: what the chair found, whether the house departs, who is entitled."""

from fractions import Fraction

from kurultai.procedure.counting.decide import decide
from kurultai.procedure.counting.event import Ballot, Departure
from kurultai.procedure.rulebook import Rulebook
from tests.procedure.counting.polls import election, relative
from tests.procedure.counting.sittings import (
    Member,
    body,
    counts,
    decided,
    event,
    quorum,
    rule,
    shown,
)

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
        assert (said["numerator"], said["needed"]) == (2, present // 2 + 1)


def test_the_casting_vote_is_on_the_question_and_not_on_departing() -> None:
    book = body(MAJORITY, OTHER, rule("majority_cast", "departure", tie="chair"))
    asked = Departure("plenary.other", counts(yes=1, no=1))
    outcome = decided(book, counts=counts(yes=2), chair_vote="yes", departure=asked)
    said = outcome.arithmetic["departure"]
    assert (outcome.rule, said["result"]) == ("body/plenary.default", "tied")


# --- what it rests on


def test_a_quorum_that_is_surer_makes_a_rule_no_surer() -> None:
    for of_rule, of_quorum, sureness in (("S", "C", "S"), ("C", "S", "S"), ("R", "S", "R")):
        held = quorum("number", least=1, confidence=of_quorum)
        book = body(rule("majority_cast", confidence=of_rule), quorums=(held,))
        assert decided(book, votes=(Ballot("a", "yes"),)).confidence == sureness


def test_an_election_has_the_quorum_of_its_purpose() -> None:
    by = election(relative())
    for purposes, result in ((("elect",), "no_quorum"), (("decide",), "elected")):
        held = quorum("number", least=2, purposes=purposes)
        book = Rulebook("body", (), (), (held,), (), elections=(by,))
        said = (Ballot("a", "yes"),)
        asked = event(rule="plenary.president", votes=said, candidates=("x",))
        assert decide(book, asked).result == result


# --- who is entitled


def test_a_voter_who_is_named_as_a_group_is_a_voter_still() -> None:
    book = body(rule("fraction_entitled", fraction=HALF), members=[Member(n) for n in "abc"])
    said = (Ballot("a", "yes", group_id="b"), Ballot("b", "no"))
    assert shown(decided(book, votes=said), "base_count") == ("rejected", 3)
