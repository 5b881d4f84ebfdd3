"""The wire: uvicorn's protocol, with the connection named to the application.

What goes to two thousand screens is made once, its framing included, and handed to each
connection as the same bytes. By way of ASGI each would frame it anew in a task of its own, which
takes twice the time.
"""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol


class Wired(H11Protocol):
    """HTTP/1.1 in which ``scope["state"]["transport"]`` is the connection."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Name the connection to all requests that come over it."""
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}
