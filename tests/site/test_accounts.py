"""Signing in, choosing a password, and how slow guessing is."""

from collections.abc import Iterator
from typing import Any

import pytest

from kurultai.site.accounts.throttle import Throttle, network_of
from tests.conftest import PASSWORD, Site
from tests.site.filling import read_form, send

HEAD = "person:office-az-head"
ANOTHER = "another that is long enough"


QUICK = ("MD5PasswordHasher", "ScryptPasswordHasher")  # guesses are many here, and slow on purpose


@pytest.fixture(autouse=True)
def _patient(
    monkeypatch: pytest.MonkeyPatch,
    accounts: object,  # noqa: ARG001 - Django is set up by then, whichever test comes first
) -> Iterator[None]:
    """Each test begins with nobody waiting, and hashes in no time."""
    from django.test import override_settings

    from kurultai.site.views.writing import accounts as views

    monkeypatch.setattr(views, "_names", Throttle(5))
    monkeypatch.setattr(views, "_addresses", Throttle(20))
    quick = [f"django.contrib.auth.hashers.{name}" for name in QUICK]
    with override_settings(PASSWORD_HASHERS=quick):
        yield


def sign_in(browser: Any, name: str, password: str, **more: str) -> Any:  # noqa: ANN401
    return browser.post("/sign-in", {"name": name, "password": password, **more})


def test_whoever_signs_in_goes_on_to_where_they_wanted_to_go(site: Site) -> None:
    site.account(HEAD)
    browser = site.browser()
    answer = sign_in(browser, HEAD, PASSWORD, next="/meetings/defence-2")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/meetings/defence-2")
    assert browser.get("/account").status_code == 200


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org/", "/\\example.org", "javascript:1", ""]
)
def test_nobody_is_sent_on_to_another_site(site: Site, elsewhere: str) -> None:
    site.account(HEAD)
    answer = sign_in(site.browser(), HEAD, PASSWORD, next=elsewhere)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")


def test_a_wrong_password_and_an_unknown_name_are_answered_alike(site: Site) -> None:
    site.account(HEAD)
    wrong = read_form(sign_in(site.browser(), HEAD, "wrong"))
    unknown = read_form(sign_in(site.browser(), "nobody", "wrong"))
    assert wrong.alert == unknown.alert == "Name or password is wrong."


def test_the_session_is_a_new_one_after_signing_in(site: Site) -> None:
    site.account(HEAD)
    browser = site.browser()
    session = browser.session
    session["x"] = 1
    session.save()
    before = session.session_key
    sign_in(browser, HEAD, PASSWORD)
    assert browser.cookies["kurultai"].value not in ("", before)


def test_signing_out_ends_the_session(site: Site) -> None:
    browser = site.browser(HEAD)
    assert browser.get("/sign-out").status_code == 200
    assert browser.get("/account").status_code == 200
    assert browser.post("/sign-out").status_code == 303
    assert browser.get("/account").status_code == 404


def test_whoever_guesses_waits_even_with_the_right_password(site: Site) -> None:
    site.account(HEAD)
    for _guess in range(5):
        sign_in(site.browser(), HEAD, "wrong")
    answer = sign_in(site.browser(), HEAD, PASSWORD)
    assert answer.status_code == 422
    assert read_form(answer).alert.startswith("Too many attempts. Wait")


def test_a_new_password_ends_the_sessions_elsewhere(site: Site) -> None:
    account = site.account(HEAD)
    account.set_password(PASSWORD)
    account.save()
    here, elsewhere = site.browser(HEAD), site.browser(HEAD)
    wrong = send(here, "/account", password="wrong", new=ANOTHER, again=ANOTHER)  # noqa: S106 - a guess
    assert read_form(wrong).links == ("#id_password",)
    short = send(here, "/account", password=PASSWORD, new="short", again="short")
    assert read_form(short).links == ("#id_new",)
    unlike = send(here, "/account", password=PASSWORD, new=ANOTHER, again=PASSWORD)
    assert read_form(unlike).links == ("#id_again",)
    changed = send(here, "/account", password=PASSWORD, new=ANOTHER, again=ANOTHER)
    assert changed.status_code == 303
    assert here.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 404
    back = send(here, "/account", password=ANOTHER, new=PASSWORD, again=PASSWORD)
    assert back.status_code == 303


