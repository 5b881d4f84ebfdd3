"""What the shipped rulebooks make of votes: the cases that the rules of each body were read for."""

from typing import Any

import pytest

from kurultai import rulebooks
from kurultai.procedure.counting.decide import decide
from kurultai.procedure.counting.event import Ballot, Count, Outcome, VoteEvent
from kurultai.procedure.counting.quorum import check_quorum
from kurultai.procedure.rulebook import Rule, Rulebook, load

BOOKS: dict[str, Rulebook] = {name: load(rulebooks.text(name), name) for name in rulebooks.names()}
DAY = "2026-03-02"


def said(**votes: str) -> tuple[Ballot, ...]:
    return tuple(Ballot(name, option) for name, option in votes.items())


def counted(**counts: int) -> tuple[Count, ...]:
    return tuple(Count(option.replace("_", " "), value) for option, value in counts.items())


def held(body: str, rule: str, **event: Any) -> Outcome:  # noqa: ANN401 - the parts of an event
    return decide(BOOKS[body], VoteEvent("1", event.pop("day", DAY), rule=rule, **event))


def put(body: str, rule: str, **event: Any) -> str:  # noqa: ANN401 - the parts of an event
    return held(body, rule, **event).result


# --- every book


def rules() -> list[tuple[str, Rule]]:
    return [(name, rule) for name, book in BOOKS.items() for rule in book.rules]


def house(name: str, part: str, day: str) -> tuple[str, ...]:
    """All who may vote in the part, by the rulebook, or as many as it has seats."""
    seats = BOOKS[name].component(part, on=day) or 20
    return tuple(BOOKS[name].electorate(on=day)) or tuple(f"member {n}" for n in range(seats))


@pytest.mark.parametrize(("name", "rule"), rules(), ids=lambda each: getattr(each, "name", each))
def test_a_rule_decides_from_its_first_day(name: str, rule: Rule) -> None:
    results = []
    for option in ("yes", "no"):
        votes = tuple(Ballot(voter, option) for voter in house(name, rule.part, rule.since))
        event = VoteEvent("1", rule.since, rule=f"{rule.part}.{rule.rule}", votes=votes)
        outcome = decide(BOOKS[name], event)
        assert (outcome.rule, outcome.reason != "") == (rule.name, True)
        results.append(outcome.result)
    assert results[0] == "adopted"
    assert results[1] in ("rejected", "dropped", "vetoed")


@pytest.mark.parametrize("name", BOOKS)
def test_every_election_elects_who_has_all_the_votes(name: str) -> None:
    for election in BOOKS[name].elections:
        voters = house(name, election.part, election.since)
        event = VoteEvent(
            "1",
            election.since,
            rule=f"{election.part}.{election.election}",
            votes=tuple(Ballot(voter, "Ayan") for voter in voters),
            candidates=("Ayan", "Berik"),
            places=1,
        )
        outcome = decide(BOOKS[name], event)
        assert (outcome.result, outcome.arithmetic["elected"]) == ("elected", ("Ayan",))


# --- unanimity and consensus


def test_an_abstention_or_an_absence_prevents_unanimity() -> None:
    for choice, result in (("yes", "adopted"), ("abstain", "rejected"), ("absent", "rejected")):
        assert put("baltic", "session", votes=said(EE="yes", LV="yes", LT=choice)) == result
        turkpa = put("turkpa", "plenary", votes=said(az="yes", kk="yes", kg="yes", tr=choice))
        assert turkpa == result
        assert put(
            "opec_conference", "conference", votes=said(A="yes", B="yes", C="yes", D=choice)
        ) == {"absent": "rejected"}.get(choice, result)


def test_a_commission_of_turkpa_does_not_wait_for_who_is_away() -> None:
    assert put("turkpa", "commission", votes=said(az="yes", kk="yes", tr="absent")) == "adopted"
    assert put("turkpa", "commission", votes=said(az="yes", kk="yes", tr="abstain")) == "rejected"


def test_the_baltic_assembly_wants_more_than_half_of_each_delegation() -> None:
    quorum = BOOKS["baltic"].quorum("session", on=DAY)
    assert quorum
    for lithuanians, reached in ((6, False), (11, True)):
        found = check_quorum(
            quorum,
            entitled=("EE", "LV", "LT"),
            present={"EE": 12, "LV": 12, "LT": lithuanians},
            purpose="decide",
        )
        assert found.reached is reached


