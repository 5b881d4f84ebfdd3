"""The register: parties, organs, people."""

from dataclasses import dataclass

from kurultai.gate import commitments, meetings
from kurultai.gate import register as gate
from kurultai.gate.register import Chairmanship
from kurultai.gate.shapes import Office
from kurultai.site.views.shown import Asking, Shown


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The offices of the assembly over time, and whose turn it was in the chair."""

    offices: tuple[Office, ...]
    chairmanships: tuple[Chairmanship, ...]


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
