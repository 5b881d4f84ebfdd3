"""What the host itself signed and yet should not have: the key is no excuse."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kurultai.record.blobs import keep_blob
from kurultai.record.checkpoint import Checkpoint, sign_checkpoint
from kurultai.record.codec import Head, canonical, commitment, entry_of, payload_of
from kurultai.record.database import enter, make_database
from kurultai.record.highwater import make_mark
from kurultai.record.keys import make_keys
from kurultai.record.stored import Opening
from kurultai.record.tree import Frontier, leaf_hash
from kurultai.record.verify import verify

from .conftest import ORIGIN

AT = "2026-11-25T08:00:00.000000Z"
SALT = b"s" * 32
HEAD = {
    "stream": "meeting:one",
    "version": 1,
    "kind": "Said",
    "actor": "person:1",
    "audience": "public",
    "command": "c",
    "on": "2026-11-25",
}
Sign = Callable[..., list[str]]


@pytest.fixture
def faults(tmp_path: Path) -> Sign:
    """Sign one act of these bytes, and say what is found wrong."""

    def signed(
        head: bytes = canonical(HEAD),
        body: bytes = b"{}",
        entry: bytes = b"",
        stored: Opening | None = None,
    ) -> list[str]:
        signer = make_keys(tmp_path, ORIGIN)
        entry = entry or entry_of(AT, commitment(SALT, head), commitment(SALT, body))
        opening = stored or Opening(SALT, head, SALT, body)
        root = Frontier().append(leaf_hash(entry)).root()
        note = sign_checkpoint(Checkpoint(ORIGIN, 1, root), signer)
        make_mark(tmp_path, note)
        as_read = Head("meeting:one", 1, "Said", "person:1", "public", "c", "2026-11-25")

        def fill(db: sqlite3.Connection) -> None:
            enter(db, Frontier(), entry, as_read, opening)

        make_database(tmp_path, note, fill).close()
        return [str(fault) for fault in verify(tmp_path).faults]

    return signed


def test_what_is_well_formed_has_no_fault(faults: Sign) -> None:
    assert faults() == []


def test_a_head_in_another_form_is_named(faults: Sign) -> None:
    assert faults(head=canonical(HEAD) + b" ") == ["act 1: the head is not in the canonical form"]


def test_a_head_that_is_none_is_named(faults: Sign) -> None:
    assert faults(head=b"{}") == ["act 1: the head is none: Object missing required field `stream`"]


def test_a_head_with_more_than_a_head_has_is_named(faults: Sign) -> None:
    (fault,) = faults(head=canonical({**HEAD, "more": 1}))
    assert fault.startswith("act 1: the head is none: ")


def test_a_version_out_of_turn_is_named(faults: Sign) -> None:
    assert faults(head=canonical({**HEAD, "version": 2})) == [
        "act 1: its stream, version or command is not what its head says",
        "act 1: version 2 of meeting:one is out of turn",
    ]


@pytest.mark.parametrize("body", [b'{"a": 1}', b'{"a":1.5}', b'{"a":9007199254740992}'])
def test_a_body_in_another_form_is_named(faults: Sign, body: bytes) -> None:
    assert faults(body=body) == ["act 1: the body is not in the canonical form"]


def test_a_body_that_is_none_is_named(faults: Sign) -> None:
    (fault,) = faults(body=b"[]")
    assert fault.startswith("act 1: the body is none: ")


def test_a_file_that_is_missing_or_other_is_named(faults: Sign, tmp_path: Path) -> None:
    name = keep_blob(tmp_path, b"bytes")
    (tmp_path / "blobs" / name[:2] / name).write_bytes(b"other")
    body = payload_of({"file": {"blob": name}, "another": {"blob": "0" * 64}})
    assert faults(body=body) == [
        f"act 1: the file {name} has other bytes",
        f"act 1: the file {'0' * 64} is missing",
    ]


@pytest.mark.parametrize(
    "entry",
    [
        b"{}",
        b'{"at":"2026-11-25T08:00:00Z","body":"","head":"","v":1}',
        entry_of(AT, "A" * 43 + "=", "A" * 42 + "B=")[:-2] + b"2}",
        b" " + entry_of(AT, "A" * 43 + "=", "A" * 43 + "="),
    ],
)
def test_an_entry_in_another_form_is_named(faults: Sign, entry: bytes) -> None:
    assert faults(entry=entry) == ["act 1: the entry is not in the canonical form"]


@pytest.mark.parametrize(
    "stored",
    [
        Opening(None, canonical(HEAD), SALT, b"{}"),
        Opening(SALT, None, SALT, b"{}"),
        Opening(SALT[:31], canonical(HEAD), SALT, b"{}"),
    ],
)
def test_a_salt_without_its_head_and_a_head_without_its_salt_are_named(
    faults: Sign, stored: Opening
) -> None:
    assert faults(stored=stored) == ["act 1: the head lacks its salt, or the salt its head"]
