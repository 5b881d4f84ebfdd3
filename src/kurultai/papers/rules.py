"""What an entry of a rulebook says, in sentences made from its data.

Bases and measures stand behind a colon, so that no word has to be declined.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import assert_never

from kurultai.language.catalogue import Tongue, tongue
from kurultai.language.conditions import MEASURES, OF
from kurultai.language.findings import RULES
from kurultai.language.messages import N_
from kurultai.language.terms import term
from kurultai.procedure.rulebook import (
    Body,
    Condition,
    Dated,
    Drafting,
    Election,
    Motion,
    Quorum,
    Right,
    Round,
    Rule,
    Seats,
    Speaking,
    Value,
    Voter,
)

AT_LEAST = N_("%(measure)s: at least %(share)s. Reckoned on: %(base)s.")
MORE_THAN = N_("%(measure)s: more than %(share)s. Reckoned on: %(base)s.")
NUMBER = N_("%(measure)s: at least %(number)s.")
TIES = {
    "adopted": N_("If the votes are equal it is adopted."),
    "chair": N_("If the votes are equal the chair decides."),
    "revote": N_("If the votes are equal they are taken again; equal again, it is rejected."),
    "lot": N_("If the votes are equal the lot decides."),
}
ROUNDS = {
    "absolute": N_("More than half are needed. Reckoned on: %(base)s."),
    "fraction": N_("At least %(fraction)s is needed. Reckoned on: %(base)s."),
    "relative": N_("Whoever has most votes is elected."),
}
STAYS = {
    "top_two": N_("The two with most votes stand in the next ballot."),
    "twice_places": N_("At most twice as many stand in the next ballot as places are left."),
    "drop_last": N_("Whoever has fewest votes does not stand in the next ballot."),
}
QUORUMS = {
    "none": N_("No quorum is needed."),
    "number": N_("Present at least: %(number)s."),
    "fraction_of_entitled": N_("Present: %(share)s. Reckoned on: all who are entitled to vote."),
    "fraction_of_component": N_("Present: %(share)s. Reckoned on: all seats, filled or not."),
    "fraction_of_delegations": N_("Present: %(share)s. Reckoned on: the delegations."),
    "fraction_of_each_delegation": N_(
        "Present: %(share)s. Reckoned on: each delegation by itself."
    ),
}
PURPOSES = {
    "open": N_("to open"),
    "debate": N_("to debate"),
    "decide": N_("to decide"),
    "elect": N_("to elect"),
    "roll_call": N_("for a roll call"),
}


def say_entry(entry: Dated, language: str) -> tuple[str, ...]:
    """The sentences; none for what is said by its value or by the words beside it alone."""
    said = tongue(language)
    match entry:
        case Rule():
            return tuple(_rule(said, entry))
        case Election():
            return tuple(_election(said, entry))
        case Quorum():
            return tuple(_quorum(said, entry))
        case Seats(seats=seats):
            return (said.gettext(N_("Seats: %(number)s.")) % {"number": seats},)
        case Motion():
            return tuple(_motion(said, entry))
        case Speaking():
            return tuple(_speaking(said, entry))
        case Right(may=may):
            return (" · ".join(term(language, "right", right) for right in may),)
        case Body() | Voter() | Drafting() | Value():
            return ()
        case _:
            assert_never(entry)


def _rule(said: Tongue, rule: Rule) -> Iterator[str]:
    if rule.kind != "conditions":
        parts = {"fraction": rule.fraction, "floor": rule.floor, "number": rule.n}
        yield said.gettext(RULES[rule.kind]) % parts
    for condition in rule.conditions:
        yield from _condition(said, condition)
    if rule.kind == "consensus_minus":
        yield said.gettext(N_("Objections allowed: %(number)s.")) % {"number": rule.n}
    if rule.veto:
        sentence = N_("A vote against by one of these prevents adoption: %(role)s.")
        yield said.gettext(sentence) % {"role": term(said.language, "role", rule.veto)}
    if rule.tie in TIES:
        yield said.gettext(TIES[rule.tie])
    if rule.cap:
        yield said.gettext(N_("One person casts at most: %(number)s.")) % {"number": rule.cap}
    if rule.on_failure == "dropped":
        yield said.gettext(N_("What does not reach it is dropped, not rejected."))


def _condition(said: Tongue, condition: Condition) -> Iterator[str]:
    parts = {
        "measure": said.gettext(MEASURES[condition.measure]),
        "share": condition.fraction,
        "base": said.gettext(OF[condition.of]),
        "number": condition.least,
    }
    if condition.fraction is not None:
        yield said.gettext(MORE_THAN if condition.more_than else AT_LEAST) % parts
    if condition.least:
        yield said.gettext(NUMBER) % parts
    if condition.role:
        role = term(said.language, "role", condition.role)
        yield said.gettext(N_("Reckoned among these alone: %(role)s.")) % {"role": role}
    if condition.each_group:
        yield said.gettext(N_("It must hold in every group."))
    if condition.on_request:
        yield said.gettext(N_("It counts only if somebody asks for it."))
    if condition.waived_below:
        sentence = N_("It is not needed if fewer than so many are not in favour: %(number)s.")
        yield said.gettext(sentence) % {"number": condition.waived_below}


def _election(said: Tongue, election: Election) -> Iterator[str]:
    if election.acclamation:
        yield said.gettext(N_("No more candidates than places: elected without a ballot."))
    first = 1
    for one in election.rounds:
        yield f"{_ballots(said, first, one)} {' '.join(_round(said, one))}"
        first += one.ballots
    if election.tie == "lot":
        yield said.gettext(N_("If the votes for the last place are equal the lot decides."))
    else:
        yield said.gettext(N_("If the votes for the last place are equal they are taken again."))


def _ballots(said: Tongue, first: int, one: Round) -> str:
    if one.ballots == 0:
        return said.gettext(N_("From ballot %(first)s on:")) % {"first": first}
    last = first + one.ballots - 1
    if last == first:
        return said.gettext(N_("Ballot %(first)s:")) % {"first": first}
    return said.gettext(N_("Ballots %(first)s to %(last)s:")) % {"first": first, "last": last}


def _round(said: Tongue, one: Round) -> Iterator[str]:
    parts = {"fraction": one.fraction, "base": said.gettext(OF[one.of])}
    yield said.gettext(ROUNDS[one.majority]) % parts
    if one.stay in STAYS:
        yield said.gettext(STAYS[one.stay])


def _quorum(said: Tongue, quorum: Quorum) -> Iterator[str]:
    if quorum.kind == "not_found":
        return  # the words beside it say so
    share = N_("more than %(share)s") if quorum.more_than else N_("at least %(share)s")
    parts = {"number": quorum.least, "share": said.gettext(share) % {"share": quorum.fraction}}
    yield said.gettext(QUORUMS[quorum.kind]) % parts
    if quorum.kind == "none":
        return
    named = ", ".join(said.gettext(PURPOSES[p]) for p in quorum.purposes if p in PURPOSES)
    yield said.gettext(N_("Needed: %(purposes)s.")) % {"purposes": named}
    if quorum.on_challenge:
        yield said.gettext(N_("It counts only if somebody asks for it."))
    if quorum.askers is not None:
        sentence = N_("Who may ask: at least %(share)s of those entitled to vote.")
        yield said.gettext(sentence) % {"share": quorum.askers}
    if quorum.asking_groups:
        sentence = N_("They must be of so many delegations: %(number)s.")
        yield said.gettext(sentence) % {"number": quorum.asking_groups}


def _speaking(said: Tongue, speaking: Speaking) -> Iterator[str]:
    if speaking.seconds:
        yield said.gettext(N_("Minutes: %(number)s.")) % {"number": Fraction(speaking.seconds, 60)}
    if speaking.each:
        sentence = N_("Requests of one delegation that may wait: %(number)s.")
        yield said.gettext(sentence) % {"number": speaking.each}


def _motion(said: Tongue, motion: Motion) -> Iterator[str]:
    counts: Mapping[str, int] = {
        N_("Rank before other motions: %(number)s."): motion.rank,
        N_("Speakers for: %(number)s."): motion.speakers_for,
        N_("Speakers against: %(number)s."): motion.speakers_against,
        N_("Seconders: %(number)s."): motion.seconders,
    }
    yield from (
        said.gettext(sentence) % {"number": number} for sentence, number in counts.items() if number
    )
