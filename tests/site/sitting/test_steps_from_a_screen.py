"""Steps taken from a screen: by whom, answered how, and leading back to where they were taken."""

from urllib.parse import quote

import pytest

from tests.conftest import Site
from tests.site.filling import filled, read_form, send
from tests.site.prepared import OFFICER
from tests.site.sitting.room import (
    DRAFT,
    MOTION,
    OTHER,
    QUESTION,
    SITTING,
    answer,
    close,
    decide,
    draft,
    fill,
    open_meeting,
    put,
    shown,
)

HEAD = "person:office-az-head"
LIVE = {"X-Live": "1"}
ID = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def room(site: Site) -> Site:
    """The site with a meeting that sits."""
    open_meeting(site.house)
    return site


def test_a_delegation_asks_for_the_floor_by_who_is_signed_in(room: Site) -> None:
    path = f"{SITTING}/floor-requests/new"
    assert filled(room.browser(HEAD), path)["party"] == ["party:az"]
    assert send(room.browser(HEAD), path, back=f"{SITTING}/delegate").status_code == 303
    (asked,) = shown(room.house).waiting
    assert (asked.party, asked.person, asked.kind) == ("party:az", HEAD, "speech")


def test_the_clerk_enters_a_request_for_a_delegation_and_names_nobody(room: Site) -> None:
    send(room.browser(OFFICER), f"{SITTING}/floor-requests/new", party="party:tr")
    assert [(one.party, one.person) for one in shown(room.house).waiting] == [("party:tr", "")]


def test_a_delegation_acts_for_no_other(room: Site) -> None:
    fill(room.house)
    path = f"{SITTING}/floor-withdrawals/new"
    request = shown(room.house).waiting[0].request
    stranger = room.browser("person:office-tr-head")
    assert stranger.post(path, {"command_id": ID, "request": request}).status_code == 422
    sent = {"command_id": ID, "party": "party:az", "speech_kind": "point_of_order"}
    assert stranger.post(f"{SITTING}/floor-requests/new", sent).status_code == 422
    assert send(room.browser(HEAD), path, request=request).status_code == 303
    assert shown(room.house).waiting == ()


def test_a_live_screen_is_told_no_more_than_that_it_is_done(room: Site) -> None:
    sent = {"command_id": ID, "party": "party:az", "speech_kind": "speech"}
    answered = room.browser(HEAD).post(f"{SITTING}/floor-requests/new", sent, headers=LIVE)
    assert (answered.status_code, answered.content) == (204, b"")
    assert len(shown(room.house).waiting) == 1


@pytest.mark.parametrize(("language", "word"), [("en", "Nobody has the floor."), ("ru", ".")])
def test_a_live_screen_is_told_in_one_sentence_why_not(
    room: Site, language: str, word: str
) -> None:
    browser = room.browser(OFFICER, language)
    answered = browser.post(f"{SITTING}/turn-ends/new", {"command_id": ID}, headers=LIVE)
    assert answered.status_code == 422
    assert answered["Content-Type"] == "text/plain; charset=utf-8"
    assert word in answered.content.decode()
    assert answered["Content-Language"] == language


def test_a_live_screen_is_told_which_field_is_wrong(room: Site) -> None:
    put(room.house, "hands")
    sent = {"command_id": ID, "decision": QUESTION, "yes": "many", "no": "0", "abstain": "0"}
    answered = room.browser(OFFICER).post(f"{SITTING}/hands/new", sent, headers=LIVE)
    assert answered.status_code == 422
    assert answered.content.decode().startswith("In favour: ")


def test_sent_five_times_a_step_is_taken_once(room: Site) -> None:
    sent = {"command_id": ID, "party": "party:az", "speech_kind": "speech"}
    browser = room.browser(HEAD)
    before = shown(room.house).position
    for _ in range(5):
        answered = browser.post(f"{SITTING}/floor-requests/new", sent, headers=LIVE)
        assert answered.status_code == 204
    assert shown(room.house).position == before + 1


@pytest.mark.parametrize(
    ("back", "there"),
    [
        (f"{SITTING}/chair", f"{SITTING}/chair"),
        (SITTING, SITTING),
        ("https://example.org/", SITTING),
        (f"{SITTING}/../../../sign-out", SITTING),
        (f"{SITTING}.example.org", SITTING),
        ("/meetings/defence-2/sitting/chair", SITTING),
        (f"{SITTING}/chair\n", SITTING),
    ],
)
def test_a_step_leads_back_to_a_screen_of_its_sitting_alone(
    room: Site, back: str, there: str
) -> None:
    sent = {"command_id": ID, "back": back}
    answered = room.browser(OFFICER).post(f"{SITTING}/list-closings/new", sent)
    assert answered.status_code == 303
    assert answered["Location"].partition("?")[0] == there


