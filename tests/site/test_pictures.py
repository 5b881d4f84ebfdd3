"""The pictures say what the tables say: nothing is left out, and everything has its place."""

from datetime import date
from itertools import combinations
from typing import Any

import pytest

from kurultai.gate.shapes import CommitmentRow, MeetingRow, Organ, Party, Series, SeriesPage, Tag
from kurultai.procedure.cadence import next_due
from kurultai.site.hemicycle import Hemicycle, hemicycle, pending
from kurultai.site.matrix import Count, by_paragraph, by_tag
from kurultai.site.timeline import LEFT, RIGHT, overview, timeline

TODAY = date(2026, 11, 25)
FOUR = ("party:az", "party:kg", "party:kz", "party:tr")


def meeting(ordinal: int, first: str, last: str, state: str = "closed") -> MeetingRow:
    return MeetingRow(
        meeting=f"meeting:trial-{ordinal}",
        series="series:trial",
        series_names={},
        ordinal=ordinal,
        state=state,
        when=first if first == last else f"{first}/{last}",
        first_day=first,
        last_day=last,
        place={},
        host=None,
        theme={},
        example=False,
        after_the_fact=True,
    )


def series(*meetings: MeetingRow) -> SeriesPage:
    return SeriesPage(
        Series("series:trial", "organ:trial", {}, 12, (), "2009-01-01"),
        Organ("organ:trial", "chairs", "trial", {}, {}, "2009-01-01", None),
        meetings,
        next_due(meetings[-1].when if meetings else None, 12, TODAY),
        len(meetings) + 1,
        len(meetings) + 1,
        (),
        0,
    )


def test_meetings_stand_at_their_dates_from_left_to_right() -> None:
    drawn = timeline(
        series(
            meeting(1, "2020-06-01", "2020-06-01"),
            meeting(2, "2021-06-01", "2021-06-02"),
            meeting(3, "2023-01-01", "2023-12-31"),
        ),
        TODAY,
    )
    assert drawn is not None
    places = [mark.x for mark in drawn.marks]
    assert places == sorted(places)
    assert all(LEFT <= x <= RIGHT for x in (*places, drawn.today))
    assert [mark.vague for mark in drawn.marks] == [False, False, True]
    assert [tick.year for tick in drawn.ticks] == list(range(2020, 2028))


def test_marks_too_near_to_each_other_are_lifted() -> None:
    drawn = timeline(
        series(
            meeting(1, "2009-06-01", "2009-06-01"),
            meeting(2, "2025-04-01", "2025-04-01"),
            meeting(3, "2025-05-01", "2025-05-01"),
            meeting(4, "2025-06-01", "2025-06-01"),
        ),
        TODAY,
    )
    assert drawn is not None
    assert [mark.level for mark in drawn.marks] == [0, 0, 1, 2]


def test_a_long_pause_is_a_gap_and_a_meeting_that_nobody_entered_is_none() -> None:
    drawn = timeline(
        series(
            meeting(1, "2010-01-01", "2010-01-01"),
            meeting(2, "2013-01-01", "2013-01-01"),
            meeting(5, "2014-01-01", "2014-01-01"),
        ),
        TODAY,
    )
    assert drawn is not None
    assert [(gap.years, gap.missing) for gap in drawn.gaps] == [(3, None), (1, (3, 4))]


def test_a_series_that_never_met_has_no_picture() -> None:
    assert timeline(series(), TODAY) is None
    assert overview((series(),), TODAY) is None


def test_the_overview_gives_each_series_that_met_a_line() -> None:
    one = series(meeting(1, "2020-06-01", "2020-06-01"))
    drawn = overview((one, series(), one), TODAY)
    assert drawn is not None
    assert [len(lane.marks) for lane in drawn.lanes] == [1, 1]
    assert len({lane.y for lane in drawn.lanes}) == 2


def finding(**changed: Any) -> dict[str, Any]:  # noqa: ANN401 - parts of a stored finding
    blank = dict.fromkeys(("yes", "no", "abstain", "absent", "silent", "not_counted"), ())
    return {"result": "rejected", "kind": "all_voters_yes", "needed": 4, **blank, **changed}


def seated(**changed: Any) -> Hemicycle:  # noqa: ANN401 - as above
    drawn = hemicycle(finding(**changed))
    assert drawn is not None
    return drawn


def test_every_delegation_has_a_seat_those_in_favour_on_the_left() -> None:
    drawn = seated(yes=("party:kz",), no=("party:az",), abstain=("party:tr",), silent=("party:kg",))
    ordered = sorted(drawn.seats, key=lambda seat: seat.x)
    assert [seat.code for seat in ordered] == ["KZ", "TR", "KG", "AZ"]
    assert [seat.party for seat in drawn.of("silent")] == ["party:kg"]


@pytest.mark.parametrize(
    ("changed", "left_of_line"),
    [
        ({"kind": "majority_cast", "needed": 2, "yes": FOUR[:1], "no": FOUR[1:]}, 2),
        ({"kind": "all_voters_yes", "needed": 4, "yes": FOUR}, 4),
        ({"kind": "no_objection", "needed": 0, "yes": FOUR[:3], "no": FOUR[3:]}, 4),
        ({"kind": "consensus_minus", "needed": 1, "yes": FOUR[:3], "no": FOUR[3:]}, 3),
    ],
)
def test_the_line_stands_behind_the_last_seat_needed(
    changed: dict[str, Any], left_of_line: int
) -> None:
    drawn = seated(**changed)
    assert drawn.line is not None
    middle = (drawn.line.x1 + drawn.line.x2) / 2
    assert sum(seat.x < middle for seat in drawn.seats) == left_of_line


