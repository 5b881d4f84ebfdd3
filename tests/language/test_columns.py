"""No two columns of a file are called the same, in no language, nor two words of a vocabulary."""

import pytest

from kurultai.language import LANGUAGES
from kurultai.language.columns import HEADINGS, column_of, heading, key_of, plain
from kurultai.language.terms import TERMS, term
from kurultai.site.sheets.given import COLUMNS as GIVEN
from kurultai.site.sheets.past import COLUMNS as PAST


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", [(*GIVEN, "remark"), (*PAST, "remark")])
def test_a_heading_leads_back_to_its_column(language: str, columns: tuple[str, ...]) -> None:
    for column in columns:
        assert column_of(heading(language, column), columns) == column


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", ["commitment_state", "action"])
def test_a_word_leads_back_to_its_key(language: str, scheme: str) -> None:
    for key in TERMS[scheme]:
        assert key_of(term(language, scheme, key), scheme) == key


def test_case_signs_and_dots_make_no_difference() -> None:
    assert plain("  İCRADADIR ") == plain("icradadır") == "icradadir"
    assert plain("Proposed_by:") == plain("proposed by")
    assert plain("Учёт") == plain("учет")


def test_other_words_are_understood_where_ours_do_not_say_otherwise() -> None:
    assert column_of("Ülke", PAST) == "party"
    assert column_of("Дата ответа", PAST) == "answered"
    assert column_of("STATUS", PAST) == "state"
    assert key_of("Kabul edildi", "commitment_state") == "accepted"
    assert key_of("выполняется", "commitment_state") == "in_progress"
    assert column_of("nothing of ours", PAST) == key_of("", "action") == ""


def test_every_column_has_a_heading() -> None:
    assert {*GIVEN, *PAST, "remark"} <= set(HEADINGS)
