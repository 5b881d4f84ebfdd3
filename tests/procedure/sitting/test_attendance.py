"""Attendance: who comes and goes, and whether the quorum is there since then."""

from typing import Any

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from tests.procedure.minutes import Minutes
from tests.procedure.sitting.rules import (
    AZ,
    HERE,
    KG,
    KZ,
    MAJORITY,
    QUORUM,
    TR,
    announce,
    attendance,
    position,
    put,
)

ELECTING = """
[[quorum]]
part = "chairs_meeting"
from = "2008-11-21"
kind = "fraction_of_entitled"
fraction = "1/1"
purposes = ["elect", "important"]
confidence = "?"
"""


@pytest.fixture
def counted(sitting: Minutes) -> Minutes:
    """More than half of the four delegations make a quorum; all are there."""
    return sitting.governed(MAJORITY, QUORUM)


def quorum(acts: list[a.ActBody]) -> dict[str, Any]:
    (changed,) = acts
    assert isinstance(changed, a.AttendanceChanged)
    return changed.quorum


def result(acts: list[a.ActBody]) -> str:
    decided = acts[0]
    assert isinstance(decided, a.QuestionDecided)
    return str(decided.finding["result"])


def test_a_delegation_leaves_and_comes_back_with_another_number(sitting: Minutes) -> None:
    assert sitting.then(attendance(AZ, present=False)) == [a.AttendanceChanged(AZ, False)]
    assert sitting.meeting.present == (KG, KZ, TR)
    assert sitting.then(attendance(AZ, members=3)) == [a.AttendanceChanged(AZ, True, 3)]
    assert sitting.meeting.members[AZ] == 3


def test_what_changes_nothing_is_not_minuted(sitting: Minutes) -> None:
    assert sitting.refusal(attendance(AZ, members=2)) == "attendance.unchanged"
    assert sitting.refusal(attendance("party:hu", present=False)) == "attendance.unchanged"


def test_only_a_party_of_the_register_is_there_and_never_with_less_than_nobody(
    sitting: Minutes,
) -> None:
    assert sitting.refusal(attendance("party:x")) == "register.party_unknown"
    assert sitting.refusal(attendance(AZ, members=-1)) == "meeting.members_negative"


def test_the_quorum_is_found_with_every_change(counted: Minutes) -> None:
    first = quorum(counted.then(attendance(AZ, present=False)))
    assert (first["reached"], first["needed"], first["have"]) == (True, 3, 3)
    second = quorum(counted.then(attendance(KG, present=False)))
    assert (second["reached"], second["missing"]) == (False, (AZ, KG))
    assert quorum(counted.then(attendance(AZ, members=1)))["reached"]


def test_an_observer_makes_no_quorum(counted: Minutes) -> None:
    assert quorum(counted.then(attendance("party:hu")))["have"] == 4


def test_each_purpose_that_has_a_quorum_of_its_own_is_reckoned_too(sitting: Minutes) -> None:
    sitting.governed(MAJORITY, QUORUM, ELECTING)
    found = quorum(sitting.then(attendance(AZ, present=False)))
    assert found["reached"]
    assert {p: of["reached"] for p, of in found["purposes"].items()} == {
        "elect": False,
        "important": False,
    }


def test_without_a_rule_nothing_is_found(sitting: Minutes) -> None:
    assert quorum(sitting.then(attendance(AZ, present=False))) == {}


def test_a_meeting_entered_after_the_fact_asks_for_no_quorum(counted: Minutes) -> None:
    convened = a.MeetingConvened(
        "meeting:defence-3", "series:defence", 3, "2026-05-20", {}, None, {}, (),
        after_the_fact=True,
    )  # fmt: skip
    counted.given(convened, a.MeetingOpened())
    assert quorum(counted.then(attendance(AZ))) == {}


def test_a_vote_fails_if_too_many_have_left_and_succeeds_when_they_are_back(
    counted: Minutes,
) -> None:
    for name in ("first", "second"):
        counted.then(put(name, rule="motion"))
    counted.then(attendance(AZ, present=False))
    counted.then(attendance(KG, present=False))
    counted.then(position("first", KZ, "yes"))
    assert result(counted.then(announce("first"))) == "no_quorum"
    counted.then(attendance(KG))
    counted.then(position("second", KZ, "yes"))
    assert result(counted.then(announce("second"))) == "adopted"


def test_a_rule_asks_for_the_quorum_of_its_purpose(sitting: Minutes) -> None:
    important = MAJORITY.replace('"motion"', '"important"') + 'purpose = "important"'
    sitting.governed(MAJORITY, QUORUM, ELECTING, important)
    sitting.then(attendance(AZ, present=False))
    for rule, found in (("motion", "adopted"), ("important", "no_quorum")):
        sitting.then(put(rule, rule=rule))
        sitting.then(position(rule, KZ, "yes"))
        assert result(sitting.then(announce(rule))) == found


def test_a_roll_call_may_have_a_quorum_of_its_own(sitting: Minutes) -> None:
    every = ELECTING.replace('"elect", "important"', '"roll_call"')
    sitting.governed(MAJORITY, QUORUM, every)
    sitting.then(attendance(AZ, present=False))
    for method, found in (("roll_call", "no_quorum"), ("open", "adopted")):
        sitting.then(put(method, method, rule="motion", seed="7"))
        sitting.then(position(method, KZ, "yes"))
        assert result(sitting.then(announce(method))) == found


def test_a_vote_that_was_given_is_not_lost_by_leaving(counted: Minutes) -> None:
    counted.then(put("q"))
    for party in (AZ, KG, KZ, TR):
        counted.then(position("q", party, "yes"))
    counted.then(attendance(AZ, present=False))
    assert counted.refusal(position("q", AZ, "no")) == "vote.not_present"
    assert result(counted.then(announce("q"))) == "adopted"


def test_attendance_may_be_taken_of_all_at_once(counted: Minutes) -> None:
    take = c.TakeAttendance(**HERE, id="a", present=(a.Presence(AZ, 2), a.Presence(KZ)))
    (taken,) = counted.then(take)
    assert isinstance(taken, a.AttendanceTaken)
    assert taken.quorum["reached"] is False
