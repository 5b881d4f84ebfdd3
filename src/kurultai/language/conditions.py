"""What a condition demands, and whether it was met. Measures and bases stand behind a colon."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kurultai.language.catalogue import Tongue
from kurultai.language.messages import N_
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
MET = N_("%(measure)s: %(count)s; needed at least: %(needed)s. Met.")
UNMET = N_("%(measure)s: %(count)s; needed at least: %(needed)s. Not met.")
WAIVED = N_(
    "%(measure)s: %(count)s, where %(needed)s are needed; waived, too few being against it."
)
UNASKED = N_("%(measure)s: %(count)s, where %(needed)s would be needed; nobody asked for it.")


def say_conditions(said: Tongue, conditions: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Each condition with its arithmetic, among whom it was reckoned, and whether it was met."""
    for found in conditions:
        if not found.get("asked", True):
            sentence = UNASKED
        elif found.get("waived"):
            sentence = WAIVED
        else:
            sentence = MET if found["met"] else UNMET
        counted = {"count": found["numerator"], "needed": found["needed"]}
        yield said.gettext(sentence) % {"measure": _measure(said, found), **counted}


def _measure(said: Tongue, found: Mapping[str, Any]) -> str:
    """What is measured, and the group or role in which it is."""
    measure = said.gettext(MEASURES[found["measure"]])
    if found.get("group"):
        return f"{measure} ({found['group']})"
    if found.get("role"):
        return f"{measure} ({term(said.language, 'role', found['role'])})"
    return measure
