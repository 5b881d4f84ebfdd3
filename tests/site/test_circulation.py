"""A draft goes to the delegations, and each answers it by paragraph."""

from tests.conftest import Site
from tests.site.drafting import AZ, NAME, circulated, drafted, page
from tests.site.filling import read_form, send
from tests.site.prepared import MEMBERS, OFFICER

BOARD = f"/documents/{NAME}/board"


def test_a_draft_is_circulated_until_an_instant_by_the_clock_of_the_seat(site: Site) -> None:
    drafted(site.house)
    answer = send(
        site.browser(OFFICER),
        f"/documents/{NAME}/circulation/new",
        until_day="2026-12-01",
        until_time="18:00",
        parties=list(MEMBERS),
    )
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith(BOARD)
    sent = page(site, BOARD)["circulation"]
    assert (sent["until"], tuple(sent["parties"])) == ("2026-12-01T14:00Z", MEMBERS)


def test_a_delegation_answers_each_paragraph_with_its_reasons(site: Site) -> None:
    circulated(site.house)
    entered = {
        "answer-unit:invites": "object",
        "reason-unit:invites-en": "Twice a year is too often.",
        "rest": "on",
    }
    answer = send(site.browser(AZ), f"/documents/{NAME}/answers/new", **entered)
    assert answer.status_code == 303, read_form(answer).alert
    given = {a["unit"]: (a["party"], a["answer"]) for a in page(site, BOARD)["answers"]}
    assert given["unit:invites"] == ("party:az", "object")
    assert given["unit:asks"] == ("party:az", "agree")


def test_an_objection_without_a_reason_is_pointed_to_at_its_paragraph(site: Site) -> None:
    circulated(site.house)
    entered = {"answer-unit:asks": "object"}
    answer = send(site.browser(AZ), f"/documents/{NAME}/answers/new", **entered)
    assert answer.status_code == 422
    assert read_form(answer).values["answer-unit:asks"] == ["object"]


def test_only_what_changed_is_answered_anew(site: Site) -> None:
    circulated(site.house)
    browser, path = site.browser(AZ), f"/documents/{NAME}/answers/new"
    assert send(browser, path, rest="on").status_code == 303
    changed = {"answer-unit:asks": "ask", "reason-unit:asks-en": "By when?"}
    assert send(browser, path, **changed).status_code == 303
    given = {a["unit"]: a["answer"] for a in page(site, BOARD)["answers"]}
    assert (given["unit:asks"], given["unit:invites"]) == ("ask", "agree")


def test_another_wording_is_proposed_from_the_paragraph(site: Site) -> None:
    circulated(site.house)
    shown = site.browser(AZ).get(f"/documents/{NAME}/answers/new").content.decode()
    address = f"/documents/{NAME}/amendments/new?unit=unit:asks&amp;language=en"
    assert address in shown


def test_the_deadline_must_lie_ahead(site: Site) -> None:
    drafted(site.house)
    path = f"/documents/{NAME}/circulation/new"
    answer = send(site.browser(OFFICER), path, until_day="2026-11-01", until_time="18:00")
    assert answer.status_code == 422
    assert read_form(answer).links == ("#id_until_day",)
