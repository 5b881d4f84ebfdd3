"""A sitting on its five screens: each of them shows what happens on another, by itself."""

import signal
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from kurultai.language.terms import term
from tests.browser import recommendation as r
from tests.browser import sitting as s
from tests.browser.conftest import Served, Visit, Visitor
from tests.browser.test_drafting_in_the_browser import presses
from tests.browser.test_for_everyone import MOST, faults

ORDER = ("az", "kz", "kg", "tr")  # Azərbaycan, Qazaxıstan, Qırğızıstan, Türkiyə


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


@dataclass(frozen=True)
class Screens:
    """Everybody who takes part, or looks on."""

    chair: s.Screen
    clerk: s.Screen
    heads: dict[str, s.Screen]
    projector: s.Screen
    public: s.Screen

    @property
    def all(self) -> tuple[s.Screen, ...]:
        """Each of them."""
        return self.chair, self.clerk, *self.heads.values(), self.projector, self.public

    def show(self, part: str, said: s.In) -> None:
        """Each comes to show that, in its own language."""
        for screen in self.all:
            screen.shows(part, said(screen.language))


def enter(visit: Visit, hall: s.Hall, meeting: str) -> Screens:
    """A chair, a clerk, three delegations in three languages, a projector, and anybody."""
    heads = {"az": "az", "kz": "kk", "tr": "tr"}
    return Screens(
        s.screen(visit, hall, meeting, "chair", "chair"),
        s.screen(visit, hall, meeting, "clerk", "secretariat"),
        {
            party: s.screen(visit, hall, meeting, "delegate", f"{party}-head", language)
            for party, language in heads.items()
        },
        s.screen(visit, hall, meeting, "projector"),
        s.screen(visit, hall, meeting, "public"),
    )


def words(english: str) -> s.In:
    """Words that are not translated."""
    return lambda _language: english


def result(name: str) -> s.In:
    """What a result is called."""
    return lambda language: term(language, "result", name)


def beside(screen: s.Screen) -> Visitor:
    """Another window of the same person."""
    return Visitor(screen.page.context.new_page(), screen.visitor.site)


def test_a_whole_sitting(visit: Visit, hall: s.Hall) -> None:
    screens = enter(visit, hall, s.FIRST)
    opens(screens)
    lacks_a_quorum_and_has_it(screens)
    takes_up_the_next_item(screens)
    hears_speakers(screens)
    closes_the_debate(screens)
    votes_on_amendments(screens)
    calls_the_roll(screens)
    elects(screens)
    adopts(screens)
    for screen in screens.all:
        screen.draw()
        screen.is_as_if_opened_now()


def opens(screens: Screens) -> None:
    clerk = beside(screens.clerk)
    clerk.opens(f"/meetings/{s.FIRST}/opening")
    clerk.sends()
    clerk.page.close()


def lacks_a_quorum_and_has_it(screens: Screens) -> None:
    for party in ("az", "kz"):
        comes(screens, party)
    screens.show("attendance", words("2"))
    takes(screens, "Opening and adoption of the agenda")
    puts_the_item(screens.chair)
    say(screens, az="yes", kz="yes")
    announces(screens.chair)
    screens.show("result", result("no_quorum"))
    for party in ("kg", "tr"):
        comes(screens, party)
    expect(screens.projector.part("attendance").locator(".quorum.good")).to_be_visible()


def comes(screens: Screens, party: str) -> None:
    name = s.state(party)("en")
    screens.clerk.presses("attendance", f"Came {name}")
    row = screens.public.part("attendance").locator("li.here", has_text=name)
    expect(row).to_be_visible(timeout=s.WAIT)


def takes(screens: Screens, title: str) -> None:
    """The chair takes up the item that is next."""
    screens.chair.key("i")
    for screen in screens.all:
        expect(screen.part("item").locator(".headline, .title").first).not_to_have_class(
            "none", timeout=s.WAIT
        )
    for screen in (screens.clerk, screens.projector, screens.public):
        screen.shows("item", title)


def puts_the_item(chair: s.Screen, method: str = "open") -> None:
    form = chair.part("vote").locator("form", has_text="Put the item").last
    form.locator("select[name=method]").select_option(method)
    form.get_by_role("button").click()
    chair.shows("vote", term("en", "vote_method", method))


def say(screens: Screens, **choices: str) -> None:
    """Delegations answer on their own screens, and see that it is on the record."""
    for party, choice in choices.items():
        head = screens.heads[party]
        head.taps("positions", choice=choice)
        expect(head.page.locator(f"#mine .held .mark.{choice}")).to_be_visible(timeout=s.WAIT)


