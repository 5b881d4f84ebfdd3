"""Forms that cannot be taken: why not is said, and nothing that was entered is lost."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kurultai.procedure.facts import new_id
from tests.conftest import PASSWORD, Site
from tests.site.filling import filled, read_form, send
from tests.site.prepared import OFFICER, convene, put, size, voted


def test_a_refused_form_comes_back_with_all_that_was_entered(site: Site) -> None:
    browser = site.browser(OFFICER)
    before = size(site.house)
    answer = send(
        browser,
        "/series/defence/meetings/new",
        ordinal="9",
        first_day="2026-12-01",
        theme__en="Common strategies",
        theme__kk="Ортақ стратегиялар",
        example="on",
    )
    assert answer.status_code == 422
    form = read_form(answer)
    assert form.alert == "The next meeting of this series is number 3."
    assert form.links == ("#id_ordinal",)
    kept = {name: form.values[name] for name in ("ordinal", "theme-en", "theme-kk", "example")}
    assert kept == {
        "ordinal": ["9"],
        "theme-en": ["Common strategies"],
        "theme-kk": ["Ортақ стратегиялар"],
        "example": ["on"],
    }
    assert len(form.values["invited"]) == 8
    assert size(site.house) == before


def test_a_field_left_empty_is_named_and_linked(site: Site) -> None:
    answer = send(site.browser(OFFICER), "/series/defence/meetings/new", ordinal="3")
    assert answer.status_code == 422
    form = read_form(answer)
    assert "First day: This is needed." in form.alert
    assert form.links == ("#id_first_day",)


def test_a_form_sent_twice_is_one_act(site: Site) -> None:
    browser = site.browser(OFFICER)
    path = "/series/defence/meetings/new"
    entered = filled(browser, path, first_day="2026-12-01", place__en="Astana")
    first, second = browser.post(path, entered), browser.post(path, entered)
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.headers["Location"] == second.headers["Location"]
    assert first.headers["Location"] == f"/meetings/defence-3?recorded={size(site.house)}"


def test_a_form_that_no_longer_fits_what_it_changed_is_still_answered(site: Site) -> None:
    convene(site.house)
    browser = site.browser(OFFICER)
    path = "/meetings/defence-3/matters/settlement"
    with site.house.viewing(OFFICER, "en") as viewer:
        matter = viewer.db.execute("SELECT matter FROM matter WHERE settled_on IS NULL").fetchone()
    entered = filled(browser, path, matter=matter[0])
    first = browser.post(path, entered)
    after = size(site.house)
    second = browser.post(path, entered)
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.headers["Location"] == second.headers["Location"]
    assert size(site.house) == after


def test_whoever_goes_back_and_changes_something_means_another_act(site: Site) -> None:
    put(site.house)
    browser = site.browser(OFFICER)
    path = "/meetings/defence-3/statements/new"
    entered = filled(browser, path, speaker__en="The chair", summary__en="Opened the debate.")
    assert browser.post(path, entered).status_code == 303
    again = {**entered, "summary-en": "Closed the debate."}
    assert browser.post(path, again).status_code == 303
    statements = browser.get("/meetings/defence-3.json").json()["page"]["statements"]
    assert [said["summary"]["en"] for said in statements] == [
        "Opened the debate.",
        "Closed the debate.",
    ]


def test_the_page_sent_on_to_says_where_it_was_recorded(site: Site) -> None:
    browser = site.browser(OFFICER)
    answer = send(browser, "/series/defence/meetings/new", first_day="2026-12-01")
    page = browser.get(answer.headers["Location"]).content.decode()
    assert f'<a href="/record/{size(site.house)}">' in page
    assert 'role="status"' not in browser.get("/meetings/defence-3?recorded=99999").content.decode()


@contextmanager
def failing_disk() -> Iterator[None]:
    """No file of this process can grow."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_failing_disk_loses_nothing_that_was_entered(site: Site) -> None:
    browser = site.browser(OFFICER)
    before = size(site.house)
    path = "/series/defence/meetings/new"
    entered = filled(browser, path, first_day="2026-12-01", theme__en="Common strategies")
    with failing_disk():
        answer = browser.post(path, entered)
    assert answer.status_code == 503
    form = read_form(answer)
    assert form.alert == (
        "The server cannot write to its disk."
        " Nothing was recorded. What you entered is kept below: send it again."
    )
    assert form.values["theme-en"] == ["Common strategies"]
    assert form.values["command_id"] == entered["command_id"]
    assert size(site.house) == before


