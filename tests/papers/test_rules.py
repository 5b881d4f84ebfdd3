"""What the entries of rulebooks say: each of the shipped ones, in every language, from its data."""

import re
from collections import Counter
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai import rulebooks
from kurultai.language import LANGUAGES
from kurultai.language.catalogue import tongue
from kurultai.language.extract import TRANSLATED
from kurultai.language.terms import term
from kurultai.papers.rules import PURPOSES, STAYS, say_entry
from kurultai.procedure.rulebook import (
    Base,
    Condition,
    Dated,
    Election,
    Measure,
    Motion,
    QuorumKind,
    Right,
    Round,
    Rule,
    RuleKind,
    Seats,
    load,
)
from kurultai.procedure.rulebook.entries import Stay, Tie
from tests.papers.entries import GROUND, elected, quorum, rule, said

BOOKS = {name: load(rulebooks.text(name), name) for name in rulebooks.names()}
ENTRIES: tuple[Dated, ...] = tuple(row.entry for book in BOOKS.values() for row in book.parts)
SPOKEN = (Rule, Election, Seats, Motion, Right)
HALF = Fraction(1, 2)


def sentences(text: str) -> list[str]:
    """The text in pieces that end a sentence or stand before a colon, but for bare numbers."""
    return [piece for piece in re.split(r"(?<=[.:]) ", text) if re.search(r"[^\W\d]", piece)]


# --- the shipped rulebooks


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_of_every_body_is_said_in_whole_sentences(language: str) -> None:
    for entry in ENTRIES:
        text = said(entry, language)
        assert re.search(r"%\(|%s|\bNone\b|: \.|: ,|  |\.\.", text) is None, text
        assert text == "" or text.endswith(".") or isinstance(entry, Right), text
        assert bool(text) or not isinstance(entry, SPOKEN), entry


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_english_sentence_slips_through(language: str) -> None:
    for entry in ENTRIES:
        both = set(sentences(said(entry, language))) & set(sentences(said(entry)))
        assert both == set(), (language, entry)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_numbers(language: str) -> None:
    """A per cent may be written with a comma, and twice as many with a word or with a figure."""
    for entry in ENTRIES:
        english, other = (
            Counter(re.findall(r"\d+", said(entry, spoken))) for spoken in ("en", language)
        )
        assert english == other, (language, said(entry, language))


def test_what_one_body_has_changed_is_said_otherwise() -> None:
    """Two entries for the same thing from different days differ in data, and so in words."""
    for book in BOOKS.values():
        rules: dict[tuple[object, ...], set[str]] = {}
        for entry in book.rules:
            data = (entry.kind, entry.fraction, entry.floor, entry.n, entry.conditions, entry.tie)
            more = (entry.veto, entry.split, entry.cap, entry.purpose, entry.on_failure)
            rules.setdefault((entry.absent_objections, *data, *more), set()).add(said(entry))
        assert all(len(texts) == 1 for texts in rules.values())
        texts = [text for texts in rules.values() for text in texts]
        assert len(texts) == len(set(texts)), (book.name, Counter(texts).most_common(2))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_purpose_of_a_shipped_quorum_has_its_word(language: str) -> None:
    named = {p for book in BOOKS.values() for q in book.quorums for p in q.purposes}
    asked = {entry.purpose for book in BOOKS.values() for entry in book.rules}
    asked |= {entry.purpose for book in BOOKS.values() for entry in book.elections}
    assert named | asked <= set(PURPOSES)
    words = [tongue(language).gettext(word) for word in PURPOSES.values()]
    assert len(set(words)) == len(words)


# --- what an entry may hold


def test_a_rule_says_all_that_is_set_in_it() -> None:
    full = rule(
        "consensus_minus",
        n=2,
        absent_objections=True,
        veto="permanent",
        tie="chair",
        split=True,
        cap=10,
        purpose="roll_call",
        on_failure="dropped",
    )
    assert say_entry(full, "en") == (
        "No more may object than the rule allows.",
        "Objections allowed: 2.",
        "A written objection of somebody absent counts.",
        "A vote against by one of these prevents adoption: permanent members.",
        "If the votes are equal the chair decides.",
        "A voter that has several votes may divide them.",
        "One person casts at most: 10.",
        "What does not reach it is dropped, not rejected.",
        "The quorum that it needs: for a roll call.",
    )


