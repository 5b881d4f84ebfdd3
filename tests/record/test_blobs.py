"""Files beside the record."""

import hashlib
import stat
from pathlib import Path

import pytest

from kurultai.record.blobs import blob_path, keep_blob, write_durably


def test_a_file_stands_under_the_digest_of_its_bytes(tmp_path: Path) -> None:
    name = keep_blob(tmp_path, b"bytes")
    assert name == hashlib.sha256(b"bytes").hexdigest()
    assert blob_path(tmp_path, name) == tmp_path / "blobs" / name[:2] / name
    assert blob_path(tmp_path, name).read_bytes() == b"bytes"
    assert stat.S_IMODE(blob_path(tmp_path, name).stat().st_mode) == 0o600


def test_a_file_is_kept_once(tmp_path: Path) -> None:
    name = keep_blob(tmp_path, b"bytes")
    before = blob_path(tmp_path, name).stat().st_mtime_ns
    assert keep_blob(tmp_path, b"bytes") == name
    assert blob_path(tmp_path, name).stat().st_mtime_ns == before


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n"])
def test_what_is_no_name_of_a_file_leads_nowhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not the SHA-256"):
        blob_path(tmp_path, name)


def test_a_file_that_cannot_be_put_in_place_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_durably(tmp_path / "taken", b"bytes")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
