"""Putting a question: the whole text, amendments in their order, or paragraphs by themselves."""

from kurultai.gate import amendments, documents, drafting
from kurultai.gate.rules import rules_of
from kurultai.gate.shapes import AmendmentRow, BoardPage, DocumentRow
from kurultai.gate.tracked import numbering
from kurultai.language.catalogue import tongue
from kurultai.language.instructions import label
from kurultai.language.messages import N_
from kurultai.language.words import pick
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Words
from kurultai.procedure.facts import new_id
from kurultai.procedure.sitting.voting import METHODS
from kurultai.site.drafts.names import drawn
from kurultai.site.forms import fields
from kurultai.site.forms.amendments import called_one
from kurultai.site.forms.meetings import MeetingStep
from kurultai.site.forms.sheet import Section
from kurultai.site.forms.sitting.roll import answered_by
from kurultai.site.forms.sitting.step import screen
from kurultai.site.forms.units import Names
from kurultai.site.house import house
from kurultai.site.paths import path_of
from kurultai.site.rule_names import rule_name
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say
from kurultai.texts.base import Base
from kurultai.texts.number import labels
from kurultai.texts.relation import relate

_ONE = N_("Amendment %(number)s")
_SEVERAL = N_("Amendments %(number)s")


class PutQuestion(MeetingStep):
    """A question, with or without a text, to the delegations entitled to decide it."""

    title = _("Put a question")
    button = title
    kind = c.PutQuestion
    is_wide = True
    preset = ("document", "item", "method")
    document = fields.choice(_("Text"), required=False)
    amendments = fields.several(
        _("Amendments"), hint=_("The next of the list is chosen. Several are voted on together.")
    )
    departure = fields.words(
        _("Why the order of the list is left"), required=False, rows=2, longest=2000
    )
    units = fields.several(_("Paragraphs"), hint=_("Kept or struck by a vote of their own."))
    question = fields.words(
        _("Question"), required=False, rows=2, hint=_("Empty: the title of what is put.")
    )
    method = fields.radio(_("How it is answered"))
    item = fields.choice(_("Agenda item"), required=False)
    rule = fields.choice(
        _("Rule"), required=False, hint=_("By which rule of the body it is decided.")
    )
    draft: BoardPage | None = None

    def prepare(self) -> None:
        """Offer drafts and items, those of this meeting first; of an open text, its parts."""
        super().prepare()
        self.drafts = {d.document: d for d in documents.documents(self.viewer, "draft")}
        here = sorted(self.drafts.values(), key=lambda draft: draft.meeting != self.meeting)
        self.offer("document", [(d.document, self._called(d)) for d in here], _("No text"))
        self.offer_items()
        self.offer("method", self.terms("vote_method", *METHODS))
        self.initial.setdefault("method", METHODS[0])
        self._offer_rules()
        self._lead_back()
        chosen = [name for name in self.came_with("document") if name in self.drafts]
        if chosen:
            self._open(chosen[0])
        else:
            for name in ("amendments", "departure", "units"):
                del self.fields[name]

    def _lead_back(self) -> None:
        """To the screen of the sitting from which one came, if it was one."""
        self.screen = screen(self.meeting, next(iter(self.came_with("back")), ""))
        if self.screen:
            self.back, self.back_label = self.screen, _("Sitting")
            self.fields["back"] = fields.hidden()
            self.initial["back"] = self.screen

    def _offer_rules(self) -> None:
        """The rules by which the body decides; nothing to choose if there is one."""
        others = [
            rule
            for rule in rules_of(self.viewer, self.meeting, house().today())
            if rule != "default"
        ]
        if others:
            named = [(rule, rule_name(f"rule.{rule}")) for rule in others]
            self.offer("rule", named, _("The usual rule"))
        else:
            del self.fields["rule"]

    def _called(self, draft: DocumentRow) -> str:
        return " · ".join(part for part in (draft.symbol, self.pick(draft.names)) if part)

    def _open(self, document: str) -> None:
        """Offer what of the text can be put."""
        self.draft = drafting.board(self.viewer, document)
        self.pending = amendments.pending(self.viewer, document)
        self.numbers = numbering(self.viewer, document)
        self.names = Names(self.draft.text.units)
        self.offer("amendments", [(a.amendment, self._amendment(a)) for a in self.pending])
        self.offer("units", [(unit, self.names.named(unit)) for unit in self.names.units])
        self.initial["amendments"] = [a.amendment for a in self._next()]

    def _amendment(self, row: AmendmentRow) -> str:
        said = called_one(self, row, self.numbers[row.amendment])
        return f"{row.place}. {said}" if row.place is not None else said

    def _next(self) -> tuple[AmendmentRow, ...]:
        """The next amendment of the list, with those that are identical to it."""
        listed = [row for row in self.pending if row.place is not None]
        if not listed or self.draft is None:
            return ()
        first, base = listed[0], Base(self.draft.text.units)
        same = (
            row
            for row in listed[1:]
            if row.of is None is first.of and relate(base, drawn(first), drawn(row)) == "identical"
        )
        return (first, *same)

    def sections(self) -> tuple[Section, ...]:
        """The text, what of it is put, and the words of the question."""
        text = self.section("", ("document",), turn=say("Open this text"))
        asked = [name for name in ("method", "on", "item", "rule") if name in self.fields]
        words = self.section("", ("question", *asked))
        if self.draft is None:
            return (text, words)
        note = say("Choose amendments or paragraphs; if none is chosen, the whole text is put.")
        return (text, self.section(say("What is put"), *self._parts(), note=note), words)

    def _parts(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return (("amendments",), ("departure", "units")) if self.pending else ((), ("units",))

    def command(self) -> c.PutQuestion:
        """Put it; what has no question of its own is put under its title."""
        put = tuple(self.cleaned_data.get("amendments") or ())
        units = tuple(self.cleaned_data.get("units") or ())
        return c.PutQuestion(
            **self.asked(),
            question=self.given("question") or self._title(put, units),
            document=self.given("document") or None,
            item=self.given("item") or None,
            amendments=put,
            units=units,
            departure=self.cleaned_data.get("departure") or {},
            rule=self.cleaned_data.get("rule") or "",
            **answered_by(self.viewer, self.meeting, self.given("method")),
        )

    def _title(self, put: tuple[str, ...], units: tuple[str, ...]) -> Words:
        """The title of the text, after what of it is put, in each language of the assembly."""
        document = self.given("document")
        names = self.drafts[document].names if document else {}
        if not (put or units):
            return names
        spoken = dict.fromkeys((*names, *self.languages()))
        return {code: f"{self._part(put, units, code)} · {pick(names, code)[0]}" for code in spoken}

    def _part(self, put: tuple[str, ...], units: tuple[str, ...], language: str) -> str:
        if put:
            numbers = ", ".join(self.numbers[name] for name in put)
            sentence = _SEVERAL if len(put) > 1 else _ONE
            return tongue(language).gettext(sentence) % {"number": numbers}
        found = labels(self.draft.text.units if self.draft else ())
        return ", ".join(label(found[unit], language) for unit in units)

    def goes_to(self) -> str:
        """The question, or the screen from which it was put."""
        return self.screen or path_of(new_id("decision", self.id))
