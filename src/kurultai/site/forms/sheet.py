"""What every form of the site is: fields in sections, a button, and what is wrong with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField

from kurultai.site.tongue import lazy as _


@dataclass(frozen=True, slots=True)
class Passage:
    """Words beside the fields, in one language: plain, or marked with what goes and what comes."""

    language: str
    words: str = ""
    runs: tuple[Any, ...] = ()  # of texts.redline
    label: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that belong together, under a legend or none."""

    legend: str
    fields: tuple[BoundField, ...]
    folded: tuple[BoundField, ...] = ()  # those a step away, unless something is in them
    in_row: bool = False
    passages: tuple[Passage, ...] = ()  # what the fields are about
    links: tuple[tuple[str, str], ...] = ()  # label and address
    turn: str = ""  # a button that sends the form to take another shape
    note: str = ""
    folded_label: str = ""  # instead of the labels of what is folded
    is_beside: bool = False  # passages to the left of the fields, if there is room
    fold: str = ""  # "open" or "closed": the whole of it is a step away from its legend
    keeps_folded: bool = False  # what stands in a folded field is said by their label

    @property
    def is_unfolded(self) -> bool:
        """True if something stands in a folded field, or is wrong there."""
        if self.keeps_folded:
            return any(field.errors for field in self.folded)
        return any(map(_holds, self.folded))


def _holds(field: BoundField) -> bool:
    """True if something was entered that is not there anyway, or is wrong."""
    value = field.value()
    anyway = next(iter(getattr(field.field, "choices", ())), ("",))[0]
    is_empty = isinstance(value, dict) and not any(value.values())
    return bool(field.errors) or bool(value and value != anyway and not is_empty)


class Sheet(forms.Form):
    """A form with a title and one button."""

    title: ClassVar[Any] = ""
    lead: Any = ""
    button: ClassVar[Any] = _("Save")
    back: str = ""
    back_label: str = ""
    is_wide: ClassVar[bool] = False
    template: ClassVar[str] = "forms/form.html"  # the page that it stands on
    preview_page: str = ""  # the template that shows what would be recorded
    preview_button: ClassVar[Any] = ""
    preview: Any = None  # what that template shows
    can_confirm: bool = True  # what is shown can be recorded as it is
    other_buttons: tuple[tuple[str, Any], ...] = ()  # name and label of what else can be pressed
    data: Any  # what was sent, as Django keeps it

    alert: str = ""  # what was wrong with the whole, in one sentence
    alert_field: str = ""  # the field that it means

    def sections(self) -> tuple[Section, ...]:
        """The fields as they are laid out; one section without a legend unless said otherwise."""
        return (Section("", tuple(self.visible_fields())),)

    def section(
        self,
        legend: object,
        names: Iterable[str],
        folded: Iterable[str] = (),
        **more: Any,  # noqa: ANN401 - what else a section has
    ) -> Section:
        """A section of the named fields."""
        fields, others = (tuple(self[name] for name in part) for part in (names, folded))
        return Section(str(legend), fields, others, **more)

    def wrong(self, sentence: str, field: str = "") -> None:
        """Say what is wrong with the whole, at the field that it means."""
        self.alert, self.alert_field = sentence, field if field in self.fields else ""

    def wrong_fields(self) -> tuple[BoundField, ...]:
        """The fields with something wrong in them."""
        return tuple(self[name] for name in self.fields if self.is_bound and self[name].errors)

    @property
    def takes_files(self) -> bool:
        """True if a field takes a file."""
        return self.is_multipart()
