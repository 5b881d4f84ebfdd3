"""How far amendments go from the text."""

from fractions import Fraction

from kurultai.texts.base import Base
from kurultai.texts.change import Add, Drop, Edit, Move
from kurultai.texts.order import Placed, marshal
from kurultai.texts.unit import Unit
from tests.texts.pending import BASE, MEET, PARAGRAPH, REPLACE, SECTION, names, places
from tests.texts.texts import one


def test_the_region_of_all_rivals_counts() -> None:
    """With the section in the region, an edit of one paragraph of it goes less far."""
    assert places(PARAGRAPH, MEET)["meet"].figure == Fraction(2, 8)
    placed = places(SECTION, PARAGRAPH, MEET)
    assert placed["section"].figure == 1
    assert placed["paragraph"].figure == Fraction(4, 7 + 3)
    assert placed["meet"].figure == Fraction(2, 14)


def test_edits_of_several_paragraphs() -> None:
    wide = one("wide", Edit("3", "en", 0, 4, "Begs"), Edit("4", "en", 0, 6, "Greets"), number=9)
    assert places(SECTION, wide)["wide"].figure == Fraction(4, 14)


def test_units_that_move_count_where_they_arrive() -> None:
    swap = one("swap", Move("4", "2", None), number=9)
    assert places(SECTION, swap)["swap"].figure == Fraction(4, 14)
    there = one("there", Move("5", None, None), number=9)
    here = one("here", Move("5", "2", None), number=10)
    assert places(there, here)["there"] == Placed("there", 1, Fraction(0), "clash", "here")


def test_units_below_one_that_moves_are_of_the_region() -> None:
    whole, other = one("whole", Move("2", None, "5")), one("other", Move("2", None, None), number=1)
    point = one("point", Move("4", None, None), Move("2", None, "5"), number=2)
    placed = places(whole, other, point)
    assert placed["point"].figure == Fraction(4, 14)


def test_the_region_is_in_the_order_of_the_text_whatever_its_units_are_called() -> None:
    base = Base([Unit("z", "operative", {"en": "a b c"}), Unit("y", "operative", {"en": "d"})])
    swap, neither = one("swap", Move("y", None, None)), one("neither", Drop("z"), Drop("y"))
    figure = {placed.amendment: placed.figure for placed in marshal(base, [swap, neither])}
    assert figure == {"neither": Fraction(1), "swap": Fraction(2, 8)}


def test_added_units_count_in_the_region() -> None:
    assert places(PARAGRAPH, REPLACE)["replace"].figure == 1
    assert names(PARAGRAPH, REPLACE) == ["paragraph", "replace"]


def test_an_amendment_that_edits_and_strikes_counts_both() -> None:
    mixed = one("mixed", Edit("3", "en", 0, 4, "Begs"), Drop("4"), number=9)
    assert places(SECTION, mixed)["mixed"].figure == Fraction(2 + 2, 14 - 2)


def test_words_added_count_too() -> None:
    new = Unit("n", "operative", {"en": "And to agree"})
    more = one("more", Edit("3", "en", 0, 4, "Begs"), Add("2", "3", (new,)), number=9)
    assert places(SECTION, more)["more"].figure == Fraction(2 + 3, 14 + 3)


def test_rivals_are_measured_in_a_language_that_all_have() -> None:
    both = frozenset({"en", "tr"})
    first = one("a", Edit("3", "en", 0, 4, "Begs"), Edit("3", "tr", 0, 13, "x"), languages=both)
    second = one("b", Edit("3", "tr", 0, 20, "y"), number=1)
    placed = marshal(BASE, [first, second])
    assert [(p.amendment, p.figure) for p in placed] == [("b", Fraction(1)), ("a", Fraction(1, 2))]
    assert [p.flags for p in placed] == [(), ()]


def test_rivals_without_a_common_language_are_each_measured_in_their_own() -> None:
    first = one("a", Edit("3", "en", 0, 4, "Begs"), number=1)
    second = one("b", Edit("3", "tr", 0, 20, "y"), number=2)
    placed = places(first, second, PARAGRAPH)
    assert placed["a"] == Placed("a", 1, Fraction(1, 4), "clash", "b", ("untranslated",))
    assert placed["b"].figure == 1
    assert placed["b"].flags == ("untranslated",)
    assert placed["paragraph"].flags == ()


def test_nothing_is_divided_by_nothing() -> None:
    base = Base([Unit("1", "section"), Unit("2", "section")])
    placed = marshal(base, [one("a", Move("1", "2", None)), one("b", Move("1", None, "2"))])
    assert [p.figure for p in placed] == [0, 0]
