"""Nothing that is entered in a form of drafting breaks it."""

import re

import pytest

from kurultai.procedure import commands as c
from tests.conftest import Site
from tests.site.drafting import NAME, TEXT, adopted, amended, drafted, sitting
from tests.site.filling import filled
from tests.site.prepared import MEMBERS, OFFICER
from tests.site.test_every_step import HOSTILE

DRAFT = f"/documents/{NAME}"
PATHS = (
    f"{DRAFT}/circulation/new",
    f"{DRAFT}/answers/new?party=party:az",
    f"{DRAFT}/amendments/new?unit=unit:asks&language=en",
    f"{DRAFT}/amendments/file",
    f"{DRAFT}/marshalling/new",
    f"{DRAFT}/entry/new?language=en",
    f"{DRAFT}/entry/new?language=az",
    f"{DRAFT}/versions/new?language=tr",
    f"{DRAFT}/silence/new",
    f"/meetings/defence-3/questions/new?document={TEXT}",
    "/amendments/{amendment}/sub/new",
    "/amendments/{amendment}/sponsors/new",
    "/amendments/{amendment}/translations/new",
    "/amendments/{amendment}/withdrawal/new",
)
BESIDE = ("reservations/new", "explanations/new", "corrigenda/new?unit=unit:asks&language=en")
ALIKE = re.compile(r"-(az|kk|ky)$|:(title|recalling|laws|budgets)")  # one language, one paragraph


def answers(site: Site, paths: tuple[str, ...], hostile: str) -> set[int]:
    """How the forms answer to it, in all fields and in each."""
    browser, found = site.browser(OFFICER), set()
    for path in paths:
        whole = filled(browser, path)
        found.add(browser.post(path, dict.fromkeys(whole, hostile)).status_code)
        found.add(browser.post(path, {**dict.fromkeys(whole, hostile), "turn": "1"}).status_code)
        for name in (n for n in whole if not ALIKE.search(n)):
            found.add(browser.post(path, {**whole, name: hostile}).status_code)
            found.add(browser.post(path, {**whole, name: hostile, "turn": "1"}).status_code)
    return found


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_that_is_entered_breaks_a_form_of_drafting(site: Site, hostile: str) -> None:
    sitting(site)
    command = c.CirculateDraft(id="send", document=TEXT, until="2026-12-09T14:00Z", parties=MEMBERS)
    site.house.submit(OFFICER, command).result()
    name = amended(site.house)
    paths = tuple(path.format(amendment=name) for path in PATHS)
    assert answers(site, paths, hostile) <= {200, 303, 422}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_that_is_entered_breaks_a_form_beside_a_text(site: Site, hostile: str) -> None:
    adopted(site)
    paths = tuple(f"{DRAFT}/{path}" for path in BESIDE)
    assert answers(site, paths, hostile) <= {200, 303, 422}


def test_addresses_may_ask_for_what_is_not_there(site: Site) -> None:
    drafted(site.house)
    browser = site.browser(OFFICER)
    asked = "?unit=nowhere&unit=%00&language=xx&units=a+b&kept=x&document=document:none&party=x"
    shown = [browser.get(f"{path.split('?')[0]}{asked}").status_code for path in PATHS[:9]]
    assert set(shown) == {200}
