"""A draft goes to the delegations, and each answers it paragraph by paragraph."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

from django.core.exceptions import ValidationError

from kurultai.gate import register
from kurultai.gate.shapes.drafting import Answer
from kurultai.language.dates import say_moment
from kurultai.procedure import commands as c
from kurultai.procedure.acts import ParagraphAnswer
from kurultai.procedure.refusal import Refused
from kurultai.site.forms import fields
from kurultai.site.forms.drafts import DraftStep
from kurultai.site.forms.moments import Until, zone
from kurultai.site.forms.sheet import Passage, Section
from kurultai.site.forms.units import Names
from kurultai.site.house import house
from kurultai.site.paths import path_of
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say
from kurultai.texts.unit import Unit

ANSWERS = ("agree", "object", "reserve", "ask")
_DAYS = 14  # proposed for answering a circulated draft


class BoardStep(DraftStep):
    """A step about a draft that is being answered."""

    def prepare(self) -> None:
        """Lead back to the board."""
        super().prepare()
        self.back = f"{self.back}/board"


class CirculateDraft(Until, BoardStep):
    """The draft goes to the delegations, to be answered by a deadline."""

    title = _("Circulate the draft")
    lead = _("The delegations are asked for their answers, paragraph by paragraph.")
    button = title
    kind = c.CirculateDraft
    parties = fields.several(_("To"), required=True)
    note = fields.words(_("Note"), required=False, rows=3, longest=5000)
    field_order = ("until_day", "until_time", "parties", "note")

    def start(self) -> dict[str, Any]:
        """To whom it last went, or to all members; two weeks to answer."""
        last = self.page.circulation
        members = (p.party for p in register.parties(self.viewer) if p.status == "member")
        return {
            "until_day": date.fromisoformat(house().today()) + timedelta(days=_DAYS),
            "until_time": time(18),
            "parties": list(last.parties if last else members),
        }

    def prepare(self) -> None:
        """Offer the parties with a status."""
        super().prepare()
        parties = register.parties(self.viewer)
        self.offer("parties", self.named(*(p.party for p in parties if p.status)))

    def sections(self) -> tuple[Section, ...]:
        """The deadline by its clock; to whom; a note."""
        clock = ("until_day", "until_time")
        note = self.until_note(date.fromisoformat(house().today()))
        return (
            self.section(say("Deadline"), clock, in_row=True, note=note),
            self.section("", ("parties", "note")),
        )

    def command(self) -> c.CirculateDraft:
        """Circulate it."""
        return c.CirculateDraft(
            id=self.id,
            document=self.document,
            until=self.given("until"),
            parties=tuple(self.given("parties")),
            note=self.given("note"),
        )


class GiveAnswers(BoardStep):
    """A delegation's answers to the draft; they can be changed until the deadline."""

    title = _("Answer the draft")
    kind = c.GiveAnswers
    button = _("Give these answers")
    is_wide = True
    party = fields.choice(_("Delegation of"))
    rest = fields.check(_("Agree to every paragraph that has no answer yet"))

    def about(self) -> dict[str, object]:
        """The draft, and a party for which the viewer may answer."""
        own = self.viewer.parties("head_of_delegation")
        return {**super().about(), "party": own[0] if own else ""}

    def prepare(self) -> None:
        """Fields for each paragraph, with the earlier answers of the delegation."""
        super().prepare()
        asked = self.page.circulation.parties if self.page.circulation else ()
        own = self.viewer.parties("head_of_delegation")
        offered = [p for p in asked if self.viewer.secretariat or p in own]
        chosen = [party for party in self.came_with("party") if party in offered]
        self.party = (chosen or (offered[:1] if len(offered) == 1 else [""]))[0]
        self.offer_one_of("party", self.named(*offered))
        self.initial["party"] = self.party
        self.names = Names(self.page.text.units)
        if self.party:
            for unit in self._paragraphs():
                self._ask(unit)

    def _ask(self, unit: Unit) -> None:
        name, reason = f"answer-{unit.unit}", f"reason-{unit.unit}"
        self.fields[name] = fields.radio(_("Answer"), required=False)
        self.offer(name, self.terms("answer", *ANSWERS))
        self.fields[reason] = fields.words(_("Why"), required=False, rows=2, longest=5000)
        earlier = self._earlier.get(unit.unit)
        if earlier:
            self.initial[name], self.initial[reason] = earlier.answer, earlier.words

    @property
    def _earlier(self) -> dict[str, Answer]:
        return {a.unit: a for a in self.page.answers if a.party == self.party}

    def _paragraphs(self) -> Iterator[Unit]:
        return (unit for unit in self.names.units.values() if unit.words)

    def sections(self) -> tuple[Section, ...]:
        """Who answers; then each paragraph with its answers."""
        if not self.party:
            return (self.section("", ("party",), turn=say("Go on")),)
        note = self._deadline()
        units = tuple(self._paragraph(unit) for unit in self._paragraphs())
        return (self.section("", ("party",), note=note), *units, self.section("", ("rest",)))

    def _deadline(self) -> str:
        if self.page.circulation is None:
            return ""
        until = say_moment(self.page.circulation.until, self.viewer.language, zone(self.viewer))
        return say("Answers are awaited until %(when)s.") % {"when": until}

    def _paragraph(self, unit: Unit) -> Section:
        languages = (self.viewer.language, *unit.words)
        language = next(code for code in languages if unit.words.get(code))
        asked = f"unit={unit.unit}&language={language}"
        address = f"{path_of(self.document)}/amendments/new?{asked}"
        return self.section(
            self.names.called(unit.unit),
            (f"answer-{unit.unit}", f"reason-{unit.unit}"),
            passages=(Passage(language, unit.words[language]),),
            links=((say("Propose another wording"), address),),
            is_beside=True,
        )

    def clean(self) -> dict[str, Any]:
        """Whoever sends the form answers at least one paragraph anew."""
        given: dict[str, Any] = super().clean()
        if self.party and not any(self._answers(given)):
            raise ValidationError(_("Answer at least one paragraph."))
        return given

    def _answers(self, given: dict[str, Any]) -> Iterator[ParagraphAnswer]:
        """The answers that are new or different from before."""
        for unit in self._paragraphs():
            answer = given.get(f"answer-{unit.unit}") or ("agree" if given.get("rest") else "")
            words = given.get(f"reason-{unit.unit}") or {}
            earlier = self._earlier.get(unit.unit)
            known = earlier and (earlier.answer, dict(earlier.words))
            if answer and (answer, words) != known:
                yield ParagraphAnswer(unit.unit, answer, words)

    def refused(self, refused: Refused) -> None:
        """Say it at the paragraph that it means."""
        super().refused(refused)
        self.alert_field = self.alert_field or next(
            (f for f in (f"reason-{refused.facts.get('unit', '')}",) if f in self.fields), ""
        )

    def command(self) -> c.GiveAnswers:
        """Give them."""
        answers = tuple(self._answers(self.cleaned_data))
        return c.GiveAnswers(
            id=self.id, document=self.document, party=self.given("party"), answers=answers
        )
