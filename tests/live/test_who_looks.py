"""Who may look, how long, how many, and what a screen is told that cannot go on as it is."""

import socket

import pytest

from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from tests.live.conftest import Gone, Screen, Serve, Served
from tests.live.test_events_make_the_page import holds, mark
from tests.live.test_hostile_screens import SECRET, vote_among_members
from tests.site.prepared import OFFICER, THIRD
from tests.site.sitting import room

AZ, KZ = "person:office-az-head", "person:office-kz-head"


@pytest.fixture
def served(serve: Serve) -> Served:
    served = serve(person=3)
    room.open_meeting(served.site.house)
    return served


def to_the_end(screen: Screen) -> Screen:
    """Hear all that comes until the stream ends."""
    for _ in iter(lambda: hears(screen), False):
        pass
    return screen


def hears(screen: Screen) -> bool:
    try:
        screen.hear()
    except (Gone, ConnectionError):
        return False
    return True


@pytest.mark.parametrize(
    ("view", "person", "status"),
    [
        ("public", "", 200),
        ("projector", "", 200),
        ("chair", "", 404),
        ("chair", AZ, 404),
        ("chair", OFFICER, 200),
        ("clerk", AZ, 404),
        ("clerk", OFFICER, 200),
        ("delegate", "", 404),
        ("delegate", AZ, 200),
        ("delegate", OFFICER, 404),
        ("nonsense", OFFICER, 404),
    ],
)
def test_a_view_is_there_for_those_whose_it_is(
    served: Served, view: str, person: str, status: int
) -> None:
    assert served.ask({"view": view}, person).status == status


def test_a_meeting_that_there_is_not_is_answered_like_one_that_may_not_be_seen(
    served: Served,
) -> None:
    hidden = c.ConveneMeeting(
        id="hidden", series="series:plenary", ordinal=16, when="2026-11-25", audience="members"
    )
    served.site.house.submit(OFFICER, hidden).result()
    secret, none = (
        served.ask({"view": "public"}, meeting=f"meeting:{name}")
        for name in ("plenary-16", "plenary-17")
    )
    assert (secret.status, none.status) == (404, 404)
    assert secret.headers | {"date": ""} == none.headers | {"date": ""}
    assert served.ask({"view": "public"}, AZ, meeting="meeting:plenary-16").status == 200


def test_whose_right_ends_hears_nothing_more(served: Served) -> None:
    house = served.site.house
    office = served.screen("delegate", AZ)
    other = served.screen("delegate", KZ)
    room.do(
        house,
        c.LeaveOffice(id="leave", person=AZ, office="head_of_delegation", of="party:az"),
        c.MoveMotion(
            id="secret", meeting=THIRD, kind="close_debate", party="party:kz", audience="members"
        ),
    )
    assert to_the_end(office).told == []
    assert served.ask({"view": "delegate"}, AZ).status == 404
    holds(served, [other])


def test_who_may_see_more_than_before_begins_anew(served: Served) -> None:
    hungarian = "person:office-hu-head"
    screen = served.screen("public", hungarian)
    vote_among_members(served)
    screen.until(mark(served))
    assert "vote" not in screen.told
    status = c.GiveStatus(id="member", party="party:hu", status="member")
    room.do(served.site.house, status)
    assert to_the_end(screen).told[-1] == "reload"


def test_what_is_for_members_never_reaches_the_public(served: Served) -> None:
    public, member = served.screen(), served.screen("public", AZ)
    vote_among_members(served)
    position = mark(served)
    assert SECRET in member.until(position).parts["result"]
    assert public.until(position).told == ["item"]
    assert SECRET not in "".join(public.parts.values())


def test_a_screen_of_another_release_is_told_to_begin_anew(served: Served) -> None:
    assert to_the_end(served.screen(release="0123456789ab")).told == ["reload"]


def test_a_screen_that_knows_more_than_the_record_begins_anew(served: Served) -> None:
    assert to_the_end(served.screen(after=10**9)).told == ["reload"]


def test_one_person_has_so_many_screens_and_no_more(served: Served) -> None:
    open_ones = [served.screen("public", AZ) for _ in range(3)]
    refused = served.ask({"view": "public"}, AZ)
    assert (refused.status, refused.headers["retry-after"]) == (503, "10")
    assert served.ask({"view": "public"}, KZ).status == 200
    open_ones[0].close()
    position = mark(served)  # by then it has been noticed
    open_ones[1].until(position)
    assert served.ask({"view": "public"}, AZ).status == 200


def test_the_public_of_one_address_has_so_many(serve: Serve) -> None:
    served = serve(address=2)
    room.open_meeting(served.site.house)
    assert [served.ask({"view": "public"}).status for _ in range(3)] == [200, 200, 503]
    assert served.ask({"view": "public"}, AZ).status == 200


def test_a_screen_that_reads_too_slowly_is_cut_off_and_comes_back_without_loss(
    served: Served,
) -> None:
    quick = served.screen()
    served.buffer = 4096
    slow = served.screen()
    served.buffer = 0
    for n in range(120):
        long = {"en": f"Long words of motion {n}. " * 3000}
        moved = c.MoveMotion(
            id=f"m{n}", meeting=THIRD, kind="close_debate", party="party:kz", words=long
        )
        motion = new_id("motion", f"m{n}")
        ruled = c.RuleOnMotion(id=f"r{n}", meeting=THIRD, motion=motion, ruling="withdrawn")
        quick.until(served.site.house.submit(OFFICER, moved).result())
        room.do(served.site.house, ruled)
    quick.until(mark(served))
    to_the_end(slow)
    again = served.ask({"view": "public"}, Last_Event_ID=str(slow.position))
    again.view, again.language, again.parts = "public", "en", slow.parts
    holds(served, [again])


def test_after_a_restart_screens_come_back_and_are_told_what_they_missed(serve: Serve) -> None:
    served = serve()
    room.open_meeting(served.site.house)
    before = [served.screen(), served.screen("delegate", AZ, "az")]
    room.fill(served.site.house)
    position = mark(served)
    for screen in before:
        screen.until(position)
    served = serve()
    room.put(served.site.house)
    after = [to_the_end(screen) for screen in before]
    back = []
    for was in after:
        screen = served.ask(
            {"view": was.view, "lang": was.language}, was.person, Last_Event_ID=str(was.position)
        )
        screen.view, screen.person, screen.language = was.view, was.person, was.language
        screen.parts = was.parts
        back.append(screen)
    holds(served, back)


def test_the_site_answers_beside_the_screens(served: Served) -> None:
    screen = served.screen()
    connection = socket.create_connection(("127.0.0.1", served.port))
    with connection, connection.makefile("rb") as answer:
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: testserver\r\nConnection: close\r\n\r\n")
        assert answer.read().split(b"\r\n\r\n")[1].startswith(b"ok ")
    screen.until(mark(served))


def test_a_proxy_that_speaks_http_1_0_gets_the_events_without_chunks(served: Served) -> None:
    connection = socket.create_connection(("127.0.0.1", served.port))
    with connection, connection.makefile("rb") as answer:
        connection.sendall(b"GET /live/defence-3 HTTP/1.0\r\nHost: testserver\r\n\r\n")
        while answer.readline().strip():
            pass
        assert answer.readline().startswith(b"retry: ")
        while not answer.readline().startswith(b"id: "):  # what it shows at first
            pass
        position = mark(served)
        while answer.readline() != b"id: %d\n" % position:
            pass
        assert answer.readline() == b"event: item\n"