def test_a_question_without_words_has_the_title_of_what_is_put(room: Site) -> None:
    draft(room.house)
    browser = room.browser(OFFICER)
    path = f"{SITTING}/questions/new"
    assert send(browser, path, item="").status_code == 422
    assert send(browser, path, document=DRAFT).status_code == 303
    vote = shown(room.house).vote
    assert vote
    assert (vote.decision.question, vote.decision.document) == ({"en": "On five areas"}, DRAFT)


def test_a_text_is_put_by_roll_call_from_the_form_that_knows_amendments(room: Site) -> None:
    draft(room.house)
    path = f"/meetings/defence-3/questions/new?document={DRAFT}&back={SITTING}/chair"
    answered = send(room.browser(OFFICER), path, method="roll_call")
    assert answered.status_code == 303
    assert answered["Location"].startswith(f"{SITTING}/chair?")
    vote = shown(room.house).vote
    assert vote
    assert (vote.method, vote.decision.document, len(vote.seed)) == ("roll_call", DRAFT, 16)


def test_a_motion_is_put_in_its_turn_or_the_form_says_what_goes_first(room: Site) -> None:
    fill(room.house)
    browser = room.browser(OFFICER)
    send(browser, f"{SITTING}/rulings/new", motion=MOTION, ruling="in_order")
    path = f"{SITTING}/questions/new?motion={MOTION}"
    refused = send(browser, path)
    assert refused.status_code == 422
    assert "Suspend the meeting" in read_form(refused).alert
    assert send(browser, path, departure__en="The house wants it so.").status_code == 303
    vote = shown(room.house).vote
    assert vote
    assert vote.motion == MOTION
    assert [one.motion for one in shown(room.house).motions] == [OTHER]


def test_a_roll_is_called_by_the_alphabet_of_the_assembly_from_a_name_drawn(room: Site) -> None:
    asked = {"method": "roll_call", "question__en": "Agreed?"}
    assert send(room.browser(OFFICER), f"{SITTING}/questions/new", **asked).status_code == 303
    vote = shown(room.house).vote
    assert vote
    assert len(vote.seed) == 16
    first = vote.roll.index("party:az")
    alphabetical = [*vote.roll[first:], *vote.roll[:first]]
    assert alphabetical == ["party:az", "party:kz", "party:kg", "party:tr"]  # Qaz before Qır


def test_the_clerk_calls_the_roll_and_enters_each_answer(room: Site) -> None:
    from kurultai.site.sittings.next import next_on_roll

    put(room.house, "roll_call")
    called = []
    browser = room.browser(OFFICER)
    while party := next_on_roll(shown(room.house)):
        called.append(party)
        answered = {"command_id": ID, "decision": QUESTION, "party": party, "choice": "yes"}
        path = f"{SITTING}/positions/new"
        assert browser.post(path, answered, headers=LIVE).status_code == 204
    vote = shown(room.house).vote
    assert vote
    assert called == [party for party in vote.roll if party in called]
    assert len(called) == 4


def test_the_house_may_leave_the_rule_if_it_says_why(room: Site) -> None:
    put(room.house)
    answer(room.house, az="no", kz="no", kg="no", tr="no")
    close(room.house)
    browser = room.browser(OFFICER)
    path = f"{SITTING}/results/new"
    assert send(browser, path, announced="adopted").status_code == 422
    left = {"announced": "adopted", "departure__en": "By acclamation."}
    assert send(browser, path, **left).status_code == 303
    last = shown(room.house).last
    assert last
    assert last.decision.result == "adopted"


def test_when_nothing_is_before_the_house_a_step_about_it_says_so(room: Site) -> None:
    put(room.house)
    decide(room.house)
    sent = {"command_id": ID, "decision": QUESTION}
    answered = room.browser(OFFICER).post(f"{SITTING}/closings/new", sent, headers=LIVE)
    assert answered.status_code == 422
    assert answered.content


def test_a_sitting_is_suspended_until_a_time_by_the_clock_of_its_seat(room: Site) -> None:
    browser, path = room.browser(OFFICER), f"{SITTING}/suspensions/new"
    assert send(browser, path, until_time="00:00").status_code == 422
    assert send(browser, path, until_time="23:59").status_code == 303
    page = shown(room.house)
    assert (page.suspended, page.resumes_at) == (True, f"{room.house.today()}T19:59Z")


def test_from_the_console_to_amendments_and_back(room: Site) -> None:
    """A question is put on parts of a text on a page of its own, which leads back too."""
    chair, browser = f"{SITTING}/chair", room.browser(OFFICER)
    page = browser.get(f"{SITTING}/questions/new?back={chair}").content.decode()
    link = f"{SITTING.removesuffix('/sitting')}/questions/new?back={quote(chair, safe='')}"
    assert f'href="{link}"' in page
    entered = {"question-en": "Shall it be so?", "method": "open"}
    answered = send(browser, link, **entered)
    assert answered.status_code == 303
    assert answered.headers["Location"].startswith(f"{chair}?recorded=")
