"""Decide vote events by a rulebook: JSON lines in, a JSON line out for each, in their order."""

import argparse
import sys
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from kurultai.cli.books import NoBook, said, written
from kurultai.cli.lines import lines
from kurultai.language import LANGUAGES
from kurultai.language.ballots import say_election
from kurultai.language.findings import say_finding
from kurultai.language.refusals import say_refusal, unsaid
from kurultai.papers.popolo import events_of
from kurultai.procedure.counting.decide import decide
from kurultai.procedure.counting.event import Outcome, VoteEvent
from kurultai.procedure.counting.lines import invalid, write_outcome
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Rulebook, load
from kurultai.procedure.rulebook.check import study

REMEMBERED = 10_000  # results of earlier events, for those that depend on them
_SPACE = b" \t\r"


def add(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    parser.add_argument(
        "--rulebook",
        required=True,
        metavar="NAME_OR_FILE",
        help="one that comes along (kurultai rulebook list names them), or a file",
    )
    parser.add_argument(
        "--language", choices=LANGUAGES, default="en", help="of sentences; English if not given"
    )
    parser.add_argument(
        "--explain", action="store_true", help='add to each result what it says in words: "said"'
    )


def run(args: argparse.Namespace) -> int:
    """Answer every line; 0, or 2 if there is no such rulebook or it cannot be read."""
    try:
        asked = written(args.rulebook)
    except NoBook as reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    try:
        book = load(asked.text, asked.name)
    except Refused:
        sys.stderr.writelines(said(asked, study(asked.text, asked.name).faults))
        return 2
    told = Told(book, args.language, explain=args.explain)
    out = sys.stdout.buffer
    with open(sys.stdin.fileno(), "rb", buffering=0, closefd=False) as given:
        for answer in answers(book, lines(given, out.flush), told):
            out.write(answer)
    return 0


class Told:
    """How outcomes are told: as JSON, and in words where that is asked for or needed."""

    def __init__(self, book: Rulebook, language: str, *, explain: bool) -> None:
        """In that language; ``explain`` adds the sentences of each finding."""
        self._book = book
        self._language = language
        self._explain = explain
        self._electorate = lru_cache(maxsize=64)(self._names)

    def line(self, outcome: Outcome, day: str) -> bytes:
        """The outcome as a line."""
        if outcome.result == "invalid":
            outcome = msgspec.structs.replace(outcome, reason=self._refused(outcome))
        told = write_outcome(outcome)
        if self._explain:
            told = told[:-1] + b',"said":' + msgspec.json.encode(self._said(outcome, day)) + b"}"
        return told + b"\n"

    def _refused(self, outcome: Outcome) -> str:
        """Why it is invalid; what the sentence has no place for stands behind it."""
        refused, facts = outcome.arithmetic["refused"], outcome.arithmetic["facts"]
        why = say_refusal(refused, facts, self._language)
        behind = [f"{key} {fact}" for key, fact in unsaid(refused, facts).items()]
        return f"{why} ({', '.join(behind)})" if behind else why

    def _said(self, outcome: Outcome, day: str) -> tuple[str, ...]:
        if outcome.result == "invalid":
            return (outcome.reason,)
        names = self._electorate(day)
        say = say_election if "standing" in outcome.arithmetic else say_finding
        return say(outcome.arithmetic, lambda voter: names.get(voter, voter), self._language)

    def _names(self, day: str) -> dict[str, str]:
        """What the voters of the rulebook are called on the day."""
        voters = self._book.electorate(on=day).items()
        return {name: voter.names.get(self._language, name) for name, voter in voters}


def answers(book: Rulebook, given: Iterator[bytes | int], told: Told) -> Iterator[bytes]:
    """The answer to each line; what was decided earlier is remembered for a while."""
    earlier: dict[str, str] = {}
    for number, line in enumerate(given, start=1):
        for event in _events(line, first=number == 1):
            if isinstance(event, Outcome):
                yield told.line(event, "")
                continue
            outcome = _decided(book, event, earlier)
            _remember(earlier, outcome)
            yield told.line(outcome, event.start_date[:10])


def _events(line: bytes | int, *, first: bool) -> Iterator[VoteEvent | Outcome]:
    if isinstance(line, int):
        yield invalid("", Refused("line.too_long", {"bytes": str(line)}))
        return
    whole = line.removeprefix(b"\xef\xbb\xbf") if first else line  # a mark that editors put there
    if whole.strip(_SPACE):
        yield from events_of(whole)
    else:
        yield invalid("", Refused("line.blank"))


def _decided(book: Rulebook, event: VoteEvent, earlier: dict[str, str]) -> Outcome:
    try:
        return decide(book, event, earlier)
    except Exception as fault:  # noqa: BLE001 - one line must not take the others with it
        why = f"{type(fault).__name__}: {fault}"
        return invalid(event.identifier, Refused("line.failed", {"why": why}), event.rule)


def _remember(earlier: dict[str, str], outcome: Outcome) -> None:
    """Keep the result, and as many as there is room for; a later one of that name replaces it."""
    if outcome.result != "invalid":
        earlier.pop(outcome.identifier, None)
        earlier[outcome.identifier] = outcome.result
    if len(earlier) > REMEMBERED:
        del earlier[next(iter(earlier))]
