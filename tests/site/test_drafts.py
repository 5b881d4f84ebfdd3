"""What the pages of a draft are made of: board, redline, pages, and what touches what."""

from dataclasses import replace

import pytest

from kurultai.gate.shapes import Answer, Wording
from kurultai.site.drafts.board import board
from kurultai.site.drafts.compared import compared, worded
from kurultai.site.drafts.kept import based, kept
from kurultai.site.drafts.lines import Line, gaps, lines
from kurultai.site.drafts.marked import Author, marked
from kurultai.site.drafts.paging import address, number, paged
from kurultai.site.drafts.touched import touched
from kurultai.site.drafts.traced import is_changed, together
from kurultai.site.tongue import LANGUAGE
from kurultai.texts.amendment import Amendment
from kurultai.texts.apply import Run, Traced, trace
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Drop, Edit, Move
from kurultai.texts.redline import compare
from kurultai.texts.unit import Unit

PARTIES = ("party:az", "party:kz", "party:tr")
LINE = Line("u1", "operative", 0, "1", "1", {"en": "Invites the parliaments to report."})
TEXT = (
    Unit("t", "heading", {"en": "On reports"}),
    Unit("u1", "operative", {"en": "one two three", "tr": "bir iki üç"}, (
        Unit("u2", "point", {"en": "first"}),
    )),
    Unit("u3", "operative", {"en": "four"}),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _in_english() -> None:
    LANGUAGE.set("en")


def said(party: str, answer: str, unit: str = "u1", **words: str) -> Answer:
    return Answer(f"party:{party}", unit, answer, words, "2026-11-25", 1)


def proposed(name: str, by: str = "party:kz", *sponsors: str) -> Wording:
    """Another wording of the first paragraph."""
    return Wording("u1", f"amendment:{name}", (by,), sponsors)


ALL_AGREE = tuple(said(party, "agree") for party in ("az", "kz", "tr"))
TWO_WORDINGS = (proposed("a"), proposed("b", "party:tr"))


@pytest.mark.parametrize(
    ("answers", "wordings", "verdict"),
    [
        ((), (), "open"),
        (ALL_AGREE, (), "agreed"),
        (ALL_AGREE[:2], (), "missing"),
        (ALL_AGREE[:1], (), "open"),
        ((*ALL_AGREE[:2], said("tr", "ask")), (), "asked"),
        ((said("az", "ask"), said("kz", "reserve")), (), "reserved"),
        ((said("az", "reserve"), said("kz", "object")), (), "objected"),
        (ALL_AGREE, TWO_WORDINGS[:1], "worded"),
        (ALL_AGREE, TWO_WORDINGS, "compete"),
        ((said("az", "object"),), TWO_WORDINGS, "compete"),
        (ALL_AGREE, (replace(TWO_WORDINGS[0], unit="u3"),), "agreed"),
    ],
)
def test_a_row_comes_to_the_gravest_thing_said_and_then_to_who_is_silent(
    answers: tuple[Answer, ...], wordings: tuple[Wording, ...], verdict: str
) -> None:
    (found,) = board((LINE,), PARTIES, answers, wordings).rows
    assert found.verdict == verdict


def test_who_proposes_a_wording_is_shown_with_it_whatever_else_was_answered() -> None:
    (found,) = board((LINE,), PARTIES, ALL_AGREE, TWO_WORDINGS[:1]).rows
    assert [cell.answer for cell in found.cells] == ["agree", "propose", "agree"]
    assert found.cells[1].said == ALL_AGREE[1]


def test_the_board_counts_for_each_delegation_what_it_has_not_answered() -> None:
    other = replace(LINE, unit="u3")
    found = board((LINE, other), PARTIES, ALL_AGREE[:2], ())
    assert found.silent == {"party:az": 1, "party:kz": 1, "party:tr": 2}
    assert found.unheard == ("party:tr",)
    assert sum(found.verdicts.values()) == 2


def test_nobody_is_asked_about_a_heading() -> None:
    assert board((replace(LINE, kind="heading"),), PARTIES, (), ()).rows == ()


def test_a_sponsor_proposes_the_wording_too() -> None:
    (found,) = board((LINE,), PARTIES, (), (proposed("a", "party:kz", "party:tr"),)).rows
    assert [cell.answer for cell in found.cells] == ["silent", "propose", "propose"]
    assert found.silent == ("party:az",)


def test_a_redline_is_said_in_words_to_who_cannot_see_it() -> None:
    runs = (Run("a ", "kept"), Run("<b>", "deleted"), Run("c", "inserted"))
    assert marked(runs) == (
        'a <del><span class="vh" lang="en">[deleted: </span>&lt;b&gt;'
        '<span class="vh">] </span></del>'
        '<ins><span class="vh" lang="en">[inserted: </span>c<span class="vh">] </span></ins>'
    )


def test_a_change_names_its_amendment_once_behind_the_last_of_its_words() -> None:
    by = {"amendment:a": Author("3", "/amendments/a", "Kazakhstan")}
    runs = (Run("b", "deleted", "amendment:a"), Run("c", "inserted", "amendment:a"))
    page = str(marked(runs, by))
    assert page.count('href="/amendments/a"') == 1
    assert page.endswith("3</span></a>")
    assert '<span class="vh" lang="en">Amendment 3 </span>' in page


def test_words_of_nobody_known_are_not_named() -> None:
    assert "href" not in marked((Run("b", "inserted", "amendment:x"),), {})
    assert marked(()) == ""


def test_a_long_list_is_cut_into_pages_and_a_page_beyond_is_the_last() -> None:
    assert paged(range(5), 2, 2).rows == range(2, 4)
    beyond = paged(range(5), 9, 2)
    assert (list(beyond.rows), beyond.page, beyond.pages, beyond.count) == ([4], 3, 3, 5)
    assert paged((), 1, 2).pages == 1


def test_what_is_no_number_in_an_address_is_none() -> None:
    assert [number(text, 1) for text in ("7", "", "x", "-3", "٣", "9" * 30)] == [7, 1, 1, 1, 1, 1]


def test_an_address_keeps_what_was_chosen() -> None:
    chosen = {"language": ("kk", "tr"), "page": ("1",)}
    assert address("/x", chosen, page="2") == "/x?language=kk&language=tr&page=2"
    assert address("/x", {}, amendments="") == "/x"


def test_the_lines_of_a_text_are_numbered_as_a_reader_says_it() -> None:
    assert [(line.label, line.depth) for line in lines(TEXT, "en")] == [
        ("", 0),
        ("1", 0),
        ("1 (a)", 1),
        ("2", 0),
    ]


def test_a_language_that_lacks_units_says_how_many_and_leads_to_the_first() -> None:
    standings = {"en": "authentic", "tr": "translation"}
    english, turkish = gaps(standings, {"tr": ("u2", "u3")}, TEXT)
    assert (english.behind, english.first, english.of) == ((), "", 4)
    assert (turkish.behind, turkish.first, turkish.standing) == (("u2", "u3"), "u2", "translation")


def test_what_an_amendment_touches_is_shown_unit_by_unit() -> None:
    new = Unit("n", "operative", {"en": "new"})
    found = touched(
        Base(TEXT),
        (
            Edit("u1", "en", 4, 7, "2"),
            Edit("u1", "tr", 0, 3, "1"),
            Edit("u1", "en", 0, 0, "zero "),
            Drop("u3"),
            Add(None, "u1", (new,)),
            Move("u2", None, "u3"),
        ),
    )
    assert [(t.unit, t.what, t.after) for t in found] == [
        ("u1", "edited", None),
        ("u3", "dropped", None),
        ("n", "added", "u1"),
        ("u2", "moved", "u3"),
    ]
    assert [(run.words, run.what) for run in found[0].runs["en"]] == [
        ("zero ", "inserted"),
        ("one ", "kept"),
        ("two", "deleted"),
        ("2", "inserted"),
        (" three", "kept"),
    ]
    assert [run.what for run in found[0].runs["tr"]] == ["deleted", "inserted", "kept"]


def test_a_dropped_paragraph_takes_its_points_with_it() -> None:
    assert [(t.unit, t.depth) for t in touched(Base(TEXT), (Drop("u1"),))] == [("u1", 0), ("u2", 1)]


def test_what_is_not_in_the_text_any_more_is_passed_over() -> None:
    gone = (Edit("x", "en", 0, 1, ""), Drop("x"), Move("x", None, None))
    assert touched(Base(TEXT), gone) == ()


def test_of_rivals_the_first_is_shown_in_the_text_and_the_others_are_named() -> None:
    first = Amendment("a", (Edit("u1", "en", 0, 3, "1"),), 1)
    rival = Amendment("b", (Edit("u1", "en", 0, 7, "2"),), 2)
    free = Amendment("c", (Edit("u1", "en", 8, 13, "3"),), 3)
    found, left = together(Base(TEXT), (first, rival, free))
    assert left == ("b",)
    assert [run.amendment for run in found[1].runs["en"]] == ["a", "a", None, "c", "c"]


def test_two_that_move_one_paragraph_to_two_places_are_rivals_too() -> None:
    up = Amendment("a", (Move("u3", None, "t"),), 1)
    down = Amendment("b", (Move("u3", "u1", "u2"),), 2)
    assert together(Base(TEXT), (up, down))[1] == ("b",)


def test_a_paragraph_has_changed_only_for_who_reads_the_language_that_changed() -> None:
    found = trace(Base(TEXT), [Amendment("a", (Edit("u1", "tr", 0, 3, "1"), Drop("u3")))])
    assert [is_changed(each, "tr") for each in found] == [False, True, False, True]
    assert [is_changed(each, "en") for each in found] == [False, False, False, True]


@pytest.mark.parametrize("language", ["en", "tr"])
def test_what_is_found_to_have_changed_and_worded_is_what_a_comparison_says(language: str) -> None:
    title, first, last = TEXT
    point = replace(first.below[0], words={"en": "first of all", "tr": "önce"})
    new = Unit("u4", "operative", {"en": "five"}, (Unit("u5", "point", {"tr": "altı"}),))
    for later in (
        TEXT,
        (title, replace(first, words={"en": "one two"}), last),
        (title, replace(first, below=(point,)), last),
        (title, last, first),
        (last, replace(first, below=()), replace(new, below=(point, *new.below))),
        (title, replace(first, kind="preamble"), new),
        (),
    ):
        for old, after in ((TEXT, later), (later, TEXT)):
            expected = compare(_alone(old, language), _alone(after, language))
            was, now = based(old), based(after)
            found = compared(was, now, language)
            shown = tuple(_said(row) for row in worded(found, was, now, language))
            assert shown == tuple(_said(row) for row in expected)
            assert [is_changed(row, language) for row in found] == [
                is_changed(row, language) for row in expected
            ]


def _alone(units: tuple[Unit, ...], language: str) -> tuple[Unit, ...]:
    """With no words in other languages."""
    return tuple(
        replace(
            unit,
            words={code: said for code, said in unit.words.items() if code == language},
            below=_alone(unit.below, language),
        )
        for unit in units
    )


def _said(row: Traced) -> Traced:
    """Without the languages in which nothing is said."""
    return replace(row, runs={language: runs for language, runs in row.runs.items() if runs})


def test_what_is_made_of_a_text_is_made_once_of_each() -> None:
    made: list[str] = []

    @kept
    def first(units: tuple[Unit, ...], language: str) -> str:
        made.append(language)
        return units[0].words[language]

    other = (replace(TEXT[0], words={"en": "Other"}), *TEXT[1:])
    for _ in range(2):
        assert first(TEXT, "en") == "On reports"
        assert first(other, "en") == "Other"
        assert first(TEXT[1:], "tr") == "bir iki üç"
    assert made == ["en", "en", "tr", "tr"]  # a slice is another text
