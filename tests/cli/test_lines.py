"""Lines in whatever pieces they come, and answers to whatever stands in them."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai import rulebooks
from kurultai.cli.decide import Told, answers
from kurultai.cli.lines import lines
from kurultai.cli.main import main
from kurultai.language import LANGUAGES
from kurultai.procedure.rulebook import Rulebook, load

BOOKS = {name: load(rulebooks.text(name), name) for name in rulebooks.names()}


class Pieces(io.RawIOBase):
    """What comes piece by piece, as from a pipe."""

    def __init__(self, pieces: list[bytes]) -> None:
        self.pieces = iter(pieces)

    def read(self, _: int = -1, /) -> bytes:
        return next(self.pieces, b"")


@given(st.lists(st.binary(min_size=1, max_size=12).map(lambda b: b.replace(b"\x00", b"\n"))))
def test_lines_do_not_depend_on_the_pieces_in_which_they_come(pieces: list[bytes]) -> None:
    whole = b"".join(pieces)
    expected = [line.removesuffix(b"\r") for line in whole.split(b"\n")]
    found = list(lines(Pieces(pieces), lambda: None))
    assert found == (expected[:-1] if whole.endswith(b"\n") or not whole else expected)


@given(st.lists(st.sampled_from([b"abc", b"\n", b"abcdef\nx"])), st.integers(0, 8))
def test_of_a_line_that_is_too_long_only_its_length_is_kept(pieces: list[bytes], most: int) -> None:
    all_of_it = list(lines(Pieces(pieces), lambda: None))
    found = list(lines(Pieces(pieces), lambda: None, most))
    assert found == [line if len(line) <= most else len(line) for line in map(bytes, all_of_it)]


def test_whoever_waits_is_told_after_each_piece() -> None:
    told: list[int] = []
    found: list[bytes | int] = []
    for line in lines(Pieces([b"a\nb", b"\nc"]), lambda: told.append(len(found))):
        found.append(line)  # noqa: PERF402 - one by one, as it is asked
    assert (found, told) == ([b"a", b"b", b"c"], [1, 2, 3])


# --- answers

NUMBERS = st.integers(-1, 12) | st.sampled_from([10**12, 10**13, "1/2", 0.5, True, None, "x"])
NAMES = st.sampled_from(["a", "b", "DE", "FR", 1, ""])
OPTIONS = st.sampled_from(["yes", "no", "abstain", "absent", "not voting", "recused", "a", "blank"])
COUNTS = st.fixed_dictionaries(
    {"option": OPTIONS, "value": st.integers(0, 9) | NUMBERS}, optional={"group_id": NAMES}
)
VOTES = st.fixed_dictionaries(
    {"voter_id": NAMES, "option": OPTIONS},
    optional={
        "weight": NUMBERS,
        "group_id": NAMES,
        "role": st.sampled_from(["permanent", "chair"]),
        "date": st.sampled_from(["2025-12-10", "2025-12-10T10:00Z", "late"]),
    },
)
WHO = st.integers(-1, 20) | st.lists(NAMES, max_size=4)
RULES = [
    f"{book.name}/{name}"
    for book in BOOKS.values()
    for name in (
        *(f"{rule.part}.{rule.rule}" for rule in book.rules),
        *(f"{election.part}.{election.election}" for election in book.elections),
    )
]
DEPARTURE = {"rule": st.sampled_from(RULES), "counts": st.lists(COUNTS)}
EVENTS = st.fixed_dictionaries(
    {"identifier": NAMES, "start_date": st.sampled_from(["2025-12-10", "2010-01-01", "soon"])},
    optional={
        "counts": st.lists(COUNTS, max_size=4),
        "votes": st.lists(VOTES, max_size=4),
        "present": WHO,
        "entitled": WHO,
        "chair_vote": st.sampled_from(["yes", "no", "abstain", "a"]),
        "challenged": st.booleans(),
        "round": st.integers(-1, 3),
        "candidates": st.lists(NAMES, max_size=3),
        "places": st.integers(-1, 3),
        "lot": st.sampled_from(["seed", "a\nb", ""]),
        "expires": st.sampled_from(["2025-12-10T09:00Z", "late"]),
        "lapses_with": st.just({"a": "adopted"}),
        "parts": st.lists(NAMES, max_size=2),
        "stated": st.sampled_from(["adopted", "lost"]),
        "departure": st.fixed_dictionaries(DEPARTURE),
        "unheard_of": st.none(),
    },
)
RESULTS = {
    *("adopted", "rejected", "no_quorum", "tied", "vetoed", "dropped", "lapsed"),
    *("elected", "next_round", "invalid"),
}


def answered(book: Rulebook, events: list[Any], language: str) -> Iterator[dict[str, Any]]:
    given_lines = iter([json.dumps(event).encode() for event in events])
    for line in answers(book, given_lines, Told(book, language, explain=True)):
        assert line.endswith(b"\n")
        answer: dict[str, Any] = json.loads(line)
        yield answer


@given(st.sampled_from(RULES), st.lists(EVENTS, min_size=1, max_size=3), st.sampled_from(LANGUAGES))
def test_whatever_is_asked_has_one_answer_and_no_fault_of_ours(
    rule: str, events: list[dict[str, Any]], language: str
) -> None:
    book = BOOKS[rule.partition("/")[0]]
    found = list(answered(book, [{**event, "rule": rule} for event in events], language))
    assert len(found) == len(events)
    for event, answer in zip(events, found, strict=True):
        assert answer["result"] in RESULTS
        assert answer["identifier"] == str(event["identifier"])
        assert answer["arithmetic"].get("refused") != "line.failed", answer["reason"]
        assert answer["said"]


def test_a_fault_of_ours_in_one_line_does_not_take_the_others_with_it() -> None:
    class Broken(Rulebook):
        """A rulebook of which a part is not there."""

        __slots__ = ()

        def quorum(self, *_: object, **__: object) -> None:
            raise ZeroDivisionError

    pace = BOOKS["pace"]
    broken = Broken(*(getattr(pace, name) for name in Rulebook.__slots__))
    count = {"option": "yes", "value": 1}
    event = {"identifier": "a", "start_date": "2026-01-01", "counts": [count]}
    failed, empty = answered(broken, [event, 5], "en")
    assert failed["arithmetic"]["refused"] == "line.failed"
    assert "ZeroDivisionError" in failed["reason"]
    assert empty["arithmetic"]["refused"] == "line.not_object"


def test_the_command_reads_standard_input_and_writes_standard_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    count = {"option": "yes", "value": 1}
    event = {"identifier": "a", "start_date": "2026-01-01", "counts": [count]}
    file = tmp_path / "events"
    file.write_text(json.dumps(event), encoding="utf-8")
    with file.open() as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        assert main(["decide", "--rulebook", "pace"]) == 0
    assert json.loads(capsysbinary.readouterr().out)["result"] == "adopted"