def test_a_file_is_not_kept_on_a_failing_disk_either(site: Site, tmp_path: Path) -> None:
    voted(site.house)
    browser = site.browser(OFFICER)
    draft = new_id("document", "table").removeprefix("document:")
    path = f"/documents/{draft}/versions/new"
    entered = filled(browser, path, text="1. Invites the parliaments to report.")
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(b"%PDF-")
    with paper.open("rb") as file, memory_only(), failing_disk():
        answer = browser.post(path, {**entered, "file": file})
    assert answer.status_code == 503
    assert read_form(answer).values["text"] == ["1. Invites the parliaments to report."]


@contextmanager
def memory_only() -> Iterator[None]:
    """Uploads wait in memory, since the disk where they would wait is full as well."""
    from django.test import override_settings

    handler = "django.core.files.uploadhandler.MemoryFileUploadHandler"
    with override_settings(FILE_UPLOAD_HANDLERS=[handler]):
        yield


def test_more_than_the_limit_is_refused_in_words_and_dropped_as_it_comes(site: Site) -> None:
    from django.core.wsgi import get_wsgi_application

    sent = Zeros(200 * 1024 * 1024)
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/documents/new",
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_TYPE": "multipart/form-data; boundary=x",
        "CONTENT_LENGTH": str(sent.left),
        "wsgi.input": sent,
        "wsgi.url_scheme": "http",
    }
    told: list[str] = []
    answer = get_wsgi_application()(environ, lambda status, _headers: told.append(status))
    assert told[0].startswith("413")
    assert b"Nothing was recorded. Send at most 25 MB at once." in b"".join(answer)
    assert (sent.left, sent.most) == (0, 1 << 16)
    assert site.house.today() == "2026-11-25"


class Zeros:
    """A long body that is made as it is read."""

    def __init__(self, left: int) -> None:
        self.left, self.most = left, 0

    def read(self, count: int) -> bytes:
        count = min(count, self.left)
        self.left -= count
        self.most = max(self.most, count)
        return bytes(count)

    readline = read


def test_a_session_that_ended_meanwhile_loses_nothing_that_was_entered(site: Site) -> None:
    from django.test import Client

    browser = Client(enforce_csrf_checks=True)
    browser.force_login(site.account(OFFICER))
    path = "/series/defence/meetings/new"
    entered = filled(browser, path, first_day="2026-12-01", theme__tr="Ortak stratejiler")
    del browser.cookies["kurultai"]
    origin = {"headers": {"origin": "http://testserver"}}
    before = size(site.house)

    kept = sent_again = browser.post(path, entered, **origin)
    assert kept.status_code == 403
    assert read_form(kept).values["theme-tr"] == ["Ortak stratejiler"]
    send(browser, "/sign-in", name=OFFICER, password=PASSWORD)
    for _press in range(2):
        sent_again = browser.post(path, read_form(sent_again).values, **origin)
    assert sent_again.status_code == 303
    assert browser.get("/meetings/defence-3.json").json()["page"]["meeting"]["theme"] == {
        "tr": "Ortak stratejiler"
    }
    assert size(site.house) > before


def test_nothing_that_comes_from_another_site_is_given_back(site: Site) -> None:
    from django.test import Client

    browser = Client(enforce_csrf_checks=True)
    browser.force_login(site.account(OFFICER))
    path, entered = "/series/defence/meetings/new", {"theme-en": "Put there by another site"}
    for headers in ({"origin": "https://example.org"}, {"origin": "null"}, {}):
        answer = browser.post(path, entered, headers=headers)
        assert answer.status_code == 403
        assert b"Put there by another site" not in answer.content


def test_a_rulebook_from_a_file_comes_back_as_text_if_a_line_is_wrong(
    site: Site, tmp_path: Path
) -> None:
    browser = site.browser(OFFICER)
    path = "/register/rulebooks/new"
    broken = tmp_path / "rules.toml"
    broken.write_text("[parties\nx = ")
    with broken.open("rb") as file:
        answer = browser.post(path, {**filled(browser, path), "file": file})
    assert answer.status_code == 422
    assert read_form(answer).values["text"] == ["[parties\nx = "]
