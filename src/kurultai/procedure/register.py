"""The register: the assembly, its organs, parties with dated status, people and offices."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from typing import assert_never

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure import rulebook as rules
from kurultai.procedure.facts import new_id
from kurultai.procedure.refusal import Refused
from kurultai.procedure.when import read_when

STREAM = "assembly"
STATUSES = ("member", "observer", "guest_of_honour", "invited_organisation")
OWN_OFFICES = ("head_of_delegation", "delegate", "national_coordinator", "administrator")
OFFICES = (
    *OWN_OFFICES,
    "secretary_general",
    "deputy_secretary_general",
    "secretariat_officer",
    "chair",
    "vice_chair",
)
# Whoever chairs the assembly leads it and speaks for a parliament; the register is not theirs.
SECRETARIAT = ("secretary_general", "deputy_secretary_general", "secretariat_officer")
SCHEMES = ("challenge", "area", "effort", "strategy", "goal")

Adopted = tuple[str, str, str]  # a rulebook: since when, its name, its text


@dataclass(frozen=True, slots=True)
class Span:
    """A status from a day on; ``until`` is None while it lasts."""

    status: str
    since: str
    until: str | None = None

    def covers(self, day: str) -> bool:
        """True if the status stood on the ISO day."""
        return first_day(self.since) <= day and (self.until is None or day < first_day(self.until))


@dataclass(frozen=True, slots=True)
class Series:
    """A series as convening needs it."""

    organ: str
    core: tuple[a.Words, ...]
    cadence_months: int | None


@dataclass(frozen=True, slots=True)
class Register:
    """The register as the acts so far have made it."""

    assembly: str = ""
    languages: tuple[str, ...] = ()
    symbols: dict[str, str] = field(default_factory=dict)
    rulebooks: tuple[Adopted, ...] = ()
    organs: dict[str, str] = field(default_factory=dict)  # organ -> part of the rulebook
    parties: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    persons: frozenset[str] = frozenset()
    offices: frozenset[tuple[str, str, str]] = frozenset()  # (person, office, of), held now
    series: dict[str, Series] = field(default_factory=dict)
    tags: frozenset[str] = frozenset()  # those in use
    ended: frozenset[str] = frozenset()  # those that were
    strategies: frozenset[str] = frozenset()  # of the tags
    schemes: dict[str, str] = field(default_factory=dict)  # of each tag, used or ended

    def status_of(self, party: str, day: str) -> str | None:
        """The party's class of participation on the ISO day, or None."""
        spans = self.parties.get(party, ())
        return next((span.status for span in reversed(spans) if span.covers(day)), None)

    def with_right(self, right: str, day: str) -> tuple[str, ...]:
        """Parties that on that day could "speak", "propose" or "vote"."""
        book = self.rulebook(day)
        return tuple(
            party
            for party in sorted(self.parties)
            if (status := self.status_of(party, day)) and book.may(status, right)
        )

    def members(self, day: str) -> tuple[str, ...]:
        """The parties that are members on that day."""
        return tuple(p for p in sorted(self.parties) if self.status_of(p, day) == "member")

    def rulebook(self, day: str) -> rules.Rulebook:
        """The rulebook in force on the ISO day; Refused if none was adopted."""
        if not self.rulebooks:
            raise Refused("register.no_rulebook")
        _, name, text = in_force(self.rulebooks, day) or self.rulebooks[0]
        return loaded(text, name)


def in_force(books: Sequence[Adopted], day: str) -> Adopted | None:
    """Which of those adopted, in that order, is in force on the ISO day; of one day, the last."""
    begun = [book for book in books if first_day(book[0]) <= day]
    return max(reversed(begun), key=lambda book: first_day(book[0]), default=None)


@lru_cache(maxsize=64)
def loaded(text: str, name: str) -> rules.Rulebook:
    """The rulebook, typed and checked once."""
    return rules.load(text, name)


def first_day(when: str) -> str:
    """The first possible day of a date, as an ISO day."""
    return read_when(when).first.isoformat()


def last_day(when: str) -> str:
    """The last possible day of a date, as an ISO day."""
    return read_when(when).last.isoformat()


def asked_day(when: str) -> str:
    """The first possible day of a date that somebody wrote; Refused if it is no date."""
    try:
        return first_day(when)
    except ValueError as reason:
        raise Refused("act.when", {"when": when}) from reason


def decide_register(register: Register, command: c.RegisterCommand) -> list[a.Acted]:
    """The acts that follow from a command on the register."""
    acts = _acts(register, command)
    return [a.Acted(STREAM, command.audience, command.on, act) for act in acts]


