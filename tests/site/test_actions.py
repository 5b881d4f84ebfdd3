"""What a page offers to whom: only what leads somewhere, the next step first."""

import re
from typing import Any

import pytest

from kurultai.procedure import commands as c
from kurultai.procedure.acts import Presence
from kurultai.procedure.facts import new_id
from kurultai.site.paths import path_of
from tests.conftest import Site
from tests.site.drafting import NAME, TEXT, adopted, amended, drafted, sitting, vote
from tests.site.filling import send
from tests.site.prepared import MEMBERS, OFFICER, THIRD, convene, put

HEAD = "person:office-az-head"
COORDINATOR = "person:office-az-coordinator"
ADMINISTRATOR = "person:office-az-administrator"


def offered(site: Site, person: str, path: str) -> list[str]:
    """The addresses that a page offers to somebody."""
    found: Any = site.browser(person).get(path)
    assert found.status_code == 200
    actions = re.search(r'<ul class="actions">(.*?)</ul>', found.content.decode(), re.DOTALL)
    return re.findall(r'href="([^"]+)"', actions[1]) if actions else []


def test_the_public_is_offered_nothing(site: Site) -> None:
    question = put(site.house)
    paths = ("/", "/series/defence", "/meetings/defence-3", f"/decisions/{question}", "/parties/az")
    assert [offered(site, "", path) for path in paths] == [[]] * len(paths)


def test_a_series_is_convened_by_the_secretariat_only(site: Site) -> None:
    assert offered(site, OFFICER, "/series/defence")[0] == "/series/defence/meetings/new"
    assert offered(site, HEAD, "/series/defence") == []


def test_a_convened_meeting_is_prepared_before_its_day(site: Site) -> None:
    convene(site.house)
    base = "/meetings/defence-3"
    assert offered(site, HEAD, base) == [f"{base}/delegations/new", f"{base}/matters/new"]
    found = offered(site, OFFICER, base)
    assert found[0] == f"{base}/delegations/new"
    assert found.index(f"{base}/opening") > found.index(f"{base}/documents/new")
    assert f"{base}/attendance/new" not in found


def test_a_meeting_is_opened_first_when_its_day_has_come(site: Site) -> None:
    command = c.ConveneMeeting(id="now", series="series:defence", ordinal=3, when="2026-11-25")
    site.house.submit(OFFICER, command).result()
    assert offered(site, OFFICER, "/meetings/defence-3")[0] == "/meetings/defence-3/opening"


def test_attendance_is_the_first_thing_after_opening(site: Site) -> None:
    convene(site.house)
    site.house.submit(OFFICER, c.OpenMeeting(id="open", meeting=THIRD)).result()
    first = offered(site, OFFICER, "/meetings/defence-3")[0]
    assert first == "/meetings/defence-3/attendance/new"
    present = tuple(Presence(party, 3) for party in MEMBERS)
    site.house.submit(OFFICER, c.TakeAttendance(id="a", meeting=THIRD, present=present)).result()
    first = offered(site, OFFICER, "/meetings/defence-3")[0]
    assert first == "/meetings/defence-3/questions/new"


def test_a_meeting_is_not_closed_while_a_question_is_open(site: Site) -> None:
    question = put(site.house)
    closing = "/meetings/defence-3/closing"
    assert closing not in offered(site, OFFICER, "/meetings/defence-3")
    assert offered(site, HEAD, "/meetings/defence-3")[0] == f"/decisions/{question}/positions/new"
    decide = c.DecideQuestion(id="decide", meeting=THIRD, decision=f"decision:{question}")
    site.house.submit(OFFICER, decide).result()
    assert offered(site, OFFICER, "/meetings/defence-3")[-1] == closing
    assert offered(site, OFFICER, f"/decisions/{question}") == []


def test_a_question_is_closed_first_when_everybody_has_spoken(site: Site) -> None:
    question = put(site.house)
    base = f"/decisions/{question}"
    assert offered(site, OFFICER, base) == [f"{base}/positions/new", f"{base}/closing"]
    assert offered(site, HEAD, base) == [f"{base}/positions/new"]
    for party in MEMBERS:
        given = c.GivePosition(
            id=party, meeting=THIRD, decision=f"decision:{question}", party=party, choice="yes"
        )
        site.house.submit(OFFICER, given).result()
    assert offered(site, OFFICER, base)[0] == f"{base}/closing"


def test_a_commitment_is_reported_on_by_its_own_parliament(site: Site) -> None:
    question = put(site.house)
    for party in MEMBERS:
        given = c.GivePosition(
            id=party, meeting=THIRD, decision=f"decision:{question}", party=party, choice="yes"
        )
        site.house.submit(OFFICER, given).result()
    decide = c.DecideQuestion(id="decide", meeting=THIRD, decision=f"decision:{question}")
    site.house.submit(OFFICER, decide).result()
    with site.house.viewing(OFFICER, "en") as viewer:
        sql = "SELECT commitment FROM commitment WHERE party = 'party:az'"
        name = viewer.db.execute(sql).fetchone()[0].removeprefix("commitment:")
    path = f"/commitments/{name}"
    assert offered(site, COORDINATOR, path) == [f"{path}/reports/new"]
    assert offered(site, "person:office-kz-coordinator", path) == []
    whole = [f"{path}/{step}" for step in ("describe", "superseded", "struck")]
    assert offered(site, OFFICER, path) == whole


