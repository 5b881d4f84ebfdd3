"""The Council of the European Union: its public votes of 2009 to 2012, state by state."""

import csv
from functools import cache

import pytest

from kurultai import rulebooks
from kurultai.procedure.rulebook import load
from tests.papers.shared import shared
from tests.votes.conftest import Event, decided
from tests.votes.plain import plainly

OPTIONS = {"1": "yes", "0": "abstain", "-1": "no"}  # nothing: took no part in the act
RULES = {"qualified majority": "council.default", "unanimity": "council.unanimity"}
STATES = (
    *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HU"),
    *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
)
DIVORCE = "3061-1"  # the law of divorce for fourteen states, the first act of only some
PERFORMERS = "3109-05"  # the term of protection of performers: 255 votes, exactly what it needed


@cache
def acts() -> dict[str, dict[str, str]]:
    with (shared("eu_council") / "votes_2009_2012.csv").open(encoding="utf-8") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def event_of(act: dict[str, str], **more: object) -> Event:
    """The act as an event: those who took part are entitled, and nobody else."""
    voted = {state: act[state] for state in STATES if act[state]}
    return {
        "identifier": act["id"],
        "start_date": act["date"],
        "rule": RULES[act["votingrule"]],
        "entitled": list(voted),
        "votes": [{"voter_id": s, "option": OPTIONS[said]} for s, said in voted.items()],
        **more,
    }


def test_every_act_is_adopted_as_it_was() -> None:
    """The set holds adopted acts only, so a plain count errs on none: the next tests bite."""
    events = [event_of(act) for act in acts().values()]
    outcomes = decided("eu_council", events)
    assert len(outcomes) == 285
    assert {outcome["result"] for outcome in outcomes} == {"adopted"}
    assert {plainly(event) for event in events} == {"adopted"}


def test_every_qualified_majority_had_the_population_too_had_anybody_asked() -> None:
    events = [event_of(act, challenged=True) for act in acts().values()]
    outcomes = decided("eu_council", events)
    assert {outcome["result"] for outcome in outcomes} == {"adopted"}


def test_no_act_lacked_a_vote_less() -> None:
    """One act had exactly the 255 votes it needed: with any one state less it is rejected."""
    act = event_of(acts()[PERFORMERS])
    found = decided("eu_council", [act])[0]["arithmetic"]["conditions"][0]
    assert (found["numerator"], found["needed"], found["base_count"]) == (255, 255, 345)
    fewer = [{**act, "votes": without(act, v["voter_id"])} for v in in_favour(act)]
    assert {outcome["result"] for outcome in decided("eu_council", fewer)} == {"rejected"}
    assert {plainly(event) for event in fewer} == {"adopted"}


def in_favour(event: Event) -> list[dict[str, str]]:
    return [vote for vote in event["votes"] if vote["option"] == "yes"]


def without(event: Event, state: str) -> list[dict[str, str]]:
    """The votes with that state abstaining."""
    changed = {"voter_id": state, "option": "abstain"}
    return [changed if vote["voter_id"] == state else vote for vote in event["votes"]]


def test_twenty_three_acts_were_of_some_states_only() -> None:
    numbers = [len(event_of(act)["entitled"]) for act in acts().values()]
    assert {n: numbers.count(n) for n in set(numbers)} == PARTICIPANTS


PARTICIPANTS = {14: 1, 24: 10, 25: 6, 26: 6, 27: 262}


def test_an_act_of_some_states_is_decided_over_them_alone() -> None:
    act = event_of(acts()[DIVORCE], rule="council.default")
    over_all = {key: value for key, value in act.items() if key != "entitled"}
    found, all_found = decided("eu_council", [act, over_all])
    assert (found["result"], all_found["result"]) == ("adopted", "rejected")
    first, all_first = (o["arithmetic"]["conditions"][0] for o in (found, all_found))
    assert (first["numerator"], first["needed"], first["base_count"]) == (202, 150, 202)
    assert (all_first["numerator"], all_first["needed"], all_first["base_count"]) == (202, 255, 345)
    assert len(act["entitled"]) == 14


