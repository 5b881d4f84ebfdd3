"""Whenever we die or the disk fails: what was acknowledged is there, and nothing is half there.

Killing a process proves nothing about power: the kernel keeps what it was given. That every
acknowledged act was synced before is seen at the system calls.
"""

import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kurultai.record.sqlite import NoRecord, Record
from kurultai.record.verify import verify

WORKER = Path(__file__).parent / "worker.py"
WRITES = ("pwrite64", "fdatasync", "fsync", "ftruncate", "rename", "unlink", "mkdir")
Need = Callable[[str], str]


def worker(*arguments: object) -> list[str]:
    return [sys.executable, str(WORKER), *map(str, arguments)]


def strace(inject: str, *arguments: object) -> list[str]:
    calls = inject.partition(":")[0]
    options = ["-f", "-qq", "-o", "/dev/null", "-e", f"trace={calls}"]
    return ["strace", *options, "-e", f"inject={inject}", *worker(*arguments)]


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def acknowledged(output: str) -> dict[str, int]:
    """Each command that was acknowledged, and the position told."""
    return {
        command: int(position)
        for command, position in re.findall(r"^([\w.]+) (\d+)$", output, re.MULTILINE)
    }


def check(data: Path, told: dict[str, int]) -> int:
    """How many acts there are, if all that was told is there and nothing is half there."""
    assert verify(data).faults == ()
    record = Record.open(data)
    by_command = Counter(act.command for act in record.acts())
    assert {command: record.results_of(command) for command in told} == told
    assert set(by_command.values()) <= {2}
    size = record.size
    record.close()
    assert verify(data).faults == ()
    return size


def reading(data: Path) -> sqlite3.Connection:
    db = sqlite3.connect(f"file:{data}/record.db?mode=ro", uri=True)
    db.execute("SELECT count(*) FROM entry").fetchone()
    return db


@pytest.fixture
def data(tmp_path: Path) -> Path:
    run(worker("create", tmp_path / "data"))
    return tmp_path / "data"


def test_a_killed_process_loses_nothing_it_acknowledged(data: Path) -> None:
    told: dict[str, int] = {}
    chance = random.Random(1)  # noqa: S311
    for round_number in range(10):
        process = subprocess.Popen(
            worker("write", data, round_number, 1_000_000, 8), stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        with process:
            heard = [process.stdout.readline()]  # it has begun
            timer = threading.Timer(chance.uniform(0.02, 0.2), process.kill)
            timer.start()
            heard += process.stdout.readlines()
        timer.join()
        told |= acknowledged("".join(line for line in heard if line.endswith("\n")))
        assert check(data, told) >= 2 * len(told)
    assert len(told) > 100


def test_dying_at_any_call_while_a_record_is_made_leaves_none_or_all_of_it(
    need: Need, tmp_path: Path
) -> None:
    need("strace")
    calls = ",".join(WRITES)
    for when in range(1, 200):
        data = tmp_path / str(when)
        done = run(strace(f"{calls}:signal=SIGKILL:when={when}", "create", data))
        if done.returncode == 0:
            break
        assert done.stdout == "" or (data / "record.db").exists()
        try:
            assert check(data, {}) == 0
        except (NoRecord, FileNotFoundError):
            assert done.stdout == ""
        except AssertionError:
            with pytest.raises(NoRecord):
                Record.open(data)
    assert 10 < when < 199


@pytest.mark.parametrize("call", ["pwrite64", "fdatasync"])
def test_dying_at_any_call_of_a_commit_loses_nothing_acknowledged(
    need: Need, data: Path, tmp_path: Path, call: str
) -> None:
    need("strace")
    outcomes = set()
    for when in range(1, 200):
        copy = shutil.copytree(data, tmp_path / str(when))
        # Calls are counted by thread. Somebody reads, so that the thread that opens makes none.
        with closing(reading(copy)):
            done = run(strace(f"{call}:signal=SIGKILL:when={when}", "write", copy, "run", 3, 1))
        told = acknowledged(done.stdout)
        size = check(copy, told)
        assert size in (2 * len(told), 2 * len(told) + 2)
        outcomes.add((len(told), size))
        if done.returncode == 0:
            break
    # Nothing acknowledged and all of it; and some died durable before they could say so.
    assert {(0, 0), (0, 2), (3, 6)} <= outcomes
    assert when > 5


def test_an_act_is_synced_before_it_is_acknowledged(need: Need, data: Path, tmp_path: Path) -> None:
    need("strace")
    log = tmp_path / "calls"
    options = ["-f", "-qq", "-y", "-o", str(log), "-e", "trace=pwrite64,fdatasync,write"]
    subprocess.run(
        ["strace", *options, *worker("write", data, "run", 3, 1)], check=True, capture_output=True
    )
    seen: list[str] = []
    for line in log.read_text(encoding="utf-8").splitlines():
        for what, sign in (
            ("record.db-wal>, ", "written"),
            ("record.db-wal>)", "synced"),
            ("high-water>)", "marked"),
            ('"run.', "told"),
        ):
            if what in line and seen[-1:] != [sign]:
                seen.append(sign)
    assert seen[: seen.index("told")][-3:] == ["written", "synced", "marked"]
    assert seen.count("told") == 3
    assert seen.count("marked") == 3


@pytest.mark.parametrize("call", ["fdatasync", "pwrite64"])
def test_after_a_failing_disk_nothing_more_is_written(
    need: Need, data: Path, tmp_path: Path, call: str
) -> None:
    need("strace")
    # The second sync is SQLite's of the directory, over whose failure it passes; opening did it.
    for when in range(1, 7) if call == "pwrite64" else (1, 3, 4, 5, 6):
        copy = shutil.copytree(data, tmp_path / str(when))
        with closing(reading(copy)):
            done = run(strace(f"{call}:error=EIO:when={when}", "write", copy, "run", 6, 1))
        told = acknowledged(done.stdout)
        refused = done.stdout.splitlines()[len(told) :]
        assert len(told) < 6
        assert all(line.startswith("! ") for line in refused)
        assert "Writing has stopped" in refused[-1]
        assert check(copy, told) in (2 * len(told), 2 * len(told) + 2)


def test_a_full_disk_refuses_and_loses_nothing_and_works_again_with_room(
    need: Need, tmp_path: Path
) -> None:
    mounts = [need("unshare"), "--mount"]
    if os.geteuid() != 0:
        mounts += ["--user", "--map-root-user"]
    if run([*mounts, "mount", "-t", "tmpfs", "tmpfs", str(tmp_path)]).returncode != 0:
        pytest.skip("no small disk can be mounted here")
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        [*mounts, *worker("fill", tmp_path)],
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    told = acknowledged(done.stdout)
    kept = re.findall(r"^kept ([\w.]+) (\d+)$", done.stdout, re.MULTILINE)
    assert "refused 20, then 0" in done.stdout
    assert {command: int(position) for command, position in kept} == told
    assert sum(command.startswith("a.") for command in told) > 50
    assert sum(command.startswith("b.") for command in told) == 400
