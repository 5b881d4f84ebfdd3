"""What many tests stand on: TURKPA's example, loaded once and copied for each test."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kurultai.cli.folder_read import read_folder
from kurultai.cli.load import load
from kurultai.handle import House

EXAMPLES = Path(__file__).parents[1] / "examples"


def noon() -> datetime:
    """The moment at which every test takes place: some months after the third meeting was due."""
    return datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def turkpa(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of TURKPA's example, not to be changed."""
    data = tmp_path_factory.mktemp("turkpa") / "data"
    load(read_folder(EXAMPLES / "turkpa"), data, noon)
    return data


@pytest.fixture
def house(turkpa: Path, tmp_path: Path) -> Iterator[House]:
    """A house of its own for the test, with TURKPA's example in it."""
    shutil.copytree(turkpa, tmp_path / "data")
    opened = House(tmp_path / "data", noon)
    yield opened
    opened.close()
