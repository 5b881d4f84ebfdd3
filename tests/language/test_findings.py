"""A finding reads as sentences that a clerk would sign.

The folder sentences holds what is said of a decision by each reason, for readers of each
language to check. To write it anew after a change: KURULTAI_WRITE_SENTENCES=1.
"""

import os
import re
from dataclasses import asdict, fields
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args

import pytest

from kurultai.language import LANGUAGES
from kurultai.language.conditions import MEASURES, OF
from kurultai.language.findings import BASES, REASONS, RESULTS, RULES, say_finding
from kurultai.language.quorums import say_quorum
from kurultai.language.telling import UNCONFIRMED
from kurultai.procedure.counting.finding import Finding
from kurultai.procedure.counting.quorum import check_quorum
from kurultai.procedure.rulebook import (
    Base,
    Condition,
    Doubt,
    Measure,
    Quorum,
    QuorumKind,
    RuleKind,
)
from tests.language.counted import Noted, given
from tests.language.decided import DECIDED, EVENTS, finding, rule, sitting
from tests.procedure.counting.sittings import body, counts

SENTENCES = Path(__file__).parent / "sentences"
WAYS = ("more_yes", "fewer_objections", "fewer_abstentions", "fewer_yes", "more_present")
MODULES = ("counting/verdict.py", "counting/decide.py", "question.py")


def name(party: str) -> str:
    return party.removeprefix("party:").upper()


def sentences(language: str) -> str:
    """All that is said of the decisions in that language, as one text."""
    blocks = (
        "\n".join((f"[{reason}]", *say_finding(found, name, language)))
        for reason, found in {**DECIDED, **EVENTS}.items()
    )
    return "\n\n".join(blocks) + "\n"


def test_every_reason_stands_for_what_it_says() -> None:
    assert {reason: found["reason"] for reason, found in DECIDED.items()} == {
        reason: reason for reason in REASONS
    }


def test_every_result_and_reason_that_counting_gives_has_its_sentence_and_no_other() -> None:
    results, reasons = given(*MODULES)
    results |= {"no_quorum", "dropped"}  # by `on_failure`, and by what the house announces
    assert (results, reasons) == (set(RESULTS), set(REASONS))


def test_every_kind_base_measure_and_doubt_has_its_sentence_and_no_other() -> None:
    said = (RULES, BASES, OF, MEASURES, UNCONFIRMED)
    closed = (RuleKind, Base, Base, Measure, Doubt)
    assert [set(keys) for keys in said] == [set(get_args(keys)) for keys in closed]


def test_every_result_is_among_the_decisions() -> None:
    findings = (*DECIDED.values(), *EVENTS.values())
    assert {found["result"] for found in findings} == set(RESULTS)


def test_every_doubt_is_among_the_decisions() -> None:
    assert {doubt for found in DECIDED.values() for doubt in found["unconfirmed"]} == set(
        UNCONFIRMED
    )


