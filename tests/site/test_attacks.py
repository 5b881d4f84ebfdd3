"""What somebody who means harm sends, and what becomes of it."""

import secrets

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.conftest import Site
from tests.site.filling import read_form, send
from tests.site.prepared import OFFICER, size

HEAD = "person:office-az-head"


def asked(address: str, content_type: str) -> tuple[str, str]:
    """The status of that page and its text, asked for past Django's own client."""
    from django.test import RequestFactory

    from kurultai.site.wsgi import application

    path, _, query = address.partition("?")
    environ = RequestFactory()._base_environ(  # a plain WSGI environment
        PATH_INFO=path, QUERY_STRING=query, CONTENT_TYPE=content_type
    )
    status: list[str] = []
    body = application(environ, lambda line, _headers: status.append(line))
    return status[0], b"".join(body).decode()


@pytest.mark.parametrize(
    "named",
    ["charset=rot13", "charset=hex", "charset=idna", "charset=undefined", "a*=nothing''%41"],
)
@pytest.mark.usefixtures("site")
def test_a_character_set_that_is_none_is_no_fault_of_ours(named: str) -> None:
    assert asked("/record/?before=5", f"text/plain; {named}")[0] == "200 OK"


@pytest.mark.usefixtures("site")
def test_nobody_changes_by_a_character_set_what_others_get_to_see() -> None:
    page = f"/record/?before=20&{secrets.token_hex(4)}"
    first, then = (asked(page, f"text/plain; charset={name}") for name in ("cp037", "utf-8"))
    assert (first == then, 'href="/record/20"' in then[1]) == (True, False)


@pytest.mark.parametrize("day", ["9999-12-31", "0999-01-01"])
def test_a_day_beyond_all_calendars_is_refused(site: Site, day: str) -> None:
    browser, before = site.browser(OFFICER), size(site.house)
    answer = send(browser, "/series/defence/meetings/new", first_day=day)
    assert (answer.status_code, size(site.house)) == (422, before)
    assert browser.get("/calendar.ics").status_code == 200


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a = " + "[" * 3000, id="deep"),
        pytest.param("a = " + "{a = " * 900, id="deep tables"),
        pytest.param("[[rule]]\npart = " + "9" * 4500, id="a number that is too long"),
        pytest.param("a." * 50_000 + "a = 1", id="a key of many parts"),
    ],
)
def test_a_rulebook_that_is_hard_to_read_is_refused(site: Site, text: str) -> None:
    answer = send(site.browser(OFFICER), "/register/rulebooks/new", rulebook="bad", text=text)
    assert (answer.status_code, "bad.toml" in read_form(answer).alert) == (422, True)


def test_an_address_that_is_none_of_the_web_leads_nowhere(site: Site) -> None:
    browser = site.browser(OFFICER)
    text = read_form(browser.get("/register/rulebooks/new")).values["text"][0]
    evil = text.replace('link = "https:', 'link = "javascript:alert(1)//', 1)
    assert send(browser, "/register/rulebooks/new", text=evil).status_code == 303
    page = site.browser().get("/rulebook").content.decode()
    assert ("javascript:alert(1)" in page, 'href="javascript:' in page) == (True, False)


def test_an_administrator_gives_no_sign_in_to_who_holds_office_elsewhere(site: Site) -> None:
    page = "/parties/az/people/sign-ins/new"
    administrator = site.browser("person:office-az-administrator")
    assert HEAD in administrator.get(page).content.decode()
    chair = {"person": HEAD, "office": "chair", "of": "assembly"}
    assert send(site.browser(OFFICER), "/register/offices/new", **chair).status_code == 303
    assert HEAD not in administrator.get(page).content.decode()
    assert send(administrator, page, person=HEAD, sign_in="taken-over").status_code == 422


def test_a_rulebook_as_a_file_is_no_longer_than_one_that_is_pasted(site: Site) -> None:
    file = SimpleUploadedFile("long.toml", b"# long\n" * 30_000)
    answer = send(site.browser(OFFICER), "/register/rulebooks/new", text="", file=file)
    assert (answer.status_code, read_form(answer).links[:1]) == (422, ("#id_file",))


def test_a_text_of_more_paragraphs_than_can_be_compared_is_refused(site: Site) -> None:
    browser = site.browser(OFFICER)
    tabled = send(browser, "/documents/new", names__en="A long text").headers["Location"]
    page = f"{tabled.partition('?')[0]}/versions/new"
    for many, status in ((1001, 422), (1000, 303)):
        assert send(browser, page, text="1. a\n\n" * many).status_code == status


@pytest.mark.parametrize("office", ["chair", "vice_chair"])
def test_the_chair_of_the_assembly_does_not_keep_the_register(site: Site, office: str) -> None:
    given = {"person": HEAD, "office": office, "of": "assembly"}
    assert send(site.browser(OFFICER), "/register/offices/new", **given).status_code == 303
    assert site.browser(HEAD).get("/register/").status_code == 404


def test_a_sign_in_name_too_long_to_sign_in_by_is_refused(site: Site) -> None:
    given = {"names__en": "A delegate", "office": "delegate", "sign_in": "a" * 81}
    administrator = site.browser("person:office-az-administrator")
    answer = send(administrator, "/parties/az/people/new", **given)
    assert (answer.status_code, read_form(answer).links) == (422, ("#id_sign_in",))
