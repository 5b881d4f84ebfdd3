"""The hand-over file: what whoever takes the chair next has to know, as of a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kurultai.gate import commitments, documents, drafting, meetings, register
from kurultai.gate.clause import rows
from kurultai.gate.register import Chairmanship
from kurultai.gate.shapes import (
    Assembly,
    CirculationRow,
    CommitmentRow,
    DocumentRow,
    Matter,
    MeetingRow,
    Move,
    Office,
    SilenceRow,
)
from kurultai.gate.slipping import SeriesDue, series_due
from kurultai.gate.viewer import Viewer
from kurultai.procedure.register import first_day, loaded
from kurultai.procedure.rulebook import UNSURE, Body, Row, Voter
from kurultai.procedure.rulebook.rows import thing_of

_OFFICES = """
SELECT person, names, office, of, since, until, sources FROM office JOIN person USING (person)
ORDER BY CASE of WHEN 'assembly' THEN 0 ELSE 1 END, substr(of, 1, 5), of, office.position
"""
_ANSWERED = """
SELECT DISTINCT party FROM answer JOIN document USING (document)
WHERE document = :document AND circulation = :circulation AND [document]
"""
_STATEMENTS = ("communique",)  # told to the public: nothing is awaited of them


@dataclass(frozen=True)
class Promise:
    """A meeting that is convened and not yet held, and where and when it was to be before."""

    meeting: MeetingRow
    moves: tuple[Move, ...]


@dataclass(frozen=True)
class Question:
    """A matter left open, with the series on whose next agenda it stands."""

    series: str
    matter: Matter


@dataclass(frozen=True)
class PendingText:
    """A text neither adopted nor withdrawn, and how far it has come."""

    document: DocumentRow
    circulation: CirculationRow | None
    unanswered: tuple[str, ...]  # parties, of the last circulation
    silence: SilenceRow | None  # the last


@dataclass(frozen=True)
class Rules:
    """The rulebook in force, and what of it the body's own text does not confirm."""

    rulebook: str
    since: str
    entries: int
    unconfirmed: tuple[Row, ...]


@dataclass(frozen=True)
class HandOver:
    """All that is open at the end of a day, as one reader may see it."""

    day: str
    assembly: Assembly
    chairs: tuple[Chairmanship, ...]  # the latest first
    promises: tuple[Promise, ...]
    series: tuple[SeriesDue, ...]
    questions: tuple[Question, ...]
    texts: tuple[PendingText, ...]
    commitments: tuple[CommitmentRow, ...]
    rules: Rules | None
    offices: tuple[Office, ...]

    @property
    def late(self) -> tuple[CommitmentRow, ...]:
        """The commitments that were due before the day, the longest overdue first."""
        found = (row for row in self.commitments if row.is_late(self.day))
        return tuple(sorted(found, key=lambda row: first_day(row.due or self.day)))

    @property
    def slipping(self) -> tuple[SeriesDue, ...]:
        """The series whose next meeting is overdue, the longest first."""
        found = (one for one in self.series if one.due.state == "overdue")
        return tuple(sorted(found, key=lambda one: -one.due.late_days))


def hand_over(viewer: Viewer, day: date) -> HandOver:
    """The hand-over file; the viewer reads the tables as of the day already."""
    on = day.isoformat()
    series = series_due(viewer, day)
    return HandOver(
        on,
        register.assembly(viewer),
        tuple(c for c in register.chairmanships(viewer) if first_day(c.since) <= on),
        tuple(_promises(viewer)),
        series,
        tuple(_questions(viewer, series)),
        tuple(_pending(viewer)),
        tuple(row for row in commitments.commitments(viewer) if row.is_open(on)),
        rules_on(viewer, on),
        tuple(o for o in rows(viewer, Office, _OFFICES) if _is_held(o, on)),
    )


def _promises(viewer: Viewer) -> Iterator[Promise]:
    for row in reversed(meetings.meetings(viewer)):
        if row.state != "closed":
            yield Promise(row, meetings.moves(viewer, row.meeting))


def _questions(viewer: Viewer, series: tuple[SeriesDue, ...]) -> Iterator[Question]:
    for one in series:
        for matter in meetings.open_matters(viewer, one.series.series):
            yield Question(one.series.series, matter)


def _pending(viewer: Viewer) -> Iterator[PendingText]:
    silences = {silence.document: silence for silence in drafting.silences(viewer)}
    for row in documents.documents(viewer, "draft"):
        if row.kind not in _STATEMENTS:
            last = next(reversed(drafting.circulations(viewer, row.document)), None)
            missing = _unanswered(viewer, row.document, last) if last else ()
            yield PendingText(row, last, missing, silences.get(row.document))


@dataclass(frozen=True)
class _Answered:
    party: str


def _unanswered(viewer: Viewer, document: str, sent: CirculationRow) -> tuple[str, ...]:
    asked = {"document": document, "circulation": sent.position}
    answered = {row.party for row in rows(viewer, _Answered, _ANSWERED, **asked)}
    return tuple(party for party in sent.parties if party not in answered)


def rules_on(viewer: Viewer, on: str) -> Rules | None:
    """The rulebook in force on the ISO day with what is unconfirmed; None if there was none."""
    book = next((book for book in register.rulebooks(viewer) if book.since <= on), None)
    if book is None:
        return None
    read = loaded(book.text, book.rulebook).parts
    dated = sorted((row for row in read if row.since <= on), key=lambda row: row.since)
    latest = {thing_of(row.entry): row for row in dated}
    now = [row for row in read if latest.get(thing_of(row.entry)) is row]
    said = [row for row in now if not isinstance(row.entry, Body | Voter)]
    unsure = tuple(row for row in said if row.confidence in UNSURE or row.unconfirmed)
    return Rules(book.rulebook, book.since, len(said), unsure)


def _is_held(office: Office, on: str) -> bool:
    ended = office.until is not None and first_day(office.until) <= on
    return first_day(office.since) <= on and not ended
