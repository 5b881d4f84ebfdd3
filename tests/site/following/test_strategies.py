"""Strategies: their goals, what carries them, what nobody took up, and drafts composed of it."""

import msgspec
import pytest

from kurultai.gate import documents, drafting, register, strategies
from kurultai.gate.shapes import Tag
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Undertaking
from kurultai.texts.unit import walk
from tests.conftest import Site
from tests.site.filling import filled, read_form, send
from tests.site.following.asked import COORDINATOR, HEAD
from tests.site.following.test_drawing import confirm, later, path, rows
from tests.site.third_meeting import CLERK, hold

OWN = "tag:body_own"
GOAL = "tag:five_areas"
COMPOSE = "/strategies/compose"


@pytest.fixture
def text(site: Site) -> str:
    """The third meeting's text; two of its paragraphs stand under a goal of the own strategy."""
    found = path(hold(site.house, until="adopted").document)
    tags = {f"tags-{n}": ["tag:cybersecurity", GOAL] for n in (1, 2)}
    confirm(site, f"{found}/commitments", **tags)
    return found


def tag(site: Site, name: str) -> Tag:
    with site.house.viewing(None, "en") as viewer:
        return next(tag for tag in register.tags(viewer) if tag.tag == name)


def page(site: Site, person: str | None = None) -> strategies.StrategyPage:
    with site.house.viewing(person, "en") as viewer:
        return strategies.strategy(viewer, OWN)


def test_a_strategy_shows_who_carries_it_and_what_nobody_took_up(site: Site, text: str) -> None:
    now = page(site)
    assert [goal.tag.tag for goal in now.goals] == [
        "tag:regular_dialogue",
        "tag:common_strategies",
        GOAL,
    ]
    assert {count.state: count.count for count in now.whole.counts} == {
        "proposed": 5,
        "in_progress": 1,
        "done": 1,
        "not_pursued": 1,
    }
    assert [path(row.document) for row in now.whole.texts] == [text]
    assert [goal.tag.tag for goal in now.untaken] == [goal.tag.tag for goal in now.goals[:2]]
    assert [row.party for row in now.done] == ["party:kz"]


def test_noted_is_no_taking_up(site: Site, text: str) -> None:
    for row in rows(site, text):
        if GOAL in row.tags:
            noted = c.ReportOnCommitment(
                id=row.commitment, commitment=row.commitment, state="noted", words={"en": "Read."}
            )
            site.house.submit(CLERK, noted).result()
    assert GOAL in [goal.tag.tag for goal in page(site).untaken]


def test_a_commitment_under_two_goals_is_counted_once(site: Site, text: str) -> None:
    row = rows(site, text)[0]
    both = Undertaking(tags=(GOAL, "tag:common_strategies", OWN))
    site.house.submit(
        CLERK, c.DescribeCommitment(id="both", commitment=row.commitment, undertaking=both)
    ).result()
    now = page(site)
    assert now.whole.total == 8
    assert [goal.total for goal in now.goals] == [0, 1, 8]


def test_counts_are_of_what_the_reader_may_see(site: Site, text: str) -> None:
    document = f"document:{text.removeprefix('/documents/')}"
    marked = c.ChangeMarking(id="close", document=document, audience="members")
    site.house.submit(CLERK, marked).result()
    assert (page(site).whole.total, page(site, HEAD).whole.total) == (0, 8)
    assert (page(site).whole.texts, len(page(site, HEAD).whole.texts)) == ((), 1)
    for address in ("/strategies/", "/strategies/body_own", "/tags/five_areas"):
        told = site.browser().get(address).content.decode()
        assert "REC/001/2026" not in told
        assert "8 commitments" not in told


@pytest.mark.parametrize("address", ["/strategies/", "/strategies/body_own", "/tags/"])
@pytest.mark.parametrize("language", ["en", "tr", "kk"])
def test_pages_open_for_everybody_and_for_programs(
    site: Site, text: str, address: str, language: str
) -> None:
    assert text
    assert site.browser(language=language).get(address).status_code == 200
    data = site.browser().get(f"{address.rstrip('/')}.json")
    assert msgspec.json.decode(data.content)["page"]


def test_there_is_no_page_of_what_is_no_strategy(site: Site) -> None:
    for address in ("/strategies/cybersecurity", "/strategies/none", "/tags/none"):
        assert site.browser().get(address).status_code == 404


def test_a_goal_is_set_renamed_and_ended(site: Site) -> None:
    browser = site.browser(CLERK)
    entered = {"goal": "contacts", "names-en": "A contact in each parliament"}
    send(browser, "/strategies/body_own/goals/new", **entered, due="2027-12-31")
    assert (tag(site, "tag:contacts").under, tag(site, "tag:contacts").due) == (OWN, "2027-12-31")
    send(browser, "/tags/contacts/rename", **{"names-en": "Contacts", "due": "2028-01-31"})
    assert tag(site, "tag:contacts").names["en"] == "Contacts"
    assert (tag(site, "tag:contacts").under, tag(site, "tag:contacts").due) == (OWN, "2028-01-31")
    send(browser, "/tags/contacts/end")
    assert tag(site, "tag:contacts").until
    for step in ("rename", "end"):
        assert browser.get(f"/tags/contacts/{step}").status_code == 404
    assert browser.get("/tags/contacts").status_code == 200


