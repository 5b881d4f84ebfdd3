"""A paper as DOCX comes back as the text it was written from."""

import io
import zipfile
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kurultai.papers import docx
from kurultai.texts.unit import Unit
from tests.papers.papers import RESOLUTION, UNITS, paper, worded
from tests.papers.trees import LANGUAGES, only, trees


@given(trees(), st.sampled_from(LANGUAGES))
def test_what_was_written_is_read_as_the_same_tree(units: tuple[Unit, ...], language: str) -> None:
    draft = docx.read(docx.write(paper(units), language))
    assert draft.units == worded(only(units, language))
    assert draft.languages == (language,)
    assert draft.has_identities
    assert not draft.left


def test_a_paper_comes_back_with_its_symbol_and_title_and_nothing_left() -> None:
    draft = docx.read(docx.write(RESOLUTION, "kk"))
    assert draft.units == only(UNITS, "kk")
    assert (draft.symbol, draft.names) == ("DEF/3/L.2", {"kk": "Ерте ескерту туралы"})
    assert (draft.structured, draft.left) == ("fully", ())


def test_the_same_paper_is_the_same_bytes() -> None:
    assert docx.write(RESOLUTION, "en") == docx.write(RESOLUTION, "en")
    with zipfile.ZipFile(io.BytesIO(docx.write(RESOLUTION, "en"))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_day_that_is_half_known_is_no_date_in_the_file() -> None:
    data = docx.write(replace(RESOLUTION, on="2026-06"), "en", tracked=True)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"2026-06T" not in package.read("docProps/core.xml")
        assert b"<dcterms:created" not in package.read("docProps/core.xml")


def test_what_does_not_follow_the_text_is_said_and_not_read_as_words() -> None:
    late = replace(RESOLUTION, behind={"kk": ("report",)})
    data = docx.write(late, "kk")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.read("word/document.xml").count(b'"KGap"') == 4  # three gaps, and this
    assert docx.read(data).units == only(UNITS, "kk")


def test_identities_of_any_length_and_letters_come_back() -> None:
    units = tuple(
        Unit(name, "operative", {"en": "Decides"})
        for name in ("a", "A", "а", "x" * 30, "x" * 31, "X" * 300, "_61_", "a b", "\t", "")
    )
    assert docx.read(docx.write(paper(units), "en")).units == units
