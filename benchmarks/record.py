"""Figures of the record: how fast acts become durable, are folded and are verified.

Every figure stands beside a floor measured in the same run on the same disk: what bare SQLite
does. Machines differ; the ratios hardly do.

.venv/bin/python benchmarks/record.py [commands] [directory on the disk to measure]
"""

import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kurultai.cli.folder_read import read_folder
from kurultai.cli.load import load
from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.record.act import Draft
from kurultai.record.export import export
from kurultai.record.sources import open_for_reading
from kurultai.record.sqlite import Record
from kurultai.record.stored import Stored
from kurultai.record.verify import verify
from kurultai.record.writer import Writer
from kurultai.tables.rebuild import fold

PRODUCERS = 32
EXAMPLE = Path(__file__).parents[1] / "examples" / "turkpa"
WORDS = {"en": "Shares what it has learned of floods and of those who came to help. " * 3}


@dataclass(frozen=True, slots=True)
class Rate:
    """How many a second, and how long one took."""

    each_second: float
    median: float  # ms
    p99: float  # ms
    processor: float  # µs for each, producers included: hardly depends on what else runs

    def __str__(self) -> str:
        """As it is printed."""
        return (
            f"{self.each_second:>8,.0f}/s   median {self.median:5.1f} ms, p99 {self.p99:5.1f} ms, "
            f"processor {self.processor:4.0f} µs"
        )


def main() -> None:
    """Measure and print."""
    commands = int(sys.argv[1]) if len(sys.argv) > 1 else 16_000
    place = sys.argv[2] if len(sys.argv) > 2 else None  # noqa: PLR2004
    with tempfile.TemporaryDirectory(dir=place) as directory:
        here = Path(directory)
        floor = measured(1, commands // 32, bare(here))
        tell("bare SQLite, one act and one commit after another", floor)
        record = measured(PRODUCERS, commands // PRODUCERS, written(here))
        tell(f"Writer, {PRODUCERS} producers", record, floor)
        house = measured(PRODUCERS, commands // PRODUCERS, decided(here))
        tell(f"House, {PRODUCERS} producers: decided, recorded, in the tables", house, floor)
        read_back(here)


def tell(what: str, rate: Rate, floor: Rate | None = None) -> None:
    """One line."""
    ratio = f"   {rate.each_second / floor.each_second:.1f} times the floor" if floor else ""
    say(f"{what:58} {rate}{ratio}")


def measured(
    producers: int, each: int, made: tuple[Callable[[str], None], Callable[[], None]]
) -> Rate:
    """The rate at which producers in number get their acts acknowledged."""
    act, close = made
    took: list[float] = []

    def produce(producer: int) -> None:
        for number in range(each):
            begun = time.perf_counter()
            act(f"{producer}-{number}")
            took.append(time.perf_counter() - begun)

    threads = [threading.Thread(target=produce, args=(number,)) for number in range(producers)]
    begun, busy = time.perf_counter(), time.process_time()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds, busy = time.perf_counter() - begun, time.process_time() - busy
    close()
    took.sort()
    return Rate(
        len(took) / seconds,
        took[len(took) // 2] * 1e3,
        took[len(took) * 99 // 100] * 1e3,
        busy / len(took) * 1e6,
    )


def bare(here: Path) -> tuple[Callable[[str], None], Callable[[], None]]:
    """The floor: a row of the same size, synced."""
    db = sqlite3.connect(here / "bare.db", isolation_level=None, check_same_thread=False)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE act (position INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT")

    def act(_: str) -> None:
        db.execute("INSERT INTO act (body) VALUES (zeroblob(700))")

    return act, db.close


def written(here: Path) -> tuple[Callable[[str], None], Callable[[], None]]:
    """The record and its writer alone."""
    Record.create(here / "written", "example.org/record/1").close()
    writer = Writer(Record.open(here / "written"))

    def act(name: str) -> None:
        draft = Draft(f"meeting:{name[:2]}", "Said", "public", "2026-11-25", {"text": WORDS["en"]})

        def work(record: Record) -> int:
            return record.append([draft], actor="person:1", command=name)[-1].position

        writer.submit(work).result()

    return act, writer.close


def decided(here: Path) -> tuple[Callable[[str], None], Callable[[], None]]:
    """Statements entered at TURKPA's past meetings, decided by the rules and folded into tables."""
    load(read_folder(EXAMPLE), here / "data")
    house = House(here / "data")
    with house.readers.reading() as db:
        meetings = [
            row[0] for row in db.execute("SELECT meeting FROM meeting WHERE state = 'closed'")
        ]

    def act(name: str) -> None:
        command = c.RecordStatement(
            id=name,
            meeting=meetings[hash(name) % len(meetings)],
            speaker={"en": "Chair"},
            on_behalf="assembly",
            summary=WORDS,
        )
        house.submit("bench", command).result()

    return act, house.close


def read_back(here: Path) -> None:
    """Fold, verify and export what was just written."""
    data = here / "data"
    db = open_for_reading(data / "record.db")
    db.text_factory = str
    size = Stored(db).size()
    seconds = timed(lambda: list(Stored(db).acts()))
    floor = size / seconds
    say(f"{'acts read and decoded (from here on: of the processor)':58} {floor:>8,.0f}/s")
    rebuilt = size / timed(lambda: fold(Stored(db).acts()).close())
    db.close()
    say(f"{'tables folded anew':58} {rebuilt:>8,.0f}/s   {rebuilt / floor:.2f} of reading alone")
    checked = size / timed(lambda: verify(data))
    say(f"{'record verified':58} {checked:>8,.0f}/s   {checked / floor:.2f} of reading alone")
    exported = size / timed(lambda: export(data, here / "copy"))
    say(f"{'record exported and the copy verified':58} {exported:>8,.0f}/s")
    copied = size / timed(lambda: verify(here / "copy"))
    say(f"{'copy verified':58} {copied:>8,.0f}/s")
    bytes_each = (data / "record.db").stat().st_size / size
    say(f"{size:,} acts; {bytes_each:,.0f} bytes each with their tables")


def say(line: str) -> None:
    """Print at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def timed(work: Callable[[], object]) -> float:
    """Seconds of the processor, which hardly depend on what else runs."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
