"""A hostile delegate: words that are code, steps in others' names, from elsewhere, or too late."""

import pytest

from kurultai.procedure import commands as c
from kurultai.procedure.acts import Candidate
from kurultai.site.forms.sitting.steps import SITTING as STEPS
from tests.conftest import Site
from tests.site.prepared import OFFICER, THIRD
from tests.site.sitting import room
from tests.site.sitting.room import QUESTION, SITTING, answer, close, do, open_meeting, put, shown

HEAD = "person:office-az-head"
CODE = '"><img src=x onerror=alert(1)><script>alert(1)</script>'
WORDS = {"en": CODE}
VIEWS = {"public": "", "projector": "", "delegate": HEAD, "chair": OFFICER, "clerk": OFFICER}


@pytest.fixture
def sits(site: Site) -> Site:
    open_meeting(site.house)
    return site


@pytest.mark.parametrize("view", VIEWS)
def test_words_that_are_code_are_shown_as_words(sits: Site, view: str) -> None:
    standing = (Candidate("candidate:a", WORDS, "party:kz"),)
    do(
        sits.house,
        c.MoveMotion(id="close", meeting=THIRD, kind="close_debate", party="party:kz", words=WORDS),
        c.OpenElection(id="elect", meeting=THIRD, office=WORDS, rule="chair", candidates=standing),
        c.OpenBallot(id="ballot", meeting=THIRD, election=room.CONTEST),
        c.PutQuestion(id="put", meeting=THIRD, question=WORDS),
        c.DecideQuestion(id="decide", meeting=THIRD, decision=QUESTION),
        c.PutQuestion(id="again", meeting=THIRD, question=WORDS, method="hands"),
    )
    address = SITTING if view == "public" else f"{SITTING}/{view}"
    answered = sits.browser(VIEWS[view]).get(address)
    page = answered.content.decode()
    assert "onerror=alert(1)&gt;" in page
    assert "<img src=x" not in page
    assert "<script>" not in page
    assert "script-src 'self'" in answered.headers["Content-Security-Policy"]


@pytest.mark.parametrize("address", STEPS)
def test_no_step_is_taken_from_elsewhere(sits: Site, address: str) -> None:
    from django.test import Client

    browser = Client(enforce_csrf_checks=True)
    browser.force_login(sits.account(OFFICER))
    before = shown(sits.house).position
    path = "/" + address.replace("<name>", "defence-3")
    for headers in ({}, {"X-Live": "1"}, {"X-Live": "1", "Origin": "https://elsewhere.example"}):
        answered = browser.post(path, {"command_id": "0" * 32}, headers=headers)
        assert answered.status_code == 403
    assert shown(sits.house).position == before


@pytest.mark.parametrize(
    ("noun", "given"),
    [
        ("positions", {"party": "party:kz", "choice": "no"}),
        ("floor-requests", {"party": "party:kz", "speech_kind": "speech"}),
        ("motions", {"party": "party:kz", "motion_kind": "close_debate"}),
        ("contests", {"party": "party:kz"}),
        ("seconders", {"party": "party:kz"}),
        ("floor-withdrawals", {"request": room.ASKED.replace("az", "kz")}),
    ],
)
def test_nobody_acts_in_the_name_of_another_delegation(
    sits: Site, noun: str, given: dict[str, str]
) -> None:
    put(sits.house)
    do(sits.house, room.asking("party:kz", "ask-kz"))
    before = shown(sits.house).position
    sent = {"command_id": "1" * 32, "decision": QUESTION, **given}
    answered = sits.browser(HEAD).post(f"{SITTING}/{noun}/new", sent, headers={"X-Live": "1"})
    assert answered.status_code in (404, 422)
    assert shown(sits.house).position == before


def test_after_the_vote_is_closed_nobody_votes(sits: Site) -> None:
    put(sits.house)
    answer(sits.house, az="yes")
    close(sits.house)
    before = shown(sits.house).position
    sent = {"command_id": "2" * 32, "decision": QUESTION, "party": "party:az", "choice": "no"}
    answered = sits.browser(HEAD).post(f"{SITTING}/positions/new", sent, headers={"X-Live": "1"})
    assert answered.status_code == 422
    assert shown(sits.house).position == before


def test_from_two_devices_a_delegation_has_one_vote(sits: Site) -> None:
    put(sits.house)
    for identity, choice in (("3" * 32, "yes"), ("4" * 32, "no")):
        sent = {"command_id": identity, "decision": QUESTION, "party": "party:az", "choice": choice}
        path = f"{SITTING}/positions/new"
        answered = sits.browser(HEAD).post(path, sent, headers={"X-Live": "1"})
        assert answered.status_code == 204
    close(sits.house)
    vote = shown(sits.house).vote
    assert vote is not None
    assert [(one.party, one.choice) for one in vote.positions] == [("party:az", "no")]


@pytest.mark.parametrize(
    "back",
    ["https://elsewhere.example/", "//elsewhere.example", f"{SITTING}/../../x", f"{SITTING}@x",
     f"{SITTING}/chair\r\nX: 1", f"{SITTING}/chair?next=//x", "javascript:alert(1)"],
)  # fmt: skip
def test_no_step_leads_elsewhere(sits: Site, back: str) -> None:
    sent = {"command_id": "5" * 32, "party": "party:az", "speech_kind": "speech", "back": back}
    answered = sits.browser(HEAD).post(f"{SITTING}/floor-requests/new", sent)
    assert answered.status_code == 303
    assert answered.headers["Location"].startswith(f"{SITTING}?recorded=")
