"""The working plan of a year: composed of what is due, tabled, and followed line by line."""

from typing import Any

import pytest

from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from kurultai.texts.change import Drop, Edit
from tests.conftest import Site
from tests.leaks.world import AUDIENCES, canary, furnish
from tests.site.filling import filled
from tests.site.pledged import CLERK, DUE, LATE, pledge
from tests.site.prepared import OFFICER, convene

PATH = "/working-plan/new"
THIRD = "plan:meeting:defence-3"


def did(site: Site, *commands: c.Command) -> None:
    for command in commands:
        site.house.submit(CLERK, command).result()


def composed(site: Site, **entered: Any) -> str:  # noqa: ANN401 - whatever a form takes
    """Compose the plan of 2027 with all its lines; the address of the document."""
    browser = site.browser(OFFICER)
    sent = browser.post(PATH, {**filled(browser, PATH), **entered})
    assert sent.status_code == 303, sent.content.decode()
    return str(sent.headers["Location"]).partition("?")[0]


def lines(site: Site, plan: str) -> dict[str, str]:
    found = site.browser().get(f"{plan}/plan.json").json()["page"]["lines"]
    return {line["unit"]: line["state"] for line in found}


def test_it_is_composed_of_what_is_due_open_and_promised(site: Site) -> None:
    pledge(site.house)
    plan = composed(site)
    page = site.browser().get(f"{plan}.json").json()["page"]
    assert page["document"]["names"]["en"] == "Working plan for 2027"
    assert page["versions"][0]["language"] == "en"
    said = [p["words"].get("en", "") for p in page["paragraphs"]]
    assert any(w.startswith("To be convened: 3rd Meeting of the Chairs of the Def") for w in said)
    assert "To be convened: 16th Plenary Session. Due: 31 December 2027." in said
    assert any("REC/7/2025, paragraph 2: “Harmonise the laws”. Due: 1 May 2027." in w for w in said)
    assert not any("Exchange experts" in words for words in said)
    assert {p["kind"] for p in page["paragraphs"]} == {"heading", "section", "point"}


def test_its_page_says_what_became_of_each_line(site: Site) -> None:
    pledge(site.house)
    plan = composed(site)
    before = lines(site, plan)
    assert before[THIRD] == "late"
    late, due = (
        next(key for key in before if key.endswith(f":{unit}")) for unit in ("late", "due")
    )
    assert (before[late], before[due]) == ("late", "not_yet")
    convene(site.house)
    assert lines(site, plan)[THIRD] == "not_yet"
    move = c.MoveMeeting(
        id="move", meeting="meeting:defence-3", when="2026-12-10", place={"en": "Astana"}
    )
    reports = tuple(
        c.ReportOnCommitment(id=f"r-{n}", commitment=name, state=state, words={"en": "So."})
        for n, (name, state) in enumerate(((LATE, "done"), (DUE, "not_pursued")))
    )
    did(site, move, *reports)
    after = lines(site, plan)
    assert (after[THIRD], after[late], after[due]) == ("moved", "met", "dropped")
    shown = site.browser().get(f"{plan}/plan").content.decode()
    assert "before it was moved: 1 December 2026" in shown
    assert "What became of it" in site.browser().get(plan).content.decode()


def test_a_meeting_held_and_a_question_settled_are_met(site: Site) -> None:
    plan = composed(site)
    with site.house.readers.reading() as db:
        (matter,) = db.execute("SELECT matter FROM matter WHERE settled_on IS NULL").fetchone()
    convene(site.house)
    here = {"meeting": "meeting:defence-3"}
    did(
        site,
        c.OpenMeeting(id="open", **here),
        c.SettleMatter(id="settle", matter=matter, how={"en": "Agreed."}, **here),
        c.CloseMeeting(id="close", **here),
    )
    found = lines(site, plan)
    assert found[THIRD] == "met"
    assert found[f"plan:{matter}"] == "met"


def test_lines_are_left_out_and_others_added(site: Site) -> None:
    browser = site.browser(OFFICER)
    values = filled(browser, PATH)
    entered = {"more-en": "Visit.\n\nReport.", "more-tr": "Ziyaret.\n\nRapor."}
    kept: dict[str, list[str]] = {key: [] for key in values if key.startswith("lines-")}
    plan = composed(site, **{**kept, "lines-2027-meeting": [THIRD]}, **entered)
    assert list(lines(site, plan)) == [THIRD, "own-1", "own-2"]
    assert lines(site, plan)["own-1"] == "unknown"


def test_a_plan_of_nothing_is_no_plan(site: Site) -> None:
    browser = site.browser(OFFICER)
    values = filled(browser, PATH)
    empty = {key: [] if key.startswith("lines-") else value for key, value in values.items()}
    assert browser.post(PATH, empty).status_code == 422


def test_another_year_has_other_lines(site: Site) -> None:
    pledge(site.house)
    browser = site.browser(OFFICER)
    shown = browser.post(PATH, {**filled(browser, PATH), "year": "2026", "turn": "1"})
    form = shown.content.decode()
    assert "Report on the exercise" in form
    assert "Harmonise the laws" not in form
    assert "lines-2026-meeting" in form


def test_nothing_enters_that_is_not_public(site: Site) -> None:
    furnish(site.house)
    form = site.browser(OFFICER).get(PATH).content.decode()
    assert not [audience for audience in AUDIENCES if canary(audience) in form]


@pytest.mark.parametrize("person", ["", "person:office-az-head"])
def test_nobody_but_the_secretariat_composes_it(site: Site, person: str) -> None:
    assert site.browser(person).get(PATH).status_code == 404


def test_another_document_is_no_plan(site: Site) -> None:
    did(site, c.TableDocument(id="other", kind="report", names={"en": "A report"}))
    name = new_id("document", "other").partition(":")[2]
    assert site.browser().get(f"/documents/{name}/plan").status_code == 404


def test_it_goes_the_way_of_every_text_and_keeps_what_its_lines_are_about(site: Site) -> None:
    plan = composed(site)
    document = f"document:{plan.rpartition('/')[2]}"
    edit = Edit(THIRD, "en", 0, len("To be convened: 3rd"), "To be convened in Astana: 3rd")
    here: dict[str, Any] = {"document": document}
    sent = c.CirculateDraft(id="sent", until="2026-12-20T15:00Z", **here)
    tabled = c.TableAmendment(
        id="change",
        by=("party:kz",),
        language="en",
        reading=1,
        changes=(edit, Drop(_matter(site))),
        **here,
    )
    did(site, sent, tabled)
    browser = site.browser(OFFICER)
    for page in ("", "/text", "/board", "/amendments", "/amendments/new", "/redline", "/plan"):
        assert browser.get(f"{plan}{page}").status_code == 200, page
    for ending in ("pdf", "docx", "html", "txt", "akn.xml", "tracked.docx"):
        assert browser.get(f"{plan}/papers/en.{ending}").status_code == 200, ending


def _matter(site: Site) -> str:
    with site.house.readers.reading() as db:
        (matter,) = db.execute("SELECT matter FROM matter WHERE settled_on IS NULL").fetchone()
    return f"plan:{matter}"
