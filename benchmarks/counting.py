"""Figures of counting: a million ballots read, decided and answered, line by line.

Every figure stands beside a floor measured in the same run: decoding the same lines from JSON,
and nothing else. The peak of memory is told after a tenth of the ballots and after all of them.

.venv/bin/python benchmarks/counting.py [ballots]
"""

import resource
import sys
from collections.abc import Callable
from fractions import Fraction
from time import perf_counter

import msgspec

from kurultai.procedure.counting.decide import decide
from kurultai.procedure.counting.event import Outcome
from kurultai.procedure.counting.lines import read_event, write_outcome
from kurultai.procedure.rulebook import Condition, Rule, Rulebook, Voter

VOTERS, BATCH = 500, 50
SINCE = "2000-01-01"
OPTIONS = ("yes", "no", "yes", "abstain", "no", "yes", "absent")
MEMBERS = tuple(f"member-{number:03}" for number in range(VOTERS))
PLAIN = Rule(since=SINCE, confidence="C", part="plenary", kind="majority_cast", book="b")
DOUBLE = Rule(
    since=SINCE,
    confidence="C",
    part="plenary",
    kind="conditions",
    conditions=(
        Condition(of="entitled", fraction=Fraction(11, 20)),
        Condition(measure="population", of="entitled", fraction=Fraction(13, 20)),
        Condition(measure="groups", of="cast", fraction=Fraction(1, 2), more_than=True),
    ),
    book="b",
)
ROLL = tuple(
    Voter(
        since=SINCE,
        confidence="C",
        voter=name,
        weight=Fraction(1 + number % 3),
        population=1000 + number % 9,
        group=f"group-{number % 20}",
    )
    for number, name in enumerate(MEMBERS)
)
BOOKS = {
    "votes by name, more for than against": Rulebook("b", (), (PLAIN,), (), ()),
    "weighted, population and groups too": Rulebook("b", (), (DOUBLE,), (), (), voters=ROLL),
}


def main() -> None:
    """Measure and print."""
    ballots = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    events = ballots // VOTERS
    say(f"{events:,} events of {VOTERS} votes each: {events * VOTERS:,} ballots")
    for name, book in BOOKS.items():
        run(events // 10, book)
        first = peak()
        floor, took = run(events, book)
        say(f"  {name}: {took:.2f} s, {took / floor:.1f} times the floor of {floor:.2f} s")
        say(f"    peak of memory {first:.0f} MB after a tenth, {peak():.0f} MB after all")


def run(events: int, book: Rulebook) -> tuple[float, float]:
    """Seconds to decode the lines only, and to answer them."""
    floor = took = 0.0
    for start in range(0, events, BATCH):
        batch = [line(number) for number in range(start, min(start + BATCH, events))]
        floor += timed(lambda batch=batch: [msgspec.json.decode(each) for each in batch])  # type: ignore[misc]
        took += timed(lambda batch=batch: [answer(book, each) for each in batch])  # type: ignore[misc]
    return floor, took


def line(number: int) -> bytes:
    """An event in which the votes fall otherwise than in the one before."""
    votes = [
        {"voter_id": name, "option": OPTIONS[(voter * 3 + number) % len(OPTIONS)]}
        for voter, name in enumerate(MEMBERS)
    ]
    return msgspec.json.encode(
        {"identifier": f"vote-{number}", "start_date": "2026-03-14", "votes": votes}
    )


def answer(book: Rulebook, written: bytes) -> bytes:
    """One line for one line."""
    event = read_event(written)
    return write_outcome(event if isinstance(event, Outcome) else decide(book, event))


def timed(what: Callable[[], object]) -> float:
    """Seconds that it took."""
    start = perf_counter()
    what()
    return perf_counter() - start


def peak() -> float:
    """The most memory that the process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def say(text: str) -> None:
    """Print."""
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    main()
