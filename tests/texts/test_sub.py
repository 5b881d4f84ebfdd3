"""Sub-amendments: patches on the text as their parent makes it."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from kurultai.texts.amendment import Amendment, Faulty
from kurultai.texts.apply import apply
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.check import check
from kurultai.texts.relation import relate
from kurultai.texts.sub import check_sub, composed, ground, with_subs
from kurultai.texts.unit import Unit
from tests.texts.texts import Case, amendments, bases, cases, compatible, edits, law, one, plain

BASE = Base(
    [
        Unit("1", "operative", {"en": "Calls upon all Parliaments", "tr": "Çağırır"}),
        Unit("2", "operative", {"en": "Asks"}, (Unit("2a", "point", {"en": "to sit"}),)),
        Unit("3", "operative", {"en": "Thanks"}),
        Unit("4", "operative", {"en": "Closes"}),
    ]
)


def unit(name: str, *below: Unit, **words: str) -> Unit:
    return Unit(name, "operative", words, below)


def parent(*changes: Change, **parts: Any) -> Amendment:  # noqa: ANN401
    return one("P", *changes, **parts)


def sub(name: str, *changes: Change, number: int = 1, **parts: Any) -> Amendment:  # noqa: ANN401
    return one(name, *changes, number=number, of="P", **parts)


@law
@given(cases(1), st.data())
def test_the_parent_with_its_subs_is_the_subs_on_the_parents_text(
    case: Case, data: st.DataObject
) -> None:
    base, (main,) = case
    text = ground(base, main)
    assume(text.unit)
    drawn = [data.draw(amendments(text, number)) for number in (7, 8)]
    subs = compatible(text, drawn)
    final = apply(text, subs)
    merged = with_subs(base, main, subs)
    assert plain(apply(base, [merged])) == plain(final)
    if merged.changes and plain(final) != plain(base.units):
        check(base, merged.changes)


@law
@given(cases(2), st.data())
def test_a_sub_amendment_to_a_rejected_parent_leaves_nothing(
    case: Case, data: st.DataObject
) -> None:
    """Adopted subs are worked into their parent; without it they are not in the text."""
    base, (main, other) = case
    text = ground(base, main)
    assume(text.unit)
    subs = [data.draw(amendments(text, 7))]
    before = apply(base, [other])
    with_subs(base, main, subs)
    assert apply(base, [other]) == before


@law
@given(bases(), st.data())
def test_edits_of_subs_never_make_the_parent_take_in_less(base: Base, data: st.DataObject) -> None:
    """A rival of the parent's edits stays one, however they are reworded."""
    first = data.draw(edits(base))
    main, other = parent(first), one("O", data.draw(edits(base)), number=1)
    words = ground(base, main).words(first.unit, first.language)
    edit = replace(first, start=len(words), end=len(words), new=" more")
    merged = with_subs(base, main, [sub("S", edit, number=9)])
    if relate(base, main, other) in ("clash", "pre_empts"):
        assert relate(base, merged, other) not in ("free", "point")


def test_without_subs_the_parent_is_itself() -> None:
    main = parent(Drop("1"))
    assert with_subs(BASE, main, []) is main


