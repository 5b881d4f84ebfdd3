"""The public door for votes: lines in, a line out for each, whatever stands in them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kurultai.cli.main import main
from kurultai.procedure.counting.lines import LONGEST

Output = pytest.CaptureFixture[str]
Line = dict[str, Any]

OWN = """
[[rule]]
part = "council"
from = "2000-01-01"
kind = "conditions"
article = "Art. 4"
link = "https://example.org/statute"
confidence = "C"
[[rule.conditions]]
of = "entitled"
fraction = "2/3"
[[rule.conditions]]
measure = "population"
of = "entitled"
fraction = "1/2"
more_than = true

[[rule]]
part = "council"
rule = "simple"
from = "2000-01-01"
kind = "majority_cast"
veto = "founder"
confidence = "R"

[[voter]]
voter = "north"
from = "2000-01-01"
until = "2009-12-31"
weight = 5
population = 900
confidence = "R"
[voter.names]
en = "The North"
tr = "Kuzey"

[[voter]]
voter = "south"
from = "2000-01-01"
weight = 2
population = 300
roles = ["founder"]
confidence = "R"

[[voter]]
voter = "east"
from = "2000-01-01"
weight = 2
population = 200
confidence = "R"

[[voter]]
voter = "west"
from = "2010-01-01"
weight = "3/2"
population = 50
confidence = "R"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "own.toml"
    file.write_text(OWN, encoding="utf-8")
    return file


def run(rulebook: object, given: bytes, *more: str) -> subprocess.CompletedProcess[bytes]:
    command = (sys.executable, "-m", "kurultai.cli.main", "decide", "--rulebook", str(rulebook))
    return subprocess.run((*command, *more), input=given, capture_output=True, check=False)


