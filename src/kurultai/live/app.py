"""The application that is served: live screens from the hub, and all else from the site."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from kurultai.handle import House
from kurultai.live.entrance import Asked, asked
from kurultai.live.events import RELOAD, event
from kurultai.live.hub import Full, Hub, Limits
from kurultai.live.screen import Screen
from kurultai.live.showing import Render
from kurultai.site.middleware import POLICY
from kurultai.site.sittings.parts import render

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]

_PATH = "/live/"
_DOORS = 4  # threads in which it is looked up who asks
_BACK = (1000, 4000)  # milliseconds after which a browser comes back: not all at once
_COMMON = [
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"content-security-policy", POLICY.encode()),
]
_STREAM = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"x-accel-buffering", b"no"),  # nginx would keep events back until it has a page of them
    *_COMMON,
]
_PLAIN = [(b"content-type", b"text/plain; charset=utf-8"), (b"retry-after", b"10"), *_COMMON]


class Live:
    """An ASGI application: ``/live/<meeting>`` is a stream of events, the rest the site's."""

    def __init__(self, house: House, site: Any, limits: Limits, render: Render = render) -> None:  # noqa: ANN401 - another ASGI application
        """Screens of that house's sittings; what is not theirs, or not there, is for the site."""
        self._house, self._site, self._render = house, site, render
        self._limits = limits
        self._doors = ThreadPoolExecutor(_DOORS, thread_name_prefix="entrance")
        self._hub: Hub | None = None

    @property
    def hub(self) -> Hub:
        """The hub of the loop that runs."""
        if self._hub is None:
            self._hub = Hub(self._house, self._render, self._limits)
        return self._hub

    def close(self) -> None:
        """End every screen; called in the loop."""
        self._doors.shutdown(wait=False, cancel_futures=True)
        if self._hub is not None:
            self._hub.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        found = await self._found(scope)
        if found is None:
            await self._site(scope, receive, send)
        else:
            await self._look(found, scope, receive, send)

    async def _found(self, scope: Scope) -> Asked | None:
        path = scope.get("path", "")
        if scope["type"] != "http" or scope["method"] != "GET" or not path.startswith(_PATH):
            return None
        meeting = f"meeting:{path.removeprefix(_PATH)}"
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._doors, asked, self._house, scope, meeting)

    async def _look(self, found: Asked, scope: Scope, receive: Receive, send: Send) -> None:
        address = scope["client"][0] if scope["client"] else ""
        try:
            with self.hub.place(found.looker, address):
                await _begin(send, self._house.now().isoformat())
                screen = _screen(found, scope)
                with self.hub.looking(screen):
                    await _until_gone(receive)
        except Full:
            await _answer(send, 503, b"Too many screens are open. Try again in a moment.\n")


def _screen(found: Asked, scope: Scope) -> Screen:
    chunked = scope["http_version"] == "1.1"
    screen = Screen(found.looker, found.at, scope["state"]["transport"], chunked=chunked)
    if found.is_old:
        screen.end(RELOAD)
    return screen


async def _begin(send: Send, now: str) -> None:
    """Say what time it is here, and when to come back if the connection breaks."""
    await send({"type": "http.response.start", "status": 200, "headers": _STREAM})
    retry = b"retry: %d\n" % random.randint(*_BACK)  # noqa: S311 - nothing hangs on it
    await send({"type": "http.response.body", "body": retry + event("now", now), "more_body": True})


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _answer(send: Send, status: int, body: bytes) -> None:
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": status, "headers": [*_PLAIN, length]})
    await send({"type": "http.response.body", "body": body})
