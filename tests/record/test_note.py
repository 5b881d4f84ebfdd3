"""Notes and checkpoints against examples that others signed."""

import base64

import pytest

from kurultai.record.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from kurultai.record.note import BadNote, Signer, read_signer, read_verifier
from kurultai.record.tree import EMPTY_ROOT

# The example in the documentation of golang.org/x/mod/sumdb/note.
GO_KEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
GO_VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_TEXT = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
GO_NOTE = (
    f"{GO_TEXT}\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6"
    "KE6RyyBwJnAM=\n"
).encode()


def test_we_sign_what_go_signs() -> None:
    assert read_signer(GO_KEY).sign(GO_TEXT) == GO_NOTE


def test_we_open_what_go_signed() -> None:
    assert read_verifier(GO_VKEY).open(GO_NOTE) == GO_TEXT


def test_keys_are_written_as_go_writes_them() -> None:
    assert read_signer(GO_KEY).encode() == GO_KEY
    assert str(read_signer(GO_KEY).verifier) == GO_VKEY
    assert str(read_verifier(GO_VKEY)) == GO_VKEY


def test_no_changed_byte_of_a_note_passes() -> None:
    verifier = read_verifier(GO_VKEY)
    for at in range(len(GO_NOTE)):
        changed = bytearray(GO_NOTE)
        changed[at] ^= 1 << at % 8
        with pytest.raises(BadNote):
            verifier.open(bytes(changed))


@pytest.mark.parametrize("text", ["", "a+b", GO_VKEY[:-4], GO_VKEY.replace("c7", "c8"), GO_KEY])
def test_what_is_no_verifier_key_is_refused(text: str) -> None:
    with pytest.raises(BadNote):
        read_verifier(text)


@pytest.mark.parametrize("text", ["", GO_VKEY, GO_KEY[:-4], GO_KEY.replace("c7", "c8")])
def test_what_is_no_signing_key_is_refused(text: str) -> None:
    with pytest.raises(BadNote):
        read_signer(text)


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\nb"])
def test_a_name_that_a_note_cannot_carry_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="a name"):
        Signer.generate(name)


def test_a_signing_key_shows_nothing_when_it_is_printed() -> None:
    signer = read_signer(GO_KEY)
    assert signer.private.hex() not in repr(signer)
    assert repr(signer.private) not in repr(signer)


def test_a_checkpoint_is_three_lines_and_a_signature() -> None:
    signer = Signer.generate("example.org/record/1")
    note = sign_checkpoint(Checkpoint("example.org/record/1", 0, EMPTY_ROOT), signer)
    assert note.decode().split("\n")[:4] == [
        "example.org/record/1",
        "0",
        base64.b64encode(EMPTY_ROOT).decode(),
        "",
    ]
    assert open_checkpoint(note, signer.verifier).size == 0


@pytest.mark.parametrize(
    "text", ["a\n1\n", "a\n01\nAA==\n", "a\nx\nAA==\n", "a\n1\nA\n", "a\n1\nAA==\n\n"]
)
def test_a_signed_text_that_is_no_checkpoint_is_refused(text: str) -> None:
    signer = Signer.generate("a")
    with pytest.raises(BadNote):
        open_checkpoint(signer.sign(text), signer.verifier)
