"""One commitment: described, answered, superseded, struck; and parties reminded."""

from dataclasses import replace
from typing import Any

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import Standing
from kurultai.procedure.following.commitment import ANSWERS, OPEN_STATES, STATES
from tests.procedure.following.following import EN, EXERCISE, ON, TEXT
from tests.procedure.minutes import Minutes

ONE = "commitment:1"
OF_ONE: dict[str, Any] = {"id": "c1", "on": ON, "commitment": ONE}
STEPS = replace(EXERCISE, milestones=(a.Milestone("m1", EN), a.Milestone("m2", EN)))
DESCRIBE = c.DescribeCommitment(**OF_ONE, undertaking=STEPS)
REPORT = c.ReportOnCommitment(**OF_ONE, state="accepted", words={"en": "We do."})
SUPERSEDE = c.SupersedeCommitment(**OF_ONE, by="commitment:2")
STRIKE = c.StrikeCommitment(**OF_ONE, reason=EN)
ALL = (DESCRIBE, REPORT, SUPERSEDE, STRIKE)


@pytest.fixture
def made(adopted: Minutes) -> Minutes:
    """The first paragraph asks something of Azerbaijan."""
    asked = a.CommitmentMade(
        ONE, TEXT, "o1", 1, "party:az", "meeting:defence-3", "series:defence", EN, None, ()
    )
    return adopted.given(asked, on=ON)


@pytest.mark.parametrize("command", ALL)
def test_nothing_is_entered_on_what_is_not_there(adopted: Minutes, command: c.Command) -> None:
    assert adopted.refusal(command) == "commitment.unknown"


@pytest.mark.parametrize("command", ALL)
def test_nothing_more_is_entered_on_what_was_struck(made: Minutes, command: c.Command) -> None:
    made.then(STRIKE)
    assert made.refusal(command) == "commitment.struck"


@pytest.mark.parametrize("command", ALL)
def test_what_is_entered_is_marked_as_the_text_is(made: Minutes, command: c.Command) -> None:
    made.given(a.MarkingChanged(), audience="members")
    assert [one.audience for one in made.acted(command)] == ["members"]


def test_how_it_is_carried_takes_the_place_of_what_was_said_before(made: Minutes) -> None:
    assert made.then(DESCRIBE) == [a.CommitmentDescribed(STEPS)]
    assert made.commitment.milestones == ("m1", "m2")
    made.then(replace(DESCRIBE, undertaking=EXERCISE))
    assert not made.commitment.milestones


@pytest.mark.parametrize("state", ANSWERS)
def test_a_parliament_answers_as_it_likes(made: Minutes, state: str) -> None:
    made.then(replace(REPORT, state=state))
    assert made.commitment.state == state


@pytest.mark.parametrize("state", ["proposed", "superseded", "pledged", ""])
def test_other_states_are_no_answers(made: Minutes, state: str) -> None:
    assert made.refusal(replace(REPORT, state=state)) == "commitment.state_unknown"


def test_an_answer_may_be_taken_back(made: Minutes) -> None:
    made.then(replace(REPORT, state="done"))
    assert made.then(replace(REPORT, id="c2", state="in_progress"))
    assert made.commitment.state == "in_progress"


@pytest.mark.parametrize(
    ("parts", "rule"),
    [
        ({"links": ("ftp://example.org",)}, "commitment.evidence_link"),
        ({"links": ("https://example.org", "a file")}, "commitment.evidence_link"),
        ({"happened": "2026-05-21"}, "act.in_the_future"),
        ({"happened": "lately"}, "act.when"),
        ({"milestones": ("m1",)}, "commitment.milestone_unknown"),
        ({"words": {}}, "words.missing"),
    ],
)
def test_a_report_says_what_can_be_checked(made: Minutes, parts: dict[str, Any], rule: str) -> None:
    assert made.refusal(replace(REPORT, **parts)) == rule


def test_a_report_names_the_milestones_that_were_reached(made: Minutes) -> None:
    made.then(DESCRIBE)
    (report,) = made.when(replace(REPORT, milestones=("m2",), happened=ON))
    assert isinstance(report, a.ReportMade)
    assert (report.milestones, report.happened) == (("m2",), ON)


def test_another_takes_its_place_and_nothing_is_reported_any_more(made: Minutes) -> None:
    assert made.then(SUPERSEDE) == [a.CommitmentSuperseded("commitment:2", {})]
    assert made.refusal(REPORT) == "commitment.superseded"
    assert made.refusal(SUPERSEDE) == "commitment.superseded"
    assert made.when(STRIKE)


def test_what_is_no_commitment_takes_its_place_for_a_reason(made: Minutes) -> None:
    assert made.refusal(replace(SUPERSEDE, by="")) == "words.missing"
    superseded = made.when(replace(SUPERSEDE, by="", reason=EN))
    assert superseded == [a.CommitmentSuperseded("", EN)]


def test_nothing_takes_its_own_place(made: Minutes) -> None:
    assert made.refusal(replace(SUPERSEDE, by=ONE)) == "commitment.by_itself"


def test_it_is_struck_for_a_reason(made: Minutes) -> None:
    assert made.refusal(replace(STRIKE, reason={})) == "words.missing"
    assert made.when(STRIKE) == [a.CommitmentStruck(EN)]


def test_a_pledge_of_early_records_is_accepted(made: Minutes) -> None:
    made.given(a.ReportMade("report:1", "pledged", EN))
    assert made.commitment.state == "accepted"


REMIND = c.RemindParty(id="c1", on=ON, party="party:az", commitments=(ONE,))
WAITING = Standing(ONE, "o1", "party:az", "proposed", "members")


@pytest.mark.parametrize("state", OPEN_STATES)
def test_a_party_is_reminded_of_each_that_is_open(adopted: Minutes, state: str) -> None:
    adopted.knowing(commitments=(replace(WAITING, state=state),))
    reminded = a.CommitmentReminded("party:az")
    assert adopted.acted(REMIND) == [a.Acted(ONE, "members", ON, reminded)]


@pytest.mark.parametrize("state", sorted(set(STATES) - set(OPEN_STATES)))
def test_nobody_is_reminded_of_what_is_not_awaited(adopted: Minutes, state: str) -> None:
    adopted.knowing(commitments=(replace(WAITING, state=state),))
    assert adopted.refusal(REMIND) == "commitment.nothing_awaited"


@pytest.mark.parametrize(
    ("standing", "rule"),
    [
        ((replace(WAITING, party="party:kz"),), "commitment.unknown"),
        ((replace(WAITING, struck=True),), "commitment.unknown"),
        ((), "commitment.unknown"),
    ],
)
def test_a_party_is_reminded_of_its_own_alone(
    adopted: Minutes, standing: tuple[Standing, ...], rule: str
) -> None:
    assert adopted.knowing(commitments=standing).refusal(REMIND) == rule


def test_a_reminder_is_of_something(adopted: Minutes) -> None:
    assert adopted.refusal(replace(REMIND, commitments=())) == "commitment.nothing_awaited"
