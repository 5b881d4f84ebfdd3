"""What was put into the box in one ballot of an election, read from a vote event.

An option is a candidate's name, or one of `OTHERWISE`: "no" is a valid ballot for none of the
candidates, "blank" an abstention in writing, "invalid" a ballot that is not counted. "yes" is a
vote for the candidate where only one stands.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kurultai.procedure.counting.event import VoteEvent
from kurultai.procedure.counting.finding import Number
from kurultai.procedure.counting.options import number_of, weight_of
from kurultai.procedure.counting.tally import whole
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Base

OTHERWISE = ("no", "abstain", "blank", "invalid", "not voting", "absent", "recused")
YES = "yes"
BALLOTS = "ballots"  # the option of a count that says how many valid ballots there were


@dataclass(frozen=True, slots=True)
class Poll:
    """Votes by candidate, and by what those said who named none.

    ``ballots`` are the valid ones, with the weight of their voters; None where several places
    were voted on at once and only the votes are known, not on how many ballots they stood.
    """

    votes: dict[str, Number]
    sums: dict[str, Number]
    ballots: Number | None

    def said(self, *options: str) -> Number:
        """How many said one of these."""
        return whole(sum(self.sums.get(option, 0) for option in options))

    def bases(
        self, *, present: Number | None, entitled: Number | None, component: Number | None
    ) -> dict[Base, Number | None]:
        """On what a majority may be reckoned, as far as it is known; present are the more."""
        cast = self.ballots
        given = None if cast is None else cast + self.said("abstain", "blank")
        seen = None if given is None else given + self.said("invalid", "not voting")
        return {
            "cast": cast,
            "given": given,
            "present": max((n for n in (seen, present) if n is not None), default=None),
            "entitled": entitled,
            "component": component,
        }


def read_poll(event: VoteEvent, *, places: int, weights: Mapping[str, Number]) -> Poll:
    """The event's votes, or its counts where it names no votes.

    ``weights`` are the voters' where the event states none; others weigh 1. A voter names as many
    candidates as there are places, or fewer; an "abstain" beside them is what it left unused.
    Counts for several places may say under "ballots" how many valid ballots there were. Refused
    if a voter said what cannot be said together, if so many votes cannot come from so many
    ballots, or if counts are not those of the votes.
    """
    for name in event.candidates:
        if name in (*OTHERWISE, YES, BALLOTS):
            raise Refused("election.name_reserved", {"name": name})
    counted = _counted(event, places)
    if not event.votes:
        return counted
    voted = _voted(event, places, weights)
    _check_same(counted, voted)
    return voted


def _check_same(counted: Poll, voted: Poll) -> None:
    """Refused if sums are stated beside the votes and are not theirs."""
    own = {**voted.sums, **voted.votes}
    for option, number in {**counted.sums, **counted.votes}.items():
        if own.get(option, 0) != number:
            facts = {"option": option, "votes": str(own.get(option, 0)), "count": str(number)}
            raise Refused("count.differs", facts)


def _voted(event: VoteEvent, places: int, weights: Mapping[str, Number]) -> Poll:
    said: dict[str, list[str]] = {}
    worth: dict[str, Number] = {}
    for vote in event.votes or ():
        said.setdefault(vote.voter_id, []).append(_option(vote.option, event.candidates))
        stated, usual = vote.weight, weights.get(vote.voter_id, 1)
        weight = usual if stated is None else weight_of(stated, vote.voter_id)
        if worth.setdefault(vote.voter_id, weight) != weight:
            raise Refused("election.weights_differ", {"name": vote.voter_id})
    votes: dict[str, Number] = {}
    sums: dict[str, Number] = {}
    ballots: Number = 0
    for voter, options in said.items():
        chosen = _ballot(voter, options, places)
        for option in chosen:
            _add(sums if option in OTHERWISE else votes, option, worth[voter])
        if chosen[0] == "no" or chosen[0] not in OTHERWISE:
            ballots = whole(ballots + worth[voter])
    return Poll(votes, sums, ballots)


def _counted(event: VoteEvent, places: int) -> Poll:
    votes: dict[str, Number] = {}
    sums: dict[str, Number] = {}
    stated: int | None = None
    for count in event.counts or ():
        value = number_of(count.value, count.option)
        if count.option == BALLOTS:
            stated = (stated or 0) + value
        if count.option == BALLOTS or (count.option == YES and not value):
            continue  # a form's "yes" under which there is nothing says nothing
        option = _option(count.option, event.candidates)
        _add(sums if option in OTHERWISE else votes, option, value)
    ballots = _ballots(votes, sums.get("no", 0), stated, places)
    return Poll(votes, sums, ballots)


def _ballots(
    votes: Mapping[str, Number], against: Number, stated: int | None, places: int
) -> Number | None:
    """How many valid ballots there were; Refused if the votes cannot stand on so many."""
    total = sum(votes.values())
    if stated is None:
        return total + against if places == 1 else None
    named = stated - against
    if max(votes.values(), default=0) > named or not named <= total <= named * places:
        facts = {"votes": str(total), "ballots": str(stated), "places": str(places)}
        raise Refused("election.ballots_wrong", facts)
    return stated


def _ballot(voter: str, options: Sequence[str], places: int) -> Sequence[str]:
    """What one voter said: candidates, or one thing that is none."""
    named = [option for option in options if option not in OTHERWISE]
    if len(named) > places:
        facts = {"name": voter, "number": str(len(named)), "places": str(places)}
        raise Refused("election.too_many_names", facts)
    unused = bool(named) and len(named) < places and len(options) == len(named) + 1
    if unused and "abstain" in options:
        options = named
    if len(set(named)) < len(named) or (len(options) > 1 and options != named):
        raise Refused("vote.twice", {"name": voter})
    return options


def _option(option: str, candidates: Sequence[str]) -> str:
    """The candidate, or what was said otherwise."""
    if option != YES:
        return option
    if not candidates:
        raise Refused("election.name_reserved", {"name": option})
    return candidates[0] if len(candidates) == 1 else option


def _add(into: dict[str, Number], option: str, votes: Number) -> None:
    into[option] = whole(into.get(option, 0) + votes)
