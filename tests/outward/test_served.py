"""A server that runs sends what is due by itself, and stops when it is told to."""

import os
import queue
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kurultai.followers import hooks, outbox
from kurultai.followers.addresses import set_address
from kurultai.followers.outbox import Letter
from tests.outward.listener import listener
from tests.outward.mailbox import mailbox

SERVE = (sys.executable, "-m", "kurultai.cli.main", "serve")
PERSON = "person:office-az-coordinator"


class Heard(queue.Queue[Any]):
    """What arrives, to be waited for."""

    def append(self, arrived: object) -> None:
        self.put(arrived)


def environment(**more: str) -> dict[str, str]:
    return {**{k: v for k, v in os.environ.items() if "KURULTAI" not in k}, **more}


def test_letters_and_calls_go_out_while_it_serves(turkpa: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(turkpa, data)
    set_address(data, PERSON, "amina@parliament.example")
    letter = Letter("reminder", PERSON, "party:az", "az", "Xatırlatma", "Daxil olun.")
    with mailbox() as mail, listener() as other:
        mail.letters = arrived = Heard()  # type: ignore[assignment]
        other.heard = called = Heard()  # type: ignore[assignment]
        hooks.make(data, other.url, "https://assembly.example", ("TextAdopted",), "", 0)
        told = environment(KURULTAI_SMTP=mail.url, KURULTAI_HOOKS_LOCAL="1")
        command = (*SERVE, "--data", str(data), "--port", "0")
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=told) as server:
            assert server.stdout is not None
            server.stdout.readline()
            outbox.put(data, letter, approved_by="person:office-secretariat")
            assert b"amina@parliament.example" in arrived.get(timeout=60)
            assert called.get(timeout=60)
            server.send_signal(signal.SIGTERM)
            assert server.wait(timeout=60) == 0
    assert [kept.state for kept in outbox.letters(data)] == ["sent"]
    (hook,) = hooks.hooks(data)
    assert hook.trouble == ""
    assert {call.status for call in hooks.calls(data, hook.id)} == {204}


@pytest.mark.parametrize("server", ["mail.example", "http://mail.example"])
def test_a_mail_server_that_is_not_understood_is_told_at_the_start(
    turkpa: Path, tmp_path: Path, server: str
) -> None:
    shutil.copytree(turkpa, tmp_path / "data")
    said = subprocess.run(
        (*SERVE, "--data", str(tmp_path / "data"), "--port", "0"),
        capture_output=True,
        text=True,
        check=False,
        env=environment(KURULTAI_SMTP=server),
    )
    assert (said.returncode, "KURULTAI_SMTP" in said.stderr) == (1, True)
