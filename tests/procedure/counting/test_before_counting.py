"""Before anything is counted: what the chair found, whether the house departs, who is entitled."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from kurultai.procedure.counting.decide import decide
from kurultai.procedure.counting.event import Ballot, Count, Departure, Outcome
from kurultai.procedure.rulebook import Condition, Rulebook, Seats
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


def test_what_cannot_be_counted_says_which_rule_was_asked_for() -> None:
    outcome = decided(body(MAJORITY), rule="plenary.nowhere", counts=counts(yes=1))
    assert (outcome.result, outcome.rule) == ("invalid", "plenary.nowhere")


def test_a_question_lapses_with_one_result_only() -> None:
    for result, found in (("adopted", "rejected"), ("rejected", "lapsed"), ("tied", "rejected")):
        asked = event(counts=counts(no=1), lapses_with={"earlier": "rejected"})
        assert decide(body(MAJORITY), asked, {"earlier": result}).result == found


def test_who_abstains_breaks_no_silence() -> None:
    for option, result in (("abstain", "adopted"), ("absent", "adopted"), ("no", "rejected")):
        outcome = decided(body(rule("silence")), votes=(Ballot("a", option),))
        assert outcome.result == result


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


def test_a_result_is_no_surer_than_who_may_vote() -> None:
    said = (Ballot("a", "yes"),)
    for of_rule, of_voter, sureness in (("S", "R", "R"), ("?", "C", "?"), ("C", "S", "S")):
        book = body(rule("majority_cast", confidence=of_rule), members=[Member("a")])
        book = replace(book, voters=tuple(replace(v, confidence=of_voter) for v in book.voters))  # type: ignore[arg-type]
        assert decided(book, votes=said).confidence == sureness


def test_seats_of_another_part_make_nothing_less_sure() -> None:
    asked = Condition(of="component", fraction=HALF)
    book = body(rule("conditions", conditions=(asked,)), seats=3)
    for part, sureness in (("council", "C"), ("plenary", "S"), ("senate", "C")):
        later = Seats(part=part, seats=3, since="2001-01-01", confidence="S")
        held = replace(book, seats=(*book.seats, later))
        assert decided(held, counts=counts(yes=2)).confidence == sureness


def test_a_rule_is_found_by_its_name_whatever_others_there_are() -> None:
    others = [replace(rule("majority_cast", name), part="council") for name in ("other", "zeta")]
    outcome = decided(body(MAJORITY, *others), rule="other", counts=counts(yes=1))
    assert outcome.rule == "body/council.other"


def test_the_first_rule_is_meant_in_whatever_part_it_is() -> None:
    council = replace(rule("majority_cast", "first"), part="council")
    assert decided(body(council, MAJORITY), counts=counts(yes=1)).rule == "body/council.first"


def test_an_election_has_the_quorum_of_its_purpose() -> None:
    by = election(relative())
    for purposes, result in ((("elect",), "no_quorum"), (("decide",), "elected")):
        held = quorum("number", least=2, purposes=purposes)
        book = Rulebook("body", (), (), (held,), (), elections=(by,))
        said = (Ballot("a", "yes"),)
        asked = event(rule="plenary.president", votes=said, candidates=("x",))
        assert decide(book, asked).result == result


def in_election(**parts: Any) -> Outcome:  # noqa: ANN401 - parts of an event
    held = quorum("fraction_of_delegations", fraction=HALF, purposes=("elect",))
    book = Rulebook("body", (), (), (held,), (), elections=(election(relative(), places=2),))
    return decide(book, event(rule="plenary.president", **parts))


def test_delegations_are_there_if_they_elect() -> None:
    said = (Count("x", 3, "north"), Count("y", 2, "south"))
    found = in_election(counts=said, places=1, present=5).arithmetic["quorum"]
    assert (found["reached"], found["needed"], found["have"]) == (True, 1, 2)


def test_as_many_are_there_as_voted_for_one_of_several() -> None:
    said = (Count("x", 9), Count("y", 1))
    assert in_election(counts=said, present=9).result == "elected"
    refused = in_election(counts=said, present=8).arithmetic["refused"]
    assert refused == "count.more_than_present"


# --- who is entitled


def test_a_voter_who_is_named_as_a_group_is_a_voter_still() -> None:
    book = body(rule("fraction_entitled", fraction=HALF), members=[Member(n) for n in "abc"])
    said = (Ballot("a", "yes", group_id="b"), Ballot("b", "no"))
    assert shown(decided(book, votes=said), "base_count") == ("rejected", 3)
