"""Motions in a sitting: moved, seconded, ruled on, put in their order, and what they lead to."""

from typing import Any

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from tests.procedure.minutes import MEMBERS, UNITS, Minutes
from tests.procedure.sitting.rules import (
    AZ,
    EN,
    HERE,
    KG,
    KZ,
    MAJORITY,
    MOTIONS,
    announce,
    decision,
    position,
    put,
)


def moving(kind: str, party: str = AZ, name: str = "") -> c.MoveMotion:
    return c.MoveMotion(**HERE, id=name or kind, kind=kind, party=party)


def motion(name: str) -> str:
    return new_id("motion", name)


def seconding(name: str, party: str) -> c.SecondMotion:
    return c.SecondMotion(**HERE, id="s", motion=motion(name), party=party)


def ruling(name: str, said: str = "in_order", **parts: Any) -> c.RuleOnMotion:  # noqa: ANN401 - parts of a command
    return c.RuleOnMotion(**HERE, id="r", motion=motion(name), ruling=said, **parts)


def putting(name: str, **parts: Any) -> c.PutQuestion:  # noqa: ANN401 - parts of a command
    return put(name, motion=motion(name), **parts)


@pytest.fixture
def debate(sitting: Minutes) -> Minutes:
    """A debate on the first item, its list open; a motion to close it needs a seconder."""
    sitting.governed(MAJORITY, MOTIONS)
    sitting.given(a.AgendaIssued(1, "adopted", (a.AgendaItem("item:1", EN, "core"),)))
    sitting.then(c.TakeItem(**HERE, id="i", item="item:1"))
    sitting.then(c.OpenSpeakersList(**HERE, id="l"))
    return sitting


def carried(minutes: Minutes, name: str, choice: str = "yes") -> list[a.ActBody]:
    """What follows when the motion is put and a delegation says so."""
    minutes.then(ruling(name))
    minutes.then(putting(name))
    minutes.then(position(name, AZ, choice))
    return minutes.then(announce(name))[1:]


def test_a_motion_is_moved_in_the_name_of_a_delegation(debate: Minutes) -> None:
    moved = debate.then(moving("close_debate"))
    assert moved == [a.MotionMoved(motion("close_debate"), "close_debate", AZ, {}, 1)]


def test_a_motion_is_one_of_the_rulebook_and_moved_by_who_may_propose(debate: Minutes) -> None:
    refused = debate.refused(moving("close_debat"))
    assert (refused.rule, refused.facts["known"]) == ("motion.unknown", "close_debate")
    assert debate.refusal(moving("close_debate", "party:hu")) == "motion.may_not_move"


def test_where_the_rules_name_no_motions_the_usual_ones_are_known(sitting: Minutes) -> None:
    for kind in ("suspend_meeting", "adjourn_meeting", "adjourn_debate", "close_debate"):
        assert sitting.then(moving(kind)) == [a.MotionMoved(motion(kind), kind, AZ)]
    assert sitting.refusal(moving("dilatory")) == "motion.unknown"


def test_the_same_motion_is_not_moved_twice_while_it_is_pending(debate: Minutes) -> None:
    debate.then(moving("adjourn_debate"))
    assert debate.refusal(moving("adjourn_debate", KG, "again")) == "motion.pending"
    debate.then(ruling("adjourn_debate"))
    debate.then(putting("adjourn_debate"))
    assert debate.refusal(moving("adjourn_debate", KG, "again")) == "motion.pending"
    debate.then(announce("adjourn_debate"))
    assert debate.when(moving("adjourn_debate", KG, "again"))


def test_a_motion_is_seconded_by_others_once_each(debate: Minutes) -> None:
    debate.then(moving("close_debate"))
    assert debate.refusal(seconding("close_debate", AZ)) == "motion.own"
    assert debate.refusal(seconding("close_debate", "party:hu")) == "motion.may_not_move"
    seconded = debate.then(seconding("close_debate", KG))
    assert seconded == [a.MotionSeconded(motion("close_debate"), KG)]
    assert debate.refusal(seconding("close_debate", KG)) == "motion.seconded_already"
    assert debate.refusal(seconding("nothing", KG)) == "motion.none"


def test_the_chair_rules_and_says_why(debate: Minutes) -> None:
    debate.then(moving("close_debate"))
    assert debate.refusal(ruling("close_debate", "silly")) == "motion.ruling_unknown"
    debate.then(ruling("close_debate"))
    assert debate.refusal(ruling("close_debate")) == "motion.ruled_already"
    out = debate.then(ruling("close_debate", "out_of_order", reason=EN))
    assert out == [a.MotionRuled(motion("close_debate"), "out_of_order", EN)]
    for command in (
        ruling("close_debate"),
        seconding("close_debate", KG),
        putting("close_debate"),
    ):
        assert debate.refusal(command) == "motion.settled"
    assert debate.when(moving("close_debate", KG, "again"))


