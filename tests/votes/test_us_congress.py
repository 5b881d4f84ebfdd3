"""The 103rd Congress of the United States (1993-1994): every roll call of both houses."""

import gzip
import json
import re
from collections import Counter
from functools import cache
from typing import Any

import pytest

from tests.papers.shared import shared
from tests.votes.conftest import Event, decided
from tests.votes.plain import plainly

Roll = dict[str, Any]

OPTIONS = {
    "Yea": "yes",
    "Aye": "yes",
    "Nay": "no",
    "No": "no",
    "Present": "abstain",
    "Not Voting": "absent",
}
LOST = re.compile("Failed|Rejected|Defeated|Not ")
MEMBERS = 435  # of the House; with the delegates 440 vote in the Committee of the Whole
SPEAKER = "ELECTION OF SPEAKER"
CHAIR = "On the Decision of the Chair"


@cache
def rolls() -> tuple[Roll, ...]:
    with gzip.open(shared("us_congress") / "totals_103rd.jsonl.gz", "rt") as file:
        return tuple(json.loads(line) for line in file)


@cache
def ballots() -> dict[str, Roll]:
    """The roll calls that needed more than half, with who said what, by path."""
    name = "full_ballots_103rd_supermajority.jsonl.gz"
    with gzip.open(shared("us_congress") / name, "rt") as file:
        return {roll["path"]: roll for roll in map(json.loads, file)}


def part_of(roll: Roll) -> str:
    if roll["chamber"] == "s":
        return "senate"
    whole = sum(roll["counts"].values()) > MEMBERS or roll["type"] == "Call in Committee"
    return "committee_of_the_whole" if whole else "house"


def overturns(roll: Roll) -> bool:
    """Whether three fifths were needed to overturn the chair: then a nay is a vote for that."""
    return bool(roll["requires"] == "3/5" and roll["type"].startswith(CHAIR))


def rule_of(roll: Roll) -> str:
    match roll["requires"]:
        case "QUORUM":
            return "call"
        case "2/3":
            return "two_thirds"
        case "3/5" if overturns(roll):
            return "overturn_budget_ruling"
        case "3/5":
            return "cloture" if roll["category"] == "cloture" else "waive_budget_act"
        case _:
            return "speaker" if roll["type"] == SPEAKER else "default"


def option_of(roll: Roll, word: str) -> str:
    option = OPTIONS.get(word, word)
    return {"yes": "no", "no": "yes"}.get(option, option) if overturns(roll) else option


def event_of(roll: Roll) -> Event:
    """The roll call as an event; the Vice President's vote is taken out of the senators'."""
    counts = {word: value for word, value in roll["counts"].items() if value}
    if roll["vp"]:
        counts["Yea"] -= 1
    event = {
        "identifier": roll["path"],
        "start_date": roll["date"],
        "rule": f"{part_of(roll)}.{rule_of(roll)}",
        "counts": [{"option": option_of(roll, w), "value": n} for w, n in counts.items()],
    }
    if rule_of(roll) == "call":
        event |= {"counts": [], "present": counts["Present"], "entitled": sum(counts.values())}
    return {**event, "chair_vote": "yes"} if roll["vp"] else event


def published(roll: Roll) -> bool:
    """Whether the question was carried; of a ruling of the chair: whether it was overturned."""
    carried = LOST.search(roll["result"]) is None
    return not carried if overturns(roll) else carried


def carried(outcome: dict[str, Any]) -> bool:
    return outcome["result"] in ("adopted", "elected")


@cache
def found() -> tuple[tuple[Roll, dict[str, Any]], ...]:
    outcomes = decided("us_congress", map(event_of, rolls()))
    return tuple(zip(rolls(), outcomes, strict=True))


def test_every_roll_call_is_decided_as_the_clerks_published_but_one() -> None:
    """Of the one the source contradicts itself: "Agreed to (23-74)"."""
    assert len(found()) == 1846
    differ = [(roll, outcome) for roll, outcome in found() if published(roll) != carried(outcome)]
    assert [(roll["path"], roll["result_text"], o["result"]) for roll, o in differ] == [
        ("data/103/votes/1993/s14/data.json", "Amendment Agreed to (23-74)", "rejected")
    ]


def test_none_of_them_is_refused_or_without_a_quorum() -> None:
    assert {outcome["result"] for _, outcome in found()} == {
        *("adopted", "rejected", "tied", "elected")
    }


@pytest.mark.parametrize(
    ("requires", "number"), [("1/2", 1633), ("2/3", 105), ("3/5", 80), ("QUORUM", 28)]
)
def test_all_kinds_of_majority_are_among_them(requires: str, number: int) -> None:
    assert sum(roll["requires"] == requires for roll in rolls()) == number


def test_a_plain_count_would_get_many_wrong() -> None:
    """Of 1817 questions 60: the majorities above half, and equal votes that a casting one broke."""
    events = [(event_of(r), r) for r in rolls() if rule_of(r) not in ("call", "speaker")]
    wrong = [e["rule"] for e, r in events if (plainly(e) == "adopted") != published(r)]
    assert len(events) == 1817
    assert Counter(wrong) == {
        "house.two_thirds": 12,
        "senate.cloture": 28,
        "senate.default": 4,  # three with the Vice President's vote, and "Agreed to (23-74)"
        "senate.overturn_budget_ruling": 2,
        "senate.two_thirds": 1,
        "senate.waive_budget_act": 13,
    }


