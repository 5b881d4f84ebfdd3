"""Votes: by positions, by hands, by roll call; closed, contested, put right, announced."""

from dataclasses import replace
from typing import Any

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.acts import body_of
from kurultai.procedure.counting.lot import draw
from tests.procedure.minutes import MEMBERS, Minutes
from tests.procedure.sitting.rules import (
    AZ,
    EN,
    HERE,
    KG,
    KZ,
    MAJORITY,
    TR,
    announce,
    attendance,
    close,
    decision,
    position,
    put,
)


@pytest.fixture
def voting(sitting: Minutes) -> Minutes:
    """A simple majority may be asked for; a question was put by each method."""
    sitting.governed(MAJORITY)
    for method in ("open", "hands", "roll_call"):
        sitting.then(put(method, method, rule="motion", seed="4711"))
    return sitting


def hands(yes: int, no: int, abstain: int = 0, name: str = "hands") -> c.CountHands:
    return c.CountHands(**HERE, id="h", decision=decision(name), yes=yes, no=no, abstain=abstain)


def contest(name: str, party: str) -> c.ContestResult:
    return c.ContestResult(**HERE, id="k", decision=decision(name), party=party, reason=EN)


def correct(name: str, party: str, choice: str) -> c.CorrectPosition:
    return c.CorrectPosition(
        **HERE, id="k", decision=decision(name), party=party, choice=choice, reason=EN
    )


def found(acts: list[a.ActBody]) -> dict[str, Any]:
    decided = acts[0]
    assert isinstance(decided, a.QuestionDecided)
    return decided.finding


# --- open votes


def test_a_position_may_change_until_the_vote_is_closed(voting: Minutes) -> None:
    voting.then(position("open", AZ, "yes"))
    voting.then(position("open", AZ, "no"))
    assert voting.then(close("open")) == [a.VotingClosed(decision("open"))]
    assert voting.refusal(position("open", AZ, "yes")) == "vote.voting_closed"
    assert voting.refusal(close("open")) == "vote.voting_closed"
    assert found(voting.then(announce("open")))["no"] == (AZ,)


def test_what_is_still_open_is_closed_and_announced_at_once(voting: Minutes) -> None:
    voting.then(position("open", AZ, "yes"))
    assert found(voting.then(announce("open")))["result"] == "adopted"
    assert voting.refusal(close("open")) == "vote.closed"


def test_there_are_three_methods(voting: Minutes) -> None:
    assert voting.refusal(put("q", "balls")) == "vote.method_unknown"


# --- hands


def test_hands_are_counted_and_nobody_is_named(voting: Minutes) -> None:
    counts = {"yes": 2, "no": 1, "abstain": 0}
    assert voting.then(hands(2, 1)) == [a.HandsCounted(decision("hands"), counts)]
    voting.then(close("hands"))
    finding = found(voting.then(announce("hands")))
    sums = {"yes": 2, "no": 1, "abstain": 0, "silent": 1, "absent": 0}
    assert (finding["result"], finding["sums"], finding["yes"]) == ("adopted", sums, ())
    assert (finding["numerator"], finding["base_count"]) == (2, 3)


def test_hands_are_counted_again_until_the_result_is_announced(voting: Minutes) -> None:
    voting.then(hands(2, 1))
    voting.then(close("hands"))
    voting.then(hands(1, 2))
    assert found(voting.then(announce("hands")))["result"] == "rejected"
    assert voting.refusal(hands(2, 1)) == "vote.closed"


def test_there_are_no_more_hands_than_delegations(voting: Minutes) -> None:
    voting.then(attendance(AZ, present=False))
    refused = voting.refused(hands(2, 1, 1))
    assert refused.rule == "vote.too_many_hands"
    assert refused.facts == {"hands": "4", "present": "3"}
    assert voting.refusal(hands(-1, 1)) == "count.number_wrong"
    assert voting.when(hands(2, 1))


