"""Taking over what an assembly kept before, all lines or none, and taking it back."""

from dataclasses import replace
from typing import Any

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from tests.procedure.following.following import EN, EXERCISE, ON, TEXT, after
from tests.procedure.minutes import Minutes

DONE = c.Answered("2026-05-20", "done", EN, ("https://example.org/law",))
LINE = c.ImportedLine(2, 1, EN, "party:az", "noted", {"en": "Kyrgyzstan"}, EXERCISE, (DONE,))
IMPORT = c.ImportCommitments(
    id="c1", on=ON, document=TEXT, name="old.csv", digest="a" * 64, lines=(LINE,)
)
TAKEN = new_id("import", "c1")
ONE = new_id("commitment", "c1", "2")


def test_a_line_becomes_a_commitment_with_what_was_answered(adopted: Minutes) -> None:
    taken, made, answer = adopted.acted(IMPORT)
    assert taken == a.Acted(
        TEXT, "public", ON, a.CommitmentsImported(TAKEN, "old.csv", "a" * 64, 1)
    )
    assert made.stream == ONE
    assert made.act == a.CommitmentMade(
        ONE,
        TEXT,
        "o1",
        1,
        "party:az",
        "meeting:defence-3",
        "series:defence",
        EN,
        "2027-06-30",
        ("tag:cybersecurity",),
        EXERCISE,
        "noted",
        {"en": "Kyrgyzstan"},
        TAKEN,
    )
    report = a.ReportMade(
        new_id("report", "c1", "2 0"), "done", EN, links=("https://example.org/law",)
    )
    assert answer == a.Acted(ONE, "public", "2026-05-20", report)


def test_a_line_of_no_paragraph_that_is_here_names_none(adopted: Minutes) -> None:
    lines = (replace(LINE, number=0), replace(LINE, line=3, number=77))
    made = [act for act in adopted.when(replace(IMPORT, lines=lines)) if hasattr(act, "unit")]
    assert [(act.unit, act.number) for act in made] == [("", 0), ("", 77)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("parts", "rule"),
    [
        ({"words": {}}, "words.missing"),
        ({"party": "party:xx"}, "register.party_unknown"),
        ({"state": "agreed"}, "commitment.state_unknown"),
        ({"undertaking": a.Undertaking("sing")}, "commitment.action_unknown"),
        ({"answers": (replace(DONE, state="proposed"),)}, "commitment.state_unknown"),
        ({"answers": (replace(DONE, links=("no link",)),)}, "commitment.evidence_link"),
        ({"answers": (replace(DONE, on="2026-05-19"),)}, "import.answer_before"),
        ({"answers": (replace(DONE, on="someday"),)}, "act.when"),
    ],
)
def test_a_line_that_cannot_stand_is_named_and_nothing_is_taken_over(
    adopted: Minutes, parts: dict[str, Any], rule: str
) -> None:
    wrong = replace(LINE, line=7, **parts)
    refused = adopted.refused(replace(IMPORT, lines=(LINE, wrong)))
    assert (refused.rule, refused.facts["line"]) == (rule, "7")


def test_answers_follow_one_another(adopted: Minutes) -> None:
    earlier = c.Answered("2026-05-19", "accepted", EN)
    old = replace(IMPORT, on="2026-05-01", lines=(replace(LINE, answers=(DONE, earlier)),))
    assert adopted.refusal(old) == "import.answer_before"
    right = replace(old, lines=(replace(LINE, answers=(earlier, DONE)),))
    assert [act.on for act in adopted.acted(right)[2:]] == ["2026-05-19", "2026-05-20"]


def test_an_empty_file_is_no_import(adopted: Minutes) -> None:
    assert adopted.refusal(replace(IMPORT, lines=())) == "import.empty"


def test_the_same_file_is_taken_over_once(adopted: Minutes) -> None:
    adopted.knowing(digests=frozenset({"a" * 64}))
    assert adopted.refusal(IMPORT) == "import.already"
    assert adopted.when(replace(IMPORT, digest="b" * 64))


def test_lines_are_taken_over_under_what_was_adopted(text: Minutes) -> None:
    assert text.refusal(IMPORT) == "document.not_adopted"


UNDO = c.UndoImport(id="c2", on=ON, document=TEXT, imported=TAKEN, reason=EN)


def test_everything_of_a_file_is_struck_for_one_reason(adopted: Minutes) -> None:
    adopted.facts = after(adopted.facts, adopted.acted(IMPORT))
    assert adopted.acted(UNDO) == [
        a.Acted(TEXT, "public", ON, a.ImportUndone(TAKEN, EN)),
        a.Acted(ONE, "public", ON, a.CommitmentStruck(EN)),
    ]
    assert adopted.refusal(replace(UNDO, reason={})) == "words.missing"


def test_what_is_taken_back_is_taken_back_once(adopted: Minutes) -> None:
    adopted.facts = after(adopted.facts, adopted.acted(IMPORT))
    adopted.facts = after(adopted.facts, adopted.acted(UNDO))
    assert adopted.refusal(replace(UNDO, id="c3")) == "import.nothing_to_undo"
