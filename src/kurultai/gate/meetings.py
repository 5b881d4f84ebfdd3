"""Reading series, meetings, agendas, statements and decisions."""

from datetime import date

from kurultai.gate.clause import NotFound, cells, one, rows, rows_again, rows_at_once
from kurultai.gate.commitments import of_meeting, open_of_meeting_agenda
from kurultai.gate.documents import adopted_at, document_row, tabled_for
from kurultai.gate.following import open_by_series
from kurultai.gate.shapes import (
    AgendaChange,
    AgendaIssue,
    AgendaItem,
    AgendaPage,
    DecisionPage,
    DecisionRow,
    Matter,
    MeetingFacts,
    MeetingPage,
    MeetingRow,
    Minute,
    Move,
    Organ,
    Participation,
    Position,
    Series,
    SeriesPage,
    Statement,
)
from kurultai.gate.viewer import Viewer
from kurultai.procedure.cadence import next_due

_SERIES = "SELECT series, organ, names, cadence_months, cadence_sources, opened FROM series"
_ORGAN = "SELECT organ, kind, rules, names, mandate, established, until FROM organ"
_ROW = """SELECT meeting, series, series.names, ordinal, state, when_text, first_day, last_day,
          place, host, theme, example, after_the_fact FROM meeting JOIN series USING (series)"""
_FACTS = """SELECT meeting, series, ordinal, state, when_text, first_day, last_day, place, host,
            theme, example, after_the_fact, deadlines, notes, sources, convened_on, quorum,
            minutes_position, minutes_on, closed_on FROM meeting
            WHERE meeting = :meeting AND [meeting]"""
_MATTER = """SELECT matter, meeting, title, raised_by, raised_on, tags, sources, settled_on,
             settled_at, how FROM matter"""
DECISION = """SELECT decision, meeting, question, document, item, rule, entitled, result, finding,
               put_on, decided_on, position, decided_at, amendments, units, departure
               FROM decision"""
_ISSUE = "SELECT issue, status, on_day, position FROM agenda_issue"


def every_series(viewer: Viewer) -> tuple[Series, ...]:
    """Every series, as opened."""
    return rows_again(viewer, Series, f"{_SERIES} ORDER BY rowid")


def series_list(viewer: Viewer, today: date) -> tuple[SeriesPage, ...]:
    """Every series with what is due in it, as opened; read together, not series by series."""
    organs = {organ.organ: organ for organ in rows_again(viewer, Organ, _ORGAN)}
    met = _by_series(rows(viewer, MeetingRow, f"{_ROW} WHERE [meeting] ORDER BY ordinal"))
    matters = _open_by_series(viewer)
    pledged = open_by_series(viewer, today.isoformat())
    return tuple(
        _series_page(
            found,
            organs[found.organ],
            met.get(found.series, ()),
            matters.get(found.series, ()),
            pledged.get(found.series, 0),
            today,
        )
        for found in every_series(viewer)
    )


def series(viewer: Viewer, name: str, today: date) -> SeriesPage:
    """One series with its meetings."""
    found = one(viewer, Series, f"{_SERIES} WHERE series = :series", series=name)
    sql = f"{_ROW} WHERE series = :series AND [meeting] ORDER BY ordinal"
    return _series_page(
        found,
        _organ(viewer, found.organ),
        rows(viewer, MeetingRow, sql, series=name),
        open_matters(viewer, name),
        open_by_series(viewer, today.isoformat()).get(name, 0),
        today,
    )


def _series_page(
    found: Series,
    organ: Organ,
    meetings: tuple[MeetingRow, ...],
    matters: tuple[Matter, ...],
    commitments: int,
    today: date,
) -> SeriesPage:
    held = [m for m in meetings if m.state != "convened"]
    last = max(held, key=lambda m: m.last_day) if held else None
    awaited = next((m for m in meetings if last is None or m.ordinal > last.ordinal), None)
    following = max((m.ordinal for m in meetings), default=0) + 1
    return SeriesPage(
        series=found,
        organ=organ,
        meetings=meetings,
        due=next_due(
            last.when if last else None,
            found.cadence_months,
            today,
            awaited.when if awaited else None,
        ),
        due_ordinal=awaited.ordinal if awaited else following,
        next_ordinal=following,
        open_matters=matters,
        open_commitments=commitments,
    )


def _by_series(meetings: tuple[MeetingRow, ...]) -> dict[str, tuple[MeetingRow, ...]]:
    found: dict[str, list[MeetingRow]] = {}
    for row in meetings:
        found.setdefault(row.series, []).append(row)
    return {name: tuple(own) for name, own in found.items()}


def _organ(viewer: Viewer, name: str) -> Organ:
    return one(viewer, Organ, f"{_ORGAN} WHERE organ = :organ", organ=name)


