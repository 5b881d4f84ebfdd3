"""Codec: the one sequence of bytes for each act, and the digests that commit to it.

A log entry shows when an act was recorded and two digests, nothing else. The act's head and body
are two payloads, each committed to under a salt of its own: whoever lacks a payload learns only
that there is one, and a payload that must be erased can go while the tree still verifies.
"""

import binascii
import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec

from kurultai.record.act import Act, Json

SALT_SIZE = 32  # bytes
PAYLOAD_LIMIT = 1 << 20  # bytes, head or body; larger matter is a file beside the record
DEPTH_LIMIT = 64
_LARGEST_INT = 2**53 - 1  # RFC 7493: beyond it readers disagree about the number
_COMMIT = b"kurultai/commit/v1\0"


class Unencodable(ValueError):  # noqa: N818 - an answer, as Refused is
    """The value has no canonical bytes."""


class TooLarge(ValueError):  # noqa: N818
    """The payload is over PAYLOAD_LIMIT."""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the log shows of an act: the data of its leaf."""

    at: str
    head: str  # base64 of 32 bytes
    body: str
    v: int


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of an act but its body and when it was recorded."""

    stream: str
    version: int
    kind: str
    actor: str
    audience: str
    command: str
    on: str


_entry = msgspec.json.Decoder(Entry)
_head = msgspec.json.Decoder(Head)
_body: msgspec.json.Decoder[dict[str, Json]] = msgspec.json.Decoder(dict[str, Any])


def canonical(value: object) -> bytes:
    """JSON with sorted keys and no spaces, in UTF-8 without escapes; Unencodable if there is none.

    Keys sort by code point. Only a quotation mark, a backslash and what is below U+0020 are
    escaped. Floats, whole numbers beyond 2^53-1 and lone surrogates are refused.
    """
    _check(value, 0)
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise Unencodable(f"not a text: {error}") from error


def _check(value: object, depth: int) -> None:
    if depth > DEPTH_LIMIT:
        raise Unencodable(f"nested deeper than {DEPTH_LIMIT}")
    match value:
        case None | bool() | str():
            return
        case int():
            if abs(value) > _LARGEST_INT:
                raise Unencodable(f"{value} is beyond 2^53-1")
        case list() | tuple():
            for item in value:
                _check(item, depth + 1)
        case dict():
            for key, item in value.items():
                if not isinstance(key, str):
                    raise Unencodable(f"a key must be a string: {key!r}")
                _check(item, depth + 1)
        case _:
            raise Unencodable(f"{type(value).__name__} has no canonical form: {value!r}")


def is_canonical(payload: bytes) -> bool:
    """True if the payload is the canonical form of what it says."""
    try:
        value = _anything.decode(payload)
        # Only where a number or the depth may be over the limit is the slow way needed to tell.
        long = _SIXTEEN_DIGITS in payload.translate(_DIGITS_ALIKE)
        if long or payload.count(b"[") + payload.count(b"{") > DEPTH_LIMIT:
            return canonical(value) == payload
        return _sorted.encode(value) == payload
    except ValueError:
        return False


def is_canonical_head(head: Head, payload: bytes) -> bool:
    """True if the payload is the canonical form of the head read from it."""
    return head.version <= _LARGEST_INT and _sorted.encode(head) == payload


def _no_float(text: str) -> None:
    raise ValueError(f"{text} is no whole number")


_anything = msgspec.json.Decoder(float_hook=_no_float)
_sorted = msgspec.json.Encoder(order="sorted")
_DIGITS_ALIKE = bytes(ord("0") if chr(byte).isdecimal() else byte for byte in range(256))
_SIXTEEN_DIGITS = b"0" * len(str(_LARGEST_INT))


def payload_of(value: object) -> bytes:
    """A head or body in canonical bytes; Unencodable or TooLarge."""
    payload = canonical(value)
    if len(payload) > PAYLOAD_LIMIT:
        raise TooLarge(f"{len(payload)} bytes; an act's body may have {PAYLOAD_LIMIT}")
    return payload


def commitment(salt: bytes, payload: bytes) -> str:
    """The salted digest of a payload as it stands in the entry, in base64.

    Without the salt a short payload could be found by trying; with it the digest tells nothing.
    """
    return commitment_bytes(salt, payload).decode()


def commitment_bytes(salt: bytes, payload: bytes) -> bytes:
    """The commitment as the entry's bytes hold it."""
    return binascii.b2a_base64(hashlib.sha256(_COMMIT + salt + payload).digest(), newline=False)


def entry_of(at: str, head: str, body: str) -> bytes:
    """The log entry for two commitments."""
    return canonical({"at": at, "body": body, "head": head, "v": 1})


def time_of(moment: datetime) -> str:
    """A moment in UTC with six decimals: 2025-04-15T09:00:00.000000Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def read_entry(entry: bytes) -> Entry:
    """The parts of a log entry; msgspec.DecodeError if it has another shape."""
    return _entry.decode(entry)


def read_head(payload: bytes) -> Head:
    """The parts of an act's head; msgspec.DecodeError if it has another shape."""
    return _head.decode(payload)


def read_body(payload: bytes) -> dict[str, Json]:
    """An act's body; msgspec.DecodeError if it is no object."""
    return _body.decode(payload)


def read_act(position: int, entry: bytes, head: bytes, body: bytes) -> Act:
    """An act from its stored bytes."""
    h = read_head(head)
    return Act(
        position,
        read_entry(entry).at,
        h.stream,
        h.version,
        h.kind,
        h.actor,
        h.audience,
        h.command,
        h.on,
        read_body(body),
    )


def files_in(value: Json) -> Iterator[str]:
    """The SHA-256 of each file a body refers to: every ``{"blob": "<hex>"}`` in it."""
    match value:
        case list():
            for item in value:
                yield from files_in(item)
        case dict():
            for key, item in value.items():
                if key == "blob" and isinstance(item, str):
                    yield item
                else:
                    yield from files_in(item)
        case _:
            return
