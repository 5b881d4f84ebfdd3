"""Rulebooks: what they say on which day, and how a wrong one is pointed at."""

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import get_args

import pytest

from kurultai.language.case import lower
from kurultai.language.collate import ALPHABETS, TWINS
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Open, Row, Rulebook, load

RULEBOOKS = Path(__file__).parents[2] / "src" / "kurultai" / "rulebooks"
SHIPPED = sorted(file.stem for file in RULEBOOKS.glob("*.toml"))
CYRILLIC = {"kk", "ky", "ru"}
INTERFACE = {"az", "kk", "ky", "tr", "uz", "tk", "hu", "ru", "en"}
BOOK = """
[[right]]
status = "member"
from = "2000-01-01"
may = ["vote", "speak"]
confidence = "C"

[[right]]
status = "member"
from = "2010-01-01"
may = ["speak"]
confidence = "S"

[[rule]]
part = "plenary"
from = "2000-01-01"
kind = "all_voters_yes"
confidence = "C"
says = { en = "All." }

[[rule]]
part = "plenary"
from = "2020-01-01"
kind = "fraction_cast"
fraction = "2/3"
article = "Art. 9"
link = "https://example.org"
unconfirmed = ["threshold"]
confidence = "?"

[[quorum]]
part = "plenary"
from = "2000-01-01"
kind = "not_found"
confidence = "?"

[[quorum]]
part = "plenary"
from = "2020-01-01"
kind = "fraction_of_entitled"
fraction = "1/2"
more_than = true
confidence = "C"

[[value]]
part = "plenary"
key = "languages"
from = "2000-01-01"
value = ["tr", "en"]
confidence = "C"
"""


@pytest.fixture
def book() -> Rulebook:
    return load(BOOK, "body")


def shipped(name: str) -> Rulebook:
    return load((RULEBOOKS / f"{name}.toml").read_text(encoding="utf-8"), name)


def test_a_rule_holds_from_its_day_until_the_next(book: Rulebook) -> None:
    assert book.rule("plenary.default", on="2019-12-31").kind == "all_voters_yes"
    later = book.rule("plenary.default", on="2020-01-01")
    assert (later.kind, later.fraction, later.name) == (
        "fraction_cast",
        Fraction(2, 3),
        "body/plenary.default",
    )


def test_before_its_first_day_there_is_no_rule(book: Rulebook) -> None:
    with pytest.raises(Refused) as refused:
        book.rule("plenary.default", on="1999-12-31")
    assert refused.value.rule == "rulebook.rule_missing"
    assert refused.value.facts == {"name": "body/plenary.default", "day": "1999-12-31"}


def test_rights_are_those_of_the_status_on_the_day(book: Rulebook) -> None:
    assert book.may("member", "vote", "2009-12-31")
    assert not book.may("member", "vote")
    assert book.may("member", "speak")
    assert not book.may("stranger", "speak")


def test_a_quorum_that_is_not_found_is_none(book: Rulebook) -> None:
    assert book.quorum("plenary", on="2019-12-31") is None
    assert book.quorum("council", on="2025-01-01") is None
    found = book.quorum("plenary", on="2020-01-01")
    assert found
    assert found.fraction == Fraction(1, 2)


def test_other_values_are_there_for_reading(book: Rulebook) -> None:
    assert book.value("plenary", "languages", on="2025-01-01") == ("tr", "en")
    assert book.value("plenary", "languages", on="1999-01-01") is None


def test_every_entry_is_a_row_for_readers_part_by_part(book: Rulebook) -> None:
    rows = book.parts
    assert [(row.part, row.key, row.since[:4]) for row in rows] == [
        ("assembly", "right.member", "2000"),
        ("assembly", "right.member", "2010"),
        ("plenary", "rule.default", "2000"),
        ("plenary", "rule.default", "2020"),
        ("plenary", "quorum", "2000"),
        ("plenary", "quorum", "2020"),
        ("plenary", "languages", "2000"),
    ]
    assert rows[2].says == {"en": "All."}
    assert rows[3] == Row(
        "plenary",
        "rule.default",
        "2020-01-01",
        "fraction_cast",
        (("fraction", "2/3"),),
        "Art. 9",
        "https://example.org",
        "?",
        ("threshold",),
        {},
        book.rules[1],
    )
    assert rows[5].values == (("fraction", "1/2"), ("more_than", "True"))


