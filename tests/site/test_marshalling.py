"""The amendments are put in order, put to the vote, and worked into the text."""

from kurultai.procedure import commands as c
from kurultai.procedure.acts import Presence
from kurultai.texts.change import Drop, Edit
from tests.conftest import Site
from tests.site.drafting import NAME, amended, drafted, page
from tests.site.filling import read_form, send
from tests.site.prepared import MEMBERS, OFFICER, THIRD, convene

FORM = f"/documents/{NAME}/marshalling/new"
LIST = f"/documents/{NAME}/amendments"
URGES = Edit("unit:asks", "en", 0, 4, "Urges")


def test_the_list_is_issued_as_the_rule_orders_it(site: Site) -> None:
    drafted(site.house)
    small, large = amended(site.house, URGES), amended(site.house, Drop("unit:asks"), named="2")
    shown = site.browser(OFFICER).get(FORM).content.decode()
    assert shown.index("Delete paragraph 2.") < shown.index("replace the word")
    assert send(site.browser(OFFICER), FORM).headers["Location"].startswith(LIST)
    listed = page(site, LIST)
    assert [row["amendment"] for row in listed["amendments"]] == [
        f"amendment:{large}",
        f"amendment:{small}",
    ]
    assert listed["marshalled"]["reason"] == {}


def test_another_order_needs_a_reason_and_keeps_what_the_rule_gave(site: Site) -> None:
    drafted(site.house)
    small, large = amended(site.house, URGES), amended(site.house, Drop("unit:asks"), named="2")
    places = {f"place-amendment:{small}": "1", f"place-amendment:{large}": "2"}
    answer = send(site.browser(OFFICER), FORM, **places)
    assert answer.status_code == 422
    assert read_form(answer).links == ("#id_reason_set",)
    reasoned = {**places, "reason-en": "The sponsors agreed on it."}
    assert send(site.browser(OFFICER), FORM, **reasoned).status_code == 303
    listed = page(site, LIST)
    assert [row["amendment"] for row in listed["amendments"]] == [
        f"amendment:{small}",
        f"amendment:{large}",
    ]
    assert listed["marshalled"]["proposed"] == [f"amendment:{large}", f"amendment:{small}"]


def test_there_is_nothing_to_put_in_order(site: Site) -> None:
    drafted(site.house)
    assert send(site.browser(OFFICER), FORM).status_code == 422


def sitting(site: Site) -> None:
    """The third meeting, sitting, with the draft that was tabled for it."""
    convene(site.house)
    drafted(site.house, THIRD)
    present = tuple(Presence(party, 3) for party in MEMBERS)
    site.house.submit(OFFICER, c.OpenMeeting(id="open", meeting=THIRD)).result()
    attend = c.TakeAttendance(id="attend", meeting=THIRD, present=present)
    site.house.submit(OFFICER, attend).result()


def vote(site: Site, location: str, choice: str = "yes") -> None:
    """All members give that position on the question, and it is closed."""
    decision = f"decision:{location.split('/')[2].split('?', maxsplit=1)[0]}"
    for party in MEMBERS:
        given = c.GivePosition(
            id=f"{decision}{party}", meeting=THIRD, decision=decision, party=party, choice=choice
        )
        site.house.submit(OFFICER, given).result()
    close = c.DecideQuestion(id=f"close {decision}", meeting=THIRD, decision=decision)
    site.house.submit(OFFICER, close).result()