def open_matters(viewer: Viewer, name: str) -> tuple[Matter, ...]:
    """The questions of a series that wait to be settled, oldest first."""
    sql = f"{_MATTER} WHERE series = :series AND settled_on IS NULL AND [matter] ORDER BY rowid"
    return rows(viewer, Matter, sql, series=name)


def _open_by_series(viewer: Viewer) -> dict[str, tuple[Matter, ...]]:
    waiting = "FROM matter WHERE settled_on IS NULL AND [matter] ORDER BY rowid"
    found = rows(viewer, Matter, _MATTER.replace("FROM matter", waiting))
    by_series: dict[str, tuple[Matter, ...]] = {}
    for name, matter in zip(cells(viewer, f"SELECT series {waiting}"), found, strict=True):
        by_series[name] = (*by_series.get(name, ()), matter)
    return by_series


def meetings(viewer: Viewer) -> tuple[MeetingRow, ...]:
    """Every meeting, latest first."""
    return rows(viewer, MeetingRow, f"{_ROW} WHERE [meeting] ORDER BY first_day DESC, meeting")


def examples(viewer: Viewer) -> frozenset[str]:
    """The meetings that are examples and not history."""
    return frozenset(cells(viewer, "SELECT meeting FROM meeting WHERE example = 1 AND [meeting]"))


def meeting_row(viewer: Viewer, name: str) -> MeetingRow:
    """A meeting as a list shows it."""
    return one(viewer, MeetingRow, f"{_ROW} WHERE meeting = :meeting AND [meeting]", meeting=name)


def meeting(viewer: Viewer, name: str) -> MeetingPage:
    """Everything about a meeting."""
    facts = meeting_facts(viewer, name)
    issues = agenda_issues(viewer, name)
    return MeetingPage(
        meeting=facts,
        series=one(viewer, Series, f"{_SERIES} WHERE series = :series", series=facts.series),
        organ=_organ(viewer, organ_of(viewer, name)),
        moves=moves(viewer, name),
        parties=participation(viewer, name),
        agenda=agenda_items(viewer, name, issues[-1].issue) if issues else (),
        issues=issues,
        documents=tabled_for(viewer, name),
        statements=statements(viewer, name),
        matters=_matters(viewer, name),
        decisions=decisions(viewer, name),
        adopted=adopted_at(viewer, name),
        commitments=of_meeting(viewer, name),
        before=_neighbour(viewer, facts, -1),
        after=_neighbour(viewer, facts, 1),
    )


def meeting_facts(viewer: Viewer, name: str) -> MeetingFacts:
    """What stands about the meeting itself."""
    return one(viewer, MeetingFacts, _FACTS, meeting=name)


def organ_of(viewer: Viewer, name: str) -> str:
    """The organ that meets."""
    return str(cells(viewer, _ORGAN_OF, meeting=name)[0])


_ORGAN_OF = """SELECT organ FROM series JOIN meeting USING (series)
               WHERE meeting = :meeting AND [meeting]"""


def _neighbour(viewer: Viewer, facts: MeetingFacts, step: int) -> MeetingRow | None:
    sql = f"{_ROW} WHERE series = :series AND ordinal = :ordinal AND [meeting]"
    ordinal = facts.ordinal + step
    found = rows(viewer, MeetingRow, sql, series=facts.series, ordinal=ordinal)
    return found[0] if found else None


def moves(viewer: Viewer, name: str) -> tuple[Move, ...]:
    """When and where the meeting was to be before, the first first."""
    sql = """SELECT on_day, was_when, was_place, meeting_move.sources FROM meeting_move
             JOIN meeting USING (meeting) WHERE meeting = :meeting AND [meeting]
             ORDER BY position"""
    return rows(viewer, Move, sql, meeting=name)


def participation(viewer: Viewer, name: str) -> tuple[Participation, ...]:
    """The parties invited, registered or present, members first."""
    sql = """SELECT json_group_array(json_array(party, state, status, invited, present, members,
                                                head, delegates, credentials, reason))
             FROM (SELECT party, party.state AS state, status, invited, present, members, head,
                          delegates, credentials, reason
                   FROM meeting_party JOIN party USING (party) JOIN meeting USING (meeting)
                   WHERE meeting = :meeting AND [meeting]
                   ORDER BY status IS NOT 'member', status IS NOT 'observer', party.rowid)"""
    return rows_at_once(viewer, Participation, sql, meeting=name)


def statements(viewer: Viewer, name: str) -> tuple[Statement, ...]:
    """The statements of a meeting in order."""
    sql = """SELECT statement, statement.meeting, item, speaker, on_behalf, summary, tags, on_day,
             statement.sources FROM statement JOIN meeting USING (meeting)
             WHERE meeting = :meeting AND [statement] AND [meeting] ORDER BY position"""
    return rows(viewer, Statement, sql, meeting=name)


