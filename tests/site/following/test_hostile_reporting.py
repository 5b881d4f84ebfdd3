"""Whatever is sent to the forms of coordinators is answered in words, and breaks nothing."""

import json

import pytest

from tests.conftest import Site
from tests.site.filling import filled
from tests.site.following.asked import COORDINATOR, of_az, report_form
from tests.site.test_every_step import ALIKE, HOSTILE
from tests.site.third_meeting import CLERK

ODD = (*HOSTILE, "²", "-1", '{"commitment:x": [1]}', "[1]", "true", json.dumps("x" * 3000))


@pytest.mark.parametrize("hostile", ODD)
def test_nothing_that_is_entered_breaks_a_form(site: Site, hostile: str) -> None:
    rows = of_az(site.house)
    forms = (
        (COORDINATOR, report_form(rows[1])),
        (COORDINATOR, "/parties/az/reports/new"),
        (CLERK, "/parties/az/remind"),
    )
    answers = set()
    for person, path in forms:
        browser = site.browser(person)
        whole = filled(browser, path)
        for name in (n for n in whole if not ALIKE.search(n)):
            for pressed in ({}, {"keep": "1"}):
                sent = {**whole, name: [hostile], **pressed}
                answers.add(browser.post(path, sent).status_code)
                answers.add(browser.get(path).status_code)
    assert answers <= {200, 303, 422}


def test_a_draft_from_another_day_is_opened_though_its_fields_are_gone(site: Site) -> None:
    from kurultai.site.reports import drafts

    rows = of_az(site.house)
    place = drafts.Place("party:az", rows[1].commitment)
    odd = {"milestones": ["gone"], "kept": ["x"], "state": ["pledged"], "last": ["[]"], "": [""]}
    drafts.save(place, COORDINATOR, odd, (), window="x", seen=0)
    assert site.browser(COORDINATOR).get(report_form(rows[1])).status_code == 200
    several = {f"state-{rows[0].commitment}": ["?"], "state-commitment:none": ["done"]}
    drafts.save(drafts.Place("party:az"), COORDINATOR, several, (), window="x", seen=0)
    assert site.browser(COORDINATOR).get("/parties/az/reports/new").status_code == 200
