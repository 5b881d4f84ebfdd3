"""A parliament's own people, its status, and the chair of the assembly."""

import secrets
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError

from kurultai.gate import register
from kurultai.gate.register import PartyPage
from kurultai.gate.shapes import Office
from kurultai.gate.viewer import Viewer
from kurultai.language.terms import term
from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from kurultai.procedure.register import OWN_OFFICES, STATUSES
from kurultai.site.accounts.models import Account
from kurultai.site.forms import fields
from kurultai.site.forms.sheet import Section
from kurultai.site.forms.step import Choices, Sourced, Step
from kurultai.site.house import house
from kurultai.site.paths import path_of
from kurultai.site.tongue import lazy as _

_LONGEST = 80  # signs of a sign-in name


class PartyStep(Step):
    """A step about a party."""

    page: PartyPage

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> PartyPage:
        """The party of that name."""
        return register.party(viewer, f"party:{name}")

    @property
    def party(self) -> str:
        """The party's identity."""
        return self.page.party.party

    def about(self) -> dict[str, object]:
        """The party."""
        return {"party": self.party}

    def prepare(self) -> None:
        """Lead back to the party."""
        self.back = path_of(self.party)
        self.back_label = self.pick(self.page.party.state)


class AppointPerson(PartyStep):
    """One of the parliament's own people, with a sign-in."""

    title = _("Appoint a person")
    lead = _("The person gets a sign-in with a password that is good for once.")
    button = title
    kind = c.AppointPerson
    names = fields.words(_("Name"))
    office = fields.choice(_("Office"))
    sign_in = fields.line(_("Sign-in name"))

    def prepare(self) -> None:
        """Offer the offices a parliament fills itself."""
        super().prepare()
        self.offer("office", self.terms("office", *OWN_OFFICES))

    def clean_sign_in(self) -> str:
        """A name that nobody else signs in by."""
        return free_name(self.cleaned_data["sign_in"], self.person)

    @property
    def person(self) -> str:
        """Who the person will be in the record."""
        return new_id("person", self.id)

    def command(self) -> c.AppointPerson:
        """Appoint the person."""
        return c.AppointPerson(
            id=self.id, names=self.given("names"), office=self.given("office"), party=self.party
        )


def free_name(name: str, person: str) -> str:
    """The name, unless somebody else signs in by it."""
    if len(name) > _LONGEST:  # of the form for signing in
        raise ValidationError(_("This is too long."))
    if Account.objects.filter(name=name).exclude(person=person).exists():
        raise ValidationError(_("Somebody else has this sign-in name."))
    return name


def password_for_once() -> str:
    """A password nobody will guess, in groups that can be read out."""
    alphabet = "abcdefghijkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(alphabet) for _n in range(4)) for _m in range(4))


class LeaveOffice(PartyStep):
    """One of the parliament's people leaves an office."""

    title = _("Enter that an office ended")
    kind = c.LeaveOffice
    held = fields.choice(_("Person and office"))
    on = fields.day(_("Since"), hint=_("Empty: today."))

    def about(self) -> dict[str, object]:
        """The party whose office it is."""
        return {"of": self.party}

    def prepare(self) -> None:
        """Offer the offices held now."""
        super().prepare()
        self.offer_one_of("held", held_now(self, self.page.people))

    def command(self) -> c.LeaveOffice:
        """Enter it."""
        person, office = self.given("held").split(" ")
        return c.LeaveOffice(
            id=self.id, on=self.day("on"), person=person, office=office, of=self.party
        )


def held_now(step: Step, offices: tuple[Office, ...]) -> Choices:
    """The offices that somebody holds, as "person office"."""
    language = step.viewer.language
    return [
        (f"{o.person} {o.office}", f"{step.pick(o.names)} · {term(language, 'office', o.office)}")
        for o in offices
        if o.until is None
    ]


class GiveStatus(Sourced, PartyStep):
    """A class of participation from a day on."""

    title = _("Give a status")
    kind = c.GiveStatus
    status = fields.choice(_("Status"))
    on = fields.day(_("Since"), hint=_("Empty: today."))
    field_order = ("status", "on")

    def start(self) -> dict[str, Any]:
        """As it is now."""
        return {"status": self.page.party.status}

    def prepare(self) -> None:
        """Offer the classes, and none."""
        super().prepare()
        self.offer("status", [*self.terms("status", *STATUSES), ("none", _("None"))])

    def command(self) -> c.GiveStatus | c.EndStatus:
        """Give the status, or end the one there is."""
        on, status = self.day("on"), self.given("status")
        if status == "none":
            return c.EndStatus(id=self.id, on=on, party=self.party)
        return c.GiveStatus(
            id=self.id, on=on, party=self.party, status=status, sources=self.sources()
        )


class PassChair(Sourced, PartyStep):
    """The chair of the assembly passes to the party."""

    title = _("Pass the chair")
    lead = _("The chair of the assembly passes to this parliament.")
    kind = c.PassChair
    on = fields.day(_("Since"), hint=_("Empty: today."))
    field_order = ("on",)

    def sections(self) -> tuple[Section, ...]:
        """Beside it, what is to be handed over: as it stands, or stood before that day."""
        day = self._day_before()
        links = (
            (str(_("Hand-over file of the day before")), f"/hand-over?on={day}"),
            ("PDF", f"/hand-over.{self.viewer.language}.pdf?on={day}"),
        )
        return (self.section("", [field.name for field in self.visible_fields()], links=links),)

    def _day_before(self) -> date:
        """The last day of who was in the chair; yesterday until a day is entered."""
        try:
            return date.fromisoformat(str(self["on"].value())) - timedelta(days=1)
        except (ValueError, OverflowError):
            return date.fromisoformat(house().today()) - timedelta(days=1)

    def goes_to(self) -> str:
        """The hand-over file of that day: whoever takes the chair begins there."""
        return f"/hand-over?on={self._day_before()}"

    def command(self) -> c.PassChair:
        """Pass it."""
        return c.PassChair(id=self.id, on=self.day("on"), party=self.party, sources=self.sources())
