"""Act: something that happened, before and after it is on the record."""

from dataclasses import dataclass

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]  # no floats: 0.1 has no bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """An act decided and not yet recorded; ``on`` is when it happened, not when it is recorded."""

    stream: str
    kind: str
    audience: str
    on: str
    body: dict[str, Json]


@dataclass(frozen=True, slots=True)
class Act:
    """An act as recorded.

    ``position`` counts from 1 over the whole record (its index in the log is one less),
    ``version`` from 1 within its stream. ``at`` is when it was recorded: RFC 3339, UTC, six
    decimals, ``Z``. ``command`` is what the act follows from, so that a repeated request is known.
    """

    position: int
    at: str
    stream: str
    version: int
    kind: str
    actor: str
    audience: str
    command: str
    on: str
    body: dict[str, Json]
