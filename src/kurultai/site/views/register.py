"""The register: parties, organs, people, challenges and areas."""

from dataclasses import dataclass

from kurultai.gate import commitments, meetings
from kurultai.gate import register as gate
from kurultai.gate.clause import NotFound
from kurultai.gate.register import Chairmanship
from kurultai.gate.shapes import CommitmentRow, Office, Statement, Tag
from kurultai.site.views.shown import Asking, Shown


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The offices of the assembly over time, and whose turn it was in the chair."""

    offices: tuple[Office, ...]
    chairmanships: tuple[Chairmanship, ...]


@dataclass(frozen=True, slots=True)
class TagPage:
    """A challenge, area, effort or strategy with what stands under it."""

    tag: Tag
    statements: tuple[Statement, ...]
    commitments: tuple[CommitmentRow, ...]


def parties(asking: Asking) -> Shown:
    """Every party with its status."""
    return Shown("parties.html", gate.parties(asking.viewer), "parties")


def party(asking: Asking, name: str) -> Shown:
    """A party, its history, its people and what it pledged."""
    page = gate.party(asking.viewer, f"party:{name}")
    pledged = commitments.commitments(asking.viewer, party=f"party:{name}")
    more = {"commitments": pledged, "examples": meetings.examples(asking.viewer)}
    return Shown("party.html", page, f"party:{name}", more)


def organs(asking: Asking) -> Shown:
    """Every organ."""
    return Shown("organs.html", gate.organs(asking.viewer), "organs")


def organ(asking: Asking, name: str) -> Shown:
    """An organ, its dated names and offices, its series."""
    page = gate.organ(asking.viewer, f"organ:{name}")
    every = meetings.series_list(asking.viewer, asking.day)
    series = tuple(s for s in every if s.organ.organ == f"organ:{name}")
    return Shown("organ.html", page, f"organ:{name}", {"series": series})


def people(asking: Asking) -> Shown:
    """Who held the assembly's offices, and which parliament its chair."""
    viewer = asking.viewer
    page = PeoplePage(gate.offices_of_assembly(viewer), gate.chairmanships(viewer))
    return Shown("people.html", page, "people")


def tag(asking: Asking, name: str) -> Shown:
    """What was said and pledged under a challenge or an area."""
    viewer = asking.viewer
    every = gate.tags(viewer)
    found = next((t for t in every if t.tag == f"tag:{name}"), None)
    if found is None:
        raise NotFound
    pledged = tuple(c for c in commitments.commitments(viewer) if found.tag in c.tags)
    page = TagPage(found, meetings.statements_on(viewer, found.tag), pledged)
    held = {m.meeting: m for m in meetings.meetings(viewer)}
    more = {"meetings": held, "examples": frozenset(m for m in held if held[m].example)}
    return Shown("tag.html", page, "", more)