def statements_on(viewer: Viewer, tag: str) -> tuple[Statement, ...]:
    """Every statement under a challenge or area, latest first."""
    sql = """SELECT statement, statement.meeting, item, speaker, on_behalf, summary, tags, on_day,
             statement.sources FROM statement JOIN meeting USING (meeting)
             WHERE [statement] AND [meeting]
             AND EXISTS (SELECT 1 FROM json_each(statement.tags) WHERE value = :tag)
             ORDER BY on_day DESC, position"""
    return rows(viewer, Statement, sql, tag=tag)


def _matters(viewer: Viewer, name: str) -> tuple[Matter, ...]:
    sql = f"""{_MATTER} WHERE (meeting = :meeting OR settled_at = :meeting) AND [matter]
              ORDER BY rowid"""
    return rows(viewer, Matter, sql, meeting=name)


def agenda_issues(viewer: Viewer, name: str) -> tuple[AgendaIssue, ...]:
    """The releases of a meeting's agenda, oldest first."""
    sql = f"{_ISSUE} WHERE meeting = :meeting AND [agenda_issue] ORDER BY issue"
    return rows(viewer, AgendaIssue, sql, meeting=name)


def agenda_items(viewer: Viewer, name: str, issue: int) -> tuple[AgendaItem, ...]:
    """The items of one release."""
    sql = """SELECT number, item, title, origin, matter, document, commitments
             FROM agenda_item JOIN agenda_issue USING (meeting, issue)
             WHERE meeting = :meeting AND issue = :issue AND [agenda_issue] ORDER BY number"""
    return rows(viewer, AgendaItem, sql, meeting=name, issue=issue)


def agenda(viewer: Viewer, name: str, issue: int | None = None) -> AgendaPage:
    """A release of the agenda (the latest unless named), compared with the one before it."""
    row = meeting_row(viewer, name)
    issues = agenda_issues(viewer, name)
    shown = next((i for i in issues if i.issue == issue), issues[-1] if issues else None)
    if shown is None or (issue is not None and shown.issue != issue):
        raise NotFound
    items = agenda_items(viewer, name, shown.issue)
    before = agenda_items(viewer, name, shown.issue - 1)
    commitments = open_of_meeting_agenda(viewer, items)
    return AgendaPage(row, shown, items, issues, compared(before, items), commitments)


def compared(
    before: tuple[AgendaItem, ...],
    after: tuple[AgendaItem, ...],
) -> tuple[AgendaChange, ...]:
    """What changed from one release to the next, in the order of the later one."""
    if not before:
        return ()
    earlier = {item.item: item for item in before}
    later = {item.item for item in after}
    changes = [AgendaChange(_change(item, earlier), item, earlier.get(item.item)) for item in after]
    removed = [AgendaChange("removed", item, item) for item in before if item.item not in later]
    return (*changes, *removed)


def _change(item: AgendaItem, earlier: dict[str, AgendaItem]) -> str:
    was = earlier.get(item.item)
    if was is None:
        return "added"
    if was.title != item.title:
        return "reworded"
    return "moved" if was.number != item.number else "kept"


def decisions(viewer: Viewer, name: str) -> tuple[DecisionRow, ...]:
    """The questions put at a meeting, in order."""
    sql = f"{DECISION} WHERE meeting = :meeting AND [decision] ORDER BY position"
    return rows(viewer, DecisionRow, sql, meeting=name)


def decision(viewer: Viewer, name: str) -> DecisionPage:
    """One decision with the positions given."""
    sql = f"{DECISION} WHERE decision = :decision AND [decision]"
    row = one(viewer, DecisionRow, sql, decision=name)
    return DecisionPage(
        row,
        meeting_row(viewer, row.meeting),
        positions(viewer, name),
        document_row(viewer, row.document) if row.document else None,
    )


def positions(viewer: Viewer, decision: str) -> tuple[Position, ...]:
    """What each delegation said to the question."""
    sql = """SELECT json_group_array(json_array(party, choice, given_by, position))
             FROM (SELECT party, choice, given_by, decision_position.position AS position
                   FROM decision_position JOIN decision USING (decision)
                   WHERE decision = :decision AND [decision] ORDER BY party)"""
    return rows_at_once(viewer, Position, sql, decision=decision)


def position_of(viewer: Viewer, decision: str, party: str) -> Position | None:
    """What that delegation said to the question; None if nothing, or nothing to be seen."""
    sql = """SELECT party, choice, given_by, decision_position.position
             FROM decision_position JOIN decision USING (decision)
             WHERE decision = :decision AND party = :party AND [decision]"""
    return next(iter(rows(viewer, Position, sql, decision=decision, party=party)), None)


def minutes(viewer: Viewer, name: str) -> tuple[Minute, ...]:
    """The acts of a meeting in order, as its minutes are drawn from them."""
    meeting_row(viewer, name)
    sql = """SELECT position, at, on_day, stream, kind, actor, audience.name FROM minute
             JOIN audience USING (audience_id) WHERE stream = :meeting AND [minute]
             ORDER BY position"""
    return rows(viewer, Minute, sql, meeting=name)
