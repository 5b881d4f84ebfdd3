"""Server-sent events as bytes: what a browser's EventSource reads."""

import re

BEAT = b":\n\n"  # a comment: the connection is alive
_LINES = re.compile(r"\r\n|\r|\n")


def event(name: str, text: str, position: int | None = None) -> bytes:
    """An event; ``position`` is what the browser names when it returns.

    Of several that belong together only the last has a position: a screen that was cut off
    between two of them gets all of them again.
    """
    lines = [f"event: {name}", *(f"data: {line}" for line in _LINES.split(text))]
    if position is not None:
        lines.insert(0, f"id: {position}")
    return ("\n".join(lines) + "\n\n").encode()


def chunk(body: bytes) -> bytes:
    """The body as one chunk of HTTP/1.1."""
    return b"%x\r\n%b\r\n" % (len(body), body)


LAST_CHUNK = b"0\r\n\r\n"
RELOAD = event("reload", "")
