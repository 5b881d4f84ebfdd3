"""Feeds are as RFC 4287 has them, in every language, and tell the public's part to everybody."""

import pytest

from kurultai.language import LANGUAGES
from kurultai.procedure import commands as c
from tests.conftest import Site
from tests.leaks.world import AUDIENCES, VIEWERS, canary, furnish
from tests.outward.rfc4287 import entries, faults
from tests.site.third_meeting import Third, hold

CLERK = "person:office-secretariat"
TOPICS = ("all", "meetings", "decisions", "texts", "commitments", "slipping")
ADDRESSES = (*(f"/feeds/{topic}.atom" for topic in TOPICS), "/series/defence/feed.atom")


@pytest.fixture
def third(site: Site) -> Third:
    return hold(site.house)


def fetched(site: Site, address: str, language: str = "en", person: str = "") -> bytes:
    answer = site.browser(person, language).get(address)
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    content: bytes = answer.content
    return content


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("third")
def test_every_feed_is_valid_in_every_language(site: Site, language: str) -> None:
    for address in ADDRESSES:
        assert faults(fetched(site, address, language)) == [], address


def test_the_check_finds_what_is_wrong() -> None:
    wrong = b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>x</id></entry></feed>'
    assert len(faults(wrong)) > 5


def test_a_decision_an_adoption_and_a_report_are_told(site: Site, third: Third) -> None:
    told = [e["title"] for e in entries(fetched(site, "/feeds/all.atom")).values()]
    assert any(title.startswith("Text adopted: ") for title in told)
    assert any(title.endswith(": Adopted") for title in told)
    reported = entries(fetched(site, "/feeds/commitments.atom")).values()
    path = f"/commitments/{third.commitment.partition(':')[2]}"
    assert [e["link"] for e in reported if e["link"].endswith(path)]
    assert {e["link"] for e in reported} <= {
        e["link"] for e in entries(fetched(site, "/feeds/all.atom")).values()
    }


@pytest.mark.usefixtures("third")
def test_an_entry_keeps_its_identity_in_every_language_and_as_others_come(site: Site) -> None:
    before = entries(fetched(site, "/feeds/meetings.atom"))
    for language in ("tr", "kk"):
        other = entries(fetched(site, "/feeds/meetings.atom", language))
        assert list(other) == list(before)
        assert other != before
    convene = c.ConveneMeeting(
        id="feed", series="series:defence", ordinal=4, when="2027-06-01", place={"en": "Baku"}
    )
    site.house.submit(CLERK, convene).result()
    after = entries(fetched(site, "/feeds/meetings.atom"))
    new = after.keys() - before.keys()
    assert new
    assert set(list(after)[: len(new)]) == new
    assert all(after[known] == before[known] for known in before.keys() & after.keys())


def test_a_series_that_slips_is_told_from_the_day_on_which_it_was_due(site: Site) -> None:
    told = entries(fetched(site, "/feeds/slipping.atom"))
    assert told
    assert all(e["updated"] < site.house.today() for e in told.values())
    assert told == entries(fetched(site, "/feeds/slipping.atom"))


@pytest.mark.parametrize("person", VIEWERS)
def test_no_feed_holds_what_is_not_for_everybody_whoever_fetches_it(
    site: Site, person: str
) -> None:
    public = [fetched(site, address) for address in ADDRESSES]
    furnish(site.house)
    told = [fetched(site, address, person=person) for address in ADDRESSES]
    assert not [a for a in AUDIENCES if any(canary(a).encode() in feed for feed in told)]
    assert all(entries(feed).keys() for feed in (public[0], told[0]))


def test_of_a_series_that_is_not_there_is_no_feed(site: Site) -> None:
    assert site.browser().get("/series/none/feed.atom").status_code == 404
