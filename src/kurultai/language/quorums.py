"""Whether there was a quorum, as a clerk would sign it."""

from collections.abc import Iterator, Mapping
from typing import Any

from kurultai.language.catalogue import Tongue, tongue
from kurultai.language.messages import N_
from kurultai.language.telling import Names, known, listed, source

QUORUM: dict[bool | None, str] = {
    True: N_("There was a quorum."),
    False: N_("There was no quorum."),
    None: N_("Whether there was a quorum was not established."),
}
PRESENT = N_("Present: %(have)s; needed at least: %(needed)s.")
DELEGATIONS = N_("Delegations present: %(have)s; needed at least: %(needed)s.")
EACH = N_("Delegations with enough members present: %(have)s; needed: %(needed)s.")
NOT_NEEDED = N_("No quorum is needed.")


def say_quorum(finding: Mapping[str, Any], names: Names, language: str) -> tuple[str, ...]:
    """Whether there was a quorum, by which rule, and what was missing; nothing of no finding."""
    if not finding:
        return ()
    said = tongue(language)
    if finding["kind"] == "none":
        return (said.gettext(NOT_NEEDED), *source(said, finding))
    if finding["kind"] == "not_found":
        return ()
    return (
        *known(said, QUORUM, finding["reached"]),
        *source(said, finding),
        *_count(said, finding),
        *_missing(said, finding, names),
    )


def _count(said: Tongue, finding: Mapping[str, Any]) -> Iterator[str]:
    """How many there were; nothing where no number was needed, since none could be reckoned."""
    if not finding["needed"]:
        return
    match finding["kind"]:
        case "fraction_of_each_delegation":
            sentence = EACH
        case "fraction_of_delegations":
            sentence = DELEGATIONS
        case _:
            sentence = PRESENT
    yield said.gettext(sentence) % {"have": finding["have"], "needed": finding["needed"]}


def _missing(said: Tongue, finding: Mapping[str, Any], names: Names) -> Iterator[str]:
    if not finding["reached"]:
        sentence = N_("Missing for a quorum: %(names)s.")
        yield from listed(said, sentence, finding["missing"], names)