def test_what_has_no_consensus_in_aipa_is_dropped() -> None:
    nine = {f"D{n}": "yes" for n in range(9)}
    assert put("aipa", "general_assembly", votes=said(**nine, D9="no")) == "dropped"
    assert put("aipa", "general_assembly", votes=said(**nine, D9="abstain")) == "adopted"
    assert (
        put("aipa", "general_assembly.off_agenda", votes=said(**nine, D9="abstain")) == "rejected"
    )


def test_in_the_cis_only_those_object_who_are_there_and_take_part() -> None:
    votes = said(BY="yes", KZ="yes", TJ="no")
    assert put("cis_ipa", "plenary", votes=votes, present=("BY", "KZ", "TJ")) == "rejected"
    assert put("cis_ipa", "plenary", votes=votes, present=("BY", "KZ")) == "adopted"


def test_consensus_minus_one_bears_one_objection() -> None:
    rest = {f"D{n}": "yes" for n in range(8)}
    assert put("osce_pa", "standing_committee", votes=said(**rest, A="no")) == "adopted"
    assert put("osce_pa", "standing_committee", votes=said(**rest, A="no", B="no")) == "rejected"
    outcome = held(
        "osce_pa", "standing_committee", votes=said(**rest, A="no", B="no"), present=(*rest, "A")
    )
    assert (outcome.result, outcome.arithmetic["unconfirmed"]) == ("adopted", ("absence",))
    assert outcome.confidence == "S"


def test_in_the_permanent_council_one_objection_prevents_a_decision() -> None:
    assert put("osce_permanent_council", "council", votes=said(A="yes", B="abstain")) == "adopted"
    assert put("osce_permanent_council", "council", votes=said(A="yes", B="no")) == "rejected"


@pytest.mark.parametrize(
    ("came", "option", "result"),
    [
        ("2026-03-02T11:59:59+00:00", "no", "rejected"),
        ("2026-03-02T11:59:59+00:00", "amendment", "rejected"),
        ("2026-03-02T12:00:00+00:00", "no", "adopted"),
    ],
)
def test_a_silence_is_broken_before_its_end_only(came: str, option: str, result: str) -> None:
    for body, rule in (
        ("osce_permanent_council", "council.silence"),
        ("unga", "plenary.silence"),
        ("opec_conference", "conference.silence"),
        ("osce_pa", "standing_committee.silence"),
    ):
        votes = (Ballot("A", option, date=came),)
        expires = "2026-03-02T12:00:00+00:00"
        assert put(body, rule, votes=votes, expires=expires) == result
        assert put(body, rule, votes=(), expires=expires) == "adopted"


# --- majorities


def test_a_majority_of_the_votes_cast_is_more_than_half() -> None:
    for body in ("pace", "nato_pa_1970s", "pabsec", "nordic_council", "wipo_diplomatic_conference"):
        assert put(body, "plenary", counts=counted(yes=10, no=10, abstain=5)) == "rejected"
        assert put(body, "plenary", counts=counted(yes=11, no=10, abstain=50)) == "adopted"


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        *[("pace", f"plenary.{kind}") for kind in ("recommendation", "opinion", "dismissal")],
        *[("unga", f"plenary.{kind}") for kind in ("important", "important_amendment")],
        *[("unga", f"{part}.reconsideration") for part in ("plenary", "committee")],
        *[("wipo_diplomatic_conference", f"plenary.{kind}") for kind in ("act", "reconsideration")],
        ("osce_pa", "bureau"),
        ("nato_pa_1970s", "plenary.recommendation"),
        ("ipu", "plenary.emergency_item"),
    ],
)
def test_two_thirds_of_the_votes_cast_are_exact(body: str, rule: str) -> None:
    assert put(body, rule, counts=counted(yes=66, no=33, abstain=40)) == "adopted"
    assert put(body, rule, counts=counted(yes=65, no=33)) == "rejected"


def test_the_joint_procedure_of_pace_has_a_floor() -> None:
    rule = "plenary.joint_procedure"
    assert put("pace", rule, counts=counted(yes=101, no=10), entitled=306) == "rejected"
    assert put("pace", rule, counts=counted(yes=102, no=51), entitled=306) == "adopted"
    assert put("pace", rule, counts=counted(yes=102, no=52), entitled=306) == "rejected"


