"""An election from its opening to its result by forms, and what its protocol is refused for."""

import pytest

from kurultai.procedure import commands as c
from tests.conftest import Site
from tests.site.filling import read_form, send
from tests.site.prepared import OFFICER, THIRD
from tests.site.sitting.room import (
    CONTEST,
    CONVENED,
    SITTING,
    ballot,
    do,
    fill,
    open_meeting,
    shown,
)

PAPERS = f"{SITTING}/papers/new"
COUNTED = {
    "issued": "4",
    "count-candidate:a": "3",
    "count-candidate:b": "1",
    "tellers": ["party:az", "party:kg"],
}


@pytest.fixture
def room(site: Site) -> Site:
    """The site with a meeting that sits, and an election under way."""
    open_meeting(site.house)
    fill(site.house)
    return site


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"tellers": ["party:az"]}, "tellers"),
        ({"issued": "3"}, "issued"),
        ({"issued": "13", "count-candidate:a": "12"}, "issued"),
    ],
)
def test_a_protocol_that_cannot_be_is_refused_where_it_is_wrong(
    room: Site, wrong: dict[str, object], field: str
) -> None:
    ballot(room.house)
    answered = send(room.browser(OFFICER), PAPERS, **{**COUNTED, **wrong})
    assert answered.status_code == 422
    (link,) = read_form(answered).links
    assert field in link
    assert shown(room.house).elections[0].ballots[0].issued is None


def test_nobody_reaching_the_majority_there_is_another_ballot(room: Site) -> None:
    ballot(room.house)
    browser = room.browser(OFFICER)
    equal = {**COUNTED, "count-candidate:a": "2", "count-candidate:b": "2"}
    assert send(browser, PAPERS, **equal).status_code == 303
    assert send(browser, f"{SITTING}/ballots/new", election=CONTEST).status_code == 303
    assert send(browser, PAPERS, **COUNTED).status_code == 303
    (election,) = shown(room.house).elections
    assert (election.elected, election.over) == (("candidate:a",), True)
    assert [one.ballot for one in election.ballots] == [1, 2]


def test_a_counted_ballot_is_told_in_sentences(room: Site) -> None:
    ballot(room.house)
    assert "Votes: " not in room.browser().get(SITTING).content.decode()
    assert send(room.browser(OFFICER), PAPERS, **COUNTED).status_code == 303
    page = room.browser().get(SITTING).content.decode()
    assert "Elected (1): Aliya Nurlanova." in page
    assert "Votes: Aliya Nurlanova 3; Mehmet Demir 1." in page


def test_where_the_rules_have_no_election_the_form_says_so(site: Site) -> None:
    do(site.house, CONVENED, c.OpenMeeting(id="open", meeting=THIRD))
    page = site.browser(OFFICER).get(f"{SITTING}/elections/new")
    assert "The rulebook of this body has no election." in page.content.decode()
