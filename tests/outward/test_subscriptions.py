"""Whoever asked and said yes hears of what is public and new, and is forgotten at one press."""

import re
from datetime import UTC, datetime

import pytest

from kurultai.followers import subscribers
from kurultai.followers.outbox import Kept, due, letters
from kurultai.followers.post import Mail, post
from kurultai.followers.store import NAME
from kurultai.procedure import commands as c
from tests.conftest import Site
from tests.leaks.world import AUDIENCES, canary, furnish
from tests.site.third_meeting import hold

CLERK = "person:office-secretariat"
READER = "reader@home.example"
LATER = datetime(2099, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch, site: Site) -> None:  # noqa: ARG001 - Django first
    from kurultai.site.api.pace import Pace
    from kurultai.site.views.following import subscriptions

    monkeypatch.setattr(subscriptions, "_asked", Pace(10))


def ask(site: Site, address: str = READER, **chosen: object) -> None:
    given = {"address": address, "language": "en", **chosen}
    answer = site.browser().post("/subscriptions/", given)
    assert (answer.status_code, "Look into your mail" in answer.content.decode()) == (200, True)


def secret_of(site: Site, address: str = READER) -> str:
    """As the first letter tells it."""
    (first,) = (k for k in due(site.house.directory, LATER) if k.address == address)
    found = re.search(r"http://testserver/subscriptions/(\S+)", first.letter.body)
    assert found
    return found[1]


def confirm(site: Site, address: str = READER, **chosen: object) -> str:
    ask(site, address, **chosen)
    secret = secret_of(site, address)
    answer = site.browser().post(f"/subscriptions/{secret}", {"language": "en", **chosen})
    assert answer.status_code == 200
    return secret


def draft(site: Site) -> tuple[Kept, ...]:
    assert site.browser(CLERK).post("/subscriptions/digests").status_code == 303
    return letters(site.house.directory, "waiting")


def test_nobody_is_written_to_who_did_not_say_yes(site: Site) -> None:
    ask(site)
    assert subscribers.confirmed(site.house.directory) == ()
    secret = secret_of(site)
    page = site.browser().get(f"/subscriptions/{secret}")
    assert (page.status_code, page.headers["Referrer-Policy"]) == (200, "no-referrer")
    assert subscribers.confirmed(site.house.directory) == ()
    hold(site.house)
    assert draft(site) == ()


def test_the_first_letter_is_in_the_language_that_was_chosen(site: Site) -> None:
    ask(site, language="tr")
    (first,) = due(site.house.directory, LATER)
    assert (first.letter.language, first.letter.kind) == ("tr", "confirmation")


def test_however_often_it_is_asked_one_letter_goes(site: Site) -> None:
    for _ in range(3):
        ask(site)
    assert len(letters(site.house.directory)) == 1
    confirm_again = secret_of(site)
    site.browser().post(f"/subscriptions/{confirm_again}", {"language": "en"})
    ask(site)
    assert len(letters(site.house.directory)) == 1


def test_one_reader_gets_one_letter_however_their_address_is_written(site: Site) -> None:
    for address in ("reader@home.example", "Reader@home.example", "READER@HOME.EXAMPLE"):
        ask(site, address)
    ask(site, "reader+1@home.example")
    ask(site, "reader+2@home.example")
    assert len(letters(site.house.directory)) == 1


def test_a_plus_is_kept_in_the_address_that_is_written_to(site: Site) -> None:
    ask(site, "reader+news@home.example")
    assert [kept.address for kept in letters(site.house.directory)] == ["reader+news@home.example"]


def test_who_does_not_answer_is_forgotten_after_a_week(site: Site) -> None:
    from kurultai.followers.store import outward

    ask(site)
    with outward(site.house.directory) as db:
        db.execute("UPDATE subscriber SET asked_at = '2020-01-01T00:00:00Z'")
    ask(site, "other@home.example")
    assert READER.encode() not in _without_free_pages(site)


def test_who_asks_for_many_is_told_to_wait(site: Site) -> None:
    for number in range(10):
        ask(site, f"reader{number}@home.example")
    given = {"address": "one.more@home.example", "language": "en"}
    assert site.browser().post("/subscriptions/", given).status_code == 429


@pytest.mark.parametrize("address", ["", "reader", "a@b", "a@home.example\nBcc: b@home.example"])
def test_what_is_no_address_is_told_so(site: Site, address: str) -> None:
    given = {"address": address, "language": "en"}
    assert site.browser().post("/subscriptions/", given).status_code == 422


def test_a_subscriber_hears_once_of_what_is_new_after_a_person_has_read_it(site: Site) -> None:
    confirm(site)
    hold(site.house)
    (letter,) = draft(site)
    assert letter.letter.subject == "TURKPA: What is new"
    assert "Text adopted: " in letter.letter.body
    assert "http://testserver/meetings/defence-3" in letter.letter.body
    assert not [kept for kept in due(site.house.directory, LATER) if kept.letter.kind == "digest"]
    assert len(draft(site)) == 1


