"""From a folder to commands: each dated when it happened, in the order of happening."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from kurultai.cli import folder as f
from kurultai.cli.folder_read import Read
from kurultai.procedure import commands as c
from kurultai.procedure.acts import AgendaItem, Presence, Source
from kurultai.procedure.facts import new_id
from kurultai.procedure.meeting import meeting_id
from kurultai.procedure.when import read_when


@dataclass(frozen=True, slots=True)
class Planned:
    """A command and the table it comes from."""

    command: c.Command
    table: msgspec.Struct


def plan(read: Read) -> tuple[Planned, ...]:
    """All commands, oldest first; of one day, names come before what is done with them."""
    steps = (
        *_assembly(read),
        *_parties(read.folder),
        *_organs(read.folder),
        *_people(read.folder),
        *_series(read.folder),
        *_meetings(read.folder),
    )
    return tuple(sorted(steps, key=lambda step: _first_day(step.command.on)))


def _step(table: msgspec.Struct, command: c.Command) -> Planned:
    """The command under an id that its content gives, so that it is never carried out twice."""
    content = msgspec.json.encode(command, order="deterministic")
    digest = hashlib.sha256(type(command).__name__.encode() + b"\n" + content).hexdigest()
    return Planned(replace(command, id=f"load:{digest[:32]}"), table)


def _first_day(when: str) -> str:
    return read_when(when).first.isoformat()


def _sources(tables: f.Sources) -> tuple[Source, ...]:
    return tuple(Source(s.confidence, s.link, s.note) for s in tables)


def _assembly(read: Read) -> Iterator[Planned]:
    table, founded = read.folder.assembly, read.folder.assembly.founded
    found = c.FoundAssembly(
        id="",
        on=founded,
        assembly=table.id,
        names=table.names,
        short=table.short,
        languages=table.languages,
        timezone=table.timezone,
        seat=table.seat,
        symbols=table.symbols,
        sources=_sources(table.sources),
    )
    yield _step(table, found)
    rulebook = read.rulebook.name
    yield _step(
        table, c.AdoptRulebook(id="", on=founded, rulebook=rulebook, text=read.rulebook_text)
    )
    for name in table.renamed:
        sources = _sources(name.sources)
        renamed = c.RenameAssembly(id="", on=name.since, names=name.names, sources=sources)
        yield _step(table, renamed)
    # A goal comes after the strategy under which it stands.
    for tag in sorted(read.folder.tag, key=lambda tag: tag.scheme == "goal"):
        under = f"tag:{tag.under}" if tag.under else ""
        defined = c.DefineTag(
            id="",
            on=founded,
            tag=f"tag:{tag.id}",
            scheme=tag.scheme,
            names=tag.names,
            under=under,
            due=tag.due,
        )
        yield _step(tag, defined)


def _parties(folder: f.Folder) -> Iterator[Planned]:
    for table in folder.party:
        party = f"party:{table.id}"
        registered = c.RegisterParty(
            id="",
            on=_first_heard_of(folder, table),
            party=party,
            names=table.names,
            state=table.state,
            sources=_sources(table.sources),
        )
        yield _step(table, registered)
        for status in table.status:
            sources = _sources(status.sources)
            yield _step(
                table,
                c.GiveStatus(
                    id="", on=status.since, party=party, status=status.status, sources=sources
                ),
            )
            if status.until:
                yield _step(table, c.EndStatus(id="", on=status.until, party=party))
    for chair in folder.chairmanship:
        party, sources = f"party:{chair.party}", _sources(chair.sources)
        yield _step(chair, c.PassChair(id="", on=chair.since, party=party, sources=sources))


def _first_heard_of(folder: f.Folder, party: f.PartyTable) -> str:
    """The earliest date at which the folder has the party do or be anything."""
    dates = [status.since for status in party.status]
    dates += [chair.since for chair in folder.chairmanship if chair.party == party.id]
    for meeting in folder.meeting:
        if party.id in (meeting.host, *meeting.present, *(m.host for m in meeting.moved)):
            dates.append(_convened_on(folder, meeting))
    dates += [office.since for office in _offices_of(folder, f"party:{party.id}")]
    return min(dates or [folder.assembly.founded], key=_first_day)


def _offices_of(folder: f.Folder, of: str) -> Iterator[f.OfficeTable]:
    for person in folder.person:
        yield from (office for office in person.office if office.of == of)


def _organs(folder: f.Folder) -> Iterator[Planned]:
    for table in folder.organ:
        organ = f"organ:{table.id}"
        first, *later = table.name
        established = c.EstablishOrgan(
            id="",
            on=first.since,
            organ=organ,
            kind=table.kind,
            rules=table.rules,
            names=first.names,
            mandate=first.mandate,
            sources=_sources(first.sources),
        )
        yield _step(table, established)
        for name in later:
            renamed = c.RenameOrgan(
                id="",
                on=name.since,
                organ=organ,
                names=name.names,
                mandate=name.mandate,
                sources=_sources(name.sources),
            )
            yield _step(table, renamed)
        if table.until:
            yield _step(table, c.DissolveOrgan(id="", on=table.until, organ=organ))


def _people(folder: f.Folder) -> Iterator[Planned]:
    for table in folder.person:
        person = f"person:{table.id}"
        dates = [office.since for office in table.office] or [folder.assembly.founded]
        first = min(dates, key=_first_day)
        yield _step(table, c.RegisterPerson(id="", on=first, person=person, names=table.names))
        for office in table.office:
            held: dict[str, Any] = {"person": person, "office": office.office, "of": office.of}
            sources = _sources(office.sources)
            yield _step(table, c.TakeOffice(id="", on=office.since, sources=sources, **held))
            if office.until:
                yield _step(table, c.LeaveOffice(id="", on=office.until, **held))


def _series(folder: f.Folder) -> Iterator[Planned]:
    for table in folder.series:
        opened = c.OpenSeries(
            id="",
            on=table.opened,
            series=f"series:{table.id}",
            organ=f"organ:{table.organ}",
            names=table.names,
            cadence_months=table.cadence_months,
            cadence_sources=_sources(table.cadence_sources),
            core=table.core,
        )
        yield _step(table, opened)


# --- meetings ------------------------------------------------------------------------------------


def _meetings(folder: f.Folder) -> Iterator[Planned]:
    for table in sorted(folder.meeting, key=lambda m: (m.series, m.ordinal)):
        for command in _of_meeting(folder, table):
            yield _step(table, command)


def _convened_on(folder: f.Folder, table: f.MeetingTable) -> str:
    """When it was decided to hold it; if unknown, at the meeting before, or when it was held."""
    if table.decided or table.state == "held":
        return table.decided or table.when
    before = (
        m for m in folder.meeting if (m.series, m.ordinal) == (table.series, table.ordinal - 1)
    )
    return _held_on(next(before))


def _held_on(table: f.MeetingTable) -> str:
    return table.moved[-1].when if table.moved else table.when


def _of_meeting(folder: f.Folder, table: f.MeetingTable) -> Iterator[c.Command]:
    meeting = meeting_id(f"series:{table.series}", table.ordinal)
    yield c.ConveneMeeting(
        id="",
        on=_convened_on(folder, table),
        series=f"series:{table.series}",
        ordinal=table.ordinal,
        when=table.when,
        place=table.place,
        host=_party(table.host),
        theme=table.theme,
        after_the_fact=table.state == "held",
        notes=table.notes,
        sources=_sources(table.sources),
    )
    for moved in table.moved:
        yield c.MoveMeeting(
            id="",
            on=moved.decided,
            meeting=meeting,
            when=moved.when,
            place=moved.place,
            host=_party(moved.host),
            sources=_sources(moved.sources),
        )
    if table.state == "held":
        yield from _sitting(folder, table, meeting)


def _party(party: str | None) -> str | None:
    return f"party:{party}" if party else None


def _sitting(folder: f.Folder, table: f.MeetingTable, meeting: str) -> Iterator[c.Command]:
    on = _held_on(table)
    yield c.OpenMeeting(id="", on=on, meeting=meeting)
    if table.present:
        present = tuple(Presence(f"party:{party}") for party in table.present)
        yield c.TakeAttendance(id="", on=on, meeting=meeting, present=present)
    if table.agenda:
        items = tuple(AgendaItem("", title, "reported") for title in table.agenda)
        yield c.IssueAgenda(id="", on=on, meeting=meeting, status="reported", items=items)
    for said in table.statement:
        yield c.RecordStatement(
            id="",
            on=on,
            meeting=meeting,
            speaker=said.speaker,
            on_behalf=said.on_behalf,
            summary=said.summary,
            tags=_tags(said.tags),
            sources=_sources(said.sources),
        )
    for text in table.text:
        yield from _text(text, meeting, on)
    yield from _matters(folder, table, meeting)
    yield c.CloseMeeting(id="", on=on, meeting=meeting)


def _tags(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"tag:{name}" for name in names)


def _text(table: f.TextTable, meeting: str, on: str) -> Iterator[c.Command]:
    tabled = c.TableDocument(
        id="",
        on=on,
        kind=table.kind,
        names=table.names,
        symbol=table.symbol,
        after_the_fact=True,
        meeting=meeting,
        link=table.link,
        sources=_sources(table.sources),
    )
    yield tabled
    document = new_id("document", _step(table, tabled).command.id)
    yield c.RecordAdoption(id="", on=on, document=document, meeting=meeting)


def _matters(folder: f.Folder, table: f.MeetingTable, meeting: str) -> Iterator[c.Command]:
    on = _held_on(table)
    for matter in table.matter:
        raised = c.RaiseMatter(
            id="",
            on=on,
            meeting=meeting,
            title=matter.title,
            tags=_tags(matter.tags),
            sources=_sources(matter.sources),
        )
        yield raised
        if matter.settled:
            name = new_id("matter", _step(table, raised).command.id)
            at = _settled_at(folder, table, matter.settled)
            yield c.SettleMatter(id="", on=matter.settled, meeting=at, matter=name)


def _settled_at(folder: f.Folder, table: f.MeetingTable, day: str) -> str:
    """The last meeting of the series that began by that day."""
    begun = [
        m.ordinal
        for m in folder.meeting
        if m.series == table.series and _first_day(_held_on(m)) <= _first_day(day)
    ]
    return meeting_id(f"series:{table.series}", max(begun, default=table.ordinal))
