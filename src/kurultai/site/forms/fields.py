"""The fields that forms are made of, with what they say when they are filled in wrongly."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator

from kurultai.site.forms.plain import PlainField
from kurultai.site.forms.words import WordsField
from kurultai.site.tongue import lazy as _

_SAYS = {
    "required": _("This is needed."),
    "invalid": _("This cannot be read."),
    "invalid_choice": _("Choose one of those offered."),
    "invalid_list": _("Choose one of those offered."),
    "max_length": _("This is too long."),
    "min_value": _("This number is too small."),
    "max_value": _("This number is too large."),
    "empty": _("The file is empty."),
    "missing": _("This is needed."),
}
_DATE = {**_SAYS, "invalid": _("Write the day as 2026-05-15.")}
_LINK = RegexValidator(r"\Ahttps?://[^\s]+\Z", _("A link begins with https:// or http://."))
_SHORT = RegexValidator(
    r"\A[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?\Z", _("Write small letters a to z, digits and hyphens.")
)


def line(label: object, *, required: bool = True, hint: object = "") -> forms.CharField:
    """One line of text."""
    return PlainField(
        label=label, required=required, help_text=hint, max_length=300, error_messages=_SAYS
    )


def text(
    label: object,
    *,
    required: bool = True,
    hint: object = "",
    rows: int = 6,
    longest: int = 20_000,
) -> forms.CharField:
    """Several lines of text."""
    return PlainField(
        label=label,
        required=required,
        help_text=hint,
        max_length=longest,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages=_SAYS,
    )


def words(
    label: object,
    *,
    required: bool = True,
    hint: object = "",
    rows: int = 1,
    longest: int = 300,
) -> WordsField:
    """Words in each of the assembly's languages."""
    return WordsField(label=label, required=required, help_text=hint, rows=rows, longest=longest)


def short(label: object) -> forms.CharField:
    """The part of an identity that stands in addresses."""
    return forms.CharField(
        label=label,
        max_length=40,
        validators=[_SHORT],
        help_text=_("Small letters a to z, digits and hyphens. It stands in addresses for ever."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
        error_messages=_SAYS,
    )


def day(label: object, *, required: bool = False, hint: object = "") -> forms.DateField:
    """A day."""
    return forms.DateField(
        label=label,
        required=required,
        help_text=hint,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=_DATE,
    )


def clock(label: object) -> forms.TimeField:
    """A time of the day."""
    return forms.TimeField(
        label=label,
        input_formats=["%H:%M"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={**_SAYS, "invalid": _("Write the time as 18:00.")},
    )


def number(
    label: object,
    *,
    least: int,
    most: int,
    required: bool = True,
    hint: object = "",
) -> forms.IntegerField:
    """A whole number."""
    return forms.IntegerField(
        label=label,
        required=required,
        help_text=hint,
        min_value=least,
        max_value=most,
        error_messages=_SAYS,
    )


def months() -> forms.IntegerField:
    """The months between two meetings of a series; empty if nothing says how many."""
    return number(
        _("Months between meetings"),
        least=1,
        most=120,
        required=False,
        hint=_("Empty if nothing says so."),
    )


def choice(label: object, *, required: bool = True, hint: object = "") -> forms.ChoiceField:
    """One of several; which ones, the form says when it is made."""
    return forms.ChoiceField(label=label, required=required, help_text=hint, error_messages=_SAYS)


def radio(label: object, *, required: bool = True) -> forms.ChoiceField:
    """One of a few, all in sight."""
    return forms.ChoiceField(
        label=label, required=required, widget=forms.RadioSelect, error_messages=_SAYS
    )


def hidden() -> forms.CharField:
    """What the form has to remember from one sending to the next."""
    return forms.CharField(required=False, widget=forms.HiddenInput, max_length=100_000)


def several(
    label: object,
    *,
    required: bool = False,
    hint: object = "",
) -> forms.MultipleChoiceField:
    """Any of several."""
    return forms.MultipleChoiceField(
        label=label,
        required=required,
        help_text=hint,
        widget=forms.CheckboxSelectMultiple,
        error_messages=_SAYS,
    )


def check(label: object, *, hint: object = "") -> forms.BooleanField:
    """Yes, or not."""
    return forms.BooleanField(label=label, required=False, help_text=hint)


def link(label: object, *, hint: object = "") -> forms.CharField:
    """An address on the web."""
    return forms.CharField(
        label=label,
        required=False,
        help_text=hint,
        max_length=2000,
        validators=[_LINK],
        widget=forms.URLInput,
        error_messages=_SAYS,
    )


class LinksField(PlainField):
    """Addresses on the web, one a line."""

    def clean(self, value: Any) -> Any:  # noqa: ANN401 - as Django calls it
        """Each address that was written."""
        links = tuple(dict.fromkeys(super().clean(value).split()))
        for link in links:
            _LINK(link)
        return links


def links(label: object, *, hint: object = "") -> LinksField:
    """Addresses on the web, one a line."""
    return LinksField(
        label=label,
        required=False,
        help_text=hint,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 2, "autocapitalize": "none", "spellcheck": "false"}),
        error_messages=_SAYS,
    )


class _Files(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files."""

    def clean(self, data: Any, initial: Any = None) -> Any:  # noqa: ANN401 - as Django calls it
        """Each file that was sent."""
        return tuple(super(FilesField, self).clean(file, initial) for file in data or ())


def uploads(label: object, *, hint: object = "") -> FilesField:
    """Any number of files."""
    return FilesField(
        label=label,
        required=False,
        help_text=hint,
        max_length=200,
        widget=_Files(attrs={"multiple": True}),
        error_messages=_SAYS,
    )


def upload(label: object, *, hint: object = "", **attrs: Any) -> forms.FileField:  # noqa: ANN401
    """A file."""
    return forms.FileField(
        label=label,
        required=False,
        help_text=hint,
        max_length=200,
        widget=forms.FileInput(attrs=attrs),
        error_messages=_SAYS,
    )
