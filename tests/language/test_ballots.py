"""A ballot of an election reads as sentences that a clerk would sign."""

import os
import re
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from kurultai.language import LANGUAGES
from kurultai.language.ballots import MAJORITIES, OF, REASONS, RESULTS, SUMS, say_election
from kurultai.procedure.counting.election import acclaimed
from kurultai.procedure.counting.finding import ElectionFinding
from kurultai.procedure.counting.poll import OTHERWISE
from kurultai.procedure.rulebook import Base, Round
from tests.language.counted import Noted, given
from tests.procedure.counting.polls import absolute, cast, election, held, relative

SENTENCES = Path(__file__).parent / "sentences"
SEED = "7 12 19"
TWO = election(absolute(of="given"), relative(ballots=2), places=2)
LOT = election(absolute(ballots=1), relative(), tie="lot")
QUORUM: dict[str, object] = {
    "reached": False,
    "kind": "number",
    "article": "Art. 5",
    "link": "",
    "confidence": "C",
    "needed": 9,
    "have": 8,
    "missing": (),
}
UNOPPOSED = acclaimed(election(relative(), acclamation=True), ("aybek", "leyla"), places=2)
BALLOTS: dict[str, ElectionFinding | None] = {
    "acclamation": UNOPPOSED,
    "most_votes": held(LOT, cast({"aybek": 5, "leyla": 4}, no=1), 2),
    "majority_reached": held(LOT, cast({"aybek": 6, "leyla": 4}, blank=3, invalid=1)),
    "majority_not_reached": held(LOT, cast({"aybek": 5, "leyla": 4, "timur": 3})),
    "places_left": held(TWO, cast({"aybek": 9, "leyla": 4, "timur": 3}, ballots=10, abstain=1)),
    "places_unfilled": held(TWO, cast({"aybek": 9}, ballots=10)),
    "no_ballot_left": held(election(absolute()), cast({"aybek": 5, "leyla": 5}, absent=2)),
    "tie": held(TWO, cast({"aybek": 5, "leyla": 4, "timur": 4}, ballots=13), 2),
    "lot": held(LOT, cast({"aybek": 5, "leyla": 5}), 2, lot=SEED),
    "lot_missing": held(LOT, cast({"aybek": 5, "leyla": 5}, recused=1), 2),
    "quorum_missing": held(LOT, cast({"aybek": 5, "leyla": 3}), quorum=QUORUM),
}
FOUND = {
    reason: replace(found, unconfirmed=("threshold",))
    for reason, found in BALLOTS.items()
    if found is not None
}


def name(candidate: str) -> str:
    return candidate.title()


def said(found: ElectionFinding, language: str = "en", **parts: Any) -> tuple[str, ...]:  # noqa: ANN401 - parts of a finding
    return say_election({**asdict(found), **parts}, name, language)


def sentences(language: str) -> str:
    blocks = ("\n".join((f"[{reason}]", *said(found, language))) for reason, found in FOUND.items())
    return "\n\n".join(blocks) + "\n"


def test_every_reason_stands_for_what_it_says() -> None:
    assert {reason: found.reason for reason, found in FOUND.items()} == {r: r for r in REASONS}


def test_every_result_and_reason_of_an_election_has_its_sentence_and_no_other() -> None:
    assert given("counting/election.py") == (set(RESULTS), set(REASONS))


def test_every_result_is_among_the_ballots() -> None:
    assert {found.result for found in FOUND.values()} == set(RESULTS)


def test_every_majority_base_and_sum_has_its_words_and_no_other() -> None:
    majorities = get_args(get_type_hints(Round)["majority"])
    assert set(MAJORITIES) == {*majorities, "acclamation"}
    assert set(OF) == set(get_args(Base))
    assert set(SUMS) == set(OTHERWISE)


def test_all_of_a_ballot_is_said_but_the_link() -> None:
    said: set[str] = set()
    for found in FOUND.values():
        noted = Noted(asdict(found))
        say_election(noted, name, "en")
        said |= noted.read
    assert {part.name for part in fields(ElectionFinding)} - said == {"link"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_ballot_reads_as_it_was_agreed(language: str) -> None:
    file = SENTENCES / f"ballots.{language}.txt"
    if os.environ.get("KURULTAI_WRITE_SENTENCES"):
        file.write_text(sentences(language), encoding="utf-8")
    assert sentences(language) == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("majority", MAJORITIES)
@pytest.mark.parametrize("base", ["", *OF])
def test_every_majority_is_said_on_every_base(base: str, majority: str, language: str) -> None:
    found = said(FOUND["majority_reached"], language, base=base, majority=majority, fraction="4/5")
    for sentence in found:
        assert re.search(r"%\(|\bNone\b", sentence) is None
        assert sentence.endswith(".")


def test_of_no_ballot_nothing_is_said() -> None:
    assert say_election({}, name, "az") == ()


def test_the_votes_stand_with_the_most_first_and_the_lot_in_its_order() -> None:
    found = said(FOUND["lot"])
    assert "Votes: Aybek 5; Leyla 5." in found
    drawn = FOUND["lot"].drawn["order"]
    assert isinstance(drawn, tuple)
    order = ", ".join(map(name, drawn))
    assert f"The lot with the published seed {SEED} drew in this order: {order}." in found
    assert f"Elected (1): {name(drawn[0])}." in found


def test_who_is_short_of_nothing_is_not_told_how_few_votes_it_would_have_taken() -> None:
    found = said(FOUND["tie"], would_change={"leyla": 0, "timur": 1})
    assert "So many of the votes of others would have elected: Timur 1." in found


def test_it_is_said_how_few_votes_would_have_elected_others() -> None:
    assert "So many of the votes of others would have elected: Leyla 2." in said(
        FOUND["majority_reached"]
    )
