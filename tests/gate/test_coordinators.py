"""What waits for a parliament: the counts of the gate are those of a person with a pencil."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kurultai.gate import coordinators
from kurultai.gate.commitments import commitments
from kurultai.gate.shapes import CommitmentRow
from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Undertaking
from tests.leaks.world import VIEWERS, furnish
from tests.site.following.asked import asked
from tests.site.third_meeting import CLERK, hold

PARTIES = ("party:az", "party:kz", "party:kg", "party:tr", "party:hu")
DUE = st.sampled_from(
    (
        None,
        "2026-11-24",
        "2026-11-25",
        "2026-11-26",
        "2026-10",
        "2026-11",
        "2026-12",
        "2025",
        "2026",
    )
)
UNTIL = st.sampled_from((None, "2027-01-01", "2027", "2030-02"))
STATE = st.sampled_from((None, "accepted", "noted", "in_progress", "done", "not_pursued"))
TODAY = "2026-11-25"


def part(row: CommitmentRow, day: str) -> str:
    """Where it stands, by what the row says of itself."""
    if not row.is_open(day):
        return "over"
    if row.is_late(day):
        return "late"
    return "asked" if row.state == "proposed" else "carried"


@pytest.mark.parametrize("person", VIEWERS)
def test_each_viewer_is_told_of_as_many_as_they_see(house: House, person: str) -> None:
    furnish(house)
    with house.viewing(person or None, "en") as viewer:
        for party in PARTIES:
            seen = commitments(viewer, party=party)
            found = coordinators.counted(viewer, party, TODAY)
            assert found == Counter(part(row, TODAY) for row in seen)
            page = coordinators.follow_up(viewer, party, TODAY)
            assert {p.part: len(p.rows) for p in page.parts if p.rows} == found
            assert {b.commitment for b in page.beside} <= {
                row.commitment for row in commitments(viewer)
            }


def numbered() -> Iterator[str]:
    """Names for commands, none of them twice."""
    return (f"c-{number}" for number in range(10**6))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(DUE, UNTIL, STATE), min_size=3, max_size=3),
    st.dates(date(2026, 1, 1), date(2031, 1, 1)),
)
def test_a_commitment_stands_where_its_days_put_it(
    held: House,
    names: Iterator[str],
    said: list[tuple[str | None, str | None, str | None]],
    on: date,
) -> None:
    rows = asked(held, "party:tr")
    for row, (due, until, state) in zip(rows, said, strict=True):
        described = c.DescribeCommitment(
            id=next(names), commitment=row.commitment, undertaking=Undertaking(due=due, until=until)
        )
        held.submit(CLERK, described).result()
        if state:
            words = {"en": "So it is."}
            reported = c.ReportOnCommitment(
                id=next(names), commitment=row.commitment, state=state, words=words
            )
            held.submit(CLERK, reported).result()
    day = on.isoformat()
    with held.viewing(None, "en") as viewer:
        seen = commitments(viewer, party="party:tr")
        page = coordinators.follow_up(viewer, "party:tr", day)
    there = {row.commitment: p.part for p in page.parts for row in p.rows}
    assert there == {row.commitment: part(row, day) for row in seen}


@pytest.fixture
def held(house: House) -> House:
    hold(house, until="adopted")
    return house


@pytest.fixture
def names() -> Iterator[str]:
    return numbered()
