"""Every page is there, in every language, for people and for programs, and none is heavy."""

import gzip
import html
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from icalendar import Calendar

from kurultai.language import LANGUAGES
from kurultai.procedure import rulebook
from kurultai.site.rule_names import rule_name
from kurultai.site.tongue import LANGUAGE
from tests.conftest import Site
from tests.site.third_meeting import Third, hold

RULEBOOKS = Path(__file__).parents[2] / "src" / "kurultai" / "rulebooks"
FIRST_VIEW = 60 * 1024  # bytes, compressed, of the page and all it asks for
REQUESTS = 6
LISTS = (
    "/",
    "/series/",
    "/meetings/",
    "/documents/",
    "/texts/",
    "/commitments/",
    "/commitments/list",
    "/parties/",
    "/organs/",
    "/people/",
    "/rulebook",
    "/record/",
)


@pytest.fixture
def third(site: Site) -> Third:
    return hold(site.house)


def pages(third: Third) -> tuple[str, ...]:
    """One address for every kind of page."""
    name = {kind: identity.partition(":")[2] for kind, identity in vars(third).items()}
    return (
        *LISTS,
        "/series/defence",
        "/series/council",
        f"/meetings/{name['meeting']}",
        "/meetings/defence-2",
        f"/meetings/{name['meeting']}/agenda",
        f"/meetings/{name['meeting']}/agenda/1",
        f"/meetings/{name['meeting']}/minutes",
        f"/documents/{name['document']}",
        f"/decisions/{name['rejected']}",
        f"/decisions/{name['adopted']}",
        f"/commitments/{name['commitment']}",
        "/commitments/?party=party:az&state=proposed&tag=tag:cybersecurity",
        "/rulebook?on=2010-01-01",
        "/rulebook/bodies/",
        "/rulebook/bodies/pace",
        "/rulebook/what-if",
        "/rulebook/what-if?yes=30&no=10&abstain=4&not_voting=1&absent=2&challenged=on",
        "/parties/az",
        "/organs/plenary",
        "/tags/cybersecurity",
        "/record/1",
        "/record/?before=100",
        "/record/?before=99999999999999999999",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_there_in_every_language(site: Site, third: Third, language: str) -> None:
    browser = site.browser(language=language)
    for address in pages(third):
        answer = browser.get(address)
        assert (address, answer.status_code) == (address, 200)
        assert answer.headers["Content-Language"] == language
        assert f'<html lang="{language}">' in answer.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_are_said_in_the_language_of_the_page(site: Site, language: str) -> None:
    page = html.unescape(site.browser(language=language).get("/rulebook").content.decode())
    rules = rulebook.load((RULEBOOKS / "turkpa.toml").read_text(encoding="utf-8"), "turkpa").parts
    assert [rule.says[language] for rule in rules if rule.says[language] not in page] == []
    kinds = [rule.kind for rule in rules if rule.kind]
    assert [kind for kind in kinds if kind in page] == []


def test_an_entry_that_no_language_has_a_word_for_is_called_by_its_key() -> None:
    LANGUAGE.set("en")
    assert rule_name("between_sessions") == "Between sessions"
    assert rule_name("seats.of_observers") == "seats.of observers"
    assert rule_name("rule.budget_vote") == "budget vote"


def test_a_language_asked_for_in_the_address_is_remembered(site: Site) -> None:
    browser = site.browser(language="en")
    browser.get("/meetings/?lang=kk")
    assert browser.get("/").headers["Content-Language"] == "kk"


def test_every_page_is_there_for_programs(site: Site, third: Third) -> None:
    browser = site.browser()
    for address in pages(third):
        path, _, query = address.partition("?")
        data = f"{path.rstrip('/') or '/home'}.json" + (f"?{query}" if query else "")
        answer = browser.get(data)
        assert (data, answer.status_code) == (data, 200)
        found = msgspec.json.decode(answer.content)
        assert found["position"] == int(answer.headers["ETag"].strip('W/"').partition("-")[0])
        assert found["page"] or address == "/documents/"


@pytest.mark.parametrize(
    "address",
    [
        "/nowhere",
        "/series/none",
        "/meetings/none",
        "/meetings/none/agenda",
        "/meetings/defence-2/agenda",
        "/meetings/none/minutes",
        "/meetings/none.ics",
        "/series/none/calendar.ics",
        "/documents/none",
        "/documents/none/files/en",
        "/decisions/none",
        "/commitments/none",
        "/parties/none",
        "/organs/none",
        "/tags/none",
        "/record/99999",
        "/record/99999999999999999999",
        "/tile/0/x999/999",
        "/tile/nonsense",
        "/meetings/none.json",
    ],
)
def test_what_is_not_there_is_answered_in_one_way(site: Site, address: str) -> None:
    browser = site.browser()
    answer = browser.get(address)
    assert answer.status_code == 404
    assert answer.content == browser.get("/nowhere").content


def test_what_one_may_not_see_is_answered_like_what_is_not_there(site: Site) -> None:
    from kurultai.procedure import commands as c

    hidden = c.TableDocument(
        id="hidden", kind="report", names={"en": "A report"}, audience="secretariat"
    )
    site.house.submit("person:office-secretariat", hidden).result()
    clerk, public = site.browser("person:office-secretariat"), site.browser()
    address = re.findall(
        r'href="(/documents/[a-z0-9]{12})"', clerk.get("/documents/").content.decode()
    )[0]
    assert clerk.get(address).status_code == 200
    answer = public.get(address)
    assert answer.status_code == 404
    assert answer.content == public.get("/documents/none").content


def test_the_second_meeting_says_what_is_known_of_it(site: Site) -> None:
    page = site.browser().get("/meetings/defence-2").content.decode()
    assert "No adopted text reported." in page
    assert page.count("Present") == 6
    assert [
        m for m in ("Terrorism", "Cybersecurity", "15 April 2025", "Baku") if m not in page
    ] == []


def test_the_defence_series_says_that_the_third_meeting_is_overdue(site: Site) -> None:
    page = site.browser().get("/series/defence").content.decode()
    assert "Overdue" in page
    assert "15 April 2026" in page
    assert "meetings/new" not in page
    clerk = site.browser("person:office-secretariat").get("/series/defence").content.decode()
    assert "/series/defence/meetings/new" in clerk


def test_the_chair_is_with_the_party_that_took_it_last(site: Site) -> None:
    """One change of chair is dated only "between", which as text would sort before every year."""
    page = site.browser().get("/").content.decode()
    assert re.search(r'In the chair: <a href="/parties/(\w+)"', page)[1] == "kz"  # type: ignore[index]


def test_a_decision_shows_the_rule_the_seats_and_what_is_unconfirmed(
    site: Site, third: Third
) -> None:
    page = site.browser().get(f"/decisions/{third.rejected.partition(':')[2]}").content.decode()
    assert page.count('<circle class="seat') == 4 + 3  # seats, and the legend's
    assert 'class="threshold"' in page
    assert "No source confirms how this body counts an abstention." in page
    assert "Gave no position" in page


def test_an_agenda_is_compared_in_words_with_the_release_before(site: Site, third: Third) -> None:
    page = (
        site.browser().get(f"/meetings/{third.meeting.partition(':')[2]}/agenda").content.decode()
    )
    changes = re.findall(r'<li class="(added|removed|reworded|moved)">', page)
    assert changes == ["added", "reworded", "removed"]
    assert "Changes since release 1" in page


def test_a_page_is_sent_again_only_if_it_changed(site: Site) -> None:
    browser = site.browser()
    first = browser.get("/meetings/defence-2")
    again = browser.get("/meetings/defence-2", headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    hold(site.house, until="put")
    changed = browser.get("/meetings/defence-2", headers={"if-none-match": first.headers["ETag"]})
    assert changed.status_code == 200


def test_a_kept_page_is_not_shown_to_somebody_else(site: Site) -> None:
    clerk, public = site.browser("person:office-secretariat"), site.browser()
    assert "Sign out" in clerk.get("/").content.decode()
    assert "Sign out" not in public.get("/").content.decode()
    assert clerk.get("/").headers["ETag"] != public.get("/").headers["ETag"]


def test_no_page_is_heavy_and_none_asks_for_much(site: Site, third: Third) -> None:
    browser = site.browser("person:office-secretariat")
    for address in pages(third):
        page = browser.get(address).content
        asked = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page.decode()))
        size = len(gzip.compress(page)) + sum(weights(browser, asked))
        assert (address, size < FIRST_VIEW, 1 + len(asked) <= REQUESTS) == (address, True, True)


