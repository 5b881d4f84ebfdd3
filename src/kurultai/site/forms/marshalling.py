"""The marshalled list: what the rule proposes, and why; and working in what was adopted."""

from collections.abc import Iterable
from dataclasses import replace

from kurultai.gate import amendments as gate
from kurultai.gate.rules import drafting_rule
from kurultai.gate.shapes import AmendmentRow
from kurultai.gate.tracked import numbering
from kurultai.language.terms import term
from kurultai.procedure import commands as c
from kurultai.procedure.rulebook import Drafting
from kurultai.site.drafts.names import drawn
from kurultai.site.drafts.reader import Entry, Reader
from kurultai.site.forms import fields
from kurultai.site.forms.amendments import called_one
from kurultai.site.forms.drafts import DraftStep
from kurultai.site.forms.sheet import Passage, Section
from kurultai.site.house import house
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say
from kurultai.texts.base import Base
from kurultai.texts.order import Placed, marshal


class MarshalAmendments(DraftStep):
    """The order in which the amendments will be put to the vote."""

    title = _("Put the amendments in order")
    lead = _("This is the order that the rule gives. Who orders otherwise says why.")
    button = _("Issue this list")
    kind = c.MarshalAmendments
    is_wide = True
    reason = fields.words(
        _("Reason"), required=False, rows=3, longest=2000, hint=_("Only for another order.")
    )

    def prepare(self) -> None:
        """A place for each amendment, as the rule orders them."""
        super().prepare()
        self.rule = drafting_rule(self.viewer, self.document, house().today())
        self.entries = self._proposed()
        for place, entry in enumerate(self.entries, 1):
            name = _named(entry.amendment)
            self.fields[name] = fields.number(_("Place"), least=1, most=len(self.entries))
            self.initial[name] = place

    def _proposed(self) -> tuple[Entry, ...]:
        pending = ready(gate.pending(self.viewer, self.document), self.rule)
        numbers = numbering(self.viewer, self.document)
        rows = {row.amendment: row for row in pending}
        reader = Reader(
            self.viewer.language, numbers, self.page.text.units, self.rule.order, rows.__getitem__
        )
        base = Base(self.page.text.units)
        placed = marshal(base, [drawn(row) for row in pending], self.rule.order)
        return tuple(
            reader.entry(_with_place(rows[one.amendment], n, one))
            for n, one in enumerate(placed, 1)
        )

    def sections(self) -> tuple[Section, ...]:
        """By which rule; each amendment with why it stands there; why otherwise."""
        order = term(self.viewer.language, "order", self.rule.order)
        note = say("The rule: %(order)s.") % {"order": order}
        amendments = (self._amendment(entry) for entry in self.entries)
        return (self.section("", (), note=note), *amendments, self.section("", ("reason",)))

    def _amendment(self, entry: Entry) -> Section:
        passages = tuple(Passage(entry.language, said) for said in entry.sentences)
        legend = called_one(self, entry.amendment, entry.label)
        return self.section(
            legend, (_named(entry.amendment),), passages=passages, note=entry.placed
        )

    def _order(self) -> tuple[str, ...]:
        """All of them by the places entered, those of one place as the rule has them."""
        proposed = [entry.amendment for entry in self.entries]
        ordered = sorted(proposed, key=lambda row: self.given(_named(row)))
        return () if ordered == proposed else tuple(row.amendment for row in ordered)

    def command(self) -> c.MarshalAmendments:
        """Issue the list."""
        return c.MarshalAmendments(
            id=self.id, document=self.document, order=self._order(), reason=self.given("reason")
        )

    def goes_to(self) -> str:
        """The list."""
        return f"{self.back}/amendments"


def _named(row: AmendmentRow) -> str:
    return f"place-{row.amendment}"


def _with_place(row: AmendmentRow, place: int, placed: Placed) -> AmendmentRow:
    return replace(
        row,
        place=place,
        group=placed.group,
        figure="" if placed.figure is None else str(placed.figure),
        relation=placed.relation,
        to=placed.to,
        flags=placed.flags,
    )


def ready(pending: Iterable[AmendmentRow], rule: Drafting) -> tuple[AmendmentRow, ...]:
    """Those with the signatures that they need; a sub-amendment waits for its parent's."""
    enough = {
        row.amendment: row for row in pending if len({*row.by, *row.sponsors}) >= rule.signatures
    }
    found = [row for row in enough.values() if row.of is None or row.of in enough]
    return tuple(sorted(found, key=lambda row: row.number))


class ConsolidateText(DraftStep):
    """What was adopted becomes the text."""

    title = _("Work the adopted amendments into the text")
    lead = _("The next reading begins with it. Languages that do not follow yet are shown as such.")
    button = _("Make this the text")
    kind = c.ConsolidateText
    is_wide = True

    def sections(self) -> tuple[Section, ...]:
        """Each adopted amendment, and what votes of their own struck."""
        rows = [
            row for row in gate.of_reading(self.viewer, self.document) if row.state == "adopted"
        ]
        numbers = numbering(self.viewer, self.document)
        listed = {row.amendment: row for row in rows}
        units = self.page.text.units
        reader = Reader(
            self.viewer.language,
            numbers,
            units,
            "",
            lambda name: listed.get(name) or gate.amendment_row(self.viewer, name),
        )
        return tuple(self._adopted(reader.entry(row)) for row in rows if row.of is None)

    def _adopted(self, entry: Entry) -> Section:
        passages = tuple(Passage(entry.language, said) for said in entry.sentences)
        return self.section(called_one(self, entry.amendment, entry.label), (), passages=passages)

    def command(self) -> c.ConsolidateText:
        """Consolidate it."""
        return c.ConsolidateText(id=self.id, document=self.document)

    def goes_to(self) -> str:
        """The text side by side."""
        return f"{self.back}/text"