def enters(screens: Screens, party: str, choice: str) -> None:
    """The clerk enters what a delegation says."""
    form = screens.clerk.part("vote").locator("form", has_text="Enter the position")
    form.locator("select[name=party]").select_option(f"party:{party}")
    form.locator("select[name=choice]").select_option(choice)
    form.get_by_role("button").click()


def announces(chair: s.Screen) -> None:
    for key, said in (("v", "Closed, not yet announced"), ("a", "Nothing is being voted on.")):
        chair.key(key)
        chair.shows("vote", said)


def takes_up_the_next_item(screens: Screens) -> None:
    takes(screens, "Follow-up to earlier meetings")


def hears_speakers(screens: Screens) -> None:
    chair, heads = screens.chair, screens.heads
    chair.key("l")
    for party in ("az", "kz"):
        heads[party].taps("floor-requests", speech_kind="speech")
        screens.show("floor", s.state(party))
    chair.presses("floor", "Give the floor")
    clock = screens.projector.part("floor").locator(".clock .left")
    expect(clock).to_contain_text(":", timeout=s.WAIT)
    begun = clock.inner_text()
    heads["tr"].taps("floor-requests", speech_kind="point_of_order")
    screens.show("floor", lambda language: term(language, "speech_kind", "point_of_order"))
    first = screens.projector.part("floor").locator(".next li").first
    expect(first).to_contain_text("Türkiye")
    chair.key("n")
    speaks(screens, "tr")
    expect(clock).not_to_have_text(begun, timeout=s.WAIT)
    chair.key("e")
    chair.shows("next", "Give the floor back to: Azerbaijan")
    chair.key("n")
    speaks(screens, "az")
    chair.key("e")
    expect(screens.projector.part("floor").locator(".speaker")).to_have_count(0, timeout=s.WAIT)
    chair.key("1")
    speaks(screens, "kz")


def speaks(screens: Screens, party: str) -> None:
    """Every screen shows who has the floor, and their own that it is theirs."""
    speaker = screens.projector.part("floor").locator(".speaker")
    expect(speaker).to_contain_text(s.state(party)("en"), timeout=s.WAIT)
    for screen in (screens.chair, screens.clerk, screens.public, *screens.heads.values()):
        speaking = screen.part("floor").locator(".speaking")
        expect(speaking).to_contain_text(s.state(party)(screen.language), timeout=s.WAIT)
    expect(screens.heads[party].page.locator("#mine .now")).to_be_visible(timeout=s.WAIT)


def closes_the_debate(screens: Screens) -> None:
    kz, az = screens.heads["kz"], screens.heads["az"]
    kz.page.locator("#mine .moving summary").click()
    kz.taps("motions", motion="close_debate")
    screens.show("motions", lambda language: term(language, "motion", "close_debate"))
    az.taps("seconders")
    screens.public.shows("motions", "Seconded by: Azerbaijan")
    screens.chair.key("r")
    screens.public.shows("motions", term("en", "motion_state", "in_order"))
    screens.chair.presses("motions", "Put it")
    screens.show("vote", lambda language: term(language, "motion", "close_debate"))
    say(screens, az="yes", kz="yes", tr="no")
    enters(screens, "kg", "yes")
    announces(screens.chair)
    screens.show("result", lambda language: term(language, "motion", "close_debate"))
    screens.show("result", result("adopted"))


def votes_on_amendments(screens: Screens) -> None:
    """The one that is furthest from the text first; what remains is made the text."""
    puts(screens)
    for head in screens.heads.values():
        expect(head.part("text").locator(".voted")).to_contain_text(
            r.RARELY[head.language], timeout=s.WAIT
        )
    say(screens, az="no", kz="no", tr="yes")
    enters(screens, "kg", "no")
    announces(screens.chair)
    screens.show("result", result("rejected"))
    puts(screens)
    say(screens, az="yes", kz="yes", tr="abstain")
    announces(screens.chair)
    screens.show("result", result("adopted"))
    clerk = beside(screens.clerk)
    clerk.opens(f"/documents/{s.TEXT.partition(':')[2]}/consolidation/new")
    presses(clerk, "Make this the text")
    clerk.page.close()


def puts(screens: Screens) -> None:
    """The chair puts what is next on the text."""
    chair = beside(screens.chair)
    chair.opens(f"/meetings/{s.FIRST}/questions/new?document={s.TEXT}")
    presses(chair, "Put a question")
    chair.page.close()
    for head in screens.heads.values():
        expect(head.own("positions")).to_have_count(3, timeout=s.WAIT)


