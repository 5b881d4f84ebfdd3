"""Forms: who finds them, what they refuse and how, and that nothing entered is lost."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Presence, Unit
from kurultai.procedure.facts import new_id
from tests.conftest import PASSWORD, Site
from tests.site.filling import filled, read_form, send

OFFICER = "person:office-secretariat"
THIRD = "meeting:defence-3"
MEMBERS = ("party:az", "party:kz", "party:kg", "party:tr")
MISSING = {  # for each kind of address, something that is there
    "series": "defence",
    "meetings": "defence-2",
    "documents": "draft",
    "decisions": "put",
    "commitments": "none",
    "parties": "az",
    "organs": "plenary",
}


def addresses() -> list[str]:
    """Every address of a form, about something that is there if anything is."""
    from kurultai.site.forms.steps import STEPS

    found = (*STEPS, "parties/<name>/people/new", "parties/<name>/people/sign-ins/new")
    named = [a.replace("<name>", MISSING.get(a.split("/")[0], "")) for a in found]
    return ["/" + address for address in (*named, "register/", "register/sign-ins/new")]


def size(house: House) -> int:
    """How many acts the record holds."""
    with house.viewing(OFFICER, "en") as viewer:
        return viewer.position


def convene(house: House) -> None:
    """The third meeting of the defence chairs, convened."""
    house.submit(
        OFFICER,
        c.ConveneMeeting(id="convene", series="series:defence", ordinal=3, when="2026-12-01"),
    ).result()


def put(house: House) -> str:
    """The third meeting, sitting, with a question; the question's name."""
    convene(house)
    present = tuple(Presence(party, 3) for party in (*MEMBERS, "party:hu"))
    document = new_id("document", "table")
    for command in (
        c.OpenMeeting(id="open", meeting=THIRD),
        c.TakeAttendance(id="attend", meeting=THIRD, present=present),
        c.TableDocument(id="table", kind="recommendation", names={"en": "On five areas"}),
        c.DistributeVersion(
            id="distribute",
            document=document,
            language="en",
            standing="authentic",
            units=(Unit("unit:1", "operative", "Invites the parliaments to report."),),
        ),
        c.PutQuestion(id="put", meeting=THIRD, question={"en": "To adopt it?"}, document=document),
    ):
        house.submit(OFFICER, command).result()
    return new_id("decision", "put").removeprefix("decision:")


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


def test_a_delegate_finds_no_form_of_the_secretariat(site: Site) -> None:
    convene(site.house)
    browser = site.browser("person:office-az-head")
    found = [
        path
        for path in (a.replace("defence-2", "defence-3") for a in addresses())
        if browser.get(path).status_code != 404
    ]
    assert found == ["/meetings/defence-3/delegations/new", "/meetings/defence-3/matters/new"]


