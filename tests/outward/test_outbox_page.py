"""The Secretariat reads each letter before it goes; nobody else sees that there are any."""

from datetime import UTC, datetime

import pytest

from kurultai.followers.addresses import address_of, set_address
from kurultai.followers.outbox import Letter, due, letter, letters, put
from kurultai.followers.post import Mail, post
from tests.conftest import Site

CLERK = "person:office-secretariat"
COORDINATOR = "person:office-az-coordinator"
LATER = datetime(2099, 1, 1, tzinfo=UTC)
REMINDER = Letter(
    "reminder", COORDINATOR, "party:az", "az", "Cavab gözlənilir", "Üç öhdəlik\ncavab gözləyir."
)


def test_a_letter_is_read_worded_otherwise_and_let_go(site: Site) -> None:
    number = put(site.house.directory, REMINDER)
    browser = site.browser(CLERK)
    assert "Cavab gözlənilir" in browser.get("/outbox/").content.decode()
    page = browser.get(f"/outbox/{number}").content.decode()
    assert "Üç öhdəlik\ncavab gözləyir." in page
    assert "No e-mail address is known." in page
    words = {"subject": "Cavabınız gözlənilir", "body": "Buyurun.", "do": "send"}
    assert browser.post(f"/outbox/{number}", words).status_code == 303
    (kept,) = due(site.house.directory, LATER)
    assert (kept.letter.subject, kept.letter.body) == ("Cavabınız gözlənilir", "Buyurun.")
    assert kept.decided_by == CLERK


def test_a_letter_may_be_kept_for_later_or_discarded(site: Site) -> None:
    number, browser = put(site.house.directory, REMINDER), site.browser(CLERK)
    words = {"subject": "Sonra", "body": "Sonra."}
    browser.post(f"/outbox/{number}", {**words, "do": "save"})
    assert [k.state for k in letters(site.house.directory)] == ["waiting"]
    browser.post(f"/outbox/{number}", {**words, "do": "discard"})
    kept = letter(site.house.directory, number)
    assert kept is not None
    assert (kept.state, kept.letter.subject) == ("discarded", "Sonra")
    assert "<form" not in browser.get(f"/outbox/{number}").content.decode().split("<main")[1]


def test_it_is_said_where_letters_go_while_no_mail_server_is_named(site: Site) -> None:
    from django.test import override_settings

    for has_mail in (False, True):
        with override_settings(HAS_MAIL=has_mail):
            page = site.browser(CLERK).get("/outbox/").content.decode()
        assert ("No mail server is named here" in page) is not has_mail


def test_what_was_entered_is_kept_when_something_is_missing(site: Site) -> None:
    number, browser = put(site.house.directory, REMINDER), site.browser(CLERK)
    answer = browser.post(f"/outbox/{number}", {"subject": "", "body": "Mətn", "do": "send"})
    assert (answer.status_code, "Mətn" in answer.content.decode()) == (422, True)
    assert due(site.house.directory, LATER) == ()


@pytest.mark.parametrize("person", ["", COORDINATOR, "person:office-az-head"])
def test_for_anybody_else_there_is_no_outbox(site: Site, person: str) -> None:
    number, browser = put(site.house.directory, REMINDER), site.browser(person)
    for address in ("/outbox/", f"/outbox/{number}", "/outbox/addresses"):
        assert browser.get(address).status_code == 404
        assert browser.post(address, {"do": "send"}).status_code == 404
    assert due(site.house.directory, LATER) == ()


def test_one_says_oneself_where_one_is_written_to(site: Site) -> None:
    browser = site.browser(COORDINATOR)
    assert "/account/address" in browser.get("/account").content.decode()
    assert browser.post("/account/address", {"address": "a@b"}).status_code == 422
    answer = browser.post("/account/address", {"address": "amina@parliament.example"})
    assert answer.status_code == 303
    assert address_of(site.house.directory, COORDINATOR) == "amina@parliament.example"
    assert "amina@parliament.example" in browser.get("/account/address").content.decode()
    assert site.browser().get("/account/address").status_code == 404


def test_the_secretariat_may_say_where_a_person_is_written_to(site: Site) -> None:
    browser = site.browser(CLERK)
    given = {"person": COORDINATOR, "address": "office@parliament.example"}
    assert browser.post("/outbox/addresses", given).status_code == 303
    assert "office@parliament.example" in browser.get("/outbox/addresses").content.decode()
    assert browser.post("/outbox/addresses", {**given, "person": "person:x"}).status_code == 422
    assert address_of(site.house.directory, COORDINATOR) == "office@parliament.example"


def test_no_address_of_a_person_comes_onto_the_record(site: Site) -> None:
    set_address(site.house.directory, COORDINATOR, "amina@parliament.example")
    kept = b"".join(path.read_bytes() for path in site.house.directory.glob("record.db*"))
    assert b"amina@parliament.example" not in kept


def test_a_letter_without_an_address_says_so_in_the_readers_language(site: Site) -> None:
    number = put(site.house.directory, REMINDER, approved_by=CLERK)
    assert post(site.house.directory, Mail(), LATER) == 0
    for path in ("/outbox/", f"/outbox/{number}"):
        page = site.browser(CLERK, "tr").get(path).content.decode()
        assert "no address is known" not in page
        assert "E-posta adresi bilinmiyor." in page
    assert "/outbox/addresses" in page.split("<main")[1]
