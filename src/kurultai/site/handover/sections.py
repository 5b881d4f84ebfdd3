"""What the hand-over file says, section by section, in the language of the request."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kurultai.gate.handover import HandOver, PendingText, Promise, Rules
from kurultai.gate.shapes import CommitmentRow, Matter, MeetingRow, SilenceRow
from kurultai.gate.slipping import SeriesDue
from kurultai.language.messages import N_
from kurultai.procedure.acts import Words
from kurultai.procedure.register import first_day
from kurultai.procedure.rulebook import WHOLE, Row
from kurultai.site.handover.cells import (
    Block,
    Cell,
    Rows,
    Section,
    Sentence,
    cell,
    ngettext,
)
from kurultai.site.pages_environment import ordinal, plain, say_when, term, unconfirmed
from kurultai.site.paths import path_of
from kurultai.site.rule_names import part_name, rule_name, rule_said
from kurultai.site.tongue import say

LONGEST = 400  # commitments that are listed one by one; the data have all of them
_NONE = Cell("–")
_SILENCES = {
    "running": N_("Runs until %(day)s"),
    "broken": N_("Broken; it was to end on %(day)s"),
    "kept": N_("Kept until %(day)s"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A hand-over file, with what the things of the register are called."""

    file: HandOver
    names: dict[str, Words]
    parts: dict[str, tuple[str, ...]]  # of a rulebook: the organs that decide by it
    longest: int = LONGEST

    def named(self, identity: str) -> Cell:
        """What a thing of the register is called, with its page."""
        return cell(self.names.get(identity) or {"": identity}, path_of(identity))

    def called(self, *identities: str) -> str:
        """The same as plain words, one after the other."""
        return ", ".join(self.named(identity).text for identity in identities)


def sections(told: Told) -> tuple[Section, ...]:
    """All of it, in the order in which whoever takes over needs it."""
    return (
        Section("chair", say("In the chair"), tuple(_chair(told))),
        Section("promises", say("Meetings promised"), tuple(_promises(told))),
        Section("series", say("Series and when they are due"), tuple(_series(told))),
        Section("texts", say("Texts under way"), tuple(_texts(told))),
        Section("commitments", say("Open commitments"), tuple(_commitments(told))),
        Section("questions", say("Open questions"), tuple(_questions(told))),
        Section("rules", say("Rules in force"), tuple(_rules(told, told.file.rules))),
        Section("offices", say("Contacts by office"), tuple(_offices(told))),
    )


def _chair(told: Told) -> Iterator[Block]:
    rows = tuple((told.named(c.party), Cell(say_when(c.since))) for c in told.file.chairs)
    if not rows:
        yield Sentence(say("The record names nobody in the chair."))
        return
    yield Rows(say("The chairs, the latest first"), (say("Party"), say("Since")), rows)


def _promises(told: Told) -> Iterator[Block]:
    if not told.file.promises:
        yield Sentence(say("No meeting is convened."))
        return
    head = (say("Meeting"), say("When"), say("Place and host"), say("Before it was moved"))
    rows = tuple(_promise(told, one) for one in told.file.promises)
    yield Rows(say("Convened and not yet closed"), head, rows)


def _promise(told: Told, one: Promise) -> tuple[Cell, ...]:
    row = one.meeting
    moved = "; ".join(
        ", ".join(filter(None, (say_when(move.was_when), plain(move.was_place))))
        for move in one.moves
    )
    when = say_when(row.when)
    if row.state == "convened" and row.last_day < told.file.day:
        when = ". ".join((when, say("Whether it was held is not reported.")))
    return (
        _meeting(row),
        Cell(when),
        _where(told, row),
        Cell(moved) if moved else _NONE,
    )


def _where(told: Told, row: MeetingRow) -> Cell:
    place = cell(row.place) if row.place else _NONE
    host = told.named(row.host) if row.host else place
    if host.text == place.text:
        return place
    return Cell(f"{place.text} ({host.text})" if row.place else host.text, "", place.language)


