"""What is entered beside an adopted text: reservations, explanations of vote, corrigenda."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from kurultai.gate.may import DELEGATES
from kurultai.procedure import commands as c
from kurultai.site.forms import fields
from kurultai.site.forms.amending import AmendStep, own
from kurultai.site.forms.drafts import DraftStep
from kurultai.site.forms.sheet import Section
from kurultai.site.forms.units import Names
from kurultai.site.forms.words import one_line
from kurultai.site.tongue import lazy as _
from kurultai.texts.change import Edit
from kurultai.texts.derive import edits
from kurultai.texts.unit import Unit


class _OfParty(DraftStep):
    """A step in the name of a delegation."""

    party = fields.choice(_("Delegation of"))

    def about(self) -> dict[str, object]:
        """The document, and a party for which the viewer may act."""
        return {**super().about(), "party": next(iter(self.viewer.parties(*DELEGATES)), "")}

    def prepare(self) -> None:
        """Offer the viewer's own delegations."""
        super().prepare()
        self.offer_one_of("party", self.named(*own(self)))


class EnterReservation(_OfParty):
    """A delegation accepts the text with a reservation."""

    title = _("Enter a reservation")
    button = title
    kind = c.EnterReservation
    preset = ("unit",)
    unit = fields.choice(_("To"), required=False)
    words = fields.words(_("Reservation"), rows=4, longest=10_000)
    field_order = ("party", "unit", "words")

    def prepare(self) -> None:
        """Offer the paragraphs."""
        super().prepare()
        names = Names(self.page.text.units)
        units = [(unit, names.named(unit)) for unit in names.units]
        self.offer("unit", units, _("The whole text"))

    def command(self) -> c.EnterReservation:
        """Enter it."""
        return c.EnterReservation(
            id=self.id,
            document=self.document,
            party=self.given("party"),
            words=self.given("words"),
            unit=self.given("unit") or None,
        )


class ExplainVote(_OfParty):
    """A delegation explains its vote, or says how it understands the text."""

    title = _("Explain a vote")
    lead = _("An explanation of the vote, or a statement of how the text is understood.")
    button = _("Enter in the record")
    kind = c.ExplainVote
    words = fields.words(_("Explanation"), rows=6, longest=10_000)
    field_order = ("party", "words")

    def command(self) -> c.ExplainVote:
        """Enter it."""
        return c.ExplainVote(
            id=self.id,
            document=self.document,
            party=self.given("party"),
            words=self.given("words"),
        )


class CorrectText(DraftStep, AmendStep):
    """A corrigendum: an error in one language, without change of substance."""

    title = _("Issue a corrigendum")
    lead = _("Edit the paragraph as it should read. Nothing of substance may change.")
    button = _("Issue this corrigendum")
    preview_button = _("Show the corrigendum")
    kind = c.CorrectText

    @property
    def text(self) -> tuple[Unit, ...]:
        """The adopted text."""
        return self.page.text.units

    @property
    def reading(self) -> int:
        """Its reading."""
        return self.page.text.reading

    def prepare(self) -> None:
        """Without what only an amendment has."""
        super().prepare()
        del self.fields["by"], self.fields["linguistic"]

    def _open(self, unit: Unit) -> None:
        before = unit.words.get(self.written_in, "")
        name = self._named(unit.unit)
        self.fields[name] = fields.text(
            _("As it should read"), required=False, rows=2 + len(before) // 70, longest=50_000
        )
        self.initial[name] = before

    def _named(self, unit: str) -> str:
        return f"words-{self.written_in}-{unit}"

    def _paragraph(self, unit: str) -> Section:
        return self.section(self.names.called(unit), (self._named(unit),))

    def closing(self) -> Iterator[Section]:
        """Why."""
        yield self.section("", ("reason",))

    def _check(self, given: dict[str, Any], unit: str) -> None:
        if self.base.words(unit, self.written_in) and not given.get(self._named(unit)):
            self.add_error(self._named(unit), _("This is needed."))

    @cached_property
    def changes(self) -> tuple[Edit, ...]:
        """What changes in the language."""
        return tuple(edit for unit in self.chosen for edit in self._edits(unit))

    def _edits(self, unit: str) -> tuple[Edit, ...]:
        before = self.base.words(unit, self.written_in)
        now = one_line(self.given(self._named(unit)), before)
        return edits(unit, self.written_in, before, now)

    def also_said_in(self) -> tuple[str, ...]:
        """No other: it is of one language."""
        return ()

    def command(self) -> c.CorrectText:
        """Issue it."""
        return c.CorrectText(
            id=self.id,
            document=self.document,
            language=self.written_in,
            edits=self.changes,
            reason=self.given("reason"),
        )

    def goes_to(self) -> str:
        """The document."""
        return self.back
