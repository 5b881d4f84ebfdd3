"""One ballot of an election: whom it elects, or who stands in the next one.

Elected is who reaches the majority of the round, those with most votes first, as far as there
are places. The rest stand again as the round says, until the rules know no further ballot.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from fractions import Fraction
from math import ceil, lcm
from typing import assert_never

from kurultai.procedure.counting.finding import ElectionFinding, Number, Standing
from kurultai.procedure.counting.gain import CROWD, gains
from kurultai.procedure.counting.lot import draw
from kurultai.procedure.counting.poll import Poll
from kurultai.procedure.counting.staying import staying
from kurultai.procedure.counting.tally import whole
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Election, Round


@dataclass(frozen=True, slots=True)
class _Ballot:
    """One ballot: by what rules, who stands with how many votes, and what it takes to win."""

    election: Election
    round: Round
    last: bool  # the rules know no ballot after this one
    places: int
    standing: tuple[Standing, ...]  # most votes first
    base: Number | None
    needed: Number
    lot: str


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What a ballot led to, and why."""

    result: str
    reason: str
    elected: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    drawn: dict[str, object] = field(default_factory=dict)


def round_of(election: Election, number: int) -> Round | None:
    """The round of the ballot of that number, from 1; None if there is no such ballot."""
    for held in election.rounds if number > 0 else ():
        if held.ballots == 0 or number <= held.ballots:
            return held
        number -= held.ballots
    return None


def ballot(
    election: Election,
    poll: Poll,
    *,
    number: int = 1,
    places: int = 1,
    candidates: Iterable[str] = (),
    present: Number | None = None,
    entitled: Number | None = None,
    component: Number | None = None,
    lot: str = "",
    quorum: Mapping[str, object] | None = None,
) -> ElectionFinding:
    """What the ballot of that number leads to; ``places`` are those still to be filled.

    ``candidates`` who got no vote stand too; none stated: whoever got votes. The base ``cast`` is
    the valid ballots, ``given`` those and abstentions (blank ones too), ``present`` those, the
    invalid ones and who gave none, or the number stated if it is greater; ``entitled`` and
    ``component`` are as stated. ``quorum`` with "reached" False: nothing is decided.

    A tie for the last place is drawn with the seed ``lot`` where the rule has a lot; without a
    seed the result is tied. In the last ballot of such a rule candidates who all have the same
    votes are drawn too, though none has the majority: the lot stands in for it. With
    ``drop_last`` and a lot the last drawn of those tied for last leaves; without a seed all of
    them do, unless fewer would stay than there are places left. Refused if the rules know no
    such ballot, if somebody got votes who does not stand, or if the base is not known.
    """
    held = round_of(election, number)
    if held is None:
        raise Refused("election.over", {"number": str(number)})
    bases = poll.bases(present=present, entitled=entitled, component=component)
    base = bases[held.of]
    standing = _ranked(poll.votes, candidates)
    here = _Ballot(
        election,
        held,
        round_of(election, number + 1) is None,
        places,
        standing,
        base,
        _needed(held, base, standing),
        lot,
    )
    missing = quorum is not None and quorum.get("reached") is False
    verdict = _adjourned(here) if missing else _verdict(here)
    return _finding(here, verdict, poll.sums, number=number, quorum=quorum or {})


def acclaimed(
    election: Election, candidates: Iterable[str], *, places: int, number: int = 1
) -> ElectionFinding | None:
    """Elected without a ballot, as no more stand than there are places; None if that is not so."""
    standing = _ranked({}, candidates)
    if not election.acclamation or not 0 < len(standing) <= places:
        return None
    if round_of(election, number) is None:
        raise Refused("election.over", {"number": str(number)})
    here = _Ballot(election, Round(majority="relative"), False, places, standing, None, 0, "")
    verdict = _Verdict("elected", "acclamation", _names(standing))
    found = _finding(here, verdict, {}, number=number, quorum={})
    return replace(found, majority="acclamation")


def _finding(
    here: _Ballot,
    verdict: _Verdict,
    sums: dict[str, Number],
    *,
    number: int,
    quorum: Mapping[str, object],
) -> ElectionFinding:
    election = here.election
    return ElectionFinding(
        result=verdict.result,
        rule=election.name,
        article=election.article,
        link=election.link,
        confidence=election.confidence,
        unconfirmed=election.unconfirmed,
        ballot=number,
        majority=here.round.majority,
        base="" if here.base is None else here.round.of,
        base_count=here.base or 0,
        needed=here.needed,
        fraction=str(here.round.fraction or ""),
        places=here.places,
        standing=here.standing,
        elected=verdict.elected,
        next=verdict.next,
        tied=verdict.tied,
        reason=verdict.reason,
        sums=sums,
        drawn=verdict.drawn,
        quorum=dict(quorum),
        would_change=_would_change(here, verdict),
    )


# --- what it takes