def test_every_form_of_the_register_opens_for_the_secretariat(site: Site) -> None:
    browser = site.browser(OFFICER)
    paths = [
        path for path in addresses() if path.split("/")[1] in ("register", "organs", "parties")
    ]
    assert {path: browser.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


def test_a_refused_form_comes_back_with_all_that_was_entered(site: Site) -> None:
    browser = site.browser(OFFICER)
    before = size(site.house)
    answer = send(
        browser,
        "/series/defence/meetings/new",
        ordinal="9",
        first_day="2026-12-01",
        theme__en="Common strategies",
        theme__kk="Ортақ стратегиялар",
        example="on",
    )
    assert answer.status_code == 422
    form = read_form(answer)
    assert form.alert == "The next meeting of this series is number 3."
    assert form.links == ("#id_ordinal",)
    kept = {name: form.values[name] for name in ("ordinal", "theme-en", "theme-kk", "example")}
    assert kept == {
        "ordinal": ["9"],
        "theme-en": ["Common strategies"],
        "theme-kk": ["Ортақ стратегиялар"],
        "example": ["on"],
    }
    assert len(form.values["invited"]) == 8
    assert size(site.house) == before


def test_a_field_left_empty_is_named_and_linked(site: Site) -> None:
    answer = send(site.browser(OFFICER), "/series/defence/meetings/new", ordinal="3")
    assert answer.status_code == 422
    form = read_form(answer)
    assert "First day: This is needed." in form.alert
    assert form.links == ("#id_first_day",)


def test_a_form_sent_twice_is_one_act(site: Site) -> None:
    browser = site.browser(OFFICER)
    path = "/series/defence/meetings/new"
    entered = filled(browser, path, first_day="2026-12-01", place__en="Astana")
    first, second = browser.post(path, entered), browser.post(path, entered)
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.headers["Location"] == second.headers["Location"]
    assert first.headers["Location"] == f"/meetings/defence-3?recorded={size(site.house)}"


def test_a_form_that_no_longer_fits_what_it_changed_is_still_answered(site: Site) -> None:
    convene(site.house)
    browser = site.browser(OFFICER)
    path = "/meetings/defence-3/matters/settlement"
    with site.house.viewing(OFFICER, "en") as viewer:
        matter = viewer.db.execute("SELECT matter FROM matter WHERE settled_on IS NULL").fetchone()
    entered = filled(browser, path, matter=matter[0])
    first = browser.post(path, entered)
    after = size(site.house)
    second = browser.post(path, entered)
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.headers["Location"] == second.headers["Location"]
    assert size(site.house) == after


def test_the_page_sent_on_to_says_where_it_was_recorded(site: Site) -> None:
    browser = site.browser(OFFICER)
    answer = send(browser, "/series/defence/meetings/new", first_day="2026-12-01")
    page = browser.get(answer.headers["Location"]).content.decode()
    assert f'<a href="/record/{size(site.house)}">' in page
    assert 'role="status"' not in browser.get("/meetings/defence-3?recorded=99999").content.decode()


@contextmanager
def failing_disk() -> Iterator[None]:
    """No file of this process can grow."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_failing_disk_loses_nothing_that_was_entered(site: Site) -> None:
    browser = site.browser(OFFICER)
    before = size(site.house)
    path = "/series/defence/meetings/new"
    entered = filled(browser, path, first_day="2026-12-01", theme__en="Common strategies")
    with failing_disk():
        answer = browser.post(path, entered)
    assert answer.status_code == 503
    form = read_form(answer)
    assert form.alert == (
        "The server cannot write to its disk."
        " Nothing was recorded. What you entered is kept below: send it again."
    )
    assert form.values["theme-en"] == ["Common strategies"]
    assert form.values["command_id"] == entered["command_id"]
    assert size(site.house) == before


def test_a_file_is_not_kept_on_a_failing_disk_either(site: Site, tmp_path: Path) -> None:
    put(site.house)
    browser = site.browser(OFFICER)
    draft = new_id("document", "table").removeprefix("document:")
    path = f"/documents/{draft}/versions/new"
    entered = filled(browser, path, text="1. Invites the parliaments to report.")
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(b"%PDF-")
    with paper.open("rb") as file, memory_only(), failing_disk():
        answer = browser.post(path, {**entered, "file": file})
    assert answer.status_code == 503
    assert read_form(answer).values["text"] == ["1. Invites the parliaments to report."]


@contextmanager
def memory_only() -> Iterator[None]:
    """Uploads wait in memory, since the disk where they would wait is full as well."""
    from django.test import override_settings

    handler = "django.core.files.uploadhandler.MemoryFileUploadHandler"
    with override_settings(FILE_UPLOAD_HANDLERS=[handler]):
        yield


def test_more_than_the_limit_is_refused_in_words_and_dropped_as_it_comes(site: Site) -> None:
    from django.core.wsgi import get_wsgi_application

    sent = Zeros(200 * 1024 * 1024)
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/documents/new",
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_TYPE": "multipart/form-data; boundary=x",
        "CONTENT_LENGTH": str(sent.left),
        "wsgi.input": sent,
        "wsgi.url_scheme": "http",
    }
    told: list[str] = []
    answer = get_wsgi_application()(environ, lambda status, _headers: told.append(status))
    assert told[0].startswith("413")
    assert b"Nothing was recorded. Send at most 25 MB at once." in b"".join(answer)
    assert (sent.left, sent.most) == (0, 1 << 16)
    assert site.house.today() == "2026-11-25"


class Zeros:
    """A long body that is made as it is read."""

    def __init__(self, left: int) -> None:
        self.left, self.most = left, 0

    def read(self, count: int) -> bytes:
        count = min(count, self.left)
        self.left -= count
        self.most = max(self.most, count)
        return bytes(count)

    readline = read


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
    put(site.house)
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


def test_a_session_that_ended_meanwhile_loses_nothing_that_was_entered(site: Site) -> None:
    from django.test import Client

    browser = Client(enforce_csrf_checks=True)
    browser.force_login(site.account(OFFICER))
    path = "/series/defence/meetings/new"
    entered = filled(browser, path, first_day="2026-12-01", theme__tr="Ortak stratejiler")
    del browser.cookies["kurultai"]
    origin = {"headers": {"origin": "http://testserver"}}
    before = size(site.house)

    kept = sent_again = browser.post(path, entered, **origin)
    assert kept.status_code == 403
    assert read_form(kept).values["theme-tr"] == ["Ortak stratejiler"]
    send(browser, "/sign-in", name=OFFICER, password=PASSWORD)
    for _press in range(2):
        sent_again = browser.post(path, read_form(sent_again).values, **origin)
    assert sent_again.status_code == 303
    assert browser.get("/meetings/defence-3.json").json()["page"]["meeting"]["theme"] == {
        "tr": "Ortak stratejiler"
    }
    assert size(site.house) > before


def test_nothing_that_comes_from_another_site_is_given_back(site: Site) -> None:
    from django.test import Client

    browser = Client(enforce_csrf_checks=True)
    browser.force_login(site.account(OFFICER))
    path, entered = "/series/defence/meetings/new", {"theme-en": "Put there by another site"}
    for headers in ({"origin": "https://example.org"}, {"origin": "null"}, {}):
        answer = browser.post(path, entered, headers=headers)
        assert answer.status_code == 403
        assert b"Put there by another site" not in answer.content


def test_whoever_goes_back_and_changes_something_means_another_act(site: Site) -> None:
    put(site.house)
    browser = site.browser(OFFICER)
    path = "/meetings/defence-3/statements/new"
    entered = filled(browser, path, speaker__en="The chair", summary__en="Opened the debate.")
    assert browser.post(path, entered).status_code == 303
    again = {**entered, "summary-en": "Closed the debate."}
    assert browser.post(path, again).status_code == 303
    statements = browser.get("/meetings/defence-3.json").json()["page"]["statements"]
    assert [said["summary"]["en"] for said in statements] == [
        "Opened the debate.",
        "Closed the debate.",
    ]


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


def test_a_rulebook_from_a_file_comes_back_as_text_if_a_line_is_wrong(
    site: Site, tmp_path: Path
) -> None:
    browser = site.browser(OFFICER)
    path = "/register/rulebooks/new"
    broken = tmp_path / "rules.toml"
    broken.write_text("[parties\nx = ")
    with broken.open("rb") as file:
        answer = browser.post(path, {**filled(browser, path), "file": file})
    assert answer.status_code == 422
    assert read_form(answer).values["text"] == ["[parties\nx = "]


def test_a_file_is_kept_and_given_out_as_it_was_sent(site: Site, tmp_path: Path) -> None:
    put(site.house)
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
    put(site.house)
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
