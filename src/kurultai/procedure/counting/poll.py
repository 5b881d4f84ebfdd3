"""What was put into the box in one ballot of an election, read from a vote event.

An option is a candidate's name, or one of `OTHERWISE`: "no" is a valid ballot for none of the
candidates, "blank" an abstention in writing, "invalid" a ballot that is not counted. "yes" is a
vote for the candidate where only one stands.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction

from kurultai.procedure.counting.event import Ballot, Count, VoteEvent
from kurultai.procedure.counting.finding import Number
from kurultai.procedure.refusal import Refused

OTHERWISE = ("no", "abstain", "blank", "invalid", "not voting", "absent", "recused")
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
        return exact(sum(Fraction(self.sums.get(option, 0)) for option in options))


def exact(number: Number) -> Number:
    """The same number, as a whole one if it is one."""
    return int(number) if number.denominator == 1 else number


def read_poll(event: VoteEvent, *, places: int, weights: Mapping[str, Number]) -> Poll:
    """The event's votes, or its counts where it names no votes.

    ``weights`` are the voters' where the event states none; others weigh 1. A voter names as many
    candidates as there are places, or fewer; an "abstain" beside them is what it left unused.
    Counts for several places may say under "ballots" how many valid ballots there were. Refused
    if a voter said what cannot be said together, if somebody is named who does not stand, or if
    so many votes cannot come from so many ballots.
    """
    for name in event.candidates:
        if name in (*OTHERWISE, BALLOTS):
            raise Refused("election.name_reserved", {"name": name})
    if event.votes is not None:
        return _voted(event, places, weights)
    return _counted(event, places)


def _voted(event: VoteEvent, places: int, weights: Mapping[str, Number]) -> Poll:
    said: dict[str, list[str]] = {}
    worth: dict[str, Number] = {}
    for vote in event.votes or ():
        said.setdefault(vote.voter_id, []).append(_option(vote.option, event.candidates))
        weight = _weight(vote, weights)
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
            ballots = exact(ballots + worth[voter])
    return Poll(votes, sums, ballots)


def _counted(event: VoteEvent, places: int) -> Poll:
    votes: dict[str, Number] = {}
    sums: dict[str, Number] = {}
    stated: int | None = None
    for count in event.counts or ():
        _check_value(count)
        if count.option == BALLOTS:
            stated = (stated or 0) + count.value
            continue
        option = _option(count.option, event.candidates)
        _add(sums if option in OTHERWISE else votes, option, count.value)
    ballots = _ballots(votes, sums.get("no", 0), stated, places)
    return Poll(votes, sums, ballots)


def _ballots(
    votes: Mapping[str, Number], against: Number, stated: int | None, places: int
) -> Number | None:
    """How many valid ballots there were; Refused if the votes cannot stand on so many."""
    total = sum(votes.values(), start=Fraction(0))
    if stated is None:
        return exact(total + against) if places == 1 else None
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
    """The candidate, or what was said otherwise; Refused if nobody of that name stands."""
    if option in candidates:
        return option
    if option == "yes" and len(candidates) == 1:
        return candidates[0]
    if option in OTHERWISE or not candidates:
        return option
    known = ", ".join(get_close_matches(option, candidates, cutoff=0.5) or candidates)
    raise Refused("election.candidate_unknown", {"name": option, "known": known})


def _weight(vote: Ballot, weights: Mapping[str, Number]) -> Number:
    if vote.weight is None:
        return exact(weights.get(vote.voter_id, 1))
    try:
        weight = Fraction(str(vote.weight))
    except (ValueError, ZeroDivisionError):
        weight = Fraction(-1)
    if weight < 0:
        raise Refused("election.weight_wrong", {"name": vote.voter_id, "weight": str(vote.weight)})
    return exact(weight)


def _check_value(count: Count) -> None:
    if count.value < 0:
        raise Refused("election.count_wrong", {"name": count.option, "value": str(count.value)})


def _add(into: dict[str, Number], option: str, votes: Number) -> None:
    into[option] = exact(into.get(option, 0) + votes)