def _ranked(votes: Mapping[str, Number], candidates: Iterable[str]) -> tuple[Standing, ...]:
    """Most votes first; of equal ones by name."""
    stated = Counter(candidates)
    for name, times in stated.items():
        if times > 1:
            raise Refused("election.candidate_twice", {"name": name})
    for name in votes if stated else ():
        if name not in stated:
            few = tuple(stated)[:CROWD]
            known = ", ".join(get_close_matches(name, few, cutoff=0.5) or few)
            raise Refused("election.candidate_unknown", {"name": name, "known": known})
    standing = (Standing(name, votes.get(name, 0)) for name in stated or votes)
    return tuple(sorted(standing, key=lambda each: (-each.votes, each.candidate)))


def _needed(held: Round, base: Number | None, standing: Iterable[Standing]) -> Number:
    """The fewest votes with the majority, in the finest shares in which votes are cast."""
    of = base or 0
    parts = lcm(of.denominator, *(each.votes.denominator for each in standing))
    match held.majority:
        case "relative":
            return whole(Fraction(1, parts))
        case _ if base is None:
            raise Refused("election.base_unknown", {"base": held.of})
        case "absolute":
            return whole(Fraction(of * parts // 2 + 1, parts))
        case "fraction":
            share = held.fraction or 1
            return whole(Fraction(max(1, ceil(share * of * parts)), parts))
        case _:
            assert_never(held.majority)


def _would_change(here: _Ballot, verdict: _Verdict) -> dict[str, int]:
    """How many votes from others those were short of who are not elected."""
    if here.election.together or verdict.result == "no_quorum":
        return {}
    short = gains(here.standing, needed=here.needed, places=here.places)
    return {name: votes for name, votes in short.items() if name not in verdict.elected}


# --- who is elected


def _adjourned(here: _Ballot) -> _Verdict:
    return _Verdict("no_quorum", "quorum_missing", next=_names(here.standing))


def _verdict(here: _Ballot) -> _Verdict:
    reached = tuple(each for each in here.standing if each.votes >= here.needed)
    sure, tied = _cut(reached, here.places)
    vacant = here.places - len(sure)
    if _even(here):
        tied = here.standing
    if tied and here.election.tie == "lot":
        return _drawn(here, sure, tied)
    if not vacant:
        reason = "most_votes" if here.round.majority == "relative" else "majority_reached"
        return _Verdict("elected", reason, _names(sure))
    return _again(here, sure, tied)


def _cut(ranked: tuple[Standing, ...], places: int) -> tuple[tuple[Standing, ...], ...]:
    """Who surely has one of so many places, and who is tied for the last of them."""
    if len(ranked) <= places:
        return ranked, ()
    line = ranked[places - 1].votes
    if ranked[places].votes < line:
        return ranked[:places], ()
    sure = tuple(each for each in ranked if each.votes > line)
    return sure, tuple(each for each in ranked if each.votes == line)


def _even(here: _Ballot) -> bool:
    """Whether a rule with a lot is in its last ballot, and all have the same votes."""
    votes = {each.votes for each in here.standing}
    equal = len(votes) == 1 and votes != {0} and len(here.standing) > here.places
    return here.last and here.election.tie == "lot" and equal


def _drawn(here: _Ballot, sure: tuple[Standing, ...], tied: tuple[Standing, ...]) -> _Verdict:
    """The places left by lot; tied as long as nobody has published a seed."""
    elected = () if here.election.together else _names(sure)
    if not here.lot:
        return _Verdict("tied", "lot_missing", elected, tied=_names(tied))
    order = draw(here.lot, _names(tied))
    taken = order[: here.places - len(sure)]
    drawn: dict[str, object] = {"seed": here.lot, "order": order}
    return _Verdict("elected", "lot", (*_names(sure), *taken), tied=_names(tied), drawn=drawn)


def _again(here: _Ballot, sure: tuple[Standing, ...], tied: tuple[Standing, ...]) -> _Verdict:
    """Another ballot for the places left, if the rules know one and anybody can stand in it."""
    together = here.election.together
    elected = () if together else _names(sure)
    left = here.places - len(elected)
    chosen = frozenset(elected)
    rest = tuple(each for each in here.standing if each.candidate not in chosen)
    if not rest:
        return _Verdict("elected", "places_unfilled", elected)
    if here.last:
        result = "tied" if tied else "elected" if elected else "rejected"
        return _Verdict(result, "no_ballot_left", elected, tied=_names(tied))
    reason = "tie" if tied else "places_left" if elected else "majority_not_reached"
    if tied and here.election.tie == "restricted" and not together:
        return _Verdict("next_round", reason, elected, _names(tied), _names(tied))
    stay, drawn = staying(here.round, rest, left, here.lot if here.election.tie == "lot" else "")
    return _Verdict("next_round", reason, elected, _names(stay), _names(tied), drawn)


def _names(standing: Iterable[Standing]) -> tuple[str, ...]:
    return tuple(each.candidate for each in standing)
