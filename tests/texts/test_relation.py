"""How two amendments stand to each other."""

import pytest
from hypothesis import given

from kurultai.texts.amendment import Amendment
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.relation import Relation, relate
from kurultai.texts.rivals import Rivals
from kurultai.texts.unit import Unit
from tests.texts.texts import Case, cases, law, one

TURNED: dict[Relation, Relation] = {"pre_empts": "pre_empted", "pre_empted": "pre_empts"}
BASE = Base(
    [
        Unit("1", "operative", {"en": "Calls upon all Parliaments", "tr": "Hepsini çağırır"}),
        Unit("2", "section", {"en": "Part"}, (Unit("3", "operative", {"en": "Asks them"}),)),
        Unit("4", "section", {"en": "Other"}, (Unit("5", "operative", {"en": "Thanks"}),)),
    ]
)


def new(name: str, **words: str) -> Unit:
    return Unit(name, "operative", words or {"en": "New"})


@law
@given(cases(2))
def test_a_relation_is_the_same_from_both_sides(case: Case) -> None:
    base, (first, second) = case
    found = relate(base, first, second)
    assert relate(base, second, first) == TURNED.get(found, found)
    assert relate(base, first, first) == "identical"


@law
@given(cases(6))
def test_all_pairs_that_are_rivals_are_found(case: Case) -> None:
    """The index that spares comparing all pairs leaves out none that matters."""
    base, tabled = case
    rivals = Rivals(base, tabled)
    together = {name: group for group in rivals.groups() for name in group}
    for first in tabled:
        for second in tabled:
            if relate(base, first, second) not in ("free", "point"):
                assert second.amendment in together[first.amendment]