def weights(browser: object, addresses: set[str]) -> Iterator[int]:
    for address in addresses:
        answer = browser.get(address)  # type: ignore[attr-defined]
        assert answer.status_code == 200
        yield len(gzip.compress(answer.getvalue()))


def test_pages_carry_no_style_script_or_address_from_elsewhere(site: Site, third: Third) -> None:
    browser = site.browser()
    for address in pages(third):
        answer = browser.get(address)
        page = answer.content.decode()
        assert re.findall(r"<script|<style| style=| on[a-z]+=|src=\"http", page) == []
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_calendars_hold_the_meetings_whose_days_are_known(site: Site) -> None:
    browser = site.browser()
    every = Calendar.from_ical(browser.get("/calendar.ics").content)
    events = {str(event["url"]).rpartition("/")[2]: event for event in every.events}
    assert str(events["defence-2"].DTSTART) == "2025-04-15"
    assert str(events["defence-2"].DTEND) == "2025-04-16"
    assert str(events["defence-1"].DTEND) == "2024-06-01"  # "May 2024": all of it
    assert "plenary-7" not in events  # somewhere between 2015 and 2018
    assert str(every["x-wr-caldesc"]).endswith(": 3")
    one = Calendar.from_ical(browser.get("/meetings/defence-2.ics").content)
    assert len(one.events) == 1
    series = Calendar.from_ical(browser.get("/series/defence/calendar.ics").content)
    assert len(series.events) == 2


