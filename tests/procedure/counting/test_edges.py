"""Where one rule of counting ends and another begins: each case is one that nothing else shows."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from kurultai.procedure.counting.decide import decide
from kurultai.procedure.counting.event import Ballot, Count, Departure
from kurultai.procedure.counting.majority import Vote, decide_by
from kurultai.procedure.rulebook import Condition, Rulebook, Seats
from tests.procedure.counting.polls import absolute, election
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
CONSENSUS = rule("no_objection")
SILENCE = rule("silence")
END = "2026-03-14T12:00:00Z"
LATE = "2026-03-14T13:00:00Z"
YES_NO = (Ballot("a", "yes"), Ballot("b", "no"))

# --- before the count


def test_what_was_not_counted_has_no_numbers() -> None:
    found = decided(body(MAJORITY), stated="adopted").arithmetic
    assert [found[k] for k in ("base", "base_count", "numerator", "needed")] == ["cast", 0, 0, 0]
    assert (found["fraction"], found["yes"]) == ("", ())
    assert "ignored" not in found


def test_votes_hold_against_what_the_chair_found() -> None:
    assert decided(body(MAJORITY), stated="adopted", votes=YES_NO).result == "rejected"


def test_a_ballot_before_the_first_is_refused() -> None:
    for number in (0, -1):
        refused = decided(body(MAJORITY), counts=counts(yes=1), round=number).arithmetic
        assert refused["refused"] == "count.number_wrong"
        assert refused["facts"] == {"key": "round", "value": str(number)}


def test_a_departure_by_consensus_is_voted_on_too() -> None:
    leave = rule("no_objection", "departure")
    asked = Departure("plenary.default")
    outcome = decided(body(MAJORITY, leave), votes=YES_NO, departure=asked)
    assert outcome.arithmetic["refused"] == "count.nothing"


def test_an_election_rests_on_seats_where_one_of_its_ballots_does() -> None:
    seats = Seats(part="plenary", seats=9, since="2000-01-01", confidence="S")
    by = election(absolute(), absolute(of="component"))
    book = Rulebook("body", (), (), (), (), elections=(by,), seats=(seats,))
    asked = event(rule=f"{by.part}.{by.election}", counts=counts(a=5))
    assert decide(book, asked).confidence == "S"


# --- what came too late


def test_only_an_objection_comes_too_late_to_a_silence() -> None:
    said = (*(Ballot(n, "no", date=LATE) for n in "cb"), Ballot("a", "yes", date=LATE))
    found = shown(decided(body(SILENCE), votes=said, expires=END), "late", "yes")
    assert found == ("adopted", ("b", "c"), ("a",))


def test_who_objected_too_late_is_silent_only_where_it_was_there() -> None:
    said = (Ballot("a", "no", date=LATE), Ballot("b", "no", date=LATE))
    for present, silent, absent in (
        (None, (), ("a", "b")),
        (("a",), ("a",), ("b",)),
    ):
        outcome = decided(body(SILENCE), votes=said, present=present, expires=END)
        assert shown(outcome, "silent", "absent") == ("adopted", silent, absent)


def test_a_majority_has_no_last_instant() -> None:
    said = (Ballot("a", "yes"), Ballot("b", "no", date=LATE))
    outcome = decided(body(MAJORITY), votes=said, present=("a",), expires=END)
    assert outcome.arithmetic["refused"] == "vote.not_among_present"


def test_an_amendment_breaks_nothing_but_a_silence() -> None:
    outcome = decided(body(CONSENSUS), votes=(Ballot("a", "amendment"),))
    assert outcome.arithmetic["refused"] == "vote.option_unknown"


# --- who may vote


def test_fewer_may_be_entitled_than_are_on_the_roll_where_only_sums_are_known() -> None:
    book = body(
        rule("fraction_entitled", fraction=Fraction(1, 2)), members=[Member(n) for n in "abcde"]
    )
    outcome = decided(book, counts=counts(yes=2), entitled=3)
    assert shown(outcome, "base_count", "needed") == ("adopted", 3, 2)


def test_voters_of_whom_no_roll_is_known_leave_a_delegation_open() -> None:
    book = body(MAJORITY, quorums=(quorum("fraction_of_each_delegation"),))
    said = (Ballot("a", "yes", group_id="north"), Ballot("b", "yes", group_id="north"))
    outcome = decided(book, votes=said, entitled=2)
    assert shown(outcome)[0] == "adopted"
    assert outcome.arithmetic["quorum"]["reached"] is None


def test_no_votes_beside_sums_are_not_votes_that_differ() -> None:
    outcome = decided(body(MAJORITY), votes=(), counts=counts(yes=2, no=1))
    assert shown(outcome, "numerator") == ("adopted", 2)


def test_a_consensus_of_sums_names_nobody() -> None:
    book = body(CONSENSUS, members=[Member("a"), Member("b")])
    assert shown(decided(book, counts=()), "absent") == ("adopted", ())
    assert shown(decided(book, votes=()), "absent") == ("adopted", ("a", "b"))


GROUPS = rule(
    "conditions",
    conditions=(Condition(measure="groups", of="entitled", fraction=Fraction(1, 2)),),
)
GROUPED = replace(GROUPS, rule="grouped")
SPOKEN = [Member("a", "yes", group="north"), Member("b", "no", group="south")]
WEIGHTS = {"north": Fraction(2), "south": Fraction(1)}


def test_groups_weigh_what_the_rulebook_says_and_are_no_voters() -> None:
    book = body(GROUPS, members=SPOKEN, groups=WEIGHTS)
    outcome = decided(book, votes=votes(SPOKEN))
    assert shown(outcome, "numerator", "base_count", "absent") == ("adopted", 2, 3, ())


def test_only_groups_of_those_entitled_are_reckoned() -> None:
    book = body(GROUPS, members=SPOKEN, groups=WEIGHTS)
    outcome = decided(book, votes=votes(SPOKEN[:1]), entitled=("a",))
    assert shown(outcome, "numerator", "base_count") == ("adopted", 2, 2)


def test_who_is_on_no_roll_is_in_no_group() -> None:
    by = rule("conditions", conditions=(Condition(measure="groups", of="cast", least=1),))
    assert decided(body(by), votes=YES_NO).arithmetic["refused"] == "count.groups_unknown"


def test_a_group_named_as_a_voter_is_does_not_make_voters_of_groups() -> None:
    book = body(MAJORITY, members=SPOKEN, groups=WEIGHTS)
    said = (Ballot("a", "yes", group_id="b"), Ballot("c", "yes"))
    assert decided(book, votes=said).arithmetic["refused"] == "vote.voter_unknown"


def test_votes_weigh_where_those_of_one_entitled_do() -> None:
    members = [Member("a", weight=Fraction(2)), Member("b"), Member("c")]
    outcome = decided(body(MAJORITY, members=members), counts=counts(yes=3), entitled=("a", "b"))
    assert shown(outcome, "base_count") == ("adopted", 3)


# --- for the record


def test_in_the_record_groups_without_an_entry_weigh_one() -> None:
    electorate = body(MAJORITY, members=SPOKEN).electorate(on=DAY)
    said = [Vote("a", "yes"), Vote("b", "no")]
    found = decide_by(GROUPS, said, entitled="ab", present="ab", electorate=electorate)
    assert [(c.numerator, c.base_count) for c in found.conditions] == [(1, 2)]


def test_in_the_record_votes_weigh_where_those_of_one_do() -> None:
    members = [Member("a"), Member("b", weight=Fraction(2)), Member("c", weight=Fraction(2))]
    electorate = body(MAJORITY, members=members).electorate(on=DAY)
    said = [Vote("a", "yes"), Vote("b", "no"), Vote("c", "no"), Vote("z", "no"), Vote("y", "no")]
    by = rule("majority_cast", veto="elder")
    found = decide_by(by, said, entitled="abc", present="abc", electorate=electorate)
    assert (found.result, found.would_change) == ("rejected", {"more_yes": 1})
    assert found.not_counted == ("y", "z")


def test_in_the_record_each_voter_is_one_whatever_its_votes() -> None:
    electorate = body(MAJORITY, members=SPOKEN).electorate(on=DAY)
    said = [Vote("a", "yes"), Vote("b", "no"), Vote("d", "no")]
    asked = Condition(measure="voters", of="entitled", least=1)
    by = rule("conditions", conditions=(asked,), veto="elder")
    found = decide_by(by, said, entitled="abd", present="abd", electorate=electorate)
    assert [(c.numerator, c.base_count) for c in found.conditions] == [(1, 3)]


# --- a quorum of delegations

HALF_OF_EACH = {"fraction": Fraction(1, 2)}


def reached(book: Rulebook, **asked: Any) -> tuple[object, object]:  # noqa: ANN401 - an event
    found = decided(book, **asked).arithmetic["quorum"]
    return found["reached"], found["missing"]


def in_groups(*groups: str) -> list[Member]:
    return [Member(f"{g}{n}", group=g[0]) for n, g in enumerate(groups)]


def test_delegations_are_enough_though_some_are_missing() -> None:
    members = in_groups("n", "s", "w")
    asked = quorum("fraction_of_delegations", fraction=Fraction(2, 3))
    book = body(MAJORITY, members=members, quorums=(asked,))
    said = [member.says("yes") for member in members]
    assert reached(book, votes=votes(said[:2])) == (True, ("w",))
    assert reached(book, votes=votes(said[:1])) == (False, ("s", "w"))


def test_delegations_are_reckoned_on_challenge_and_where_it_is_known_who_is_there() -> None:
    members = in_groups("n", "n", "s")
    for parts, known in (({}, False), ({"on_challenge": True}, None)):
        asked = quorum("fraction_of_each_delegation", **HALF_OF_EACH, **parts)
        book = body(MAJORITY, members=members, quorums=(asked,))
        said = votes([members[0].says("yes")])
        assert reached(book, votes=said) == (known, ("s",))
        assert reached(book, votes=said, challenged=True) == (False, ("s",))
        assert reached(book, votes=said, challenged=True, present=2)[0] is None


def test_a_delegation_is_so_many_heads_and_never_none() -> None:
    members = in_groups("n", "n", "n", "s", "w")
    members[0] = replace(members[0], weight=Fraction(3))
    asked = quorum("fraction_of_each_delegation", **HALF_OF_EACH)
    book = body(MAJORITY, members=members, quorums=(asked,))
    said = [
        m.says(option) for m, option in zip(members, ("yes", "", "", "yes", "recused"), strict=True)
    ]
    assert reached(book, votes=votes(said)) == (False, ("n", "w"))


def test_voters_by_name_are_counted_for_a_quorum_whatever_they_weigh() -> None:
    members = [Member("a", "yes", weight=Fraction(2)), Member("b", "no")]
    book = body(MAJORITY, members=members, quorums=(quorum("number", least=2),))
    assert reached(book, votes=votes(members)) == (True, ())
    everybody = body(MAJORITY, members=members, quorums=(quorum("fraction_of_entitled"),))
    assert reached(everybody, votes=votes(members[:1]))[0] is False


def test_a_quorum_of_voters_is_not_known_from_votes_that_weigh() -> None:
    members = [Member("a", weight=Fraction(2)), Member("b")]
    book = body(MAJORITY, members=members, quorums=(quorum("number", least=2),))
    assert reached(book, counts=counts(yes=3))[0] is None


def test_where_no_quorum_is_laid_down_none_is_needed() -> None:
    for kind in ("none", "not_found"):
        found = decided(body(MAJORITY, quorums=(quorum(kind),)), counts=counts(yes=1))
        assert (found.result, found.arithmetic["quorum"].get("reached")) == ("adopted", None)


def test_a_quorum_of_seats_that_nobody_states_needs_nobody() -> None:
    seats = body(MAJORITY, quorums=(quorum("fraction_of_component"),))
    found = decided(seats, counts=counts(yes=1)).arithmetic["quorum"]
    assert (found["reached"], found["needed"], found["have"]) == (None, 0, 1)


# --- sums

PRESENT = rule("majority_present")


def test_those_present_may_be_named_beside_sums() -> None:
    outcome = decided(body(PRESENT), counts=counts(yes=2), present=("a", "b", "c"))
    assert shown(outcome, "base_count", "needed") == ("adopted", 3, 2)


def test_who_is_present_adds_no_votes_where_votes_weigh() -> None:
    members = [Member("a", weight=Fraction(2)), Member("b"), Member("c")]
    outcome = decided(body(PRESENT, members=members), counts=counts(yes=2), present=3)
    assert shown(outcome, "base_count") == ("adopted", 2)
    said = (Ballot("a", "yes", weight=2), Ballot("b", "no"))
    unknown = decided(body(PRESENT), votes=said, present=3)
    assert unknown.arithmetic["refused"] == "count.voters_unknown"


def test_numbers_below_nothing_are_refused_by_their_keys() -> None:
    for key in ("present", "entitled"):
        refused = decided(body(MAJORITY), counts=counts(yes=1), **{key: -1}).arithmetic
        assert refused["facts"] == {"key": key, "value": "-1"}


def test_only_what_was_given_is_held_to_the_sums_beside_the_votes() -> None:
    beside = counts(yes=1, no=1, absent=5)
    assert decided(body(MAJORITY), votes=YES_NO, counts=beside).result == "rejected"


def test_groups_of_sums_weigh_one_each_where_no_rulebook_weighs_them() -> None:
    sums = (Count("yes", 5, "north"), Count("no", 3, "south"), Count("no", 1, "south"))
    outcome = decided(body(GROUPS), counts=sums)
    assert shown(outcome, "numerator", "base_count") == ("adopted", 1, 2)


# --- what the event states of a voter


def test_a_role_and_a_group_may_be_stated_where_those_present_are_named() -> None:
    members = [replace(m, group="") for m in SPOKEN]
    vetoed = body(rule("majority_cast", veto="elder"), members=[*members, Member("c")])
    said = (Ballot("a", "yes"), Ballot("b", "no", role="elder"), Ballot("c", "yes"))
    outcome = decided(vetoed, votes=said, present=("a", "b", "c"))
    assert shown(outcome, "vetoed_by") == ("vetoed", ("b",))
    stated = (Ballot("a", "yes", group_id="north"), Ballot("b", "no", group_id="south"))
    outcome = decided(body(GROUPS, members=members), votes=stated, present=("a", "b"))
    assert shown(outcome, "numerator", "base_count") == ("adopted", 1, 2)


def test_one_by_one_votes_count_as_they_do_at_once() -> None:
    """Where those present are named each voter is looked at; where not, all are at once."""
    members = [replace(m, group="") for m in SPOKEN] + [Member("c", roles=("elder",)), Member("d")]
    book = body(rule("majority_cast", veto="elder"), GROUPED, members=members)
    said = (
        Ballot("a", "yes", group_id="north"),
        Ballot("b", "abstain", group_id="south"),
        Ballot("c", "no", group_id="south", role="scribe"),
        Ballot("d", "yes", group_id="south"),
    )
    for asked in ("", "grouped"):
        at_once = decided(book, rule=asked, votes=said)
        one_by_one = decided(book, rule=asked, votes=said, present=tuple("abcd"))
        assert one_by_one == at_once
        assert at_once.result == ("adopted" if asked else "vetoed")
    alone = decided(book, votes=said[:3], present=tuple("abcd"))
    assert shown(alone, "silent", "absent") == ("rejected", ("d",), ())


def test_a_voter_in_favour_vetoes_nothing_and_one_without_the_role_neither() -> None:
    members = [Member("a", "yes", roles=("elder",)), Member("b", "no"), Member("c", "yes")]
    book = body(rule("majority_cast", veto="elder"), members=members)
    outcome = decided(book, votes=votes(members), present=tuple("abc"))
    assert shown(outcome, "vetoed_by") == ("adopted", ())


def test_a_divided_vote_against_vetoes_in_any_order() -> None:
    members = [Member("b", weight=Fraction(2), roles=("elder",)), Member("a", roles=("elder",))]
    book = body(
        rule("majority_cast", veto="elder", split=True),
        members=[*members, Member("c", weight=Fraction(5))],
    )
    for options in (("yes", "no"), ("no", "yes")):
        said = [Ballot("b", option, weight=1) for option in options]
        said = [*said, Ballot("c", "yes"), Ballot("a", "no")]
        outcome = decided(book, votes=tuple(said))
        assert outcome.arithmetic["vetoed_by"] == ("a", "b")


def test_what_is_left_of_a_divided_vote_is_where_its_voter_is() -> None:
    members = [Member("a", weight=Fraction(3)), Member("b", weight=Fraction(3))]
    book = body(rule("majority_present", split=True), members=members)
    said = (Ballot("a", "yes", weight=2), Ballot("b", "yes", weight=3))
    assert shown(decided(book, votes=said), "base_count", "silent") == ("adopted", 6, ("a",))
    outcome = decided(book, votes=said, present=("a", "b"))
    assert shown(outcome, "base_count", "silent") == ("adopted", 6, ("a",))


def test_who_recused_himself_may_be_there_or_not() -> None:
    said = (*YES_NO, Ballot("c", "recused"), Ballot("d", "yes"), Ballot("e", "recused"))
    outcome = decided(body(MAJORITY), votes=said, present=tuple("abcd"))
    assert shown(outcome, "recused", "absent") == ("adopted", ("c", "e"), ())


def test_one_who_is_left_out_may_not_say_two_things_of_which_one_is_a_vote() -> None:
    book = body(MAJORITY, members=[Member("a"), Member("b")])
    said = (Ballot("a", "yes"), Ballot("b", "absent"), Ballot("b", "no"))
    refused = decided(book, votes=said, entitled=("a",)).arithmetic["refused"]
    assert refused == "vote.not_entitled_here"


def test_so_many_present_are_those_who_spoke_and_those_who_did_not() -> None:
    said = (Ballot("a", "yes"), Ballot("b", "abstain"), Ballot("c", "not voting"))
    for present, base in ((3, 3), (4, 4)):
        outcome = decided(body(PRESENT), votes=(*said, Ballot("d", "absent")), present=present)
        assert shown(outcome, "base_count") == ("rejected", base)


def test_two_of_one_voter_are_two_though_as_many_are_named() -> None:
    said = (Ballot("a", "yes"), Ballot("a", "no"))
    assert decided(body(MAJORITY), votes=said).arithmetic["refused"] == "vote.twice"


def test_a_role_that_is_stated_is_held_beside_those_of_the_rulebook() -> None:
    members = [Member("a", "no", roles=("elder",)), Member("b", "yes"), Member("c", "yes")]
    book = body(rule("majority_cast", veto="elder"), members=members)
    for role in ("", "elder", "scribe"):
        said = (Ballot("a", "no", role=role), *votes(members[1:]))
        assert decided(book, votes=said, present=("a", "b", "c")).result == "vetoed"
