"""Rulebooks that contradict themselves or ask for what can never be: every fault, with its line."""

import pytest

from kurultai import rulebooks
from kurultai.language.refusals import say_refusal
from kurultai.procedure.rulebook.check import check, study

GOOD = """
[[rule]]
part = "council"
from = "2004-11-01"
kind = "conditions"
veto = "permanent"
article = "Art. 27"
link = "https://example.org"
confidence = "C"
[[rule.conditions]]
of = "component"
fraction = "2/3"
[[rule.conditions]]
measure = "population"
fraction = "62/100"
on_request = true
[[rule.conditions]]
least = 3
role = "permanent"
[rule.says]
en = "Two thirds."

[[rule]]
part = "council"
rule = "procedure"
from = "2004-11-01"
kind = "fraction_cast_and_floor"
fraction = "2/3"
floor = "1/3"
confidence = "R"

[[rule]]
part = "committee"
from = "2004-11-01"
kind = "consensus_minus"
n = 1
confidence = "?"

[[election]]
part = "council"
election = "president"
from = "2004-11-01"
confidence = "?"
[[election.rounds]]
majority = "absolute"
ballots = 2
[[election.rounds]]
majority = "relative"

[[quorum]]
part = "council"
kind = "number"
least = 4
from = "2004-11-01"
confidence = "?"

[[quorum]]
part = "council"
kind = "fraction_of_each_delegation"
fraction = "1/2"
more_than = true
size = [2, 3]
on_challenge = true
askers = "1/6"
purposes = ["roll_call"]
from = "2004-11-01"
confidence = "?"

[[seats]]
part = "council"
seats = 5
from = "2004-11-01"
confidence = "?"

[[voter]]
voter = "A"
from = "2004-11-01"
until = "2007-12-31"
population = 10
roles = ["permanent"]
confidence = "?"

[[voter]]
voter = "A"
from = "2008-01-01"
population = 12
weight = 3
roles = ["permanent"]
confidence = "?"

[[voter]]
voter = "B"
from = "2004-11-01"
population = 5
confidence = "?"

[[motion]]
part = "council"
motion = "closure"
rank = 1
rule = "procedure"
from = "2004-11-01"
confidence = "?"

[[motion]]
part = "council"
motion = "adjournment"
rank = 2
from = "2004-11-01"
confidence = "?"
"""


def line_in(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_a_good_rulebook_has_no_fault() -> None:
    assert check(GOOD, "body") == ()


@pytest.mark.parametrize("name", rulebooks.names())
def test_every_rulebook_that_is_shipped_is_good(name: str) -> None:
    assert check(rulebooks.text(name), name) == ()


FLOOR = 'floor = "1/3"'
RULE = 'rule = "procedure"'
CASES = [
    # the same thing twice, and days
    ('from = "2008-01-01"', 'from = "2004-11-01"', "twice", {"day": "2004-11-01"}),
    ('part = "committee"', 'part = "council"', "twice", {"day": "2004-11-01"}),
    ('until = "2007-12-31"', 'until = "2004-10-31"', "until_before", {}),
    ('from = "2008-01-01"', 'from = "2007-12-31"', "overlap", {"voter": "A"}),
    ('election = "president"', 'election = "procedure"', "name_twice", {}),
    ('purposes = ["roll_call"]', 'purposes = ["decide"]', "twice", {}),
    # kinds
    ('kind = "fraction_cast_and_floor"', 'kind = "fraction_cast"', "not_of_kind", {"key": "floor"}),
    ('floor = "1/3"', 'floor = "1/3"\nn = 1', "not_of_kind", {"key": "n"}),
    ("n = 1", "", "n_missing", {}),
    ("n = 1", "n = 1\nconditions = [{ least = 1 }]", "not_of_kind", {"key": "conditions"}),
    ('floor = "1/3"', f"{FLOOR}\nabsent_objections = true", "not_of_kind", {}),
    ("n = 1", 'n = 1\nfraction = "1/2"', "not_of_kind", {"kind": "consensus_minus"}),
    ("least = 4", 'least = 4\nfraction = "1/2"', "not_of_kind", {"key": "fraction"}),
    ("ballots = 2", 'fraction = "1/2"', "not_of_kind", {"kind": "absolute"}),
    # conditions
    ('of = "component"\nfraction = "2/3"', 'of = "component"', "condition_empty", {}),
    ('fraction = "62/100"', 'fraction = "1"\nmore_than = true', "more_than_all", {}),
    ("least = 3", "least = 3\nmore_than = true", "more_than_nothing", {}),
    ("least = 3", "least = 4", "never", {"least": "4", "most": "3"}),
    ("least = 3", 'least = 3\nmeasure = "groups"\neach_group = true', "each_group_of_groups", {}),
    ('least = 3\nrole = "permanent"', 'of = "component"\nfraction = "2/3"', "condition_twice", {}),
    ('role = "permanent"', 'role = "founder"', "role_unknown", {"known": "permanent"}),
    ('veto = "permanent"', 'veto = "elected"', "role_unknown", {"role": "elected"}),
    ('of = "component"', 'of = "component"\nrole = "permanent"', "seats_alike", {"key": "of"}),
    ('measure = "population"', 'measure = "population"\nof = "component"', "seats_alike", {}),
    # quorums and purposes
    ("least = 4", "least = 6", "never", {"least": "6", "most": "5"}),
    ("size = [2, 3]", "size = [3, 2]", "size_order", {}),
    ("on_challenge = true\n", "", "unasked", {"key": "askers"}),
    ('purposes = ["roll_call"]', 'purposes = ["rollcall"]', "purpose_unknown", {}),
    ('purposes = ["roll_call"]', "purposes = []", "purpose_missing", {}),
    ("n = 1", 'n = 1\npurpose = "decyde"', "purpose_unknown", {"purpose": "decyde"}),
    # motions
    (f"rank = 1\n{RULE}", 'rank = 1\nrule = "none"', "motion_rule", {"name": "council.none"}),
    ("rank = 2", "rank = 1", "rank_twice", {"rank": "1"}),
    # sources and words
    ('link = "https://example.org"\n', "", "link_missing", {"confidence": "C"}),
    ('"https://example.org"', '"javascript:alert(1)"', "link_wrong", {}),
    ('en = "Two thirds."', 'tr = "Üçte iki."', "says_english", {}),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "rule", "facts"), CASES)
