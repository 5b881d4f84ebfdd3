"""Commitments are drawn from a text, described one by one, superseded and struck."""

from dataclasses import replace
from typing import Any

import pytest

from kurultai.gate import commitments
from kurultai.gate.shapes import CommitmentRow
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Milestone, Undertaking, Unit
from kurultai.procedure.facts import new_id
from tests.conftest import Site
from tests.site.filling import filled, read_form, send
from tests.site.following.asked import COORDINATOR, OTHERS
from tests.site.prepared import size
from tests.site.third_meeting import CLERK, MEMBERS, hold

ORDER = ("party:az", "party:kz", "party:kg", "party:tr")


@pytest.fixture
def text(site: Site) -> str:
    """The third meeting has adopted its recommendation; where the text is."""
    return path(hold(site.house, until="adopted").document)


def path(identity: str) -> str:
    kind, _, name = identity.partition(":")
    return f"/{kind}s/{name}"


def rows(site: Site, text: str) -> tuple[CommitmentRow, ...]:
    with site.house.viewing(CLERK, "en") as viewer:
        return commitments.of_document(viewer, f"document:{text.removeprefix('/documents/')}")


def confirm(site: Site, address: str, **changes: object) -> Any:  # noqa: ANN401 - Django's
    """Send the form, read what would be recorded, and confirm it."""
    browser = site.browser(CLERK)
    shown = browser.post(address, filled(browser, address, **changes))
    assert "This is what would be recorded" in shown.content.decode(), read_form(shown).alert
    seen = shown.content.decode().partition('name="confirm" value="')[2].partition('"')[0]
    return browser.post(address, {**read_form(shown).values, "confirm": seen})


def test_what_is_suggested_is_preselected_with_its_reason(site: Site, text: str) -> None:
    page = site.browser(CLERK).get(f"{text}/commitments")
    values = read_form(page).values
    assert set(values["parties-2"]) == set(MEMBERS)
    assert values["parties-3"] == ["organ:secretariat"]
    assert values["action-1"] == ["report"]
    assert "“Ask the Secretariat”" in page.content.decode()


def test_nothing_is_recorded_before_what_would_be_is_confirmed(site: Site, text: str) -> None:
    before = size(site.house)
    answer = send(site.browser(CLERK), f"{text}/commitments")
    assert answer.status_code == 200
    assert size(site.house) == before


def test_confirmed_commitments_are_made_described_and_struck(site: Site, text: str) -> None:
    confirm(
        site,
        f"{text}/commitments",
        **{"due-2": "2027-06-30", "lead-2": "party:kz", "review-2": "meeting:defence-4"},
        **{"milestones-2": "2027-03-01 A contact is named\nThe contacts have met"},
    )
    now = rows(site, text)
    third = [(row.number, row.party) for row in now if row.number == 3]
    assert third == [(3, "organ:secretariat")]
    assert {row.action for row in now if row.number == 1} == {"report"}
    second = [row for row in now if row.number == 2]
    assert tuple(row.party for row in second) == ORDER
    assert {(row.due, row.lead, row.review) for row in second} == {
        ("2027-06-30", "party:kz", "meeting:defence-4")
    }
    assert second[0].milestones == (
        Milestone("m1", {"en": "A contact is named"}, "2027-03-01"),
        Milestone("m2", {"en": "The contacts have met"}),
    )


def test_what_was_drawn_stands_in_the_form_and_drawing_it_again_changes_nothing(
    site: Site, text: str
) -> None:
    confirm(site, f"{text}/commitments", **{"milestones-2": "2027-03-01 A contact is named"})
    browser = site.browser(CLERK)
    again = filled(browser, f"{text}/commitments")
    assert again["parties-3"] == ["organ:secretariat"]
    assert again["milestones-2"] == ["2027-03-01 A contact is named"]
    answer = browser.post(f"{text}/commitments", again)
    assert answer.status_code == 422
    assert read_form(answer).alert == "This would change nothing. Change something first."


def test_words_in_other_languages_stay_when_one_is_changed(site: Site, text: str) -> None:
    confirm(site, f"{text}/commitments", **{"owner-2-en": "Committee on Defence"})
    browser = site.browser(CLERK, "tr")
    entered = filled(browser, f"{text}/commitments", **{"owner-2-tr": "Savunma Komisyonu"})
    shown = browser.post(f"{text}/commitments", entered)
    seen = shown.content.decode().partition('name="confirm" value="')[2].partition('"')[0]
    browser.post(f"{text}/commitments", {**read_form(shown).values, "confirm": seen})
    owner = {"en": "Committee on Defence", "tr": "Savunma Komisyonu"}
    assert [row.owner for row in rows(site, text) if row.number == 2] == [owner] * 4


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"milestones-1": "2027-13-01 No such day"}, "milestones-1"),
        ({"due-1": "soon"}, "due-1"),
        ({"parties-1": ["party:none"]}, "parties-1"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    site: Site, text: str, changes: dict[str, object], field: str
) -> None:
    answer = send(site.browser(CLERK), f"{text}/commitments", **changes)
    assert answer.status_code == 422
    assert any(link.startswith(f"#id_{field}") for link in read_form(answer).links)


def test_whoever_is_struck_is_struck_for_a_reason(site: Site, text: str) -> None:
    none = {f"reason-{code}": "" for code in ("en", "az", "kk", "ky", "tr", "ru")}
    answer = send(site.browser(CLERK), f"{text}/commitments", **none)
    assert answer.status_code == 422
    assert rows(site, text)[0].struck is False


