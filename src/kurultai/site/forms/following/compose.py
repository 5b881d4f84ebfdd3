"""A draft strategy, composed of what was adopted, what is open and what delegations proposed."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from django.core.exceptions import ValidationError

from kurultai.gate import composing, register
from kurultai.language import ENDONYMS
from kurultai.procedure import commands as c
from kurultai.procedure.acts import ParagraphTags, Source
from kurultai.procedure.facts import new_id
from kurultai.site.forms import fields, versions
from kurultai.site.forms.audiences import audiences
from kurultai.site.forms.sheet import Section
from kurultai.site.forms.step import Choices, Step
from kurultai.site.house import house
from kurultai.site.paths import path_of
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say
from kurultai.texts.unit import Unit, walk

KINDS = ("adopted", "open", "proposed")


@dataclass(frozen=True, slots=True)
class Pick:
    """Words that may be taken over, and where they stand."""

    key: str
    label: str  # the words, as the form shows them
    under: str  # what groups them: the text, or what kind of proposal
    unit: Unit
    source: str
    audience: str
    same: str  # picks of the same paragraph are taken once

    @property
    def languages(self) -> frozenset[str]:
        """Those in which the paragraph and all of its points have words."""
        every = [set(unit.words) for unit, _parent in walk((self.unit,)) if unit.words]
        return frozenset(set.intersection(*every)) if every else frozenset()


@dataclass(frozen=True, slots=True)
class Composed:
    """The draft as it would be tabled."""

    picks: tuple[Pick, ...]
    languages: tuple[str, ...]
    left: tuple[str, ...]  # languages in which not all has words


class ComposeStrategy(Step):
    """A draft strategy of what is picked, which then goes the way of every text."""

    title = _("Compose a draft strategy")
    lead = _(
        "Pick what it is to hold. The words are taken over as they stand, in every language that"
        " all of them have; where each comes from stands beside the draft."
    )
    button = _("Table this draft")
    preview_page = "following/composed.html"
    kind = c.TableDocument
    is_wide = True
    preset = ("strategy",)
    strategy = fields.choice(_("Strategy"), required=False)
    names = fields.words(_("Title"))
    by = fields.several(_("Tabled by"))
    audience = fields.choice(_("Who may see it"))
    adopted = fields.several(_("Adopted paragraphs"))
    open = fields.several(_("What is still open"))
    proposed = fields.several(_("What delegations proposed"))

    def start(self) -> dict[str, Any]:
        """A draft for everyone."""
        return {"audience": "public"}

    def prepare(self) -> None:
        """Offer what stands under the strategy, or all of it."""
        self.back, self.back_label = "/strategies/", _("Strategies")
        tags = register.tags(self.viewer)
        plans = [t for t in tags if t.scheme == "strategy" and not t.until]
        self.offer("strategy", [(t.tag, self.pick(t.names)) for t in plans], _("Any"))
        parties = register.parties(self.viewer)
        self.offer("by", self.named(*(p.party for p in parties if p.status)))
        self.offer("audience", audiences(self))
        plan = next(iter(self.came_with("strategy")), "")
        under = tuple(t.tag for t in tags if plan and plan in (t.tag, t.under))
        self.offered = {kind: self._offered(kind, under) for kind in KINDS}
        for kind, picks in self.offered.items():
            self.fields[kind].choices = _grouped(picks)
            self.fields[kind].is_long = True  # each a paragraph, in one column

    def _offered(self, kind: str, tags: tuple[str, ...]) -> tuple[Pick, ...]:
        match kind:
            case "adopted":
                found = composing.adopted_paragraphs(self.viewer, tags)
                return tuple(map(self._taken, found))
            case "open":
                waiting = composing.open_paragraphs(self.viewer, house().today(), tags)
                return tuple(map(self._waiting, waiting))
            case _:
                return tuple(map(self._proposal, composing.proposals(self.viewer, tags)))

    def _taken(self, taken: composing.Taken) -> Pick:
        text = taken.document.symbol or self.pick(taken.document.names)
        words = f"{taken.number}. {self.pick(dict(taken.unit.words))}"
        key = f"{taken.document.document} {taken.unit.unit}"
        source = f"{text}, § {taken.number}"
        return Pick(key, words, text, taken.unit, source, taken.document.audience, key)

    def _waiting(self, waiting: composing.Open) -> Pick:
        row = waiting.rows[0]
        text = waiting.document.symbol or self.pick(waiting.document.names)
        who = ", ".join(dict.fromkeys(self.name(one.party) for one in waiting.rows))
        key = f"{row.document} {row.unit or row.commitment}"
        unit = Unit(row.commitment, "operative", row.words)
        source = f"{text}, § {row.number}" if row.number else text
        label = f"{self.pick(row.words)} ({who})"
        return Pick(row.commitment, label, text, unit, source, waiting.document.audience, key)

    def _proposal(self, made: composing.Proposal) -> Pick:
        kind = "matter" if made.proposal.startswith("matter:") else "statement"
        under = say("Open questions") if kind == "matter" else say("Statements")
        label = f"{self.name(made.by)}: {self.pick(made.words)}"
        unit = Unit(made.proposal, "operative", made.words)
        source = f"{self.name(made.by)}, {made.on}"
        return Pick(made.proposal, label, under, unit, source, made.audience, made.proposal)

    def sections(self) -> tuple[Section, ...]:
        """What it stands under; what it is called; what it is made of."""
        return (
            self.section("", ("strategy",), turn=say("Show what stands under it")),
            self.section("", ("names", "audience"), ("by",)),
            *(self._picks(kind) for kind in KINDS),
        )

    def _picks(self, kind: str) -> Section:
        count = len(self.offered[kind])
        label = f"{self.fields[kind].label} ({count})"
        if not count:
            return Section(label, (), note=say("None"))
        return self.section(label, (kind,), fold="open" if kind == "adopted" else "closed")

    @cached_property
    def composed(self) -> Composed:
        """What was picked, each paragraph once, in the order in which it is offered."""
        picks: dict[str, Pick] = {}
        for kind in KINDS:
            chosen = set(self.given(kind))
            for pick in self.offered[kind]:
                if pick.key in chosen:
                    picks.setdefault(pick.same, pick)
        found = tuple(picks.values())
        common = _common(found)
        some = {code for pick in found for code in pick.unit.words}
        order = [*self.languages(), *ENDONYMS]
        spoken = tuple(dict.fromkeys(code for code in order if code in common))
        left = tuple(dict.fromkeys(code for code in order if code in some - common))
        return Composed(found, spoken, left)

    def clean(self) -> dict[str, Any]:
        """Something is picked, has a language in common, and is for all who may see the draft."""
        given: dict[str, Any] = super().clean()
        if not self.errors:
            self._check()
        return given

    def _check(self) -> None:
        composed, audience = self.composed, self.cleaned_data["audience"]
        if not composed.picks:
            raise ValidationError(_("Pick something first."))
        if not composed.languages:
            raise ValidationError(_("What was picked has no language in common."))
        fit = ("public", audience)
        if any(pick.audience not in fit for pick in composed.picks):
            said = _("Not everybody who would see the draft may see all that was picked.")
            self.add_error("audience", ValidationError(said))

    def previewed(self) -> Self:
        """The paragraphs, with where they come from."""
        self.preview = self.composed
        return self

    def commands(self) -> tuple[Any, ...]:
        """The document, its text in each language, and the strategy under which it stands."""
        composed, strategy = self.composed, self.given("strategy")
        document = new_id("document", self.id)
        paragraphs = tuple(self._paragraph(n, pick) for n, pick in enumerate(composed.picks))
        whole = (Unit(new_id("unit", self.id), "heading", self.given("names")), *paragraphs)
        tagged = tuple(ParagraphTags(unit.unit, (strategy,)) for unit in paragraphs)
        return (
            self._tabled(),
            *(self._version(document, whole, code) for code in composed.languages),
            *([self._tagged(document, tagged)] if strategy else []),
        )

    def _paragraph(self, number: int, pick: Pick) -> Unit:
        (unit,) = versions.identified((pick.unit,), f"{self.id} {number}")
        return unit

    def _tabled(self) -> c.TableDocument:
        notes = (f"{n}: {pick.source}" for n, pick in enumerate(self.composed.picks, 1))
        return c.TableDocument(
            id=self.id,
            audience=self.given("audience"),
            kind="strategy",
            names=self.given("names"),
            by=tuple(self.given("by")),
            sources=tuple(Source("C", "", note) for note in notes),
        )

    def _version(self, document: str, units: tuple[Unit, ...], code: str) -> c.DistributeVersion:
        words = versions.in_language(units, code)
        return c.DistributeVersion(
            id=f"{self.id} {code}",
            document=document,
            language=code,
            standing="authentic" if code == self.composed.languages[0] else "translation",
            units=versions.version(units, words, whole=code == self.composed.languages[0]),
        )

    def _tagged(self, document: str, tagged: tuple[ParagraphTags, ...]) -> c.TagParagraphs:
        return c.TagParagraphs(id=f"{self.id} tags", document=document, paragraphs=tagged)

    def goes_to(self) -> str:
        """The draft."""
        return path_of(new_id("document", self.id))


def _common(picks: Iterable[Pick]) -> frozenset[str]:
    every = [pick.languages for pick in picks]
    return frozenset.intersection(*every) if every else frozenset()


def _grouped(picks: Iterable[Pick]) -> list[tuple[str, Choices]]:
    groups: dict[str, Choices] = {}
    for pick in picks:
        groups.setdefault(pick.under, []).append((pick.key, pick.label))
    return list(groups.items())
