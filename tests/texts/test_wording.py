"""Where a wording may be cut, and how two wordings differ."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.texts.wording import differences, follows, nfc, pieces, splits, tokens
from tests.texts.texts import SENTENCES, law

ANY = st.one_of(
    st.sampled_from([sentence for said in SENTENCES.values() for sentence in said]),
    st.text("ab и\u0306\u0301\u0327e\u200d\u200c\ufe0f👨👧🏽🇰🇿가\u1161\u11a8ə'’ .,\n", max_size=12),
).map(nfc)


@law
@given(ANY)
def test_the_pieces_joined_are_the_wording(words: str) -> None:
    assert "".join(pieces(words)) == words
    assert tokens(words) == [piece for piece in pieces(words) if piece.strip()]


@law
@given(ANY)
def test_no_piece_begins_in_a_letter(words: str) -> None:
    at = 0
    for piece in pieces(words):
        assert at == 0 or not splits(words, at)
        at += len(piece)


@law
@given(ANY, ANY)
def test_the_differences_turn_one_wording_into_the_other(old: str, new: str) -> None:
    made, at = "", 0
    for start, end, words in differences(old, new):
        assert start >= at
        assert old[start:end] != words
        assert start == 0 or not splits(old, start)
        made += old[at:start] + words
        at = end
    assert made + old[at:] == new


@law
@given(ANY, st.integers(0, 12))
def test_a_cut_that_splits_no_letter_keeps_both_parts_in_nfc(words: str, at: int) -> None:
    if not splits(words, at):
        assert nfc(words[:at]) + nfc(words[at:]) == words
    if at and at < len(words) and unicodedata.combining(words[at]):
        assert splits(words, at)


@pytest.mark.parametrize(
    ("words", "cuts"),
    [
        ("ab", [0, 1, 2]),
        ("x\u0323y", [0, 2, 3]),
        ("x\u0323\u0301y", [0, 3, 4]),
        ("👨\u200d👧!", [0, 3, 4]),
        ("👧🏽!", [0, 2, 3]),
        ("☂\ufe0f!", [0, 2, 3]),
        ("🇰🇿🇹🇷🇦", [0, 2, 4, 5]),
        ("a🇰🇿", [0, 1, 3]),
        ("🏴\U000e0067\U000e007f.", [0, 3, 4]),
        ("\u1100\u1161\u11a8가", [0, 3, 4]),
        ("가\ud7cb", [0, 2]),
        ("क\u200cष", [0, 2, 3]),
        ("का", [0, 2]),
        ("\u0301a", [1, 2]),
        ("", [0]),
    ],
)
def test_where_a_wording_may_be_cut(words: str, cuts: list[int]) -> None:
    assert [at for at in range(len(words) + 1) if not splits(words, at)] == cuts


@pytest.mark.parametrize(
    ("char", "bound"),
    [
        ("\u115f", False),
        ("\u1160", True),
        ("\u11ff", True),
        ("\u1200", False),
        ("\ud7af", False),
        ("\ud7b0", True),
        ("\ud7fb", True),
        ("\ud7fc", False),
        ("\U0001f3fa", False),
        ("\U0001f3fb", True),
        ("\U0001f3ff", True),
        ("\U0001f400", False),
        ("\U000e001f", False),
        ("\U000e0020", True),
        ("\U000e007f", True),
        ("\U000e0080", False),
        ("\u20dd", True),
        ("ğ", False),
    ],
)
def test_what_belongs_to_the_letter_before_it(char: str, bound: bool) -> None:  # noqa: FBT001 - what is expected
    assert follows(char) is bound


def test_no_letter_before_the_marks_belongs_to_another() -> None:
    assert not any(follows(chr(code)) for code in range(0x300))
    assert splits("ab", 2) is False
    assert splits("ab", 3) is False


@pytest.mark.parametrize(
    ("char", "half"),
    [("\U0001f1e5", False), ("\U0001f1e6", True), ("\U0001f1ff", True), ("\U0001f200", False)],
)
def test_the_letters_of_flags(char: str, half: bool) -> None:  # noqa: FBT001 - what is expected
    assert splits("🇰" + char, 1) is half
    assert splits(char + "🇰", 1) is half


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("O'zbekiston yo‘q, bor’dir.", ["O'zbekiston", " ", "yo‘q", ",", " ", "bor’dir", "."]),
        ("x\u0323y z", ["x\u0323y", " ", "z"]),
        ("x\u0323, z", ["x\u0323", ",", " ", "z"]),
        ("a\u200db", ["a\u200db"]),
        ("ab \u0301c", ["ab", " \u0301c"]),
        ("\u0301ab", ["\u0301ab"]),
        ("a. ı\u0301b", ["a", ".", " ", "ı\u0301b"]),
        ("🇰🇿🇹🇷 a", ["🇰🇿", "🇹🇷", " ", "a"]),
        (".\u1161", [".\u1161"]),
        (".\u1160", [".\u1160"]),
        (".\u1161a", [".\u1161a"]),
        ("🇰 🇿a", ["🇰", " ", "🇿", "a"]),
        ("🇰🇿a", ["🇰🇿", "a"]),
        ("👨‍👩‍👧a", ["👨‍👩‍👧", "a"]),
        ("é  2026/1", ["é", "  ", "2026", "/", "1"]),
    ],
)
def test_words_spaces_and_signs(words: str, found: list[str]) -> None:
    assert pieces(words) == found


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("calls upon all", "urges all", [(0, 10, "urges")]),
        ("calls upon all", "asks them all", [(0, 10, "asks them")]),
        ("a b c", "a c", [(2, 4, "")]),
        ("a c", "a b c", [(2, 2, "b ")]),
        ("one, two", "1, 2", [(0, 3, "1"), (5, 8, "2")]),
        ("", "new", [(0, 0, "new")]),
        ("old", "", [(0, 3, "")]),
        ("same", "same", []),
        ("ab\u0301c d", "abc d", [(0, 4, "abc")]),
        ("ildə bir dəfə", "iki ildən bir", [(0, 13, "iki ildən bir")]),
        ("a b c d", "x b c y", [(0, 1, "x"), (6, 7, "y")]),
        ("a b\u0323x\u0301 c", "d b\u0323x\u0301 e", [(0, 8, "d b\u0323x\u0301 e")]),
    ],
)
def test_how_two_wordings_differ(old: str, new: str, found: list[tuple[int, int, str]]) -> None:
    assert differences(old, new) == found


def test_nfc_puts_letters_together() -> None:
    assert nfc("и\u0306") == "й"
    assert nfc("x\u0323") == "x\u0323"


@pytest.mark.parametrize("letter", ["\U0001f1e6", "\u0301", "a ", "a b\u0301 ", "\u200d"])
def test_a_hostile_wording_is_compared_at_once(letter: str) -> None:
    """Half a million characters take a moment; what is too long to compare is replaced whole."""
    old, new = f"x {letter * 100_000} y", f"x {letter * 50_000}z{letter * 50_000} y"
    found = differences(old, new)
    text = old
    for start, end, words in reversed(found):
        text = text[:start] + words + text[end:]
    assert text == new


def test_a_wording_too_long_to_compare_keeps_what_it_begins_and_ends_with() -> None:
    middle = ("a " * 20_000, "b " * 20_000)
    old, new = (f"Begins, {words}and ends." for words in middle)
    assert differences(old, new) == [(8, 8 + 39_999, middle[1][:-1])]
    assert differences(old, old) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("a " * 20_000 + "end", "a " * 20_000 + "new end", [(40_000, 40_000, "new ")]),
        ("a " * 20_000 + "old end", "a " * 20_000 + "end", [(40_000, 40_004, "")]),
        ("a " * 20_000, "a " * 20_001, [(40_000, 40_000, "a ")]),
        ("a " * 20_001, "a " * 20_000, [(40_000, 40_002, "")]),
        ("x " + "a " * 20_000, "y " + "a " * 20_000, [(0, 1, "y")]),
    ],
)
def test_one_change_in_a_wording_too_long_to_compare(
    old: str, new: str, found: list[tuple[int, int, str]]
) -> None:
    assert differences(old, new) == found


def test_only_a_wording_too_long_to_compare_is_not_compared() -> None:
    """A hundred million pairs of pieces are compared, and not one more row of them."""
    same = "a " * 4_998
    old, new = f"x, {same}z", f"y, {same}w"
    assert differences(old, new) == [(0, 1, "y"), (9_999, 10_000, "w")]
    old, new = f"x, {same}z.", f"y, {same}w!"
    assert differences(old, new) == [(0, 10_001, new)]
