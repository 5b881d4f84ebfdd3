"""The minutes of a sitting: what was done is told, once, in order, to those who may know it."""

import re
from typing import Any

import pytest

from kurultai.language import LANGUAGES
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Unit
from kurultai.procedure.facts import new_id
from kurultai.record.stored import Stored
from kurultai.tables.rebuild import differences, fold
from tests.conftest import Site
from tests.site.prepared import THIRD, size
from tests.site.sitting.room import (
    DRAFT,
    EN,
    MOTION,
    OTHER,
    QUESTION,
    answer,
    asking,
    ballot,
    close,
    count_hands,
    count_papers,
    decide,
    do,
    fill,
    open_meeting,
    put,
)

PAGE, MEMBER = "/meetings/defence-3/minutes", "person:office-az-head"
HERE: dict[str, Any] = {"meeting": THIRD}


@pytest.fixture
def room(site: Site) -> Site:
    """The site with a meeting that sits."""
    open_meeting(site.house)
    return site


def entries(site: Site, person: str = "", language: str = "en") -> list[str]:
    """The entries of the minutes as bare text, without their days and positions."""
    html = site.browser(person, language).get(PAGE).content.decode()
    found = re.findall(r'<li id="entry-\d+">(.*?)<a class="ref"', html, re.DOTALL)
    return [bare(entry.partition("<div>")[2]) for entry in found]


def bare(html: str) -> str:
    words = " ".join(re.sub(r"<[^>]*>", " ", html).split())
    return re.sub(r" ([.,;:)])", r"\1", words)


def since(site: Site, number: int) -> list[str]:
    """What the minutes tell beyond so many entries."""
    return entries(site)[number:]


def test_a_whole_sitting_reads_as_sentences(room: Site) -> None:
    before = len(entries(room))
    fill(room.house)
    do(
        room.house,
        c.EndFloor(id="end", **HERE),
        c.SecondMotion(id="second", **HERE, motion=MOTION, party="party:tr"),
        c.SuspendSitting(id="pause", **HERE, until="2030-01-01T15:00Z", reason=EN),
        c.ResumeSitting(id="on", **HERE),
        c.CloseSpeakersList(id="shut", **HERE),
    )
    speech, *others = since(room, before)
    assert re.fullmatch(
        r"Speech: Kazakhstan Head of the delegation of Kazakhstan\."
        r" From \d\d:\d\d to \d\d:\d\d; time taken: \d+:\d\d\.",
        speech,
    )
    assert others == [
        "Motion moved: Close the debate (Kazakhstan).",
        "Motion moved: Suspend the meeting (Azerbaijan).",
        "Motion ruled on: Suspend the meeting (Azerbaijan). In order.",
        (
            "Election opened: Chair. 1 place. Candidates: Aliya Nurlanova (Kazakhstan),"
            " Mehmet Demir (Türkiye)."
        ),
        "Motion seconded: Close the debate. Seconded by: Türkiye.",
        "The sitting was suspended. It goes on at 1 January 2030, 19:00 (UTC+4). In words",
        "The sitting was resumed.",
        "The speakers’ list was closed.",
    ]


def test_a_question_counted_by_hands_and_contested(room: Site) -> None:
    before = len(entries(room))
    put(room.house, "hands")
    count_hands(room.house)
    close(room.house)
    contest = c.ContestResult(id="no", **HERE, decision=QUESTION, party="party:kg", reason=EN)
    do(room.house, contest)
    decide(room.house)
    *told, decided = since(room, before)
    assert told == [
        "Put to the vote: Shall it be so? · Show of hands",
        "Hands counted: Shall it be so? In favour: 3, Against: 1, Abstains: 0.",
        "Voting closed: Shall it be so?",
        "Result contested: Shall it be so? Kyrgyzstan. In words",
    ]
    assert decided.startswith("Decided: Shall it be so? The question was rejected.")


def test_a_position_put_right(room: Site) -> None:
    before = len(entries(room))
    put(room.house, "roll_call")
    answer(room.house, az="yes")
    fix: dict[str, Any] = {"decision": QUESTION, "party": "party:az", "choice": "no", "reason": EN}
    do(room.house, c.CorrectPosition(id="fix", **HERE, **fix))
    asked, corrected = since(room, before)
    assert asked.startswith("Put to the vote: Shall it be so? · Roll call The roll begins with: ")
    assert corrected == (
        "Position corrected: Shall it be so? Azerbaijan. Recorded as: In favour."
        " Correct is: Against. In words"
    )


