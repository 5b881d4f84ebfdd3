"""A screen: one browser that looks at one view of one sitting."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kurultai.live.events import LAST_CHUNK, chunk

BACKLOG = 1 << 17  # bytes that wait for a browser which reads too slowly, before it is cut off


@dataclass(frozen=True, slots=True)
class Looker:
    """Who looks, at what, and since when that is known of them.

    ``audiences`` are those of the record's position ``known``: an act of the register that came
    later may have changed them. ``languages`` is more than one on a projector alone. ``until`` is
    the moment at which the session ends of who is signed in.
    """

    meeting: str
    view: str
    languages: tuple[str, ...]
    person: str | None
    audiences: frozenset[int]
    known: int
    until: datetime | None = None


class Screen:
    """An open connection. It shows all that has changed up to the position ``at``."""

    __slots__ = ("_chunked", "_loop", "_transport", "at", "heard", "looker")

    def __init__(self, looker: Looker, at: int, transport: Any, *, chunked: bool) -> None:  # noqa: ANN401 - asyncio's, or uvloop's
        """Over that connection, whose answer was begun."""
        self.looker, self.at = looker, at
        self._transport, self._chunked = transport, chunked
        self._loop = asyncio.get_running_loop()
        self.heard = self._loop.time()

    @property
    def framing(self) -> bool:
        """Whether what is put must be framed in chunks."""
        return self._chunked

    def put(self, framed: bytes) -> bool:
        """Send; False if the browser reads too slowly: it is cut off, and comes back by itself."""
        if self._transport.is_closing():
            return False
        if self._transport.get_write_buffer_size() > BACKLOG:
            self._transport.abort()
            return False
        self._transport.write(framed)
        self.heard = self._loop.time()
        return True

    def end(self, last: bytes = b"") -> None:
        """Send what is to be read last, and end."""
        if not self._transport.is_closing():
            if self._chunked:
                last = (chunk(last) if last else b"") + LAST_CHUNK
            self._transport.write(last)
            self._transport.close()
