"""What follows from adopted texts: whatever was asked, the tables are what the acts make of it."""

import sqlite3
from collections import Counter

from hypothesis import given, settings

from kurultai.handle import House
from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.following.commitment import Commitment, evolve_commitment
from kurultai.procedure.refusal import Refused
from kurultai.record.stored import Stored
from kurultai.tables.rebuild import differences, fold
from tests.tables.founding import EN, FIRST
from tests.tables.sequences import followings, house_of

Counts = Counter[tuple[int, str, str, str, str]]


def recount(db: sqlite3.Connection) -> Counts:
    """Every commitment that was not struck under each of its headings, counted one by one."""
    areas = {tag for (tag,) in db.execute("SELECT tag FROM tag WHERE scheme = 'area'")}
    tags: dict[str, set[str]] = {}
    for tag, commitment in db.execute("SELECT tag, commitment FROM commitment_tag"):
        tags.setdefault(commitment, set()).add(tag)
    found: Counts = Counter()
    sql = "SELECT commitment, audience_id, series, party, state FROM commitment WHERE NOT struck"
    for commitment, audience, series, party, state in db.execute(sql):
        own = tags.get(commitment, set())
        for heading in {"*", *own, *({""} if own.isdisjoint(areas) else ())}:
            found[audience, series, party, heading, state] += 1
    return found


def kept(db: sqlite3.Connection) -> Counts:
    sql = "SELECT audience_id, series, party, tag, state, count FROM commitment_count"
    return Counter({tuple(row[:5]): row[5] for row in db.execute(sql)})


@given(followings())
@settings(max_examples=30)
def test_tables_are_what_the_acts_make(commands: list[c.Command]) -> None:
    with house_of(commands) as house, house.readers.reading() as db:
        assert list(differences(db, fold(list(Stored(db).acts())))) == []


@given(followings())
@settings(max_examples=30)
def test_counts_are_a_recount_and_no_count_is_of_nothing(commands: list[c.Command]) -> None:
    with house_of(commands) as house, house.readers.reading() as db:
        assert kept(db) == recount(db)
        assert all(count > 0 for count in kept(db).values())


@given(followings())
@settings(max_examples=30)
def test_a_commitment_is_in_one_state_at_a_time_and_in_the_last_one_now(
    commands: list[c.Command],
) -> None:
    with house_of(commands) as house, house.readers.reading() as db:
        sql = "SELECT commitment, state, struck FROM commitment"
        for commitment, state, struck in db.execute(sql).fetchall():
            spans = db.execute(_SPANS, (commitment,)).fetchall()
            assert [span[0] for span in spans if span[2] is None] == ([] if struck else [state])
            for day in {since for _, since, _ in spans}:
                assert sum(_covers(span, day) for span in spans) <= 1


def _covers(span: tuple[str, str, str | None], day: str) -> bool:
    """One that was entered late and was earlier leaves nothing of what it took the place of."""
    _state, since, until = span
    return since <= day and (until is None or day < until)


_SPANS = "SELECT state, since, until FROM commitment_state WHERE commitment = ? ORDER BY position"


@given(followings())
@settings(max_examples=30)
def test_the_tables_have_the_state_that_the_procedure_has(commands: list[c.Command]) -> None:
    with house_of(commands) as house, house.readers.reading() as db:
        sql = "SELECT commitment, state, struck FROM commitment"
        for name, state, struck in db.execute(sql).fetchall():
            made = Commitment()
            for act in Stored(db).stream(name, 0):
                made = evolve_commitment(made, a.act_of(act.kind, act.body))
            assert (made.state, made.struck) == (state, bool(struck))


@given(followings())
@settings(max_examples=30)
def test_what_is_taken_over_and_taken_back_leaves_the_counts_as_they_were(
    commands: list[c.Command],
) -> None:
    with house_of(commands) as house:
        before = _counts(house)
        lines = (
            c.ImportedLine(1, 1, EN, "party:kz", answers=(c.Answered("2026-11-25", "done", EN),)),
            c.ImportedLine(2, 0, EN, "party:az", state="noted"),
        )
        taken = c.ImportCommitments(
            id="taken", document=FIRST, name="x.csv", digest="c" * 64, lines=lines
        )
        house.submit("test", taken).result()
        assert _counts(house) != before
        with house.readers.reading() as db:
            (name,) = db.execute("SELECT imported FROM import WHERE name = 'x.csv'").fetchone()
        house.submit(
            "test", c.UndoImport(id="back", document=FIRST, imported=name, reason=EN)
        ).result()
        assert _counts(house) == before


def _counts(house: House) -> Counts:
    with house.readers.reading() as db:
        return kept(db)


@given(followings())
@settings(max_examples=30)
def test_drawing_the_same_twice_changes_nothing(commands: list[c.Command]) -> None:
    drawn = (c.Drawn("o1", ("party:az", "party:kz"), a.Undertaking("report")),)
    with house_of(commands) as house:
        first = house.submit("test", _draw("d1", drawn)).exception()
        assert first is None or first.rule == "commitment.nothing_changes"  # type: ignore[attr-defined]
        again = house.submit("test", _draw("d2", drawn)).exception()
        assert isinstance(again, Refused)
        assert again.rule == "commitment.nothing_changes"


def _draw(name: str, drawn: tuple[c.Drawn, ...]) -> c.DrawCommitments:
    return c.DrawCommitments(id=name, document=FIRST, paragraphs=drawn, reason=EN)
