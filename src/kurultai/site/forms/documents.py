"""Tabling a document, distributing its languages, and what follows before it is adopted."""

import mimetypes
from typing import Any

from django.core.exceptions import ValidationError

from kurultai.gate import documents, meetings, register
from kurultai.gate.shapes import DocumentPage, MeetingPage
from kurultai.gate.viewer import Viewer
from kurultai.language import ENDONYMS
from kurultai.language.terms import TERMS
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Attachment, ParagraphTags, Unit
from kurultai.procedure.document import STANDINGS
from kurultai.procedure.facts import new_id
from kurultai.procedure.refusal import Refused
from kurultai.site.forms import fields, texts
from kurultai.site.forms.audiences import audiences
from kurultai.site.forms.meetings import MeetingStep
from kurultai.site.forms.sheet import Section
from kurultai.site.forms.step import Choices, Step
from kurultai.site.house import house
from kurultai.site.known import known
from kurultai.site.paths import path_of
from kurultai.site.tongue import lazy as _

_LONGEST = 500_000  # characters of a pasted text
_PARAGRAPHS = 1000  # comparing two versions takes the square of it


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
        self.back_label = " · ".join(filter(None, (row.symbol, self.pick(row.names))))


class DistributeVersion(DocumentStep):
    """A language version: a text, a file, or both."""

    title = _("Distribute a language version")
    button = title
    kind = c.DistributeVersion
    preset = ("language",)
    language = fields.choice(_("Language"))
    standing = fields.choice(_("Standing"))
    text = fields.text(
        _("Text"),
        required=False,
        rows=18,
        longest=_LONGEST,
        hint=_(
            "An empty line between paragraphs. The first is the heading, and so is any that begins"
            " with #. A paragraph that begins with a number, such as 1., is operative. All others"
            " are preamble. Every language has the same paragraphs in the same order."
        ),
    )
    file = fields.upload(_("File"), hint=_("At most 25 MB."))

    def start(self) -> dict[str, Any]:
        """The first language that is missing, authentic ones before others."""
        there = {version.language for version in self.page.versions}
        authentic = self.page.document.authentic
        missing = [code for code, _label in languages(self) if code not in there]
        missing.sort(key=lambda code: code not in authentic)
        language = missing[0] if missing else ""
        is_authentic = not authentic or language in authentic
        return {
            "language": language,
            "standing": "authentic" if is_authentic else "translation",
        }

    def prepare(self) -> None:
        """Offer languages and standings; what is already distributed comes back to be edited."""
        super().prepare()
        self.offer("language", languages(self))
        self.offer("standing", self.terms("standing", *STANDINGS))
        for version in self.page.versions:
            if version.language == self.initial["language"]:
                self.initial["text"] = texts.written(version.units)
                self.initial["standing"] = version.standing

    def clean_text(self) -> str:
        """A text of so many paragraphs as can be compared and tagged."""
        text: str = self.cleaned_data["text"]
        if len(texts.paragraphs(text)) > _PARAGRAPHS:
            raise ValidationError(_("This is too long."))
        return text

    def command(self) -> c.DistributeVersion:
        """Distribute it; the file is kept first, for an act may name only what is there."""
        units = self._units()
        return c.DistributeVersion(
            id=self.id,
            document=self.document,
            language=self.given("language"),
            standing=self.given("standing"),
            units=units,
            file=self._file(),
        )

    def _units(self) -> tuple[Unit, ...]:
        found = texts.paragraphs(self.given("text"))
        first = next((version for version in self.page.versions if version.units), None)
        if not found or first is None:
            return texts.first_version(found, self.id)
        if first.language == self.given("language"):
            return texts.reworded(found, first.units, self.id)
        units = texts.parallel(found, first.units)
        if units is None:
            facts = {"here": str(len(found)), "there": str(len(first.units))}
            raise Refused("document.not_aligned", facts)
        return units

    def _file(self) -> Attachment | None:
        sent = self.given("file")
        if sent is None:
            return None
        media_type = mimetypes.guess_type(sent.name)[0] or "application/octet-stream"
        return Attachment(house().keep(sent.read()), sent.name, media_type, sent.size)


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