def test_equal_votes_carry_nothing_unless_the_vice_president_votes() -> None:
    tied = [
        (roll["result"], outcome["result"], outcome["arithmetic"].get("casting", ""))
        for roll, outcome in found()
        if roll["requires"] == "1/2" and plain_tie(event_of(roll))
    ]
    assert sorted(tied) == [
        ("Amendment Rejected", "tied", ""),
        ("Bill Passed", "adopted", "yes"),
        ("Conference Report Agreed to", "adopted", "yes"),
        ("Failed", "rejected", ""),
        ("Motion to Table Agreed to", "adopted", "yes"),
        ("Motion to Table Failed", "tied", ""),
        ("Motion to Table Failed", "tied", ""),
    ]


def plain_tie(event: Event) -> bool:
    sums = {count["option"]: count["value"] for count in event["counts"]}
    return bool(sums.get("yes") and sums["yes"] == sums.get("no"))


def test_the_speaker_is_elected_by_more_than_half_of_the_votes_for_persons() -> None:
    outcome = next(o for roll, o in found() if roll["type"] == SPEAKER)
    arithmetic = outcome["arithmetic"]
    assert outcome["result"] == "elected"
    assert (arithmetic["elected"], arithmetic["base_count"], arithmetic["needed"]) == (
        ["Foley"],
        429,
        215,
    )


def test_ballots_say_the_same_as_their_sums() -> None:
    called = [roll for roll in rolls() if roll["path"] in ballots()]
    events = [by_name(roll) for roll in called]
    sums = {roll["path"]: outcome["result"] for roll, outcome in found()}
    results = {o["identifier"]: o["result"] for o in decided("us_congress", events)}
    assert len(results) == 185
    assert results == {path: sums[path] for path in results}


def by_name(roll: Roll) -> Event:
    """The roll call as an event that names who voted."""
    votes = [
        {"voter_id": voter, "option": option_of(roll, word)}
        for word, voters in ballots()[roll["path"]]["votes"].items()
        for voter in voters
    ]
    event = event_of(roll)
    del event["counts"]
    return {**event, "votes": votes}


def said(**counts: int) -> list[dict[str, object]]:
    return [{"option": option, "value": value} for option, value in counts.items()]


def vote(day: str, rule: str, counts: list[dict[str, object]], **more: object) -> Event:
    return {"identifier": "1", "start_date": day, "rule": rule, "counts": counts, **more}


SPRING = "1993-03-25"
VECTORS = (
    (vote(SPRING, "senate.cloture", said(yes=60, no=40)), "adopted"),
    (vote(SPRING, "senate.cloture", said(yes=59, no=1, absent=40)), "rejected"),
    # of 99 sworn 60 are needed, of 98 only 59
    (vote(SPRING, "senate.cloture", said(yes=59, no=40)), "rejected"),
    (vote(SPRING, "senate.cloture", said(yes=59, no=39)), "adopted"),
    (vote(SPRING, "senate.cloture", said(yes=59, no=20), entitled=98), "adopted"),
    # the rule of 1975 came to count those who were away
    (vote("1975-03-06", "senate.cloture", said(yes=59, no=29, absent=12)), "adopted"),
    (vote("1975-03-07", "senate.cloture", said(yes=59, no=29, absent=12)), "rejected"),
    (vote("1950-05-19", "senate.cloture", said(yes=62, no=30, absent=4)), "rejected"),
    (vote("1959-01-12", "senate.cloture", said(yes=62, no=30, absent=4)), "adopted"),
    (vote("2013-11-20", "senate.cloture_nomination", said(yes=55, no=43, absent=2)), "rejected"),
    (vote("2013-11-21", "senate.cloture_nomination", said(yes=55, no=43, absent=2)), "adopted"),
    (vote(SPRING, "senate.default", said(yes=50, no=50)), "tied"),
    (vote(SPRING, "senate.default", said(yes=50, no=50), chair_vote="no"), "rejected"),
    (vote(SPRING, "senate.default", said(yes=50, no=49), chair_vote="no"), "adopted"),
    (vote(SPRING, "senate.default", said(yes=50, absent=50)), "no_quorum"),
    (vote(SPRING, "house.default", said(yes=200, no=17, absent=218)), "no_quorum"),
    (vote(SPRING, "house.default", said(yes=110, no=108, absent=217)), "adopted"),
    (vote(SPRING, "house.two_thirds", said(yes=200, no=100)), "adopted"),
    (vote(SPRING, "house.two_thirds", said(yes=199, no=100)), "rejected"),
    (vote(SPRING, "house.call", [], present=217, entitled=435), "no_quorum"),
    (vote(SPRING, "house.call", [], present=217, entitled=433), "adopted"),
    (vote(SPRING, "committee_of_the_whole.call", [], present=100, entitled=440), "adopted"),
    (vote(SPRING, "committee_of_the_whole.call", [], present=99, entitled=440), "no_quorum"),
    (vote(SPRING, "committee_of_the_whole.default", said(yes=51, no=49, absent=340)), "adopted"),
    (vote(SPRING, "committee_of_the_whole.default", said(yes=51, no=48, absent=341)), "no_quorum"),
    # votes for persons: 215 of 429 elect, 214 of 429 do not
    (vote(SPRING, "house.speaker", said(Foley=215, Michel=214)), "elected"),
    (vote(SPRING, "house.speaker", said(Foley=214, Michel=214, Walker=1)), "next_round"),
)


def test_each_rule_at_its_threshold() -> None:
    outcomes = decided("us_congress", (event for event, _ in VECTORS))
    given = [(event, o["result"]) for (event, _), o in zip(VECTORS, outcomes, strict=True)]
    assert given == list(VECTORS)
