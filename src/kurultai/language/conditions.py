"""What a condition demands, and whether it was met. Measures and bases stand behind a colon."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kurultai.language.catalogue import Tongue
from kurultai.language.messages import N_
from kurultai.language.telling import Names
from kurultai.language.terms import term

MEASURES = {
    "votes": N_("Votes in favour"),
    "voters": N_("Voters in favour"),
    "population": N_("Population of those in favour"),
    "groups": N_("Groups in favour"),
}
OF = {
    "cast": N_("votes for and against"),
    "given": N_("votes for and against, and abstentions"),
    "present": N_("all who are present"),
    "entitled": N_("all who are entitled to vote"),
    "component": N_("all seats, filled or not"),
}
NEEDED = N_("%(measure)s: %(count)s; needed at least: %(needed)s. Reckoned on: %(base)s.")
MET = N_("This condition was met.")
UNMET = N_("This condition was not met.")
WAIVED = N_("This condition was waived, since too few were not in favour.")
UNASKED = N_("Nobody asked for this condition, so that it did not count.")


def say_conditions(
    said: Tongue, conditions: Iterable[Mapping[str, Any]], names: Names
) -> Iterator[str]:
    """Each condition with its arithmetic, of what it was reckoned, and whether it was met."""
    for found in conditions:
        numbers = {
            "measure": _measure(said, found, names),
            "count": found["numerator"],
            "needed": found["needed"],
            "base": f"{said.gettext(OF[found['of']])} ({found['base_count']})",
        }
        yield f"{said.gettext(NEEDED) % numbers} {said.gettext(_verdict(found))}"


def _verdict(found: Mapping[str, Any]) -> str:
    if not found.get("asked", True):
        return UNASKED
    if found.get("waived"):
        return WAIVED
    return MET if found["met"] else UNMET


def _measure(said: Tongue, found: Mapping[str, Any], names: Names) -> str:
    """What is measured, and the group or role in which it is."""
    english = MEASURES[found["measure"]]
    measure = said.gettext(english)
    within = (
        *((names(found["group"]),) if found.get("group") else ()),
        *((term(said.language, "role", found["role"]),) if found.get("role") else ()),
    )
    return f"{measure} ({', '.join(within)})" if within else measure
