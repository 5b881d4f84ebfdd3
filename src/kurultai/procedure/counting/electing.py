"""From a vote event to what its ballot of an election leads to."""

from collections.abc import Iterable
from dataclasses import asdict

from msgspec.structs import replace

from kurultai.procedure.counting.call import called
from kurultai.procedure.counting.election import acclaimed, ballot
from kurultai.procedure.counting.event import Ballot, Count, VoteEvent
from kurultai.procedure.counting.finding import ElectionFinding
from kurultai.procedure.counting.hearing import Hearing
from kurultai.procedure.counting.poll import BALLOTS, OTHERWISE, Poll, read_poll
from kurultai.procedure.counting.quorum import quorum_of
from kurultai.procedure.counting.roll import Roll
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Election, Quorum

_CHOICES = {option: option for option in OTHERWISE} | {"blank": "abstain", "invalid": "not voting"}


def decide_election(
    election: Election,
    event: VoteEvent,
    roll: Roll,
    *,
    seats: int = 0,
    quorum: Quorum | None = None,
) -> ElectionFinding:
    """The finding on the event as one ballot of the election.

    The ballot's number is ``event.round``, its places ``event.places`` or else the election's.
    With neither votes nor counts only an acclamation elects, and needs no quorum; a ballot that
    was held is counted even where none was needed. Who is present and entitled is reckoned as for
    a question: who named a candidate as one in favour, a blank ballot as an abstention, an
    invalid one as none given. Refused if nothing can be counted, or if it cannot have been so.
    """
    places = election.places if event.places is None else event.places
    if places < 1:
        raise Refused("election.places_wrong", {"places": str(places)})
    if not event.votes and not event.counts:
        found = acclaimed(election, event.candidates, places=places, number=event.round)
        if found is None:
            raise Refused("count.nothing")
        return found
    weights = {name: member.weight for name, member in roll.voters.items()}
    poll = read_poll(event, places=places, weights=weights)
    tally = called(_as_question(event, poll, places), roll, Hearing(), seats=seats)
    known = poll.ballots is not None
    there = known or event.present is not None
    may = known or bool(roll.voters) or event.entitled is not None
    quorate = quorum_of(quorum, tally, challenged=event.challenged) if quorum and there else None
    return ballot(
        election,
        poll,
        number=event.round,
        places=places,
        candidates=event.candidates,
        present=tally.sums().present if there else None,
        entitled=tally.sums().entitled if may else None,
        component=seats or None,
        lot=event.lot,
        quorum=asdict(quorate) if quorate else None,
    )


def _as_question(event: VoteEvent, poll: Poll, places: int) -> VoteEvent:
    """The event as if all who named a candidate had voted in favour of a question.

    Where it is not known on how many ballots the votes stood, on as few as can be.
    """
    if event.votes:
        return replace(event, votes=tuple(_one_each(event.votes)), counts=None)
    counts = [
        Count(_CHOICES.get(count.option, "yes"), count.value, count.group_id)
        for count in event.counts or ()
        if count.option in OTHERWISE or (places == 1 and count.option != BALLOTS)
    ]
    if places > 1:
        counts.append(Count("yes", _named(poll, places)))
    return replace(event, counts=tuple(counts))


def _one_each(votes: Iterable[Ballot]) -> Iterable[Ballot]:
    """One vote for each voter; whatever else it says, it is there."""
    said: dict[str, Ballot] = {}
    for vote in votes:
        said.setdefault(vote.voter_id, replace(vote, option=_CHOICES.get(vote.option, "yes")))
    return said.values()


def _named(poll: Poll, places: int) -> int:
    """How many ballots named a candidate, or the fewest that can have."""
    if poll.ballots is not None:
        return int(poll.ballots - poll.said("no"))
    total = int(sum(poll.votes.values()))
    return max((-(-total // places), *map(int, poll.votes.values())))
