"""The item before the house, and the sitting suspended and resumed."""

from dataclasses import replace

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from tests.procedure.minutes import Minutes
from tests.procedure.sitting.rules import AZ, EN, HERE, announce, attendance, position, put

SUSPEND = c.SuspendSitting(**HERE, id="s", reason={"en": "Lunch", "tr": " "})
RESUME = c.ResumeSitting(**HERE, id="r")


def taking(item: str) -> c.TakeItem:
    return c.TakeItem(**HERE, id="t", item=item)


@pytest.fixture
def agenda(sitting: Minutes) -> Minutes:
    """The agenda has two items."""
    items = (a.AgendaItem("item:1", EN, "core"), a.AgendaItem("item:2", EN, "core"))
    return sitting.given(a.AgendaIssued(1, "adopted", items))


def test_items_are_taken_up_one_after_another_or_left(agenda: Minutes) -> None:
    for item in ("item:1", "item:2", ""):
        assert agenda.then(taking(item)) == [a.ItemTaken(item)]
        assert agenda.meeting.sitting.item == item
        assert agenda.refusal(taking(item)) == "sitting.item_taken"
    assert agenda.refusal(taking("item:3")) == "meeting.item_unknown"


def test_a_sitting_begins_when_the_meeting_is_opened(convened: Minutes) -> None:
    assert convened.refusal(taking("")) == "meeting.not_open"
    assert Minutes().refusal(taking("")) == "meeting.unknown"


def test_a_sitting_is_suspended_and_resumed(sitting: Minutes) -> None:
    assert sitting.refusal(RESUME) == "sitting.not_suspended"
    assert sitting.then(SUSPEND) == [a.SittingSuspended("", {"en": "Lunch"})]
    assert sitting.then(RESUME) == [a.SittingResumed()]
    assert not sitting.meeting.sitting.suspended


def test_a_suspension_ends_the_speech_that_is_made(sitting: Minutes) -> None:
    sitting.then(c.RequestFloor(**HERE, id="q", party=AZ, kind="point_of_order"))
    sitting.then(c.GiveFloor(**HERE, id="g"))
    ended, _ = sitting.then(SUSPEND)
    assert ended == a.FloorEnded(new_id("request", "q"))


def test_a_suspension_may_say_until_when(sitting: Minutes) -> None:
    sitting.at("2026-05-20T12:00Z")
    until = c.SuspendSitting(**HERE, id="s", until="2026-05-20T14:00:59Z")
    assert sitting.when(until) == [a.SittingSuspended("2026-05-20T14:00Z")]
    over = c.SuspendSitting(**HERE, id="s", until="2026-05-20T11:59Z")
    assert sitting.refusal(over) == "sitting.until_past"
    noon = c.SuspendSitting(**HERE, id="s", until="noon")
    assert sitting.refusal(noon) == "act.instant"


@pytest.mark.parametrize(
    "command",
    [
        SUSPEND,
        c.RequestFloor(**HERE, id="q", party=AZ, kind="point_of_order"),
        c.MoveMotion(**HERE, id="q", party=AZ, kind="close_debate"),
        put("other"),
        position("open", AZ, "yes"),
        announce("open"),
    ],
)
def test_while_it_is_suspended_nothing_is_decided(sitting: Minutes, command: c.Command) -> None:
    sitting.then(put("open"))
    sitting.then(SUSPEND)
    assert sitting.refusal(command) == "sitting.suspended"
    sitting.then(RESUME)
    assert sitting.when(command)


def test_while_it_is_suspended_delegations_come_and_go(sitting: Minutes) -> None:
    sitting.then(SUSPEND)
    assert sitting.then(attendance(AZ, present=False))


def test_a_meeting_that_is_closed_ends_the_speech_that_is_made(sitting: Minutes) -> None:
    sitting.then(c.RequestFloor(**HERE, id="q", party=AZ, kind="point_of_order"))
    sitting.then(c.GiveFloor(**HERE, id="g"))
    ended, closed = sitting.then(c.CloseMeeting(**HERE, id="c"))
    assert ended == a.FloorEnded(new_id("request", "q"))
    assert isinstance(closed, a.MeetingClosed)
    assert sitting.refusal(SUSPEND) == "meeting.not_open"


def test_a_vote_that_is_closed_is_announced_before_the_meeting_closes(sitting: Minutes) -> None:
    sitting.then(put("q"))
    sitting.then(c.CloseVoting(**HERE, id="v", decision=new_id("decision", "q")))
    assert sitting.refusal(c.CloseMeeting(**HERE, id="c")) == "meeting.question_pending"


def test_what_happens_in_the_room_is_seen_by_all_who_may_see_the_meeting(agenda: Minutes) -> None:
    for asked in ("public", "members", "party:az"):
        (taken,) = agenda.acted(replace(taking("item:1"), audience=asked))
        assert taken.audience == agenda.meeting.audience
