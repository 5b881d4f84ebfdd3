"""Calendars are as RFC 5545 has them, and say what is the later of two copies."""

import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar

from kurultai.handle import House
from kurultai.language import LANGUAGES
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Deadline, Undertaking, Unit
from tests.conftest import Site
from tests.outward.rfc5545 import Component, faults, read
from tests.site.third_meeting import hold

CLERK = "person:office-secretariat"
FIXTURES = Path(__file__).parents[3] / "shared/data/ics_fixtures_libical_icalendar.tar.gz"
DRAFT_UNTIL = "2027-02-01T11:30Z"


def _do(house: House, *commands: c.Command) -> None:
    for command in commands:
        house.submit(CLERK, command).result()


def _convene(house: House) -> str:
    """A meeting to come, with a deadline before it."""
    _do(
        house,
        c.ConveneMeeting(
            id="cal-convene",
            series="series:defence",
            ordinal=3,
            when="2027-03-01/2027-03-02",
            place={"en": 'Baku, hall 2; "Gülüstan"\nthird floor'},
            deadlines=(Deadline("registration", "2027-02-15"),),
        ),
    )
    return "defence-3"


def _circulate(house: House) -> None:
    table = c.TableDocument(id="cal-table", kind="declaration", names={"en": "On water, on air"})
    _do(house, table)
    (document,) = _documents(house)
    _do(
        house,
        c.DistributeVersion(
            id="cal-version",
            document=document,
            language="en",
            standing="authentic",
            units=(Unit("u1", "operative", "Calls for clean water;"),),
        ),
        c.CirculateDraft(id="cal-circulate", document=document, until=DRAFT_UNTIL),
    )


def _documents(house: House) -> list[str]:
    with house.readers.reading() as db:
        sql = "SELECT document FROM document WHERE names LIKE '%On water%'"
        return [row[0] for row in db.execute(sql)]


def _events(site: Site, address: str, language: str = "en") -> dict[str, Component]:
    raw = site.browser(language=language).get(address).content
    assert faults(raw) == []
    assert Calendar.from_ical(raw)
    return {e.value("UID"): e for e in read(raw).parts if e.kind == "VEVENT"}


@pytest.fixture
def coming(site: Site) -> Site:
    _convene(site.house)
    _circulate(site.house)
    return site


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_calendar_is_valid_in_every_language(coming: Site, language: str) -> None:
    for address in (
        "/calendar.ics",
        "/deadlines.ics",
        "/series/defence/calendar.ics",
        "/meetings/defence-3.ics",
    ):
        assert _events(coming, address, language)


def test_a_parliaments_own_calendar_is_valid_and_what_is_done_is_cancelled(site: Site) -> None:
    third = hold(site.house)
    describe = c.DescribeCommitment(
        id="cal-due", commitment=third.commitment, undertaking=Undertaking(due="2027-05-05")
    )
    _do(site.house, describe)
    address = "/parties/az/follow-up.ics"
    before = _events(site, address)
    for language in LANGUAGES:
        assert _events(site, address, language).keys() == before.keys()
    uid = f"{third.commitment}@turkpa"
    assert (before[uid].value("STATUS"), before[uid].value("DTSTART")) == ("CONFIRMED", "20270505")
    report = c.ReportOnCommitment(
        id="cal-done", commitment=third.commitment, state="done", words={"en": "Done."}
    )
    _do(site.house, report)
    after = _events(site, address)[uid]
    assert after.value("STATUS") == "CANCELLED"
    assert int(after.value("SEQUENCE")) > int(before[uid].value("SEQUENCE"))


def test_a_meeting_that_moves_keeps_its_uid_and_has_a_higher_sequence(coming: Site) -> None:
    before = _events(coming, "/meetings/defence-3.ics")
    again = _events(coming, "/meetings/defence-3.ics")
    assert before == again
    place = {"en": "Astana"}
    _do(
        coming.house,
        c.MoveMeeting(id="cal-move", meeting="meeting:defence-3", when="2027-04-05", place=place),
    )
    after = _events(coming, "/meetings/defence-3.ics")
    assert after.keys() == before.keys()
    ((was,), (now,)) = (before.values(), after.values())
    assert int(now.value("SEQUENCE")) > int(was.value("SEQUENCE"))
    assert (was.value("DTSTART"), now.value("DTSTART")) == ("20270301", "20270405")
    assert (was.value("DTEND"), now.value("DTEND")) == ("20270303", "20270406")


def test_what_is_held_is_certain_and_later_than_what_was_to_be(site: Site) -> None:
    events = _events(site, "/calendar.ics")
    held = events["meeting:defence-2@turkpa"]
    assert (held.value("STATUS"), held.value("SEQUENCE")) == ("CONFIRMED", "2")


def test_an_instant_stands_by_the_clock_of_the_seat(coming: Site) -> None:
    events = _events(coming, "/deadlines.ics")
    (until,) = (e for uid, e in events.items() if uid.startswith("circulation:"))
    (start,) = until.all("DTSTART")
    assert (start.parameters["TZID"], start.value) == ("Asia/Baku", "20270201T153000")
    assert until.value("STATUS") == "CONFIRMED"


def test_what_is_withdrawn_is_cancelled(coming: Site) -> None:
    (document,) = _documents(coming.house)
    before = _events(coming, "/deadlines.ics")
    _do(
        coming.house,
        c.WithdrawDocument(id="cal-withdraw", document=document, reason={"en": "Another comes."}),
    )
    after = _events(coming, "/deadlines.ics")
    changed = [uid for uid in after if after[uid] != before[uid]]
    assert [after[uid].value("STATUS") for uid in changed] == ["CANCELLED"]
    assert all(int(after[u].value("SEQUENCE")) > int(before[u].value("SEQUENCE")) for u in changed)


def test_a_calendar_in_which_nothing_stands_is_valid_too(site: Site) -> None:
    raw = site.browser().get("/deadlines.ics").content
    assert (faults(raw), [part.kind for part in read(raw).parts]) == ([], ["VTIMEZONE"])


def test_what_is_due_of_a_meeting_has_an_entry_of_its_own(coming: Site) -> None:
    entry = _events(coming, "/deadlines.ics")["meeting:defence-3:registration@turkpa"]
    assert (entry.value("DTSTART"), entry.value("DTEND")) == ("20270215", "20270216")


def _fixtures() -> Iterator[tuple[str, bytes]]:
    with tarfile.open(FIXTURES) as packed:
        for member in packed.getmembers():
            if (inside := packed.extractfile(member)) and member.name.endswith(".ics"):
                yield member.name, inside.read()


@pytest.mark.skipif(not FIXTURES.exists(), reason="the calendars of others are not here")
@pytest.mark.filterwarnings("ignore")
def test_the_check_finds_fault_with_all_that_a_library_refuses() -> None:
    """197 calendars of others: whatever passes here is read there too, and some do pass."""
    passed = refused = 0
    for name, raw in _fixtures():
        whole = raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n").rstrip() + b"\r\n"
        try:
            is_read = bool(Calendar.from_ical(raw, multiple=True))
        except (ValueError, KeyError):
            is_read = False
        refused += not is_read
        if not faults(whole):
            passed += 1
            assert is_read, name
    assert (passed > 10, refused > 10) == (True, True), (passed, refused)
