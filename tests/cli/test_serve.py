"""The server starts on what is there, says where it is, and says why it cannot."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

SERVE = (sys.executable, "-m", "kurultai.cli.main", "serve")


@pytest.fixture
def data(turkpa: Path, tmp_path: Path) -> Path:
    shutil.copytree(turkpa, tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def server(data: Path) -> Iterator["subprocess.Popen[str]"]:
    environment = {name: value for name, value in os.environ.items() if "KURULTAI" not in name}
    command = (*SERVE, "--data", str(data), "--port", "0")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as started:
        yield started
        started.terminate()


def test_it_serves_an_existing_record_and_says_where(server: "subprocess.Popen[str]") -> None:
    assert server.stdout is not None
    address = server.stdout.readline().split()[1]
    with urllib.request.urlopen(f"{address}health") as answer:  # noqa: S310 - our own server
        assert answer.read().startswith(b"ok ")
    with urllib.request.urlopen(f"{address}meetings/defence-2?lang=tr") as answer:  # noqa: S310
        assert answer.headers["Content-Language"] == "tr"
    with urllib.request.urlopen(f"{address}static/site.css") as answer:  # noqa: S310
        assert answer.headers["Content-Type"].startswith("text/css")


def test_without_a_record_it_says_how_to_make_one(tmp_path: Path) -> None:
    said = subprocess.run(
        (*SERVE, "--data", str(tmp_path)), capture_output=True, text=True, check=False
    )
    assert (said.returncode, "kurultai load" in said.stderr) == (1, True)


def test_where_another_listens_it_asks_for_another_port(data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        command = (*SERVE, "--data", str(data), "--port", str(other.getsockname()[1]))
        said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (said.returncode, "Address already in use" in said.stderr) == (1, True)


def test_a_port_that_there_is_not_is_named(data: Path) -> None:
    command = (*SERVE, "--data", str(data), "--port", "99999")
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (said.returncode, "Traceback" in said.stderr) == (1, False)
    assert said.stderr.startswith("Cannot serve at 127.0.0.1, port 99999: ")


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_it_ends_well_and_leaves_all_in_one_file(
    server: "subprocess.Popen[str]", data: Path, stop: signal.Signals
) -> None:
    assert server.stdout is not None
    server.stdout.readline()
    server.send_signal(stop)
    assert server.wait() == 0
    log = data / "record.db-wal"
    assert not log.exists() or log.stat().st_size == 0


def test_accounts_are_for_their_owner_only_wherever_they_lie(data: Path) -> None:
    (data / "site.db").unlink(missing_ok=True)
    data.chmod(0o755)
    command = (*SERVE, "--data", str(data), "--port", "0")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as started:
        assert started.stdout is not None
        started.stdout.readline()
        assert (data / "site.db").stat().st_mode & 0o077 == 0
        started.terminate()


def test_it_answers_to_the_names_it_was_given_and_says_which_setting_gives_them(
    data: Path,
) -> None:
    environment = {**os.environ, "KURULTAI_HOSTS": "one.example, two.example"}
    command = (*SERVE, "--data", str(data), "--port", "0")
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        address = started.stdout.readline().split()[1]
        for name in ("one.example", "two.example"):
            asked = urllib.request.Request(f"{address}health", headers={"Host": name})  # noqa: S310
            with urllib.request.urlopen(asked) as answer:  # noqa: S310 - our own server
                assert answer.status == 200
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(address)  # noqa: S310
        with refused.value as answer:
            assert (answer.code, b"KURULTAI_HOSTS" in answer.read()) == (400, True)
        started.terminate()
        assert started.stderr.read() == ""


def test_a_record_that_is_being_written_is_left_alone(
    server: "subprocess.Popen[str]", data: Path
) -> None:
    assert server.stdout is not None
    server.stdout.readline()  # it has opened the record
    said = subprocess.run(
        (*SERVE, "--data", str(data), "--port", "0"), capture_output=True, text=True, check=False
    )
    assert said.returncode == 1
    assert said.stderr.startswith("Another process writes the record")
