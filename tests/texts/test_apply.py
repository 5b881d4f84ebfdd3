"""Laws of applying: what was adopted is in the text, nothing else is; every word has a source."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations, permutations
from typing import Any

import pytest
from hypothesis import assume, given

from kurultai.texts.amendment import Amendment, Faulty
from kurultai.texts.apply import apply, trace
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Drop, Edit, Move
from kurultai.texts.derive import derive
from kurultai.texts.patch import lost
from kurultai.texts.relation import relate
from kurultai.texts.unit import Unit
from tests.texts.texts import (
    LANGUAGES,
    Case,
    cases,
    compatible,
    law,
    new_text,
    old_text,
    one,
    plain,
)


@law
@given(cases(3))
def test_every_adopted_change_is_in_the_text(case: Case) -> None:
    base, tabled = case
    adopted = compatible(base, tabled)
    text = Base(apply(base, adopted))
    traced = [unit for unit in trace(base, adopted) if unit.what not in ("dropped", "moved_away")]
    runs = {unit.unit: unit.runs for unit in traced}
    for amendment in adopted:
        for change in amendment.changes:
            match change:
                case Edit():
                    here = runs[change.unit][change.language]
                    own = [run for run in here if run.amendment == amendment.amendment]
                    if change.new:
                        assert any(r.what == "inserted" and r.words == change.new for r in own)
                    old = base.words(change.unit, change.language)[change.start : change.end]
                    if old:
                        assert any(r.what == "deleted" and r.words == old for r in own)
                case Drop():
                    assert change.unit not in text
                case Add():
                    for unit in change.units:
                        assert text.parent[unit.unit] == change.parent
                        assert text.unit[unit.unit].words == unit.words
                case Move():
                    assert text.parent[change.unit] == change.parent


@law
@given(cases(3))
def test_compatible_amendments_give_one_text_in_whatever_order(case: Case) -> None:
    base, tabled = case
    adopted = compatible(base, tabled)
    text = apply(base, adopted)
    for order in permutations(adopted):
        assert apply(base, order) == text


@law
@given(cases(2))
def test_one_after_the_other_is_the_same_as_both_at_once(case: Case) -> None:
    base, tabled = case
    assume(compatible(base, tabled) == tabled)
    both = apply(base, tabled)
    for first in tabled:
        between = Base(apply(base, [first]))
        second = Amendment("rebased", derive(between, both))
        assert plain(apply(between, [second])) == plain(both)


@law
@given(cases(1))
def test_every_amendment_can_be_undone(case: Case) -> None:
    base, (amendment,) = case
    text = Base(apply(base, [amendment]))
    undone = apply(text, [Amendment("undone", derive(text, base.units))])
    assert plain(undone) == plain(base.units)


@law
@given(cases(2))
def test_units_that_no_change_names_stay_as_they_are(case: Case) -> None:
    base, tabled = case
    adopted = compatible(base, tabled)
    text = Base(apply(base, adopted))
    changes = [change for amendment in adopted for change in amendment.changes]
    edited = {change.unit for change in changes if isinstance(change, Edit)}
    moved = {change.unit for change in changes if isinstance(change, Move)}
    gone = frozenset[str]().union(*(lost(base, amendment.changes) for amendment in adopted))
    for name, unit in base.unit.items():
        assert (name in gone) == (name not in text)
        if name in text and name not in edited:
            assert text.unit[name].words == unit.words
        if name in text and name not in moved:
            assert text.parent[name] == base.parent[name]


@law
@given(cases(2))
def test_units_that_stay_keep_their_order(case: Case) -> None:
    base, tabled = case
    adopted = compatible(base, tabled)
    text = Base(apply(base, adopted))
    moved = {c.unit for a in adopted for c in a.changes if isinstance(c, Move)}
    for parent in [None, *(name for name in base.unit if name in text)]:
        stay = [u.unit for u in base.below(parent) if u.unit in text and u.unit not in moved]
        assert [u.unit for u in text.below(parent) if u.unit in stay] == stay


@law
@given(cases(3))
def test_the_traced_text_is_the_old_one_and_the_new_one(case: Case) -> None:
    base, tabled = case
    adopted = compatible(base, tabled)
    traced = trace(base, adopted)
    assert new_text(traced) == plain(apply(base, adopted))
    assert old_text(traced) == plain(base.units)


@law
@given(cases(3))
def test_no_word_is_lost_between_languages(case: Case) -> None:
    base, tabled = case
    adopted = compatible(base, tabled)
    text = Base(apply(base, adopted))
    gone = frozenset[str]().union(*(lost(base, amendment.changes) for amendment in adopted))
    named = {(c.unit, c.language): c for a in adopted for c in a.changes if isinstance(c, Edit)}
    for name, unit in base.unit.items():
        for language, words in unit.words.items():
            if name in gone or (name, language) in named:
                continue
            assert text.words(name, language) == words
    kept = sum(len(r.words) for t in trace(base, adopted) for rs in t.runs.values() for r in rs)
    assert kept >= sum(len(w) for u in text.unit.values() for w in u.words.values())


@law
@given(cases(2))
def test_what_is_in_nfc_stays_in_nfc(case: Case) -> None:
    base, tabled = case
    text = apply(base, compatible(base, tabled))
    assert Base(text).units == text


@law
@given(cases(3))
def test_all_languages_have_the_same_units(case: Case) -> None:
    """A change of structure concerns every language; an edit only its own."""
    base, tabled = case
    structure = [
        Amendment(a.amendment, tuple(c for c in a.changes if not isinstance(c, Edit)), a.number)
        for a in compatible(base, tabled)
    ]
    text = Base(apply(base, structure))
    for language in LANGUAGES:
        only = Base(_in_one(unit, language) for unit in base.units)
        cut = [Amendment(a.amendment, a.changes, a.number) for a in structure]
        assert list(Base(apply(only, cut)).unit) == list(text.unit)


def _in_one(unit: Unit, language: str) -> Unit:
    words = {language: unit.words[language]} if language in unit.words else {}
    return Unit(unit.unit, unit.kind, words, tuple(_in_one(b, language) for b in unit.below))


PARAGRAPH = Base(
    [
        Unit("1", "operative", {"en": "Calls upon Parliaments", "tr": "Parlamentoları çağırır"}),
        Unit("2", "operative", {"en": "Decides"}, (Unit("2a", "point", {"en": "to meet"}),)),
        Unit("3", "operative", {"en": "Requests"}),
    ]
)


def texts(units: Iterable[Unit]) -> list[Any]:
    return [(unit.unit, dict(unit.words), texts(unit.below)) for unit in units]


def test_edits_of_two_amendments_to_one_paragraph_in_two_languages() -> None:
    first = one("A", Edit("1", "en", 0, 5, "Urges"), Edit("1", "en", 5, 10, ""), number=1)
    second = one("B", Edit("1", "tr", 22, 22, " yine"), number=2)
    text = apply(PARAGRAPH, [second, first])
    assert text[0].words == {"en": "Urges Parliaments", "tr": "Parlamentoları çağırır yine"}


def test_at_one_point_the_first_tabled_stands_first() -> None:
    tabled = [
        one("B", Edit("1", "en", 22, 22, " of members"), Add(None, "1", (unit("b"),)), number=1),
        one("A", Edit("1", "en", 22, 22, ", again"), Add(None, "1", (unit("a"),)), number=2),
    ]
    text = apply(PARAGRAPH, tabled)
    assert text[0].words["en"] == "Calls upon Parliaments of members, again"
    assert [u.unit for u in text] == ["1", "b", "a", "2", "3"]


def unit(name: str, **words: str) -> Unit:
    return Unit(name, "operative", words or {"en": name})


def test_a_wording_that_is_struck_whole_is_no_longer_there() -> None:
    text = apply(PARAGRAPH, [one("A", Edit("1", "en", 0, 22, ""))])
    assert text[0].words == {"tr": "Parlamentoları çağırır"}


def test_words_in_a_language_that_the_unit_did_not_have() -> None:
    text = apply(PARAGRAPH, [one("A", Edit("3", "kk", 0, 0, "Сұрайды"))])
    assert text[2].words == {"en": "Requests", "kk": "Сұрайды"}


def test_new_words_are_brought_to_nfc() -> None:
    point = Unit("p", "point", {"tr": "i\u0307ş"})
    new = Unit("n", "operative", {"en": "cafe\u0301"}, (point,))
    text = apply(PARAGRAPH, [one("A", Edit("1", "en", 0, 5, "Cafe\u0301"), Add(None, "1", (new,)))])
    assert text[0].words["en"] == "Café upon Parliaments"
    assert (text[1].words, text[1].below[0].words) == ({"en": "café"}, {"tr": "i\u0307ş"})


def test_what_is_not_touched_is_the_same_object() -> None:
    text = apply(PARAGRAPH, [one("A", Drop("3"))])
    assert text[0] is PARAGRAPH.units[0]
    assert text[1] is PARAGRAPH.units[1]


def test_the_larger_change_stands_where_both_are_adopted() -> None:
    small = one("A", Edit("1", "en", 6, 10, "on"), Edit("3", "en", 0, 8, "Asks"), number=1)
    large = one("B", Edit("1", "en", 0, 22, "Thanks them"), number=2)
    text = apply(PARAGRAPH, [small, large])
    assert text[0].words["en"] == "Thanks them"
    assert text[2].words["en"] == "Asks"


def test_an_insertion_beside_replaced_words_is_made() -> None:
    first = one("A", Edit("1", "en", 0, 5, "Urges"), number=1)
    second = one("B", Edit("1", "en", 5, 5, "!"), number=2)
    third = one("C", Edit("1", "en", 0, 0, "It "), number=3)
    for tabled in permutations([first, second, third]):
        in_turn = [replace(a, number=number) for number, a in enumerate(tabled)]
        text = apply(PARAGRAPH, in_turn)
        assert text[0].words["en"] == "It Urges! upon Parliaments"


def test_a_paragraph_that_goes_takes_with_it_what_others_changed_in_it() -> None:
    point = one("A", Edit("2a", "en", 0, 2, "never to"), Add("2", "2a", (unit("x"),)), number=1)
    whole = one("B", Drop("2"), number=2)
    assert [u.unit for u in apply(PARAGRAPH, [point, whole])] == ["1", "3"]
    assert [u.unit for u in apply(PARAGRAPH, [whole, point])] == ["1", "3"]


def test_a_point_moved_out_by_the_amendment_that_drops_its_paragraph_stays() -> None:
    whole = one("B", Drop("2"), Move("2a", None, "1"), number=2)
    point = one("A", Edit("2a", "en", 3, 7, "sit"), number=1)
    text = apply(PARAGRAPH, [whole, point])
    assert texts(text)[1] == ("2a", {"en": "to sit"}, [])


def test_a_point_moved_out_by_another_goes_with_its_paragraph() -> None:
    out = one("A", Move("2a", None, "3"), number=1)
    whole = one("B", Drop("2"), number=2)
    assert [u.unit for u in apply(PARAGRAPH, [out, whole])] == ["1", "3"]


def test_a_move_into_what_goes_is_not_made() -> None:
    into = one("A", Move("3", "2", None), number=1)
    whole = one("B", Drop("2"), number=2)
    assert [u.unit for u in apply(PARAGRAPH, [into, whole])] == ["1", "3"]


def test_what_is_done_beside_a_move_that_is_not_made_is_done() -> None:
    into = one("A", Move("3", "2", None), Edit("1", "en", 0, 5, "Urges"), number=1)
    whole = one("B", Drop("2"), number=2)
    text = apply(PARAGRAPH, [into, whole])
    assert [(u.unit, u.words["en"]) for u in text] == [
        ("1", "Urges upon Parliaments"),
        ("3", "Requests"),
    ]


def test_amendments_clash_over_nothing_that_a_third_takes_away() -> None:
    first = one("A", Edit("2a", "en", 0, 2, "never to"), number=1)
    second = one("B", Edit("2a", "en", 0, 2, "not to"), number=2)
    whole = one("C", Drop("2"), number=3)
    assert [u.unit for u in apply(PARAGRAPH, [first, second, whole])] == ["1", "3"]


def test_moves_that_rest_on_each_other_are_all_made_or_none() -> None:
    base = Base([unit("x"), Unit("a", "section", {}, (unit("b"),))])
    turned = one("A", Move("b", "x", None), Move("a", "b", None), number=1)
    assert [u.unit for u in apply(base, [turned])] == ["x"]
    strike = one("B", Drop("x"), number=2)
    assert texts(apply(base, [turned, strike])) == [("a", {}, [("b", {"en": "b"}, [])])]


def test_the_same_change_adopted_twice_is_made_once() -> None:
    more = one(
        "A", Drop("3"), Add(None, "1", (unit("n", en="New"),)), Edit("1", "en", 0, 5, "Asks")
    )
    less = one("B", Add(None, "1", (unit("m", en="New"),)), Edit("1", "en", 0, 5, "Asks"), number=1)
    assert [u.unit for u in apply(PARAGRAPH, [more, less])] == ["1", "n", "2"]
    again = one("C", Move("3", None, None), number=2)
    assert [u.unit for u in apply(PARAGRAPH, [again, one("D", *again.changes)])] == ["3", "1", "2"]


def test_one_amendment_may_add_the_same_words_twice() -> None:
    twice = one("A", Add(None, None, (unit("n", en="N"),)), Add(None, None, (unit("m", en="N"),)))
    assert [u.unit for u in apply(PARAGRAPH, [twice])] == ["n", "m", "1", "2", "3"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Edit("1", "en", 0, 5, "Urges"), Edit("1", "en", 3, 10, "!")),
        (Edit("1", "en", 0, 5, "Urges"), Edit("1", "en", 0, 5, "Asks")),
        (Move("3", None, None), Move("3", "2", None)),
    ],
)
def test_amendments_that_clash_are_refused_and_named(
    first: Edit | Move, second: Edit | Move
) -> None:
    with pytest.raises(Faulty) as refusal:
        apply(PARAGRAPH, [one("A", first), one("B", second, number=1)])
    assert refusal.value.rule == "amendment.clash"
    assert {refusal.value.facts["amendment"], refusal.value.facts["other"]} == {"A", "B"}
    assert refusal.value.facts["unit"] == first.unit


def test_units_taken_into_a_new_one_stand_where_they_are_put() -> None:
    section = Unit("s", "section", {"en": "Part"}, (unit("n", en="New"), unit("m", en="More")))
    adopted = [one("A", Add(None, "3", (section,)), Move("1", "s", None), Move("3", "s", "n"))]
    text = apply(PARAGRAPH, adopted)
    assert [u.unit for u in text] == ["2", "s"]
    assert [u.unit for u in text[1].below] == ["1", "n", "3", "m"]
    traced = trace(PARAGRAPH, adopted)
    assert new_text(traced) == plain(text)
    assert [(t.unit, t.depth) for t in traced][-5:] == [
        ("s", 0),
        ("1", 1),
        ("n", 1),
        ("3", 1),
        ("m", 1),
    ]


@law
@given(cases(2))
def test_only_amendments_that_clash_are_refused(case: Case) -> None:
    base, tabled = case
    for first, second in combinations(tabled, 2):
        if relate(base, first, second) not in ("clash", "identical"):  # of these one is applied
            Base(apply(base, [first, second]))
