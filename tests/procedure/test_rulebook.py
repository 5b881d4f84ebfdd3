"""The rulebooks that are shipped: what they say, and that they say it in nine languages."""

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import get_args

import pytest

from kurultai.language.case import lower
from kurultai.language.collate import ALPHABETS, TWINS
from kurultai.procedure.rulebook import Open, Rulebook, load

RULEBOOKS = Path(__file__).parents[2] / "src" / "kurultai" / "rulebooks"
SHIPPED = sorted(file.stem for file in RULEBOOKS.glob("*.toml"))
EXAMPLES = ("baltic", "turkpa")  # whose assemblies come with the product as well
CYRILLIC = {"kk", "ky", "ru"}
INTERFACE = {"az", "kk", "ky", "tr", "uz", "tk", "hu", "ru", "en"}


def shipped(name: str) -> Rulebook:
    return load((RULEBOOKS / f"{name}.toml").read_text(encoding="utf-8"), name)


def test_turkpa_decides_strictly_and_says_what_is_not_confirmed() -> None:
    turkpa = shipped("turkpa")
    plenary = turkpa.rule("plenary.default", on="2025-06-11")
    assert (plenary.kind, plenary.confidence) == ("all_voters_yes", "C")
    assert plenary.unconfirmed == ("absence", "abstention")
    assert turkpa.rule("commission.default", on="2025-06-11").kind == "all_present_yes"
    chairs = turkpa.rule("chairs_meeting.default", on="2025-04-15")
    assert (chairs.kind, chairs.confidence) == ("all_voters_yes", "?")
    parts = ("plenary", "council", "commission", "chairs_meeting")
    assert [turkpa.quorum(part, on="2025-01-01") for part in parts] == [None] * 4


def test_only_members_of_turkpa_vote() -> None:
    statuses = ("member", "observer", "guest_of_honour", "invited_organisation")
    turkpa = shipped("turkpa")
    assert [status for status in statuses if turkpa.may(status, "vote")] == ["member"]
    assert [status for status in statuses if turkpa.may(status, "speak")] == list(statuses)


def test_the_baltic_assembly_needs_more_than_half_of_each_delegation() -> None:
    quorum = shipped("baltic").quorum("session", on="2023-11-23")
    assert quorum
    assert (quorum.kind, quorum.fraction, quorum.more_than, quorum.size) == (
        "fraction_of_each_delegation",
        Fraction(1, 2),
        True,
        (12, 20),
    )


def test_nothing_is_known_of_how_turkpa_drafts_and_that_is_said() -> None:
    for part in ("plenary", "council", "commission", "chairs_meeting"):
        drafting = shipped("turkpa").drafting(part, on="2026-11-25")
        assert drafting.confidence == "?"
        assert set(drafting.unconfirmed) == set(get_args(Open))
        assert (drafting.order, drafting.rivals, drafting.silence) == ("furthest", "fall", 72)
        assert drafting.languages_before == ("adoption",)


def test_the_baltic_assembly_has_drafts_a_month_and_a_half_before_in_english_too() -> None:
    drafting = shipped("baltic").drafting("session", on="2023-11-23")
    assert (drafting.notice, drafting.languages, drafting.confidence) == ("P45D", ("en",), "C")
    assert set(get_args(Open)) - set(drafting.unconfirmed) == {"notice", "languages_before"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_entry_of_an_example_names_a_source_or_that_it_is_not_known(name: str) -> None:
    for row in shipped(name).parts:
        assert row.link.startswith(("http://", "https://")) == (row.confidence in "CS"), row


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_entry_of_an_example_says_its_rule_in_nine_languages(name: str) -> None:
    assert [(r.part, r.key) for r in shipped(name).parts if INTERFACE - set(r.says)] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_said_is_said_in_english_only_or_in_nine_languages(name: str) -> None:
    said = {frozenset(row.says) for row in shipped(name).parts} - {frozenset()}
    assert said <= {frozenset({"en"}), frozenset(INTERFACE)}


def sayings() -> Iterator[tuple[str, str, str]]:
    """Each sentence of a shipped rulebook: the English one, a language, and what it says there."""
    for name in SHIPPED:
        for row in shipped(name).parts:
            yield from ((row.says["en"], language, text) for language, text in row.says.items())


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


def test_no_rule_is_said_in_letters_of_another_script() -> None:
    wrong = [
        (language, word)
        for _, language, text in sayings()
        for word in words_of(text)
        if {unicodedata.name(letter).split()[0] for letter in word}
        - ({"CYRILLIC"} if language in CYRILLIC else {"LATIN", "MODIFIER"})
    ]
    assert wrong == []


def test_every_rule_is_said_in_the_letters_of_its_language() -> None:
    wrong = []
    for _, language, text in sayings():
        letters = set("".join(words_of(lower(text, language))))
        known = {*ALPHABETS[language], *TWINS.get(language, {}), *("ʼ" * (language == "uz"))}
        wrong += [(language, letter, text) for letter in letters - known]
    assert wrong == []


def test_uzbek_rules_are_not_written_with_quotation_marks() -> None:
    uzbek = [text for _, language, text in sayings() if language == "uz"]
    assert [text for text in uzbek if re.search("['`’‘]|[ogOG]ʼ", text)] == []


def test_no_rule_is_left_in_english_and_each_ends_as_it_does() -> None:
    for english, language, text in sayings():
        assert (text == english) == (language == "en"), text
        assert text == text.strip()
        assert text.endswith(".") == english.endswith("."), text


def test_what_is_the_same_in_english_is_the_same_in_every_language() -> None:
    said: dict[tuple[str, str], set[str]] = {}
    for english, language, text in sayings():
        said.setdefault((english, language), set()).add(text)
    assert [texts for texts in said.values() if len(texts) > 1] == []
