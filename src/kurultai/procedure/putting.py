"""What is put to the vote on a text: amendments in their order, paragraphs, or the whole."""

from collections.abc import Iterator
from itertools import combinations

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.amended import Amended
from kurultai.procedure.amendment import Proposal
from kurultai.procedure.document import Document
from kurultai.procedure.floor import Floor
from kurultai.procedure.marshal import to_be_put
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import known
from kurultai.procedure.tabling import pending
from kurultai.procedure.text import operative
from kurultai.texts.rivals import Rivals
from kurultai.texts.unit import walk


def check_put(floor: Floor, command: c.PutQuestion) -> tuple[str, ...]:
    """The amendments that the question settles, those identical joined; Refused if out of turn."""
    floor.document.still_draft()
    floor.document.not_silent()
    if command.amendments and command.units:
        raise Refused("vote.one_at_a_time")
    floor.check_text("debate")
    if command.amendments:
        return _amendments(floor, command)
    if command.units:
        _check_units(floor, command.units)
    else:
        _check_whole(floor)
    return ()


def _check_whole(floor: Floor) -> None:
    if not any(operative(floor.document.units)):
        raise Refused("document.no_operative")
    floor.nothing_pending()
    floor.check_text("adoption")


def _check_units(floor: Floor, units: tuple[str, ...]) -> None:
    """A paragraph is voted on as amended, so that no amendment may still wait; and once."""
    document = floor.document
    there = {unit.unit for unit, _ in walk(document.units)}
    for unit in units:
        known(unit, there, "vote.paragraph_unknown")
        if unit in document.separately:
            raise Refused("vote.paragraph_decided")
    if floor.document.proposals and to_be_put(floor):
        numbers = ", ".join(str(p.number) for p in to_be_put(floor))
        told = {"count": str(len(to_be_put(floor))), "numbers": numbers}
        raise Refused("document.amendments_pending", told)


def _amendments(floor: Floor, command: c.PutQuestion) -> tuple[str, ...]:
    document = floor.document
    asked = tuple(dict.fromkeys(command.amendments))
    for name in asked:
        _check_ready(floor, pending(document, name))
    listed = [place.amendment for place in document.order]
    _check_list(floor, listed)
    waiting = [name for name in listed if document.proposals[name].state == "tabled"]
    levels = tuple(Amended(document).levels(waiting))
    same = {name for level in levels for name in _same(level, asked)}
    joined = tuple(name for name in waiting if name in asked or name in same)
    if set(waiting[: len(joined)]) != set(joined) and not _said(command.departure):
        following = document.proposals[waiting[0]].number
        raise Refused("amendment.out_of_order", {"next": str(following)})
    for level in levels:
        _check_no_rivals(document, level, joined)
    return joined


def _said(words: a.Words) -> bool:
    return any(text.strip() for text in words.values())


def _check_ready(floor: Floor, proposal: Proposal) -> None:
    told = {"number": str(proposal.number)}
    needed = floor.rule.signatures
    for one in (proposal, floor.document.proposals.get(proposal.of or "")):
        if one is not None and one.signatures < needed:
            facts = {**told, "have": str(one.signatures), "needed": str(needed)}
            raise Refused("amendment.signatures", facts)


def _check_list(floor: Floor, listed: list[str]) -> None:
    """The list knows every amendment that may be put: what it leaves out has no turn."""
    for proposal in to_be_put(floor):
        if proposal.amendment not in listed:
            raise Refused("amendment.not_marshalled", {"number": str(proposal.number)})


def _same(level: Rivals, asked: tuple[str, ...]) -> Iterator[str]:
    """Those of the level that are identical with one that is asked for."""
    for group in level.groups():
        for one in (name for name in asked if name in group):
            yield from (name for name in group if level.relation(one, name) == "identical")


def _check_no_rivals(document: Document, level: Rivals, put: tuple[str, ...]) -> None:
    """En bloc goes what can be adopted together."""
    for group in level.groups():
        for one, other in combinations([name for name in group if name in put], 2):
            if level.relation(one, other) not in ("free", "point", "identical"):
                numbers = [str(document.proposals[name].number) for name in (one, other)]
                raise Refused("amendment.rivals", {"one": numbers[0], "other": numbers[1]})
