"""1,708 recommendations to seven states come from one file and are counted as the file has them."""

import time
from collections import Counter
from collections.abc import Iterator

import pytest

from kurultai.gate import commitments
from kurultai.gate.following import counts
from kurultai.gate.shapes import CommitmentRow
from kurultai.gate.shapes.following import Chosen
from kurultai.handle import House
from kurultai.papers.sheets import read, write_csv
from kurultai.papers.sheets.book import write_xlsx
from kurultai.site.sheets.cells import columns_of
from kurultai.site.sheets.named import named
from kurultai.site.sheets.past import COLUMNS, Past, past
from kurultai.site.sheets.plan import Taking, plan
from tests.following_data.assembly import CLERK, found, submit
from tests.following_data.upr import (
    RESPONSES,
    areas,
    by_issue,
    key_of,
    parties,
    recommendations,
    sheet,
)


def lines(house: House, data: bytes) -> Past:
    grid = read("upr", data, "en")
    with house.viewing(CLERK, "en") as viewer:
        return past(grid, columns_of(grid, COLUMNS), named(viewer), "en", house.today())


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Everything taken over, as the Secretariat would."""
    table = sheet()
    opened = found(tmp_path_factory.mktemp("upr") / "data", parties(), areas())
    read_ = lines(opened, write_csv(table, "en"))
    assert read_.faults == ()
    begun = time.process_time()
    submit(opened, plan(read_.lines, Taking("upr.csv", "0" * 64, "public", "recommendation")))
    assert time.process_time() - begun < 20  # seconds; about one and a half where nothing else runs
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def rows(house: House) -> tuple[CommitmentRow, ...]:
    with house.viewing(None, "en") as viewer:
        return commitments.commitments(viewer)


def test_every_recommendation_is_a_commitment_with_its_answer(
    rows: tuple[CommitmentRow, ...],
) -> None:
    assert len(rows) == len(recommendations()) == 1708
    expected = Counter((key_of(one.to), one.words) for one in recommendations())
    assert Counter((row.party[6:], row.words["en"]) for row in rows) == expected
    assert {row.state for row in rows} == {"accepted", "noted"}
    assert all(row.reported_on for row in rows)


def test_the_counts_are_those_of_the_file(rows: tuple[CommitmentRow, ...]) -> None:
    every = recommendations()
    assert Counter((row.party[6:], row.state) for row in rows) == Counter(
        (key_of(one.to), RESPONSES[one.response]) for one in every
    )
    assert Counter(row.proposed_by["en"] for row in rows) == Counter(one.sender for one in every)
    assert Counter(row.symbol for row in rows) == Counter(f"UPR/{one.session}" for one in every)
    assert Counter((tag, row.state) for row in rows for tag in row.tags) == by_issue()


def test_the_counts_that_are_kept_say_the_same(house: House) -> None:
    with house.viewing(None, "en") as viewer:
        kept = counts(viewer, Chosen())
    issues: Counter[tuple[str, str]] = Counter()
    states: Counter[tuple[str, str]] = Counter()
    for one in kept:
        if one.heading.startswith("tag:"):
            issues[one.heading, one.state] += one.number
        elif one.heading == "*":
            states[one.party, one.state] += one.number
    assert issues == by_issue()
    assert states == Counter(
        (f"party:{key_of(one.to)}", RESPONSES[one.response]) for one in recommendations()
    )


def test_a_workbook_and_a_plain_table_say_the_same(house: House) -> None:
    table = sheet()
    assert lines(house, write_xlsx(table)) == lines(house, write_csv(table, "en"))
