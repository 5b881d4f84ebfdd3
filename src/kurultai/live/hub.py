"""The hub: every room in which somebody looks, and how many may."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from kurultai.handle import House
from kurultai.live import sign_out
from kurultai.live.events import BEAT, RELOAD, chunk
from kurultai.live.room import Room
from kurultai.live.screen import Looker, Screen
from kurultai.live.showing import Render, Shower

_PULSE = 5.0  # seconds from one look at who has heard nothing to the next
_FAREWELL = 1.0  # seconds in which a session that ends has ended
_SILENCE = 20.0  # seconds after which a screen is told that it is still connected


@dataclass(frozen=True, slots=True)
class Limits:
    """How many screens may be open at once."""

    person: int = 8  # of one who is signed in
    address: int = 2500  # of the public, of one network address: a parliament may have but one
    all: int = 5000


class Full(Exception):  # noqa: N818 - an answer
    """No more screens may be opened, by this one or at all."""


class Hub:
    """Lives in the loop in which it is made; ``close`` ends it."""

    def __init__(self, house: House, render: Render, limits: Limits) -> None:
        """Keep the screens of that house's sittings up to date."""
        self._house, self._render, self._limits = house, render, limits
        self._loop = asyncio.get_running_loop()
        self._rooms: dict[str, Room] = {}
        self._places: Counter[str] = Counter()  # of each person or address
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="screens")
        self._stop = house.listen(self._heard)
        self._stop_sessions = sign_out.listen(self._signed_out)
        self._pulse = self._loop.call_later(_PULSE, self._beat)

    @contextmanager
    def place(self, looker: Looker, address: str) -> Iterator[None]:
        """A place for a screen as long as it is open; Full if there is none."""
        who, limit = looker.person or address, self._limits.address
        if looker.person:
            limit = self._limits.person
        if self._places[who] >= limit or self._places.total() >= self._limits.all:
            raise Full
        self._places[who] += 1
        try:
            yield
        finally:
            self._places[who] -= 1
            if not self._places[who]:
                del self._places[who]

    @contextmanager
    def looking(self, screen: Screen) -> Iterator[None]:
        """Keep the screen up to date until the end."""
        meeting = screen.looker.meeting
        room = self._rooms.get(meeting)
        if room is None:
            shower = Shower(self._house, meeting, self._render)
            room = self._rooms[meeting] = Room(shower, self._beside)
        room.enter(screen)
        try:
            yield
        finally:
            room.leave(screen)
            if not room.screens:
                del self._rooms[meeting]

    def close(self) -> None:
        """End every screen; browsers come back when there is a server again."""
        self._stop()
        self._stop_sessions()
        self._pulse.cancel()
        for room in self._rooms.values():
            room.close()
        self._beside.shutdown(cancel_futures=True)

    def _heard(self, _: int, streams: frozenset[str]) -> None:
        """Called in the writer's thread; when the loop has ended there is nobody to tell."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._stir, streams)

    def _signed_out(self, person: str) -> None:
        """Called in a thread of the site, while the session is being ended."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(
                self._loop.call_later, _FAREWELL, self._end_those_of, person
            )

    def _end_those_of(self, person: str) -> None:
        """Whoever of them is still signed in elsewhere looks anew."""
        for room in self._rooms.values():
            for screen in room.screens:
                if screen.looker.person == person:
                    screen.end(RELOAD)

    def _stir(self, streams: frozenset[str]) -> None:
        # Names and rights are of the register, and a text may stand before any meeting.
        every = any(not stream.startswith("meeting:") for stream in streams)
        for meeting, room in self._rooms.items():
            if every or meeting in streams:
                room.stir()

    def _beat(self) -> None:
        self._pulse = self._loop.call_later(_PULSE, self._beat)
        silent, now = self._loop.time() - _SILENCE, datetime.now(UTC)
        framed = {True: chunk(BEAT), False: BEAT}
        for room in self._rooms.values():
            room.retry()
            for screen in room.screens:
                if screen.looker.until is not None and screen.looker.until <= now:
                    screen.end(RELOAD)
                elif screen.heard < silent:
                    screen.put(framed[screen.framing])
