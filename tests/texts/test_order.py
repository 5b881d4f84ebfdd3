"""The marshalled list under every policy."""

from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.texts.amendment import Amendment
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Drop, Edit
from kurultai.texts.order import POLICIES, Placed, Policy, marshal
from kurultai.texts.relation import relate
from kurultai.texts.unit import Unit
from tests.texts.pending import (
    BASE,
    INVITES,
    LAST,
    MEET,
    PARAGRAPH,
    REPLACE,
    SECTION,
    STRIKE,
    TWO,
    URGES,
    names,
    places,
)
from tests.texts.texts import Case, cases, law, one


def test_the_policies() -> None:
    """Rulebooks name them."""
    assert POLICIES == ("furthest", "text", "strike_first", "perfect_first")


@law
@given(cases(5), st.sampled_from(POLICIES), st.randoms())
def test_the_order_does_not_depend_on_the_order_in_which_they_come(
    case: Case, policy: Policy, dice: Random
) -> None:
    base, tabled = case
    placed = marshal(base, tabled, policy)
    assert sorted(p.amendment for p in placed) == sorted(a.amendment for a in tabled)
    shuffled = [*tabled]
    dice.shuffle(shuffled)
    assert marshal(base, shuffled, policy) == placed


@law
@given(cases(5))
def test_rivals_never_go_further_than_the_one_before_them(case: Case) -> None:
    base, tabled = case
    placed = marshal(base, tabled)
    assert [p.group for p in placed] == sorted(p.group for p in placed)
    firsts = [p for at, p in enumerate(placed) if not _follows(placed[:at], p)]
    for before, after in pairwise(firsts):
        if after.group == before.group:
            assert (after.figure or 0) <= (before.figure or 0)
    alone = [p for p in placed if sum(q.group == p.group for q in placed) == 1]
    assert all((p.figure, p.relation, p.to) == (None, "", None) for p in alone)
    assert all(p.figure is not None and p.figure <= 1 for p in placed if p not in alone)


def _follows(before: tuple[Placed, ...], place: Placed) -> bool:
    """Whether it is identical to one before it."""
    return place.relation == "identical" and any(p.amendment == place.to for p in before)


@law
@given(cases(5), st.sampled_from(POLICIES))
def test_rivals_share_a_group_and_say_why(case: Case, policy: Policy) -> None:
    base, tabled = case
    amendment = {a.amendment: a for a in tabled}
    placed = {p.amendment: p for p in marshal(base, tabled, policy)}
    for first in tabled:
        for second in tabled:
            if relate(base, first, second) not in ("free", "point"):
                assert placed[first.amendment].group == placed[second.amendment].group
    for name, place in placed.items():
        if place.to:
            assert place.relation == relate(base, amendment[name], amendment[place.to])


@law
@given(cases(4))
def test_what_takes_others_in_is_struck_first_or_perfected_first(case: Case) -> None:
    base, tabled = case
    amendment = {a.amendment: a for a in tabled}
    wrong: dict[Policy, str] = {"strike_first": "pre_empted", "perfect_first": "pre_empts"}
    for policy, relation in wrong.items():
        order = [p.amendment for p in marshal(base, tabled, policy) if p.relation != "identical"]
        pairs = [(a, b) for at, a in enumerate(order) for b in order[at + 1 :]]
        related = [relate(base, amendment[a], amendment[b]) for a, b in pairs]
        if not _in_a_circle(base, [amendment[name] for name in order]):
            assert relation not in related


def _in_a_circle(base: Base, tabled: list[Amendment]) -> bool:
    """Whether some take one another in, each at another place."""
    left = [*tabled]
    while left:
        free = [
            a for a in left if all(relate(base, b, a) != "pre_empts" for b in left if b is not a)
        ]
        if not free:
            return True
        left = [a for a in left if a not in free]
    return False


@law
@given(cases(4))
def test_in_the_order_of_the_text(case: Case) -> None:
    base, tabled = case
    placed = [p for p in marshal(base, tabled, "text") if p.relation != "identical"]
    by_name = {a.amendment: a for a in tabled}
    first = [min(map(base.point, by_name[p.amendment].changes)) for p in placed]
    assert first == sorted(first)


