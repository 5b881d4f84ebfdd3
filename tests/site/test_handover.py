"""The hand-over file: made from the record as of any day, for who reads it."""

import csv
import hashlib
import io
import json
from datetime import date, timedelta
from typing import Any
from zipfile import ZipFile

from kurultai.procedure import commands as c
from tests.conftest import Site
from tests.site.filling import filled
from tests.site.pledged import DONE, DUE, LATE, pledge

SECRETARIAT = "person:office-secretariat"


def did(site: Site, *commands: c.Command) -> None:
    for command in commands:
        site.house.submit(SECRETARIAT, command).result()


def page(site: Site, query: str = "", person: str = "") -> dict[str, Any]:
    found: dict[str, Any] = site.browser(person).get(f"/hand-over.json{query}").json()["page"]
    return found


def table(c_: str, *, audience: str = "public", on: str = "") -> c.TableDocument:
    names = {"en": f"A draft {c_}"}
    return c.TableDocument(id=c_, on=on, kind="proposal", names=names, audience=audience)


def test_it_says_what_is_open_promised_and_due(site: Site) -> None:
    found = page(site)
    assert found["chairs"][0]["party"] == "party:kz"
    assert {one["meeting"]["meeting"] for one in found["promises"]} >= {"meeting:plenary-15"}
    assert any(one["due"]["state"] == "overdue" and one["months"] for one in found["series"])
    assert found["rules"]["unconfirmed"]
    assert {one["office"] for one in found["offices"]} >= {"secretary_general"}


def test_it_says_which_commitments_are_open_and_which_late(site: Site) -> None:
    pledge(site.house)
    now = [row["commitment"] for row in page(site)["commitments"]]
    assert now == [LATE, DUE]
    then = [row["commitment"] for row in page(site, "?on=2026-01-31")["commitments"]]
    assert then == [LATE, DUE, DONE]
    shown = site.browser().get("/hand-over").content.decode()
    assert "2 commitments are open. 1 is late." in shown
    before = site.browser().get("/hand-over?on=2026-01-31").content.decode()
    assert "3 commitments are open. 0 are late." in before


def test_of_an_earlier_day_it_says_what_was_open_then(site: Site) -> None:
    then = page(site, "?on=2019-12-17")
    assert then["day"] == "2019-12-17"
    assert then["chairs"][0]["party"] == "party:tr"
    assert "party:kz" not in {chair["party"] for chair in then["chairs"][:1]}
    assert not any("2025" in one["meeting"]["when"] for one in then["promises"])
    after = page(site, "?on=2019-12-18")
    assert after["chairs"][0]["party"] == "party:az"


def test_a_day_to_come_or_none_at_all_is_today(site: Site) -> None:
    assert page(site, "?on=2999-01-01") == page(site, "?on=never") == page(site)


def test_before_the_founding_it_is_the_file_of_that_day(site: Site) -> None:
    assert page(site, "?on=1990-01-01")["day"] == "2008-11-21"
    assert site.browser().get("/hand-over.en.pdf?on=0001-01-01").status_code == 200


def test_what_was_withdrawn_since_was_under_way_then(site: Site) -> None:
    from kurultai.procedure.facts import new_id

    did(
        site,
        table("draft", on="2025-06-01"),
        c.WithdrawDocument(id="w", on="2025-07-01", document=new_id("document", "draft")),
    )
    under_way = [one["document"]["names"] for one in page(site, "?on=2025-06-30")["texts"]]
    assert under_way == [{"en": "A draft draft"}]
    assert page(site)["texts"] == []


def test_what_was_closed_since_is_not_told_of_the_time_before(site: Site) -> None:
    from kurultai.procedure.facts import new_id

    document = new_id("document", "draft")
    did(
        site,
        table("draft", on="2025-06-01"),
        c.ChangeMarking(id="m", document=document, audience="secretariat"),
    )
    assert page(site, "?on=2025-06-30")["texts"] == []
    assert len(page(site, "?on=2025-06-30", SECRETARIAT)["texts"]) == 1
    assert page(site, "?on=2025-06-30&edition=public", SECRETARIAT)["texts"] == []


def test_the_page_says_the_same_in_every_language(site: Site) -> None:
    from kurultai.language import LANGUAGES

    for language in LANGUAGES:
        answer = site.browser(SECRETARIAT, language).get("/hand-over")
        assert answer.status_code == 200
        assert answer.content.decode().count("<h2") == 8


def test_it_can_be_printed_and_looked_up_again(site: Site) -> None:
    browser = site.browser()
    printed = browser.get("/hand-over.tr.pdf?on=2025-06-30")
    assert printed.content.startswith(b"%PDF-")
    assert "hand-over-2025-06-30.tr.pdf" in printed.headers["Content-Disposition"]
    assert browser.get("/hand-over.xx.pdf").status_code == 404


def test_its_data_name_their_digests_and_the_head_of_the_record(site: Site) -> None:
    pledge(site.house)
    answer = site.browser().get("/hand-over.zip?on=2025-12-31")
    with ZipFile(io.BytesIO(answer.content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files["manifest.json"])
    assert manifest["as_of"] == "2025-12-31"
    for named in manifest["files"]:
        assert hashlib.sha256(files[named["name"]]).hexdigest() == named["sha256"]
    assert files["checkpoint"] == site.browser().get("/checkpoint").content
    told = json.loads(files["hand-over.json"])
    head, *rows = csv.reader(io.StringIO(files["commitments.csv"].decode("utf-8-sig")))
    assert [row[head.index("commitment")] for row in rows] == [
        row["commitment"] for row in told["commitments"]
    ]


def test_no_cell_of_its_tables_is_a_formula(site: Site) -> None:
    did(
        site,
        c.TableDocument(id="formula", kind="proposal", names={"en": "=1+1"}),
    )
    answer = site.browser().get("/hand-over.zip")
    with ZipFile(io.BytesIO(answer.content)) as archive:
        rows = list(csv.reader(io.StringIO(archive.read("texts.csv").decode("utf-8-sig"))))
    assert not any(cell.startswith("=") for row in rows for cell in row)


def test_who_passes_the_chair_is_led_to_the_file_of_the_day_before(site: Site) -> None:
    browser = site.browser(SECRETARIAT)
    path = "/parties/tr/chair/new"
    yesterday = date.fromisoformat(site.house.today()) - timedelta(days=1)
    assert f'href="/hand-over?on={yesterday}"' in browser.get(path).content.decode()
    sent = browser.post(path, {**filled(browser, path), "on": "2026-06-01"})
    assert sent.headers["Location"].startswith("/hand-over?on=2026-05-31&recorded=")
    assert page(site)["chairs"][0]["party"] == "party:tr"
    assert page(site, "?on=2026-05-31")["chairs"][0]["party"] == "party:kz"
    assert browser.get(sent.headers["Location"]).status_code == 200


def test_it_says_how_often_a_series_is_to_meet_that_has_not_met(site: Site) -> None:
    shown = site.browser().get("/hand-over").content.decode()
    row = shown.split("/series/speakers-informal")[1].split("</tr>")[0]
    assert "Every 12 months" in row
    row = shown.split("/series/health")[1].split("</tr>")[0]
    assert "No source says how often it meets." in row
