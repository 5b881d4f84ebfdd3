"""Everybody can use it: by keyboard alone, with a screen reader, on a telephone."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Served, Visit, Visitor
from tests.browser.steps import convene, hold, put, table

MOST = 150  # times that Tab may be pressed before something must have been reached


@pytest.fixture(scope="module")
def question(chromium: Browser, served: Served) -> Iterator[str]:
    """The address of a question that is being decided."""
    context = chromium.new_context(java_script_enabled=False)
    officer = Visitor(context.new_page(), served)
    officer.signs_in("secretariat")
    convene(officer, 3)
    text = table(officer)
    hold(officer)
    put(officer, text)
    yield officer.path
    context.close()


def test_a_position_is_given_by_keyboard_alone(visit: Visit, question: str) -> None:
    head = visit()
    head.opens("/")
    tab_to(head.page, "Sign in")
    head.page.keyboard.press("Enter")
    head.page.wait_for_url("**/sign-in**")
    tab_to(head.page, "Sign-in name")
    head.page.keyboard.type("tr-head")
    tab_to(head.page, "Password")
    head.page.keyboard.type(head.site.passwords["tr-head"])
    head.page.keyboard.press("Enter")
    head.page.wait_for_url(f"{head.site.address}/")

    head.opens(question)
    tab_to(head.page, "Give a position")
    head.page.keyboard.press("Enter")
    head.page.wait_for_url("**/positions/new")
    tab_to(head.page, "In favour")
    head.page.keyboard.press("ArrowDown")
    head.page.keyboard.press("ArrowDown")
    tab_to(head.page, "Enter in the record")
    head.page.keyboard.press("Enter")
    head.page.wait_for_url("**?recorded=*")
    head.sees("Abstains")


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what is called that is reached."""
    for _press in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate(CALLED) == name:
            return
    pytest.fail(f"Tab does not lead to {name}")


CALLED = """() => {
  const at = document.activeElement;
  const label = at.labels && at.labels.length ? at.labels[0] : at;
  return label.innerText.replace(/\\s*\\(.*\\)$/, "").trim();
}"""


def addresses(question: str) -> list[str]:
    """The main pages, and forms of every make."""
    return [
        *("/", "/meetings/", "/meetings/defence-2", "/meetings/defence-3", "/series/defence"),
        *("/texts/", "/commitments/", "/parties/az", "/rulebook", "/record/", question),
        *("/sign-in", "/account", "/register/", "/register/series/new", "/register/offices/new"),
        *("/series/defence/meetings/new", "/series/defence/meetings/past", "/documents/new"),
        *(f"/meetings/defence-3/{form}" for form in ("agenda/new", "attendance/new")),
        *(f"/meetings/defence-3/{form}" for form in ("statements/new", "questions/new")),
        *(f"{question}/{form}" for form in ("positions/new", "closing")),
        *("/parties/az/people/new", "/register/rulebooks/new"),
        *("/hand-over", "/meetings/defence-3/agenda", "/series/", "/working-plan/new"),
        "/meetings/defence-2/communique",
        *("/outbox/", "/hooks/", "/subscriptions/", "/subscriptions/digests", "/open/", "/api/"),
        *("/account/tokens", "/account/address", "/outbox/addresses"),
        *("/strategies/", "/strategies/body_own", "/strategies/compose", "/tags/"),
    ]


@pytest.mark.parametrize(("colours", "every"), [("light", 1), ("dark", 3)])
def test_axe_finds_nothing_on_the_main_pages_and_forms(
    visit: Visit,
    question: str,
    colours: str,
    every: int,
) -> None:
    officer = visit("secretariat", java_script_enabled=True, color_scheme=colours)
    found = {}
    for path in addresses(question)[::every]:
        officer.opens(path)
        found[path] = faults(officer.page)
    assert {path: rules for path, rules in found.items() if rules} == {}


def test_axe_finds_nothing_on_a_form_that_was_filled_in_wrongly(visit: Visit) -> None:
    officer = visit("secretariat", java_script_enabled=True)
    officer.opens("/series/defence/meetings/new")
    officer.writes("ordinal", "99")
    officer.writes("first_day", "2030-01-01")
    officer.goes(officer.page.locator("main form button[type=submit]"))
    alert = officer.page.get_by_role("alert")
    assert alert.inner_text().startswith("The next meeting of this series is number")
    assert officer.page.evaluate("document.activeElement.id") == "alert"
    alert.get_by_role("link").click()
    assert officer.page.evaluate("document.activeElement.id") in ("id_ordinal", "")
    assert faults(officer.page) == []


def faults(page: Page) -> list[str]:
    """What axe finds, by rule and place."""
    results: dict[str, Any] = Axe().run(page).response
    return [
        f"{violation['id']}: {node['html'][:120]}"
        for violation in results["violations"]
        for node in violation["nodes"]
    ]


def test_nothing_is_wider_than_a_telephone(visit: Visit, question: str) -> None:
    officer = visit("secretariat", viewport={"width": 390, "height": 844})
    wide = {}
    for path in addresses(question):
        officer.opens(path)
        wide[path] = officer.page.evaluate("document.documentElement.scrollWidth")
    assert {path: width for path, width in wide.items() if width > 390} == {}


def test_what_is_pressed_on_a_telephone_is_large_enough(visit: Visit, question: str) -> None:
    officer = visit("secretariat", viewport={"width": 390, "height": 844})
    small = {}
    for path in addresses(question):
        officer.opens(path)
        small[path] = officer.page.evaluate(SMALL)
    assert {path: what for path, what in small.items() if what} == {}


SMALL = """() => [...document.querySelectorAll("button, summary, select, input:not([type=hidden])")]
  .filter((at) => at.offsetParent !== null)
  .filter((at) => {
    const box = (at.labels && at.labels.length && /checkbox|radio/.test(at.type)
      ? at.labels[0] : at).getBoundingClientRect();
    return box.height < 24;
  })
  .map((at) => at.outerHTML.slice(0, 100))"""
