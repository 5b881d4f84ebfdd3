"""Checkpoint: the signed head of the record, as C2SP tlog-checkpoint lays it out."""

import base64
import binascii
from dataclasses import dataclass

from kurultai.record.note import BadNote, Signer, Verifier


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How many entries the record of that origin has, and their root."""

    origin: str
    size: int
    root: bytes  # 32

    def text(self) -> str:
        """The three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


def sign_checkpoint(checkpoint: Checkpoint, signer: Signer) -> bytes:
    """The checkpoint as a signed note."""
    return signer.sign(checkpoint.text())


def open_checkpoint(note: bytes, verifier: Verifier) -> Checkpoint:
    """The checkpoint in a note; BadNote unless the key signed exactly this."""
    return read_checkpoint(verifier.open(note))


def read_checkpoint(text: str) -> Checkpoint:
    """The checkpoint in a text whose signature has been checked; BadNote if it is none."""
    lines = text.split("\n")
    try:
        checkpoint = Checkpoint(lines[0], int(lines[1]), base64.b64decode(lines[2], validate=True))
    except (IndexError, ValueError, binascii.Error) as error:
        raise BadNote("not a checkpoint") from error
    if checkpoint.text() != text:
        raise BadNote("a checkpoint in another than the canonical form")
    return checkpoint
