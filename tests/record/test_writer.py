"""The one writer: who is acknowledged, who is refused, and what that leaves behind."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import Future, wait
from pathlib import Path

import pytest

from kurultai.record.sqlite import Record
from kurultai.record.verify import verify
from kurultai.record.writer import WAITING, Busy, NotDurable, Work, Writer

from .conftest import Make, noon, said


class NotAllowed(Exception):  # noqa: N818
    """A rule forbids it."""


def saying(text: str, command: str = "") -> Work:
    """Work that records one act, once for each command."""

    def work(record: Record) -> int:
        done = record.results_of(command or text)
        if done is not None:
            return done
        acts = record.append([said(text)], actor="person:1", command=command or text)
        return acts[-1].position

    return work


def refused(record: Record) -> int:
    record.append([said("half done")], actor="person:1", command="refused")
    raise NotAllowed


class Held:
    """Work that keeps the writer busy until it is let go."""

    def __init__(self) -> None:
        self.begun, self.go = threading.Event(), threading.Event()

    def __call__(self, record: Record) -> int:
        self.begun.set()
        self.go.wait()
        return record.size


@pytest.fixture
def writer(data: Path) -> Iterator[Writer]:
    opened = Writer(Record.open(data, noon))
    yield opened
    opened.close()


def bodies(data: Path) -> list[object]:
    record = Record.open(data, noon)
    found = [act.body.get("text") for act in record.acts()][4:]
    record.close()
    return list(found)


def test_what_is_acknowledged_is_on_the_record(data: Path, writer: Writer) -> None:
    assert writer.submit(saying("a")).result() == 5
    assert writer.submit(saying("b")).result() == 6
    writer.close()
    assert bodies(data) == ["a", "b"]
    assert verify(data).faults == ()


def test_a_repeated_command_is_answered_and_not_repeated(data: Path, writer: Writer) -> None:
    assert writer.submit(saying("a", "c")).result() == 5
    assert writer.submit(saying("a", "c")).result() == 5
    held = Held()
    writer.submit(held)
    twice = [writer.submit(saying("b", "d")) for _ in range(2)]
    held.go.set()
    assert [future.result() for future in twice] == [6, 6]
    writer.close()
    assert bodies(data) == ["a", "b"]


def test_a_refusal_takes_back_what_it_began_and_nothing_else(data: Path, writer: Writer) -> None:
    held = Held()
    writer.submit(held)
    futures = [writer.submit(work) for work in (saying("a"), refused, saying("b"))]
    held.go.set()
    assert futures[0].result() == 5
    with pytest.raises(NotAllowed):
        futures[1].result()
    assert futures[2].result() == 6
    writer.close()
    assert bodies(data) == ["a", "b"]
    assert verify(data).faults == ()


def test_a_mistake_in_one_command_does_not_touch_the_others(data: Path, writer: Writer) -> None:
    def mistaken(record: Record) -> int:
        record.connection.execute("INSERT INTO entry VALUES (1, x'00')")
        return 0

    held = Held()
    writer.submit(held)
    futures = [writer.submit(work) for work in (saying("a"), mistaken, saying("b"))]
    held.go.set()
    assert futures[0].result() == 5
    with pytest.raises(sqlite3.IntegrityError):
        futures[1].result()
    assert futures[2].result() == 6
    writer.close()
    assert bodies(data) == ["a", "b"]


def test_commands_that_wait_together_share_a_checkpoint(data: Path, writer: Writer) -> None:
    held = Held()
    writer.submit(held)
    held.begun.wait()
    wait(_go(writer, held, 40))
    writer.close()
    db = sqlite3.connect(data / "record.db")
    sizes = [size for (size,) in db.execute("SELECT size FROM checkpoint ORDER BY size")]
    db.close()
    assert sizes == [0, 2, 4, 44]


def _go(writer: Writer, held: Held, count: int) -> list["Future[int]"]:
    futures = [writer.submit(saying(str(number))) for number in range(count)]
    held.go.set()
    return futures


def test_beyond_the_queue_nobody_waits_in_vain(writer: Writer) -> None:
    held = Held()
    writer.submit(held)
    held.begun.wait()
    futures = [writer.submit(saying(str(number))) for number in range(WAITING)]
    with pytest.raises(Busy):
        writer.submit(saying("too many"))
    held.go.set()
    assert [future.result() for future in futures] == list(range(5, 5 + WAITING))


def test_closing_finishes_what_is_queued(data: Path, writer: Writer) -> None:
    held = Held()
    writer.submit(held)
    futures = _go(writer, held, 3)
    writer.close()
    assert [future.result() for future in futures] == [5, 6, 7]
    with pytest.raises(NotDurable, match="closed"):
        writer.submit(saying("late"))
    assert bodies(data) == ["0", "1", "2"]


def test_whoever_gives_up_waiting_records_nothing(data: Path, writer: Writer) -> None:
    held = Held()
    writer.submit(held)
    held.begun.wait()
    given_up, other = writer.submit(saying("given up")), writer.submit(saying("other"))
    assert given_up.cancel()
    held.go.set()
    assert other.result() == 5
    writer.close()
    assert bodies(data) == ["other"]


def test_many_producers_lose_nothing_and_each_sees_its_order(make: Make) -> None:
    data = make("many", 0)
    writer = Writer(Record.open(data, noon))
    told: list[list[int]] = [[] for _ in range(16)]

    def produce(own: int) -> None:
        for number in range(25):
            told[own].append(writer.submit(saying(f"{own}/{number}")).result())

    threads = [threading.Thread(target=produce, args=(own,)) for own in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    writer.close()
    assert sorted(position for own in told for position in own) == list(range(1, 401))
    assert all(own == sorted(own) for own in told)
    assert verify(data).faults == ()


def test_a_commit_that_fails_is_told_to_all_and_forgotten(data: Path) -> None:
    forgotten = []
    record = Record.open(data, noon)
    writer = Writer(record, after_failure=lambda: forgotten.append(True))

    def breaking(record: Record) -> int:
        record.connection.execute("ROLLBACK")  # as SQLite does when the disk fails
        raise sqlite3.OperationalError

    held = Held()
    writer.submit(held)
    futures = [writer.submit(work) for work in (saying("a"), breaking)]
    held.go.set()
    for future in futures:
        with pytest.raises(NotDurable):
            future.result()
    assert forgotten == [True]
    writer.close()
    assert bodies(data) == []


def test_after_an_error_of_the_disk_the_writer_stops(data: Path) -> None:
    writer = Writer(Record.open(data, noon))

    def failing(_: Record) -> int:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    held = Held()
    writer.submit(held)
    held.begun.wait()
    lost = [writer.submit(work) for work in (saying("a"), failing)]
    held.go.set()
    for future in lost:
        with pytest.raises(NotDurable, match="disk I/O error"):
            future.result()
    writer.close()
    with pytest.raises(NotDurable, match="Look at the disk"):
        writer.submit(saying("b"))
    assert bodies(data) == []


def test_what_is_durable_is_acknowledged_though_the_mark_failed(data: Path) -> None:
    record = Record.open(data, noon)
    writer = Writer(record)
    with (data / "high-water").open("rb") as unwritable:
        os.dup2(unwritable.fileno(), record._mark._handle)
    assert writer.submit(saying("a")).result() == 5
    writer._thread.join()
    with pytest.raises(NotDurable, match="Look at the disk"):
        writer.submit(saying("b"))
    assert bodies(data) == ["a"]


def test_the_log_of_the_database_is_moved_into_it_now_and_then(data: Path) -> None:
    record = Record.open(data, noon)
    writer = Writer(record)
    before = (data / "record.db").stat().st_size
    for number in range(150):
        writer.submit(saying(str(number))).result()
    writer.submit(saying("last")).result()
    assert (data / "record.db").stat().st_size > before
    assert (data / "record.db-wal").stat().st_size < 6_000_000
    writer.close()
    assert len(bodies(data)) == 151


def test_while_another_program_holds_the_database_commands_are_refused(data: Path) -> None:
    record = Record.open(data, noon)
    record.connection.execute("PRAGMA busy_timeout = 0")
    writer = Writer(record)
    other = sqlite3.connect(data / "record.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(NotDurable, match="locked"):
        writer.submit(saying("a")).result()
    other.execute("ROLLBACK")
    other.close()
    assert writer.submit(saying("b")).result() == 5
    writer.close()
    assert bodies(data) == ["b"]
