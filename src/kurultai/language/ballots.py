"""What a ballot of an election led to: sentences that a clerk would sign.

Candidates are named behind a colon, so that no name has to be declined.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from kurultai.language.catalogue import Tongue, tongue
from kurultai.language.messages import N_
from kurultai.language.quorums import say_quorum
from kurultai.language.shares import say_share
from kurultai.language.telling import Names, doubts, known, listed, lot, source

RESULTS = {
    "elected": N_("The election is over."),
    "next_round": N_("Another ballot is needed."),
    "tied": N_("The votes were equal, and not every place was filled."),
    "no_quorum": N_("Nobody was elected, for want of a quorum."),
    "rejected": N_("Nobody was elected."),
}
MAJORITIES = {
    "absolute": N_("More than half are needed. Reckoned on: %(base)s."),
    "fraction": N_("At least %(fraction)s is needed. Reckoned on: %(base)s."),
    "relative": N_("Whoever has most votes is elected."),
    "acclamation": N_("No more candidates than places: elected without a ballot."),
}
OF = {  # as of a ballot; a question has bases of its own
    "cast": N_("valid ballots"),
    "given": N_("valid ballots and abstentions"),
    "present": N_("all who are present"),
    "entitled": N_("all who are entitled to vote"),
    "component": N_("all seats, filled or not"),
}
REASONS = {
    "acclamation": N_("There were no more candidates than places."),
    "most_votes": N_("Those elected had most votes."),
    "majority_reached": N_("As many as there were places had the majority."),
    "majority_not_reached": N_("Nobody had the majority."),
    "places_left": N_("Places are left for which nobody had the majority."),
    "places_unfilled": N_("There were fewer candidates than places."),
    "no_ballot_left": N_("The rules know no further ballot."),
    "tie": N_("The votes for the last place were equal."),
    "lot": N_("The votes for the last place were equal, and the lot decided."),
    "lot_missing": N_("The lot must decide, and no seed for it was published yet."),
    "quorum_missing": N_("Too few were present to elect."),
}
SUMS = {
    "no": N_("For none of the candidates: %(count)s"),
    "abstain": N_("Abstained: %(count)s"),
    "blank": N_("Blank: %(count)s"),
    "invalid": N_("Invalid: %(count)s"),
    "not voting": N_("Present without voting: %(count)s"),
    "absent": N_("Absent: %(count)s"),
    "recused": N_("Took no part: %(count)s"),
}
WHO = {
    "elected": N_("Elected (%(count)s): %(names)s."),
    "tied": N_("Equal in votes for the last place (%(count)s): %(names)s."),
    "next": N_("Standing in the next ballot (%(count)s): %(names)s."),
}


def say_election(finding: Mapping[str, Any], names: Names, language: str) -> tuple[str, ...]:
    """Who is elected and who stands next, by which rule and what votes, why, and what is open."""
    if not finding:
        return ()
    said = tongue(language)
    return (
        *known(said, RESULTS, finding["result"]),
        *_who(said, finding, names),
        *_rule(said, finding),
        *_majority(said, finding),
        *_votes(said, finding, names),
        *lot(said, finding.get("drawn") or {}, names),
        *say_quorum(finding.get("quorum") or {}, names, language),
        *known(said, REASONS, finding["reason"]),
        *_otherwise(said, finding, names),
        *doubts(said, finding),
    )


def _who(said: Tongue, finding: Mapping[str, Any], names: Names) -> Iterator[str]:
    for key, sentence in WHO.items():
        yield from listed(said, sentence, finding[key], names)


def _rule(said: Tongue, finding: Mapping[str, Any]) -> Iterator[str]:
    sentence = N_("Rule applied: %(rule)s. Ballot: %(ballot)s. Places to fill: %(places)s.")
    yield said.gettext(sentence) % {
        "rule": finding["rule"],
        "ballot": finding["ballot"],
        "places": finding["places"],
    }
    yield from source(said, finding)


def _majority(said: Tongue, finding: Mapping[str, Any]) -> Iterator[str]:
    """What it took; how many votes, unless any number was enough that others did not have."""
    of, majority = OF.get(finding["base"]), MAJORITIES[finding["majority"]]
    base = said.gettext(of) if of else ""
    yield said.gettext(majority) % {
        "fraction": say_share(finding["fraction"], said.language),
        "base": f"{base} ({finding['base_count']})",
    }
    if finding["majority"] in ("absolute", "fraction"):
        yield said.gettext(N_("Votes needed: %(needed)s.")) % {"needed": finding["needed"]}


def _votes(said: Tongue, finding: Mapping[str, Any], names: Names) -> Iterator[str]:
    """The votes of each candidate, most first, and what others said."""
    each = [f"{names(row['candidate'])} {row['votes']}" for row in finding["standing"]]
    if each and finding["majority"] != "acclamation":
        yield said.gettext(N_("Votes: %(standing)s.")) % {"standing": "; ".join(each)}
    sums = finding.get("sums") or {}
    others = [said.gettext(SUMS[key]) % {"count": sums[key]} for key in SUMS if sums.get(key)]
    if others:
        yield f"{'; '.join(others)}."


def _otherwise(said: Tongue, finding: Mapping[str, Any], names: Names) -> Iterator[str]:
    """How few votes from others would have elected those who were not."""
    short = finding.get("would_change") or {}
    each = [f"{names(name)} {more}" for name, more in short.items() if more]
    if each:
        sentence = N_("So many of the votes of others would have elected: %(standing)s.")
        yield said.gettext(sentence) % {"standing": "; ".join(each)}
