"""The chair's short list: what may happen next under the rules, and why."""

import pytest

from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from tests.conftest import Site
from tests.site.prepared import MEMBERS, OFFICER, THIRD
from tests.site.sitting.room import (
    MOTION,
    QUESTION,
    answer,
    asking,
    ballot,
    close,
    count_hands,
    count_papers,
    do,
    fill,
    open_meeting,
    put,
    shown,
    suspend,
)


@pytest.fixture
def room(site: Site) -> House:
    """A meeting that sits, in the house of the site."""
    open_meeting(site.house)
    return site.house


def listed(house: House, language: str = "en") -> list[str]:
    """What the chair is told, each with why."""
    from kurultai.site.sittings.next import hints
    from kurultai.site.tongue import LANGUAGE

    page = shown(house)
    with house.viewing(OFFICER, language) as viewer:
        LANGUAGE.set(language)
        return [f"{hint.said} {hint.why}".strip() for hint in hints(viewer, page)]


def first_step(house: House) -> tuple[str, dict[str, str]]:
    """The first step that the list offers."""
    from kurultai.site.sittings.next import hints

    page = shown(house)
    with house.viewing(OFFICER, "en") as viewer:
        return next((h.noun, dict(h.given)) for h in hints(viewer, page) if h.noun)


def test_when_nobody_waits_the_rules_ask_for_nothing(room: House) -> None:
    assert listed(room) == []


def test_who_asked_first_is_heard_first(room: House) -> None:
    do(room, asking("party:az", "ask-az"), asking("party:kz", "ask-kz"))
    assert listed(room) == ["Give the floor to: Azerbaijan. Next on the speakers’ list."]


def test_a_speech_is_interrupted_by_a_point_of_order_alone(room: House) -> None:
    do(room, asking("party:az", "ask-az"), asking("party:kz", "ask-kz"))
    do(room, c.GiveFloor(id="give", meeting=THIRD))
    assert listed(room) == []
    do(room, asking("party:tr", "order", "point_of_order"))
    assert listed(room) == ["Give the floor to: Türkiye. Point of order: goes before speeches."]


def test_whoever_a_point_of_order_interrupted_has_the_floor_again(room: House) -> None:
    do(room, asking("party:az", "ask-az"), asking("party:kz", "ask-kz"))
    do(room, c.GiveFloor(id="give", meeting=THIRD))
    do(room, asking("party:tr", "order", "point_of_order"))
    do(room, c.GiveFloor(id="interrupt", meeting=THIRD), c.EndFloor(id="heard", meeting=THIRD))
    assert listed(room)[0] == "Give the floor back to: Azerbaijan. A point of order interrupted."
    assert first_step(room) == ("turns", {"request": new_id("request", "ask-az")})


def test_a_motion_is_ruled_on_and_the_one_that_goes_before_is_put(room: House) -> None:
    fill(room)
    assert listed(room)[:2] == [
        "Rule on the motion: Close the debate.",
        "Put the motion: Suspend the meeting. It goes before the others.",
    ]
    assert first_step(room) == ("rulings", {"motion": MOTION, "ruling": "in_order"})


def test_while_a_vote_runs_no_motion_is_put(room: House) -> None:
    fill(room)
    put(room)
    assert listed(room)[0] == "Close the vote. Delegations may change their position until then."
    assert not [said for said in listed(room) if "motion" in said]


def test_a_roll_is_called_to_its_end_and_then_closed(room: House) -> None:
    put(room, "roll_call")
    assert listed(room)[0].startswith("Next on the roll: ")
    answer(room, az="yes", kz="yes", kg="no", tr="yes")
    assert listed(room)[0] == "Close the vote. All who are present have answered."
    close(room)
    assert listed(room)[0] == "Announce the result. The vote is closed."
    assert first_step(room) == ("results", {"decision": QUESTION})


def test_hands_are_counted_before_the_vote_is_closed(room: House) -> None:
    put(room, "hands")
    assert listed(room)[0] == "Have the hands counted. The clerk enters the count."
    count_hands(room)
    assert listed(room)[0] == "Close the vote. The hands are counted."


def test_a_contest_is_said_before_the_result_is_announced(room: House) -> None:
    put(room)
    answer(room, az="yes")
    close(room)
    contested = c.ContestResult(id="contest", meeting=THIRD, decision=QUESTION, party="party:kz")
    do(room, contested)
    assert listed(room)[0].startswith("The result is contested by: Kazakhstan.")
    assert first_step(room)[0] == "results"


def test_an_election_goes_from_ballot_to_protocol(room: House) -> None:
    fill(room)
    assert listed(room)[-1] == "Open ballot 1: Chair."
    ballot(room)
    assert listed(room)[-1].startswith("Have the papers counted: Chair.")
    count_papers(room)
    assert not [said for said in listed(room) if "Chair" in said]


def test_a_suspended_sitting_can_only_go_on(room: House) -> None:
    fill(room)
    suspend(room)
    assert listed(room) == ["The sitting is suspended."]
    assert first_step(room) == ("resumptions", {})


def test_nothing_is_listed_when_the_meeting_is_over(room: House) -> None:
    do(room, asking("party:az", "ask-az"), c.CloseMeeting(id="end", meeting=THIRD))
    assert listed(room) == []


def test_what_is_listed_first_can_be_done_by_its_press_alone(site: Site) -> None:
    open_meeting(site.house)
    fill(site.house)
    browser = site.browser(OFFICER)
    taken: list[str] = []
    while not shown(site.house).suspended:
        noun, given = first_step(site.house)
        sent = {**given, "command_id": f"{len(taken):032x}"}
        path = f"/meetings/defence-3/sitting/{noun}/new"
        assert browser.post(path, sent, headers={"X-Live": "1"}).status_code == 204
        taken.append(noun)
        if noun == "questions":
            _all_in_favour(site.house)
    assert taken == ["rulings", "questions", "closings", "results"]


def _all_in_favour(house: House) -> None:
    vote = shown(house).vote
    assert vote
    named = vote.decision.decision
    for party in MEMBERS:
        given = c.GivePosition(
            id=f"for-{party}", meeting=THIRD, decision=named, party=party, choice="yes"
        )
        do(house, given)
