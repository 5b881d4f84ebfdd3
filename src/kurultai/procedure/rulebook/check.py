"""Whether a rulebook can be kept to: contradictions and what can never come true, all at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook.book import Rulebook
from kurultai.procedure.rulebook.entries import Rule
from kurultai.procedure.rulebook.flaws.components import (
    late_components,
    of_components,
    of_seats,
)
from kurultai.procedure.rulebook.flaws.elections import of_elections
from kurultai.procedure.rulebook.flaws.entries import of_entries
from kurultai.procedure.rulebook.flaws.known import Known, flaw
from kurultai.procedure.rulebook.flaws.motions import of_motions
from kurultai.procedure.rulebook.flaws.quorums import of_quorums
from kurultai.procedure.rulebook.flaws.rules import of_rules
from kurultai.procedure.rulebook.flaws.speaking import of_speaking
from kurultai.procedure.rulebook.flaws.sureness import of_sureness
from kurultai.procedure.rulebook.load import book_of
from kurultai.procedure.rulebook.place import Fault, Flaw, Lines
from kurultai.procedure.rulebook.reading import read_tables
from kurultai.procedure.toml import read_toml

_LOOKED_UP = {  # what is found missing only because an entry of that table could not be read
    "rulebook.component_unknown": ("seats",),
    "rulebook.empty": (
        *("right", "rule", "election", "quorum", "seats", "voter", "motion", "speaking", "value"),
    ),
    "rulebook.motion_rule": ("rule",),
    "rulebook.never": ("seats", "voter"),
    "rulebook.population_unknown": ("voter",),
    "rulebook.purpose_unknown": ("rule", "election", "quorum"),
    "rulebook.role_unknown": ("voter",),
}


@dataclass(frozen=True, slots=True)
class Study:
    """What was found of a rulebook; ``book`` is None if its text could not be read at all.

    A fault forbids its use; a notice is what its author may want to know.
    """

    book: Rulebook | None
    faults: tuple[Fault, ...]
    notices: tuple[Fault, ...] = ()


def check(text: str, name: str) -> tuple[Fault, ...]:
    """Every fault of the rulebook, in the order of its lines; none if it is good."""
    return study(text, name).faults


def study(text: str, name: str) -> Study:
    """The rulebook, as far as it could be read, with its faults and what else is worth a look."""
    try:
        tables = read_toml(text, f"{name}.toml")
    except Refused as refused:
        return Study(None, (Fault(_line(refused), "", refused.rule, refused.facts),))
    read, lines = read_tables(tables), Lines(text)
    known = Known(read.entries, book_of(read, name), lines.of)
    unread = {flaw.place.table for flaw in read.flaws}
    found = chain(read.flaws, (f for f in _contradictions(known) if not _follows(f, unread)))
    faults = sorted(map(lines.fault, found), key=lambda fault: (fault.line, fault.rule))
    notices = sorted(map(lines.fault, _notices(known)), key=lambda notice: notice.line)
    return Study(known.book, tuple(faults), tuple(notices))


def _contradictions(known: Known) -> Iterator[Flaw]:
    yield from of_entries(known)
    yield from of_components(known)
    yield from of_seats(known)
    yield from of_rules(known)
    yield from of_elections(known)
    yield from of_quorums(known)
    yield from of_motions(known)
    yield from of_speaking(known)


def _follows(found: Flaw, unread: set[str]) -> bool:
    """True if it may only follow from what could not be read."""
    return not unread.isdisjoint(_LOOKED_UP.get(found.rule, ()))


def _notices(known: Known) -> Iterator[Flaw]:
    """What is not confirmed; seats known too late; groups that no voter has."""
    yield from of_sureness(known)
    yield from late_components(known)
    grouped = not known.book.voters or any(voter.group for voter in known.book.voters)
    for place, rule in known.of(Rule):
        for number, condition in enumerate(rule.conditions, start=1):
            if not grouped and (condition.each_group or condition.measure == "groups"):
                yield flaw(place.within("conditions", number), "groups_unknown", "measure")


def _line(refused: Refused) -> int:
    """The line that the reader of TOML names; 1 if it names none."""
    named = re.search(r"\bline (\d+)", refused.facts["reason"])
    return int(named[1]) if named else 1
