"""Tabling a document, and what follows before it is adopted."""

from typing import Any

from django.core.exceptions import ValidationError

from kurultai.gate import documents, meetings, register
from kurultai.gate.shapes import DocumentPage, MeetingPage
from kurultai.gate.viewer import Viewer
from kurultai.language import ENDONYMS
from kurultai.language.terms import TERMS
from kurultai.procedure import commands as c
from kurultai.procedure.acts import ParagraphTags
from kurultai.procedure.facts import new_id
from kurultai.site.forms import fields
from kurultai.site.forms.audiences import audiences
from kurultai.site.forms.meetings import MeetingStep
from kurultai.site.forms.sheet import Section
from kurultai.site.forms.step import Choices, Step
from kurultai.site.known import known
from kurultai.site.paths import path_of
from kurultai.site.tongue import lazy as _


class TableDocument(Step):
    """A document under one symbol for all its languages."""

    title = _("Table a document")
    lead = _("One symbol stands for all its languages. The text itself comes next.")
    button = title
    kind = c.TableDocument
    page: MeetingPage | None
    document_kind = fields.choice(_("Kind"))
    names = fields.words(_("Title"))
    symbol = fields.line(
        _("Symbol"), required=False, hint=_("Empty: the next free one of its kind.")
    )
    by = fields.several(_("Tabled by"))
    authentic = fields.several(_("Authentic languages"))
    audience = fields.choice(_("Who may see it"))
    link = fields.link(_("Link"), hint=_("Where the text stands, if it is published elsewhere."))

    def start(self) -> dict[str, Any]:
        """A recommendation for everyone."""
        return {"document_kind": "recommendation", "audience": "public"}

    def prepare(self) -> None:
        """Offer kinds, parties, languages and audiences."""
        self.back, self.back_label = "/documents/", _("Documents")
        self.offer("document_kind", self.terms("document_kind", *TERMS["document_kind"]))
        parties = register.parties(self.viewer)
        self.offer("by", self.named(*(party.party for party in parties if party.status)))
        self.offer("authentic", languages(self))
        self.offer("audience", audiences(self))

    def command(self) -> c.TableDocument:
        """Table it; at a meeting entered after the fact, as of then and with the symbol it had."""
        past = self.page is not None and self.page.meeting.after_the_fact
        return c.TableDocument(
            id=self.id,
            on=self.page.meeting.when if self.page and past else "",
            after_the_fact=past,
            audience=self.given("audience"),
            kind=self.given("document_kind"),
            names=self.given("names"),
            symbol=self.given("symbol"),
            by=tuple(self.given("by")),
            meeting=self.page.meeting.meeting if self.page else None,
            item=self.cleaned_data.get("item") or None,
            authentic=tuple(self.given("authentic")),
            link=self.given("link"),
        )

    def goes_to(self) -> str:
        """The document."""
        return path_of(new_id("document", self.id))


class TableForMeeting(TableDocument):
    """A document for a meeting."""

    preset = ("item",)
    item = fields.choice(_("Agenda item"), required=False)
    field_order = ("document_kind", "names", "symbol", "item")

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> MeetingPage:
        """The meeting of that name."""
        return MeetingStep.read(viewer, name)

    def about(self) -> dict[str, object]:
        """The meeting."""
        return {"meeting": self.page.meeting.meeting if self.page else ""}

    def prepare(self) -> None:
        """Offer the meeting's items too."""
        super().prepare()
        if self.page:
            self.back = path_of(self.page.meeting.meeting)
            self.back_label = self.pick(self.page.series.names)
            items = [(i.item, f"{i.number}. {self.pick(i.title)}") for i in self.page.agenda]
            self.offer("item", items, _("None"))


def languages(step: Step) -> Choices:
    """The assembly's languages under their own names, then the others that are known here."""
    assembly = known(step.viewer).assembly
    spoken = assembly.languages if assembly else ("en",)
    return [(code, ENDONYMS.get(code, code)) for code in dict.fromkeys((*spoken, *ENDONYMS))]


class DocumentStep(Step):
    """A step about a document."""

    page: DocumentPage

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> DocumentPage:
        """The document of that name."""
        return documents.document(viewer, f"document:{name}")

    @property
    def document(self) -> str:
        """The document's identity."""
        return self.page.document.document

    def about(self) -> dict[str, object]:
        """The document."""
        return {"document": self.document}

    def prepare(self) -> None:
        """Lead back to the document."""
        row = self.page.document
        self.back = path_of(row.document)
        self.back_label = " · ".join(
            dict.fromkeys(filter(None, (row.symbol, self.pick(row.names))))
        )


