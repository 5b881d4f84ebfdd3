"""Forms: who finds them, and what becomes of what is entered in them."""

from pathlib import Path
from typing import Any

import pytest

from kurultai.procedure.facts import new_id
from tests.conftest import Site
from tests.site.filling import filled, read_form, send
from tests.site.prepared import OFFICER, addresses, convene, put, size, voted


def test_no_form_is_there_for_the_public(site: Site) -> None:
    browser = site.browser()
    for path in addresses():
        absent = f"/{path.split('/')[1]}/nowhere/new"
        shown, other = browser.get(path), browser.get(absent)
        assert (path, shown.status_code, other.status_code) == (path, 404, 404)
        assert shown.content.replace(path.encode(), b"") == other.content.replace(
            absent.encode(), b""
        )


def test_nothing_is_taken_from_the_public(site: Site) -> None:
    before = size(site.house)
    browser = site.browser()
    forms = [path for path in addresses() if not path.endswith("/")]
    assert {browser.post(path).status_code for path in forms} <= {403, 404}
    assert size(site.house) == before


OF_DELEGATES = (
    "floor-requests",
    "floor-withdrawals",
    "motions",
    "seconders",
    "positions",
    "contests",
)


def test_a_delegate_finds_no_form_of_the_secretariat(site: Site) -> None:
    convene(site.house)
    browser = site.browser("person:office-az-head")
    found = [
        path
        for path in (a.replace("defence-2", "defence-3") for a in addresses())
        if browser.get(path).status_code != 404
    ]
    own = ("floor-requests", "floor-withdrawals", "motions", "seconders", "positions", "contests")
    assert sorted(found) == sorted(
        f"/meetings/defence-3/{form}/new"
        for form in ("delegations", "matters", *(f"sitting/{step}" for step in own))
    )


