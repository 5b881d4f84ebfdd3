"""A press communiqué: drafted from what is public of a meeting, edited, published."""

from typing import Any

import pytest

from kurultai.language import LANGUAGES
from tests.conftest import Site
from tests.leaks.world import AUDIENCES, canary, furnish
from tests.site.filling import filled, read_form
from tests.site.pledged import pledge
from tests.site.prepared import OFFICER

PATH = "/meetings/plenary-14/communique"


def document(site: Site, sent: Any) -> dict[str, Any]:  # noqa: ANN401 - Django ships no types
    address = sent.headers["Location"].partition("?")[0]
    found: dict[str, Any] = site.browser().get(f"{address}.json").json()["page"]
    return found


def test_it_is_drafted_in_every_language(site: Site) -> None:
    pledge(site.house)
    browser = site.browser(OFFICER)
    values = filled(browser, PATH)
    texts = {code: values[f"text-{code}"][0] for code in LANGUAGES}
    assert all(texts.values())
    assert len({len(text.split("\n\n")) for text in texts.values()}) == 1
    assert texts["en"].startswith("The 14th Plenary Session was held. Date: 11–12 June 2025.")
    assert "REC/7/2025" in texts["en"]
    assert "Tatbikatlar hakkında" in texts["tr"]
    assert "2025 жылғы 11–12 маусым" in texts["kk"]


def test_it_is_published_as_it_was_edited_in_the_languages_kept(site: Site) -> None:
    browser = site.browser(OFFICER)
    texts = {f"text-{code}": "" for code in LANGUAGES}
    edited = {**texts, "text-en": "One.\n\nTwo\nlines.", "text-tr": "Bir.\n\nİki."}
    sent = browser.post(PATH, {**filled(browser, PATH), **edited})
    assert sent.status_code == 303
    page = document(site, sent)
    assert (page["document"]["kind"], page["document"]["audience"]) == ("communique", "public")
    assert page["document"]["meeting"] == "meeting:plenary-14"
    assert [version["language"] for version in page["versions"]] == ["en", "tr"]
    assert [p["words"] for p in page["paragraphs"][1:]] == [
        {"en": "One.", "tr": "Bir."},
        {"en": "Two lines.", "tr": "İki."},
    ]
    shown = browser.get(sent.headers["Location"]).content.decode()
    assert "Published" in shown


def test_languages_that_do_not_match_are_named(site: Site) -> None:
    browser = site.browser(OFFICER)
    entered = {**filled(browser, PATH), "text-tr": "Bir.", "names-hu": ""}
    answer = browser.post(PATH, entered)
    assert answer.status_code == 422
    said = answer.content.decode()
    assert "Not as many paragraphs as in the first language: Türkçe." in said
    assert "There is no title in: Magyar." in said
    assert read_form(answer).values["text-tr"] == ["Bir."]


@pytest.mark.parametrize("person", ["", "person:office-az-head", "person:office-az-coordinator"])
def test_nobody_but_the_secretariat_writes_it(site: Site, person: str) -> None:
    assert site.browser(person).get(PATH).status_code == 404


def test_of_a_meeting_to_come_there_is_none(site: Site) -> None:
    assert site.browser(OFFICER).get("/meetings/plenary-15/communique").status_code == 404


def test_of_a_meeting_that_is_not_public_there_is_none(site: Site) -> None:
    browser = site.browser(OFFICER)
    for hidden in furnish(site.house):
        name = (hidden.meeting or "").partition(":")[2]
        assert browser.get(f"/meetings/{name}/communique").status_code == 404


def test_only_what_is_public_of_the_meeting_enters(site: Site) -> None:
    """Of an open meeting of which each audience has a part of its own."""
    from tests.leaks.sittings import OF_ALL

    furnish(site.house)
    browser = site.browser(OFFICER)
    address = f"/meetings/{OF_ALL.partition(':')[2]}"
    told = browser.get(address).content.decode()
    assert canary("secretariat") in told
    form = browser.get(f"{address}/communique").content.decode()
    assert "text-en" in form
    assert not [audience for audience in AUDIENCES if canary(audience) in form]


def test_it_is_no_text_under_way(site: Site) -> None:
    browser = site.browser(OFFICER)
    browser.post(PATH, filled(browser, PATH))
    assert site.browser().get("/hand-over.json").json()["page"]["texts"] == []


@pytest.mark.parametrize(("reads", "authentic"), [("ru", "en"), ("hu", "en"), ("tr", "tr")])
def test_the_authentic_text_is_in_a_language_of_the_assembly(
    site: Site, reads: str, authentic: str
) -> None:
    browser = site.browser(OFFICER, reads)
    page = document(site, browser.post(PATH, filled(browser, PATH)))
    assert page["document"]["authentic"] == [authentic]
    standings = {version["language"]: version["standing"] for version in page["versions"]}
    assert [code for code, standing in standings.items() if standing == "authentic"] == [authentic]