def test_the_one_furthest_from_the_text_is_put_first() -> None:
    placed = places(URGES, INVITES, STRIKE, TWO)
    assert list(placed) == ["strike", "invites", "urges", "two"]
    assert placed["strike"] == Placed("strike", 1, Fraction(1), "pre_empts", "invites")
    assert placed["invites"] == Placed("invites", 1, Fraction(6, 18), "pre_empted", "strike")
    assert placed["urges"].figure == Fraction(3, 15)
    assert placed["two"] == Placed("two", 1, Fraction(1, 8), "pre_empted", "strike")


def test_one_without_a_rival_has_no_figure() -> None:
    assert marshal(BASE, [LAST]) == (Placed("last", 1),)
    assert marshal(BASE, []) == ()


def test_groups_stand_in_the_order_of_the_text() -> None:
    placed = places(LAST, MEET, PARAGRAPH, URGES, INVITES)
    assert list(placed) == ["invites", "urges", "paragraph", "meet", "last"]
    assert [place.group for place in placed.values()] == [1, 1, 2, 2, 3]


def test_a_compromise_of_which_nothing_is_left() -> None:
    empty = one("empty", number=9, replaces=("gone", "urges"))
    top = one("top", Add(None, None, (Unit("n", "heading", {"en": "N"}),)), number=0)
    placed = places(URGES, empty, top)
    assert list(placed) == ["empty", "urges", "top"]
    assert placed["empty"] == Placed("empty", 1, Fraction(0), "compromise", "urges")


def test_strictly_in_the_order_of_the_text() -> None:
    wide = one("wide", Edit("1", "en", 0, 5, "Asks"), Edit("5", "en", 0, 7, "Agrees"), number=9)
    placed = places(LAST, MEET, wide, policy="text")
    assert list(placed) == ["wide", "meet", "last"]
    assert [place.group for place in placed.values()] == [1, 2, 1]
    assert names(LAST, MEET, wide) == ["wide", "last", "meet"]


def test_at_the_same_point_the_first_tabled_is_called_first() -> None:
    assert names(INVITES, URGES, policy="text") == ["urges", "invites"]
    assert names(STRIKE, TWO, URGES, policy="text") == ["strike", "urges", "two"]


def test_in_the_order_of_the_text_a_rival_is_named_by_who_comes_first() -> None:
    late = one("late", Edit("4", "en", 0, 6, "Greets"), number=0)
    assert places(late, SECTION, MEET, policy="text")["section"].to == "meet"


def test_at_one_point_what_leaves_least_is_struck_first_and_perfected_last() -> None:
    """Whoever tabled first."""
    edit, other = Edit("1", "en", 0, 5, "Asks"), Edit("1", "en", 0, 5, "Begs")
    added = Add(None, "5", (Unit("n", "operative", {"en": "N"}),))
    for first in (1, 3):
        words = one("words", edit, number=first)
        strikes = one("strikes", other, Drop("5"), number=2)
        replaces = one("replaces", other, Drop("5"), added, number=2)
        for more in (strikes, replaces):
            name = more.amendment
            assert names(words, more, policy="strike_first") == [name, "words"]
            assert names(words, more, policy="perfect_first") == ["words", name]
    for first in (1, 9):
        strike, replace_ = one("strike", Drop("3"), number=first), REPLACE
        assert names(strike, replace_, policy="strike_first") == ["strike", "replace"]
        assert names(strike, replace_, policy="perfect_first") == ["replace", "strike"]


def test_what_strikes_further_down_is_not_called_before_what_stands_above_it() -> None:
    early = one("early", Edit("1", "en", 0, 5, "Begs"), number=2)
    wide = one("wide", Edit("1", "en", 0, 5, "Asks"), Edit("5", "en", 0, 7, "Agrees"), number=3)
    late = one("late", Drop("5"), number=1)
    assert names(early, wide, late, policy="strike_first") == ["early", "late", "wide"]


