"""Lines in and out: what can be read is read exactly, what cannot is answered, not raised."""

from fractions import Fraction
from typing import Any

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kurultai.procedure.counting.decide import decide
from kurultai.procedure.counting.event import Ballot, Count, Outcome, VoteEvent
from kurultai.procedure.counting.lines import LONGEST, invalid, read_event, write_outcome
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Condition
from tests.procedure.counting.sittings import DAY, Member, body, decided, rule

HEAD = {"identifier": "e", "start_date": DAY}
BOOK = body(
    rule("majority_cast", tie="lot", split=True, cap=9),
    rule(
        "conditions",
        "double",
        conditions=(
            Condition(fraction=Fraction(1, 2), more_than=True, each_group=True),
            Condition(measure="population", of="entitled", fraction=Fraction(2, 3)),
        ),
        veto="elder",
    ),
    rule("consensus_minus", "consensus", n=1, absent_objections=True),
    rule("silence", "silence"),
    rule("fraction_entitled", "departure", fraction=Fraction(1, 2)),
    members=[Member(name, population=1, group="g") for name in "ab"],
)


def read(**written: Any) -> VoteEvent | Outcome:  # noqa: ANN401 - what is written in a line
    return read_event(msgspec.json.encode({**HEAD, **written}))


def event(**written: Any) -> VoteEvent:  # noqa: ANN401 - what is written in a line
    found = read(**written)
    assert isinstance(found, VoteEvent), found
    return found


def why(line: bytes) -> tuple[str, str]:
    found = read_event(line)
    assert isinstance(found, Outcome)
    assert found.result == "invalid"
    return found.identifier, found.reason


def test_what_others_write_is_read() -> None:
    found = event(
        identifier=7,
        rule=None,
        votes=[{"voter_id": 1, "option": "yes", "group_id": None, "pair_id": "x"}],
        counts=[{"option": "yes", "value": 3.0, "group_id": 4}],
        entitled=[1, "b"],
        present=3,
        motion="m",
        departure={"rule": "plenary.other", "why": "", "counts": [{"option": "yes", "value": 1}]},
    )
    assert found == VoteEvent(
        "7",
        DAY,
        votes=(Ballot("1", "yes"),),
        counts=(Count("yes", 3, "4"),),
        entitled=("1", "b"),
        present=3,
        departure=found.departure,
        ignored=("pair_id", "motion", "why"),
    )
    assert found.departure is not None
    assert found.departure.counts == (Count("yes", 1),)
    assert decided(BOOK, votes=(Ballot("a", "yes"),), ignored=("motion",)).arithmetic[
        "ignored"
    ] == ("motion",)


@pytest.mark.parametrize(
    ("written", "weight"),
    [("0.5", "1/2"), ("0.1", "1/10"), ("2.0", 2), ("3", 3), ('"2/3"', "2/3"), ("1e-20", "1E-20")],
)
def test_a_weight_is_exact_as_it_is_written(written: str, weight: object) -> None:
    ballot = f'{{"voter_id":"a","option":"yes","weight":{written}}}'
    line = f'{{"identifier":"e","start_date":"{DAY}","votes":[{ballot}]}}'
    found = read_event(line.encode())
    assert isinstance(found, VoteEvent)
    assert found.votes == (Ballot("a", "yes", weight),)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "identifier", "reason"),
    [
        (b"", "", "line.not_json"),
        (b"{", "", "line.not_json"),
        (b"\xff\xfe", "", "line.not_json"),
        (b"[" * 100_000, "", "line.not_json"),
        (b'{"identifier": "\xff"}', "", "line.not_json"),
        (b'{"identifier": "x", "start_date": "2026", "departure": "y"}', "x", "line.wrong"),
        (b"[]", "", "line.not_object"),
        (b"3", "", "line.not_object"),
        (b"{}", "", "line.wrong"),
        (b'{"identifier": true}', "", "line.wrong"),
        (b'{"identifier": "x"}', "x", "line.wrong"),
        (b'{"identifier": 8, "start_date": 8}', "8", "line.wrong"),
        (b'{"identifier": "x", "start_date": "2026", "counts": {}}', "x", "line.wrong"),
        (b'{"identifier": "x", "start_date": "2026", "votes": [3]}', "x", "line.wrong"),
        (b'{"identifier": "x", "start_date": "2026", "departure": [[]]}', "x", "line.wrong"),
    ],
)
def test_a_line_that_cannot_be_read_is_answered_by_its_name(
    line: bytes, identifier: str, reason: str
) -> None:
    said = why(line)
    assert (said[0], said[1].partition(":")[0]) == (identifier, reason)