def test_the_record_is_served_for_whoever_verifies_it(site: Site) -> None:
    from kurultai.record.checkpoint import open_checkpoint
    from kurultai.record.note import read_verifier
    from kurultai.record.tiles import tiles_of

    browser = site.browser()
    key = read_verifier(browser.get("/record/vkey").content.decode().strip())
    head = open_checkpoint(browser.get("/checkpoint").content, key)
    assert str(head.size) in browser.get("/health").content.decode()
    for tile in tiles_of(head.size):
        answer = browser.get(f"/{tile.path}")
        assert (answer.status_code, "immutable" in answer.headers["Cache-Control"]) == (200, True)


def test_a_file_is_handed_out_to_be_kept_and_not_to_be_run(site: Site) -> None:
    from kurultai.procedure import commands as c
    from kurultai.procedure.acts import Attachment
    from kurultai.record.blobs import keep_blob

    table = c.TableDocument(id="file", kind="report", names={"en": "A report"})
    site.house.submit("person:office-secretariat", table).result()
    browser = site.browser()
    address = re.findall(
        r'href="(/documents/\w{12})"', browser.get("/documents/").content.decode()
    )[0]
    blob = keep_blob(site.house.directory, b"<script>alert(1)</script>")
    version = c.DistributeVersion(
        id="version",
        document=f"document:{address.rpartition('/')[2]}",
        language="en",
        standing="authentic",
        units=(),
        file=Attachment(blob, "Есеп 1.html", "text/html", 25),
    )
    site.house.submit("person:office-secretariat", version).result()
    answer = browser.get(f"{address}/files/en")
    assert answer.getvalue() == b"<script>alert(1)</script>"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''%D0%95")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_request_that_is_too_large_is_refused_in_words(site: Site) -> None:
    much = b"x" * (25 * 1024 * 1024 + 1)
    answer = site.browser().post("/sign-in", data=much, content_type="text/plain")
    assert answer.status_code == 413
    assert "Nothing was recorded" in answer.content.decode()


def test_of_two_open_questions_each_is_minuted_where_it_was_decided(site: Site) -> None:
    from kurultai.gate import meetings
    from kurultai.procedure import commands as c

    third = hold(site.house, until="put")
    clerk = "person:office-secretariat"
    other = c.PutQuestion(id="other", meeting=third.meeting, question={"en": "Meet yearly?"})
    site.house.submit(clerk, other).result()
    with site.house.viewing(None, "en") as viewer:
        yearly = meetings.decisions(viewer, third.meeting)[-1].decision
    for number, decision in enumerate((yearly, third.adopted)):
        decide = c.DecideQuestion(id=f"d{number}", meeting=third.meeting, decision=decision)
        site.house.submit(clerk, decide).result()
    answer = site.browser().get("/meetings/defence-3/minutes.json")
    entries = msgspec.json.decode(answer.content)["page"]["entries"]
    decided = [e["about"]["decision"] for e in entries if e["kind"] == "QuestionDecided"]
    assert decided == [third.rejected, yearly, third.adopted]
    assert [e["position"] for e in entries] == sorted(e["position"] for e in entries)
