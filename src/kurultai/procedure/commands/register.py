"""Commands on the register: the assembly, its organs, parties, people and vocabulary."""

from dataclasses import dataclass, field

from kurultai.procedure.acts import (
    Sources,
    Words,
)
from kurultai.procedure.commands.asked import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAssembly(Asked):
    """Enter the assembly itself: the first act of a record."""

    assembly: str
    names: Words
    short: str
    languages: tuple[str, ...]
    timezone: str
    seat: Words = field(default_factory=dict)
    symbols: dict[str, str] = field(default_factory=dict)
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameAssembly(Asked):
    """Enter another name of the assembly."""

    names: Words
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptRulebook(Asked):
    """Put a rulebook into force."""

    rulebook: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignRulebook(Asked):
    """Sign a rulebook as read; ``digest`` is the SHA-256 of its text, in hexadecimal."""

    rulebook: str
    digest: str
    remark: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EstablishOrgan(Asked):
    """Enter an organ."""

    organ: str
    kind: str
    rules: str
    names: Words
    mandate: Words = field(default_factory=dict)
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameOrgan(Asked):
    """Enter another name or mandate of an organ."""

    organ: str
    names: Words
    mandate: Words = field(default_factory=dict)
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DissolveOrgan(Asked):
    """Enter the end of an organ."""

    organ: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterParty(Asked):
    """Enter a parliament or an organisation."""

    party: str
    names: Words
    state: Words
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveStatus(Asked):
    """Give a party a class of participation from a day on."""

    party: str
    status: str
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EndStatus(Asked):
    """End a party's status."""

    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPerson(Asked):
    """Enter a person or an office."""

    person: str
    names: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOffice(Asked):
    """Enter that a person took an office."""

    person: str
    office: str
    of: str
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveOffice(Asked):
    """Enter that a person left an office."""

    person: str
    office: str
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointPerson(Asked):
    """A parliament's administrator appoints one of its own people."""

    names: Words
    office: str
    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassChair(Asked):
    """Pass the chair of the assembly to a party."""

    party: str
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSeries(Asked):
    """Begin a series of an organ's meetings."""

    series: str
    organ: str
    names: Words
    cadence_months: int | None = None
    cadence_sources: Sources = ()
    core: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCadence(Asked):
    """Set how often a series is to meet."""

    series: str
    cadence_months: int | None
    sources: Sources = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineTag(Asked):
    """Add a challenge, area, effort, strategy or goal to the vocabulary, or rename one."""

    tag: str
    scheme: str
    names: Words
    under: str = ""  # of a goal: its strategy
    due: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndTag(Asked):
    """Give the tag no more."""

    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposeGroup(Asked):
    """Say who belongs to a named group."""

    group: str
    names: Words
    members: tuple[str, ...]


RegisterCommand = (
    FoundAssembly
    | RenameAssembly
    | AdoptRulebook
    | SignRulebook
    | EstablishOrgan
    | RenameOrgan
    | DissolveOrgan
    | RegisterParty
    | GiveStatus
    | EndStatus
    | RegisterPerson
    | TakeOffice
    | LeaveOffice
    | AppointPerson
    | PassChair
    | OpenSeries
    | SetCadence
    | DefineTag
    | EndTag
    | ComposeGroup
)
