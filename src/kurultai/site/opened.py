"""What is opened to everybody as data: tables of the assembly, and Popolo's documents."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from kurultai.gate import commitments, documents, listed, meetings, register
from kurultai.gate.shapes import (
    CommitmentRow,
    DecisionRow,
    DocumentRow,
    MeetingRow,
    Office,
    Party,
    Series,
    Tag,
)
from kurultai.gate.viewer import Viewer
from kurultai.papers.popolo import Plain, given_out
from kurultai.papers.popolo_register import Membership, Named, membership, motion
from kurultai.papers.popolo_register import organization as as_organization
from kurultai.papers.popolo_register import person as as_person
from kurultai.site.house import house
from kurultai.site.pages_environment import plain, term
from kurultai.site.tongue import lazy as _
from kurultai.site.views.popolo import decided

_ALL = 1_000_000  # more than there are of anything
Rows = Callable[[Viewer], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Opened:
    """A table that is open to all: what it is called, the shape of its rows, and these."""

    title: Any
    shape: type[Any]
    rows: Rows


def _series(viewer: Viewer) -> tuple[Series, ...]:
    today = date.fromisoformat(house().today())
    return tuple(page.series for page in meetings.series_list(viewer, today))


TABLES = {  # by the name in the address
    "meetings": Opened(_("Meetings"), MeetingRow, meetings.meetings),
    "texts": Opened(_("Texts"), DocumentRow, documents.documents),
    "decisions": Opened(
        _("Decisions"), DecisionRow, lambda viewer: listed.decisions(viewer, 0, _ALL).rows
    ),
    "commitments": Opened(_("Commitments"), CommitmentRow, commitments.commitments),
    "parties": Opened(_("Parties"), Party, register.parties),
    "series": Opened(_("Series"), Series, _series),
    "tags": Opened(_("Vocabulary"), Tag, register.tags),
}


# --- Popolo


def persons(viewer: Viewer, _: str) -> Iterator[Plain]:
    """Whoever is named on the record, as a person or as an office."""
    for identity, names in register.names(viewer).items():
        if identity.startswith("person:"):
            yield as_person(Named(id=identity, name=plain(names), names=names))


def organizations(viewer: Viewer, _: str) -> Iterator[Plain]:
    """The assembly, its organs and its parties."""
    whole = register.assembly(viewer)
    root = Named(
        id=whole.assembly,
        name=plain(whole.names),
        names=whole.names,
        classification="assembly",
        founded=whole.founded,
    )
    yield as_organization(root)
    for organ in register.organs(viewer):
        named = Named(
            id=organ.organ,
            name=plain(organ.names),
            names=organ.names,
            classification=organ.kind,
            parent=whole.assembly,
            founded=organ.established,
            dissolved=organ.until or "",
        )
        yield as_organization(named)
    for party in register.parties(viewer):
        named = Named(
            id=party.party,
            name=plain(party.names),
            names=party.names,
            classification=party.status or "party",
        )
        yield as_organization(named)


def memberships(viewer: Viewer, _: str) -> Iterator[Plain]:
    """Parties within the assembly by their class, and people in their offices."""
    whole = register.assembly(viewer).assembly
    held: list[Office] = [*register.offices_of_assembly(viewer)]
    for organ in register.organs(viewer):
        held += register.organ(viewer, organ.organ).offices
    for party in register.parties(viewer):
        page = register.party(viewer, party.party)
        held += page.people
        for span in page.spans:
            role = term("status", span.status)
            yield _member(party.party, whole, role, span.since, span.until)
    for office in held:
        of = whole if office.of == "assembly" else office.of
        role = term("office", office.office)
        yield _member(office.person, of, role, office.since, office.until)


def _member(who: str, of: str, role: str, since: str, until: str | None) -> Plain:
    return membership(
        Membership(member=who, organization=of, role=role, since=since, until=until or "")
    )


def vote_events(viewer: Viewer, base: str) -> Iterator[Plain]:
    """Every decision, with who said what."""
    for row in listed.decisions(viewer, 0, _ALL).rows:
        yield given_out(decided(viewer, base, meetings.decision(viewer, row.decision)))


def motions(viewer: Viewer, base: str) -> Iterator[Plain]:
    """What was decided on."""
    return map(motion, vote_events(viewer, base))


POPOLO: dict[str, Callable[[Viewer, str], Iterator[Plain]]] = {
    "persons": persons,
    "organizations": organizations,
    "memberships": memberships,
    "motions": motions,
    "vote_events": vote_events,
}
