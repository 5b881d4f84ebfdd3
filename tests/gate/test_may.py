"""Who may try what: every command has a predicate, and what is hidden cannot be acted on."""

from typing import Any

import pytest

from kurultai.gate import documents
from kurultai.gate.clause import NotFound
from kurultai.gate.may import MAY, may
from kurultai.handle import House
from kurultai.procedure import commands as c

EN = {"en": "Words"}
CLERK, HEAD = "person:office-secretariat", "person:office-az-head"
COORDINATOR, ADMINISTRATOR = "person:office-az-coordinator", "person:office-az-administrator"
OTHER, OBSERVER = "person:office-kz-head", "person:office-hu-head"
EVERYBODY = (None, CLERK, HEAD, COORDINATOR, ADMINISTRATOR, OTHER, OBSERVER)
MEETING: dict[str, Any] = {"meeting": "meeting:plenary-15"}
AZ: dict[str, Any] = {"party": "party:az"}
OFFICE = {"person": HEAD, "office": "head_of_delegation", "of": "party:az"}


def who_may(house: House, command: Any) -> set[str | None]:  # noqa: ANN401 - any command
    allowed = set()
    for person in EVERYBODY:
        with house.viewing(person, "en") as viewer:
            if may(viewer, command):
                allowed.add(person)
    return allowed


def test_every_command_has_a_predicate() -> None:
    assert set(MAY) == set(c.COMMANDS.values())


@pytest.mark.parametrize(
    ("command", "allowed"),
    [
        (c.OpenMeeting(id="c", **MEETING), {CLERK}),
        (c.RenameAssembly(id="c", names=EN), {CLERK}),
        (c.RegisterDelegation(id="c", **MEETING, **AZ, head="H"), {CLERK, HEAD}),
        (c.RaiseMatter(id="c", **MEETING, title=EN, raised_by="party:az"), {CLERK, HEAD}),
        (c.RaiseMatter(id="c", **MEETING, title=EN), {CLERK}),
        (c.AppointPerson(id="c", names=EN, office="delegate", **AZ), {CLERK, ADMINISTRATOR}),
        (c.LeaveOffice(id="c", **OFFICE), {CLERK, ADMINISTRATOR}),
        (c.LeaveOffice(id="c", person=CLERK, office="x", of="assembly"), {CLERK}),
        (c.ReportOnCommitment(id="c", commitment="x", state="done", words=EN), set()),
        (c.OpenMeeting(id="c", meeting="meeting:nowhere"), set()),
        (c.WithdrawDocument(id="c", document="document:nowhere"), set()),
        (c.DecideQuestion(id="c", **MEETING, decision="decision:nowhere"), set()),
        (c.SettleMatter(id="c", **MEETING, matter="matter:nowhere"), set()),
    ],
)
def test_each_may_try_what_is_theirs(
    house: House, command: c.Command, allowed: set[str | None]
) -> None:
    assert who_may(house, command) == allowed


def test_a_delegation_answers_for_itself_alone(house: House) -> None:
    house.submit(CLERK, c.OpenMeeting(id="c1", **MEETING)).result()
    house.submit(CLERK, c.PutQuestion(id="c2", **MEETING, question=EN)).result()
    with house.viewing(None, "en") as viewer:
        sql = "SELECT decision FROM decision"
        (decision,) = viewer.db.execute(sql).fetchone()
    position = c.GivePosition(id="c3", **MEETING, decision=decision, choice="yes", **AZ)
    assert who_may(house, position) == {CLERK, HEAD}


def test_what_somebody_may_not_try_is_not_found(house: House) -> None:
    with house.viewing(HEAD, "en") as viewer, pytest.raises(NotFound):
        house.handle(viewer, c.OpenMeeting(id="c1", **MEETING))


def test_nobody_acts_on_a_document_they_may_not_see(house: House) -> None:
    tabled = c.TableDocument(id="c1", kind="decision", names=EN, audience="party:az")
    house.submit(HEAD, tabled).result()
    with house.viewing(HEAD, "en") as viewer:
        (row,) = documents.documents(viewer, "draft")
    assert row.audience == "party:az"
    withdraw = c.WithdrawDocument(id="c2", document=row.document)
    assert who_may(house, withdraw) == set()  # the secretariat does not see it, others may not
