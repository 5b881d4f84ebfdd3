"""Screens and browsers that live.py holds open: what they heard, when, and what they show."""

import asyncio
import gzip
import time
from collections.abc import Callable, Iterable
from statistics import median
from urllib.parse import urlencode

from live_servers import TOKEN

_UNREAD = 1 << 16  # bytes that a screen keeps before it looks what they say


class Screen(asyncio.Protocol):
    """One screen. When it heard what is noted at once; what that was is read when it is asked for.

    Reading would take this process longer than the server takes to say it.
    """

    def __init__(self, head: str) -> None:
        self.head, self.position, self.at = head, 0, 0.0
        self.is_open, self.size = False, 0
        self._unread, self._parts = b"", {}

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask."""
        self.transport: asyncio.Transport = transport  # type: ignore[assignment]
        self.transport.write(f"GET {self.head}\r\n\r\n".encode())

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """Gone."""
        self.is_open = False

    def data_received(self, data: bytes) -> None:
        """Note how far it is; an event ends in an empty line, and what comes together in one."""
        self.size += len(data)
        self._unread += data
        if not data.endswith((b"\n\n", b"\n\n\r\n")):
            return
        place = self._unread.rfind(b"\nid: ")
        if place >= 0:
            end = self._unread.index(b"\n", place + 1)
            self.position, self.at = int(self._unread[place + 5 : end]), time.perf_counter()
        self.is_open = True
        if len(self._unread) > _UNREAD:
            self._read()

    @property
    def parts(self) -> dict[str, str]:
        """What it shows, by the names of the parts."""
        self._read()
        return self._parts

    def continued(self, before: "Screen") -> "Screen":
        """This one, of a browser that comes back and shows what it did."""
        self._parts = {**before.parts, **self.parts}
        self.position = max(self.position, before.position)
        return self

    def _read(self) -> None:
        *events, self._unread = self._unread.split(b"\n\n")
        for lines in (event.split(b"\n") for event in events):
            said = [line.partition(b": ") for line in lines]
            names = [value.decode() for key, _, value in said if key == b"event"]
            if names and names[0] != "now":
                html = b"\n".join(value for key, _, value in said if key == b"data")
                self._parts[names[0]] = html.decode()


async def opened(port: int, heads: list[str]) -> list[Screen]:
    """A screen for each; all are open when this returns."""
    screens: list[Screen] = []
    for start in range(0, len(heads), 50):
        made = await asyncio.gather(*(_connected(port, head) for head in heads[start : start + 50]))
        screens += made
        await until(lambda made=made: all(screen.is_open for screen in made))
    return screens


async def _connected(port: int, head: str) -> Screen:
    loop = asyncio.get_running_loop()
    _, screen = await loop.create_connection(lambda: Screen(head), "127.0.0.1", port)
    return screen


async def until(true: Callable[[], bool], seconds: float = 600) -> None:
    """Wait; SystemExit if it does not become true."""
    end = time.perf_counter() + seconds
    while not true():
        if time.perf_counter() > end:
            raise SystemExit("waited in vain")
        await asyncio.sleep(0.001)


async def reached(screens: list[Screen], position: float, begun: float) -> tuple[float, float]:
    """After how long the median and the last of them came to that position."""
    await until(lambda: all(screen.position >= position for screen in screens))
    at = sorted(screen.at for screen in screens)
    return at[len(at) // 2] - begun, at[-1] - begun


class Browser:
    """A connection that stays open, for one request after the other."""

    def __init__(self, port: int, cookie: str, language: str = "en") -> None:
        self._port = port
        self._head = (
            f"Host: localhost\r\nCookie: kurultai={cookie}; csrftoken={TOKEN}; language={language}"
            "\r\nAccept-Encoding: gzip"
        )

    async def open(self) -> "Browser":
        """Connect."""
        self._in, self._out = await asyncio.open_connection("127.0.0.1", self._port)
        return self

    async def get(self, path: str) -> tuple[int, str]:
        """The status and the page."""
        self._out.write(f"GET {path} HTTP/1.1\r\n{self._head}\r\n\r\n".encode())
        return await self._answer()

    async def post(self, path: str, **fields: str) -> int:
        """The status, of a step that is taken from a screen."""
        body = urlencode({"csrfmiddlewaretoken": TOKEN, **fields})
        kind = "Content-Type: application/x-www-form-urlencoded"
        more = f"{kind}\r\nContent-Length: {len(body)}\r\nX-Live: 1"
        self._out.write(f"POST {path} HTTP/1.1\r\n{self._head}\r\n{more}\r\n\r\n{body}".encode())
        status, _ = await self._answer()
        return status

    def close(self) -> None:
        """Close."""
        self._out.close()

    async def _answer(self) -> tuple[int, str]:
        head = (await self._in.readuntil(b"\r\n\r\n")).decode().lower()
        length = head.partition("content-length:")[2].split("\r\n")[0]
        body = await self._in.readexactly(int(length or 0))
        text = gzip.decompress(body) if "content-encoding: gzip" in head else body
        return int(head.split()[1]), text.decode()


def quantiles(values: Iterable[float]) -> str:
    """In milliseconds."""
    ordered = sorted(values)
    p99 = ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)]
    return f"p50 {median(ordered) * 1e3:6.1f} ms, p99 {p99 * 1e3:6.1f} ms"
