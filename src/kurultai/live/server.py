"""The server of the site and its live screens."""

import socket
from typing import Any

import uvicorn
from a2wsgi import WSGIMiddleware

from kurultai.handle import House
from kurultai.live.app import Live
from kurultai.live.hub import Limits
from kurultai.live.wire import Wired

WRITERS = 32  # threads: those that wait to record together share one commit


class Server(uvicorn.Server):
    """Waits at its end for whoever is being answered, but not for those who only look on."""

    def __init__(self, house: House, site: Any, limits: Limits) -> None:  # noqa: ANN401 - a WSGI application
        """Serve that site, and the screens of that house."""
        self.live = Live(house, WSGIMiddleware(site, workers=WRITERS), limits)
        config = uvicorn.Config(
            self.live,
            http=Wired,
            access_log=False,
            log_level="warning",
            lifespan="off",
            server_header=False,
        )
        super().__init__(config)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End."""
        self.live.close()
        await super().shutdown(sockets)