def test_a_contradiction_is_found_once_and_said_in_words(
    old: str, new: str, rule: str, facts: dict[str, str]
) -> None:
    assert old in GOOD
    found = check(GOOD.replace(old, new, 1), "body")
    assert [fault.rule for fault in found] == [f"rulebook.{rule}"]
    assert {key: found[0].facts[key] for key in facts} == facts
    said = say_refusal(found[0].rule, {**found[0].facts, "where": found[0].where}, "en")
    assert said.startswith(f"{found[0].where}: ")
    assert "–" not in said
    assert "The rules do not allow this" not in said


def test_a_role_is_not_asked_for_where_no_voters_are_named() -> None:
    without = GOOD[: GOOD.index("[[voter]]")] + GOOD[GOOD.index("[[motion]]") :]
    assert rules_of(without) == ["population_unknown"]


def rules_of(text: str) -> list[str]:
    return [fault.rule.removeprefix("rulebook.") for fault in check(text, "body")]


def test_what_is_reckoned_on_seats_needs_them() -> None:
    seats = GOOD[GOOD.index("[[seats]]") : GOOD.index("[[voter]]")]
    without = GOOD.replace(seats, "").replace(
        'majority = "absolute"', 'majority = "absolute"\nof = "component"'
    )
    without = without.replace(
        'kind = "number"\nleast = 4', 'kind = "fraction_of_component"\nfraction = "1/3"'
    )
    found = check(without, "body")
    assert [(f.rule, f.where) for f in found] == [
        ("rulebook.component_unknown", "[[rule]] number 1, conditions number 1"),
        ("rulebook.component_unknown", "[[election]] number 1, rounds number 1"),
        ("rulebook.component_unknown", "[[quorum]] number 1"),
    ]
    assert [f.line for f in found] == [
        line_in(without, 'of = "component"'),
        line_in(without, 'of = "component"\nballots'),
        line_in(without, 'kind = "fraction_of_component"'),
    ]


def test_all_conditions_on_request_are_none() -> None:
    always = '[[rule.conditions]]\nof = "component"\nfraction = "2/3"\n'
    one = GOOD.replace(always, "").replace("least = 3", "least = 3\non_request = true")
    assert rules_of(one) == ["only_on_request"]


@pytest.mark.parametrize("first", ['majority = "relative"', 'majority = "absolute"\nballots = 0'])
def test_no_round_follows_one_that_goes_on_until_it_elects(first: str) -> None:
    wrong = GOOD.replace('majority = "absolute"\nballots = 2', first)
    assert rules_of(wrong) == ["round_unreachable"]
    assert check(wrong, "body")[0].where == "[[election]] number 1, rounds number 2"


