"""The form that makes a token."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError

from kurultai.followers.tokens import SCOPES
from kurultai.site.forms import fields
from kurultai.site.forms.sheet import Sheet
from kurultai.site.house import house
from kurultai.site.pages_environment import term
from kurultai.site.tongue import lazy as _

_LONGEST = 366  # days for which a token is good
_USUAL = 180


class NewToken(Sheet):
    """What a token is for, what it allows, until when."""

    title = _("Tokens for other systems")
    lead = _(
        "With a token your parliament's own system reads and reports in your name. "
        "It may never do more than you may, and you can end it at any time."
    )
    button = _("Make a token")
    back, back_label = "/account", _("Your account")
    name = fields.line(_("What it is for"))
    scopes = fields.several(_("It may"), required=True)
    until = fields.day(_("Good until"), required=True, hint=_("A year at most."))

    def prepared(self) -> "NewToken":
        """With what may be chosen, in the language of the request."""
        self.fields["scopes"].choices = [(scope, term("scope", scope)) for scope in SCOPES]
        self.initial.setdefault("until", _days_on(_USUAL))
        return self

    def clean_until(self) -> date:
        """A day to come, within a year."""
        until: date = self.cleaned_data["until"]
        if not _days_on(0) <= until <= _days_on(_LONGEST):
            raise ValidationError(_("Choose a day within a year from now."))
        return until


def _days_on(days: int) -> date:
    return date.fromisoformat(house().today()) + timedelta(days=days)
