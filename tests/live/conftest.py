"""A served site with browsers on it, over real sockets."""

import re
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Self

import pytest

from kurultai.gate.sitting import sitting
from kurultai.handle import House
from tests.conftest import Site
from tests.site.prepared import THIRD

WAIT = 30.0  # seconds after which something that was to come will not


class Gone(Exception):  # noqa: N818
    """The stream ended."""


@dataclass
class Screen:
    """A browser on ``/live/``: its connection, and the parts as events have made them."""

    view: str
    person: str
    language: str
    status: int
    headers: dict[str, str]
    stream: Any
    connection: socket.socket
    position: int
    parts: dict[str, str] = field(default_factory=dict)
    silence: int = 0
    told: list[str] = field(default_factory=list)  # the names of events in the order they came

    def hear(self) -> tuple[str, str]:
        """The next event, its name and data; Gone at the end of the stream."""
        name, data, at = "", [], None
        while line := self._line():
            key, _, value = line.partition(": ")
            match key:
                case "event":
                    name = value
                case "data":
                    data.append(value)
                case "id":
                    at = int(value)
                case _:  # a comment, or when to come back
                    pass
        if name in ("", "now"):
            self.silence += not name
            assert self.silence < 3, "nothing comes any more"
            return self.hear()
        self.silence = 0
        self.told.append(name)
        if name != "reload":
            self.parts[name] = "\n".join(data)
        self.position = at or self.position
        return name, "\n".join(data)

    def _line(self) -> str:
        """A line of the body, whose chunks each end with a whole event."""
        line = self.stream.readline()
        if not line:
            raise Gone
        text = str(line.decode().rstrip("\n"))
        if text.endswith("\r"):  # the head of a chunk, or its end
            if text == "0\r":
                raise Gone
            return self._line()
        return text

    def until(self, position: int) -> Self:
        """Hear everything up to that position of the record."""
        while self.position < position:
            self.hear()
        return self

    def close(self) -> None:
        self.stream.close()
        self.connection.close()


@dataclass
class Served:
    """The site, served."""

    site: Site
    port: int
    open: list[Screen]
    buffer: int = 0  # bytes that a browser takes without reading; 0: what is usual

    def screen(
        self, view: str = "public", person: str = "", language: str = "en", **asked: object
    ) -> Screen:
        """A screen that starts from what the page holds now, or from ``after`` if that is said."""
        parts, position = shown(self.site.house, view, person, language)
        query = {"view": view, "lang": language, "after": position, **asked}
        screen = self.ask(query, person)
        screen.view, screen.person, screen.language = view, person, language
        screen.position, screen.parts = position, parts if "after" not in asked else {}
        return screen

    def ask(
        self, query: dict[str, object], person: str = "", meeting: str = THIRD, **headers: str
    ) -> Screen:
        """What is answered at the address of the live screens."""
        named = {"Host": "testserver", **headers}
        if person:
            named["Cookie"] = f"kurultai={self.site.browser(person).cookies['kurultai'].value}"
        address = "&".join(f"{key}={value}" for key, value in query.items())
        lines = [f"GET /live/{meeting.partition(':')[2]}?{address} HTTP/1.1"]
        lines += [f"{key.replace('_', '-')}: {value}" for key, value in named.items()]
        connection = socket.socket()
        connection.settimeout(WAIT)
        if self.buffer:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, self.buffer)
        connection.connect(("127.0.0.1", self.port))
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        stream = connection.makefile("rb")
        status = int(stream.readline().split()[1])
        found = {}
        while line := stream.readline().strip().decode():
            key, _, value = line.partition(": ")
            found[key.lower()] = value
        screen = Screen("", person, "", status, found, stream, connection, 0)
        self.open.append(screen)
        return screen


def shown(house: House, view: str, person: str, language: str) -> tuple[dict[str, str], int]:
    """What a page holds now: each part's HTML, and the position at which it was read."""
    from kurultai.site.sittings.parts import SHOWN, render

    with house.viewing(person or None, language) as viewer:
        page = sitting(viewer, THIRD)
        parts = {name: plain(render(viewer, page, view, name)) for name in SHOWN[view]}
        return parts, viewer.position


def plain(html: str) -> str:
    """HTML as an event carries it: its lines end as in a browser."""
    return re.sub(r"\r\n?", "\n", html)


Serve = Callable[..., Served]


@pytest.fixture
def serve(site: Site) -> Iterator[Serve]:
    """Serves the site, as often as it is asked, each time after the time before ended."""
    running: list[tuple[Any, threading.Thread]] = []
    opened: list[Screen] = []

    def stop() -> None:
        for server, thread in running:
            server.should_exit = True
            thread.join(WAIT)
        running.clear()

    def start(**limits: int) -> Served:
        from kurultai.live.hub import Limits
        from kurultai.live.server import Server
        from kurultai.site.wsgi import application

        stop()
        listening = socket.create_server(("127.0.0.1", 0))
        server = Server(site.house, application, Limits(**limits))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        served = Served(site, listening.getsockname()[1], opened)
        running.append((server, thread))
        return served

    yield start
    stop()
    for screen in opened:
        screen.close()
