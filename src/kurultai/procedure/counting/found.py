"""What is found on one question by one rule."""

from dataclasses import fields, replace
from typing import Any

from kurultai.procedure.counting.call import called
from kurultai.procedure.counting.condition import CONSENSUS
from kurultai.procedure.counting.event import VoteEvent
from kurultai.procedure.counting.expiry import in_time
from kurultai.procedure.counting.finding import ElectionFinding, Finding
from kurultai.procedure.counting.force import Force
from kurultai.procedure.counting.hearing import hearing
from kurultai.procedure.counting.quorum import QuorumFinding, quorum_of
from kurultai.procedure.counting.tally import Tally
from kurultai.procedure.counting.verdict import Sitting, find
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import UNSURE


def found(force: Force, event: VoteEvent) -> Finding:
    """The finding; Refused if there is nothing to count, or if it cannot have been so.

    Whether anybody was there is not asked of a silence, nor of a consensus if the event does not
    say who was present: then the only ones it names may be those who objected.
    """
    rule = force.rule
    consensus = rule.kind in CONSENSUS
    empty = consensus and (event.votes is not None or event.counts is not None)
    if not event.votes and not event.counts and not empty:
        raise Refused("count.nothing")
    if event.chair_vote not in ("", "yes", "no", "abstain"):
        raise Refused("vote.option_unknown", {"option": event.chair_vote, "known": "yes, no"})
    heard, late = in_time(rule, event)
    tally = called(heard, force.roll, hearing(rule), seats=force.seats)
    known = rule.kind != "silence" and (not consensus or event.present is not None)
    quorum = _quorum(force, tally, event) if known else None
    sitting = _sitting(event, tally, quorum, there=not known or tally.heads().present > 0)
    return _completed(find(rule, tally, sitting), quorum, late)


def _quorum(force: Force, tally: Tally, event: VoteEvent) -> QuorumFinding | None:
    if force.quorum is None:
        return None
    return quorum_of(force.quorum, tally, challenged=event.challenged)


def _sitting(
    event: VoteEvent, tally: Tally, quorum: QuorumFinding | None, *, there: bool
) -> Sitting:
    needed = 0
    if quorum is not None and quorum.reached:
        by_voters = "delegation" not in quorum.kind  # else all who are there are to stay
        needed = quorum.needed if by_voters else int(tally.heads().present)
    return Sitting(
        there=there and (quorum is None or quorum.reached is not False),
        challenged=event.challenged,
        chair_vote=event.chair_vote,
        round=event.round,
        lot=event.lot,
        needed=needed,
        quorum=plain(quorum) if quorum is not None else {},
    )


def _completed(finding: Finding, quorum: QuorumFinding | None, late: tuple[str, ...]) -> Finding:
    """With what a quorum lacked, what came too late, and what no source confirms."""
    doubts: dict[str, None] = dict.fromkeys(finding.unconfirmed)
    if finding.confidence in UNSURE:
        doubts["threshold"] = None
    if quorum is not None and quorum.reached is not None and quorum.confidence in UNSURE:
        doubts["quorum"] = None
    changed = finding.would_change
    if quorum is not None and quorum.reached is False:
        changed = {"more_present": quorum.needed - quorum.have}
    return replace(finding, unconfirmed=tuple(doubts), would_change=changed, late=late)


def plain(finding: Finding | ElectionFinding | QuorumFinding) -> dict[str, Any]:
    """A finding by the names of its parts."""
    found = {part.name: getattr(finding, part.name) for part in fields(finding)}
    for rows in ("conditions", "standing"):
        if rows in found:
            found[rows] = tuple(
                {part.name: getattr(row, part.name) for part in fields(row)} for row in found[rows]
            )
    return found
