"""The floor: who asks, who is heard next and for how long, and who is not."""

from typing import Any

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from tests.procedure.minutes import Minutes
from tests.procedure.sitting.rules import AZ, HERE, KG, KZ, TR

OPEN = c.OpenSpeakersList(**HERE, id="list")
CLOSE = c.CloseSpeakersList(**HERE, id="close")
NEXT = c.GiveFloor(**HERE, id="next")
END = c.EndFloor(**HERE, id="end")


def asking(name: str, party: str, kind: str = "speech", person: str = "") -> c.RequestFloor:
    return c.RequestFloor(**HERE, id=name, party=party, kind=kind, person=person)


def request(name: str) -> str:
    return new_id("request", name)


def giving(name: str, **parts: Any) -> c.GiveFloor:  # noqa: ANN401 - parts of a command
    return c.GiveFloor(**HERE, id="give", request=request(name), **parts)


def withdrawing(name: str, party: str = "") -> c.WithdrawFloorRequest:
    return c.WithdrawFloorRequest(**HERE, id="w", request=request(name), party=party)


def heard(minutes: Minutes) -> list[str]:
    """The parties that get the floor if the chair goes on giving it."""
    given = []
    while minutes.meeting.sitting.waiting:
        minutes.then(NEXT)
        speaking = minutes.meeting.sitting.speaking
        assert speaking is not None
        given.append(speaking.party)
    return given


@pytest.fixture
def listed(sitting: Minutes) -> Minutes:
    """The speakers' list is open; three delegations have asked for the floor."""
    sitting.then(OPEN)
    for party in (KZ, AZ, TR):
        sitting.then(asking(party, party))
    return sitting


def test_who_asks_for_the_floor_waits_for_it(sitting: Minutes) -> None:
    sitting.then(OPEN)
    asked = sitting.then(asking("r", AZ, person="person:clerk"))
    assert asked == [a.FloorRequested(request("r"), "person:clerk", AZ, "speech")]
    assert [w.party for w in sitting.meeting.sitting.waiting] == [AZ]


def test_a_speech_is_asked_for_while_the_list_is_open(sitting: Minutes) -> None:
    assert sitting.refusal(asking("r", AZ)) == "floor.list_closed"
    sitting.then(OPEN)
    sitting.then(CLOSE)
    assert sitting.refusal(asking("r", AZ)) == "floor.list_closed"
    sitting.then(OPEN)
    assert sitting.when(asking("r", AZ))


@pytest.mark.parametrize("kind", ["point_of_order", "right_of_reply", "explanation", "motion"])
def test_all_else_is_asked_for_at_any_time(sitting: Minutes, kind: str) -> None:
    assert sitting.when(asking("r", AZ, kind))


def test_the_floor_is_given_in_the_order_of_asking(listed: Minutes) -> None:
    assert heard(listed) == [KZ, AZ, TR]


def test_a_point_of_order_is_heard_first_and_a_reply_before_speeches(listed: Minutes) -> None:
    listed.then(asking("reply", AZ, "right_of_reply"))
    listed.then(asking("order", KG, "point_of_order"))
    assert heard(listed) == [KG, AZ, KZ, AZ, TR]


def test_who_is_given_the_floor_ends_the_speech_before(listed: Minutes) -> None:
    assert listed.then(NEXT) == [a.FloorGiven(request(KZ), 300)]
    listed.then(asking("order", KG, "point_of_order"))
    ended, given = listed.then(NEXT)
    assert ended == a.FloorEnded(request(KZ))
    assert given == a.FloorGiven(request("order"), 180)


def test_the_chair_may_give_the_floor_out_of_order_and_for_another_time(listed: Minutes) -> None:
    assert listed.then(giving(TR, seconds=60)) == [a.FloorGiven(request(TR), 60)]
    assert heard(listed) == [KZ, AZ]


def test_a_speech_ends(listed: Minutes) -> None:
    assert listed.refusal(END) == "floor.nobody_speaking"
    listed.then(NEXT)
    assert listed.then(END) == [a.FloorEnded(request(KZ))]
    assert listed.meeting.sitting.speaking is None


def test_who_was_interrupted_is_given_the_floor_again(listed: Minutes) -> None:
    listed.then(NEXT)
    listed.then(asking("order", KG, "point_of_order"))
    listed.then(NEXT)
    ended, again = listed.then(giving(KZ, seconds=90))
    assert ended == a.FloorEnded(request("order"))
    assert again == a.FloorGiven(request(KZ), 90)
    listed.then(END)
    assert [one.request for one in listed.meeting.sitting.spoken] == [
        request("order"),
        request(KZ),
    ]
    assert heard(listed) == [AZ, TR]


