"""What is open enters the next agenda; what slips is announced."""

from datetime import date
from typing import Any

import pytest

from kurultai.gate.slipping import slipping
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Undertaking
from tests.conftest import Site
from tests.site.filling import filled
from tests.site.pledged import CLERK, DOCUMENT, DUE, LATE, pledge
from tests.site.prepared import convene

OFFICER = "person:office-secretariat"


def items(site: Site, meeting: str = "defence-3") -> list[dict[str, Any]]:
    found = site.browser(OFFICER).get(f"/meetings/{meeting}/agenda.json").json()
    return list(found["page"]["items"])


def did(site: Site, *commands: c.Command) -> None:
    for command in commands:
        site.house.submit(CLERK, command).result()


def test_the_next_agenda_of_the_series_has_what_is_open(site: Site) -> None:
    pledge(site.house)
    did(site, c.ConveneMeeting(id="next", series="series:plenary", ordinal=16, when="2027-06-01"))
    carried = [i["commitments"] for i in items(site, "plenary-16") if i["document"] == DOCUMENT]
    assert carried == [[LATE, DUE]]


def test_another_meeting_has_what_it_is_named_to_review(site: Site) -> None:
    pledge(site.house, review="meeting:defence-3")
    convene(site.house)
    carried = [i["commitments"] for i in items(site) if i["document"] == DOCUMENT]
    assert carried == [[LATE, DUE]]
    page = site.browser().get("/meetings/defence-3/agenda").content.decode()
    assert page.count("To be reviewed at this meeting") == 2


@pytest.mark.parametrize("audience", ["secretariat", "members"])
def test_no_agenda_names_what_not_all_its_readers_may_see(site: Site, audience: str) -> None:
    pledge(site.house, audience=audience, review="meeting:defence-3")
    convene(site.house)
    assert not [i for i in items(site) if i["document"]]
    form = site.browser(OFFICER).get("/meetings/defence-3/agenda/new").content.decode()
    assert "On exercises" not in form


def test_what_is_superseded_struck_or_ended_is_not_carried_on(site: Site) -> None:
    pledge(site.house)
    ended = Undertaking(action="report", until="2026-06-01")
    did(
        site,
        c.DescribeCommitment(id="ended", commitment=LATE, undertaking=ended),
        c.SupersedeCommitment(id="over", commitment=DUE, reason={"en": "A later text."}),
        c.ConveneMeeting(id="next", series="series:plenary", ordinal=16, when="2027-06-01"),
    )
    assert not [i for i in items(site, "plenary-16") if i["document"] == DOCUMENT]


def test_what_became_open_since_the_release_is_offered_to_the_next(site: Site) -> None:
    convene(site.house)
    pledge(site.house, review="meeting:defence-3")
    did(site, c.RaiseMatter(id="new", meeting="meeting:defence-3", title={"en": "A new matter"}))
    browser = site.browser(OFFICER)
    page = browser.get("/meetings/defence-3/agenda").content.decode()
    assert "Open and not on this agenda yet" in page
    path = "/meetings/defence-3/agenda/new"
    before = items(site)
    assert browser.post(path, filled(browser, path)).status_code == 303
    now = items(site)
    assert {i["origin"] for i in now if i["document"] == DOCUMENT} == {"commitments"}
    assert {i["origin"] for i in now if i["title"] == {"en": "A new matter"}} == {"proposed"}
    assert now[-1]["item"] == before[-1]["item"]
    page = browser.get("/meetings/defence-3/agenda").content.decode()
    assert "Open and not on this agenda yet" not in page


def test_more_of_a_text_joins_the_item_that_it_has(site: Site) -> None:
    pledge(site.house, review="meeting:defence-3")
    did(site, c.ReportOnCommitment(id="d", commitment=DUE, state="done", words={"en": "Done."}))
    convene(site.house)
    did(site, c.ReportOnCommitment(id="u", commitment=DUE, state="accepted", words={"en": "No."}))
    browser, path = site.browser(OFFICER), "/meetings/defence-3/agenda/new"
    assert browser.post(path, filled(browser, path)).status_code == 303
    assert [i["commitments"] for i in items(site) if i["document"]] == [[LATE, DUE]]


def test_an_agenda_says_how_much_later_than_due_its_meeting_comes(site: Site) -> None:
    convene(site.house)
    page = site.browser().get("/meetings/defence-3/agenda").content.decode()
    assert "This meeting comes 7 months later than it was due." in page
    assert (
        "later than it was due" not in site.browser().get("/meetings/plenary-15").content.decode()
    )


def test_series_that_slip_are_announced(site: Site) -> None:
    with site.house.viewing(None, "en") as viewer:
        late = [(one.series.series, one.months) for one in slipping(viewer, date(2026, 11, 25))]
        assert late == [("series:council", 16), ("series:defence", 7)]
        assert slipping(viewer, date(2025, 5, 1)) == ()
    announced = site.browser().get("/series/").content.decode()
    assert "2 series are overdue." in announced
    days = (date.fromisoformat(site.house.today()) - date(2026, 4, 15)).days
    assert f"{days} days late" in announced
    assert f"{days} days late" in site.browser().get("/").content.decode()
