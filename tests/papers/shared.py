"""Papers of others, beside the repository; what reads them is skipped where they are absent."""

import os
import tarfile
from functools import cache
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("KURULTAI_SHARED", Path(__file__).parents[3] / "shared"))


def shared(path: str) -> Path:
    """A file or folder of the shared material."""
    found = SHARED / "data" / path
    if not found.exists():
        pytest.skip(f"{found} is not here")
    return found


@cache
def resolutions() -> tuple[tuple[str, str], ...]:
    """The Security Council's resolutions: name and text."""
    with tarfile.open(shared("unsc_texts_gold_902.tar.gz")) as archive:
        return tuple(
            (member.name, _text(archive, member))
            for member in sorted(archive.getmembers(), key=lambda member: member.name)
            if member.isfile() and member.name.endswith(".txt")
        )


def _text(archive: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    stored = archive.extractfile(member)
    return stored.read().decode() if stored else ""
