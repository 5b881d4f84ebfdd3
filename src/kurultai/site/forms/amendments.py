"""Steps about amendments: one is tabled, amended itself, joined, withdrawn."""

from collections.abc import Iterable, Iterator
from typing import Any

from kurultai.gate import drafting
from kurultai.gate.may import DELEGATES
from kurultai.gate.shapes import AmendmentPage, AmendmentRow
from kurultai.gate.tracked import numbering
from kurultai.gate.viewer import Viewer
from kurultai.procedure import commands as c
from kurultai.procedure.amendment import added
from kurultai.site.drafts.names import drawn
from kurultai.site.forms import fields
from kurultai.site.forms.amending import AmendStep, own
from kurultai.site.forms.drafts import DraftStep
from kurultai.site.forms.sheet import Section
from kurultai.site.forms.step import Choices, Step
from kurultai.site.paths import path_of
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.sub import ground
from kurultai.texts.unit import Unit


class AmendText(DraftStep, AmendStep):
    """An amendment to the draft as it reads now."""

    title = _("Table an amendment")
    replaces = fields.several(_("A compromise in place of these amendments"))

    @property
    def text(self) -> tuple[Unit, ...]:
        """The draft."""
        return self.page.text.units

    @property
    def reading(self) -> int:
        """Its present reading."""
        return self.page.text.reading

    def about(self) -> dict[str, object]:
        """The document, and the parties for which the viewer may act."""
        return {**super().about(), "by": self.viewer.parties(*DELEGATES)}

    def prepare(self) -> None:
        """Offer the pending amendments that a compromise can take the place of."""
        super().prepare()
        pending = [a for a in drafting.pending(self.viewer, self.document) if a.of is None]
        self.offer("replaces", called(self, pending))
        if self.page.silence and self.page.silence.state == "running":
            self.lead = _("An amendment breaks the silence that runs on this text.")

    def closing(self) -> Iterator[Section]:
        """Also what it takes the place of, if anything is pending."""
        folded = ("replaces",) if self.fields["replaces"].choices else ()
        yield self.section("", ("by", "reason", "linguistic"), folded)


def called(step: Step, amendments: list[AmendmentRow]) -> Choices:
    """Amendments by their numbers and those who tabled them."""
    if not amendments:
        return []
    labels = numbering(step.viewer, amendments[0].document)
    return [(a.amendment, called_one(step, a, labels[a.amendment])) for a in amendments]


def called_one(step: Step, amendment: AmendmentRow, label: str) -> str:
    """Number 3, of those who tabled it."""
    by = ", ".join(step.name(party) for party in amendment.by)
    return " · ".join((say("Amendment %(number)s") % {"number": label}, by))


class AmendmentStep(Step):
    """A step about an amendment."""

    page: AmendmentPage

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> AmendmentPage:
        """The amendment of that name."""
        return drafting.amendment(viewer, f"amendment:{name}")

    @property
    def row(self) -> AmendmentRow:
        """The amendment."""
        return self.page.amendment

    def about(self) -> dict[str, object]:
        """The amendment and its document."""
        return {"document": self.row.document, "amendment": self.row.amendment}

    def prepare(self) -> None:
        """Lead back to the amendment."""
        self.back = path_of(self.row.amendment)
        label = numbering(self.viewer, self.row.document)[self.row.amendment]
        self.back_label = called_one(self, self.row, label)

    def asked(self) -> dict[str, Any]:
        """What every command about the amendment carries."""
        row = self.row
        return {"id": self.id, "document": row.document, "amendment": row.amendment}


class AmendAmendment(AmendStep):
    """A sub-amendment: an amendment to what another one would change."""

    title = _("Table a sub-amendment")
    lead = _("The text is shown as the amendment would make it. Edit what the amendment changes.")
    page: AmendmentPage

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> AmendmentPage:
        """The amendment of that name."""
        return AmendmentStep.read(viewer, name)

    @property
    def of(self) -> str:
        """The amendment that it amends."""
        return self.page.amendment.amendment

    @property
    def text(self) -> tuple[Unit, ...]:
        """The text as the amendment would make it."""
        row = self.page.amendment
        return ground(Base(self.page.units), drawn(row, row.tabled_changes)).units

    @property
    def document(self) -> str:
        """The document's identity."""
        return self.page.amendment.document

    @property
    def reading(self) -> int:
        """The reading that the amendment is to."""
        return self.page.amendment.reading

    def open_units(self) -> tuple[str, ...]:
        """What the amendment changes, and beside what it takes something away."""
        within = set(_reached(Base(self.page.units), self.page.amendment.tabled_changes))
        return tuple(unit for unit in self.names.units if unit in within)

    def prepare(self) -> None:
        """Lead back to the amendment; what is the only paragraph is open at once."""
        super().prepare()
        self.back = path_of(self.of)
        label = numbering(self.viewer, self.document)[self.of]
        self.back_label = called_one(self, self.page.amendment, label)

    def _chosen(self) -> tuple[str, ...]:
        found = super()._chosen()
        return found or self.open_units()[:1] if len(self.open_units()) == 1 else found


def _reached(base: Base, changes: Iterable[Change]) -> Iterator[str]:
    """The units that the changes touch, and those after which they take something away."""
    yield from (unit.unit for unit in added(changes))
    for change in changes:
        match change:
            case Edit(unit=unit) | Move(unit=unit):
                yield unit
            case Drop(unit=unit):
                beside = [one.unit for one in base.below(base.parent[unit])]
                yield from beside[: beside.index(unit)][-1:]
            case Add():
                continue


class JoinSponsors(AmendmentStep):
    """Another delegation stands behind the amendment."""

    title = _("Join the sponsors")
    button = title
    kind = c.SponsorAmendment
    party = fields.choice(_("Delegation of"))

    def about(self) -> dict[str, object]:
        """The amendment, and a party for which the viewer may act."""
        return {**super().about(), "party": next(iter(self.viewer.parties(*DELEGATES)), "")}

    def prepare(self) -> None:
        """Offer those that do not stand behind it yet."""
        super().prepare()
        joined = (*self.row.by, *self.row.sponsors)
        self.offer_one_of("party", self.named(*(p for p in own(self) if p not in joined)))

    def command(self) -> c.SponsorAmendment:
        """Join."""
        return c.SponsorAmendment(**self.asked(), party=self.given("party"))


class WithdrawAmendment(AmendmentStep):
    """Those who tabled it take it back."""

    title = _("Withdraw the amendment")
    lead = _("It is not put to the vote any more. Sub-amendments to it fall.")
    button = title
    kind = c.WithdrawAmendment
    party = fields.choice(_("In the name of"))
    reason = fields.words(_("Reason"), required=False, rows=2, longest=2000)

    def about(self) -> dict[str, object]:
        """The amendment, and a party for which the viewer may act."""
        return {**super().about(), "party": next(iter(self.viewer.parties(*DELEGATES)), "")}

    def prepare(self) -> None:
        """Offer those who tabled it."""
        super().prepare()
        mine = [party for party in self.row.by if party in own(self)]
        self.offer_one_of("party", self.named(*mine))

    def command(self) -> c.WithdrawAmendment:
        """Withdraw it."""
        party, reason = self.given("party"), self.given("reason")
        return c.WithdrawAmendment(**self.asked(), party=party, reason=reason)
