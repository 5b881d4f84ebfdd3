"""The marshalled list: the amendments in the order in which they will be voted on."""

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.amended import Amended
from kurultai.procedure.amendment import Proposal
from kurultai.procedure.document import Document
from kurultai.procedure.floor import Floor
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import worded
from kurultai.texts.order import Placed, marshal


def to_be_put(floor: Floor) -> tuple[Proposal, ...]:
    """The pending amendments that have the signatures they need, in the order of tabling.

    A sub-amendment waits for its parent to have them.
    """
    enough = {
        p.amendment: p
        for p in floor.document.of_reading()
        if p.state == "tabled" and p.signatures >= floor.rule.signatures
    }
    return tuple(p for p in enough.values() if p.of is None or p.of in enough)


def marshalled(floor: Floor, command: c.MarshalAmendments) -> a.ActBody:
    """The list as the rule orders it, or as the chair does with a reason."""
    document = floor.document
    document.still_draft()
    pending = to_be_put(floor)
    if not pending:
        raise Refused("amendment.none_pending")
    proposed = _places(floor, pending)
    places, reason = proposed, {}
    if command.order and command.order != tuple(place.amendment for place in proposed):
        places, reason = _reordered(proposed, command.order), worded(command.reason)
        _check_subs(document, command.order)
    return a.AmendmentsMarshalled(
        issue=document.issue + 1,
        order=floor.rule.order,
        places=places,
        article=floor.rule.article,
        link=floor.rule.link,
        confidence=floor.rule.confidence,
        proposed=tuple(place.amendment for place in proposed) if reason else (),
        reason=reason,
    )


def _places(floor: Floor, pending: tuple[Proposal, ...]) -> tuple[a.Place, ...]:
    amended = Amended(floor.document)
    parents = {proposal.of for proposal in pending}
    amendments = [
        amended.tabled(proposal)  # what its sub-amendments are against
        if proposal.amendment in parents
        else amended.made(proposal)
        for proposal in pending
    ]
    return tuple(_place(one) for one in marshal(amended.base, amendments, floor.rule.order))


def _place(placed: Placed) -> a.Place:
    return a.Place(
        placed.amendment,
        placed.group,
        "" if placed.figure is None else str(placed.figure),
        placed.relation,
        placed.to,
        placed.flags,
    )


def _reordered(proposed: tuple[a.Place, ...], order: tuple[str, ...]) -> tuple[a.Place, ...]:
    places = {place.amendment: place for place in proposed}
    if sorted(order) != sorted(places):
        told = {"here": str(len(set(order) & set(places))), "there": str(len(places))}
        raise Refused("amendment.order_incomplete", told)
    return tuple(places[name] for name in order)


def _check_subs(document: Document, order: tuple[str, ...]) -> None:
    for at, name in enumerate(order):
        parent = document.proposals[name].of
        if parent in order[:at]:
            number = document.proposals[name].number
            raise Refused("amendment.sub_after_parent", {"number": str(number)})
