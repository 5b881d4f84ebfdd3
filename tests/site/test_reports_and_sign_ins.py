"""Reports on commitments, sign-ins for others, and words that are no words."""

import threading
from typing import Any

import pytest

from kurultai.handle import House
from kurultai.record.sqlite import Record
from kurultai.record.writer import Busy
from tests.conftest import PASSWORD, Site
from tests.site.filling import filled, read_form, send
from tests.site.prepared import OFFICER, size
from tests.site.third_meeting import hold

COORDINATOR = "person:office-az-coordinator"


def reporting(site: Site) -> str:
    """The address of the form for a report on a commitment of Azerbaijan."""
    commitment = hold(site.house, until="adopted").commitment
    with site.house.viewing(OFFICER, "en") as viewer:
        sql = "SELECT commitment FROM commitment WHERE party = 'party:az'"
        of_az = [row[0] for row in viewer.db.execute(sql)]
    name = commitment if commitment in of_az else of_az[0]
    return f"/commitments/{name.removeprefix('commitment:')}/reports/new"


def test_a_coordinator_reports_with_evidence(site: Site) -> None:
    path = reporting(site)
    browser = site.browser(COORDINATOR)
    answer = send(
        browser,
        path,
        state="done",
        done__az="Qanun qəbul edildi.",
        evidence="https://meclis.gov.az/",
    )
    assert answer.status_code == 303
    page = browser.get(path.removesuffix("/reports/new") + ".json").json()["page"]
    assert page["commitment"]["state"] == "done"
    assert [r["words"] for r in page["reports"]][-1] == {"az": "Qanun qəbul edildi."}


def test_evidence_that_is_no_link_is_refused_and_nothing_is_lost(site: Site) -> None:
    path = reporting(site)
    before = size(site.house)
    answer = send(
        site.browser(COORDINATOR),
        path,
        state="done",
        done__en="A law was passed.",
        evidence="javascript:alert(1)",
    )
    assert answer.status_code == 422
    form = read_form(answer)
    assert form.links == ("#id_evidence",)
    assert form.values["done-en"] == ["A law was passed."]
    assert size(site.house) == before


@pytest.mark.parametrize("person", ["", OFFICER, "person:office-kz-coordinator"])
def test_nobody_reports_for_another_parliament(site: Site, person: str) -> None:
    assert site.browser(person).get(reporting(site)).status_code == 404


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("", "Write this in at least one language."),
        (" \x00\x07 ", "Write this in at least one language."),
        ("x" * 301, "This is too long."),
    ],
)
def test_words_that_are_no_words_are_refused(site: Site, words: str, fault: str) -> None:
    entered = {"person": "new", "names-en": words}
    answer = send(site.browser(OFFICER), "/register/persons/new", **entered)
    assert answer.status_code == 422
    assert read_form(answer).alert.endswith(fault)


def test_words_sent_as_html_are_shown_as_they_are(site: Site) -> None:
    entered = {"person": "x y", "names-en": '"><script>alert(1)</script>'}
    page = send(site.browser(OFFICER), "/register/persons/new", **entered).content.decode()
    assert "<script>" not in page
    assert "&quot;&gt;&lt;script&gt;" in page


def given(answer: Any) -> str:  # noqa: ANN401 - Django ships no types
    """The password that a page shows once."""
    shown: str = answer.content.decode().partition('id="password" class="given">')[2]
    return shown.partition("<")[0]


def test_an_administrator_gives_a_new_password_for_a_forgotten_one(site: Site) -> None:
    person = "person:office-az-head"
    site.account(person)
    browser = site.browser("person:office-az-administrator")
    once = given(send(browser, "/parties/az/people/sign-ins/new", person=person))
    visitor = site.browser()
    asked = {"name": person, "password": once}
    assert visitor.post("/sign-in", asked).headers["Location"] == "/sign-in/first"
    wrong = visitor.post(
        "/sign-in/first", {**asked, "password": "wrong", "new": PASSWORD, "again": PASSWORD}
    )
    assert read_form(wrong).alert == "Name or password is wrong."
    chosen = visitor.post("/sign-in/first", {**asked, "new": PASSWORD, "again": PASSWORD})
    assert chosen.status_code == 303


def test_the_secretariat_gives_a_person_a_sign_in(site: Site) -> None:
    person = "person:office-kg-administrator"
    path = "/register/sign-ins/new"
    browser = site.browser(OFFICER)
    site.account(person).delete()
    nameless = send(browser, path, person=person)
    assert read_form(nameless).links == ("#id_sign_in",)
    taken = send(browser, path, person=person, sign_in=OFFICER)
    assert read_form(taken).alert.endswith("Somebody else has this sign-in name.")
    assert given(send(browser, path, person=person, sign_in="kg-new")) != ""


def test_an_administrator_gives_no_sign_in_to_another_parliament(site: Site) -> None:
    browser = site.browser("person:office-kz-administrator")
    path = "/parties/kz/people/sign-ins/new"
    answer = send(browser, path, person="person:office-az-head")
    assert answer.status_code == 422


def crowd(house: House) -> None:
    """Ask for more and more while nothing is done."""
    while True:
        house._writer.submit(lambda _record: 0)


def test_a_busy_server_says_so_and_keeps_what_was_entered(site: Site) -> None:
    browser = site.browser(OFFICER)
    entered = filled(browser, "/register/persons/new", person="new", names__en="An office")
    begun, released = threading.Event(), threading.Event()

    def slow(_record: Record) -> int:
        begun.set()
        return int(released.wait())

    site.house._writer.submit(slow)
    begun.wait()  # from now on the writer takes nothing more out of the queue
    with pytest.raises(Busy):
        crowd(site.house)
    answer = browser.post("/register/persons/new", entered)
    released.set()
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert read_form(answer).values["names-en"] == ["An office"]