def test_the_block_first_or_what_is_inside_it_first() -> None:
    given = [MEET, REPLACE, PARAGRAPH, SECTION, URGES]
    assert names(*given, policy="strike_first") == [
        "urges",
        "section",
        "paragraph",
        "replace",
        "meet",
    ]
    assert names(*given, policy="perfect_first") == [
        "urges",
        "meet",
        "replace",
        "paragraph",
        "section",
    ]


def test_amendments_that_take_one_another_in_in_a_circle_are_still_all_listed() -> None:
    circle = [
        one("a", Drop("1"), Edit("3", "en", 0, 4, "Begs"), number=1),
        one("b", Drop("3"), Edit("5", "en", 0, 7, "Agrees"), number=2),
        one("c", Drop("5"), Edit("1", "en", 0, 5, "Asks"), number=3),
    ]
    assert names(*circle, policy="strike_first") == ["a", "c", "b"]
    assert names(*circle, policy="perfect_first") == ["a", "b", "c"]


def test_identical_amendments_stand_together_whatever_else_goes_as_far() -> None:
    again = one("again", *URGES.changes, number=9)
    rival = one("rival", Edit("1", "en", 0, 10, "Pleads"), number=5)
    placed = places(again, URGES, rival)
    assert list(placed) == ["urges", "again", "rival"]
    assert (placed["again"].relation, placed["again"].to) == ("identical", "urges")
    assert (placed["urges"].relation, placed["urges"].to) == ("identical", "again")
    assert places(again, URGES, STRIKE)["again"].to == "urges"
    for policy in POLICIES:
        order = names(again, URGES, rival, STRIKE, policy=policy)
        assert order.index("again") == order.index("urges") + 1


def test_the_identities_of_added_units_make_no_difference() -> None:
    first = one("a", Add(None, "1", (Unit("n", "operative", {"en": "New"}),)), number=1)
    second = one("b", Add(None, "1", (Unit("m", "operative", {"en": "New"}),)), number=2)
    third = one("c", Add(None, "1", (Unit("o", "operative", {"en": "Other"}),)), number=3)
    placed = places(first, second, third)
    assert [(p.group, p.relation) for p in placed.values()] == [
        (1, "identical"),
        (1, "identical"),
        (2, ""),
    ]


def test_a_compromise_is_put_before_all_that_it_stands_between() -> None:
    compromise = one(
        "middle", Edit("1", "en", 11, 16, "some"), number=9, replaces=("urges", "gone", "last")
    )
    placed = places(URGES, INVITES, LAST, compromise, STRIKE, TWO)
    assert list(placed) == ["middle", "strike", "invites", "urges", "last", "two"]
    assert (placed["middle"].relation, placed["middle"].to) == ("compromise", "urges")
    assert {place.group for place in placed.values()} == {1}
    assert (placed["last"].relation, placed["last"].to) == ("pre_empted", "middle")
    for policy in POLICIES:
        order = marshal(BASE, [URGES, INVITES, compromise, STRIKE, MEET], policy)
        assert (order[0].amendment, order[-1].amendment) == ("middle", "meet")


def test_in_the_order_of_the_text_a_compromise_comes_where_its_group_begins() -> None:
    compromise = one("middle", Edit("5", "en", 0, 7, "Agrees"), number=9, replaces=("urges",))
    first = one("first", Edit("1", "en", 0, 0, "Also "), number=0)
    order = names(URGES, MEET, compromise, LAST, first, policy="text")
    assert order == ["middle", "first", "urges", "meet", "last"]


def test_in_the_order_of_the_text_identical_compromises_stand_together() -> None:
    some, few = (Edit("1", "en", 11, 16, word) for word in ("some", "few"))
    tabled = [
        one("some", some, number=7, replaces=("urges",)),
        one("few", few, number=8, replaces=("urges",)),
        one("again", some, number=9, replaces=("urges",)),
    ]
    assert names(URGES, *tabled, policy="text") == ["some", "again", "few", "urges"]


