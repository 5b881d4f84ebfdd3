"""What a book names, for those who look whether something is named there."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeVar

from kurultai.procedure.rulebook.book import Rulebook
from kurultai.procedure.rulebook.entries import Dated, Voter
from kurultai.procedure.rulebook.place import Flaw, Place
from kurultai.procedure.rulebook.reading import Placed
from kurultai.procedure.rulebook.rows import thing_of

Entry_ = TypeVar("Entry_", bound=Dated)
Measured = Callable[[Iterable[Voter]], Fraction]
END = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Known:
    """The entries with their places, and the book that they make."""

    entries: tuple[Placed, ...]
    book: Rulebook
    line: Callable[[Place], int]
    electorates: dict[str, tuple[Voter, ...]] = field(default_factory=dict)  # by day, once asked

    def of(self, kind: type[Entry_]) -> Iterator[tuple[Place, Entry_]]:
        """The entries of a kind."""
        return ((place, entry) for place, entry in self.entries if isinstance(entry, kind))

    def ends(self, entry: Dated) -> str:
        """The first day on which another entry about the same thing holds."""
        thing = thing_of(entry)
        later = (e.since for _, e in self.of(type(entry)) if thing_of(e) == thing)
        return min((day for day in later if day > entry.since), default=END)

    def most(self, measured: Measured, start: str, end: str) -> Fraction:
        """The most that is measured of the electorate from a day until before another.

        0 if no voters are named in that time.
        """
        days = {start, *(v.since for v in self.book.voters)}
        within = (day for day in days if start <= day < end)
        return max((measured(self.electorate(day)) for day in within), default=Fraction(0))

    def most_seats(self, part: str, start: str, end: str) -> int:
        """The most seats of the part from a day until before another; 0 if they are not known."""
        days = {start, *(s.since for s in self.book.seats if start <= s.since < end)}
        return max(self.book.component(part, on=day) for day in days)

    def electorate(self, on: str) -> tuple[Voter, ...]:
        """Who votes on the ISO day."""
        if on not in self.electorates:
            self.electorates[on] = tuple(self.book.electorate(on=on).values())
        return self.electorates[on]


def flaw(place: Place, rule: str, key: str = "", **facts: object) -> Flaw:
    """A flaw of the rulebook: ``rule`` without "rulebook."; the facts as texts."""
    told = {name: str(fact) for name, fact in facts.items()}
    return Flaw(place, key, f"rulebook.{rule}", {"key": key, **told} if key else told)
