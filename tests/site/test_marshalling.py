"""The amendments are put in order, put to the vote, and worked into the text."""

from kurultai.texts.change import Drop, Edit
from tests.conftest import Site
from tests.site.drafting import NAME, TEXT, amended, drafted, page, sitting, vote
from tests.site.filling import read_form, send
from tests.site.prepared import OFFICER

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


QUESTION = f"/meetings/defence-3/questions/new?document={TEXT}"


def put_all(site: Site) -> list[str]:
    """Two rivals and another amendment, on the list; in its order."""
    sitting(site)
    amended(site.house, URGES)
    amended(site.house, Drop("unit:asks"), named="2")
    amended(site.house, named="3")
    assert send(site.browser(OFFICER), FORM).status_code == 303
    return [row["amendment"] for row in page(site, LIST)["amendments"]]


def test_the_next_of_the_list_is_chosen_beforehand(site: Site) -> None:
    order = put_all(site)
    browser = site.browser(OFFICER)
    assert read_form(browser.get(QUESTION)).values["amendments"] == order[:1]
    answer = send(browser, QUESTION)
    assert answer.status_code == 303, read_form(answer).alert
    vote(site, answer.headers["Location"])
    states = {row["amendment"]: row["state"] for row in page(site, LIST)["amendments"]}
    assert states[order[0]] == "adopted"
    assert read_form(browser.get(QUESTION)).values["amendments"] != order[:1]


def test_the_order_of_the_list_is_left_with_a_reason(site: Site) -> None:
    order = put_all(site)
    browser = site.browser(OFFICER)
    answer = send(browser, QUESTION, amendments=order[-1:])
    assert answer.status_code == 422
    assert read_form(answer).links == ("#id_departure_set",)
    reasoned = {"departure-en": "The sponsors asked for it."}
    answer = send(browser, QUESTION, amendments=order[-1:], **reasoned)
    assert answer.status_code == 303
    put = page(site, answer.headers["Location"].split("?")[0])["decision"]
    assert put["departure"] == {"en": "The sponsors asked for it."}
    assert put["question"]["en"].endswith(" · On cybersecurity")


def test_a_paragraph_is_voted_on_by_itself_and_then_the_whole(site: Site) -> None:
    sitting(site)
    browser = site.browser(OFFICER)
    answer = send(browser, QUESTION, units=["unit:asks"])
    assert answer.status_code == 303
    put = page(site, answer.headers["Location"].split("?")[0])["decision"]
    assert (put["units"], put["question"]["en"]) == (
        ["unit:asks"],
        "paragraph 2 · On cybersecurity",
    )
    vote(site, answer.headers["Location"])
    answer = send(browser, QUESTION)
    assert answer.status_code == 303
    assert page(site, answer.headers["Location"].split("?")[0])["decision"]["units"] == []


def test_what_was_adopted_is_worked_into_the_text(site: Site) -> None:
    sitting(site)
    amended(site.house)
    browser = site.browser(OFFICER)
    assert send(browser, FORM).status_code == 303
    vote(site, send(browser, QUESTION).headers["Location"])
    path = f"/documents/{NAME}/consolidation/new"
    assert "replace the word" in browser.get(path).content.decode()
    assert send(browser, path).status_code == 303
    text = page(site, f"/documents/{NAME}/text")
    assert text["reading"] == 2
    assert "twice a year" in str(text["units"])
