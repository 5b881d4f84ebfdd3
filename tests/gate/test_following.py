"""What pictures count is what the same reader finds by counting the commitments one by one."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kurultai.gate import following as gate
from kurultai.gate import meetings, register
from kurultai.gate.commitments import commitments
from kurultai.gate.shapes import CommitmentRow
from kurultai.gate.shapes.following import BANDS, EVERY, NO_AREA, NONE, PAGE, Chosen, Rate
from kurultai.gate.viewer import Viewer, seat
from kurultai.procedure import commands as c
from kurultai.procedure.following.commitment import OPEN_STATES, STATES
from kurultai.procedure.register import first_day, last_day
from tests.tables.founding import AIM, PARTIES, PERSONS, PLAN, SERIES, TAG
from tests.tables.sequences import followings, house_of

TODAY = "2026-11-25"
_one = st.sampled_from
CHOICES = st.builds(
    Chosen,
    series=_one(("", "", SERIES, "series:x")),
    party=_one(("", "", *PARTIES)),
    area=_one(("", "", NO_AREA, TAG, AIM)),
    state=_one(("", "", "", *STATES)),
    strategy=_one(("", "", PLAN, AIM)),
    since=_one(("", "", "2020", "2026", "2027")),
    until=_one(("", "", "2019", "2026")),
)


def naive(viewer: Viewer, chosen: Chosen) -> list[CommitmentRow]:
    """All that the viewer may read, looked at one by one."""
    areas = set(areas_of(viewer))
    return [row for row in commitments(viewer) if _meant(row, chosen, areas)]


def areas_of(viewer: Viewer) -> tuple[str, ...]:
    return tuple(tag.tag for tag in register.tags(viewer) if tag.scheme == "area")


def _meant(row: CommitmentRow, chosen: Chosen, areas: set[str]) -> bool:
    year = first_day(row.made_on)[:4]
    in_area = not areas & set(row.tags) if chosen.area == NO_AREA else chosen.area in row.tags
    return (
        chosen.series in ("", row.series)
        and chosen.party in ("", row.party)
        and chosen.state in ("", row.state)
        and (not chosen.area or in_area)
        and (not chosen.strategy or chosen.strategy in row.tags)
        and (not chosen.since or year >= chosen.since)
        and (not chosen.until or year <= chosen.until)
    )


def counted(pairs: Iterable[Any]) -> dict[Any, int]:
    return dict(Counter(pairs))


def headings(row: CommitmentRow, chosen: Chosen, areas: tuple[str, ...]) -> tuple[str, ...]:
    if chosen.area:
        return (NONE if chosen.area == NO_AREA else chosen.area,)
    return (EVERY, *([area for area in areas if area in row.tags] or [NONE]))


def rate(of: str, rows: Iterable[CommitmentRow]) -> Rate:
    asked = [row for row in rows if row.state != "superseded"]
    return Rate(of, len(asked), sum(row.state != "proposed" for row in asked))


@given(followings(), CHOICES)
@settings(max_examples=120)
def test_every_number_is_what_the_reader_counts_one_by_one(
    commands: list[c.Command], chosen: Chosen
) -> None:
    with house_of(commands) as house, house.readers.reading() as db:
        for person in (None, *PERSONS):
            viewer = seat(db, person, "en")
            rows = naive(viewer, chosen)
            found = gate.counts(viewer, chosen)
            areas = areas_of(viewer)
            assert {tuple(one)[:3]: one.number for one in found} == counted(
                (row.party, heading, row.state)
                for row in rows
                for heading in headings(row, chosen, areas)
            )
            assert gate.by_state(chosen, found) == counted(row.state for row in rows)
            _same_rates(viewer, chosen, rows, areas)
            _same_funnel(viewer, chosen, rows)
            _same_list(viewer, chosen, rows)


def _same_rates(
    viewer: Viewer, chosen: Chosen, rows: list[CommitmentRow], areas: tuple[str, ...]
) -> None:
    rates = gate.rates(viewer, chosen, gate.counts(viewer, chosen))
    met = {row.meeting for row in rows}
    assert set(rates.meetings) == {rate(m, (r for r in rows if r.meeting == m)) for m in met}
    parties = {row.party for row in rows}
    assert set(rates.parties) == {rate(p, (r for r in rows if r.party == p)) for p in parties}
    under = {h for row in rows for h in headings(row, chosen, areas)} - {EVERY}
    assert set(rates.areas) == {
        rate(h, (r for r in rows if h in headings(r, chosen, areas))) for h in under
    }
    assert rates.total == rate("", rows)
    assert gate.of_examples(viewer, chosen) is bool(met & meetings.examples(viewer))


def _same_funnel(viewer: Viewer, chosen: Chosen, rows: list[CommitmentRow]) -> None:
    funnel = gate.funnel(viewer, chosen, gate.counts(viewer, chosen))
    assert funnel.carried == len({(row.document, row.unit) for row in rows if row.unit})
    assert funnel.proposed == len(rows)
    assert (funnel.paragraphs is None) == (chosen != Chosen(series=chosen.series))
    if funnel.paragraphs is not None:
        assert funnel.carried <= funnel.paragraphs


def _same_list(viewer: Viewer, chosen: Chosen, rows: list[CommitmentRow]) -> None:
    listed = gate.listed(viewer, chosen, 1)
    assert (listed.count, listed.pages) == (len(rows), max(1, -(-len(rows) // PAGE)))
    assert {row.commitment for row in listed.rows} <= {row.commitment for row in rows}
    assert len(listed.rows) == min(PAGE, len(rows))


@given(followings(), CHOICES, _one(("2019-12-31", "2026-11-24", TODAY, "2026-12-15")))
@settings(max_examples=80)
def test_what_is_open_on_a_day_is_what_was_not_over_by_then(
    commands: list[c.Command], chosen: Chosen, day: str
) -> None:
    with house_of(commands) as house, house.readers.reading() as db:
        spans = list(db.execute("SELECT commitment, state, since, until FROM commitment_state"))
        for person in (None, *PERSONS):
            viewer = seat(db, person, "en")
            still = gate.open_on(viewer, chosen, day, TODAY)
            then = {
                name: state
                for name, state, since, until in spans
                if since <= day and (until is None or until > day)
            }
            every = Chosen(**{**_fields(chosen), "state": ""})
            states = [
                (row, then[row.commitment] if day < TODAY else row.state)
                for row in naive(viewer, every)
                if day >= TODAY or row.commitment in then
            ]
            rows = [
                (row, state)
                for row, state in states
                if state in OPEN_STATES
                and chosen.state in ("", state)
                and not (row.until and first_day(row.until) <= day)
            ]
            assert still.states == counted(state for _, state in rows)
            assert still.count == sum(age.count for age in still.ages) == len(rows)
            assert {age.band for age in still.ages} <= set(BANDS)
            assert still.late == sum(bool(r.due) and last_day(r.due or "") < day for r, _ in rows)


def _fields(chosen: Chosen) -> dict[str, str]:
    return {name: getattr(chosen, name) for name in Chosen.__dataclass_fields__}


@given(followings())
@settings(max_examples=40)
def test_what_is_open_in_a_series_is_open_by_every_account(commands: list[c.Command]) -> None:
    with house_of(commands) as house, house.readers.reading() as db:
        for person in (None, *PERSONS):
            viewer = seat(db, person, "en")
            rows = [row for row in commitments(viewer) if row.is_open(TODAY)]
            assert gate.open_by_series(viewer, TODAY) == counted(row.series for row in rows)
            examples = meetings.examples(viewer)
            of_examples = sum(row.meeting in examples for row in rows)
            assert gate.open_of_examples(viewer, TODAY) == of_examples
