"""A text is adopted by silence, or somebody breaks it."""

from kurultai.procedure import commands as c
from tests.conftest import Site
from tests.site.drafting import AZ, NAME, TEXT, confirm, page, sitting
from tests.site.filling import read_form, send
from tests.site.prepared import OFFICER, THIRD

SILENCE = f"/documents/{NAME}/silence"
BOARD = f"/documents/{NAME}/board"


def silent(site: Site) -> None:
    """A silence runs on the draft."""
    sitting(site)
    command = c.OpenSilence(
        id="silence",
        document=TEXT,
        meeting=THIRD,
        until="2026-12-15T12:00Z",
        title={"en": "Text on cybersecurity"},
    )
    site.house.submit(OFFICER, command).result()


def test_a_silence_is_opened_until_an_instant_under_a_temporary_title(site: Site) -> None:
    sitting(site)
    entered = {"until_day": "2026-12-15", "until_time": "16:00", "names-en": "A text"}
    answer = send(site.browser(OFFICER), f"{SILENCE}/new", **entered)
    assert answer.status_code == 303, read_form(answer).alert
    found = page(site, BOARD)["silence"]
    assert (found["until"], found["title"]["en"]) == ("2026-12-15T12:00Z", "A text")


def test_a_silence_to_which_somebody_objects_is_not_opened(site: Site) -> None:
    sitting(site)
    answer = send(site.browser(OFFICER), f"{SILENCE}/new", objecting=["party:tr"])
    assert answer.status_code == 422
    assert read_form(answer).links == ("#id_objecting_set",)


def test_a_delegation_breaks_the_silence_with_its_reason(site: Site) -> None:
    silent(site)
    answer = send(site.browser(AZ), f"{SILENCE}/objection", **{"reason-en": "Not yet."})
    assert answer.status_code == 303
    found = page(site, BOARD)["silence"]
    assert (found["state"], found["broken_by"], found["how"]) == ("broken", "party:az", "objection")


def test_an_amendment_breaks_the_silence_and_the_form_says_so(site: Site) -> None:
    silent(site)
    path = f"/documents/{NAME}/amendments/new?unit=unit:asks&language=en"
    assert "breaks the silence" in site.browser(AZ).get(path).content.decode()
    entered = {"words-unit:asks-en": "Asks for reports.", "reason-en": "Shorter."}
    assert confirm(site, AZ, path, **entered).status_code == 303
    found = page(site, BOARD)["silence"]
    assert (found["state"], found["how"]) == ("broken", "amendment")


def test_a_silence_is_not_kept_before_its_instant(site: Site) -> None:
    silent(site)
    assert send(site.browser(OFFICER), f"{SILENCE}/closing").status_code == 422