def test_a_motion_is_put_when_it_is_in_order_and_seconded(debate: Minutes) -> None:
    debate.then(moving("close_debate"))
    assert debate.refusal(putting("close_debate")) == "motion.unruled"
    debate.then(ruling("close_debate"))
    refused = debate.refused(putting("close_debate"))
    assert (refused.rule, refused.facts) == ("motion.seconders_missing", {"missing": "1"})
    debate.then(seconding("close_debate", KG))
    (question,) = debate.then(putting("close_debate"))
    assert isinstance(question, a.QuestionPut)
    assert (question.motion, question.rule) == (motion("close_debate"), "chairs_meeting.motion")
    assert debate.refusal(putting("close_debate")) == "motion.settled"


def test_another_rule_may_be_asked_for(debate: Minutes) -> None:
    debate.then(moving("suspend_meeting"))
    debate.then(ruling("suspend_meeting"))
    (question,) = debate.when(putting("suspend_meeting", rule="default"))
    assert isinstance(question, a.QuestionPut)
    assert question.rule == "chairs_meeting.default"


def test_without_a_rule_of_its_own_a_motion_is_decided_like_all_else(sitting: Minutes) -> None:
    sitting.then(moving("suspend_meeting"))
    sitting.then(ruling("suspend_meeting"))
    (question,) = sitting.when(putting("suspend_meeting"))
    assert isinstance(question, a.QuestionPut)
    assert question.rule == "chairs_meeting.default"


def test_a_motion_goes_before_those_of_lower_rank(debate: Minutes) -> None:
    for kind in ("adjourn_debate", "suspend_meeting"):
        debate.then(moving(kind))
        debate.then(ruling(kind))
    refused = debate.refused(putting("adjourn_debate"))
    assert (refused.rule, refused.facts) == ("motion.out_of_turn", {"next": "suspend_meeting"})
    (departing,) = debate.when(putting("adjourn_debate", departure=EN))
    assert isinstance(departing, a.QuestionPut)
    assert departing.departure == EN
    debate.then(putting("suspend_meeting"))
    assert debate.when(putting("adjourn_debate"))


def test_what_the_chair_has_not_ruled_on_goes_before_nothing(debate: Minutes) -> None:
    for kind in ("adjourn_debate", "suspend_meeting"):
        debate.then(moving(kind))
    debate.then(ruling("adjourn_debate"))
    assert debate.when(putting("adjourn_debate"))


def test_a_motion_is_put_by_itself(debate: Minutes) -> None:
    debate.given(
        a.DocumentTabled("document:rec", "report", "", EN, (), None, None, ("en",)),
        a.VersionDistributed("en", "authentic", UNITS),
    )
    debate.then(moving("suspend_meeting"))
    debate.then(ruling("suspend_meeting"))
    with_text = putting("suspend_meeting", document="document:rec")
    assert debate.refusal(with_text) == "motion.by_itself"


def test_a_suspension_that_is_adopted_suspends_the_sitting(debate: Minutes) -> None:
    debate.then(c.RequestFloor(**HERE, id="q", party=KZ))
    debate.then(c.GiveFloor(**HERE, id="g"))
    debate.then(moving("suspend_meeting"))
    ended = a.FloorEnded(new_id("request", "q"))
    assert carried(debate, "suspend_meeting") == [ended, a.SittingSuspended()]


def test_a_debate_that_is_adjourned_leaves_the_item(debate: Minutes) -> None:
    debate.then(moving("adjourn_debate"))
    assert carried(debate, "adjourn_debate") == [a.ItemTaken("")]


def test_a_debate_that_is_closed_closes_the_list(debate: Minutes) -> None:
    debate.then(moving("close_debate"))
    debate.then(seconding("close_debate", KG))
    assert carried(debate, "close_debate") == [a.SpeakersListClosed()]


def test_an_adjournment_of_the_meeting_is_for_the_chair_to_carry_out(debate: Minutes) -> None:
    debate.then(moving("adjourn_meeting"))
    assert carried(debate, "adjourn_meeting") == []
    assert debate.when(c.CloseMeeting(**HERE, id="c"))


def test_what_is_the_case_already_needs_no_act(debate: Minutes) -> None:
    debate.then(c.CloseSpeakersList(**HERE, id="l2"))
    debate.then(moving("close_debate"))
    debate.then(seconding("close_debate", KG))
    assert carried(debate, "close_debate") == []
    debate.then(c.TakeItem(**HERE, id="i2"))
    debate.then(moving("adjourn_debate"))
    assert carried(debate, "adjourn_debate") == []


def test_a_motion_that_is_rejected_changes_nothing(debate: Minutes) -> None:
    debate.then(moving("suspend_meeting"))
    assert carried(debate, "suspend_meeting", "no") == []


def test_only_delegations_with_a_vote_decide_a_motion(debate: Minutes) -> None:
    debate.then(moving("suspend_meeting"))
    debate.then(ruling("suspend_meeting"))
    debate.then(putting("suspend_meeting"))
    question = debate.meeting.questions[decision("suspend_meeting")]
    assert question.entitled == MEMBERS
