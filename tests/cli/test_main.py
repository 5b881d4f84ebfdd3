"""What every command has in common: how it ends, and that it ends in words."""

import subprocess
import sys
from pathlib import Path

import pytest

from kurultai.cli.main import main

Output = pytest.CaptureFixture[str]


def test_a_command_that_there_is_not_is_answered_with_those_there_are(capsys: Output) -> None:
    assert main(["verfy"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("kurultai: no such command: verfy\n")
    assert "  verify " in said


@pytest.mark.parametrize(
    "command", [("serve", "--port", "0"), ("doctor",), ("rebuild",), ("rebuild", "--swap")]
)
def test_what_the_machine_does_not_allow_is_said_in_a_line(
    command: tuple[str, ...], capsys: Output
) -> None:
    assert main([*command, "--data", "x" * 300]) == 2
    assert "File name too long" in capsys.readouterr().err


@pytest.mark.parametrize("command", [("export", "copy"), ("rebuild",), ("rebuild", "--swap")])
def test_where_there_is_no_record_nothing_is_done(
    command: tuple[str, ...], tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([*command, "--data", str(tmp_path)]) == 2
    assert f"There is no record in {tmp_path}" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_who_reads_only_the_first_line_is_not_told_of_a_fault(turkpa: Path) -> None:
    verify = (sys.executable, "-m", "kurultai.cli.main", "verify", str(turkpa))
    with subprocess.Popen(verify, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.close()
        assert started.stderr.read() == b""
        assert started.wait() == 141