@pytest.mark.parametrize("value", [True, "3", 1.5, -0.5, None, [1]])
def test_a_number_that_is_none_is_refused(value: object) -> None:
    assert isinstance(read(counts=[{"option": "yes", "value": value}]), Outcome)


def test_every_name_may_be_a_whole_number_and_nothing_else() -> None:
    found = event(
        rule=1,
        lot=2,
        present=[3],
        candidates=[4],
        parts=[5],
        votes=[{"voter_id": "a", "option": "yes", "role": 6}],
    )
    assert (found.rule, found.lot, found.present) == ("1", "2", ("3",))
    assert (found.candidates, found.parts) == (("4",), ("5",))
    assert found.votes is not None
    assert found.votes[0].role == "6"
    for wrong in ([1], {"1": 1}, True):
        assert isinstance(read(rule=wrong), Outcome)


@pytest.mark.parametrize("key", ["ignored", "*ignored"])
def test_what_is_ignored_cannot_be_stated(key: str) -> None:
    assert event(**{key: ["present"]}).ignored == (key,)


@pytest.mark.parametrize(
    ("written", "weight"), [("1e-18", f"1/{10**18}"), ("1e-19", "1E-19"), ("1e18", 10**18)]
)
def test_a_number_is_exact_to_eighteen_digits(written: str, weight: object) -> None:
    ballot = f'{{"voter_id":"a","option":"yes","weight":{written}}}'
    found = read_event(f'{{"identifier":"e","start_date":"{DAY}","votes":[{ballot}]}}'.encode())
    assert isinstance(found, VoteEvent)
    assert found.votes == (Ballot("a", "yes", weight),)  # type: ignore[arg-type]


@pytest.mark.parametrize("line", [b"{", b"{}"])
def test_why_a_line_cannot_be_read_is_said_in_one_line(line: bytes) -> None:
    answer = read_event(line)
    assert isinstance(answer, Outcome)
    (why_not,) = answer.arithmetic["facts"].items()
    assert why_not[0] == "why"
    assert len(why_not[1]) > 1
    assert (answer.rule, answer.result) == ("", "invalid")


def test_a_line_may_be_sixty_four_million_bytes_long() -> None:
    assert LONGEST == 67_108_864
    assert why(b" " * LONGEST)[1].startswith("line.not_json")


def test_a_line_without_end_is_not_read() -> None:
    assert why(b" " * (LONGEST + 1)) == ("", f"line.too_long: bytes {LONGEST + 1}")


def test_an_outcome_is_one_line_with_exact_numbers() -> None:
    book = body(rule("majority_cast"))
    outcome = decided(book, votes=(Ballot("a", "yes", "1/2"), Ballot("b", "no", "3/2")))
    line = write_outcome(outcome)
    assert b"\n" not in line
    told = msgspec.json.decode(line)
    assert list(told) == [
        "identifier",
        "result",
        "rule",
        "article",
        "confidence",
        "reason",
        "arithmetic",
    ]
    assert told["arithmetic"]["numerator"] == "1/2"
    assert told["arithmetic"]["base_count"] == 2
    assert told["arithmetic"]["no"] == ["b"]
    refused = invalid("x", Refused("count.nothing"), "plenary")
    assert msgspec.json.decode(write_outcome(refused)) == {
        "identifier": "x",
        "result": "invalid",
        "rule": "plenary",
        "article": "",
        "confidence": "",
        "reason": "count.nothing",
        "arithmetic": {"refused": "count.nothing", "facts": {}},
    }
    with pytest.raises(NotImplementedError):
        write_outcome(Outcome("x", "", "", "", "", "", {"x": object()}))