def test_a_compromise_for_what_is_not_pending_is_like_any_other() -> None:
    compromise = one("middle", Edit("1", "en", 11, 16, "some"), number=9, replaces=("gone",))
    assert names(URGES, compromise, STRIKE) == ["strike", "urges", "middle"]


def test_sub_amendments_stand_directly_before_their_parent() -> None:
    sub = one("sub", Edit("1", "en", 0, 5, "Begs"), number=10, of="urges")
    rival = one("rival", Edit("1", "en", 0, 5, "Now and always begs"), number=11, of="urges")
    deeper = one("deeper", Edit("1", "en", 0, 4, "Ask"), number=12, of="sub")
    placed = places(deeper, rival, sub, URGES, INVITES, LAST)
    assert list(placed) == ["invites", "rival", "deeper", "sub", "urges", "last"]
    assert placed["sub"] == Placed("sub", 1, Fraction(2, 14), "sub", "urges")
    assert placed["rival"].to == "urges"
    assert (placed["deeper"].relation, placed["deeper"].to) == ("sub", "sub")
    assert [place.group for place in placed.values()] == [1, 1, 1, 1, 1, 2]
    for policy in POLICIES:
        order = names(sub, URGES, STRIKE, LAST, policy=policy)
        assert order.index("sub") + 1 == order.index("urges")


def test_sub_amendments_to_identical_ones_are_called_before_these_alone() -> None:
    again, sits = one("again", *URGES.changes, number=8), one("sits", *MEET.changes, number=9)
    sub = one("sub", Edit("3", "en", 0, 4, "Begs"), number=10, of="sits")
    assert names(URGES, again, MEET, sits, sub) == ["urges", "again", "sub", "meet", "sits"]


def test_sub_amendments_are_of_the_group_of_their_parent() -> None:
    first = one("first", Edit("5", "en", 0, 8, "Resolves"), number=10, of="last")
    second = one("second", Edit("5", "en", 11, 17, "stay"), number=11, of="last")
    placed = places(first, second, LAST, URGES)
    assert list(placed) == ["urges", "first", "second", "last"]
    assert [place.group for place in placed.values()] == [1, 2, 2, 2]


def test_sub_amendments_by_themselves_are_against_the_text_that_is_given() -> None:
    first = one("a", Edit("1", "en", 0, 5, "Asks"), number=1, of="gone")
    second = one("b", Edit("1", "en", 0, 5, "Begs"), number=2, of="gone")
    other = one("c", Edit("1", "en", 0, 5, "Says"), number=0, of="Other")
    placed = places(first, second, other, URGES)
    assert [(p.amendment, p.group) for p in placed.values()] == [
        ("urges", 1),
        ("c", 2),
        ("a", 3),
        ("b", 3),
    ]


def test_what_turns_the_sentence_round_is_flagged() -> None:
    negated = one("not", Edit("5", "en", 8, 8, "not "), number=1)
    assert places(negated)["not"].flags == ("negation",)


@pytest.mark.parametrize("policy", POLICIES)
def test_a_long_list_is_told_in_full(policy: Policy) -> None:
    dice = Random(3)  # noqa: S311 - a list, no secret
    tabled = [
        one(f"{n:03}", Edit("1", "en", at, at + dice.randint(1, 9), "x"), number=n)
        for n, at in enumerate(dice.choices(range(40), k=60))
    ]
    assert sorted(names(*tabled, policy=policy)) == [a.amendment for a in tabled]


@pytest.mark.parametrize("policy", POLICIES)
def test_what_would_amend_one_of_identical_amendments_comes_before_them_all(policy: Policy) -> None:
    base = Base((Unit("p", "operative", {"en": "Asks for it."}), Unit("s", "operative", {})))
    first, twin = one("first", Drop("p"), number=1), one("twin", Drop("p"), number=2)
    added = Add(None, None, (Unit("n", "operative", {"en": "New."}),))
    sub = one("sub", added, number=3, of="twin")
    placed = marshal(base, (first, twin, sub), policy)
    assert [(p.amendment, p.relation, p.to) for p in placed] == [
        ("sub", "sub", "twin"),
        ("first", "identical", "twin"),
        ("twin", "identical", "first"),
    ]
