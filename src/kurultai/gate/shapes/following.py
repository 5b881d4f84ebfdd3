"""Shapes of what is counted of commitments."""

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from kurultai.gate.shapes.document import CommitmentRow

PAGE = 50  # commitments
EVERY, NONE = "*", ""  # headings: of all areas together, of those under no area
NO_AREA = "-"  # chosen as an area: those under none
BANDS = ("months_6", "months_12", "years_2", "years_4", "older")  # of the age of what is open


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which commitments are meant; empty: all of them. Years are those in which they were made."""

    series: str = ""
    party: str = ""
    area: str = ""
    state: str = ""
    strategy: str = ""
    since: str = ""
    until: str = ""

    @property
    def narrow(self) -> bool:
        """True if the counts that are kept do not say it."""
        return bool(self.strategy or self.since or self.until)


class Count(NamedTuple):
    """So many commitments of a party under a heading in a state; a page has thousands of them."""

    party: str
    heading: str
    state: str
    number: int


@dataclass(frozen=True, slots=True)
class Rate:
    """How many were asked of it and how many of these it has answered.

    What another commitment took the place of is not asked any more. No percentage is kept: the
    share is exact, and there is none where nothing was asked.
    """

    of: str
    asked: int
    answered: int

    @property
    def share(self) -> Fraction | None:
        """Answered of asked."""
        return Fraction(self.answered, self.asked) if self.asked else None


@dataclass(frozen=True, slots=True)
class Funnel:
    """From the paragraphs of adopted texts to what was done."""

    texts: int | None  # None where they are not what is asked about
    paragraphs: int | None
    carried: int  # paragraphs from which a commitment follows
    states: dict[str, int]

    @property
    def proposed(self) -> int:
        """All that were ever proposed."""
        return sum(self.states.values())

    def reached(self, *states: str) -> int:
        """How many are now in one of the states."""
        return sum(self.states.get(state, 0) for state in states)


@dataclass(frozen=True, slots=True)
class Age:
    """So many that are open, in that state, and as old as that."""

    band: str
    state: str
    count: int


@dataclass(frozen=True, slots=True)
class Open:
    """What is open on a day, how old it is, and how much of it was due before."""

    day: str
    states: dict[str, int]
    ages: tuple[Age, ...]
    late: int

    @property
    def count(self) -> int:
        """All of it."""
        return sum(self.states.values())


@dataclass(frozen=True, slots=True)
class Rates:
    """Answers by meeting, by party, by area; a meeting that the viewer may not see has no name."""

    meetings: tuple[Rate, ...]
    parties: tuple[Rate, ...]
    areas: tuple[Rate, ...]
    total: Rate


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of the list, and how many there are on all of them."""

    chosen: Chosen
    rows: tuple[CommitmentRow, ...]
    page: int
    count: int

    @property
    def pages(self) -> int:
        """How many pages there are; one if there is nothing."""
        return max(1, -(-self.count // PAGE))
