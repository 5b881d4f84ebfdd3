"""A working plan, line by line: what the record says became of each."""

from collections import Counter
from collections.abc import Iterator

from kurultai.gate.plan import Came, PlanPage, plan
from kurultai.gate.shapes import MeetingRow
from kurultai.language.messages import N_
from kurultai.procedure.acts import Words
from kurultai.site.handover.cells import Block, Cell, Rows, Section, Sentence, cell
from kurultai.site.known import known
from kurultai.site.pages_environment import ordinal, plain, say_when, term
from kurultai.site.paths import path_of
from kurultai.site.tongue import say
from kurultai.site.views.shown import Asking, Shown

STATES = {
    "met": N_("Met"),
    "moved": N_("Moved"),
    "late": N_("Late"),
    "not_yet": N_("Not yet"),
    "dropped": N_("Closed without being done"),
    "unknown": N_("The record does not say"),
}


def one(asking: Asking, name: str) -> Shown:
    """A working plan and what became of it."""
    page = plan(asking.viewer, f"document:{name}", asking.day)
    names = known(asking.viewer).names
    lines = Section("lines", say("Line by line"), tuple(_lines(page, names)))
    return Shown("following/plan.html", page, "", {"sections": (lines,)})


def _lines(page: PlanPage, names: dict[str, Words]) -> Iterator[Block]:
    if not page.lines:
        yield Sentence(say("The plan has no lines yet."))
        return
    counts = Counter(line.state for line in page.lines)
    each = (f"{say(STATES[state])}: {counts[state]}" for state in STATES if counts[state])
    yield Sentence(" · ".join(each))
    rows = tuple(_line(line, names) for line in page.lines)
    head = (say("Line"), say("State"), say("What the record says"))
    yield Rows(say("What became of each line"), head, rows)


def _line(line: Came, names: dict[str, Words]) -> tuple[Cell, ...]:
    return (cell(line.words), Cell(say(STATES[line.state])), _told(line, names))


def _told(line: Came, names: dict[str, Words]) -> Cell:
    """The thing itself, with its page."""
    if line.meeting:
        return _meeting(line, line.meeting)
    if line.commitments:
        first, several = line.commitments[0], len(line.commitments) > 1
        said = "; ".join(
            f"{plain(names.get(row.party, {})) or row.party}: {term('commitment_state', row.state)}"
            for row in line.commitments
        )
        return Cell(said, path_of(first.document if several else first.commitment))
    if line.matter and line.matter.settled_on:
        settled = say("Settled: %(day)s") % {"day": say_when(line.matter.settled_on)}
        return Cell(settled, path_of(line.matter.settled_at or ""))
    if line.matter:
        return Cell(say("Still open"), path_of(line.matter.meeting))
    return Cell("–")


def _meeting(line: Came, row: MeetingRow) -> Cell:
    parts = [term("state", row.state), say_when(row.when), plain(row.place)]
    for move in line.moves:
        before = ", ".join(filter(None, (say_when(move.was_when), plain(move.was_place))))
        parts.append(say("before it was moved: %(before)s") % {"before": before})
    said = ", ".join(filter(None, parts))
    return Cell(f"{ordinal(row.ordinal)} {plain(row.series_names)}: {said}", path_of(row.meeting))
