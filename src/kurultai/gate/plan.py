"""The working plan of a year: what it is made of, and what came of each of its lines.

A line keeps in the identity of its unit what it is about, so that whatever becomes of its words
in the drafting, the record can say what became of the thing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from kurultai.gate import commitments, meetings
from kurultai.gate.clause import NotFound, cells, rows
from kurultai.gate.documents import document_row
from kurultai.gate.shapes import CommitmentRow, DocumentRow, Matter, MeetingRow, Move, SeriesPage
from kurultai.gate.standing import standing_at
from kurultai.gate.viewer import Viewer
from kurultai.language.communique import Sitting
from kurultai.language.plan import CarryOut, Convene, Hold, Item, TakeUp
from kurultai.procedure.acts import Words
from kurultai.procedure.meeting import meeting_id
from kurultai.procedure.register import first_day
from kurultai.procedure.when import months_after, read_when
from kurultai.texts.unit import Unit, walk

KIND = "working_plan"
PARTS = ("meeting", "paragraph", "matter")
_SIGN = "plan:"


@dataclass(frozen=True)
class PlanLine:
    """Something to be done in the year; ``key`` is the identity of its unit in the plan."""

    key: str
    part: str  # one of PARTS
    item: Item


@dataclass(frozen=True)
class Came:
    """What came of a line: met, moved, late, dropped, or not yet.

    ``meeting`` and ``moves`` of a line about a meeting, ``commitments`` of one about a paragraph,
    ``matter`` of one about a question; nothing of these where the reader may not see it.
    """

    unit: str
    words: Words
    state: str
    meeting: MeetingRow | None = None
    moves: tuple[Move, ...] = ()
    commitments: tuple[CommitmentRow, ...] = ()
    matter: Matter | None = None


@dataclass(frozen=True)
class PlanPage:
    """A working plan, line by line."""

    document: DocumentRow
    lines: tuple[Came, ...]


def everybody(viewer: Viewer) -> Viewer:
    """The same reading, by nobody in particular."""
    return replace(viewer, person=None, offices=())


def plan_lines(viewer: Viewer, year: int, today: date) -> tuple[PlanLine, ...]:
    """What the year is to bring, as far as everybody may know, whoever asks."""
    reader = everybody(viewer)
    series = meetings.series_list(reader, today)
    return (*_meetings(series, year), *_paragraphs(reader, year, today), *_questions(series))


def _meetings(series: tuple[SeriesPage, ...], year: int) -> Iterator[PlanLine]:
    for page in series:
        for row in page.meetings:
            if row.state != "closed" and row.first_day[:4] <= str(year) <= row.last_day[:4]:
                yield PlanLine(_key(row.meeting), "meeting", Hold(_sitting(row)))
        for ordinal, due in _due(page):
            if due[:4] <= str(year):
                convene = Convene(Sitting(page.series.names, ordinal, due))
                meeting = meeting_id(page.series.series, ordinal)
                yield PlanLine(_key(meeting), "meeting", convene)


def _due(page: SeriesPage) -> Iterator[tuple[int, str]]:
    """The next meeting that nobody has convened, with the day by which it is due, if any is."""
    months, last = page.series.cadence_months, page.meetings[-1] if page.meetings else None
    if months is None or last is None:
        return
    if last.state == "closed":
        yield page.next_ordinal, page.due.day or ""
    else:
        due = months_after(read_when(last.when).last, months)
        yield page.next_ordinal, due.isoformat()


def _sitting(row: MeetingRow) -> Sitting:
    return Sitting(row.series_names, row.ordinal, row.when, row.place, row.host or "")


def _paragraphs(viewer: Viewer, year: int, today: date) -> Iterator[PlanLine]:
    """Paragraphs with open commitments due in the year, or before it and still open."""
    found = (row for row in commitments.commitments(viewer) if row.is_open(today.isoformat()))
    due = [row for row in found if row.due and first_day(row.due)[:4] <= str(year)]
    for (document, unit), several in groupby(due, key=lambda row: (row.document, row.unit)):
        asked = tuple(several)
        first = asked[0]
        item = CarryOut(
            first.symbol,
            first.document_names,
            first.number,
            first.words,
            min((row.due or "" for row in asked), key=first_day),
            tuple(row.party for row in asked),
        )
        yield PlanLine(f"{_SIGN}paragraph:{_own(document)}:{unit}", "paragraph", item)


def _questions(series: tuple[SeriesPage, ...]) -> Iterator[PlanLine]:
    for page in series:
        for matter in page.open_matters:
            yield PlanLine(_key(matter.matter), "matter", TakeUp(matter.title, page.series.names))


def _key(identity: str) -> str:
    return f"{_SIGN}{identity}"


def _own(identity: str) -> str:
    return identity.partition(":")[2]


# --- what came of it


def plan(viewer: Viewer, name: str, today: date) -> PlanPage:
    """A working plan with what the record says of each line; NotFound of another document."""
    row = document_row(viewer, name)
    if row.kind != KIND:
        raise NotFound
    units = (unit for unit, _ in walk(standing_at(viewer, name)) if unit.kind == "point")
    return PlanPage(row, tuple(_came(viewer, unit, row, today) for unit in units))


def _came(viewer: Viewer, unit: Unit, plan_: DocumentRow, today: date) -> Came:
    kind, _, name = unit.unit.removeprefix(_SIGN).partition(":")
    unknown = Came(unit.unit, dict(unit.words), "unknown")
    if not unit.unit.startswith(_SIGN):
        return unknown
    match kind:
        case "meeting":
            return _of_meeting(viewer, unknown, f"meeting:{name}", plan_, today)
        case "paragraph":
            document, _, paragraph = name.partition(":")
            return _of_paragraph(viewer, unknown, f"document:{document}", paragraph, today)
        case "matter":
            return _of_matter(viewer, unknown, f"matter:{name}")
        case _:
            return unknown


def _of_meeting(viewer: Viewer, line: Came, name: str, plan_: DocumentRow, today: date) -> Came:
    """Met when it is closed; moved if it was since the plan was tabled."""
    try:
        row = meetings.meeting_row(viewer, name)
    except NotFound:
        return replace(line, state="late" if _is_overdue(viewer, name, today) else "not_yet")
    since = first_day(plan_.tabled_on)
    moves = tuple(m for m in meetings.moves(viewer, name) if first_day(m.on) >= since)
    if row.state == "closed":
        state = "met"
    elif row.last_day < today.isoformat() and row.state == "convened":
        state = "late"
    else:
        state = "moved" if moves else "not_yet"
    return replace(line, state=state, meeting=row, moves=moves)


def _is_overdue(viewer: Viewer, meeting: str, today: date) -> bool:
    """True of a meeting that is not convened, and that its series should have held by now."""
    due = (
        meeting_id(page.series.series, page.due_ordinal)
        for page in meetings.series_list(viewer, today)
        if page.due.state == "overdue"
    )
    return meeting in due


def _of_paragraph(viewer: Viewer, line: Came, document: str, unit: str, today: date) -> Came:
    """Met when every party has answered and nothing is open any more."""
    found = tuple(r for r in commitments.of_document(viewer, document) if r.unit == unit)
    day = today.isoformat()
    if not found:
        return line
    if any(row.is_late(day) for row in found):
        state = "late"
    elif any(row.is_open(day) for row in found):
        state = "not_yet"
    else:
        state = "met" if any(row.state == "done" for row in found) else "dropped"
    return replace(line, state=state, commitments=found)


def _of_matter(viewer: Viewer, line: Came, name: str) -> Came:
    sql = """SELECT matter, meeting, title, raised_by, raised_on, tags, sources, settled_on,
             settled_at, how FROM matter WHERE matter = :matter AND [matter]"""
    for matter in rows(viewer, Matter, sql, matter=name):
        state = "met" if matter.settled_on else "not_yet"
        return replace(line, state=state, matter=matter)
    return line


def plans(viewer: Viewer) -> tuple[str, ...]:
    """The working plans that there are, the latest first."""
    sql = """SELECT document FROM document WHERE kind = :kind AND state <> 'withdrawn'
             AND [document] ORDER BY rowid DESC"""
    return cells(viewer, sql, kind=KIND)
