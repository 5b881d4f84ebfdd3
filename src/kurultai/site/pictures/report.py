"""The pictures of the commitments as a report to print, with the numbers behind each."""

from collections.abc import Callable
from dataclasses import dataclass

from kurultai.gate.shapes import MeetingRow
from kurultai.language.messages import N_
from kurultai.papers.report import Block, Picture, Says, Section, Table
from kurultai.site.pages_environment import ordinal, plain, say_day, term
from kurultai.site.pictures.bars import Bars, Line
from kurultai.site.pictures.drawing import bars_drawn, matrices_drawn, years_drawn
from kurultai.site.pictures.matrix import Line as Counted
from kurultai.site.pictures.matrix import Matrix
from kurultai.site.pictures.overview import Following, Pictures
from kurultai.site.pictures.words import key_word, kind_word, line_word, part_said
from kurultai.site.timeline import Overview
from kurultai.site.tongue import say

_SHOWN = N_("The picture shows what the table below says.")
_ALIKE = N_(
    "To accept, to take note and not to pursue are answers alike."
    " Parties are in the order of the register."
)
ALL = "*"  # the line of all together
Named = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Told:
    """What the report is made of; ``named`` says what things of the register are called."""

    page: Following
    pictures: Pictures
    overview: Overview | None
    met: dict[str, MeetingRow]
    named: Named

    def of(self, identity: str) -> str:
        """What a line is about; what has no name of its own is something else."""
        if identity in self.met:
            row = self.met[identity]
            return f"{ordinal(row.ordinal)} {plain(row.series_names)}"
        return self.named(identity) if identity else say("Other")


def sections_of(told: Told) -> tuple[Section, ...]:
    """From text to deed, by party and area, by age, who answered, and the years."""
    if not told.page.funnel.proposed:
        return (Section(say("Commitments"), (Says(say("None")),)), *_years(told))
    return (_funnel(told), _matrix(told), _ages(told), _answers(told), *_years(told))


def _funnel(told: Told) -> Section:
    funnel, drawn = told.page.funnel, told.pictures
    blocks: list[Block] = []
    if drawn.paragraphs:
        head = (say("Step"), say("Paragraphs"))
        rows = tuple((line_word(line.of), str(line.count)) for line in drawn.paragraphs.lines)
        texts = say("Adopted texts: %(number)s") % {"number": funnel.texts}
        blocks += [Says(texts), Table(say("From text to deed"), head, rows)]
    blocks.append(_picture(drawn.steps, _step))
    steps = (*drawn.steps.lines, *drawn.beside.lines)
    rows = tuple((_step(line), part_said(line.count, funnel.proposed)) for line in steps)
    caption = say("Commitments, and how far they have come")
    blocks.append(Table(caption, (say("Step"), say("Number")), rows))
    return Section(say("From text to deed"), tuple(blocks))


def _matrix(told: Told) -> Section:
    m = told.pictures.matrix
    svgs = matrices_drawn(m, told.of, key_word)
    pictures = tuple(Picture(svg, say(_SHOWN)) for svg in svgs)
    whole = (*m.by_party(), (ALL, *m.of_all()[1:]))
    tables = (
        _counted(told, m, say("Commitments by party and state"), say("Party"), whole),
        _counted(
            told,
            m,
            say("Commitments by area and state"),
            term("scheme", "area"),
            m.by_heading(),
        ),
    )
    several = say(
        "A commitment that is under several areas stands in each of them, and once in the whole."
    )
    return Section(say("By party and area"), (*pictures, Says(several), *tables))


def _counted(told: Told, m: Matrix, caption: str, first: str, lines: tuple[Counted, ...]) -> Table:
    head = (first, *(term("commitment_state", s) for s in m.states), say("All"))
    rows = tuple(
        (say("All") if of == ALL else told.of(of), *map(str, counts), str(number))
        for of, counts, number in lines
    )
    return Table(caption, head, rows)


def _ages(told: Told) -> Section:
    still = told.page.open
    day = {"day": say_day(still.day), "number": still.count}
    said = [Says(say("Open on %(day)s: %(number)s") % day)]
    if still.late:
        said.append(Says(say("Due before that day: %(number)s") % {"number": still.late}))
    heading = say("How long what is open has been open")
    if not still.count:
        return Section(heading, tuple(said))
    ages = told.pictures.ages
    head = (say("Age"), *map(kind_word, ages.kinds), say("All"))
    rows = tuple(
        (_step(line), *(str(line.counted(kind)) for kind in ages.kinds), str(line.count))
        for line in ages.lines
    )
    table = Table(say("What is open, by its age"), head, rows)
    return Section(heading, (*said, _picture(ages, _step), table))


def _answers(told: Told) -> Section:
    drawn = told.pictures
    by_party = _picture(drawn.by_party, lambda line: told.of(line.of))
    return Section(
        say("Who has answered"),
        (
            Says(say(_ALIKE)),
            by_party,
            _rates(told, drawn.by_party, say("Answers by party"), say("Party")),
            _rates(
                told,
                drawn.by_meeting,
                say("Answers by meeting, the latest first"),
                say("Meeting"),
            ),
            _rates(told, drawn.by_area, say("Answers by area"), term("scheme", "area")),
        ),
    )


def _rates(told: Told, rates: Bars, caption: str, first: str) -> Table:
    head = (first, kind_word("answered"), kind_word("silent"), say("Answered of those asked"))
    rows = tuple(
        (
            told.of(line.of),
            str(line.counted("answered")),
            str(line.counted("silent")),
            part_said(line.counted("answered"), line.count),
        )
        for line in rates.lines
    )
    return Table(caption, head, rows)


def _years(told: Told) -> tuple[Section, ...]:
    if told.overview is None:
        return ()
    svg = years_drawn(told.overview, lambda lane: plain(lane.page.series.names), say("Today"))
    head = (say("Series"), say("Meetings"), say("The next"))
    rows = tuple(
        (
            plain(lane.page.series.names),
            str(len(lane.page.meetings)),
            term("due", lane.page.due.state)
            + (f": {say_day(lane.page.due.day)}" if lane.page.due.day else ""),
        )
        for lane in told.overview.lanes
    )
    blocks = (Picture(svg, say(_SHOWN)), Table(say("Every series"), head, rows))
    return (Section(say("Meetings over the years"), blocks),)


def _picture(bars: Bars, label: Callable[[Line], str]) -> Picture:
    return Picture(bars_drawn(bars, label, key_word), say(_SHOWN))


def _step(line: Line) -> str:
    return line_word(line.of)
