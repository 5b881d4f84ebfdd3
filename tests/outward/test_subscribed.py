"""Programs that others wrote subscribe to the calendars over HTTP and see what changed.

vdirsyncer fetches, khal reads what it fetched. vdirsyncer names what it takes from an address by
a digest of its content, whatever UID it has there; so that the UID stays is shown by khal's own
import, which knows an entry by it.
"""

import os
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from kurultai.handle import House
from kurultai.procedure import commands as c
from tests.conftest import Site
from tests.outward.rfc5545 import faults, read
from tests.outward.served import served
from tests.outward.test_calendars import CLERK, _circulate, _convene

BIN = Path(sys.executable).parent
VDIRSYNCER = """
[general]
status_path = "{here}/status"
[pair assembly]
a = "kept"
b = "served"
collections = null
conflict_resolution = "b wins"
[storage kept]
type = "filesystem"
path = "{here}/kept"
fileext = ".ics"
[storage served]
type = "http"
url = "{url}"
"""
KHAL = """
[calendars]
[[assembly]]
path = {here}/{calendar}
[sqlite]
path = {here}/khal-{calendar}.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Asia/Baku
default_timezone = Asia/Baku
[default]
default_calendar = assembly
"""


class Machine:
    """A delegate's machine with both programs on it."""

    def __init__(self, here: Path) -> None:
        for folder in ("kept", "own"):
            (here / folder).mkdir()
            config = KHAL.format(here=here, calendar=folder)
            (here / f"khal-{folder}.conf").write_text(config, encoding="utf-8")
        self.here = here
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("KURULTAI")},
            "HOME": str(here),
            "XDG_DATA_HOME": str(here),
            "XDG_CACHE_HOME": str(here),
        }

    def subscribe(self, url: str) -> None:
        config = VDIRSYNCER.format(here=self.here, url=url)
        (self.here / "vdirsyncer.conf").write_text(config, encoding="utf-8")
        self._vdirsyncer("discover")

    def sync(self) -> None:
        self._vdirsyncer("sync", "--force-delete")

    def listed(self, calendar: str, day: str) -> str:
        """What khal shows on that day."""
        return self._khal(
            calendar, "list", "--notstarted", "--format", "{start} {title}", day, "1d"
        )

    def take_in(self, file: Path) -> None:
        self._khal("own", "import", "--batch", str(file))

    def _khal(self, calendar: str, *more: str) -> str:
        config = str(self.here / f"khal-{calendar}.conf")
        return self._run(BIN / "khal", "--no-color", "-c", config, *more)

    def _vdirsyncer(self, *more: str) -> str:
        return self._run(BIN / "vdirsyncer", "-c", str(self.here / "vdirsyncer.conf"), *more)

    def _run(self, *command: object) -> str:
        done = subprocess.run(
            [*map(str, command)],
            capture_output=True,
            text=True,
            env=self.environment,
            input="",
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    for program in ("khal", "vdirsyncer"):
        if not (BIN / program).exists():
            missing = f"{program} is not installed; ./test installs it"
            (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    (tmp_path / "machine").mkdir()
    return Machine(tmp_path / "machine")


def _fetched(url: str) -> bytes:
    with urlopen(url, timeout=30) as answer:  # noqa: S310 - our own server
        raw: bytes = answer.read()
    assert faults(raw) == []
    return raw


def _sequences(raws: list[bytes]) -> list[int]:
    return [int(e.value("SEQUENCE")) for r in raws for e in read(r).parts if e.kind == "VEVENT"]


def _move(house: House) -> None:
    place = {"en": "Astana"}
    move = c.MoveMeeting(id="sub", meeting="meeting:defence-3", when="2027-04-05", place=place)
    house.submit(CLERK, move).result()


def test_a_subscriber_sees_a_meeting_move(site: Site, machine: Machine) -> None:
    _convene(site.house)
    with served() as base:
        machine.subscribe(f"{base}/series/defence/calendar.ics")
        machine.sync()
        assert "3rd" in machine.listed("kept", "2027-03-01")
        before = _kept(machine)
        _move(site.house)
        machine.sync()
        after = _kept(machine)
    assert "3rd" not in machine.listed("kept", "2027-03-01")
    assert "3rd" in machine.listed("kept", "2027-04-05")
    assert len(after) == len(before) == 3
    assert max(_sequences(after)) == max(_sequences(before))  # of those held
    assert sorted(_sequences(after)) > sorted(_sequences(before))


def _kept(machine: Machine) -> list[bytes]:
    return [file.read_bytes() + b"\r\n" for file in (machine.here / "kept").glob("*.ics")]


def test_a_calendar_taken_in_again_changes_the_entry_that_is_there(
    site: Site, machine: Machine
) -> None:
    _convene(site.house)
    file = machine.here / "meeting.ics"
    copies = []
    with served() as base:
        for change in (lambda _: None, _move):
            change(site.house)
            copies.append(_fetched(f"{base}/meetings/defence-3.ics"))
            file.write_bytes(copies[-1])
            machine.take_in(file)
    ((was,), (now,)) = ([e for e in read(raw).parts if e.kind == "VEVENT"] for raw in copies)
    assert was.value("UID") == now.value("UID")
    assert int(now.value("SEQUENCE")) > int(was.value("SEQUENCE"))
    assert len(list((machine.here / "own").glob("*.ics"))) == 1
    assert "3rd" not in machine.listed("own", "2027-03-01")
    assert "3rd" in machine.listed("own", "2027-04-05")


def test_an_instant_is_shown_at_the_right_time_wherever_one_is(
    site: Site, machine: Machine
) -> None:
    _circulate(site.house)
    config = machine.here / "khal-kept.conf"
    with served() as base:
        machine.subscribe(f"{base}/deadlines.ics")
        machine.sync()
    assert "2027-02-01 15:30" in machine.listed("kept", "2027-02-01")
    words = config.read_text(encoding="utf-8")
    there = words.replace("local_timezone = Asia/Baku", "local_timezone = Europe/Budapest")
    config.write_text(there, encoding="utf-8")
    assert "2027-02-01 12:30" in machine.listed("kept", "2027-02-01")
