"""What would have changed a vote: cases, and how far the search for the fewest voters goes."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from kurultai.procedure.counting.event import Ballot, Count
from kurultai.procedure.rulebook import Condition, Rule
from tests.procedure.counting.sittings import (
    Member,
    body,
    counts,
    decided,
    quorum,
    rule,
    shown,
    votes,
)

HALF = Fraction(1, 2)
POPULATION = Condition(measure="population", of="entitled", fraction=HALF)


def of(*conditions: Condition, **parts: Any) -> Rule:  # noqa: ANN401 - parts of a rule
    return rule("conditions", conditions=conditions, **parts)


def changed(by: Rule, members: list[Member], **held: Any) -> Any:  # noqa: ANN401 - parts of a body
    return decided(body(by, members=members, **held), votes=votes(members)).arithmetic[
        "would_change"
    ]


# --- how far the search goes


def peopled(number: int, option: str = "no") -> list[Member]:
    """So many voters with 1, 2, 3 ... people."""
    return [Member(f"m{n}", option, population=n + 1) for n in range(number)]


def test_where_one_thing_is_lacking_any_number_may_turn() -> None:
    """Of 5,152 people the 30 greatest of 101 are worth 2,595, and 29 of them 2,523."""
    members = [Member("a", "yes", population=1), *peopled(101)]
    assert changed(of(POPULATION), members) == {"more_yes": 30}


def test_where_two_things_are_lacking_a_hundred_may_differ() -> None:
    both = of(
        Condition(measure="population", least=1),
        Condition(measure="voters", least=1),
    )
    assert changed(both, peopled(100)) == {"more_yes": 1}
    assert changed(both, peopled(101)) == {}


def test_a_search_that_would_take_too_long_says_nothing() -> None:
    both = of(POPULATION, Condition(of="entitled", fraction=Fraction(2, 3)))
    for number, found in ((16, {"more_yes": 7}), (20, {})):
        members = [
            Member(f"m{n}", "no", population=n * 37 % 101 + 1, weight=Fraction(n * 53 % 97 + 1))
            for n in range(number)
        ]
        assert changed(both, members) == found


def test_where_only_a_veto_stood_in_the_way_nothing_is_searched() -> None:
    by = of(POPULATION, Condition(measure="voters", least=1), veto="elder")
    elder = Member("a", "no", population=10_000, roles=("elder",))
    assert changed(by, [elder, *peopled(101)]) == {"more_yes": 1}


def test_where_each_has_one_vote_a_veto_makes_no_search_of_it() -> None:
    by = of(Condition(least=2), Condition(measure="voters", fraction=HALF), veto="elder")
    assert changed(by, peopled(101)) == {"more_yes": 51}


def test_one_condition_said_twice_asks_no_more() -> None:
    asked = Condition(measure="groups", of="entitled", fraction=HALF, waived_below=2)
    members = [Member(f"{g}{n}", "no", group=g) for g in ("north", "south", "west") for n in "abc"]
    assert changed(of(asked), members) == changed(of(asked, asked), members) == {"more_yes": 4}


# --- seats, and what a quorum cannot spare


def test_seats_that_nobody_fills_may_be_filled_in_favour() -> None:
    seats = Condition(of="component", fraction=HALF)
    for by in (of(seats), of(Condition(least=1), seats)):
        outcome = decided(body(by, seats=9), counts=counts(yes=1, no=1))
        assert outcome.arithmetic["would_change"] == {"more_yes": 4}
    outcome = decided(body(of(Condition(least=5)), seats=9), counts=counts(yes=1, no=1))
    assert outcome.arithmetic["would_change"] == {}


def test_what_nobody_asked_for_cannot_have_been_missed() -> None:
    by = of(Condition(least=9, on_request=True))
    outcome = decided(body(by), counts=counts(yes=1, no=2))
    assert (outcome.result, outcome.arithmetic["would_change"]) == ("adopted", {})


def test_what_somebody_asked_for_would_have_been_needed_too() -> None:
    by = of(Condition(least=1), Condition(least=3, on_request=True))
    for challenged, found in ((True, {"more_yes": 1}), (False, {"fewer_yes": 2})):
        outcome = decided(body(by), counts=counts(yes=2, no=2), challenged=challenged)
        assert outcome.arithmetic["would_change"] == found


def test_where_all_halves_are_too_few_nothing_is_said() -> None:
    options = {"a": "yes", "b": "abstain", "c": "absent"}
    members = [Member(name, option, weight=HALF) for name, option in options.items()]
    assert changed(of(Condition(least=2)), members) == {}
    assert changed(of(Condition(least=1)), members) == {"more_yes": HALF}


def test_of_votes_that_weigh_more_go_than_there_are_voters() -> None:
    by = of(Condition(of="given", fraction=HALF, more_than=True))
    members = [Member("a", "yes", weight=Fraction(2)), Member("b", "abstain", weight=Fraction(5))]
    assert changed(by, members) == {"more_yes": 2, "fewer_abstentions": 4}
    assert changed(by, members, quorums=(quorum("number", least=1),)) == {"more_yes": 2}


def test_none_who_is_silent_or_abstains_is_spared_by_a_quorum_of_delegations() -> None:
    by = of(Condition(of="given", fraction=HALF, more_than=True))
    said = {"a": "yes", "b": "abstain", "c": "not voting"}
    members = [Member(name, option, group="north") for name, option in said.items()]
    assert changed(by, members) == {"more_yes": 1, "fewer_abstentions": 1}
    held = (quorum("fraction_of_delegations", fraction=HALF),)
    assert changed(by, members, quorums=held) == {"more_yes": 1}


def test_two_halves_fewer_are_one_vote_fewer() -> None:
    by = of(Condition(of="given", fraction=HALF, more_than=True))
    members = [Member("a", "yes"), Member("b", "abstain", weight=Fraction(5, 2))]
    fewer = changed(by, members)["fewer_abstentions"]
    assert (fewer, type(fewer)) == (2, int)


def test_nobody_goes_in_the_place_of_who_never_came() -> None:
    by = of(Condition(of="given", fraction=HALF, more_than=True))
    said = {"a": "yes", "b": "abstain", "c": "absent", "d": "absent"}
    members = [Member(name, option) for name, option in said.items()]
    for least, found in ((1, {"fewer_abstentions": 1}), (2, {})):
        held = (quorum("number", least=least),)
        assert changed(by, members, quorums=held) == {"more_yes": 1, **found}


def test_of_voters_who_weigh_no_more_go_than_a_quorum_spares() -> None:
    by = of(Condition(measure="voters", of="given", fraction=HALF, more_than=True))
    weights = {"a": ("yes", 2), "b": ("abstain", 1), "c": ("abstain", 1), "d": ("not voting", 1)}
    members = [Member(n, said, weight=Fraction(w)) for n, (said, w) in weights.items()]
    for least, found in ((2, {"fewer_abstentions": 2}), (3, {})):
        held = (quorum("number", least=least),)
        assert changed(by, members, quorums=held) == {"more_yes": 1, **found}


# --- how an adoption would have been undone


def test_half_a_voter_more_against_is_one_voter_more() -> None:
    """One and a half of two are not in favour: below two, so that nine votes are not asked for."""
    by = replace(of(Condition(least=9, waived_below=2)), split=True)
    book = body(by, members=[Member("a", weight=Fraction(2)), Member("b")])
    said = (Ballot("a", "yes", weight=1), Ballot("a", "no", weight=1), Ballot("b", "no"))
    outcome = decided(book, votes=said)
    assert shown(outcome, "would_change") == ("adopted", {"fewer_yes": 1})


def test_groups_of_sums_are_turned_by_votes_though_it_is_not_known_whose() -> None:
    members = [Member("a", group="north", weight=Fraction(3)), Member("b", group="south")]
    by = of(Condition(measure="groups", of="cast", least=1))
    sums = (Count("yes", 3, "north"), Count("no", 1, "south"))
    outcome = decided(body(by, members=members), counts=sums)
    assert shown(outcome, "would_change") == ("adopted", {"fewer_yes": 2})