def vote(day: str, yes: str, no: str = "", rule: str = "default", **more: object) -> Event:
    options = {**dict.fromkeys(yes.split(), "yes"), **dict.fromkeys(no.split(), "no")}
    return {
        "identifier": day,
        "start_date": day,
        "rule": f"council.{rule}",
        "votes": [{"voter_id": state, "option": said} for state, said in options.items()],
        **more,
    }


FIFTEEN = "AT BE DE DK ES FI FR GB GR IE IT LU NL PT SE"
TEN = "CY CZ EE HU LT LV MT PL SI SK"
EIGHT = "DE FR GB IT ES PL RO NL"
SMALL = "EE CY LU MT SI LV IE DK"


def less(states: str, fewer: str) -> str:
    return " ".join(state for state in states.split() if state not in fewer.split())


ALL_28 = f"{FIFTEEN} {TEN} BG RO HR"


CHANGES = (
    # fifteen old members alone: 77 of 87 votes, then 77 of 124
    (
        *("2004-04-30", "2004-05-01"),
        (less(FIFTEEN, "IT"), "IT"),
        ("adopted", "rejected"),
    ),
    # against: 31 of 124 votes, then 95 of 321, since Spain and Poland came to weigh more
    (
        *("2004-10-31", "2004-11-01"),
        (less(f"{FIFTEEN} {TEN}", "DE ES PL GR"), "DE ES PL GR"),
        ("adopted", "rejected"),
    ),
    # 255 of 345 votes, then of 352
    (
        *("2013-06-30", "2013-07-01"),
        ("BG CY DE DK FI FR GB GR HU ES IE IT LT LV MT PL PT", "BE CZ LU NL RO SE SI SK"),
        ("adopted", "rejected"),
    ),
    # sixteen states with 77 % of the population, but few votes
    (
        *("2014-10-31", "2014-11-01"),
        (f"{EIGHT} {SMALL}", less(ALL_28, f"{EIGHT} {SMALL}")),
        ("rejected", "adopted"),
    ),
    # fifteen states with 277 votes are more than half of 28, but not 55 %
    (
        *("2014-10-31", "2014-11-01"),
        (f"{EIGHT} BE GR CZ PT HU SE AT", "BG DK EE FI HR CY IE LT LU LV MT SI SK"),
        ("adopted", "rejected"),
    ),
)


def test_the_same_votes_end_otherwise_when_the_rules_change() -> None:
    events = [vote(day, *votes) for *days, votes, _ in CHANGES for day in days]
    results = [outcome["result"] for outcome in decided("eu_council", events)]
    assert results == [result for *_, results in CHANGES for result in results]


THREE = "DE FR GB"