# --- nothing is raised

WORDS = st.sampled_from(
    ["a", "b", "yes", "no", "abstain", "absent", "not voting", "recused", "amendment", "g", "elder",
     "plenary.double", "plenary.consensus", "plenary.silence", "plenary", DAY, "2026-03-14T12:00Z",
     "adopted", "rejected", "1/2", "", "\u0000", "0"]
)  # fmt: skip
NUMBERS = st.one_of(
    st.integers(-2, 5), st.integers(), st.floats(), st.sampled_from([10**12, 10**25])
)
SCALARS = st.one_of(st.none(), st.booleans(), NUMBERS, WORDS, st.text(max_size=5))
KEYS = st.sampled_from([*VoteEvent.__struct_fields__, *Ballot.__struct_fields__, "value", "odd"])
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=12,
)
BALLOTS = st.fixed_dictionaries(
    {"voter_id": WORDS, "option": WORDS},
    optional={
        "weight": SCALARS, "group_id": WORDS, "role": WORDS, "date": WORDS, "odd": SCALARS,
    },
)  # fmt: skip
COUNTS = st.fixed_dictionaries(
    {"option": WORDS, "value": st.integers(0, 4) | SCALARS}, optional={"group_id": WORDS}
)
EVENTS = st.fixed_dictionaries(
    {"identifier": WORDS, "start_date": st.just(DAY) | WORDS},
    optional={
        "rule": WORDS,
        "votes": st.lists(BALLOTS, max_size=4),
        "counts": st.lists(COUNTS, max_size=4),
        "present": st.integers(0, 4) | st.lists(WORDS, max_size=4) | SCALARS,
        "entitled": st.integers(0, 4) | st.lists(WORDS, max_size=4) | SCALARS,
        "chair_vote": WORDS,
        "challenged": st.booleans(),
        "round": st.integers(-1, 3),
        "lot": WORDS,
        "expires": WORDS,
        "stated": WORDS,
        "lapses_with": st.dictionaries(WORDS, WORDS, max_size=2),
        "parts": st.lists(WORDS, max_size=2),
        "departure": st.fixed_dictionaries(
            {"rule": WORDS}, optional={"votes": st.lists(BALLOTS, max_size=2)}
        ),
    },
)
RESULTS = {
    "adopted", "rejected", "no_quorum", "tied", "vetoed", "dropped", "lapsed", "invalid",
}  # fmt: skip


def answered(line: bytes) -> None:
    """One answer, of a known result, that can be written and read again."""
    for book in (BOOK, body(rule("majority_cast"), rule("consensus_minus", "consensus"))):
        found = read_event(line)
        outcome = decide(book, found, {"a": "rejected"}) if isinstance(found, VoteEvent) else found
        assert outcome.result in RESULTS
        assert outcome.reason
        assert msgspec.json.decode(write_outcome(outcome))["identifier"] == outcome.identifier


@given(st.binary(max_size=60))
def test_any_bytes_are_answered(line: bytes) -> None:
    answered(line)


@given(ANYTHING)
@example({"identifier": "e", "start_date": DAY, "votes": [{"voter_id": "a", "weight": 1e300}]})
def test_any_json_is_answered(written: object) -> None:
    answered(msgspec.json.encode(written))


@settings(max_examples=500)
@given(EVENTS)
def test_anything_like_an_event_is_answered(written: dict[str, Any]) -> None:
    answered(msgspec.json.encode(written))


def test_what_is_not_well_formed_text_is_answered() -> None:
    answered(b'{"identifier": "\\ud800", "start_date": "2026-03-14", "counts": []}')
    answered(
        b'{"identifier": "e", "start_date": "2026-03-14", "votes": [{"voter_id": "a", '
        b'"option": "yes", "weight": 1e999999999}]}'
    )
    answered(
        b'{"identifier": "e", "start_date": "2026-03-14", "counts": [{"option": "yes", '
        b'"value": 1e400}]}'
    )
