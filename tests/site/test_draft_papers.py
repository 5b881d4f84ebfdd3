"""Papers of a draft to take away: every format, each language, made once."""

import pytest

from tests.conftest import Site
from tests.site import draft
from tests.site.draft import DOCUMENT, path

HERE = f"/documents/{path(DOCUMENT)}/papers"


@pytest.fixture
def drafted(site: Site) -> Site:
    draft.draft(site.house)
    return site


@pytest.fixture
def marshalled(drafted: Site) -> Site:
    draft.amend(drafted.house)
    draft.marshal(drafted.house)
    return drafted


@pytest.mark.parametrize(
    ("ending", "kind", "begins"),
    [
        ("pdf", "application/pdf", b"%PDF"),
        ("tracked.pdf", "application/pdf", b"%PDF"),
        ("docx", "application/vnd.openxmlformats", b"PK"),
        ("tracked.docx", "application/vnd.openxmlformats", b"PK"),
        ("akn.xml", "application/akn+xml", b"<?xml"),
        ("amendments.akn.xml", "application/akn+xml", b"<?xml"),
        ("html", "text/html", b"<!DOCTYPE html>"),
        ("txt", "text/plain", b"REC/001/2026"),
    ],
)
def test_papers_are_handed_out_to_be_kept(
    marshalled: Site, ending: str, kind: str, begins: bytes
) -> None:
    browser = marshalled.browser()
    answer = browser.get(f"{HERE}/kk.{ending}")
    assert answer.status_code == 200
    assert answer.content.startswith(begins)
    assert answer.headers["Content-Type"].startswith(kind)
    said = answer.headers["Content-Disposition"]
    assert said == f"attachment; filename*=UTF-8''REC-001-2026-kk.{ending}"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    again = browser.get(f"{HERE}/kk.{ending}", headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_two_languages_stand_beside_each_other_on_paper(drafted: Site) -> None:
    browser = drafted.browser()
    one = browser.get(f"{HERE}/kk.html").content.decode()
    two = browser.get(f"{HERE}/kk.html?with=tr")
    assert "Ortak tatbikatların" not in one
    assert "Ortak tatbikatların" in two.content.decode()
    assert two.headers["Content-Disposition"].endswith("REC-001-2026-kk-tr.html")


def test_a_paper_is_made_once_for_who_asks_again(
    drafted: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = drafted.browser()
    first = browser.get(f"{HERE}/en.txt")
    monkeypatch.setattr("kurultai.papers.plain.write", None)
    assert browser.get(f"{HERE}/en.txt").content == first.content


def test_a_report_is_not_made_anew_for_what_its_address_does_not_ask(
    drafted: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = drafted.browser()
    first = browser.get("/commitments/report.en.pdf")
    monkeypatch.setattr("kurultai.papers.report.pdf.to_pdf", None)
    assert browser.get("/commitments/report.en.pdf?x=1&since=now").content == first.content


def test_who_waits_too_long_for_others_papers_is_told_so(
    drafted: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kurultai.site.views import papers

    monkeypatch.setattr(papers, "_PATIENCE", 0.01)
    with papers._making.taken(0):
        answer = drafted.browser().get(f"{HERE}/en.txt")
    assert answer.status_code == 503
    assert "Ask for this one again in a moment." in answer.content.decode()
    assert drafted.browser().get(f"{HERE}/en.txt").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/documents/none/papers/en.pdf",
        f"{HERE}/hu.pdf",
        f"{HERE}/en.exe",
        f"{HERE}/en.pdf?with=hu",
    ],
)
def test_a_paper_in_a_language_or_format_that_is_not_there_is_no_page(
    drafted: Site, address: str
) -> None:
    browser = drafted.browser()
    answer = browser.get(address)
    assert answer.status_code == 404
    assert answer.content == browser.get("/nowhere").content