def test_a_share_is_said_as_it_is_read_at_a_glance() -> None:
    several = (
        Condition(of="present", fraction=Fraction(255, 345)),
        Condition(measure="voters", of="entitled", fraction=HALF, more_than=True),
        Condition(measure="population", of="entitled", fraction=Fraction(62, 100)),
        Condition(measure="groups", of="present", fraction=Fraction(2, 3), more_than=True),
    )
    about = "17/23 (≈\N{NO-BREAK SPACE}73.9%)"
    assert say_entry(rule("conditions", conditions=several), "en") == (
        f"Votes in favour: at least {about}. Reckoned on: all who are present.",
        "Voters in favour: more than half. Reckoned on: all who are entitled to vote.",
        "Population of those in favour: at least 62%. Reckoned on: all who are entitled to vote.",
        "Groups in favour: more than 2/3. Reckoned on: all who are present.",
    )


def test_a_condition_says_where_and_when_it_counts() -> None:
    only = Condition(
        least=9,
        role="permanent",
        each_group=True,
        on_request=True,
        one_more_to_block=True,
        waived_below=4,
    )
    assert say_entry(rule("conditions", conditions=(only,)), "en") == (
        "Votes in favour: at least 9.",
        "Reckoned among these alone: permanent members.",
        "It must hold in every group.",
        "It counts only if somebody asks for it.",
        "It takes one voter more to block than the fewest who could.",
        "It is waived if fewer voters than this are not in favour: 4.",
    )


def test_an_election_is_said_ballot_by_ballot() -> None:
    by = elected(
        Round(majority="absolute", ballots=2),
        Round(majority="fraction", of="present", fraction=Fraction(4, 5), stay="top_two"),
        Round(majority="relative", ballots=0, stay="drop_last"),
        places=3,
        acclamation=True,
        tie="restricted",
        together=True,
        secret=False,
    )
    assert say_entry(by, "en") == (
        "The vote is not secret.",
        "Places: 3.",
        "No more candidates than places: elected without a ballot.",
        "Ballots 1 to 2: More than half are needed. Reckoned on: valid ballots.",
        f"Ballot 3: At least 4/5 is needed. Reckoned on: all who are present. {STAYS['top_two']}",
        f"From ballot 4 on: Whoever has most votes is elected. {STAYS['drop_last']}",
        "Nobody is elected before all places can be filled.",
        "If the votes for the last place are equal those tied alone stand in the next ballot.",
    )


def test_one_place_is_what_an_election_fills_if_nothing_is_said() -> None:
    one, more = Round(majority="relative"), Round(majority="absolute")
    assert "Places" not in said(elected(one))
    assert "Places: 2." in said(elected(more, places=2))


def test_after_the_last_ballot_nobody_stands_again() -> None:
    last = Round(majority="relative", stay="top_two")
    assert "next ballot" not in said(elected(last))
    assert "next ballot" in said(elected(last, last))


def test_a_quorum_says_who_may_ask_for_it() -> None:
    asked = quorum(
        "fraction_of_each_delegation",
        fraction=HALF,
        more_than=True,
        size=(12, 20),
        on_challenge=True,
        askers=Fraction(1, 6),
        asking_groups=5,
        purposes=("decide", "tea"),
    )
    assert say_entry(asked, "en") == (
        "Present: more than half. Reckoned on: each delegation by itself.",
        "Members of a delegation: 12 to 20.",
        "Needed: to decide, tea.",
        "It counts only if somebody asks for it.",
        "Who may ask: at least 1/6 of those entitled to vote.",
        "They must be of so many delegations: 5.",
    )


