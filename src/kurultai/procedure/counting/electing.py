"""From a vote event to what its ballot of an election leads to."""

from collections.abc import Mapping

from kurultai.procedure.counting.election import acclaimed, ballot
from kurultai.procedure.counting.event import VoteEvent
from kurultai.procedure.counting.finding import ElectionFinding, Number
from kurultai.procedure.counting.poll import read_poll
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Election, Rulebook, Voter


def decide_election(
    book: Rulebook,
    election: Election,
    event: VoteEvent,
    *,
    present: Number | None = None,
    entitled: Number | None = None,
    component: Number | None = None,
    quorum: Mapping[str, object] | None = None,
) -> ElectionFinding:
    """The finding on the event as one ballot of the election.

    The ballot's number is ``event.round``, its places ``event.places`` or else the election's.
    With neither votes nor counts only an acclamation elects; a ballot that was held is counted
    even where none was needed. Voters weigh what the event says, or else the electorate in force
    on its day. Refused if nothing can be counted, or if it cannot have been so.
    """
    places = election.places if event.places is None else event.places
    if places < 1:
        raise Refused("election.places_wrong", {"places": str(places)})
    if not event.votes and not event.counts:
        found = acclaimed(
            election, event.candidates, places=places, number=event.round, quorum=quorum
        )
        if found is None:
            raise Refused("election.nothing_to_count")
        return found
    electorate = book.electorate(on=event.start_date[:10])
    _check_voters(event, electorate)
    weights = {name: voter.weight for name, voter in electorate.items()}
    return ballot(
        election,
        read_poll(event, places=places, weights=weights),
        number=event.round,
        places=places,
        candidates=event.candidates,
        present=present,
        entitled=entitled,
        component=component,
        lot=event.lot,
        quorum=quorum,
    )


def _check_voters(event: VoteEvent, electorate: Mapping[str, Voter]) -> None:
    """Refused if one voted who has no vote."""
    listed = event.entitled if isinstance(event.entitled, tuple) else None
    for vote in event.votes or ():
        outside = electorate and vote.voter_id not in electorate
        if outside or (listed is not None and vote.voter_id not in listed):
            raise Refused("election.not_entitled", {"name": vote.voter_id})
