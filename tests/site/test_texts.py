"""Pasted texts: paragraphs, kinds, and identities that stay."""

import pytest

from kurultai.procedure.acts import Unit
from kurultai.site.forms.texts import first_version, paragraphs, parallel, reworded, written

TEXT = """Recommendation on cybersecurity

Recalling the meeting
of 15 April 2025,

# Measures

1. Invites the parliaments to report.

2) Asks the secretariat to gather the reports."""

READ = (
    ("heading", "Recommendation on cybersecurity"),
    ("preamble", "Recalling the meeting of 15 April 2025,"),
    ("heading", "Measures"),
    ("operative", "Invites the parliaments to report."),
    ("operative", "Asks the secretariat to gather the reports."),
)


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n"), f"\n\n{TEXT}\n \n"])
def test_paragraphs_are_parted_by_empty_lines_and_numbers_make_them_operative(text: str) -> None:
    assert paragraphs(text) == READ


def test_a_year_at_the_beginning_makes_no_paragraph_operative() -> None:
    assert paragraphs("Title\n\n2025 was the year.")[1] == ("preamble", "2025 was the year.")


def test_an_empty_text_has_no_paragraphs() -> None:
    assert paragraphs(" \n\n \r\n") == ()


def test_a_version_that_is_written_out_is_read_the_same_again() -> None:
    assert paragraphs(written(first_version(READ, "a"))) == READ


def test_a_paragraph_that_was_only_reworded_stays_the_same_one() -> None:
    before = first_version(READ, "a")
    after = reworded(
        (*READ[:3], ("operative", "Invites them to report yearly."), READ[4]), before, "b"
    )
    assert [unit.unit for unit in after] == [unit.unit for unit in before]


def test_an_inserted_paragraph_is_a_new_one_and_moves_no_other() -> None:
    before = first_version(READ, "a")
    after = reworded((*READ[:3], ("operative", "Notes the reports."), *READ[3:]), before, "b")
    identities = [unit.unit for unit in after]
    assert identities[:3] + identities[4:] == [unit.unit for unit in before]
    assert identities[3] not in {unit.unit for unit in before}


def test_another_language_has_the_same_paragraphs_by_order() -> None:
    first = (Unit("unit:1", "heading", "Title"), Unit("unit:2", "operative", "Invites."))
    assert parallel((("heading", "Başlık"), ("operative", "Davet eder.")), first) == (
        Unit("unit:1", "heading", "Başlık"),
        Unit("unit:2", "operative", "Davet eder."),
    )
    assert parallel((("operative", "Davet eder."),), first) is None
    assert parallel((("operative", "Davet eder."), ("heading", "Başlık")), first) is None
