"""Every step of a sitting is taken once by its form, and the record holds what was entered."""

from collections.abc import Callable
from typing import Any

import pytest

from kurultai.handle import House
from tests.conftest import Site
from tests.site.filling import send
from tests.site.prepared import OFFICER, convene
from tests.site.sitting.room import (
    ASKED,
    CONTEST,
    MOTION,
    SITTING,
    answer,
    ballot,
    close,
    fill,
    open_meeting,
    put,
    shown,
    suspend,
)
from tests.site.test_every_step import last_act

Prepare = Callable[[House], object]


def hands(house: House) -> None:
    """A question is answered by show of hands."""
    put(house, "hands")


def closed(house: House) -> None:
    """A question was answered and closed."""
    put(house)
    answer(house, az="yes", kz="yes", kg="no")
    close(house)


def nothing(house: House) -> None:
    """No more than stands anyway."""
    assert shown(house).speaking


TAKEN: tuple[tuple[str, Prepare, dict[str, Any], str], ...] = (
    ("items", nothing, {"item": ""}, "ItemTaken"),
    ("suspensions", nothing, {"reason-en": "Lunch", "until_time": "23:59"}, "SittingSuspended"),
    ("resumptions", suspend, {}, "SittingResumed"),
    ("arrivals", nothing, {"party": "party:hu", "present": "on"}, "AttendanceChanged"),
    ("lists", nothing, {"seconds": "120"}, "SpeakersListOpened"),
    ("list-closings", nothing, {}, "SpeakersListClosed"),
    ("floor-requests", nothing, {"party": "party:tr"}, "FloorRequested"),
    ("floor-withdrawals", nothing, {"request": ASKED}, "FloorRequestWithdrawn"),
    ("turns", nothing, {"request": ASKED, "seconds": "60"}, "FloorGiven"),
    ("turn-ends", nothing, {}, "FloorEnded"),
    ("motions", nothing, {"party": "party:tr", "motion": "adjourn_meeting"}, "MotionMoved"),
    ("seconders", nothing, {"party": "party:tr", "motion": MOTION}, "MotionSeconded"),
    ("rulings", nothing, {"motion": MOTION, "ruling": "in_order"}, "MotionRuled"),
    ("questions", nothing, {"question-en": "Agreed?", "method": "hands"}, "QuestionPut"),
    ("positions", put, {"party": "party:az", "choice": "yes"}, "PositionGiven"),
    ("closings", put, {}, "VotingClosed"),
    ("hands", hands, {"yes": "3", "no": "1", "abstain": "0"}, "HandsCounted"),
    ("contests", closed, {"party": "party:kz"}, "ResultContested"),
    (
        "corrections",
        closed,
        {"party": "party:kg", "choice": "yes", "reason-en": "Heard wrongly."},
        "PositionCorrected",
    ),
    ("results", closed, {}, "QuestionDecided"),
    (
        "elections",
        nothing,
        {"rule": "chair", "office-en": "Vice-Chair", "name-1": "One", "party-1": "party:az"},
        "ElectionOpened",
    ),
    (
        "candidate-withdrawals",
        nothing,
        {"election": CONTEST, "candidate": "candidate:b"},
        "CandidateWithdrew",
    ),
    ("ballots", nothing, {"election": CONTEST}, "BallotOpened"),
    (
        "papers",
        ballot,
        {
            "issued": "4",
            "count-candidate:a": "3",
            "count-candidate:b": "1",
            "tellers": ["party:az", "party:kg"],
        },
        "BallotFound",
    ),
    ("minutes-corrections", nothing, {"words-en": "It was so."}, "MinuteCorrected"),
)


@pytest.fixture
def room(site: Site) -> Site:
    """The site with a meeting that sits."""
    open_meeting(site.house)
    fill(site.house)
    return site


@pytest.mark.parametrize(("noun", "prepare", "entered", "kind"), TAKEN)
def test_a_step_of_a_sitting(
    room: Site, noun: str, prepare: Prepare, entered: dict[str, Any], kind: str
) -> None:
    prepare(room.house)
    path = f"{SITTING}/{noun}/new?back={SITTING}/chair"
    answered = send(room.browser(OFFICER), path, **entered)
    assert (answered.status_code, last_act(room)) == (303, kind)
    assert answered["Location"].startswith(f"{SITTING}/chair?recorded=")


def test_no_step_of_a_sitting_is_left_out_here(site: Site) -> None:
    from kurultai.site.forms.sitting.steps import SITTING as STEPS

    assert site.house.today()
    here = {f"meetings/<name>/sitting/{noun}/new" for noun, *_ in TAKEN}
    assert set(STEPS) == here


HOSTILE = ("\x00", "9" * 5000, "party:nowhere")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_that_is_entered_breaks_a_form(room: Site, hostile: str) -> None:
    put(room.house)
    browser = room.browser(OFFICER)
    answers = set()
    for noun, *_ in TAKEN:
        path = f"{SITTING}/{noun}/new"
        for live in ({}, {"X-Live": "1"}):
            sent = {name: [hostile] for name in _fields(browser, path)}
            answers.add(browser.post(path, sent, headers=live).status_code)
    assert answers <= {303, 204, 422}


def _fields(browser: Any, path: str) -> list[str]:  # noqa: ANN401 - Django ships no types
    from tests.site.filling import read_form

    return list(read_form(browser.get(path)).values)


def test_before_the_meeting_is_opened_every_step_is_refused_in_words(site: Site) -> None:
    convene(site.house)
    answered = send(site.browser(OFFICER), f"{SITTING}/list-closings/new")
    assert answered.status_code == 422
    assert "has not been opened" in answered.content.decode() or "not open" in (
        answered.content.decode()
    )
