"""What chair, clerk and delegations do on their screens of a sitting, step by step."""

from dataclasses import dataclass

from playwright.sync_api import expect

from kurultai.language.terms import term
from tests.browser import recommendation as r
from tests.browser import sitting as s
from tests.browser.conftest import Visit, Visitor
from tests.browser.test_drafting_in_the_browser import presses

ORDER = ("az", "kz", "kg", "tr")  # Azərbaycan, Qazaxıstan, Qırğızıstan, Türkiyə


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
    screens.projector.draw()


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
    screens.heads["kz"].draw()
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
    for head in screens.heads.values():  # what is their own comes a moment after the parts
        expect(head.own("positions")).to_have_count(0, timeout=s.WAIT)
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
    screens.chair.draw()
    screens.clerk.draw()
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
