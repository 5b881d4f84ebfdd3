"""The wording of an amendment in another language, beside what was tabled."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Self

from kurultai.language import ENDONYMS
from kurultai.procedure import commands as c
from kurultai.procedure.acts import AmendmentTranslated
from kurultai.procedure.amendment import Proposal, added, with_translation
from kurultai.site.forms import fields
from kurultai.site.forms.amending import checked, shown
from kurultai.site.forms.amendments import AmendmentStep
from kurultai.site.forms.sheet import Passage, Section
from kurultai.site.forms.units import Names
from kurultai.site.forms.words import one_line
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say
from kurultai.texts.amendment import Amendment
from kurultai.texts.apply import apply
from kurultai.texts.base import Base
from kurultai.texts.change import Change, Edit
from kurultai.texts.derive import edits
from kurultai.texts.redline import redline


class TranslateAmendment(AmendmentStep):
    """What the amendment changes in one other language of the text."""

    title = _("Translate the amendment")
    lead = _("Edit each paragraph so that it says in this language what the amendment changes.")
    button = _("Give this translation")
    preview_page = "forms/amendment.html"
    is_wide = True
    kind = c.TranslateAmendment
    preset = ("language",)
    language = fields.choice(_("Language"))
    unchanged = fields.check(_("The amendment changes nothing in this language"))

    def start(self) -> dict[str, Any]:
        """The viewer's language or the first in which it is not complete."""
        self.base = Base(self.page.units)
        self.others = sorted(self.base.languages - {self.row.language})
        missing = [code for code in self.others if code not in self.row.languages] or self.others
        missing.sort(key=lambda code: code != self.viewer.language)
        return {"language": next(iter(missing), "")}

    def prepare(self) -> None:
        """A text box for each paragraph that the amendment words."""
        super().prepare()
        self.offer("language", [(code, ENDONYMS.get(code, code)) for code in self.others])
        came = [code for code in self.came_with("language") if code in self.others]
        self.into = (came or [self.initial["language"]])[0]
        self.after = Base(apply(self.base, (Amendment("", self.row.tabled_changes),)))
        for unit in self._worded():
            words = self.after.words(unit, self.into) if unit in self.after else ""
            self.fields[self._named(unit)] = fields.text(
                ENDONYMS.get(self.into, self.into),
                required=False,
                rows=2 + len(words) // 60,
                longest=50_000,
            )
            self.initial[self._named(unit)] = words

    def _named(self, unit: str) -> str:
        """Changed to another language, the form asks anew and forgets nothing of this one."""
        return f"words-{self.into}-{unit}"

    def _edited(self) -> tuple[str, ...]:
        found = (change.unit for change in self.row.tabled_changes if isinstance(change, Edit))
        return tuple(dict.fromkeys(found))

    def _added(self) -> tuple[str, ...]:
        return tuple(unit.unit for unit in added(self.row.tabled_changes) if unit.words)

    def _worded(self) -> tuple[str, ...]:
        return (*self._edited(), *self._added())

    def sections(self) -> tuple[Section, ...]:
        """The language; then what was tabled beside each text box."""
        turn = say("Change the language") if len(self.others) > 1 else ""
        head = self.section("", ("language",), turn=turn)
        return (head, *self._paragraphs(), self.section("", ("unchanged",)))

    def _paragraphs(self) -> Iterator[Section]:
        names = Names(self.after.units)
        for unit in self._worded():
            legend = names.called(unit) if unit in self.after else say("New paragraph")
            passages = (self._tabled(unit),)
            yield self.section(legend, (self._named(unit),), passages=passages, is_beside=True)

    def _tabled(self, unit: str) -> Passage:
        language = self.row.language
        before = self.base.words(unit, language) if unit in self.base else ""
        now = self.after.words(unit, language)
        label = ENDONYMS.get(language, language)
        return Passage(language, now, redline(before, now), label)

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """What changes in this language."""
        return tuple(
            edit
            for unit in self._edited()
            for edit in edits(unit, self.into, self.base.words(unit, self.into), self._given(unit))
        )

    def _given(self, unit: str) -> str:
        before = self.base.words(unit, self.into) if unit in self.base else ""
        return one_line(self.given(self._named(unit)), before)

    @property
    def words(self) -> dict[str, str]:
        """What the new paragraphs say in this language."""
        found = {unit: self._given(unit) for unit in self._added()}
        return {unit: words for unit, words in found.items() if words}

    def previewed(self) -> Self:
        """The sentences and the redline in this language."""
        changes = self._translated()
        checked(self.base, changes)
        self.preview = shown(self.base, changes, self.into, ())
        return self

    def _translated(self) -> tuple[Change, ...]:
        row = self.row
        tabled = Proposal(
            row.amendment, row.number, row.by, row.language, row.reading, row.tabled_changes
        )
        act = AmendmentTranslated(row.amendment, self.into, self.edits, self.words)
        return with_translation(tabled, act).changes

    def command(self) -> c.TranslateAmendment:
        """Translate it."""
        return c.TranslateAmendment(
            **self.asked(),
            language=self.into,
            edits=self.edits,
            words=self.words,
            unchanged=self.given("unchanged"),
        )
