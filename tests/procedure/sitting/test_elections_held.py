"""Elections in a sitting: candidates, ballots, the tellers' protocol, and who is elected."""

from dataclasses import replace
from typing import Any

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.acts import body_of
from kurultai.procedure.facts import new_id
from tests.procedure.minutes import MEMBERS, Minutes
from tests.procedure.sitting.rules import AZ, ELECTION, EN, HERE, KG, KZ, TR, attendance

A, B, C = "candidate:a", "candidate:b", "candidate:c"
STANDING = tuple(a.Candidate(name, {"en": name}) for name in (A, B, C))
BLOCK = ELECTION.replace('"president"', '"board"').replace("acclamation", "places = 2\nacclamation")
REPEATED = ELECTION.replace('tie = "lot"', 'tie = "repeat"')
QUORUM = """
[[quorum]]
part = "chairs_meeting"
from = "2008-11-21"
kind = "fraction_of_entitled"
fraction = "3/4"
purposes = ["elect"]
confidence = "?"
"""
OPENING = c.OpenElection(**HERE, id="e", office=EN, rule="president", candidates=STANDING)
ELECTED = new_id("election", "e")
BALLOT = c.OpenBallot(**HERE, id="b", election=ELECTED)


def counting(votes: dict[str, int], issued: int = 4, **parts: Any) -> c.CountPapers:  # noqa: ANN401 - parts of a command
    protocol: dict[str, Any] = {"tellers": (AZ, KZ), **parts}
    return c.CountPapers(**HERE, id="p", election=ELECTED, issued=issued, counts=votes, **protocol)


def withdrawing(name: str) -> c.WithdrawCandidate:
    return c.WithdrawCandidate(**HERE, id="w", election=ELECTED, candidate=name)


def found(acts: list[a.ActBody]) -> dict[str, Any]:
    finding = acts[-1]
    assert isinstance(finding, a.BallotFound)
    return finding.finding