def test_all_of_a_finding_is_said_but_the_link_and_what_its_conditions_say() -> None:
    said: set[str] = set()
    for found in (*DECIDED.values(), *EVENTS.values()):
        noted = Noted(found)
        say_finding(noted, name, "en")
        said |= noted.read
    assert {part.name for part in fields(Finding)} - said == {"link", "measure"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_decision_reads_as_it_was_agreed(language: str) -> None:
    file = SENTENCES / f"{language}.txt"
    if os.environ.get("KURULTAI_WRITE_SENTENCES"):
        file.write_text(sentences(language), encoding="utf-8")
    assert sentences(language) == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", RULES)
def test_every_kind_of_rule_is_said(kind: RuleKind, language: str) -> None:
    share = Fraction(2, 3)
    by = rule(kind, fraction=share, floor=Fraction(1, 3), conditions=(Condition(fraction=share),))
    said = say_finding(finding(by, "++-"), name, language)
    assert len(said) >= 5
    assert all("%" not in sentence for sentence in said)
    assert all(sentence.endswith(".") for sentence in said)


def test_what_would_have_changed_it_is_counted() -> None:
    said = say_finding(finding(rule("majority_cast"), "+----"), name, "ru")
    assert said[-1] == (
        "Предложение было бы принято при ином голосовании: 2 голоса за вместо против."
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("found", [*DECIDED.values(), *EVENTS.values()])
def test_what_is_said_is_whole_sentences(found: dict[str, Any], language: str) -> None:
    for sentence in say_finding(found, name, language):
        assert re.search(r"%\(|%s|\bNone\b", sentence) is None
        assert sentence.endswith(".")


@pytest.mark.parametrize("number", [1, 2, "1/2", "5/2", Fraction(5, 2)])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", WAYS)
def test_a_part_of_a_vote_is_said_too(way: str, number: Any, language: str) -> None:  # noqa: ANN401 - a number or its text
    found = {**finding(rule("majority_cast"), "+----"), "would_change": {way: number}}
    assert f"{number}" in say_finding(found, name, language)[-1]


def changed(ways: dict[str, Any], **parts: Any) -> str:  # noqa: ANN401 - parts of a finding
    found = {**finding(rule("majority_present"), "+--0"), "would_change": ways, **parts}
    return say_finding(found, name, "en")[-1]


def test_several_things_that_would_have_changed_it_are_alternatives() -> None:
    ways = {"more_yes": 2, "fewer_objections": 1, "fewer_abstentions": 3}
    assert changed(ways) == (
        "It would have been adopted with: 2 in favour instead of against, or 1 objection fewer,"
        " or 3 abstentions fewer."
    )


def test_more_in_favour_than_were_against_must_have_come_from_others() -> None:
    assert changed({"more_yes": 2}).endswith("2 in favour instead of against.")
    assert changed({"more_yes": 3}).endswith("3 more in favour.")
    assert changed({"more_yes": 1}, sums={"no": 0}).endswith("1 more in favour.")
    assert changed({"more_yes": 1}, kind="conditions").endswith("1 more in favour.")


def test_sums_are_said_where_nobody_is_named() -> None:
    one = sitting(body(rule("majority_cast")), counts=counts(yes=1, absent=2))
    said = say_finding(one, name, "en")
    assert "In favour: 1; Absent: 2." in said
    named = say_finding(finding(rule("majority_cast"), "+--"), name, "en")
    assert not any(sentence.startswith(("Votes:", "In favour: 1; A")) for sentence in named)


def test_where_not_votes_alone_decide_voters_would_have_changed_it() -> None:
    for condition in ({"measure": "population"}, {"role": "permanent"}, {"group": "east"}):
        several = [{**EVENTS["several conditions"]["conditions"][0], **condition}]
        by = {"kind": "conditions", "conditions": several}
        assert changed({"more_yes": 1}, **by).endswith(": 1 more voter in favour.")
        assert changed({"more_yes": 2}, **by).endswith(": 2 more voters in favour.")
        assert changed({"fewer_yes": 2}, **by).endswith(": 2 voters against instead of in favour.")
    assert changed({"fewer_yes": 2}).endswith(": 2 against instead of in favour.")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("number", "2 more present"),
        ("fraction_of_delegations", "2 more delegations present"),
        ("fraction_of_each_delegation", "enough members of 2 more delegations"),
    ],
)
def test_who_more_would_have_made_a_quorum(kind: str, said: str) -> None:
    quorum = {**EVENTS["two ways"]["quorum"], "kind": kind}
    missing = changed({"more_present": 2}, quorum=quorum)
    assert missing == f"There would have been a quorum with: {said}."


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
    assert say_quorum(asked, name, "hu")[0] == "A határozatképességet nem állapították meg."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", get_args(QuorumKind))
def test_every_kind_of_quorum_is_said(kind: QuorumKind, language: str) -> None:
    for reached in (True, False, None):
        found = {**quorum(kind="number", least=2), "kind": kind, "reached": reached}
        said = say_quorum(found, name, language)
        assert all(sentence.endswith(".") and "%" not in sentence for sentence in said)
        assert bool(said) == (kind != "not_found")


def test_a_body_that_needs_no_quorum_says_so() -> None:
    none = quorum(kind="none")
    assert say_quorum(none, name, "en")[0] == "No quorum is needed."
