"""The minutes put right: the act stays, and what is right stands beside it."""

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from tests.procedure.minutes import Minutes
from tests.procedure.sitting.rules import HERE

WORDS = {"en": "Azerbaijan spoke, not Türkiye.", "tr": ""}
RIGHT = c.CorrectMinute(**HERE, id="c", position=12, words=WORDS)


def test_what_is_right_stands_beside_what_was_entered(sitting: Minutes) -> None:
    sitting.knowing(stream="meeting:defence-3")
    kept = {"en": "Azerbaijan spoke, not Türkiye."}
    assert sitting.when(RIGHT) == [a.MinuteCorrected(12, kept)]


def test_minutes_are_put_right_after_the_meeting_too(sitting: Minutes) -> None:
    sitting.then(c.CloseMeeting(**HERE, id="x"))
    assert sitting.when(RIGHT)


def test_before_it_is_opened_a_meeting_has_no_minutes(convened: Minutes) -> None:
    assert convened.refusal(RIGHT) == "meeting.not_open"


@pytest.mark.parametrize("stream", ["meeting:defence-2", "register", ""])
def test_only_an_act_of_this_meeting_is_put_right(sitting: Minutes, stream: str) -> None:
    sitting.knowing(stream=stream)
    assert sitting.refused(RIGHT).facts == {"position": "12"}


def test_acts_are_numbered_from_one_and_a_correction_has_words(sitting: Minutes) -> None:
    before = c.CorrectMinute(**HERE, id="c", position=0, words=WORDS)
    assert sitting.refusal(before) == "minutes.not_of_meeting"
    mute = c.CorrectMinute(**HERE, id="c", position=1, words={"en": " "})
    assert sitting.refusal(mute) == "words.missing"
