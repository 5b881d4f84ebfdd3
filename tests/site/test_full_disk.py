"""On a disk that is full: nothing entered is lost, and all goes on once there is room."""

import os
import secrets
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kurultai.procedure import commands as c
from tests.conftest import Site
from tests.site.filling import filled, read_form
from tests.site.prepared import OFFICER, THIRD, convene, size

STATEMENTS = "/meetings/defence-3/statements/new"


@pytest.fixture
def small(
    turkpa: Path, tmp_path: Path, accounts: Callable[[str], Any]
) -> Iterator[tuple[Site, Path]]:
    """The site over a house on a disk of six megabytes, and where that disk is."""
    from django.test import override_settings

    from kurultai.site.house import house

    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root can make a small disk")
    try:
        shutil.copytree(turkpa, disk / "data")
        with override_settings(DATA=disk / "data", ALLOWED_HOSTS=["testserver"]):
            house.cache_clear()
            opened = house()
            yield Site(opened, accounts), disk
            opened.close()
            house.cache_clear()
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_what_was_entered_is_given_back_and_taken_when_there_is_room(
    small: tuple[Site, Path],
) -> None:
    site, disk = small
    convene(site.house)
    site.house.submit(OFFICER, c.OpenMeeting(id="open", meeting=THIRD)).result()
    browser = site.browser(OFFICER)
    entered = filled(browser, STATEMENTS, speaker__en="The host", summary__en="Welcome. " * 2000)
    answer = browser.post(STATEMENTS, entered)
    while answer.status_code == 303:
        entered["command_id"] = [secrets.token_hex(16)]
        before = size(site.house)
        answer = browser.post(STATEMENTS, entered)
    assert answer.status_code == 503
    assert read_form(answer).values["summary-en"] == ["Welcome. " * 2000]
    assert size(site.house) == before
    assert browser.get("/meetings/defence-3").status_code == 200

    subprocess.run(["mount", "-o", "remount,size=60m", str(disk)], check=True)
    assert browser.post(STATEMENTS, entered).status_code == 303
    assert size(site.house) == before + 1