@pytest.mark.parametrize(
    ("first", "second", "merged"),
    [
        # inside the new words
        ([Edit("1", "en", 0, 5, "Urges")], [Edit("1", "en", 1, 5, "rge")], [(0, 5, "Urge")]),
        ([Edit("1", "en", 0, 5, "Urges")], [Edit("1", "en", 1, 3, "x")], [(0, 5, "Uxes")]),
        # all of them
        ([Edit("1", "en", 0, 5, "Urges")], [Edit("1", "en", 0, 5, "Asks")], [(0, 5, "Asks")]),
        # beside them
        ([Edit("1", "en", 0, 5, "Urges")], [Edit("1", "en", 5, 10, "")], [(0, 10, "Urges")]),
        ([Edit("1", "en", 6, 10, "on")], [Edit("1", "en", 0, 6, "")], [(0, 10, "on")]),
        ([Edit("1", "en", 6, 10, "on")], [Edit("1", "en", 6, 6, "up")], [(6, 10, "upon")][:0]),
        # in other words of the paragraph, before and after
        (
            [Edit("1", "en", 6, 10, "to")],
            [Edit("1", "en", 0, 5, "Begs"), Edit("1", "en", 13, 13, "the")],
            [(0, 5, "Begs"), (6, 10, "to"), (15, 15, "the")],
        ),
        # over two edits of the parent
        (
            [Edit("1", "en", 0, 5, "Urges"), Edit("1", "en", 11, 14, "both")],
            [Edit("1", "en", 2, 13, "-")],
            [(0, 14, "Ur-th")],
        ),
        # two in one of the parent's
        (
            [Edit("1", "en", 0, 5, "A b c")],
            [Edit("1", "en", 0, 1, "X"), Edit("1", "en", 4, 5, "Z")],
            [(0, 5, "X b Z")],
        ),
        # the parent only strikes
        ([Edit("1", "en", 5, 10, "")], [Edit("1", "en", 5, 5, "!")], [(5, 10, "!")]),
        # between two edits of the parent, the first of which strikes
        (
            [Edit("1", "en", 5, 10, ""), Edit("1", "en", 10, 14, "-")],
            [Edit("1", "en", 5, 5, "!")],
            [(5, 14, "!-")],
        ),
        # two insertions where the parent strikes
        (
            [Edit("1", "en", 5, 10, "")],
            [Edit("1", "en", 5, 5, "!"), Edit("1", "en", 5, 5, "?")],
            [(5, 10, "!?")],
        ),
        # behind edits that changed the length
        (
            [Edit("1", "en", 0, 5, "It urges"), Edit("1", "en", 11, 14, "both the")],
            [Edit("1", "en", 14, 18, "all"), Edit("1", "en", 23, 34, "members")],
            [(0, 5, "It urges"), (11, 14, "all the"), (15, 26, "members")],
        ),
        # back to the old words: nothing is left
        ([Edit("1", "en", 0, 5, "Urges")], [Edit("1", "en", 0, 5, "Calls")], []),
        # the parent's edits stand beside each other and stay two
        (
            [Edit("1", "en", 0, 5, "Urges"), Edit("1", "en", 5, 10, " on")],
            [Edit("1", "en", 26 - 2, 26 - 2, "!")],
            [(0, 5, "Urges"), (5, 10, " on"), (26, 26, "!")],
        ),
    ],
)
def test_how_edits_of_edits_come_together(
    first: list[Edit], second: list[Edit], merged: list[tuple[int, int, str]]
) -> None:
    found = with_subs(BASE, parent(*first), iter([sub("S", *second)]))
    assert list(found.changes) == [Edit("1", "en", *edit) for edit in merged]


def test_nothing_and_nothing_come_to_nothing() -> None:
    assert list(composed("1", "en", "Calls", [], [])) == []


def test_the_words_of_what_the_parent_adds() -> None:
    main = parent(Add(None, "1", (unit("n", unit("m", en="More"), en="New"),)), Drop("3"))
    text = ground(BASE, main)
    edit, below = Edit("n", "en", 0, 3, "Newest"), Edit("m", "en", 0, 4, "Most")
    check_sub(BASE, main, [edit, below])
    found = with_subs(BASE, main, [sub("S", edit), sub("T", below, number=2)])
    assert found.changes == (
        Add(None, "1", (unit("n", unit("m", en="Most"), en="Newest"),)),
        Drop("3"),
    )
    assert [u.unit for u in text.units] == ["1", "n", "2", "4"]


def test_what_the_parent_does_is_kept_as_it_put_it() -> None:
    """Only its words are others: before what it strikes, where derived anew it would be behind."""
    main = parent(Drop("1"), Add(None, None, (unit("n", en="New"),)))
    found = with_subs(BASE, main, iter([sub("S", Edit("n", "en", 0, 3, "Newest"))]))
    assert found.changes == (Drop("1"), Add(None, None, (unit("n", en="Newest"),)))


def test_units_within_what_the_parent_adds() -> None:
    main = parent(Add(None, "1", (unit("n", unit("m", en="More"), en="New"),)))
    more: list[Change] = [Drop("m"), Add("n", "m", (unit("o", en="Other"),))]
    check_sub(BASE, main, more)
    found = with_subs(BASE, main, [sub("S", *more)])
    assert found.changes == (Add(None, "1", (unit("n", unit("o", en="Other"), en="New"),)),)


def test_a_paragraph_that_the_parent_strikes_is_put_back() -> None:
    main = parent(Drop("2"), Drop("1"), languages=frozenset({"en"}))
    back = Add(None, None, (unit("1", en="Calls upon some Parliaments"),))
    check_sub(BASE, main, [back])
    found = with_subs(BASE, main, [sub("S", back)])
    assert found.changes == (Edit("1", "en", 11, 14, "some"), Drop("2"))
    assert apply(BASE, [found])[0].words == {"en": "Calls upon some Parliaments", "tr": "Çağırır"}


