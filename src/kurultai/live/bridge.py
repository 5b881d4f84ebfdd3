"""The bridge from the loop to the site, which answers in threads.

A request that is small is read first, and an answer that is small is made whole, so that each
crosses between the loop and a thread once. Crossings are what a busy server waits for: whoever
comes over stands in line for the interpreter again. What is large goes over piece by piece.
"""

import asyncio
import contextvars
import io
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from a2wsgi import WSGIMiddleware
from a2wsgi.wsgi import build_environ

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

_SMALL_REQUEST = 1 << 16  # bytes
_SMALL_ANSWER = 1 << 18
_THREADS = 8  # at once: more would take the interpreter from each other, and all be done later
_LARGE = 8  # requests at once that are not small


@dataclass(slots=True)
class _Answer:
    """What is answered; ``rest`` comes piece by piece, after the body."""

    status: int
    headers: Headers
    body: bytes = b""
    rest: Iterable[bytes] | None = None


class Bridge:
    """An ASGI application around the site."""

    def __init__(self, site: Any) -> None:  # noqa: ANN401 - a WSGI application
        """To that site."""
        self._site = site
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="site")
        self._large = WSGIMiddleware(site, workers=_LARGE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or not _is_small(scope):
            await self._large(scope, receive, send)  # type: ignore[arg-type]
            return
        body = await _read(receive)
        if body is None:
            return
        answer = await self._beside(self._answered, build_environ(scope, io.BytesIO(body)))  # type: ignore[arg-type]
        await send(
            {"type": "http.response.start", "status": answer.status, "headers": answer.headers}
        )
        if answer.rest is not None:
            loop = asyncio.get_running_loop()
            await self._beside(_send_rest, loop, answer.rest, send)
        await send({"type": "http.response.body", "body": answer.body})

    async def _beside(self, do: Callable[..., Any], *given: object) -> Any:  # noqa: ANN401 - what it does
        context = contextvars.copy_context()
        return await asyncio.get_running_loop().run_in_executor(
            self._threads, context.run, do, *given
        )

    def _answered(self, environ: dict[str, Any]) -> _Answer:
        """The site's answer, whole if it is small."""
        answer = _Answer(500, [])

        def start(status: str, headers: list[tuple[str, str]], _: object = None) -> None:
            answer.status = int(status.split(" ", 1)[0])
            answer.headers = [
                (name.lower().encode("latin-1"), value.strip().encode("latin-1"))
                for name, value in headers  # Django puts a blank before a cookie
            ]

        pieces = self._site(environ, start)
        if getattr(pieces, "streaming", False) and _length(answer.headers) > _SMALL_ANSWER:
            answer.rest = pieces
        else:
            try:
                answer.body = b"".join(pieces)
            finally:
                _close(pieces)
        return answer


def _is_small(scope: Scope) -> bool:
    """False also where it is not said how long the request is."""
    headers = scope["headers"]
    is_said = not any(name == b"transfer-encoding" for name, _ in headers)
    return is_said and _length(headers, missing=0) <= _SMALL_REQUEST


def _length(headers: Headers, missing: int = _SMALL_ANSWER + 1) -> int:
    said = next((value for name, value in headers if name == b"content-length"), b"")
    return int(said) if said.isdigit() else missing


async def _read(receive: Receive) -> bytes | None:
    """The whole request; None if whoever asked is gone."""
    body, more = b"", True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body


def _send_rest(loop: asyncio.AbstractEventLoop, pieces: Iterable[bytes], send: Send) -> None:
    """Send piece by piece, as fast as they are taken; called beside the loop."""
    try:
        for piece in pieces:
            message = {"type": "http.response.body", "body": piece, "more_body": True}
            asyncio.run_coroutine_threadsafe(send(message), loop).result()  # type: ignore[arg-type]
    finally:
        _close(pieces)


def _close(pieces: Iterable[bytes]) -> None:
    close = getattr(pieces, "close", None)
    if close is not None:
        close()
