"""An amendment is written by editing the paragraph; what it says and does is shown first."""

from typing import Any

from kurultai.texts.change import Drop
from tests.conftest import Site
from tests.site.drafting import AZ, KZ, NAME, amended, confirm, drafted, page
from tests.site.filling import filled, read_form, send
from tests.site.prepared import OFFICER

FORM = f"/documents/{NAME}/amendments/new"
ASKS = f"{FORM}?unit=unit:asks&language=en"
TWICE = "Asks the secretariat to gather the reports twice a year."


def tabled(site: Site, answer: Any) -> Any:  # noqa: ANN401 - Django ships no types
    """The amendment to which a form led."""
    assert answer.status_code == 303, read_form(answer).alert
    return page(site, answer.headers["Location"].split("?")[0])["amendment"]


def test_an_edited_paragraph_becomes_changes_a_sentence_and_a_redline(site: Site) -> None:
    drafted(site.house)
    browser = site.browser(AZ)
    shown = browser.post(ASKS, filled(browser, ASKS, **{"words-unit:asks-en": TWICE}))
    text = shown.content.decode()
    assert "In paragraph 2, after the word “reports”, insert the words “twice a year”." in text
    assert "2. paragrafta" in text
    assert "<ins>" in text
    answer = confirm(site, AZ, ASKS, **{"words-unit:asks-en": TWICE, "reason-en": "Too seldom."})
    row = tabled(site, answer)
    assert (row["by"], row["language"], row["reading"]) == (["party:az"], "en", 1)
    assert [(x["change"], x["language"], x["new"]) for x in row["changes"]] == [
        ("edit", "en", " twice a year")
    ]
    assert row["reason"] == {"en": "Too seldom."}


def test_a_paragraph_is_struck_and_another_put_in_its_place(site: Site) -> None:
    drafted(site.house)
    entered = {
        "struck-unit:asks": "on",
        "new-unit:asks-en": "Asks the secretariat for a report.",
        "by": ["party:kz"],
    }
    row = tabled(site, confirm(site, OFFICER, ASKS, **entered))
    assert [change["change"] for change in row["changes"]] == ["drop", "add"]
    assert row["changes"][1]["units"][0]["words"] == {"en": "Asks the secretariat for a report."}
    assert row["changes"][1]["after"] == "unit:asks"
    assert row["by"] == ["party:kz"]


def test_a_point_is_put_below_its_paragraph(site: Site) -> None:
    drafted(site.house)
    path = f"{FORM}?unit=unit:invites"
    entered = {"new-unit:invites-en": "their plans.", "place-unit:invites": "below:point"}
    row = tabled(site, confirm(site, AZ, path, **entered))
    (added,) = row["changes"]
    assert (added["parent"], added["after"]) == ("unit:invites", "unit:budgets")
    assert [unit["kind"] for unit in added["units"]] == ["point"]


def test_an_amendment_may_be_written_in_several_languages_at_once(site: Site) -> None:
    drafted(site.house)
    entered = {
        "words-unit:asks-en": TWICE,
        "words-unit:asks-tr": "Sekreteryadan raporları yılda iki kez toplamasını ister.",
    }
    row = tabled(site, confirm(site, AZ, ASKS, **entered))
    assert row["languages"] == ["en", "tr"]


def test_two_paragraphs_are_opened_one_after_the_other_and_nothing_entered_is_lost(
    site: Site,
) -> None:
    drafted(site.house)
    browser = site.browser(AZ)
    entered = filled(browser, ASKS, **{"words-unit:asks-en": TWICE, "another": "unit:title"})
    opened = read_form(browser.post(ASKS, {**entered, "turn": "1"})).values
    assert opened["words-unit:asks-en"] == [TWICE]
    assert opened["words-unit:title-en"] == ["On cybersecurity"]
    changed = {**opened, "words-unit:title-en": "On the security of networks"}
    assert browser.post(ASKS, changed).status_code == 200
    assert size_of_changes(browser.post(ASKS, changed).content.decode()) == 2


def size_of_changes(text: str) -> int:
    """How many paragraphs the redline shows."""
    return text.count('class="touched')


