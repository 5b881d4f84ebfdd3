"""A parliament's spreadsheet that came back: what each line would report, and what is wrong."""

import hashlib
from dataclasses import dataclass, replace

from kurultai.gate.shapes import CommitmentRow
from kurultai.gate.sheets import Kept, Told
from kurultai.language.columns import key_of, plain
from kurultai.language.refusals import say_refusal
from kurultai.language.terms import term
from kurultai.papers.sheets import Column, Grid, Line, Table
from kurultai.procedure import commands as c
from kurultai.procedure.following.commitment import ANSWERS, check_links
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import asked_day
from kurultai.site.sheets.cells import Cells, Columns, Fault, columns_of, needed
from kurultai.site.sheets.given import COLUMNS, column, stand
from kurultai.site.sheets.remarked import heads, remarked
from kurultai.site.tongue import say

_NEEDED = ("commitment", "seen", "new_state", "done")
_READ = (*COLUMNS, "remark")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a line reports."""

    line: int
    row: CommitmentRow
    state: str
    words: str
    links: tuple[str, ...]
    happened: str
    reached: tuple[str, ...]
    seen: str  # the sign under which the commitment stood when the file was made

    @property
    def id(self) -> str:
        """The command's identity: the same line about the same standing is one request."""
        parts = (self.row.commitment, self.seen, self.state, self.words, *self.links)
        said = repr((parts, self.happened, self.reached))
        return f"sheet:{hashlib.sha256(said.encode()).hexdigest()[:32]}"

    def command(self, language: str) -> c.ReportOnCommitment:
        """The report."""
        return c.ReportOnCommitment(
            id=self.id,
            commitment=self.row.commitment,
            state=self.state,
            words={language: self.words},
            links=self.links,
            happened=self.happened,
            milestones=self.reached,
        )

    def said_by(self, told: Told) -> bool:
        """True if that report says just this."""
        links = (*((told.evidence,) if told.evidence else ()), *told.links)
        mine = (self.state, self.links, self.happened, self.reached)
        return mine == (told.state, links, told.happened, told.milestones) and (
            self.words in told.words.values()
        )


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """A line about a commitment that stands otherwise than when the file was made."""

    line: int
    row: CommitmentRow


@dataclass(frozen=True, slots=True)
class Returned:
    """The file, line by line, each in one of five ways."""

    entries: tuple[Entry, ...]  # to be recorded
    unchanged: int  # in which nothing was filled in
    already: int  # whose report stands in the record
    meanwhile: tuple[Meanwhile, ...]
    faults: tuple[Fault, ...]

    @property
    def is_whole(self) -> bool:
        """True if no line has to be looked at again."""
        return not (self.faults or self.meanwhile)


def returned(grid: Grid, kept: Kept, today: str, language: str) -> Returned:
    """Every line checked; Refused if the columns are not those of a file that was made here."""
    columns = columns_of(grid, _READ)
    needed(columns, _NEEDED, language)
    reading = _Reading(kept, today)
    for line in grid.body:
        reading.take(Cells(line, columns))
    return Returned(
        tuple(reading.entries),
        reading.unchanged,
        reading.already,
        tuple(reading.meanwhile),
        tuple(reading.faults),
    )


class _Reading:
    """What was found in the lines so far."""

    def __init__(self, kept: Kept, today: str) -> None:
        self._kept, self._today = kept, today
        self._rows = {row.commitment: row for row in kept.rows}
        self._seen: dict[str, int] = {}  # commitment -> its line
        self.entries: list[Entry] = []
        self.meanwhile: list[Meanwhile] = []
        self.faults: list[Fault] = []
        self.unchanged = self.already = 0

    def take(self, cells: Cells) -> None:
        """Read one line."""
        try:
            self._take(cells)
        except Refused as refused:
            self.faults.append(cells.fault(refused))

    def _take(self, cells: Cells) -> None:
        row = self._row(cells)
        entry = _entry(cells, row, self._today)
        told = self._kept.told.get(row.commitment, ())
        if entry is None:
            self.unchanged += 1
        elif any(entry.said_by(each) for each in told):
            self.already += 1
        elif entry.seen != stand(row, told):
            self.meanwhile.append(Meanwhile(entry.line, row))
        else:
            self.entries.append(entry)

    def _row(self, cells: Cells) -> CommitmentRow:
        name = cells.text("commitment")
        row = self._rows.get(name)
        if row is None:
            raise Refused("sheet.not_of_this_parliament")
        if name in self._seen:
            raise Refused("sheet.twice", {"line": str(self._seen[name])})
        self._seen[name] = cells.line.line
        return row


