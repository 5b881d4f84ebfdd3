"""A question: put to those entitled, answered, decided, and what follows."""

from dataclasses import replace
from typing import Any

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from tests.procedure.minutes import MEMBERS, STRICT, UNITS, Minutes

EN = {"en": "Adopt?"}
HERE: dict[str, Any] = {"id": "c1", "on": "2026-05-20", "meeting": "meeting:defence-3"}
PUT = c.PutQuestion(**HERE, question=EN, document="document:rec")
DECIDE = c.DecideQuestion(**HERE, decision="decision:d")


def giving(party: str, choice: str) -> c.GivePosition:
    return c.GivePosition(**HERE, decision="decision:d", party=party, choice=choice)


@pytest.fixture
def put(text: Minutes) -> Minutes:
    """The recommendation is put to the four members."""
    rule = "chairs_meeting.default"
    return text.given(a.QuestionPut("decision:d", EN, "document:rec", None, rule, MEMBERS))


def finding(acts: list[a.ActBody]) -> dict[str, Any]:
    decided = acts[0]
    assert isinstance(decided, a.QuestionDecided)
    return decided.finding


def test_a_question_is_put_to_those_who_may_vote_that_day(text: Minutes) -> None:
    decision = new_id("decision", "c1")
    rule = "chairs_meeting.default"
    assert text.then(PUT) == [a.QuestionPut(decision, EN, "document:rec", None, rule, MEMBERS)]
    assert text.meeting.questions[decision].result is None


def test_a_question_may_do_without_a_text(sitting: Minutes) -> None:
    (put,) = sitting.when(replace(PUT, document=None))
    assert isinstance(put, a.QuestionPut)
    assert put.document is None


def test_a_question_is_put_only_while_the_meeting_is_open(convened: Minutes) -> None:
    assert convened.refusal(PUT) == "meeting.not_open"


def test_a_question_is_on_an_item_of_the_agenda(text: Minutes) -> None:
    assert text.refusal(replace(PUT, item="item:x")) == "meeting.item_unknown"
    text.given(a.AgendaIssued(1, "adopted", (a.AgendaItem("item:1", EN, "core"),)))
    assert text.when(replace(PUT, item="item:1"))


def test_a_text_without_operative_paragraphs_decides_nothing(sitting: Minutes) -> None:
    tabled = a.DocumentTabled("document:rec", "report", "", EN, (), None, None, ())
    sitting.given(tabled, a.VersionDistributed("en", "authentic", UNITS[:1]))
    assert sitting.refusal(PUT) == "document.no_operative"


def test_a_text_that_is_settled_is_not_put(text: Minutes) -> None:
    text.given(a.TextAdopted("meeting:defence-3", None, "REC/001/2026"))
    assert text.refused(PUT).facts == {"state": "adopted"}


def test_an_unknown_text_is_not_put(sitting: Minutes) -> None:
    assert sitting.refusal(PUT) == "document.unknown"


def test_a_delegation_answers_yes_no_or_abstains_and_may_change_its_mind(put: Minutes) -> None:
    for choice in ("no", "abstain", "yes"):
        given = put.then(giving("party:az", choice))
        assert given == [a.PositionGiven("decision:d", "party:az", choice)]
    assert put.meeting.questions["decision:d"].positions == {"party:az": "yes"}


@pytest.mark.parametrize(
    ("command", "rule"),
    [
        (giving("party:hu", "yes"), "vote.not_entitled"),
        (giving("party:az", "perhaps"), "vote.choice_unknown"),
        (replace(giving("party:az", "yes"), decision="decision:x"), "vote.unknown"),
        (replace(DECIDE, decision="decision:x"), "vote.unknown"),
    ],
)
def test_a_position_is_of_someone_entitled_on_a_question_put(
    put: Minutes, command: c.Command, rule: str
) -> None:
    assert put.refusal(command) == rule


def test_who_is_not_there_gives_no_position(put: Minutes) -> None:
    put.given(a.AttendanceTaken((a.Presence("party:az"),)))
    assert put.refusal(giving("party:tr", "yes")) == "vote.not_present"


