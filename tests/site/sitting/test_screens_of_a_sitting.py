"""The five screens: who has which, what a part is, and that many speakers cost no more than one."""

import re
from typing import Any

import pytest

from kurultai.handle import House
from kurultai.language import LANGUAGES
from kurultai.procedure import commands as c
from tests.conftest import Site
from tests.site.prepared import MEMBERS, OFFICER, THIRD
from tests.site.sitting.room import (
    CONVENED,
    SITTING,
    answer,
    asking,
    ballot,
    close,
    count_hands,
    count_papers,
    decide,
    do,
    fill,
    open_meeting,
    put,
    shown,
    suspend,
)

HEAD, CHAIR = "person:office-az-head", "person:office-kz-coordinator"
VIEWS = ("", "/chair", "/delegate", "/clerk", "/projector")
PARTS = ("item", "floor", "attendance", "motions", "vote", "result", "elections")
_OWN = re.compile(r'(name="(?:csrfmiddlewaretoken|command_id)" value=")[^"]*')


@pytest.fixture
def room(site: Site) -> Site:
    """The site with a meeting that sits, with something in every part."""
    open_meeting(site.house)
    fill(site.house)
    put(site.house)
    answer(site.house, az="yes", kz="yes", kg="abstain")
    decide(site.house)
    roll = c.PutQuestion(
        id="roll",
        meeting=THIRD,
        question={"en": "And this?"},
        method="roll_call",
        seed="0123456789abcdef",
    )
    do(site.house, roll)
    ballot(site.house)
    organ = shown(site.house).organ
    do(site.house, c.TakeOffice(id="chair", person=CHAIR, office="chair", of=organ))
    return site


def answers(site: Site, person: str) -> dict[str, int]:
    """What each screen is answered with."""
    browser = site.browser(person)
    return {view: browser.get(f"{SITTING}{view}").status_code for view in VIEWS}


def seen(*views: str) -> dict[str, int]:
    """These are there, and the others are not."""
    return {view: 200 if view in ("", "/projector", *views) else 404 for view in VIEWS}


def test_everybody_has_the_screens_that_are_theirs_and_no_other(room: Site) -> None:
    assert answers(room, "") == seen()
    assert answers(room, HEAD) == seen("/delegate")
    assert answers(room, CHAIR) == seen("/chair")
    assert answers(room, OFFICER) == seen("/chair", "/clerk")


@pytest.mark.parametrize("person", [HEAD, CHAIR])
def test_what_is_not_theirs_to_do_is_not_there(room: Site, person: str) -> None:
    nouns = {HEAD: "turns", CHAIR: "arrivals"}
    path = f"{SITTING}/{nouns[person]}/new"
    browser = room.browser(person)
    before = shown(room.house).position
    assert browser.get(path).status_code == 404
    assert browser.post(path, {}).status_code == 404
    assert browser.post(path, {}, headers={"X-Live": "1"}).status_code == 404
    assert shown(room.house).position == before


def test_nobody_who_is_not_signed_in_does_anything(room: Site) -> None:
    path = f"{SITTING}/turn-ends/new"
    browser = room.browser()
    assert browser.get(path).status_code == 404
    assert browser.post(path, {}).status_code == 403
    assert browser.post(path, {}, headers={"X-Live": "1"}).status_code == 403


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_is_there_in_every_language(room: Site, language: str) -> None:
    for person in (OFFICER, HEAD):
        browser = room.browser(person, language)
        for view, status in answers_of(browser).items():
            assert status in (200, 404), view
    page = room.browser("", language).get(SITTING).content.decode()
    assert f'<html lang="{language}"' in page
    assert all(f'id="part-{name}"' in page for name in PARTS)


def answers_of(browser: Any) -> dict[str, int]:  # noqa: ANN401 - Django ships no types
    """What each screen is answered with in that browser."""
    return {view: browser.get(f"{SITTING}{view}").status_code for view in VIEWS}


def rendered(house: House, view: str) -> dict[str, str]:
    """Each part as a live screen gets it."""
    from kurultai.site.sittings.parts import parts

    page = shown(house)
    with house.viewing(OFFICER, "en") as viewer:
        return {part.name: part.html for part in parts(viewer, page, view)}


