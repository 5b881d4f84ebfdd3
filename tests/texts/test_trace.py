"""Who did what to every unit of the old text and the new."""

from kurultai.texts.apply import Run, Traced, trace
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Drop, Edit, Move
from kurultai.texts.unit import Unit
from tests.texts.texts import one

TEXT = Base(
    [
        Unit("1", "operative", {"en": "Calls upon Parliaments", "tr": "Parlamentoları çağırır"}),
        Unit("2", "operative", {"en": "Decides"}, (Unit("2a", "point", {"en": "to meet"}),)),
        Unit("3", "operative", {"en": "Requests"}),
    ]
)


def test_a_point_that_goes_with_its_paragraph_is_dropped_by_who_drops_the_paragraph() -> None:
    point = one("A", Drop("2a"), number=1)
    whole = one("B", Drop("2"), number=2)
    traced = [(t.unit, t.amendment) for t in trace(TEXT, [point, whole])]
    assert traced == [("1", None), ("2", "B"), ("2a", "B"), ("3", None)]


def test_a_moved_unit_is_traced_in_both_its_places() -> None:
    adopted = [
        one("M", Move("2", None, None), number=1),
        one("D", Drop("2a"), number=2),
        one(
            "E",
            Edit("2", "en", 0, 7, "Agrees"),
            Add("2", "2a", (Unit("n", "operative", {"en": "n"}),)),
            number=3,
        ),
    ]
    traced = trace(TEXT, adopted)
    assert [(t.unit, t.depth, t.parent, t.amendment, t.what) for t in traced] == [
        ("2", 0, None, "M", "moved_here"),
        ("n", 1, "2", "E", "added"),
        ("1", 0, None, None, "kept"),
        ("2", 0, None, "M", "moved_away"),
        ("2a", 1, "2", "D", "dropped"),
        ("3", 0, None, None, "kept"),
    ]
    assert traced[0].runs == {
        "en": (Run("Decides", "deleted", "E"), Run("Agrees", "inserted", "E"))
    }
    assert traced[1].runs == {"en": (Run("n", "inserted", "E"),)}
    assert traced[2].runs["en"] == (Run("Calls upon Parliaments", "kept"),)
    assert traced[3].runs == {"en": (Run("Decides", "deleted", "M"),)}
    assert traced[4].runs == {"en": (Run("to meet", "deleted", "D"),)}


def test_what_stands_below_a_moved_unit_is_moved_with_it() -> None:
    traced = trace(TEXT, [one("M", Move("2", None, "3"))])
    away, point_away, _, here, point_here = traced[1:]
    assert (away.what, point_away.what, point_away.amendment) == ("moved_away",) * 2 + ("M",)
    assert (here.what, point_here.what, point_here.amendment) == ("moved_here",) * 2 + ("M",)
    assert point_here.runs == {"en": (Run("to meet", "kept"),)}
    assert point_here.depth == 1


def test_a_unit_moved_out_of_a_moved_one_is_named_with_its_own_amendment() -> None:
    adopted = [one("M", Move("2", None, "3"), number=1), one("N", Move("2a", None, None), number=2)]
    traced = [(t.unit, t.what, t.amendment) for t in trace(TEXT, adopted)]
    assert traced == [
        ("2a", "moved_here", "N"),
        ("1", "kept", None),
        ("2", "moved_away", "M"),
        ("2a", "moved_away", "N"),
        ("3", "kept", None),
        ("2", "moved_here", "M"),
    ]


def test_empty_wordings_are_not_traced() -> None:
    base = Base([Unit("1", "operative", {"en": ""}), Unit("2", "operative", {"en": "x"})])
    adopted = [
        one("A", Add(None, "1", (Unit("n", "operative", {"en": ""}),)), Move("1", None, "2"))
    ]
    assert trace(base, [*adopted, one("D", Drop("2"), number=1)]) == (
        Traced("1", "operative", 0, None, {}, "A", "moved_away"),
        Traced("n", "operative", 0, None, {}, "A", "added"),
        Traced("2", "operative", 0, None, {"en": (Run("x", "deleted", "D"),)}, "D", "dropped"),
        Traced("1", "operative", 0, None, {}, "A", "moved_here"),
    )


def test_new_words_are_traced_in_nfc() -> None:
    new = Unit("n", "operative", {"en": "cafe\u0301"})
    adopted = [one("A", Edit("3", "en", 0, 8, "Cafe\u0301"), Add(None, "3", (new,)))]
    changed, added = trace(TEXT, adopted)[-2:]
    assert changed.runs["en"] == (Run("Requests", "deleted", "A"), Run("Café", "inserted", "A"))
    assert added.runs["en"] == (Run("café", "inserted", "A"),)
