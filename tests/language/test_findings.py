"""A finding reads as sentences that a clerk would sign.

The folder sentences holds what is said of a decision by each reason, for readers of each
language to check. To write it anew after a change: KURULTAI_WRITE_SENTENCES=1.
"""

import os
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kurultai.language import LANGUAGES
from kurultai.language.findings import REASONS, RESULTS, RULES, UNCONFIRMED, say_finding, say_quorum
from kurultai.procedure.counting.majority import Vote, decide_by
from kurultai.procedure.counting.quorum import check_quorum
from kurultai.procedure.rulebook import Quorum, Rule

SENTENCES = Path(__file__).parent / "sentences"
PARTIES = ("party:az", "party:kg", "party:kz", "party:tr", "party:uz")
CHOICES = {"+": "yes", "-": "no", "0": "abstain", ".": "absent", "_": "absent"}


def rule(kind: Any, **parts: Any) -> Rule:  # noqa: ANN401 - parts of a rule
    ground = {"article": "Art. 3", "confidence": "C", "book": "body", **parts}
    return Rule(since="2008-11-21", part="plenary", kind=kind, **ground)


def finding(kind: Rule, said: str, *, quorum: bool | None = None) -> dict[str, Any]:
    """One sign a party: + yes, - no, 0 abstains, . is present and silent, _ is absent."""
    signs = dict(zip(PARTIES, said, strict=False))
    votes = [Vote(party, CHOICES[sign]) for party, sign in signs.items() if sign not in "._"]
    present = [party for party, sign in signs.items() if sign != "_"]
    found = decide_by(kind, votes, entitled=tuple(signs), present=present, quorum=quorum)
    return asdict(found)


def name(party: str) -> str:
    return party.removeprefix("party:").upper()


ALL = rule("all_voters_yes", unconfirmed=("absence", "abstention"))
TWO_THIRDS = rule("fraction_cast", fraction=Fraction(2, 3))
WITH_FLOOR = rule("fraction_cast_and_floor", fraction=Fraction(2, 3), floor=Fraction(1, 2))
DECIDED = {
    "all_in_favour": finding(ALL, "+++++"),
    "not_all_in_favour": finding(ALL, "+++0_"),
    "majority_reached": finding(TWO_THIRDS, "++-0_"),
    "majority_not_reached": finding(rule("majority_present"), "++-0."),
    "tie": finding(rule("majority_cast", confidence="S"), "++--0"),
    "no_objection": finding(rule("no_objection"), "++0._"),
    "objected": finding(rule("no_objection_present", on_failure="dropped"), "++++-"),
    "objections_within_limit": finding(rule("consensus_minus", n=1), "+++-_"),
    "objections_over_limit": finding(rule("consensus_minus", n=1), "++---"),
    "floor_not_reached": finding(WITH_FLOOR, "++000"),
    "quorum_missing": finding(
        rule("fraction_entitled", fraction=Fraction(1, 2), unconfirmed=("threshold", "quorum")),
        "+____",
        quorum=False,
    ),
    "text_settled": {
        **finding(rule("all_voters_yes"), "+++++"),
        "result": "dropped",
        "reason": "text_settled",
    },
}


def sentences(language: str) -> str:
    """All that is said of the decisions in that language, as one text."""
    blocks = (
        "\n".join((f"[{reason}]", *say_finding(found, name, language)))
        for reason, found in DECIDED.items()
    )
    return "\n\n".join(blocks) + "\n"


def test_every_reason_stands_for_what_it_says() -> None:
    assert {reason: found["reason"] for reason, found in DECIDED.items()} == {
        reason: reason for reason in REASONS
    }


def test_every_result_is_among_the_decisions() -> None:
    assert {found["result"] for found in DECIDED.values()} == set(RESULTS)


def test_every_doubt_is_among_the_decisions() -> None:
    assert {doubt for found in DECIDED.values() for doubt in found["unconfirmed"]} == set(
        UNCONFIRMED
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_decision_reads_as_it_was_agreed(language: str) -> None:
    file = SENTENCES / f"{language}.txt"
    if os.environ.get("KURULTAI_WRITE_SENTENCES"):
        file.write_text(sentences(language), encoding="utf-8")
    assert sentences(language) == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", RULES)
def test_every_kind_of_rule_is_said(kind: str, language: str) -> None:
    fraction, floor = Fraction(2, 3), Fraction(1, 3)
    said = say_finding(finding(rule(kind, fraction=fraction, floor=floor), "++-"), name, language)
    assert len(said) >= 5
    assert all("%" not in sentence for sentence in said)
    assert all(sentence.endswith(".") for sentence in said)


def test_what_would_have_changed_it_is_counted() -> None:
    said = say_finding(finding(rule("majority_cast"), "+----"), name, "ru")
    assert said[-1] == (
        "При том же числе учтённых голосов предложение было бы принято, будь за ещё 2 голоса."
    )


def test_of_what_entered_after_the_fact_nothing_is_said() -> None:
    assert say_finding({}, name, "kk") == ()
    assert say_quorum({}, name, "kk") == ()


def quorum(**parts: Any) -> dict[str, Any]:  # noqa: ANN401 - parts of a quorum
    present = parts.pop("present", {"party:az": 9, "party:tr": 3})
    rule = Quorum(since="2008-11-21", part="plenary", confidence="C", article="Art. 4", **parts)
    voters = ("party:az", "party:kz", "party:tr")
    return asdict(check_quorum(rule, entitled=voters, present=present, purpose="decide"))


def test_a_quorum_is_said_with_its_count_and_who_is_missing() -> None:
    half = quorum(kind="fraction_of_delegations", fraction=Fraction(1, 2))
    assert say_quorum(half, name, "en") == (
        "There was a quorum.",
        "Source: Art. 4. Confirmed: the text itself was read.",
        "Delegations present: 2; needed at least: 2.",
    )


def test_a_quorum_that_was_not_there_says_who_was_missing() -> None:
    every = quorum(kind="fraction_of_each_delegation", fraction=Fraction(1, 2), size=(9, 9))
    assert say_quorum(every, name, "en") == (
        "There was no quorum.",
        "Source: Art. 4. Confirmed: the text itself was read.",
        "Delegations with enough members present: 1; needed: 3.",
        "Missing for a quorum: KZ, TR.",
    )


def test_a_quorum_that_nobody_asked_for_is_left_open() -> None:
    asked = quorum(kind="fraction_of_delegations", fraction=Fraction(1, 2), on_challenge=True)
    assert say_quorum(asked, name, "hu")[0] == (
        "Nem volt megállapítható, hogy a testület határozatképes-e."
    )
