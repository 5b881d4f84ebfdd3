"""Reports that are being written: kept, resumed elsewhere, seen by nobody else, and erased."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kurultai.procedure import commands as c
from tests.conftest import PASSWORD, Site
from tests.site.filling import filled, read_form, send
from tests.site.following.asked import COORDINATOR, HEAD, OTHERS, asked, of_az, report_form
from tests.site.prepared import size
from tests.site.third_meeting import CLERK

WORD = "zqdraftvk"  # stands nowhere but in the draft


def paper(content: bytes = b"%PDF-1.7 a decree") -> SimpleUploadedFile:
    return SimpleUploadedFile("decree.pdf", content, "application/pdf")


def last_report(site: Site, path: str) -> Any:  # noqa: ANN401 - JSON
    page = site.browser(COORDINATOR).get(path.removesuffix("/reports/new") + ".json")
    return page.json()["page"]["reports"][-1]


def keep(site: Site, person: str = COORDINATOR) -> str:
    """A draft with a file, for a commitment of Azerbaijan; the address of its form."""
    path = report_form(of_az(site.house)[1])
    before = size(site.house)
    entered = {"keep": "1", "done__az": WORD, "documents": [paper()]}
    answer = send(site.browser(person), path, **entered)
    assert (answer.status_code, answer.headers["Location"]) == (
        303,
        "/parties/az/follow-up?draft=kept",
    )
    assert size(site.house) == before
    return path


def test_a_draft_is_resumed_by_a_colleague_with_its_file_and_leaves_nothing(site: Site) -> None:
    path = keep(site)
    browser = site.browser(HEAD)
    assert WORD in browser.get(path).content.decode()
    assert "decree.pdf" in browser.get(path).content.decode()
    answer = send(browser, path, state="accepted", happened="2026-11-20", milestones=["named"])
    assert answer.status_code == 303
    report = last_report(site, path)
    assert report["words"] == {"az": WORD}
    assert (report["happened"], report["milestones"]) == ("2026-11-20", ["named"])
    assert [(f["name"], f["media_type"], f["size"]) for f in report["files"]] == [
        ("decree.pdf", "application/pdf", 17)
    ]
    from kurultai.site.reports.models import Draft, DraftFile

    assert (Draft.objects.count(), DraftFile.objects.count()) == (0, 0)


def test_the_file_of_a_report_is_read_by_whom_the_report_is(site: Site) -> None:
    path = keep(site)
    send(site.browser(HEAD), path, state="accepted")
    report = last_report(site, path)["report"].removeprefix("report:")
    answer = site.browser().get(f"/reports/{report}/files/1")
    assert b"".join(answer) == b"%PDF-1.7 a decree"
    answer.close()
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    for odd in ("0", "2", "99999999999999999999"):
        assert site.browser().get(f"/reports/{report}/files/{odd}").status_code == 404


@pytest.mark.parametrize("person", OTHERS)
def test_nobody_else_sees_a_draft_or_that_there_is_one(site: Site, person: str) -> None:
    path = keep(site)
    browser = site.browser(person)
    for address in (path, "/parties/az/follow-up", "/parties/az/follow-up.json", "/", "/record/"):
        answer = browser.get(address)
        assert WORD not in answer.content.decode()
        assert "raft" not in answer.content.decode()
    assert browser.get(path).status_code == 404
    assert browser.get("/parties/az/reports/new").status_code == 404
    for pressed in ("keep", "discard", "erase"):
        sent = browser.post(path, {pressed: "1", "done-az": "Another"})
        assert sent.status_code == (404 if person else 403)
    assert WORD in site.browser(HEAD).get(path).content.decode()


def test_a_page_shows_a_draft_at_once_and_not_any_more_when_it_is_gone(site: Site) -> None:
    path = keep(site)
    browser = site.browser(COORDINATOR)
    assert "Go on with the draft" in browser.get("/parties/az/follow-up").content.decode()
    once_more = send(browser, path, discard="1")
    assert once_more.status_code == 200
    assert "The draft is still there." in read_form(once_more).alert
    assert WORD in site.browser(HEAD).get(path).content.decode()
    assert browser.post(path, {**read_form(once_more).values, "erase": "1"}).status_code == 303
    assert "Go on with the draft" not in browser.get("/parties/az/follow-up").content.decode()
    assert WORD not in browser.get(path).content.decode()


def test_who_holds_no_office_any_more_does_not_see_the_draft(site: Site) -> None:
    path = keep(site, HEAD)
    left = c.LeaveOffice(id="left", person=HEAD, office="head_of_delegation", of="party:az")
    site.house.submit(CLERK, left).result()
    assert site.browser(HEAD).get(path).status_code == 404
    assert "raft" not in site.browser(HEAD).get("/parties/az/follow-up").content.decode()
    assert WORD in site.browser(COORDINATOR).get(path).content.decode()


def test_a_draft_of_what_can_not_be_seen_any_more_is_not_spoken_of(site: Site) -> None:
    path = keep(site)
    row = asked(site.house, "party:az")[1]
    marked = c.ChangeMarking(id="marked", document=row.document, audience="secretariat")
    site.house.submit(CLERK, marked).result()
    browser = site.browser(COORDINATOR)
    assert browser.get(path).status_code == 404
    assert "raft" not in browser.get("/parties/az/follow-up").content.decode()


def test_a_refused_report_is_kept_with_its_file(site: Site) -> None:
    path = report_form(of_az(site.house)[1])
    browser = site.browser(COORDINATOR)
    answer = send(
        browser,
        path,
        state="done",
        done__az=WORD,
        evidence="https://meclis.gov.az/\njavascript:alert(1)",
        documents=[paper()],
    )
    assert answer.status_code == 422
    assert read_form(answer).links == ("#id_evidence",)
    values = read_form(answer).values
    assert values["done-az"] == [WORD]
    assert len(values["kept"]) == 1
    again = browser.post(
        path, {**values, "evidence": "https://meclis.gov.az/\nhttps://e-qanun.az/"}
    )
    assert again.status_code == 303
    report = last_report(site, path)
    assert report["links"] == ["https://meclis.gov.az/", "https://e-qanun.az/"]
    assert [file["name"] for file in report["files"]] == ["decree.pdf"]


def test_a_report_sent_twice_with_its_file_is_one_report(site: Site) -> None:
    path = report_form(of_az(site.house)[1])
    browser = site.browser(COORDINATOR)
    entered = filled(browser, path, state="done", done__en="Named.")
    answers = [browser.post(path, {**entered, "documents": [paper()]}) for _press in range(2)]
    assert answers[0].status_code == answers[1].status_code == 303
    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    page = browser.get(path.removesuffix("/reports/new") + ".json").json()["page"]
    assert len(page["reports"]) == 1


def test_two_who_write_at_once_see_each_others_words_and_lose_none(site: Site) -> None:
    path = report_form(of_az(site.house)[1])
    mine, theirs = site.browser(COORDINATOR), site.browser(HEAD)
    one, other = filled(mine, path), filled(theirs, path)
    assert theirs.post(path, {**other, "keep": "1", "done-en": "Theirs."}).status_code == 303
    answer = mine.post(path, {**one, "keep": "1", "done-en": "Mine."})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Theirs." in text
    assert "Head of the delegation of Azerbaijan" in text or "Draft saved by" in text
    assert read_form(answer).values["done-en"] == ["Mine."]
    assert "Theirs." in theirs.get(path).content.decode()
    again = mine.post(path, {**read_form(answer).values, "keep": "1"})
    assert again.status_code == 303
    assert "Mine." in theirs.get(path).content.decode()


def test_a_report_recorded_meanwhile_is_shown_before_another_follows(site: Site) -> None:
    path = report_form(of_az(site.house)[1])
    mine = site.browser(COORDINATOR)
    entered = filled(mine, path, state="done", done__en="Mine.")
    send(site.browser(HEAD), path, state="accepted", done__en="Theirs.")
    answer = mine.post(path, entered)
    assert answer.status_code == 422
    assert "Theirs." in read_form(answer).alert
    assert mine.post(path, read_form(answer).values).status_code == 303
    assert last_report(site, path)["words"] == {"en": "Mine."}


def test_a_session_that_ended_loses_nothing_that_was_to_be_kept(site: Site) -> None:
    path = report_form(of_az(site.house)[1])
    browser = site.browser(COORDINATOR)
    entered = filled(browser, path, done__az=WORD)
    del browser.cookies["kurultai"]
    kept = browser.post(path, {**entered, "keep": "1"})
    assert kept.status_code == 403
    assert read_form(kept).values["done-az"] == [WORD]
    send(browser, "/sign-in", name=COORDINATOR, password=PASSWORD)
    assert browser.post(path, read_form(kept).values).status_code == 303
    assert WORD in site.browser(HEAD).get(path).content.decode()


def test_files_that_are_too_many_are_refused_in_words(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kurultai.site.reports import drafts

    monkeypatch.setattr(drafts, "MOST", 10)
    path = report_form(of_az(site.house)[1])
    answer = send(site.browser(COORDINATOR), path, keep="1", done__az=WORD, documents=[paper()])
    assert answer.status_code == 422
    assert "too large" in read_form(answer).alert
    assert read_form(answer).values["done-az"] == [WORD]


def test_a_file_that_is_not_ticked_any_more_does_not_go_with_the_report(site: Site) -> None:
    path = keep(site)
    answer = send(site.browser(COORDINATOR), path, state="noted", kept=[])
    assert answer.status_code == 303
    assert last_report(site, path)["files"] == []


def test_a_draft_is_in_no_export_of_the_record(site: Site, tmp_path: Path) -> None:
    from kurultai.record.export import export

    keep(site)
    target = tmp_path / "export"
    export(site.house.directory, target)
    held = b"".join(path.read_bytes() for path in target.rglob("*") if path.is_file())
    assert WORD.encode() not in held
    assert b"a decree" not in held


@contextmanager
def unwritable() -> Iterator[None]:
    """The site's own tables can be read and not written."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
        try:
            yield
        finally:
            cursor.execute("PRAGMA query_only = OFF")


def test_without_its_own_tables_the_site_records_and_says_that_it_keeps_no_draft(
    site: Site,
) -> None:
    path = report_form(of_az(site.house)[1])
    browser = site.browser(COORDINATOR)
    entered = filled(browser, path, state="done", done__en="Named.")
    before = size(site.house)
    with unwritable():
        kept = browser.post(path, {**entered, "keep": "1"})
        assert kept.status_code == 503
        assert read_form(kept).values["done-en"] == ["Named."]
        assert size(site.house) == before
        sent = browser.post(path, {**entered, "documents": [paper()]})
    assert sent.status_code == 303
    assert [file["name"] for file in last_report(site, path)["files"]] == ["decree.pdf"]
