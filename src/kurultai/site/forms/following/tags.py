"""Challenges, areas, efforts, strategies and goals: renamed, and ended."""

from typing import Any

from django.core.exceptions import ValidationError

from kurultai.gate import register
from kurultai.gate.clause import NotFound
from kurultai.gate.shapes import Tag
from kurultai.gate.viewer import Viewer
from kurultai.procedure import commands as c
from kurultai.site.forms import fields
from kurultai.site.forms.step import Step
from kurultai.site.paths import path_of
from kurultai.site.tongue import lazy as _


class TagStep(Step):
    """A step about a tag in use."""

    page: Tag

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> Tag:
        """The tag of that name, as long as it is in use."""
        found = next((t for t in register.tags(viewer) if t.tag == f"tag:{name}"), None)
        if found is None or found.until:
            raise NotFound
        return found

    def about(self) -> dict[str, object]:
        """The tag."""
        return {"tag": self.page.tag}

    def prepare(self) -> None:
        """Lead back to it."""
        self.back, self.back_label = path_of(self.page.tag), self.pick(self.page.names)


class DefineGoal(TagStep):
    """What a strategy wants to reach, and by when."""

    title = _("Set a goal")
    lead = _("Paragraphs and commitments can then be put under it.")
    kind = c.DefineTag
    goal = fields.short(_("Short name"))
    names = fields.words(_("Name"))
    due = fields.day(_("To be reached by"), hint=_("If a day is set."))

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> Tag:
        """The strategy of that name, as long as it is in use."""
        plan = super().read(viewer, name)
        if plan.scheme != "strategy":
            raise NotFound
        return plan

    def prepare(self) -> None:
        """Lead back to the strategy."""
        super().prepare()
        self.back = f"/strategies/{self.page.tag.partition(':')[2]}"

    def clean_goal(self) -> str:
        """A name that no other tag has: a definition would change what it means."""
        goal: str = self.cleaned_data["goal"]
        if any(there.tag == f"tag:{goal}" for there in register.tags(self.viewer)):
            raise ValidationError(_("There is one of this name."))
        return goal

    def command(self) -> c.DefineTag:
        """Set it."""
        return c.DefineTag(
            id=self.id,
            tag=f"tag:{self.given('goal')}",
            scheme="goal",
            names=self.given("names"),
            under=self.page.tag,
            due=self.day("due") or None,
        )


class RenameTag(TagStep):
    """What it is called from now on; of a goal also until when."""

    title = _("Change the tag")
    lead = _("What stands under it goes on standing under it.")
    kind = c.DefineTag
    names = fields.words(_("Name"))
    due = fields.day(_("To be reached by"))

    def start(self) -> dict[str, Any]:
        """As it is called now."""
        return {"names": self.page.names, "due": self.page.due}

    def prepare(self) -> None:
        """Only a goal has a day."""
        super().prepare()
        if self.page.scheme != "goal":
            del self.fields["due"]

    def command(self) -> c.DefineTag:
        """Define it anew."""
        return c.DefineTag(
            id=self.id,
            tag=self.page.tag,
            scheme=self.page.scheme,
            names=self.given("names"),
            under=self.page.under,
            due=self.day("due") or None,
        )


class EndTag(TagStep):
    """From today on it is not given any more."""

    title = _("End the tag")
    lead = _("It is not given any more. What stands under it stays there.")
    button = title
    kind = c.EndTag

    def command(self) -> c.EndTag:
        """End it."""
        return c.EndTag(id=self.id, tag=self.page.tag)