def test_no_quorum_is_said_for_what_it_is_not_needed() -> None:
    assert said(quorum("none", purposes=("debate",))) == "No quorum is needed: to debate."
    assert say_entry(quorum("not_found"), "en") == ()


def test_a_motion_says_who_speaks_and_how_it_is_decided() -> None:
    close = Motion(motion="close_debate", rank=4, speakers_against=2, seconders=1, **GROUND)
    assert say_entry(close, "en") == (
        "Rank before other motions: 4.",
        "Speakers against: 2.",
        "Seconders: 1.",
    )
    by = Motion(motion="close_debate", rank=4, rule="two_thirds", **GROUND)
    assert say_entry(by, "en")[-1] == "Decided by the rule: Two thirds."


# --- laws

CONDITIONS = st.builds(
    Condition,
    measure=st.sampled_from(get_args(Measure)),
    of=st.sampled_from(get_args(Base)),
    fraction=st.fractions(min_value=Fraction(1, 99), max_value=1, max_denominator=99),
    more_than=st.booleans(),
    least=st.integers(0, 9),
    role=st.sampled_from(("", "permanent")),
    each_group=st.booleans(),
    on_request=st.booleans(),
    waived_below=st.integers(0, 9),
)
RULES = st.builds(
    rule,
    kind=st.sampled_from(get_args(RuleKind)),
    fraction=st.fractions(min_value=Fraction(1, 9), max_value=1, max_denominator=9),
    floor=st.fractions(min_value=Fraction(1, 9), max_value=1, max_denominator=9),
    conditions=st.lists(CONDITIONS, min_size=1, max_size=3).map(tuple),
    n=st.integers(0, 3),
    tie=st.sampled_from(get_args(Tie)),
    split=st.booleans(),
    cap=st.integers(0, 12),
)
ROUNDS = st.builds(
    Round,
    majority=st.sampled_from(("absolute", "fraction", "relative")),
    of=st.sampled_from(get_args(Base)),
    fraction=st.fractions(min_value=Fraction(1, 9), max_value=1, max_denominator=9),
    ballots=st.integers(0, 3),
    stay=st.sampled_from(get_args(Stay)),
)
ELECTIONS = st.builds(
    lambda rounds, **parts: elected(*rounds, **parts),
    st.lists(ROUNDS, min_size=1, max_size=3),
    places=st.integers(1, 14),
    acclamation=st.booleans(),
    tie=st.sampled_from(("lot", "repeat", "restricted")),
    together=st.booleans(),
    secret=st.booleans(),
)
QUORUMS = st.builds(
    quorum,
    kind=st.sampled_from([kind for kind in get_args(QuorumKind) if kind != "not_found"]),
    fraction=st.fractions(min_value=Fraction(1, 9), max_value=1, max_denominator=9),
    more_than=st.booleans(),
    least=st.integers(1, 100),
    on_challenge=st.booleans(),
    purposes=st.lists(st.sampled_from(sorted(PURPOSES)), min_size=1, unique=True).map(tuple),
)


@given(st.one_of(RULES, ELECTIONS, QUORUMS), st.sampled_from(TRANSLATED))
def test_whatever_may_be_written_is_said_in_every_language(entry: Dated, language: str) -> None:
    english, other = (said(entry, spoken) for spoken in ("en", language))
    assert len(say_entry(entry, language)) == len(say_entry(entry, "en"))
    assert Counter(re.findall(r"\d+", english)) == Counter(re.findall(r"\d+", other))
    assert set(sentences(english)) & set(sentences(other)) == set()
    assert re.search(r"%\(|\bNone\b", other) is None


@given(RULES, RULES)
def test_two_rules_that_sound_the_same_are_the_same(one: Rule, other: Rule) -> None:
    """Of what counts for their kind; parts that mean nothing there are not said."""
    if said(one) == said(other):
        assert (one.kind, one.tie, one.split, one.cap) == (
            *(other.kind, other.tie, other.split, other.cap),
        )


def test_a_rule_that_a_book_names_itself_goes_by_that_name() -> None:
    assert term("tr", "rule_name", "tea_break") == "tea_break"