def test_a_parliament_looks_after_its_own_people(site: Site) -> None:
    base = "/parties/az"
    own = [f"{base}/people/new", f"{base}/people/sign-ins/new", f"{base}/people/leaving"]
    assert offered(site, ADMINISTRATOR, base) == own
    assert offered(site, "person:office-kz-administrator", base) == []
    assert offered(site, OFFICER, base) == [*own, f"{base}/status/new", f"{base}/chair/new"]


@pytest.mark.parametrize("person", [OFFICER, HEAD, COORDINATOR, ADMINISTRATOR])
def test_whatever_is_offered_is_there(site: Site, person: str) -> None:
    question = put(site.house)
    name = path_of(new_id("document", "table"))
    pages = ("/", "/series/defence", "/meetings/defence-2", "/meetings/defence-3", name)
    lists = ("/documents/", "/parties/", "/organs/", "/people/", "/series/", "/organs/plenary")
    browser = site.browser(person)
    for page in (*pages, *lists, f"/decisions/{question}", "/parties/az", "/parties/kz"):
        links = offered(site, person, page)
        assert {link: browser.get(link).status_code for link in links} == dict.fromkeys(links, 200)


BASE = f"/documents/{NAME}"


def test_a_draft_is_circulated_answered_and_amended(site: Site) -> None:
    drafted(site.house)
    amend = [f"{BASE}/amendments/new", f"{BASE}/amendments/file"]
    assert offered(site, OFFICER, BASE)[:3] == [*amend, f"{BASE}/circulation/new"]
    assert offered(site, HEAD, BASE) == amend
    command = c.CirculateDraft(id="send", document=TEXT, until="2026-12-09T14:00Z")
    site.house.submit(OFFICER, command).result()
    for path in (BASE, f"{BASE}/board"):
        found = offered(site, HEAD, path)
        assert found == [f"{BASE}/answers/new", *amend]


def test_an_amendment_is_joined_amended_and_withdrawn_by_those_who_may(site: Site) -> None:
    drafted(site.house)
    path = f"/amendments/{amended(site.house)}"
    assert offered(site, HEAD, path) == [
        f"{path}/sub/new",
        f"{path}/translations/new",
        f"{path}/withdrawal/new",
    ]
    assert offered(site, "person:office-kz-head", path) == [
        f"{path}/sponsors/new",
        f"{path}/sub/new",
    ]
    assert offered(site, "", path) == []


def test_amendments_are_put_in_order_voted_on_and_worked_in_one_after_the_other(
    site: Site,
) -> None:
    sitting(site)
    amended(site.house)
    path = f"{BASE}/amendments"
    assert offered(site, OFFICER, path)[0] == f"{BASE}/marshalling/new"
    site.house.submit(OFFICER, c.MarshalAmendments(id="list", document=TEXT)).result()
    question = f"/meetings/defence-3/questions/new?document={TEXT}"
    assert offered(site, OFFICER, path)[0] == question
    vote(site, send(site.browser(OFFICER), question).headers["Location"])
    assert offered(site, OFFICER, path)[0] == f"{BASE}/consolidation/new"


def test_under_silence_a_draft_is_only_objected_to_or_amended(site: Site) -> None:
    sitting(site)
    until = "2026-12-15T12:00Z"
    command = c.OpenSilence(id="s", document=TEXT, meeting=THIRD, until=until, title={"en": "A"})
    site.house.submit(OFFICER, command).result()
    found = offered(site, HEAD, BASE)
    assert found == [f"{BASE}/silence/objection", f"{BASE}/amendments/new"]
    assert f"{BASE}/versions/new" not in offered(site, OFFICER, BASE)


def test_an_adopted_text_has_reservations_explanations_and_corrigenda_beside_it(
    site: Site,
) -> None:
    adopted(site)
    mine = [f"{BASE}/reservations/new", f"{BASE}/explanations/new"]
    assert offered(site, HEAD, BASE) == mine
    drawn = f"{BASE}/commitments"
    assert offered(site, OFFICER, BASE)[:4] == [drawn, *mine, f"{BASE}/corrigenda/new"]


@pytest.mark.parametrize("person", [OFFICER, HEAD, COORDINATOR, ADMINISTRATOR])
def test_whatever_is_offered_on_a_draft_is_there(site: Site, person: str) -> None:
    sitting(site)
    amendment = amended(site.house)
    browser = site.browser(person)
    for page in (BASE, f"{BASE}/board", f"{BASE}/amendments", f"/amendments/{amendment}"):
        links = offered(site, person, page)
        assert {link: browser.get(link).status_code for link in links} == dict.fromkeys(links, 200)
