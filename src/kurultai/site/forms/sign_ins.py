"""Giving somebody a sign-in, or a new password for one."""

from typing import ClassVar

from django.core.exceptions import ValidationError

from kurultai.gate import register
from kurultai.procedure import commands as c
from kurultai.site.accounts.models import Account
from kurultai.site.forms import fields
from kurultai.site.forms.parties import PartyStep, free_name
from kurultai.site.forms.register import persons
from kurultai.site.forms.step import Step
from kurultai.site.tongue import lazy as _


class SignInFor(Step):
    """A sign-in for a person of the record, with a password that is good for once.

    Nothing of it is recorded: who may do what follows from offices, not from sign-ins.
    """

    title = _("Give a sign-in")
    lead = _("A person who has one keeps its name and gets a new password that is good for once.")
    button = title
    kind: ClassVar[type[c.Asked]] = c.RegisterPerson
    person = fields.choice(_("Person"))
    sign_in = fields.line(_("Sign-in name"), required=False, hint=_("For a new sign-in."))

    def prepare(self) -> None:
        """Offer every person."""
        self.back, self.back_label = "/register/", _("Register")
        self.offer_one_of("person", persons(self))

    def clean(self) -> dict[str, str]:
        """A new sign-in needs a name that nobody else has."""
        given: dict[str, str] = super().clean()
        person, name = given.get("person", ""), given.get("sign_in", "")
        if person and not Account.objects.filter(person=person).exists():
            self._check(name, person)
        return given

    def _check(self, name: str, person: str) -> None:
        if not name:
            self.add_error("sign_in", _("This is needed."))
        try:
            free_name(name, person)
        except ValidationError as error:
            self.add_error("sign_in", error)


class SignInForOwn(SignInFor, PartyStep):
    """The same, by a parliament's administrator for one of its own people."""

    kind = c.AppointPerson

    def prepare(self) -> None:
        """Offer the parliament's own people: an office elsewhere is not its administrator's."""
        PartyStep.prepare(self)
        own = register.own_people(self.viewer, self.party)
        self.offer_one_of("person", self.named(*own))
