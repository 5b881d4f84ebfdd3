"""Note: text signed by Ed25519 as C2SP signed-note (signature type 0x01) lays it out."""

import base64
import binascii
import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_ED25519 = b"\1"
_SIZE_LIMIT = 1 << 20  # bytes of a note
_DASH = "\N{EM DASH}"
_SECRET = "PRIVATE+KEY"  # noqa: S105 - how the Go tools begin a signing key


class BadNote(ValueError):  # noqa: N818
    """The note or key is malformed, or the signature is not the key's."""


@dataclass(frozen=True, slots=True)
class Verifier:
    """A name and the public key that signs under it."""

    name: str
    public: bytes  # 32

    def __str__(self) -> str:
        """The verifier key: name, key id and key, joined by plus signs."""
        return f"{self.name}+{self.key_id.hex()}+{_b64(_ED25519 + self.public)}"

    @property
    def key_id(self) -> bytes:
        """Four bytes by which a signature line finds its key."""
        hashed = hashlib.sha256(self.name.encode() + b"\n" + _ED25519 + self.public)
        return hashed.digest()[:4]

    def open(self, note: bytes) -> str:
        """The text of a note; BadNote unless it is ours, in the one form in which we sign."""
        text, lines = _parse(note)
        for name, key_id, signature in lines:
            if (name, key_id) == (self.name, self.key_id):
                self._check(signature, text)
                return text
        raise BadNote(f"not signed by {self.name}")

    def _check(self, signature: bytes, text: str) -> None:
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except InvalidSignature as error:
            raise BadNote(f"the signature is not by the key of {self.name}") from error


@dataclass(frozen=True, slots=True, repr=False)
class Signer:
    """A name and the private key that signs under it; it has no repr, so that none is logged."""

    name: str
    private: bytes  # 32

    @classmethod
    def generate(cls, name: str) -> "Signer":
        """A new key; ValueError if a note cannot carry the name."""
        if not name or "+" in name or any(c.isspace() or c < " " for c in name):
            raise ValueError(f"a name without spaces and plus signs is needed, not {name!r}")
        return cls(name, Ed25519PrivateKey.generate().private_bytes_raw())

    @property
    def verifier(self) -> Verifier:
        """What others need to check the signatures."""
        key = Ed25519PrivateKey.from_private_bytes(self.private)
        return Verifier(self.name, key.public_key().public_bytes_raw())

    def encode(self) -> str:
        """The key as it stands in a file, in the form of Go's sumdb/note."""
        key_id = self.verifier.key_id.hex()
        return f"{_SECRET}+{self.name}+{key_id}+{_b64(_ED25519 + self.private)}"

    def sign(self, text: str) -> bytes:
        """The note of a text that ends in a newline."""
        signature = Ed25519PrivateKey.from_private_bytes(self.private).sign(text.encode())
        line = f"{_DASH} {self.name} {_b64(self.verifier.key_id + signature)}\n"
        return f"{text}\n{line}".encode()


def read_verifier(text: str) -> Verifier:
    """The verifier key written in the text; BadNote if it is none."""
    name, key_id, key = _fields(text, 3)
    verifier = Verifier(name, key)
    if verifier.key_id.hex() != key_id:
        raise BadNote(f"the verifier key of {name} does not match its id")
    return verifier


def read_signer(text: str) -> Signer:
    """The signing key written in the text; BadNote if it is none."""
    if not text.startswith(_SECRET + "+"):
        raise BadNote("not a signing key")
    name, key_id, key = _fields(text.removeprefix(_SECRET + "+"), 3)
    signer = Signer(name, key)
    if signer.verifier.key_id.hex() != key_id:
        raise BadNote(f"the signing key of {name} does not match its id")
    return signer


def _fields(text: str, count: int) -> tuple[str, str, bytes]:
    """Name, key id and 32 bytes of key."""
    fields = text.split("+", count - 1)
    if len(fields) != count:
        raise BadNote("not a key")
    key = _unb64(fields[2])
    if key[:1] != _ED25519 or len(key) != 33:  # noqa: PLR2004 - a type byte and 32 of key
        raise BadNote("not an Ed25519 key")
    return fields[0], fields[1], key[1:]


def _parse(note: bytes) -> tuple[str, list[tuple[str, bytes, bytes]]]:
    """The text, and (name, key id, signature) for each line below it."""
    if len(note) > _SIZE_LIMIT:
        raise BadNote("the note is too long")
    try:
        text, blank, signatures = note.decode().rpartition("\n\n")
    except UnicodeDecodeError as error:
        raise BadNote("the note is not UTF-8") from error
    if not blank or not signatures.endswith("\n"):
        raise BadNote("the note has no signatures")
    return text + "\n", [_line(line) for line in signatures[:-1].split("\n")]


def _line(line: str) -> tuple[str, bytes, bytes]:
    parts = line.split(" ")
    if len(parts) != 3 or parts[0] != _DASH:  # noqa: PLR2004 - dash, name, signature
        raise BadNote("malformed signature line")
    signature = _unb64(parts[2])
    return parts[1], signature[:4], signature[4:]


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _unb64(text: str) -> bytes:
    """Strict: a text that encodes the same bytes in another way is refused."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadNote("malformed base64") from error
    if _b64(data) != text:
        raise BadNote("base64 in another than the canonical form")
    return data
