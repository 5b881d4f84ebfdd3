"""A report on paper: in order, tagged, marked on each page, and no word of it is a command."""

import io
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from kurultai.language import LANGUAGES
from kurultai.papers.report import Items, Picture, Report, Says, Section, Table
from kurultai.papers.report.pdf import to_pdf

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40">'
    '<rect width="90" height="20"/><text x="100" y="16">Қабылданды ő ý ə</text></svg>'
)
EVIL = '#panic("no") $x^2$ *bold* _it_ `raw` <label> @ref // note \\ #import "x"'
REPORT = Report(
    "Commitments",
    "Assembly of the Steppe",
    "en",
    "25 November 2026",
    "Pledges are voluntary.",
    (
        Section(
            "By party",
            (
                Says("Two parliaments have answered."),
                Table("Open", ("Party", "Floods"), (("Kazakhstan", "2"), ("Türkiye", "–"))),
                Items(("First", "Second")),
                Picture(DRAWING, "A bar as long as two."),
            ),
        ),
        Section("Nothing", (Items(()), Table("None", ("Party", "Floods"), ()))),
    ),
)


def words_of(data: bytes) -> list[str]:
    """Each page in words, breaks taken out."""
    pages = PdfReader(io.BytesIO(data)).pages
    return [" ".join(page.extract_text().replace("-\n", "").split()) for page in pages]


def in_order(text: str, *wanted: str) -> None:
    at = 0
    for words in wanted:
        found = text.find(words, at)
        assert found >= 0, words
        at = found + len(words)


def test_all_that_a_report_says_is_there_in_order() -> None:
    in_order(
        words_of(to_pdf(REPORT))[0],
        *("Assembly of the Steppe", "Commitments", "25 November 2026", "Pledges are voluntary."),
        *("By party", "Two parliaments have answered.", "Open", "Party", "Floods"),
        *("Kazakhstan", "2", "Türkiye", "–", "First", "Second", "Қабылданды ő ý ə", "Nothing"),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_conforms_says_its_language_and_is_the_same_twice(language: str) -> None:
    report = replace(REPORT, language=language)
    data = to_pdf(report)
    reader = PdfReader(io.BytesIO(data))
    assert str(reader.root_object["/Lang"]) == language
    assert reader.metadata is not None
    assert reader.metadata.title == "Commitments"
    assert reader.xmp_metadata is not None
    assert "pdfuaid:part" in reader.xmp_metadata.stream.get_data().decode()
    assert to_pdf(report) == data


def test_its_marking_stands_on_every_page() -> None:
    rows = tuple((f"Parliament {n}", "1") for n in range(150))
    long = Section("Long", (Table("Long", ("Party", "Floods"), rows),))
    pages = words_of(to_pdf(replace(REPORT, marking="Members only", sections=(long,))))
    assert len(pages) > 2
    assert all("Members only" in page and "Party" in page for page in pages)
    assert not any("Members only" in page for page in words_of(to_pdf(REPORT)))


def test_what_people_wrote_is_printed_and_not_carried_out() -> None:
    said = (Says(EVIL), Items((EVIL,)), Table(EVIL, (EVIL,), ((EVIL,),)))
    written = words_of(to_pdf(replace(REPORT, title="x", sections=(Section("y", said),))))[0]
    assert EVIL in written


def test_a_letter_without_a_font_holds_nothing_up() -> None:
    written = words_of(to_pdf(replace(REPORT, sections=(Section("a\x08", (Says("汉 two"),)),))))[0]
    in_order(written, "a", "two")


def test_another_reader_finds_headings_tables_and_what_a_picture_shows(
    need: Callable[[str], str], tmp_path: Path
) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(to_pdf(REPORT))
    command = [need("pdfinfo"), "-struct-text", str(file)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    in_order(
        told,
        'H1 "Commitments"',
        'H2 "By party"',
        "Table",
        "Caption",
        "THead",
        "TBody",
        "L ",
        "Figure",
    )