class TagParagraphs(DocumentStep):
    """Under what each operative paragraph falls, and by when it is to be done."""

    title = _("Tag the paragraphs")
    lead = _("Adopted, each operative paragraph becomes a commitment of every member.")
    kind = c.TagParagraphs

    def prepare(self) -> None:
        """Tags and a day for each operative paragraph."""
        super().prepare()
        found = register.tags(self.viewer)
        schemes = self.terms("scheme", *dict.fromkeys(tag.scheme for tag in found))
        for paragraph in self._operative():
            for scheme, label in schemes:
                name = f"{scheme}-{paragraph.number}"
                self.fields[name] = fields.several(label)
                tags = [tag for tag in found if tag.scheme == scheme]
                self.offer(name, [(tag.tag, self.pick(tag.names)) for tag in tags])
                self.initial[name] = [tag.tag for tag in tags if tag.tag in paragraph.tags]
            self.fields[f"due-{paragraph.number}"] = fields.day(_("To be done by"))
            self.initial[f"due-{paragraph.number}"] = paragraph.due
        self.schemes = tuple(scheme for scheme, _label in schemes)

    def _operative(self) -> tuple[Any, ...]:
        return tuple(p for p in self.page.paragraphs if p.kind == "operative")

    def sections(self) -> tuple[Section, ...]:
        """Each paragraph with its wording."""
        return tuple(
            self.section(
                f"{p.number}. {self.pick(p.words)}",
                (*(f"{s}-{p.number}" for s in self.schemes[:1]), f"due-{p.number}"),
                (f"{s}-{p.number}" for s in self.schemes[1:]),
            )
            for p in self._operative()
        )

    def clean(self) -> dict[str, Any]:
        """A text without operative paragraphs has nothing to be tagged."""
        if not self._operative():
            raise ValidationError(_("The text has no operative paragraphs yet."))
        return super().clean()

    def command(self) -> c.TagParagraphs:
        """Tag them."""
        paragraphs = tuple(
            ParagraphTags(p.unit, self._tags(p.number), self.day(f"due-{p.number}") or None)
            for p in self._operative()
        )
        return c.TagParagraphs(id=self.id, document=self.document, paragraphs=paragraphs)

    def _tags(self, number: int) -> tuple[str, ...]:
        return tuple(tag for s in self.schemes for tag in self.given(f"{s}-{number}"))


class ChangeMarking(DocumentStep):
    """Who may see the document."""

    title = _("Change who may see it")
    lead = _("What was seen before cannot be unseen. The change itself is in the record.")
    kind = c.ChangeMarking
    audience = fields.choice(_("Who may see it"))

    def start(self) -> dict[str, Any]:
        """As it is marked now."""
        return {"audience": self.page.document.audience}

    def prepare(self) -> None:
        """Offer audiences."""
        super().prepare()
        self.offer("audience", audiences(self))

    def command(self) -> c.ChangeMarking:
        """Mark it."""
        return c.ChangeMarking(id=self.id, document=self.document, audience=self.given("audience"))


class WithdrawDocument(DocumentStep):
    """The document is withdrawn before it was adopted."""

    title = _("Withdraw the document")
    button = title
    kind = c.WithdrawDocument
    reason = fields.words(_("Reason"), required=False, rows=2, longest=2000)

    def command(self) -> c.WithdrawDocument:
        """Withdraw it."""
        return c.WithdrawDocument(id=self.id, document=self.document, reason=self.given("reason"))


class RecordAdoption(DocumentStep):
    """A meeting adopted the text before the record began."""

    title = _("Enter an adoption after the fact")
    lead = _("For a text that a meeting adopted without a vote in this record.")
    kind = c.RecordAdoption
    meeting = fields.choice(_("Adopted by"))
    symbol = fields.line(_("Final symbol"), required=False, hint=_("Empty: as it is now."))
    on = fields.line(_("When it happened"), required=False, hint=_("Empty: today."))

    def start(self) -> dict[str, Any]:
        """The meeting for which it was tabled."""
        return {"meeting": self.page.document.meeting}

    def prepare(self) -> None:
        """Offer the meetings."""
        super().prepare()
        found = meetings.meetings(self.viewer)
        offered = [
            (m.meeting, f"{self.pick(m.series_names)} {m.ordinal} · {m.when}") for m in found
        ]
        self.offer("meeting", offered)

    def command(self) -> c.RecordAdoption:
        """Enter it."""
        return c.RecordAdoption(
            id=self.id,
            on=self.given("on"),
            document=self.document,
            meeting=self.given("meeting"),
            symbol=self.given("symbol"),
        )