FIVE = "BE DE FR LU NL"
NINE_AND_SI = "DE FR IT ES BE GR NL PT AT SI"
TEN_OF_28 = {"entitled": NINE_AND_SI.split()}
NINE = "DE FR GB IT ES BE GR NL PT"
VECTORS = (
    # 62 of 87 votes, and not 61; 54 of 76; 45 of 63
    (vote("2004-04-30", less(FIFTEEN, "DE FR BE"), "DE FR BE"), "adopted"),
    (vote("2004-04-30", less(FIFTEEN, "DE ES SE AT"), "DE ES SE AT"), "rejected"),
    (vote("1994-12-31", "BE DK ES FR GB GR IE IT", "DE"), "adopted"),
    (vote("1994-12-31", "BE DK ES FR GB GR IT LU", "DE"), "rejected"),
    (vote("1985-12-31", "BE FR DE IT GB", "DK"), "adopted"),
    (vote("1985-12-31", "DK IE FR DE IT LU NL", "GB"), "rejected"),
    # ten of fifteen states where the Commission has not proposed, however many votes nine have
    (vote("1995-01-01", NINE, "AT"), "adopted"),
    (vote("1995-01-01", NINE, "AT", rule="own_initiative"), "rejected"),
    (vote("1995-01-01", f"{NINE} LU", "AT", rule="own_initiative"), "adopted"),
    # 62 % of the population only if asked for
    (vote("2014-10-31", less(ALL_28, THREE), THREE), "adopted"),
    (vote("2014-10-31", less(ALL_28, THREE), THREE, challenged=True), "rejected"),
    # three states cannot block though they have 41 % of the population; four can
    (vote("2014-11-01", less(ALL_28, THREE), THREE), "adopted"),
    (vote("2014-11-01", less(ALL_28, f"{THREE} MT"), f"{THREE} MT"), "rejected"),
    # without a proposal of the Commission there is no such mercy
    (vote("2014-11-01", less(ALL_28, THREE), THREE, rule="own_initiative"), "rejected"),
    # 21 of 28 are 72 %, 20 are not
    (
        vote("2014-11-01", less(ALL_28, SMALL), less(SMALL, "DK"), rule="own_initiative"),
        "rejected",
    ),
    (
        vote("2014-11-01", less(ALL_28, less(SMALL, "DK")), "", rule="own_initiative"),
        "adopted",
    ),
    # until March 2017 the votes of before could be asked for
    (vote("2017-03-31", f"{EIGHT} BE GR CZ PT HU SE AT", "MT", rule="former"), "adopted"),
    (vote("2017-04-01", f"{EIGHT} BE GR CZ PT HU SE AT", "MT", rule="former"), "rejected"),
    # two thirds of the members where the Commission has not proposed: 18 of 27, not 17
    (
        vote("2012-05-10", f"{EIGHT} BE GR CZ PT HU SE AT BG DK", "", rule="own_initiative"),
        "rejected",
    ),
    (
        vote("2012-05-10", f"{EIGHT} BE GR CZ PT HU SE AT BG DK MT", "", rule="own_initiative"),
        "adopted",
    ),
    (vote("2012-05-10", f"{TEN} BG RO DK IE", "", rule="simple"), "adopted"),
    (vote("2012-05-10", f"{TEN} BG RO DK", "DE", rule="simple"), "rejected"),
    # who abstains does not prevent unanimity, who votes against does
    (vote("2012-05-10", less(ALL_28, "GB HR"), "", rule="unanimity"), "adopted"),
    (vote("2012-05-10", less(ALL_28, "GB HR"), "GB", rule="unanimity"), "rejected"),
    # a state that is not, or no longer, a member does not vote
    (vote("2013-06-30", less(ALL_28, ""), ""), "invalid"),
    (vote("2020-01-31", ALL_28), "adopted"),
    (vote("2020-02-01", ALL_28), "invalid"),
    (vote("2012-05-10", f"{EIGHT} MT LU CY SI EE", ""), "no_quorum"),
    # of five states that take part three are 55 %, and need 65 % of the population of the five
    (vote("2016-01-01", "DE BE LU", rule="participants", entitled=FIVE.split()), "rejected"),
    (vote("2016-01-01", "DE FR LU", rule="participants", entitled=FIVE.split()), "adopted"),
    # two of ten, Germany and France, could block them; it takes a third
    (
        vote("2016-01-01", less(NINE_AND_SI, "DE FR"), "DE FR", "participants", **TEN_OF_28),
        "adopted",
    ),
    (
        vote("2016-01-01", less(NINE_AND_SI, "DE FR SI"), "DE FR", "participants", **TEN_OF_28),
        "rejected",
    ),
)


def test_each_rule_at_its_threshold() -> None:
    outcomes = decided("eu_council", (event for event, _ in VECTORS))
    given = [(event, o["result"]) for (event, _), o in zip(VECTORS, outcomes, strict=True)]
    assert given == list(VECTORS)


@pytest.mark.parametrize(
    ("day", "members", "votes", "population"),
    [
        ("1985-12-31", 10, 63, 0),
        ("1986-01-01", 12, 76, 0),
        ("1995-01-01", 15, 87, 0),
        ("2004-05-01", 25, 124, 0),
        ("2004-11-01", 25, 321, 4_585_990),
        ("2009-06-01", 27, 345, 4_974_931),
        ("2013-07-01", 28, 352, 5_080_779),
        ("2020-02-01", 27, 323, 4_442_039),
    ],
)
def test_so_many_members_have_so_many_votes(
    day: str, members: int, votes: int, population: int
) -> None:
    electorate = load(rulebooks.text("eu_council"), "eu_council").electorate(on=day).values()
    assert len(electorate) == members
    assert sum(voter.weight for voter in electorate) == votes
    assert sum(voter.population for voter in electorate) == population
