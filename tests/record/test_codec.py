"""One sequence of bytes for each value, and one value for each sequence."""

import base64
import hashlib
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kurultai.record.act import Act, Json
from kurultai.record.codec import (
    DEPTH_LIMIT,
    PAYLOAD_LIMIT,
    TooLarge,
    Unencodable,
    canonical,
    commitment,
    entry_of,
    files_in,
    is_canonical,
    payload_of,
    read_act,
    read_body,
    time_of,
)

from .conftest import noon

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
WHOLE = st.integers(-(2**53) + 1, 2**53 - 1)
VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | WHOLE | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=10,
)
BODIES = st.dictionaries(TEXT, VALUES, max_size=4)


@given(BODIES)
def test_what_is_written_is_read_again(body: dict[str, Json]) -> None:
    assert read_body(payload_of(body)) == body


@given(BODIES)
@example({"n": 2**53 - 1, "m": -(2**53) + 1, "\x7f\u2028\U0001f54a": '\x00\x1f\b\f\n\r\t"\\/'})
def test_what_is_written_is_canonical(body: dict[str, Json]) -> None:
    assert is_canonical(canonical(body))


@given(BODIES, st.data())
def test_no_other_spelling_of_a_value_is_canonical(
    body: dict[str, Json], data: st.DataObject
) -> None:
    payload = canonical(body)
    at = data.draw(st.integers(0, len(payload) - 1))
    other = bytearray(payload)
    other[at] ^= 1 << data.draw(st.integers(0, 7))
    if is_canonical(bytes(other)):
        assert canonical(json.loads(bytes(other))) == bytes(other)
        assert json.loads(bytes(other)) != body


@pytest.mark.parametrize(
    "payload",
    [
        b'{"a": 1}',
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b'{"a":1.0}',
        b'{"a":1e2}',
        b'{"a":-0}',
        b'{"a":9007199254740992}',
        b'{"a":123456789012345678901234567890}',
        b'{"a":"\\u0041"}',
        b'{"a":"\\/"}',
        b'{"a":"\\u001F"}',
        b'{"a":"\xff"}',
        b'{"a":"\\ud800"}',
        b'{"a":1}\n',
        b"{",
        b"",
        b"[" * (DEPTH_LIMIT + 2) + b"]" * (DEPTH_LIMIT + 2),
    ],
)
def test_a_payload_in_another_form_is_not_canonical(payload: bytes) -> None:
    assert not is_canonical(payload)


@pytest.mark.parametrize(
    "value",
    [0.5, float("nan"), 2**53, -(2**53), "\ud800", {1: 2}, {"a": b"bytes"}, {"a": {1, 2}}],
)
def test_a_value_without_one_form_is_refused(value: object) -> None:
    with pytest.raises(Unencodable):
        canonical(value)


def test_a_value_nested_too_deep_is_refused() -> None:
    value: Json = None
    for _ in range(DEPTH_LIMIT + 1):
        value = [value]
    with pytest.raises(Unencodable, match="deeper"):
        canonical(value)


def test_a_body_over_the_limit_is_refused_and_one_at_the_limit_is_not() -> None:
    spare = len(canonical({"a": ""}))
    assert len(payload_of({"a": "x" * (PAYLOAD_LIMIT - spare)})) == PAYLOAD_LIMIT
    with pytest.raises(TooLarge):
        payload_of({"a": "x" * (PAYLOAD_LIMIT - spare + 1)})


def test_a_commitment_is_the_digest_of_its_name_its_salt_and_the_payload() -> None:
    digest = hashlib.sha256(b"kurultai/commit/v1\0" + b"s" * 32 + b"{}").digest()
    assert commitment(b"s" * 32, b"{}") == base64.b64encode(digest).decode()


def test_an_entry_shows_when_it_was_recorded_and_two_digests() -> None:
    entry = entry_of(time_of(noon()), head="aGVhZA==", body="Ym9keQ==")
    assert entry == (
        b'{"at":"2026-11-25T08:00:00.000000Z","body":"Ym9keQ==","head":"aGVhZA==","v":1}'
    )


def test_an_act_is_read_from_its_bytes() -> None:
    head = canonical(
        {
            "stream": "meeting:one",
            "version": 2,
            "kind": "Said",
            "actor": "person:1",
            "audience": "public",
            "command": "c",
            "on": "2025-04-15",
        }
    )
    entry = entry_of(time_of(noon()), head="", body="")
    assert read_act(7, entry, head, b'{"text":"x"}') == Act(
        position=7,
        at="2026-11-25T08:00:00.000000Z",
        stream="meeting:one",
        version=2,
        kind="Said",
        actor="person:1",
        audience="public",
        command="c",
        on="2025-04-15",
        body={"text": "x"},
    )


def test_every_file_that_a_body_names_is_found() -> None:
    body: Json = {"blob": "a", "deep": [{"blob": "b"}, {"more": {"blob": "c"}}], "x": "blob"}
    assert list(files_in(body)) == ["a", "b", "c"]