DAY = "a day: 2008-11-21"
FRACTION = "a fraction such as 2/3"
FIRST_RULE = "body.toml, line 17, [[rule]] number 1"
SECOND_RULE = "body.toml, line 25, [[rule]] number 2"
SECOND_RIGHT = "body.toml, line 10, [[right]] number 2"


@pytest.mark.parametrize(
    ("old", "new", "facts"),
    [
        ('kind = "all_voters_yes"', 'kind = "all"', {"where": FIRST_RULE, "key": "kind"}),
        ('from = "2010-01-01"', 'from = "2010"', {"where": SECOND_RIGHT, "expected": DAY}),
        ('from = "2010-01-01"', 'from = "once"', {"key": "from", "expected": DAY}),
        ('from = "2010-01-01"', "from = 2010", {"key": "from", "expected": "str"}),
        ('may = ["speak"]', 'may = ["spaek"]', {"expected": "one of speak, propose, vote"}),
        ('fraction = "2/3"\n', "", {"key": "fraction", "expected": FRACTION}),
        ('fraction = "2/3"', 'fraction = "3/2"', {"key": "fraction", "expected": FRACTION}),
        ('fraction = "2/3"', 'fraction = "most"', {"key": "fraction", "expected": FRACTION}),
        ('"fraction_cast"', '"fraction_cast_and_floor"', {"key": "floor"}),
    ],
)
def test_a_wrong_value_is_refused_with_its_place_and_what_is_expected(
    old: str, new: str, facts: dict[str, str]
) -> None:
    assert refusal_of(BOOK.replace(old, new, 1), facts) == ("toml.value_wrong", facts)


@pytest.mark.parametrize(
    ("old", "new", "facts"),
    [
        ('fraction = "2/3"', 'fraktion = "2/3"', {"where": SECOND_RULE, "known": "fraction"}),
        ("[[value]]", "[[values]]", {"where": "body.toml", "key": "values", "known": "value"}),
    ],
)
def test_an_unknown_key_is_refused_with_those_nearest(
    old: str, new: str, facts: dict[str, str]
) -> None:
    assert refusal_of(BOOK.replace(old, new, 1), facts) == ("toml.key_unknown", facts)


def test_a_missing_key_is_named() -> None:
    facts = {"where": "body.toml, line 2, [[right]] number 1", "key": "may"}
    without = BOOK.replace('may = ["vote", "speak"]\n', "")
    assert refusal_of(without, facts) == ("toml.key_missing", facts)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [("[[value]]", "[[value]", "at line 45"), ('value = ["tr", "en"]', "value = [", "at line 50")],
)
def test_what_is_not_toml_is_refused_with_its_line(old: str, new: str, line: str) -> None:
    with pytest.raises(Refused) as refused:
        load(BOOK.replace(old, new, 1), "body")
    assert refused.value.rule == "toml.unreadable"
    assert line in refused.value.facts["reason"]


