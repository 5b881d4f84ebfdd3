"""Past recommendations and replies in a file: what each line says, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kurultai.language import LANGUAGES
from kurultai.language.columns import key_of, plain
from kurultai.papers.sheets import Grid
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Undertaking
from kurultai.procedure.following.commitment import ANSWERS, check_links
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import asked_day
from kurultai.site.sheets.cells import Cells, Columns, Fault
from kurultai.site.sheets.named import Named, Said, said

COLUMNS = (
    "text",
    "adopted",
    "meeting",
    "paragraph",
    "words",
    "language",
    "party",
    "proposed_by",
    "state",
    "answered",
    "reply",
    "link",
    "due",
    "action",
    "tags",
)
NEEDED = ("text", "words", "party")
_NO_NUMBER = 0
_LARGEST = 10_000  # paragraph


@dataclass(frozen=True, slots=True)
class PastLine:
    """A line that is right: one commitment, under a text that is here or not yet."""

    line: int
    text: str  # as it is written
    document: str  # "" if the text is not here yet
    adopted: str  # the day of its adoption
    meeting: str
    imported: c.ImportedLine

    @property
    def state(self) -> str:
        """In which it is at the end."""
        answers = self.imported.answers
        return answers[-1].state if answers else self.imported.state


@dataclass(frozen=True, slots=True)
class Past:
    """A file, line by line."""

    lines: tuple[PastLine, ...]
    faults: tuple[Fault, ...]


@dataclass
class _Reading:
    """What was found in the lines so far."""

    known: Named
    language: str
    today: str
    lines: list[PastLine] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    days: dict[str, tuple[str, str]] = field(default_factory=dict)  # text -> day, meeting
    said: dict[Said, int] = field(default_factory=dict)  # in which line

    def take(self, cells: Cells) -> None:
        """Read one line."""
        try:
            self.lines.append(self._line(cells))
        except Refused as refused:
            self.faults.append(cells.fault(refused))

    def _line(self, cells: Cells) -> PastLine:
        text = cells.text("text")
        if not text:
            raise Refused("sheet.empty_cell")
        document, adopted, meeting = self._where(cells, text)
        line = self._imported(cells, adopted)
        self._once(cells, document or text, line)
        return PastLine(cells.line.line, text, document, adopted, meeting, line)

    def _once(self, cells: Cells, text: str, line: c.ImportedLine) -> None:
        """Refused if another line, or one that was taken over before, says just the same."""
        key = said(text, line.party, line.number, line.words, line.proposed_by)
        cells.text("words")
        if key in self.known.standing:
            raise Refused("sheet.stands_already")
        before = self.said.setdefault(key, line.line)
        if before != line.line:
            raise Refused("sheet.same_line", {"line": str(before)})

    def _where(self, cells: Cells, text: str) -> tuple[str, str, str]:
        """The document, or none yet; the day of its adoption; and its meeting, if one is known."""
        found = self.known.text(text)
        if found is None:
            return ("", *self._adopted(cells, text))
        if found.state != "adopted":
            raise Refused("sheet.text_not_adopted", {"name": text})
        return found.document, found.adopted_on or self.today, ""

    def _adopted(self, cells: Cells, text: str) -> tuple[str, str]:
        """When and where a text was adopted that is not here yet; one line may say it for all."""
        day = cells.day("adopted")
        if not day and text in self.days:
            return self.days[text]
        if not day:
            raise Refused("sheet.adopted_missing", {"name": text})
        self._not_later(day)
        if text in self.days and self.days[text][0] != day:
            raise Refused("sheet.adopted_twice", {"name": text, "day": self.days[text][0]})
        return self.days.setdefault(text, (day, self._meeting(cells, day)))

    def _meeting(self, cells: Cells, day: str) -> str:
        words = cells.text("meeting")
        if not words:
            return self.known.on(day)
        meeting = self.known.meeting(words)
        if not meeting:
            raise Refused("sheet.meeting", {"name": words})
        return meeting

    def _not_later(self, day: str) -> None:
        if asked_day(day) > self.today:
            raise Refused("act.in_the_future", {"when": day})

    def _imported(self, cells: Cells, adopted: str) -> c.ImportedLine:
        language = self._language(cells)
        party, number = self._party(cells), _number(cells)
        words = cells.text("words")
        if not words:
            raise Refused("sheet.empty_cell")
        state, answers = self._answers(cells, adopted, language)
        by = cells.text("proposed_by")
        return c.ImportedLine(
            line=cells.line.line,
            number=number,
            words={language: words},
            party=party,
            state=state,
            proposed_by={language: by} if by else {},
            undertaking=self._undertaking(cells),
            answers=answers,
        )

    def _language(self, cells: Cells) -> str:
        code = cells.text("language").lower()
        if code and code not in LANGUAGES:
            raise Refused("sheet.language", {"words": code, "codes": ", ".join(LANGUAGES)})
        return code or self.language

    def _party(self, cells: Cells) -> str:
        words = cells.text("party")
        if not words:
            raise Refused("sheet.empty_cell")
        party = _thing(self.known.parties, words)
        if not party:
            raise Refused("sheet.party", {"name": words})
        return party

    def _answers(
        self, cells: Cells, adopted: str, language: str
    ) -> tuple[str, tuple[c.Answered, ...]]:
        """The state in which it was found; or, if its day is known, what was answered."""
        reply, links = cells.text("reply"), cells.links("link")
        check_links(links)
        state = _key(cells, "state", "commitment_state") or "proposed"
        on = cells.day("answered")
        if not on and not reply:
            return state, ()
        if not on:
            raise Refused("sheet.answered_missing")
        self._not_later(on)
        if asked_day(on) < asked_day(adopted):
            raise Refused("import.answer_before", {"when": on})
        if state not in ANSWERS:
            cells.text("state")
            raise Refused("sheet.no_answer")
        return "proposed", (c.Answered(on, state, {language: reply} if reply else {}, links),)

    def _undertaking(self, cells: Cells) -> Undertaking:
        action = _key(cells, "action", "action")
        due = cells.day("due") or None
        return Undertaking(action=action, due=due, tags=self._tags(cells))

    def _tags(self, cells: Cells) -> tuple[str, ...]:
        whole = cells.text("tags")
        if not whole or (tag := _thing(self.known.tags, whole)):
            return (tag,) if whole else ()
        found = []
        for words in cells.several("tags"):
            tag = _thing(self.known.tags, words)
            if not tag:
                raise Refused("sheet.tag", {"name": words})
            found.append(tag)
        return tuple(dict.fromkeys(found))


def past(grid: Grid, columns: Columns, known: Named, language: str, today: str) -> Past:
    """Every line of the file, read with these columns."""
    reading = _Reading(known, language, today)
    for line in grid.body:
        reading.take(Cells(line, columns))
    return Past(tuple(reading.lines), tuple(reading.faults))


def _thing(things: Mapping[str, str], words: str) -> str:
    return things.get(plain(words), "")


def _number(cells: Cells) -> int:
    words = cells.text("paragraph").strip("§.() ")
    if not words:
        return _NO_NUMBER
    if not (words.isdecimal() and 0 < int(words) <= _LARGEST):
        raise Refused("sheet.number", {"words": words})
    return int(words)


def _key(cells: Cells, column: str, scheme: str) -> str:
    """What the cell says in the words of a vocabulary; nothing if it is empty."""
    words = cells.text(column)
    key = key_of(words, scheme) if words else ""
    if key or not words:
        return key
    if scheme == "action":
        raise Refused("sheet.action", {"words": words})
    raise Refused("sheet.state", {"words": words})