def test_a_password_given_for_once_opens_only_the_choice_of_another(site: Site) -> None:
    answer = send(
        site.browser("person:office-kz-administrator"),
        "/parties/kz/people/new",
        names__en="Office of a third delegate",
        office="delegate",
        sign_in="kz-third",
    )
    page = answer.content.decode()
    once = page.partition('id="password" class="given">')[2].partition("<")[0]
    browser = site.browser()
    assert sign_in(browser, "kz-third", once).headers["Location"] == "/sign-in/first"
    assert browser.get("/account").status_code == 404
    chosen = {"name": "kz-third", "password": once, "new": ANOTHER, "again": ANOTHER}
    assert browser.post("/sign-in/first", chosen).status_code == 303
    assert browser.get("/account").status_code == 200
    assert sign_in(site.browser(), "kz-third", once).status_code == 422
    assert sign_in(site.browser(), "kz-third", ANOTHER).headers["Location"] == "/"


def test_a_password_is_shown_once_even_if_the_form_is_sent_twice(site: Site) -> None:
    from tests.site.filling import filled

    browser = site.browser("person:office-kz-administrator")
    entered = filled(
        browser,
        "/parties/kz/people/new",
        names__en="Office of a fourth delegate",
        office="delegate",
        sign_in="kz-fourth",
    )
    first, second = (browser.post("/parties/kz/people/new", entered) for _time in range(2))
    assert b'id="password"' in first.content
    assert b'id="password"' not in second.content


def test_each_wrong_guess_beyond_five_doubles_the_wait() -> None:
    now = [0.0]
    throttle = Throttle(5, lambda: now[0])
    waits = []
    for _guess in range(8):
        waits.append(throttle.wait("name"))
        throttle.failed("name")
    assert waits == [0, 0, 0, 0, 0, 1, 2, 4]
    assert (throttle.wait("name"), throttle.wait("another")) == (8, 0)
    now[0] = 8.0
    assert throttle.wait("name") == 0
    throttle.failed("name")
    throttle.succeeded("name")
    assert throttle.wait("name") == 0


def test_guesses_are_forgotten_after_an_hour() -> None:
    now = [0.0]
    throttle = Throttle(1, lambda: now[0])
    throttle.failed("name")
    now[0] = 3600.0
    throttle.failed("name")
    assert throttle.wait("name") == 1


def test_whoever_guesses_at_many_names_waits_too(site: Site) -> None:
    site.account(HEAD)
    for guess in range(20):
        sign_in(site.browser(), f"name-{guess}", "wrong")
    assert read_form(sign_in(site.browser(), HEAD, PASSWORD)).alert.startswith("Too many attempts.")


def test_nobody_is_shut_out_for_longer_than_five_minutes() -> None:
    throttle = Throttle(5, lambda: 0.0)
    for _guess in range(1000):
        throttle.failed("name")
    assert throttle.wait("name") == 300


def test_where_no_session_can_be_written_it_is_called_no_fault_of_the_software(site: Site) -> None:
    from django.db import connection
    from django.test import Client

    site.account(HEAD)
    browser = Client(raise_request_exception=False)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
        try:
            answer = sign_in(browser, HEAD, PASSWORD)
        finally:
            cursor.execute("PRAGMA query_only = OFF")
    assert answer.status_code == 503
    assert "the server cannot write to its disk" in answer.content.decode()
    assert sign_in(browser, HEAD, PASSWORD).status_code == 303


def test_addresses_of_one_line_are_counted_together() -> None:
    assert network_of("2001:db8:1:2::a") == network_of("2001:db8:1:2:ffff::b")
    assert network_of("2001:db8:1:2::a") != network_of("2001:db8:1:3::a")
    assert network_of("192.0.2.1") != network_of("192.0.2.2")
    assert network_of("::ffff:192.0.2.1") != network_of("::ffff:192.0.2.2")
    assert network_of("") == ""