def calls_the_roll(screens: Screens) -> None:
    """From the name that was drawn, each in turn: on its own screen, or by the clerk's keys."""
    puts_the_item(screens.chair, "roll_call")
    screens.show("vote", lambda language: term(language, "vote_method", "roll_call"))
    names = screens.public.part("vote").locator(".roll li span")
    called = [name.inner_text() for name in names.all()]
    alphabet = [s.state(party)("en") for party in ORDER]
    start = alphabet.index(called[0])
    assert called == alphabet[start:] + alphabet[:start]
    for name in called:
        screens.projector.shows("vote", name)
        expect(screens.clerk.part("vote").locator(".calling")).to_contain_text(name)
        party = next(one for one in ORDER if s.state(one)("en") == name)
        if party == "az":
            say(screens, az="no")
        else:
            screens.clerk.key("y")
        answered = screens.public.part("vote").locator(".roll li.yes, .roll li.no")
        expect(answered).to_have_count(called.index(name) + 1, timeout=s.WAIT)
    announces(screens.chair)
    counted = screens.projector.part("result").locator(".tallies dd")
    expect(counted).to_have_text(["3", "1", "0"], timeout=s.WAIT)
    screens.public.shows("result", term("en", "vote_method", "roll_call"))


def elects(screens: Screens) -> None:
    """Nobody has more than half at first; of the two that stay, one has more than the other."""
    opened = beside(screens.chair)
    opened.opens(f"/meetings/{s.FIRST}/sitting/elections/new")
    opened.writes("office-en", "Chair of the next meeting")
    for n, name in enumerate(("Aliya", "Bakyt", "Cemal"), start=1):
        opened.writes(f"name-{n}", name)
    opened.sends()
    opened.page.close()
    for name in ("Aliya", "Bakyt", "Cemal"):
        screens.show("elections", words(name))
    ballot(screens, {"Aliya": 5, "Bakyt": 4, "Cemal": 2})
    for screen in screens.all[:-2]:
        expect(screen.part("elections").locator("tbody tr").nth(2)).to_contain_text("2")
    ballot(screens, {"Aliya": 5, "Bakyt": 6})
    screens.show("elections", result("elected"))
    expect(screens.public.part("elections").locator(".outcome strong")).to_have_text("Bakyt")


def ballot(screens: Screens, counts: dict[str, int]) -> None:
    screens.chair.presses("elections", "Open ballot")
    link = screens.clerk.part("elections").get_by_role("link", name="Enter the tellers’ protocol")
    expect(link).to_be_visible(timeout=s.WAIT)
    tellers = beside(screens.clerk)
    tellers.opens(link.get_attribute("href") or "")
    tellers.writes("issued", "12")
    tellers.writes("spoiled", "1")
    for name, count in counts.items():
        tellers.page.get_by_label(name).fill(str(count))
    for party in ("az", "tr"):
        tellers.ticks("tellers", f"party:{party}")
    tellers.sends()
    tellers.page.close()


def adopts(screens: Screens) -> None:
    puts(screens)
    screens.show("vote", lambda language: r.TITLES[language])
    say(screens, az="yes", kz="yes", tr="yes")
    announces(screens.chair)
    screens.show("result", lambda language: r.TITLES[language])
    screens.show("result", result("adopted"))


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
    screens = enter(visit, hall, s.SECOND)
    az, kz, tr = (screens.heads[party] for party in ("az", "kz", "tr"))
    puts_the_item(screens.chair)
    say(screens, az="yes")
    expect(kz.own("positions")).to_have_count(3, timeout=s.WAIT)
    assert kz.page.evaluate(FIVE_TIMES) == [204] * 5
    receipts = [receipt(az), receipt(kz)]

    hall.end(signal.SIGKILL)
    for screen in screens.all:
        expect(screen.page.locator("#live-state")).not_to_have_class("on", timeout=s.WAIT)
    tr.taps("positions", choice="no")
    expect(tr.page.locator("#mine [role=alert]")).to_contain_text("Not connected")
    hall.begin()
    for screen in screens.all:
        screen.is_live()

    assert [receipt(az), receipt(kz)] == receipts
    say(screens, tr="no")
    announces(screens.chair)
    screens.show("result", result("adopted"))
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
    puts_the_item(chair)
    head.own("positions", choice="abstain").tap()
    expect(head.page.locator("#mine .held .mark.abstain")).to_be_visible(timeout=s.WAIT)
    assert head.page.evaluate("document.documentElement.scrollWidth") <= 390
    small = head.page.locator("#mine .tap button").evaluate_all(
        "(all) => all.filter((one) => one.offsetParent && one.offsetHeight < 44).length"
    )
    assert small == 0
    head.own("floor-withdrawals").tap()
    announces(chair)


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
