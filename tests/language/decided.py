"""Decisions of every kind, by what was said: one for each reason, and some more.

One sign a party: + yes, - no, 0 abstains, . is present and silent, _ is absent, r takes no part.
"""

from dataclasses import asdict
from fractions import Fraction
from typing import Any

from kurultai.procedure.counting.decide import decide
from kurultai.procedure.counting.event import Ballot, Departure
from kurultai.procedure.counting.majority import Vote, decide_by
from kurultai.procedure.rulebook import Condition, Quorum, Rule, Rulebook, RuleKind
from tests.procedure.counting.sittings import DAY, Member, body, counts, event, votes

PARTIES = ("party:az", "party:kg", "party:kz", "party:tr", "party:uz")
CHOICES = {"+": "yes", "-": "no", "0": "abstain", ".": "not voting", "_": "absent", "r": "recused"}
HALF = Fraction(1, 2)


def rule(kind: RuleKind, **parts: Any) -> Rule:  # noqa: ANN401 - parts of a rule
    ground = {"article": "Art. 3", "confidence": "C", "book": "body", **parts}
    return Rule(since="2008-11-21", part="plenary", kind=kind, **ground)


def finding(kind: Rule, said: str, *, quorum: bool | None = None) -> dict[str, Any]:
    """As the record finds, where each party has one vote."""
    signs = dict(zip(PARTIES, said, strict=False))
    given = [Vote(party, CHOICES[sign]) for party, sign in signs.items() if sign not in "._"]
    present = [party for party, sign in signs.items() if sign != "_"]
    found = decide_by(kind, given, entitled=tuple(signs), present=present, quorum=quorum)
    return asdict(found)


def members(said: str, **parts: Any) -> list[Member]:  # noqa: ANN401 - parts of a member
    return [Member(p, CHOICES[sign], **parts) for p, sign in zip(PARTIES, said, strict=False)]


def sitting(book: Rulebook, said: str = "", **parts: Any) -> dict[str, Any]:  # noqa: ANN401 - parts of an event
    """What the book's first rule makes of a vote event; e0 was adopted before it, e1 rejected."""
    voted = {"votes": votes(members(said))} if said else {}
    outcome = decide(book, event(**voted, **parts), {"e0": "adopted", "e1": "rejected"})
    assert outcome.result != "invalid", outcome.reason
    return outcome.arithmetic


ALL = rule("all_voters_yes", unconfirmed=("absence", "abstention"))
TWO_THIRDS = rule("fraction_cast", fraction=Fraction(2, 3))
WITH_FLOOR = rule("fraction_cast_and_floor", fraction=Fraction(2, 3), floor=HALF)
OF_ALL = rule("fraction_entitled", fraction=HALF, unconfirmed=("threshold",))
SEVERAL = rule(
    "conditions",
    conditions=(
        Condition(of="entitled", fraction=Fraction(17, 23)),
        Condition(measure="voters", of="entitled", fraction=HALF, more_than=True),
        Condition(measure="population", of="entitled", fraction=Fraction(31, 50), on_request=True),
        Condition(measure="groups", of="present", least=2, waived_below=9),
        Condition(of="cast", fraction=HALF, each_group=True),
    ),
)
VETO = rule("conditions", conditions=(Condition(measure="voters", least=3),), veto="permanent")
OTHER = rule("fraction_cast", rule="other", fraction=Fraction(2, 3))
DEPARTURE = rule("fraction_present", rule="departure", fraction=Fraction(3, 4))
MORE_THAN_HALF = Quorum(
    since="2008-11-21",
    part="plenary",
    kind="fraction_of_entitled",
    fraction=HALF,
    more_than=True,
    article="Art. 5",
    confidence="?",
)
LEFT = {
    "found": "rejected",
    "why": "majority_not_reached",
    "words": {"en": "Agreed in the Council.", "tr": "Konseyde kararlaştırıldı."},
}
DECIDED = {
    "all_in_favour": finding(ALL, "+++++"),
    "not_all_in_favour": finding(ALL, "+++0_"),
    "majority_reached": finding(TWO_THIRDS, "++-0_"),
    "majority_not_reached": finding(rule("majority_present"), "++-0."),
    "tie": finding(rule("majority_cast", confidence="S", tie="revote"), "++--0"),
    "no_objection": finding(rule("no_objection"), "++0._"),
    "objected": finding(rule("no_objection_present", on_failure="dropped"), "++++-"),
    "objections_within_limit": finding(rule("consensus_minus", n=1), "+++-_"),
    "objections_over_limit": finding(rule("consensus_minus", n=1), "++---"),
    "floor_not_reached": finding(WITH_FLOOR, "++000"),
    "quorum_missing": sitting(
        body(OF_ALL, members=members("_____"), quorums=(MORE_THAN_HALF,)), "+0___"
    ),
    "casting_vote": sitting(
        body(rule("majority_cast", tie="chair"), quorums=(MORE_THAN_HALF,)),
        "++--r",
        chair_vote="yes",
    ),
    "tie_adopted": sitting(body(rule("majority_cast", tie="adopted")), "++--."),
    "lot": sitting(body(rule("majority_cast", tie="lot")), "+-", lot="7 12 19"),
    "vetoed": sitting(body(VETO, members=members("+++-+", roles=("permanent",))), "+++-+"),
    "lapsed": sitting(body(ALL), counts=counts(yes=1), lapses_with={"e0": "adopted"}),
    "parts_rejected": sitting(body(TWO_THIRDS), counts=counts(yes=3), parts=("e1",)),
    "stated_by_chair": sitting(body(rule("majority_cast")), stated="adopted"),
    "departure": {
        **finding(rule("majority_present"), "++--0"),
        "result": "adopted",
        "reason": "departure",
        "would_change": {},
        "departure": LEFT,
    },
    "text_settled": {
        **finding(rule("all_voters_yes"), "+++++"),
        "result": "dropped",
        "reason": "text_settled",
        "would_change": {},
    },
}
WEIGHED = [
    Member("party:az", "yes", Fraction(5, 2), 10, "east"),
    Member("party:kg", "abstain", Fraction(1), 7, "east"),
    Member("party:tr", "no", Fraction(3), 86, "west"),
]
LATE = (
    Ballot("party:az", "no", date=f"{DAY}T11:59Z"),
    Ballot("party:tr", "no", date=f"{DAY}T12:00Z"),
)
EVENTS = {
    "several conditions": sitting(body(SEVERAL, members=WEIGHED), votes=votes(WEIGHED)),
    "departed": sitting(
        body(ALL, OTHER, DEPARTURE), "++-", departure=Departure("plenary.other", counts(yes=3))
    ),
    "not departed": sitting(
        body(ALL, OTHER, DEPARTURE), "++-", departure=Departure("plenary.other", counts(no=3))
    ),
    "too late": sitting(body(rule("silence")), votes=LATE, expires=f"{DAY}T12:00Z"),
    "two ways": sitting(
        body(rule("majority_present"), quorums=(MORE_THAN_HALF,)),
        counts=counts(yes=5, no=3, abstain=2),
    ),
    "half a vote": sitting(
        body(rule("majority_cast"), members=WEIGHED),
        votes=votes(WEIGHED),
    ),
}
