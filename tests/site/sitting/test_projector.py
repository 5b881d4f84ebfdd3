"""The projector of a hall: nothing of a person, what is decided, in every language asked for."""

import re

import pytest

from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from tests.conftest import Site
from tests.site.prepared import THIRD
from tests.site.sitting.room import (
    SITTING,
    answer,
    asking,
    close,
    decide,
    do,
    open_meeting,
    put,
    suspend,
)

PAGE = f"{SITTING}/projector"
HEAD = "person:office-tr-head"


@pytest.fixture
def room(site: Site) -> Site:
    """The site with a meeting that sits."""
    open_meeting(site.house)
    return site


def shown(site: Site, query: str = "", person: str = "", language: str = "en") -> str:
    """The page."""
    answered = site.browser(person, language).get(f"{PAGE}{query}")
    assert answered.status_code == 200
    return str(answered.content.decode())


def part(html: str, name: str) -> str:
    """A part of the page as bare text."""
    inner = re.search(rf'id="part-{name}"[^>]*>(.*?)</section>', html, re.DOTALL)
    assert inner, f"no part {name}"
    return " ".join(re.sub(r"<[^>]*>", " ", inner[1]).split())


def test_nothing_of_the_site_or_of_a_person_is_on_the_wall(room: Site) -> None:
    html = shown(room, person=HEAD)
    assert not any(element in html for element in ("<nav", "<footer", "<form", "<a "))
    assert "Head of the delegation of Türkiye" not in html
    assert 'data-token=""' in html
    assert re.sub(r'data-now="[^"]*"', "", html) == re.sub(r'data-now="[^"]*"', "", shown(room))


def test_who_speaks_for_how_long_and_who_is_next(room: Site) -> None:
    do(room.house, *(asking(f"party:{one}", one) for one in ("kz", "tr", "az")))
    do(room.house, c.GiveFloor(id="give", meeting=THIRD, request=new_id("request", "kz")))
    html = shown(room)
    floor = part(html, "floor")
    assert re.search(r"Has the floor Kazakhstan .* 5:00 Next Türkiye Azerbaijan$", floor)
    assert 'data-seconds="300"' in html


def test_what_was_said_in_a_vote_is_not_on_the_wall_before_it_is_closed(room: Site) -> None:
    put(room.house)
    answer(room.house, az="yes", kz="no", tr="yes")
    assert part(shown(room), "vote").endswith("What was said is shown when the vote is closed.")
    close(room.house)
    assert "The vote is closed." in part(shown(room), "vote")
    assert part(shown(room), "vote").endswith("In favour 2 Against 1 Abstains 0")


def test_a_roll_call_names_who_is_called(room: Site) -> None:
    put(room.house, "roll_call")
    first = re.search(r"Is being called (\w+)", part(shown(room), "vote"))
    assert first
    party = {"Azerbaijan": "az", "Kazakhstan": "kz", "Kyrgyzstan": "kg", "Türkiye": "tr"}
    answer(room.house, **{party[first[1]]: "yes"})
    second = re.search(r"Is being called (\w+)", part(shown(room), "vote"))
    assert second
    assert first[1] != second[1]


def test_a_result_is_shown_with_its_threshold_as_a_picture(room: Site) -> None:
    put(room.house)
    answer(room.house, az="yes", kz="yes", kg="yes", tr="yes")
    decide(room.house)
    html = shown(room)
    assert "✓ Adopted" in part(html, "result")
    assert "Needed in favour: 4" in part(html, "result")
    assert 'class="threshold"' in html
    assert html.count('class="seat yes"') == 4


def test_a_suspended_sitting_says_so(room: Site) -> None:
    suspend(room.house)
    assert "The sitting is suspended." in part(shown(room), "item")


def test_every_language_that_is_asked_for_is_there_in_its_order(room: Site) -> None:
    html = shown(room, "?languages=kk,tr,xx,kk,az")
    assert re.findall(r'<div class="tongue[^"]*" lang="(\w+)"', html)[:3] == ["kk", "tr", "az"]
    assert "languages=kk,tr,az" in html
    assert '<html lang="kk"' in html
    assert part(html, "attendance") != part(shown(room), "attendance")


def test_without_a_language_that_is_known_it_is_in_the_browsers(room: Site) -> None:
    html = shown(room, "?languages=xx", language="tr")
    assert set(re.findall(r'<div class="tongue[^"]*" lang="(\w+)"', html)) == {"tr"}


def test_light_or_dark_is_as_the_room_asks(room: Site) -> None:
    assert '<html lang="en">' in shown(room)
    assert '<html lang="en" class="light">' in shown(room, "?light=1")


def test_a_long_question_is_set_smaller_so_that_none_of_it_is_lost(room: Site) -> None:
    question = {"en": "Shall it be so " * 20}
    do(room.house, c.PutQuestion(id="put", meeting=THIRD, question=question))
    assert 'class="main longest"' in shown(room)
