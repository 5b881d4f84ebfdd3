"""Units and changes: how they are walked and written down, and that they last."""

from dataclasses import FrozenInstanceError

import msgspec
import pytest

from kurultai.texts.align import Bead
from kurultai.texts.amendment import Amendment
from kurultai.texts.apply import Run, Traced
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.consolidate import Consolidated
from kurultai.texts.fate import Fate
from kurultai.texts.number import Label
from kurultai.texts.order import Placed
from kurultai.texts.relation import footprint
from kurultai.texts.unit import KINDS, Unit, deep, walk

TEXT = [
    Unit("1", "section", {"en": "Part"}, (Unit("2", "operative", {}, (Unit("3", "point"),)),)),
    Unit("4", "closing"),
]


def test_the_kinds_of_units() -> None:
    """They are written in records, which are never rewritten."""
    assert KINDS == (
        "heading",
        "preamble",
        "operative",
        "point",
        "section",
        "annex",
        "closing",
    )


def test_a_text_is_walked_in_its_order() -> None:
    assert [(unit.unit, above) for unit, above in walk(TEXT)] == [
        ("1", None),
        ("2", "1"),
        ("3", "2"),
        ("4", None),
    ]
    assert [above for _, above in walk(TEXT, "0")] == ["0", "1", "2", "0"]


def test_how_deep_each_unit_stands() -> None:
    assert [(unit.unit, depth) for unit, depth in deep(TEXT)] == [
        ("1", 0),
        ("2", 1),
        ("3", 2),
        ("4", 0),
    ]


@pytest.mark.parametrize(
    ("change", "written"),
    [
        (
            Edit("1", "en", 0, 4, "Whole"),
            '{"change":"edit","unit":"1","language":"en","start":0,"end":4,"new":"Whole"}',
        ),
        (Drop("4"), '{"change":"drop","unit":"4"}'),
        (
            Add(None, "1", (Unit("n", "point", {"en": "x"}),)),
            (
                '{"change":"add","parent":null,"after":"1","units":'
                '[{"unit":"n","kind":"point","words":{"en":"x"},"below":[]}]}'
            ),
        ),
        (Move("2", "1", None), '{"change":"move","unit":"2","parent":"1","after":null}'),
    ],
)
def test_a_change_is_written_and_read_again(change: Change, written: str) -> None:
    assert msgspec.json.encode(change).decode() == written
    assert msgspec.json.decode(written, type=Edit | Drop | Add | Move) == change


@pytest.mark.parametrize(
    "change", [Edit("1", "en", 0, 4, ""), Drop("1"), Add(None, None, ()), Move("2", None, None)]
)
def test_no_change_is_altered_once_it_is_made(change: Change) -> None:
    field = change.__struct_fields__[0]
    with pytest.raises(AttributeError):
        setattr(change, field, "9")


@pytest.mark.parametrize(
    "found",
    [
        TEXT[0],
        Amendment("A", ()),
        footprint(Base(TEXT), Amendment("A", ())),
        Placed("A", 1),
        Fate("A", "B", "clash"),
        Label("point", (1,)),
        Run("words", "kept"),
        Traced("1", "point", 0, None, {}),
        Consolidated((), {}),
        Bead((0,), (0,)),
    ],
    ids=lambda found: type(found).__name__,
)
def test_nothing_that_is_handed_out_is_altered_afterwards(found: object) -> None:
    first = next(iter(found.__dataclass_fields__))  # type: ignore[attr-defined]
    with pytest.raises(FrozenInstanceError):
        setattr(found, first, "9")
