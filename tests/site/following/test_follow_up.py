"""A parliament's own page: what everybody sees of it, and what those who report for it see."""

from typing import Any

import pytest

from tests.conftest import Site
from tests.site.following.asked import COORDINATOR, OTHERS, close, of_az, report_form
from tests.site.third_meeting import CLERK

PAGE = "/parties/az/follow-up"


def read(browser: Any, path: str = PAGE) -> str:  # noqa: ANN401 - Django ships no types
    answer = browser.get(path)
    assert answer.status_code == 200
    text: str = answer.content.decode()
    return text


def test_the_page_shows_what_is_late_and_by_how_much(site: Site) -> None:
    of_az(site.house)
    page = site.browser().get(f"{PAGE}.json").json()["page"]
    assert {part["part"]: part["count"] for part in page["parts"]} == {
        "late": 1,
        "asked": 1,
        "carried": 1,
        "over": 0,
    }
    assert "15 days late" in read(site.browser())


def test_it_names_the_meeting_that_will_look_at_it_before_it_is_convened(site: Site) -> None:
    of_az(site.house)
    text = read(site.browser())
    assert "Meetings that will look at it" in text
    assert "Not yet convened" in text
    assert "4th " in text or "Fourth " in text


def test_it_shows_silence_of_the_others_as_silence(site: Site) -> None:
    of_az(site.house)
    text = read(site.browser())
    assert "What the others did: 0 of 3 answered" in text
    assert "What the others did: 2 of 3 answered" in text
    assert "No answer yet" in text


def test_milestones_stand_with_their_days_until_they_are_reached(site: Site) -> None:
    of_az(site.house)
    text = read(site.browser())
    assert "A contact is named" in text
    assert "1 October 2026" in text


def test_only_those_who_report_for_it_have_buttons(site: Site) -> None:
    rows = of_az(site.house)
    mine = read(site.browser(COORDINATOR))
    assert 'href="/parties/az/reports/new"' in mine
    assert f'href="{report_form(rows[1])}"' in mine
    for person in OTHERS:
        assert "reports/new" not in read(site.browser(person)), person


def test_a_coordinator_finds_it_from_every_page_and_others_do_not(site: Site) -> None:
    of_az(site.house)
    assert "Your parliament" in read(site.browser(COORDINATOR), "/rulebook")
    home = read(site.browser(COORDINATOR), "/")
    assert "Late: 1" in home
    assert "Your parliament" not in read(site.browser(), "/")
    assert f'href="{PAGE}"' in read(site.browser(), "/parties/az")


def test_one_part_can_be_looked_at_alone_and_by_pages(site: Site) -> None:
    of_az(site.house)
    text = read(site.browser(), f"{PAGE}?only=late")
    assert "15 days late" in text
    assert 'id="asked"' not in text
    for odd in ("?only=nothing&page=x", "?page=0", "?only=late&page=99999", "?only=late&page=²"):
        assert site.browser().get(PAGE + odd).status_code == 200


def test_what_is_for_members_alone_is_not_counted_for_others(site: Site) -> None:
    rows = of_az(site.house)
    close(site.house, rows[0].document)
    public = site.browser().get(f"{PAGE}.json").json()["page"]
    assert [part["count"] for part in public["parts"]] == [0, 0, 0, 0]
    assert public["reports"] == public["reviews"] == public["beside"] == []
    mine = site.browser(COORDINATOR).get(f"{PAGE}.json").json()["page"]
    assert [part["count"] for part in mine["parts"]] == [1, 1, 1, 0]


@pytest.mark.parametrize("person", ["", COORDINATOR])
def test_the_list_of_reminders_is_there_for_the_secretariat_alone(site: Site, person: str) -> None:
    of_az(site.house)
    assert site.browser(person).get("/reminders/").status_code == 404
    page = site.browser(CLERK).get("/reminders.json").json()["page"]
    of_first = next(row for row in page if row["party"] == "party:az")
    assert (of_first["late"], of_first["asked"]) == (1, 1)
    assert "/parties/az/remind" in read(site.browser(CLERK), "/reminders/")
