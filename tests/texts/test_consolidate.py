"""The next reading, and what does not follow in it yet."""

from hypothesis import given

from kurultai.texts.apply import apply
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Drop, Edit, Move
from kurultai.texts.consolidate import Consolidated, consolidate, strike
from kurultai.texts.unit import Unit, walk
from tests.texts.texts import LANGUAGES, Case, cases, compatible, law, one

BASE = Base(
    [
        Unit("1", "operative", {"en": "Calls", "tr": "Çağırır"}),
        Unit("2", "section", {}, (Unit("3", "point", {"en": "a", "tr": "b"}),)),
    ]
)
BOTH = frozenset({"en", "tr"})


@law
@given(cases(3))
def test_every_gap_between_the_languages_is_shown(case: Case) -> None:
    base, tabled = case
    adopted = compatible(base, tabled)
    made = consolidate(base, adopted, LANGUAGES)
    assert made.units == apply(base, adopted)
    order = [unit.unit for unit, _ in walk(made.units)]
    for language in LANGUAGES:
        behind = made.behind.get(language, ())
        assert [name for name in order if name in behind] == list(behind)
        for unit, _ in walk(made.units):
            missing = unit.words and not unit.words.get(language)
            edited = any(
                isinstance(change, Edit)
                and change.unit == unit.unit
                and language not in (amendment.complete_in() or {language})
                for amendment in adopted
                for change in amendment.changes
            )
            assert (unit.unit in behind) == bool(missing or edited)


def test_what_was_edited_in_one_language_only_is_behind_in_the_other() -> None:
    english = one("A", Edit("1", "en", 0, 5, "Asks"))
    found = consolidate(BASE, [english], ["en", "tr"])
    assert found == Consolidated(apply(BASE, [english]), {"tr": ("1",)})
    assert consolidate(BASE, iter([english]), iter(["en", "tr"])) == found
    both = one("A", Edit("3", "en", 0, 1, "c"), Edit("1", "en", 0, 5, "Asks"))
    assert consolidate(BASE, [both], ["en", "tr"]).behind == {"tr": ("1", "3")}
    meant = one("A", Edit("1", "en", 0, 5, "Asks"), languages=BOTH)
    assert consolidate(BASE, [meant], ["en", "tr"]).behind == {}


def test_new_units_without_words_are_behind() -> None:
    new = Unit("n", "operative", {"en": "New"}, (Unit("m", "point", {"tr": "yeni"}),))
    added = one("A", Add(None, "1", (new,)), languages=frozenset({"en"}))
    found = consolidate(BASE, [added], ["en", "tr", "kk"])
    assert found.behind == {"en": ("m",), "tr": ("n",), "kk": ("1", "n", "m", "3")}


def test_structure_leaves_nothing_behind() -> None:
    adopted = [one("A", Drop("3"), Move("2", None, None), languages=frozenset({"en"}))]
    assert consolidate(BASE, adopted, ["en", "tr"]).behind == {}


def test_what_went_is_not_behind() -> None:
    adopted = [
        one("A", Edit("3", "en", 0, 1, "c"), Edit("1", "en", 0, 5, "Asks")),
        one("B", Drop("2"), number=1),
    ]
    assert consolidate(BASE, adopted, ["en", "tr"]).behind == {"tr": ("1",)}


def test_paragraphs_that_were_not_kept_are_struck() -> None:
    assert [unit.unit for unit, _ in walk(strike(BASE.units, {"3"}))] == ["1", "2"]
    assert [unit.unit for unit, _ in walk(strike(BASE.units, {"2"}))] == ["1"]
    assert strike(BASE.units, {"9"}) == BASE.units
