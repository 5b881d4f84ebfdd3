"""Requests and answers cross to the site and back whole, or piece by piece where they are large."""

import asyncio
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from kurultai.live.bridge import Bridge

Start = Callable[..., object]
LARGE = 300_000


class Streamed:
    """An answer that is made while it is sent."""

    streaming = True

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self.is_closed = False

    def __iter__(self) -> Iterator[bytes]:
        return self._pieces

    def close(self) -> None:
        self.is_closed = True


def asked(
    site: Callable[[dict[str, Any], Start], Iterable[bytes]], body: bytes = b"", **headers: str
) -> list[dict[str, Any]]:
    """All that is sent in answer to one request."""
    told: list[dict[str, Any]] = []
    pieces = [body[at : at + 65536] for at in range(0, len(body), 65536)] or [b""]

    async def receive() -> dict[str, Any]:
        piece = pieces.pop(0)
        return {"type": "http.request", "body": piece, "more_body": bool(pieces)}

    async def send(message: dict[str, Any]) -> None:
        told.append(message)

    named = {"content-length": str(len(body)), **headers}
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/x",
        "query_string": b"",
        "http_version": "1.1",
        "headers": [(k.encode(), v.encode()) for k, v in named.items()],
    }
    asyncio.run(Bridge(site)(scope, receive, send))
    return told


def whole(told: list[dict[str, Any]]) -> bytes:
    return b"".join(message.get("body", b"") for message in told[1:])


def echo(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
    start("200 OK", [("Set-Cookie", " a=b"), ("X-Thread", threading.current_thread().name)])
    return [environ["wsgi.input"].read()]


def test_what_is_small_crosses_once() -> None:
    told = asked(echo, b"choice=yes")
    assert [message["type"] for message in told] == ["http.response.start", "http.response.body"]
    assert told[0]["status"] == 200
    assert told[0]["headers"][0] == (b"set-cookie", b"a=b")  # without the blank
    assert told[0]["headers"][1][1].startswith(b"site")  # beside the loop
    assert whole(told) == b"choice=yes"


def test_a_large_request_is_read_by_the_site_itself() -> None:
    assert whole(asked(echo, b"x" * LARGE)) == b"x" * LARGE


@pytest.mark.parametrize("length", [{}, {"Content-Length": str(LARGE)}])
def test_a_large_answer_comes_piece_by_piece(length: dict[str, str]) -> None:
    answer = Streamed([b"x" * 1000] * 300)

    def site(_: dict[str, Any], start: Start) -> Iterable[bytes]:
        start("200 OK", list(length.items()))
        return answer

    told = asked(site)
    assert len(told) == 302
    assert [message["more_body"] for message in told[1:-1]] == [True] * 300
    assert whole(told) == b"x" * LARGE
    assert answer.is_closed


def test_a_small_file_is_answered_whole() -> None:
    answer = Streamed([b"abc", b"def"])

    def site(_: dict[str, Any], start: Start) -> Iterable[bytes]:
        start("200 OK", [("Content-Length", "6")])
        return answer

    told = asked(site)
    assert [message.get("body") for message in told[1:]] == [b"abcdef"]
    assert answer.is_closed


def test_a_defect_of_the_site_goes_up() -> None:
    def site(_: dict[str, Any], __: Start) -> Iterable[bytes]:
        raise LookupError("a defect")

    with pytest.raises(LookupError, match="a defect"):
        asked(site)