def test_every_form_of_the_register_opens_for_the_secretariat(site: Site) -> None:
    browser = site.browser(OFFICER)
    kept = ("register", "organs", "parties", "tags", "strategies")
    own = ("/reports/new",)  # of a parliament alone
    paths = [p for p in addresses() if p.split("/")[1] in kept and not p.endswith(own)]
    assert {path: browser.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


def test_an_observer_who_votes_is_told_that_it_is_not_entitled(site: Site) -> None:
    question = put(site.house)
    before = size(site.house)
    path = f"/decisions/{question}/positions/new"
    answer = send(site.browser("person:office-hu-head"), path, choice="yes")
    assert answer.status_code == 422
    assert read_form(answer).links == ("#id_party",)
    assert size(site.house) == before


def test_nobody_votes_for_another_parliament(site: Site) -> None:
    question = put(site.house)
    before = size(site.house)
    path = f"/decisions/{question}/positions/new"
    answer = send(site.browser("person:office-az-head"), path, choice="yes", party="party:kz")
    assert answer.status_code == 422
    assert size(site.house) == before


def test_a_head_of_delegation_votes_and_may_think_again(site: Site) -> None:
    question = put(site.house)
    browser = site.browser("person:office-kz-head")
    for choice in ("no", "yes"):
        answer = send(browser, f"/decisions/{question}/positions/new", choice=choice)
        assert answer.status_code == 303
    data = browser.get(f"/decisions/{question}.json").json()
    assert [(p["party"], p["choice"]) for p in data["page"]["positions"]] == [("party:kz", "yes")]


def test_a_broken_rulebook_is_refused_with_its_line(site: Site) -> None:
    before = size(site.house)
    browser = site.browser(OFFICER)
    answer = send(browser, "/register/rulebooks/new", rulebook="broken", text="[parties\nx = ")
    assert answer.status_code == 422
    form = read_form(answer)
    assert "1" in form.alert
    assert form.links == ("#id_text",)
    assert form.values["text"] == ["[parties\nx = "]
    assert size(site.house) == before


def test_a_series_of_an_unknown_organ_is_refused(site: Site) -> None:
    answer = send(
        site.browser(OFFICER),
        "/register/series/new",
        series="new",
        organ="organ:nowhere",
        names__en="A series",
    )
    assert answer.status_code == 422
    assert read_form(answer).links == ("#id_organ",)
    assert site.browser(OFFICER).get("/organs/nowhere/names/new").status_code == 404


def test_an_agenda_is_reordered_reworded_added_to_and_shortened(site: Site) -> None:
    convene(site.house)
    browser = site.browser(OFFICER)
    before = agenda(browser)
    count = len(before)
    changes: dict[str, Any] = {
        "status": "adopted",
        "place-3": "2",
        "title-2-en": "Follow-up",
        "removed-4": "on",
        f"place-{count + 1}": "3",
        f"title-{count + 1}-en": "A word from the host",
    }
    path = "/meetings/defence-3/agenda/new"
    assert browser.post(path, {**filled(browser, path), **changes}).status_code == 303
    expected = [before[0], before[2], "Follow-up", "A word from the host", *before[4:]]
    assert agenda(browser) == expected


def agenda(browser: Any) -> list[str]:  # noqa: ANN401 - Django ships no types
    """The titles of the third meeting's agenda."""
    data = browser.get("/meetings/defence-3.json").json()
    return [item["title"]["en"] for item in data["page"]["agenda"]]


def test_the_second_language_must_have_the_same_paragraphs(site: Site) -> None:
    voted(site.house)
    browser = site.browser(OFFICER)
    draft = new_id("document", "table").removeprefix("document:")
    path = f"/documents/{draft}/versions/new"
    answer = send(browser, path, language="tr", text="Başlık\n\n1. Bildirmeye davet eder.")
    assert answer.status_code == 422
    assert read_form(answer).alert.startswith("The paragraphs do not match")
    answer = send(browser, path, language="tr", text="1. Bildirmeye davet eder.")
    assert answer.status_code == 303


def test_a_parliaments_administrator_appoints_its_own_people_only(site: Site) -> None:
    browser = site.browser("person:office-kz-administrator")
    assert browser.get("/parties/az/people/new").status_code == 404
    answer = send(
        browser,
        "/parties/kz/people/new",
        names__en="Office of a second delegate",
        office="delegate",
        sign_in="kz-second",
    )
    assert answer.status_code == 200
    assert "kz-second" in answer.content.decode()


@pytest.mark.parametrize("path", ["/register/", "/account"])
def test_what_is_of_ones_own_is_not_there_for_the_public(site: Site, path: str) -> None:
    assert site.browser().get(path).status_code == 404
    assert site.browser(OFFICER).get(path).status_code == 200


def test_a_group_may_be_an_audience_and_is_composed_anew_as_a_whole(site: Site) -> None:
    browser = site.browser(OFFICER)
    members = ["person:office-az-head", OFFICER]
    path = "/register/groups/new"
    named = {"group": "drafting", "names-en": "Drafting group", "members": members}
    assert browser.post(path, {**filled(browser, path), **named}).status_code == 303
    again = read_form(browser.get(f"{path}?group=drafting")).values
    assert (again["names-en"], set(again["members"])) == (["Drafting group"], set(members))
    answer = send(
        browser, "/documents/new", names__en="For the group only", audience="group:drafting"
    )
    page = answer.headers["Location"]
    others = ("", "person:office-kz-head")
    seen = [site.browser(person).get(page).status_code for person in (*members, *others)]
    assert seen == [200, 200, 404, 404]


def test_an_officer_puts_nothing_where_they_do_not_see_it(site: Site) -> None:
    path = "/documents/new"
    answer = send(site.browser(OFFICER), path, names__en="Away", audience="party:az")
    assert answer.status_code == 422
    assert read_form(answer).links == ("#id_audience",)


def test_a_past_meeting_is_entered_with_what_is_known_of_it(site: Site) -> None:
    browser = site.browser(OFFICER)
    entered = {"ordinal": "3", "when": "2026-05", "invited": ["party:az", "party:kz"]}
    past = "/series/health/meetings/past"
    link = "https://example.org/"
    assert send(browser, past, **entered, source_link=link).status_code == 303
    base = "/meetings/health-3"
    steps: tuple[tuple[str, dict[str, object]], ...] = (
        ("opening", {}),
        ("attendance/new", {"present-party:az": "on"}),
        ("agenda/new", {"title-1-en": "Vaccination"}),
        ("statements/new", {"speaker-en": "The host", "summary-en": "Welcomed the guests."}),
        ("documents/new", {"names-en": "A letter"}),
        ("closing", {}),
    )
    for step, changes in steps:
        answer = send(browser, f"{base}/{step}", **changes)
        assert (step, answer.status_code) == (step, 303)
    page = browser.get(f"{base}.json").json()["page"]
    assert page["meeting"]["state"] == "closed"
    assert [(i["title"]["en"], i["origin"]) for i in page["agenda"]] == [
        ("Vaccination", "reported")
    ]
    assert [(d["symbol"], d["tabled_on"]) for d in page["documents"]] == [("", "2026-05")]
    assert [said["on"] for said in page["statements"]] == ["2026-05"]


def test_a_file_is_kept_and_given_out_as_it_was_sent(site: Site, tmp_path: Path) -> None:
    voted(site.house)
    browser = site.browser(OFFICER)
    draft = new_id("document", "table").removeprefix("document:")
    path = f"/documents/{draft}/versions/new"
    paper = tmp_path / "Tövsiyə.pdf"
    paper.write_bytes(b"%PDF-1.7 as it was sent")
    with paper.open("rb") as file:
        answer = browser.post(path, {**filled(browser, path, language="az"), "file": file})
    assert answer.status_code == 303
    given = site.browser().get(f"/documents/{draft}/files/az")
    assert b"".join(given) == b"%PDF-1.7 as it was sent"
    assert given.headers["Content-Disposition"].startswith("attachment")


def test_a_version_needs_a_text_or_a_file(site: Site) -> None:
    voted(site.house)
    draft = new_id("document", "table").removeprefix("document:")
    answer = send(site.browser(OFFICER), f"/documents/{draft}/versions/new")
    assert answer.status_code == 422
    form = read_form(answer)
    assert (form.alert, form.links) == ("A language version needs a text or a file.", ("#id_text",))


def test_what_no_reader_sees_is_not_recorded(site: Site) -> None:
    convene(site.house)
    browser = site.browser(OFFICER)
    path = "/meetings/defence-3/delegations/new"
    turned = "The \u202ehead\x07"
    assert send(browser, path, party="party:az", head=turned).status_code == 303
    assert send(browser, "/register/persons/new", person="x", names__en=turned).status_code == 303
    page = browser.get("/meetings/defence-3.json").json()["page"]
    assert [p["head"] for p in page["parties"] if p["head"]] == ["The head"]
    assert "The head" in browser.get("/register/offices/new").content.decode()