def _entry(cells: Cells, row: CommitmentRow, today: str) -> Entry | None:
    """What the line reports; None if nothing was filled in."""
    links, happened = cells.links("links"), cells.text("happened")
    reached = cells.several("reached")
    words, said = cells.text("done"), cells.text("new_state")
    if not (links or happened or reached or words or said):
        return None
    state = _state(cells, row)
    if not words:
        cells.text("done")
        raise Refused("sheet.nothing_said")
    cells.text("links")
    check_links(links)
    return Entry(
        cells.line.line,
        row,
        state,
        words,
        links,
        _past(cells, today),
        _reached(cells, row),
        cells.text("seen"),
    )


def _state(cells: Cells, row: CommitmentRow) -> str:
    """The new state; that of before, if a parliament gave it and nothing else is said."""
    words = cells.text("new_state")
    if row.state == "superseded":
        raise Refused("commitment.superseded")
    if not words and row.state in ANSWERS:
        return row.state
    if not words:
        raise Refused("sheet.state_missing")
    state = key_of(words, "commitment_state")
    if state not in ANSWERS:
        raise Refused("sheet.state", {"words": words})
    return state


def _past(cells: Cells, today: str) -> str:
    happened = cells.day("happened")
    if happened and asked_day(happened) > today:
        raise Refused("act.in_the_future", {"when": happened})
    return happened


def _reached(cells: Cells, row: CommitmentRow) -> tuple[str, ...]:
    """The keys of the milestones, written as keys or in the words of any language."""
    keys = {
        plain(words): milestone.milestone
        for milestone in row.milestones
        for words in (*milestone.words.values(), milestone.milestone)
    }
    found: list[str] = []
    for words in cells.several("reached"):
        if plain(words) not in keys:
            raise Refused("sheet.milestone", {"words": words})
        found.append(keys[plain(words)])
    return tuple(dict.fromkeys(found))


# --- what has to be looked at again ---------------------------------------------------------------


def to_be_seen(grid: Grid, kept: Kept, found: Returned, language: str) -> Table:
    """The lines that were not right, as they came, each with what is wrong with it.

    A line that was overtaken stands as the commitment stands now: sent again it is recorded.
    """
    columns = columns_of(grid, _READ)
    now = {each.line: each.row for each in found.meanwhile}
    lines = tuple(
        _renewed(line, columns, now[line.line], kept, language) if line.line in now else line
        for line in grid.body
    )
    head = tuple(_column(at, words, columns, language) for at, words in enumerate(heads(grid)))
    return remarked(grid, _remarks(found, language), language, head, lines)


def _remarks(found: Returned, language: str) -> dict[int, str]:
    said = {
        fault.line: f"{fault.cell}: {say_refusal(fault.rule, fault.facts, language)}"
        for fault in found.faults
    }
    overtaken = say("This was reported on meanwhile. Look at it, and send the line again.")
    return {**said, **{each.line: overtaken for each in found.meanwhile}}


def _column(place: int, words: str, columns: Columns, language: str) -> Column:
    name = next((name for name, there in columns.items() if there == place), "")
    made = column(name, language) if name in COLUMNS else Column(words, 20)
    return replace(made, heading=words)


def _renewed(line: Line, columns: Columns, row: CommitmentRow, kept: Kept, language: str) -> Line:
    """The line with how the commitment stands now."""
    now = {
        "seen": stand(row, kept.told.get(row.commitment, ())),
        "state_now": term(language, "commitment_state", row.state),
    }
    places = {columns[name]: words for name, words in now.items() if name in columns}
    width = max(len(line.cells), *(place + 1 for place in places))
    cells = (places.get(place, line.cell(place)) for place in range(width))
    return replace(line, cells=tuple(cells))
