"""Plain texts that were made to take long."""

from time import process_time

from kurultai.papers import plain


def test_one_word_as_long_as_a_file_is_read_at_once() -> None:
    began = process_time()
    assert plain.read(f"1. {'x' * 500_000}", "en").units
    assert process_time() - began < 5


def test_a_word_broken_over_two_lines_is_one_word() -> None:
    draft = plain.read("1. Calls for co-\noperation and coordi-\nnation.", "en")
    words = " ".join(str(unit.words["en"]) for unit in draft.units)
    assert "coordination" in words
