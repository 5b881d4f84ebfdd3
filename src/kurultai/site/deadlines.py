"""By when something is awaited, as entries of a calendar."""

from collections.abc import Iterable, Iterator
from datetime import date

from kurultai.gate import calendar as gate
from kurultai.gate.changes import changes
from kurultai.gate.meetings import meetings
from kurultai.gate.shapes import CommitmentRow
from kurultai.gate.viewer import Viewer
from kurultai.procedure.instant import read_instant
from kurultai.procedure.when import read_when
from kurultai.site.calendar import CHANGE, KNOWN, Entry, changed
from kurultai.site.known import called
from kurultai.site.pages_environment import ordinal, plain, term
from kurultai.site.paths import path_of
from kurultai.site.tongue import say

OF_COMMITMENT = (
    *("CommitmentDescribed", "ReportMade", "CommitmentSuperseded", "CommitmentStruck"),
    "MarkingChanged",
)


def of_meetings(viewer: Viewer) -> Iterator[Entry]:
    """What is due before each meeting: registration, documents, proposals."""
    due = gate.deadlines(viewer)
    last = changes(viewer, due, "MeetingConvened", CHANGE)
    for meeting in meetings(viewer):
        for deadline in due.get(meeting.meeting, ()):
            which = f"{ordinal(meeting.ordinal)} {plain(meeting.series_names)}"
            entry = Entry(
                identity=f"{meeting.meeting}:{deadline.kind}",
                title=f"{term('deadline', deadline.kind)}: {which}",
                begins=date.fromisoformat(deadline.day),
                path=path_of(meeting.meeting),
            )
            yield changed(entry, last.get(meeting.meeting))


def of_drafts(viewer: Viewer) -> Iterator[Entry]:
    """The instants at which a silence or a circulation ends; cancelled if it ended otherwise."""
    for until in gate.silences(viewer):
        yield _until(until, say("Silence ends"))
    for until in gate.circulations(viewer):
        yield _until(until, say("Answers to the draft"))


def _until(until: gate.Until, what: str) -> Entry:
    over = until.state in ("broken", "withdrawn")
    return Entry(
        identity=until.identity,
        title=f"{what}: {plain(until.names)}",
        begins=read_instant(until.until),
        path=path_of(until.document),
        status="CANCELLED" if over else "CONFIRMED",
        sequence=int(over),
        changed=read_instant(until.changed),
    )


def of_commitments(viewer: Viewer, found: Iterable[CommitmentRow], day: str) -> Iterator[Entry]:
    """The days by which commitments are due; cancelled when nothing is awaited any more."""
    due = [c for c in found if c.due and read_when(c.due).form in KNOWN]
    last = changes(viewer, (c.commitment for c in due), "CommitmentMade", OF_COMMITMENT)
    for commitment in due:
        by = last.get(commitment.commitment)
        when = read_when(commitment.due or "")
        which = commitment.symbol or plain(commitment.document_names)
        number = f", § {commitment.number}" if commitment.number else ""
        entry = Entry(
            identity=commitment.commitment,
            title=f"{say('Due')}: {which}{number} · {called(viewer, commitment.party)}",
            begins=when.first,
            last=when.last,
            path=path_of(commitment.commitment),
            status="CONFIRMED" if commitment.is_open(day) else "CANCELLED",
            sequence=by.count if by else 0,
        )
        yield changed(entry, by)