def test_the_quorum_of_pace_counts_only_if_somebody_asks() -> None:
    votes = counted(yes=60, no=41)
    assert put("pace", "plenary", counts=votes, entitled=306, challenged=True) == "no_quorum"
    assert put("pace", "plenary", counts=counted(yes=15, no=5), entitled=306) == "adopted"
    one_more = counted(yes=60, no=42)
    assert put("pace", "plenary", counts=one_more, entitled=306, challenged=True) == "adopted"


def test_the_oas_reckons_by_all_its_member_states() -> None:
    for yes, result in ((17, "rejected"), (18, "adopted")):
        votes = counted(yes=yes, no=0, abstain=18 - yes + 17)
        assert put("oas_general_assembly", "plenary", counts=votes, entitled=35) == result
    few = counted(yes=17)
    assert put("oas_general_assembly", "plenary", counts=few, entitled=35) == "no_quorum"
    for rule in ("departure", "reconsideration"):
        for yes, result in ((23, "rejected"), (24, "adopted")):
            votes = counted(yes=yes, no=1)
            found = put("oas_general_assembly", f"plenary.{rule}", counts=votes, entitled=35)
            assert found == result


def test_a_committee_of_the_oas_votes_with_two_thirds_there() -> None:
    for present, result in ((23, "no_quorum"), (24, "adopted")):
        votes = counted(yes=20)
        found = put("oas_general_assembly", "committee", counts=votes, entitled=35, present=present)
        assert found == result


def test_pabsec_needs_more_than_half_of_the_delegations() -> None:
    for present, result in ((6, "no_quorum"), (7, "adopted")):
        votes = tuple(
            Ballot(f"member {n}", "yes" if n < present else "absent", group_id=f"state {n}")
            for n in range(13)
        )
        assert put("pabsec", "plenary", votes=votes) == result


def test_opec_needs_three_quarters_to_meet() -> None:
    nine = {f"M{n}": "yes" for n in range(9)}
    votes = said(**nine, A="absent", B="absent", C="absent", D="absent")
    assert put("opec_conference", "conference", votes=votes) == "no_quorum"


# --- the United Nations


def test_a_tie_in_the_plenary_is_voted_on_again_and_then_rejected() -> None:
    votes = counted(yes=50, no=50, abstain=7)
    assert put("unga", "plenary", counts=votes, round=1) == "tied"
    assert put("unga", "plenary", counts=votes, round=2) == "rejected"
    assert put("unga", "committee", counts=votes) == "rejected"


def test_the_assembly_decides_with_more_than_half_of_its_members() -> None:
    for present, result in ((96, "no_quorum"), (97, "adopted")):
        votes = counted(yes=60, no=30)
        for part in ("plenary", "committee"):
            assert put("unga", part, counts=votes, entitled=193, present=present) == result


def test_meetings_open_with_a_third_and_committees_with_a_quarter() -> None:
    book = BOOKS["unga"]
    opening = [book.quorum(part, on=DAY, purpose="open") for part in ("plenary", "committee")]
    assert [str(q.fraction) for q in opening if q] == ["1/3", "1/4"]


def test_before_the_rules_that_are_recalled_the_charter_alone_is_applied() -> None:
    votes = counted(yes=50, no=50)
    old = held("unga", "plenary", counts=votes, day="1950-01-01")
    assert (old.result, old.confidence) == ("rejected", "C")
    assert held("unga", "plenary", counts=votes).confidence == "R"


def test_motions_go_in_the_order_of_the_rules() -> None:
    for part in ("plenary", "committee"):
        motions = BOOKS["unga"].motions_in_order(part, on=DAY)
        assert [(m.motion, m.speakers_for, m.speakers_against) for m in motions] == [
            ("suspend_meeting", 0, 0),
            ("adjourn_meeting", 0, 0),
            ("adjourn_debate", 2, 2),
            ("close_debate", 0, 2),
        ]


