"""Open data: under addresses that stay, as their formats want it, and only what is public."""

import csv
import io
import json
from typing import Any

import pytest
from jsonschema import Draft3Validator
from referencing import Registry
from referencing.jsonschema import DRAFT3

from kurultai.language import LANGUAGES
from kurultai.site.opened import POPOLO, TABLES
from tests.conftest import Site
from tests.leaks.world import AUDIENCES, canary, furnish
from tests.papers.shared import shared
from tests.site.third_meeting import Third, hold

SCHEMAS = {
    "persons": "person",
    "organizations": "organization",
    "memberships": "membership",
    "motions": "motion",
    "vote_events": "vote_event",
}


@pytest.fixture
def third(site: Site) -> Third:
    return hold(site.house)


def got(site: Site, address: str, language: str = "en", person: str = "") -> bytes:
    answer = site.browser(person, language).get(address)
    assert answer.status_code == 200, address
    content: bytes = answer.content
    return content


def validator(kind: str) -> Draft3Validator:
    schemas = [json.loads(file.read_text()) for file in shared("popolo_spec/schemas").iterdir()]
    registry: Registry[Any] = Registry().with_resources(
        (schema["id"], DRAFT3.create_resource(schema)) for schema in schemas
    )
    wanted = next(s for s in schemas if s["id"].endswith(f"/{SCHEMAS[kind]}.json#"))
    return Draft3Validator(wanted, registry=registry)


@pytest.mark.usefixtures("third")
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_of_popolo_is_valid_by_its_own_schemas(site: Site, language: str) -> None:
    document = json.loads(got(site, "/open/popolo.json", language))
    assert document.keys() == POPOLO.keys() == SCHEMAS.keys()
    for kind, things in document.items():
        assert things, kind
        check = validator(kind)
        assert [fault.message for thing in things for fault in check.iter_errors(thing)] == []
        assert json.loads(got(site, f"/open/popolo/{kind}.json", language)) == {kind: things}


@pytest.mark.usefixtures("third")
def test_what_popolo_names_is_there(site: Site) -> None:
    document = json.loads(got(site, "/open/popolo.json"))
    there = {kind: {thing.get("id") for thing in things} for kind, things in document.items()}
    for kind in ("persons", "organizations", "vote_events", "motions"):
        assert len(there[kind]) == len(document[kind])
    for one in document["memberships"]:
        assert one["organization_id"] in there["organizations"]
        who = one.get("person_id") or one["member"]["id"]
        assert who in there["persons"] | there["organizations"]
    for event in document["vote_events"]:
        assert {vote["voter_id"] for vote in event["votes"]} <= there["organizations"]
    for motion in document["motions"]:
        assert {event["id"] for event in motion["vote_events"]} <= there["vote_events"]


@pytest.mark.usefixtures("third")
@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_the_same_as_json_and_as_a_sheet(site: Site, table: str) -> None:
    rows = json.loads(got(site, f"/open/{table}.json"))[table]
    text = got(site, f"/open/{table}.csv").decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == len(lines) > 0
    first = next(iter(rows[0]))
    assert [line[first] for line in lines] == [row[first] for row in rows]


def test_words_stand_in_a_column_for_each_language(site: Site) -> None:
    text = got(site, "/open/parties.csv").decode("utf-8-sig")
    line = next(row for row in csv.DictReader(io.StringIO(text)) if row["party"] == "party:az")
    assert line["state_en"] == "Azerbaijan"
    assert line["state_az"] != line["state_en"]


def test_a_file_is_told_to_be_the_same_until_something_is_recorded(site: Site) -> None:
    browser = site.browser()
    first = browser.get("/open/meetings.json")
    again = browser.get("/open/meetings.json", headers={"if-none-match": first.headers["ETag"]})
    assert again.status_code == 304
    hold(site.house)
    later = browser.get("/open/meetings.json", headers={"if-none-match": first.headers["ETag"]})
    assert (later.status_code, later.content != first.content) == (200, True)


@pytest.mark.parametrize("person", ["", "person:office-secretariat", "person:office-az-head"])
def test_only_what_is_public_is_opened_whoever_fetches_it(site: Site, person: str) -> None:
    furnish(site.house)
    addresses = (
        *(f"/open/{table}.{ending}" for table in TABLES for ending in ("csv", "json")),
        "/open/popolo.json",
    )
    told = b"".join(got(site, address, person=person) for address in addresses)
    assert [a for a in AUDIENCES if canary(a).encode() in told] == []


def test_the_page_leads_to_every_file(site: Site) -> None:
    page = got(site, "/open/").decode()
    links = {f"/open/{table}.{ending}" for table in TABLES for ending in ("csv", "json")}
    links |= {f"/open/popolo/{kind}.json" for kind in POPOLO} | {"/feeds/all.atom", "/api/"}
    assert all(f'href="{link}"' in page for link in links)


def test_a_table_is_made_once_by_whichever_name_of_the_site_it_is_asked(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kurultai.site.views.following import opened

    first = site.browser().get("/open/parties.json")
    monkeypatch.setattr(opened, "TABLES", {})
    again = site.browser().get("/open/parties.json", headers={"host": "testserver:81"})
    assert again.content == first.content


def test_what_holds_addresses_holds_those_by_which_it_is_asked(site: Site) -> None:
    hold(site.house)
    told = site.browser().get("/open/popolo.json", headers={"host": "testserver:81"}).content
    assert b"http://testserver:81/" in told
    assert b"http://testserver:81/" not in site.browser().get("/open/popolo.json").content
