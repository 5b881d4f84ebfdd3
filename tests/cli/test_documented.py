"""What the pages for developers show is what the commands do."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest

from kurultai.procedure.counting.event import Outcome, VoteEvent
from kurultai.procedure.counting.finding import ElectionFinding, Finding
from kurultai.procedure.rulebook import Base, Condition, Confidence, Doubt, Measure, Round, Tie
from kurultai.procedure.rulebook.check import check
from kurultai.procedure.rulebook.entries import QuorumKind, RuleKind, Stay
from kurultai.procedure.rulebook.reading import TABLES

PAGE = Path(__file__).parents[2] / "docs" / "decide.md"
BLOCK = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks() -> list[tuple[str, str, str]]:
    """Each block of the page: its kind, its name, what stands in it."""
    return BLOCK.findall(PAGE.read_text(encoding="utf-8"))


def examples(folder: Path) -> Iterator[tuple[list[str], str, list[Any]]]:
    """Each example: the command, what is given to it, and what it is said to answer."""
    command, given = [""], ""
    for kind, name, text in blocks():
        match kind, name:
            case "toml", _:
                (folder / name).write_text(text, encoding="utf-8")
            case "sh", _:
                command = text.split()
            case "json", "given":
                given = text
            case "json", "found":
                yield command, given, [json.loads(line) for line in text.splitlines()]
            case unknown:
                pytest.fail(f"say in this test what the block {unknown} is for")


def shortened(found: Any, shown: Any) -> Any:  # noqa: ANN401 - any part of an answer
    """Of what was found as much as is shown."""
    match found, shown:
        case dict(), dict():
            return {key: shortened(found.get(key), value) for key, value in shown.items()}
        case list(), list() if len(found) == len(shown):
            return [shortened(one, other) for one, other in zip(found, shown, strict=True)]
        case _:
            return found


def test_every_example_of_the_page_is_answered_as_it_says(tmp_path: Path) -> None:
    run = 0
    for command, given, shown in examples(tmp_path):
        ran = subprocess.run(
            (sys.executable, "-m", "kurultai.cli.main", *command[1:]),
            input=given.encode(),
            capture_output=True,
            check=True,
            cwd=tmp_path,
        )
        found = [json.loads(line) for line in ran.stdout.splitlines()]
        assert shortened(found, shown) == shown
        run += 1
    assert run == sum(name == "given" for _, name, _ in blocks())


def test_every_field_stands_on_the_page() -> None:
    named = set(re.findall(r"`(\w+)`", BLOCK.sub("", PAGE.read_text(encoding="utf-8"))))
    known = {name for kind in (VoteEvent, Outcome) for name in kind.__struct_fields__}
    known |= {part.name for kind in (Finding, ElectionFinding) for part in fields(kind)}
    assert known - named == set()


# --- the page on rulebooks

RULEBOOKS = PAGE.with_name("rulebooks.md")


def test_the_rulebook_on_the_page_is_good() -> None:
    [(_, name, text)] = BLOCK.findall(RULEBOOKS.read_text(encoding="utf-8"))
    assert name == "body.toml"
    assert check(text, "body") == ()


def test_every_table_key_and_choice_of_a_rulebook_stands_on_the_page() -> None:
    page = RULEBOOKS.read_text(encoding="utf-8")
    named = set(re.findall(r"[\w.]+", " ".join(re.findall(r"`([^`]+)`", BLOCK.sub("", page)))))
    kinds = (*TABLES.values(), Condition, Round)
    keys = {part.name for kind in kinds for part in fields(kind)} - {"since", "book"} | {"from"}
    assert keys - named == set()
    assert set(TABLES) - named == set()
    choices = (RuleKind, QuorumKind, Measure, Base, Tie, Stay, Doubt, Confidence)
    assert {one for choice in choices for one in get_args(choice)} - named == {"?"}
