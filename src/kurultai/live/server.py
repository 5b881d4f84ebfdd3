"""The server of the site and its live screens."""

import gc
import socket
from typing import Any

import uvicorn

from kurultai.handle import House
from kurultai.live.app import Live
from kurultai.live.bridge import Bridge
from kurultai.live.hub import Limits
from kurultai.live.wire import Wired

_SEARCHES = (20_000, 20, 20)  # new objects, and searches, from one search for garbage to the next


class Server(uvicorn.Server):
    """Waits at its end for whoever is being answered, but not for those who only look on."""

    def __init__(self, house: House, site: Any, limits: Limits) -> None:  # noqa: ANN401 - a WSGI application
        """Serve that site, and the screens of that house."""
        self.live = Live(house, Bridge(site), limits)
        config = uvicorn.Config(
            self.live,
            http=Wired,
            access_log=False,
            log_level="warning",
            lifespan="off",
            server_header=False,
        )
        super().__init__(config)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin; what is there by now stays to the end, and is not looked through for garbage.

        A whole search took 0.1 s, in which nothing else happened, and came with every fourth
        commit or so. What is left to search is what requests and screens leave behind.
        """
        gc.collect()
        gc.freeze()
        gc.set_threshold(*_SEARCHES)
        await super().startup(sockets)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End."""
        self.live.close()
        await super().shutdown(sockets)
