"""The Go team's code, which knows nothing of ours, accepts our log and refuses a damaged one."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kurultai.record.export import export

from .conftest import Make

SOURCE = Path(__file__).parent / "tlogcheck" / "main.go"
GOCODE = Path("/usr/share/gocode")  # where Debian keeps golang.org/x/mod

Check = Callable[[Path], subprocess.CompletedProcess[str]]


@pytest.fixture
def check(need: Callable[[str], str], tmp_path: Path) -> Check:
    go = need("go")
    if not (GOCODE / "src/golang.org/x/mod/sumdb/tlog").is_dir():
        need("golang-golang-x-mod-dev")
    env = {
        **os.environ,
        "GO111MODULE": "off",
        "GOPATH": str(GOCODE),
        "GOFLAGS": "",
        "GOCACHE": str(Path.home() / ".cache" / "go-build"),
    }
    program = tmp_path / "tlogcheck"
    subprocess.run([go, "build", "-o", program, SOURCE], env=env, check=True)

    def run(copy: Path) -> subprocess.CompletedProcess[str]:
        vkey = (copy / "vkey").read_text(encoding="utf-8").strip()
        command = [str(program), str(copy), vkey]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    return run


def test_go_accepts_our_log_at_every_size_that_matters(
    check: Check, make: Make, tmp_path: Path
) -> None:
    for size in (0, 1, 2, 255, 256, 257, 513):
        export(make(f"data-{size}", size), tmp_path / f"copy-{size}")
        assert check(tmp_path / f"copy-{size}").stdout == f"{size} entries, as signed\n"


def test_go_refuses_every_damaged_byte(check: Check, make: Make, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    export(make("data", 3), copy)
    for name in ("checkpoint", "tile/0/000.p/3", "tile/entries/000.p/3"):
        whole = (copy / name).read_bytes()
        for at in range(0, len(whole), 3):
            damaged = bytearray(whole)
            damaged[at] ^= 1 << at % 8
            (copy / name).write_bytes(bytes(damaged))
            assert (name, at, check(copy).returncode) != (name, at, 0)
        (copy / name).write_bytes(whole)
    assert check(copy).returncode == 0
