"""The Secretariat reminds a parliament: a letter is read, a reminder recorded, the letter goes."""

from typing import Any

import pytest

from kurultai.followers import outbox
from tests.conftest import Site
from tests.site.filling import filled, read_form, send
from tests.site.following.asked import COORDINATOR, close, of_az
from tests.site.prepared import size
from tests.site.third_meeting import CLERK

PATH = "/parties/az/remind"


def shown(site: Site, **entered: object) -> Any:  # noqa: ANN401 - Django ships no types
    """The letter as it would go."""
    answer = send(site.browser(CLERK), PATH, **entered)
    assert answer.status_code == 200
    return answer


def confirmed(site: Site, answer: Any) -> Any:  # noqa: ANN401 - as above
    text = answer.content.decode()
    seen = text.partition('name="confirm" value="')[2].partition('"')[0]
    return site.browser(CLERK).post(PATH, {**read_form(answer).values, "confirm": seen})


def letters(site: Site) -> tuple[outbox.Kept, ...]:
    return outbox.letters(site.house.directory)


def test_what_is_late_is_chosen_beforehand_and_the_letter_is_shown_first(site: Site) -> None:
    rows = of_az(site.house)
    before = size(site.house)
    assert filled(site.browser(CLERK), PATH)["commitments"] == [rows[1].commitment]
    text = shown(site, language="en").content.decode()
    assert "1 commitment awaits an answer or is past its day:" in text
    assert "REC/001/2026/FINAL, § 2, due 10 November 2026" in text
    assert "http://testserver/parties/az/follow-up" in text
    assert "No e-mail address is known." in text
    assert size(site.house) == before
    assert letters(site) == ()


def test_confirmed_it_is_recorded_and_the_letter_goes(site: Site) -> None:
    rows = of_az(site.house)
    answer = confirmed(site, shown(site, language="az"))
    assert answer.status_code == 303
    page = site.browser().get("/parties/az/follow-up.json").json()["page"]
    assert page["reminders"] == [{"on": "2026-11-25", "count": 1}]
    [kept] = letters(site)
    letter = kept.letter
    assert (letter.kind, letter.person, letter.party, letter.language) == (
        "reminder",
        COORDINATOR,
        "party:az",
        "az",
    )
    assert (kept.state, kept.decided_by) == ("approved", CLERK)
    assert letter.body.startswith("Azərbaycanın milli əlaqələndiricisi,")
    assert rows[1].commitment not in letter.body
    assert "Reminded" in site.browser().get("/parties/az/follow-up").content.decode()


def test_pressed_twice_one_letter_goes(site: Site) -> None:
    of_az(site.house)
    answer = shown(site)
    first, second = confirmed(site, answer), confirmed(site, answer)
    assert first.headers["Location"] == second.headers["Location"]
    assert len(letters(site)) == 1


def test_it_can_wait_in_the_outbox_to_be_worded(site: Site) -> None:
    of_az(site.house)
    confirmed(site, shown(site, at_once=[]))
    assert [kept.state for kept in letters(site)] == ["waiting"]


def test_a_letter_says_nothing_of_what_is_not_for_everybody(site: Site) -> None:
    rows = of_az(site.house)
    close(site.house, rows[0].document)
    confirmed(site, shown(site, language="en"))
    [kept] = letters(site)
    said = kept.letter.subject + kept.letter.body
    for word in ("REC/001/2026/FINAL", "§", "cybersecurity", "November", "1 commitment"):
        assert word not in said
    assert "is shown there when you have signed in" in said


def test_a_reminder_that_is_refused_lets_no_letter_go(site: Site) -> None:
    from kurultai.procedure import commands as c

    rows = of_az(site.house)
    answer = shown(site)
    done = c.ReportOnCommitment(
        id="meanwhile", commitment=rows[1].commitment, state="done", words={"en": "Done."}
    )
    site.house.submit(CLERK, done).result()
    assert confirmed(site, answer).status_code == 422
    assert letters(site) == ()


@pytest.mark.parametrize("person", ["", COORDINATOR, "person:office-kz-head"])
def test_nobody_else_reminds(site: Site, person: str) -> None:
    of_az(site.house)
    assert site.browser(person).get(PATH).status_code == 404
    assert "/remind" not in site.browser(person).get("/parties/az/follow-up").content.decode()


def test_each_letter_is_in_the_language_in_which_its_reader_reads_here(site: Site) -> None:
    of_az(site.house)
    reader = site.browser(COORDINATOR, "ky")
    reader.get("/?lang=tr")
    reader.get("/")  # in another language on this device, which does not count
    confirmed(site, shown(site))
    assert [kept.letter.language for kept in letters(site)] == ["tr"]
    assert letters(site)[0].letter.body.startswith("Azerbaycan ulusal koordinatörü,")


def test_a_letter_to_somebody_unknown_is_in_the_language_of_whoever_reads_it_before(
    site: Site,
) -> None:
    of_az(site.house)
    for language, asks in (("en", "what awaits an answer"), ("tr", "yanıt bekleyenler")):
        answer = send(site.browser(CLERK, language), "/parties/tr/remind")
        assert asks in answer.content.decode()
