"""What an amendment may not do, each with the rule that forbids it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.texts.amendment import Amendment, Faulty
from kurultai.texts.apply import apply
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.check import check
from kurultai.texts.unit import Unit
from tests.texts.texts import bases, law, plain

BASE = Base(
    [
        Unit("1", "operative", {"en": "Calls upon", "tr": "x\u0323y"}),
        Unit(
            "2",
            "section",
            {"en": "Part"},
            (Unit("3", "operative", {"en": "Asks"}, (Unit("4", "point", {"en": "a"}),)),),
        ),
        Unit("5", "operative", {"kk": "\u0301b"}),
    ]
)
NEW = Unit("n", "section", {"en": "New"}, (Unit("m", "operative", {"en": "More"}),))


def refused(*changes: Change) -> tuple[str, dict[str, str]]:
    with pytest.raises(Faulty) as refusal:
        check(BASE, changes)
    return refusal.value.rule.removeprefix("amendment."), refusal.value.facts


@pytest.mark.parametrize(
    ("changes", "rule", "unit"),
    [
        ([], "empty", ""),
        ([Edit("1", "en", 0, 5, "Calls")], "empty", "1"),
        ([Edit("1", "en", 3, 3, "")], "empty", "1"),
        ([Add("2", None, ())], "empty", "2"),
        ([Move("1", None, None)], "empty", "1"),
        ([Move("2", None, "1")], "empty", "2"),
        ([Move("4", "3", None)], "empty", "4"),
        ([Add(None, None, ())], "empty", ""),
        ([Edit("9", "en", 0, 0, "x")], "unit_unknown", "9"),
        ([Drop("9")], "unit_unknown", "9"),
        ([Move("9", None, None)], "unit_unknown", "9"),
        ([Add("9", None, (NEW,))], "unit_unknown", "9"),
        ([Add(None, "3", (NEW,))], "unit_unknown", "3"),
        ([Add("2", "1", (NEW,))], "unit_unknown", "1"),
        ([Move("1", "2", "4")], "unit_unknown", "4"),
        ([Move("1", "n", None)], "unit_unknown", "n"),
        ([Add(None, None, (NEW,)), Move("1", "n", "1")], "unit_unknown", "1"),
        ([Add(None, None, (Unit("1", "operative"),))], "unit_twice", "1"),
        ([Add(None, None, (NEW,)), Add(None, "1", (NEW,))], "unit_twice", "n"),
        ([Edit("1", "en", -1, 2, "x")], "out_of_range", "1"),
        ([Edit("1", "en", 3, 2, "x")], "out_of_range", "1"),
        ([Edit("1", "en", 0, 11, "x")], "out_of_range", "1"),
        ([Edit("1", "ru", 0, 1, "x")], "out_of_range", "1"),
        ([Edit("1", "tr", 0, 1, "z")], "splits_letter", "1"),
        ([Edit("1", "tr", 1, 2, "z")], "splits_letter", "1"),
        ([Edit("1", "tr", 1, 1, "z")], "splits_letter", "1"),
        ([Edit("1", "en", 1, 1, "\u0301")], "splits_letter", "1"),
        ([Edit("1", "en", 1, 1, "z\u200d")], "splits_letter", "1"),
        ([Edit("5", "kk", 0, 0, "z")], "splits_letter", "5"),
        ([Move("2", "4", None)], "into_itself", "2"),
        ([Move("2", "2", None)], "into_itself", "2"),
        ([Move("1", None, "1")], "into_itself", "1"),
        ([Move("1", "3", None), Move("3", "1", None)], "into_itself", "1"),
        ([Add("1", None, (NEW,)), Move("1", "m", None)], "into_itself", "1"),
        ([Move("1", "m", None), Add("1", None, (NEW,))], "into_itself", "1"),
        ([Edit("1", "en", 0, 5, "x"), Edit("1", "en", 4, 6, "y")], "overlaps", "1"),
        ([Edit("1", "en", 0, 5, "x"), Edit("1", "en", 0, 5, "x")], "overlaps", "1"),
        ([Edit("1", "en", 0, 0, "x"), Edit("1", "en", 0, 0, "x")], "overlaps", "1"),
        ([Edit("1", "en", 0, 5, "x"), Edit("1", "en", 3, 3, "y")], "overlaps", "1"),
        ([Drop("2"), Drop("2")], "overlaps", "2"),
        ([Drop("2"), Move("2", None, None)], "overlaps", "2"),
        ([Move("1", None, "2"), Move("1", "2", None)], "overlaps", "1"),
        ([Drop("2"), Drop("4")], "overlaps", "4"),
        ([Drop("2"), Edit("4", "en", 0, 0, "x")], "overlaps", "4"),
        ([Edit("4", "en", 0, 0, "x"), Drop("3")], "overlaps", "4"),
        ([Drop("2"), Add("3", "4", (NEW,))], "overlaps", "3"),
        ([Drop("2"), Move("1", "3", None)], "overlaps", "1"),
        ([Move("3", "1", None), Drop("1")], "overlaps", "3"),
    ],
)
def test_what_may_not_be_done(changes: list[Change], rule: str, unit: str) -> None:
    found, facts = refused(*changes)
    assert (found, facts["unit"]) == (rule, unit)


def test_a_refusal_names_the_language() -> None:
    assert refused(Edit("1", "tr", 0, 1, "z")) == ("splits_letter", {"unit": "1", "language": "tr"})
    assert refused(Edit("1", "tr", 0, 9, "z"))[1] == {"unit": "1", "language": "tr"}
    overlapping = refused(Edit("1", "en", 0, 5, "x"), Edit("1", "en", 4, 6, "y"))
    assert overlapping[1] == {"unit": "1", "language": "en"}
    assert str(Faulty("amendment.empty", unit="1")) == "('amendment.empty', {'unit': '1'})"


@pytest.mark.parametrize(
    "changes",
    [
        [Edit("1", "en", 0, 5, "x"), Edit("1", "en", 5, 10, "y")],
        [Edit("1", "en", 0, 5, "x"), Edit("1", "en", 5, 5, "y")],
        [Edit("1", "en", 5, 5, "x"), Edit("1", "en", 5, 5, "y")],
        [Edit("1", "en", 0, 5, "x"), Edit("1", "tr", 0, 3, "y")],
        [Edit("1", "en", 10, 10, "!")],
        [Edit("1", "en", 10, 10, "z\u200d")],
        [Edit("1", "en", 5, 10, "z\u200d")],
        [Edit("1", "ru", 0, 0, "x")],
        [Edit("1", "tr", 0, 2, "z")],
        [Edit("5", "kk", 0, 2, "z")],
        [Edit("5", "kk", 0, 1, "")],
        [Drop("2"), Move("3", None, "2")],
        [Drop("2"), Move("3", None, "2"), Edit("4", "en", 0, 1, "z")],
        [Drop("2"), Move("3", None, "2"), Drop("4")],
        [Drop("2"), Move("3", None, "2"), Add("3", None, (NEW,))],
        [Move("3", None, None), Move("2", "3", "4")],
        [Add(None, None, (NEW,)), Move("1", "n", "m"), Move("5", "m", None)],
        [Add(None, None, (NEW,)), Move("1", "n", "m"), Move("5", "n", "m")],
        [Drop("1"), Add(None, "1", (NEW,))],
        [Add(None, "5", (NEW,)), Add("m", None, (Unit("o", "point"),))],
    ],
)
def test_what_may_be_done(changes: list[Change]) -> None:
    check(BASE, changes)


@law
@given(bases(), st.data())
def test_offsets_are_never_inside_a_letter(base: Base, data: st.DataObject) -> None:
    """A cut anywhere else is refused; what is allowed leaves whole letters, in NFC."""
    name = data.draw(st.sampled_from(list(base.unit)))
    language = data.draw(st.sampled_from(["en", "kk", "tr"]))
    words = base.words(name, language)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(words))] * 2)))
    edit = Edit(
        name, language, start, end, data.draw(st.sampled_from(["new", "\u0301", "a\u0323"]))
    )
    try:
        check(base, [edit])
    except Faulty as refusal:
        assert refusal.rule in ("amendment.splits_letter", "amendment.empty")  # noqa: PT017
    else:
        text = apply(base, [Amendment("A", (edit,))])
        assert plain(Base(text).units) == plain(text)


def test_a_text_has_every_identity_once() -> None:
    with pytest.raises(Faulty) as refusal:
        Base([Unit("1", "operative"), Unit("2", "section", {}, (Unit("1", "point"),))])
    assert (refusal.value.rule, refusal.value.facts) == ("amendment.unit_twice", {"unit": "1"})
