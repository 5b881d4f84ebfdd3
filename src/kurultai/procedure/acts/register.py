"""Acts of the register: the assembly, its organs, parties, people, series and vocabulary."""

from dataclasses import dataclass, field

from kurultai.procedure.acts.words import Sources, Words


@dataclass(frozen=True, slots=True)
class AssemblyFounded:
    """An assembly came to be."""

    assembly: str
    names: Words
    short: str
    languages: tuple[str, ...]
    timezone: str
    seat: Words = field(default_factory=dict)
    symbols: dict[str, str] = field(default_factory=dict)
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class AssemblyRenamed:
    """The assembly took another name."""

    names: Words
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class RulebookAdopted:
    """A rulebook came into force; ``text`` is all of it, as TOML."""

    rulebook: str
    text: str


@dataclass(frozen=True, slots=True)
class RulebookSigned:
    """Who did this act read the rulebook whose text has that SHA-256, in hexadecimal, as right."""

    rulebook: str
    digest: str
    remark: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OrganEstablished:
    """An organ came to be; ``rules`` names the part of the rulebook it decides by."""

    organ: str
    kind: str
    rules: str
    names: Words
    mandate: Words = field(default_factory=dict)
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class OrganRenamed:
    """An organ took another name or mandate."""

    organ: str
    names: Words
    mandate: Words = field(default_factory=dict)
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class OrganDissolved:
    """An organ ceased to be."""

    organ: str


@dataclass(frozen=True, slots=True)
class PartyRegistered:
    """A parliament or an organisation entered the register."""

    party: str
    names: Words
    state: Words
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class StatusGiven:
    """A party took part from then on as member, observer, guest or invited organisation."""

    party: str
    status: str
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class StatusEnded:
    """A party's status ended."""

    party: str


@dataclass(frozen=True, slots=True)
class PersonRegistered:
    """A person, or an office whose holder is not named, entered the register."""

    person: str
    names: Words


@dataclass(frozen=True, slots=True)
class OfficeTaken:
    """A person took an office ``of`` "assembly", "organ:..." or "party:..."."""

    person: str
    office: str
    of: str
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class OfficeLeft:
    """A person left an office."""

    person: str
    office: str
    of: str


@dataclass(frozen=True, slots=True)
class ChairPassed:
    """The chair of the assembly passed to a party."""

    party: str
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class SeriesOpened:
    """A series of an organ's meetings began; ``core`` stands on every agenda."""

    series: str
    organ: str
    names: Words
    cadence_months: int | None = None
    cadence_sources: Sources = ()
    core: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class CadenceSet:
    """The interval at which the series is to meet was set, in months."""

    series: str
    cadence_months: int | None
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class TagDefined:
    """A challenge, an area, a kind of effort, a strategy or a goal of one is in use from now on.

    Defined again, it has these names from now on.
    """

    tag: str
    scheme: str
    names: Words
    under: str = ""  # of a goal: its strategy
    due: str | None = None  # when the goal is to be reached, or the strategy ends


@dataclass(frozen=True, slots=True)
class TagEnded:
    """The tag is not given any more; what stands under it stays there."""

    tag: str


@dataclass(frozen=True, slots=True)
class GroupComposed:
    """A named group has these members from now on."""

    group: str
    names: Words
    members: tuple[str, ...]
