"""The house: one command at a time, decided, recorded and shown, or nothing of it."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from kurultai.gate import meetings, record, register
from kurultai.gate.clause import NotFound
from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.refusal import Refused
from kurultai.record.sqlite import Record
from kurultai.record.writer import NotDurable
from tests.conftest import noon

CLERK = "person:office-secretariat"
EN = {"en": "Words"}
OPEN = c.OpenMeeting(id="c1", meeting="meeting:plenary-15")


def position_of(house: House) -> int:
    with house.viewing(None, "en") as viewer:
        return viewer.position


def test_a_command_is_recorded_with_who_gave_it_and_when(house: House) -> None:
    before = position_of(house)
    with house.viewing(CLERK, "en") as viewer:
        assert house.handle(viewer, OPEN) == before + 1
    with house.viewing(None, "en") as viewer:
        act = record.act(viewer, before + 1)
    assert (act.kind, act.actor, act.on, act.stream) == (
        "MeetingOpened",
        CLERK,
        "2026-11-25",
        "meeting:plenary-15",
    )
    assert act.at == "2026-11-25T08:00:00.000000Z"


def test_the_same_form_sent_twice_is_answered_and_recorded_once(house: House) -> None:
    before = position_of(house)
    with house.viewing(CLERK, "en") as viewer:
        assert [house.handle(viewer, OPEN) for _ in range(2)] == [before + 1] * 2
        with pytest.raises(Refused, match=r"meeting\.not_to_be_opened"):
            house.handle(viewer, replace(OPEN, id="c2"))


def test_a_refused_command_leaves_no_trace(house: House) -> None:
    before = position_of(house)
    with house.viewing(CLERK, "en") as viewer, pytest.raises(Refused):
        house.handle(viewer, c.RenameAssembly(id="c1", names={}))
    assert position_of(house) == before
    with house.viewing(CLERK, "en") as viewer:
        assert house.handle(viewer, c.RenameAssembly(id="c1", names=EN)) == before + 1


def test_what_is_submitted_together_is_recorded_together(house: House) -> None:
    close = c.CloseMeeting(id="c2", meeting="meeting:plenary-15")
    commands: list[c.Command] = [OPEN, close]
    assert house.submit_all("test", commands).result() == position_of(house)
    with house.viewing(None, "en") as viewer:
        assert meetings.meeting_row(viewer, "meeting:plenary-15").state == "closed"


def test_if_one_of_them_is_refused_none_is_recorded_and_nothing_is_remembered(
    house: House,
) -> None:
    before = position_of(house)
    with pytest.raises(Refused, match=r"meeting\.not_to_be_opened"):
        house.submit_all("test", [OPEN, replace(OPEN, id="c2")]).result()
    assert position_of(house) == before
    assert house.submit("test", OPEN).result() == before + 1


def test_the_day_is_that_of_the_assembly(tmp_path: Path, house: House) -> None:
    assert house.today() == "2026-11-25"
    Record.create(tmp_path / "empty", "kurultai/empty", noon).close()
    empty = House(tmp_path / "empty", noon)
    assert empty.today() == "2026-11-25"
    with empty.viewing(None, "en") as viewer, pytest.raises(NotFound):
        register.assembly(viewer)
    empty.close()


@pytest.mark.parametrize(
    "name",
    ["document:aaaa", "commitment:x", "assembly", "nonsense", "meeting", "meeting:", ":", ""],
)
def test_a_name_of_another_kind_is_no_meeting(house: House, name: str) -> None:
    with pytest.raises(Refused, match=r"meeting\.unknown"):
        house.submit("test", c.OpenMeeting(id="c1", meeting=name)).result()


def test_a_closed_house_records_nothing(house: House) -> None:
    house.close()
    with pytest.raises(NotDurable):
        house.submit("test", OPEN)


def test_a_command_that_was_recorded_is_known_by_its_id(house: House) -> None:
    assert house.answered("c1") is None
    position = house.submit("test", OPEN).result()
    assert house.answered("c1") == position


def test_a_file_is_kept_under_its_digest(house: House) -> None:
    kept = house.keep(b"as adopted")
    assert kept == hashlib.sha256(b"as adopted").hexdigest()
    assert house.keep(b"as adopted") == kept
