"""Who may try what in a sitting: the chair of the organ, a delegation for itself, the clerk."""

from typing import Any

import pytest

from kurultai.gate.may import may
from kurultai.handle import House
from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.refusal import Refused
from tests.tables.folding import EN, Folding

CLERK, CHAIR, ANOTHER = "person:clerk", "person:chair", "person:chair-of-another"
HEAD, DELEGATE, COORDINATOR = "person:az-head", "person:az-delegate", "person:az-coordinator"
OTHER = "person:kz-head"
OFFICES = {
    CLERK: ("secretariat_officer", "assembly"),
    CHAIR: ("chair", "organ:o"),
    ANOTHER: ("chair", "organ:p"),
    HEAD: ("head_of_delegation", "party:az"),
    DELEGATE: ("delegate", "party:az"),
    COORDINATOR: ("national_coordinator", "party:az"),
    OTHER: ("head_of_delegation", "party:kz"),
}
EVERYBODY = (None, *OFFICES)
MEETING, HIDDEN = "meeting:o-1", "meeting:o-2"
HERE: dict[str, Any] = {"id": "c", "meeting": MEETING}
AZ: dict[str, Any] = {**HERE, "party": "party:az"}
VOTE: dict[str, Any] = {"decision": "decision:d"}


@pytest.fixture
def folding() -> Folding:
    """Two meetings of an organ, the second for Azerbaijan alone; a question at the first."""
    folding = Folding()
    folding.did(
        a.OrganEstablished("organ:o", "commission", "commission", EN),
        a.OrganEstablished("organ:p", "commission", "commission", EN),
        a.SeriesOpened("series:o", "organ:o", EN, 12, core=()),
        stream="assembly",
    )
    for person, (office, of) in OFFICES.items():
        folding.did(a.PersonRegistered(person, EN), stream="assembly")
        folding.did(a.OfficeTaken(person, office, of), stream="assembly")
    for name, number, audience in ((MEETING, 1, "public"), (HIDDEN, 2, "party:az")):
        convened = a.MeetingConvened(name, "series:o", number, "2026-11-25", {}, None, {}, ())
        folding.did(convened, a.MeetingOpened(), stream=name, audience=audience)
    put = a.QuestionPut("decision:d", EN, None, None, "commission.default", ("party:az",))
    folding.did(put, stream=MEETING)
    return folding


def who_may(folding: Folding, command: c.Command) -> set[str | None]:
    return {person for person in EVERYBODY if may(folding.viewer(person), command)}


@pytest.mark.parametrize(
    "command",
    [
        c.TakeItem(**HERE),
        c.SuspendSitting(**HERE),
        c.ResumeSitting(**HERE),
        c.OpenSpeakersList(**HERE),
        c.CloseSpeakersList(**HERE),
        c.GiveFloor(**HERE),
        c.EndFloor(**HERE),
        c.WithdrawFloorRequest(**HERE, request="request:r"),
        c.RuleOnMotion(**HERE, motion="motion:m", ruling="in_order"),
        c.PutQuestion(**HERE, question=EN),
        c.CloseVoting(**HERE, **VOTE),
        c.DecideQuestion(**HERE, **VOTE),
        c.OpenElection(**HERE, office=EN, rule="chair", candidates=()),
        c.WithdrawCandidate(**HERE, election="election:e", candidate="candidate:a"),
        c.OpenBallot(**HERE, election="election:e"),
    ],
    ids=lambda command: type(command).__name__,
)
def test_the_chair_of_the_organ_or_the_secretariat_presides(
    folding: Folding, command: c.Command
) -> None:
    assert who_may(folding, command) == {CLERK, CHAIR}


@pytest.mark.parametrize(
    "command",
    [
        c.ChangeAttendance(**AZ, present=True),
        c.CountHands(**HERE, **VOTE, yes=1, no=0),
        c.CorrectPosition(**AZ, **VOTE, choice="yes", reason=EN),
        c.CountPapers(**HERE, election="election:e", issued=0, counts={}, tellers=()),
        c.CorrectMinute(**HERE, position=1, words=EN),
        c.OpenMeeting(**HERE),
        c.CloseMeeting(**HERE),
    ],
    ids=lambda command: type(command).__name__,
)
def test_the_clerk_counts_and_corrects(folding: Folding, command: c.Command) -> None:
    assert who_may(folding, command) == {CLERK}


@pytest.mark.parametrize(
    "command",
    [
        c.RequestFloor(**AZ),
        c.MoveMotion(**AZ, kind="close_debate"),
        c.SecondMotion(**AZ, motion="motion:m"),
        c.ContestResult(**AZ, **VOTE),
    ],
    ids=lambda command: type(command).__name__,
)
def test_a_delegation_asks_moves_and_contests_for_itself(
    folding: Folding, command: c.Command
) -> None:
    assert who_may(folding, command) == {CLERK, HEAD, DELEGATE}


def test_a_delegation_withdraws_its_own_request_and_the_chair_strikes_off_any(
    folding: Folding,
) -> None:
    own = c.WithdrawFloorRequest(**AZ, request="request:r")
    assert who_may(folding, own) == {CLERK, CHAIR, HEAD, DELEGATE}


def test_nobody_presides_over_what_they_may_not_see(folding: Folding) -> None:
    assert CHAIR not in who_may(folding, c.EndFloor(id="c", meeting=HIDDEN))
    assert who_may(folding, c.EndFloor(id="c", meeting="meeting:nowhere")) == set()


def test_only_what_stands_in_the_minutes_of_the_meeting_is_put_right(house: House) -> None:
    meeting: dict[str, Any] = {"meeting": "meeting:plenary-15"}
    opened = house.submit(CLERK, c.OpenMeeting(id="c1", **meeting)).result()
    right = c.CorrectMinute(id="c2", **meeting, position=opened, words=EN)
    assert house.submit(CLERK, right).result() > opened
    for number, wrong in enumerate((1, opened + 99)):
        asked = c.CorrectMinute(id=f"w{number}", **meeting, position=wrong, words=EN)
        with pytest.raises(Refused, match=r"minutes\.not_of_meeting"):
            house.submit(CLERK, asked).result()
