"""Tiles: the record's tree as the static files of C2SP tlog-tiles, made on demand.

``hashes(level, start, stop)`` gives the hashes numbered start to before stop at a level of tiles:
level 0 are the leaves, each hash of level n+1 is over 256 of level n.
"""

import re
import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from kurultai.record.tree import Subtree, perfect_root

Hashes = Callable[[int, int, int], Sequence[bytes]]
WIDTH = 256
HEIGHT = 8
ENTRIES = -1  # the level under the leaves: the entries themselves
_LEVELS = 64
_PATH = re.compile(r"tile/(entries|0|[1-9]\d?)/((?:x\d{3}/)*\d{3})(?:\.p/([1-9]\d{0,2}))?")


class Kept(Protocol):
    """Something that holds a record's entries and the hashes over them."""

    def entries(self, start: int, stop: int) -> Sequence[bytes]:
        """The entries numbered start to before stop, or as many as there are."""

    def hashes(self, level: int, start: int, stop: int) -> Sequence[bytes]:
        """The hashes of that level numbered start to before stop, or as many as there are."""


@dataclass(frozen=True, slots=True, order=True)
class Tile:
    """A tile, or with level ENTRIES a bundle of entries; partial if its width is below WIDTH."""

    level: int
    number: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """Where the tile stands: tile/0/x001/234 or tile/entries/000.p/7."""
        level = "entries" if self.level == ENTRIES else str(self.level)
        partial = "" if self.width == WIDTH else f".p/{self.width}"
        return f"tile/{level}/{_number(self.number)}{partial}"


def read_path(path: str) -> Tile | None:
    """The tile that stands at a path; None if none can."""
    match = _PATH.fullmatch(path)
    if match is None:
        return None
    level = ENTRIES if match[1] == "entries" else int(match[1])
    tile = Tile(level, int(re.sub(r"\D", "", match[2])), int(match[3] or WIDTH))
    return tile if level < _LEVELS and tile.path == path else None


def tiles_of(size: int) -> Iterator[Tile]:
    """Every tile of a record of that size: the full ones, and the partial one that ends a level."""
    yield from _level(ENTRIES, size)
    level = 0
    while size:
        yield from _level(level, size)
        level, size = level + 1, size // WIDTH


def tile_bytes(kept: Kept, tile: Tile) -> bytes | None:
    """The bytes of a tile; None if the record has not grown so far."""
    start, stop = tile.number * WIDTH, tile.number * WIDTH + tile.width
    if tile.level == ENTRIES:
        rows = kept.entries(start, stop)
        return bundle(rows) if len(rows) == tile.width else None
    rows = kept.hashes(tile.level, start, stop)
    return b"".join(rows) if len(rows) == tile.width else None


def bundle(entries: Sequence[bytes]) -> bytes:
    """Entries one after another, each behind its length in two bytes, big-endian."""
    return b"".join(struct.pack(">H", len(entry)) + entry for entry in entries)


def subtrees(hashes: Hashes) -> Subtree:
    """The complete subtrees of a tree whose tiles' hashes are at hand."""

    def subtree(height: int, number: int) -> bytes:
        level, up = divmod(height, HEIGHT)
        return perfect_root(hashes(level, number << up, (number + 1) << up))

    return subtree


def _level(level: int, size: int) -> Iterator[Tile]:
    full, rest = divmod(size, WIDTH)
    yield from (Tile(level, number) for number in range(full))
    if rest:
        yield Tile(level, full, rest)


def _number(number: int) -> str:
    """A tile's number in groups of three digits, all but the last behind an x."""
    path = f"{number % 1000:03}"
    while number := number // 1000:
        path = f"x{number % 1000:03}/{path}"
    return path
