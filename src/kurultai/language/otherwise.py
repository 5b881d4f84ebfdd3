"""What would have changed a result: each thing alone, all of them as alternatives."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from kurultai.language.catalogue import Tongue
from kurultai.language.messages import N_
from kurultai.language.telling import grammatical

ADOPTED = N_("It would have been adopted with: %(ways)s.")
PREVENTED = N_("It would not have been adopted with: %(ways)s.")
QUORATE = N_("There would have been a quorum with: %(ways)s.")
OR = N_("%(one)s, or %(other)s")


def say_otherwise(said: Tongue, finding: Mapping[str, Any]) -> Iterator[str]:
    """The least that would have changed the result; nothing where that is not known.

    The numbers of a finding's ``would_change`` are whole, fractions, or text of either: "1/2".
    """
    change = {key: number for key, number in (finding.get("would_change") or {}).items() if number}
    adopting = tuple(_adopting(said, finding, change))
    if adopting:
        yield said.gettext(ADOPTED) % {"ways": _alternatives(said, adopting)}
    if number := change.get("fewer_yes"):
        yield said.gettext(PREVENTED) % {"ways": _against(said, finding, number)}
    if number := change.get("more_present"):
        yield said.gettext(QUORATE) % {"ways": _present(said, finding, number)}


def _adopting(said: Tongue, finding: Mapping[str, Any], change: Mapping[str, Any]) -> Iterator[str]:
    if number := change.get("more_yes"):
        yield _in_favour(said, finding, number)
    if number := change.get("fewer_objections"):
        yield _objections(said, number, veto=finding["result"] == "vetoed")
    if number := change.get("fewer_abstentions"):
        yield said.ngettext(
            "%(num)s abstention fewer", "%(num)s abstentions fewer", grammatical(number)
        ) % {"num": number}


def _alternatives(said: Tongue, ways: tuple[str, ...]) -> str:
    first, *others = ways
    for other in others:
        first = said.gettext(OR) % {"one": first, "other": other}
    return first


def _from_against(finding: Mapping[str, Any], number: int | str) -> bool:
    """Whether it was enough that some of those against were in favour: where votes decide alone."""
    against = (finding.get("sums") or {}).get("no", len(finding["no"]))
    alone = finding["kind"] != "conditions" and finding["result"] != "vetoed"
    return alone and Fraction(number) <= Fraction(against)


def _by_voters(finding: Mapping[str, Any]) -> bool:
    """Whether voters were counted, not votes: where not all conditions are of the votes of all."""
    conditions = finding.get("conditions") or ()
    return any(c["measure"] != "votes" or c.get("role") or c.get("group") for c in conditions)


def _in_favour(said: Tongue, finding: Mapping[str, Any], number: int | str) -> str:
    plural = grammatical(number)
    if _from_against(finding, number):
        text = said.ngettext(
            "%(num)s in favour instead of against", "%(num)s in favour instead of against", plural
        )
    elif _by_voters(finding):
        text = said.ngettext(
            "%(num)s more voter in favour", "%(num)s more voters in favour", plural
        )
    else:
        text = said.ngettext("%(num)s more in favour", "%(num)s more in favour", plural)
    return text % {"num": number}


def _against(said: Tongue, finding: Mapping[str, Any], number: int | str) -> str:
    plural = grammatical(number)
    if _by_voters(finding):
        text = said.ngettext(
            "%(num)s voter against instead of in favour",
            "%(num)s voters against instead of in favour",
            plural,
        )
    else:
        text = said.ngettext(
            "%(num)s against instead of in favour", "%(num)s against instead of in favour", plural
        )
    return text % {"num": number}


def _objections(said: Tongue, number: int | str, *, veto: bool) -> str:
    plural = grammatical(number)
    if veto:
        text = said.ngettext("%(num)s veto fewer", "%(num)s vetoes fewer", plural)
    else:
        text = said.ngettext("%(num)s objection fewer", "%(num)s objections fewer", plural)
    return text % {"num": number}


def _present(said: Tongue, finding: Mapping[str, Any], number: int | str) -> str:
    plural = grammatical(number)
    match (finding.get("quorum") or {}).get("kind", ""):
        case "fraction_of_each_delegation":
            text = said.ngettext(
                "enough members of %(num)s more delegation",
                "enough members of %(num)s more delegations",
                plural,
            )
        case "fraction_of_delegations":
            text = said.ngettext(
                "%(num)s more delegation present", "%(num)s more delegations present", plural
            )
        case _:
            text = said.ngettext("%(num)s more present", "%(num)s more present", plural)
    return text % {"num": number}
