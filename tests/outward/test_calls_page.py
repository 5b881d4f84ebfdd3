"""The Secretariat says who is called, and sees what came of it; doctor says what is not well."""

import pytest

from kurultai.cli.doctor import findings
from kurultai.followers import hooks
from kurultai.followers.outbox import Letter, put, stuck
from kurultai.followers.outbox import letters as of
from tests.conftest import Site

CLERK = "person:office-secretariat"


def made(site: Site, **given: object) -> hooks.Hook:
    browser = site.browser(CLERK)
    answer = browser.post("/hooks/", {"url": "https://other.example/hook", **given})
    assert answer.status_code == 303
    return hooks.hooks(site.house.directory)[-1]


def test_one_who_is_called_is_told_of_what_comes_and_of_what_was_chosen(site: Site) -> None:
    hook = made(site, topics=["decisions"])
    with site.house.viewing(None, "en") as viewer:
        assert hook.position == viewer.position
    assert (hook.kinds, hook.base, hook.made_by) == (
        ("QuestionDecided",),
        "http://testserver",
        CLERK,
    )
    page = site.browser(CLERK).get(f"/hooks/{hook.id}").content.decode()
    assert hook.secret in page
    assert hook.secret not in site.browser(CLERK).get("/hooks/").content.decode()


def test_it_is_paused_goes_on_and_is_ended(site: Site) -> None:
    hook, browser = made(site), site.browser(CLERK)
    for does, state in (("pause", ["paused"]), ("resume", ["active"]), ("end", [])):
        assert browser.post(f"/hooks/{hook.id}", {"do": does}).status_code == 303
        assert [one.state for one in hooks.hooks(site.house.directory)] == state


@pytest.mark.parametrize("url", ["", "http://other.example/", "https://me@other.example/", "x"])
def test_what_may_not_be_called_is_told_so(site: Site, url: str) -> None:
    assert site.browser(CLERK).post("/hooks/", {"url": url}).status_code == 422
    assert hooks.hooks(site.house.directory) == ()


@pytest.mark.parametrize("person", ["", "person:office-az-head", "person:office-az-coordinator"])
def test_for_anybody_else_there_are_no_calls(site: Site, person: str) -> None:
    hook, browser = made(site), site.browser(person)
    for address in ("/hooks/", f"/hooks/{hook.id}"):
        assert browser.get(address).status_code == 404
        assert browser.post(address, {"do": "end"}).status_code == 404
    assert hooks.hooks(site.house.directory) == (hook,)


def test_doctor_says_who_is_not_reached_and_what_could_not_be_sent(site: Site) -> None:
    directory = site.house.directory
    hook = made(site)
    told = {name: well for name, _, well in findings(directory)}
    assert (told["letters"], told[f"hook {hook.id}"]) == (True, True)
    hooks.failed(directory, hook, "answered 500", site.house.now())
    put(directory, Letter("digest", "", "", "en", "News", "Text", "r@home.example"))
    (kept,) = of(directory)
    for _ in range(8):
        kept = stuck(directory, kept, "no answer")
    told = {name: well for name, _, well in findings(directory)}
    assert (told["letters"], told[f"hook {hook.id}"]) == (False, False)
