"""An amendment in the other languages of its text."""

from kurultai.texts.change import Add
from kurultai.texts.unit import Unit
from tests.conftest import Site
from tests.site.drafting import AZ, KZ, amended, confirm, drafted, page
from tests.site.filling import read_form, send

TURKISH = "Parlamentoları yılda iki kez şu konularda rapor vermeye davet eder:"
ADDED = Add(None, "unit:asks", (Unit("unit:new", "operative", {"en": "Thanks the host."}),))


def test_what_was_tabled_stands_beside_the_paragraph_in_the_other_language(site: Site) -> None:
    drafted(site.house)
    path = f"/amendments/{amended(site.house)}/translations/new"
    shown = site.browser(AZ).get(path).content.decode()
    assert "<del>" in shown
    answer = confirm(site, AZ, path, **{"words-tr-unit:invites": TURKISH})
    assert answer.status_code == 303
    row = page(site, path.removesuffix("/translations/new"))["amendment"]
    assert row["languages"] == ["en", "tr"]
    assert {change["language"] for change in row["changes"]} == {"en", "tr"}


def test_an_added_paragraph_is_translated_as_a_whole(site: Site) -> None:
    drafted(site.house)
    path = f"/amendments/{amended(site.house, ADDED)}/translations/new"
    assert confirm(site, AZ, path, **{"words-tr-unit:new": "Teşekkür eder."}).status_code == 303
    row = page(site, path.removesuffix("/translations/new"))["amendment"]
    words = row["changes"][0]["units"][0]["words"]
    assert words == {"en": "Thanks the host.", "tr": "Teşekkür eder."}


def test_that_nothing_changes_in_a_language_has_to_be_said(site: Site) -> None:
    drafted(site.house)
    path = f"/amendments/{amended(site.house)}/translations/new"
    answer = confirm(site, AZ, path)
    assert answer.status_code == 422
    assert read_form(answer).links == ("#id_unchanged",)
    assert confirm(site, AZ, path, unchanged="on").status_code == 303


def test_only_those_behind_an_amendment_translate_it(site: Site) -> None:
    drafted(site.house)
    path = f"/amendments/{amended(site.house)}/translations/new"
    assert site.browser(KZ).get(path).status_code == 404
    assert send(site.browser(KZ), path.replace("translations", "sponsors")).status_code == 303
    assert site.browser(KZ).get(path).status_code == 200