def test_only_the_secretariat_draws_and_only_from_what_was_adopted(site: Site, text: str) -> None:
    for person in (COORDINATOR, *OTHERS):
        expected = 200 if person == CLERK else 404
        assert site.browser(person).get(f"{text}/commitments").status_code == expected


def test_a_draft_has_no_commitments_to_draw(site: Site) -> None:
    draft = path(hold(site.house, until="put").document)
    assert site.browser(CLERK).get(f"{draft}/commitments").status_code == 404


def test_one_commitment_is_described_in_every_language(site: Site, text: str) -> None:
    first = path(rows(site, text)[0].commitment)
    entered = {"action": "report", "owner-en": "Committee", "owner-tr": "Komisyon"}
    send(site.browser(CLERK), f"{first}/describe", **entered, until="2028-01-01")
    now = rows(site, text)[0]
    assert (now.action, now.until) == ("report", "2028-01-01")
    assert now.owner == {"en": "Committee", "tr": "Komisyon"}
    assert now.tags == ("tag:joint_exercises",)
    page = site.browser().get(first).content.decode()
    assert "Committee" in page
    assert "The same paragraph asks of others" in page


def test_what_takes_its_place_is_one_of_the_same_party(site: Site, text: str) -> None:
    mine = [row for row in rows(site, text) if row.party == "party:az"]
    first, second = path(mine[0].commitment), mine[1].commitment
    form = site.browser(CLERK).get(f"{first}/superseded").content.decode()
    assert second in form
    assert not any(row.commitment in form for row in rows(site, text) if row.party != "party:az")
    send(site.browser(CLERK), f"{first}/superseded", by=second)
    page = site.browser().get(first).content.decode()
    assert path(second) in page
    assert site.browser(CLERK).get(f"{first}/superseded").status_code == 404


def test_nothing_takes_its_place_without_a_reason(site: Site, text: str) -> None:
    first = path(rows(site, text)[0].commitment)
    assert send(site.browser(CLERK), f"{first}/superseded").status_code == 422


def test_a_hidden_successor_is_not_told_of(site: Site, text: str) -> None:
    """Who may see a commitment and not the one in its place learns of no other."""
    hidden = later(site, "members")
    first = path(rows(site, text)[0].commitment)
    send(site.browser(CLERK), f"{first}/superseded", by=hidden)
    assert path(hidden) in site.browser(CLERK).get(first).content.decode()
    for ending in ("", ".json"):
        page = site.browser().get(f"{first}{ending}")
        assert page.status_code == 200
        assert hidden not in page.content.decode()


def later(site: Site, audience: str) -> str:
    """A later text asks Azerbaijan something; that commitment."""
    document = new_id("document", "later")
    unit = Unit("o1", "operative", "Asks for more.")
    for command in (
        c.TableDocument(id="later", kind="decision", names={"en": "Later"}, audience=audience),
        c.DistributeVersion(
            id="l1", document=document, language="en", standing="authentic", units=(unit,)
        ),
        c.RecordAdoption(id="l2", document=document, meeting="meeting:defence-2"),
        c.DrawCommitments(id="l3", document=document, paragraphs=(c.Drawn("o1", ("party:az",)),)),
    ):
        site.house.submit(CLERK, command).result()
    return rows(site, path(document))[0].commitment


def test_struck_it_stays_readable_and_counts_nowhere(site: Site, text: str) -> None:
    first = rows(site, text)[0].commitment
    reason = {"reason-en": "Entered twice."}
    send(site.browser(CLERK), f"{path(first)}/struck", **reason)
    assert first not in [row.commitment for row in rows(site, text)]
    page = site.browser().get(path(first)).content.decode()
    assert "Entered twice." in page
    for step in ("describe", "superseded", "struck"):
        assert site.browser(CLERK).get(f"{path(first)}/{step}").status_code == 404


def test_a_joint_effort_is_shown_on_its_text_with_who_leads(site: Site, text: str) -> None:
    assert "Joint efforts" not in site.browser().get(text).content.decode()
    led = {"lead-2": "party:kz", "action-2": "exchange", "parties-2": ["party:az", "party:kz"]}
    alone = {"lead-1": "party:az", "parties-1": ["party:az"]}
    confirm(site, f"{text}/commitments", **led, **alone)
    told = site.browser().get(text).content.decode()
    section = told.partition("Joint efforts")[2]
    assert section.index("Exchange experts") < section.index("Led by")
    first, second = section.index("Kazakhstan</a> <span"), section.index("Azerbaijan</a> <span")
    assert first < second
    assert section.count("Led by") == 1
    one = next(row for row in rows(site, text) if row.number == 2 and row.party == "party:az")
    assert "leads" in site.browser().get(path(one.commitment)).content.decode()


def test_beside_a_paragraph_stands_when_its_commitments_are_due(site: Site, text: str) -> None:
    same = [row.commitment for row in rows(site, text) if row.number == 1]
    due = c.DescribeCommitment(id="d-due", commitment="", undertaking=Undertaking(due="2026-12-09"))
    for number, one in enumerate(same, 1):
        site.house.submit(CLERK, replace(due, id=f"d-{number}", commitment=one)).result()
        page = site.browser().get(f"{text}?lang=en").content.decode()
        assert ('Due: <time datetime="2026-12-09">' in page) is (number == len(same))
