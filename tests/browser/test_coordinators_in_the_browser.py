"""A parliament is late and reminded; on a telephone its coordinators draft, resume and answer."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.conftest import Served, Visit, Visitor
from tests.browser.steps import MEMBERS, close, convene, draw_of, hold, put, table, vote
from tests.browser.test_for_everyone import SMALL, faults

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}
SEAT = ZoneInfo("Asia/Baku")  # by whose days something is late
PAGES = ("/parties/kz/follow-up", "/parties/kz/reports/new", "/account/calendar")


@pytest.fixture(scope="module")
def late(chromium: Browser, served: Served) -> Iterator[str]:
    """The address of a commitment of Kazakhstan that is late, of five that were proposed."""
    contexts: list[BrowserContext] = []

    def visitor(name: str) -> Visitor:
        contexts.append(chromium.new_context(java_script_enabled=False))
        found = Visitor(contexts[-1].new_page(), served)
        found.signs_in(name)
        return found

    officer = visitor("secretariat")
    convene(officer, 3)
    text = table(officer)
    hold(officer)
    put(officer, text)
    question = officer.path
    vote(visitor, question, dict.fromkeys(MEMBERS, "yes"))
    close(officer, question)
    yield make_late(officer)
    for context in contexts:
        context.close()


def test_a_parliament_is_late_reminded_and_answers_from_a_telephone(
    visit: Visit, late: str
) -> None:
    remind(visit("secretariat"))
    look_and_draft(visit("kz-coordinator", **PHONE), late)
    head = visit("kz-head", **PHONE)
    resume(head)
    answer_the_rest(head)


def remind(officer: Visitor) -> None:
    officer.opens("/commitments/")
    officer.follows("Reminders")
    draw_of(officer, "reminders")
    officer.goes(officer.page.locator('main a[href="/parties/kz/remind"]'))
    officer.goes(officer.page.locator("main form button[type=submit]"))
    draw_of(officer, "reminder-letter")
    officer.sees("1 commitment awaits an answer or is past its day:")
    officer.goes(officer.page.locator("main form button[name=confirm]"))
    officer.sees("Reminders received")


def look_and_draft(coordinator: Visitor, late: str) -> None:
    coordinator.goes(coordinator.page.get_by_role("link", name="Your parliament").first)
    coordinator.sees("3 days late")
    draw_of(coordinator, "follow-up")
    for path in PAGES:
        coordinator.opens(path)
        assert coordinator.page.evaluate("document.documentElement.scrollWidth") <= 390, path
        assert coordinator.page.evaluate(SMALL) == [], path
    coordinator.opens(f"{late}/reports/new?lang=kk")
    coordinator.writes("done-kk", "Жұмыс тобы заңдарды салыстыруды бастады.")
    coordinator.page.set_input_files(
        'input[name="documents"]',
        {"name": "buyryq.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"},
    )
    draw_of(coordinator, "report")
    coordinator.goes(coordinator.page.locator("button[name=keep]"))
    draw_of(coordinator, "kept")


def resume(head: Visitor) -> None:
    """On another device, by another of the same parliament."""
    head.opens("/parties/kz/follow-up?lang=en")
    head.follows("Go on with the draft")
    assert head.page.locator('[name="done-kk"]').input_value().startswith("Жұмыс тобы")
    draw_of(head, "resumed")
    head.ticks("state", "in_progress")
    head.goes(head.page.locator("main form button.primary"))
    head.sees("buyryq.pdf")
    draw_of(head, "reported")


def answer_the_rest(head: Visitor) -> None:
    head.opens("/parties/kz/follow-up")
    head.follows("Answer several")
    for field in head.page.locator('select[name^="state-"]').all():
        field.select_option("accepted")
    for field in head.page.locator('input[name^="line-"]').all():
        field.fill("Taken up by the committee.")
    draw_of(head, "several")
    head.goes(head.page.locator("main form button.primary"))
    assert head.page.locator(".glance .is-asked b").inner_text() == "0"
    draw_of(head, "answered")


def make_late(officer: Visitor) -> str:
    """The first paragraph was due of Kazakhstan three days ago; the commitment's address."""
    officer.opens("/parties/kz/follow-up")
    officer.goes(officer.page.locator(".followed h3 a").first)
    late = officer.path
    officer.opens(f"{late}/describe")
    due = datetime.now(SEAT).date() - timedelta(days=3)
    officer.writes("due", due.isoformat())
    officer.goes(officer.page.locator("main form button.primary"))
    return late


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_on_a_parliaments_own_pages(
    visit: Visit, late: str, colours: str
) -> None:
    coordinator = visit("kz-coordinator", java_script_enabled=True, color_scheme=colours)
    found = {}
    for path in (*PAGES, f"{late}/reports/new"):
        coordinator.opens(path)
        found[path] = faults(coordinator.page)
    assert {path: rules for path, rules in found.items() if rules} == {}
    officer = visit("secretariat", java_script_enabled=True, color_scheme=colours)
    for path in ("/reminders/", "/parties/kz/follow-up"):
        officer.opens(path)
        assert faults(officer.page) == [], path
