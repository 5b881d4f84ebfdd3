"""What every unit is called."""

from hypothesis import given

from kurultai.texts.base import Base
from kurultai.texts.number import Label, labels
from kurultai.texts.unit import Unit, walk
from tests.texts.texts import bases, law


def unit(name: str, kind: str, *below: Unit) -> Unit:
    return Unit(name, kind, {}, below)


TEXT = [
    unit("title", "heading"),
    unit("p1", "preamble"),
    unit("p2", "preamble", unit("p2a", "point")),
    unit("1", "operative", unit("1a", "point", unit("1ai", "point"), unit("1aii", "point")),
         unit("1b", "point")),
    unit("I", "section", unit("h", "heading"), unit("2", "operative"),
         unit("I.1", "section", unit("3", "operative", unit("3a", "point")),
              unit("h2", "heading"), unit("I.1.1", "section"))),
    unit("II", "section", unit("4", "operative")),
    unit("p3", "preamble"),
    unit("loose", "point", unit("loose1", "point")),
    unit("end", "closing"),
    unit("A", "annex", unit("ah", "heading"), unit("ap", "preamble"),
         unit("a1", "operative", unit("a1a", "point", unit("a1ai", "point"))),
         unit("as", "section", unit("a2", "operative"), unit("ash", "heading")),
         unit("AA", "annex", unit("aa1", "operative"))),
    unit("B", "annex", unit("b1", "operative")),
    unit("5", "operative"),
]  # fmt: skip


def test_how_a_text_is_numbered() -> None:
    annex, second, inner = Label("annex", (1,)), Label("annex", (2,)), Label("annex", (1, 1))
    section, sub = Label("section", (1,)), Label("section", (1, 1))
    inner = Label("annex", (1, 1), (annex,))
    assert labels(TEXT) == {
        "title": Label("heading", (0,)),
        "p1": Label("preamble", (1,)),
        "p2": Label("preamble", (2,)),
        "p2a": Label("point", (1,), (Label("preamble", (2,)),)),
        "1": Label("operative", (1,)),
        "1a": Label("point", (1,), (Label("operative", (1,)),)),
        "1ai": Label("point", (1, 1), (Label("operative", (1,)),)),
        "1aii": Label("point", (1, 2), (Label("operative", (1,)),)),
        "1b": Label("point", (2,), (Label("operative", (1,)),)),
        "I": section,
        "h": Label("heading", (0,), (section,)),
        "2": Label("operative", (2,)),
        "I.1": sub,
        "3": Label("operative", (3,)),
        "3a": Label("point", (1,), (Label("operative", (3,)),)),
        "h2": Label("heading", (0,), (section, sub)),
        "I.1.1": Label("section", (1, 1, 1)),
        "II": Label("section", (2,)),
        "4": Label("operative", (4,)),
        "p3": Label("preamble", (3,)),
        "loose": Label("point", (1,)),
        "loose1": Label("point", (1, 1)),
        "end": Label("closing", (0,)),
        "A": annex,
        "ah": Label("heading", (0,), (annex,)),
        "ap": Label("preamble", (1,), (annex,)),
        "a1": Label("operative", (1,), (annex,)),
        "a1a": Label("point", (1,), (annex, Label("operative", (1,)))),
        "a1ai": Label("point", (1, 1), (annex, Label("operative", (1,)))),
        "as": Label("section", (1,), (annex,)),
        "a2": Label("operative", (2,), (annex,)),
        "ash": Label("heading", (0,), (annex, Label("section", (1,), (annex,)))),
        "AA": inner,
        "aa1": Label("operative", (1,), (annex, inner)),
        "B": second,
        "b1": Label("operative", (1,), (second,)),
        "5": Label("operative", (5,)),
    }


@law
@given(bases())
def test_no_two_numbered_units_are_called_the_same(base: Base) -> None:
    found = labels(base.units)
    assert list(found) == [unit.unit for unit, _ in walk(base.units)]
    numbered = [label for label in found.values() if label.numbers != (0,)]
    unique = {(label.kind, label.numbers, label.within) for label in numbered}
    points = sum(label.kind == "point" and not label.within for label in numbered)
    assert len(unique) >= len(numbered) - points