def contest(minutes: Minutes) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Who is elected, who still stands, and whether it is over."""
    held = minutes.meeting.sitting.contests[ELECTED]
    return held.elected, held.standing, held.over


@pytest.fixture
def opened(sitting: Minutes) -> Minutes:
    """Three stand for president; more than half of the votes elect, then the most."""
    sitting.governed(ELECTION)
    sitting.then(OPENING)
    return sitting


def test_an_election_is_opened_by_a_rule_of_the_rulebook(sitting: Minutes) -> None:
    sitting.governed(ELECTION)
    (act,) = sitting.then(OPENING)
    rule = "chairs_meeting.president"
    assert act == a.ElectionOpened(ELECTED, EN, rule, 1, STANDING, MEMBERS)
    refused = sitting.refused(replace(OPENING, rule="king"))
    assert (refused.rule, refused.facts["known"]) == ("election.rule_unknown", "president")


@pytest.mark.parametrize(
    ("parts", "rule"),
    [
        ({"places": 0}, "election.places_wrong"),
        ({"candidates": ()}, "election.no_candidates"),
        ({"candidates": STANDING[:1] * 2}, "election.candidate_twice"),
        ({"candidates": (a.Candidate("blank", EN),)}, "election.name_reserved"),
        ({"candidates": (a.Candidate(A, EN, "party:x"),)}, "register.party_unknown"),
        ({"candidates": (a.Candidate(A, {}),)}, "words.missing"),
        ({"office": {}}, "words.missing"),
        ({"item": "item:x"}, "meeting.item_unknown"),
    ],
)
def test_an_election_has_places_and_candidates(
    sitting: Minutes, parts: dict[str, Any], rule: str
) -> None:
    sitting.governed(ELECTION)
    assert sitting.refusal(replace(OPENING, **parts)) == rule


def test_candidates_without_an_identity_are_given_one(sitting: Minutes) -> None:
    sitting.governed(ELECTION)
    nameless = (a.Candidate("", EN, AZ), a.Candidate("", {"en": "Other"}))
    (act,) = sitting.when(replace(OPENING, candidates=nameless))
    assert isinstance(act, a.ElectionOpened)
    assert len({one.candidate for one in act.candidates} - {""}) == 2


def test_an_election_in_two_rounds(opened: Minutes) -> None:
    assert opened.then(BALLOT) == [a.BallotOpened(ELECTED, 1, "paper", (A, B, C))]
    protocol, first = opened.then(counting({A: 2, B: 1, C: 0}, blank=1))
    assert protocol == a.PapersCounted(ELECTED, 1, 4, {A: 2, B: 1, C: 0}, 1, 0, (AZ, KZ))
    assert found([first])["result"] == "elected"

    opened.meeting = replace(opened.meeting, sitting=replace(opened.meeting.sitting, contests={}))
    opened.then(OPENING)
    opened.then(BALLOT)
    second_needed = found(opened.then(counting({A: 2, B: 1, C: 1})))
    assert (second_needed["result"], second_needed["needed"]) == ("next_round", 3)
    assert contest(opened) == ((), (A, B, C), False)
    assert opened.then(BALLOT) == [a.BallotOpened(ELECTED, 2, "paper", (A, B, C))]
    last = found(opened.then(counting({A: 2, B: 1, C: 1})))
    assert (last["result"], last["elected"], last["ballot"]) == ("elected", (A,), 2)
    assert contest(opened) == ((A,), (), True)
    for command in (BALLOT, counting({A: 1}), withdrawing(A)):
        assert opened.refusal(command) == "election.decided"


def test_one_ballot_runs_at_a_time(opened: Minutes) -> None:
    assert opened.refusal(counting({A: 1})) == "election.no_ballot_open"
    opened.then(BALLOT)
    assert opened.refusal(BALLOT) == "election.ballot_open"
    assert opened.refusal(withdrawing(A)) == "election.ballot_open"
    assert opened.refusal(c.CloseMeeting(**HERE, id="c")) == "meeting.ballot_open"
    opened.then(counting({A: 4}))
    assert opened.when(c.CloseMeeting(**HERE, id="c"))


def test_a_secret_election_is_held_on_paper(opened: Minutes) -> None:
    assert opened.refusal(replace(BALLOT, method="roll_call")) == "election.secret"
    assert opened.refusal(replace(BALLOT, method="shouting")) == "election.method_unknown"


def test_an_open_election_may_be_held_by_roll_call(sitting: Minutes) -> None:
    sitting.governed(ELECTION.replace("acclamation", "secret = false\nacclamation"))
    sitting.then(OPENING)
    called = sitting.then(replace(BALLOT, method="roll_call"))
    assert called == [a.BallotOpened(ELECTED, 1, "roll_call", (A, B, C))]


def test_who_withdraws_stands_no_more_and_the_last_is_elected_without_a_ballot(
    opened: Minutes,
) -> None:
    for name in (B, C):
        assert opened.then(withdrawing(name)) == [a.CandidateWithdrew(ELECTED, name)]
        assert opened.refusal(withdrawing(name)) == "election.not_standing"
    ballot, finding = opened.then(BALLOT)
    assert ballot == a.BallotOpened(ELECTED, 1, "acclamation", (A,))
    assert found([finding])["majority"] == "acclamation"
    assert contest(opened) == ((A,), (), True)


def test_if_all_withdraw_there_is_nothing_to_vote_on(opened: Minutes) -> None:
    for name in (A, B, C):
        opened.then(withdrawing(name))
    assert opened.refusal(BALLOT) == "election.no_candidates"


@pytest.mark.parametrize(
    ("command", "rule"),
    [
        (counting({A: 1}, tellers=(AZ,)), "election.tellers_missing"),
        (counting({A: 1}, tellers=(AZ, AZ)), "election.tellers_missing"),
        (counting({A: 1}, tellers=(AZ, "party:x")), "register.party_unknown"),
        (counting({"candidate:x": 1}), "election.candidate_unknown"),
        (counting({A: -1}), "count.number_wrong"),
        (counting({A: 1}, spoiled=-1), "count.number_wrong"),
        (counting({A: 3, B: 1}, blank=1), "election.papers_over"),
        (counting({A: 3, B: 1}, issued=9), "election.issued_over"),
        (replace(counting({A: 1}), election="election:x"), "election.unknown"),
    ],
)
def test_a_protocol_adds_up(opened: Minutes, command: c.Command, rule: str) -> None:
    opened.then(BALLOT)
    assert opened.refusal(command) == rule


def test_papers_are_not_bounded_by_numbers_that_nobody_stated(opened: Minutes) -> None:
    opened.then(BALLOT)
    opened.then(attendance(AZ, members=0))
    assert found(opened.when(counting({A: 20, B: 10}, issued=40)))["result"] == "elected"


def test_a_paper_against_all_who_stand_is_valid(opened: Minutes) -> None:
    opened.then(BALLOT)
    finding = found(opened.then(counting({A: 2, "no": 2})))
    assert (finding["result"], finding["needed"], finding["sums"]["no"]) == ("next_round", 3, 2)


def test_a_tie_for_the_place_waits_for_the_lot(opened: Minutes) -> None:
    for votes in ({A: 2, B: 2}, {A: 2, B: 2}):
        opened.then(BALLOT)
        finding = found(opened.then(counting(votes)))
    assert (finding["result"], finding["reason"]) == ("tied", "lot_missing")
    assert opened.refusal(BALLOT) == "election.ballot_open"
    assert opened.refusal(c.CloseMeeting(**HERE, id="c")) == "meeting.ballot_open"
    drawn = found(opened.then(counting({A: 2, B: 2}, lot="17")))
    assert (drawn["result"], drawn["reason"], drawn["drawn"]["seed"]) == ("elected", "lot", "17")
    assert contest(opened) == (tuple(drawn["elected"]), (), True)
    assert drawn["ballot"] == 2


def test_whoever_is_sure_of_a_place_waits_for_the_lot_with_the_others(sitting: Minutes) -> None:
    sitting.governed(BLOCK.replace('"absolute"', '"relative"'))
    sitting.then(replace(OPENING, rule="board"))
    sitting.then(BALLOT)
    votes = {A: 4, B: 2, C: 2}
    tied = found(sitting.then(counting(votes)))
    assert (tied["result"], tied["elected"], tied["tied"]) == ("tied", (A,), (B, C))
    drawn = found(sitting.then(counting(votes, lot="17")))
    assert drawn["places"] == 2
    assert contest(sitting) == (tuple(drawn["elected"]), (), True)
    assert len(set(drawn["elected"]) & {B, C}) == 1


@pytest.mark.parametrize(
    ("of", "issued", "base"), [("present", 3, 3), ("entitled", 3, 4), ("cast", 3, 2)]
)
def test_a_majority_may_be_of_papers_handed_out_or_of_all_entitled(
    sitting: Minutes, of: str, issued: int, base: int
) -> None:
    sitting.governed(ELECTION.replace('"cast"', f'"{of}"'))
    sitting.then(OPENING)
    sitting.then(BALLOT)
    finding = found(sitting.when(counting({A: 2}, issued)))
    assert (finding["base"], finding["base_count"]) == (of, base)


def test_who_are_entitled_is_not_known_where_members_vote_for_themselves(
    sitting: Minutes,
) -> None:
    sitting.governed(ELECTION.replace('"cast"', '"entitled"'))
    sitting.then(OPENING)
    sitting.then(BALLOT)
    assert sitting.refusal(counting({A: 5}, issued=6)) == "election.base_unknown"


def test_an_election_may_end_without_anybody_elected(sitting: Minutes) -> None:
    sitting.governed(REPEATED)
    sitting.then(OPENING)
    for _ in range(2):
        sitting.then(BALLOT)
        finding = found(sitting.then(counting({A: 2, B: 2})))
    assert (finding["result"], finding["reason"]) == ("tied", "no_ballot_left")
    assert contest(sitting) == ((), (), True)


def test_several_places_are_filled_one_after_another(sitting: Minutes) -> None:
    sitting.governed(BLOCK)
    sitting.then(replace(OPENING, rule="board"))
    sitting.then(BALLOT)
    first = found(sitting.then(counting({A: 4, B: 2, C: 2})))
    assert (first["result"], first["elected"]) == ("next_round", (A,))
    assert contest(sitting) == ((A,), (B, C), False)
    sitting.then(BALLOT)
    second = found(sitting.then(counting({B: 3, C: 1})))
    assert (second["places"], second["elected"]) == (1, (B,))
    assert contest(sitting) == ((A, B), (), True)


def test_papers_with_several_names_may_be_fewer_than_were_handed_out(sitting: Minutes) -> None:
    sitting.governed(BLOCK)
    sitting.then(replace(OPENING, rule="board"))
    sitting.then(BALLOT)
    finding = found(sitting.when(counting({A: 2, B: 2, "ballots": 2})))
    assert (finding["result"], finding["base_count"]) == ("elected", 2)
    assert sitting.refusal(counting({A: 3, B: 2, "ballots": 2})) == "election.ballots_wrong"
    assert sitting.refusal(counting({A: 4, B: 2, "ballots": 5})) == "election.papers_over"


def test_without_a_quorum_nothing_is_decided_and_the_ballot_is_held_again(
    sitting: Minutes,
) -> None:
    sitting.governed(ELECTION, QUORUM)
    sitting.then(OPENING)
    for party in (AZ, KG):
        sitting.then(attendance(party, present=False))
    sitting.then(BALLOT)
    finding = found(sitting.then(counting({A: 2}, issued=2, tellers=(KZ, TR))))
    assert (finding["result"], finding["quorum"]["reached"]) == ("no_quorum", False)
    assert contest(sitting) == ((), (A, B, C), False)
    sitting.then(attendance(AZ))
    assert sitting.then(BALLOT) == [a.BallotOpened(ELECTED, 2, "paper", (A, B, C))]
    again = found(sitting.then(counting({A: 3}, issued=3)))
    assert (again["result"], again["ballot"], again["majority"]) == ("elected", 1, "absolute")


def test_there_are_no_more_ballots_than_the_rules_know(opened: Minutes) -> None:
    undecided = {"result": "next_round", "reason": "tie", "elected": [], "next": [A, B]}
    for number in (1, 2):
        opened.given(
            a.BallotOpened(ELECTED, number, "paper", (A, B, C)),
            a.BallotFound(ELECTED, number, undecided),
        )
    assert opened.refused(BALLOT).facts == {"number": "3"}


def test_an_election_entered_after_the_fact_asks_for_no_quorum(sitting: Minutes) -> None:
    sitting.governed(ELECTION, QUORUM)
    sitting.meeting = replace(sitting.meeting, after_the_fact=True, members={})
    sitting.then(OPENING)
    sitting.then(BALLOT)
    assert found(sitting.when(counting({A: 2}, issued=2)))["result"] == "elected"


def test_what_was_found_is_kept_as_plain_data(opened: Minutes) -> None:
    opened.then(BALLOT)
    for act in opened.then(counting({A: 2, B: 1, C: 1})):
        assert body_of(act)["ballot"] == 1