def decided(rulebook: object, *lines: Line | bytes, more: tuple[str, ...] = ()) -> list[Line]:
    """The answers; the command ends well and says nothing beside them."""
    given = b"".join(
        (line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines
    )
    ran = run(rulebook, given, *more)
    assert (ran.returncode, ran.stderr) == (0, b"")
    return [json.loads(line) for line in ran.stdout.splitlines()]


def vote(identifier: object, *yes: str, no: tuple[str, ...] = (), **more: object) -> Line:
    options = {**dict.fromkeys(yes, "yes"), **dict.fromkeys(no, "no")}
    votes = [{"voter_id": voter, "option": option} for voter, option in options.items()]
    return {"identifier": identifier, "start_date": "2005-03-01", "votes": votes, **more}


def test_a_rulebook_of_ones_own_decides_by_its_own_electorate_on_the_day(own: Path) -> None:
    found = decided(
        own,
        vote("a", "north", "south"),
        vote("b", "south", "east"),
        vote("c", "south", "east", start_date="2012-03-01T10:00:00+03:00"),
        vote("d", "north", "south", start_date="2012-03-01"),
        vote("e", "north", "east", no=("south",), rule="council.simple"),
    )
    assert [(one["identifier"], one["result"]) for one in found] == [
        ("a", "adopted"),
        ("b", "rejected"),
        ("c", "adopted"),
        ("d", "invalid"),
        ("e", "vetoed"),
    ]
    assert (found[0]["rule"], found[0]["article"], found[0]["confidence"]) == (
        "own/council.default",
        "Art. 4",
        "R",
    )
    assert [(c["numerator"], c["base_count"]) for c in found[2]["arithmetic"]["conditions"]] == [
        (4, "11/2"),
        (500, 550),
    ]
    assert "north" in found[3]["reason"]


def with_parts(**parts: object) -> bytes:
    return json.dumps({"identifier": "x", "start_date": "2005-03-01", **parts}).encode()


YES = {"option": "yes", "value": 1}
BAD = [
    b"",
    b"   \t",
    b"{",
    b"[]",
    b"null",
    b"\xff\xfe",
    b"[" * 5000,
    b'{"identifier": "x"}',
    with_parts(),
    with_parts(votes={}),
    with_parts(counts=[YES], start_date="never"),
    with_parts(counts=[{**YES, "value": -1}]),
    with_parts(counts=[{**YES, "value": True}]),
    with_parts(counts=[{**YES, "option": "aye"}]),
    with_parts(counts=[YES], rule="council.none"),
    with_parts(counts=[YES], start_date="1999-03-01"),
    with_parts(counts=[YES], present=-1),
    with_parts(votes=[{"voter_id": "north", "option": "yes"}] * 2),
    with_parts(votes=[{"voter_id": "a", "option": "yes"}]).replace(b'"a"', b'"a", "weight": 1e999'),
]


def test_bad_lines_are_answered_with_what_is_wrong_and_the_rest_go_on(own: Path) -> None:
    lines: list[Line | bytes] = []
    for number, bad in enumerate(BAD):
        lines += [bad, vote(number, "north", "south")]
    found = decided(own, *lines)
    assert [one["result"] for one in found] == ["invalid", "adopted"] * len(BAD)
    assert [one["identifier"] for one in found[1::2]] == [str(n) for n in range(len(BAD))]
    for bad, one in zip(BAD, found[::2], strict=True):
        assert one["reason"].endswith((".", ")")), bad
        assert "fault of the program" not in one["reason"]
        assert one["identifier"] == ("x" if b'"x"' in bad else "")


def test_why_a_line_is_invalid_is_said_in_the_language_asked_for(own: Path) -> None:
    [found] = decided(own, vote("a", "nobody"), more=("--language", "tr"))
    [english] = decided(own, vote("a", "nobody"))
    assert english["reason"] == "nobody is not among the voters of the rulebook on that day."
    assert found["arithmetic"] == english["arithmetic"]
    assert found["arithmetic"]["facts"] == {"name": "nobody"}


def test_what_was_found_is_said_in_words_with_the_names_of_the_rulebook(own: Path) -> None:
    lines = (vote("a", "south", no=("east",), rule="council.simple"), b"")
    found, blank = decided(own, *lines, more=("--explain", "--language", "tr"))
    assert any("south" in said for said in found["said"])
    found, blank = decided(own, vote("a", "north", rule="council.simple"), b"", more=("--explain",))
    assert any("The North" in said for said in found["said"])
    assert blank["said"] == [blank["reason"]]
    assert "said" not in decided(own, vote("a", "north"))[0]


def test_what_a_ballot_led_to_is_said_in_words() -> None:
    ballot = {
        "identifier": "b",
        "start_date": "2026-03-14",
        "rule": "plenary.one_place",
        "counts": [{"option": "Aybek", "value": 6}, {"option": "Leyla", "value": 4}],
        "entitled": 12,
    }
    (found,) = decided("unga", ballot, more=("--explain",))
    assert found["said"][:2] == ["The election is over.", "Elected (1): Aybek."]
    (found,) = decided("unga", ballot, more=("--explain", "--language", "hu"))
    assert found["said"][1] == "Megválasztva (1): Aybek."


def test_a_line_of_endless_length_is_refused_and_the_next_one_is_read(own: Path) -> None:
    endless = b'{"identifier": "' + b"x" * (LONGEST + 5_000_000)
    found = decided(own, vote("a", "north", "south"), endless, vote("b", "north", "south"))
    assert [one["result"] for one in found] == ["adopted", "invalid", "adopted"]
    assert str(len(endless)) in found[1]["reason"]


def test_the_last_line_needs_no_end_and_lines_may_end_as_they_do_elsewhere(own: Path) -> None:
    line = json.dumps(vote("a", "north", "south")).encode()
    ran = run(own, b"\xef\xbb\xbf" + line + b"\r\n" + line)
    assert [json.loads(one)["result"] for one in ran.stdout.splitlines()] == ["adopted"] * 2
    assert run(own, b"").stdout == b""


def test_an_answer_is_given_before_the_next_line_comes(own: Path) -> None:
    command = (sys.executable, "-m", "kurultai.cli.main", "decide", "--rulebook", str(own))
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as asked:
        assert asked.stdin is not None
        assert asked.stdout is not None
        for identifier in ("a", "b"):
            asked.stdin.write(json.dumps(vote(identifier, "north", "south")).encode() + b"\n")
            asked.stdin.flush()
            assert json.loads(asked.stdout.readline())["identifier"] == identifier
        asked.stdin.close()
        assert asked.wait() == 0


def test_who_reads_only_the_first_answer_is_not_told_of_a_fault(own: Path) -> None:
    command = (sys.executable, "-m", "kurultai.cli.main", "decide", "--rulebook", str(own))
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as asked:
        assert asked.stdin is not None
        assert asked.stdout is not None
        assert asked.stderr is not None
        asked.stdout.close()
        asked.stdin.write(json.dumps(vote("a", "north")).encode() + b"\n")
        asked.stdin.close()
        assert asked.stderr.read() == b""
        assert asked.wait() == 141


def test_what_came_before_is_remembered_within_bounds(own: Path) -> None:
    def late(earlier: str) -> Line:
        return vote("z", "north", "south", lapses_with={earlier: "adopted"})

    many = [vote(f"n{number}", "east") for number in range(9_999)]
    found = decided(own, vote("first", "north", "south"), *many, late("first"), late("first"))
    assert found[0]["result"] == "adopted"
    assert [one["result"] for one in found[-2:]] == ["lapsed", "adopted"]


def test_an_invalid_line_is_no_result_that_another_may_depend_on(own: Path) -> None:
    whole = vote("whole", "north", "south", parts=["part"])
    assert [one["result"] for one in decided(own, vote("part", "nobody"), whole)] == ["invalid"] * 2
    parts = decided(own, vote("part", "east"), whole)
    assert [one["result"] for one in parts] == ["rejected", "rejected"]


# --- which rulebook


def test_a_rulebook_that_cannot_be_read_ends_the_command_with_every_fault(own: Path) -> None:
    own.write_text(OWN.replace("2/3", "3/2").replace("weight = 5", "weight = -5"), encoding="utf-8")
    ran = run(own, b"{}\n")
    assert (ran.returncode, ran.stdout) == (2, b"")
    first, second = ran.stderr.decode().splitlines()
    assert first.startswith(f"{own}:11: [[rule]] number 1, conditions number 1: fraction")
    assert second.startswith(
        f"{own}:{OWN[: OWN.index('weight = 5')].count(chr(10)) + 1}: [[voter]]"
    )


def test_a_rulebook_that_there_is_not_is_answered_with_those_there_are(
    capsys: Output, tmp_path: Path
) -> None:
    assert main(["decide", "--rulebook", "pacee"]) == 2
    assert "Those are: pace" in capsys.readouterr().err
    latin = tmp_path / "latin.toml"
    latin.write_bytes("# Türkçe".encode("latin-1"))
    assert main(["decide", "--rulebook", str(latin)]) == 2
    assert "not UTF-8 at byte 3" in capsys.readouterr().err


def test_a_rulebook_that_comes_along_is_known_by_its_name() -> None:
    counts = [{"option": "yes", "value": 66}, {"option": "no", "value": 33}]
    line = {"identifier": 1, "start_date": "2025-12-10", "counts": counts}
    found, less = decided(
        "pace",
        {**line, "rule": "plenary.recommendation"},
        {
            **line,
            "rule": "plenary.recommendation",
            "counts": [{**counts[0], "value": 65}, counts[1]],
        },
    )
    assert (found["identifier"], found["result"], less["result"]) == ("1", "adopted", "rejected")
    assert (found["arithmetic"]["numerator"], found["arithmetic"]["needed"]) == (66, 66)


# --- by the names of Popolo


def test_a_vote_event_of_popolo_is_decided_like_one_of_ours(own: Path) -> None:
    popolo = {
        "id": "vote-42",
        "organization_id": "own",
        "motion": {"text": "That it be so.", "requirement": "council.simple"},
        "start_date": "2005-03-01T09:00:00Z",
        "result": "fail",
        "group_results": [{"group_id": "g", "result": "pass"}],
        "votes": [
            {"voter": {"id": "north"}, "option": "yes", "weight": 5.0, "role": "chair"},
            {"voter": {"name": "east"}, "option": "no", "group": {"id": "g"}, "pair_id": "x"},
            {"voter": {"id": "south"}, "option": "paired", "pair": {"id": "x"}},
        ],
    }
    ours = vote("vote-42", "north", no=("east",), rule="council.simple")
    found, known = decided(own, popolo, ours)
    assert (found["identifier"], found["result"]) == ("vote-42", "adopted")
    assert found["arithmetic"]["sums"] == known["arithmetic"]["sums"]
    assert found["arithmetic"]["absent"] == ["south"]
    assert "ignored" not in found["arithmetic"]


def test_every_vote_event_of_a_document_has_its_own_answer(own: Path) -> None:
    document = {
        "persons": [{"id": "p"}],
        "motions": [{"id": "m", "date": "2005-03-01", "requirement": "council.simple"}],
        "vote_events": [
            {"id": "a", "motion_id": "m", "votes": [{"voter_id": "north", "option": "yes"}]},
            {"id": "b", "motion_id": "other", "votes": []},
            {"id": "c", "start_date": "2005-03-01", "result": "pass"},
            5,
        ],
    }
    found = decided(own, document, vote("d", "north"))
    assert [(one["identifier"], one["result"]) for one in found] == [
        ("a", "adopted"),
        ("b", "invalid"),
        ("c", "adopted"),
        ("", "invalid"),
        ("d", "rejected"),
    ]
    assert found[0]["rule"] == "own/council.simple"
    assert found[2]["reason"] == "stated_by_chair"