def test_an_election_with_its_protocol(room: Site) -> None:
    fill(room.house)
    before = len(entries(room))
    ballot(room.house)
    count_papers(room.house)
    assert since(room, before) == [
        "Ballot opened: Chair, Ballot 1. Secret ballot. Candidates: Aliya Nurlanova, Mehmet Demir.",
        (
            "Papers counted: Chair, Ballot 1. Aliya Nurlanova: 3, Mehmet Demir: 1, Blank: 0,"
            " Spoiled: 0. Papers handed out: 4. Tellers: Azerbaijan, Türkiye."
        ),
        "Result of the ballot: Chair, Ballot 1. Elected: Aliya Nurlanova.",
    ]


def test_who_came_and_left_and_who_had_been_there(room: Site) -> None:
    before = len(entries(room))
    for party in ("tr", "kg", "kz"):
        gone = c.ChangeAttendance(id=f"left-{party}", **HERE, party=f"party:{party}", present=False)
        do(room.house, gone)
    back: dict[str, Any] = {"party": "party:tr", "present": True}
    do(room.house, c.ChangeAttendance(id="back", **HERE, **back, members=2))
    do(room.house, c.ChangeAttendance(id="more", **HERE, **back, members=3))
    assert since(room, before) == [
        "Delegation left: Türkiye.",
        "Delegation left: Kyrgyzstan.",
        "Delegation left: Kazakhstan.",
        "Delegation arrived: Türkiye (2).",
        "Number of members changed: Türkiye (3).",
    ]
    (taken,) = (entry for entry in entries(room) if entry.startswith("Present: "))
    assert "Kazakhstan (3)" in taken


def test_a_speech_that_lasts_is_told_once_and_asking_for_the_floor_is_not(room: Site) -> None:
    before = len(entries(room))
    do(room.house, asking("party:az", "one"), asking("party:kz", "two"))
    assert since(room, before) == []
    do(room.house, c.GiveFloor(id="give", **HERE, request=new_id("request", "one")))
    (speech,) = since(room, before)
    assert "Has the floor since" in speech


def test_a_motion_that_is_put_is_named_beside_the_question(room: Site) -> None:
    fill(room.house)
    before = len(entries(room))
    do(room.house, c.PutQuestion(id="put", **HERE, question={"en": "Now?"}, motion=OTHER))
    assert since(room, before) == ["Put to the vote: Now? Motion: Suspend the meeting (Azerbaijan)"]


def test_an_item_taken_up_is_named(room: Site) -> None:
    do(room.house, c.TakeItem(id="none", **HERE, item=""))
    told = [entry for entry in entries(room) if entry.startswith("Item taken up: ")]
    assert len(told) == 1
    assert entries(room)[-1] == "No item of the agenda is before the house."


def test_a_correction_stands_at_what_it_corrects_and_in_its_own_place(room: Site) -> None:
    do(room.house, c.TakeItem(id="none", **HERE, item=""))
    wrong = size(room.house)
    do(room.house, c.CorrectMinute(id="right", **HERE, position=wrong, words=EN))
    corrected, correction = entries(room)[-2:]
    assert corrected == (
        f"No item of the agenda is before the house. Corrected: In words Position {wrong + 1}"
    )
    assert correction == f"Correction of entry {wrong}: In words"


def test_what_is_for_members_only_is_not_told_to_the_public(room: Site) -> None:
    before = entries(room)
    units = (Unit("unit:1", "operative", "Invites the parliaments to report."),)
    do(
        room.house,
        c.TableDocument(id="table", kind="decision", names=EN, audience="members"),
        c.DistributeVersion(
            id="version", document=DRAFT, language="en", standing="authentic", units=units
        ),
        c.PutQuestion(id="put", **HERE, question={"en": "Ours?"}, document=DRAFT, method="hands"),
    )
    hidden = size(room.house)
    count_hands(room.house)
    do(room.house, c.CorrectMinute(id="right", **HERE, position=hidden, words=EN))
    assert entries(room) == before
    assert entries(room, MEMBER)[len(before) :] == [
        f"Put to the vote: Ours? · Show of hands Corrected: In words Position {hidden + 2}",
        "Hands counted: Ours? In favour: 3, Against: 1, Abstains: 0.",
        f"Correction of entry {hidden}: In words",
    ]


def test_the_entries_are_the_same_when_made_anew(room: Site) -> None:
    fill(room.house)
    do(room.house, c.EndFloor(id="end", **HERE))
    ballot(room.house)
    count_papers(room.house)
    put(room.house, "hands")
    count_hands(room.house)
    decide(room.house)
    with room.house.readers.reading() as db:
        assert list(differences(db, fold(list(Stored(db).acts())))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_told_in_every_language(room: Site, language: str) -> None:
    fill(room.house)
    ballot(room.house)
    count_papers(room.house)
    assert len(entries(room, language=language)) == len(entries(room))
