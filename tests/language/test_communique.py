"""A communiqué and a plan say the same in every language, and decline no name."""

from dataclasses import replace

import pytest

from kurultai.language import LANGUAGES
from kurultai.language.communique import (
    Decided,
    Elected,
    Held,
    Sitting,
    Text,
    say_communique,
    say_title,
)
from kurultai.language.plan import CarryOut, Convene, Hold, Item, TakeUp, say_item
from tests.language.decided import DECIDED

SERIES = {"en": "Plenary Session", "tr": "Genel Kurul", "ru": "Пленарное заседание"}
ASTANA = {"en": "Astana", "ru": "Астана"}
VOTED = next(found for found in DECIDED.values() if found["yes"])
HELD = Held(
    Sitting(SERIES, 14, "2025-06-11/2025-06-12", ASTANA, "party:kz"),
    theme={"en": "TURKTIME"},
    present=("party:kz", "party:az"),
    agenda=({"en": "Opening."}, {"en": "Report"}),
    spoken=3,
    about=("tag:terrorism",),
    adopted=(Text("DECL/1", {"en": "Declaration"}, VOTED), Text("", {"en": "Appeal"})),
    decided=(Decided({"en": "Close the debate?"}, VOTED),),
    elected=(Elected({"en": "Chair"}, ({"en": "A. B."},)),),
    left_open=({"en": "Budget"},),
    following=Sitting(SERIES, 15, "2026", {"en": "Bishkek"}),
)
ITEMS: tuple[Item, ...] = (
    Hold(HELD.meeting),
    Convene(Sitting(SERIES, 16, "2027-06-12")),
    CarryOut("DECL/1", {"en": "Declaration"}, 3, {"en": "Report."}, "2027-05", ("party:kz",)),
    TakeUp({"en": "Budget."}, SERIES),
)


def name(identity: str) -> str:
    return f"<{identity.partition(':')[2]}>"


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_known_is_said_in_every_language(language: str) -> None:
    told = "\n".join(say_communique(HELD, name, language))
    assert "%" not in told.replace("%%", "")
    for part in ("<az>", "<kz>", "<terrorism>", "DECL/1", "TURKTIME", "A. B.", "Bishkek", "2026"):
        assert part in told, part
    assert told.count("\n") == 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_a_plan_is_said_in_every_language(language: str) -> None:
    told = [say_item(item, name, language) for item in ITEMS]
    assert not any("%" in line for line in told)
    assert "<kz>" in told[0]
    assert "2027" in told[1]
    assert "DECL/1" in told[2]
    assert "Budget" in told[3]


def test_of_a_meeting_of_which_little_is_known_little_is_said() -> None:
    bare = Held(Sitting(SERIES, 7, "[2015-12..2018-11]"))
    (said,) = say_communique(bare, name, "en")
    assert said == (
        "The 7th Plenary Session was held."
        " Date: December 2015 – November 2018 (exact date unconfirmed)."
    )
    assert say_title(bare, "en") == "Communiqué: 7th Plenary Session"


def test_a_secret_vote_is_told_in_numbers_and_by_no_name() -> None:
    secret = {**VOTED, "yes": (), "no": (), "abstain": (), "sums": {"yes": 3, "no": 1}}
    held = replace(HELD, adopted=(), decided=(Decided({"en": "Agree?"}, secret),))
    told = "\n".join(say_communique(held, name, "en"))
    assert "In favour: 3; Against: 1." in told
