"""Vote events by the names of Popolo, in and out."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.papers.popolo import Decided, events_of, given_out, taken_in
from kurultai.procedure.counting.event import Outcome, VoteEvent
from tests.papers.popolo_schema import faults_of
from tests.papers.shared import shared

OURS = {
    "identifier": "1",
    "start_date": "2013-10-09",
    "rule": "council.default",
    "counts": [{"option": "yes", "value": 3, "group_id": "g"}],
    "present": 4,
}


def read(written: object) -> list[VoteEvent | Outcome]:
    return list(events_of(json.dumps(written).encode()))


def test_our_own_names_are_left_as_they_are() -> None:
    assert taken_in(OURS) == OURS
    [event] = read(OURS)
    assert isinstance(event, VoteEvent)
    assert (event.identifier, event.rule, event.present) == ("1", "council.default", 4)


@pytest.mark.parametrize(
    ("written", "ours"),
    [
        ({"id": "v-1"}, {"identifier": "v-1"}),
        ({"id": "v-1", "identifier": 7}, {"identifier": 7}),
        ({"motion": {"requirement": "council.default"}}, {"rule": "council.default"}),
        ({"motion": {"requirement": "book/a.b"}, "rule": "c.d"}, {"rule": "c.d"}),
        ({"motion": {"requirement": "two-thirds majority"}}, {}),
        ({"motion": {"date": "2013-01-01"}}, {"start_date": "2013-01-01"}),
        ({"motion": "motion-1", "organization_id": "x", "sources": []}, {}),
        ({"result": "pass"}, {"stated": "adopted"}),
        ({"result": "lapsed"}, {"stated": "lapsed"}),
        ({"result": "fail", "counts": []}, {"stated": "rejected", "counts": []}),
        ({"result": "pass", "votes": [5]}, {"votes": [5]}),
        ({"result": "carried"}, {}),
        (
            {"counts": [{"option": "yes", "value": 1, "group": {"name": "G"}}]},
            {"counts": [{"option": "yes", "value": 1, "group_id": "G"}]},
        ),
        (
            {"votes": [{"voter": {"id": "a", "name": "A"}, "option": "paired", "pair_id": "b"}]},
            {"votes": [{"voter_id": "a", "option": "absent"}]},
        ),
        (
            {"votes": [{"voter_id": "a", "voter": {"id": "b"}, "group": None}]},
            {"votes": [{"voter_id": "a"}]},
        ),
        ({"votes": "none", "counts": 3}, {"votes": "none", "counts": 3}),
        ({"unheard_of": 1}, {"unheard_of": 1}),
    ],
)
def test_what_popolo_says_is_said_by_our_names(
    written: dict[str, Any], ours: dict[str, Any]
) -> None:
    assert taken_in(written) == ours


def test_the_motion_of_a_document_says_what_the_event_does_not() -> None:
    motion = {"id": "m", "date": "2013-01-01", "requirement": "a.b"}
    assert taken_in({"motion_id": "m"}, motion) == {"start_date": "2013-01-01", "rule": "a.b"}
    own = {"motion_id": "m", "motion": {"requirement": "c.d"}, "start_date": "2014-01-01"}
    assert taken_in(own, motion) == {"rule": "c.d", "start_date": "2014-01-01"}


def test_the_example_of_the_specification_is_understood() -> None:
    example = json.loads(shared("popolo_spec/examples/vote_event.json").read_text())
    [event] = read(example)
    assert isinstance(event, VoteEvent)
    assert (event.identifier, event.start_date) == ("1", "2013-10-09T18:53:09Z")
    assert [(c.group_id, c.option, c.value) for c in event.counts or ()][:2] == [
        ("Functional constituencies", "yes", 9),
        ("Functional constituencies", "no", 24),
    ]
    assert [(v.voter_id, v.option) for v in event.votes or ()] == [("albert-ho", "yes")]
    assert event.ignored == ()


def test_a_document_without_a_vote_event_is_answered_too() -> None:
    [found] = read({"vote_events": [], "persons": [{"id": "p"}]})
    assert isinstance(found, Outcome)
    assert found.arithmetic["refused"] == "line.no_event"


def test_what_refers_to_a_motion_in_no_way_that_there_is_refers_to_none() -> None:
    [one] = read({"id": "1", "motion_id": [], "start_date": "2013-01-01", "counts": []})
    assert isinstance(one, VoteEvent)
    document = {"motions": [{"id": {}}], "vote_events": [{"motion_id": {}, "id": "1"}, [], "x"]}
    assert [type(each) for each in read(document)] == [Outcome] * 3


def test_exact_numbers_stay_exact() -> None:
    line = b'{"id": "1", "start_date": "2013-01-01", "votes": [{"voter": {"id": "a"}, "option": "yes", "weight": 0.1}]}'  # noqa: E501 - one line
    [event] = events_of(line)
    assert isinstance(event, VoteEvent)
    assert event.votes is not None
    assert event.votes[0].weight == "1/10"


KEYS = [
    *("id", "identifier", "votes", "counts", "motion", "motion_id", "voter", "vote_events"),
    *("motions", "option", "group", "start_date", "result", "requirement"),
]
ANYTHING = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6)
    ),
)


@given(ANYTHING | st.dictionaries(st.sampled_from(KEYS), ANYTHING))
def test_whatever_is_written_has_an_answer(written: object) -> None:
    found = read(written)
    assert all(isinstance(one, VoteEvent | Outcome) for one in found)
    events = written.get("vote_events") if isinstance(written, dict) else None
    assert len(found) in (1, len(events) if isinstance(events, list) else 1)


DECIDED = Decided(
    id="decision:one",
    organization="Assembly",
    session="meeting:one",
    text="Shall it be so?",
    first="2026-05-01",
    last="",
    requirement="body/plenary.default",
    result="vetoed",
    options=(("party:a", "yes"), ("party:b", "not voting")),
    names={"party:a": "A", "party:b": "B"},
    sums={"yes": 1, "no": 0},
    groups={"north": "adopted", "south": "rejected"},
    sources=("https://example.org/decisions/one",),
)


def test_a_decision_is_given_out_as_the_schema_wants_it() -> None:
    event = given_out(DECIDED)
    assert event == {
        "id": "decision:one",
        "organization": {"name": "Assembly"},
        "legislative_session_id": "meeting:one",
        "motion": {
            "text": "Shall it be so?",
            "requirement": "body/plenary.default",
            "result": "fail",
        },
        "start_date": "2026-05-01",
        "result": "fail",
        "group_results": [
            {"group_id": "north", "result": "pass"},
            {"group_id": "south", "result": "fail"},
        ],
        "counts": [{"option": "yes", "value": 1}, {"option": "no", "value": 0}],
        "votes": [
            {"voter_id": "party:a", "voter": {"name": "A"}, "option": "yes"},
            {"voter_id": "party:b", "voter": {"name": "B"}, "option": "not voting"},
        ],
        "sources": [{"url": "https://example.org/decisions/one"}],
    }
    assert faults_of(event) == []


def test_the_schema_tells_right_from_wrong() -> None:
    wrong = {**given_out(DECIDED), "counts": [{"option": "yes", "value": "many"}]}
    assert [fault.partition(":")[0] for fault in faults_of(wrong)] == ["$.counts[0].value"]


def test_what_is_given_out_is_taken_in_again() -> None:
    ours = taken_in(given_out(DECIDED))
    assert ours["identifier"] == "decision:one"
    assert ours["rule"] == "body/plenary.default"
    assert ours["votes"] == [
        {"voter_id": "party:a", "option": "yes"},
        {"voter_id": "party:b", "option": "not voting"},
    ]
