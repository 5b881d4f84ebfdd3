"""The tables are a fold of the record: they can be made anew at any time, and are the same."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from kurultai.handle import House
from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.document import Document, evolve_document
from kurultai.record.act import Act
from kurultai.record.stored import Stored
from kurultai.tables.amendments import proposal_of
from kurultai.tables.project import project, table_names
from kurultai.tables.rebuild import current, differences, fold, swap
from kurultai.tables.wordings import text_of
from tests.conftest import noon
from tests.tables.founding import THIRD
from tests.tables.sequences import drafts, house_of, sequences


def acts_in(db: sqlite3.Connection) -> list[Act]:
    return list(Stored(db).acts())


@given(sequences())
@settings(max_examples=40)
def test_tables_are_what_the_acts_make_whatever_was_asked(commands: list[c.Command]) -> None:
    with house_of(commands) as house, house.readers.reading() as db:
        assert list(differences(db, fold(acts_in(db)))) == []


@given(drafts())
@settings(max_examples=40)
def test_tables_of_a_draft_are_what_the_acts_make_whatever_was_asked(
    commands: list[c.Command],
) -> None:
    with house_of(commands) as house, house.readers.reading() as db:
        assert list(differences(db, fold(acts_in(db)))) == []


@given(drafts())
@settings(max_examples=40)
def test_the_tables_have_the_amendments_that_the_procedure_has(commands: list[c.Command]) -> None:
    with house_of(commands) as house, house.readers.reading() as db:
        document = Document()
        for act in Stored(db).stream(THIRD, 0):
            document = evolve_document(document, act.audience, a.act_of(act.kind, act.body))
        proposals = document.proposals
        assert {name: proposal_of(db, name) for name in proposals} == proposals
        assert text_of(db, THIRD).units == document.units
        assert text_of(db, THIRD).reading == document.text.reading


@given(sequences())
@settings(max_examples=10)
def test_a_command_asked_again_is_answered_and_not_repeated(commands: list[c.Command]) -> None:
    with house_of(commands) as house:
        with house.readers.reading() as db:
            recorded = acts_in(db)
        last = {act.command: act.position for act in recorded}
        for command in commands:
            if command.id in last:
                assert house.submit("test", command).result() == last[command.id]
        with house.readers.reading() as db:
            assert acts_in(db) == recorded


@pytest.fixture
def writable(turkpa: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """TURKPA's database, open for somebody who should not write in it."""
    shutil.copytree(turkpa, tmp_path / "data")
    db = sqlite3.connect(tmp_path / "data" / "record.db", isolation_level=None)
    yield db
    db.close()


def test_tables_that_nobody_touched_are_the_same(writable: sqlite3.Connection) -> None:
    assert list(differences(writable, fold(acts_in(writable)))) == []


def test_a_changed_row_is_named_as_shown_and_as_said(writable: sqlite3.Connection) -> None:
    writable.execute("UPDATE party SET status = 'member' WHERE party = 'party:uz'")
    shown, said = differences(writable, fold(acts_in(writable)))
    assert shown.startswith("party: shown, but no act says so: ('party:uz'")
    assert said.startswith("party: an act says so, but not shown: ('party:uz'")
    assert ("'member'" in shown, "'guest_of_honour'" in said) == (True, True)


def test_a_row_that_was_taken_away_is_named(writable: sqlite3.Connection) -> None:
    writable.execute("DELETE FROM statement")
    lines = list(differences(writable, fold(acts_in(writable))))
    assert [line.partition(":")[0] for line in lines] == ["statement"] * 5


def test_swapping_makes_the_tables_anew_beside_nothing_else(writable: sqlite3.Connection) -> None:
    before = acts_in(writable)
    writable.execute("DELETE FROM meeting")
    writable.execute("BEGIN")
    assert swap(writable, acts_in(writable)) == len(before)
    writable.execute("COMMIT")
    assert list(differences(writable, fold(before))) == []
    assert acts_in(writable) == before


def test_tables_of_another_version_are_folded_anew_when_the_house_opens(
    turkpa: Path, tmp_path: Path
) -> None:
    shutil.copytree(turkpa, tmp_path / "data")
    db = sqlite3.connect(tmp_path / "data" / "record.db", isolation_level=None)
    db.execute("UPDATE table_version SET version = 0")
    db.execute("UPDATE meeting SET state = 'spoilt'")
    assert not current(db)
    House(tmp_path / "data", noon).close()
    assert current(db)
    assert db.execute("SELECT count(*) FROM meeting WHERE state = 'spoilt'").fetchone() == (0,)
    db.close()


def test_every_table_is_compared(writable: sqlite3.Connection) -> None:
    sql = "SELECT name FROM sqlite_master WHERE type = 'table'"
    found = {name for (name,) in writable.execute(sql)}
    records_own = {"entry", "act", "payload", "hash", "checkpoint"}
    assert found - set(table_names()) <= records_own


@pytest.mark.parametrize(
    ("stream", "kind"),
    [
        ("assembly", "MeetingOpened"),
        ("meeting:x", "MarkingChanged"),
        ("document:x", "MeetingOpened"),
        ("commitment:x", "MeetingOpened"),
    ],
)
def test_an_act_in_a_stream_that_is_not_its_own_is_no_act(stream: str, kind: str) -> None:
    strange = Act(1, "2026-01-01T00:00:00.000000Z", stream, 1, kind, "", "public", "", "2026", {})
    with pytest.raises(ValueError, match="no act of"):
        project(fold([]), strange)


def test_an_act_of_an_unknown_kind_is_not_read() -> None:
    with pytest.raises(ValueError, match="this release knows no act of kind Rumour"):
        a.act_of("Rumour", {})