def test_nothing_changed_is_no_amendment(site: Site) -> None:
    drafted(site.house)
    answer = send(site.browser(AZ), ASKS)
    assert answer.status_code == 422
    assert "Nothing has been changed yet." in read_form(answer).alert


def test_a_paragraph_is_not_emptied_but_struck(site: Site) -> None:
    drafted(site.house)
    answer = send(site.browser(AZ), ASKS, **{"words-unit:asks-en": ""})
    assert answer.status_code == 422
    assert "strike it" in read_form(answer).alert


def test_what_is_confirmed_is_what_was_shown(site: Site) -> None:
    drafted(site.house)
    browser = site.browser(AZ)
    entered = filled(browser, ASKS, **{"words-unit:asks-en": TWICE})
    shown = browser.post(ASKS, entered).content.decode()
    seen = shown.split('name="confirm" value="')[1].split('"')[0]
    other = {**entered, "words-unit:asks-en": TWICE.upper(), "confirm": seen}
    assert browser.post(ASKS, other).status_code == 200
    assert page(site, f"/documents/{NAME}/amendments")["amendments"] == []


def test_the_text_moved_on_while_the_form_was_open(site: Site) -> None:
    drafted(site.house)
    answer = send(site.browser(AZ), ASKS, **{"words-unit:asks-en": TWICE, "against": "7"})
    assert answer.status_code == 422


def test_two_with_the_same_new_paragraph_have_the_same_amendment(site: Site) -> None:
    drafted(site.house)
    entered = {"new-unit:asks-en": "Thanks the host."}
    rows = [tabled(site, confirm(site, person, ASKS, **entered)) for person in (AZ, KZ)]
    assert rows[0]["changes"] == rows[1]["changes"]
    assert rows[0]["amendment"] != rows[1]["amendment"]


def test_a_compromise_takes_the_place_of_others(site: Site) -> None:
    drafted(site.house)
    first = amended(site.house)
    entered = {
        "words-unit:asks-en": TWICE,
        "replaces": [f"amendment:{first}"],
        "by": ["party:az", "party:kz"],
    }
    row = tabled(site, confirm(site, OFFICER, ASKS, **entered))
    assert (row["replaces"], row["by"]) == ([f"amendment:{first}"], ["party:az", "party:kz"])


def test_a_sub_amendment_is_to_the_text_as_its_amendment_makes_it(site: Site) -> None:
    drafted(site.house)
    name = amended(site.house)
    path = f"/amendments/{name}/sub/new"
    words = read_form(site.browser(KZ).get(path)).values["words-unit:invites-en"][0]
    assert words == "Invites the parliaments to report twice a year on:"
    entered = {"words-unit:invites-en": words.replace("twice", "once")}
    row = tabled(site, confirm(site, KZ, path, **entered))
    assert (row["of"], row["changes"][0]["new"]) == (f"amendment:{name}", "once")


def test_a_struck_paragraph_leaves_a_place_for_a_sub_amendment(site: Site) -> None:
    drafted(site.house)
    name = amended(site.house, Drop("unit:asks"))
    path = f"/amendments/{name}/sub/new"
    entered = {"new-unit:invites-en": "Asks for reports.", "place-unit:invites": "after:operative"}
    row = tabled(site, confirm(site, KZ, path, **entered))
    assert row["changes"][0]["change"] == "add"


def test_a_delegation_joins_the_sponsors_and_is_not_asked_again(site: Site) -> None:
    drafted(site.house)
    name = amended(site.house)
    path = f"/amendments/{name}/sponsors/new"
    assert send(site.browser(KZ), path).status_code == 303
    assert page(site, f"/amendments/{name}")["amendment"]["sponsors"] == ["party:kz"]
    offered = read_form(site.browser(KZ).get(path)).values["party"]
    assert offered == []


def test_only_those_who_tabled_an_amendment_withdraw_it(site: Site) -> None:
    drafted(site.house)
    name = amended(site.house)
    path = f"/amendments/{name}/withdrawal/new"
    assert send(site.browser(KZ), path, party="party:az").status_code == 422
    assert send(site.browser(AZ), path, **{"reason-en": "Settled."}).status_code == 303
    assert page(site, f"/amendments/{name}")["amendment"]["state"] == "withdrawn"
