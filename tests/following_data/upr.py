"""Recommendations of the Universal Periodic Review to seven states, as a file an assembly keeps.

A session is a text, an issue an area, and who recommends is who proposed it. A state's voluntary
pledge is its own proposal, and accepted.
"""

import gzip
import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from kurultai.papers.sheets import Column, Table
from tests.papers.shared import shared

MONTHS = {
    "3": "2008-12",
    "4": "2009-02",
    "7": "2010-02",
    "8": "2010-05",
    "11": "2011-05",
    "16": "2013-05",
    "20": "2014-11",
}
RESPONSES = {"Accepted": "accepted", "Noted": "noted", "Voluntary Pledge": "accepted"}
HEADINGS = ("Text", "Adopted", "Wording", "Parliament", "Proposed by", "State", "Answered", "Tags")


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One line of the data."""

    to: str
    sender: str
    words: str
    response: str
    issues: tuple[str, ...]
    session: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The line as the file has it."""
        month, response = MONTHS[self.session], self.response
        state = "Accepted" if response == "Voluntary Pledge" else response
        tags = "; ".join(self.issues)
        text = f"UPR/{self.session}"
        return (text, month, self.words, self.to, self.sender, state, month, tags)


@cache
def recommendations() -> tuple[Recommendation, ...]:
    path = shared("upr") / "upr_turkpa_states.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return tuple(
        Recommendation(
            row["to"],
            row["from"],
            row["text"].strip(),
            row["response"],
            tuple(row["issue"].split(",")),
            row["session"],
        )
        for row in rows
    )


def sheet() -> Table:
    """All of them as a spreadsheet."""
    columns = tuple(Column(heading) for heading in HEADINGS)
    return Table("UPR", columns, tuple(one.cells for one in recommendations()))


def parties() -> dict[str, str]:
    """Every state that was recommended something."""
    return {f"party:{key_of(one.to)}": one.to for one in recommendations()}


def areas() -> dict[str, str]:
    """Every issue."""
    issues = sorted({issue for one in recommendations() for issue in one.issues})
    return {f"tag:{key_of(issue)}": issue for issue in issues}


def key_of(words: str) -> str:
    """A part of an identity: small letters and hyphens."""
    return re.sub(r"[^a-z]+", "-", words.lower()).strip("-")[:40]


def by_issue() -> Counter[tuple[str, str]]:
    """How many there are by issue and state."""
    return Counter(
        (f"tag:{key_of(issue)}", RESPONSES[one.response])
        for one in recommendations()
        for issue in one.issues
    )
