"""Votes of the Security Council that are well known, and the two rules at their thresholds."""

from collections.abc import Iterable
from typing import Any

from tests.votes.conftest import Event, decided

PERMANENT = ("China", "France", "Russia", "United Kingdom", "United States")
Said = dict[str, str]


def vote(
    day: str, rule: str = "", *, permanent: Said, elected: tuple[int, int, int], absent: int = 0
) -> Event:
    """What permanent members said who did not say yes, and how many elected ones said what."""
    options = {name: permanent.get(name, "yes") for name in PERMANENT}
    said = ["yes"] * elected[0] + ["no"] * elected[1] + ["abstain"] * elected[2]
    others = [*said, *["recused"] * absent]
    votes: list[dict[str, Any]] = [
        {"voter_id": name, "option": option, "role": "permanent"}
        for name, option in options.items()
    ]
    votes += [{"voter_id": f"member {n}", "option": o} for n, o in enumerate(others, start=1)]
    return {
        "identifier": day,
        "start_date": day,
        "rule": f"council.{rule or 'default'}",
        "votes": votes,
    }


def results(events: Iterable[Event]) -> list[str]:
    return [outcome["result"] for outcome in decided("un_security_council", events)]


RUSSIA, CHINA, BRITAIN = "Russia", "China", "United Kingdom"
FRANCE, STATES = "France", "United States"


KNOWN = (
    # 1946: the first veto; France and the United Kingdom took no part as parties to the dispute
    (
        vote(
            "1946-02-16",
            permanent={RUSSIA: "no", FRANCE: "recused", BRITAIN: "recused"},
            elected=(5, 0, 1),
        ),
        "vetoed",
    ),
    # 1950, Korea: the permanent member that stayed away did not stop resolution 82
    (vote("1950-06-25", permanent={RUSSIA: "absent"}, elected=(5, 0, 1)), "adopted"),
    # 1956, Suez: resolution 119 was on procedure, two permanent members voted against it
    (
        vote(
            "1956-10-31",
            "procedural",
            permanent={FRANCE: "no", BRITAIN: "no"},
            elected=(4, 0, 2),
        ),
        "adopted",
    ),
    # 1960, the Eichmann case: Argentina took no part in the vote on resolution 138
    (vote("1960-06-23", permanent={RUSSIA: "abstain"}, elected=(4, 0, 1), absent=1), "adopted"),
    # 1990, Kuwait: resolution 678, China abstained
    (vote("1990-11-29", permanent={CHINA: "abstain"}, elected=(8, 2, 0)), "adopted"),
    # 2011, Libya: resolution 1973
    (
        vote("2011-03-17", permanent={CHINA: "abstain", RUSSIA: "abstain"}, elected=(7, 0, 3)),
        "adopted",
    ),
    # 2014, Palestine: eight in favour; too few, whoever else was against
    (
        vote("2014-12-30", permanent={STATES: "no", BRITAIN: "abstain"}, elected=(5, 1, 4)),
        "rejected",
    ),
    # 2016: resolution 2334
    (vote("2016-12-23", permanent={STATES: "abstain"}, elected=(10, 0, 0)), "adopted"),
    # 2017, Jerusalem: fourteen in favour
    (vote("2017-12-18", permanent={STATES: "no"}, elected=(10, 0, 0)), "vetoed"),
    # 2022, Ukraine: vetoed on the 25th, referred to the Assembly on the 27th by procedure
    (
        vote("2022-02-25", permanent={RUSSIA: "no", CHINA: "abstain"}, elected=(8, 0, 2)),
        "vetoed",
    ),
    (
        vote(
            "2022-02-27",
            "procedural",
            permanent={RUSSIA: "no", CHINA: "abstain"},
            elected=(8, 0, 2),
        ),
        "adopted",
    ),
)


def test_known_votes_end_as_they_ended() -> None:
    assert results(event for event, _ in KNOWN) == [expected for _, expected in KNOWN]


def test_seven_in_favour_were_enough_until_the_charter_was_amended() -> None:
    days = ("1965-08-30", "1965-08-31")
    for rule in ("default", "procedural"):
        events = (vote(day, rule, permanent={}, elected=(2, 0, 4)) for day in days)
        assert results(events) == ["adopted", "rejected"]


def test_nine_in_favour_are_needed_since() -> None:
    events = (vote(LATER, permanent={}, elected=(yes, 0, 10 - yes)) for yes in (4, 3))
    assert results(events) == ["adopted", "rejected"]


def test_all_five_permanent_members_may_abstain_or_stay_away() -> None:
    events = (
        vote(LATER, permanent=dict.fromkeys(PERMANENT, said), elected=(9, 1, 0))
        for said in ("abstain", "absent", "not voting", "recused")
    )
    assert results(events) == ["adopted"] * 4


def test_elected_members_have_no_veto() -> None:
    assert results([vote(LATER, permanent={}, elected=(4, 6, 0))]) == ["adopted"]


def test_a_veto_names_who_cast_it_and_each_alone_is_one() -> None:
    events = [vote(LATER, permanent={name: "no"}, elected=(10, 0, 0)) for name in PERMANENT]
    found = decided("un_security_council", events)
    assert [o["arithmetic"]["vetoed_by"] for o in found] == [[name] for name in PERMANENT]
    assert {o["result"] for o in found} == {"vetoed"}


def test_sums_decide_only_where_nobody_was_against() -> None:
    """Who cast the votes against is not known from sums, and one might be a veto."""
    said = [{"option": "yes", "value": 14}]
    against = [*said, {"option": "no", "value": 1}]
    given = {"identifier": "1", "start_date": LATER}
    assert results({**given, "counts": counts} for counts in (said, against)) == [
        "adopted",
        "invalid",
    ]


def test_votes_without_roles_decide_only_where_nobody_was_against() -> None:
    """If the event does not say who is permanent, a vote against might be a veto."""
    for against, expected in ({}, "adopted"), ({CHINA: "no"}, "invalid"):
        event = vote(LATER, permanent=against, elected=(10, 0, 0))
        for ballot in event["votes"]:
            ballot.pop("role", "")
        assert results([event]) == [expected]


LATER = "2020-01-10"
