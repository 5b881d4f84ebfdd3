"""Steps by which the secretariat keeps the register."""

from typing import Any

from django.core.exceptions import ValidationError

from kurultai.gate import register
from kurultai.gate.shapes import Office
from kurultai.language.terms import term
from kurultai.procedure import commands as c
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import OFFICES, SCHEMES
from kurultai.site.forms import fields
from kurultai.site.forms.sheet import Section
from kurultai.site.forms.step import Choices, RegisterStep, Sourced, Step
from kurultai.site.known import known
from kurultai.site.paths import path_of
from kurultai.site.tongue import lazy as _

_RULEBOOK = 200_000  # characters, or bytes of a file: the one writer reads it
_CORE = 5  # standing items that a new series can be given


class RenameAssembly(Sourced, RegisterStep):
    """Another name of the assembly."""

    title = _("Rename the assembly")
    kind = c.RenameAssembly
    names = fields.words(_("Name"))
    on = fields.day(_("Since"), hint=_("Empty: today."))
    field_order = ("names", "on")

    def start(self) -> dict[str, Any]:
        """As it is called now."""
        assembly = known(self.viewer).assembly
        return {"names": assembly.names if assembly else {}}

    def command(self) -> c.RenameAssembly:
        """Rename it."""
        return c.RenameAssembly(
            id=self.id, on=self.day("on"), names=self.given("names"), sources=self.sources()
        )


class AdoptRulebook(RegisterStep):
    """A rulebook, pasted or as a file."""

    title = _("Put a rulebook into force")
    lead = _("Decisions from that day on are found by it. Earlier ones keep the rule they had.")
    kind = c.AdoptRulebook
    rulebook = fields.short(_("Short name"))
    on = fields.day(_("In force since"), hint=_("Empty: today."))
    text = fields.text(
        _("Text"), required=False, rows=18, longest=_RULEBOOK, hint=_("As TOML, or send a file.")
    )
    file = fields.upload(_("File"), accept=".toml")

    def start(self) -> dict[str, Any]:
        """The rulebook in force, to be edited."""
        found = register.rulebooks(self.viewer)
        return {"rulebook": found[0].rulebook, "text": found[0].text} if found else {}

    def refused(self, refused: Refused) -> None:
        """Whatever is wrong is in the text, unless it is the day."""
        super().refused(refused)
        self.alert_field = self.alert_field or "text"

    def clean(self) -> dict[str, Any]:
        """A file goes before what was pasted."""
        given: dict[str, Any] = super().clean()
        sent = given.get("file")
        if sent is not None and sent.size > _RULEBOOK:
            self.add_error("file", _("This is too long."))
        elif sent is not None:
            self._paste(given, sent.read())
        if not given.get("text") and not self.errors:
            self.add_error("text", _("This is needed."))
        return given

    def _paste(self, given: dict[str, Any], sent: bytes) -> None:
        """Put the file's text where it can be seen and mended if a line of it is wrong."""
        try:
            given["text"] = sent.decode()
        except UnicodeDecodeError:
            self.add_error("file", _("This cannot be read."))
        else:
            self.data = self.data.copy()
            self.data["text"] = given["text"]

    def command(self) -> c.AdoptRulebook:
        """Put it into force."""
        return c.AdoptRulebook(
            id=self.id, on=self.day("on"), rulebook=self.given("rulebook"), text=self.given("text")
        )


class RegisterParty(Sourced, RegisterStep):
    """A parliament or an organisation."""

    title = _("Enter a party")
    lead = _("A parliament or an organisation that takes part. Its status comes next.")
    kind = c.RegisterParty
    party = fields.short(_("Short name"))
    names = fields.words(_("Name"))
    state = fields.words(_("State"), hint=_("Short, as on a name plate."))
    field_order = ("party", "names", "state")

    def command(self) -> c.RegisterParty:
        """Enter it."""
        return c.RegisterParty(
            id=self.id,
            party=f"party:{self.given('party')}",
            names=self.given("names"),
            state=self.given("state"),
            sources=self.sources(),
        )

    def goes_to(self) -> str:
        """The party."""
        return path_of(f"party:{self.given('party')}")


class RegisterPerson(RegisterStep):
    """A person, or an office whose holder is not named."""

    title = _("Enter a person")
    lead = _("A person, or an office whose holder is not named.")
    kind = c.RegisterPerson
    person = fields.short(_("Short name"))
    names = fields.words(_("Name"))

    def command(self) -> c.RegisterPerson:
        """Enter the person."""
        person = f"person:{self.given('person')}"
        return c.RegisterPerson(id=self.id, person=person, names=self.given("names"))


def persons(step: Step) -> Choices:
    """Every person of the register, by name."""
    named = (identity for identity in known(step.viewer).names if identity.startswith("person:"))
    return sorted(step.named(*named), key=lambda pair: pair[1].casefold())


class TakeOffice(Sourced, RegisterStep):
    """A person takes an office."""

    title = _("Enter an office")
    kind = c.TakeOffice
    person = fields.choice(_("Person"))
    office = fields.choice(_("Office"))
    of = fields.choice(_("Of"))
    on = fields.day(_("Since"), hint=_("Empty: today."))
    field_order = ("person", "office", "of", "on")

    def prepare(self) -> None:
        """Offer persons, offices, and what there are offices of."""
        super().prepare()
        parties = (party.party for party in register.parties(self.viewer))
        organs = (organ.organ for organ in register.organs(self.viewer))
        self.offer_one_of("person", persons(self))
        self.offer_one_of("office", self.terms("office", *OFFICES))
        self.offer_one_of("of", self.named("assembly", *parties, *organs))

    def command(self) -> c.TakeOffice:
        """Enter it."""
        return c.TakeOffice(
            id=self.id,
            on=self.day("on"),
            person=self.given("person"),
            office=self.given("office"),
            of=self.given("of"),
            sources=self.sources(),
        )


