"""Events decided: who counts, what goes before the count, and what is refused, by which rule."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from kurultai.procedure.counting.decide import decide
from kurultai.procedure.counting.event import Ballot, Count, Departure
from kurultai.procedure.counting.lot import draw
from kurultai.procedure.rulebook import Condition, Rule, RuleKind, Seats
from tests.procedure.counting.sittings import (
    DAY,
    Member,
    body,
    counts,
    decided,
    event,
    quorum,
    rule,
    shown,
    votes,
)

MAJORITY = rule("majority_cast")
MAJORITY_NAMED = rule("majority_cast", "majority")
PACE = rule("fraction_cast_and_floor", fraction=Fraction(2, 3), floor=Fraction(1, 3))
TWO_THIRDS = rule("fraction_cast", fraction=Fraction(2, 3))
HALF_PRESENT = rule("majority_present")
HALF_ENTITLED = rule("fraction_entitled", fraction=Fraction(1, 2))
ALL_CAST = rule("all_cast_yes")
COUNCIL = [Member(name, roles=("permanent",)) for name in "CFRUX"] + [
    Member(f"e{number}") for number in range(10)
]
VETO = rule("conditions", conditions=(Condition(of="entitled", least=9),), veto="permanent")


def said(text: str) -> tuple[Ballot, ...]:
    """The votes of a, b, c ...: one sign each."""
    options = {
        "+": "yes",
        "-": "no",
        "0": "abstain",
        ".": "not voting",
        "_": "absent",
        "r": "recused",
    }
    return tuple(Ballot(chr(97 + n), options[sign]) for n, sign in enumerate(text))


def refused(book: Any, **parts: Any) -> str:  # noqa: ANN401 - a rulebook, and parts of an event
    """By which rule the event is invalid."""
    outcome = decided(book, **parts)
    assert outcome.result == "invalid", outcome.arithmetic
    assert outcome.reason.startswith(outcome.arithmetic["refused"])
    return str(outcome.arithmetic["refused"])


# --- vectors


@pytest.mark.parametrize(
    ("by", "given", "result", "needed"),
    [
        (MAJORITY, {"yes": 10, "no": 10, "abstain": 5}, "rejected", 11),
        (TWO_THIRDS, {"yes": 66, "no": 33, "abstain": 40}, "adopted", 66),
        (TWO_THIRDS, {"yes": 65, "no": 33}, "rejected", 66),
        (ALL_CAST, {"yes": 1, "abstain": 4}, "adopted", 1),
        (ALL_CAST, {"yes": 4, "no": 1}, "rejected", 5),
        (ALL_CAST, {"abstain": 4}, "rejected", 1),
        (HALF_PRESENT, {"yes": 5, "no": 1, "not_voting": 4}, "rejected", 6),
        (rule("all_present_yes"), {"yes": 5, "absent": 2}, "adopted", 5),
        (rule("all_voters_yes"), {"yes": 5, "absent": 2}, "rejected", 7),
        (rule("consensus_minus", n=1), {"yes": 5, "no": 1}, "adopted", 1),
        (rule("consensus_minus", n=1), {"yes": 5, "no": 2}, "rejected", 1),
        (rule("no_objection", on_failure="dropped"), {"yes": 9, "no": 1}, "dropped", 0),
        (rule("no_objection_present"), {"abstain": 1}, "adopted", 0),
        (rule("silence"), {"no": 1}, "rejected", 0),
    ],
)
def test_what_counts_come_to(by: Rule, given: dict[str, int], result: str, needed: int) -> None:
    assert shown(decided(body(by), counts=counts(**given)), "needed") == (result, needed)


@pytest.mark.parametrize(
    ("yes", "no", "result", "reason"),
    [
        (101, 10, "rejected", "floor_not_reached"),
        (102, 51, "adopted", "majority_reached"),
        (102, 52, "rejected", "majority_not_reached"),
    ],
)
def test_two_thirds_of_the_votes_and_a_third_of_all(
    yes: int, no: int, result: str, reason: str
) -> None:
    outcome = decided(body(PACE), counts=counts(yes=yes, no=no), entitled=306)
    assert shown(outcome, "reason") == (result, reason)
    assert [each["needed"] for each in outcome.arithmetic["conditions"]] == [
        -(-2 * (yes + no) // 3),
        102,
    ]


def test_a_delegation_with_more_votes_than_one_person_may_cast_divides_them() -> None:
    weighted = rule("majority_cast", split=True, cap=10)
    book = body(weighted, members=[Member("az", weight=Fraction(12)), Member("hu")])
    eight_and_four = (Ballot("az", "yes", 8), Ballot("az", "no", 4))
    assert shown(decided(book, votes=eight_and_four), "numerator", "base_count") == (
        "adopted",
        8,
        12,
    )
    assert refused(book, votes=(Ballot("az", "yes"),)) == "vote.over_cap"
    assert refused(book, votes=(Ballot("az", "yes", 11),)) == "vote.over_cap"
    assert refused(book, votes=(Ballot("az", "yes", 10), Ballot("az", "yes", 3))) == (
        "vote.more_than_weight"
    )
    assert refused(book, votes=(Ballot("az", "yes", 6), Ballot("az", "no"))) == (
        "vote.weight_missing"
    )
    nothing = (Ballot("az", "yes", 0), Ballot("az", "no", 0))
    assert refused(body(weighted), votes=nothing) == "vote.weight_missing"
    rest = decided(book, votes=(Ballot("az", "yes", 5), Ballot("az", "no", 4)))
    assert rest.arithmetic["sums"] == {"yes": 5, "no": 4, "abstain": 0, "silent": 3, "absent": 1}
    absent = decided(
        body(weighted, members=[Member("az", weight=Fraction(12))]),
        votes=(Ballot("az", "absent", 12),),
    )
    assert absent.result == "no_quorum"


# --- who counts


def test_who_is_entitled_is_stated_or_on_the_roll_or_named() -> None:
    named = decided(body(HALF_ENTITLED), votes=said("+_"))
    assert shown(named, "base", "base_count", "needed") == ("adopted", "entitled", 2, 1)
    stated = decided(body(HALF_ENTITLED), votes=said("+_"), entitled=3)
    assert shown(stated, "base_count", "needed") == ("rejected", 3, 2)
    listed = decided(body(HALF_ENTITLED), votes=said("+_"), entitled=("a", "b", "c", "d"))
    assert shown(listed, "base_count", "absent") == ("rejected", 4, ("b", "c", "d"))
    members = [Member(name) for name in "abcde"]
    rolled = decided(body(HALF_ENTITLED, members=members), votes=said("++"))
    assert shown(rolled, "base_count", "needed", "absent") == ("rejected", 5, 3, ("c", "d", "e"))
    fewer = decided(body(HALF_ENTITLED, members=members), votes=said("++"), entitled=4)
    assert shown(fewer, "base_count", "absent") == ("adopted", 4, ())
    taking_part = decided(
        body(HALF_ENTITLED, members=members), votes=said("++"), entitled=tuple("abc")
    )
    assert shown(taking_part, "base_count", "absent") == ("adopted", 3, ("c",))


def test_who_takes_no_part_in_the_question_may_be_named_as_absent_but_not_vote() -> None:
    book = body(HALF_ENTITLED, members=[Member(name) for name in "abcd"])
    some = decided(book, votes=said("++_r"), entitled=("a", "b"))
    assert shown(some, "base_count", "yes", "absent") == ("adopted", 2, ("a", "b"), ())
    assert refused(book, votes=said("++-"), entitled=("a", "b")) == "vote.not_entitled_here"


def test_who_recused_himself_is_counted_nowhere() -> None:
    by = {"cast": MAJORITY, "present": HALF_PRESENT, "entitled": HALF_ENTITLED}
    for base, asked in by.items():
        outcome = decided(body(asked), votes=said("+-rr"), entitled=4)
        assert shown(outcome, "base", "base_count", "recused")[1:] == (base, 2, ("c", "d"))
    in_sums = decided(body(HALF_ENTITLED), counts=counts(yes=1, no=1, recused=2), entitled=4)
    assert in_sums.arithmetic["base_count"] == 2
    there = decided(body(HALF_PRESENT), votes=said("+-r"), present=("a", "b", "c"))
    assert there.arithmetic["base_count"] == 2


def test_who_is_present_without_voting_counts_as_present() -> None:
    book = body(HALF_PRESENT)
    assert shown(decided(book, votes=said("++-.")), "base_count") == ("rejected", 4)
    assert shown(decided(book, votes=said("++-")), "base_count") == ("adopted", 3)
    assert shown(decided(book, votes=said("++-"), present=4), "base_count") == ("rejected", 4)
    assert shown(decided(book, counts=counts(yes=2, no=1), present=4), "base_count") == (
        "rejected",
        4,
    )
    listed = decided(book, votes=said("++-"), present=("a", "b", "c", "d"))
    assert shown(listed, "base_count", "silent") == ("rejected", 4, ("d",))
    rolled = body(HALF_PRESENT, members=[Member(name) for name in "abcde"])
    seen = decided(rolled, votes=said("++-"), present=4)
    assert seen.arithmetic["sums"] == {"yes": 2, "no": 1, "abstain": 0, "silent": 1, "absent": 1}
    assert seen.arithmetic["absent"] == ()
    known = decided(rolled, votes=said("++-"), present=("a", "b", "c", "d"))
    assert shown(known, "silent", "absent") == ("rejected", ("d",), ("e",))


def test_a_guest_in_the_room_is_not_counted() -> None:
    book = body(HALF_PRESENT, members=[Member(name) for name in "abc"])
    outcome = decided(book, votes=said("++-"), present=("a", "b", "c", "guest"))
    assert shown(outcome, "base_count", "not_counted") == ("adopted", 3, ("guest",))


def test_half_of_the_seats_are_half_of_them_filled_or_not() -> None:
    seats = rule(
        "conditions",
        conditions=(Condition(of="component", fraction=Fraction(1, 2), more_than=True),),
    )
    book = body(seats, seats=705)
    assert shown(decided(book, counts=counts(yes=352, no=3)), "needed", "would_change") == (
        "rejected",
        353,
        {"more_yes": 1},
    )
    assert decided(book, counts=counts(yes=353, no=300)).result == "adopted"
    assert shown(decided(book, counts=counts(yes=1), entitled=1), "would_change") == (
        "rejected",
        {"more_yes": 352},
    )
    assert refused(body(seats), counts=counts(yes=353)) == "count.seats_unknown"


def test_each_group_reckons_for_itself() -> None:
    chambers = rule(
        "conditions",
        conditions=(Condition(fraction=Fraction(1, 2), more_than=True, each_group=True),),
    )
    both = (
        Count("yes", 3, "upper"),
        Count("no", 2, "upper"),
        Count("yes", 9, "lower"),
        Count("no", 9, "lower"),
    )
    outcome = decided(body(chambers), counts=both)
    assert shown(outcome, "numerator", "needed", "would_change") == (
        "rejected",
        9,
        10,
        {"more_yes": 1},
    )
    assert [(c["group"], c["met"]) for c in outcome.arithmetic["conditions"]] == [
        ("lower", False),
        ("upper", True),
    ]
    assert refused(body(chambers), counts=counts(yes=2)) == "count.groups_unknown"
    assert refused(body(chambers), counts=(*both, Count("yes", 1))) == "count.groups_unknown"


CANTONS = {"one": Fraction(1), "two": Fraction(1), "half": Fraction(1, 2), "other": Fraction(1, 2)}
DOUBLE = rule(
    "conditions",
    conditions=(
        Condition(fraction=Fraction(1, 2), more_than=True),
        Condition(measure="groups", of="entitled", fraction=Fraction(1, 2), more_than=True),
    ),
)


def people(**by_canton: tuple[int, int]) -> tuple[Count, ...]:
    return tuple(
        Count(option, number, canton)
        for canton, both in by_canton.items()
        for option, number in zip(("yes", "no"), both, strict=True)
    )


def test_a_double_majority_counts_part_votes() -> None:
    book = body(DOUBLE, groups=CANTONS)
    three_halves = decided(book, counts=people(one=(9, 1), half=(9, 1), two=(4, 5), other=(3, 3)))
    assert shown(three_halves, "measure", "numerator", "needed", "base_count") == (
        "rejected",
        "groups",
        Fraction(3, 2),
        2,
        3,
    )
    two = decided(book, counts=people(one=(9, 1), half=(9, 1), two=(4, 5), other=(4, 3)))
    assert two.result == "adopted"
    fewer_people = decided(book, counts=people(one=(5, 4), half=(5, 4), two=(0, 9), other=(4, 3)))
    assert shown(fewer_people, "measure", "numerator") == ("rejected", "votes", 14)


def test_votes_by_name_make_their_group_speak() -> None:
    members = [Member(f"{group}{n}", group=group) for group in ("az", "hu", "kz") for n in range(2)]
    by_groups = rule(
        "conditions", conditions=(Condition(measure="groups", fraction=Fraction(2, 3)),)
    )
    book = body(by_groups, members=members)
    split = decided(
        book,
        votes=tuple(
            Ballot(m.name, o)
            for m, o in zip(members, ["yes", "yes", "yes", "no", "yes", "abstain"], strict=True)
        ),
    )
    assert shown(split, "numerator", "base_count", "base") == ("adopted", 2, 3, "cast")


def test_a_veto_names_who_cast_it_and_only_prevents_what_would_be_adopted() -> None:
    book = body(VETO, members=COUNCIL)
    nine = ["yes"] * 4 + ["no"] + ["yes"] * 5 + ["abstain"] * 5
    ballots = tuple(Ballot(m.name, option) for m, option in zip(COUNCIL, nine, strict=True))
    vetoed = decided(book, votes=ballots)
    assert shown(vetoed, "reason", "vetoed_by", "would_change") == (
        "vetoed",
        "vetoed",
        ("X",),
        {"more_yes": 1, "fewer_objections": 1},
    )
    eight = (*ballots[:-6], *(Ballot(b.voter_id, "abstain") for b in ballots[-6:]))
    assert shown(decided(book, votes=eight), "vetoed_by") == ("rejected", ())
    away = tuple(Ballot(b.voter_id, "absent" if b.voter_id in "CFRUX" else "yes") for b in ballots)
    assert shown(decided(book, votes=away), "numerator") == ("adopted", 10)
    assert refused(book, counts=counts(yes=9, no=1)) == "count.voters_unknown"
    assert decided(book, counts=counts(yes=9, abstain=6)).result == "adopted"
    assert decided(book, counts=counts(yes=8, no=7)).result == "rejected"


def test_a_role_that_only_the_event_states_counts_too() -> None:
    outcome = decided(
        body(rule("majority_cast", veto="host")),
        votes=(Ballot("a", "yes"), Ballot("b", "yes"), Ballot("c", "no", role="host")),
    )
    assert shown(outcome, "vetoed_by") == ("vetoed", ("c",))


QMV = rule(
    "conditions",
    conditions=(
        Condition(measure="voters", of="entitled", fraction=Fraction(11, 20)),
        Condition(measure="population", of="entitled", fraction=Fraction(13, 20), waived_below=4),
    ),
)


def test_a_blocking_minority_needs_four() -> None:
    states = [
        Member(f"s{n}", population=people)
        for n, people in enumerate([80, 60, 60, 10, 10, 10, 10, 10, 10, 10])
    ]
    book = body(QMV, members=states)

    def against(*those: str) -> Any:  # noqa: ANN401 - an outcome
        return decided(
            book, votes=tuple(Ballot(s.name, "no" if s.name in those else "yes") for s in states)
        )

    three = against("s0", "s1", "s2")
    assert shown(three, "would_change") == ("adopted", {"fewer_yes": 1})
    assert [(c["met"], c["waived"]) for c in three.arithmetic["conditions"]] == [
        (True, False),
        (True, True),
    ]
    four = against("s0", "s1", "s3", "s4")
    assert shown(four, "measure", "numerator", "needed", "base_count") == (
        "rejected",
        "population",
        110,
        176,
        270,
    )
    assert four.arithmetic["would_change"] == {"more_yes": 1}


def test_a_population_that_nobody_asked_for_is_shown_and_does_not_count() -> None:
    asked_for = rule(
        "conditions",
        conditions=(
            Condition(measure="voters", of="entitled", fraction=Fraction(1, 2)),
            Condition(
                measure="population", of="entitled", fraction=Fraction(3, 5), on_request=True
            ),
        ),
    )
    book = body(asked_for, members=[Member("a", population=1), Member("b", population=9)])
    unasked = decided(book, votes=said("+-"))
    assert unasked.result == "adopted"
    assert [(c["met"], c["asked"]) for c in unasked.arithmetic["conditions"]] == [
        (True, True),
        (False, False),
    ]
    assert decided(book, votes=said("+-"), challenged=True).result == "rejected"
    assert refused(body(asked_for), votes=said("++"), challenged=True) == "count.voters_unknown"


# --- ties


@pytest.mark.parametrize(
    ("tie", "how", "result", "reason"),
    [
        ("rejected", {}, "rejected", "tie"),
        ("adopted", {}, "adopted", "tie_adopted"),
        ("chair", {}, "tied", "tie"),
        ("chair", {"chair_vote": "abstain"}, "tied", "tie"),
        ("chair", {"chair_vote": "yes"}, "adopted", "casting_vote"),
        ("chair", {"chair_vote": "no"}, "rejected", "casting_vote"),
        ("revote", {}, "tied", "tie"),
        ("revote", {"round": 2}, "rejected", "tie"),
        ("lot", {}, "tied", "tie"),
    ],
)
def test_a_tie_is_broken_as_the_rule_says(tie: Any, how: Any, result: str, reason: str) -> None:  # noqa: ANN401 - cases
    outcome = decided(body(rule("majority_cast", tie=tie)), votes=said("++--0"), **how)
    assert shown(outcome, "reason") == (result, reason)
    assert outcome.arithmetic["casting"] == (
        how.get("chair_vote", "") if reason == "casting_vote" else ""
    )


def test_a_lot_decides_a_tie_as_anybody_can_draw_it() -> None:
    book = body(rule("majority_cast", tie="lot", on_failure="dropped"))
    results = {"yes": "adopted", "no": "dropped"}
    for seed in ("1", "2", "3", "4", "5"):
        outcome = decided(book, votes=said("+-"), lot=seed)
        order = draw(seed, ("yes", "no"))
        assert shown(outcome, "reason", "drawn") == (
            results[order[0]],
            "lot",
            {"seed": seed, "order": order},
        )


def test_a_casting_vote_is_not_heard_where_there_is_no_tie() -> None:
    book = body(rule("majority_cast", tie="chair"))
    assert shown(decided(book, votes=said("+--"), chair_vote="yes"), "casting") == ("rejected", "")
    nobody = decided(book, votes=said("000"), chair_vote="yes")
    assert shown(nobody, "reason") == ("rejected", "majority_not_reached")
    assert refused(book, votes=said("+-"), chair_vote="maybe") == "vote.option_unknown"


def test_half_of_another_base_is_no_tie() -> None:
    book = body(rule("majority_present", tie="adopted"))
    assert shown(decided(book, votes=said("++--")), "reason") == (
        "rejected",
        "majority_not_reached",
    )
    both = rule(
        "conditions",
        tie="adopted",
        conditions=(
            Condition(fraction=Fraction(1, 2), more_than=True),
            Condition(of="entitled", least=3),
        ),
    )
    assert decided(body(both), votes=said("++--")).result == "rejected"
    assert decided(body(both), votes=said("+++---")).result == "adopted"
    one = Condition(fraction=Fraction(1, 2), more_than=True, least=3)
    own = body(rule("conditions", tie="adopted", conditions=(one,)))
    assert decided(own, votes=said("++--")).result == "rejected"
    assert decided(own, votes=said("+++---")).result == "adopted"


def test_a_vote_against_is_not_counted_if_nobody_is_known_who_may_veto() -> None:
    small = rule("majority_cast", veto="permanent")
    assert refused(body(small), votes=said("++-")) == "count.voters_unknown"
    assert decided(body(small), votes=said("++0")).result == "adopted"
    named = (*said("++"), Ballot("x", "yes", role="permanent"), Ballot("y", "no"))
    assert decided(body(small), votes=named).result == "adopted"
    nobody = body(small, members=[Member("a"), Member("b"), Member("c")])
    assert decided(nobody, votes=said("++-")).result == "adopted"


# --- quorum


@pytest.mark.parametrize(
    ("kind", "parts", "present", "needed", "result"),
    [
        ("number", {"least": 3}, "++_", 3, "no_quorum"),
        ("number", {"least": 3}, "++0", 3, "adopted"),
        ("fraction_of_entitled", {"fraction": Fraction(1, 2)}, "+___", 2, "no_quorum"),
        ("fraction_of_entitled", {"fraction": Fraction(1, 2)}, "+.__", 2, "adopted"),
        (
            "fraction_of_entitled",
            {"fraction": Fraction(1, 2), "more_than": True},
            "++__",
            3,
            "no_quorum",
        ),
        ("fraction_of_component", {"fraction": Fraction(1, 3)}, "++", 3, "no_quorum"),
        ("fraction_of_component", {"fraction": Fraction(1, 3)}, "+++", 3, "adopted"),
        ("fraction_of_delegations", {"fraction": Fraction(2, 3)}, "+_____", 4, "no_quorum"),
        ("fraction_of_delegations", {"fraction": Fraction(2, 3)}, "++++__", 4, "adopted"),
    ],
)
def test_a_quorum_of_each_kind(
    kind: str,
    parts: dict[str, Any],
    present: str,
    needed: int,
    result: str,
) -> None:
    book = body(MAJORITY, seats=9, quorums=(quorum(kind, **parts),))
    outcome = decided(book, votes=said(present))
    assert shown(outcome)[0] == result
    found = outcome.arithmetic["quorum"]
    there = len(present.replace("_", ""))
    assert (found["needed"], found["have"], found["reached"]) == (
        needed,
        there,
        result == "adopted",
    )
    missing = {"more_present": needed - there} if result == "no_quorum" else {"fewer_yes": 1}
    if "0" not in present and "." not in present and result == "adopted":
        missing = {"fewer_yes": (there + 1) // 2}
    assert outcome.arithmetic["would_change"] == missing


def test_a_quorum_on_challenge_is_reckoned_only_when_challenged() -> None:
    third = quorum("fraction_of_entitled", fraction=Fraction(1, 3), on_challenge=True)
    book = body(MAJORITY, quorums=(third,))
    twenty = {"counts": counts(yes=15, no=5), "entitled": 306}
    unasked = decided(book, **twenty)
    assert (unasked.result, unasked.arithmetic["quorum"]["reached"]) == ("adopted", None)
    asked = decided(book, **twenty, challenged=True)
    assert (asked.result, asked.reason) == ("no_quorum", "quorum_missing")
    enough = decided(book, counts=counts(yes=15, no=5), present=102, entitled=306, challenged=True)
    assert (enough.result, enough.arithmetic["quorum"]["have"]) == ("adopted", 102)


def test_a_quorum_is_of_the_purpose_of_the_rule() -> None:
    opening = quorum("number", least=9, purposes=("open",))
    assert decided(body(MAJORITY, quorums=(opening,)), votes=said("+")).result == "adopted"
    by = rule("majority_cast", purpose="open")
    assert decided(body(by, quorums=(opening,)), votes=said("+")).result == "no_quorum"


def test_delegations_make_a_quorum_by_their_members() -> None:
    members = [
        Member(f"{group}{n}", group=group) for group in ("ee", "lt", "lv") for n in range(12)
    ]
    most = quorum("fraction_of_each_delegation", fraction=Fraction(1, 2), more_than=True)
    book = body(MAJORITY, members=members, quorums=(most,))

    def there(**numbers: int) -> Any:  # noqa: ANN401 - an outcome
        return decided(
            book,
            votes=tuple(
                Ballot(f"{g}{n}", "yes") for g, number in numbers.items() for n in range(number)
            ),
        )

    six = there(ee=12, lt=12, lv=6)
    assert (six.result, six.arithmetic["quorum"]["missing"]) == ("no_quorum", ("lv",))
    assert there(ee=12, lt=12, lv=7).result == "adopted"
    two = quorum("fraction_of_delegations", fraction=Fraction(2, 3))
    book = body(MAJORITY, members=members, quorums=(two,))
    assert there(ee=1).result == "no_quorum"
    assert there(ee=1, lt=1).arithmetic["quorum"]["have"] == 2
    sized = quorum(
        "fraction_of_each_delegation", fraction=Fraction(1, 2), size=(12, 20), more_than=True
    )
    book = body(MAJORITY, members=members, quorums=(sized,))
    assert there(ee=11, lt=11, lv=7).arithmetic["quorum"]["reached"] is None
    assert there(ee=11, lt=11, lv=11).arithmetic["quorum"]["reached"] is True
    assert there(ee=11, lt=11).result == "no_quorum"
    unlisted = body(MAJORITY, quorums=(most,))
    some = decided(unlisted, counts=(Count("yes", 9, "ee"), Count("no", 3, "lt")))
    assert (some.result, some.arithmetic["quorum"]["reached"]) == ("adopted", None)
    none = decided(unlisted, counts=(Count("yes", 9, "ee"), Count("absent", 3, "lt")))
    assert (none.result, none.arithmetic["quorum"]["missing"]) == ("no_quorum", ("ee", "lt"))


def test_a_quorum_of_seats_or_members_that_nobody_states_is_left_open() -> None:
    for kind in ("fraction_of_component", "fraction_of_each_delegation"):
        book = body(MAJORITY, quorums=(quorum(kind, fraction=Fraction(1, 2)),))
        outcome = decided(book, votes=said("+"))
        assert (outcome.result, outcome.arithmetic["quorum"]["reached"]) == ("adopted", None)


def test_a_consensus_without_a_list_of_those_present_has_its_quorum_left_open() -> None:
    half = quorum("fraction_of_entitled", fraction=Fraction(1, 2))
    book = body(rule("no_objection"), quorums=(half,))
    open_ = decided(book, votes=(), entitled=4)
    assert (open_.result, open_.arithmetic["quorum"]) == ("adopted", {})
    assert decided(book, votes=(), entitled=4, present=1).result == "no_quorum"
    assert decided(book, votes=(), entitled=4, present=2).result == "adopted"
    assert decided(book, counts=(), entitled=4, present=0).result == "no_quorum"


# --- consensus and silence


def test_an_objection_in_writing_counts_where_the_rule_hears_it() -> None:
    given = {
        "votes": (Ballot("a", "no"), Ballot("b", "no"), Ballot("c", "yes")),
        "present": ("b", "c"),
    }
    for by, result in (
        (rule("consensus_minus", n=1), "adopted"),
        (rule("consensus_minus", n=1, absent_objections=True), "rejected"),
        (rule("no_objection"), "rejected"),
        (rule("no_objection_present"), "rejected"),
    ):
        assert decided(body(by), **given).result == result
    heard = decided(body(rule("no_objection")), **given)
    assert shown(heard, "no", "absent", "would_change") == (
        "rejected",
        ("a", "b"),
        (),
        {"fewer_objections": 2},
    )
    unheard = decided(body(rule("no_objection_present")), **given)
    assert shown(unheard, "no", "absent", "not_counted") == ("rejected", ("b",), ("a",), ("a",))


END = "2026-03-14T12:00:00Z"


@pytest.mark.parametrize(
    ("date", "option", "result"),
    [
        ("2026-03-14T11:59:59Z", "no", "rejected"),
        ("2026-03-14T11:59:59Z", "amendment", "rejected"),
        ("2026-03-14T12:00:00Z", "no", "adopted"),
        ("2026-03-14T14:59:59+03:00", "no", "rejected"),
        ("2026-03-14T15:00:00+03:00", "no", "adopted"),
        ("2026-03-14T12:00:00", "no", "adopted"),
        ("2026-03-14", "no", "rejected"),
        ("2026-03-15", "no", "adopted"),
        ("", "no", "rejected"),
    ],
)
def test_a_silence_ends_before_its_last_instant(date: str, option: str, result: str) -> None:
    objection = Ballot("a", option, date=date)
    outcome = decided(body(rule("silence")), votes=(objection,), expires=END)
    assert shown(outcome, "late") == (result, () if result == "rejected" else ("a",))


def test_an_objection_in_writing_may_come_too_late_to_a_meeting_too() -> None:
    late = (Ballot("a", "no", date="2026-03-14T12:00:00Z"), Ballot("b", "yes"))
    book = body(rule("no_objection"))
    away = decided(book, votes=late, present=("b",), expires=END)
    assert shown(away, "late", "absent", "base_count") == ("adopted", ("a",), ("a",), 2)
    heard = {"votes": late, "present": ("a", "b"), "expires": END}
    assert shown(decided(body(rule("silence")), **heard), "silent", "late") == (
        "adopted",
        ("a",),
        ("a",),
    )
    for present in (("a", "b"), 2, None):
        assert decided(book, votes=late, present=present, expires=END).result == "rejected"
    assert decided(book, votes=late, present=("b",)).result == "rejected"
    assert refused(book, votes=late, expires="soon") == "count.instant_wrong"
    farthest = Ballot("a", "no", date="0001-01-01T00:00:00+14:00")
    last = decided(book, votes=(farthest,), present=(), expires="9999-12-31T23:59:59-14:00")
    assert last.result == "no_quorum"


def test_a_silence_that_nobody_breaks_adopts_and_needs_nobody_present() -> None:
    half = quorum("fraction_of_entitled", fraction=Fraction(1, 2))
    book = body(rule("silence"), members=[Member("a"), Member("b")], quorums=(half,))
    kept = decided(book, votes=(), expires=END)
    assert shown(kept, "base", "base_count", "absent", "reason") == (
        "adopted",
        "entitled",
        2,
        ("a", "b"),
        "no_objection",
    )
    assert decided(book, votes=(), present=0).result == "adopted"
    assert (
        refused(book, votes=(Ballot("a", "no", date="soon"),), expires=END) == "count.instant_wrong"
    )
    assert refused(book, votes=(Ballot("c", "no"),)) == "vote.voter_unknown"
    assert refused(body(MAJORITY), votes=(Ballot("a", "amendment"),)) == "vote.option_unknown"


# --- before the count, and after it


def test_a_question_lapses_with_what_took_its_ground_away() -> None:
    book = body(MAJORITY)
    lapsing = event(lapses_with={"one": "adopted"})
    lapsed = decide(book, lapsing, {"one": "adopted"})
    assert shown(lapsed, "reason", "lapsed") == (
        "lapsed",
        "lapsed",
        {"with": "one", "result": "adopted"},
    )
    assert decide(book, lapsing, {"one": "rejected"}).reason == "count.nothing"
    counted = event(lapses_with={"one": "adopted"}, counts=counts(yes=1))
    assert decide(book, counted, {"one": "rejected"}).result == "adopted"
    assert decide(book, counted, {"one": "adopted"}).result == "lapsed"


def test_the_whole_is_rejected_with_all_its_operative_parts() -> None:
    book, whole = body(MAJORITY), event(counts=counts(yes=9), parts=("i", "ii"))
    both = decide(book, whole, {"i": "rejected", "ii": "rejected"})
    assert shown(both, "reason", "would_change") == ("rejected", "parts_rejected", {})
    assert decide(book, whole, {"i": "rejected", "ii": "adopted"}).result == "adopted"
    assert decide(book, whole, {"i": "rejected"}).reason == "count.part_unknown: name ii"
    lost = event(counts=counts(yes=1, no=2), parts=("i",))
    assert decide(book, lost, {"i": "rejected"}).reason == "majority_not_reached"


def test_what_the_chair_found_stands_where_nobody_counted() -> None:
    stated = decided(body(MAJORITY), stated="adopted")
    assert shown(stated, "reason") == ("adopted", "stated_by_chair")
    assert decided(body(MAJORITY), stated="adopted", counts=counts(no=1)).result == "rejected"
    assert shown(decided(body(MAJORITY), stated="Rejected")) == ("rejected",)
    assert shown(decided(body(MAJORITY), stated="lapsed"), "reason") == ("lapsed", "lapsed")
    assert refused(body(MAJORITY), stated="carried") == "count.stated_wrong"


def test_the_house_departs_from_a_rule_if_it_agrees_to() -> None:
    unanimous = rule("all_voters_yes")
    leave = rule("fraction_cast", "departure", fraction=Fraction(3, 4))
    book = body(unanimous, rule("majority_cast", "other"), leave)
    ballots = said("++-")
    agreed = decided(book, votes=ballots, departure=Departure("plenary.other", counts(yes=3, no=1)))
    assert (agreed.result, agreed.rule) == ("adopted", "body/plenary.other")
    assert agreed.arithmetic["departure"] == {
        "from": "body/plenary.default",
        "to": "body/plenary.other",
        "agreed": True,
        "by": "body/plenary.departure",
        "result": "adopted",
        "numerator": 3,
        "needed": 3,
        "base_count": 4,
    }
    refused_ = decided(book, votes=ballots, departure=Departure("plenary.other", votes=said("+-")))
    assert (refused_.result, refused_.rule) == ("rejected", "body/plenary.default")
    assert refused_.arithmetic["departure"]["agreed"] is False
    assert refused(book, votes=ballots, departure=Departure("plenary.other")) == "count.nothing"
    bare = body(unanimous, rule("majority_cast", "other"))
    asked = Departure("plenary.other", counts(yes=1))
    assert refused(bare, votes=ballots, departure=asked) == "rulebook.rule_missing"
    nowhere = Departure("plenary.nowhere", counts(yes=4))
    assert refused(book, votes=ballots, departure=nowhere) == "rulebook.rule_missing"


# --- what cannot have been so


@pytest.mark.parametrize(
    ("how", "by_rule"),
    [
        ({}, "count.nothing"),
        ({"votes": ()}, "count.nothing"),
        ({"counts": ()}, "count.nothing"),
        ({"counts": counts(yes=-1)}, "count.number_wrong"),
        ({"counts": counts(yes=10**13)}, "count.number_wrong"),
        ({"counts": counts(maybe=1)}, "vote.option_unknown"),
        ({"votes": (Ballot("a", "aye"),)}, "vote.option_unknown"),
        ({"votes": (Ballot("a", "yes"), Ballot("a", "yes"))}, "vote.twice"),
        ({"votes": (Ballot("a", "yes", "-1"),)}, "vote.weight_wrong"),
        ({"votes": (Ballot("a", "yes", "1/0"),)}, "vote.weight_wrong"),
        ({"votes": (Ballot("a", "yes", "1e9"),)}, "vote.weight_wrong"),
        ({"votes": (Ballot("a", "yes", 10**13),)}, "vote.weight_wrong"),
        ({"votes": said("+-"), "present": 1}, "count.more_than_present"),
        ({"votes": said("+-"), "present": ("a",)}, "vote.not_among_present"),
        ({"votes": said("+_"), "present": ("a", "b")}, "vote.absent_and_present"),
        ({"votes": said("+-"), "present": -1}, "count.number_wrong"),
        ({"votes": said("+-"), "entitled": 1}, "count.more_than_entitled"),
        ({"votes": said("+-"), "entitled": 3, "present": 4}, "count.more_than_entitled"),
        ({"votes": said("+-"), "entitled": ("a",)}, "vote.voter_unknown"),
        ({"counts": counts(yes=2), "entitled": 1}, "count.more_than_entitled"),
        ({"counts": counts(yes=2), "present": 1}, "count.more_than_present"),
        ({"counts": counts(yes=2), "present": 3, "entitled": 2}, "count.more_than_entitled"),
        ({"votes": said("++-"), "counts": counts(yes=1, no=1)}, "count.differs"),
        ({"counts": counts(yes=1), "round": 0}, "count.number_wrong"),
        ({"counts": counts(yes=1), "start_date": "2026-02-30"}, "count.day_wrong"),
        ({"counts": counts(yes=1), "start_date": "yesterday"}, "count.day_wrong"),
        ({"counts": counts(yes=1), "start_date": "1999-12-31"}, "rulebook.rule_missing"),
        ({"counts": counts(yes=1), "rule": "plenary.other"}, "rulebook.rule_missing"),
    ],
)  # fmt: skip
def test_what_cannot_be_counted_is_refused_by_a_rule(how: Any, by_rule: str) -> None:  # noqa: ANN401 - cases
    assert refused(body(MAJORITY), **how) == by_rule


def test_a_roll_admits_nobody_else_and_no_more() -> None:
    book = body(HALF_ENTITLED, members=[Member("a"), Member("b", weight=Fraction(2))])
    assert refused(book, votes=said("+-0")) == "vote.voter_unknown"
    assert refused(book, votes=said("+"), entitled=("a", "z")) == "vote.voter_unknown"
    assert refused(book, votes=said("+"), entitled=3) == "count.entitled_differs"
    assert refused(book, counts=counts(yes=4)) == "count.more_than_entitled"
    assert shown(decided(book, counts=counts(yes=2)), "base_count") == ("adopted", 3)
    given = rule("fraction_present", fraction=Fraction(2, 3))
    weighty = body(given, members=[Member("a"), Member("b", weight=Fraction(3))])
    assert shown(decided(weighty, counts=counts(yes=2, abstain=2)), "needed", "would_change") == (
        "rejected",
        3,
        {"more_yes": 1, "fewer_abstentions": 1},
    )
    heads = rule("conditions", conditions=(Condition(measure="voters", fraction=Fraction(1, 2)),))
    weighty = body(heads, members=[Member("b", weight=Fraction(2))])
    assert refused(weighty, counts=counts(yes=2)) == "count.voters_unknown"


def test_sums_may_leave_a_part_of_a_vote() -> None:
    halves = [Member("a", weight=Fraction(2)), Member("b", weight=Fraction(1, 2))]
    book = body(HALF_ENTITLED, members=[*halves, Member("c")])
    found = decided(book, counts=counts(yes=2, no=1))
    assert shown(found, "base_count", "needed", "sums") == (
        "adopted",
        Fraction(7, 2),
        2,
        {"yes": 2, "no": 1, "abstain": 0, "silent": 0, "absent": Fraction(1, 2)},
    )
    assert decided(book, counts=counts(yes=1, no=2)).result == "rejected"
    assert shown(decided(body(MAJORITY, members=halves), counts=counts(yes=2))) == ("adopted",)
    assert refused(book, counts=counts(yes=2, no=2)) == "count.more_than_entitled"


def test_as_many_as_are_entitled_and_named_are_those_who_are_entitled() -> None:
    weights = {"a": 3, "b": 2, "c": 4}
    book = body(HALF_ENTITLED, members=[Member(n, weight=Fraction(w)) for n, w in weights.items()])
    both = decided(book, votes=said("+-"), entitled=2)
    assert shown(both, "base_count", "absent") == ("adopted", 5, ())
    assert both == decided(book, votes=said("+-"), entitled=("a", "b"))
    assert shown(decided(book, votes=said("+-_"), entitled=2), "base_count") == ("adopted", 5)
    assert shown(decided(book, votes=said("+_"), entitled=2), "base_count") == ("adopted", 5)
    assert refused(book, votes=said("+"), entitled=2) == "count.entitled_differs"
    assert refused(book, votes=said("+-"), entitled=1) == "count.entitled_differs"
    assert decided(book, votes=said("+"), entitled=1).result == "adopted"


def test_a_rule_is_found_by_its_name_alone_if_no_other_has_it() -> None:
    other = replace(rule("majority_present", "closing"), part="committee")
    book = body(MAJORITY, rule("majority_cast", "closing"), rule("all_voters_yes", "entry"), other)
    asked = {"counts": counts(yes=2, no=1)}
    assert decided(book, rule="entry", **asked).rule == "body/plenary.entry"
    assert decided(book, rule="plenary", **asked).rule == "body/plenary.default"
    for name in ("closing", "committee", "exit", "committee.entry"):
        outcome = decided(book, rule=name, **asked)
        facts = outcome.arithmetic["facts"]
        assert (outcome.result, facts["day"]) == ("invalid", DAY)
        known = "plenary.default, plenary.closing, plenary.entry, committee.closing"
        assert facts["known"] == known


def test_counts_and_votes_may_both_be_given_if_they_agree() -> None:
    book = body(MAJORITY, members=[Member("a", weight=Fraction(3)), Member("b"), Member("c")])
    for counted in (counts(yes=1, no=2), counts(yes=3, no=2)):
        assert decided(book, votes=said("+--"), counts=counted).result == "adopted"
    assert refused(book, votes=said("+--"), counts=counts(yes=2)) == "count.differs"


def test_the_first_rule_holds_where_none_is_named_and_a_part_means_its_default() -> None:
    book = body(MAJORITY, rule("all_voters_yes", "strict"))
    for name in ("", "plenary", "plenary.default", "body/plenary.default", "body/plenary"):
        assert decided(book, counts=counts(yes=1), rule=name).rule == "body/plenary.default"
    assert decided(book, counts=counts(yes=1), rule="plenary.strict").rule == "body/plenary.strict"
    assert refused(body(), counts=counts(yes=1)) == "count.rule_unnamed"


def test_the_day_of_an_instant_says_what_is_in_force() -> None:
    later = rule("all_cast_yes", since="2026-03-15")
    book = body(MAJORITY, later)
    given = {"counts": counts(yes=2, no=1)}
    assert decided(book, **given, start_date=f"{DAY}T23:59:59-05:00").result == "adopted"
    assert decided(book, **given, start_date="2026-03-15T00:00:00+05:00").result == "rejected"


def test_what_no_source_confirms_is_shown() -> None:
    recalled = rule("majority_cast", confidence="R")
    outcome = decided(body(recalled), counts=counts(yes=1))
    assert (outcome.confidence, outcome.arithmetic["unconfirmed"]) == ("R", ("threshold",))
    unsure = quorum("number", least=1, confidence="?")
    outcome = decided(body(MAJORITY, quorums=(unsure,)), counts=counts(yes=1))
    assert (outcome.confidence, outcome.arithmetic["unconfirmed"]) == ("?", ("quorum",))
    sure = quorum("number", least=1)
    outcome = decided(body(MAJORITY, quorums=(sure,)), counts=counts(yes=1))
    assert (outcome.confidence, outcome.arithmetic["unconfirmed"]) == ("C", ())
    unasked = quorum("number", least=1, confidence="?", on_challenge=True)
    outcome = decided(body(MAJORITY, quorums=(unasked,)), counts=counts(yes=1))
    assert (outcome.confidence, outcome.arithmetic["unconfirmed"]) == ("C", ())
    plain = decided(body(MAJORITY), counts=counts(yes=1))
    assert (plain.confidence, plain.article) == ("C", "Art. 1")


@pytest.mark.parametrize(
    "kind", ["no_objection", "no_objection_present", "consensus_minus", "silence"]
)
def test_a_consensus_without_a_word_is_one(kind: RuleKind) -> None:
    for nothing in ({"votes": ()}, {"counts": ()}):
        outcome = decided(body(rule(kind)), **nothing)
        assert shown(outcome, "reason", "numerator", "would_change") == (
            "adopted",
            "no_objection",
            0,
            {},
        )
    assert refused(body(rule(kind))) == "count.nothing"


def test_where_nobody_came_nothing_is_decided() -> None:
    outcome = decided(body(MAJORITY), votes=said("__"))
    assert shown(outcome, "reason", "would_change") == ("no_quorum", "quorum_missing", {})
    assert votes([Member("a", "yes"), Member("b")]) == (Ballot("a", "yes"),)


def test_a_part_is_meant_rather_than_a_rule_of_its_name() -> None:
    of_part = replace(rule("majority_present"), part="committee")
    book = body(MAJORITY, rule("all_voters_yes", "committee"), of_part)
    assert decided(book, rule="committee", counts=counts(yes=1)).rule == "body/committee.default"


def test_seats_are_rested_on_where_one_condition_of_several_does() -> None:
    asked = (Condition(of="cast", fraction=Fraction(1, 2)), Condition(of="component", least=1))
    seats = Seats(part="plenary", seats=3, since=DAY, confidence="S")
    later, other = replace(seats, since="2027-01-01"), replace(seats, part="committee")
    held = (replace(other, confidence="R"), seats, replace(later, confidence="?"))
    book = replace(body(rule("conditions", conditions=asked), MAJORITY_NAMED), seats=held)
    assert decided(book, counts=counts(yes=2)).confidence == "S"
    assert decided(book, rule="majority", counts=counts(yes=2)).confidence == "C"


@pytest.mark.parametrize(
    ("held", "changed"),
    [
        ((), {"more_yes": 1, "fewer_abstentions": 2}),
        ((quorum("number", least=7),), {"more_yes": 1, "fewer_abstentions": 2}),
        ((quorum("number", least=8),), {"more_yes": 1}),
        ((quorum("number", least=8, on_challenge=True),), {"more_yes": 1, "fewer_abstentions": 2}),
        ((quorum("fraction_of_delegations", fraction=Fraction(1, 2)),), {"more_yes": 1}),
    ],
)
def test_no_more_abstentions_go_than_a_quorum_can_spare(held: Any, changed: Any) -> None:  # noqa: ANN401 - cases
    book = body(HALF_PRESENT, quorums=held)
    outcome = decided(book, counts=counts(yes=4, no=1, abstain=4))
    assert shown(outcome, "would_change") == ("rejected", changed)


def test_nobody_goes_whom_a_delegation_cannot_spare() -> None:
    members = [Member(f"{g}{n}", group=g) for g in ("north", "south") for n in range(3)]
    said = [m.says("yes" if m.name in "north0 south0 south1" else "abstain") for m in members]
    book = body(HALF_PRESENT, members=members, quorums=(quorum("fraction_of_each_delegation"),))
    outcome = decided(book, votes=votes(said))
    assert shown(outcome, "would_change") == ("rejected", {"more_yes": 1})
