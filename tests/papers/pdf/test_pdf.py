"""A paper as PDF: tagged, in order, the same twice, and no word of it is taken for a command."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from kurultai.papers import pdf
from kurultai.texts.unit import Unit
from tests.papers.papers import RESOLUTION, paper


def words_of(data: bytes) -> str:
    return " ".join(
        " ".join(page.extract_text().replace("-\n", "").split())
        for page in PdfReader(io.BytesIO(data)).pages
    )


def in_order(text: str, *wanted: str) -> None:
    at = 0
    for words in wanted:
        found = text.find(words, at)
        assert found >= 0, words
        at = found + len(words)


def test_all_that_a_paper_says_is_there_in_order() -> None:
    in_order(
        words_of(pdf.write(RESOLUTION, ("en",))),
        "Assembly of the Steppe",
        "DEF/3/L.2",
        "Recommendation",
        "Adopted on 12 June 2026",
        "Tabled by: Kazakhstan",
        "On early warning",
        "Recalling its declaration,",
        "I. Early warning",
        "1. Calls upon the Governments to connect their services:",
        "(a) within one hour for earthquakes:",
        "(i) of magnitude 5;",
        "(ii) in border regions;",
        "(b) within six hours for floods;",
        "2. Requests a report every year;",
        "II. Assistance",
        "3. Recommends three rescue teams;",
        "Annex I",
        "Observations",
        "1. Stations transmit time and place.",
        "Annex II",
        "Turkistan, 12 June 2026",
        "Adopted by consensus.",
        "Reservation (paragraph 1): Azerbaijan",
        "Explanation of vote: Türkiye",
    )


def test_two_languages_stand_beside_each_other_paragraph_by_paragraph() -> None:
    in_order(
        words_of(pdf.write(RESOLUTION, ("en", "kk"))),
        "Recalling its declaration,",
        "Декларацияны еске ала,",
        "Concerned at the loss of life,",
        "Алаңдап,",
        "in border regions;",
        "[",  # the gap
        "within six hours for floods;",
    )


def test_it_is_tagged_and_says_its_language_and_title() -> None:
    reader = PdfReader(io.BytesIO(pdf.write(RESOLUTION, ("kk",))))
    root = reader.root_object
    assert "/Marked" in str(root["/MarkInfo"].get_object())
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]) == "kk"
    assert reader.metadata is not None
    assert reader.metadata.title == "Ерте ескерту туралы"
    assert "CreationDate" not in reader.metadata
    assert reader.xmp_metadata is not None
    assert "pdfuaid:part" in reader.xmp_metadata.stream.get_data().decode()


@pytest.mark.parametrize("languages", [("en",), ("en", "kk"), ("en", "kk", "tr")])
def test_the_same_paper_is_the_same_bytes(languages: tuple[str, ...]) -> None:
    assert pdf.write(RESOLUTION, languages) == pdf.write(RESOLUTION, languages)


def test_what_people_wrote_is_printed_and_not_carried_out() -> None:
    evil = '#panic("no") $x^2$ *bold* _it_ `raw` <label> @ref // note /* */ \\ #import "x"'
    written = words_of(pdf.write(paper((Unit("1", "operative", {"en": evil}),)), ("en",)))
    assert evil in written


def test_a_redline_strikes_what_goes_and_underlines_what_comes() -> None:
    written = words_of(pdf.write(RESOLUTION, ("en",), redline=True))
    in_order(written, "Calls upon", "Urges", "the Governments", "Welcomes the offer", "in Almaty;")
    assert "Urges" not in words_of(pdf.write(RESOLUTION, ("en",)))


@pytest.mark.parametrize("kind", ["heading", "preamble", "point", "section", "annex", "closing"])
def test_a_text_of_one_unit_of_any_kind_can_be_printed(kind: str) -> None:
    alone = paper((Unit("1", kind, {"en": "Alone"}),))
    assert "Alone" in words_of(pdf.write(alone, ("en", "az")))


def test_more_than_three_languages_do_not_fit() -> None:
    with pytest.raises(ValueError, match="one to 3"):
        pdf.write(RESOLUTION, ("az", "en", "kk", "tr"))


def test_a_letter_without_a_font_and_a_control_character_hold_nothing_up() -> None:
    written = words_of(
        pdf.write(paper((Unit("1", "operative", {"en": "one\x08 汉 two"}),)), ("en",))
    )
    in_order(written, "one", "two")


def test_another_reader_finds_it_tagged_and_in_order(
    need: Callable[[str], str], tmp_path: Path
) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf.write(RESOLUTION, ("en",)))
    command = [need("pdfinfo"), "-struct-text", str(file)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    outline = [line.strip() for line in told.splitlines()]
    assert 'H1 "On early warning" (block)' in outline
    assert 'H2 "I. Early warning" (block)' in outline
    in_order("".join(outline), '"1."', '"Calls upon', '"(a)"', '"within one hour', '"(i)"')
