"""Infringement cases of the European Union as commitments: a real course of many states.

A case becomes a commitment of its state on the day of its first decision, under the text of that
year, in the area of the department that has it. Each decision is then a report of its day:

* a letter of formal notice: the matter is taken up, *accepted*;
* a reasoned opinion, a referral to the Court: *in progress*;
* the closing: *done*; the withdrawal from the Court: *not pursued*.

A case that is taken up again after its closing is open again.
"""

import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Undertaking
from kurultai.procedure.facts import new_id
from kurultai.procedure.meeting import meeting_id
from tests.following_data.assembly import SERIES, found, submit
from tests.papers.shared import shared

STATES = {
    "Letter of formal notice (Article 258)": "accepted",
    "Letter of formal notice (Article 260)": "accepted",
    "Reasoned opinion (Article 258)": "in_progress",
    "Reasoned opinion (Article 260)": "in_progress",
    "Referral to the Court (Article 258)": "in_progress",
    "Referral to the Court (Article 260)": "in_progress",
    "Closing": "done",
    "Withdrawal": "not_pursued",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of the Commission in a case."""

    decision: str
    day: str
    stage: str


@dataclass(frozen=True, slots=True)
class Case:
    """A case with its decisions in the order of their days."""

    case: str
    state: str
    department: str
    kind: str
    count: int  # of decisions, as the source says
    decisions: tuple[Decision, ...]

    @property
    def day(self) -> str:
        """Of the first decision."""
        return self.decisions[0].day

    def open_on(self, day: str) -> bool:
        """True if the last decision until that day leaves it open."""
        before = [one for one in self.decisions if one.day <= day]
        return bool(before) and STATES[before[-1].stage] in ("accepted", "in_progress")


@cache
def cases() -> tuple[Case, ...]:
    """Every case, by the day of its first decision."""
    decided: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in _rows("decisions"):
        decided[row["case_id"]].append(row)
    every = (_case(row, decided[row["case_id"]]) for row in _rows("cases"))
    return tuple(sorted(every, key=lambda case: (case.day, case.case)))


def _rows(name: str) -> Iterator[dict[str, str]]:
    with gzip.open(shared("euip") / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def _case(row: dict[str, str], decided: list[dict[str, str]]) -> Case:
    ordered = sorted(decided, key=lambda each: each["decision_date"])
    return Case(
        row["case_id"],
        row["member_state_code"],
        ordered[0]["department_code"],
        row["case_type"],
        int(row["count_decisions"]),
        tuple(
            Decision(each["decision_id"], each["decision_date"], each["decision_stage"])
            for each in ordered
        ),
    )


def party(state: str) -> str:
    """The party of that state."""
    return f"party:{state.lower()}"


def area(department: str) -> str:
    """The area of that department."""
    return f"tag:{department.lower()}"


def replayed(directory: Path, every: tuple[Case, ...]) -> tuple[House, dict[str, str]]:
    """The cases as commitments, day by day as they went; and which commitment is which case."""
    parties = {party(case.state): case.state for case in every}
    areas = {area(case.department): case.department for case in every}
    house = found(directory, dict(sorted(parties.items())), dict(sorted(areas.items())))
    years = sorted({case.day[:4] for case in every})
    for year in years:
        submit(house, _text(year))
    named: dict[str, str] = {}
    for day in _days(every):
        submit(house, day.commands(named))
    return house, named


def _text(year: str) -> Iterator[c.Command]:
    ordinal, day = int(year) - 2000, f"{year}-01-01"
    yield c.ConveneMeeting(
        id=f"meeting {year}",
        series=SERIES,
        ordinal=ordinal,
        when=year,
        after_the_fact=True,
        on=day,
    )
    yield c.TableDocument(
        id=f"text {year}",
        kind="recommendation",
        names={"en": f"Cases of {year}"},
        symbol=f"EUIP/{year}",
        after_the_fact=True,
        on=day,
    )
    meeting = meeting_id(SERIES, ordinal)
    yield c.RecordAdoption(id=f"adopted {year}", document=text(year), meeting=meeting, on=day)


def text(year: str) -> str:
    """The text under which the cases of that year stand."""
    return new_id("document", f"text {year}")


@dataclass(frozen=True, slots=True)
class Day:
    """What happened on one day: cases begun, and decisions taken."""

    day: str
    begun: tuple[Case, ...]
    decided: tuple[tuple[Case, Decision], ...]

    def commands(self, named: dict[str, str]) -> Iterator[c.Command]:
        """The cases become commitments, then each decision is reported."""
        if self.begun:
            command = self._begin()
            for line, case in enumerate(self.begun, 1):
                named[case.case] = new_id("commitment", command.id, str(line))
            yield command
        for case, decision in self.decided:
            yield c.ReportOnCommitment(
                id=decision.decision,
                commitment=named[case.case],
                state=STATES[decision.stage],
                words={"en": decision.stage},
                happened=self.day,
                on=self.day,
            )

    def _begin(self) -> c.ImportCommitments:
        return c.ImportCommitments(
            id=f"cases {self.day}",
            document=text(self.day[:4]),
            name=f"cases-{self.day}.csv",
            digest=hashlib.sha256(self.day.encode()).hexdigest(),
            lines=tuple(
                c.ImportedLine(
                    line,
                    0,
                    {"en": f"{case.kind}: {case.case}"},
                    party(case.state),
                    undertaking=Undertaking(tags=(area(case.department),)),
                )
                for line, case in enumerate(self.begun, 1)
            ),
            on=self.day,
        )


def _days(every: tuple[Case, ...]) -> Iterator[Day]:
    begun: dict[str, list[Case]] = defaultdict(list)
    decided: dict[str, list[tuple[Case, Decision]]] = defaultdict(list)
    for case in every:
        begun[case.day].append(case)
        for decision in case.decisions:
            decided[decision.day].append((case, decision))
    for day in sorted(decided):
        yield Day(day, tuple(begun[day]), tuple(decided[day]))
