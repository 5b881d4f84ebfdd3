"""Lines as they come: read without waiting for more than there is, and never too much of one."""

import io
from collections.abc import Callable, Iterator

from kurultai.procedure.counting.lines import LONGEST  # more is read past and not kept

_CHUNK = 1 << 18


def lines(
    stream: io.RawIOBase, idle: Callable[[], None], longest: int = LONGEST
) -> Iterator[bytes | int]:
    """Each line without its end; of one that is too long only how many bytes it has.

    ``idle`` is called whenever all that has come was dealt with, and at the end.
    """
    held: list[bytes] = []
    size = 0
    while chunk := stream.read(_CHUNK):
        *ended, rest = chunk.split(b"\n")
        for piece in ended:
            yield _line(held, size + len(piece), piece, longest)
            held, size = [], 0
        size += len(rest)
        held = [*held, rest] if size <= longest else []
        idle()
    if size:
        yield _line(held, size, b"", longest)
    idle()


def _line(held: list[bytes], size: int, piece: bytes, longest: int) -> bytes | int:
    return size if size > longest else b"".join((*held, piece)).removesuffix(b"\r")