def test_two_in_favour_and_one_abstention_fail_under_strict_unanimity(put: Minutes) -> None:
    put.then(giving("party:az", "yes"))
    put.then(giving("party:kg", "yes"))
    put.then(giving("party:kz", "abstain"))
    found = finding(put.then(DECIDE))
    assert {key: found[key] for key in ("result", "rule", "numerator", "needed", "reason")} == {
        "result": "rejected",
        "rule": "test/chairs_meeting.default",
        "numerator": 2,
        "needed": 4,
        "reason": "not_all_in_favour",
    }
    assert found["abstain"] == ("party:kz",)
    assert found["silent"] == ("party:tr",)
    assert found["would_change"] == {"more_yes": 2}
    assert found["unconfirmed"] == ("absence", "abstention")
    assert put.meeting.questions["decision:d"].result == "rejected"


def test_what_is_rejected_may_be_put_again(put: Minutes) -> None:
    put.then(DECIDE)
    assert put.then(replace(PUT, id="c2"))


def test_a_question_is_decided_once_and_takes_no_more_answers(put: Minutes) -> None:
    put.then(DECIDE)
    assert put.refusal(DECIDE) == "vote.closed"
    assert put.refusal(giving("party:az", "yes")) == "vote.closed"


def test_all_in_favour_adopts_under_the_final_symbol_with_a_pledge_each(put: Minutes) -> None:
    tags = a.ParagraphTags("o2", ("tag:cybersecurity",), "2027-01-01")
    put.given(a.ParagraphsTagged((tags,)))
    for party in MEMBERS:
        put.then(giving(party, "yes"))
    acted = put.acted(DECIDE)
    assert finding([acted[0].act])["result"] == "adopted"
    adopted = a.TextAdopted("meeting:defence-3", "decision:d", "REC/001/2026/FINAL")
    assert acted[1] == a.Acted("document:rec", "public", "2026-05-20", adopted)
    pledges = [one.act for one in acted[2:]]
    assert len(pledges) == 2 * 4
    assert pledges[4] == a.CommitmentMade(
        new_id("commitment", "document:rec", "o2 party:az"),
        "document:rec",
        "o2",
        2,
        "party:az",
        "meeting:defence-3",
        "series:defence",
        {"en": "Shares what it learns of cyber threats."},
        "2027-01-01",
        ("tag:cybersecurity",),
    )
    assert [p.party for p in pledges if isinstance(p, a.CommitmentMade)] == [*MEMBERS, *MEMBERS]


def test_a_question_without_a_text_brings_nothing_with_it(sitting: Minutes) -> None:
    rule = "chairs_meeting.default"
    sitting.given(a.QuestionPut("decision:d", EN, None, None, rule, MEMBERS))
    for party in MEMBERS:
        sitting.then(giving(party, "yes"))
    assert len(sitting.when(DECIDE)) == 1


def test_a_final_symbol_is_nobody_elses(put: Minutes) -> None:
    for party in MEMBERS:
        put.then(giving(party, "yes"))
    put.knowing(symbols=frozenset({"REC/001/2026/FINAL"}))
    assert put.refused(DECIDE).facts == {"name": "REC/001/2026/FINAL"}


def test_a_text_without_a_symbol_is_adopted_without_one(sitting: Minutes) -> None:
    sitting.given(
        a.DocumentTabled("document:rec", "report", "", EN, (), None, None, ()),
        a.VersionDistributed("en", "authentic", UNITS),
    )
    put = sitting.then(PUT)[0]
    assert isinstance(put, a.QuestionPut)
    for party in MEMBERS:
        sitting.then(replace(giving(party, "yes"), decision=put.decision))
    adopted = sitting.when(replace(DECIDE, decision=put.decision))[1]
    assert adopted == a.TextAdopted("meeting:defence-3", put.decision, "")


def test_a_question_is_not_decided_while_the_quorum_is_known_to_be_missing(put: Minutes) -> None:
    present = tuple(a.Presence(party) for party in MEMBERS)
    put.given(a.AttendanceTaken(present, {"reached": False}))
    assert finding(put.when(DECIDE))["result"] == "no_quorum"


def test_a_text_is_put_once_at_a_time(put: Minutes) -> None:
    assert put.refusal(PUT) == "vote.text_pending"
    put.then(DECIDE)
    assert put.when(PUT)