def refusal_of(text: str, facts: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The rule, and those of its facts that are asked for."""
    with pytest.raises(Refused) as refused:
        load(text, "body")
    return refused.value.rule, {key: refused.value.facts[key] for key in facts}


def test_a_table_where_a_list_of_tables_belongs_is_refused() -> None:
    with pytest.raises(Refused, match=r"toml\.key_unknown"):
        load('[rule]\npart = "plenary"', "body")


# --- drafting

DRAFTING = """
[[drafting]]
part = "plenary"
from = "2000-01-01"
confidence = "?"

[[drafting]]
part = "plenary"
from = "2020-01-01"
order = "text"
rivals = "put"
signatures = 5
deadline = "P1D"
languages_before = ["debate", "adoption"]
languages = ["tr", "en"]
notice = "PT12H"
silence = 72
sub_amendments = false
unconfirmed = ["signatures"]
article = "Rule 34"
confidence = "S"

[[drafting]]
part = "assembly"
from = "2010-01-01"
signatures = 3
confidence = "?"
"""


def test_how_a_part_drafts_holds_from_its_day() -> None:
    book = load(DRAFTING, "body")
    assert book.drafting("plenary", on="2019-12-31").order == "furthest"
    later = book.drafting("plenary", on="2020-01-01")
    assert (later.order, later.rivals, later.signatures, later.silence) == ("text", "put", 5, 72)


def test_a_part_without_an_entry_drafts_as_the_whole_body_does_or_by_practice() -> None:
    book = load(DRAFTING, "body")
    assert book.drafting("council", on="2010-01-01").signatures == 3
    practice = book.drafting("council", on="2009-12-31")
    assert (practice.order, practice.rivals, practice.confidence) == ("furthest", "fall", "?")


def test_how_a_body_drafts_is_a_row_for_readers() -> None:
    row = next(r for r in load(DRAFTING, "body").parts if r.since == "2020-01-01")
    assert (row.part, row.key, row.kind, row.unconfirmed) == (
        "plenary",
        "drafting",
        "",
        ("signatures",),
    )
    assert row.values == (
        ("order", "text"),
        ("rivals", "put"),
        ("signatures", "5"),
        ("deadline", "P1D"),
        ("languages_before", "debate, adoption"),
        ("languages", "tr, en"),
        ("notice", "PT12H"),
        ("silence", "72"),
        ("sub_amendments", "False"),
    )


@pytest.mark.parametrize(
    ("old", "new", "facts"),
    [
        ('order = "text"', 'order = "chance"', {"key": "order"}),
        ('rivals = "put"', 'rivals = "stay"', {"key": "rivals", "expected": "one of fall, put"}),
        ("signatures = 5", "signatures = 0", {"key": "signatures"}),
        ("silence = 72", "silence = -1", {"key": "silence", "expected": "a number of hours"}),
        ('deadline = "P1D"', 'deadline = "PT3H"', {"key": "deadline"}),
        ('deadline = "P1D"', 'deadline = "a day"', {"key": "deadline"}),
        ('notice = "PT12H"', 'notice = "12 hours"', {"key": "notice"}),
        ('["debate", "adoption"]', '["lunch"]', {"key": "languages_before"}),
    ],
)
def test_a_wrong_value_of_drafting_is_refused_with_its_place(
    old: str, new: str, facts: dict[str, str]
) -> None:
    where = {"where": f"body.toml, line {line_of(old)}, [[drafting]] number 2"}
    wrong = DRAFTING.replace(old, new)
    assert refusal_of(wrong, {**where, **facts}) == ("toml.value_wrong", {**where, **facts})


def line_of(text: str) -> int:
    return DRAFTING[: DRAFTING.index(text)].count("\n") + 1


def test_an_unknown_key_of_drafting_is_refused_with_those_nearest() -> None:
    facts = {"key": "signature", "known": "signatures"}
    wrong = DRAFTING.replace("signatures = 5", "signature = 5")
    assert refusal_of(wrong, facts) == ("toml.key_unknown", facts)


# --- the rulebooks that are shipped


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


@pytest.mark.parametrize("name", SHIPPED)
def test_every_entry_shipped_says_where_it_is_from_or_that_it_is_not_known(name: str) -> None:
    for row in shipped(name).parts:
        assert row.link.startswith(("http://", "https://")) == (row.confidence in "CS"), row


@pytest.mark.parametrize("name", SHIPPED)
def test_every_entry_shipped_says_its_rule_in_nine_languages(name: str) -> None:
    assert [(r.part, r.key) for r in shipped(name).parts if INTERFACE - set(r.says)] == []


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