def test_who_leaves_after_the_count_was_counted(voting: Minutes) -> None:
    voting.then(hands(4, 0))
    voting.then(attendance(AZ, present=False))
    finding = found(voting.then(announce("hands")))
    assert finding["sums"] == {"yes": 4, "no": 0, "abstain": 0, "silent": 0, "absent": 0}


def test_hands_are_counted_before_they_are_announced(voting: Minutes) -> None:
    assert voting.refusal(announce("hands")) == "vote.hands_uncounted"


def test_under_strict_unanimity_every_hand_is_needed(voting: Minutes) -> None:
    for name, raised, result in (("three", 3, "rejected"), ("all", 4, "adopted")):
        voting.then(put(name, "hands"))
        voting.then(hands(raised, 0, name=name))
        assert found(voting.then(announce(name)))["result"] == result


def test_a_show_of_hands_takes_no_names_and_other_votes_no_hands(voting: Minutes) -> None:
    assert voting.refusal(position("hands", AZ, "yes")) == "vote.by_hands"
    assert voting.refusal(correct("hands", AZ, "yes")) == "vote.by_hands"
    assert voting.refusal(hands(1, 1, name="open")) == "vote.not_by_hands"


# --- roll calls


def test_the_roll_begins_with_the_name_drawn_by_lot(voting: Minutes) -> None:
    alphabet = (TR, AZ, KZ, KG)
    (called,) = voting.when(put("q", "roll_call", seed="4711", order=alphabet))
    assert isinstance(called, a.QuestionPut)
    first = draw("4711", MEMBERS)[0]
    at = alphabet.index(first)
    assert called.roll == alphabet[at:] + alphabet[:at]
    assert (called.method, called.seed) == ("roll_call", "4711")


def test_other_votes_have_no_roll_and_no_seed(voting: Minutes) -> None:
    (called,) = voting.when(put("q", "open", seed="4711", order=MEMBERS))
    assert isinstance(called, a.QuestionPut)
    assert (called.roll, called.seed) == ((), "")


def test_a_roll_call_needs_a_seed_and_calls_everybody_once(voting: Minutes) -> None:
    assert voting.refusal(put("q", "roll_call")) == "lot.seed_missing"
    for order in ((AZ, KG, KZ), (AZ, KG, KZ, KZ), (*MEMBERS, AZ), (AZ, KG, KZ, "party:hu")):
        asked = put("q", "roll_call", seed="1", order=order)
        assert voting.refusal(asked) == "vote.roll_incomplete"


def test_in_a_roll_call_each_answers_once(voting: Minutes) -> None:
    for party, choice in ((AZ, "yes"), (KG, "no"), (KZ, "abstain")):
        voting.then(position("roll_call", party, choice))
    assert voting.refusal(position("roll_call", AZ, "no")) == "vote.answered"
    finding = found(voting.then(announce("roll_call", casting="no")))
    assert (finding["result"], finding["silent"]) == ("rejected", (TR,))


# --- what was recorded wrongly


def test_a_position_recorded_wrongly_is_put_right_and_stays_on_the_record(
    voting: Minutes,
) -> None:
    voting.then(position("roll_call", AZ, "yes"))
    voting.then(close("roll_call"))
    corrected = voting.then(correct("roll_call", AZ, "no"))
    assert corrected == [a.PositionCorrected(decision("roll_call"), AZ, "yes", "no", EN)]
    assert found(voting.then(announce("roll_call")))["no"] == (AZ,)
    assert voting.refusal(correct("roll_call", AZ, "yes")) == "vote.closed"


def test_a_position_that_was_not_heard_is_put_right(voting: Minutes) -> None:
    (corrected,) = voting.when(correct("open", AZ, "no"))
    assert isinstance(corrected, a.PositionCorrected)
    assert corrected.was == ""


@pytest.mark.parametrize(
    ("command", "rule"),
    [
        (correct("open", "party:hu", "no"), "vote.not_entitled"),
        (correct("open", AZ, "perhaps"), "vote.choice_unknown"),
        (correct("open", AZ, "yes"), "vote.same_position"),
        (correct("nowhere", AZ, "yes"), "vote.unknown"),
        (replace(correct("open", AZ, "no"), reason={"en": " "}), "vote.correction_unexplained"),
    ],
)
def test_a_correction_is_of_a_position_and_says_why(
    voting: Minutes, command: c.Command, rule: str
) -> None:
    voting.then(position("open", AZ, "yes"))
    assert voting.refusal(command) == rule


