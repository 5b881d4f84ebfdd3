"""The working plan of a year: composed from what is due, open and promised, and tabled."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError

from kurultai.gate import meetings
from kurultai.gate.plan import PARTS, PlanLine, plan_lines
from kurultai.language import LANGUAGES
from kurultai.language.catalogue import tongue
from kurultai.language.messages import N_
from kurultai.language.plan import say_heading, say_item, say_plan
from kurultai.language.words import pick
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Unit, Words
from kurultai.procedure.facts import new_id
from kurultai.site.forms import fields
from kurultai.site.forms.audiences import audiences
from kurultai.site.forms.following.tabling import paragraphs
from kurultai.site.forms.sheet import Section
from kurultai.site.forms.step import Step
from kurultai.site.house import house
from kurultai.site.known import known
from kurultai.site.paths import path_of
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say

_FIRST, _LAST = 1990, 2200
_OCTOBER = 10  # from then on one plans for the next year
_OWN = N_("Other")


class ComposePlan(Step):
    """A draft of the plan, in every language of the assembly; then it is a text like any other."""

    title = _("Compose the working plan of a year")
    lead = _(
        "Lines are proposed from what is public: meetings promised and due, commitments with a"
        " day, open questions. The draft then goes the way of every text, and its page says what"
        " became of each line."
    )
    button = _("Table this draft")
    kind = c.TableText
    preset = ("year",)
    is_wide = True
    year = fields.number(_("Year"), least=_FIRST, most=_LAST)
    audience = fields.choice(_("Who may see it"))
    meeting = fields.choice(_("For the meeting"), required=False)
    more = fields.words(
        _("Further lines"),
        required=False,
        rows=5,
        longest=20_000,
        hint=_("An empty line between two of them; in each language the same lines."),
    )

    def start(self) -> dict[str, Any]:
        """The year to come, for everybody."""
        return {"year": self._usual, "audience": "public"}

    @property
    def _usual(self) -> int:
        year, month, _day = map(int, house().today().split("-"))
        return year + (month >= _OCTOBER)

    @property
    def asked(self) -> int:
        """The year whose lines are shown."""
        for entered in self.came_with("year"):
            if entered.isdecimal() and _FIRST <= int(entered) <= _LAST:
                return int(entered)
        return self._usual

    @cached_property
    def lines(self) -> tuple[PlanLine, ...]:
        """All that may stand in it."""
        return plan_lines(self.viewer, self.asked, date.fromisoformat(house().today()))

    def prepare(self) -> None:
        """A list of lines for each part; each year has lists of its own."""
        self.back, self.back_label = "/documents/", _("Documents")
        self.offer("audience", audiences(self))
        waiting = [m for m in meetings.meetings(self.viewer) if m.state != "closed"]
        named = [(m.meeting, f"{self.pick(m.series_names)} {m.ordinal}") for m in waiting]
        self.offer("meeting", named, _("None"))
        for part in PARTS:
            choices = [(ln.key, self._said(ln, self.viewer.language)) for ln in self._of(part)]
            if choices:
                heading = say_heading(part, self.viewer.language)
                self.fields[self._list(part)] = fields.several(heading)
                self.fields[self._list(part)].is_long = True  # each a sentence or more
                self.offer(self._list(part), choices)
                self.initial[self._list(part)] = [key for key, _said in choices]

    def _of(self, part: str) -> tuple[PlanLine, ...]:
        return tuple(line for line in self.lines if line.part == part)

    def _list(self, part: str) -> str:
        return f"lines-{self.asked}-{part}"

    def sections(self) -> tuple[Section, ...]:
        """The year first: another one has other lines."""
        lists = [self._list(part) for part in PARTS if self._list(part) in self.fields]
        return (
            self.section("", ("year",), turn=say("Show the lines of this year")),
            *(self.section("", (name,)) for name in lists),
            self.section("", ("more", "audience", "meeting")),
        )

    def languages(self) -> tuple[str, ...]:
        """Those of the assembly that the interface speaks, the viewer's first."""
        return tuple(code for code in super().languages() if code in LANGUAGES)

    def clean(self) -> dict[str, Any]:
        """Something stands in it, and further lines are as many in every language."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        more: Words = cleaned.get("more", {})
        if len({len(paragraphs(words)) for words in more.values()}) > 1:
            self.add_error("more", ValidationError(_("Write as many lines in each language.")))
        if not (more or any(cleaned.get(self._list(part)) for part in PARTS)):
            raise ValidationError(_("The plan has no lines."))
        return cleaned

    def command(self) -> c.TableText:
        """Table it in every language."""
        spoken = self.languages()
        return c.TableText(
            id=self.id,
            kind="working_plan",
            names={code: say_plan(self.asked, code) for code in spoken},
            audience=self.given("audience"),
            meeting=self.given("meeting") or None,
            authentic=spoken[:1],
            versions=tuple(
                c.FirstVersion(code, "translation" if n else "authentic", tuple(self._units(code)))
                for n, code in enumerate(spoken)
            ),
        )

    def _units(self, language: str) -> Iterator[Unit]:
        yield Unit("title", "heading", say_plan(self.asked, language))
        for part in PARTS:
            chosen = self.cleaned_data.get(self._list(part), ())
            points = tuple(
                Unit(line.key, "point", self._said(line, language))
                for line in self._of(part)
                if line.key in chosen
            )
            if points:
                yield Unit(f"part-{part}", "section", say_heading(part, language), points)
        if own := tuple(self._own(language)):
            yield Unit("part-own", "section", tongue(language).gettext(_OWN), own)

    def _own(self, language: str) -> Iterator[Unit]:
        """Further lines; where a language has none, its words are missing there."""
        more: Words = self.given("more")
        whole = len(paragraphs(next(iter(more.values()), "")))
        words = paragraphs(more.get(language, ""))
        for n in range(whole):
            yield Unit(f"own-{n + 1}", "point", words[n] if words else "")

    def _said(self, line: PlanLine, language: str) -> str:
        names = known(self.viewer).names

        def called(identity: str) -> str:
            return pick(names.get(identity, {}), language)[0] or identity

        return say_item(line.item, called, language)

    def goes_to(self) -> str:
        """The document."""
        return path_of(new_id("document", self.id))