def test_what_was_chosen_is_what_is_told(site: Site) -> None:
    confirm(site, "a@home.example", topics=["texts"])
    confirm(site, "b@home.example", series=["series:plenary"])
    confirm(site, "c@home.example", language="az", topics=["decisions"])
    hold(site.house)
    told = {letter.address: letter.letter for letter in draft(site)}
    assert told.keys() == {"a@home.example", "c@home.example"}
    assert "/documents/" in told["a@home.example"].body
    assert "/meetings/" not in told["a@home.example"].body
    assert told["c@home.example"].language == "az"
    assert "Adopted" not in told["c@home.example"].body


def test_letters_that_say_the_same_are_read_once(site: Site) -> None:
    for name in ("a", "b", "c"):
        confirm(site, f"{name}@home.example")
    hold(site.house)
    first, *_ = draft(site)
    browser = site.browser(CLERK)
    assert browser.get("/outbox/").content.decode().count("What is new") == 1
    assert "3 letters say the same." in browser.get(f"/outbox/{first.id}").content.decode()
    words = {"subject": "News", "body": "Shorter.", "do": "send"}
    browser.post(f"/outbox/{first.id}", words)
    gone = [k for k in due(site.house.directory, LATER) if k.letter.kind == "digest"]
    assert [(k.letter.subject, k.letter.body) for k in gone] == [("News", "Shorter.")] * 3


def test_one_press_ends_it_and_forgets_who_it_was(site: Site) -> None:
    from django.test import Client

    secret = confirm(site)
    hold(site.house)
    draft(site)
    strict = Client(enforce_csrf_checks=True)  # a mail program, which never saw a page
    address = f"/subscriptions/{secret}/end"
    assert strict.get(address).status_code == 200
    assert len(subscribers.confirmed(site.house.directory)) == 1
    answer = strict.post(address, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert subscribers.confirmed(site.house.directory) == ()
    assert letters(site.house.directory) == ()
    assert READER.encode() not in _without_free_pages(site)
    assert strict.post(address).content == answer.content


def _without_free_pages(site: Site) -> bytes:
    import sqlite3

    db = sqlite3.connect(site.house.directory / NAME)
    told = "\n".join(db.iterdump()).encode()
    db.close()
    return told


def test_each_letter_names_where_it_is_ended(site: Site) -> None:
    secret = confirm(site)
    hold(site.house)
    (letter,) = draft(site)
    words = {"subject": letter.letter.subject, "body": letter.letter.body, "do": "send"}
    site.browser(CLERK).post(f"/outbox/{letter.id}", words)
    post(site.house.directory, Mail(), LATER)
    file = next((site.house.directory / "mail").glob(f"letter-{letter.id}.*"))
    text = file.read_text(encoding="utf-8")
    assert f"List-Unsubscribe: <http://testserver/subscriptions/{secret}/end>" in re.sub(
        r"\n ", " ", text
    ).replace("  ", " ")


def test_what_is_marked_after_a_letter_was_drafted_does_not_go_with_it(site: Site) -> None:
    confirm(site)
    third = hold(site.house)
    (drafted,) = draft(site)
    assert f"/documents/{third.document.partition(':')[2]}" in drafted.letter.body
    mark = c.ChangeMarking(id="since", audience="members", document=third.document)
    site.house.submit(CLERK, mark).result()
    words = {"subject": drafted.letter.subject, "body": drafted.letter.body, "do": "send"}
    browser = site.browser(CLERK)
    again = browser.post(f"/outbox/{drafted.id}", words)
    assert again.headers["Location"] == f"/outbox/{drafted.id}"  # to be read as it is now
    (left,) = letters(site.house.directory, "waiting")
    assert "/documents/" not in left.letter.body
    assert "/meetings/" in left.letter.body
    browser.post(f"/outbox/{drafted.id}", {**words, "body": left.letter.body})
    assert letters(site.house.directory, "waiting") == ()


def test_a_letter_of_which_nothing_is_public_any_more_is_discarded(site: Site) -> None:
    confirm(site, topics=["texts"])
    third = hold(site.house)
    (drafted,) = draft(site)
    mark = c.ChangeMarking(id="since", audience="members", document=third.document)
    site.house.submit(CLERK, mark).result()
    words = {"subject": drafted.letter.subject, "body": drafted.letter.body, "do": "send"}
    site.browser(CLERK).post(f"/outbox/{drafted.id}", words)
    assert [kept.id for kept in letters(site.house.directory, "discarded")] == [drafted.id]


def test_no_letter_holds_what_is_not_public(site: Site) -> None:
    confirm(site)
    hold(site.house)
    furnish(site.house)
    told = "".join(f"{k.letter.subject}{k.letter.body}" for k in draft(site))
    assert "http" in told
    assert [a for a in AUDIENCES if canary(a) in told] == []


@pytest.mark.parametrize("person", ["", "person:office-az-head"])
def test_only_the_secretariat_drafts_letters_to_subscribers(site: Site, person: str) -> None:
    confirm(site)
    browser = site.browser(person)
    assert browser.get("/subscriptions/digests").status_code == 404
    assert browser.post("/subscriptions/digests").status_code == 404


def test_whose_letter_it_was_not_finds_no_page(site: Site) -> None:
    assert site.browser().get("/subscriptions/nobody").status_code == 404
