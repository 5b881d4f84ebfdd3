"""Tracked changes in a DOCX become amendments, one for each author."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from kurultai.gate import drafting
from kurultai.papers import docx
from kurultai.papers.paper import Paper, PaperAmendment
from kurultai.texts.change import Change, Drop, Edit
from tests.conftest import Site
from tests.site.drafting import AZ, NAME, TEXT, drafted, page
from tests.site.filling import filled, read_form
from tests.site.prepared import OFFICER

FORM = f"/documents/{NAME}/amendments/file"
CHANGES: dict[str, tuple[Change, ...]] = {
    "Azerbaijan": (Edit("unit:invites", "en", 34, 39, "twice a"),),
    "Somebody": (Drop("unit:asks"),),
}


def paper(site: Site, changes: dict[str, tuple[Change, ...]]) -> SimpleUploadedFile:
    """The draft as a DOCX in which these authors changed something."""
    with site.house.viewing(OFFICER, "en") as viewer:
        units = drafting.text(viewer, TEXT).units
    amendments = tuple(
        PaperAmendment(author, str(n), ({"en": author},), "en", changed)
        for n, (author, changed) in enumerate(changes.items(), 1)
    )
    printed = Paper(
        TEXT,
        "assembly",
        {"en": "The Assembly"},
        "recommendation",
        "",
        {"en": "On cybersecurity"},
        units,
        {"en": "authentic", "tr": "authentic"},
        "draft",
        "2026-11-25",
        1,
        amendments=amendments,
    )
    return SimpleUploadedFile("changes.docx", docx.write(printed, "en", tracked=True))


def sent(site: Site, person: str, file: SimpleUploadedFile) -> Any:  # noqa: ANN401 - Django has no types
    """What the form answers to a file."""
    browser = site.browser(person)
    return browser.post(FORM, {**filled(browser, FORM, language="en"), "file": file})


def test_each_author_is_one_amendment_of_the_delegation_that_is_named(site: Site) -> None:
    drafted(site.house)
    shown = sent(site, OFFICER, paper(site, CHANGES))
    text = shown.content.decode()
    assert "replace the word" in text
    assert "Delete paragraph 2." in text
    values = read_form(shown).values
    assert (values["by-0"], values["by-1"]) == (["party:az"], [""])
    answer = site.browser(OFFICER).post(FORM, {**values, "by-1": "party:kz"})
    assert answer.status_code == 303, read_form(answer).alert
    rows = page(site, f"/documents/{NAME}/amendments")["amendments"]
    assert sorted((row["by"][0], row["changes"][0]["change"]) for row in rows) == [
        ("party:az", "edit"),
        ("party:kz", "drop"),
    ]


def test_sent_twice_the_amendments_are_tabled_once(site: Site) -> None:
    drafted(site.house)
    values = read_form(sent(site, OFFICER, paper(site, CHANGES))).values
    browser = site.browser(OFFICER)
    answers = [browser.post(FORM, {**values, "by-1": "party:kz"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert len(page(site, f"/documents/{NAME}/amendments")["amendments"]) == 2


def test_a_delegate_tables_only_in_their_own_name(site: Site) -> None:
    drafted(site.house)
    values = read_form(sent(site, AZ, paper(site, CHANGES))).values
    answer = site.browser(AZ).post(FORM, {**values, "by-1": "party:kz"})
    assert answer.status_code == 422
    assert page(site, f"/documents/{NAME}/amendments")["amendments"] == []


def test_a_file_without_changes_or_that_is_none_says_so(site: Site) -> None:
    drafted(site.house)
    answer = sent(site, AZ, paper(site, {}))
    assert "No tracked change was found" in read_form(answer).alert
    answer = sent(site, AZ, SimpleUploadedFile("changes.docx", b"not one"))
    assert answer.status_code == 422
    assert read_form(answer).links == ("#id_file",)


def test_what_was_read_cannot_be_made_up(site: Site) -> None:
    drafted(site.house)
    browser = site.browser(AZ)
    answer = browser.post(FORM, {**filled(browser, FORM), "kept": "made:up", "by-0": "party:az"})
    assert answer.status_code == 422
