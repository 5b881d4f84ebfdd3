"""A paper as one HTML file: it asks nothing of a network, and comes back as it was."""

import re

import pytest
from hypothesis import given

from kurultai.papers import web
from kurultai.papers.draft import Unreadable
from kurultai.texts.unit import Unit
from tests.papers.papers import RESOLUTION, paper, worded
from tests.papers.trees import LANGUAGES, trees

BEGINNING = b'<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml">'


@given(trees())
def test_what_was_written_is_read_as_the_same_tree(units: tuple[Unit, ...]) -> None:
    draft = web.read(web.write(paper(units), LANGUAGES))
    assert draft.units == worded(units)
    assert draft.has_identities


def test_the_same_paper_is_the_same_bytes_and_asks_for_nothing() -> None:
    page = web.write(RESOLUTION, ("en", "kk"))
    assert page == web.write(RESOLUTION, ("en", "kk"))
    assert not re.search(rb"(src|href|@import|url\()", page)


def test_each_paragraph_says_in_which_language_it_is() -> None:
    page = web.write(RESOLUTION, ("en", "kk")).decode()
    assert '<p lang="en"><span class="sign">1.</span> <span class="words">Calls upon' in page
    assert '<p lang="kk"><span class="sign">1.</span> <span class="words">Мүше' in page
    assert 'typeof="Legislation"' in page


def test_a_gap_is_said_and_not_read_as_words() -> None:
    page = web.write(paper((Unit("1", "operative", {"en": "Decides."}),)), ("en", "kk"))
    assert page.count(b'class="gap"') == 1
    assert web.read(page).units == (Unit("1", "operative", {"en": "Decides."}),)


def test_what_people_wrote_stays_words() -> None:
    words = "<script>alert(1)</script> & ]]> \"'"
    page = web.write(paper((Unit('"><b>', "operative", {"en": words}),)), ("en",))
    assert b"<script" not in page
    assert web.read(page).units == (Unit('"><b>', "operative", {"en": words}),)


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "paper.not_ours"),
        (b"<html><body><main/></body></html>", "paper.not_ours"),
        (b'<!DOCTYPE html [<!ENTITY a "aaaa">]>\n<html>&a;</html>', "paper.not_ours"),
        (BEGINNING + b"<body>", "paper.broken_xml"),
        (BEGINNING + b"<body><main/></body></html>", "paper.not_ours"),
        (b" " * 25_000_001, "paper.too_large"),
    ],
)
def test_another_file_is_refused(data: bytes, rule: str) -> None:
    with pytest.raises(Unreadable) as refused:
        web.read(data)
    assert refused.value.rule == rule
