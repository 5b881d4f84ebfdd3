"""A page and the events after it make the page as it then is: for each audience and language."""

from contextlib import suppress
from random import Random

import pytest

from kurultai.procedure import commands as c
from kurultai.procedure.refusal import Refused
from tests.live.chance import happen
from tests.live.conftest import Screen, Serve, Served, shown
from tests.site.prepared import OFFICER, THIRD
from tests.site.sitting import room

AZ, KZ = "person:office-az-head", "person:office-kz-head"
SCREENS = (
    ("public", "", "en"),
    ("public", "", "tr"),
    ("public", "", "ky"),
    ("public", "person:office-hu-head", "hu"),
    ("public", "person:office-tr-head", "uz"),
    ("delegate", AZ, "az"),
    ("delegate", AZ, "ru"),
    ("delegate", KZ, "kk"),
    ("clerk", OFFICER, "en"),
    ("chair", OFFICER, "tk"),
    ("projector", "", "en"),
)


def mark(served: Served) -> int:
    """Something that every screen shows happens last; its position."""
    house = served.site.house
    position = shown(house, "public", "", "en")[1]
    now = room.shown(house).item
    other = next(item for item in room.items(house) if now is None or item != now.item)
    with suppress(Refused):  # unless it is suspended
        room.do(house, c.ResumeSitting(id=f"resume-{position}", meeting=THIRD))
    command = c.TakeItem(id=f"mark-{position}", meeting=THIRD, item=other)
    return house.submit(OFFICER, command).result()


def holds(served: Served, screens: list[Screen]) -> None:
    """Each screen shows what its page would."""
    position = mark(served)
    for screen in screens:
        now, _ = shown(served.site.house, screen.view, screen.person, screen.language)
        screen.until(position)
        wrong = [name for name in now if screen.parts[name] != now[name]]
        assert (screen.view, screen.language, wrong) == (screen.view, screen.language, [])


@pytest.mark.parametrize("seed", range(4))
def test_whatever_happens_in_a_sitting(serve: Serve, seed: int) -> None:
    served = serve()
    room.open_meeting(served.site.house)
    screens = [served.screen(*asked) for asked in SCREENS]
    happen(served.site.house, Random(seed), 60)  # noqa: S311 - it must be the same each time
    holds(served, screens)


def test_a_screen_that_comes_back_is_told_what_it_missed(serve: Serve) -> None:
    served = serve()
    house = served.site.house
    room.open_meeting(house)
    screen = served.screen()
    room.fill(house)
    screen.until(mark(served)).close()
    room.put(house)
    again = served.ask({"view": "public"}, Last_Event_ID=str(screen.position))
    again.view, again.language, again.parts = "public", "en", screen.parts
    holds(served, [again])
    assert {"vote", "item"} <= set(again.told) <= {"vote", "item", "motions"}