# --- contesting


def test_a_result_is_contested_between_closing_and_announcing(voting: Minutes) -> None:
    voting.then(hands(2, 1))
    assert voting.refusal(contest("hands", KZ)) == "vote.not_closed"
    voting.then(close("hands"))
    assert voting.then(contest("hands", KZ)) == [a.ResultContested(decision("hands"), KZ, EN)]
    assert voting.refusal(contest("hands", KZ)) == "vote.contested_already"
    assert voting.when(contest("hands", KG))
    assert voting.refusal(contest("hands", "party:hu")) == "vote.not_entitled"
    voting.then(hands(1, 2))
    assert found(voting.then(announce("hands")))["result"] == "rejected"
    assert voting.refusal(contest("hands", KG)) == "vote.closed"


# --- the chair's casting vote


@pytest.mark.parametrize("method", ["open", "hands"])
@pytest.mark.parametrize(("casting", "result"), [("yes", "adopted"), ("no", "rejected")])
def test_where_votes_are_equal_the_chair_decides(
    voting: Minutes, method: str, casting: str, result: str
) -> None:
    if method == "hands":
        voting.then(hands(1, 1))
    else:
        voting.then(position("open", AZ, "yes"))
        voting.then(position("open", KG, "no"))
    assert voting.refusal(announce(method)) == "vote.casting_needed"
    finding = found(voting.then(announce(method, casting=casting)))
    said = (finding["result"], finding["reason"], finding["casting"])
    assert said == (result, "casting_vote", casting)


def test_where_the_house_leaves_the_rule_no_casting_vote_is_needed(voting: Minutes) -> None:
    voting.then(position("open", AZ, "yes"))
    voting.then(position("open", KG, "no"))
    finding = found(voting.then(announce("open", announced="adopted", departure=EN)))
    assert (finding["result"], finding["departure"]["found"]) == ("adopted", "tied")


def test_a_casting_vote_decides_nothing_else(voting: Minutes) -> None:
    voting.then(position("open", AZ, "yes"))
    finding = found(voting.then(announce("open", casting="no")))
    assert (finding["result"], finding["casting"]) == ("adopted", "")


# --- on a text


def test_what_is_done_in_a_vote_is_seen_by_who_sees_its_text(text: Minutes) -> None:
    text.given(
        a.DocumentTabled("document:rec", "report", "", EN, (), None, None, ("en",)),
        audience="party:az",
    )
    put_on = a.QuestionPut(decision("q"), EN, "document:rec", None, "x.default", MEMBERS)
    text.given(put_on)
    (closed,) = text.acted(close("q"))
    assert closed.audience == "party:az"


def test_findings_are_kept_as_plain_data(voting: Minutes) -> None:
    voting.then(hands(1, 2))
    for act in voting.then(announce("hands")):
        body = body_of(act)
        assert body["finding"]["result"] == "rejected"


# --- votes that weigh


WEIGHING = """
[[voter]]
voter = "party:az"
from = "2008-11-21"
weight = "5/2"
confidence = "C"

[[voter]]
voter = "party:kz"
from = "2008-11-21"
weight = "1"
confidence = "C"
"""


def test_a_vote_of_the_record_weighs_what_the_rulebook_says(sitting: Minutes) -> None:
    sitting.governed(MAJORITY, WEIGHING)
    sitting.then(put("weighed", "open", rule="motion"))
    for party, choice in ((AZ, "yes"), (KZ, "no"), (KG, "no")):
        sitting.then(position("weighed", party, choice))
    finding = found(sitting.when(announce("weighed")))
    assert (finding["result"], finding["numerator"]) == ("adopted", "5/2")
    assert finding["sums"]["no"] == 2
