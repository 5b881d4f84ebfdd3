"""A small record of acts that mean nothing: the record knows nothing of parliaments."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kurultai.record.act import Draft
from kurultai.record.blobs import keep_blob
from kurultai.record.sqlite import Record

ORIGIN = "example.org/record/1"


def noon() -> datetime:
    return datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


def said(text: str, stream: str = "meeting:one", audience: str = "public") -> Draft:
    return Draft(stream, "Said", audience, "2026-11-25", {"text": text})


def put(record: Record, *drafts: Draft, command: str) -> int:
    """Record acts under one checkpoint, as the writer does."""
    record.begin()
    with record.attempt():
        position = record.append(drafts, actor="person:1", command=command)[-1].position
    note = record.commit()
    assert note is not None
    record.raise_mark(note)
    return position


Make = Callable[[str, int], Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Makes a data directory with so many acts, two to a checkpoint, and one file."""

    def made(name: str, acts: int) -> Path:
        record = Record.create(tmp_path / name, ORIGIN, noon)
        blob = keep_blob(record.directory, b"a file beside the record")
        for number in range(0, acts, 2):
            attached = Draft(
                "meeting:two", "Attached", "members", "2026-11", {"file": {"blob": blob}}
            )
            pair = (said(f'the "{number}"th\nİğdır – Қ'), attached)[: acts - number]
            put(record, *pair, command=f"command-{number}")
        record.close()
        return tmp_path / name

    return made


@pytest.fixture
def data(make: Make) -> Path:
    """A data directory with four acts."""
    return make("data", 4)
