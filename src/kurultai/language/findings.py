"""What a finding says: sentences that a clerk would sign, checked by anyone who can count.

A finding is plain data, kept in the record for ever. Parties are named in lists behind a
colon, so that no name has to be declined.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from kurultai.language.catalogue import Tongue, tongue
from kurultai.language.conditions import say_conditions
from kurultai.language.messages import N_
from kurultai.language.otherwise import say_otherwise
from kurultai.language.quorums import say_quorum
from kurultai.language.shares import say_share
from kurultai.language.telling import UNCONFIRMED, Names, doubts, known, listed, lot, source
from kurultai.language.terms import term
from kurultai.language.words import pick

__all__ = ["UNCONFIRMED", "Names", "say_finding", "say_quorum"]

RESULTS = {
    "adopted": N_("The question was adopted."),
    "rejected": N_("The question was rejected."),
    "no_quorum": N_("Nothing was decided, for want of a quorum."),
    "dropped": N_("The question was dropped: it is neither adopted nor rejected."),
    "tied": N_("The votes were equal, and nothing was decided."),
    "vetoed": N_("The question was not adopted: there was a veto."),
    "lapsed": N_("The question lapsed: it was not put to the vote."),
}
RULES = {
    "all_voters_yes": N_("All who are entitled to vote must vote in favour."),
    "all_present_yes": N_("All who are present must vote in favour."),
    "all_cast_yes": N_("Nobody may vote against, and somebody must vote in favour."),
    "no_objection": N_("Nobody who is entitled to vote may object."),
    "no_objection_present": N_("Nobody who is present may object."),
    "consensus_minus": N_("No more may object than the rule allows."),
    "majority_cast": N_("More votes must be cast in favour than against."),
    "fraction_cast": N_("At least %(fraction)s of the votes cast must be in favour."),
    "majority_present": N_("More than half of those present must vote in favour."),
    "fraction_present": N_("At least %(fraction)s of those present must vote in favour."),
    "fraction_entitled": N_("At least %(fraction)s of those entitled to vote must vote in favour."),
    "fraction_cast_and_floor": N_(
        "At least %(fraction)s of the votes cast must be in favour, and at least %(floor)s of all"
        " who are entitled to vote."
    ),
    "conditions": N_("All that it demands must hold."),
    "silence": N_("Nobody may break the silence before it ends."),
}
BASES = {
    "cast": N_("Reckoned by the votes cast for or against: %(count)s."),
    "given": N_("Reckoned by the votes cast and the abstentions: %(count)s."),
    "present": N_("Reckoned by those present: %(count)s."),
    "entitled": N_("Reckoned by those entitled to vote: %(count)s."),
    "component": N_("Reckoned by all seats, filled or not: %(count)s."),
}
WHO = {
    "yes": N_("In favour (%(count)s): %(names)s."),
    "no": N_("Against (%(count)s): %(names)s."),
    "abstain": N_("Abstained (%(count)s): %(names)s."),
    "silent": N_("Present without giving a position (%(count)s): %(names)s."),
    "absent": N_("Absent (%(count)s): %(names)s."),
    "recused": N_("Took no part (%(count)s): %(names)s."),
    "vetoed_by": N_("Whose vote against prevents adoption (%(count)s): %(names)s."),
    "not_counted": N_("Not counted under this rule: %(names)s."),
    "late": N_("Objected too late, which does not count (%(count)s): %(names)s."),
}
REASONS = {
    "all_in_favour": N_("All whose vote was needed voted in favour."),
    "not_all_in_favour": N_("Not all whose vote was needed voted in favour."),
    "majority_reached": N_("The votes in favour reached the number needed."),
    "majority_not_reached": N_("The votes in favour did not reach the number needed."),
    "tie": N_("The votes were equal, and a tie is not a majority."),
    "no_objection": N_("Nobody objected."),
    "objected": N_("There was an objection."),
    "objections_within_limit": N_("There were no more objections than the rule allows."),
    "objections_over_limit": N_("There were more objections than the rule allows."),
    "floor_not_reached": N_(
        "The votes cast would have sufficed, but too few of all entitled to vote were in favour."
    ),
    "casting_vote": N_("The votes were equal, and the chair decided."),
    "tie_adopted": N_("The votes were equal, which by this rule suffices."),
    "lot": N_("The votes were equal, and the lot decided."),
    "vetoed": N_("The votes would have sufficed, but for a veto."),
    "lapsed": N_("An earlier decision left nothing to decide."),
    "parts_rejected": N_("All its operative parts had been rejected."),
    "stated_by_chair": N_("The chair stated the result; nobody counted."),
    "text_settled": N_("The text was adopted or withdrawn before this question was decided."),
    "quorum_missing": N_("Too few were present to decide."),
    "departure": N_("The house left the rule; its own decision stands."),
}
SUMS = {
    "yes": N_("In favour: %(count)s"),
    "no": N_("Against: %(count)s"),
    "abstain": N_("Abstained: %(count)s"),
    "silent": N_("Present without voting: %(count)s"),
    "absent": N_("Absent: %(count)s"),
}
UNCOUNTED = ("lapsed", "stated_by_chair")  # nobody counted, so that there is no arithmetic
OPEN = {  # of how a body drafts, and of speeches
    "order": N_("No source confirms in which order this body votes on amendments."),
    "rivals": N_("No source confirms what becomes of an amendment that an adopted one excludes."),
    "signatures": N_("No source confirms how many parties must stand behind an amendment."),
    "deadline": N_("No source confirms until when amendments may be tabled."),
    "languages_before": N_("No source confirms in which languages a text must be complete."),
    "notice": N_("No source confirms how long a text must be with the delegations."),
    "silence": N_("No source confirms that this body adopts by silence, or how long it lasts."),
    "sub_amendments": N_("No source confirms whether amendments may be amended."),
    "seconds": N_("No source confirms how long such a speech may be."),
    "rank": N_("No source confirms which speeches this body hears first."),
    "each": N_("No source confirms how often a delegation may ask for the floor at once."),
}
_OBJECTION_KINDS = ("no_objection", "no_objection_present", "consensus_minus", "silence")


def say_finding(finding: Mapping[str, Any], names: Names, language: str) -> tuple[str, ...]:
    """Result, rule, arithmetic, who counted, why, what would have changed it, what is open."""
    if not finding:
        return ()
    said = tongue(language)
    return (
        *known(said, RESULTS, finding["result"]),
        *_rule(said, finding),
        *_arithmetic(said, finding, names),
        *_who(said, finding, names),
        *_sums(said, finding),
        *say_quorum(finding.get("quorum") or {}, names, language),
        *known(said, REASONS, finding["reason"]),
        *_decided(said, finding),
        *_departure(said, finding.get("departure") or {}),
        *say_otherwise(said, finding),
        *doubts(said, finding),
    )


def _rule(said: Tongue, finding: Mapping[str, Any]) -> Iterator[str]:
    parts = {
        "fraction": say_share(finding["fraction"], said.language),
        "floor": say_share(finding.get("floor"), said.language),
    }
    demand = RULES[finding["kind"]]
    yield said.gettext(N_("Rule applied: %(rule)s. %(sentence)s")) % {
        "rule": finding["rule"],
        "sentence": said.gettext(demand) % parts,
    }
    yield from source(said, finding)


def _arithmetic(said: Tongue, finding: Mapping[str, Any], names: Names) -> Iterator[str]:
    """The numbers: condition by condition where there are several, none if nobody counted."""
    if finding.get("conditions"):
        yield from say_conditions(said, finding["conditions"], names)
    elif finding["reason"] not in UNCOUNTED:
        base = BASES[finding["base"]]
        yield said.gettext(base) % {"count": finding["base_count"]}
        counted = {"count": finding["numerator"], "needed": finding["needed"]}
        objections = N_("Objections: %(count)s; allowed at most: %(needed)s.")
        favour = N_("In favour: %(count)s; needed at least: %(needed)s.")
        sentence = objections if finding["kind"] in _OBJECTION_KINDS else favour
        yield said.gettext(sentence) % counted


def _who(said: Tongue, finding: Mapping[str, Any], names: Names) -> Iterator[str]:
    for key, sentence in WHO.items():
        yield from listed(said, sentence, finding.get(key, ()), names)


def _sums(said: Tongue, finding: Mapping[str, Any]) -> Iterator[str]:
    """How many said what, where nobody is named or votes are not counted by head."""
    sums = finding.get("sums") or {}
    if any(sums.get(key) not in (None, 0, len(finding.get(key, ()))) for key in SUMS):
        each = (said.gettext(SUMS[key]) % {"count": sums[key]} for key in SUMS if sums.get(key))
        told = "; ".join(each)
        named = any(finding.get(key) for key in SUMS)  # by head, unlike these
        yield said.gettext(N_("Votes: %(standing)s.")) % {"standing": told} if named else f"{told}."


def _decided(said: Tongue, finding: Mapping[str, Any]) -> Iterator[str]:
    """What decided in place of a count: the chair, the lot, or an earlier decision."""
    if finding.get("casting"):
        yield said.gettext(N_("The chair's casting vote: %(choice)s.")) % {
            "choice": term(said.language, "choice", finding["casting"])
        }
    yield from lot(said, finding.get("drawn") or {}, lambda c: term(said.language, "choice", c))
    if lapsed := finding.get("lapsed"):
        yield said.gettext(N_("The earlier decision: %(identifier)s (%(result)s).")) % {
            "identifier": lapsed["with"],
            "result": term(said.language, "result", lapsed["result"]),
        }


def _departure(said: Tongue, left: Mapping[str, Any]) -> Iterator[str]:
    """What the rule would have found, or from which rule the house departed."""
    if "found" in left:
        yield said.gettext(N_("What the rule found: %(result)s.")) % {
            "result": term(said.language, "result", left["found"])
        }
        yield from known(said, REASONS, left.get("why"))
        yield pick(left.get("words", {}), said.language)[0]
    elif "to" in left:
        agreed = N_("The house departed from %(rule)s and decided by %(other)s.")
        refused = N_("The house did not agree to depart from %(rule)s to %(other)s.")
        rule = {"rule": left["from"], "other": left["to"]}
        sentence = agreed if left["agreed"] else refused
        yield said.gettext(sentence) % rule
        yield from _vote_on_departing(said, left)


def _vote_on_departing(said: Tongue, left: Mapping[str, Any]) -> Iterator[str]:
    sentence = N_(
        "The vote on departing, by %(rule)s: %(result)s. In favour: %(count)s; needed at least:"
        " %(needed)s."
    )
    yield said.gettext(sentence) % {
        "rule": left["by"],
        "result": term(said.language, "result", left["result"]),
        "count": left["numerator"],
        "needed": left["needed"],
    }
