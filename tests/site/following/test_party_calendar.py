"""A parliament's calendar: public things by name, the rest by its day, and secret addresses."""

import re
from dataclasses import replace
from typing import Any

from icalendar import Calendar

from kurultai.procedure import commands as c
from tests.conftest import Site
from tests.outward.rfc5545 import faults
from tests.site.filling import send
from tests.site.following.asked import COORDINATOR, LATE, close, of_az
from tests.site.third_meeting import CLERK

PATH = "/parties/az/follow-up.ics"
NAMED = LATE.milestones[0]


def entries(content: bytes) -> dict[str, tuple[str, str, str]]:
    """By their UID: summary, first day, status."""
    events: Any = Calendar.from_ical(content).walk("VEVENT")
    return {
        str(e["uid"]).rpartition("@")[0]: (
            str(e["summary"]),
            e["dtstart"].dt.isoformat(),
            str(e["status"]),
        )
        for e in events
    }


def secret(site: Site, person: str = COORDINATOR) -> str:
    """A secret address, as it is shown once."""
    answer = site.browser(person).post("/account/calendar", {})
    assert answer.headers["Cache-Control"] == "no-store"
    found = re.search(r"http://testserver(/calendar/[\w-]+\.ics)", answer.content.decode())
    assert found
    return found[1]


def test_everybody_has_the_due_days_and_milestones_of_what_is_public(site: Site) -> None:
    from kurultai.site.views.following.party_calendar import milestone_id

    late = of_az(site.house)[1].commitment
    found = entries(site.browser().get(PATH).content)
    assert found[late] == (
        "Due: REC/001/2026/FINAL, § 2 · Azerbaijan",
        "2026-11-10",
        "CONFIRMED",
    )
    assert found[milestone_id(late, "named")] == (
        "Milestone: A contact is named · Azerbaijan",
        "2026-10-01",
        "CONFIRMED",
    )


def test_the_meeting_that_will_look_at_it_stands_there_once_it_is_convened(site: Site) -> None:
    of_az(site.house)
    close_third(site)
    convened = c.ConveneMeeting(id="fourth", series="series:defence", ordinal=4, when="2027-05-01")
    site.house.submit(CLERK, convened).result()
    assert entries(site.browser().get(PATH).content)["meeting:defence-4"][1] == "2027-05-01"


def close_third(site: Site) -> None:
    site.house.submit(CLERK, c.CloseMeeting(id="close", meeting="meeting:defence-3")).result()


def test_what_is_not_for_everybody_stands_there_by_its_day_alone(site: Site) -> None:
    row = of_az(site.house)[1]
    close(site.house, row.document)
    assert entries(site.browser().get(PATH).content) == {}
    mine = site.browser(COORDINATOR).get(PATH).content
    assert entries(mine)[row.commitment] == ("Due: Azerbaijan", "2026-11-10", "CONFIRMED")
    assert b"REC/001" not in mine
    assert b"contact" not in mine


def test_a_secret_address_needs_no_sign_in_and_shows_what_its_owner_sees(site: Site) -> None:
    row = of_az(site.house)[1]
    close(site.house, row.document)
    address = secret(site)
    answer = site.browser().get(address)
    assert answer.headers["Cache-Control"] == "no-store"
    assert row.commitment in entries(answer.content)
    assert b"REC/001" not in answer.content


def test_a_secret_address_ends_with_a_new_one_and_when_it_is_revoked(site: Site) -> None:
    of_az(site.house)
    first, second = secret(site), secret(site)
    public = site.browser()
    assert public.get(first).status_code == 404
    assert public.get(second).status_code == 200
    answer = send(site.browser(COORDINATOR), "/account/calendar", revoke="1")
    assert answer.status_code == 303
    assert public.get(second).status_code == 404
    nobody = public.get("/calendar/nobody.ics")
    assert nobody.content.replace(b"nobody", b"") == public.get(second).content.replace(
        second.removeprefix("/calendar/").removesuffix(".ics").encode(), b""
    )


def test_a_secret_address_shows_no_more_than_its_owner_may_see_today(site: Site) -> None:
    row = of_az(site.house)[1]
    address = secret(site)
    assert row.commitment in entries(site.browser().get(address).content)
    left = c.LeaveOffice(
        id="left", person=COORDINATOR, office="national_coordinator", of="party:az"
    )
    site.house.submit(CLERK, left).result()
    assert entries(site.browser().get(address).content) == {}
    account = site.account(COORDINATOR)
    account.is_active = False
    account.save()
    try:
        assert site.browser().get(address).status_code == 404
    finally:
        account.is_active = True
        account.save()


def test_an_address_is_kept_as_its_digest_alone(site: Site) -> None:
    from kurultai.site.reports.models import CalendarAddress

    address = secret(site)
    kept = CalendarAddress.objects.get(person=COORDINATOR)
    assert kept.digest not in address
    assert re.fullmatch(r"[0-9a-f]{64}", kept.digest)


def test_the_public_has_no_calendar_of_its_own(site: Site) -> None:
    assert site.browser().get("/account/calendar").status_code == 404
    assert site.browser().post("/account/calendar", {}).status_code in (403, 404)


def test_nothing_of_it_depends_on_when_it_is_fetched(site: Site) -> None:
    of_az(site.house)
    first, second = (site.browser().get(PATH).content for _fetch in range(2))
    assert first == second


def event(site: Site, uid: str, person: str = "") -> Any:  # noqa: ANN401 - of icalendar
    """The entry of that identity, in what that person is given."""
    content = site.browser(person).get(PATH).content
    assert faults(content) == []
    events: Any = Calendar.from_ical(content).walk("VEVENT")
    return next(e for e in events if str(e["uid"]).startswith(uid + "@"))


def test_an_entry_keeps_its_name_and_counts_up_when_it_moves_or_is_over(site: Site) -> None:
    from kurultai.site.views.following.party_calendar import milestone_id

    row = of_az(site.house)[1]
    uids = (row.commitment, milestone_id(row.commitment, "named"))
    before = [event(site, uid) for uid in uids]
    later = replace(LATE, due="2027-01-31", milestones=(replace(NAMED, due="2026-12-15"),))
    moved = c.DescribeCommitment(id="moved", commitment=row.commitment, undertaking=later)
    site.house.submit(CLERK, moved).result()
    between = [event(site, uid) for uid in uids]
    assert [str(e["dtstart"].dt) for e in between] == ["2027-01-31", "2026-12-15"]
    done = c.ReportOnCommitment(
        id="done", commitment=row.commitment, state="done", words={"en": "Done."}
    )
    site.house.submit(CLERK, done).result()
    after = [event(site, uid) for uid in uids]
    assert [str(e["status"]) for e in after] == ["CANCELLED", "CANCELLED"]
    for at in range(2):
        rising = [int(found[at]["sequence"]) for found in (before, between, after)]
        assert rising == sorted(set(rising))


def test_an_entry_that_is_hidden_now_is_the_same_entry(site: Site) -> None:
    row = of_az(site.house)[1]
    before = event(site, row.commitment, COORDINATOR)
    close(site.house, row.document)
    after = event(site, row.commitment, COORDINATOR)
    assert (str(before["uid"]), str(after["summary"])) == (str(after["uid"]), "Due: Azerbaijan")
    assert int(after["sequence"]) >= int(before["sequence"])
