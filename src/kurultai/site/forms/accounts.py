"""Signing in, and choosing a password."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from kurultai.site.accounts.models import Account
from kurultai.site.forms.sheet import Sheet
from kurultai.site.tongue import lazy as _

_LONGEST = 200  # characters: hashing more would cost the server and add nothing
_LEAST = 12


def _password(label: object, autocomplete: str, help_text: object = "") -> forms.CharField:
    attrs = {"autocomplete": autocomplete}
    return forms.CharField(
        label=label,
        max_length=_LONGEST,
        strip=False,
        help_text=help_text,
        widget=forms.PasswordInput(attrs=attrs),
    )


class SignIn(Sheet):
    """Name and password."""

    title = _("Sign in")
    button = _("Sign in")
    name = forms.CharField(
        label=_("Sign-in name"),
        max_length=80,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"},
        ),
    )
    password = _password(_("Password"), "current-password")
    next = forms.CharField(required=False, widget=forms.HiddenInput)


class NewPassword(Sheet):
    """A new password, twice."""

    new = _password(_("New password"), "new-password", _("At least 12 characters."))
    again = _password(_("New password again"), "new-password")

    account: Account | None = None

    def clean_new(self) -> str:
        """The new password, if it is long enough."""
        new: str = self.cleaned_data["new"]
        try:
            validate_password(new, self.account)
        except ValidationError:
            raise ValidationError(_("At least 12 characters.")) from None
        return new

    def clean(self) -> dict[str, Any]:
        """Both are the same."""
        given: dict[str, Any] = super().clean()
        if "new" in given and "again" in given and given["new"] != given["again"]:
            self.add_error("again", _("The two passwords are not the same."))
        return given


class FirstPassword(NewPassword):
    """Who signs in with a password that was given for once chooses another."""

    title = _("Choose your password")
    lead = _("The password you were given opens nothing else. Choose one that only you know.")
    button = _("Save and sign in")
    name = SignIn.base_fields["name"]
    password = _password(_("Password you were given"), "current-password")
    field_order = ("name", "password", "new", "again")


class ChangePassword(NewPassword):
    """The present password, and a new one."""

    title = _("Your account")
    template = "forms/account.html"
    button = _("Change password")
    password = _password(_("Present password"), "current-password")
    field_order = ("password", "new", "again")

    def clean_password(self) -> str:
        """The present password, if it is right."""
        password: str = self.cleaned_data["password"]
        if self.account is None or not self.account.check_password(password):
            raise ValidationError(_("This is not your present password."))
        return password


class SignOut(Sheet):
    """Nothing but a button."""

    title = _("Sign out")
    button = _("Sign out")
