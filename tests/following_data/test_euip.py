"""21,183 infringement cases go their course as commitments: 50,960 decisions, each on its day."""

import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from kurultai.gate import commitments
from kurultai.gate.clause import plain
from kurultai.gate.following import counts, open_by_party, open_on
from kurultai.gate.shapes.following import Chosen
from kurultai.handle import House
from tests.following_data.euip import STATES, Case, area, cases, party, replayed

DAYS = ("2002-12-31", "2006-06-30", "2010-01-01", "2013-12-31", "2017-07-01", "2020-04-28")
LIMIT = 0.05  # seconds of the processor to say what was open on a day


@dataclass(frozen=True)
class Replay:
    """The record of all cases, and which commitment is which case."""

    house: House
    named: dict[str, str]


@pytest.fixture(scope="module")
def replay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replay]:
    """A minute of the processor: every decision goes through the gate of the rules."""
    house, named = replayed(tmp_path_factory.mktemp("euip") / "data", cases())
    yield Replay(house, named)
    house.close()


def test_the_source_is_whole() -> None:
    assert len(cases()) == 21_183
    assert sum(len(case.decisions) for case in cases()) == 50_960
    assert all(len(case.decisions) == case.count for case in cases())


def test_every_decision_is_an_act_of_its_day(replay: Replay) -> None:
    with replay.house.viewing(None, "en") as viewer:
        acts = plain(viewer, "SELECT stream, on_day FROM minute WHERE kind = 'ReportMade'")
    assert len(acts) == 50_960
    expected = Counter(
        (replay.named[case.case], one.day) for case in cases() for one in case.decisions
    )
    assert Counter(acts) == expected


def test_every_case_is_where_its_last_decision_left_it(replay: Replay) -> None:
    with replay.house.viewing(None, "en") as viewer:
        rows = {row.commitment: row for row in commitments.commitments(viewer)}
    assert len(rows) == 21_183
    for case in cases():
        row = rows[replay.named[case.case]]
        last = case.decisions[-1]
        assert (row.state, row.reported_on) == (STATES[last.stage], last.day), case.case
        assert (row.party, row.made_on) == (party(case.state), case.day), case.case


def test_each_case_passed_through_its_decisions_in_their_order(replay: Replay) -> None:
    told: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    with replay.house.viewing(None, "en") as viewer:
        sql = """SELECT commitment, state, on_day, report.words ->> 'en' FROM report
                 ORDER BY position"""
        for commitment, state, day, stage in plain(viewer, sql):
            told[commitment].append((state, day, stage))
    for case in cases():
        expected = [(STATES[one.stage], one.day, one.stage) for one in case.decisions]
        assert told[replay.named[case.case]] == expected, case.case


def test_the_counts_that_are_kept_are_those_of_the_source(replay: Replay) -> None:
    with replay.house.viewing(None, "en") as viewer:
        kept = {(one.party, one.heading, one.state): one.number for one in counts(viewer, Chosen())}
    expected: Counter[tuple[str, str, str]] = Counter()
    for case in cases():
        state = STATES[case.decisions[-1].stage]
        for heading in ("*", area(case.department)):
            expected[party(case.state), heading, state] += 1
    assert kept == expected


@pytest.mark.parametrize("day", DAYS)
def test_what_was_open_on_a_day_is_told_in_a_moment(replay: Replay, day: str) -> None:
    expected = Counter(party(case.state) for case in cases() if case.open_on(day))
    with replay.house.viewing(None, "en") as viewer:
        assert open_by_party(viewer, Chosen(), day) == dict(expected)
        took = min(_seconds(replay, day) for _ in range(5))
        told = open_on(viewer, Chosen(), day, replay.house.today())
    assert sum(told.states.values()) == sum(expected.values())
    assert took < LIMIT


def _seconds(replay: Replay, day: str) -> float:
    with replay.house.viewing(None, "en") as viewer:
        begun = time.process_time()
        open_by_party(viewer, Chosen(), day)
        return time.process_time() - begun


def test_the_tables_made_anew_are_the_same(replay: Replay) -> None:
    from kurultai.record.sources import open_for_reading
    from kurultai.record.stored import Stored
    from kurultai.tables.rebuild import differences, fold

    db = open_for_reading(replay.house.directory / "record.db")
    db.text_factory = str
    try:
        assert list(differences(db, fold(Stored(db).acts()))) == []
    finally:
        db.close()


def test_a_case_is_read_as_the_source_tells_it() -> None:
    case: Case = next(one for one in cases() if one.case == "IP:2002:0001:ENTR:FR")
    assert [(one.day, STATES[one.stage]) for one in case.decisions] == [
        ("2002-02-12", "accepted"),
        ("2002-06-26", "in_progress"),
        ("2003-12-16", "done"),
    ]