class LeaveOffice(RegisterStep):
    """A person leaves an office of the assembly or of an organ."""

    title = _("Enter that an office ended")
    kind = c.LeaveOffice
    held = fields.choice(_("Person and office"))
    on = fields.day(_("Since"), hint=_("Empty: today."))

    def prepare(self) -> None:
        """Offer the offices of the assembly and its organs that are held now."""
        super().prepare()
        self.offer_one_of("held", [self._choice(office) for office in self._held()])

    def _held(self) -> tuple[Office, ...]:
        organs = register.organs(self.viewer)
        of_organs = (register.organ(self.viewer, organ.organ).offices for organ in organs)
        offices = (register.offices_of_assembly(self.viewer), *of_organs)
        return tuple(o for found in offices for o in found if o.until is None)

    def _choice(self, o: Office) -> tuple[str, str]:
        office = term(self.viewer.language, "office", o.office)
        label = f"{self.pick(o.names)} · {office} · {self.name(o.of)}"
        return f"{o.person} {o.office} {o.of}", label

    def command(self) -> c.LeaveOffice:
        """Enter it."""
        person, office, of = self.given("held").split(" ")
        return c.LeaveOffice(id=self.id, on=self.day("on"), person=person, office=office, of=of)


class OpenSeries(Sourced, RegisterStep):
    """A series of an organ's meetings."""

    title = _("Open a series of meetings")
    kind = c.OpenSeries
    series = fields.short(_("Short name"))
    organ = fields.choice(_("Organ"))
    names = fields.words(_("Name"))
    months = fields.months()
    field_order = ("series", "organ", "names", "months", "source_link", "source_note")

    def prepare(self) -> None:
        """Offer organs, and lines for what stands on every agenda."""
        super().prepare()
        organs = register.organs(self.viewer)
        self.offer("organ", [(organ.organ, self.pick(organ.names)) for organ in organs])
        for n in range(1, _CORE + 1):
            self.fields[f"core-{n}"] = fields.words(f"{_('Item')} {n}", required=False)

    def sections(self) -> tuple[Section, ...]:
        """The series, and its standing items."""
        core = tuple(f"core-{n}" for n in range(1, _CORE + 1))
        return (
            self.section("", self.field_order),
            self.section(_("What stands on every agenda"), core),
        )

    def command(self) -> c.OpenSeries:
        """Open it."""
        core = (self.given(f"core-{n}") for n in range(1, _CORE + 1))
        return c.OpenSeries(
            id=self.id,
            series=f"series:{self.given('series')}",
            organ=self.given("organ"),
            names=self.given("names"),
            cadence_months=self.given("months"),
            cadence_sources=self.sources(),
            core=tuple(filter(None, core)),
        )

    def goes_to(self) -> str:
        """The series."""
        return path_of(f"series:{self.given('series')}")


class DefineTag(RegisterStep):
    """A challenge, area, joint effort or strategy."""

    title = _("Enter a tag")
    kind = c.DefineTag
    preset = ("scheme", "under")
    tag = fields.short(_("Short name"))
    scheme = fields.choice(_("Kind"))
    names = fields.words(_("Name"))
    under = fields.choice(_("Strategy"), required=False, hint=_("For a goal."))
    due = fields.day(_("To be reached by"), hint=_("For a goal, if a day is set."))

    def prepare(self) -> None:
        """Offer the schemes, and the strategies in use."""
        super().prepare()
        self.offer("scheme", self.terms("scheme", *SCHEMES))
        plans = (t for t in register.tags(self.viewer) if t.scheme == "strategy" and not t.until)
        self.offer("under", [(tag.tag, self.pick(tag.names)) for tag in plans], _("None"))

    def clean_tag(self) -> str:
        """A name that no other tag has: a definition would change what it means."""
        tag: str = self.cleaned_data["tag"]
        if any(there.tag == f"tag:{tag}" for there in register.tags(self.viewer)):
            raise ValidationError(_("There is one of this name."))
        return tag

    def command(self) -> c.DefineTag:
        """Enter it."""
        return c.DefineTag(
            id=self.id,
            tag=f"tag:{self.given('tag')}",
            scheme=self.given("scheme"),
            names=self.given("names"),
            under=self.given("under"),
            due=self.day("due") or None,
        )

    def goes_to(self) -> str:
        """The tag."""
        return path_of(f"tag:{self.given('tag')}")


class ComposeGroup(RegisterStep):
    """A named group that may be an audience."""

    title = _("Compose a group")
    lead = _("Who is named here, and nobody else, belongs to it from now on.")
    kind = c.ComposeGroup
    preset = ("group",)
    group = fields.short(_("Short name"))
    names = fields.words(_("Name"))
    members = fields.several(_("Members"))

    def prepare(self) -> None:
        """Offer persons; a group that is there comes back to be composed anew."""
        super().prepare()
        self.offer("members", persons(self))
        there = {group.group: group for group in register.groups(self.viewer)}
        if group := there.get(f"group:{self.initial.get('group', '')}"):
            self.initial.update(names=group.names, members=group.members)

    def command(self) -> c.ComposeGroup:
        """Compose it."""
        return c.ComposeGroup(
            id=self.id,
            audience="secretariat",
            group=f"group:{self.given('group')}",
            names=self.given("names"),
            members=tuple(self.given("members")),
        )