@pytest.mark.parametrize(
    ("ours", "theirs", "relation"),
    [
        ([Edit("1", "en", 0, 5, "Urges")], [Edit("1", "en", 6, 10, "on")], "free"),
        ([Edit("1", "en", 0, 5, "Urges")], [Edit("1", "en", 5, 10, "on")], "free"),
        ([Edit("1", "en", 0, 5, "Urges")], [Edit("1", "en", 5, 5, "!")], "free"),
        ([Edit("1", "en", 0, 5, "Urges")], [Edit("1", "en", 0, 0, "!")], "free"),
        ([Edit("1", "en", 0, 5, "x")], [Edit("1", "en", 3, 5, "x")], "pre_empts"),
        ([Edit("1", "en", 0, 5, "x")], [Edit("1", "en", 0, 3, "x")], "pre_empts"),
        ([Edit("1", "en", 5, 5, "?")], [Edit("1", "en", 5, 5, "!")], "point"),
        ([Edit("1", "en", 0, 5, "Urges")], [Edit("1", "en", 0, 5, "Urges")], "identical"),
        ([Edit("1", "en", 0, 5, "Urges")], [Edit("1", "en", 0, 5, "Asks")], "clash"),
        ([Edit("1", "en", 0, 5, "Urges")], [Edit("1", "en", 3, 10, "x")], "clash"),
        ([Edit("1", "en", 0, 10, "Urges")], [Edit("1", "en", 3, 10, "x")], "pre_empts"),
        ([Edit("1", "en", 0, 10, "Urges")], [Edit("1", "en", 0, 5, "x")], "pre_empts"),
        ([Edit("1", "en", 0, 10, "Urges")], [Edit("1", "en", 5, 5, "x")], "pre_empts"),
        ([Edit("1", "en", 0, 5, "Urges")], [Edit("1", "tr", 0, 5, "x")], "clash"),
        (
            [Edit("1", "en", 0, 5, "Urges"), Edit("1", "en", 11, 14, "the")],
            [Edit("1", "en", 3, 10, "x")],
            "clash",
        ),
        (
            [Edit("1", "en", 11, 14, "the"), Edit("1", "en", 0, 5, "Urges")],
            [Edit("1", "en", 0, 10, "x")],
            "pre_empted",
        ),
        ([Drop("1")], [Edit("1", "tr", 0, 5, "x")], "pre_empts"),
        ([Drop("1")], [Drop("1")], "identical"),
        ([Drop("2")], [Drop("3")], "pre_empts"),
        ([Drop("2")], [Edit("3", "en", 0, 4, "x")], "pre_empts"),
        ([Drop("2")], [Add("2", "3", (new("n"),))], "pre_empts"),
        ([Drop("2")], [Add(None, "2", (new("n"),))], "free"),
        ([Drop("2")], [Move("3", None, None)], "pre_empts"),
        ([Drop("2")], [Move("1", "3", None)], "pre_empts"),
        ([Drop("2")], [Move("2", None, None)], "pre_empts"),
        ([Drop("3")], [Move("2", None, None)], "free"),
        ([Drop("2"), Move("3", None, "2")], [Edit("3", "en", 0, 4, "x")], "free"),
        ([Drop("2"), Move("3", None, "2")], [Edit("2", "en", 0, 4, "x")], "pre_empts"),
        ([Drop("2"), Move("3", None, "2")], [Drop("2")], "clash"),
        ([Drop("2"), Edit("1", "en", 0, 5, "x")], [Drop("2")], "pre_empts"),
        (
            [Drop("2"), Edit("1", "en", 0, 5, "x")],
            [Drop("3"), Edit("1", "en", 0, 1, "y")],
            "pre_empts",
        ),
        ([Drop("2"), Edit("1", "en", 0, 1, "x")], [Drop("3"), Edit("1", "en", 0, 5, "y")], "clash"),
        ([Drop("2"), Edit("1", "en", 0, 5, "x")], [Drop("2"), Edit("1", "en", 6, 9, "y")], "clash"),
        (
            [Drop("2"), Edit("1", "en", 3, 5, "x")],
            [Drop("2"), Edit("1", "en", 0, 5, "x"), Edit("1", "en", 6, 9, "y")],
            "clash",
        ),
        (
            [Drop("2"), Edit("1", "en", 0, 3, "x")],
            [Drop("2"), Edit("1", "en", 0, 5, "x"), Edit("1", "en", 6, 9, "y")],
            "clash",
        ),
        ([Drop("3")], [Drop("3"), Add("2", "3", (new("n"),))], "clash"),
        ([Drop("3")], [Drop("3"), Move("1", "2", "3")], "clash"),
        ([Drop("3")], [Drop("3"), Add("2", None, (new("n"),))], "pre_empted"),
        ([Drop("3")], [Drop("3"), Drop("5"), Add("4", "5", (new("n"),))], "pre_empted"),
        (
            [Drop("3"), Add("2", "3", (new("n"),))],
            [Drop("3"), Add("2", "3", (new("m"),)), Drop("1")],
            "pre_empted",
        ),
        (
            [Drop("3"), Add("2", "3", (new("n"),))],
            [Drop("3"), Add("2", "3", (new("m", en="Other"),))],
            "clash",
        ),
        ([Add(None, "1", (new("n"),))], [Add(None, "1", (new("m"),))], "identical"),
        ([Add(None, "1", (new("n"),))], [Add(None, "1", (new("m", en="Other"),))], "point"),
        ([Add(None, "1", (new("n"),))], [Add(None, "2", (new("m"),))], "free"),
        (
            [Add(None, "1", (new("n"),)), Add(None, "1", (new("o", en="Other"),))],
            [Add(None, "1", (new("m"),))],
            "pre_empts",
        ),
        # the same words once and twice
        (
            [Add(None, "1", (new("n"),)), Add(None, "1", (new("o"),))],
            [Add(None, "1", (new("m"),))],
            "clash",
        ),
        ([Add(None, "1", (new("n"),))], [Move("3", None, "1")], "point"),
        ([Add(None, "1", (new("n"),))], [Add(None, "1", (new("m"),)), Drop("4")], "pre_empted"),
        (
            [Add(None, "1", (new("n"),)), Drop("4")],
            [Add(None, "1", (new("m"),)), Drop("2")],
            "clash",
        ),
        ([Move("3", None, "1")], [Move("3", None, "1")], "identical"),
        ([Move("3", None, "1")], [Move("3", None, "2")], "clash"),
        ([Move("3", "1", None)], [Move("3", "5", None), Edit("1", "en", 0, 5, "x")], "clash"),
        ([Move("3", None, "1")], [Move("3", None, "4"), Edit("1", "en", 0, 5, "x")], "clash"),
        ([Move("3", None, "1")], [Move("5", None, "1")], "point"),
        ([Move("3", None, "1")], [Move("5", None, None)], "free"),
        ([Move("3", "4", None)], [Move("4", None, None)], "clash"),
        ([Move("1", "3", None)], [Move("2", None, None)], "clash"),
        ([Move("1", "2", None)], [Move("3", None, None)], "free"),
        ([Move("3", "1", None)], [Edit("3", "en", 0, 4, "x")], "free"),
        ([Move("3", "1", None)], [Move("3", "1", None), Drop("4")], "pre_empted"),
        ([Drop("1")], [Drop("1"), Move("3", None, None)], "pre_empted"),
    ],
)
def test_the_relation_of_two_amendments(
    ours: list[Change], theirs: list[Change], relation: Relation
) -> None:
    first, second = one("A", *ours), one("B", *theirs, number=1)
    assert relate(BASE, first, second) == relation
    assert relate(BASE, second, first) == TURNED.get(relation, relation)