def test_for_one_place_two_stand_in_the_second_ballot_and_the_lot_decides_a_tie() -> None:
    first = held("unga", "plenary.one_place", counts=counted(Aigul=40, Bekzat=35, Cholpon=25))
    assert (first.result, first.arithmetic["next"]) == ("next_round", ("Aigul", "Bekzat"))
    level = {"counts": counted(Aigul=50, Bekzat=50), "round": 2, "candidates": ("Aigul", "Bekzat")}
    assert put("unga", "plenary.one_place", **level) == "tied"
    drawn = held("unga", "plenary.one_place", **level, lot="the seed that was published")
    assert drawn.result == "elected"
    assert drawn.arithmetic["drawn"]["seed"] == "the seed that was published"


def test_for_several_places_twice_as_many_stand_as_there_are_places() -> None:
    votes = counted(A=70, B=40, C=30, D=20, E=10, ballots=100)
    found = held("unga", "plenary.several_places", counts=votes, places=2)
    assert found.result == "next_round"
    assert (found.arithmetic["elected"], found.arithmetic["next"]) == (("A",), ("B", "C"))


# --- elections elsewhere


def test_pace_elects_by_an_absolute_majority_then_by_the_most_votes() -> None:
    votes = counted(Aida=100, Bermet=90, Dana=60)
    assert put("pace", "plenary.appointment", counts=votes) == "next_round"
    second = held("pace", "plenary.appointment", counts=votes, round=2)
    assert (second.result, second.arithmetic["elected"]) == ("elected", ("Aida",))
    level = counted(Aida=90, Bermet=90)
    assert put("pace", "plenary.appointment", counts=level, round=2) in ("tied", "next_round")
    assert put("pace", "plenary.president", candidates=("Aida",)) == "elected"


def test_the_president_of_pam_needs_four_fifths() -> None:
    for yes, result in ((80, "elected"), (79, "next_round")):
        votes = counted(Aida=yes, Bermet=100 - yes)
        assert put("pam", "plenary.president", counts=votes) == result
    assert put("pam", "plenary.president", candidates=("Aida",)) == "elected"


def test_the_north_atlantic_assembly_had_two_ballots_of_absolute_majority() -> None:
    votes = counted(Aida=45, Bermet=40, Dana=15)
    results = [put("nato_pa_1970s", "plenary.election", counts=votes, round=n) for n in (1, 2, 3)]
    assert results == ["next_round", "next_round", "elected"]


# --- weights


def weighted(name: str, option: str, weight: int) -> Ballot:
    return Ballot(name, option, weight=weight)


def test_a_parliament_in_the_ipu_divides_its_votes_and_nobody_casts_more_than_ten() -> None:
    least = BOOKS["ipu"].value("plenary", "votes.least", on=DAY)
    bands = BOOKS["ipu"].value("plenary", "votes.by_population", on=DAY)
    assert isinstance(least, int)
    assert isinstance(bands, tuple)
    eight_million = least + int(dict(band.split(": ") for band in bands)["5-10"])
    assert eight_million == 12  # ten, and two by population
    votes = (weighted("A1", "yes", 10), weighted("A2", "yes", 2), weighted("B1", "no", 10))
    found = held("ipu", "plenary", votes=votes)
    assert (found.result, found.arithmetic["numerator"]) == ("adopted", 12)
    divided = (weighted("A", "yes", 7), weighted("A", "no", 5), weighted("B1", "no", 10))
    assert put("ipu", "plenary", votes=divided) == "rejected"
    assert put("ipu", "plenary", votes=(weighted("A1", "yes", 12),)) == "invalid"


def test_money_in_the_north_atlantic_assembly_was_voted_on_by_contribution() -> None:
    votes = (weighted("A", "yes", 30), weighted("B", "no", 10), weighted("C", "no", 10))
    assert put("nato_pa_1970s", "standing_committee.money", votes=votes) == "adopted"
    assert (
        put("nato_pa_1970s", "standing_committee", votes=said(A="yes", B="no", C="no"))
        == "rejected"
    )


def test_a_whole_text_falls_if_all_its_operative_parts_were_rejected() -> None:
    event = VoteEvent("3", DAY, rule="plenary", counts=counted(yes=60, no=40), parts=("1", "2"))
    results = {"1": "rejected", "2": "rejected"}
    assert decide(BOOKS["unga"], event, results).result == "rejected"
    assert decide(BOOKS["unga"], event, {**results, "2": "adopted"}).result == "adopted"
