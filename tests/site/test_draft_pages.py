"""The pages on which a text being drafted is read, by people and by programs."""

import gzip
import html
import re
from typing import Any

import pytest

from kurultai.language import LANGUAGES
from tests.conftest import Site
from tests.site import draft
from tests.site.draft import (
    AT_LEAST_TWICE,
    DOCUMENT,
    EXCHANGE,
    NO_OBSERVERS,
    RARE,
    TWICE_A_YEAR,
    path,
)
from tests.site.test_reading import FIRST_VIEW, REQUESTS, weights

HERE = f"/documents/{path(DOCUMENT)}"


@pytest.fixture
def drafted(site: Site) -> Site:
    draft.draft(site.house)
    return site


@pytest.fixture
def circulated(drafted: Site) -> Site:
    draft.circulate(drafted.house)
    return drafted


@pytest.fixture
def amended(circulated: Site) -> Site:
    draft.amend(circulated.house)
    return circulated


@pytest.fixture
def marshalled(amended: Site) -> Site:
    draft.marshal(amended.house)
    return amended


def read(site: Site, address: str, language: str = "en") -> str:
    """The page as it is sent."""
    answer = site.browser(language=language).get(address)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


def plain(markup: str) -> str:
    """The words of a piece of a page, as they are heard."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def piece(page: str, begins: str, ends: str) -> str:
    """The words of the page from one piece of markup to another."""
    return plain(page[page.index(begins) :].partition(ends)[0])


def test_a_document_says_where_it_stands_and_which_language_lacks_what(circulated: Site) -> None:
    page = read(circulated, HERE)
    assert "1 December 2026, 19:00 (UTC+4)" in page
    assert page.count("✓ </span>Complete") == 5
    assert f'href="{HERE}/text?language=uz&amp;unit=u7#u-u7">1 of 8 paragraphs behind' in page


def test_a_silence_says_its_instant_and_who_broke_it(drafted: Site) -> None:
    draft.silence(drafted.house)
    for address in (HERE, f"{HERE}/board"):
        page = read(drafted, address)
        assert "Under silence procedure" in page
        assert "at the instant 4 December 2026, 19:00 (UTC+4)" in page
        assert "Cyber exercises, interim" in page
    draft.break_silence(drafted.house)
    page = plain(read(drafted, HERE))
    assert "The silence was broken · 25 November 2026" in page
    assert "Hungary" not in page
    assert "Türkiye objected. Too early." in page


def test_a_document_is_read_with_its_numbers_and_points(drafted: Site) -> None:
    text = piece(read(drafted, HERE), '<div class="text"', "</section>")
    assert "3 Recommends that joint exercises: 3 (a) be held in turn" in text
    assert "4 Asks the Secretariat" in text
    kazakh = piece(read(drafted, f"{HERE}?language=kk"), '<div class="text"', "</section>")
    assert "Парламенттерді шекарадан" in kazakh
    uzbek = piece(read(drafted, f"{HERE}?language=uz"), '<div class="text"', "</section>")
    assert uzbek.endswith(
        "4 Missing Asks the Secretariat to report on progress at the next meeting."
    )


def test_languages_stand_beside_each_other_as_they_were_chosen(drafted: Site) -> None:
    page = read(drafted, f"{HERE}/text?language=kk&language=tr&language=uz&language=hu")
    heads = re.findall(r'columnheader" lang="(\w+)"', page)
    assert heads == ["kk", "tr", "uz"]
    assert re.findall(r'value="(\w+)" checked', page) == ["kk", "tr", "uz"]
    last = page[page.index('id="u-u7"') :].partition("</tr>")[0]
    assert plain(last).endswith("vermesini ister. Missing")


def test_without_a_choice_the_readers_own_language_stands_first(drafted: Site) -> None:
    page = read(drafted, f"{HERE}/text", language="tr")
    assert re.findall(r'value="(\w+)" checked', page) == ["az", "tr"]
    assert re.findall(r'columnheader" lang="(\w+)"', page) == ["tr", "az"]


def test_a_text_is_shown_as_it_stood(marshalled: Site) -> None:
    _adopt(marshalled)
    now = read(marshalled, f"{HERE}/text?language=en")
    assert "at least twice a year" in now
    positions = re.findall(r"/text\?at=(\d+)", now)
    assert len(positions) == 7
    assert "Text consolidated" in now
    before = read(marshalled, f"{HERE}/text?language=en&at={positions[1]}")
    assert "once a year" in before
    assert f"as it stood at position {positions[1]} of the record" in before
    first = read(marshalled, f"{HERE}/text?at={positions[-1]}")
    assert re.findall(r'columnheader" lang="(\w+)"', first) == ["az"]


def _adopt(site: Site) -> None:
    draft.vote(site.house, AT_LEAST_TWICE, TWICE_A_YEAR, EXCHANGE)
    draft.consolidate(site.house)


def test_a_long_text_is_read_in_pages_and_a_unit_leads_to_its_own(
    drafted: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kurultai.site.views.texts.PAGE", 3)
    page = read(drafted, f"{HERE}/text?language=en&unit=u4")
    assert re.findall(r' id="(u-u\d)"', page) == ["u-u3", "u-u4", "u-u5"]
    assert f'href="{HERE}/text?language=en&amp;page=3"' in page


def test_what_amendments_change_is_shown_in_the_text_with_whose_it_is(marshalled: Site) -> None:
    page = read(marshalled, f"{HERE}/redline?amendments=all&language=en")
    assert "Not shown, because they change the same words as one that is" in page
    changed = page[page.index('id="u-u2"') :].partition('id="u-u3"')[0]
    assert re.search(r"<del>.*once.*</del>", changed)
    shown = "Türkiye" if "every two years" in changed else "Kazakhstan, Kyrgyzstan"
    assert shown in changed
    struck = piece(page, 'id="u-u6"', "</div>")
    assert struck.partition("> ")[2] == (
        "3 (b) [deleted: be open to observers; ] Amendment 3 3 Amendment 3: Azerbaijan"
    )
    assert "Invites exchange;" in piece(page, 'id="u-n1"', "</div>")


@pytest.mark.parametrize("query", ["from={1}&to={0}", "from={0}&to={1}", "amendments=all"])
def test_a_long_redline_is_read_in_pages_that_together_say_the_same(
    marshalled: Site, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    _adopt(marshalled)
    positions = re.findall(r'<option value="(\d+)"', read(marshalled, f"{HERE}/redline"))
    query = query.format(positions[-1], positions[-2]) + "&language=kk"
    whole = marshalled.browser().get(f"{HERE}/redline.json?{query}").json()["page"]
    lines = _lines(read(marshalled, f"{HERE}/redline?{query}"))
    monkeypatch.setattr("kurultai.site.views.texts.PAGE", 3)
    several = range(1, 4)
    pages: Any = [
        marshalled.browser().get(f"{HERE}/redline.json?{query}&page={n}").json()["page"]
        for n in several
    ]
    assert [line for page in pages for line in page["paragraphs"]] == whole["paragraphs"]
    assert {(page["changed"], page["count"], page["pages"]) for page in pages} == {
        (whole["changed"], len(whole["paragraphs"]), 3)
    }
    shown = [_lines(read(marshalled, f"{HERE}/redline?{query}&page={n}")) for n in several]
    assert [line for page in shown for line in page] == lines


def _lines(page: str) -> list[str]:
    """The paragraphs of a redline."""
    return re.findall(r'<div class="u .*?</div>', page, re.DOTALL)


def test_the_history_compares_the_readings_unless_others_are_asked_for(marshalled: Site) -> None:
    _adopt(marshalled)
    page = read(marshalled, f"{HERE}/redline")
    assert "2 paragraphs changed." in page
    row = piece(page, 'id="u-u2"', "</div>")
    assert "[deleted: once ] [inserted: at least twice ]" in row
    positions = re.findall(r'<option value="(\d+)"', page)
    same = read(marshalled, f"{HERE}/redline?from={positions[1]}&to={positions[1]}&language=az")
    assert "0 paragraphs changed." in same


def test_adopted_words_name_who_brought_them_in_and_who_changed_them(marshalled: Site) -> None:
    _adopt(marshalled)
    page = read(marshalled, f"{HERE}/redline?amendments=adopted&language=en")
    row = piece(page, 'id="u-u2"', "</div>")
    assert "Amendment 1: Kazakhstan, Kyrgyzstan; 1.1: Azerbaijan" in row
    assert "Azerbaijan" not in piece(page, 'id="u-u6"', "</div>")


def test_the_board_shows_what_each_says_and_silence_as_silence(amended: Site) -> None:
    page = read(amended, f"{HERE}/board")
    rows = {
        unit: plain(cells)
        for unit, cells in re.findall(r'<tr role="row" id="u-(\w+)"(.*?)</tr>', page, re.DOTALL)
    }
    assert rows["u1"].endswith("✓ All agree")
    assert rows["u2"].endswith("⇄ 2 wordings compete")
    assert rows["u3"].endswith("✕ Objected to")
    assert rows["u5"].endswith("· 3 have not answered")
    assert rows["u7"].endswith("· One missing: Kyrgyzstan")
    assert "Kyrgyzstan No answer" in rows["u7"]
    assert "Governments name contacts." in page
    assert "1 December 2026, 19:00 (UTC+4)" in page


def test_the_board_shows_competing_wordings_under_each_other(amended: Site) -> None:
    page = read(amended, f"{HERE}/board")
    about = piece(page, 'id="about-u2"', "</section>")
    assert about.index("twice") < about.index("every two years")
    open_only = read(amended, f"{HERE}/board?show=open")
    assert 'id="u-u1"' not in open_only
    assert 'id="u-u2"' in open_only


def test_the_board_keeps_to_the_reading_that_was_answered(marshalled: Site) -> None:
    _adopt(marshalled)
    page = read(marshalled, f"{HERE}/board")
    assert "The delegations answered an earlier reading" in page
    assert "once a year" in page
    assert 'id="u-n1"' not in page


def test_a_long_board_is_read_in_pages_each_with_the_amendments_to_its_paragraphs(
    amended: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = read(amended, f"{HERE}/board")
    monkeypatch.setattr("kurultai.site.views.boards.PAGE", 2)
    rows, told = "", []
    for number in (1, 2, 3, 4):
        page = read(amended, f"{HERE}/board?page={number}")
        rows += "".join(re.findall(r'<tr role="row" id=.*?</tr>', page, re.DOTALL))
        found: Any = amended.browser().get(f"{HERE}/board.json?page={number}").json()["page"]
        told.append({row["amendment"] for row in found["amendments"]})
        assert (found["page"], found["pages"], len(found["wordings"])) == (number, 4, 4)
        assert piece(page, '<dl class="counts', "</dl>") == piece(
            whole, '<dl class="counts', "</dl>"
        )
    assert rows == "".join(re.findall(r'<tr role="row" id=.*?</tr>', whole, re.DOTALL))
    assert told == [{TWICE_A_YEAR, RARE}, {EXCHANGE}, {NO_OBSERVERS}, set()]


def test_a_draft_that_was_not_circulated_has_no_board_yet(drafted: Site) -> None:
    assert "has not been circulated" in read(drafted, f"{HERE}/board")


def test_the_list_says_why_each_stands_where_it_stands(marshalled: Site) -> None:
    page = read(marshalled, f"{HERE}/amendments")
    places = re.findall(r"Place in the list </span>(\d+)", page)
    assert places == ["1", "2", "3", "4", "5"]
    assert "amendments to the same place" in page
    entry = piece(page, f'id="amendment-{path(AT_LEAST_TWICE)}"', "</article>")
    assert "Amendment 1.1 Tabled" in entry
    assert "It is a sub-amendment to amendment 1: it is voted on before it." in entry
    rare = piece(page, f'id="amendment-{path(RARE)}"', "</article>")
    assert "replace the words “once a year” with “every two years”" in rare
    assert "what is furthest from the text is voted on first. If it is adopted" in rare
    assert re.search(r'<rect class="reach" width="\d+"', page)


def test_the_chairs_order_stands_with_its_reason_and_what_the_rule_would_give(
    amended: Site,
) -> None:
    order = (NO_OBSERVERS, AT_LEAST_TWICE, TWICE_A_YEAR, RARE, EXCHANGE)
    draft.marshal(amended.house, *order)
    page = read(amended, f"{HERE}/amendments")
    assert "The chair ordered otherwise." in page
    assert "Observers first: the host asks for it." in page
    assert re.search(r'The rule would have given: <a href="/amendments/\w+">[\d.]+</a>, ', page)


def test_amendments_that_were_not_put_in_order_stand_as_tabled(amended: Site) -> None:
    page = read(amended, f"{HERE}/amendments")
    assert "have not been put in order yet" in page
    assert page.count("Not on the list") == 5
    assert re.findall(r'">Amendment ([\d.]+)</a> <span class="badge now">', page) == [
        *("1", "2", "3", "4", "1.1"),
    ]


def test_amendments_stay_on_the_list_after_the_text_went_on_to_its_next_reading(
    marshalled: Site,
) -> None:
    _adopt(marshalled)
    page = read(marshalled, f"{HERE}/amendments")
    assert page.count("<article") == 5
    assert "Reading 1" not in page  # there is no other list to choose from
    draft.amend_again(marshalled.house)
    later = read(marshalled, f"{HERE}/amendments")
    assert re.findall(r"<h3.*?>Amendment (\d+)</a>", later) == ["6"]
    assert re.findall(r'\?reading=(\d)"( aria-current)?', later) == [
        ("1", ""),
        ("2", " aria-current"),
    ]
    assert read(marshalled, f"{HERE}/amendments?reading=1").count("<article") == 5


def test_a_separate_vote_names_its_paragraphs(drafted: Site) -> None:
    decision = draft.decide(drafted.house, "apart", units=("u6",))
    page = read(drafted, f"/decisions/{path(decision)}")
    assert "paragraph 3 (b)" in piece(page, 'id="concerned"', "</section>")


def test_what_is_not_translated_is_shown_as_written_and_asked_for(amended: Site) -> None:
    page = read(amended, f"{HERE}/amendments", language="uz")
    entry = page[page.index(f'id="amendment-{path(RARE)}"') :].partition("</article>")[0]
    assert 'lang="tr"' in entry
    assert ">iki <span" in entry.replace("</span>iki", ">iki")
    every = read(amended, f"/amendments/{path(TWICE_A_YEAR)}")
    versions = re.findall(
        r'<h3><span lang="(\w+)">(.*?)</div>\n(?=<div class="version|</div)', every, re.DOTALL
    )
    assert [language for language, _ in versions][:2] == ["kk", "en"]
    assert "Translation asked for" in dict(versions)["uz"]
    assert "екі" in dict(versions)["kk"]


def test_an_amendment_leads_to_its_sub_amendments_rivals_and_votes(marshalled: Site) -> None:
    address = f"/amendments/{path(TWICE_A_YEAR)}"
    page = read(marshalled, address)
    assert "Amendment 1.1 Tabled" in piece(page, 'id="subs"', "</section>")
    rivals = piece(page, 'id="rivals"', "</section>")
    assert "Amendment 2" in rivals
    assert "Settled by the other" in rivals
    assert "1.1" not in rivals
    sub = read(marshalled, f"/amendments/{path(AT_LEAST_TWICE)}")
    assert "Amends Amendment 1" in plain(sub)
    draft.vote(marshalled.house, AT_LEAST_TWICE, TWICE_A_YEAR)
    page = read(marshalled, address)
    assert f"Adopt vote-{path(TWICE_A_YEAR)}?" in page
    assert "As it was tabled, before its sub-amendments" in page


def test_a_decision_names_what_it_was_about_and_what_fell_with_it(marshalled: Site) -> None:
    decision = draft.vote(marshalled.house, RARE)[RARE]
    page = read(marshalled, f"/decisions/{path(decision)}")
    about = piece(page, 'id="concerned"', "</section>")
    assert "Amendment 2 · Türkiye Adopted" in about
    fell = about.partition("What fell with it")[2]
    assert "Amendment 1 · Kazakhstan What it amends is gone" in fell
    assert "Amendment 1.1 · Azerbaijan" in fell
    fallen = read(marshalled, f"/amendments/{path(TWICE_A_YEAR)}")
    assert "It falls because amendment 2 was adopted" in fallen


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_draft_is_there_in_every_language(marshalled: Site, language: str) -> None:
    for address in _addresses():
        assert f'<html lang="{language}">' in read(marshalled, address, language)


def _addresses() -> tuple[str, ...]:
    return (
        HERE,
        f"{HERE}/text",
        f"{HERE}/redline",
        f"{HERE}/redline?amendments=all",
        f"{HERE}/board",
        f"{HERE}/amendments",
        f"/amendments/{path(EXCHANGE)}",
        f"/amendments/{path(AT_LEAST_TWICE)}",
    )


def test_every_page_of_a_draft_is_there_for_programs(marshalled: Site) -> None:
    browser = marshalled.browser()
    for address in _addresses():
        where, _, query = address.partition("?")
        found: Any = browser.get(f"{where}.json?{query}").json()
        assert found["page"], address


def test_an_adopted_text_carries_what_stands_beside_it(drafted: Site) -> None:
    decision = draft.adopt(drafted.house)
    page = read(drafted, HERE)
    reservation = piece(page, 'id="reservations"', "</section>")
    assert "Türkiye · 3 (b)" in reservation
    assert "We do not take part in point (b)." in reservation
    assert "Kazakhstan" in piece(page, 'id="explanations"', "</section>")
    corrigendum = page[page.index('id="corrigenda"') :].partition("</section>")[0]
    assert "Corrigendum 1" in plain(corrigendum)
    compared = re.findall(r'href="([^"]+redline[^"]+)"', corrigendum)[0]
    changed = piece(read(drafted, html.unescape(compared)), 'id="u-u2"', "</div>")
    assert "[deleted: once ]" in changed
    paper = drafted.browser().get(f"{HERE}/papers/en.txt").content.decode()
    assert "We do not take part in point (b)." in paper
    assert f'href="/decisions/{path(decision)}"' in page


def test_no_page_of_a_draft_is_heavy_or_carries_style_or_script(marshalled: Site) -> None:
    browser = marshalled.browser(draft.CLERK)
    for address in _addresses():
        page = browser.get(address).content
        asked = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page.decode()))
        size = len(gzip.compress(page)) + sum(weights(browser, asked))
        assert (address, size < FIRST_VIEW, 1 + len(asked) <= REQUESTS) == (address, True, True)
        assert re.findall(r"<script|<style| style=| on[a-z]+=", page.decode()) == []


@pytest.mark.parametrize(
    "address",
    [
        "/documents/none/text",
        "/documents/none/redline",
        "/documents/none/board",
        "/documents/none/amendments",
        "/amendments/none",
        f"{HERE}/amendments?page=9",
    ],
)
def test_what_is_not_there_is_answered_in_one_way(drafted: Site, address: str) -> None:
    browser = drafted.browser()
    answer = browser.get(address)
    assert answer.status_code == 404
    assert answer.content == browser.get("/nowhere").content