def test_three_moves_in_a_circle_are_rivals() -> None:
    """Each two of them could be made; all three would lose the text."""
    base = Base([new("a"), new("b"), new("c")])
    circle = [one("A", Move("a", "b", None)), one("B", Move("b", "c", None), number=1)]
    assert relate(base, *circle) == "clash"


BOTH = frozenset({"en", "tr"})


@pytest.mark.parametrize(
    ("ours", "theirs", "relation"),
    [
        # en and tr have no edit in common, but both can be read in both
        (
            one("A", Edit("1", "en", 0, 5, "x"), languages=BOTH),
            one("B", Edit("1", "tr", 0, 5, "x"), languages=BOTH),
            "free",
        ),
        # the same in the language that both have: the translation makes no difference
        (
            one("A", Edit("1", "en", 0, 5, "x")),
            one("B", Edit("1", "en", 0, 5, "x"), Edit("1", "tr", 0, 7, "y"), languages=BOTH),
            "identical",
        ),
        # the same in one, different in another
        (
            one("A", Edit("1", "en", 0, 5, "x"), Edit("1", "tr", 0, 7, "z"), languages=BOTH),
            one("B", Edit("1", "en", 0, 5, "x"), Edit("1", "tr", 0, 7, "y"), languages=BOTH),
            "clash",
        ),
        # free in one, a clash in the other: the strongest holds
        (
            one("A", Edit("1", "en", 0, 5, "x"), Edit("1", "tr", 0, 7, "z"), languages=BOTH),
            one("B", Edit("1", "en", 6, 10, "x"), Edit("1", "tr", 0, 7, "y"), languages=BOTH),
            "clash",
        ),
        # one takes in the other here and the other one there
        (
            one("A", Edit("1", "en", 0, 10, "x"), Edit("1", "tr", 0, 3, "z"), languages=BOTH),
            one("B", Edit("1", "en", 0, 5, "x"), Edit("1", "tr", 0, 7, "y"), languages=BOTH),
            "clash",
        ),
        # cannot be compared
        (one("A", Edit("1", "en", 0, 5, "x")), one("B", Edit("1", "tr", 0, 5, "x")), "clash"),
        (one("A", Edit("1", "en", 0, 5, "x")), one("B", Edit("3", "tr", 0, 0, "x")), "free"),
        # new units in different languages stand at one place
        (
            one("A", Add(None, None, (new("n", en="New"),))),
            one("B", Add(None, None, (new("m", tr="Yeni"),))),
            "point",
        ),
        # the same new unit, one of them translated
        (
            one("A", Add(None, None, (new("n", en="New"),))),
            one("B", Add(None, None, (new("m", en="New", tr="Yeni"),)), languages=BOTH),
            "identical",
        ),
        # another kind of unit
        (
            one("A", Add(None, None, (Unit("n", "section", {"en": "New"}),))),
            one("B", Add(None, None, (Unit("n", "operative", {"en": "New"}),))),
            "point",
        ),
        # what is below counts
        (
            one("A", Add(None, None, (Unit("n", "section", {"en": "N"}, (new("o"),)),))),
            one("B", Add(None, None, (Unit("m", "section", {"en": "N"}, (new("p"),)),))),
            "identical",
        ),
        (
            one("A", Add(None, None, (Unit("n", "section", {"en": "N"}, (new("o"),)),))),
            one("B", Add(None, None, (Unit("m", "section", {"en": "N"}),))),
            "point",
        ),
        # below, too, the translation makes no difference
        (
            one("A", Add(None, None, (Unit("n", "section", {}, (new("o", en="N"),)),))),
            one(
                "B",
                Add(None, None, (Unit("m", "section", {}, (new("p", en="N", tr="Y"),)),)),
                languages=BOTH,
            ),
            "identical",
        ),
        # without words an amendment can be read in every language
        (one("A", Drop("1"), languages=frozenset({"en"})), one("B", Drop("1")), "identical"),
        (
            one("A", Drop("3"), Edit("1", "en", 0, 5, "x")),
            one("B", Drop("3"), Edit("1", "tr", 0, 5, "x")),
            "clash",
        ),
        # no words at all
        (
            one("A", Add(None, None, (Unit("n", "section"),))),
            one("B", Add(None, None, (Unit("m", "section"),)), languages=BOTH),
            "identical",
        ),
        (
            one("A", Add(None, None, (Unit("n", "section"),))),
            one("B", Add(None, None, (Unit("m", "section", {"en": "New"}),))),
            "point",
        ),
        # empty words are none
        (
            one("A", Add(None, None, (new("n", en=""),))),
            one("B", Add(None, None, (Unit("m", "operative"),))),
            "identical",
        ),
        (
            one("A", Add(None, None, (new("n", en="New", tr=""),)), languages=BOTH),
            one("B", Add(None, None, (new("m", en="New"),)), languages=BOTH),
            "identical",
        ),
    ],
)
def test_several_languages(ours: Amendment, theirs: Amendment, relation: Relation) -> None:
    assert relate(BASE, ours, theirs) == relation
    assert relate(BASE, theirs, ours) == TURNED.get(relation, relation)


def test_the_languages_in_which_an_amendment_can_be_read() -> None:
    worded = new("n", en="New", kk="Жаңа")
    below = Unit("m", "section", {}, (new("o", tr="Yeni"),))
    assert one("A", Edit("1", "en", 0, 1, "x")).complete_in() == frozenset({"en"})
    assert one("A", Edit("1", "en", 0, 1, "x"), languages=BOTH).complete_in() == BOTH
    assert one("A", Drop("1"), Move("3", None, None), languages=BOTH).complete_in() is None
    assert one("A", Add(None, None, (worded, below))).complete_in() == frozenset({"en", "kk", "tr"})
    assert one("A", Add(None, None, (Unit("n", "section"),))).complete_in() is None
    assert one("A", Drop("1"), Edit("3", "tr", 0, 0, "x")).complete_in() == frozenset({"tr"})
    assert Amendment("A", ()).complete_in() is None
    assert (Amendment("A", ()).number, Amendment("A", ()).languages) == (0, frozenset())
    assert one("A", number=3).order == (3, "A")