def test_who_is_not_counted_sits_apart_behind_the_line() -> None:
    drawn = seated(kind="majority_cast", needed=2, yes=FOUR[:2], abstain=FOUR[2:3],
                   not_counted=FOUR[2:3])  # fmt: skip
    assert [seat.counted for seat in drawn.seats] == [True, True, False]
    assert drawn.seats[-1].party == FOUR[2]


def test_without_a_quorum_there_is_no_line_and_without_delegations_no_picture() -> None:
    assert seated(result="no_quorum", yes=FOUR).line is None
    assert hemicycle(finding()) is None
    assert pending(()) is None


def test_a_question_that_is_being_decided_shows_seats_and_no_positions() -> None:
    drawn = pending(FOUR)
    assert drawn is not None
    assert {seat.choice for seat in drawn.seats} == {"pending"}


@pytest.mark.parametrize("seats", [1, 2, 8, 28, 29, 40, 61, 120, 300])
def test_seats_do_not_overlap(seats: int) -> None:
    drawn = pending(tuple(f"party:{n}" for n in range(seats)))
    assert drawn is not None
    for one, other in combinations(drawn.seats, 2):
        apart = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
        assert apart >= 2 * drawn.radius - 2  # their places are rounded
    assert drawn.radius > 0


def test_many_delegations_are_dots_each_once_and_in_few_arcs() -> None:
    drawn = seated(kind="majority_cast", needed=101, yes=many(0, 180), no=many(180, 260),
                   abstain=many(260, 300), not_counted=many(260, 300))  # fmt: skip
    dots = {
        choice: [d for d in drawn.dots if d.choice == choice] for choice in ("yes", "no", "abstain")
    }
    said = {choice: sum(round(one.length + 0.5) for one in found) for choice, found in dots.items()}
    assert said == {"yes": 180, "no": 80, "abstain": 40}
    assert len(drawn.dots) < 30
    assert [{one.counted for one in found} for found in dots.values()] == [{True}, {True}, {False}]
    assert all(one.hole for one in dots["no"])
    assert not any(one.hole for one in dots["yes"])


def many(start: int, end: int) -> tuple[str, ...]:
    return tuple(f"party:{n}" for n in range(start, end))


def test_few_delegations_are_no_dots() -> None:
    assert seated(yes=many(0, 60)).dots == ()


@pytest.mark.parametrize("needed", [1, 30, 101, 200])
def test_the_line_divides_those_in_several_rows_too(needed: int) -> None:
    drawn = seated(kind="majority_cast", needed=needed, yes=many(0, 200))
    assert drawn.line is not None
    dx, dy = drawn.line.x2 - drawn.line.x1, drawn.line.y2 - drawn.line.y1
    before = [dx * (s.y - drawn.line.y1) - dy * (s.x - drawn.line.x1) < 0 for s in drawn.seats]
    wrong = [n for n, is_before in enumerate(before) if is_before != (n < needed)]
    assert all(abs(n - needed) < 3 for n in wrong)  # their places are rounded


def pledge(party: str, number: int, state: str, *tags: str) -> CommitmentRow:
    return CommitmentRow(
        f"commitment:{party[-2:]}{number}", "document:d", f"u{number}", number, party, "meeting:m",
        "series:s", {}, None, tags, state, "2026-11-25", None, "", {},
    )  # fmt: skip


def party(name: str) -> Party:
    return Party(name, {}, {}, "member", "2008-11-21", ())


PARTIES = (party("party:tr"), party("party:az"), party("party:hu"))
TAGS = (Tag("tag:a", "area", {}), Tag("tag:b", "area", {}), Tag("tag:c", "challenge", {}))


def test_a_commitment_under_two_areas_stands_in_both_and_one_under_none_in_other() -> None:
    drawn = by_tag(
        (
            pledge("party:az", 1, "done", "tag:a", "tag:b"),
            pledge("party:az", 2, "proposed", "tag:a"),
            pledge("party:az", 3, "proposed", "tag:a"),
            pledge("party:tr", 4, "proposed", "tag:c"),
        ),
        TAGS,
        PARTIES,
    )
    assert drawn.columns == ("tag:a", "tag:b", "")
    assert [row.party for row in drawn.rows] == ["party:tr", "party:az"]
    assert drawn.rows[0].cells == ((), (), (Count("proposed", 1, "commitment:tr4"),))
    assert drawn.rows[1].cells == (
        (Count("proposed", 2, None), Count("done", 1, "commitment:az1")),
        (Count("done", 1, "commitment:az1"),),
        (),
    )


def test_paragraphs_stand_in_the_order_of_their_numbers() -> None:
    pledged = tuple(pledge("party:az", number, "proposed") for number in (10, 9, 2))
    assert by_paragraph(pledged, PARTIES).columns == ("2", "9", "10")
