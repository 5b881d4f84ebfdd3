"""The index of a text."""

from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.unit import Unit

POINT = Unit("3", "point", {"tr": "i\u0307ş"})
SECTION = Unit("2", "section", {"en": "e\u0301"}, (POINT, Unit("4", "point")))
BASE = Base([Unit("1", "operative", {"en": "one"}), SECTION, Unit("5", "operative", {"kk": "бес"})])


def test_the_text_by_identity() -> None:
    assert list(BASE.unit) == ["1", "2", "3", "4", "5"]
    assert BASE.place == {"1": 0, "2": 1, "3": 2, "4": 3, "5": 4}
    assert BASE.parent == {"1": None, "2": None, "3": "2", "4": "2", "5": None}
    assert BASE.languages == {"en", "tr", "kk"}
    assert "3" in BASE
    assert "9" not in BASE
    assert [unit.unit for unit in BASE.below(None)] == ["1", "2", "5"]
    assert [unit.unit for unit in BASE.below("2")] == ["3", "4"]
    assert (BASE.words("1", "en"), BASE.words("1", "kk")) == ("one", "")


def test_wordings_are_brought_to_nfc_and_nothing_else_is_touched() -> None:
    assert BASE.unit["2"].words == {"en": "é"}
    assert BASE.unit["3"] is POINT
    deep = Base([Unit("1", "section", {}, (Unit("2", "operative", {"kk": "и\u0306"}),))])
    assert deep.unit["1"].below[0].words == {"kk": "й"}
    assert deep.unit["1"].below[0] is deep.unit["2"]


def test_what_stands_inside_what() -> None:
    inside = {(a, b) for a in [*BASE.unit, "9"] for b in [*BASE.unit, "9"] if BASE.inside(a, b)}
    assert inside == {*((name, name) for name in BASE.unit), ("3", "2"), ("4", "2")}
    assert list(BASE.upwards("3")) == ["3", "2"]
    assert list(BASE.upwards("9")) == []
    assert list(BASE.upwards(None)) == []


def test_the_places_that_there_are() -> None:
    gaps = [(None, None), (None, "1"), (None, "2"), ("2", None), ("2", "4"), ("1", None)]
    assert all(BASE.has_gap(*gap) for gap in gaps)
    assert [BASE.gap_of(name) for name in BASE.unit] == [
        (None, None),
        (None, "1"),
        ("2", None),
        ("2", "3"),
        (None, "2"),
    ]
    none = [(None, "3"), ("2", "1"), ("9", None), ("1", "1"), (None, "9")]
    assert not any(BASE.has_gap(*gap) for gap in none)


def test_points_are_in_the_order_of_the_text() -> None:
    new = (Unit("n", "operative"),)
    ordered: list[Change] = [
        Add(None, None, new),
        Drop("1"),
        Edit("1", "en", 0, 1, ""),
        Edit("1", "en", 2, 3, ""),
        Add(None, "1", new),
        Move("2", None, None),
        Add("2", None, new),
        Drop("3"),
        Add("2", "3", new),
        Edit("4", "en", 0, 0, "x"),
        Add(None, "2", new),
        Add("n", None, new),
    ]
    points = [BASE.point(change) for change in ordered]
    assert points == sorted(points)
    assert BASE.point(Add("2", "4", new)) == BASE.point(Add(None, "2", new)) == (3, 2, 0)
    assert BASE.point(Add("n", "m", new)) == (5, 2, 0)
    assert BASE.point(Add(None, None, new)) == (-1, 2, 0)
    assert BASE.point(Drop("2")) == (1, 0, 0)
    assert BASE.point(Edit("1", "en", 2, 3, "")) == (0, 1, 2)


def test_a_text_of_nothing() -> None:
    assert Base([]).languages == frozenset()
    assert Base([]).has_gap(None, None)
