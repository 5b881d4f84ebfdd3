"""Forms of what goes out: letters, addresses of people."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from kurultai.followers.addresses import LONGEST, looks_right
from kurultai.site.forms import fields
from kurultai.site.forms.sheet import Sheet
from kurultai.site.tongue import lazy as _


class AddressField(forms.CharField):
    """An e-mail address."""

    def __init__(self, **more: Any) -> None:  # noqa: ANN401 - as Django has it
        """One line, for which a phone shows the letters of addresses."""
        widget = forms.TextInput(
            attrs={"type": "email", "autocomplete": "email", "spellcheck": "false"}
        )
        super().__init__(max_length=LONGEST, widget=widget, **more)

    def clean(self, value: Any) -> str:  # noqa: ANN401 - as Django has it
        """The address; what cannot be one is told at once."""
        given = str(super().clean(value))
        if given and not looks_right(given):
            raise ValidationError(_("Write the address as name@parliament.example."))
        return given


class Words(Sheet):
    """What a letter says."""

    title = _("Letter")
    subject = fields.line(_("Subject"))
    body = fields.text(_("Text"), rows=16)


class OwnAddress(Sheet):
    """Where one is written to oneself."""

    title = _("Your e-mail address")
    lead = _(
        "Reminders go there. It is not on the record, and only you and the Secretariat see it."
    )
    back, back_label = "/account", _("Your account")
    address = AddressField(
        label=_("E-mail address"), required=False, help_text=_("Empty: no letters.")
    )


class AddressOf(Sheet):
    """Where a person of the record is written to."""

    title = _("E-mail addresses")
    lead = _("They are kept apart from the record, and only for letters that a person has read.")
    back, back_label = "/outbox/", _("Outbox")
    person = fields.choice(_("Person"))
    address = AddressField(
        label=_("E-mail address"), required=False, help_text=_("Empty: no letters.")
    )
