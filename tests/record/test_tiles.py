"""Tiles by the letter of C2SP tlog-tiles."""

import hashlib
from collections.abc import Sequence

import pytest

from kurultai.record.tiles import ENTRIES, Tile, bundle, read_path, tile_bytes, tiles_of
from kurultai.record.tree import node_hash


class Numbers:
    """A record of so many entries, each a number; hashes of level 0 alone."""

    def __init__(self, size: int) -> None:
        self.size = size

    def entries(self, start: int, stop: int) -> Sequence[bytes]:
        return [b"%d" % number for number in range(start, min(stop, self.size))]

    def hashes(self, level: int, start: int, stop: int) -> Sequence[bytes]:
        size = self.size >> 8 * level
        return [hashlib.sha256(b"%d" % n).digest() for n in range(start, min(stop, size))]


@pytest.mark.parametrize(
    ("tile", "path"),
    [
        (Tile(0, 0), "tile/0/000"),
        (Tile(0, 0, 7), "tile/0/000.p/7"),
        (Tile(1, 999), "tile/1/999"),
        (Tile(0, 1234067), "tile/0/x001/x234/067"),
        (Tile(ENTRIES, 1000, 255), "tile/entries/x001/000.p/255"),
        (Tile(63, 5), "tile/63/005"),
    ],
)
def test_a_tile_stands_at_one_path(tile: Tile, path: str) -> None:
    assert tile.path == path
    assert read_path(path) == tile


@pytest.mark.parametrize(
    "path",
    [
        "tile/0/0",
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/0/x000/000",
        "tile/0/001/000",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/07",
        "tile/0/000/",
        "tile/0/../000",
        "tile/0/٠٠٠",
        "tile/data/000",
        "",
    ],
)
def test_nothing_stands_at_another_path(path: str) -> None:
    assert read_path(path) is None


def test_the_tiles_of_a_size_are_the_full_ones_and_the_one_that_ends_a_level() -> None:
    assert list(tiles_of(0)) == []
    assert [tile.path for tile in tiles_of(256)] == [
        "tile/entries/000",
        "tile/0/000",
        "tile/1/000.p/1",
    ]
    assert [tile.path for tile in tiles_of(513)] == [
        "tile/entries/000",
        "tile/entries/001",
        "tile/entries/002.p/1",
        "tile/0/000",
        "tile/0/001",
        "tile/0/002.p/1",
        "tile/1/000.p/2",
    ]


def test_a_bundle_is_each_entry_behind_its_length() -> None:
    assert bundle([b"ab", b"", b"c" * 258]) == b"\0\2ab\0\0\1\2" + b"c" * 258


def test_a_tile_that_is_not_yet_full_is_not_given() -> None:
    assert tile_bytes(Numbers(300), Tile(0, 1)) is None
    assert tile_bytes(Numbers(300), Tile(ENTRIES, 1, 45)) is None
    assert tile_bytes(Numbers(300), Tile(0, 1, 44)) == b"".join(Numbers(300).hashes(0, 256, 300))
    assert tile_bytes(Numbers(300), Tile(ENTRIES, 1, 2)) == b"\0\x03256\0\x03257"


def test_a_node_is_hashed_over_both_sides() -> None:
    assert node_hash(b"l", b"r") == hashlib.sha256(b"\1lr").digest()
