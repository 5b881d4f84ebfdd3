"""The forms with which somebody hears of what is new."""

from typing import ClassVar

from kurultai.followers.subscribers import Choice
from kurultai.gate import register
from kurultai.gate.news import TOPICS
from kurultai.gate.viewer import Viewer
from kurultai.language import ENDONYMS, LANGUAGES
from kurultai.site.forms import fields
from kurultai.site.forms.following.outward import AddressField
from kurultai.site.forms.sheet import Section, Sheet
from kurultai.site.known import called
from kurultai.site.pages_environment import term
from kurultai.site.tongue import lazy as _


class Chosen(Sheet):
    """Of what, and in which language."""

    title = _("What you hear of")
    topics = fields.several(_("Of what"), hint=_("None: of everything that is public."))
    series = fields.several(_("Only of these series"), hint=_("None: of all."))
    areas = fields.several(_("Only of these areas"), hint=_("None: of all."))
    language = fields.choice(_("Language"))
    asked: ClassVar[tuple[str, ...]] = ("topics", "language")

    def prepared(self, viewer: Viewer) -> "Chosen":
        """With what may be chosen."""
        names = register.names(viewer)
        areas = (tag.tag for tag in register.tags(viewer) if tag.scheme == "area")
        series = (name for name in names if name.startswith("series:"))
        self.fields["topics"].choices = [(one, term("topic", one)) for one in TOPICS]
        self.fields["series"].choices = [(one, called(viewer, one)) for one in series]
        self.fields["areas"].choices = [(one, called(viewer, one)) for one in areas]
        self.fields["language"].choices = [(one, ENDONYMS[one]) for one in LANGUAGES]
        self.initial.setdefault("language", viewer.language)
        return self

    def sections(self) -> tuple[Section, ...]:
        """Series and areas are a step away."""
        return (
            self.section("", self.asked),
            self.section("", (), ("series",)),
            self.section("", (), ("areas",)),
        )

    @property
    def choice(self) -> Choice:
        """What was chosen."""
        given = self.cleaned_data
        return Choice(
            given["language"], *(tuple(given[part]) for part in ("topics", "series", "areas"))
        )


class Subscribe(Chosen):
    """Where to write to, and of what."""

    title = _("Hear of what is new")
    lead = _(
        "A letter first asks you whether it was you. Each letter has an address that ends it, "
        "and then you are forgotten."
    )
    button = _("Write to me")
    back, back_label = "/open/", _("Open data and feeds")
    address = AddressField(label=_("E-mail address"))
    asked = ("address", "topics", "language")
