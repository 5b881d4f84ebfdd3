"""Entering organs, their names, and their end."""

from typing import Any

from kurultai.gate import register
from kurultai.gate.register import OrganPage
from kurultai.gate.viewer import Viewer
from kurultai.language.terms import TERMS
from kurultai.procedure import commands as c
from kurultai.site.forms import fields
from kurultai.site.forms.step import RegisterStep, Sourced, Step
from kurultai.site.paths import path_of
from kurultai.site.tongue import lazy as _


class EstablishOrgan(Sourced, RegisterStep):
    """An organ of the assembly."""

    title = _("Enter an organ")
    kind = c.EstablishOrgan
    organ = fields.short(_("Short name"))
    organ_kind = fields.choice(_("Kind"))
    rules = fields.line(_("Part of the rulebook that it decides by"))
    names = fields.words(_("Name"))
    mandate = fields.words(_("Mandate"), required=False, rows=4, longest=5000)
    on = fields.day(_("Since"), hint=_("Empty: today."))
    field_order = ("organ", "organ_kind", "rules", "names", "mandate", "on")

    def prepare(self) -> None:
        """Offer kinds."""
        super().prepare()
        self.offer("organ_kind", self.terms("organ_kind", *TERMS["organ_kind"]))

    def command(self) -> c.EstablishOrgan:
        """Enter it."""
        return c.EstablishOrgan(
            id=self.id,
            on=self.day("on"),
            organ=f"organ:{self.given('organ')}",
            kind=self.given("organ_kind"),
            rules=self.given("rules"),
            names=self.given("names"),
            mandate=self.given("mandate"),
            sources=self.sources(),
        )

    def goes_to(self) -> str:
        """The organ."""
        return path_of(f"organ:{self.given('organ')}")


class OrganStep(Step):
    """A step about an organ."""

    page: OrganPage

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> OrganPage:
        """The organ of that name."""
        return register.organ(viewer, f"organ:{name}")

    def about(self) -> dict[str, object]:
        """The organ."""
        return {"organ": self.page.organ.organ}

    def prepare(self) -> None:
        """Lead back to the organ."""
        self.back = path_of(self.page.organ.organ)
        self.back_label = self.pick(self.page.organ.names)


class RenameOrgan(Sourced, OrganStep):
    """Another name or mandate of an organ."""

    title = _("Enter another name or mandate")
    kind = c.RenameOrgan
    names = fields.words(_("Name"))
    mandate = fields.words(_("Mandate"), required=False, rows=4, longest=5000)
    on = fields.day(_("Since"), hint=_("Empty: today."))
    field_order = ("names", "mandate", "on")

    def start(self) -> dict[str, Any]:
        """As they are now."""
        return {"names": self.page.organ.names, "mandate": self.page.organ.mandate}

    def command(self) -> c.RenameOrgan:
        """Enter it."""
        return c.RenameOrgan(
            id=self.id,
            on=self.day("on"),
            organ=self.page.organ.organ,
            names=self.given("names"),
            mandate=self.given("mandate"),
            sources=self.sources(),
        )


class DissolveOrgan(OrganStep):
    """The end of an organ."""

    title = _("Enter the end of the organ")
    kind = c.DissolveOrgan
    on = fields.day(_("Since"), hint=_("Empty: today."))

    def command(self) -> c.DissolveOrgan:
        """Enter it."""
        return c.DissolveOrgan(id=self.id, on=self.day("on"), organ=self.page.organ.organ)
