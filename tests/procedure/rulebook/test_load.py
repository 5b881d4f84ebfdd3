"""Rulebooks: what they say on which day, and how a wrong one is pointed at."""

from fractions import Fraction

import pytest

from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Row, Rulebook, load

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
    facts = {"name": "body/plenary.default", "day": "1999-12-31", "known": "–"}
    assert refused.value.facts == facts


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


DAY = 'a day in quotation marks: "2008-11-21"'
FRACTION = "a fraction such as 2/3"
TEXTS = 'a list of texts: ["...", "..."]'
FIRST_RULE = "body.toml, line 17, [[rule]] number 1"
SECOND_RULE = "body.toml, line 25, [[rule]] number 2"
SECOND_RIGHT = "body.toml, line 10, [[right]] number 2"


@pytest.mark.parametrize(
    ("old", "new", "facts"),
    [
        ('kind = "all_voters_yes"', 'kind = "all"', {"where": FIRST_RULE, "key": "kind"}),
        ('from = "2010-01-01"', 'from = "2010"', {"where": SECOND_RIGHT, "expected": DAY}),
        ('from = "2010-01-01"', 'from = "once"', {"key": "from", "expected": DAY}),
        ('from = "2010-01-01"', "from = 2010", {"key": "from", "expected": DAY}),
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
        ("[[value]]", "[[values]]", {"where": "body.toml, line 45, [[values]]", "known": "value"}),
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


# --- tables within tables

COUNCIL = """
[[rule]]
part = "council"
from = "2004-11-01"
kind = "conditions"
confidence = "C"
conditions = [
    { measure = "votes", of = "entitled", fraction = "232/321" },
    { measure = "voters", of = "entitled", fraction = "1/2", more_than = true },
    { measure = "population", of = "entitled", fraction = "62/100", on_request = true },
]

[[rule]]
part = "council"
rule = "special"
from = "2004-11-01"
kind = "conditions"
confidence = "C"
[[rule.conditions]]
fraction = "2/3"
[[rule.condition]]
least = 18
[rule.says]
en = "Two thirds."

[[election]]
part = "council"
from = "2004-11-01"
confidence = "R"
says = { en = "In two rounds." }
[[election.round]]
majority = "absolute"
ballots = 2
[[election.round]]
majority = "relative"

[[seats]]
part = "council"
seats = 25
from = "2004-11-01"
confidence = "C"

[[voter]]
voter = "DE"
from = "2004-11-01"
until = "2014-10-31"
names = { en = "Germany", de = "Deutschland" }
weight = 29
population = 82000
group = "large"
roles = ["founder"]
confidence = "C"

[[voter]]
voter = "half"
from = "2004-11-01"
weight = "1/2"
confidence = "C"

[[motion]]
part = "council"
motion = "closure"
rank = 1
speakers_against = 2
from = "2004-11-01"
confidence = "C"
"""


def council() -> str:
    """The same with the conditions of the second rule under one name, as TOML wants it."""
    return COUNCIL.replace("[[rule.conditions]]", "[[rule.condition]]")


def line_in(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_the_conditions_of_a_rule_are_read_in_braces_and_under_headers() -> None:
    book = load(council(), "eu")
    assert [
        (c.measure, c.of, c.fraction, c.more_than, c.on_request) for c in book.rules[0].conditions
    ] == [
        ("votes", "entitled", Fraction(232, 321), False, False),
        ("voters", "entitled", Fraction(1, 2), True, False),
        ("population", "entitled", Fraction(31, 50), False, True),
    ]
    assert [(c.fraction, c.least) for c in book.rules[1].conditions] == [
        (Fraction(2, 3), 0),
        (None, 18),
    ]


def test_the_rounds_of_an_election_are_read_in_turn() -> None:
    election = load(council(), "eu").election("council.election", on="2005-01-01")
    assert election is not None
    assert election.name == "eu/council.election"
    assert [(r.majority, r.ballots) for r in election.rounds] == [("absolute", 2), ("relative", 1)]


def test_voters_seats_and_motions_are_read() -> None:
    book = load(council(), "eu")
    voters = book.electorate(on="2010-01-01")
    assert (voters["DE"].weight, voters["DE"].population) == (Fraction(29), 82000)
    assert voters["DE"].roles == ("founder",)
    assert voters["half"].weight == Fraction(1, 2)
    assert list(book.electorate(on="2014-11-01")) == ["half"]
    assert book.component("council", on="2005-01-01") == 25
    assert [m.motion for m in book.motions_in_order("council", on="2005-01-01")] == ["closure"]


@pytest.mark.parametrize(
    ("old", "new", "at", "facts"),
    [
        ('"62/100"', '"162/100"', ", conditions number 3", {"expected": FRACTION}),
        ("more_than = true", 'more_than = "yes"', ", conditions number 2", {"key": "more_than"}),
        ("least = 18", "least = -1", ", conditions number 2", {"key": "least"}),
        ("ballots = 2", 'ballots = "2"', ", rounds number 1", {"expected": "a whole number"}),
        ("seats = 25", "seats = 0", "", {"expected": "a whole number, 1 or more"}),
        ("weight = 29", "weight = 0", "", {"expected": "a number of votes such as 3 or 1/2"}),
        ('weight = "1/2"', 'weight = "1e9"', "", {"key": "weight"}),
        ('weight = "1/2"', 'weight = "1/0"', "", {"key": "weight"}),
        ('until = "2014-10-31"', 'until = "2014"', "", {"expected": DAY}),
        ("population = 82000", "population = -1", "", {"expected": "a whole number, 0 or more"}),
        ('roles = ["founder"]', 'roles = "founder"', "", {"expected": TEXTS}),
        ("rank = 1", "rank = true", "", {"expected": "a whole number"}),
        ('motion = "closure"', 'motion = "the closure"', "", {"key": "motion"}),
        ('voter = "half"', 'voter = " "', "", {"expected": "a name"}),
    ],
)  # fmt: skip
def test_a_wrong_value_is_pointed_at_within_tables_too(
    old: str, new: str, at: str, facts: dict[str, str]
) -> None:
    wrong = council().replace(old, new, 1)
    rule, found = refusal_of(wrong, facts)
    assert (rule, found) == ("toml.value_wrong", facts)
    where = where_of(wrong)
    assert where.startswith(f"body.toml, line {line_in(wrong, new)}, [[")
    assert where.endswith(at)


def where_of(text: str) -> str:
    with pytest.raises(Refused) as refused:
        load(text, "body")
    return refused.value.facts["where"]


@pytest.mark.parametrize(
    ("old", "new", "known"),
    [
        ('"population", of', '"population", off', "of"),
        ("ballots = 2", "balots = 2", "ballots"),
    ],
)
def test_an_unknown_key_is_pointed_at_within_tables_too(old: str, new: str, known: str) -> None:
    wrong = council().replace(old, new, 1)
    rule, facts = refusal_of(wrong, {"known": known})
    assert (rule, facts) == ("toml.key_unknown", {"known": known})
    assert f"line {line_in(wrong, new)}," in where_of(wrong)


def test_what_must_be_there_is_named_within_tables_too() -> None:
    wrong = council().replace('majority = "absolute"\n', "", 1)
    assert refusal_of(wrong, {"key": "majority"})[0] == "toml.key_missing"
    assert where_of(wrong).endswith("[[election]] number 1, rounds number 1")
    wrong = council().replace('"relative"', '"fraction"')
    assert refusal_of(wrong, {"key": "fraction"})[0] == "toml.value_wrong"
    assert where_of(wrong).endswith("[[election]] number 1, rounds number 2")


def test_an_election_without_a_round_and_conditions_without_one_are_refused() -> None:
    empty = 'part = "p"\nfrom = "2000-01-01"\nconfidence = "?"\n'
    assert refusal_of(f"[[election]]\n{empty}rounds = []", {"key": "rounds"})
    facts = {"key": "conditions", "expected": "at least one condition"}
    assert refusal_of(f'[[rule]]\n{empty}kind = "conditions"', facts)[1] == facts
    one = f'[[rule]]\n{empty}kind = "conditions"\n[rule.conditions]\nfraction = "1/2"'
    assert refusal_of(one, {"key": "conditions"})[0] == "toml.value_wrong"


def test_one_list_under_two_names_is_refused() -> None:
    assert refusal_of(COUNCIL, {"known": "conditions"})[0] == "rulebook.key_twice"


def test_of_several_faults_the_first_in_the_file_is_named() -> None:
    wrong = BOOK.replace('kind = "not_found"', 'kind = "x"').replace('["tr", "en"]', "1.5")
    wrong = wrong.replace('status = "member"', 'status = "king"', 1)
    assert where_of(wrong) == "body.toml, line 3, [[right]] number 1"
