"""From what an event says to the tally: who voted how, who was there, who might have voted.

Refused, by the rule that is broken, where an event contradicts itself or its rulebook.
"""

from collections.abc import Iterable

from kurultai.procedure.counting.counts import check_same, counted
from kurultai.procedure.counting.event import VoteEvent
from kurultai.procedure.counting.hearing import Hearing
from kurultai.procedure.counting.roll import Roll, of_groups, restricted
from kurultai.procedure.counting.tally import Tally
from kurultai.procedure.counting.voted import voted
from kurultai.procedure.refusal import Refused


def called(event: VoteEvent, roll: Roll, hears: Hearing, *, seats: int) -> Tally:
    """The tally of the event.

    ``present`` as a number may exceed those who gave a vote (the others were silent), as a list
    it is everybody who is there; nobody else can have voted, but may have objected in writing
    where the rule is one of consensus. ``entitled`` as a number includes who recused themselves,
    ``present`` does not; both are counted in no base. Where it is the number of those named, it
    is they who are entitled: nobody else can have voted.
    """
    votes, counts = event.votes or (), event.counts or ()
    named = {vote.group_id for vote in votes} | {count.group_id for count in counts}
    known = of_groups(roll, named.difference(vote.voter_id for vote in votes))
    entitled = event.entitled if isinstance(event.entitled, tuple) else _those_named(event, known)
    if entitled is not None:
        _check_known(entitled, roll)
        known = restricted(known, entitled)
    if votes or (event.votes is not None and not counts):
        tally = voted(event, known, roll, hears, seats)
        check_same(counts, tally)
        return tally
    return counted(event, known, seats)


def _those_named(event: VoteEvent, roll: Roll) -> frozenset[str] | None:
    """Who is entitled, where fewer are than the roll knows and the event names as many."""
    if not isinstance(event.entitled, int) or not event.entitled < len(roll.voters):
        return None
    there = frozenset(vote.voter_id for vote in event.votes or () if vote.option != "absent")
    named = there.union(vote.voter_id for vote in event.votes or ())
    return next((some for some in (there, named) if len(some) == event.entitled), None)


def _check_known(named: Iterable[str], roll: Roll) -> None:
    """Refused if somebody is said to be entitled whom the rulebook does not know."""
    for name in named:
        if roll.voters and name not in roll.voters:
            raise Refused("vote.voter_unknown", {"name": name})
