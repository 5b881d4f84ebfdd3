"""Flaws of what is reckoned on the seats of a part: they must be known."""

from collections.abc import Iterator

from kurultai.procedure.rulebook.entries import Election, Quorum, Rule
from kurultai.procedure.rulebook.flaws.known import Known, flaw
from kurultai.procedure.rulebook.place import Flaw, Place

Use = tuple[Place, str, Rule | Election | Quorum]  # where, under which key, of which entry


def of_components(known: Known) -> Iterator[Flaw]:
    """Reckoned on seats that the book does not name."""
    for place, key, entry in _uses(known):
        if not _first(known, entry.part):
            yield flaw(place, "component_unknown", key, part=entry.part)


def of_seats(known: Known) -> Iterator[Flaw]:
    """Reckoned on seats what is not known of a seat: whose it is."""
    for place, rule in known.of(Rule):
        for number, condition in enumerate(rule.conditions, start=1):
            whose = condition.measure in ("population", "groups") or condition.role
            if condition.of == "component" and (whose or condition.each_group):
                yield flaw(place.within("conditions", number), "seats_alike", "of")


def late_components(known: Known) -> Iterator[Flaw]:
    """Reckoned on seats that are known only from a later day on."""
    for place, key, entry in _uses(known):
        first = _first(known, entry.part)
        if entry.since < first:
            yield flaw(place, "seats_late", key, part=entry.part, day=first)


def _first(known: Known, part: str) -> str:
    """The first day on which the seats of the part are known; empty if there is none."""
    return min((seats.since for seats in known.book.seats if seats.part == part), default="")


def _uses(known: Known) -> Iterator[Use]:
    for place, rule in known.of(Rule):
        for number, condition in enumerate(rule.conditions, start=1):
            if condition.of == "component":
                yield place.within("conditions", number), "of", rule
    for place, election in known.of(Election):
        for number, each in enumerate(election.rounds, start=1):
            if each.of == "component":
                yield place.within("rounds", number), "of", election
    for place, quorum in known.of(Quorum):
        if quorum.kind == "fraction_of_component":
            yield place, "kind", quorum