@pytest.mark.parametrize("view", ["chair", "clerk"])
def test_a_part_is_the_same_on_a_whole_page_and_in_a_message(room: Site, view: str) -> None:
    page = room.browser(OFFICER).get(f"{SITTING}/{view}").content.decode()
    for name, html in rendered(room.house, view).items():
        begin = page.index(f'<section id="part-{name}"')
        part = page[page.index(">", begin) + 1 : page.index("</section>", begin)]
        assert _OWN.sub(r"\1", part) == html, name
        assert html == _OWN.sub(r"\1", html), name


def test_what_all_see_holds_no_form(room: Site) -> None:
    for view in ("public", "projector"):
        assert all("<form" not in html for html in rendered(room.house, view).values())


def nouns(house: House, view: str) -> set[str]:
    """What the short forms of a screen ask for."""
    action = re.compile(r'action="[^"]*/([^/"]*)/new"')
    return {noun for html in rendered(house, view).values() for noun in action.findall(html)}


def test_a_suspended_sitting_offers_only_what_is_possible(room: Site) -> None:
    assert {"turns", "items", "suspensions"} < nouns(room.house, "chair")
    suspend(room.house)
    assert nouns(room.house, "chair") == {"resumptions"}
    assert nouns(room.house, "clerk") == {"arrivals"}


def test_each_form_of_a_page_is_a_request_of_its_own(room: Site) -> None:
    page = room.browser(OFFICER).get(f"{SITTING}/chair").content.decode()
    ids = re.findall(r'name="command_id" value="([^"]*)"', page)
    assert len(ids) > 5
    assert all(re.fullmatch("[0-9a-f]{32}", one) for one in ids)
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("view", ["chair", "clerk"])
def test_a_key_does_one_thing_and_stands_where_it_does(room: Site, view: str) -> None:
    page = room.browser(OFFICER).get(f"{SITTING}/{view}").content.decode()
    keys = re.findall(r'data-key="([^"]*)"', page)
    assert keys
    assert len(set(keys)) == len(keys)
    assert all(f'<kbd aria-hidden="true">{key}</kbd>' in page for key in keys)


def reads(house: House, view: str) -> int:
    """How many queries the sitting and its parts take."""
    from kurultai.gate.sitting import sitting
    from kurultai.site.sittings.parts import parts

    with house.viewing(OFFICER, "en") as viewer:
        said: list[str] = []
        parts(viewer, sitting(viewer, THIRD), view)  # what the register says is kept
        viewer.db.set_trace_callback(said.append)
        parts(viewer, sitting(viewer, THIRD), view)
        viewer.db.set_trace_callback(None)
        return len(said)


@pytest.mark.parametrize("view", ["public", "chair", "clerk"])
def test_many_speakers_cost_no_more_queries_than_one(room: Site, view: str) -> None:
    before = reads(room.house, view)
    for n, party in enumerate(MEMBERS * 5):
        do(room.house, asking(party, f"point-{n}", "point_of_order") if n < 4 else _moved(n, party))
    assert len(shown(room.house).waiting) >= 5
    assert reads(room.house, view) == before
    assert before < 40


def _moved(n: int, party: str) -> c.ChangeAttendance:
    """A delegation has another number of members."""
    return c.ChangeAttendance(
        id=f"moved-{n}", meeting=THIRD, party=party, present=True, members=n + 10
    )


def test_a_sitting_that_has_not_begun_or_is_over_is_shown_too(site: Site) -> None:
    do(site.house, CONVENED)
    assert answers(site, OFFICER) == seen("/chair", "/clerk")
    do(site.house, c.OpenMeeting(id="open", meeting=THIRD))
    assert answers(site, OFFICER) == seen("/chair", "/clerk")
    assert nouns(site.house, "chair")
    do(site.house, c.CloseMeeting(id="end", meeting=THIRD))
    assert answers(site, OFFICER) == seen("/chair", "/clerk")
    assert nouns(site.house, "chair") == nouns(site.house, "clerk") == set()


def test_hands_are_drawn_as_a_bar_and_nobody_is_named(site: Site) -> None:
    open_meeting(site.house)
    put(site.house, "hands")
    count_hands(site.house)
    assert 'class="counted"' in rendered(site.house, "public")["vote"]
    close(site.house)
    decide(site.house)
    result = rendered(site.house, "public")["result"]
    assert 'class="bar"' in result
    assert "Kazakhstan" not in result


def test_an_election_is_shown_with_its_ballots(room: Site) -> None:
    assert "stands" in rendered(room.house, "public")["elections"]
    count_papers(room.house)
    shown_now = rendered(room.house, "public")["elections"]
    assert re.search(r"✓</span> Elected</span> <strong>Aliya Nurlanova", shown_now)
