"""A house of more than sixty: its screens say how many, and lead to the pages that say who."""

import re

import pytest

from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Presence
from tests.conftest import Site
from tests.site.prepared import MEMBERS, OFFICER, THIRD
from tests.site.sitting.room import QUESTION, SITTING, answer, close, decide, do, put
from tests.site.sitting.room import open_meeting as open_small

MORE = tuple(f"m{n}" for n in range(70))
DECISION = f"/decisions/{QUESTION.partition(':')[2]}"


@pytest.fixture
def house(site: Site) -> House:
    register(site.house)
    open_small(site.house)
    present = tuple(Presence(party, 3) for party in (*MEMBERS, *(f"party:{one}" for one in MORE)))
    do(site.house, c.TakeAttendance(id="all", meeting=THIRD, present=present))
    return site.house


def register(house: House) -> None:
    for one in MORE:
        words = {"en": f"Parliament {one}"}
        do(
            house,
            c.RegisterParty(id=f"p-{one}", party=f"party:{one}", names=words, state=words),
            c.GiveStatus(id=f"s-{one}", party=f"party:{one}", status="member"),
        )


def vote(house: House) -> None:
    put(house)
    answer(house, **dict.fromkeys(MORE[:50], "yes"), **dict.fromkeys(MORE[50:65], "no"))


def part(site: Site, name: str) -> str:
    page = site.browser().get(SITTING).content.decode()
    found = re.search(rf'<section id="part-{name}".*?</section>', page, re.DOTALL)
    assert found
    return found[0]


def named(html: str) -> set[str]:
    return {one for one in MORE if f"Parliament {one}<" in html or f"Parliament {one}," in html}


def test_attendance_is_a_number_and_leads_to_the_participants(site: Site, house: House) -> None:
    shown = part(site, "attendance")
    assert "74 of " in shown
    assert named(shown) == set()
    assert f'href="/meetings/{THIRD.partition(":")[2]}#parties"' in shown
    page = site.browser().get(f"/meetings/{THIRD.partition(':')[2]}").content.decode()
    assert named(page) == set(MORE)
    assert house.today()


def test_what_was_said_is_numbers_and_leads_to_the_positions(site: Site, house: House) -> None:
    vote(house)
    assert f'href="{DECISION}#picture"' not in part(site, "vote")
    close(house)
    shown = part(site, "vote")
    assert re.findall(r"<dd>(\d+)</dd>", shown) == ["50", "15", "0"]
    assert f'href="{DECISION}#picture"' in shown
    assert named(shown) == set()


def test_the_result_is_a_picture_with_its_numbers_and_leads_to_the_positions(
    site: Site, house: House
) -> None:
    vote(house)
    close(house)
    decide(house)
    shown = part(site, "result")
    for line in ("In favour (50)", "Against (15)", "Gave no position (9)"):
        assert line in shown
    assert "In favour: 50; Against: 15; Present without voting: 9." in shown
    assert named(shown) == set(MORE[65:])  # so few can be named
    assert len(shown) < 6000
    assert f'href="{DECISION}#picture"' in shown
    page = site.browser().get(DECISION).content.decode()
    assert named(page) == set(MORE)


def test_a_roll_call_says_who_is_called_and_how_many_said_what(site: Site, house: House) -> None:
    put(house, "roll_call")
    shown = part(site, "vote")
    assert "Is being called" in shown
    assert "0123456789abcdef" in shown
    assert len(shown) < 2000
    assert "Called now" in site.browser(OFFICER).get(f"{SITTING}/clerk").content.decode()
