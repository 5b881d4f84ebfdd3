"""What a finding says: sentences that a clerk would sign, checked by anyone who can count.

A finding is plain data, kept in the record for ever. Parties are named in lists behind a
colon, so that no name has to be declined.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kurultai.language.catalogue import Tongue, tongue
from kurultai.language.collate import sort_key
from kurultai.language.conditions import say_conditions
from kurultai.language.messages import N_
from kurultai.language.terms import term
from kurultai.language.words import pick

Names = Callable[[str], str]

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
    "all_voters_yes": N_("Every delegation entitled to vote must vote in favour."),
    "all_present_yes": N_("Every delegation present must vote in favour."),
    "all_cast_yes": N_("Nobody may vote against, and somebody must vote in favour."),
    "no_objection": N_("No delegation entitled to vote may object."),
    "no_objection_present": N_("No delegation present may object."),
    "consensus_minus": N_("No more delegations may object than the rule allows."),
    "majority_cast": N_("More votes must be cast in favour than against."),
    "fraction_cast": N_("At least %(fraction)s of the votes cast must be in favour."),
    "majority_present": N_("More than half of the delegations present must vote in favour."),
    "fraction_present": N_("At least %(fraction)s of the delegations present must vote in favour."),
    "fraction_entitled": N_(
        "At least %(fraction)s of the delegations entitled to vote must vote in favour."
    ),
    "fraction_cast_and_floor": N_(
        "At least %(fraction)s of the votes cast must be in favour, and at least %(floor)s of all"
        " delegations entitled to vote."
    ),
    "conditions": N_("Each of its conditions must hold."),
    "silence": N_("Nobody may break the silence before it ends."),
}
BASES = {
    "cast": N_("Reckoned by the votes cast for or against: %(count)s."),
    "given": N_("Reckoned by the votes cast and the abstentions: %(count)s."),
    "present": N_("Reckoned by the delegations present: %(count)s."),
    "entitled": N_("Reckoned by the delegations entitled to vote: %(count)s."),
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
}
REASONS = {
    "all_in_favour": N_("All whose vote was needed voted in favour."),
    "not_all_in_favour": N_("Not all whose vote was needed voted in favour."),
    "majority_reached": N_("The votes in favour reached the number needed."),
    "majority_not_reached": N_("The votes in favour did not reach the number needed."),
    "tie": N_("The votes were equal, and a tie is not a majority."),
    "no_objection": N_("Nobody objected."),
    "objected": N_("A delegation objected."),
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
UNCONFIRMED = {
    "threshold": N_("No source confirms how many votes in favour this body needs."),
    "absence": N_("No source confirms how this body counts an absent delegation."),
    "abstention": N_("No source confirms how this body counts an abstention."),
    "quorum": N_("No source confirms what quorum this body needs."),
}
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
        *_known(said, RESULTS, finding["result"]),
        *_rule(said, finding, language),
        *_arithmetic(said, finding),
        *say_conditions(said, finding.get("conditions") or ()),
        *_who(said, finding, names),
        *_sums(said, finding),
        *_known(said, REASONS, finding["reason"]),
        *_departure(said, finding.get("departure") or {}, language),
        *_would_change(said, finding.get("would_change") or {}),
        *(s for key in finding.get("unconfirmed", ()) for s in _known(said, UNCONFIRMED, key)),
    )


def say_quorum(finding: Mapping[str, Any], names: Names, language: str) -> tuple[str, ...]:
    """Whether there was a quorum, by which rule, and what was missing."""
    if not finding:
        return ()
    said = tongue(language)
    return (
        *_known(said, QUORUM, finding["reached"]),
        *_source(said, finding, language),
        *_quorum_count(said, finding),
        *_missing(said, finding, names),
    )


QUORUM: dict[bool | None, str] = {
    True: N_("There was a quorum."),
    False: N_("There was no quorum."),
    None: N_("Whether there was a quorum could not be established."),
}


def _known(said: Tongue, sentences: Mapping[Any, str], key: object) -> Iterator[str]:
    if key in sentences:
        yield said.gettext(sentences[key])


def _rule(said: Tongue, finding: Mapping[str, Any], language: str) -> Iterator[str]:
    parts = {"fraction": finding["fraction"], "floor": finding.get("floor", "")}
    rule = RULES[finding["kind"]]
    sentence = said.gettext(rule) % parts
    yield said.gettext(N_("Rule applied: %(rule)s. %(sentence)s")) % {
        "rule": finding["rule"],
        "sentence": sentence,
    }
    yield from _source(said, finding, language)


def _source(said: Tongue, finding: Mapping[str, Any], language: str) -> Iterator[str]:
    if finding["article"]:
        yield said.gettext(N_("Source: %(article)s. %(confidence)s.")) % {
            "article": finding["article"],
            "confidence": term(language, "confidence", finding["confidence"]),
        }


def _arithmetic(said: Tongue, finding: Mapping[str, Any]) -> Iterator[str]:
    base = BASES[finding["base"]]
    yield said.gettext(base) % {"count": finding["base_count"]}
    counted = {"count": finding["numerator"], "needed": finding["needed"]}
    if finding["kind"] in _OBJECTION_KINDS:
        yield said.gettext(N_("Objections: %(count)s; allowed at most: %(needed)s.")) % counted
    else:
        yield said.gettext(N_("In favour: %(count)s; needed at least: %(needed)s.")) % counted


def _who(said: Tongue, finding: Mapping[str, Any], names: Names) -> Iterator[str]:
    for key, sentence in WHO.items():
        yield from _listed(said, sentence, finding.get(key, ()), names)


def _listed(said: Tongue, sentence: str, parties: list[str], names: Names) -> Iterator[str]:
    if parties:
        called = sorted(map(names, parties), key=lambda name: sort_key(name, said.language))
        yield said.gettext(sentence) % {"count": len(parties), "names": ", ".join(called)}


def _sums(said: Tongue, finding: Mapping[str, Any]) -> Iterator[str]:
    """How many said what, where nobody is named or votes are not counted by head."""
    sums = finding.get("sums") or {}
    if any(sums.get(key) not in (None, 0, len(finding.get(key, ()))) for key in SUMS):
        each = (said.gettext(SUMS[key]) % {"count": sums[key]} for key in SUMS if sums.get(key))
        yield f"{'; '.join(each)}."


def _departure(said: Tongue, left: Mapping[str, Any], language: str) -> Iterator[str]:
    """What the rule would have found, or from which rule the house departed."""
    if "found" in left:
        yield said.gettext(N_("What the rule found: %(result)s.")) % {
            "result": term(language, "result", left["found"])
        }
        yield pick(left.get("words", {}), language)[0]
    elif "to" in left:
        agreed = N_("The house departed from %(rule)s and decided by %(other)s.")
        refused = N_("The house did not agree to depart from %(rule)s to %(other)s.")
        rule = {"rule": left["from"], "other": left["to"]}
        yield said.gettext(agreed if left["agreed"] else refused) % rule


def _would_change(said: Tongue, missing: Mapping[str, int]) -> Iterator[str]:
    if number := missing.get("more_yes"):
        yield said.ngettext(
            "With as many votes counted, %(num)s more in favour would have adopted it.",
            "With as many votes counted, %(num)s more in favour would have adopted it.",
            number,
        ) % {"num": number}
    if number := missing.get("fewer_objections"):
        yield said.ngettext(
            "With %(num)s objection fewer it would have been adopted.",
            "With %(num)s objections fewer it would have been adopted.",
            number,
        ) % {"num": number}
    if number := missing.get("fewer_abstentions"):
        yield said.ngettext(
            "With %(num)s abstention fewer it would have been adopted.",
            "With %(num)s abstentions fewer it would have been adopted.",
            number,
        ) % {"num": number}
    if number := missing.get("fewer_yes"):
        yield said.ngettext(
            "With as many votes counted, %(num)s fewer in favour would have prevented it.",
            "With as many votes counted, %(num)s fewer in favour would have prevented it.",
            number,
        ) % {"num": number}
    if number := missing.get("more_present"):
        yield said.ngettext(
            "With %(num)s more present there would have been a quorum.",
            "With %(num)s more present there would have been a quorum.",
            number,
        ) % {"num": number}


def _missing(said: Tongue, finding: Mapping[str, Any], names: Names) -> Iterator[str]:
    if not finding["reached"]:
        sentence = N_("Missing for a quorum: %(names)s.")
        yield from _listed(said, sentence, finding["missing"], names)


def _quorum_count(said: Tongue, finding: Mapping[str, Any]) -> Iterator[str]:
    counted = {"have": finding["have"], "needed": finding["needed"]}
    if finding["kind"] == "fraction_of_each_delegation":
        sentence = N_("Delegations with enough members present: %(have)s; needed: %(needed)s.")
    else:
        sentence = N_("Delegations present: %(have)s; needed at least: %(needed)s.")
    yield said.gettext(sentence) % counted
