"""Commitments: pledged at adoption, reported on by the parliaments."""

from dataclasses import replace
from typing import Any

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from kurultai.procedure.following.commitment import Commitment
from tests.procedure.minutes import Minutes

REPORT = c.ReportOnCommitment(
    id="c1",
    on="2026-05-20",
    commitment="commitment:1",
    state="in_progress",
    words={"en": "A bill was tabled."},
    evidence="https://example.org/bill",
)


@pytest.fixture
def pledged(text: Minutes) -> Minutes:
    """One paragraph was pledged by one parliament."""
    made = a.CommitmentMade(
        "commitment:1",
        "document:rec",
        "o1",
        1,
        "party:az",
        "meeting:defence-3",
        "series:defence",
        {"en": "Exercises"},
        None,
        (),
    )
    return text.given(made)


def test_a_parliament_reports_what_it_did(pledged: Minutes) -> None:
    report = a.ReportMade(
        new_id("report", "c1"), "in_progress", REPORT.words, "https://example.org/bill"
    )
    assert pledged.acted(REPORT) == [a.Acted("commitment:1", "public", "2026-05-20", report)]
    pledged.then(REPORT)
    assert pledged.commitment == Commitment(
        "commitment:1", "party:az", "document:rec", "in_progress"
    )


def test_not_to_pursue_it_is_an_answer_like_any_other(pledged: Minutes) -> None:
    assert pledged.when(replace(REPORT, state="not_pursued", evidence=""))


@pytest.mark.parametrize(
    ("parts", "rule"),
    [
        ({"state": "forgotten"}, "commitment.state_unknown"),
        ({"evidence": "in the archive"}, "commitment.evidence_link"),
        ({"words": {}}, "words.missing"),
    ],
)
def test_a_report_has_a_state_words_and_perhaps_a_link(
    pledged: Minutes, parts: dict[str, Any], rule: str
) -> None:
    assert pledged.refusal(replace(REPORT, **parts)) == rule


def test_a_report_is_on_a_commitment_that_was_made(text: Minutes) -> None:
    assert text.refusal(REPORT) == "commitment.unknown"


def test_a_report_is_marked_as_its_text_is_marked_now(pledged: Minutes) -> None:
    pledged.given(a.MarkingChanged(), audience="members")
    assert [one.audience for one in pledged.acted(REPORT)] == ["members"]
