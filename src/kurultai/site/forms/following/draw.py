"""Commitments of a text: what each paragraph asks of whom, suggested and confirmed at once."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self

from kurultai.gate import drafting, register
from kurultai.gate.clause import NotFound
from kurultai.gate.shapes import CommitmentRow, DocumentPage
from kurultai.gate.viewer import Viewer
from kurultai.language.catalogue import tongue
from kurultai.language.messages import N_
from kurultai.language.undertakings import Suggestion, suggested
from kurultai.procedure import commands as c
from kurultai.procedure.acts import ParagraphTags, Undertaking, Words
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import first_day
from kurultai.procedure.text import operative
from kurultai.site.forms import fields
from kurultai.site.forms.documents import DocumentStep
from kurultai.site.forms.following.undertaking import IN_SIGHT, PARTS, Carrying, undertaking_of
from kurultai.site.forms.sheet import Passage, Section
from kurultai.site.forms.units import begin
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say
from kurultai.texts.unit import Unit, walk

_BARE = Undertaking()
_ASKS_NOT = N_("The paragraph does not ask this.")


@dataclass(frozen=True, slots=True)
class Asked:
    """A paragraph, what its words seem to ask, and what stands under it now."""

    number: int
    unit: Unit
    suggestion: Suggestion
    rows: tuple[CommitmentRow, ...]
    parties: tuple[str, ...]  # of whom it is asked, as the form begins
    undertaking: Undertaking  # how, as the form begins


@dataclass(frozen=True, slots=True)
class Change:
    """What would be recorded of one paragraph."""

    number: int
    words: str
    made: tuple[str, ...]  # parties
    described: tuple[str, ...]
    struck: tuple[CommitmentRow, ...]
    undertaking: Undertaking
    asked: c.Drawn


class DrawCommitments(DocumentStep):
    """Commitments of this text."""

    title = _("Commitments of this text")
    lead = _(
        "What each paragraph asks of whom is suggested by its verbs; look at it and change it."
        " Every commitment is a proposal, which a parliament answers as it likes."
    )
    button = _("Enter in the record")
    preview_button = _("Show what would be recorded")
    preview_page = "following/drawn.html"
    kind = c.DrawCommitments
    is_wide = True
    reason = fields.words(
        _("Reason for striking"),
        required=False,
        rows=2,
        longest=2000,
        hint=_("Only for those who are not asked any more."),
    )

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> DocumentPage:
        """The text of that name, if it was adopted."""
        page = super().read(viewer, name)
        if page.document.state != "adopted":
            raise NotFound
        return page

    def start(self) -> dict[str, Any]:
        """A reason that mostly fits, in every language."""
        spoken = self.languages()
        return {"reason": {code: tongue(code).gettext(_ASKS_NOT) for code in spoken}}

    def prepare(self) -> None:
        """For each paragraph: of whom, and how."""
        super().prepare()
        self.carrying = Carrying(self, self._series())
        offered = self._offered()
        for one in self.paragraphs:
            name = f"parties-{one.number}"
            self.fields[name] = fields.several(_("Asked of"))
            self.offer(name, offered)
            self.initial[name] = list(one.parties)
            self.carrying.lay(one.undertaking, f"-{one.number}", whole=False)
        self.order_fields([*(name for name in self.fields if name != "reason"), "reason"])

    def _series(self) -> str:
        meeting = (self.page.document.adopted_at or "").removeprefix("meeting:")
        return f"series:{meeting.rpartition('-')[0]}"

    def _offered(self) -> list[tuple[str, str]]:
        """Parliaments that take part, whoever is asked already, and the Secretariat."""
        parties = [p.party for p in register.parties(self.viewer) if p.status]
        before = [row.party for row in self.page.commitments]
        return self.named(*dict.fromkeys((*parties, *before, *self._offices)))

    @cached_property
    def _offices(self) -> tuple[str, ...]:
        organs = register.organs(self.viewer)
        return tuple(o.organ for o in organs if o.kind == "secretariat" and o.until is None)

    @cached_property
    def _members(self) -> tuple[str, ...]:
        """Those who were members when the text was adopted."""
        statuses = register.statuses_on(self.viewer, first_day(self.page.document.adopted_on or ""))
        every = register.parties(self.viewer)
        return tuple(p.party for p in every if statuses.get(p.party) == "member")

    @cached_property
    def paragraphs(self) -> tuple[Asked, ...]:
        """Every operative paragraph."""
        text = drafting.text(self.viewer, self.document)
        order = (self.viewer.language, *text.standings)
        tags = {p.unit: ParagraphTags(p.unit, p.tags, p.due) for p in self.page.paragraphs}
        none = ParagraphTags("", ())
        return tuple(
            self._asked(number, unit, tags.get(unit.unit, none), order)
            for number, unit in operative(text.units)
        )

    def _asked(self, number: int, unit: Unit, tags: ParagraphTags, order: tuple[str, ...]) -> Asked:
        rows = tuple(row for row in self.page.commitments if row.unit == unit.unit)
        suggestion = suggested(_whole(unit), order)
        described = next((row for row in rows if _is_described(row)), None)
        carried = Undertaking(suggestion.action, due=tags.due, tags=tags.tags)
        if described:
            carried = undertaking_of(described)
        elif rows:
            carried = replace(carried, due=rows[0].due, tags=rows[0].tags)
        return Asked(number, unit, suggestion, rows, self._whom(suggestion, rows), carried)

    def _whom(self, suggestion: Suggestion, rows: tuple[CommitmentRow, ...]) -> tuple[str, ...]:
        """Of whom it is asked now, once anybody saw to that; before, as its words suggest."""
        if any(_is_described(row) or _is_answered(row) for row in rows):
            return tuple(row.party for row in rows)
        match suggestion.addressed:
            case "nobody":
                return ()
            case "secretariat" if self._offices:
                return self._offices
            case _:
                return tuple(row.party for row in rows) or self._members

    def sections(self) -> tuple[Section, ...]:
        """A paragraph a fold; those that ask something stand open."""
        return (*map(self._section, self.paragraphs), self.section("", ("reason",)))

    def _section(self, one: Asked) -> Section:
        at = f"-{one.number}"
        names = (f"parties{at}", *(f"{part}{at}" for part in IN_SIGHT))
        more = tuple(f"{part}{at}" for part in PARTS if part not in IN_SIGHT)
        is_wrong = any(self[name].errors for name in (*names, *more)) if self.is_bound else False
        return self.section(
            f"{one.number}. {begin(self.pick(dict(one.unit.words)))}",
            names,
            more,
            passages=self._passages(one),
            note=self._reason(one),
            folded_label=self._more(one),
            keeps_folded=True,
            fold="open" if is_wrong or one.parties else "closed",
        )

    def _more(self, one: Asked) -> str:
        """What is a step away, and the tags that stand there."""
        label = say("Who leads, until when, by which steps, tags")
        tags = ", ".join(map(self.name, one.undertaking.tags))
        return f"{label}: {tags}" if tags else label

    def _passages(self, one: Asked) -> tuple[Passage, ...]:
        every = (unit for unit, _parent in walk((one.unit,)) if unit.words)
        return tuple(
            Passage(_said_in(unit, self.viewer.language), self.pick(dict(unit.words)))
            for unit in every
        )

    def _reason(self, one: Asked) -> str:
        if any(map(_is_described, one.rows)):
            return say("As it stands now.")
        if not one.suggestion.found:
            return say("No verb that is known here was found: nothing is suggested.")
        words = ", ".join(f"“{found}”" for found in one.suggestion.found)
        return say(_BY_WORDS[one.suggestion.addressed]) % {"words": words}

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What would be recorded of each paragraph, those left out of which nothing would."""
        found = (self._change(one) for one in self.paragraphs)
        return tuple(change for change in found if change.made or change.described or change.struck)

    def _change(self, one: Asked) -> Change:
        at = f"-{one.number}"
        parties = tuple(self.given(f"parties{at}"))
        undertaking = self.carrying.entered(one.undertaking, at)
        before = {row.party: undertaking_of(row) for row in one.rows}
        is_touched = set(parties) != set(before) or undertaking != one.undertaking
        is_new = not any(map(_is_described, one.rows))
        described = (p for p in parties if p in before and before[p] != undertaking)
        return Change(
            one.number,
            begin(self.pick(dict(one.unit.words))),
            tuple(party for party in parties if party not in before),
            tuple(described) if is_touched or is_new else (),
            tuple(row for row in one.rows if row.party not in parties),
            undertaking,
            c.Drawn(one.unit.unit, parties, undertaking),
        )

    def previewed(self) -> Self:
        """What would be made, described and struck."""
        if not self.changes:
            raise Refused("commitment.nothing_changes")
        if any(change.struck for change in self.changes) and not self.given("reason"):
            raise Refused("words.missing")
        self.preview = self.changes
        return self

    def command(self) -> c.DrawCommitments:
        """Draw them."""
        return c.DrawCommitments(
            id=self.id,
            document=self.document,
            paragraphs=tuple(change.asked for change in self.changes),
            reason=self.given("reason"),
        )

    def goes_to(self) -> str:
        """The text, with what follows from it."""
        return self.back


_BY_WORDS = {
    "members": N_("Suggested by its words: %(words)s."),
    "secretariat": N_("Suggested by its words: %(words)s. They ask the Secretariat."),
    "nobody": N_("Suggested by its words: %(words)s. They ask nothing of anybody."),
}


def _is_described(row: CommitmentRow) -> bool:
    """True if somebody said how it is carried."""
    return replace(undertaking_of(row), due=None, tags=()) != _BARE


def _is_answered(row: CommitmentRow) -> bool:
    """True if the parliament said something to it, or a file did."""
    return row.state != "proposed" or bool(row.imported or row.reported_on)


def _whole(unit: Unit) -> Words:
    """The paragraph with its points, in each language."""
    every = [one for one, _parent in walk((unit,))]
    return {code: " ".join(one.words.get(code, "") for one in every) for code in unit.words}


def _said_in(unit: Unit, language: str) -> str:
    return language if unit.words.get(language) else next(iter(unit.words))
