"""Check rulebooks, list those that come along, and show what one demands."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby

from kurultai import rulebooks
from kurultai.cli.books import NoBook, Written, said, written
from kurultai.cli.columns import screen, table
from kurultai.papers.rules import say_entry
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import SURENESS, WHOLE, Election, Row, Rule, Rulebook, Voter, load
from kurultai.procedure.rulebook.check import study
from kurultai.procedure.rulebook.rows import thing_of
from kurultai.procedure.rulebook.sense import is_day

_HEAD = ("rule", "since", "what it demands", "article", "sure")
_WORDS = 2  # the column that takes what room there is
_KINDS = ("right", "election", "motion", "voter")
_PARTS = {WHOLE: "the whole body"}
LEGEND = (
    "sure: C read in the source, S reported by others, R recalled, ? not confirmed;\n"
    "      ! something in it is not confirmed, and is named.\n"
)


def add(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    asked = parser.add_subparsers(dest="asked", required=True, metavar="check|list|show")
    one = asked.add_parser("check", help="name every fault, and show what was understood")
    one.add_argument("books", nargs="+", metavar="FILE_OR_NAME")
    one.add_argument("--quiet", action="store_true", help="name faults only: no table, no notes")
    asked.add_parser("list", help="the rulebooks that come along")
    one = asked.add_parser("show", help="what a rulebook demands")
    one.add_argument("book", metavar="FILE_OR_NAME")
    one.add_argument("--on", default="", metavar="DAY", help="what was in force on that day")


def run(args: argparse.Namespace) -> int:
    """Do what is asked; 0, or 1 if a rulebook has a fault, or 2 if it is not there."""
    try:
        match args.asked:
            case "check":
                return max([_check(written(book), quiet=args.quiet) for book in args.books])
            case "list":
                return _list()
            case _:
                return _show(written(args.book), args.on)
    except NoBook as reason:
        sys.stderr.write(f"{reason}\n")
        return 2


def _check(book: Written, *, quiet: bool) -> int:
    found = study(book.text, book.name)
    sys.stdout.writelines(said(book, found.faults))
    counted = _counted(len(found.faults), "fault")
    if not quiet:
        shown = _table(_history(found.book), found.book) + LEGEND if found.book else ""
        sys.stdout.write(f"\n{shown}" if found.faults else shown)
        sys.stdout.writelines(f"note: {notice}" for notice in said(book, found.notices))
        counted += f", {_counted(len(found.notices), 'note')}"
    sys.stdout.write(f"{book.file}: {counted}.\n")
    return 1 if found.faults else 0


def _counted(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"


def _list() -> int:
    rows = (_summary(load(rulebooks.text(name), name)) for name in rulebooks.names())
    head = ("rulebook", "parts", "rules", "elections", *SURENESS)
    sys.stdout.write(table(head, rows, to=screen(), wrap=1, cap=26) + LEGEND)
    return 0


def _summary(book: Rulebook) -> tuple[str, ...]:
    deciding: tuple[Rule | Election, ...] = (*book.rules, *book.elections)
    parts = dict.fromkeys(entry.part for entry in deciding)
    sure = Counter[str](entry.confidence for entry in book.entries)
    numbers = (len(book.rules), len(book.elections), *(sure[letter] for letter in SURENESS))
    return (book.name, ", ".join(parts), *(str(number or "–") for number in numbers))


def _show(written_: Written, on: str) -> int:
    if on and not is_day(on):
        sys.stderr.write(f"{on} is not a day. Write it so: --on 2014-11-01\n")
        return 2
    try:
        book = load(written_.text, written_.name)
    except Refused:
        sys.stderr.writelines(said(written_, study(written_.text, written_.name).faults))
        return 1
    shown = _table(_in_force(book, on)) if on else _table(_history(book), book)
    sys.stdout.write(shown + LEGEND)
    return 0


def _in_force(book: Rulebook, on: str) -> Iterator[Row]:
    """Of each thing the entry that holds on the day; voters one by one."""
    voters = book.electorate(on=on)
    latest: dict[tuple[str, ...], Row] = {}
    for row in book.parts:
        thing = thing_of(row.entry)
        if row.since <= on and (thing not in latest or latest[thing].since <= row.since):
            latest[thing] = row
    for row in latest.values():
        if not isinstance(row.entry, Voter) or row.entry.voter in voters:
            yield row


def _history(book: Rulebook) -> Iterator[Row]:
    """Every entry but the voters."""
    return (row for row in book.parts if not isinstance(row.entry, Voter))


def _table(rows: Iterable[Row], book: Rulebook | None = None) -> str:
    """The rows part by part, and the electorate of the book whenever it changed."""
    cells: list[tuple[str, ...]] = []
    for part, of_part in groupby(rows, key=lambda row: row.part):
        cells += [(_PARTS.get(part, part),), *map(_cells, of_part)]
    if book is not None and book.voters:
        cells += [("who votes",), *_electorates(book)]
    return table(_HEAD, cells, to=screen(), wrap=_WORDS)


def _cells(row: Row) -> tuple[str, ...]:
    words = " ".join(say_entry(row.entry, "en")) or "; ".join(_values(row))
    if row.unconfirmed:
        words += f" (not confirmed: {', '.join(row.unconfirmed)})"
    sure = row.confidence + (" !" if row.unconfirmed else "")
    return (_named(row.key), row.since, words, row.article, sure)


def _values(row: Row) -> Iterator[str]:
    """What is set, where no sentence is made of it; what it says, where nothing is."""
    for key, value in row.values:
        yield value if key == "value" else f"{key.replace('_', ' ')} {value}"
    if not row.values:
        yield row.says.get("en", "")


def _named(key: str) -> str:
    """A rule by its own name, others with their kind."""
    kind, _, name = key.partition(".")
    return name if kind == "rule" else f"{kind} {name}" if kind in _KINDS else key


def _electorates(book: Rulebook) -> Iterator[tuple[str, ...]]:
    ended = (date.fromisoformat(voter.until) for voter in book.voters if voter.until)
    left = {(day + timedelta(days=1)).isoformat() for day in ended if day < date.max}
    for day in sorted(left | {voter.since for voter in book.voters}):
        began = [voter for voter in book.voters if voter.since == day]
        articles = dict.fromkeys(voter.article for voter in began if voter.article)
        sure = "".join(each for each in SURENESS if each in {voter.confidence for voter in began})
        every = tuple(book.electorate(on=day).values())
        yield ("voters", day, _electorate(every), ", ".join(articles), sure)


def _electorate(voters: tuple[Voter, ...]) -> str:
    votes = sum((voter.weight for voter in voters), Fraction(0))
    people = sum(voter.population for voter in voters)
    roles = Counter(role for voter in voters for role in voter.roles)
    parts = (
        f"{_counted(len(voters), 'voter')} with {votes} votes",
        f"population {people}" if people else "",
        ", ".join(f"{number} with the role {role}" for role, number in sorted(roles.items())),
    )
    return "; ".join(filter(None, parts))
