"""Parliaments that were asked something: one is late, one text is for members alone."""

from kurultai.gate import commitments
from kurultai.gate.shapes import CommitmentRow
from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Milestone, Undertaking
from tests.site.third_meeting import CLERK, MEETING, hold

COORDINATOR = "person:office-az-coordinator"
HEAD = "person:office-az-head"  # who reports too
OTHERS = ("person:office-kz-coordinator", "person:office-az-administrator", CLERK, "")
LATE = Undertaking(
    action="exchange",
    due="2026-11-10",  # a fortnight before every test
    review="meeting:defence-4",
    milestones=(Milestone("named", {"en": "A contact is named"}, "2026-10-01"),),
)


def of_az(house: House) -> tuple[CommitmentRow, ...]:
    """What Azerbaijan was asked by the third meeting: three paragraphs, the second past its day."""
    hold(house, until="adopted")
    found = asked(house, "party:az")
    described = c.DescribeCommitment(id="a-late", commitment=found[1].commitment, undertaking=LATE)
    house.submit(CLERK, described).result()
    return asked(house, "party:az")


def asked(house: House, party: str) -> tuple[CommitmentRow, ...]:
    """As the Secretariat sees it now."""
    with house.viewing(CLERK, "en") as viewer:
        made = commitments.of_meeting(viewer, MEETING)
    return tuple(row for row in made if row.party == party)


def close(house: House, document: str) -> None:
    """The text, and what follows from it, is for members and the Secretariat."""
    marked = c.ChangeMarking(id="a-marked", document=document, audience="members")
    house.submit(CLERK, marked).result()


def report_form(row: CommitmentRow) -> str:
    """Where it is reported on."""
    return f"/commitments/{row.commitment.removeprefix('commitment:')}/reports/new"
