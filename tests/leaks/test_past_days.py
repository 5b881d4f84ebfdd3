"""What was under way on an earlier day: no reader is told what is not for them now."""

from datetime import date, timedelta

import msgspec
import pytest

from kurultai.gate.handover import hand_over
from kurultai.gate.past import as_of
from tests.conftest import Site
from tests.leaks.world import AUDIENCES, VIEWERS, canary, furnish


@pytest.mark.parametrize("person", VIEWERS)
def test_the_hand_over_file_of_a_day_gone_by_holds_what_is_for_its_reader(
    site: Site, person: str
) -> None:
    furnish(site.house)
    day = date.fromisoformat(site.house.today())
    with site.house.viewing(person or None, "en") as viewer:
        past = as_of(viewer, day, day + timedelta(days=1))
        assert past.db is not viewer.db
        told = msgspec.json.encode(hand_over(past, day), enc_hook=str).decode()
        assert told == msgspec.json.encode(hand_over(viewer, day), enc_hook=str).decode()
    for audience in AUDIENCES:
        assert (canary(audience) in told) == (audience in VIEWERS[person]), audience