@pytest.mark.parametrize(
    "settled", [a.TextAdopted("meeting:other", None, ""), a.DocumentWithdrawn()]
)
def test_a_question_on_a_text_that_was_settled_meanwhile_is_dropped(
    put: Minutes, settled: a.ActBody
) -> None:
    for party in MEMBERS:
        put.then(giving(party, "yes"))
    put.given(settled)
    acts = put.when(DECIDE)
    found = finding(acts)
    assert (len(acts), found["result"], found["reason"]) == (1, "dropped", "text_settled")


def test_a_question_that_no_rule_decides_is_not_put(sitting: Minutes) -> None:
    sitting.given(a.RulebookAdopted("empty", ""), on="2026-05-20")
    refused = sitting.refused(replace(PUT, document=None))
    assert refused.rule == "rulebook.rule_missing"
    assert refused.facts == {
        "name": "empty/chairs_meeting.default",
        "day": "2026-05-20",
        "known": "–",
    }


# --- leaving the rule


def test_the_house_may_decide_otherwise_and_says_why(put: Minutes) -> None:
    for party in MEMBERS[:3]:
        put.then(giving(party, "yes"))
    left = replace(DECIDE, announced="adopted", departure=EN)
    acts = put.when(left)
    found = finding(acts)
    assert (found["result"], found["reason"]) == ("adopted", "departure")
    assert found["departure"] == {"found": "rejected", "why": "not_all_in_favour", "words": EN}
    assert any(isinstance(act, a.TextAdopted) for act in acts)


def test_what_the_rule_finds_anyway_is_no_departure(put: Minutes) -> None:
    for party in MEMBERS:
        put.then(giving(party, "yes"))
    found = finding(put.when(replace(DECIDE, announced="adopted")))
    assert (found["reason"], found["departure"]) == ("all_in_favour", {})


def test_a_departure_needs_a_reason_and_a_result_that_there_is(put: Minutes) -> None:
    assert put.refusal(replace(DECIDE, announced="adopted")) == "vote.departure_unexplained"
    unheard = put.refused(replace(DECIDE, announced="elected", departure=EN))
    assert (unheard.rule, unheard.facts) == ("vote.result_unknown", {"name": "elected"})


def test_a_question_may_be_put_by_another_rule_of_the_body(sitting: Minutes) -> None:
    by_two_thirds = """
[[rule]]
part = "chairs_meeting"
rule = "procedure"
from = "2008-11-21"
kind = "fraction_cast"
fraction = "2/3"
confidence = "C"
"""
    sitting.given(a.RulebookAdopted("test", STRICT + by_two_thirds), on="2026-05-20")
    (put,) = sitting.when(replace(PUT, document=None, rule="procedure"))
    assert isinstance(put, a.QuestionPut)
    assert put.rule == "chairs_meeting.procedure"
    refused = sitting.refused(replace(PUT, document=None, rule="none"))
    assert refused.rule == "rulebook.rule_missing"


# --- who may see it


def test_a_decision_on_a_marked_text_is_seen_by_those_who_see_the_text(sitting: Minutes) -> None:
    sitting.given(
        a.DocumentTabled("document:rec", "report", "", EN, (), None, None, ()),
        a.VersionDistributed("en", "authentic", UNITS),
        audience="members",
    )
    assert [one.audience for one in sitting.acted(PUT)] == ["members"]


def test_a_text_is_not_put_to_more_than_may_see_it(minutes: Minutes) -> None:
    minutes.given(
        a.OrganEstablished("organ:o", "chairs", "chairs_meeting", EN),
        a.SeriesOpened("series:s", "organ:o", EN),
        a.MeetingConvened("meeting:defence-3", "series:s", 3, "2026", {}, None, {}, ()),
        a.MeetingOpened(),
        audience="members",
    ).given(
        a.DocumentTabled("document:rec", "report", "", EN, (), None, None, ()),
        a.VersionDistributed("en", "authentic", UNITS),
        audience="party:az",
    )
    minutes.given(a.RulebookAdopted("r", STRICT))
    assert minutes.refusal(PUT) == "meeting.audience_wider"
    minutes.given(a.MarkingChanged(), audience="public")
    assert [one.audience for one in minutes.acted(PUT)] == ["members"]
