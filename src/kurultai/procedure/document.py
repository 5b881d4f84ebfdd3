"""Documents and texts: one symbol, parallel languages, paragraphs with identities."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import Facts, new_id
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import Register, absent, asked_day, first_day, known, worded

STANDINGS = ("authentic", "translation", "unofficial")
UNIT_KINDS = ("heading", "preamble", "operative")


@dataclass(frozen=True, slots=True)
class Document:
    """A document as the acts so far have made it; ``state`` is none, draft, adopted, withdrawn."""

    document: str = ""
    kind: str = ""
    symbol: str = ""
    state: str = "none"
    audience: str = "public"
    meeting: str | None = None
    units: tuple[a.Unit, ...] = ()  # of the first version; identities are common to all
    languages: tuple[str, ...] = ()
    wordings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # language -> unit
    paragraphs: Mapping[str, a.ParagraphTags] = field(default_factory=dict)

    def still_draft(self) -> None:
        """Refused unless the document was tabled and is neither adopted nor withdrawn."""
        if self.state == "none":
            raise Refused("document.unknown")
        if self.state != "draft":
            raise Refused("document.settled", {"state": self.state})

    def words(self, unit: str) -> a.Words:
        """The unit's wording in every language that has it."""
        return {lang: units[unit] for lang, units in self.wordings.items() if unit in units}


def decide_document(
    register: Register,
    document: Document,
    facts: Facts,
    command: c.DocumentCommand,
) -> list[a.Acted]:
    """The acts that follow from a command on a document."""
    if isinstance(command, c.TableDocument):
        return [_tabled(register, facts, command)]
    act = _act(register, document, facts, command)
    audience = command.audience if isinstance(act, a.MarkingChanged) else document.audience
    return [a.Acted(document.document, audience, command.on, act)]


def _act(
    register: Register,
    document: Document,
    facts: Facts,
    command: c.DocumentCommand,
) -> a.ActBody:
    if isinstance(command, c.ChangeMarking):
        known(document.state, ("draft", "adopted", "withdrawn"), "document.unknown")
        return a.MarkingChanged()
    document.still_draft()
    match command:
        case c.DistributeVersion():
            return _distributed(document, command)
        case c.TagParagraphs(paragraphs=paragraphs):
            return _tagged(register, document, paragraphs)
        case c.RecordAdoption(meeting=meeting, symbol=symbol):
            if symbol and symbol != document.symbol:
                absent(symbol, facts.symbols, "document.symbol_taken")
            return a.TextAdopted(meeting, None, symbol or document.symbol)
        case c.WithdrawDocument(reason=reason):
            return a.DocumentWithdrawn(reason)
        case c.TableDocument():
            raise AssertionError(command)
        case _:
            assert_never(command)


def _tabled(register: Register, facts: Facts, command: c.TableDocument) -> a.Acted:
    symbol = command.symbol.strip()
    if not (symbol or command.after_the_fact):
        symbol = next_symbol(register, facts, command.kind, command.on)
    if symbol:
        absent(symbol, facts.symbols, "document.symbol_taken")
    for by in command.by:
        if by.startswith("party:"):
            known(by, register.parties, "register.party_unknown")
    document = new_id("document", command.id)
    tabled = a.DocumentTabled(
        document,
        command.kind,
        symbol,
        worded(command.names),
        command.by,
        command.meeting,
        command.item,
        command.authentic,
        command.link,
        command.sources,
    )
    return a.Acted(document, command.audience, command.on, tabled)


def next_symbol(register: Register, facts: Facts, kind: str, on: str) -> str:
    """The next free symbol of that kind and year; empty if the assembly has no pattern for it."""
    pattern = register.symbols.get(kind, "")
    year = first_day(on)[:4]
    if not pattern:
        return ""
    shape = re.escape(pattern.format(number=_AnyNumber(), year=year)).replace("\0", r"(\d+)", 1)
    numbers = [int(m[1]) for symbol in facts.symbols if (m := re.match(shape, symbol))]
    return pattern.format(number=max(numbers, default=0) + 1, year=year)


class _AnyNumber:
    """Stands for the number in a pattern, however the pattern has it written."""

    def __format__(self, _: str) -> str:
        return "\0"


def _distributed(document: Document, command: c.DistributeVersion) -> a.ActBody:
    known(command.standing, STANDINGS, "document.standing_unknown")
    if not command.units and command.file is None:
        raise Refused("document.version_empty")
    for unit in command.units:
        known(unit.kind, UNIT_KINDS, "document.unit_kind_unknown")
    if len({unit.unit for unit in command.units}) != len(command.units):
        raise Refused("document.unit_twice")
    if document.units and command.units and document.languages[:1] != (command.language,):
        _check_aligned(document, command)
    return a.VersionDistributed(command.language, command.standing, command.units, command.file)


def _check_aligned(document: Document, command: c.DistributeVersion) -> None:
    """A paragraph of another language is the same paragraph: same identity, same kind."""
    kinds = {unit.unit: unit.kind for unit in document.units}
    for unit in command.units:
        if kinds.get(unit.unit) != unit.kind:
            facts = {"here": str(len(command.units)), "there": str(len(document.units))}
            raise Refused("document.not_aligned", facts)


def _tagged(
    register: Register,
    document: Document,
    paragraphs: tuple[a.ParagraphTags, ...],
) -> a.ActBody:
    units = {unit.unit for unit in document.units if unit.kind == "operative"}
    for paragraph in paragraphs:
        known(paragraph.unit, frozenset(units), "document.unit_unknown")
        for tag in paragraph.tags:
            known(tag, register.tags, "register.tag_unknown")
        if paragraph.due:
            asked_day(paragraph.due)
    return a.ParagraphsTagged(paragraphs)


def adopted(
    register: Register,
    document: Document,
    facts: Facts,
    meeting: str,
    decision: str,
) -> a.TextAdopted:
    """The act of adoption, under the final symbol."""
    pattern = register.symbols.get("final", "{symbol}")
    symbol = pattern.format(symbol=document.symbol) if document.symbol else ""
    if symbol and symbol != document.symbol:
        absent(symbol, facts.symbols, "document.symbol_taken")
    return a.TextAdopted(meeting, decision, symbol)


def evolve_document(document: Document, audience: str, act: a.ActBody) -> Document:
    """The document after an act of its stream. It asks no rule: what was decided, happened."""
    match act:
        case a.DocumentTabled():
            return Document(
                document=act.document,
                kind=act.kind,
                symbol=act.symbol,
                state="draft",
                audience=audience,
                meeting=act.meeting,
            )
        case a.VersionDistributed(language=language, units=units):
            return _with_version(document, language, units)
        case a.ParagraphsTagged(paragraphs=paragraphs):
            tags = {**document.paragraphs, **{p.unit: p for p in paragraphs}}
            return replace(document, paragraphs=tags)
        case a.TextAdopted(symbol=symbol):
            return replace(document, state="adopted", symbol=symbol)
        case a.MarkingChanged():
            return replace(document, audience=audience)
        case a.DocumentWithdrawn():
            return replace(document, state="withdrawn")
        case _:
            return document


def _with_version(document: Document, language: str, units: tuple[a.Unit, ...]) -> Document:
    first = document.languages[:1] in ((), (language,))
    others = tuple(known_ for known_ in document.languages if known_ != language)
    languages = (language, *others) if first else (*others, language)
    wordings = {**document.wordings, language: {unit.unit: unit.words for unit in units}}
    return replace(
        document,
        units=units if first and units else document.units,
        languages=languages,
        wordings=wordings,
    )
