"""Other systems are told of public acts: in order, signed, again until they have answered."""

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta

import pytest

from kurultai.followers import hooks
from kurultai.followers.caller import Caller
from kurultai.followers.wire import Unreachable, is_open, parts_of, post
from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.site.paths import path_of
from tests.leaks.world import AUDIENCES, canary, furnish
from tests.outward.listener import Listener, listener

CLERK = "person:office-secretariat"
NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
BASE = "https://assembly.example"


def follow(house: House, to: Listener, *kinds: str) -> tuple[int, Caller]:
    with house.viewing(None, "en") as viewer:
        position = viewer.position
    number = hooks.make(house.directory, to.url, BASE, kinds, CLERK, position)
    return number, Caller(house, path_of, local=True)


def convene(house: House, ordinal: int = 3, audience: str = "public") -> None:
    command = c.ConveneMeeting(
        id=f"hook-{ordinal}",
        series="series:defence",
        ordinal=ordinal,
        when="2027-03-01",
        place={"en": "Baku"},
        audience=audience,
    )
    house.submit(CLERK, command).result()


def state_of(house: House, number: int) -> hooks.Hook:
    found = hooks.hook(house.directory, number)
    assert found is not None
    return found


def test_each_public_act_is_told_once_in_order_and_signed(house: House) -> None:
    with listener() as other:
        number, call = follow(house, other)
        convene(house)
        assert call(NOW) > 0
        assert call(NOW) == 0
    positions = [json.loads(body)["data"]["position"] for _, body in other.heard]
    assert positions == sorted(set(positions))
    head, body = other.heard[0]
    told = json.loads(body)
    assert (told["type"], head[":path"]) == ("MeetingConvened", "/hook?of=us")
    assert told["data"]["page"] == f"{BASE}/meetings/defence-3"
    assert head["webhook-id"] == f"act_{told['data']['position']}"
    signed = f"{head['webhook-id']}.{head['webhook-timestamp']}.".encode() + body
    key = base64.b64decode(state_of(house, number).secret.removeprefix("whsec_"))
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert head["webhook-signature"] == f"v1,{expected}"


def test_what_was_not_answered_is_told_again_before_anything_later(house: House) -> None:
    with listener() as other:
        number, call = follow(house, other, "MeetingConvened", "MeetingMoved")
        convene(house)
        move = c.MoveMeeting(
            id="hook-move", meeting="meeting:defence-3", when="2027-04-01", place={"en": "Baku"}
        )
        house.submit(CLERK, move).result()
        other.answers = [500, 302]
        assert call(NOW) == 0
        assert call(NOW) == 0  # its turn has not come
        assert call(NOW + timedelta(minutes=2)) == 0  # a redirection is no answer
        assert call(NOW + timedelta(minutes=10)) >= 2
    kinds = [json.loads(body)["type"] for _, body in other.heard]
    assert kinds == ["MeetingConvened"] * 3 + ["MeetingMoved"]
    assert len({head["webhook-id"] for head, _ in other.heard}) == 2
    after = state_of(house, number)
    assert (after.tries, after.trouble) == (0, "")
    statuses = [made.status for made in hooks.calls(house.directory, number)]
    assert statuses == [204, 204, 302, 500]


def test_who_never_answers_waits_for_a_person_and_misses_nothing(house: House) -> None:
    with listener() as other:
        number, call = follow(house, other, "MeetingConvened")
        convene(house)
        other.answers = [500] * hooks.TRIES
        at = NOW
        for _ in range(hooks.TRIES + 3):
            call(at)
            at += timedelta(hours=7)
        assert (state_of(house, number).state, len(other.heard)) == ("paused", hooks.TRIES)
        hooks.resume(house.directory, number)
        assert call(at) >= 1


def test_who_says_gone_is_not_called_again(house: House) -> None:
    with listener() as other:
        number, call = follow(house, other, "MeetingConvened")
        convene(house)
        other.answers = [410]
        call(NOW)
    assert state_of(house, number).state == "paused"


def test_one_that_does_not_answer_holds_up_no_other(house: House) -> None:
    with listener() as other:
        hooks.make(house.directory, "http://127.0.0.1:1/", BASE, (), CLERK, 0)
        _, call = follow(house, other, "MeetingConvened")
        convene(house)
        assert call(NOW) >= 1


def test_nothing_that_is_not_public_is_told(house: House) -> None:
    with listener() as other:
        number, call = follow(house, other)
        furnish(house)
        at = NOW
        while call(at):
            at += timedelta(minutes=1)
    told = b"".join(body for _, body in other.heard)
    assert not [a for a in AUDIENCES if canary(a).encode() in told]
    with house.readers.reading() as db:
        rows = db.execute("SELECT position FROM minute WHERE audience_id <> 1")
        closed = {row[0] for row in rows}
        last = db.execute("SELECT max(position) FROM minute").fetchone()[0]
    positions = {json.loads(body)["data"]["position"] for _, body in other.heard}
    assert not positions & closed
    assert state_of(house, number).position == last


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.0"),  # noqa: S104
        *("100.64.0.1", "224.0.0.1", "::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1"),
        *("2002:7f00:1::", "64:ff9b::7f00:1", "::", "::127.0.0.1", "::ffff:0:127.0.0.1"),
        *("fec0::1", "64:ff9b:1::a01:203", "2001:db8::1"),
    ],
)
def test_the_local_network_is_not_open_however_it_is_written(address: str) -> None:
    assert not is_open(address)


def test_the_public_network_is_open() -> None:
    assert is_open("1.1.1.1")
    assert is_open("2606:4700:4700::1111")


@pytest.mark.parametrize(
    "url",
    [
        *("http://example.org/", "https://", "ftp://example.org/", "https://me@example.org/"),
        *("https://example.org:x/", "file:///etc/passwd", "https://[::1/", "https://a/#b"),
    ],
)
def test_an_address_is_one_of_the_web_with_tls(url: str) -> None:
    with pytest.raises(Unreachable):
        parts_of(url, local=False)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"])
def test_no_call_goes_into_the_local_network_unless_it_is_allowed(host: str) -> None:
    with listener() as other:
        port = other.server_address[1]
        with pytest.raises(Unreachable):
            post(f"https://{host}:{port}/", b"{}", {}, local=False)
        assert post(f"http://127.0.0.1:{port}/", b"{}", {}, local=True) == 204
    assert len(other.heard) == 1
