"""An earlier day, as somebody reads it who asks now."""

from datetime import date, timedelta

from kurultai.gate import documents, meetings, register
from kurultai.gate.past import as_of
from kurultai.handle import House
from kurultai.procedure import commands as c
from tests.site.prepared import OFFICER

HEAD = "person:office-az-head"
TODAY = date(2026, 11, 25)
THEN = date(2026, 6, 1)


def did(house: House, *commands: c.Command) -> None:
    for command in commands:
        house.submit(OFFICER, command).result()


def seen(house: House, person: str | None, day: date = THEN) -> list[str]:
    with house.viewing(person, "en") as viewer:
        return [row.names["en"] for row in documents.documents(as_of(viewer, day, TODAY), "draft")]


def table(audience: str) -> c.TableDocument:
    names = {"en": audience}
    return c.TableDocument(
        id=audience, on="2026-05-01", kind="report", names=names, audience=audience
    )


def test_who_lost_an_office_reads_nothing_of_the_time_when_they_held_it(house: House) -> None:
    did(house, table("party:az"), table("members"))
    assert set(seen(house, HEAD)) == {"party:az", "members"}
    left = c.LeaveOffice(id="l", person=HEAD, office="head_of_delegation", of="party:az")
    did(house, left)
    assert seen(house, HEAD) == []


def test_who_has_an_office_now_reads_what_was_for_it_before_they_had_it(house: House) -> None:
    did(house, table("party:az"))
    person = "person:office-kz-head"
    assert seen(house, person) == []
    did(house, c.TakeOffice(id="t", person=person, office="delegate", of="party:az"))
    assert seen(house, person) == ["party:az"]


def test_today_is_the_tables_themselves(house: House) -> None:
    with house.viewing(None, "en") as viewer:
        assert as_of(viewer, TODAY, TODAY) is viewer
        assert as_of(viewer, TODAY + timedelta(days=1), TODAY) is viewer


def test_a_day_is_folded_once_until_something_is_recorded(house: House) -> None:
    with house.viewing(None, "en") as viewer:
        first = as_of(viewer, THEN, TODAY).db
        assert as_of(viewer, THEN, TODAY).db is first
    did(house, table("public"))
    with house.viewing(None, "en") as viewer:
        assert as_of(viewer, THEN, TODAY).db is not first


def test_the_chair_and_the_meetings_are_those_of_the_day(house: House) -> None:
    with house.viewing(None, "en") as viewer:
        past = as_of(viewer, date(2019, 12, 18), TODAY)
        assert register.chairmanships(past)[0].party == "party:az"
        assert meetings.meetings(past)[0].meeting == "meeting:plenary-9"
