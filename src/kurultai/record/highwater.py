"""High water: the longest record that was ever acknowledged here, kept outside the database.

A database put back from a backup looks sound and is older than what members have seen; to go on
from it would sign a second history. The mark tells. The file holds two slots, written in turn
and in place: a write that is broken off spoils the older mark only, and a full disk stops none.
"""

import os
from pathlib import Path
from typing import Self

from kurultai.record.blobs import sync_directory, write_durably
from kurultai.record.checkpoint import Checkpoint, open_checkpoint
from kurultai.record.note import BadNote, Verifier

_SLOT = 1024  # bytes; origins are short, so that a signed checkpoint fits
ORIGIN_LIMIT = 200  # bytes


class HighWater:
    """The mark of one data directory, open for writing."""

    def __init__(self, handle: int, size: int, slot: int) -> None:
        """Write the next mark into that slot."""
        self._handle, self._slot = handle, slot
        self.size = size

    @classmethod
    def open(cls, directory: Path, verifier: Verifier) -> Self:
        """The mark that was kept; FileNotFoundError or BadNote if there is none."""
        slots = _slots(mark_path(directory).read_bytes(), verifier)
        size, slot = max((kept.size, slot) for slot, kept in enumerate(slots) if kept)
        return cls(os.open(mark_path(directory), os.O_WRONLY), size, 1 - slot)

    def raise_to(self, size: int, note: bytes) -> None:
        """Keep that checkpoint as the mark, durably."""
        os.pwrite(self._handle, _padded(note), self._slot * _SLOT)
        os.fdatasync(self._handle)
        self.size, self._slot = size, 1 - self._slot

    def close(self) -> None:
        """Close the file."""
        os.close(self._handle)


def mark_path(directory: Path) -> Path:
    """Where the mark stands."""
    return directory / "high-water"


def make_mark(directory: Path, note: bytes) -> None:
    """Make the file, with its first mark in both slots."""
    write_durably(mark_path(directory), _padded(note) * 2)
    sync_directory(directory)


def read_mark(directory: Path, verifier: Verifier) -> Checkpoint:
    """The mark; FileNotFoundError or BadNote if there is none that the key signed."""
    slots = _slots(mark_path(directory).read_bytes(), verifier)
    return max((kept for kept in slots if kept), key=lambda kept: kept.size)


def _slots(data: bytes, verifier: Verifier) -> list[Checkpoint | None]:
    """What each slot holds; BadNote if neither holds a mark."""
    slots = [_slot(data[:_SLOT], verifier), _slot(data[_SLOT:], verifier)]
    if not any(slots):
        raise BadNote("the high-water mark is damaged")
    return slots


def _slot(data: bytes, verifier: Verifier) -> Checkpoint | None:
    try:
        return open_checkpoint(data.rstrip(b"\0"), verifier)
    except BadNote:
        return None  # broken off while it was written: the other slot holds the mark before


def _padded(note: bytes) -> bytes:
    return note.ljust(_SLOT, b"\0")
