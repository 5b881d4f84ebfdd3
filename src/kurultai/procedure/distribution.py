"""Documents: tabled under a symbol, distributed in languages, tagged, adopted, withdrawn."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.document import (
    STANDINGS,
    Document,
    counted,
    evolve_document,
    nothing_pending,
)
from kurultai.procedure.facts import Facts, new_id
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import Register, absent, asked_day, first_day, known, worded
from kurultai.procedure.text import operative, parallel, shape
from kurultai.texts.change import Edit
from kurultai.texts.unit import KINDS, Unit, walk
from kurultai.texts.wording import nfc


def decide_document(
    register: Register,
    document: Document,
    facts: Facts,
    command: c.DocumentCommand,
) -> list[a.Acted]:
    """The acts that follow from a command on a document."""
    if isinstance(command, c.TableDocument):
        return _tabled_whole(_tabled(register, facts, command), command)
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
            document.not_silent()
            nothing_pending(document)
            if symbol and symbol != document.symbol:
                absent(symbol, facts.symbols, "document.symbol_taken")
            return a.TextAdopted(meeting, None, symbol or document.symbol)
        case c.WithdrawDocument(reason=reason):
            return a.DocumentWithdrawn(reason)
        case c.TableDocument() | c.TableText():
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


def _tabled_whole(tabled: a.Acted, command: c.TableDocument) -> list[a.Acted]:
    """The document, and its text in each language that is tabled with it."""
    acted, document = [tabled], evolve_document(Document(), tabled.audience, tabled.act)
    for version in command.versions if isinstance(command, c.TableText) else ():
        distribute = c.DistributeVersion(
            id=command.id,
            document=document.document,
            language=version.language,
            standing=version.standing,
            units=version.units,
        )
        act = _distributed(document, distribute)
        document = evolve_document(document, tabled.audience, act)
        acted.append(a.Acted(tabled.stream, tabled.audience, tabled.on, act))
    return acted


def next_symbol(register: Register, facts: Facts, kind: str, on: str) -> str:
    """The next free symbol of that kind and year; empty if the assembly has no pattern for it."""
    pattern = register.symbols.get(kind, "")
    year = first_day(on)[:4]
    if not pattern:
        return ""
    shape_of = re.escape(pattern.format(number=_AnyNumber(), year=year))
    shape_of = shape_of.replace("\0", r"(\d+)", 1)
    numbers = [int(m[1]) for symbol in facts.symbols if (m := re.match(shape_of, symbol))]
    return pattern.format(number=max(numbers, default=0) + 1, year=year)


class _AnyNumber:
    """Stands for the number in a pattern, however the pattern has it written."""

    def __format__(self, _: str) -> str:
        return "\0"


# --- a language version


def _distributed(document: Document, command: c.DistributeVersion) -> a.ActBody:
    known(command.standing, STANDINGS, "document.standing_unknown")
    document.not_silent()
    if not command.units and command.file is None:
        raise Refused("document.version_empty")
    units = parallel(command.language, command.units)
    for unit, _ in walk(units):
        known(unit.kind, KINDS, "document.unit_kind_unknown")
    if len({unit.unit for unit, _ in walk(units)}) != sum(1 for _ in walk(units)):
        raise Refused("document.unit_twice")
    if units:
        _check_structure(document, command.language, units)
        _check_amended(document, command.language, units)
    return a.VersionDistributed(
        command.language, command.standing, _normal(command.units), command.file
    )


def _normal(units: Iterable[a.Unit]) -> tuple[a.Unit, ...]:
    """The units with their words in NFC."""
    return tuple(replace(u, words=nfc(u.words), below=_normal(u.below)) for u in units)


def _check_structure(document: Document, language: str, units: tuple[Unit, ...]) -> None:
    """A unit of another language is the same unit: same identity, same kind, same place.

    One that is missing leaves a gap. The leading language may have another structure, unless
    amendments to this one are pending.
    """
    here, there = shape(units), shape(document.units)
    if document.text.first in ("", language):
        if here != there and (document.live() or document.separately):
            raise Refused("document.amendments_pending", counted(document.live()))
    elif not set(here) <= set(there):
        raise Refused("document.not_aligned", {"here": str(len(here)), "there": str(len(there))})


def _check_amended(document: Document, language: str, units: tuple[Unit, ...]) -> None:
    """Words that a pending amendment edits stay as they are until it is settled."""
    new = {unit.unit: unit.words.get(language, "") for unit, _ in walk(units)}
    old = {unit.unit: unit.words.get(language, "") for unit, _ in walk(document.units)}
    for proposal in document.live():
        for change in proposal.changes:
            if not isinstance(change, Edit) or change.language != language:
                continue
            if new.get(change.unit, "") != old.get(change.unit, ""):
                raise Refused("document.amendments_pending", counted([proposal]))


def _tagged(
    register: Register,
    document: Document,
    paragraphs: tuple[a.ParagraphTags, ...],
) -> a.ActBody:
    units = frozenset(unit.unit for _, unit in operative(document.units))
    for paragraph in paragraphs:
        known(paragraph.unit, units, "document.unit_unknown")
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
    decision: str | None,
) -> a.TextAdopted:
    """The act of adoption, under the final symbol."""
    pattern = register.symbols.get("final", "{symbol}")
    symbol = pattern.format(symbol=document.symbol) if document.symbol else ""
    if symbol and symbol != document.symbol:
        absent(symbol, facts.symbols, "document.symbol_taken")
    return a.TextAdopted(meeting, decision, symbol)
