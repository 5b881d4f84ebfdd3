"""What stands beside an adopted text: reservations, explanations of vote, corrigenda."""

from dataclasses import replace

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from tests.procedure.drafts import EN, HERE, THIRD, edit
from tests.procedure.minutes import Minutes

RESERVE = c.EnterReservation(id="r", **HERE, party="party:kz", words=EN, unit="o2")
EXPLAIN = c.ExplainVote(id="e", **HERE, party="party:tr", words=EN)
FIX = edit("o1", 0, 5, "Has")
CORRECT = c.CorrectText(id="f", **HERE, language="en", edits=(FIX,), reason=EN)


@pytest.fixture
def adopted(both: Minutes) -> Minutes:
    return both.given(a.TextAdopted(THIRD, None, "REC/001/2026/FINAL"))


def test_a_party_reserves_its_position_on_the_whole_or_a_paragraph(adopted: Minutes) -> None:
    reservation = new_id("reservation", "r")
    assert adopted.when(RESERVE) == [a.ReservationEntered(reservation, "party:kz", EN, "o2")]
    assert adopted.when(replace(RESERVE, unit=None)) == [
        a.ReservationEntered(reservation, "party:kz", EN),
    ]


def test_a_party_explains_its_vote(adopted: Minutes) -> None:
    explanation = new_id("explanation", "e")
    assert adopted.when(EXPLAIN) == [a.VoteExplained(explanation, "party:tr", EN)]


def test_corrigenda_are_numbered_and_correct_one_language(adopted: Minutes) -> None:
    assert adopted.then(CORRECT) == [a.TextCorrected(1, "en", (FIX,), EN)]
    assert adopted.document.words("o1") == {
        "en": "Has exercises together;",
        "tr": "Birlikte tatbikat yapar;",
    }
    (second,) = adopted.then(replace(CORRECT, edits=(edit("o1", 0, 3, "Holds"),)))
    assert isinstance(second, a.TextCorrected)
    assert second.corrigendum == 2
    assert adopted.document.text.languages_behind() == {}


@pytest.mark.parametrize(
    ("command", "rule"),
    [
        (replace(RESERVE, party="party:hu"), "adopted.not_entitled"),
        (replace(RESERVE, unit="o9"), "answer.unit_unknown"),
        (replace(RESERVE, words={"en": " "}), "words.missing"),
        (replace(EXPLAIN, party="party:hu"), "adopted.not_entitled"),
        (replace(EXPLAIN, words={}), "words.missing"),
        (replace(CORRECT, edits=()), "amendment.empty"),
        (replace(CORRECT, edits=(edit("o1", 0, 5, "x", "tr"),)), "corrigendum.one_language"),
        (replace(CORRECT, edits=(edit("o1", 0, 900, "x"),)), "amendment.out_of_range"),
    ],
)
def test_what_is_entered_is_of_who_may_vote_on_what_is_there(
    adopted: Minutes, command: c.Command, rule: str
) -> None:
    assert adopted.refusal(command) == rule


@pytest.mark.parametrize("command", [RESERVE, EXPLAIN, CORRECT])
def test_a_draft_has_nothing_beside_it(both: Minutes, command: c.Command) -> None:
    assert both.refused(command).facts == {"state": "draft"}


@pytest.mark.parametrize("command", [RESERVE, EXPLAIN, CORRECT])
def test_a_document_nobody_tabled_has_nothing_beside_it(
    assembly: Minutes, command: c.Command
) -> None:
    assert assembly.refusal(command) == "document.unknown"