def _acts(register: Register, command: c.RegisterCommand) -> list[a.ActBody]:  # noqa: C901 - one case a kind
    match command:
        case c.FoundAssembly():
            return [_founded(register, command)]
        case c.RenameAssembly(names=names, sources=sources):
            return [a.AssemblyRenamed(worded(names), sources)]
        case c.AdoptRulebook(rulebook=name, text=text):
            loaded(text, name)
            return [a.RulebookAdopted(name, text)]
        case c.SignRulebook():
            return [_signed(register, command)]
        case c.EstablishOrgan(organ=organ):
            absent(organ, register.organs, "register.organ_exists")
            names = worded(command.names)
            return [
                a.OrganEstablished(
                    organ, command.kind, command.rules, names, command.mandate, command.sources
                ),
            ]
        case c.RenameOrgan(organ=organ, names=names, mandate=mandate, sources=sources):
            known(organ, register.organs, "register.organ_unknown")
            return [a.OrganRenamed(organ, worded(names), mandate, sources)]
        case c.DissolveOrgan(organ=organ):
            known(organ, register.organs, "register.organ_unknown")
            return [a.OrganDissolved(organ)]
        case c.RegisterParty(party=party, names=names, state=state, sources=sources):
            absent(party, register.parties, "register.party_exists")
            return [a.PartyRegistered(party, worded(names), worded(state), sources)]
        case c.GiveStatus(party=party, status=status, sources=sources):
            known(party, register.parties, "register.party_unknown")
            known(status, STATUSES, "register.status_unknown")
            return [a.StatusGiven(party, status, sources)]
        case c.EndStatus(party=party):
            known(party, register.parties, "register.party_unknown")
            return [a.StatusEnded(party)]
        case c.RegisterPerson(person=person, names=names):
            absent(person, register.persons, "register.person_exists")
            return [a.PersonRegistered(person, worded(names))]
        case c.TakeOffice(person=person, office=office, of=of, sources=sources):
            _check_office(register, person, office, of)
            return [a.OfficeTaken(person, office, of, sources)]
        case c.LeaveOffice(person=person, office=office, of=of):
            known((person, office, of), register.offices, "register.office_not_held")
            return [a.OfficeLeft(person, office, of)]
        case c.AppointPerson():
            return _appointed(register, command)
        case c.PassChair(party=party, sources=sources):
            known(party, register.parties, "register.party_unknown")
            return [a.ChairPassed(party, sources)]
        case c.OpenSeries():
            return [_series_opened(register, command)]
        case c.SetCadence(series=series, cadence_months=months, sources=sources):
            known(series, register.series, "register.series_unknown")
            return [a.CadenceSet(series, _cadence(months), sources)]
        case c.DefineTag():
            return [_tag(register, command)]
        case c.EndTag(tag=tag):
            known(tag, register.tags, "register.tag_unknown")
            return [a.TagEnded(tag)]
        case c.ComposeGroup(group=group, names=names, members=members):
            for person in members:
                known(person, register.persons, "register.person_unknown")
            return [a.GroupComposed(group, worded(names), members)]
        case _:
            assert_never(command)


def _tag(register: Register, command: c.DefineTag) -> a.ActBody:
    """A tag; a goal stands under the strategy that sets it."""
    known(command.scheme, SCHEMES, "register.scheme_unknown")
    if register.schemes.get(command.tag, command.scheme) != command.scheme:
        raise Refused("register.scheme_other", {"name": command.tag})
    if command.scheme == "goal":
        known(command.under, register.strategies, "register.strategy_unknown")
    if command.due:
        asked_day(command.due)
    under = command.under if command.scheme == "goal" else ""
    return a.TagDefined(command.tag, command.scheme, worded(command.names), under, command.due)


def _founded(register: Register, command: c.FoundAssembly) -> a.ActBody:
    if register.assembly:
        raise Refused("register.assembly_exists", {"assembly": register.assembly})
    return a.AssemblyFounded(
        command.assembly,
        worded(command.names),
        command.short,
        command.languages,
        command.timezone,
        command.seat,
        command.symbols,
        command.sources,
    )


def _check_office(register: Register, person: str, office: str, of: str) -> None:
    known(person, register.persons, "register.person_unknown")
    known(office, OFFICES, "register.office_unknown")
    if of.startswith("organ:"):
        known(of, register.organs, "register.organ_unknown")
    elif of.startswith("party:"):
        known(of, register.parties, "register.party_unknown")
    elif of != STREAM:
        raise Refused("register.office_of_what", {"what": of})
    absent((person, office, of), register.offices, "register.office_held_already")


