"""What rulebooks say of speeches: by the part, the whole body, or common practice."""

from typing import Any

import pytest

from kurultai import rulebooks
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Rulebook, Speaking, load
from kurultai.procedure.rulebook.check import check

TODAY = "2026-05-20"
LONG = """
[[speaking]]
part = "plenary"
kind = "speech"
from = "2005-07-01"
seconds = 86400
confidence = "?"
"""


def speech(part: str, seconds: int, **parts: Any) -> Speaking:  # noqa: ANN401 - parts of an entry
    given = {"since": "2000-01-01", "confidence": "C", "kind": "speech", **parts}
    return Speaking(part=part, seconds=seconds, **given)


def test_a_part_goes_by_its_own_entry_then_by_that_of_the_whole_body() -> None:
    own = speech("plenary", 60), speech("plenary", 90, since="2026-05-20")
    book = Rulebook("body", (), (), (), (), speaking=(*own, speech("assembly", 120)))
    asked = [book.speech(part, "speech", on=TODAY).seconds for part in ("plenary", "council")]
    assert asked == [90, 120]
    assert book.speech("plenary", "speech", on="2026-05-19").seconds == 60


def test_where_no_rule_was_found_practice_is_named_as_such() -> None:
    book = Rulebook("body", (), (), (), ())
    practice = book.speech("plenary", "point_of_order", on=TODAY)
    assert (practice.seconds, practice.rank, practice.each) == (180, 1, 0)
    assert (practice.confidence, practice.unconfirmed) == ("?", ("seconds", "rank", "each"))
    with pytest.raises(Refused, match=r"floor\.kind_unknown: name song"):
        book.speech("plenary", "song", on=TODAY)


def test_no_speech_is_longer_than_a_day() -> None:
    assert check(LONG, "body") == ()
    (fault,) = check(LONG.replace("86400", "300000"), "body")
    assert (fault.rule, fault.facts["seconds"]) == ("rulebook.speech_long", "300000")


@pytest.mark.parametrize(
    ("name", "kind", "seconds"),
    [
        ("osce_pa", "speech", 300),
        ("nato_pa_1970s", "speech", 300),
        ("nato_pa_1970s", "explanation", 180),
    ],
)
def test_the_times_that_bodies_are_known_to_give(name: str, kind: str, seconds: int) -> None:
    found = load(rulebooks.text(name), name).speech("plenary", kind, on=TODAY)
    assert (found.seconds, found.confidence) == (seconds, "C")
