"""Laws of deriving: what people wrote comes out again, in as few changes as they made."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given

from kurultai.texts.amendment import Amendment, Faulty
from kurultai.texts.apply import apply
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.check import check
from kurultai.texts.derive import derive, edits
from kurultai.texts.unit import Unit
from tests.texts.texts import Case, bases, cases, law, plain

LETTERS = [Unit(name, "operative", {"en": name, "tr": f"{name} ü"}) for name in "abcdef"]
TEXT = Base(LETTERS)


def in_order(letters: str, **new: Unit) -> list[Unit]:
    known = {unit.unit: unit for unit in LETTERS} | new
    return [known[name] for name in letters]


@law
@given(cases(1))
def test_changes_derived_from_two_texts_reproduce_the_second(case: Case) -> None:
    base, (amendment,) = case
    new = apply(base, [amendment])
    found = derive(base, new)
    if plain(new) != plain(base.units):
        check(base, found)
    assert plain(apply(base, [Amendment("d", found)])) == plain(new)


@law
@given(bases(), bases())
def test_any_text_can_be_derived_from_any_other(old: Base, new: Base) -> None:
    text = Base(_of_kinds(unit, old) for unit in new.units)
    found = derive(old, text.units)
    if found:
        check(old, found)
    assert plain(apply(old, [Amendment("d", found)])) == plain(text.units)


def _of_kinds(unit: Unit, old: Base) -> Unit:
    kind = old.unit[unit.unit].kind if unit.unit in old else unit.kind
    return replace(unit, kind=kind, below=tuple(_of_kinds(child, old) for child in unit.below))


@law
@given(bases())
def test_a_text_that_was_not_edited_gives_no_change(base: Base) -> None:
    assert derive(base, base.units) == ()


@law
@given(cases(1))
def test_only_the_languages_asked_for_are_derived(case: Case) -> None:
    base, (amendment,) = case
    new = apply(base, [amendment])
    made = Base(apply(base, [Amendment("d", derive(base, new, ["kk"]))]))
    for name, unit in made.unit.items():
        after = Base(new).unit[name].words
        before = base.unit[name].words if name in base else {}
        assert unit.words.get("kk", "") == after.get("kk", "")
        assert unit.words.get("tr", "") == before.get("tr", "")


@pytest.mark.parametrize(
    ("letters", "changes"),
    [
        ("abcdef", []),
        ("abdef", [Drop("c")]),
        ("bcdefa", [Move("a", None, "f")]),
        ("fabcde", [Move("f", None, None)]),
        ("abedcf", [Move("e", None, "b"), Move("d", None, "b")]),
        ("acebdf", [Move("c", None, "a"), Move("e", None, "a")]),
        ("nabcdef", [Add(None, None, (Unit("n", "operative", {"en": "n"}),))]),
        ("abncdef", [Add(None, "b", (Unit("n", "operative", {"en": "n"}),))]),
        ("abndef", [Drop("c"), Add(None, "c", (Unit("n", "operative", {"en": "n"}),))]),
        ("abnef", [Drop("c"), Drop("d"), Add(None, "d", (Unit("n", "operative", {"en": "n"}),))]),
        ("nbcdef", [Drop("a"), Add(None, "a", (Unit("n", "operative", {"en": "n"}),))]),
    ],
)
def test_as_few_changes_as_were_made(letters: str, changes: list[Change]) -> None:
    new = in_order(letters, n=Unit("n", "operative", {"en": "n"}))
    assert list(derive(TEXT, new)) == changes


@pytest.mark.parametrize("letters", ["ceafbd", "fedcba", "bcadfe", "dabcfe", "cfadbe"])
def test_no_unit_moves_that_can_stay(letters: str) -> None:
    most = max(
        length
        for length in range(1, 7)
        for stay in combinations(letters, length)
        if list(stay) == sorted(stay)
    )
    assert len(derive(TEXT, in_order(letters))) == len(letters) - most


def test_several_new_units_keep_their_order() -> None:
    new = {name: Unit(name, "operative", {"en": name}) for name in "xyz"}
    found = derive(TEXT, in_order("axyzbcdef", **new))
    assert list(found) == [Add(None, "a", (new[name],)) for name in "xyz"]


def test_a_new_section_around_old_paragraphs() -> None:
    section = Unit(
        "s",
        "section",
        {"en": "Part"},
        (Unit("n", "operative"), LETTERS[1], Unit("m", "operative"), LETTERS[2]),
    )
    bare = replace(section, below=(section.below[0], section.below[2]))
    found = derive(TEXT, in_order("asdef", s=section))
    assert found == (Add(None, "a", (bare,)), Move("b", "s", "n"), Move("c", "s", "m"))


def test_a_new_section_that_begins_with_an_old_paragraph() -> None:
    found = derive(TEXT, in_order("sbcdef", s=Unit("s", "section", {}, (LETTERS[0],))))
    assert found == (Add(None, None, (Unit("s", "section"),)), Move("a", "s", None))


def test_a_unit_is_never_told_twice() -> None:
    base = Base([Unit("1", "section", {}, (Unit("2", "operative", {}, (Unit("3", "point"),)),))])
    assert derive(base, []) == (Drop("1"),)
    assert derive(base, [Unit("3", "point")]) == (Drop("1"), Move("3", None, "1"))
    assert derive(base, [Unit("2", "operative")]) == (Drop("1"), Drop("3"), Move("2", None, "1"))


def test_a_kind_cannot_change() -> None:
    with pytest.raises(Faulty) as refusal:
        derive(TEXT, [replace(LETTERS[0], kind="preamble"), *LETTERS[1:]])
    assert refusal.value.rule == "amendment.kind_changed"
    assert refusal.value.facts == {"unit": "a"}


def test_an_identity_twice_is_refused() -> None:
    with pytest.raises(Faulty):
        derive(TEXT, [LETTERS[0], LETTERS[0]])


def test_languages_are_told_one_by_one() -> None:
    new = replace(LETTERS[0], words={"tr": "a ö", "kk": "а"})
    assert derive(TEXT, [new, *LETTERS[1:]]) == (
        Edit("a", "en", 0, 1, ""),
        Edit("a", "kk", 0, 0, "а"),
        Edit("a", "tr", 2, 3, "ö"),
    )
    assert derive(TEXT, [new, *LETTERS[1:]], ["tr"]) == (Edit("a", "tr", 2, 3, "ö"),)


def test_languages_are_told_in_the_order_of_the_alphabet() -> None:
    spoken = ["az", "en", "hu", "kk", "ky", "ru", "tk", "tr", "uz"]
    old = [Unit("1", "operative", dict.fromkeys(spoken, "x"))]
    new = [Unit("1", "operative", dict.fromkeys(spoken, "y"))]
    found = derive(Base(old), new)
    assert found == tuple(Edit("1", language, 0, 1, "y") for language in spoken)


def test_changes_are_told_in_the_order_of_the_text() -> None:
    new = Unit("n", "operative", {"en": "n"})
    first = replace(LETTERS[0], words={"en": "a!", "tr": "a ü"})
    found = derive(TEXT, [first, LETTERS[1], new, *LETTERS[3:5], LETTERS[2]])
    assert found == (
        Edit("a", "en", 1, 1, "!"),
        Add(None, "b", (new,)),
        Drop("f"),
        Move("c", None, "f"),
    )


def test_what_moves_to_the_head_of_a_section_is_told_at_the_section() -> None:
    base = Base([LETTERS[0], Unit("s", "section", {}, (LETTERS[1],)), LETTERS[2]])
    first = replace(LETTERS[0], words={"en": "a!", "tr": "a ü"})
    found = derive(base, [first, Unit("s", "section", {}, (LETTERS[2], LETTERS[1]))])
    assert found == (Edit("a", "en", 1, 1, "!"), Move("c", "s", None))


def test_new_units_carry_only_the_languages_asked_for_and_no_empty_words() -> None:
    new = Unit("n", "section", {"en": "n", "tr": ""}, (Unit("m", "point", {"kk": "м", "en": "m"}),))
    (found,) = derive(TEXT, iter([*LETTERS, new]), iter(["en", "tr"]))
    assert found == Add(
        None,
        "f",
        (Unit("n", "section", {"en": "n"}, (Unit("m", "point", {"en": "m"}),)),),
    )


def test_edits_are_of_the_wording_in_nfc() -> None:
    assert edits("1", "kk", "и\u0306 ол", "и\u0306 бұл") == (Edit("1", "kk", 2, 4, "бұл"),)