def _meeting(row: MeetingRow) -> Cell:
    named = cell(row.series_names, path_of(row.meeting), ordinal(row.ordinal))
    if not row.example:
        return named
    example = say("Example")
    return Cell(f"{named.text} ({example})", named.path, named.language)


def _series(told: Told) -> Iterator[Block]:
    late = told.file.slipping
    if late:
        yield Sentence(
            ngettext("%(num)s series is overdue.", "%(num)s series are overdue.", len(late))
        )
    head = (say("Series"), say("Latest meeting"), say("Next meeting"), say("Due"))
    rows = tuple(_one_series(one) for one in told.file.series)
    yield Rows(say("Every series"), head, rows)


def _one_series(one: SeriesDue) -> tuple[Cell, ...]:
    last = f"{ordinal(one.last.ordinal)}, {say_when(one.last.when)}" if one.last else "–"
    following = ordinal(one.ordinal)
    if one.is_convened:
        following = f"{following}, {term('due', 'convened')}"
    return (
        cell(one.series.names, path_of(one.series.series)),
        Cell(last, path_of(one.last.meeting) if one.last else ""),
        Cell(following),
        Cell(due_said(one)),
    )


def due_said(one: SeriesDue) -> str:
    """How the series stands with its next meeting, in a few words."""
    if one.due.state == "unset":
        return _cadence(one.series.cadence_months)
    day = say_when(one.due.day) if one.due.day else ""
    said = f"{term('due', one.due.state)}: {day}"
    if one.due.state != "overdue":
        return said
    return f"{said} ({lateness(one.months, one.due.late_days)})"


def _cadence(months: int | None) -> str:
    """How often it is to meet, of a series that has not met and so has no due day."""
    if months is None:
        return say("No source says how often it meets.")
    return ngettext("Every month", "Every %(num)s months", months)


def lateness(months: int, days: int) -> str:
    """So many months late, or days within a month."""
    if months:
        return ngettext("%(num)s month late", "%(num)s months late", months)
    return ngettext("%(num)s day late", "%(num)s days late", days)


def _texts(told: Told) -> Iterator[Block]:
    if not told.file.texts:
        yield Sentence(say("No text is under way."))
        return
    head = (
        say("Text"),
        say("Tabled"),
        say("Circulated until"),
        say("No answer yet"),
        say("Silence"),
    )
    rows = tuple(_text(told, one) for one in told.file.texts)
    yield Rows(say("Tabled, neither adopted nor withdrawn"), head, rows)


def _text(told: Told, one: PendingText) -> tuple[Cell, ...]:
    row, sent = one.document, one.circulation
    return (
        cell(row.names, path_of(row.document), row.symbol),
        Cell(say_when(row.tabled_on)),
        Cell(say_when(sent.until[:10])) if sent else _NONE,
        Cell(told.called(*one.unanswered)) if one.unanswered else _NONE,
        Cell(_silence(one.silence)) if one.silence else _NONE,
    )


def _silence(silence: SilenceRow) -> str:
    return say(_SILENCES[silence.state]) % {"day": say_when(silence.until[:10])}


def _commitments(told: Told) -> Iterator[Block]:
    found, day = told.file.commitments, told.file.day
    if not found:
        yield Sentence(say("No commitment is open."))
        return
    late = told.file.late
    yield Sentence(
        ngettext("%(num)s commitment is open.", "%(num)s commitments are open.", len(found))
        + " "
        + ngettext("%(num)s is late.", "%(num)s are late.", len(late))
    )
    texts = [tuple(rows) for _, rows in groupby(found, key=lambda row: row.document)]
    head = (say("Text"), say("Open"), say("Late"), say("Next due"))
    yield Rows(say("By text"), head, tuple(_by_text(rows, day) for rows in texts))
    if late:
        yield _listed(told, say("Late"), late[: told.longest])
    if len(found) > told.longest:
        yield Sentence(say("The others are too many to be listed here. The data have all of them."))
        return
    for rows in texts:
        yield _listed(told, _title(rows[0]).text, rows)


