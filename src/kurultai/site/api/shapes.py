"""What every answer says beside what was asked for: up to where the record was read."""

from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")


class One(msgspec.Struct, Generic[T], frozen=True):
    """One thing, as it was at that position of the record."""

    position: int
    data: T


class Listing(msgspec.Struct, Generic[T], frozen=True):
    """A part of a list, which has ``total`` entries that are open to whoever asks."""

    position: int
    total: int
    offset: int
    data: tuple[T, ...]
