"""Forms of what goes out: letters, addresses of people."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from kurultai.followers.addresses import LONGEST, looks_right
from kurultai.followers.wire import Unreachable, parts_of
from kurultai.gate.news import TOPICS
from kurultai.site.forms import fields
from kurultai.site.forms.sheet import Sheet
from kurultai.site.pages_environment import term
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


class NewHook(Sheet):
    """Whom to call when something public was recorded."""

    title = _("Calls to other systems")
    lead = _(
        "Each public act is told to the address by a signed call, in the order of the record, "
        "again until it is answered. Nothing that is not public is told."
    )
    button = _("Call this address")
    back, back_label = "/register/", _("Register")
    url = fields.link(_("Address"), hint=_("It begins with https:// and is not in your network."))
    topics = fields.several(_("Only of"), hint=_("None: of every public act."))

    def prepared(self) -> "NewHook":
        """With what may be chosen, in the language of the request."""
        self.fields["url"].required = True
        self.fields["topics"].choices = [(topic, term("topic", topic)) for topic in TOPICS]
        return self

    def clean_url(self) -> str:
        """An address that may be called."""
        url: str = self.cleaned_data["url"]
        try:
            parts_of(url, local=settings.HOOKS_LOCAL)
        except Unreachable:
            raise ValidationError(_("This address cannot be called.")) from None
        return url
