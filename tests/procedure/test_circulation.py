"""Circulation: a draft goes to the delegations, and each answers paragraph by paragraph."""

from dataclasses import replace

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from tests.procedure.drafts import EN, HERE, NOON, TURKISH
from tests.procedure.minutes import MEMBERS, Minutes

CIRCULATE = c.CirculateDraft(id="c", **HERE, until="2026-06-01T15:00Z")
AGREES = a.ParagraphAnswer("o1", "agree")
ANSWER = c.GiveAnswers(id="g", **HERE, party="party:kz", answers=(AGREES,))


@pytest.fixture
def circulated(both: Minutes) -> Minutes:
    both.then(CIRCULATE)
    return both


def test_a_draft_goes_to_all_that_may_propose_with_the_languages_it_is_complete_in(
    both: Minutes,
) -> None:
    circulated = a.DraftCirculated("2026-06-01T15:00Z", MEMBERS, 1, ("en", "tr"))
    assert both.when(CIRCULATE) == [circulated]


def test_a_language_that_is_behind_is_not_named(text: Minutes) -> None:
    text.given(a.VersionDistributed("tr", "translation", TURKISH[:2]))
    (act,) = text.when(CIRCULATE)
    assert isinstance(act, a.DraftCirculated)
    assert act.languages == ("en",)


def test_a_draft_may_go_to_some_observers_among_them(both: Minutes) -> None:
    (act,) = both.when(replace(CIRCULATE, parties=("party:hu", "party:az", "party:hu")))
    assert isinstance(act, a.DraftCirculated)
    assert act.parties == ("party:hu", "party:az")


@pytest.mark.parametrize(
    ("command", "rule"),
    [
        (replace(CIRCULATE, until=NOON), "circulation.past"),
        (replace(CIRCULATE, until="tomorrow"), "act.instant"),
        (replace(CIRCULATE, until="2026-06-31T15:00Z"), "act.instant"),
        (replace(CIRCULATE, parties=("party:x",)), "register.party_unknown"),
        (ANSWER, "circulation.none"),
    ],
)
def test_a_circulation_has_a_deadline_ahead_and_known_parties(
    both: Minutes, command: c.Command, rule: str
) -> None:
    assert both.refusal(command) == rule


def test_only_a_draft_with_a_text_is_circulated(sitting: Minutes, text: Minutes) -> None:
    tabled = a.DocumentTabled("document:rec", "report", "", EN, (), None, None, ())
    assert text.given(a.DocumentWithdrawn()).refusal(CIRCULATE) == "document.settled"
    assert sitting.given(tabled).refusal(CIRCULATE) == "document.no_text"


def test_answers_are_given_by_paragraph(circulated: Minutes) -> None:
    answers = (AGREES, a.ParagraphAnswer("p1", "object", {"en": " Too long. ", "tr": " "}))
    given = (AGREES, a.ParagraphAnswer("p1", "object", {"en": "Too long."}))
    assert circulated.when(replace(ANSWER, answers=answers)) == [
        a.AnswersGiven("party:kz", given),
    ]


@pytest.mark.parametrize("answer", ["object", "reserve", "ask"])
def test_all_but_agreement_needs_a_reason(circulated: Minutes, answer: str) -> None:
    asked = replace(ANSWER, answers=(a.ParagraphAnswer("o1", answer, {"en": " "}),))
    assert circulated.refusal(asked) == "answer.reason_missing"


@pytest.mark.parametrize(
    ("command", "rule"),
    [
        (replace(ANSWER, party="party:hu"), "circulation.not_asked"),
        (replace(ANSWER, answers=()), "answer.none"),
        (replace(ANSWER, answers=(a.ParagraphAnswer("o9", "agree"),)), "answer.unit_unknown"),
        (replace(ANSWER, answers=(a.ParagraphAnswer("o1", "propose"),)), "answer.unknown"),
    ],
)
def test_answers_are_of_those_asked_on_paragraphs_that_are_there(
    circulated: Minutes, command: c.Command, rule: str
) -> None:
    assert circulated.refusal(command) == rule


def test_at_the_deadline_it_is_too_late(circulated: Minutes) -> None:
    assert circulated.at("2026-06-01T14:59Z").when(ANSWER)
    refused = circulated.at("2026-06-01T15:00Z").refused(ANSWER)
    assert (refused.rule, refused.facts) == ("circulation.over", {"until": "2026-06-01T15:00Z"})


def test_a_text_that_moved_on_is_circulated_anew(circulated: Minutes) -> None:
    circulated.given(a.VersionDistributed("en", "authentic", (a.Unit("o1", "operative", "New."),)))
    assert circulated.refusal(ANSWER) == "circulation.text_moved"
    circulated.then(CIRCULATE)
    assert circulated.when(ANSWER)
