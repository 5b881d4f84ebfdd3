"""Shapes of documents, decisions and commitments."""

from dataclasses import dataclass, field
from typing import Any

import msgspec

from kurultai.procedure.acts import Attachment, Milestone, Sources, Words
from kurultai.procedure.following.commitment import OPEN_STATES
from kurultai.procedure.register import first_day, last_day
from kurultai.texts.number import Label


@dataclass(frozen=True)
class DocumentRow:
    """A document in a list."""

    document: str
    kind: str
    symbol: str
    names: Words
    tabled_by: tuple[str, ...]
    meeting: str | None
    authentic: tuple[str, ...]
    link: str
    sources: Sources
    state: str
    tabled_on: str
    adopted_on: str | None
    adopted_at: str | None
    decision: str | None
    audience: str


@dataclass(frozen=True)
class Version:
    """A language version."""

    language: str
    standing: str
    units: msgspec.Raw  # the whole text, as JSON; a page reads its paragraphs
    file: Attachment | None
    on: str
    worded: bool  # False of one that is there as a file alone


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in all its languages, with its tags; number of an operative one, else 0.

    ``depth`` is 0 at the top, 1 for a point of a paragraph, and so on down; ``label`` is what it
    is called by, to be said in a language.
    """

    unit: str
    kind: str
    number: int
    words: Words
    tags: tuple[str, ...]
    due: str | None
    depth: int = 0
    label: Label | None = None


@dataclass(frozen=True)
class DecisionRow:
    """A question and its result, None while it is being decided.

    On a document it is the text, or ``amendments`` to it, or a separate vote on ``units``;
    ``departure`` says why it was put out of the marshalled order.
    """

    decision: str
    meeting: str
    question: Words
    document: str | None
    item: str | None
    rule: str
    entitled: tuple[str, ...]
    result: str | None
    finding: dict[str, Any]
    put_on: str
    decided_on: str | None
    position: int  # at which it was put
    decided_at: int | None  # the position at which it was decided
    amendments: tuple[str, ...]
    units: tuple[str, ...]
    departure: Words


@dataclass(frozen=True)
class Position:
    """What a delegation said to a question; ``given_by`` is who entered it."""

    party: str
    choice: str
    given_by: str
    position: int


@dataclass(frozen=True)
class CommitmentRow:
    """A pledge of a parliament."""

    commitment: str
    document: str
    unit: str
    number: int
    party: str
    meeting: str
    series: str
    words: Words
    due: str | None
    tags: tuple[str, ...]
    state: str
    made_on: str
    reported_on: str | None
    symbol: str
    document_names: Words
    action: str = ""
    lead: str = ""
    owner: Words = field(default_factory=dict)
    review: str = ""
    until: str | None = None
    indicator: Words = field(default_factory=dict)
    milestones: tuple[Milestone, ...] = ()
    reached: tuple[str, ...] = ()  # milestones
    proposed_by: Words = field(default_factory=dict)
    superseded_by: str = ""
    reason: Words = field(default_factory=dict)  # why it was superseded or struck
    struck: bool = False
    reminded_on: str | None = None
    imported: str = ""

    def is_open(self, day: str) -> bool:
        """True if something is still awaited of it on the ISO day."""
        ended = self.until is not None and first_day(self.until) <= day
        return self.state in OPEN_STATES and not (self.struck or ended)

    def is_late(self, day: str) -> bool:
        """True if it is open and was due before the ISO day."""
        return bool(self.due) and last_day(self.due or "") < day and self.is_open(day)


@dataclass(frozen=True)
class Report:
    """What a parliament said it did."""

    report: str
    state: str
    words: Words
    evidence: str
    links: tuple[str, ...]
    files: tuple[Attachment, ...]
    happened: str
    milestones: tuple[str, ...]
    made_by: str
    on: str
    position: int


@dataclass(frozen=True)
class Course:
    """In which state a commitment was from when until when, by which act."""

    state: str
    since: str
    until: str | None
    position: int


@dataclass(frozen=True)
class Reminder:
    """When the party was reminded."""

    on: str
    position: int


@dataclass(frozen=True)
class CommitmentPage:
    """A pledge, its reports, its course, and what the same paragraph asks of others."""

    commitment: CommitmentRow
    reports: tuple[Report, ...]
    course: tuple[Course, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    beside: tuple[CommitmentRow, ...] = ()


@dataclass(frozen=True)
class DocumentPage:
    """A document with all its languages and what followed from it."""

    document: DocumentRow
    versions: tuple[Version, ...]
    paragraphs: tuple[Paragraph, ...]
    decisions: tuple[DecisionRow, ...]
    commitments: tuple[CommitmentRow, ...]