def test_a_goal_has_a_name_of_its_own_and_a_strategy(site: Site) -> None:
    browser = site.browser(CLERK)
    twice = {"goal": "terrorism", "names-en": "No"}
    assert send(browser, "/strategies/body_own/goals/new", **twice).status_code == 422
    alone = {"tag": "alone", "scheme": "goal", "names-en": "Alone"}
    assert send(browser, "/register/tags/new", **alone).status_code == 422
    assert browser.get("/strategies/cybersecurity/goals/new").status_code == 404


def test_what_stood_under_a_tag_that_ended_goes_on_standing_there(site: Site, text: str) -> None:
    send(site.browser(CLERK), "/tags/five_areas/end")
    first = next(row for row in rows(site, text) if GOAL in row.tags)
    send(site.browser(CLERK), f"{path(first.commitment)}/describe", action="report")
    now = next(row for row in rows(site, text) if row.commitment == first.commitment)
    assert (now.action, GOAL in now.tags) == ("report", True)


def compose(site: Site, **changes: object) -> str:
    """Compose a draft, confirm it; where the draft is."""
    answer = confirm(site, f"{COMPOSE}?strategy={OWN}", **changes)
    return str(answer["Location"]).partition("?")[0]


def test_a_draft_is_composed_in_every_language_that_all_picks_have(site: Site, text: str) -> None:
    document = f"document:{text.removeprefix('/documents/')}"
    picks = {"adopted": [f"{document} u2", f"{document} u3"]}
    draft = compose(site, **{"names-en": "Our plan", "names-tr": "Planımız"}, **picks)
    with site.house.viewing(None, "en") as viewer:
        made = documents.document(viewer, f"document:{draft.removeprefix('/documents/')}")
        now = drafting.text(viewer, made.document.document)
    assert (made.document.kind, made.document.state) == ("strategy", "draft")
    assert tuple(now.standings) == ("en", "kk", "tr")
    assert [source.note for source in made.document.sources] == [
        "1: REC/001/2026/FINAL, § 1",
        "2: REC/001/2026/FINAL, § 2",
    ]
    said = [dict(unit.words) for unit, _parent in walk(now.units)]
    assert said[0] == {"en": "Our plan", "tr": "Planımız"}
    assert said[1]["kk"].startswith("Бірлескен жаттығулар")
    assert {tags for p in made.paragraphs if p.number for tags in p.tags} == {OWN}
    assert site.browser(CLERK).get(f"{draft}/circulation/new").status_code == 200


def test_a_paragraph_that_is_adopted_and_open_is_taken_once(site: Site, text: str) -> None:
    document = f"document:{text.removeprefix('/documents/')}"
    waiting = next(row for row in rows(site, text) if row.number == 2)
    picks = {"adopted": [f"{document} u3"], "open": [waiting.commitment]}
    draft = compose(site, **{"names-en": "Once"}, **picks)
    with site.house.viewing(None, "en") as viewer:
        name = f"document:{draft.removeprefix('/documents/')}"
        assert len(documents.document_row(viewer, name).sources) == 1


def test_what_delegations_proposed_may_be_taken_up(site: Site, text: str) -> None:
    assert text
    browser = site.browser(CLERK)
    offered = browser.get(COMPOSE).content.decode()
    assert "Supported the exchange of contacts for cybersecurity." in offered
    with site.house.viewing(CLERK, "en") as viewer:
        sql = "SELECT statement FROM statement WHERE on_behalf = 'party:kg'"
        said = viewer.db.execute(sql).fetchone()[0]
    answer = confirm(site, COMPOSE, **{"names-en": "Proposed", "proposed": [said]})
    assert answer.status_code == 303


def test_nothing_is_composed_of_nothing_or_of_no_common_language(site: Site, text: str) -> None:
    document = f"document:{text.removeprefix('/documents/')}"
    browser = site.browser(CLERK)
    assert send(browser, COMPOSE, **{"names-en": "Empty"}).status_code == 422
    unit = f"{document} u2"
    assert send(browser, COMPOSE, **{"names-en": "One", "adopted": [unit]}).status_code == 200


def test_a_draft_is_not_for_more_readers_than_what_it_is_made_of(site: Site, text: str) -> None:
    assert text
    hidden = rows(site, path(_document_of(site, later(site, "members"))))[0]
    picks = {"names-en": "Too wide", "adopted": [f"{hidden.document} {hidden.unit}"]}
    answer = send(site.browser(CLERK), COMPOSE, **picks)
    assert answer.status_code == 422
    assert "#id_audience" in read_form(answer).links
    assert confirm(site, COMPOSE, **picks, audience="members").status_code == 303


def _document_of(site: Site, commitment: str) -> str:
    with site.house.viewing(CLERK, "en") as viewer:
        sql = "SELECT document FROM commitment WHERE commitment = ?"
        return str(viewer.db.execute(sql, (commitment,)).fetchone()[0])


def test_only_the_secretariat_composes_and_sets_goals(site: Site) -> None:
    for person in ("", COORDINATOR, HEAD):
        for address in (COMPOSE, "/strategies/body_own/goals/new", "/tags/terrorism/end"):
            assert site.browser(person).get(address).status_code == 404
    assert filled(site.browser(CLERK), COMPOSE)["audience"] == ["public"]
