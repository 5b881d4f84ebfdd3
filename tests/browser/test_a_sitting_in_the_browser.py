"""A sitting on its five screens: each of them shows what happens on another, by itself."""

import signal
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from kurultai.language.terms import term
from tests.browser import sitting as s
from tests.browser import sitting_steps as do
from tests.browser.conftest import Served, Visit, Visitor
from tests.browser.test_drafting_in_the_browser import presses
from tests.browser.test_for_everyone import MOST, faults


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[s.Hall]:
    """The site of these tests."""
    made = s.found(tmp_path_factory.mktemp("sitting"))
    made.begin()
    yield made
    made.end()


@pytest.fixture(scope="module")
def served(hall: s.Hall) -> Served:
    """The same, as visitors know it."""
    return hall.served


def test_a_whole_sitting(visit: Visit, hall: s.Hall) -> None:
    screens = do.enter(visit, hall, s.FIRST)
    do.opens(screens)
    do.lacks_a_quorum_and_has_it(screens)
    do.takes_up_the_next_item(screens)
    do.hears_speakers(screens)
    do.closes_the_debate(screens)
    do.votes_on_amendments(screens)
    do.calls_the_roll(screens)
    do.elects(screens)
    do.adopts(screens)
    screens.public.draw()
    for screen in screens.all:
        screen.is_as_if_opened_now()


def test_the_floor_and_a_vote_by_keyboard_alone(visit: Visit, hall: s.Hall) -> None:
    chair = s.screen(visit, hall, s.SECOND, "chair", "chair")
    head = s.screen(visit, hall, s.SECOND, "delegate", "az-head")
    enters_by(head, "Ask for the floor")
    chair.shows("floor", "Azerbaijan")
    assert head.page.evaluate("document.activeElement !== document.body")
    chair.page.keyboard.press("1")
    expect(head.page.locator("#mine")).to_contain_text("You have the floor.", timeout=s.WAIT)
    chair.shows("floor", "End the speech")
    chair.page.keyboard.press("e")
    chair.shows("floor", "Nobody has the floor.")
    enters_by(chair, "Put the item")
    expect(head.own("positions")).to_have_count(3, timeout=s.WAIT)
    enters_by(head, "Against")
    expect(head.page.locator("#mine .held .mark.no")).to_be_visible(timeout=s.WAIT)
    for key, said in (("v", "Closed, not yet announced"), ("a", "Nothing is being voted on.")):
        chair.page.keyboard.press(key)
        chair.shows("vote", said)
    head.shows("result", term("en", "result", "rejected"))


def enters_by(screen: s.Screen, name: str) -> None:
    """Press Tab until that button is reached, then Enter."""
    for _press in range(MOST):
        screen.page.keyboard.press("Tab")
        if screen.page.evaluate("document.activeElement.innerText").startswith(name):
            screen.page.keyboard.press("Enter")
            return
    pytest.fail(f"Tab does not lead to {name}")


def test_a_server_that_is_killed_in_a_vote_loses_and_doubles_nothing(
    visit: Visit, hall: s.Hall
) -> None:
    screens = do.enter(visit, hall, s.SECOND)
    az, kz, tr = (screens.heads[party] for party in ("az", "kz", "tr"))
    do.puts_the_item(screens.chair)
    do.say(screens, az="yes")
    expect(kz.own("positions")).to_have_count(3, timeout=s.WAIT)
    assert kz.page.evaluate(FIVE_TIMES) == [204] * 5
    receipts = [receipt(az), receipt(kz)]

    hall.end(signal.SIGKILL)
    for screen in screens.all:
        expect(screen.page.locator("#live-state")).not_to_have_class("on", timeout=s.WAIT)
    tr.taps("positions", choice="no")
    off = tr.page.locator("#live-state").get_attribute("data-off") or ""  # in the page's language
    expect(tr.page.locator("#mine [role=alert]")).to_contain_text(off)
    hall.begin()
    for screen in screens.all:
        screen.is_live()

    assert [receipt(az), receipt(kz)] == receipts
    do.say(screens, tr="no")
    do.announces(screens.chair)
    screens.show("result", do.result("adopted"))
    counted = screens.projector.part("result").locator(".tallies dd")
    expect(counted).to_have_text(["2", "1", "0"], timeout=s.WAIT)
    for screen in screens.all:
        screen.is_as_if_opened_now()


def receipt(head: s.Screen) -> str:
    """The entry of the record in which a delegation's position stands, as its page names it."""
    held = head.page.locator("#mine .held .receipt a").first
    expect(held).to_be_visible(timeout=s.WAIT)
    return held.inner_text()


FIVE_TIMES = """() => {
  const form = document.querySelector('#mine form[action$="/positions/new"].yes');
  const body = () => new URLSearchParams(new FormData(form));
  const send = () => fetch(form.action, {method: "POST", body: body(), headers: {"X-Live": "1"}});
  return Promise.all([1, 2, 3, 4, 5].map(async () => (await send()).status));
}"""