def test_edits_of_the_parent_in_what_a_sub_takes_out_fall() -> None:
    main = parent(Edit("1", "en", 0, 5, "Urges"), Edit("3", "en", 0, 6, "Greets"))
    found = with_subs(BASE, main, [sub("S", Drop("3"))])
    assert found.changes == (Edit("1", "en", 0, 5, "Urges"), Drop("3"))


def test_what_all_can_be_read_in_the_whole_can_be_read_in() -> None:
    both, english = frozenset({"en", "tr"}), frozenset({"en"})
    main = parent(Edit("1", "en", 0, 5, "Urges"), Edit("1", "tr", 0, 0, "x"), languages=both)
    edit = sub("S", Edit("1", "en", 0, 5, "Asks"), languages=english)
    assert with_subs(BASE, main, [edit]).languages == english
    strike = parent(Drop("1"), languages=both)
    assert with_subs(BASE, strike, [sub("S", Drop("2"))]).languages == both
    assert with_subs(BASE, strike, [edit_of_two()]).languages == english


def edit_of_two() -> Amendment:
    return sub("S", Edit("2", "en", 0, 4, "Begs"), languages=frozenset({"en"}))


REACH = parent(
    Edit("1", "en", 0, 5, "Urges"),
    Add(None, "1", (unit("n", unit("m", en="More"), en="New"), unit("o", en="Other"))),
    Drop("3"),
    Move("4", None, None),
)


@pytest.mark.parametrize(
    "change",
    [
        Edit("1", "en", 6, 10, "on"),
        Edit("1", "tr", 0, 7, "Rica eder"),
        Edit("n", "en", 0, 3, "Newest"),
        Edit("m", "en", 0, 4, "Most"),
        Edit("4", "en", 0, 6, "Ends"),
        Drop("n"),
        Drop("m"),
        Drop("4"),
        Drop("1"),
        Add(None, "1", (unit("x"),)),
        Add(None, "n", (unit("x"),)),
        Add(None, "o", (unit("x"),)),
        Add("n", None, (unit("x"),)),
        Add("n", "m", (unit("x"),)),
        Add("m", None, (unit("x"),)),
        Add(None, None, (unit("x"),)),
        Add(None, "4", (unit("x"),)),
        Add(None, "2", (unit("3"),)),
        Move("m", None, "o"),
        Move("o", "n", None),
        Move("4", None, "2"),
    ],
)
def test_what_a_sub_amendment_may_touch(change: Change) -> None:
    check_sub(BASE, REACH, [change])


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (Edit("2", "en", 0, 4, "Begs"), "2"),
        (Edit("2a", "en", 0, 2, "not to"), "2a"),
        (Drop("2"), "2"),
        (Add("2", None, (unit("x"),)), "2"),
        (Add("2", "2a", (unit("x"),)), "2a"),
        (Add("1", None, (unit("x"),)), "1"),
        (Move("2", None, "n"), "2"),
        (Move("n", "2", None), "n"),
    ],
)
def test_what_a_sub_amendment_may_not_touch(change: Change, named: str) -> None:
    with pytest.raises(Faulty) as refusal:
        check_sub(BASE, REACH, [change])
    assert refusal.value.rule == "amendment.outside_parent"
    assert refusal.value.facts == {"unit": named}


def test_places_that_the_parent_leaves_alone() -> None:
    main = parent(Drop("2a"), Edit("2", "en", 0, 4, "Begs"))
    check_sub(BASE, main, [Add("2", None, (unit("2a", en="to meet"),))])
    check_sub(BASE, main, [Drop("2")])
    with pytest.raises(Faulty) as refusal:
        check_sub(BASE, main, [Add(None, None, (unit("x"),))])
    assert refusal.value.facts == {"unit": ""}
    whole = parent(Edit("2", "en", 0, 4, "Begs"))
    with pytest.raises(Faulty):
        check_sub(BASE, whole, [Drop("2")])


def test_a_place_where_neighbours_went_is_where_they_stood() -> None:
    main = parent(Drop("2"), Drop("3"))
    check_sub(BASE, main, [Add(None, "1", (unit("2"),))])
    with pytest.raises(Faulty):
        check_sub(BASE, main, [Add(None, "4", (unit("2"),))])
    inner = parent(Drop("2"), Move("2a", None, "4"))
    check_sub(BASE, inner, [Add(None, "1", (unit("2"),))])
    turned = parent(Move("1", None, "3"), Drop("2"))
    check_sub(BASE, turned, [Add(None, None, (unit("2"),))])


def test_a_sub_amendment_is_checked_as_any_other() -> None:
    with pytest.raises(Faulty) as refusal:
        check_sub(BASE, REACH, [Edit("3", "en", 0, 1, "x")])
    assert refusal.value.rule == "amendment.unit_unknown"
