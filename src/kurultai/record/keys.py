"""Keys: the record's signing key and the key by which others check what it signed.

Both stand in the folder ``keys`` of the data directory, in the form of Go's sumdb/note. Whoever
holds the signing key can sign another history; an export never holds it.
"""

from pathlib import Path

from kurultai.record.blobs import sync_directory, write_durably
from kurultai.record.note import Signer, Verifier, read_signer, read_verifier


def key_path(directory: Path) -> Path:
    """Where the signing key stands: readable by its owner alone."""
    return directory / "keys" / "record.key"


def vkey_path(directory: Path) -> Path:
    """Where the verifier key stands: for everyone."""
    return directory / "keys" / "record.vkey"


def make_keys(directory: Path, origin: str) -> Signer:
    """A new key that signs under that origin; ValueError if a note cannot carry the name."""
    signer = Signer.generate(origin)
    keep_keys(directory, signer)
    return signer


def keep_keys(directory: Path, signer: Signer) -> None:
    """Keep a signing key and its verifier key durably."""
    folder = key_path(directory).parent
    folder.mkdir(mode=0o700, exist_ok=True)
    keep_verifier(directory, signer.verifier)
    write_durably(key_path(directory), f"{signer.encode()}\n".encode())
    sync_directory(folder)
    sync_directory(directory)


def keep_verifier(directory: Path, verifier: Verifier) -> None:
    """Keep a verifier key durably."""
    path = vkey_path(directory)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    write_durably(path, f"{verifier}\n".encode())
    path.chmod(0o644)
    sync_directory(path.parent)


def read_key(path: Path) -> Signer:
    """The signing key in a file; FileNotFoundError or BadNote if there is none."""
    return read_signer(path.read_text(encoding="utf-8").strip())


def read_vkey(path: Path) -> Verifier:
    """The verifier key in a file; FileNotFoundError or BadNote if there is none."""
    return read_verifier(path.read_text(encoding="utf-8").strip())