def test_a_delegate_asks_and_votes_on_a_telephone(visit: Visit, hall: s.Hall) -> None:
    telephone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    head = s.screen(visit, hall, s.SECOND, "delegate", "kz-head", "kk", **telephone)
    chair = s.screen(visit, hall, s.SECOND, "chair", "chair")
    head.own("floor-requests", speech_kind="speech").tap()
    expect(head.page.locator("#mine .asked")).to_be_visible(timeout=s.WAIT)
    do.puts_the_item(chair)
    head.own("positions", choice="abstain").tap()
    expect(head.page.locator("#mine .held .mark.abstain")).to_be_visible(timeout=s.WAIT)
    assert head.page.evaluate("document.documentElement.scrollWidth") <= 390
    small = head.page.locator("#mine .tap button").evaluate_all(
        "(all) => all.filter((one) => one.offsetParent && one.offsetHeight < 44).length"
    )
    assert small == 0
    head.own("floor-withdrawals").tap()
    do.announces(chair)


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_on_the_screens(visit: Visit, hall: s.Hall, colours: str) -> None:
    officer = s.enter(visit, hall, "secretariat", color_scheme=colours)
    head = s.enter(visit, hall, "az-head", color_scheme=colours)
    base = f"/meetings/{s.SECOND}/sitting"
    light = "?light=1" if colours == "light" else ""
    found = {}
    for visitor, path in (
        (officer, base),
        (officer, f"{base}/chair"),
        (officer, f"{base}/clerk"),
        (head, f"{base}/delegate"),
        (officer, f"{base}/projector{light}"),
    ):
        visitor.opens(path)
        found[path] = faults(visitor.page)
    assert {path: rules for path, rules in found.items() if rules} == {}
    assert min(officer.page.evaluate(CONTRASTS)) >= 7  # what the last row can still read


CONTRASTS = """() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const under = (at) => {
    const own = getComputedStyle(at).backgroundColor;
    return own !== "rgba(0, 0, 0, 0)" || !at.parentElement ? own : under(at.parentElement);
  };
  const said = (at) => [...at.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  return [...document.querySelectorAll("main *")]
    .filter((at) => said(at) && at.offsetWidth > 1 && !at.closest("svg"))
    .map((at) => [light(getComputedStyle(at).color), light(under(at))].sort((a, b) => b - a))
    .map(([more, less]) => (more + 0.05) / (less + 0.05));
}"""


def test_without_scripts_the_screens_are_forms(visit: Visit, hall: s.Hall) -> None:
    base = f"/meetings/{s.SECOND}/sitting"
    chair = s.enter(visit, hall, "chair", java_script_enabled=False)
    head = s.enter(visit, hall, "tr-head", java_script_enabled=False)
    head.opens(f"{base}/delegate")
    chair.opens(f"{base}/chair")
    presses(head, "Ask for the floor")
    assert head.path == f"{base}/delegate"
    head.sees("You are heard next.")
    looks_anew(chair)
    chair.goes(chair.page.locator("#part-next button").first)
    assert chair.path == f"{base}/chair"
    looks_anew(head)
    head.sees("You have the floor.")
    for part, button in (
        ("floor", "End the speech"),
        ("vote", "Put the item"),
    ):
        chair.goes(chair.page.locator(f"#part-{part}").get_by_role("button", name=button).last)
    looks_anew(head)
    presses(head, "In favour")
    head.sees("Your delegation: In favour")
    for button in ("Close the vote", "Announce the result"):
        chair.goes(chair.page.locator("#part-vote").get_by_role("button", name=button))
    looks_anew(head)
    assert "Adopted" in head.page.locator("#part-result .outcome").inner_text()


def looks_anew(visitor: Visitor) -> None:
    visitor.goes(visitor.page.get_by_role("link", name="Look anew"))


DELEGATE = "person:office-tr-delegate delegate"


def test_whose_office_ends_is_told_no_more(visit: Visit, hall: s.Hall) -> None:
    ended = s.screen(visit, hall, s.SECOND, "delegate", "tr-delegate", "tr")
    asked: list[str] = []
    ended.page.on("request", lambda request: asked.append(request.url.partition("?")[0]))
    chair = s.screen(visit, hall, s.SECOND, "chair", "chair")
    before = ended.texts()
    administrator = s.enter(visit, hall, "tr-administrator")
    administrator.opens("/parties/tr/people/leaving")
    administrator.page.locator("select[name=held]").select_option(DELEGATE)
    administrator.sends()
    expect(ended.page.locator("#live-state")).to_have_class("off", timeout=s.WAIT)
    chair.key("s")
    chair.shows("item", "The sitting is suspended.")
    chair.key("s")
    chair.shows("floor", "Nobody has the floor.")
    live = f"/live/{s.SECOND}?view=delegate"
    for path in (live, ended.path, f"{ended.path}/mine"):
        assert ended.page.request.get(f"{hall.served.address}{path}").status == 404
    assert ended.texts() == before
    ended.page.wait_for_function(GONE, timeout=4 * s.WAIT)  # it looked whether its page is there
    assert sum(url.endswith(f"/live/{s.SECOND}") for url in asked) == TRIES


TRIES = 3  # after which a screen looks whether its page is there
GONE = "() => performance.getEntriesByName(location.href, 'resource').length > 0"


def test_why_a_tap_was_refused_is_read_although_the_button_is_gone(
    visit: Visit, hall: s.Hall
) -> None:
    head = s.screen(visit, hall, s.SECOND, "delegate", "kz-head", "en")
    chair = s.screen(visit, hall, s.SECOND, "chair", "chair")
    do.puts_the_item(chair)
    expect(head.own("positions")).to_have_count(3, timeout=s.WAIT)
    hold = "**/delegate/mine"  # what is its own comes later
    head.page.route(hold, lambda _: None)
    do.announces(chair)
    head.shows("vote", "Nothing is being voted on.")
    head.taps("positions", choice="yes")
    alert = head.page.locator("#mine [role=alert]")
    expect(alert).to_be_visible(timeout=s.WAIT)
    said = alert.inner_text()
    assert said
    head.page.unroute(hold)  # which lets go what was held
    expect(head.own("positions")).to_have_count(0, timeout=s.WAIT)
    expect(alert).to_have_text(said)
