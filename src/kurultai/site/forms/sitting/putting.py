"""Putting a question in the sitting: by a method, on an item, a text or a motion, or of its own."""

from urllib.parse import urlencode

from django.core.exceptions import ValidationError

from kurultai.gate import documents
from kurultai.gate.rules import rules_of
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Words
from kurultai.procedure.sitting.voting import METHODS
from kurultai.site.forms import fields
from kurultai.site.forms.sheet import Section
from kurultai.site.forms.sitting.motions import motion_name, motions_of_sitting
from kurultai.site.forms.sitting.roll import answered_by
from kurultai.site.forms.sitting.step import SittingStep
from kurultai.site.house import house
from kurultai.site.paths import path_of
from kurultai.site.rule_names import rule_name
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say


class PutInSitting(SittingStep):
    """A question to the delegations, answered by a method."""

    title = _("Put a question")
    button = title
    kind = c.PutQuestion
    preset = ("question", "motion", "document", "item", "method")
    question = fields.words(
        _("Question"), required=False, rows=2, hint=_("Empty: the title of what is put.")
    )
    method = fields.radio(_("How it is answered"))
    motion = fields.choice(_("Motion on procedure"), required=False)
    document = fields.choice(_("Text as a whole"), required=False)
    item = fields.choice(_("Agenda item"), required=False)
    rule = fields.choice(_("Rule"), required=False)
    departure = fields.words(
        _("Why another motion does not go before it"), required=False, rows=2, longest=2000
    )

    def prepare(self) -> None:
        """Offer motions, drafts, items and the rules of the body."""
        super().prepare()
        self.drafts = {d.document: d for d in documents.documents(self.viewer, "draft")}
        self.offer("method", self.terms("vote_method", *METHODS))
        self.initial.setdefault("method", "open")
        self.offer("motion", motions_of_sitting(self), _("None"))
        here = sorted(self.drafts.values(), key=lambda draft: draft.meeting != self.meeting)
        self.offer("document", [(d.document, self.pick(d.names)) for d in here], _("None"))
        self.offer("item", self.items(), _("None"))
        if self.page.item:
            self.initial.setdefault("item", self.page.item.item)
        rules = rules_of(self.viewer, self.meeting, house().today())
        named = [(rule, rule_name(f"rule.{rule}")) for rule in rules if rule != "default"]
        self.offer("rule", named, _("The usual rule"))

    def sections(self) -> tuple[Section, ...]:
        """The question and how it is answered; what it is on; what is seldom needed."""
        back = urlencode({"back": self.back})
        other = say("Amendments or paragraphs"), f"{path_of(self.meeting)}/questions/new?{back}"
        return (
            self.section("", ("question", "method")),
            self.section(say("What is put"), ("motion", "document", "item"), links=(other,)),
            self.section("", (), ("rule", "departure")),
        )

    def clean_question(self) -> Words:
        """The words; those of what is put are found when all is known."""
        words: Words = self.cleaned_data["question"]
        return words

    def clean(self) -> dict[str, object]:
        """A question needs words, or something that has a title."""
        given: dict[str, object] = super().clean() or self.cleaned_data
        if not (given.get("question") or self._title()):
            self.add_error("question", ValidationError(_("Write what is asked, or choose it.")))
        return given

    def _title(self) -> Words:
        """What is put, in each language of the assembly."""
        given = self.cleaned_data.get
        if given("document"):
            return self.drafts[given("document")].names
        for motion in (m for m in self.page.motions if m.motion == given("motion")):
            return {code: motion_name(motion.kind, code) for code in self.languages()}
        return next((i.title for i in self.page.agenda if i.item == given("item")), {})

    def command(self) -> c.PutQuestion:
        """Put it."""
        return c.PutQuestion(
            **self.asked(),
            question=self.given("question") or self._title(),
            document=self.given("document") or None,
            item=self.given("item") or None,
            rule=self.given("rule"),
            departure=self.given("departure"),
            motion=self.given("motion") or None,
            **answered_by(self.viewer, self.meeting, self.given("method")),
        )
