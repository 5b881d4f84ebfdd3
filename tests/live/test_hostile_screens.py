"""Screens that are asked for in bad faith: they learn nothing, keep nothing, and cost little."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from kurultai.gate.shapes.sitting import SittingPage
from kurultai.gate.viewer import Viewer
from kurultai.live.screen import Looker, Screen
from kurultai.live.showing import Shower, Sort, rights
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Unit
from kurultai.procedure.facts import new_id
from kurultai.site.sittings.parts import SHOWN
from tests.conftest import PASSWORD
from tests.live.conftest import Gone, Serve, Served, shown
from tests.live.conftest import Screen as Opened
from tests.live.test_events_make_the_page import mark
from tests.site.prepared import MEMBERS, THIRD
from tests.site.sitting import room

AZ, HU = "person:office-az-head", "person:office-hu-head"
SECRET = "zqsecretvk"  # noqa: S105 - words
TEXT, VOTE = new_id("document", "hidden-text"), new_id("decision", "hidden-vote")


@pytest.fixture
def served(serve: Serve) -> Served:
    served = serve(person=6)
    room.open_meeting(served.site.house)
    return served


def vote_among_members(served: Served) -> None:
    """A text for members only is voted on in a meeting that everybody may follow."""
    room.do(
        served.site.house,
        c.TableDocument(
            id="hidden-text", kind="recommendation", names={"en": SECRET}, meeting=THIRD,
            audience="members",
        ),
        c.DistributeVersion(
            id="hidden-version", document=TEXT, language="en", standing="authentic",
            units=(Unit("unit:1", "operative", SECRET),),
        ),
        c.PutQuestion(
            id="hidden-vote", meeting=THIRD, question={"en": SECRET}, document=TEXT, method="open",
        ),
        *(
            c.GivePosition(id=f"h-{p}", meeting=THIRD, decision=VOTE, party=p, choice="yes")
            for p in MEMBERS
        ),
        c.CloseVoting(id="h-close", meeting=THIRD, decision=VOTE),
        c.DecideQuestion(id="h-decide", meeting=THIRD, decision=VOTE),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("view", "person"), [("public", ""), ("projector", ""), ("public", HU), ("delegate", HU)]
)
def test_a_vote_among_members_is_not_even_felt_by_others(
    served: Served, view: str, person: str
) -> None:
    other, member = served.screen(view, person), served.screen("delegate", AZ)
    vote_among_members(served)
    position = mark(served)
    assert SECRET in "".join(member.until(position).parts.values())
    assert set(other.until(position).told) <= {"item", "text"}
    assert SECRET not in "".join(other.parts.values())


def test_who_asks_from_ever_later_on_does_not_learn_when_members_acted(served: Served) -> None:
    before = now(served)
    vote_among_members(served)
    last = now(served)
    mark(served)
    told = []
    for language, at in zip(("az", "tr", "kk"), (before, before + 4, last), strict=True):
        told.append(heard(served.ask({"view": "public", "lang": language, "after": at})))
    assert told[0] == told[1] == told[2]


def now(served: Served) -> int:
    """The position of the record."""
    return shown(served.site.house, "public", "", "en")[1]


def heard(screen: Opened) -> list[str]:
    """The first events that come together."""
    while not screen.position:
        screen.hear()
    return screen.told


def test_a_text_marked_for_members_is_taken_from_every_public_screen(served: Served) -> None:
    """Those that look, and those that come later."""
    house = served.site.house
    room.draft(house)
    screen = served.screen()
    question = {"en": SECRET}
    draft = room.DRAFT
    room.do(house, c.PutQuestion(id="put", meeting=THIRD, question=question, document=draft))
    assert SECRET in screen.until(now(served)).parts["vote"]
    room.do(house, c.ChangeMarking(id="marked", document=draft, audience="members"))
    later = served.ask({"view": "public", "lang": "en"})
    heard(later)
    screen.until(mark(served))
    for one in (screen, later):
        assert SECRET not in "".join(one.parts.values())
        assert "vote" in one.told


def test_an_order_of_languages_costs_no_rendering_of_its_own(served: Served) -> None:
    rendered: list[str] = []

    def render(_: Viewer, __: SittingPage, ___: str, name: str) -> str:
        rendered.append(name)
        return name

    async def shown_to(orders: list[tuple[str, ...]]) -> list[Sort]:
        found: list[Sort] = []
        lookers = (Looker(THIRD, "projector", o, None, frozenset({1}), 10**9) for o in orders)
        screens = [Screen(looker, 0, None, chunked=False) for looker in lookers]
        shower = Shower(served.site.house, THIRD, render)
        shower.show(screens, lambda _: None, lambda sort, *_: found.append(sort), True)
        return found

    orders = list(permutations(("tr", "az", "kk", "en")))
    assert len(asyncio.run(shown_to(orders))) == len(orders)
    assert len(rendered) == 4 * len(SHOWN["projector"])


def test_what_is_not_shown_costs_no_rendering(served: Served) -> None:
    """While all may answer at once, only delegations are told who has."""
    rendered: list[str] = []

    def render(_: Viewer, __: SittingPage, view: str, name: str) -> str:
        rendered.append(f"{view} {name}")
        return name

    async def show_to(shower: Shower) -> None:
        asked = (("public", None), ("projector", None), ("delegate", AZ))
        lookers = (Looker(THIRD, view, ("en",), who, frozenset({1}), 10**9) for view, who in asked)
        screens = [Screen(looker, 0, None, chunked=False) for looker in lookers]
        shower.show(screens, lambda _: None, lambda *_: None, True)

    room.put(served.site.house)
    shower = Shower(served.site.house, THIRD, render)
    asyncio.run(show_to(shower))
    rendered.clear()
    room.answer(served.site.house, tr="yes")
    asyncio.run(show_to(shower))
    assert rendered == ["delegate vote"]


def test_speakers_are_rendered_once_for_all_who_may_hear_them(served: Served) -> None:
    """Others than members see less of the votes, but the same speakers."""
    house, rendered = served.site.house, []

    def render(_: Viewer, __: SittingPage, ___: str, name: str) -> str:
        rendered.append(name)
        return name

    async def show_to_all() -> None:
        screens = []
        for person in (None, AZ):
            with house.viewing(person, "en") as viewer:
                may = rights(viewer, THIRD, "public")
            assert may is not None
            looker = Looker(THIRD, "public", ("en",), person, may, 10**9)
            screens.append(Screen(looker, 0, None, chunked=False))
        Shower(house, THIRD, render).show(screens, lambda _: None, lambda *_: None, True)

    vote_among_members(served)
    asyncio.run(show_to_all())
    assert [rendered.count(name) for name in ("floor", "attendance")] == [1, 1]
    assert [rendered.count(name) for name in ("item", "vote", "result")] == [2, 2, 2]


def test_who_signs_out_or_has_another_password_looks_no_longer(served: Served) -> None:
    before, other = served.screen("delegate", AZ), served.screen("public")
    browser = served.site.browser(AZ)
    browser.post("/sign-out")
    assert to_the_end(before) == ["reload"]
    again = served.screen("delegate", AZ)
    account = served.site.account(AZ)
    account.set_password(PASSWORD)
    account.save()
    assert to_the_end(again) == ["reload"]
    assert other.until(mark(served)).told == ["item"]


def test_who_has_to_sign_in_again_looks_no_longer(served: Served) -> None:
    from django.contrib.sessions.models import Session

    cookie = served.site.browser(AZ).cookies["kurultai"].value
    ends = datetime.now(UTC) + timedelta(seconds=2)
    Session.objects.update(expire_date=ends)
    screen = served.ask({"view": "delegate"}, Cookie=f"kurultai={cookie}")
    assert screen.status == 200
    assert to_the_end(screen)[-1] == "reload"
    assert datetime.now(UTC) >= ends
    again = served.ask({"view": "delegate"}, Cookie=f"kurultai={cookie}")
    assert again.status == 404


def to_the_end(screen: Opened) -> list[str]:
    """All that comes until the stream ends."""
    with suppress(Gone):
        while True:
            screen.hear()
    return screen.told


@pytest.mark.parametrize(
    "said", ["-1", "9" * 4000, "9" * 19, "1 OR 1=1", "1.5", "\u00b2", "", "0x10", "NaN", "1,2"]
)
def test_whatever_a_browser_says_it_saw_is_a_position_or_nothing(served: Served, said: str) -> None:
    screen = served.ask({"view": "public"}, Last_Event_ID=said)
    assert screen.status == 200
    assert to_the_end(screen) == ["reload"] if said == "9" * 19 else heard(screen)


@pytest.mark.parametrize(
    "languages", ["", ",", "xx,yy", "tr," * 1000, "tr,az," * 300 + "%0d%0a", "..%2f..%2f,en"]
)
def test_languages_that_are_none_or_the_same_are_left_out(served: Served, languages: str) -> None:
    screen = served.ask({"view": "projector", "languages": languages, "lang": "en"})
    heard(screen)
    assert len("".join(screen.parts.values())) < 20_000


def test_a_vote_among_members_stands_in_nothing_that_others_can_fetch(served: Served) -> None:
    first = now(served) + 1
    vote_among_members(served)
    last = now(served)
    browser, member = served.site.browser(HU), served.site.browser(AZ)
    name = VOTE.partition(":")[2]
    base = "/meetings/defence-3"
    pages = (
        f"{base}/sitting",
        f"{base}/sitting/delegate",
        f"{base}/sitting/delegate/mine",
        f"{base}/sitting/projector",
        f"{base}/minutes",
        base,
        f"{base}.json",
        "/record",
    )
    for page in pages:
        assert SECRET not in browser.get(page).content.decode(), page
    assert SECRET in member.get(f"{base}/sitting").content.decode()
    for path in (f"/decisions/{name}", f"/decisions/{name}.json", f"/decisions/{name}.popolo.json"):
        assert browser.get(path).status_code == 404, path
    for position in range(first, last + 1):
        for path in (f"/record/{position}", f"/record/{position}.tlog-proof"):
            assert browser.get(path).status_code == 404, path
