"""A change is said as a sentence that says all of it: read back, it is the same change."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kurultai.language import LANGUAGES
from kurultai.language.instructions import parse, sentence
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.derive import edits
from kurultai.texts.unit import KINDS, Unit
from kurultai.texts.wording import nfc, splits

TONGUES = tuple(LANGUAGES)
WORDS = (
    *("and", "states", "state", "the", "әлем", "су", "Bişkek", "İstanbul", "сөз", "oʻzbek", "2026"),
    *("“", "”", "‘", "’", "«", "»", "„", "“”", "a.b", ".*", "(x|y)", "[2]", "\\d", "{in}", "%s"),
    *(
        "e\u0301",
        "x\u0323\u0301",
        "ғ\u0301",
        "👩‍👩‍👧",
        "🇰🇿",
        ",",
        ".",
        ";",
        "-",
        "\n",
        "  ",
        "и",
        "‹",
        "\t",
    ),
)
wordings = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join).map(nfc)
tight = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map("".join).map(nfc)
texts = wordings | tight | st.just("")


@st.composite
def trees(draw: st.DrawFn, depth: int = 2, prefix: str = "u") -> tuple[Unit, ...]:
    """Units of any kind, also where a proper text would not have them, worded in Turkish."""
    found = []
    for number in range(draw(st.integers(1, 4))):
        name = f"{prefix}.{number}"
        below = draw(trees(depth - 1, name)) if depth and draw(st.booleans()) else ()
        words = {"tr": draw(texts)} if draw(st.booleans()) else {}
        found.append(Unit(name, draw(st.sampled_from(KINDS)), words, below))
    return tuple(found)


def spoken(units: Sequence[Unit], language: str) -> tuple[Unit, ...]:
    """The same units with their words said to be in that language."""
    return tuple(
        replace(
            unit,
            words={language: unit.words["tr"]} if unit.words else {},
            below=spoken(unit.below, language),
        )
        for unit in units
    )


@st.composite
def changes(draw: st.DrawFn, base: Base, language: str) -> Change:
    unit = draw(st.sampled_from(sorted(base.unit)))
    match draw(st.sampled_from(("edit", "edit", "edit", "drop", "add", "move"))):
        case "edit":
            wording = base.words(unit, language)
            start, end = sorted(draw(st.tuples(*[st.integers(0, len(wording))] * 2)))
            start, end = (0 if splits(wording, at) else at for at in (start, end))
            start, end = min(start, end), max(start, end)
            return Edit(unit, language, start, end, draw(texts))
        case "drop":
            return Drop(unit)
        case "add":
            return Add(*draw(gaps(base)), spoken(draw(trees(2, "n")), language))
        case _:
            return Move(unit, *draw(gaps(base)))


@st.composite
def gaps(draw: st.DrawFn, base: Base) -> tuple[str | None, str | None]:
    parent = draw(st.sampled_from([None, *sorted(base.unit)]))
    return parent, draw(st.sampled_from([None, *(u.unit for u in base.below(parent))]))


def content(change: Change, language: str) -> object:
    """The change; of added units what they say, not what they are called."""
    if isinstance(change, Add):
        return change.parent, change.after, tuple(_said(unit, language) for unit in change.units)
    return change


def _said(unit: Unit, language: str) -> object:
    below = tuple(_said(one, language) for one in unit.below)
    return unit.kind, unit.words.get(language, ""), below


@pytest.mark.parametrize("language", TONGUES)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_what_a_sentence_says_is_the_change(language: str, data: st.DataObject) -> None:
    base = Base(spoken(data.draw(trees()), language))
    change = data.draw(changes(base, language))
    said = sentence(base, change, language)
    assert content(parse(base, said, language), language) == content(change, language), said


@pytest.mark.parametrize("language", TONGUES)
@settings(max_examples=100, deadline=None)
@given(old=wordings | tight, new=texts)
def test_what_a_member_edited_is_said_and_read_back(language: str, old: str, new: str) -> None:
    base = Base((Unit("p", "operative", {language: old}),))
    for edit in edits("p", language, old, new):
        assert parse(base, sentence(base, edit, language), language) == edit


@given(st.sampled_from(TONGUES), wordings, texts)
def test_a_wording_in_another_language_is_read_back_too(reader: str, old: str, new: str) -> None:
    base = Base((Unit("p", "operative", {"kk": old}),))
    for edit in edits("p", "kk", old, new):
        assert parse(base, sentence(base, edit, reader), reader) == edit
