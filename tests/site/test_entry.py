"""A text is entered from a file or pasted, shown as it was understood, and confirmed."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from kurultai.gate import drafting
from kurultai.papers import web
from kurultai.papers.paper import Paper
from kurultai.procedure import commands as c
from tests.conftest import Site
from tests.site.drafting import NAME, confirm, drafted, page
from tests.site.filling import filled, read_form
from tests.site.prepared import OFFICER

FORM = f"/documents/{NAME}/entry/new"
TEXT = """Declaration on water

The Assembly,

Recalling its first declaration,

1. Calls upon the parliaments to report on:

(a) rivers;

(b) lakes;

2. Decides to return to the question.
"""


def tabled(site: Site) -> None:
    """A document without a text."""
    command = c.TableDocument(id="text", kind="declaration", names={"en": "On water"})
    site.house.submit(OFFICER, command).result()


def kinds(site: Site) -> list[tuple[str, list[str]]]:
    """The kinds of the text's units at the top, with those below them."""
    units = page(site, f"/documents/{NAME}/text")["units"]
    return [(unit["kind"], [below["kind"] for below in unit["below"]]) for unit in units]


def test_a_pasted_text_is_understood_shown_and_distributed(site: Site) -> None:
    tabled(site)
    browser = site.browser(OFFICER)
    shown = browser.post(FORM, filled(browser, FORM, language="en", text=TEXT))
    assert "Operative paragraph: 2" in shown.content.decode()
    assert confirm(site, OFFICER, FORM, language="en", text=TEXT).status_code == 303
    assert ("operative", ["point", "point"]) in kinds(site)


def test_a_file_is_read_and_kept_with_the_text(site: Site) -> None:
    tabled(site)
    browser = site.browser(OFFICER)
    file = SimpleUploadedFile("water.txt", TEXT.encode(), "text/plain")
    shown = browser.post(FORM, {**filled(browser, FORM, language="en"), "file": file})
    assert shown.status_code == 200
    assert "water.txt" in shown.content.decode()
    answer = browser.post(FORM, confirmed(shown))
    assert answer.status_code == 303
    assert ("operative", ["point", "point"]) in kinds(site)
    kept = site.browser().get(f"/documents/{NAME}/files/en")
    assert b"".join(kept) == TEXT.encode()


def confirmed(shown: Any) -> dict[str, Any]:  # noqa: ANN401 - Django ships no types
    """What the browser sends when what is shown is confirmed."""
    seen = shown.content.decode().split('name="confirm" value="')[1].split('"')[0]
    return {**read_form(shown).values, "confirm": seen}


def test_a_file_that_cannot_be_read_is_refused_with_its_reason(site: Site) -> None:
    tabled(site)
    browser = site.browser(OFFICER)
    file = SimpleUploadedFile("scan.pdf", b"%PDF-1.7 \x00\x01\x02", "application/pdf")
    answer = browser.post(FORM, {**filled(browser, FORM, language="en"), "file": file})
    assert answer.status_code == 422
    assert read_form(answer).links == ("#id_file",)


def test_another_language_is_laid_beside_the_first_and_corrected(site: Site) -> None:
    drafted(site.house)
    browser = site.browser(OFFICER)
    text = "Kibertəhlükəsizlik haqqında\n\n1. Dəvət edir:\n\n(a) qanunlar;\n\n2. Xahiş edir."
    shown = browser.post(FORM, filled(browser, FORM, language="az", text=text))
    assert shown.status_code == 200
    values = read_form(shown).values
    assert values["unit-unit:title"] == ["Kibertəhlükəsizlik haqqında"]
    corrected = {
        **values,
        "unit-unit:invites": ["Dəvət edir:"],
        "unit-unit:laws": ["qanunlar;"],
        "unit-unit:asks": ["Xahiş edir."],
        "unit-unit:recalling": [""],
        "unit-unit:budgets": [""],
        "no_place": [""],
    }
    assert browser.post(FORM, corrected).status_code == 303
    found = page(site, f"/documents/{NAME}/text")
    assert found["behind"] == {"az": ["unit:recalling", "unit:budgets"]}


def test_words_without_a_place_keep_the_text_from_being_distributed(site: Site) -> None:
    drafted(site.house)
    browser = site.browser(OFFICER)
    entered = filled(browser, FORM, language="az", text="Başlıq\n\n1. Dəvət edir.")
    values = read_form(browser.post(FORM, entered)).values
    answer = browser.post(FORM, {**values, "no_place": ["Qalan sözlər"]})
    assert answer.status_code == 422
    assert "These words are in no paragraph yet." in read_form(answer).alert


def test_a_new_text_in_the_first_language_keeps_the_paragraphs_that_stay(site: Site) -> None:
    drafted(site.house)
    browser = site.browser(OFFICER)
    text = "On cybersecurity\n\nRecalling the second meeting,\n\n1. Asks for reports."
    assert confirm(site, OFFICER, FORM, language="en", text=text).status_code == 303
    units = page(site, f"/documents/{NAME}/text")["units"]
    assert [unit["unit"] for unit in units[:2]] == ["unit:title", "unit:recalling"]
    assert browser.get(FORM).status_code == 200


def test_a_file_in_several_languages_says_which_are_still_to_be_entered(site: Site) -> None:
    drafted(site.house)
    with site.house.viewing(OFFICER, "en") as viewer:
        units = drafting.text(viewer, f"document:{NAME}").units
    names = {"en": "On cybersecurity"}
    paper = Paper(
        "document:other",
        "assembly",
        {"en": "The Assembly"},
        "recommendation",
        "",
        names,
        units,
        {"en": "authentic", "tr": "authentic"},
        "draft",
        "2026-11-25",
        1,
    )
    file = SimpleUploadedFile("both.html", web.write(paper, ("en", "tr")), "text/html")
    browser = site.browser(OFFICER)
    shown = browser.post(FORM, {**filled(browser, FORM, language="en"), "file": file})
    assert shown.status_code == 200, read_form(shown).alert
    assert "The file holds other languages too." in shown.content.decode()
    assert browser.post(FORM, confirmed(shown)).status_code == 303
    assert [unit["unit"] for unit in page(site, f"/documents/{NAME}/text")["units"]] == [
        unit.unit for unit in units
    ]
