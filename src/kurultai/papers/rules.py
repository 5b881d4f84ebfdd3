"""What an entry of a rulebook says, in sentences made from its data.

Bases and measures stand behind a colon, so that no word has to be declined.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import assert_never

from kurultai.language.ballots import MAJORITIES
from kurultai.language.ballots import OF as BALLOTS_OF
from kurultai.language.catalogue import Tongue, tongue
from kurultai.language.conditions import MEASURES, OF
from kurultai.language.findings import RULES
from kurultai.language.messages import N_
from kurultai.language.shares import say_share
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
MORE_THAN_HALF = N_("%(measure)s: more than half. Reckoned on: %(base)s.")
MORE_THAN = N_("%(measure)s: more than %(share)s. Reckoned on: %(base)s.")
NUMBER = N_("%(measure)s: at least %(number)s.")
TIES = {
    "adopted": N_("If the votes are equal it is adopted."),
    "chair": N_("If the votes are equal the chair decides."),
    "revote": N_("If the votes are equal they are taken again; equal again, it is rejected."),
    "lot": N_("If the votes are equal the lot decides."),
}
STAYS = {
    "top_two": N_("The two with most votes stand in the next ballot."),
    "twice_places": N_("At most twice as many stand in the next ballot as places are left."),
    "drop_last": N_("Whoever has fewest votes does not stand in the next ballot."),
}
LAST_PLACE = {
    "lot": N_("If the votes for the last place are equal the lot decides."),
    "repeat": N_("If the votes for the last place are equal they are taken again."),
    "restricted": N_(
        "If the votes for the last place are equal those tied alone stand in the next ballot."
    ),
}
QUORUMS = {
    "none": N_("No quorum is needed: %(purposes)s."),
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
    "call": N_("for a call of the house"),
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
        parts = {
            "fraction": say_share(rule.fraction, said.language),
            "floor": say_share(rule.floor, said.language),
        }
        yield said.gettext(RULES[rule.kind]) % parts
    for condition in rule.conditions:
        yield from _condition(said, condition)
    yield from _objections(said, rule)
    if rule.veto:
        sentence = N_("A vote against by one of these prevents adoption: %(role)s.")
        yield said.gettext(sentence) % {"role": term(said.language, "role", rule.veto)}
    if rule.tie in TIES:
        yield said.gettext(TIES[rule.tie])
    yield from _casting(said, rule)
    if rule.on_failure == "dropped":
        yield said.gettext(N_("What does not reach it is dropped, not rejected."))
    if rule.purpose != "decide":
        yield _its_quorum(said, rule.purpose)


def _objections(said: Tongue, rule: Rule) -> Iterator[str]:
    if rule.kind == "consensus_minus":
        yield said.gettext(N_("Objections allowed: %(number)s.")) % {"number": rule.n}
        heard = N_("A written objection of somebody absent counts.")
        unheard = N_("A written objection of somebody absent does not count.")
        yield said.gettext(heard if rule.absent_objections else unheard)


def _casting(said: Tongue, rule: Rule) -> Iterator[str]:
    """How a voter may cast the votes it has."""
    if rule.split:
        yield said.gettext(N_("A voter that has several votes may divide them."))
    if rule.cap:
        yield said.gettext(N_("One person casts at most: %(number)s.")) % {"number": rule.cap}


def _condition(said: Tongue, condition: Condition) -> Iterator[str]:
    parts = {
        "measure": said.gettext(MEASURES[condition.measure]),
        "share": say_share(condition.fraction, said.language),
        "base": said.gettext(OF[condition.of]),
        "number": condition.least,
    }
    if condition.fraction is not None:
        half = condition.more_than and condition.fraction == Fraction(1, 2)
        above = MORE_THAN_HALF if half else MORE_THAN
        yield said.gettext(above if condition.more_than else AT_LEAST) % parts
    if condition.least:
        yield said.gettext(NUMBER) % parts
    if condition.role:
        role = term(said.language, "role", condition.role)
        yield said.gettext(N_("Reckoned among these alone: %(role)s.")) % {"role": role}
    if condition.each_group:
        yield said.gettext(N_("It must hold in every group."))
    if condition.on_request:
        yield said.gettext(N_("It counts only if somebody asks for it."))
    if condition.one_more_to_block:
        yield said.gettext(N_("It takes one voter more to block than the fewest who could."))
    if condition.waived_below:
        sentence = N_("It is waived if fewer voters than this are not in favour: %(number)s.")
        yield said.gettext(sentence) % {"number": condition.waived_below}


def _election(said: Tongue, election: Election) -> Iterator[str]:
    secret, public = N_("The ballot is secret."), N_("The vote is not secret.")
    yield said.gettext(secret if election.secret else public)
    if election.places > 1:
        yield said.gettext(N_("Places: %(number)s.")) % {"number": election.places}
    if election.acclamation:
        unopposed = MAJORITIES["acclamation"]
        yield said.gettext(unopposed)
    first = 1
    for number, one in enumerate(election.rounds, start=1):
        last = number == len(election.rounds) and one.ballots == 1
        yield f"{_ballots(said, first, one)} {' '.join(_round(said, one, last=last))}"
        first += one.ballots
    if election.together:
        yield said.gettext(N_("Nobody is elected before all places can be filled."))
    yield said.gettext(LAST_PLACE[election.tie])
    if election.purpose != "elect":
        yield _its_quorum(said, election.purpose)


def _ballots(said: Tongue, first: int, one: Round) -> str:
    if one.ballots == 0:
        return said.gettext(N_("From ballot %(first)s on:")) % {"first": first}
    last = first + one.ballots - 1
    if last == first:
        return said.gettext(N_("Ballot %(first)s:")) % {"first": first}
    return said.gettext(N_("Ballots %(first)s to %(last)s:")) % {"first": first, "last": last}


def _round(said: Tongue, one: Round, *, last: bool) -> Iterator[str]:
    parts = {
        "fraction": say_share(one.fraction, said.language),
        "base": said.gettext(BALLOTS_OF[one.of]),
    }
    yield said.gettext(MAJORITIES[one.majority]) % parts
    if one.stay in STAYS and not last:
        yield said.gettext(STAYS[one.stay])


def _quorum(said: Tongue, quorum: Quorum) -> Iterator[str]:
    if quorum.kind == "not_found":
        return  # the words beside it say so
    needed_for = {"purposes": _purposes(said, quorum.purposes)}
    parts = {"number": quorum.least, "share": _share(said, quorum), **needed_for}
    yield said.gettext(QUORUMS[quorum.kind]) % parts
    if quorum.size != (0, 0):
        fewest, most = quorum.size
        sentence = N_("Members of a delegation: %(fewest)s to %(most)s.")
        yield said.gettext(sentence) % {"fewest": fewest, "most": most}
    if quorum.kind != "none":
        yield said.gettext(N_("Needed: %(purposes)s.")) % needed_for
    if quorum.on_challenge:
        yield said.gettext(N_("It counts only if somebody asks for it."))
    if quorum.askers is not None:
        sentence = N_("Who may ask: at least %(share)s of those entitled to vote.")
        yield said.gettext(sentence) % {"share": say_share(quorum.askers, said.language)}
    if quorum.asking_groups:
        sentence = N_("They must be of so many delegations: %(number)s.")
        yield said.gettext(sentence) % {"number": quorum.asking_groups}


def _share(said: Tongue, quorum: Quorum) -> str:
    if quorum.more_than and quorum.fraction == Fraction(1, 2):
        return said.gettext(N_("more than half"))
    share = N_("more than %(share)s") if quorum.more_than else N_("at least %(share)s")
    return said.gettext(share) % {"share": say_share(quorum.fraction, said.language)}


def _its_quorum(said: Tongue, purpose: str) -> str:
    sentence = N_("The quorum that it needs: %(purposes)s.")
    return said.gettext(sentence) % {"purposes": _purposes(said, (purpose,))}


def _purposes(said: Tongue, purposes: Iterable[str]) -> str:
    """What it is for; a rulebook may have purposes of its own, which are shown as they are."""
    return ", ".join(said.gettext(PURPOSES[p]) if p in PURPOSES else p for p in purposes)


def _speaking(said: Tongue, speaking: Speaking) -> Iterator[str]:
    sentence = N_("Rank among those who ask for the floor: %(number)s.")
    yield said.gettext(sentence) % {"number": speaking.rank}
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
    if motion.rule != "default":
        yield said.gettext(N_("Decided by the rule: %(rule)s.")) % {
            "rule": term(said.language, "rule_name", motion.rule)
        }
