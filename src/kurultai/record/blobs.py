"""Blobs: files beside the record, each under the SHA-256 of its bytes."""

import hashlib
import os
import re
import tempfile
from pathlib import Path

DRAFT = ".draft-"  # how the name of a file begins that is not yet whole
_NAME = re.compile(r"[0-9a-f]{64}")


def blob_path(directory: Path, name: str) -> Path:
    """Where the file of that name stands: blobs/ab/<hex>; ValueError unless it is such a name."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"not the SHA-256 of a file: {name!r}")
    return directory / "blobs" / name[:2] / name


def keep_blob(directory: Path, data: bytes) -> str:
    """Keep a file durably; its name, by which the body of an act may then refer to it.

    If we crash on the way, a file may stay that no act names: it harms nothing.
    """
    name = hashlib.sha256(data).hexdigest()
    path = blob_path(directory, name)
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_durably(path, data)
        for folder in (path.parent, path.parent.parent, directory):
            sync_directory(folder)
    return name


def write_durably(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all, whenever we crash; readable by us alone."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=DRAFT)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def sync_directory(directory: Path) -> None:
    """Make durable which names a directory holds."""
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
