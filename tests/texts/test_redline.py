"""Two wordings, or two versions, as one marked text."""

from hypothesis import given
from hypothesis import strategies as st

from kurultai.texts.base import Base
from kurultai.texts.redline import Run, Traced, compare, redline
from kurultai.texts.unit import Unit
from kurultai.texts.wording import nfc
from tests.texts.texts import SENTENCES, bases, law, new_text, old_text, plain

SAID = st.sampled_from([sentence for said in SENTENCES.values() for sentence in said])


@law
@given(SAID, SAID)
def test_a_redline_holds_both_wordings(old: str, new: str) -> None:
    runs = redline(old, new)
    assert "".join(run.words for run in runs if run.what != "inserted") == old
    assert "".join(run.words for run in runs if run.what != "deleted") == new
    assert all(run.words and run.amendment is None for run in runs)


@law
@given(bases(), bases())
def test_a_comparison_holds_both_versions(old: Base, new: Base) -> None:
    traced = compare(old.units, new.units)
    assert new_text(traced) == plain(new.units)
    parts = [(unit, parent, words) for unit, parent, _, words in plain(old.units)]
    assert [(unit, parent, words) for unit, parent, _, words in old_text(traced)] == parts
    assert {unit.amendment for unit in traced} == {None}
    assert all(run.amendment is None for unit in traced for rs in unit.runs.values() for run in rs)


def test_words_are_told_apart_in_nfc() -> None:
    assert redline("и\u0306 ол", "й бұл") == (
        Run(nfc("и\u0306 "), "kept"),
        Run("ол", "deleted"),
        Run("бұл", "inserted"),
    )


def test_a_unit_that_changed_its_kind_is_shown_as_the_new_one() -> None:
    old = [Unit("1", "section", {"en": "a"}, (Unit("2", "operative", {"en": "b"}),))]
    new = [Unit("1", "annex", {"en": "a"}, (Unit("2", "point", {"en": "c"}),))]
    assert compare(old, new) == (
        Traced("1", "annex", 0, None, {"en": (Run("a", "kept"),)}),
        Traced("2", "point", 1, "1", {"en": (Run("b", "deleted"), Run("c", "inserted"))}),
    )
    assert compare(old, []) == (
        Traced("1", "section", 0, None, {"en": (Run("a", "deleted"),)}, None, "dropped"),
        Traced("2", "operative", 1, "1", {"en": (Run("b", "deleted"),)}, None, "dropped"),
    )
    assert Base(new).unit["2"].kind == "point"