def test_who_speaks_withdrew_or_never_asked_is_not_given_the_floor(listed: Minutes) -> None:
    listed.then(NEXT)
    listed.then(withdrawing(AZ))
    for name in (KZ, AZ, "nobody"):
        assert listed.refusal(giving(name)) == "floor.request_unknown"


def test_who_was_heard_has_nothing_to_withdraw(listed: Minutes) -> None:
    listed.then(NEXT)
    listed.then(END)
    assert listed.refusal(withdrawing(KZ)) == "floor.request_unknown"


def test_nobody_gets_the_floor_if_nobody_waits(sitting: Minutes) -> None:
    assert sitting.refusal(NEXT) == "floor.nobody_waiting"


def test_a_request_is_withdrawn_by_its_delegation_or_struck_off(listed: Minutes) -> None:
    assert listed.refusal(withdrawing(KZ, AZ)) == "floor.of_another"
    assert listed.then(withdrawing(KZ, KZ)) == [a.FloorRequestWithdrawn(request(KZ))]
    listed.then(withdrawing(TR))
    assert heard(listed) == [AZ]
    assert listed.refusal(withdrawing(KZ, KZ)) == "floor.request_unknown"


def test_nobody_waits_twice_for_the_same(sitting: Minutes) -> None:
    sitting.then(asking("r1", AZ, "point_of_order", "person:clerk"))
    again = asking("r2", AZ, "point_of_order", "person:clerk")
    assert sitting.refusal(again) == "floor.asked_already"
    assert sitting.when(asking("r2", AZ, "right_of_reply", "person:clerk"))
    assert sitting.when(asking("r2", AZ, "point_of_order"))


def test_of_a_delegation_no_more_wait_than_the_rules_allow(sitting: Minutes) -> None:
    sitting.then(OPEN)
    sitting.then(asking("r1", AZ, person="person:clerk"))
    refused = sitting.refused(asking("r2", AZ))
    assert (refused.rule, refused.facts) == ("floor.too_many_wait", {"most": "1"})
    sitting.then(NEXT)
    assert sitting.when(asking("r2", AZ))


def test_who_speaks_is_known_and_has_the_right_to(sitting: Minutes) -> None:
    sitting.given(a.PartyRegistered("party:new", {"en": "New"}, {"en": "New"}))
    sitting.then(OPEN)
    assert sitting.when(asking("r", "party:hu"))
    assert sitting.refusal(asking("r", "party:new")) == "floor.may_not_speak"
    assert sitting.refusal(asking("r", "party:x")) == "register.party_unknown"
    assert sitting.refusal(asking("r", AZ, person="person:x")) == "register.person_unknown"
    assert sitting.refusal(asking("r", AZ, "song")) == "floor.kind_unknown"


def test_the_list_says_how_long_each_may_speak(sitting: Minutes) -> None:
    assert sitting.then(OPEN) == [a.SpeakersListOpened(300)]
    assert sitting.refusal(OPEN) == "floor.list_open"
    shorter = c.OpenSpeakersList(**HERE, id="l", seconds=120)
    assert sitting.then(shorter) == [a.SpeakersListOpened(120)]
    sitting.then(asking("r", AZ))
    assert sitting.then(NEXT) == [a.FloorGiven(request("r"), 120)]


@pytest.mark.parametrize("seconds", [-1, 86_401])
def test_no_speech_is_shorter_than_nothing_or_longer_than_a_day(
    listed: Minutes, seconds: int
) -> None:
    assert listed.refusal(giving(KZ, seconds=seconds)) == "floor.seconds_wrong"
    opening = c.OpenSpeakersList(**HERE, id="l", seconds=seconds)
    assert listed.refusal(opening) == "floor.seconds_wrong"


def test_a_list_that_is_closed_is_not_closed_again_and_who_stands_on_it_is_heard(
    listed: Minutes,
) -> None:
    assert listed.then(CLOSE) == [a.SpeakersListClosed()]
    assert listed.refusal(CLOSE) == "floor.list_closed"
    assert heard(listed) == [KZ, AZ, TR]


def test_the_rulebook_says_how_long_who_goes_first_and_how_many_wait(sitting: Minutes) -> None:
    kinds = (("speech", 420, 1, 2), ("right_of_reply", 60, 2, 0))
    sitting.governed(
        *(
            f"""
            [[speaking]]
            part = "chairs_meeting"
            kind = "{kind}"
            seconds = {seconds}
            rank = {rank}
            each = {each}
            from = "2008-11-21"
            confidence = "?"
            """
            for kind, seconds, rank, each in kinds
        )
    )
    assert sitting.then(OPEN) == [a.SpeakersListOpened(420)]
    sitting.then(asking("reply", TR, "right_of_reply"))
    sitting.then(asking("r1", AZ))
    sitting.then(asking("r2", AZ, person="person:clerk"))
    assert heard(sitting) == [AZ, AZ, TR]
