"""The tables as of a day: what had happened by then, for those who may see it now."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kurultai.gate.clause import visible
from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.record.stored import Stored
from kurultai.tables.past import _MARKED, fold_until
from kurultai.tables.rebuild import differences
from kurultai.texts.change import Drop
from tests.tables.folding import TABLED, Folding, par, version
from tests.tables.founding import PERSONS
from tests.tables.sequences import drafts, house_of, sequences

TODAY = date(2026, 11, 25)
DAYS = ("2019-05", "2024-03-01", "2025-04-15/2025-04-16", "2026-11-25", "2027")


@given(sequences() | drafts())
@settings(max_examples=30)
def test_by_the_last_day_all_happened_that_the_tables_tell(commands: list[c.Command]) -> None:
    with house_of(commands) as house, house.readers.reading() as db:
        past = fold_until(Stored(db).acts(), date(2999, 1, 1), db)
        assert list(differences(db, past)) == []


@given(sequences() | drafts(), st.data())
@settings(max_examples=60)
def test_any_day_can_be_told_whatever_the_acts_are_dated(
    commands: list[c.Command], data: st.DataObject
) -> None:
    with house_of(commands) as house, house.readers.reading() as db:
        acts = [replace(act, on=data.draw(st.sampled_from(DAYS))) for act in Stored(db).acts()]
        fold_until(acts, date(2025, 6, 30), db)


@given(sequences(), st.data())
@settings(max_examples=40)
def test_nobody_sees_of_the_past_what_they_may_not_see_now(
    commands: list[c.Command], data: st.DataObject
) -> None:
    with house_of(commands) as house, house.readers.reading() as db:
        acts = list(Stored(db).acts())
        past = fold_until(acts[: data.draw(st.integers(1, len(acts)))], TODAY, db)
        for marked in _MARKED:
            key = ", ".join(marked.key)
            sql = f"SELECT {key} FROM {marked.table} WHERE {visible(marked.table)}"  # noqa: S608
            for person in ("", *PERSONS):
                now = set(db.execute(sql, {"viewer": person}))
                then = set(past.execute(sql, {"viewer": person}))
                every = set(past.execute(f"SELECT {key} FROM {marked.table}"))  # noqa: S608
                assert then == every & now, f"{marked.table} to {person}"


def test_what_happened_later_is_not_told() -> None:
    now = Folding()
    now.did(TABLED, on="2024-05")
    now.did(version("en", par("o1", "Asks")), on="2024-06-01")
    now.did(a.DocumentWithdrawn({"en": "Too early"}), on="2025-01-10")
    past = fold_until(now.acts, date(2024, 5, 31), now.db)
    assert past.execute("SELECT state FROM document").fetchall() == [("draft",)]
    assert past.execute("SELECT count(*) FROM version").fetchone() == (0,)
    assert now.cells("SELECT state FROM document") == ["withdrawn"]


def test_what_was_entered_late_is_told_as_of_when_it_happened() -> None:
    now = Folding()
    now.did(TABLED, on="2019-12-18")
    now.did(version("en", par("o1", "Asks")), on="2026-11-25")
    now.did(a.TextAdopted("meeting:plenary-9", None, "DECL/9"), on="2019-12-18")
    past = fold_until(now.acts, date(2020, 1, 1), now.db)
    assert past.execute("SELECT state, symbol FROM document").fetchall() == [("adopted", "DECL/9")]


def test_nothing_is_settled_about_an_amendment_that_was_not_tabled_yet() -> None:
    """Its parent is dated later than the vote: the past tells of neither, and can be told."""
    now = Folding()
    now.did(TABLED, version("en", par("o1", "Asks"), par("o2", "Notes")), on="2024-01-01")
    parent = a.AmendmentTabled("amendment:p", 1, ("party:az",), "en", 1, (Drop("o1"),))
    sub = a.AmendmentTabled(
        "amendment:s", 2, ("party:kz",), "en", 1, (Drop("o2"),), of="amendment:p"
    )
    now.did(parent, on="2025-06-01")
    now.did(sub, a.AmendmentsSettled("decision:d", ("amendment:s",), (), ()), on="2024-06-01")
    past = fold_until(now.acts, date(2024, 12, 31), now.db)
    assert past.execute("SELECT amendment FROM amendment").fetchall() == []
    assert past.execute("SELECT state FROM document").fetchall() == [("draft",)]


def test_a_marking_raised_since_holds_for_what_stood_open_then() -> None:
    now = Folding()
    now.did(TABLED, on="2024-01-01")
    now.did(a.MarkingChanged(), on="2025-01-01", audience="secretariat")
    past = fold_until(now.acts, date(2024, 6, 30), now.db)
    assert past.execute("SELECT audience_id FROM document").fetchall() == [(3,)]
    assert past.execute("SELECT audience_id FROM minute").fetchall() == [(3,)]


def test_a_marking_lowered_since_opens_what_was_closed_then() -> None:
    now = Folding()
    now.did(TABLED, on="2024-01-01", audience="secretariat")
    now.did(a.MarkingChanged(), on="2025-01-01", audience="public")
    past = fold_until(now.acts, date(2024, 6, 30), now.db)
    assert past.execute("SELECT audience_id FROM document").fetchall() == [(1,)]