def _appointed(register: Register, command: c.AppointPerson) -> list[a.ActBody]:
    known(command.party, register.parties, "register.party_unknown")
    known(command.office, OWN_OFFICES, "register.office_unknown")
    person = new_id("person", command.id)
    return [
        a.PersonRegistered(person, worded(command.names)),
        a.OfficeTaken(person, command.office, command.party),
    ]


def _series_opened(register: Register, command: c.OpenSeries) -> a.ActBody:
    absent(command.series, register.series, "register.series_exists")
    known(command.organ, register.organs, "register.organ_unknown")
    return a.SeriesOpened(
        command.series,
        command.organ,
        worded(command.names),
        _cadence(command.cadence_months),
        command.cadence_sources,
        command.core,
    )


def _cadence(months: int | None) -> int | None:
    if months is not None and not 1 <= months <= 120:  # noqa: PLR2004 - ten years
        raise Refused("register.cadence_range")
    return months


def known(name: object, among: Iterable[object], rule: str) -> None:
    """Refused by that rule unless the name is among the known ones."""
    if name not in (among if isinstance(among, (dict, frozenset)) else tuple(among)):
        raise Refused(rule, {"name": _shown(name)})


def absent(name: object, among: Iterable[object], rule: str) -> None:
    """Refused by that rule if the name is among the known ones."""
    if name in (among if isinstance(among, (dict, frozenset)) else tuple(among)):
        raise Refused(rule, {"name": _shown(name)})


def said(words: a.Words) -> a.Words:
    """The words in the languages that have any; they may be none."""
    kept = {language: text.strip() for language, text in words.items()}
    return {language: text for language, text in kept.items() if text}


def worded(words: a.Words, rule: str = "words.missing") -> a.Words:
    """The words in the languages that have any; Refused if there is none."""
    kept = said(words)
    if not kept:
        raise Refused(rule)
    return kept


def _signed(register: Register, command: c.SignRulebook) -> a.RulebookSigned:
    """What is signed is a text that was put into force, letter for letter."""
    name, digest = command.rulebook, command.digest
    adopted = {(book, digest_of(text)) for _, book, text in register.rulebooks}
    if (name, digest) not in adopted:
        raise Refused("rulebook.not_in_force", {"name": name})
    return a.RulebookSigned(name, digest, command.remark)


def digest_of(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def _shown(name: object) -> str:
    return ", ".join(name) if isinstance(name, tuple) else str(name)


def evolve_register(register: Register, on: str, act: a.ActBody) -> Register:  # noqa: C901 - one case a kind
    """The register after an act of its stream. It asks no rule: what was decided, happened."""
    match act:
        case a.AssemblyFounded(assembly=name, languages=languages, symbols=symbols):
            return replace(register, assembly=name, languages=languages, symbols=symbols)
        case a.RulebookAdopted(rulebook, text):
            return replace(register, rulebooks=(*register.rulebooks, (on, rulebook, text)))
        case a.OrganEstablished(organ=organ, rules=part):
            return replace(register, organs={**register.organs, organ: part})
        case a.PartyRegistered(party=party):
            return replace(register, parties={**register.parties, party: ()})
        case a.StatusGiven(party=party, status=status):
            spans = (*_ended(register.parties[party], on), Span(status, on))
            return replace(register, parties={**register.parties, party: spans})
        case a.StatusEnded(party=party):
            spans = _ended(register.parties[party], on)
            return replace(register, parties={**register.parties, party: spans})
        case a.PersonRegistered(person=person):
            return replace(register, persons=register.persons | {person})
        case a.OfficeTaken(person=person, office=office, of=of):
            return replace(register, offices=register.offices | {(person, office, of)})
        case a.OfficeLeft(person=person, office=office, of=of):
            return replace(register, offices=register.offices - {(person, office, of)})
        case a.SeriesOpened(series=series, organ=organ, core=core, cadence_months=months):
            opened = Series(organ, core, months)
            return replace(register, series={**register.series, series: opened})
        case a.CadenceSet(series=series, cadence_months=months):
            changed = replace(register.series[series], cadence_months=months)
            return replace(register, series={**register.series, series: changed})
        case a.TagDefined(tag=tag, scheme=scheme):
            plans = register.strategies | {tag} if scheme == "strategy" else register.strategies
            ended = register.ended - {tag}
            return replace(
                register,
                tags=register.tags | {tag},
                strategies=plans,
                ended=ended,
                schemes={**register.schemes, tag: scheme},
            )
        case a.TagEnded(tag=tag):
            plans = register.strategies - {tag}
            ended = register.ended | {tag}
            return replace(register, tags=register.tags - {tag}, strategies=plans, ended=ended)
        case _:
            return register


def _ended(spans: tuple[Span, ...], on: str) -> tuple[Span, ...]:
    return tuple(span if span.until else replace(span, until=on) for span in spans)