def _title(row: CommitmentRow) -> Cell:
    return cell(row.document_names, path_of(row.document), row.symbol)


def _by_text(rows: tuple[CommitmentRow, ...], day: str) -> tuple[Cell, ...]:
    coming = sorted(first_day(row.due) for row in rows if row.due and not row.is_late(day))
    late = sum(row.is_late(day) for row in rows)
    following = Cell(say_when(coming[0])) if coming else _NONE
    return (_title(rows[0]), Cell(str(len(rows))), Cell(str(late)), following)


def _listed(told: Told, caption: str, rows: tuple[CommitmentRow, ...]) -> Rows:
    head = (say("Paragraph"), say("Commitment"), say("Party"), say("State"), say("Due"))
    return Rows(caption, head, tuple(_one_commitment(told, row) for row in rows))


def _one_commitment(told: Told, row: CommitmentRow) -> tuple[Cell, ...]:
    owner = plain(row.owner)
    party = told.named(row.party)
    return (
        Cell(f"§ {row.number}" if row.number else "–", path_of(row.commitment)),
        cell(row.words),
        Cell(f"{party.text} ({owner})" if owner else party.text, party.path, party.language),
        Cell(term("commitment_state", row.state)),
        Cell(say_when(row.due)) if row.due else _NONE,
    )


def _questions(told: Told) -> Iterator[Block]:
    if not told.file.questions:
        yield Sentence(say("No question is open."))
        return
    head = (say("Series"), say("Open question"), say("Since"))
    rows = tuple(
        (told.named(one.series), _question(told, one.matter), Cell(say_when(one.matter.raised_on)))
        for one in told.file.questions
    )
    yield Rows(say("Left open; they stand on the next agenda of their series"), head, rows)


def _question(told: Told, matter: Matter) -> Cell:
    title = cell(matter.title, path_of(matter.meeting))
    if not matter.raised_by:
        return title
    raised = told.called(matter.raised_by)
    return Cell(f"{title.text} ({raised})", title.path, title.language)


def _rules(told: Told, rules: Rules | None) -> Iterator[Block]:
    if rules is None:
        yield Sentence(say("No rulebook was adopted."))
        return
    since = {"day": say_when(rules.since), "count": rules.entries}
    yield Sentence(say("In force since: %(day)s. Entries: %(count)s.") % since)
    if not rules.unconfirmed:
        yield Sentence(say("Every entry is confirmed by the body’s own text."))
        return
    yield Sentence(say("What follows is not confirmed by the body’s own text:"))
    head = (say("Rule"), say("In words"), say("What is not confirmed"))
    for part, rows in groupby(rules.unconfirmed, key=lambda row: row.part):
        yield Rows(_part(told, part), head, tuple(map(_rule, rows)))


def _rule(row: Row) -> tuple[Cell, ...]:
    doubts = " ".join(unconfirmed(doubt) for doubt in row.unconfirmed)
    sure = f"{row.confidence}: {term('confidence', row.confidence)}."
    said = rule_said(row.entry)
    return (
        Cell(rule_name(row.key)),
        Cell(said) if said else _NONE,
        Cell(" ".join(filter(None, (sure, doubts, row.article)))),
    )


def _part(told: Told, part: str) -> str:
    if part in ("", WHOLE):
        return say("The whole assembly")
    return told.called(*told.parts[part]) if part in told.parts else part_name(part)


def _offices(told: Told) -> Iterator[Block]:
    if not told.file.offices:
        yield Sentence(say("The record names nobody in an office."))
        return
    head = (say("Of"), say("Office"), say("Person"), say("Since"))
    rows = tuple(
        (
            told.named(one.of),
            Cell(term("office", one.office)),
            cell(one.names),
            Cell(say_when(one.since)),
        )
        for one in told.file.offices
    )
    yield Rows(say("Who holds which office"), head, rows)