def test_two_entries_one_after_the_other_are_no_contradiction() -> None:
    open_end = GOOD.replace('until = "2007-12-31"\n', "")
    assert rules_of(open_end) == []
    same_end = GOOD.replace("2007-12-31", "2020-01-01").replace(
        'from = "2008-01-01"', 'from = "2008-01-01"\nuntil = "2020-01-01"'
    )
    assert rules_of(same_end) == []


def test_more_than_all_seats_is_never_reached() -> None:
    without = GOOD[: GOOD.index("[[voter]]")] + GOOD[GOOD.index("[[motion]]") :]
    without = without.replace('measure = "population"\nfraction = "62/100"', "least = 6")
    assert rules_of(without) == []
    assert rules_of(without.replace("least = 6", 'least = 6\nof = "component"')) == ["never"]


def test_ranks_may_change_places_from_a_day_on() -> None:
    later = """
[[motion]]
part = "council"
motion = "closure"
rank = 2
from = "2010-01-01"
confidence = "?"

[[motion]]
part = "council"
motion = "adjournment"
rank = 1
from = "2010-01-01"
confidence = "?"
"""
    assert rules_of(GOOD + later) == []
    assert rules_of(GOOD + later.replace("2010-01-01", "2012-01-01", 1)) == ["rank_twice"]


def test_what_is_reached_on_some_day_may_be_asked_for() -> None:
    more = (
        GOOD
        + """
[[voter]]
voter = "C"
from = "2020-01-01"
roles = ["permanent"]
weight = 7
confidence = "?"
"""
    )
    assert rules_of(more.replace("least = 3", "least = 10")) == []
    assert rules_of(more.replace("least = 3", "least = 11")) == ["never"]


def test_all_faults_are_found_at_once_each_with_its_line() -> None:
    wrong = (
        GOOD.replace("least = 4", "least = 40")
        .replace('floor = "1/3"', 'flor = "1/3"')
        .replace("size = [2, 3]", "size = 2")
        .replace("rank = 2", "rank = 1")
        .replace('part = "committee"', 'part = ""')
    )
    found = check(wrong, "body")
    assert [(f.rule, f.line) for f in found] == [
        ("toml.key_unknown", line_in(wrong, "flor =")),
        ("toml.value_wrong", line_in(wrong, 'part = ""')),
        ("rulebook.never", line_in(wrong, "least = 40")),
        ("toml.value_wrong", line_in(wrong, "size = 2")),
        ("rulebook.rank_twice", line_in(wrong, "rank = 1\nfrom")),
    ]


def test_what_only_follows_from_a_fault_is_not_one() -> None:
    wrong = GOOD.replace("seats = 5", "seats = true").replace("population = 10", "population = []")
    found = check(wrong, "body")
    assert [f.rule for f in found] == ["toml.value_wrong"] * 2


def test_a_text_that_is_not_toml_has_one_fault_with_its_line() -> None:
    found = study(GOOD.replace("least = 4", "least = "), "body")
    assert found.book is None
    assert [(f.rule, f.line) for f in found.faults] == [
        ("toml.unreadable", line_in(GOOD, "least = 4"))
    ]


def test_an_empty_rulebook_is_refused() -> None:
    assert rules_of("# nothing yet\n") == ["empty"]


def notices_of(text: str) -> list[tuple[str, str]]:
    found = study(text, "body")
    assert found.faults == ()
    return [(n.rule.removeprefix("rulebook."), n.where) for n in found.notices]


def test_what_an_author_may_want_to_know_is_no_fault() -> None:
    late = GOOD.replace('seats = 5\nfrom = "2004-11-01"', 'seats = 5\nfrom = "2005-01-01"')
    late = late.replace("least = 3", "least = 3\neach_group = true")
    assert set(notices_of(late)) - set(notices_of(GOOD)) == {
        ("seats_late", "[[rule]] number 1, conditions number 1"),
        ("groups_unknown", "[[rule]] number 1, conditions number 3"),
    }


def test_what_no_source_confirms_is_noted_voters_all_in_one() -> None:
    doubted = GOOD.replace("n = 1", 'n = 1\nunconfirmed = ["absence", "threshold"]', 1)
    assert notices_of(doubted)[:4] == [
        ("recalled", "[[rule]] number 2"),
        ("doubts", "[[rule]] number 3"),
        ("unconfirmed", "[[election]] number 1"),
        ("unconfirmed", "[[quorum]] number 1"),
    ]
    voters = [where for rule, where in notices_of(GOOD) if rule == "voters_unconfirmed"]
    assert voters == ["[[voter]] number 1"]
    notice = next(n for n in study(GOOD, "body").notices if n.rule == "rulebook.voters_unconfirmed")
    assert notice.facts["number"] == "3"
