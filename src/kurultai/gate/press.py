"""What is public of a meeting: all that a communiqué may be made of."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from kurultai.gate import meetings
from kurultai.gate.clause import NotFound, cells
from kurultai.gate.shapes import MeetingPage
from kurultai.gate.shapes.sitting import ElectionRow
from kurultai.gate.sitting import sitting
from kurultai.gate.viewer import PUBLIC, Viewer
from kurultai.language.communique import Decided, Elected, Held, Sitting, Text


@dataclass(frozen=True)
class PressPage:
    """A meeting as everybody may see it, and what a communiqué can say of it."""

    meeting: MeetingPage
    held: Held


def is_told(viewer: Viewer, name: str) -> bool:
    """True if the meeting is for everybody, so that something can be said of it in public."""
    sql = "SELECT 1 FROM meeting WHERE meeting = :meeting AND [meeting] AND audience_id = :public"
    return bool(cells(viewer, sql, meeting=name, public=PUBLIC))


def press(viewer: Viewer, name: str) -> PressPage:
    """NotFound unless the meeting is for everybody, whoever asks, and has begun."""
    everybody = replace(viewer, person=None, offices=())
    page = meetings.meeting(everybody, name)
    if page.meeting.state == "convened":
        raise NotFound
    elections = sitting(everybody, name).elections
    return PressPage(page, _held(page, elections))


def _held(page: MeetingPage, elections: tuple[ElectionRow, ...]) -> Held:
    facts = page.meeting
    after = page.after
    return Held(
        meeting=Sitting(page.series.names, facts.ordinal, facts.when, facts.place),
        theme=facts.theme,
        present=tuple(party.party for party in page.parties if party.present),
        agenda=tuple(item.title for item in page.agenda),
        spoken=len(page.statements),
        about=tuple(dict.fromkeys(chain.from_iterable(s.tags for s in page.statements))),
        adopted=tuple(_adopted(page)),
        decided=tuple(_decided(page)),
        elected=tuple(_elected(elections)),
        left_open=tuple(matter.title for matter in page.matters if matter.settled_on is None),
        following=Sitting(after.series_names, after.ordinal, after.when, after.place)
        if after
        else None,
    )


def _adopted(page: MeetingPage) -> Iterator[Text]:
    findings = {row.decision: row.finding for row in page.decisions}
    for text in page.adopted:
        yield Text(text.symbol, text.names, findings.get(text.decision or "", {}))


def _decided(page: MeetingPage) -> Iterator[Decided]:
    """The other questions, without those on amendments: what came of these is in the text."""
    told = {text.decision for text in page.adopted}
    for row in page.decisions:
        if row.result and row.decision not in told and not (row.amendments or row.units):
            yield Decided(row.question, row.finding)


def _elected(elections: tuple[ElectionRow, ...]) -> Iterator[Elected]:
    for one in elections:
        names = {candidate.candidate: candidate.names for candidate in one.candidates}
        if one.over and one.elected:
            yield Elected(one.office, tuple(names[name] for name in one.elected))
